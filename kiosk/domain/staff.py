"""What concerns staff at the kiosk: the lock of their door, what they may do, how the equipment is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import hypot
from typing import assert_never

from kiosk.domain.devices import Film, Sight

PIN_DIGITS = 6
TRIES = 5
LOCKS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
"""How long the door stays locked after five wrong PINs, and after five more; the last one repeats."""
TECHNICIAN = "technician"
"""The reason of a closure that only staff end."""


# --- the door ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong PINs so far, how often the door was locked for them, and until when it is."""

    wrong: int = 0
    locks: int = 0
    until: datetime | None = None

    def locked_until(self, now: datetime) -> datetime | None:
        """When the door opens again; never later than its longest lock, whatever the clock did."""
        if self.until is None or self.until <= now:
            return None
        return min(self.until, now + LOCKS[-1])

    def tried(self, now: datetime) -> "Tries":
        """One try more, as if it were wrong: it is written down before it is judged."""
        if self.wrong + 1 < TRIES:
            return Tries(self.wrong + 1, self.locks, None)
        lock = LOCKS[min(self.locks, len(LOCKS) - 1)]
        return Tries(0, self.locks + 1, now + lock)

    @property
    def left(self) -> int:
        """How many tries are left before the door is locked."""
        return TRIES - self.wrong


@dataclass(frozen=True, slots=True)
class Unset:
    """Nobody has set a PIN yet."""


@dataclass(frozen=True, slots=True)
class Locked:
    """Too many wrong PINs; `tried` where the one just typed was among them."""

    until: datetime
    tried: bool = False


@dataclass(frozen=True, slots=True)
class Wrong:
    """Not the PIN; so many tries are left."""

    left: int


@dataclass(frozen=True, slots=True)
class Ready:
    """A PIN may be typed."""


@dataclass(frozen=True, slots=True)
class Right:
    """The PIN."""


def is_weak_pin(pin: str) -> bool:
    """One of those that anybody would try first."""
    return len(set(pin)) == 1 or pin in "01234567890" or pin in "09876543210"


PinVerdict = Unset | Locked | Wrong | Ready | Right


# --- what staff do ----------------------------------------------------------------------------


class Act(StrEnum):
    """What staff did, as central is told."""

    ENTERED = "entered"
    REFUSED = "refused"
    LEFT = "left"
    CLOSED = "closed"
    OPENED = "opened"
    PRINT = "print-tested"
    SCAN = "scan-tested"
    SOUND = "sound-tested"
    STATISTICS = "statistics-read"
    ROLL = "roll-changed"
    LAYOUT = "layout-changed"
    TOUCH = "touch-tested"
    LOG = "log-read"
    EXPORT = "log-exported"
    TABLE = "statistics-exported"
    RESTART = "restarted"


class CodeKind(StrEnum):
    """What kind of code a test read; what it says is of no concern to staff."""

    TICKET = "ticket"
    RECEIPT = "receipt"
    BOOKING = "booking"
    IDENTITY = "identity"
    OTHER = "other"


class Finding(StrEnum):
    """How a part is, or how a test went."""

    GOOD = "ok"
    ATTENTION = "warn"
    BROKEN = "bad"
    ABSENT = "off"


# --- where things are -------------------------------------------------------------------------

DIAGONALS = (
    *(10.1, 13.3, 15.0, 15.6, 17.0, 18.5, 19.0, 21.5, 22.0, 23.6, 23.8, 24.0, 27.0),
    *(31.5, 32.0, 42.5, 43.0, 49.0, 50.0, 55.0, 65.0),
)
"""The panels that are sold, inches."""
EDGE_STEP_MM, EDGE_LEAST_MM, EDGE_MOST_MM = 10.0, 200.0, 1500.0
POSITIONS = ("below", "above", "right")


class LayoutPart(StrEnum):
    """What of the layout can be set."""

    DIAGONAL = "diag"
    EDGE = "bottom"
    CAMERA = "camera"
    SCANNER = "scanner"
    PRINTER = "printer"


