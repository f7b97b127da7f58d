"""Serial and USB links at their real seams: a pty, a device-like object, udev's own messages."""

import os
import socket
import struct
import subprocess
import sys
import termios
import threading
import tty
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from devices.printing.composer import Level
from devices.printing.ownership import Owned
from devices.printing.paper_roll import record_of
from devices.printing.serial_transport import FlowControl, SerialTransport
from devices.printing.tcp_transport import TcpTransport
from devices.printing.transport import CALL_SECONDS_MOST, LinkLost, Port
from devices.printing.usblp_transport import UsblpTransport
from devices.simulated.printer_engine import Fault
from devices.simulated.printer_link import VirtualTime
from devices.simulated.printer_profiles import CLONE_DUMB
from devices.uevents import NetlinkUevents, Uevent, parse_uevent
from kiosk.domain.devices import PaperOutcome
from tests.printing import Bench
from tests.printing_wires import PLUGGED, PULLED, UsblpWire

RECORDED = (
    b"add@/devices/virtual/mem/null\x00ACTION=add\x00DEVPATH=/devices/virtual/mem/null\x00"
    b"SUBSYSTEM=mem\x00SYNTH_UUID=0\x00MAJOR=1\x00MINOR=3\x00DEVNAME=null\x00DEVMODE=0666\x00SEQNUM=816\x00"
)
"""Recorded from a Linux 6 kernel's netlink socket."""
XOFF, XON = b"\x13", b"\x11"


# --- network ---


def test_what_a_lost_network_printer_did_not_take_is_dropped_and_never_delivered_later() -> None:
    with socket.create_server(("127.0.0.1", 0)) as printer:
        transport = TcpTransport("127.0.0.1", printer.getsockname()[1])
        while not transport.connect():
            transport.wait(CALL_SECONDS_MOST, to_send=True)
        link, _ = printer.accept()
        with link:
            transport.send(b"half a ticket")
            transport.disconnect()

            with pytest.raises(ConnectionResetError):
                while link.recv(4096):
                    pass
        transport.close()


# --- udev ---


def from_udevd(properties: bytes) -> bytes:
    """The same as udevd sends it (systemd, device-monitor.c)."""
    head = struct.pack("=8sIIII", b"libudev\0", 0, 40, 40, len(properties))
    return head[:8] + struct.pack(">I", 0xFEEDCAFE) + head[12:] + bytes(16) + properties


@pytest.mark.parametrize("message", [PLUGGED, from_udevd(PLUGGED.partition(b"\0")[2])])
def test_a_plugged_in_printer_is_known_from_kernel_and_from_udevd(message: bytes) -> None:
    event = parse_uevent(message)

    assert event == Uevent("add", "usbmisc", "usb/lp0")
    assert event.brings_printer


@pytest.mark.parametrize(
    "message",
    [RECORDED, PULLED, b"", b"libudev\0", b"libudev\0" + bytes(40), b"\xff\xfe", b"add@/x\0"],
    ids=["another device", "pulled out", "empty", "short", "no magic", "noise", "no properties"],
)
def test_nothing_else_brings_a_printer(message: bytes) -> None:
    event = parse_uevent(message)

    assert event is None or not event.brings_printer


def test_the_recorded_message_reads() -> None:
    assert parse_uevent(RECORDED) == Uevent("add", "mem", "null")


@pytest.mark.usefixtures("qapp")
def test_a_printer_that_is_plugged_in_again_need_not_wait_for_the_next_attempt() -> None:
    bench = Bench(wire=UsblpWire)
    bench.after(2, Fault.POWER_OFF)
    bench.after(60, Fault.POWER_ON)
    bench.job_after(62.5)
    try:
        bench.run(75)
    finally:
        bench.dispose()

    assert bench.listener.seconds_until(PaperOutcome.PRINTING) < 63
    assert bench.listener.outcomes(bench.journal.jobs[1].subject)[-1] is PaperOutcome.PRINTED


# --- USB ---


@pytest.fixture
def usb() -> Iterator[tuple[UsblpWire, UsblpTransport, VirtualTime]]:
    """A USB printer that is plugged in."""
    time = VirtualTime()
    wire = UsblpWire(time)
    yield wire, wire.transport, time
    wire.transport.close()
    wire.close()


def test_an_empty_packet_is_no_end_and_is_not_read_again_at_once(
    usb: tuple[UsblpWire, UsblpTransport, VirtualTime],
) -> None:
    wire, transport, time = usb
    transport.connect()
    assert wire.device is not None
    wire.device.empty_reads = 1
    wire.give(b"\x12")
    assert transport.wait(0)

    empty = transport.receive()

    assert empty == b""
    assert not transport.wait(0), "rests, or a printer that sends nothing takes all of a core"
    time.advance(0.1)
    assert transport.wait(0)
    assert transport.receive() == b"\x12"


