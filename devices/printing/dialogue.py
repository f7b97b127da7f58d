"""The conversation with one printer: questions, answers, status, and telling silence from rest.

Questions are answered in the order of asking, so each answer belongs to the oldest open question
and a late one never passes for a newer one's. Automatic status (GS a) comes unasked.
"""

from collections import deque
from collections.abc import Callable

from devices.printing import commands
from devices.printing.demux import (
    AutoStatus,
    Block,
    Flow,
    FullStatus,
    Received,
    RxDemux,
    Single,
    StatusAnswer,
)
from devices.printing.pacing import Pacing
from devices.printing.profiles import FULL, STANDARD, StatusTable
from devices.printing.status import PRINTER, Status, full_status, status_of
from devices.printing.transport import CALL_SECONDS_MOST, LinkLost, Transport
from kiosk.ports import Clock

PROCESS_ID_HEAD = 0x37
PROCESS_ID_LEAD = b'"'
CLEARED_TEXT = b"%"
TEXT_HEAD = 0x5F
LAST_BYTES = 4
"""So many of the bytes heard last are told of a printer that fell silent."""
BARRIER_GAP_SECONDS = 0.05
"""Between the last row and the end of the cut lie a feed of 14 mm and the knife: more than this."""


class Closed(Exception):
    """The owner wants the thread back."""


class Silent(LinkLost):
    """The link stands and nobody answers."""


