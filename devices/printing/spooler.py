"""The printer as the kiosk sees it: one thread that owns the link, the press and what is told.

Each turn does the one thing that comes first: learn what the printer can prove, settle what was
interrupted, print what waits.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from devices.guard import keep_running
from devices.printing.composer import Composer, Level
from devices.printing.cutter_watch import CutterWatch
from devices.printing.dialogue import Closed, Dialogue
from devices.printing.flight import Flight, inherited
from devices.printing.handshake import Facts, greet, introduce
from devices.printing.job_book import JobBook
from devices.printing.mouth import Mouth
from devices.printing.noise_watch import NoiseWatch
from devices.printing.note import Note
from devices.printing.pacing import Pacing
from devices.printing.paper_watch import PaperWatch
from devices.printing.press import Press
from devices.printing.profiles import GENERIC, PrinterProfile
from devices.printing.roll_change import RollWatch
from devices.printing.status import OUTCOMES
from devices.printing.transport import CALL_SECONDS_MOST, LinkLost, Transport
from devices.printing.turns import Turns, alone
from kiosk.domain.devices import PaperOutcome, PrinterState, RollStep
from kiosk.domain.trace import trace_of
from kiosk.ports import Clock, PrinterListener, PrinterMemory, PrinterReport, PrintJournal

CLOSE_SECONDS = 1.0
MODEL_SIGNS_MOST = 40
UNSEEN_SECONDS_MOST = 10.0
"""In less, nobody opens a printer and moves its paper unseen."""


class EscposPrinter:
    """Implements Printer for ESC/POS printers on any transport.

    `void_words` stand on a strip that voids rows already printed, the title first. `answers` is
    False only for a printer that is declared to say nothing at all: it is printed on blindly and
    its tickets are told as sent. A printer that falls silent is never believed.
    """

    def __init__(
        self,
        transport: Transport,
        composer: Composer,
        journal: PrintJournal,
        listener: PrinterListener,
        clock: Clock,
        *,
        void_words: tuple[str, ...],
        answers: bool = True,
        profile: PrinterProfile = GENERIC,
        roll_mm: float | None = None,
        memory: PrinterMemory | None = None,
        pacing: Pacing | None = None,
        turns: Turns | None = None,
        note: Note = lambda *_, **__: None,
    ) -> None:
        self._transport = transport
        self._turns = turns or alone(listener, clock)
        self._clock = clock
        self._answers = answers
        self._pacing = pacing or Pacing()
        self._note = note
        self._closing = threading.Event()
        self._woken = True
        self._thread = threading.Thread(target=self.run, name="printer", daemon=True)
        self._dialogue = Dialogue(
            transport, clock, self._pacing, self._closing.is_set, profile.status
        )
        self._book = JobBook(journal, listener, clock, note, self._pacing.job_life, self._turns)
        self._press = Press(
            self._dialogue, composer, self._book, clock, self._pacing, void_words, self._meanwhile
        )
        self._paper = PaperWatch(
            profile,
            roll_mm or profile.roll_mm,
            memory,
            self._press.yardstick,
            note,
            self._turns.name,
        )
        self._cutter = CutterWatch(clock, note)
        self._noise = NoiseWatch(clock, note)
        self._mouth = Mouth(self._dialogue, clock, profile.presenter, note, listener.mouth_changed)
        self._press.came_out = self._came_out
        self._facts: Facts | None = None
        self._cleared = False
        self._state: PrinterState | None = None
        self._failures = 0
        self._suspects: set[int] = set()
        self._roll: RollWatch | None = None
        self._renewed = False

    # --- ports.Printer ---

    def start(self) -> None:
        """See Printer."""
        self._thread.start()

    def wake(self) -> None:
        """See Printer."""
        self._woken = True
        self._transport.wake()

    def close(self) -> None:
        """See Printer."""
        self.begin_to_close()
        if self._thread.is_alive():
            self._thread.join(CLOSE_SECONDS)
        else:
            self._transport.close()

    def begin_to_close(self) -> None:
        """Let the thread come to its end without waiting for it."""
        self._closing.set()
        self._transport.wake()

    @property
    def report(self) -> PrinterReport:
        """See Printer."""
        left, facts = self._paper.left, self._facts
        if facts is None:
            return PrinterReport(left.percent, left.tickets)
        model = facts.model.decode("ascii", "ignore")[:MODEL_SIGNS_MOST]
        return PrinterReport(left.percent, left.tickets, int(facts.level), model)

    @property
    def facts(self) -> Facts | None:
        """What the printer was found to be able to prove; None until it answered."""
        return self._facts

    def watch_roll(self, tell: Callable[[RollStep], None] | None) -> None:
        """See Printer."""
        self._roll = RollWatch(tell) if tell else None
        if tell and not self._answers:
            tell(RollStep.UNSEEN)
        self._transport.wake()

    def count_roll_anew(self) -> None:
        """See Printer; where several are watched, it is the one that was loaded."""
        if self._roll is not None and (self._roll.loaded or not self._answers):
            self._renewed = True
            self._transport.wake()

    def _came_out(self, subject: UUID, rows: int) -> None:
        self._paper.printed(rows)
        self._mouth.presented(subject)

    def run(self) -> None:
        """The thread's work, until `close`."""
        try:
            keep_running(self._work, self._closing.wait, self._failed, self._clock)
        finally:
            self._transport.close()

    def _work(self) -> None:
        self._let_go()  # of what a bug left behind
        with suppress(Closed):
            while True:
                self._session()

    def _failed(self, error: Exception) -> None:
        self._note("printer.failed", error=trace_of(error))
        self._announce(PrinterState.BROKEN)

    # --- connection ---

    def _session(self) -> None:
        """One connection, from the first byte to its loss, and the pause after it."""
        try:
            self._dialogue.connect()
            self._cutter.begin()
            self._greet()
            self._failures = 0
            self._announce()
            while True:
                self._turn()
        except LinkLost as lost:
            self._lose(str(lost))
        end = self._clock.monotonic() + self._pacing.pause(self._failures)
        while (left := end - self._clock.monotonic()) > 0:
            self._housekeep()
            self._dialogue.rest(min(left, CALL_SECONDS_MOST))
            if self._transport.came_back():
                return

    def _greet(self) -> None:
        self._facts = None
        if not self._answers:
            level = Level.PORT if self._dialogue.look_at_port() else Level.WRITTEN
            self._know(Facts(level, clears=False, counts_cuts=False, counts_lines=False))
            return
        self._cleared = greet(self._dialogue)
        now = self._clock.monotonic()
        for flight in self._press.flights:
            away = 0.0 if flight.lost_at is None else now - flight.lost_at
            flight.disturbed |= away > UNSEEN_SECONDS_MOST or self._dialogue.status.stopped
            flight.cleared, flight.lost_at = self._cleared, None

    def _lose(self, reason: str) -> None:
        self._let_go()
        self._suspects.clear()
        self._failures += 1
        if self._failures == 1:
            self._note("printer.lost", reason=reason)
            if self._state is not None:
                self._turns.is_in(self._state, ready=False)
        else:
            # One lost connection may be back in a second; two in a row are a silent printer.
            self._announce(PrinterState.SILENT)

    def _let_go(self) -> None:
        self._transport.disconnect()
        for flight in self._press.flights:
            self._book.tell_check(flight.job)
            if flight.lost_at is None:
                flight.lost_at = self._clock.monotonic()

    # --- one step ---

    def _turn(self) -> None:
        """Do the one thing that comes first now."""
        self._housekeep()
        if self._dialogue.status.stopped:
            self._mouth.attend()  # the last ticket of a roll can be taken all the same
            self._watch()
        elif self._facts is None:
            facts = introduce(self._dialogue, self._pacing, clears=self._cleared)
            if facts is not None:
                self._know(facts)
        elif self._mouth.full:
            self._mouth.attend()
        elif self._press.flights:
            self._press.settle(self._press.flights[0], self._facts)
        elif self._press.loose_end:
            self._press.loose_end = not self._press.cut_off(self._facts)
        elif self._book.waiting and self._book.journal_rested and not self._cutter.given_up:
            self._print_next(self._facts)
        else:
            self._watch()

    def _know(self, facts: Facts) -> None:
        self._facts = facts
        self._note("printer.ready", facts=str(facts))
        self._paper.introduced(facts)

    def _print_next(self, facts: Facts) -> None:
        """Print the oldest job, or one that met no bug yet: a ticket must not stop the others."""
        job = min(self._book.waiting, key=lambda job: (job.id in self._suspects, job.id))
        self._suspects.add(job.id)  # and stays one if a bug ends this call
        self._press.print(job, facts)
        self._suspects.discard(job.id)

    def _watch(self) -> None:
        self._dialogue.listen(CALL_SECONDS_MOST)
        if self._answers:
            self._dialogue.beat()
        else:
            self._dialogue.look_at_port()
        self._announce()

    def _meanwhile(self) -> None:
        """While a job is on its way, others come, grow old and are told why they wait."""
        self._announce()
        self._housekeep()

    def _housekeep(self) -> None:
        """What must go on whatever the printer does: new jobs, old jobs, and telling why."""
        self._noise.hear(self._dialogue.garbled())
        if self._renewed:
            self._renewed = False
            self._paper.renewed()
        if self._turns.take_over():
            self._woken = True
        if self._woken and self._book.journal_rested:
            self._woken = False
            left_over = self._book.reload()
            if left_over is None:
                self._woken = True  # set, not or-ed: `wake` may come between reading and writing
            self._press.flights += [
                inherited(job, cleared=self._cleared) for job in left_over or ()
            ]
        blocked = self._blocked_by
        for job in self._book.waiting:
            if self._book.expired(job):
                self._book.drop(job, blocked or PaperOutcome.OFF)
            elif (blocked and not self._turns.relieved()) or not self._book.journal_rested:
                self._book.tell(job, blocked or PaperOutcome.OFF)
        for flight in self._press.flights:
            self._tell_why(flight, blocked)

    @property
    def _blocked_by(self) -> PaperOutcome | None:
        """What citizens are told while nothing is printed; a blind printer's state may be unknown."""
        if self._state is None or (self._state is PrinterState.UNKNOWN and not self._answers):
            return None
        return OUTCOMES.get(self._state)

    def _tell_why(self, flight: Flight, blocked: PaperOutcome | None) -> None:
        """Tell what keeps an interrupted job waiting; the citizen is asked where nobody knows."""
        if flight.lost_at is None:
            if blocked is not None:
                flight.blocked_by = blocked
                self._book.tell(flight.job, blocked)
        elif (
            flight.blocked_by is None
            and self._clock.monotonic() - flight.lost_at > self._pacing.doubt
        ):
            self._book.tell(flight.job, PaperOutcome.IN_DOUBT)

    def _announce(self, state: PrinterState | None = None) -> None:
        if state is None:
            state = self._dialogue.status.state()
            if state is PrinterState.READY and not self._answers:
                state = PrinterState.UNKNOWN
        if self._answers:
            self._paper.look(self._dialogue.status)
            self._cutter.look(self._dialogue.status)
            if self._dialogue.status.broken and self._state is not PrinterState.BROKEN:
                self._note("printer.broken", status=self._dialogue.told.hex(" "))
        if self._cutter.given_up and state.can_print:
            state = PrinterState.BROKEN
        self._state = state
        blind = state is PrinterState.UNKNOWN and self._answers
        self._turns.is_in(state, ready=state.can_print and not blind)
        # Read once: another thread may end the watch meanwhile.
        if (roll := self._roll) and self._answers and state is not PrinterState.SILENT:
            roll.look(self._dialogue.status)
