"""The simulated printer behaves like the printers of the manuals, in trouble too."""

import re
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printing import commands
from devices.printing.raster import bands
from devices.simulated.escpos_parser import (
    Command,
    Element,
    EscposParser,
    LineFeed,
    RasterRows,
    Text,
    Unknown,
)
from devices.simulated.escpos_realtime import Order, RealTime, RealTimeScan
from devices.simulated.printer_engine import Fault, PrinterEngine
from devices.simulated.printer_png import png
from devices.simulated.printer_profiles import CLONE_58, CLONE_DUMB, EPSON_T88, Profile
from devices.simulated.printer_tray import StripState, Tray

PICTURE = np.ones((200, 576), bool)
ROWS_PER_SECOND = 2000
CUT = commands.FEED_TO_CUTTER_AND_CUT
SETTINGS = b"\x1b@" + commands.MOTION_UNIT_DOTS
TICKET = SETTINGS + b"".join(bands(PICTURE, feeds=True)) + CUT


def parsed(data: bytes, parser: EscposParser | None = None) -> list[Element]:
    """The elements of `data`."""
    parser, buffer, found = parser or EscposParser(), bytearray(data), []
    while (element := parser.next(buffer)) is not None:
        found.append(element)
    return found


class Driven:
    """A printer whose time the test moves."""

    def __init__(self, profile: Profile = EPSON_T88) -> None:
        self.engine = PrinterEngine(profile, 576, ROWS_PER_SECOND / 8, Tray(576))
        self.engine.connected()
        self.now = 0.0
        self.unsent = b""

    def send(self, data: bytes, seconds: float = 60.0) -> bytes:
        """Send, as the printer takes it, and wait so many seconds; what it said meanwhile."""
        self.unsent += data
        end = self.now + seconds
        while True:
            count = min(self.engine.room(), len(self.unsent))
            self.engine.receive(self.unsent[:count])
            self.unsent = self.unsent[count:]
            self.engine.advance(self.now)
            if self.now >= end:
                break
            self.now = min(end, max(self.engine.due(), self.now + 0.001), self.now + 0.01)
        said = bytes(self.engine.output)
        self.engine.output.clear()
        return said

    def ask(self, data: bytes) -> bytes:
        """What it says within 10 ms."""
        return self.send(data, 0.01)

    @property
    def rows(self) -> int:
        """Rows of the strip in the printer."""
        return len(self.engine.mechanism.hanging)

    @property
    def strips(self) -> list[StripState]:
        """What fell into the tray."""
        return [strip.state for strip in self.engine.tray.strips]


# --- parser ---


@pytest.mark.parametrize(
    ("data", "elements"),
    [
        (b"\x1b@", [Command(b"\x1b@", b"")]),
        (b"\x1c.", [Command(b"\x1c.", b"")]),
        (b"\x1bJ\x10A", [Command(b"\x1bJ", b"\x10"), Text(b"A")]),
        (b"\x1dVB\x00", [Command(b"\x1dV", b"B\x00")]),
        (b"\x1dV\x00B", [Command(b"\x1dV", b"\x00"), Text(b"B")]),
        (b"\x1d(H\x06\x0000abcdX", [Command(b"\x1d(", b"H\x06\x0000abcd"), Text(b"X")]),
        (b"\x1d8L\x02\x00\x00\x00abX", [Command(b"\x1d8", b"L\x02\x00\x00\x00ab"), Text(b"X")]),
        (b"\x1b*\x21\x02\x00abcdefX", [Command(b"\x1b*", b"\x21\x02\x00abcdef"), Text(b"X")]),
        (b"\x1b*\x00\x02\x00abX", [Command(b"\x1b*", b"\x00\x02\x00ab"), Text(b"X")]),
        (b"\x1d*\x01\x01abcdefghX", [Command(b"\x1d*", b"\x01\x01abcdefgh"), Text(b"X")]),
        (b"\x1dk\x04ABC\x00X", [Command(b"\x1dk", b"\x04ABC\x00"), Text(b"X")]),
        (b"\x1dkI\x03ABCX", [Command(b"\x1dk", b"I\x03ABC"), Text(b"X")]),
        (b"\x1dg2\x00\xb2\x00X", [Command(b"\x1dg", b"2\x00\xb2\x00"), Text(b"X")]),
        (b"\x1bD\x08\x10\x00X", [Command(b"\x1bD", b"\x08\x10\x00"), Text(b"X")]),
        (b"\x10\x04\x01X", [Command(b"\x10\x04", b"\x01"), Text(b"X")]),
        (commands.CLEAR_BUFFERS + b"X", [Command(b"\x10\x14", b"\x08\x01\x03\x14\x01\x06\x02\x08"),
                                         Text(b"X")]),
        (b"\x1d\xffX", [Unknown(b"\x1d\xff"), Text(b"X")]),
        (b"A\nB\r\n", [Text(b"A"), LineFeed(), Text(b"B"), LineFeed()]),
        (b"\x1dv0\x00\x02\x00\x02\x00abcdX", [RasterRows(2, b"abcd"), Text(b"X")]),
    ],
)  # fmt: skip
def test_commands_have_their_exact_length(data: bytes, elements: list[Element]) -> None:
    assert parsed(data) == elements


