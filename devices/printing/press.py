"""Puts one job at a time on paper, and finds out what became of it when something came between.

What nothing here may break: no byte leaves before the journal holds the claim; a ticket is printed
again only when it is proven not to be out; a timeout proves nothing.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never
from uuid import UUID

from devices.printing.composer import Composer, JobBytes, Level, Marks
from devices.printing.delivery import Delivery, End, Step
from devices.printing.dialogue import Dialogue
from devices.printing.evidence import Verdict
from devices.printing.flight import Flight, MarkMaker
from devices.printing.handshake import Facts, read_counter
from devices.printing.job_book import JobBook
from devices.printing.pacing import ATTEMPTS_MOST, Pacing
from devices.printing.status import OUTCOMES
from devices.printing.transport import LinkLost
from devices.printing.yardstick import Yardstick
from kiosk.domain.devices import PaperOutcome
from kiosk.ports import Clock, JobState, PrintJob

CONFIRMED = {
    Level.WRITTEN: PaperOutcome.SENT,
    Level.PORT: PaperOutcome.SENT,
    Level.STATUS: PaperOutcome.PROBABLY,
}
"""What may be told of a job by a printer that can prove less than print."""


class Press:
    """Prints jobs on a printer that is online. All its methods may raise LinkLost.

    `meanwhile` is called again and again while a job is on its way.
    """

    def __init__(
        self,
        dialogue: Dialogue,
        composer: Composer,
        book: JobBook,
        clock: Clock,
        pacing: Pacing,
        void_words: tuple[str, ...],
        meanwhile: Callable[[], None],
    ) -> None:
        self._dialogue = dialogue
        self._composer = composer
        self._book = book
        self._clock = clock
        self._pacing = pacing
        self._void_words = void_words
        self._meanwhile = meanwhile
        self._marks = MarkMaker(int(clock.now().timestamp() * 1000))
        self.yardstick = Yardstick()
        self.came_out: Callable[[UUID, int], None] = lambda *_: None
        """Told of each ticket that came out: what it is of, and its rows."""
        self.flights: list[Flight] = []
        """Jobs that were begun and have not ended: at most one, and what an earlier process left."""
        self.loose_end = False
        """True while something may hang in the printer that no job accounts for."""

    def print(self, job: PrintJob, facts: Facts) -> None:
        """Print a job that waits. Nothing happens where the printer or the journal is not ready."""
        if self._stopped_before(facts.level):
            return
        if (before := read_counter(self._dialogue, facts)) is None:
            return
        self.yardstick.look(before)
        marks = self._marks.marks()
        data = self._composer.ticket(job.paper, marks, facts.level)
        before = replace(before, needed=self.yardstick.lines_needed(data))
        if not self._book.claim(job, before):
            return
        flight = Flight(job, before)
        self.flights = [flight]
        self._book.tell(job, PaperOutcome.PRINTING)
        end = self._delivery(facts, flight).run(data, marks)
        if end is End.CUT:
            self.yardstick.laid(before, data)
            self.came_out(job.subject, data.rows)
        self._ended(flight, facts, end)

    def _stopped_before(self, level: Level) -> bool:
        if level <= Level.PORT:
            return self._dialogue.look_at_port() and self._dialogue.status.stopped
        return self._dialogue.check().stopped

    def _delivery(self, facts: Facts, flight: Flight | None) -> Delivery:
        def report(step: Step) -> None:
            if flight is not None:
                self._on_step(flight, step)

        return Delivery(self._dialogue, self._clock, self._pacing, facts, report, self._meanwhile)

    def _on_step(self, flight: Flight, step: Step) -> None:
        match step:
            case Step.SENT:
                self._book.move(flight.job, JobState.SENT)
            case Step.PRINTED:
                flight.printed = True
                self._book.move(flight.job, JobState.PRINTED)
            case Step.PAUSED:
                flight.disturbed = True
                self._book.tell(flight.job, OUTCOMES[self._dialogue.status.state()])
            case Step.RESUMED:
                flight.blocked_by = None
                self._meanwhile()
                self._book.tell(flight.job, PaperOutcome.PRINTING)
            case _:
                assert_never(step)

    def _ended(self, flight: Flight, facts: Facts, end: End) -> None:
        match end:
            case End.CUT:
                self._finish(flight, facts)
            case End.STOPPED:
                self._stopped(flight)
            case End.UNANSWERED if facts.clears:
                self._clear(flight, "no marker in time")
            case End.UNANSWERED:
                self._doubt(flight, "no marker in time")

    def _finish(self, flight: Flight, facts: Facts) -> None:
        self._book.tell(flight.job, CONFIRMED.get(facts.level, PaperOutcome.PRINTED))
        self._land(flight, JobState.DONE, str(facts))

    def _doubt(self, flight: Flight, reason: str) -> None:
        """Nothing is proven: a person decides about the ticket; what hangs there is cut off."""
        self._book.tell(flight.job, PaperOutcome.IN_DOUBT)
        self._land(flight, JobState.IN_DOUBT, reason)
        self.loose_end = True

    def _land(self, flight: Flight, state: JobState, detail: str) -> None:
        self._book.end(flight.job, state, detail)
        self.flights.remove(flight)

    def _stopped(self, flight: Flight) -> None:
        state = self._dialogue.status.state()
        flight.disturbed = True
        flight.blocked_by = OUTCOMES[state]
        self._move(flight, JobState.STOPPED, state)
        self._book.tell(flight.job, flight.blocked_by)
        self._meanwhile()
        self._clear(flight, state)

    def _move(self, flight: Flight, state: JobState, detail: str) -> None:
        """Record a job's trouble; that all its rows are out stays on record."""
        self._book.move(flight.job, JobState.PRINTED if flight.printed else state, detail)

    def _clear(self, flight: Flight, reason: str) -> None:
        """Have the printer forget the job, so that it cannot come out later by itself."""
        self._move(flight, JobState.CLEARING, reason)
        flight.cleared = self._dialogue.clear()
        if not flight.cleared:
            raise LinkLost("the printer does not clear its buffers")

    # --- evidence ---

    def settle(self, flight: Flight, facts: Facts) -> None:
        """Find out what became of an interrupted job, and act on it; the printer is online."""
        if flight.verdict is None:
            if (after := read_counter(self._dialogue, facts)) is None:
                return
            flight.verdict = flight.evidence(after).verdict()
            if flight.verdict is Verdict.NOT_OUT:
                self._book.move(flight.job, JobState.VOIDED, detail=str(after))
            elif flight.verdict is Verdict.CUT_AGAIN and not flight.printed:
                flight.printed = True
                self._book.move(flight.job, JobState.PRINTED, detail=str(after))
        match flight.verdict:
            case Verdict.DONE:
                self._finish(flight, facts)
            case Verdict.CUT_AGAIN:
                if self.cut_off(facts):
                    self._finish(flight, facts)
            case Verdict.NOT_OUT:
                self._void(flight, facts)
            case Verdict.IN_DOUBT:
                self._doubt(flight, "no proof either way")
            case _:
                assert_never(flight.verdict)

    def _void(self, flight: Flight, facts: Facts) -> None:
        """Mark what came out as void, then print the ticket again while somebody waits for it."""
        job, marks = flight.job, self._marks.marks()
        strip = self._composer.void(self._void_words, job.paper.number, marks, facts.level)
        if not self._strip(strip, marks, facts):
            return
        again = replace(job, state=JobState.QUEUED, attempt=job.attempt + 1)
        self.flights.remove(flight)
        if again.attempt >= ATTEMPTS_MOST or self._book.expired(job):
            self._book.drop(job, flight.blocked_by or PaperOutcome.OFF)
        else:
            self._book.requeue(again)

    def cut_off(self, facts: Facts) -> bool:
        """Cut off what hangs in the printer; True when that was done."""
        marks = self._marks.marks()
        return self._strip(self._composer.cut(marks, facts.level), marks, facts)

    def _strip(self, data: JobBytes, marks: Marks, facts: Facts) -> bool:
        """Print something that is no ticket; False when it must be tried again."""
        end = self._delivery(facts, None).run(data, marks)
        if end is not End.CUT and facts.clears and not self._dialogue.clear():
            raise LinkLost("the printer does not clear its buffers")
        return end is not End.STOPPED
