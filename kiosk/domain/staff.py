"""What concerns staff at the kiosk: the lock of their door, what they may do, how the equipment is."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

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


class CodeKind(StrEnum):
    """What kind of code a test read; what it says is of no concern to staff."""

    TICKET = "ticket"
    RECEIPT = "receipt"
    BOOKING = "booking"
    IDENTITY = "identity"
    OTHER = "other"


# --- how the equipment is ---------------------------------------------------------------------


class Finding(StrEnum):
    """How a part is, or how a test went."""

    GOOD = "ok"
    ATTENTION = "warn"
    BROKEN = "bad"
    ABSENT = "off"


@dataclass(frozen=True, slots=True)
class Equipment:
    """What was last found out about the machine; None is unknown."""

    has_printer: bool = True
    has_camera: bool = True
    paper_percent: int | None = None
    paper_tickets: int | None = None
    last_read: datetime | None = None
    waiting: int | None = None
    """Facts that central has not got."""
    quarantined: int = 0
    clock_trusted: bool = True
    clock_offset: float | None = None
    """Seconds central's clock is ahead of ours."""
    disk_free_mb: int | None = None
    celsius: int | None = None
