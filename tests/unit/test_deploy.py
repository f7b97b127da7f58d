"""What is installed beside the program: rules, session, and the way back to the previous version."""

import configparser
import os
import re
import shlex
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from central.cli import _parser
from tests.samples import ROOT
from tests.units import read_unit

DEPLOY = ROOT / "deploy"
PAGE = (ROOT / "docs/how-to/install-a-kiosk.md").read_text("utf-8")
RULE = re.compile(r'[A-Z]+(?:\{[\w/]+\})?(?:==|!=|\+=|=)"[^"]*"')


def written(file: Path, text: str, mode: int = 0o644) -> Path:
    """A file with its folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    file.chmod(mode)
    return file


# --- session and rules ------------------------------------------------------------------------


def test_openbox_knows_no_key_no_mouse_binding_and_no_menu() -> None:
    # Our own file, read to see what is not in it.
    tree = ET.parse(DEPLOY / "session/openbox.xml").getroot()
    names = {part.tag.rpartition("}")[2] for part in tree.iter()}

    assert {"keyboard", "mouse", "menu"} <= names
    assert names.isdisjoint({"keybind", "mousebind", "context", "file", "action"})


@pytest.mark.parametrize("option", ["DontVTSwitch", "DontZap", "BlankTime", "srvrkeys:none"])
def test_x_has_no_way_out_and_never_goes_dark(option: str) -> None:
    assert f'"{option}"' in (DEPLOY / "session/anjungan-xorg.conf").read_text("utf-8")


def test_every_udev_rule_is_a_list_of_matches_and_assignments() -> None:
    lines = (DEPLOY / "udev/70-anjungan.rules").read_text("utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]

    broken = [rule for rule in rules if not all(map(RULE.fullmatch, rule.split(", ")))]

    assert broken == []
    for kind in ("usbmisc", "tty", "hidraw", "video4linux", "input"):
        assert any(f'SUBSYSTEM=="{kind}"' in rule for rule in rules), kind


def test_a_stick_is_mounted_for_the_kiosk_and_can_run_nothing() -> None:
    rules = (DEPLOY / "udev/70-anjungan.rules").read_text("utf-8").splitlines()
    (rule,) = [rule for rule in rules if "RUN{program}" in rule]
    matches, _, told = rule.partition("RUN{program}+=")
    program, *words = shlex.split(told.strip('"'))
    options = dict(word.split("=", 1) for word in words if "=" in word)

    assert program == "/usr/bin/systemd-mount"
    assert words[-2:] == ["$devnode", "/media/anjungan/%k"]
    assert {"--no-block", "--collect"} <= set(words)  # udev kills what it waits for
    assert options["--owner"] == "anjungan"
    assert {"nosuid", "nodev", "noexec", "sync"} <= set(options["--options"].split(","))
    for only in ('ENV{ID_BUS}=="usb"', 'ATTRS{removable}=="1"', 'ENV{ID_FS_TYPE}=="vfat|exfat"'):
        assert only in matches


def test_of_the_machine_s_files_the_kiosk_writes_its_settings_its_data_and_sticks() -> None:
    unit = read_unit(DEPLOY / "systemd/anjungan-kiosk.service")
    config = Path(shlex.split(unit.one("ExecStart"))[-1])
    lines = (DEPLOY / "system/anjungan.tmpfiles").read_text("utf-8").splitlines()
    folders = {fields[1]: fields[2:5] for line in lines if (fields := line.split())[0] == "d"}

    written = {path.removeprefix("-") for path in unit.all("Service", "ReadWritePaths")}

    assert unit.one("ProtectSystem") == "strict"
    assert written == {str(config.parent), "/media/anjungan", "/run/lock"}
    assert config.parent != Path("/etc/anjungan")  # a shell believes screen.conf there
    assert folders[str(config.parent)] == ["0755", "anjungan", "anjungan"]
    assert folders["/media/anjungan"] == ["0755", "root", "root"]


def test_the_journal_has_a_limit() -> None:
    told = configparser.ConfigParser()
    told.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    told.read(DEPLOY / "system/anjungan-journald.conf")

    assert told["Journal"]["SystemMaxUse"] == "200M"
    assert told["Journal"]["RuntimeMaxUse"] == "50M"


def test_every_file_that_is_installed_is_explained() -> None:
    build = (DEPLOY / "package/build.py").read_text("utf-8")
    places = re.findall(r'": "((?:usr/lib/(?!systemd/system/)|etc|usr/share/X11)[^"]+)"', build)
    programs = re.findall(r'": "(usr/s?bin/[^"]+)"', build)

    missing = [
        place
        for place in (*places, *programs)
        if Path(place).name not in PAGE and str(Path(place).parent) not in PAGE
    ]

    assert len(places) > 10
    assert [name for name in missing if "central" not in name] == []


@pytest.mark.parametrize("page", ["alerts.md", "alerts.id.md"])
def test_alerts_need_one_line_for_central_and_its_names_stay(page: str) -> None:
    told = (ROOT / "docs/how-to" / page).read_text("utf-8")
    (options,) = re.findall(r'^OPTIONS="(.*)"$', told, re.MULTILINE)
    service = read_unit(DEPLOY / "systemd/anjungan-central.service").one("ExecStart")
    line = service.replace("$NAMES", "--name central.example").replace("$OPTIONS", options)
    line = line.replace("${PORT}", "8443").replace("${HOST}", "0.0.0.0")

    found = _parser().parse_args(shlex.split(line)[1:])

    assert "ExecStart=" not in told
    assert (found.name, found.alerts) == (["central.example"], Path("/etc/anjungan/alerts.toml"))


# --- the way back -----------------------------------------------------------------------------


class Installed:
    """A folder that stands for the machine's root, with a systemctl that notes what it is asked."""

    def __init__(self, folder: Path, name: str = "kiosk") -> None:
        self.root = folder / "root"
        self.name = name
        self.lib = self.root / "usr/lib/anjungan"
        self.tools = folder / "tools"
        self.asked = folder / "asked"
        self.script = folder / f"anjungan-{name}-bundle"
        self.script.symlink_to(DEPLOY / "package/bundle.sh")
        self.starter = folder / f"anjungan-{name}"
        self.starter.symlink_to(DEPLOY / "package/start.sh")
        (self.root / "run/systemd/system").mkdir(parents=True)
        written(self.tools / "runuser", '#!/bin/sh\nshift 3\nexec "$@"\n', 0o755)
        written(self.tools / "sleep", "#!/bin/sh\n", 0o755)
        self.systemd()

    def install(self, version: str, *, reads_ledger: bool = True) -> None:
        """Lay a bundle down as dpkg does: new files in place of the old ones."""
        level = "fine" if reads_ledger else "blocks"
        said = f'"component": "database", "level": "{level}"'
        self.lay(version, f"""[ "$1" != doctor ] || {{ echo '{said}'; exit 1; }}""")

    def lay(self, version: str, told: str) -> None:
        """A program that begins with what it tells a doctor."""
        new = self.lib / self.name / f"{self.name}.dpkg-new"
        written(new, f'#!/bin/sh\n{told}\necho {version} "$@"\n', 0o755)
        new.rename(self.lib / self.name / self.name)

    def systemd(self, *, active: str = "true", restarts: str = "echo 0") -> None:
        """How the unit fares."""
        written(
            self.tools / "systemctl",
            f'#!/bin/sh\necho "$@" >>{self.asked}\n'
            f"case $1 in is-active) {active} ;; show) {restarts} ;; esac\n",
            0o755,
        )

    def do(self, command: str) -> "subprocess.CompletedProcess[str]":
        """Run the script."""
        environment = {
            **os.environ,
            "PATH": f"{self.tools}:{os.environ['PATH']}",
            "ANJUNGAN_ROOT": str(self.root),
            "ANJUNGAN_PATIENCE": "2",
        }
        return subprocess.run(
            ("sh", str(self.script), command), env=environment, capture_output=True, text=True,
            check=False,
        )  # fmt: skip

    def runs(self) -> str:
        """What /usr/bin/anjungan-NAME starts now."""
        done = subprocess.run(
            ("sh", str(self.starter), "run"),
            env={**os.environ, "ANJUNGAN_ROOT": str(self.root)},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.strip()

    def update(self, version: str, *, reads_ledger: bool = True) -> None:
        """What the package's scripts do around dpkg's work."""
        self.do("keep")
        self.install(version, reads_ledger=reads_ledger)


@pytest.fixture(params=["kiosk", "central"])
def installed(request: pytest.FixtureRequest, tmp_path: Path) -> Installed:
    """The first version of a program, installed and running."""
    made = Installed(tmp_path, request.param)
    made.install("1")
    assert made.do("settle").returncode == 0
    return made


def test_the_first_version_is_enabled_started_and_run(installed: Installed) -> None:
    assert installed.runs() == "1 run"
    asked = installed.asked.read_text("utf-8")
    assert f"enable anjungan-{installed.name}.service" in asked
    assert f"restart anjungan-{installed.name}.service" in asked


def test_a_good_update_runs_and_the_previous_one_is_kept(installed: Installed) -> None:
    installed.update("2")

    assert installed.do("settle").returncode == 0
    assert installed.runs() == "2 run"
    assert installed.do("back").returncode == 0
    assert installed.runs() == "1 run"
    assert installed.do("forward").returncode == 0
    assert installed.runs() == "2 run"


def test_an_update_that_does_not_start_gives_way_to_the_previous_version(
    installed: Installed,
) -> None:
    installed.update("2")
    installed.systemd(active="false")

    done = installed.do("settle")

    assert done.returncode == 0
    assert "the new version is not well" in done.stderr
    assert installed.runs() == "1 run"
    assert (installed.lib / f"{installed.name}.failed").exists()


def test_an_update_that_starts_over_and_over_gives_way_too(installed: Installed) -> None:
    installed.update("2")
    counter = installed.root / "counter"
    installed.systemd(restarts=f"echo x >>{counter}; wc -l <{counter}")

    installed.do("settle")

    assert installed.runs() == "1 run"


def test_the_next_update_runs_although_the_last_one_gave_way(installed: Installed) -> None:
    installed.update("2")
    installed.systemd(active="false")
    installed.do("settle")
    installed.systemd()

    installed.update("3")
    installed.do("settle")

    assert installed.runs() == "3 run"
    assert not (installed.lib / f"{installed.name}.failed").exists()


def test_two_bad_updates_in_a_row_give_way_to_the_last_good_version(installed: Installed) -> None:
    installed.systemd(active="false")
    for version in ("2", "3"):
        installed.update(version)
        installed.do("settle")

    assert installed.runs() == "1 run"


def test_a_first_version_that_is_not_well_has_no_way_back_and_says_so(tmp_path: Path) -> None:
    made = Installed(tmp_path)
    made.install("1")
    made.systemd(active="false")

    done = made.do("settle")

    assert done.returncode == 0
    assert "no previous version" in done.stderr
    assert made.runs() == "1 run"


def test_a_kiosk_that_cannot_read_its_ledger_gives_way(tmp_path: Path) -> None:
    made = Installed(tmp_path)
    made.install("1")
    made.update("2", reads_ledger=False)

    made.do("settle")

    assert made.runs() == "1 run"


def test_a_kiosk_whose_doctor_cannot_even_speak_gives_way(tmp_path: Path) -> None:
    made = Installed(tmp_path)
    made.install("1")
    made.do("keep")
    made.lay("2", '[ "$1" != doctor ] || { echo Traceback; exit 1; }')

    made.do("settle")

    assert made.runs() == "1 run"


def test_an_older_kiosk_that_cannot_read_the_newer_ledger_is_not_gone_back_to(
    tmp_path: Path,
) -> None:
    made = Installed(tmp_path)
    made.install("1", reads_ledger=False)
    made.update("2")

    done = made.do("back")

    assert done.returncode == 1
    assert "cannot read the ledger" in done.stderr
    assert made.runs() == "2 run"


def test_nothing_kept_is_left_behind(installed: Installed) -> None:
    installed.update("2")
    installed.do("back")

    installed.do("purge")

    assert [path.name for path in installed.lib.iterdir()] == [installed.name]


def test_without_a_running_systemd_the_package_still_installs(installed: Installed) -> None:
    (installed.root / "run/systemd/system").rmdir()
    installed.asked.unlink()
    installed.update("2")

    done = installed.do("settle")

    assert done.returncode == 0
    assert "not started" in done.stderr
    assert not installed.asked.exists()
