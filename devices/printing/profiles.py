"""What is known of a make of printer before it is asked: data files, each fact with its source.

A profile tells what no question can: which status bit means what on this make, how long its roll is,
whether it has a presenter. What a printer can prove is probed and never taken from here.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FIELDS = ("offline", "cover_open", "paper_end", "near_end", "cutter", "hot", "broken", "waiting")
"""Names of a Status's fields; `waiting` is a ticket that hangs in the mouth of a presenter."""

Bits = Mapping[str, tuple[tuple[int, int], ...]]
"""By field: (question or byte, mask); every bit of the mask is set where it holds."""


class ProfileError(Exception):
    """A profile file cannot be used; the text is for who writes it."""


@dataclass(frozen=True, slots=True)
class StatusTable:
    """Where a make keeps its sensors in its answers."""

    answers: Bits
    """DLE EOT n: by n."""
    automatic: Bits
    """GS a: by byte, 1 to 4."""
    full: Bits = field(default_factory=dict)
    """DLE EOT 20 (Custom): by byte behind `10 0F`, 1 to 4."""

    @property
    def kinds(self) -> tuple[int, ...]:
        """The questions that tell everything."""
        if self.full:
            return (FULL,)
        return tuple(sorted({kind for places in self.answers.values() for kind, _ in places}))


@dataclass(frozen=True, slots=True)
class Presenter:
    """Holds a ticket until it is taken."""

    seconds: float
    when_left: bytes
    """The command that clears the mouth: eject or retract."""


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """One make of printers."""

    name: str
    title: str
    dialect: str
    status: StatusTable
    roll_mm: int = 80_000
    near_end_mm: int | None = None
    feed_to_cutter_mm: float = 14.0
    presenter: Presenter | None = None
    sources: tuple[str, ...] = ()
    demux: str = "epson"
    """How its answers are told apart: one of DEMUX."""
    feeds: bool = True
    """GS P is obeyed, so ESC J feeds by dots; else blank rows are printed as such."""

    @property
    def drivable(self) -> bool:
        """False for a profile that only records facts: no dialogue of ours speaks its dialect."""
        return self.dialect == "escpos"


FULL = 20
KINDS = range(1, 5)
"""The n of DLE EOT n that every make means alike, and the bytes of a longer answer."""
KNOWN = {
    "": {"title", "dialect", "status", "paper", "demux", "motion", "presenter"},
    "status": {"answers", "automatic", "full"},
    "paper": {"source", "roll_mm", "near_end_mm", "feed_to_cutter_mm"},
    "demux": {"source", "kind"},
    "motion": {"source", "feeds"},
    "presenter": {"source", "seconds", "when_left"},
}
"""What a file and its tables may say."""
DIALECTS = ("escpos", "star")
ROLL_MM_LEAST, ROLL_MM_MOST = 1_000, 1_000_000
FEED_MM_MOST = 100
LEFT_SECONDS_MOST = 600
DEMUX = ("epson", "custom", "star")
"""Epson's frames; the same and DLE EOT 20's; frames with a header of their own."""

STANDARD = StatusTable(
    answers={
        "offline": ((1, 0x08),),
        "cover_open": ((2, 0x04),),
        "paper_end": ((2, 0x20), (4, 0x60)),
        "near_end": ((4, 0x0C),),
        "cutter": ((3, 0x08),),
        "hot": ((3, 0x40),),
        "broken": ((3, 0x20),),
    },
    automatic={
        "offline": ((1, 0x08),),
        "cover_open": ((1, 0x20),),
        "cutter": ((2, 0x08),),
        "broken": ((2, 0x20),),
        "hot": ((2, 0x40),),
        "near_end": ((3, 0x03),),
        "paper_end": ((3, 0x0C),),
    },
)
"""Epson's, which most makes copy: TM-U220 p. 54 and 82-83, Bixolon SRP-350 p. 8-9, CBM1000 p. 49."""

GENERIC = PrinterProfile("generic", "Any ESC/POS printer", "escpos", STANDARD)


def read_profile(path: Path) -> PrinterProfile:
    """Read one profile file. Raises ProfileError."""
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ProfileError(f"{path.name}: {error}") from error
    try:
        return _profile(path.stem, document)
    except KeyError as error:
        raise ProfileError(f"{path.name}: {error.args[0]} is missing") from error
    except ValueError as error:
        raise ProfileError(f"{path.name}: {error}") from error


