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

    @property
    def drivable(self) -> bool:
        """False for a profile that only records facts: no dialogue of ours speaks its dialect."""
        return self.dialect == "escpos"


FULL = 20
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
    except (KeyError, TypeError, ValueError) as error:
        raise ProfileError(f"{path.name}: {error}") from error


def find_profile(folder: Path, name: str) -> PrinterProfile:
    """The profile of a name. Raises ProfileError."""
    known = sorted(path.stem for path in folder.glob("*.toml"))
    if name not in known:
        raise ProfileError(f"no printer profile {name}; expected one of {', '.join(known)}")
    return read_profile(folder / f"{name}.toml")


def _profile(name: str, document: Mapping[str, Any]) -> PrinterProfile:  # Any: a TOML document
    sources = [_source(key, table) for key, table in _tables(document)]
    status = document["status"]
    paper = document.get("paper", {})
    return PrinterProfile(
        name,
        str(document["title"]),
        str(document.get("dialect", "escpos")),
        StatusTable(*(_bits(status.get(key, {})) for key in ("answers", "automatic", "full"))),
        int(paper.get("roll_mm", 80_000)),
        paper.get("near_end_mm"),
        float(paper.get("feed_to_cutter_mm", 14.0)),
        _presenter(document["presenter"]) if "presenter" in document else None,
        tuple(sources),
        _demux(document),
    )


def _demux(document: Mapping[str, Any]) -> str:
    kind = str(document.get("demux", {}).get("kind", "epson"))
    if kind not in DEMUX:
        raise ValueError(f"[demux]: kind is one of {', '.join(DEMUX)}")
    if (kind == "custom") != bool(document["status"].get("full")):
        raise ValueError("[demux]: kind custom goes with [status.full], and only with it")
    return kind


def _tables(document: Mapping[str, Any]) -> Sequence[tuple[str, Mapping[str, Any]]]:
    """Every table that holds facts, by its name."""
    found = [(key, table) for key, table in document.items() if isinstance(table, dict)]
    status = dict(document["status"])
    return [(key, table) for key, table in found if key != "status"] + [
        (f"status.{key}", table) for key, table in status.items()
    ]


def _source(name: str, table: Mapping[str, Any]) -> str:
    source = table.get("source")
    if not isinstance(source, str) or not source.strip():
        raise ValueError(f"[{name}]: a source is expected: manual and page, or how it was found")
    return source


def _bits(table: Mapping[str, Any]) -> Bits:
    places = {key: value for key, value in table.items() if key != "source"}
    if unknown := set(places) - set(FIELDS):
        raise ValueError(f"unknown sensor {', '.join(sorted(unknown))}")
    bits = {}
    for key, pairs in places.items():
        bits[key] = tuple((int(where), int(mask)) for where, mask in pairs)
        if not bits[key] or any(not 0 < mask < 256 for _, mask in bits[key]):
            raise ValueError(f"{key}: pairs of place and mask expected")
    return bits


def _presenter(table: Mapping[str, Any]) -> Presenter:
    return Presenter(float(table["seconds"]), bytes.fromhex(str(table["when_left"])))
