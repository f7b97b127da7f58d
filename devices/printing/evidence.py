"""The rule by which a job counts as out, as certainly not out, or as unknown. Pure.

A timeout is never proof. A job is proven out by its markers or by a cutter counter that moved by
one; it is proven not out only when the printer said that its buffers are cleared and the counter,
read after that on the same printer, stands where it stood before the first byte.
"""

from dataclasses import dataclass
from enum import Enum, auto

FEED_LINES_MOST = 8
"""What may be fed behind the last row, towards the knife; more was somebody's feed button."""


class Verdict(Enum):
    """What the evidence says of a job."""

    DONE = auto()
    """Out and cut."""
    CUT_AGAIN = auto()
    """All rows are out; whether it was cut is not known."""
    NOT_OUT = auto()
    """Not out as a ticket; some rows may hang in the printer."""
    IN_DOUBT = auto()
    """Nobody can tell; only a person may decide."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The counters of one printer, by its serial number; None where it has none.

    `lines` is the line counter, `needed` by how much the job at hand moves it before its last row
    is out for certain; learned from jobs that were proven.
    """

    serial: bytes
    cuts: int | None
    lines: int | None = None
    needed: int | None = None

    def __str__(self) -> str:
        serial = self.serial.decode("ascii", "replace") or "unknown"
        return f"printer {serial}, cuts {'unknown' if self.cuts is None else self.cuts}"

    def claim(self) -> str:
        """As text, for the journal."""
        return " ".join(
            (_text(self.cuts), _text(self.lines), _text(self.needed), self.serial.hex())
        )


def reading_of(claim: str) -> Reading | None:
    """The reading that a claim holds; None where it holds none. A printer's name may follow it."""
    try:
        cuts, lines, needed, serial = claim.split(" ")[:4]
        return Reading(bytes.fromhex(serial), _number(cuts), _number(lines), _number(needed))
    except ValueError:
        return None


def _text(number: int | None) -> str:
    return "-" if number is None else str(number)


def _number(text: str) -> int | None:
    return None if text == "-" else int(text)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a job that was interrupted."""

    printed: bool
    cut: bool
    cleared: bool
    before: Reading | None
    after: Reading | None

    def verdict(self) -> Verdict:
        """Judge the job."""
        if self.cut:
            return Verdict.DONE
        cuts = self._cuts_since()
        if cuts == 1:
            return Verdict.DONE
        if self.printed or (cuts == 0 and self._all_lines_fed()):
            return Verdict.CUT_AGAIN
        if cuts == 0 and self.cleared:
            return Verdict.NOT_OUT
        return Verdict.IN_DOUBT

    def _all_lines_fed(self) -> bool:
        """True when the paper moved as far as the whole ticket is long, and on towards the knife."""
        before, after = self.before, self.after
        if before is None or after is None or before.lines is None or after.lines is None:
            return False
        if before.needed is None:
            return False
        return 0 <= after.lines - before.lines - before.needed <= FEED_LINES_MOST

    def _cuts_since(self) -> int | None:
        before, after = self.before, self.after
        if before is None or after is None or before.serial != after.serial:
            return None
        if before.cuts is None or after.cuts is None:
            return None
        return after.cuts - before.cuts