@given(st.integers(1, 12), st.integers(0, 40))
def test_a_command_that_is_not_complete_waits(size: int, ends: int) -> None:
    parser, buffer, found = EscposParser(), bytearray(), []
    for start in range(0, len(TICKET) - ends, size):
        buffer += TICKET[start : min(start + size, len(TICKET) - ends)]
        while (element := parser.next(buffer)) is not None:
            found.append(element)
    buffer += TICKET[len(TICKET) - ends :]
    while (element := parser.next(buffer)) is not None:
        found.append(element)

    rows = b"".join(element.data for element in found if isinstance(element, RasterRows))
    others = [element for element in found if not isinstance(element, RasterRows)]

    assert rows == b"\xff" * 72 * 200
    assert others == [*parsed(SETTINGS), Command(b"\x1dV", b"B\x00")]
    assert not buffer


@given(st.integers(1, 12))
def test_real_time_commands_are_found_across_packets(size: int) -> None:
    data = b"A\x10\x04\x01\x10\x05\x02" + commands.CLEAR_BUFFERS + b"\x10\x14\x07\x01\x10\x04\x09"
    scan = RealTimeScan()

    found = [
        RealTime(start + command.end, command.order, command.number)
        for start in range(0, len(data), size)
        for command in scan.feed(data[start : start + size])
    ]

    assert found == [
        RealTime(4, Order.STATUS, 1),
        RealTime(7, Order.RECOVER, 2),
        RealTime(17, Order.CLEAR),
        RealTime(21, Order.AUTO_STATUS),
    ]


# --- paper ---


def test_paper_end_stops_within_a_row_and_a_new_roll_goes_on_by_itself() -> None:
    printer = Driven()
    printer.engine.arm_at_row(77, Fault.PAPER_OUT)
    printer.send(TICKET, 5)
    stopped_at = printer.rows

    printer.engine.apply(Fault.REFILL)
    printer.send(b"", 5)

    assert stopped_at == 77
    assert printer.strips == [StripState.COMPLETE]
    assert len(printer.engine.tray.strips[0].rows) == 200 + 112


def test_power_takes_the_buffer_and_leaves_what_is_burned() -> None:
    printer = Driven()
    printer.engine.arm_at_row(77, Fault.POWER_OFF)
    printer.send(TICKET, 5)

    printer.engine.apply(Fault.POWER_ON)
    printer.engine.connected()
    printer.unsent = SETTINGS + CUT
    printer.send(b"", 5)

    assert printer.strips == [StripState.CUT]
    assert len(printer.engine.tray.strips[0].rows) == 77 + 112


def test_rows_take_the_time_of_the_head() -> None:
    printer = Driven()

    printer.send(TICKET, 0.05)

    assert abs(printer.rows - 0.05 * ROWS_PER_SECOND) <= 1


def test_a_new_connection_can_still_ask_and_clear_when_the_buffer_is_full() -> None:
    printer = Driven()
    printer.send(SETTINGS + commands.feed(1), 1)
    printer.engine.apply(Fault.COVER_OPEN)
    printer.send(TICKET * 3, 1)
    full = printer.engine.room()
    printer.engine.connected()
    printer.unsent = commands.ask_status(1) + commands.CLEAR_BUFFERS

    assert full == 0
    assert printer.ask(b"") == b"\x1a\x37\x25\x00"


def test_a_picture_cut_short_swallows_what_follows_until_nuls_end_it() -> None:
    band = next(iter(bands(PICTURE[:24], feeds=True)))
    printer = Driven()
    printer.send(SETTINGS + band[:500], 1)

    swallowed = printer.ask(commands.mark(b"abcd"))
    printer.send(commands.FLUSH, 1)

    assert swallowed == b""
    assert printer.ask(commands.mark(b"abcd")) == b'\x37"abcd\x00'


def test_what_a_printer_does_not_know_comes_out_as_letters() -> None:
    printer = Driven(CLONE_58)

    printer.send(commands.mark(b"abcd") + b"\n" + CUT, 5)

    assert printer.engine.tray.strips[0].texts == ("(H00abcd",)


def test_text_and_codes_are_noted_on_the_strip() -> None:
    printer = Driven()
    code = b"\x1d(k\x06\x001P0abc\x1d(k\x03\x001Q0"

    printer.send(SETTINGS + b"Nomor antrean\n" + code + CUT, 5)

    (strip,) = printer.engine.tray.strips
    assert strip.texts == ("Nomor antrean",)
    assert strip.codes == ("abc",)


