"""Hands one job's bytes to the printer and waits for the proof that they became paper."""

from collections.abc import Callable
from enum import Enum, auto

from devices.printing import commands
from devices.printing.composer import JobBytes, Level, Marks
from devices.printing.dialogue import Dialogue
from devices.printing.handshake import Facts
from devices.printing.pacing import CUTTER_ATTEMPTS, ROWS_PER_SECOND_LEAST, Pacing
from devices.printing.status import Status
from devices.printing.transport import CALL_SECONDS_MOST
from kiosk.domain.devices import PrinterState
from kiosk.ports import Clock

QUIET_RECOVERY_SECONDS = 0.25
"""A cutter that frees itself at the first attempt is nobody's business."""


class Step(Enum):
    """What happened on the way."""

    SENT = auto()
    PRINTED = auto()
    PAUSED = auto()
    RESUMED = auto()


class End(Enum):
    """How a delivery ended."""

    CUT = auto()
    """As far as this printer can prove, the paper is out and cut."""
    STOPPED = auto()
    """The printer cannot go on until a person helps."""
    UNANSWERED = auto()
    """Everything was sent and the proof did not come."""


Report = Callable[[Step], None]


class Delivery:
    """One job on its way. Raises LinkLost when the link goes.

    `report` hears of each step; `meanwhile` is called again and again, for what cannot wait.
    """

    def __init__(
        self,
        dialogue: Dialogue,
        clock: Clock,
        pacing: Pacing,
        facts: Facts,
        report: Report,
        meanwhile: Callable[[], None],
    ) -> None:
        self._dialogue = dialogue
        self._clock = clock
        self._pacing = pacing
        self._facts = facts
        self._report = report
        self._meanwhile = meanwhile
        self._paused_seconds = 0.0

    def run(self, job: JobBytes, marks: Marks) -> End:
        """Send `job` and wait for its marks."""
        self._dialogue.marks.clear()
        for chunk in job.chunks:
            # The questions of this job are in its last chunk: what is answered before is older.
            self._dialogue.barriers = 0
            if not self._put(chunk):
                return End.STOPPED
            self._beat()
        self._report(Step.SENT)
        rows_seconds = job.rows / ROWS_PER_SECOND_LEAST
        match self._facts.level:
            case Level.WRITTEN:
                return End.CUT
            case Level.PORT | Level.STATUS:
                return self._watch(2 * rows_seconds)
            case _:
                return self._await(marks, rows_seconds + self._pacing.marker)

    def _put(self, chunk: bytes) -> bool:
        whole = chunk
        while chunk:
            if not self._may_go_on(between_commands=chunk is whole):
                return False
            self._meanwhile()
            sent = self._dialogue.send(chunk)
            chunk = chunk[sent:] if sent else chunk
            self._dialogue.listen(0 if sent else CALL_SECONDS_MOST, to_send=bool(chunk))
            self._dialogue.check_alive()
        return True

    def _await(self, marks: Marks, seconds: float) -> End:
        end = self._clock.monotonic() + seconds
        self._paused_seconds = 0.0
        told = False
        while True:
            printed, cut = self._proof(marks)
            if printed and not told:
                told = True
                self._report(Step.PRINTED)
            if cut:
                return End.CUT
            if not self._may_go_on(between_commands=True):
                return End.STOPPED
            self._meanwhile()
            if self._clock.monotonic() > end + self._paused_seconds:
                return End.UNANSWERED
            self._dialogue.listen(CALL_SECONDS_MOST)
            self._beat()

    def _proof(self, marks: Marks) -> tuple[bool, bool]:
        if self._facts.level is Level.PROCESS_ID:
            known = self._dialogue.marks
            return marks.printed in known or marks.cut in known, marks.cut in known
        return self._dialogue.barriers >= 1, self._dialogue.barriers >= 2

    def _watch(self, seconds: float) -> End:
        """Without any proof: the time that it takes, and good status at its end."""
        end = self._clock.monotonic() + seconds
        self._paused_seconds = 0.0
        while self._may_go_on(between_commands=True):
            late = self._clock.monotonic() - end - self._paused_seconds
            if late > self._pacing.marker:
                return End.UNANSWERED
            if late >= 0 and not self._polled().stopped:
                return End.CUT
            self._meanwhile()
            self._dialogue.listen(CALL_SECONDS_MOST)
            self._beat()
        return End.STOPPED

    def _polled(self) -> Status:
        if self._facts.level is Level.PORT:
            self._dialogue.look_at_port()
            return self._dialogue.status
        return self._dialogue.poll()

    # --- pauses ---

    def _may_go_on(self, *, between_commands: bool) -> bool:
        if self._pauses():
            self._pause(between_commands=between_commands)
        return self._dialogue.status.cause is None

    def _pauses(self) -> bool:
        """True while the printer will go on by itself, or cannot be made to drop the job."""
        cause = self._dialogue.status.cause
        if cause is None:
            return False
        return not self._facts.clears or cause in (PrinterState.HOT, PrinterState.JAM)

    def _pause(self, *, between_commands: bool) -> None:
        begun = self._clock.monotonic()
        attempts = 0
        if self._jammed():
            attempts = 1
            self._dialogue.write(commands.RECOVER)
            self._dialogue.listen_until(lambda: not self._jammed(), QUIET_RECOVERY_SECONDS)
        if self._pauses():
            self._report(Step.PAUSED)
        while self._pauses():
            self._meanwhile()
            rested = self._clock.monotonic() - begun >= attempts * self._pacing.cutter_rest
            if self._jammed() and rested and attempts < CUTTER_ATTEMPTS:
                attempts += 1
                self._dialogue.write(commands.RECOVER)
            self._dialogue.listen(CALL_SECONDS_MOST)
            self._stay_in_touch(between_commands=between_commands)
        self._paused_seconds += self._clock.monotonic() - begun
        if self._dialogue.status.cause is None:
            self._report(Step.RESUMED)

    def _stay_in_touch(self, *, between_commands: bool) -> None:
        """See that a pause ends: its end is told unasked, but that may be lost.

        With automatic status a question is put off, because one that waits behind a full buffer
        looks like silence; inside a command it would become part of the picture.
        """
        long = self._dialogue.quiet_seconds > self._pacing.pause_news
        if self._facts.level <= Level.PORT:
            self._dialogue.look_at_port()
        elif between_commands and not self._dialogue.automatic:
            self._beat()
        elif long and between_commands:
            self._dialogue.poll()
        elif long:
            raise self._dialogue.silent("no news of a printer that paused")

    def _jammed(self) -> bool:
        return self._dialogue.status.cause is PrinterState.JAM

    def _beat(self) -> None:
        if self._facts.level <= Level.PORT:
            self._dialogue.look_at_port()
        else:
            self._dialogue.beat()