@dataclass(frozen=True, slots=True)
class Layout:
    """How the panel hangs, and where devices are, seen from the screen."""

    diagonal_in: float = 21.5
    bottom_edge_mm: float = 850.0
    camera: str = "below"
    scanner: str = "below"
    printer: str = "below"

    def stepped(self, part: LayoutPart, steps: int) -> "Layout":
        """With one of its parts set up or down."""
        match part:
            case LayoutPart.DIAGONAL:
                return replace(self, diagonal_in=_next_diagonal(self.diagonal_in, steps))
            case LayoutPart.EDGE:
                edge = EDGE_STEP_MM * round(self.bottom_edge_mm / EDGE_STEP_MM + steps)
                return replace(self, bottom_edge_mm=min(max(edge, EDGE_LEAST_MM), EDGE_MOST_MM))
            case LayoutPart.CAMERA:
                return replace(self, camera=_next_position(self.camera, steps))
            case LayoutPart.SCANNER:
                return replace(self, scanner=_next_position(self.scanner, steps))
            case LayoutPart.PRINTER:
                return replace(self, printer=_next_position(self.printer, steps))
        assert_never(part)


def _next_diagonal(inches: float, steps: int) -> float:
    larger = [one for one in DIAGONALS if one > inches]
    smaller = [one for one in DIAGONALS if one < inches]
    if steps > 0:
        return larger[0] if larger else inches
    return smaller[-1] if smaller else inches


def _next_position(position: str, steps: int) -> str:
    return POSITIONS[(POSITIONS.index(position) + steps) % len(POSITIONS)]


# --- the log ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log, as staff read it."""

    at: datetime
    event: str
    text: str


class Exported(StrEnum):
    """How it went to put a file on a stick."""

    DONE = "done"
    NONE = "none"
    """There is no stick."""
    FULL = "full"
    READ_ONLY = "read-only"
    FAILED = "failed"


# --- touch ------------------------------------------------------------------------------------

TARGETS = 15
"""Three by five."""
TOUCH_GOOD_MM, TOUCH_FAIR_MM = 5.0, 10.0
"""Half of a target of 20 mm is where a finger that means it falls beside it."""
Offset = tuple[float, float] | None
"""How far right and below its middle a target was touched, mm; None where it could not be."""


def distance_mm(offset: tuple[float, float]) -> float:
    """How far from the middle."""
    return hypot(*offset)


def judge_touch(offsets: Sequence[Offset]) -> Finding:
    """By the worst of them."""
    if None in offsets:
        return Finding.BROKEN
    worst = max((distance_mm(one) for one in offsets if one), default=0.0)
    if worst <= TOUCH_GOOD_MM:
        return Finding.GOOD
    return Finding.ATTENTION if worst <= TOUCH_FAIR_MM else Finding.BROKEN


# --- how the equipment is ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TouchTested:
    """How the last test of the touch screen went, and when that was."""

    at: datetime
    finding: Finding


@dataclass(frozen=True, slots=True)
class LeftPapers:
    """How many papers nobody took from the printer on a day."""

    day: date
    count: int


@dataclass(frozen=True, slots=True)
class Equipment:
    """What was last found out about the machine; None is unknown."""

    has_printer: bool = True
    has_camera: bool = True
    paper_percent: int | None = None
    paper_tickets: int | None = None
    left: LeftPapers | None = None
    """None before the first since this start."""
    last_read: datetime | None = None
    film: Film | None = None
    waiting: int | None = None
    """Facts that central has not got."""
    quarantined: int = 0
    clock_trusted: bool = True
    clock_offset: float | None = None
    """Seconds central's clock is ahead of ours."""
    answer_ms: int | None = None
    """So long central took for its last answer."""
    touch: TouchTested | None = None
    disk_free_mb: int | None = None
    celsius: int | None = None
    layout: Layout = Layout()
    sight: Sight | None = None
