"""The doctor's look at the machine itself: screen, touch panel, clock, disk, network, versions.

All of it is read where Linux tells it, under folders that are handed in.
"""

import json
import os
import platform
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import urlsplit

import kiosk
from kiosk.doctor_advice import Component, Finding
from kiosk.ports import Clock

SHORT_SIDE_PIXELS = 768
OLDEST_YEAR = 2026
"""This program was not written before."""
FULL_BYTES = 50 << 20
LITTLE_BYTES = 1 << 30
LOG_TAIL_BYTES = 1 << 22
"""Days of a busy kiosk: a printer that does well is told of only when it changes, and each night."""
TRIED = {("debian", "12"), ("debian", "13"), ("ubuntu", "24.04")}
ABS_MT_POSITION_X = 0x35
INPUT_PROP_DIRECT = 0x01
X_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 - where X puts them, not ours to write
Free = Callable[[Path], int]


@dataclass(frozen=True, slots=True)
class Machine:
    """Where Linux tells of itself."""

    sys: Path = Path("/sys")
    proc: Path = Path("/proc")
    os_release: Path = Path("/etc/os-release")
    x_sockets: Path = X_SOCKETS
    display: str = ":0"
    dev: Path = Path("/dev")

    @classmethod
    def here(cls) -> "Machine":
        """The machine this runs on, with the display it was given."""
        return cls(display=os.environ.get("DISPLAY", ":0"))


OF_TWO = "printer.of-two"
"""Told of each printer by its name, where a kiosk has two."""


@dataclass(frozen=True, slots=True)
class LogTail:
    """The last state of each thing that the running kiosk has told in its log."""

    last: Mapping[str, Mapping[str, object]]

    def field(self, event: str, name: str) -> str:
        """The field of the last such event; empty where there was none."""
        return str(self.last.get(event, {}).get(name, ""))


def read_log(file: Path) -> LogTail:
    """The end of kiosk.log, from the last start on."""
    last: dict[str, Mapping[str, object]] = {}
    with suppress(OSError), file.open("rb") as stream:
        stream.seek(max(0, stream.seek(0, os.SEEK_END) - LOG_TAIL_BYTES))
        for line in stream.read().decode("utf-8", "replace").splitlines():
            with suppress(ValueError, TypeError, KeyError):
                entry = json.loads(line)
                if entry["event"] == "started":
                    last.clear()
                last[entry["event"]] = entry
                if entry["event"] == OF_TWO:
                    last[f"{OF_TWO} {entry['printer']}"] = entry
    return LogTail(last)


# --- screen and touch -------------------------------------------------------------------------


def screen(machine: Machine) -> Sequence[Finding]:
    """A panel is connected, large enough, and X answers."""
    connected = [
        status.parent
        for status in sorted((machine.sys / "class/drm").glob("card*-*/status"))
        if _read(status) == "connected"
    ]
    if not connected:
        return [Finding(Component.SCREEN, "no connector reports a panel", "SCR-01")]
    name = connected[0].name.partition("-")[2]
    mode = (_read(connected[0] / "modes").splitlines() or ["?"])[0]
    seen = f"{name} {mode}"
    if not _answers(machine.x_sockets / f"X{machine.display.strip(':').partition('.')[0]}"):
        return [Finding(Component.SCREEN, f"{seen}, display {machine.display} silent", "SCR-02")]
    sides = [int(side) for side in mode.rstrip("ip").split("x") if side.isdigit()]
    if len(sides) == 2 and min(sides) < SHORT_SIDE_PIXELS:
        return [Finding(Component.SCREEN, seen, "SCR-03")]
    return [Finding(Component.SCREEN, seen)]


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as line:
        try:
            line.connect(str(path))
        except OSError:
            return False
        return True


def touch(machine: Machine) -> Sequence[Finding]:
    """There is a device that is touched where it shows."""
    single = ""
    for device in sorted((machine.sys / "class/input").glob("event*/device")):
        if not _has_bit(device / "properties", INPUT_PROP_DIRECT):
            continue
        name = _read(device / "name") or device.parent.name
        if _has_bit(device / "capabilities/abs", ABS_MT_POSITION_X):
            return [Finding(Component.TOUCH, name)]
        single = single or name
    if single:
        return [Finding(Component.TOUCH, single, "TCH-02")]
    return [Finding(Component.TOUCH, "no touch device", "TCH-01")]


def _has_bit(file: Path, bit: int) -> bool:
    """Bits as sysfs writes them: words of 64, the highest first."""
    words = _read(file).split()
    place = len(words) - 1 - bit // 64
    return place >= 0 and bool(int(words[place], 16) >> bit % 64 & 1)


