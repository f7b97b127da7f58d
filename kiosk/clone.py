"""Takes from one kiosk's settings what another may have, and fits it to the other's devices.

Nothing that makes a kiosk itself goes along: neither its name, folder, key, enrolment, ledger and PIN
nor the devices that only it has. Each setting is on one of the two lists below; a test holds them whole.
"""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from config.settings import SECTIONS, Settings, SettingsError, parse_settings, read_settings
from config.settings_file import SHIPPED, Changes, begin_settings, settings_after
from kiosk.domain.clone import Clone, Value
from kiosk.domain.found import Found, FoundDevice
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.reading import Refused
from kiosk.paper_templates import FILE_BYTES_MOST, SUFFIX

_LINK = (
    *("kind", "baud", "flow", "profile", "answers"),
    *("roll_mm", "width_dots", "bytes_per_second"),
)
TRAVELS: Mapping[str, tuple[str, ...]] = {
    "kiosk": ("profile", "tenant"),
    "panel": ("diagonal_in", "bottom_edge_mm", "fullscreen", "width", "height", "reduce_motion"),
    "printer": (*_LINK, "position", "survey_slips"),
    "second_printer": _LINK,
    "camera": ("position", "height_most", "exposure_ms", "focus"),
    "scanner": ("kind", "baud", "suffix", "position"),
    "central": ("url", "public_host"),
}
DEVICES: Mapping[str, tuple[str, ...]] = {
    "printer": ("device", "address"),
    "second_printer": ("device", "address"),
    "camera": ("source",),
    "scanner": ("device",),
}
"""Go along only where the name is that of a place every kiosk has, such as /dev/video0."""
STAYS: Mapping[str, tuple[str, ...]] = {
    "kiosk": ("id", "data"),
    "printer": ("templates",),
    "demo": ("clock_offset_seconds", "hand"),
}
"""`printer.templates` is set where a file brings the templates themselves."""
PAPERS = "papers"
"""The folder beside the settings file that templates of a clone are put into."""
_NODE = r"/dev/(?:usb/lp|video|ttyS|ttyUSB|ttyACM|hidraw|input/event)[0-9]{1,3}"
_PORT = r"/dev/(?:v4l|serial|input)/by-path/[\w.:+-]+"
_ANYWHERE = re.compile(f"{_NODE}|{_PORT}")
_NONE = "none"


@dataclass(frozen=True, slots=True)
class Fitted:
    """A clone as values of one kiosk's file; `left` are the sections that need a device yet."""

    changes: Changes
    left: tuple[str, ...]


# --- from a kiosk -----------------------------------------------------------------------------


def clone_of(settings: Settings) -> Clone:
    """What another kiosk may have of these settings. Raises Refused for a demo."""
    if settings.kiosk.profile == "demo":
        raise Refused(["a demo is not cloned: its profile believes anything"])
    sections: dict[str, dict[str, Value]] = {}
    plain = Settings()
    for section, key in _travelling():
        value = getattr(getattr(settings, section), key)
        if value != getattr(getattr(plain, section), key):
            sections.setdefault(section, {})[key] = value
    wanted = []
    for section in DEVICES:
        device = _device_of(settings, section)
        if device is None:
            continue
        key, name = device
        if _ANYWHERE.fullmatch(name):
            sections.setdefault(section, {})[key] = name
        else:
            wanted.append(section)
    return Clone(sections, tuple(wanted))


def with_papers(clone: Clone, settings: Settings) -> Clone:
    """The same with the site's own templates. Raises Refused for what no kiosk would take."""
    papers = {}
    for kind in Kind if settings.templates else ():
        file = (settings.templates or Path()) / f"{kind}{SUFFIX}"
        if file.exists():
            papers[file.name] = _paper(file)
    return Clone(clone.settings, clone.wanted, papers)


