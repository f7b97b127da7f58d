"""The one job that is in the printer, and what is known of it; and the ids of its markers."""

from dataclasses import dataclass, replace

from devices.printing.composer import Marks
from devices.printing.evidence import Evidence, Reading, Verdict, reading_of
from kiosk.domain.devices import PaperOutcome
from kiosk.ports import JobState, PrintJob

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class Flight:
    """A job from its claim to its end. `before` is the counter read before the first byte."""

    job: PrintJob
    before: Reading | None
    cleared: bool = False
    printed: bool = False
    cut: bool = False
    verdict: Verdict | None = None
    lost_at: float | None = None
    """When the link went with the job on its way, in monotonic seconds."""
    disturbed: bool = False
    """Somebody may have moved the paper by hand; the line counter says nothing then."""
    blocked_by: PaperOutcome | None = None
    """What stopped it, where that is known."""

    def evidence(self, after: Reading | None) -> Evidence:
        """All that is known, with the counter as it stands now."""
        before = self.before
        if before is not None and self.disturbed:
            before = replace(before, needed=None)
        return Evidence(self.printed, self.cut, self.cleared, before, after)


def inherited(job: PrintJob, *, cleared: bool) -> Flight:
    """A job that an earlier process left in the printer; the journal knows what was read before it.

    `cleared`: the printer dropped all that it held when this process connected.
    """
    before = reading_of(job.claim)
    flight = Flight(job, before=before, cleared=cleared, disturbed=True)
    flight.printed = job.state is JobState.PRINTED
    if job.state is JobState.VOIDED:
        flight.verdict = Verdict.NOT_OUT
    return flight


class MarkMaker:
    """Makes process ids of 4 printable signs; they differ for 238,000 strips in a row.

    `start`: a time in milliseconds, so that a kiosk that was started anew soon begins elsewhere.
    """

    def __init__(self, start: int) -> None:
        self._next = start

    def marks(self) -> Marks:
        """The ids of the next strip."""
        self._next += 1
        number, signs = self._next, ""
        for _ in range(3):
            number, sign = divmod(number, len(SIGNS))
            signs += SIGNS[sign]
        return Marks(f"P{signs}".encode(), f"C{signs}".encode())