def test_a_printer_that_another_program_has_says_so(
    usb: tuple[UsblpWire, UsblpTransport, VirtualTime],
) -> None:
    wire, transport, _ = usb
    wire.steal(stolen=True)

    with pytest.raises(LinkLost, match="another program has it"):
        transport.connect()


def test_a_printer_that_was_pulled_out_is_a_lost_link_whatever_is_asked(
    usb: tuple[UsblpWire, UsblpTransport, VirtualTime],
) -> None:
    wire, transport, _ = usb
    transport.connect()
    assert transport.port() == Port(selected=True, paper_end=False, error=False)

    wire.cut(powered=False)

    for ask in (transport.receive, lambda: transport.send(b"x")):
        with pytest.raises(LinkLost):
            ask()
    assert transport.port() is None
    transport.disconnect()
    with pytest.raises(LinkLost, match="No such file"):
        transport.connect()


@pytest.mark.parametrize(
    ("status", "port"),
    [
        (0x18, Port(selected=True, paper_end=False, error=False)),
        (0x38, Port(selected=True, paper_end=True, error=False)),
        (0x10, Port(selected=True, paper_end=False, error=True)),
        (0x00, Port(selected=False, paper_end=False, error=True)),
    ],
)
def test_the_ports_status_reads_as_the_printer_class_says(
    usb: tuple[UsblpWire, UsblpTransport, VirtualTime], status: int, port: Port
) -> None:
    wire, transport, _ = usb
    transport.connect()
    assert wire.device is not None
    wire.device.status = status

    assert transport.port() == port


def test_a_port_that_does_not_answer_keeps_nobody_waiting(
    usb: tuple[UsblpWire, UsblpTransport, VirtualTime], monkeypatch: pytest.MonkeyPatch
) -> None:
    wire, transport, _ = usb
    transport.connect()
    assert wire.device is not None
    answered = threading.Event()
    monkeypatch.setattr(wire.device, "port_status", lambda: 0x18 if answered.wait() else 0)

    late = transport.port()
    answered.set()

    assert late is None
    assert transport.port() == Port(selected=True, paper_end=False, error=False)


# --- a printer of which only the port speaks ---


def port_bench() -> Bench:
    """A printer on USB that answers nothing."""
    return Bench(CLONE_DUMB, answers=False, wire=UsblpWire)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("mid_ticket", [False, True])
def test_a_printer_that_says_nothing_is_stopped_by_what_its_port_tells(mid_ticket: bool) -> None:
    bench = port_bench()
    if mid_ticket:
        bench.engine.arm_at_row(200, Fault.PAPER_OUT)
    else:
        bench.engine.apply(Fault.PAPER_OUT)
    job = bench.job()
    bench.after(20, Fault.REFILL)

    bench.run(60)

    begun = [PaperOutcome.PRINTING] if mid_ticket else []
    assert bench.listener.outcomes(job.subject) == [
        *begun,
        PaperOutcome.PAPER_OUT,
        PaperOutcome.PRINTING,
        PaperOutcome.SENT,
    ]
    assert bench.whole_tickets(job) == 1
    bench.dispose()


@pytest.mark.usefixtures("qapp")
def test_what_the_port_can_prove_is_probed_and_kept() -> None:
    bench = port_bench()
    bench.run(3)

    (record,) = map(record_of, bench.memory.records.values())
    assert record is not None
    assert record.level == Level.PORT
    bench.dispose()


def test_no_more_than_a_transfer_is_handed_over_and_a_full_device_takes_nothing(
    usb: tuple[UsblpWire, UsblpTransport, VirtualTime],
) -> None:
    _, transport, _ = usb
    transport.connect()

    sent = [transport.send(bytes(100_000)) for _ in range(100)]

    assert max(sent) == 4096
    assert sent[-1] == 0
    assert not transport.wait(0, to_send=True)


# --- serial ---


@dataclass(slots=True)
class Line:
    """Both ends of a pty."""

    transport: SerialTransport
    time: VirtualTime
    master: int
    slave: int


def line(baud: int = 9600, flow: FlowControl = FlowControl.NONE) -> Line:
    """A serial line that is open."""
    master, slave = os.openpty()
    tty.setraw(slave)
    time = VirtualTime()
    transport = SerialTransport(os.ttyname(slave), time, baud, flow)
    transport.connect()
    return Line(transport, time, master, slave)


@pytest.fixture
def slow_line() -> Iterator[Line]:
    """9,600 baud."""
    made = line()
    yield made
    made.transport.close()
    os.close(made.master)
    os.close(made.slave)


