"""The kiosk's settings: device facts, read from one TOML file, validated whole, frozen.

Every complaint is collected and told at once, with file, key and what is expected. What each key
means stands here once; `docs/reference/settings.md` is compared with it by a test.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

POSITIONS = ("below", "above", "right")
FLOAT_MOST = 2**1023
"""A whole number beyond it is none that a float could hold."""
BAUD_RATES = (9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600)
PATH_MOST = 400
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class SettingsError(Exception):
    """The settings cannot be used; `complaints` holds one line each."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = tuple(complaints)


# `Any` below: a dataclass default has the field's type, which differs from key to key.


def _key(default: Any, about: str, expected: str, good: Callable[[Any], bool]) -> Any:
    return field(default=default, metadata={"about": about, "expected": expected, "good": good})


def _number(default: float, about: str, least: float, most: float) -> Any:
    return _key(default, about, f"a number from {least} to {most}", lambda n: least <= n <= most)


def _choice(default: str, about: str, choices: tuple[str, ...]) -> Any:
    return _key(default, about, "one of " + ", ".join(choices), lambda text: text in choices)


def _text(default: str, about: str, most: int) -> Any:
    return _key(default, about, f"text of 1 to {most} characters", lambda t: 0 < len(t) <= most)


def _printed(default: str, about: str, most: int) -> Any:
    """Text that stands on tickets: something to see, and nothing that a printer would obey."""
    return _key(
        default,
        about,
        f"1 to {most} characters that can be printed, no blanks around them",
        lambda t: 0 < len(t) <= most and t.isprintable() and t == t.strip(),
    )


def _truth(default: bool, about: str) -> Any:
    return _key(default, about, "true or false", lambda _: True)


def _is_address_and_port(text: str) -> bool:
    host, _, port = text.rpartition(":")
    try:
        ip_address(host.strip("[]"))
        return port.isascii() and port.isdigit() and 0 < int(port) < 65536
    except ValueError:
        return False


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_camera(text: str) -> bool:
    kind, _, rest = text.partition(":")
    match kind:
        case "mjpeg":
            return _is_address(rest) and urlsplit(rest).hostname in LOOPBACK
        case "file" | "folder":
            return bool(rest)
        case _:
            return text == "" or text.startswith("/dev/")


@dataclass(frozen=True, slots=True)
class KioskSettings:
    """What this kiosk is."""

    id: str = _printed("A-01", "Name of this kiosk, printed on every ticket.", 8)
    profile: str = _choice(
        "standard",
        "`demo` alone allows the simulated clock, the scripted hand and sandbox identities.",
        ("standard", "mobile", "demo"),
    )
    data: str = _text("var", "Folder of ledger and log, relative to the settings file.", PATH_MOST)
    tenant: str = _printed("Kabupaten Contoh", "Second line of the header and of tickets.", 40)


@dataclass(frozen=True, slots=True)
class PanelSettings:
    """The screen and how it hangs."""

    diagonal_in: float = _number(21.5, "Diagonal of the screen, inches.", 7, 100)
    bottom_edge_mm: float = _number(850, "Lower edge of the screen above the floor, mm.", 200, 1500)
    fullscreen: bool = _truth(True, "Cover the whole screen.")
    width: int = _number(0, "Width of the window, pixels; 0 takes the screen's.", 0, 8192)
    height: int = _number(0, "Height of the window, pixels; 0 takes the screen's.", 0, 8192)
    reduce_motion: bool = _truth(False, "Leave out slides and drifting clouds for everyone.")


@dataclass(frozen=True, slots=True)
class PrinterLink:
    """A ticket printer that takes over while the first one cannot print; beside it."""

    kind: str = _choice("none", "How the printer is connected.", ("none", "tcp", "serial", "usb"))
    address: str = _key(
        "127.0.0.1:9100",
        "Address of a network printer; numeric, so that no name service is needed to print.",
        "numeric-address:port",
        _is_address_and_port,
    )
    device: str = _key(
        "",
        "File of a serial or USB printer, best one that names its serial number.",
        "a path under /dev, or nothing",
        lambda path: path == "" or path.startswith("/dev/"),
    )
    baud: int = _key(
        115200, "Speed of a serial line.", "one of " + ", ".join(map(str, BAUD_RATES)),
        lambda baud: baud in BAUD_RATES,
    )  # fmt: skip
    flow: str = _choice(
        "rts-cts", "How a serial printer asks for a pause.", ("rts-cts", "xon-xoff", "none")
    )
    profile: str = _key(
        "generic",
        "Make of the printer: `generic`, or a file of resources/printers.",
        "small letters, digits, - and _",
        lambda name: bool(name) and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_"),
    )
    answers: bool = _truth(
        True, "False for a printer that never answers: it is printed on blindly, told as sent."
    )
    roll_mm: int = _number(0, "Length of a new roll, mm; 0 takes the profile's.", 0, 1_000_000)
    width_dots: int = _key(
        576, "Printable dots: 576 for 80 mm paper, 384 for 58 mm.", "576 or 384",
        lambda dots: dots in (576, 384),
    )  # fmt: skip
    bytes_per_second: int = _number(
        1_000_000, "Speed of the link; under 86000 tickets are printed as text.", 100, 100_000_000
    )