def test_paper_that_hangs_out_can_be_torn_off() -> None:
    printer = Driven()
    printer.send(SETTINGS + b"Nomor\n", 1)

    printer.engine.tear()

    assert printer.strips == [StripState.TORN]
    assert printer.engine.tray.take() == 1
    assert printer.engine.tray.take() == 0


# --- answers ---


@pytest.mark.parametrize(
    ("faults", "answers"),
    [
        ((), b"\x12\x12\x12\x12"),
        ((Fault.NEAR_END,), b"\x12\x12\x12\x1e"),
        ((Fault.PAPER_OUT,), b"\x1a\x32\x12\x7e"),
        ((Fault.COVER_OPEN,), b"\x1a\x16\x12\x12"),
        ((Fault.HOT,), b"\x1a\x52\x52\x12"),
        ((Fault.BROKEN,), b"\x1a\x52\x32\x12"),
        ((Fault.MUTE,), b""),
    ],
)
def test_status_is_answered_on_arrival(faults: tuple[Fault, ...], answers: bytes) -> None:
    printer = Driven()
    for fault in faults:
        printer.engine.apply(fault)

    assert b"".join(printer.ask(commands.ask_status(kind)) for kind in (1, 2, 3, 4)) == answers


def test_markers_wait_for_the_paper() -> None:
    printer = Driven()
    data = TICKET[: -len(CUT)] + commands.mark(b"abcd") + CUT + commands.mark(b"efgh")

    assert printer.send(data, 0.09) == b""
    assert printer.send(b"", 0.02) == b'\x37"abcd\x00'
    assert printer.send(b"", 0.16) == b""
    assert printer.send(b"", 0.03) == b'\x37"efgh\x00'


def test_automatic_status_comes_at_once_at_every_change_and_not_after_initialise() -> None:
    printer = Driven()

    at_once = printer.ask(commands.AUTO_STATUS_ON)
    printer.engine.apply(Fault.COVER_OPEN)
    at_change = printer.ask(b"")
    printer.engine.apply(Fault.COVER_CLOSE)
    printer.ask(b"\x1b@")
    printer.engine.apply(Fault.COVER_OPEN)

    assert at_once == b"\x10\x00\x00\x0f"
    assert at_change == b"\x38\x00\x00\x0f"
    assert printer.ask(b"") == b""


def test_clearing_drops_everything_even_offline_and_is_answered() -> None:
    printer = Driven()
    printer.engine.arm_at_row(40, Fault.COVER_OPEN)
    printer.send(TICKET[:4000], 1)

    answer = printer.ask(commands.CLEAR_BUFFERS)
    printer.engine.apply(Fault.COVER_CLOSE)
    printer.send(SETTINGS + CUT, 2)

    assert answer == b"\x37\x25\x00"
    assert printer.strips == [StripState.CUT]


def test_the_cutter_counter_outlives_power() -> None:
    printer = Driven()
    printer.send(TICKET, 2)
    printer.engine.apply(Fault.POWER_OFF)
    printer.engine.apply(Fault.POWER_ON)

    assert printer.ask(commands.SEND_CUT_COUNT) == b"_1\x00"
    assert printer.ask(commands.SEND_SERIAL) == b"_J5TF012345\x00"


def test_a_stuck_knife_moves_again_when_told_to_recover() -> None:
    printer = Driven()
    printer.engine.apply(Fault.JAM)
    printer.send(TICKET, 2)
    stuck = printer.engine.mechanism.knife_error

    printer.send(commands.RECOVER, 1)

    assert stuck
    assert printer.strips == [StripState.COMPLETE]


def test_a_fault_waits_for_its_byte() -> None:
    printer = Driven()
    printer.engine.arm_at_byte(100, Fault.POWER_OFF)

    printer.send(TICKET, 1)

    assert printer.engine.bytes_ever == 100
    assert not printer.engine.mechanism.powered


def test_a_dumb_clone_prints_and_says_nothing() -> None:
    printer = Driven(CLONE_DUMB)
    questions = b"".join(map(commands.ask_status, (1, 2, 3, 4))) + commands.SEND_PAPER_STATE

    assert printer.send(questions + TICKET, 5) == b""
    assert len(printer.strips) == 1


# --- picture files ---


def test_a_strip_is_written_as_a_one_bit_png() -> None:
    dots = np.zeros((3, 16), bool)
    dots[1, 3] = True

    data = png(np.packbits(dots, axis=1), 16)

    chunks = data.split(b"IDAT")
    size = struct.unpack(">I", chunks[0][-4:])[0]
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert zlib.decompress(chunks[1][:size]) == b"\0\xff\xff\0\xef\xff\0\xff\xff"


def test_every_fault_of_the_command_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs/how-to/connect-a-printer.md").read_text("utf-8")
    (named,) = re.findall(r"Faults: (.*?)\. The last", page, re.DOTALL)

    assert sorted(re.findall(r"`(\w+)`", named)) == sorted(Fault)
