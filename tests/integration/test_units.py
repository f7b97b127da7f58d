"""The units as systemd would play them: what dies comes back, what freezes is killed and comes back."""

import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.contract.world import CATALOGUE
from tests.samples import ROOT
from tests.units import PYTHON, Player, Unit, read_unit

UNITS = ROOT / "deploy/systemd"
EXPOSURE_MOST = {"anjungan-central": 1.5, "anjungan-kiosk": 2.5, "anjungan-screen": 2.5}
SYSTEMD = shutil.which("systemd-analyze")


WATCHED = {"anjungan-kiosk": "STATUS=watches printer, screen, sync", "anjungan-central": ""}


@pytest.fixture(params=WATCHED)
def player(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Player]:
    """A service of ours under the player's hand."""
    made = {"anjungan-kiosk": kiosk, "anjungan-central": central}[request.param](tmp_path)
    yield made
    made.close()


def kiosk(folder: Path, *, first_start: bool = False) -> Player:
    """The kiosk, without a panel, and with a printer that never answers."""
    config = folder / "kiosk.toml"
    printer = '[printer]\nkind = "tcp"\naddress = "127.0.0.1:9"\n'
    config.write_text(
        "[panel]\nfullscreen = false\nwidth = 540\nheight = 960\n" + printer * (not first_start),
        "utf-8",
    )
    if not first_start:
        (folder / "var").mkdir()
        (folder / "var/setup.json").write_text('{"step": "done"}', "utf-8")
    return Player(
        read_unit(UNITS / "anjungan-kiosk.service"),
        folder,
        {"/usr/bin/anjungan-kiosk": (*PYTHON, "kiosk")},
        {"QT_QPA_PLATFORM": "offscreen"},
        {"/etc/anjungan/kiosk/kiosk.toml": str(config)},
    )


def central(folder: Path) -> Player:
    """The central server on a free port."""
    return Player(
        read_unit(UNITS / "anjungan-central.service"),
        folder,
        {"/usr/bin/anjungan-central": (*PYTHON, "central")},
        {
            "CATALOGUE": str(CATALOGUE),
            "PORT": "0",
            "NAMES": "--name central.example --name 10.0.0.2",
        },
        {"/var/lib/anjungan-central": str(folder / "data")},
    )


def test_a_service_that_is_killed_or_freezes_comes_back_and_ends_when_asked(player: Player) -> None:
    player.start()

    player.kill(signal.SIGKILL)
    player.until_back()
    player.kill(signal.SIGSTOP)
    player.until_back()
    player.feeds(2)

    assert player.starts == 3
    assert player.watchdog_kills == 1
    assert player.status == WATCHED[Path(player.unit.one("ExecStart").split()[0]).name]
    assert player.stop() == 0


def test_first_start_is_watched_as_the_kiosk_is(tmp_path: Path) -> None:
    player = kiosk(tmp_path, first_start=True)
    try:
        player.start()
        player.feeds(2)

        assert player.stop() == 0
    finally:
        player.close()


# --- what the files say -----------------------------------------------------------------------


def units() -> Mapping[str, Unit]:
    """Every unit of ours."""
    return {file.stem: read_unit(file) for file in sorted(UNITS.glob("*.service"))}


@pytest.mark.parametrize("name", units())
def test_a_unit_is_never_given_up_and_back_within_ten_seconds(name: str) -> None:
    unit = units()[name]

    assert unit.one("Restart") == "always"
    assert float(unit.one("RestartSec")) <= 2
    assert unit.one("StartLimitIntervalSec", "Unit") == "0"
    assert unit.one("LimitCORE") == "0"


def test_the_kiosk_waits_for_the_screen_by_a_way_that_a_logind_session_leaves_open() -> None:
    screen = units()["anjungan-screen"]
    ready = f"/run/{screen.one('RuntimeDirectory')}/ready"
    session = (ROOT / "deploy/session/session.sh").read_text("utf-8")

    assert screen.one("PAMName") and screen.one("Type") == "simple"  # systemd.exec(5), PAMName=
    assert ready in screen.one("ExecStartPost")
    assert '"${RUNTIME_DIRECTORY:-/run/anjungan-screen}/ready"' in session
    assert session.index("xrandr") < session.index("/ready") < session.index("exec openbox")
    assert "kill -0 $MAINPID || exit 1" in screen.one("ExecStartPost")  # an X that never answers


def test_a_screen_that_did_not_start_once_is_waited_for_again() -> None:
    kiosk_unit = units()["anjungan-kiosk"]

    assert kiosk_unit.one("After", "Unit") == "anjungan-screen.service"
    assert kiosk_unit.one("Wants", "Unit") == "anjungan-screen.service"
    for final in ("Requires", "Requisite", "BindsTo"):  # a failed one starts nothing again
        assert kiosk_unit.all("Unit", final) == ()


def test_xinit_and_x_may_give_up_rights_before_they_start_another_program() -> None:
    filters = units()["anjungan-screen"].all("Service", "SystemCallFilter")

    assert filters.index("@setuid") > filters.index("~@privileged @resources")


@pytest.mark.skipif(SYSTEMD is None, reason="systemd-analyze is not installed")
@pytest.mark.parametrize("name", units())
def test_systemd_finds_a_unit_right_and_little_exposed(name: str) -> None:
    file = UNITS / f"{name}.service"

    verified = subprocess.run(
        ("systemd-analyze", "verify", "--man=no", "--recursive-errors=no", str(file)),
        capture_output=True,
        text=True,
        check=False,
    )
    judged = subprocess.run(
        ("systemd-analyze", "security", "--offline=true", "--no-pager", str(file)),
        capture_output=True,
        text=True,
        check=True,
    )

    complaints = [line for line in verified.stderr.splitlines() if "not executable" not in line]
    (overall,) = (line for line in judged.stdout.splitlines() if "Overall exposure" in line)
    assert complaints == []
    assert float(overall.split(":")[1].split()[0]) <= EXPOSURE_MOST[name]