# --- clock and disk ---------------------------------------------------------------------------


def clock(time: Clock, log: LogTail) -> Sequence[Finding]:
    """The time is known to be right."""
    now = time.now()
    shown = f"{now:%Y-%m-%d %H:%M:%S} UTC"
    if now.year < OLDEST_YEAR:
        return [Finding(Component.CLOCK, shown, "CLK-02")]
    if off := log.field("clock.off", "seconds"):
        return [Finding(Component.CLOCK, f"{shown}, {off} s off", "CLK-03")]
    if not time.trusted():
        return [Finding(Component.CLOCK, f"{shown}, not confirmed", "CLK-01")]
    return [Finding(Component.CLOCK, f"{shown}, confirmed")]


def free_bytes(folder: Path) -> int:
    """What an ordinary user may still write."""
    room = os.statvfs(folder)
    return room.f_bavail * room.f_frsize


def disk(data: Path, free: Free = free_bytes) -> Sequence[Finding]:
    """Data can be written, and there is room for more; the kiosk makes a folder that is missing."""
    folder = next(place for place in (data, *data.parents) if place.exists())
    probe = folder / f".doctor-{os.getpid()}"
    try:
        with probe.open("wb") as file:
            file.write(b"kiosk doctor\n")
            file.flush()
            os.fsync(file.fileno())
        probe.unlink()
        left = free(folder)
    except OSError as error:
        return [Finding(Component.DISK, f"{data}: {error.strerror}", "DSK-01")]
    code = "DSK-02" if left < FULL_BYTES else "DSK-03" if left < LITTLE_BYTES else ""
    return [Finding(Component.DISK, f"{data}: {left / (1 << 30):.1f} GiB free", code)]


# --- network ----------------------------------------------------------------------------------


def network(
    machine: Machine, url: str, resolve: Callable[[str], object] = socket.gethostbyname
) -> Sequence[Finding]:
    """A link is up, leads out, and the server's name is known; a server on this machine needs none."""
    host = urlsplit(url).hostname or ""
    interfaces = [path for path in (machine.sys / "class/net").glob("*") if path.name != "lo"]
    up = sorted(path.name for path in interfaces if _read(path / "carrier") == "1")
    if host in ("127.0.0.1", "localhost", "::1"):
        return [
            Finding(Component.NETWORK, f"central is this machine; up: {' '.join(up) or 'none'}")
        ]
    if not up:
        return [Finding(Component.NETWORK, "no link is up", "NET-01")]
    routes = [line.split() for line in _read(machine.proc / "net/route").splitlines()[1:]]
    if not any(route[1] == "00000000" for route in routes if len(route) > 1):
        return [Finding(Component.NETWORK, f"{' '.join(up)}: no default route", "NET-02")]
    if not host:
        return [Finding(Component.NETWORK, f"{' '.join(up)}, no server to look for yet")]
    try:
        resolve(host)
    except OSError as error:
        return [Finding(Component.NETWORK, f"{host}: {error}", "NET-03")]
    return [Finding(Component.NETWORK, f"{' '.join(up)}, {host} found")]


# --- versions ---------------------------------------------------------------------------------


def versions(machine: Machine, log: LogTail, *, running: bool) -> Sequence[Finding]:
    """What is installed fits together, and is what runs."""
    found = dict(
        line.split("=", 1) for line in _read(machine.os_release).splitlines() if "=" in line
    )
    system = (found.get("ID", "?").strip('"'), found.get("VERSION_ID", "?").strip('"'))
    qt = installed_version("PySide6-Essentials")
    shown = f"kiosk {kiosk.__version__}, {' '.join(system)}, Python {platform.python_version()}"
    shown += f", PySide6 {qt}"
    if steals_none(sys.version_info[:2], qt):
        return [Finding(Component.VERSIONS, shown, "VER-02")]
    runs = log.field("started", "version")
    if running and runs and runs != kiosk.__version__:
        return [Finding(Component.VERSIONS, f"{shown}; running: {runs}", "VER-03")]
    if system not in TRIED:
        return [Finding(Component.VERSIONS, shown, "VER-01")]
    return [Finding(Component.VERSIONS, shown)]


def installed_version(package: str) -> str:
    """As its own metadata says; the bundle carries none of most packages."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "bundled"


def steals_none(python: tuple[int, ...], qt: str) -> bool:
    """PySide6 6.12 loses references of None before Python 3.12 (docs/adr/0004)."""
    return python < (3, 12) and qt.startswith("6.12.")


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
