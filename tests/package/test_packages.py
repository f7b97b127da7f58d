"""The bundles and packages that `./run package` made: they start, come back, and hold what they should.

Asked for by `./run package` alone; times and sizes are printed, never asserted.
"""

import json
import os
import signal
import struct
import subprocess
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.samples import ROOT
from tests.units import Player, read_unit

pytestmark = pytest.mark.package

DIST = ROOT / "dist"
WIDTH, HEIGHT = 540, 960
PATIENCE_SECONDS = 60.0
PROGRAMS = ("kiosk", "central")
SCREEN_COLOURS = 200
"""A drawn first screen has thousands; an empty one has one."""
PLACES = tuple(
    "./" + place
    for place in (
        *("etc/anjungan/", "etc/logrotate.d/", "etc/pam.d/", "usr/bin/", "usr/lib/", "usr/sbin/"),
        *("usr/share/X11/xorg.conf.d/", "usr/share/anjungan/", "usr/share/doc/"),
    )
)


# --- the bundles ------------------------------------------------------------------------------


@pytest.fixture
def display(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A virtual screen: its name, and the file that holds its pixels."""
    reading, writing = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    command = ("Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-fbdir", str(tmp_path))
    with (
        subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server,
        os.fdopen(reading) as told,
    ):
        os.close(writing)
        yield f":{told.readline().strip()}", tmp_path / "Xvfb_screen0"
        server.terminate()


def colours(screen: Path) -> int:
    """How many colours a screen shows (X11/XWDFile.h)."""
    raw = screen.read_bytes()
    head, entries = struct.unpack(">I", raw[:4])[0], struct.unpack(">I", raw[76:80])[0]
    pixels = raw[head + entries * 12 :]
    return len({pixels[at : at + 4] for at in range(0, len(pixels), 4)})


@contextmanager
def played(name: str, folder: Path, display: str) -> Iterator[Player]:
    """A bundle as its unit starts it."""
    config = folder / "kiosk.toml"
    config.write_text("", "utf-8")
    set_up(folder)
    replaced = {
        "/etc/anjungan/kiosk/kiosk.toml": str(config),
        "/var/lib/anjungan-central": str(folder / "data"),
    }
    environment = {
        "DISPLAY": display,
        "CATALOGUE": str(ROOT / "resources/catalogue/sample.json"),
        "PORT": "0",
    }
    unit = read_unit(ROOT / f"deploy/systemd/anjungan-{name}.service")
    bundle = {f"/usr/bin/anjungan-{name}": (str(DIST / name / name),)}
    player = Player(unit, folder, bundle, environment, replaced)
    try:
        yield player
    finally:
        player.close()


def size_megabytes(folder: Path) -> float:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_bundle_starts_comes_back_when_killed_or_frozen_and_ends(
    name: str, tmp_path: Path, display: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    with played(name, tmp_path, display[0]) as player:
        began = time.monotonic()
        player.start()
        ready = time.monotonic() - began

        player.kill(signal.SIGKILL)
        player.until_back()
        player.kill(signal.SIGSTOP)
        player.until_back()
        player.feeds(2)

        assert player.stop() == 0
    with capsys.disabled():
        print(f"\n{name}: {size_megabytes(DIST / name):.0f} MB, ready after {ready:.1f} s")


def set_up(folder: Path) -> None:
    """First start is over."""
    (folder / "var").mkdir()
    (folder / "var/setup.json").write_text('{"step": "done"}', "utf-8")


@pytest.mark.parametrize("asks", [True, False], ids=["first start", "kiosk"])
def test_the_first_screen_is_up(
    tmp_path: Path, display: tuple[str, Path], capsys: pytest.CaptureFixture[str], asks: bool
) -> None:
    name, screen = display
    config = tmp_path / "kiosk.toml"
    config.write_text("", "utf-8")
    if not asks:
        set_up(tmp_path)
    began = time.monotonic()

    with subprocess.Popen(
        (str(DIST / "kiosk/kiosk"), "run", "--config", str(config)),
        env={**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert "first_frame" in json.loads(process.stdout.readline())
        shown_at = time.monotonic() - began
        assert json.loads(process.stdout.readline()) == {"ready": True}
        shown = colours(screen)
        process.terminate()

    with capsys.disabled():
        print(f"\nkiosk: {'first start, ' if asks else ''}first frame after {shown_at:.2f} s")
    assert process.returncode == 0
    assert shown > SCREEN_COLOURS


def test_the_bundled_doctor_finds_its_readers(tmp_path: Path) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text("", "utf-8")
    command = (str(DIST / "kiosk/kiosk"), "doctor", "--config", str(config), "--json")

    done = subprocess.run(
        (*command, "--only", "scanner,disk,database,versions"), capture_output=True, check=False
    )

    codes = [check["code"] for check in json.loads(done.stdout)["checks"]]
    assert codes == [None, None, None, None]


# --- the packages -----------------------------------------------------------------------------


def package(name: str) -> Path:
    """The file that was built last."""
    return max(DIST.glob(f"anjungan-{name}_*.deb"), key=lambda file: file.stat().st_mtime)


def listed(name: str) -> list[tuple[str, str, str]]:
    """Rights, owner and path of everything in a package."""
    done = subprocess.run(
        ("dpkg-deb", "--contents", str(package(name))), capture_output=True, text=True, check=True
    )
    lines = (line.split(None, 5) for line in done.stdout.splitlines())
    return [(line[0], line[1], line[5].partition(" -> ")[0]) for line in lines]


def content(name: str, path: str) -> str:
    """A file of a package."""
    with subprocess.Popen(
        ("dpkg-deb", "--fsys-tarfile", str(package(name))), stdout=subprocess.PIPE
    ) as archive:
        done = subprocess.run(
            ("tar", "--extract", "--to-stdout", "--file", "-", path),
            stdin=archive.stdout, capture_output=True, text=True, check=True,
        )  # fmt: skip
    return done.stdout


@pytest.mark.parametrize("name", PROGRAMS)
def test_everything_is_roots_in_its_place_and_nobody_elses_to_write(name: str) -> None:
    for rights, owner, path in listed(name):
        assert owner == "root/root", path
        assert "s" not in rights and "t" not in rights, path
        assert rights.startswith("l") or rights[5] == rights[8] == "-", path
        assert path.endswith("/") or path.startswith(PLACES), path


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_starts_a_program_may_be_started(name: str) -> None:
    rights = {path: mode for mode, _, path in listed(name)}

    for path in (f"usr/bin/anjungan-{name}", f"usr/sbin/anjungan-{name}-bundle",
                 f"usr/lib/anjungan/{name}/{name}"):  # fmt: skip
        assert rights[f"./{path}"] == "-rwxr-xr-x"
    assert f"./usr/lib/systemd/system/anjungan-{name}.service" in rights


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_staff_may_change_survives_an_update(name: str, tmp_path: Path) -> None:
    subprocess.run(("dpkg-deb", "--control", str(package(name)), str(tmp_path)), check=True)
    kept = set((tmp_path / "conffiles").read_text("utf-8").split())

    assert kept == {path[1:] for _, _, path in listed(name) if path[2:].startswith("etc/")
                    and not path.endswith("/")}  # fmt: skip
    for script in ("preinst", "postinst", "prerm", "postrm"):
        text = (tmp_path / script).read_text("utf-8")
        assert f"name={name}\n" in text
        subprocess.run(("sh", "-n", str(tmp_path / script)), check=True)


def test_the_kiosk_begins_with_settings_of_its_own_that_no_update_asks_about() -> None:
    begun = tomllib.loads(content("kiosk", "./usr/share/anjungan/kiosk.toml"))

    assert begun["kiosk"]["data"] == "/var/lib/anjungan"
    assert not any(path == "./etc/anjungan/kiosk/kiosk.toml" for _, _, path in listed("kiosk"))


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_part_has_its_licence_and_stands_in_the_list_of_parts(name: str) -> None:
    doc = f"./usr/share/doc/anjungan-{name}"
    paths = [path for _, _, path in listed(name)]
    parts = json.loads(content(name, f"{doc}/sbom.cdx.json"))

    found = {part["name"] for part in parts["components"]}
    texts = {
        Path(path).stem.split("-0")[0] for path in paths if path.startswith(f"{doc}/licences/")
    }
    expected = {
        "kiosk": {"PySide6_Essentials", "qasync", "httpx", "numpy", "zxing-cpp", "cryptography"},
        "central": {"litestar", "msgspec", "uvicorn", "httptools", "cryptography"},
    }[name]
    assert parts["bomFormat"] == "CycloneDX"
    assert {part.lower().replace("_", "-") for part in expected} <= {
        part.lower().replace("_", "-") for part in found
    }
    assert {"anjungan", "httpx" if name == "kiosk" else "litestar"} <= texts
    assert all(part["licenses"][0]["license"] for part in parts["components"] if "licenses" in part)


def test_central_brings_no_screen_and_the_kiosk_no_server() -> None:
    kiosk = [path for _, _, path in listed("kiosk")]
    central = [path for _, _, path in listed("central")]

    assert not any("PySide6" in path or "cv2" in path for path in central)
    assert not any("litestar" in path or "uvicorn" in path for path in kiosk)
    assert not any("hand_server" in path for path in kiosk)
