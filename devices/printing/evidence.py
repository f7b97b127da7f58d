"""The rule by which a job counts as out, as certainly not out, or as unknown. Pure.

A timeout is never proof. A job is proven out by its markers or by a cutter counter that moved by
one; it is proven not out only when the printer said that its buffers are cleared and the counter,
read after that on the same printer, stands where it stood before the first byte.
"""

from dataclasses import dataclass
from enum import Enum, auto


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
    """The cutter counter of one printer, by its serial number; None where it has none."""

    serial: bytes
    cuts: int | None

    def __str__(self) -> str:
        serial = self.serial.decode("ascii", "replace") or "unknown"
        return f"printer {serial}, cuts {'unknown' if self.cuts is None else self.cuts}"


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
        if self.printed:
            return Verdict.CUT_AGAIN
        if cuts == 0 and self.cleared:
            return Verdict.NOT_OUT
        return Verdict.IN_DOUBT

    def _cuts_since(self) -> int | None:
        before, after = self.before, self.after
        if before is None or after is None or before.serial != after.serial:
            return None
        if before.cuts is None or after.cuts is None:
            return None
        return after.cuts - before.cuts
