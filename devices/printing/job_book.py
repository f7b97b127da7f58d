"""The spooler's book of jobs: what waits, what was told, and the durable record of every move."""

from datetime import timedelta

from devices.printing.evidence import Reading
from devices.printing.note import Note
from devices.printing.turns import Turns, signed
from kiosk.domain.devices import PaperOutcome
from kiosk.ports import Clock, JobState, KioskError, PrinterListener, PrintJob, PrintJournal

JOURNAL_REST_SECONDS = 5.0


class JobBook:
    """Keeps jobs from the journal until they end; used by the spooler's thread."""

    def __init__(
        self,
        journal: PrintJournal,
        listener: PrinterListener,
        clock: Clock,
        note: Note,
        life_seconds: float,
        turns: Turns,
    ) -> None:
        self._journal = journal
        self._listener = listener
        self._clock = clock
        self._note = note
        self._life = timedelta(seconds=life_seconds)
        self._turns = turns
        self._waiting: dict[int, PrintJob] = {}
        self._known: set[int] = set()
        self._told: dict[int, PaperOutcome] = {}
        self._rests_until = clock.monotonic()

    # --- reading ---

    def reload(self) -> list[PrintJob] | None:
        """Take in new jobs; those that an earlier process left in the printer are returned.

        None where the journal cannot be read now.
        """
        if not self.journal_rested:
            return None
        try:
            jobs = self._turns.deal(self._journal.open_jobs())
        except KioskError as error:
            self._rest(error)
            return None
        self._forget_what_others_hold()
        for job in jobs:
            if job.id in self._waiting and job.state is JobState.QUEUED:
                self._waiting[job.id] = job  # it may have been another printer's meanwhile
        return [job for job in jobs if job.id not in self._known and not self._take(job)]

    def _forget_what_others_hold(self) -> None:
        for job in [job for job in self._waiting.values() if not self._turns.holds(job)]:
            self._forget(job)

    def _forget(self, job: PrintJob) -> None:
        self._waiting.pop(job.id, None)
        self._told.pop(job.id, None)
        self._known.discard(job.id)

    def _take(self, job: PrintJob) -> bool:
        """Keep a job that waits; False for one that is in the printer."""
        self._known.add(job.id)
        if job.state is JobState.CLAIMED:
            # Claimed but never sending: no byte has left, which is proof enough.
            self.move(job, JobState.QUEUED, detail="claimed, never sent")
        elif job.state is not JobState.QUEUED:
            return False
        self._waiting[job.id] = job
        return True

    @property
    def journal_rested(self) -> bool:
        """False for a while after the journal failed."""
        return self._clock.monotonic() >= self._rests_until

    @property
    def waiting(self) -> list[PrintJob]:
        """Jobs that may be printed, oldest first."""
        jobs = (self._waiting[job] for job in sorted(self._waiting))
        return [job for job in jobs if self._turns.holds(job)]

    def expired(self, job: PrintJob) -> bool:
        """True when no citizen waits for the paper any more."""
        return self._clock.now() - job.made_at >= self._life

    # --- moving ---

    def claim(self, job: PrintJob, before: Reading) -> bool:
        """Make the claim durable, before the first byte.

        False when the journal did not take it, or another printer was quicker.
        """
        if not self._turns.begin(job):
            return False
        detail, attempt = str(before), job.attempt
        claim = signed(before.claim(), self._turns.name)
        try:
            self._journal.move(
                job.id, JobState.CLAIMED, attempt=attempt, detail=detail, claim=claim
            )
            self._journal.move(job.id, JobState.SENDING, detail=detail)
        except KioskError as error:
            self._turns.release(job)
            self._rest(error)
            return False
        del self._waiting[job.id]
        return True

    def move(self, job: PrintJob, state: JobState, detail: str = "") -> None:
        """Record what paper has already made true; a full disk cannot undo it."""
        try:
            self._journal.move(job.id, state, detail=detail)
        except KioskError as error:
            self._rest(error)
        self._turns.moved(job, state)

    def requeue(self, job: PrintJob) -> None:
        """Let a job wait again, as the attempt that it names."""
        try:
            self._journal.move(job.id, JobState.QUEUED, attempt=job.attempt)
        except KioskError as error:
            self._rest(error)
        self._waiting[job.id] = job
        self._turns.release(job)

    def end(self, job: PrintJob, state: JobState, detail: str) -> None:
        """Record the last state of a job and forget it."""
        self.move(job, state, detail)
        self._waiting.pop(job.id, None)
        self._told.pop(job.id, None)
        if self.journal_rested:
            self._known.discard(job.id)

    def drop(self, job: PrintJob, reason: PaperOutcome) -> None:
        """Give up a job that is not on its way; its ticket stays valid."""
        if not self._turns.begin(job):
            return
        told = self._told.get(job.id, PaperOutcome.PRINTING)
        if told.on_its_way:
            # Nobody shall wait for paper that does not come any more.
            told = PaperOutcome.OFF if reason.on_its_way else reason
            self.tell(job, told)
        self.end(job, JobState.EXPIRED, f"not printed: {told}")

    def _rest(self, error: KioskError) -> None:
        self._rests_until = self._clock.monotonic() + JOURNAL_REST_SECONDS
        self._note("print-journal.failed", error=str(error))

    # --- telling ---

    def tell_check(self, job: PrintJob) -> None:
        """Tell that a job on its way is looked into; what was told since stays."""
        if self._told.get(job.id) is PaperOutcome.PRINTING:
            self.tell(job, PaperOutcome.CHECKING)

    def tell(self, job: PrintJob, outcome: PaperOutcome) -> None:
        """Tell the listener how far a job came, once."""
        if self._told.get(job.id) is not outcome:
            self._told[job.id] = outcome
            self._listener.job_changed(job.subject, outcome)