@dataclass(frozen=True, slots=True)
class PrinterSettings(PrinterLink):
    """The ticket printer."""

    position: str = _choice("below", "Where the paper comes out, seen from the screen.", POSITIONS)
    templates: str = _key(
        "",
        "Folder of the site's own templates of papers, relative to the settings file.",
        "a path, or nothing",
        lambda path: len(path) <= PATH_MOST,
    )
    survey_slips: bool = _truth(
        False, "Print a slip that asks for a judgement after each receipt for documents."
    )


@dataclass(frozen=True, slots=True)
class CameraSettings:
    """The camera that reads codes."""

    source: str = _key(
        "",
        "`/dev/v4l/by-id/...`, `file:PATH`, `folder:PATH`, `mjpeg:http://...`; empty for none.",
        "a device path, file:, folder:, mjpeg:http:// or nothing",
        _is_camera,
    )
    position: str = _choice("below", "Where the camera is, seen from the screen.", POSITIONS)
    height_most: int = _number(
        1080, "Height of the largest picture to ask for; 720 spares a slow processor.", 720, 1080
    )
    exposure_ms: float = _number(
        10, "Exposure, ms; lamps on 50 Hz do not flicker at 10. 0 leaves it to the camera.", 0, 100
    )
    focus: int = _number(
        -1, "Focus in the camera's own unit (`v4l2-ctl -l`); -1 leaves it to the camera.", -1, 10000
    )


@dataclass(frozen=True, slots=True)
class ScannerSettings:
    """A hand scanner, beside the camera or instead of it."""

    kind: str = _choice(
        "none",
        "How the scanner speaks: as a keyboard it has no bytes beyond ASCII.",
        ("none", "keyboard", "hid-pos", "serial"),
    )
    device: str = _key(
        "",
        "Its file: under /dev/input/by-id, /dev/serial/by-id, or a hidraw one that udev names.",
        "an absolute path, or nothing",
        lambda path: path == "" or path.startswith("/"),
    )
    baud: int = _key(
        115200, "Speed of a serial line.", "one of " + ", ".join(map(str, BAUD_RATES)),
        lambda baud: baud in BAUD_RATES,
    )  # fmt: skip
    suffix: str = _choice(
        "cr",
        "What the scanner sends after each code; it is cut off.",
        ("cr", "lf", "crlf", "tab", "none"),
    )
    position: str = _choice("below", "Where the scanner is, seen from the screen.", POSITIONS)


@dataclass(frozen=True, slots=True)
class CentralSettings:
    """The server that assigns numbers and takes facts."""

    url: str = _key(
        "",
        "Where the server answers; empty for the address that enrolment told.",
        "https:// address, or nothing",
        lambda url: url == "" or (url.startswith("https://") and _is_address(url)),
    )
    public_host: str = _text("mpp.example.go.id", "Host in the QR of tickets, for phones.", 60)


@dataclass(frozen=True, slots=True)
class DemoSettings:
    """Only with profile `demo`."""

    clock_offset_seconds: float = _number(
        0, "Added to the machine's clock.", -3_000_000_000, 3_000_000_000
    )
    hand: str = _key("", "Socket of the scripted hand; empty for none.", "a path", lambda _: True)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a kiosk."""

    kiosk: KioskSettings = KioskSettings()
    panel: PanelSettings = PanelSettings()
    printer: PrinterSettings = PrinterSettings()
    second_printer: PrinterLink = PrinterLink()
    camera: CameraSettings = CameraSettings()
    scanner: ScannerSettings = ScannerSettings()
    central: CentralSettings = CentralSettings()
    demo: DemoSettings = DemoSettings()
    folder: Path = Path()
    file: Path | None = field(default=None, compare=False)
    """Where they were read; None where they were made up."""

    @property
    def data(self) -> Path:
        """The data folder, absolute."""
        return (self.folder / self.kiosk.data).resolve()

    @property
    def templates(self) -> Path | None:
        """The folder of the site's own templates, absolute."""
        own = self.printer.templates
        return (self.folder / own).resolve() if own else None