def _paper(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            text = stream.read(FILE_BYTES_MOST + 1).decode()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused([f"{file}: cannot be read ({error})"]) from error
    if complaints := _bad_papers({file.name: text}):
        raise Refused(complaints)
    return text


def _device_of(settings: Settings, section: str) -> tuple[str, str] | None:
    """The key and the name of a section's device; None where it has none that counts."""
    table = getattr(settings, section)
    if section == "camera":
        return ("source", table.source) if table.source.startswith("/dev/") else None
    match table.kind:
        case "none":
            return None
        case "tcp":
            return ("address", table.address)
        case _:
            return ("device", table.device)


def _travelling() -> Iterator[tuple[str, str]]:
    return ((section, key) for section, keys in TRAVELS.items() for key in keys)


# --- into a kiosk -----------------------------------------------------------------------------


def checked(clone: Clone) -> Clone:
    """The same, when each of its values is one that a kiosk takes. Raises Refused."""
    complaints = []
    for section, table in clone.settings.items():
        known = (*TRAVELS.get(section, ()), *DEVICES.get(section, ()))
        complaints += [f"{section[:40]}.{key[:40]}: unknown" for key in table if key not in known]
    complaints += [f"{name[:40]}: unknown" for name in clone.wanted if name not in DEVICES]
    complaints += _bad_papers(clone.papers)
    if clone.settings.get("kiosk", {}).get("profile") == "demo":
        complaints.append("kiosk.profile: a kiosk does not become a demo")
    if not complaints:
        complaints += _bad_values(clone)
    if complaints:
        raise Refused(complaints)
    return clone


def _bad_values(clone: Clone) -> tuple[str, ...]:
    """As the settings judge them; what waits for its device is judged with it, later."""
    document = {
        section: {
            key: value
            for key, value in table.items()
            if not (section in clone.wanted and (key == "kind" or key in DEVICES[section]))
        }
        for section, table in clone.settings.items()
    }
    if "printer" in clone.wanted:
        document.pop("second_printer", None)
    try:
        parse_settings(document, "clone", Path())
    except SettingsError as error:
        return error.complaints
    return ()


def _bad_papers(papers: Mapping[str, str]) -> list[str]:
    complaints = []
    for name, text in papers.items():
        if name not in {f"{kind}{SUFFIX}" for kind in Kind}:
            complaints.append(f"{name[:40]}: no template is called so")
            continue
        try:
            if len(text.encode()) > FILE_BYTES_MOST:
                complaints.append(f"{name}: expected at most {FILE_BYTES_MOST} bytes")
            else:
                tomllib.loads(text)
        except (ValueError, RecursionError) as error:
            complaints.append(f"{name}: not TOML ({error})")
    return complaints


def fit_clone(clone: Clone, current: Settings, found: Found) -> Fitted:
    """A clone as changes of a kiosk's settings; raises Refused for one that no kiosk would take.

    A device that was the first kiosk's alone is the one this kiosk already has of that kind, or the
    only one that is found of it. Where none or several are, the section keeps its own and is `left`.
    """
    checked(clone)
    plain = Settings()
    changes: dict[tuple[str, str], Value] = {}
    for section, key in _travelling():
        value = clone.settings.get(section, {}).get(key, getattr(getattr(plain, section), key))
        if value != getattr(getattr(current, section), key):
            changes[section, key] = value
    left: list[str] = []
    taken: set[str] = set()
    for section in DEVICES:
        if "printer" in left and section == "second_printer" and _kind(clone, section) != _NONE:
            device: Changes | None = None  # it only stands beside another
        elif section in clone.wanted:
            device = _fitting(section, clone, current, found, taken)
        else:
            device = _named(section, clone, current)
        if device is None:
            left.append(section)
            changes.pop((section, "kind"), None)
        else:
            changes.update(device)
    return Fitted(changes, tuple(left))


def _kind(clone: Clone, section: str) -> str:
    return str(clone.settings.get(section, {}).get("kind", _NONE))


def _named(section: str, clone: Clone, current: Settings) -> Changes:
    """The device that the clone names; a camera that it does not name is none."""
    named = clone.settings.get(section, {})
    if section == "camera" and "source" not in named and current.camera.source:
        return {("camera", "source"): ""}
    return {(section, key): named[key] for key in DEVICES[section] if key in named}


def _fitting(
    section: str, clone: Clone, current: Settings, found: Found, taken: set[str]
) -> Changes | None:
    kind = _kind(clone, section)
    own = _device_of(current, section)
    if own is None or (section != "camera" and getattr(current, section).kind != kind):
        there = [one.device for one in devices_for(section, kind, found)]
        fitting = [device for device in there if device not in taken]
        if len(fitting) != 1:
            return None
        own = DEVICES[section][0], fitting[0]
    taken.add(own[1])
    return {(section, own[0]): own[1]}


def devices_for(section: str, kind: str, found: Found) -> tuple[FoundDevice, ...]:
    """What is found for a section of the settings and a kind; all of it for an empty kind."""
    match section:
        case "camera":
            return found.cameras
        case "scanner":
            return tuple(one for one in found.scanners if kind in ("", one.kind))
        case _:
            return tuple(one for one in found.printers if kind in ("", one.kind))


def write_clone(file: Path, kiosk_id: str, clone: Clone, found: Found) -> Fitted:
    """Make a kiosk's settings file what the clone says, with its comments; a new one from the shipped.

    Raises Refused, SettingsError or OSError; then neither file nor templates are there.
    """
    current = read_settings(file if file.exists() else SHIPPED)
    fitted = fit_clone(clone, current, found)
    changes: dict[tuple[str, str], Value] = {**fitted.changes, ("kiosk", "id"): kiosk_id}
    if clone.papers:
        changes["printer", "templates"] = PAPERS
    settings_after(file, changes)
    if clone.papers:
        _write_papers(file.resolve().parent / PAPERS, clone.papers)
    begin_settings(file, changes)
    return Fitted(changes, fitted.left)


def _write_papers(folder: Path, papers: Mapping[str, str]) -> None:
    """All of them under a name of its own first, then in its place."""
    if folder.exists():
        there = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
        if there == {name: text.encode() for name, text in papers.items()}:
            return
        raise Refused([f"{folder} is there with other templates: move it away first"])
    fresh = folder.with_name(f".{folder.name}-{os.getpid()}")
    fresh.mkdir()
    for name, text in papers.items():
        (fresh / name).write_bytes(text.encode())
    fresh.rename(folder)


def unlisted_settings() -> set[tuple[str, str]]:
    """Settings that are on no list, or on two: none, says a test."""
    listed = [
        (section, key)
        for table in (TRAVELS, DEVICES, STAYS)
        for section, keys in table.items()
        for key in keys
    ]
    every = {(name, one.name) for name, kind in SECTIONS.items() for one in fields(kind)}
    return (every ^ set(listed)) | {one for one in listed if listed.count(one) > 1}