def find_profile(folder: Path, name: str) -> PrinterProfile:
    """The profile of a name. Raises ProfileError."""
    known = sorted(path.stem for path in folder.glob("*.toml"))
    if name not in known:
        raise ProfileError(
            f"no printer profile {name}; expected one of {', '.join(known)}, or {GENERIC.name}"
        )
    return read_profile(folder / f"{name}.toml")


def _profile(name: str, document: Mapping[str, Any]) -> PrinterProfile:  # Any: a TOML document
    sources = [_source(key, table) for key, table in _tables(document)]
    status = document["status"]
    paper = document.get("paper", {})
    roll_mm = int(_within("roll_mm", paper.get("roll_mm", 80_000), ROLL_MM_LEAST, ROLL_MM_MOST))
    near_end = paper.get("near_end_mm")
    feed = _within("feed_to_cutter_mm", paper.get("feed_to_cutter_mm", 14.0), 0, FEED_MM_MOST)
    profile = PrinterProfile(
        name,
        str(document["title"]),
        _one_of("dialect", document.get("dialect", "escpos"), DIALECTS),
        StatusTable(*(_bits(status.get(key, {})) for key in ("answers", "automatic", "full"))),
        roll_mm,
        None if near_end is None else int(_within("near_end_mm", near_end, 0, roll_mm)),
        float(feed),
        _presenter(document["presenter"]) if "presenter" in document else None,
        tuple(sources),
        _demux(document),
        _feeds(document.get("motion", {})),
    )
    if profile.drivable and not profile.status.kinds:
        raise ValueError("[status.answers]: a sensor expected: without one nothing can be asked")
    return profile


def _demux(document: Mapping[str, Any]) -> str:
    kind = _one_of("[demux]: kind", document.get("demux", {}).get("kind", "epson"), DEMUX)
    if (kind == "custom") != bool(document["status"].get("full")):
        raise ValueError("[demux]: kind custom goes with [status.full], and only with it")
    return kind


def _feeds(table: Mapping[str, Any]) -> bool:
    feeds = table.get("feeds", True)
    if not isinstance(feeds, bool):
        raise ValueError("feeds: true or false expected")
    return feeds


def _tables(document: Mapping[str, Any]) -> Sequence[tuple[str, Mapping[str, Any]]]:
    """Every table that holds facts, by its name. Raises ValueError for one that is none of ours."""
    _only_known("", document)
    found = {key: document[key] for key in KNOWN if key in document}
    for key, table in found.items():
        _only_known(key, table)
    status = found.pop("status", {})
    return [*found.items(), *((f"status.{key}", table) for key, table in status.items())]


def _only_known(name: str, table: object) -> None:
    """A slip of the pen must not count as a fact that was left out."""
    if not isinstance(table, dict):
        raise ValueError(f"[{name}]: a table expected")
    if unknown := set(table) - KNOWN[name]:
        where = f"[{name}]: " if name else ""
        raise ValueError(
            f"{where}{', '.join(sorted(unknown))} means nothing; "
            f"expected {', '.join(sorted(KNOWN[name]))}"
        )


def _source(name: str, table: object) -> str:
    source = table.get("source") if isinstance(table, dict) else None
    if not isinstance(source, str) or not source.strip():
        raise ValueError(f"[{name}]: a source is expected: manual and page, or how it was found")
    return source


def _bits(table: Mapping[str, Any]) -> Bits:
    places = {key: value for key, value in table.items() if key != "source"}
    if unknown := set(places) - set(FIELDS):
        raise ValueError(f"unknown sensor {', '.join(sorted(unknown))}")
    bits = {}
    for key, pairs in places.items():
        try:
            bits[key] = tuple((int(where), int(mask)) for where, mask in pairs)
        except (TypeError, ValueError):
            bits[key] = ()
        if not bits[key] or any(
            where not in KINDS or not 0 < mask < 256 for where, mask in bits[key]
        ):
            raise ValueError(f"{key}: pairs of place and mask expected, 1 to 4 and 1 to 255")
    return bits


def _presenter(table: Mapping[str, Any]) -> Presenter:
    seconds = _within("seconds", table["seconds"], 1, LEFT_SECONDS_MOST)
    try:
        return Presenter(float(seconds), bytes.fromhex(str(table["when_left"])))
    except ValueError as error:
        raise ValueError("when_left: a command in hex expected") from error


def _within(name: str, number: object, least: float, most: float) -> float:
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise ValueError(f"{name}: a number expected")
    if not least <= number <= most:
        raise ValueError(f"{name}: {least} to {most} expected")
    return number


def _one_of(name: str, word: object, words: Sequence[str]) -> str:
    if word not in words:
        raise ValueError(f"{name} is one of {', '.join(words)}")
    return str(word)
