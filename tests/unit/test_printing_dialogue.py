"""Questions and answers find each other, however late or lost they are."""

from collections.abc import Callable

import pytest

from devices.printing.commands import SEND_CUT_COUNT, SEND_LINE_COUNT
from devices.printing.demux import RxDemux
from devices.printing.dialogue import Dialogue, Silent
from devices.printing.pacing import Pacing
from devices.printing.status import OFFLINE_CAUSE, PRINTER
from devices.printing.transport import CALL_SECONDS_MOST, LinkLost
from devices.simulated.printer_link import VirtualTime

Reply = tuple[float, bytes]
"""How many seconds later which bytes come."""


class ScriptedLink:
    """Implements Transport: each thing sent is answered by the next reply of a list."""

    def __init__(self, time: VirtualTime, *replies: Reply | None) -> None:
        self._time = time
        self._replies = list(replies)
        self._arrived = b""
        self.sent: list[bytes] = []

    def connect(self) -> bool:
        """See Transport."""
        return True

    def send(self, data: bytes) -> int:
        """See Transport."""
        self.sent.append(data)
        reply = self._replies.pop(0) if self._replies else None
        if reply is not None:
            self._time.after(reply[0], self._arrival(reply[1]))
        return len(data)

    def _arrival(self, data: bytes) -> Callable[[], None]:
        def arrive() -> None:
            self._arrived += data

        return arrive

    def receive(self) -> bytes:
        """See Transport."""
        data, self._arrived = self._arrived, b""
        return data

    def wait(self, seconds: float, *, to_send: bool = False) -> bool:
        """See Transport."""
        end = self._time.monotonic() + min(seconds, CALL_SECONDS_MOST)
        self._time.advance(min(end, max(self._time.due(), self._time.monotonic())))
        return bool(self._arrived)

    def came_back(self) -> bool:
        """See Transport."""
        return False

    def port(self) -> None:
        """See Transport."""

    def wake(self) -> None:
        """See Transport."""

    def disconnect(self) -> None:
        """See Transport."""

    def close(self) -> None:
        """See Transport."""


def talk(*replies: Reply | None) -> tuple[Dialogue, ScriptedLink, VirtualTime]:
    """A dialogue with a printer that answers so."""
    time = VirtualTime()
    link = ScriptedLink(time, *replies)
    return Dialogue(link, time, Pacing(), closing=lambda: False), link, time


def test_an_answer_comes_back_to_its_question() -> None:
    dialogue, _, _ = talk((0.01, b"\x12"))

    assert dialogue.ask(PRINTER) == 0x12


def test_a_late_answer_never_passes_for_that_of_a_newer_question() -> None:
    lame = 1.5
    dialogue, _, _ = talk((lame, b"\x1a"), (lame, b"\x1a"), (lame, b"\x32"), (lame, b"\x32"))

    assert dialogue.ask(PRINTER) == 0x1A
    assert dialogue.ask(OFFLINE_CAUSE) == 0x32


def test_a_late_counter_never_passes_for_that_of_a_newer_question() -> None:
    early, late = (0.01, b"_7\0"), (1.5, b"_7\0")
    dialogue, _, _ = talk(late, (0.6, b'\x37"S001\0'), (0.01, b"_340\0"), early)

    assert dialogue.text(SEND_CUT_COUNT) is None
    assert dialogue.text(SEND_LINE_COUNT) == b"340"
    assert dialogue.text(SEND_CUT_COUNT) == b"7"


def test_a_mark_that_came_before_is_no_answer_now() -> None:
    dialogue, _, _ = talk((0.01, b'\x37"Pr0b\0'), None)

    assert dialogue.mark_comes(b"Pr0b")
    assert not dialogue.mark_comes(b"Pr0b")


def test_a_printer_that_gives_no_mark_is_asked_for_no_counter_again() -> None:
    dialogue, link, _ = talk((1.5, b"_7\0"))

    assert dialogue.text(SEND_CUT_COUNT) is None
    assert dialogue.text(SEND_LINE_COUNT) is None
    assert SEND_LINE_COUNT not in link.sent


def test_three_unanswered_questions_are_silence() -> None:
    dialogue, link, time = talk()

    with pytest.raises(Silent):
        dialogue.ask(PRINTER)

    assert link.sent == [b"\x10\x04\x01"] * 3
    assert time.monotonic() == pytest.approx(3.0)


def test_silence_tells_staff_what_was_heard_last() -> None:
    quiet, _, _ = talk()
    garbled, _, _ = talk((0.01, b"\xff\xfe\x91\x90\xfd"))

    with pytest.raises(Silent, match=r"question 1; nothing heard$"):
        quiet.ask(PRINTER)
    with pytest.raises(Silent, match=r"last heard fe 91 90 fd, 5 bytes .* speed or parity"):
        garbled.ask(PRINTER)


def test_silence_is_a_lost_link() -> None:
    assert issubclass(Silent, LinkLost)


def test_a_heartbeat_is_asked_once_a_second_and_missed_after_three() -> None:
    dialogue, link, time = talk((0.0, b"\x10\x00\x00\x0f"))
    dialogue.write(b"\x1da\x0f")
    dialogue.listen(0.1)

    with pytest.raises(Silent):
        while True:
            dialogue.beat()
            dialogue.listen(CALL_SECONDS_MOST)

    assert link.sent[1:] == [b"\x10\x04\x01"] * (len(link.sent) - 1)
    assert 3.0 <= time.monotonic() <= 5.0


def test_clearing_is_believed_only_when_it_is_answered() -> None:
    answered, _, _ = talk((0.01, b"\x37%\x00"))
    silent, _, time = talk((0.01, b"\x12"))

    assert answered.clear()
    assert not silent.clear()
    assert time.monotonic() == pytest.approx(3.0)


def test_news_that_comes_unasked_during_a_poll_is_newer_than_its_answers() -> None:
    dialogue, _, _ = talk(
        (0.01, b"\x12"), (0.01, b"\x12"), (0.01, b"\x38\x00\x00\x0f\x12"), (0.01, b"\x12")
    )

    assert dialogue.poll().cover_open


def test_a_demultiplexer_that_was_fed_noise_starts_afresh_with_a_connection() -> None:
    dialogue, _, _ = talk((0.01, b"_half a block"), (0.01, b"\x12"))
    dialogue.write(b"\x1dID")
    dialogue.listen(0.1)

    dialogue.connect()

    assert dialogue.ask(PRINTER) == 0x12
    assert RxDemux().dropped == 0
