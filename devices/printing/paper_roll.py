"""How much paper is left: an odometer in millimetres, a roll's length, and an estimate in tickets.

It counts what was sent to be printed, so it errs on the careful side, and it is put right by the
sensors: a roll that is near its end has so much left as the maker says, a new one is whole.
"""

import json
from dataclasses import asdict, dataclass

ROWS_PER_MM = 8
ALERTS_PERCENT = (15, 5)
TICKET_MM_FIRST = 165.0
"""The designed ticket; replaced by what this kiosk's tickets take."""
AVERAGE_OVER = 20


@dataclass(frozen=True, slots=True)
class PaperLeft:
    """What staff are told."""

    percent: int
    tickets: int


@dataclass(slots=True)
class PaperRoll:
    """The roll in one printer."""

    roll_mm: float
    used_mm: float = 0.0
    ticket_mm: float = TICKET_MM_FIRST
    ever_mm: float = 0.0
    alerted: int = 100

    def printed(self, rows: int, feed_mm: float) -> None:
        """A ticket of so many rows went out."""
        length = rows / ROWS_PER_MM + feed_mm
        self.ticket_mm += (length - self.ticket_mm) / AVERAGE_OVER
        self.used_mm += length
        self.ever_mm += length

    def near_end(self, left_mm: float) -> None:
        """The sensor sees the end come."""
        self.used_mm = max(0.0, self.roll_mm - left_mm)

    def changed(self) -> None:
        """Somebody put a new roll in."""
        self.used_mm, self.alerted = 0.0, 100

    @property
    def left(self) -> PaperLeft:
        """The estimate."""
        left_mm = max(0.0, self.roll_mm - self.used_mm)
        return PaperLeft(int(100 * left_mm / self.roll_mm), int(left_mm / self.ticket_mm))

    def alert(self) -> PaperLeft | None:
        """What to tell staff now: once at each of ALERTS_PERCENT."""
        left = self.left
        passed = [percent for percent in ALERTS_PERCENT if left.percent <= percent < self.alerted]
        if not passed:
            return None
        self.alerted = min(passed)
        return left


@dataclass(frozen=True, slots=True)
class PrinterRecord:
    """What is kept of one printer by its serial number: what it can prove, and its roll."""

    model: str
    level: int
    clears: bool
    counts_cuts: bool
    counts_lines: bool
    lines_per_row: float | None
    used_mm: float
    ticket_mm: float
    ever_mm: float
    alerted: int

    def text(self) -> str:
        """For the memory."""
        return json.dumps(asdict(self))


def record_of(text: str | None) -> PrinterRecord | None:
    """What a memory held; None where it cannot be read."""
    try:
        record = PrinterRecord(**json.loads(text or ""))
        numbers = (record.used_mm, record.ticket_mm, record.ever_mm, record.alerted)
        if all(isinstance(number, int | float) and number >= 0 for number in numbers):
            return record if record.ticket_mm > 0 else None
    except (ValueError, TypeError):
        pass  # written by another version: the printer is asked again, the roll counted anew
    return None