SECTIONS = {
    "kiosk": KioskSettings,
    "panel": PanelSettings,
    "printer": PrinterSettings,
    "second_printer": PrinterLink,
    "camera": CameraSettings,
    "scanner": ScannerSettings,
    "central": CentralSettings,
    "demo": DemoSettings,
}
_KINDS = {str: "text", bool: "true or false", int: "a whole number", float: "a number"}


def read_settings(path: Path) -> Settings:
    """Read a settings file. Raises SettingsError with every complaint."""
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SettingsError([f"{path}: cannot be read ({error.strerror})"]) from error
    except ValueError as error:  # TOML, UTF-8, or a number of thousands of digits
        raise SettingsError([f"{path}: not TOML ({error})"]) from error
    return replace(parse_settings(document, str(path), path.parent), file=path)


def parse_settings(document: Mapping[str, object], origin: str, folder: Path) -> Settings:
    """Validate a parsed document. Raises SettingsError with every complaint."""
    complaints: list[str] = []
    for name in document:
        if name not in SECTIONS:
            complaints.append(f"{origin}: [{name}]: unknown; expected one of {', '.join(SECTIONS)}")
    parts: dict[str, Any] = {}
    for name, kind in SECTIONS.items():
        table = document.get(name, {})
        if isinstance(table, Mapping):
            parts[name] = _section(name, kind, table, origin, complaints)
        else:
            complaints.append(f"{origin}: {name}: expected a table [{name}]")
    if not complaints:
        settings = Settings(**parts, folder=folder)
        complaints += [f"{origin}: {line}" for line in _impossible(settings)]
    if complaints:
        raise SettingsError(complaints)
    return settings


def _section(
    name: str, kind: type, table: Mapping[str, object], origin: str, complaints: list[str]
) -> object:
    known = {one.name: one for one in fields(kind)}
    values: dict[str, object] = {}
    for key, value in table.items():
        place = f"{origin}: {name}.{key}"
        if key not in known:
            complaints.append(f"{place}: unknown; expected one of {', '.join(known)}")
            continue
        wanted = known[key].type
        if wanted is float and type(value) is int and abs(value) < FLOAT_MOST:
            value = float(value)
        if type(value) is not wanted:
            complaints.append(f"{place}: expected {_KINDS[wanted]}")  # type: ignore[index]  # a type
        elif not known[key].metadata["good"](value):
            complaints.append(f"{place}: expected {known[key].metadata['expected']}")
        else:
            values[key] = value
    return kind(**values)


def _impossible(settings: Settings) -> list[str]:
    """Settings that are right one by one and wrong together."""
    complaints = []
    complaints += _impossible_printers(settings)
    if settings.scanner.kind != "none" and not settings.scanner.device:
        complaints.append("scanner.device: expected a path for a scanner")
    demo = settings.demo
    if settings.kiosk.profile != "demo" and (demo.clock_offset_seconds or demo.hand):
        complaints.append('demo: expected nothing here unless kiosk.profile = "demo"')
    if (settings.panel.width == 0) != (settings.panel.height == 0):
        complaints.append("panel: expected width and height together, or neither")
    if settings.panel.fullscreen and settings.panel.width:
        complaints.append("panel.fullscreen: expected false where width and height are given")
    return complaints


def _impossible_printers(settings: Settings) -> list[str]:
    first, second = settings.printer, settings.second_printer
    complaints = [
        f"{name}.device: expected a path for a serial or USB printer"
        for name, printer in (("printer", first), ("second_printer", second))
        if printer.kind in ("serial", "usb") and not printer.device
    ]
    if second.kind != "none" and (first.kind == "none" or _same_printer(first, second)):
        complaints.append("second_printer: expected only beside another printer")
    return complaints


def _same_printer(first: PrinterLink, second: PrinterLink) -> bool:
    if "tcp" in (first.kind, second.kind):
        return first.kind == second.kind and first.address == second.address
    return first.device == second.device