class Dialogue:
    """Speaks with a printer over a transport; used by one thread."""

    def __init__(
        self,
        transport: Transport,
        clock: Clock,
        pacing: Pacing,
        closing: Callable[[], bool],
        table: StatusTable = STANDARD,
    ) -> None:
        self._table = table
        self._kinds = table.kinds
        self._transport = transport
        self._clock = clock
        self._pacing = pacing
        self._closing = closing
        self.reset()

    def reset(self) -> None:
        """Forget everything: a new connection knows nothing of the last one's answers."""
        self.status = Status()
        self.told = b""
        """The last status as it came, for staff."""
        self.automatic = False
        self.went_offline = False
        self.marks: set[bytes] = set()
        self.barriers = 0
        self._barrier_at = float("-inf")
        self._demux = RxDemux(full=bool(self._table.full))
        self._garbled = 0
        self._last = b""
        self._asked: deque[int] = deque()
        self._answers: dict[int, int] = {}
        self._texts: list[bytes] = []
        self._text_owed = False
        self._steps = 0
        self._cleared = False
        self._times_told = 0
        self._alive_at = self._asked_at = self._clock.monotonic()

    # --- connection ---

    def connect(self) -> None:
        """Connect within the pacing's time. Raises LinkLost."""
        self.reset()
        end = self._clock.monotonic() + self._pacing.connect
        while not self._transport.connect():
            if self._clock.monotonic() >= end:
                raise LinkLost("no connection in time")
            self.rest(CALL_SECONDS_MOST)
        self.reset()

    def rest(self, seconds: float) -> None:
        """Wait without listening. Raises Closed."""
        self._transport.wait(seconds)
        if self._closing():
            raise Closed

    # --- listening ---

    def listen(self, seconds: float, *, to_send: bool = False) -> None:
        """Take in what comes within `seconds`; returns at the first news. Raises LinkLost."""
        self._transport.wait(seconds, to_send=to_send)
        if self._closing():
            raise Closed
        data = self._transport.receive()
        now = self._clock.monotonic()
        if data:
            self._alive_at = now
            self._last = (self._last + data)[-LAST_BYTES:]
        for received in self._demux.feed(data, now):
            self._hear(received)

    def listen_until(self, met: Callable[[], bool], seconds: float) -> bool:
        """Listen until `met` or the time is over; whether it was met."""
        end = self._clock.monotonic() + seconds
        while not met():
            left = end - self._clock.monotonic()
            if left <= 0:
                return False
            self.listen(left)
        return True

    def garbled(self) -> int:
        """How many bytes since the last call meant nothing."""
        news = self._demux.dropped - self._garbled
        self._garbled = self._demux.dropped
        return news

    def silent(self, what: str) -> "Silent":
        """For staff: what did not come, and what came last; its own words where that was noise."""
        last = f"last heard {self._last.hex(' ')}" if self._last else "nothing heard"
        noise = self._demux.dropped
        doubt = f", {noise} bytes without meaning: is its speed or parity another?" if noise else ""
        return Silent(f"{what}; {last}{doubt}")

    def _hear(self, received: Received) -> None:
        match received:
            case StatusAnswer(value=value):
                self._hear_answer(value)
            case AutoStatus(values=values):
                self.automatic = True
                self._times_told += 1
                self.status, self.told = status_of(values, self._table), bytes(values)
                self.went_offline |= self.status.stopped
            case FullStatus(values=values):
                self._hear_full(values)
            case Block(head=head, text=text):
                self._hear_block(head, text)
            case Single():
                self._hear_barrier()
            case Flow():
                pass  # a network link has flow control of its own

    def _hear_barrier(self) -> None:
        """Count an answer in order; one that follows at once is the same, doubled on its way."""
        now = self._clock.monotonic()
        if now - self._barrier_at >= BARRIER_GAP_SECONDS:
            self.barriers += 1
        self._barrier_at = now

    def _hear_full(self, values: bytes) -> None:
        if FULL in self._asked:
            self._asked.remove(FULL)
        self._answers[FULL] = 0
        self.status, self.told = full_status(values, self._table), bytes(values)
        self.went_offline |= self.status.stopped

    def _hear_answer(self, value: int) -> None:
        if not self._asked:
            return
        kind = self._asked.popleft()
        self._answers[kind] = value
        if kind == PRINTER:
            self.status = self.status.answered(PRINTER, value, self._table)
            self.went_offline |= self.status.stopped

    def _hear_block(self, head: int, text: bytes) -> None:
        if head == PROCESS_ID_HEAD and text == CLEARED_TEXT:
            self._cleared = True
        elif head == PROCESS_ID_HEAD and text.startswith(PROCESS_ID_LEAD):
            self.marks.add(text[1:])
        elif head == TEXT_HEAD:
            self._texts.append(text)

    # --- asking in real time; only between whole commands ---

    def poll(self) -> Status:
        """Ask for everything. Raises Silent."""
        if self._table.full:
            self.ask(FULL)
            return self.status
        status, told, told_before = Status(), b"", self._times_told
        for kind in self._kinds:
            answer = self.ask(kind)
            status, told = status.answered(kind, answer, self._table), told + bytes([answer])
        if self._times_told == told_before:  # else what came unasked is newer
            self.status, self.told = status, told
        return self.status

    def look_at_port(self) -> bool:
        """Take the port's word for the status; False on a link whose port tells nothing."""
        port = self._transport.port()
        if port is not None:
            stopped = port.paper_end or port.error
            broken = port.error and not port.paper_end
            self.status = Status(offline=stopped, paper_end=port.paper_end, broken=broken)
        return port is not None and port.selected

    def check(self) -> Status:
        """Make sure of the status now: one question, or four without automatic status."""
        if self.automatic:
            self.ask(self._kinds[0])
        return self.status if self.automatic and not self._doubtful else self.poll()

    @property
    def first_question(self) -> int:
        """What is asked for a sign of life."""
        return self._kinds[0]

    @property
    def _doubtful(self) -> bool:
        """Offline without a cause, or the other way round: some news was lost."""
        return self.status.offline != (self.status.cause is not None)

    def ask(self, kind: int) -> int:
        """Ask DLE EOT `kind` until it is answered. Raises Silent."""
        for _ in range(self._pacing.polls):
            self._question(kind)
            if self.listen_until(lambda: kind in self._answers, self._pacing.answer):
                return self._answers[kind]
        raise self.silent(f"no answer to status question {kind}")

    def beat(self) -> None:
        """Ask for a sign of life when it is time to. Raises Silent."""
        if self._asked:
            self.check_alive()
        if self._clock.monotonic() - self._asked_at < self._pacing.heartbeat:
            return
        if self.automatic and not self._doubtful:
            self._question(self._kinds[0])
        else:
            self.poll()

    @property
    def now(self) -> float:
        """The time, in seconds that never go back."""
        return self._clock.monotonic()

    @property
    def quiet_seconds(self) -> float:
        """How long nothing has come, nor was any of a job taken."""
        return self._clock.monotonic() - self._alive_at

    def check_alive(self) -> None:
        """Raise Silent when for too long nothing came and nothing was taken."""
        if self.quiet_seconds > self._pacing.answer * self._pacing.polls:
            raise self.silent("no sign of life")

    def _question(self, kind: int) -> None:
        self._answers.pop(kind, None)
        self._asked_at = self._clock.monotonic()
        if not self._asked:
            self._alive_at = self._asked_at
        self._asked.append(kind)
        self.write(commands.ask_status(kind))

    def clear(self) -> bool:
        """Have the printer drop all it holds; True when it said so. Nothing else is sent."""
        self._cleared = False
        self.write(commands.CLEAR_BUFFERS)
        cleared = self.listen_until(lambda: self._cleared, self._pacing.clear)
        self._asked.clear()
        return cleared

    # --- asking in order ---

    def text(self, command: bytes) -> bytes | None:
        """Send a command that is answered by text; None when it is not answered.

        An answer does not say to which question, and one that was given up may still come: a counter
        read before a ticket would pass for the one after it. So nothing is asked before a mark tells
        that all older answers are here.
        """
        if self._text_owed and not self._fall_into_step():
            return None
        self._texts.clear()
        self.write(command)
        if self.listen_until(lambda: bool(self._texts), self._pacing.answer):
            return self._texts[-1]
        self._text_owed = True
        return None

    def mark_comes(self, process_id: bytes) -> bool:
        """Ask for a mark; True when it came, and with it every answer to what was asked before."""
        self.marks.discard(process_id)
        self.write(commands.mark(process_id))
        came = self.listen_until(lambda: process_id in self.marks, self._pacing.answer)
        self._text_owed &= not came
        return came

    def _fall_into_step(self) -> bool:
        self._steps += 1
        return self.mark_comes(f"S{self._steps % 1000:03d}".encode())

    # --- sending ---

    def send(self, data: bytes) -> int:
        """Hand over what the link takes of a job now; that it takes some is a sign of life."""
        sent = self._transport.send(data)
        if sent:
            self._alive_at = self._clock.monotonic()
        return sent

    def write(self, data: bytes) -> None:
        """Hand over everything. Raises Silent when the printer takes nothing for too long."""
        patience = self._pacing.answer * self._pacing.polls
        end = self._clock.monotonic() + patience
        while data:
            if sent := self._transport.send(data):
                data = data[sent:]
                end = self._clock.monotonic() + patience
            elif self._clock.monotonic() >= end:
                raise self.silent("the printer takes nothing")
            else:
                self.listen(CALL_SECONDS_MOST, to_send=True)