def test_only_what_the_line_carries_in_a_moment_is_handed_over(slow_line: Line) -> None:
    at_once = slow_line.transport.send(bytes(4000))
    sent = at_once
    for _ in range(100):
        slow_line.time.advance(slow_line.time.monotonic() + 0.01)
        sent += slow_line.transport.send(bytes(4000))

    assert at_once <= 64
    assert sent == pytest.approx(960, abs=70), "a second at 9,600 baud"


def test_a_paced_line_waits_for_room_and_not_in_circles(slow_line: Line) -> None:
    slow_line.transport.send(bytes(4000))

    assert not slow_line.transport.wait(0, to_send=True)
    slow_line.time.advance(1.0)
    assert slow_line.transport.wait(0, to_send=True)


@pytest.mark.parametrize("flow", FlowControl)
def test_the_line_is_raw_and_asks_the_kernel_for_its_flow_control(flow: FlowControl) -> None:
    made = line(115200, flow)

    iflag, oflag, cflag, lflag, _, speed, _ = termios.tcgetattr(made.slave)

    assert (oflag, lflag, speed) == (0, 0, termios.B115200)
    assert bool(iflag & termios.IXON) == (flow is FlowControl.XON_XOFF)
    assert bool(cflag & termios.CRTSCTS) == (flow is FlowControl.RTS_CTS)
    made.transport.close()
    os.close(made.master)
    os.close(made.slave)


def test_an_xoff_stops_the_line_and_an_xon_lets_it_go_on() -> None:
    made = line(115200, FlowControl.XON_XOFF)
    os.write(made.master, XOFF)
    termios.tcdrain(made.master)
    assert not made.transport.wait(CALL_SECONDS_MOST), "flow control is no answer"
    made.time.advance(1.0)
    stopped = made.transport.send(b"abc")

    os.write(made.master, XON)
    made.transport.wait(CALL_SECONDS_MOST)
    made.time.advance(2.0)
    going = made.transport.send(b"abc")

    assert (stopped, going) == (0, 3)
    made.transport.close()
    os.close(made.master)
    os.close(made.slave)


def test_an_adapter_that_is_pulled_out_is_a_lost_link() -> None:
    made = line()
    os.close(made.master)

    with pytest.raises(LinkLost):
        made.transport.wait(CALL_SECONDS_MOST)
        made.transport.receive()
    made.transport.disconnect()
    os.close(made.slave)
    with pytest.raises(LinkLost):
        made.transport.connect()
    made.transport.close()


def test_a_line_that_is_not_there_is_a_lost_link(tmp_path: Path) -> None:
    transport = SerialTransport(str(tmp_path / "ttyUSB9"), VirtualTime())

    with pytest.raises(LinkLost, match="No such file"):
        transport.connect()
    for ask in (transport.receive, lambda: transport.send(b"x")):
        with pytest.raises(LinkLost, match="not connected"):
            ask()
    transport.close()


# --- one owner ---

HOLDER = """
import sys
from pathlib import Path
from devices.printing.ownership import Owned
from devices.printing.serial_transport import SerialTransport
from devices.simulated.printer_link import VirtualTime
from devices.printing.transport import LinkLost
owned = Owned(SerialTransport(sys.argv[1], VirtualTime()), "printer", Path(sys.argv[2]))
try:
    owned.connect()
except LinkLost as lost:
    print(lost, flush=True)
else:
    print("mine", flush=True)
sys.stdin.read()
"""


def owner(path: str, folder: Path) -> "subprocess.Popen[str]":
    """Another process that wants the printer."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, path, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def test_a_second_process_is_refused_and_told_by_whom_until_the_first_is_killed(
    tmp_path: Path,
) -> None:
    master, slave = os.openpty()
    path = os.ttyname(slave)
    with owner(path, tmp_path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "mine\n"
        ours = Owned(SerialTransport(path, VirtualTime()), "printer", tmp_path)

        with pytest.raises(LinkLost, match=rf"belongs to another process \({first.pid}\)"):
            ours.connect()
        first.kill()

    assert ours.connect()
    ours.close()
    os.close(master)
    os.close(slave)


def test_who_lost_the_link_is_still_the_owner(tmp_path: Path) -> None:
    master, slave = os.openpty()
    path = os.ttyname(slave)
    ours = Owned(SerialTransport(path, VirtualTime()), "printer", tmp_path)
    ours.connect()
    ours.disconnect()

    other = Owned(SerialTransport(path, VirtualTime()), "printer", tmp_path)

    with pytest.raises(LinkLost, match="belongs to another"):
        other.connect()
    ours.close()
    assert other.connect()
    other.close()
    os.close(master)
    os.close(slave)


def test_events_come_from_a_socket_and_an_empty_one_holds_nobody_up() -> None:
    heard, told = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    events = NetlinkUevents(heard)
    told.send(PULLED)
    told.send(PLUGGED)

    assert [event.action for event in events.read()] == ["remove", "add"]
    assert events.read() == []
    events.close()
    told.close()
