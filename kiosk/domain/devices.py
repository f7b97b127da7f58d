"""What the session needs to know of its devices, in the citizen's terms."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class PrinterState(StrEnum):
    """The printer as a whole."""

    UNKNOWN = "unknown"
    READY = "ready"
    PAPER_LOW = "paper-low"
    PAPER_OUT = "paper-out"
    COVER_OPEN = "cover-open"
    JAM = "jam"
    HOT = "hot"
    BROKEN = "broken"
    SILENT = "silent"

    @property
    def can_print(self) -> bool:
        """True when a job sent now is expected to come out."""
        return self in (PrinterState.UNKNOWN, PrinterState.READY, PrinterState.PAPER_LOW)


class PaperOutcome(StrEnum):
    """How far one job came; printed, probably printed and sent are different words."""

    PRINTING = "printing"
    CHECKING = "checking"
    """The printer was lost in the middle, and what came out is looked into."""
    PRINTED = "printed"
    PROBABLY = "probably"
    SENT = "sent"
    PAPER_OUT = "paper-out"
    COVER_OPEN = "cover-open"
    JAM = "jam"
    HOT = "hot"
    OFF = "off"
    IN_DOUBT = "in-doubt"

    @property
    def left_the_printer(self) -> bool:
        """True where a paper is out, as far as can be told."""
        return self in (PaperOutcome.PRINTED, PaperOutcome.PROBABLY, PaperOutcome.SENT)

    @property
    def on_its_way(self) -> bool:
        """True while the citizen may expect paper."""
        return self in (
            PaperOutcome.PRINTING,
            PaperOutcome.CHECKING,
            PaperOutcome.PRINTED,
            PaperOutcome.PROBABLY,
            PaperOutcome.SENT,
            PaperOutcome.HOT,
        )


class InMouth(StrEnum):
    """What becomes of a paper that is not taken from the printer's mouth at once."""

    WAITS = "waits"
    TAKEN = "taken"
    LEFT = "left"
    """Nobody took it: the printer drew it in or threw it out."""


@dataclass(frozen=True, slots=True)
class Untaken:
    """A paper that waits in the printer's mouth, and since when its visitor is called."""

    paper: UUID
    since: datetime


class CameraState(StrEnum):
    """The camera as a whole."""

    OFF = "off"
    STARTING = "starting"
    READY = "ready"
    MISSING = "missing"
    STALLED = "stalled"


class ScannerState(StrEnum):
    """The hand scanner as a whole; `NONE` where this kiosk has none."""

    NONE = "none"
    STARTING = "starting"
    READY = "ready"
    MISSING = "missing"

    @property
    def works(self) -> bool:
        """True while a code can be shown to it."""
        return self in (ScannerState.STARTING, ScannerState.READY)


class ScanHint(StrEnum):
    """What the visitor could do so that the code is read."""

    NONE = "none"
    CLOSER = "closer"
    BACK = "back"
    BRIGHT = "bright"
    STILL = "still"


class ScanMode(StrEnum):
    """What the scanner should be doing."""

    OFF = "off"
    ARMED = "armed"
    PREVIEW = "preview"


class RollStep(StrEnum):
    """How far a change of the roll is, as a technician is told."""

    OPEN = "open"
    LOAD = "load"
    CLOSE = "close"
    MISSING = "missing"
    """The cover is closed, and there is still no paper."""
    UNSEEN = "unseen"
    """The printer has no way to tell: only paper that comes out shows that it went well."""
    TEST = "test"
    DONE = "done"
    FAILED = "failed"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Film:
    """What a camera sends: its pixels, and how many pictures come in a second."""

    width: int
    height: int
    per_second: int


@dataclass(frozen=True, slots=True)
class Sight:
    """How well a camera sees: sharpness and light, each from 0 to 100."""

    sharpness: int
    light: int
