"""One paper for a printer while there is no ledger: the journal of a single job, and how it ended.

The spooler itself is the kiosk's own, so the page proves of the printer what tickets will prove.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kiosk.domain.devices import InMouth, PaperOutcome, PrinterState
from kiosk.domain.paper import Paper
from kiosk.ports import JobState, Printer, PrintJob

SUBJECT = UUID(int=1)
CANNOT_SECONDS = 20.0
"""How long a printer may say nothing before it is given up."""
MOST_SECONDS = 60.0
_WAITS = (PaperOutcome.PRINTING, PaperOutcome.CHECKING, PaperOutcome.HOT)


class OnePaper:
    """Implements PrintJournal, PrinterMemory and PrinterListener for one job in memory."""

    def __init__(self, paper: Paper, at: datetime) -> None:
        self._news = threading.Condition()
        self._job = PrintJob(1, SUBJECT, paper, at, JobState.QUEUED, 0, copy=False)
        self._records: dict[str, str] = {}
        self._outcome: PaperOutcome | None = None
        self._state: PrinterState | None = None

    def print(self, make_printer: Callable[["OnePaper"], Printer]) -> PaperOutcome:
        """Have it printed, and wait for the end; it blocks. What did not come out comes out no more."""
        printer = make_printer(self)
        printer.start()
        try:
            with self._news:
                self._news.wait_for(lambda: self._over() or self._answers(), CANNOT_SECONDS)
                if self._answers() and not self._over():
                    self._news.wait_for(self._over, MOST_SECONDS)
                ended = self._outcome
                return ended if ended and ended not in _WAITS else PaperOutcome.OFF
        finally:
            printer.close()

    def _over(self) -> bool:
        if self._state is not None and not self._state.can_print:
            return True
        return self._outcome is not None and self._outcome not in _WAITS

    def _answers(self) -> bool:
        return self._state is not None and self._state.can_print

    # --- PrintJournal ---

    def open_jobs(self) -> Sequence[PrintJob]:
        """See PrintJournal."""
        with self._news:
            return () if self._job.state.ended else (self._job,)

    def move(
        self,
        job: int,  # noqa: ARG002 - there is one
        state: JobState,
        *,
        attempt: int | None = None,
        detail: str = "",  # noqa: ARG002 - nobody reads it here
        claim: str | None = None,
    ) -> None:
        """See PrintJournal."""
        with self._news:
            self._job = replace(
                self._job,
                state=state,
                attempt=self._job.attempt if attempt is None else attempt,
                claim=self._job.claim if claim is None else claim,
            )

    # --- PrinterMemory ---

    def recall(self, serial: str) -> str | None:
        """See PrinterMemory."""
        return self._records.get(serial)

    def keep(self, serial: str, record: str) -> None:
        """See PrinterMemory."""
        self._records[serial] = record

    # --- PrinterListener ---

    def printer_changed(self, state: PrinterState) -> None:
        """See PrinterListener."""
        with self._news:
            self._state = state
            self._news.notify_all()

    def job_changed(self, subject: UUID, outcome: PaperOutcome) -> None:  # noqa: ARG002 - there is one
        """See PrinterListener."""
        with self._news:
            self._outcome = outcome
            self._news.notify_all()

    def mouth_changed(self, subject: UUID, told: InMouth) -> None:
        """See PrinterListener; whoever prints one paper stands before the printer."""
