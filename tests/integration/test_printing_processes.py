"""The spooler against the simulated printer as a process, over TCP and a serial line, in real time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage

from devices.clock import SystemClock
from devices.printing.composer import grey_of
from devices.printing.pacing import Pacing
from devices.printing.raster import Dots
from devices.printing.serial_transport import FlowControl, SerialTransport
from devices.printing.spooler import EscposPrinter
from devices.printing.tcp_transport import TcpTransport
from devices.printing.transport import LinkLost
from devices.simulated.control import ControlClient, ControlError
from kiosk.domain.devices import PaperOutcome, PrinterState
from kiosk.domain.model import TicketId
from kiosk.ports import JobState, PrintJob
from tests.printing import (
    VOID_WORDS,
    Listener,
    MemoryJournal,
    composer_for,
    layout_for,
    packed,
    sample_paper,
)
from tests.scanning import simulator

pytestmark = pytest.mark.usefixtures("qapp")

PROGRAM = "import sys; from devices.simulated.printer import run; sys.exit(run(sys.argv[1:]))"
HURRIED = Pacing(
    answer=0.4, heartbeat=0.3, connect=2.0, clear=1.0, back_off=(0.2, 0.4), doubt=1.5, marker=10.0
)
PATIENCE_SECONDS = 25.0
MID_TICKET = 600
CODE = "https://mpp.example.go.id/t/AQIDBAUGBwgJCgsMDQ4PEA"


@dataclass(slots=True)
class Station:
    """A printer process and a spooler that is connected to it."""

    control: ControlClient
    port: int
    printer: EscposPrinter
    journal: MemoryJournal
    listener: Listener
    clock: SystemClock

    def job(self) -> PrintJob:
        """Commit a ticket, and wake the spooler."""
        ticket, paper = TicketId(UUID(int=7)), sample_paper(qr=CODE)
        job = PrintJob(1, ticket, paper, self.clock.now(), JobState.QUEUED, 0, copy=False)
        self.journal.add(job)
        self.printer.wake()
        return job

    def told(self, *outcomes: PaperOutcome) -> bool:
        """Wait until the last thing told of the ticket is one of these."""

        def happened(listener: Listener) -> bool:
            told = listener.outcomes(TicketId(UUID(int=7)))
            return bool(told) and told[-1] in outcomes

        return self.listener.until(happened, PATIENCE_SECONDS)

    def is_state(self, state: PrinterState) -> bool:
        """Wait for a state of the printer."""
        return self.listener.until(
            lambda listener: listener.states[-1:] == [state], PATIENCE_SECONDS
        )

    def strips(self) -> list[Dots]:
        """The pictures that fell into the tray."""
        strips = self.control.ask("tray")["strips"]
        assert isinstance(strips, list)
        return [picture(str(strip["file"])) for strip in strips]

    def whole_tickets(self, job: PrintJob) -> int:
        """How often the ticket lies in the tray whole and not voided."""
        ticket = packed(layout_for().ticket(job.paper))
        void = packed(layout_for().void(VOID_WORDS, job.paper.number))
        papers = [np.packbits(strip, axis=1).tobytes() for strip in self.strips()]
        return sum(paper.rpartition(void)[2].count(ticket) for paper in papers)


def picture(file: str) -> Dots:
    """A strip's dots from its file."""
    return grey_of(QImage(file).convertToFormat(QImage.Format.Format_Grayscale8)) < 128


@contextmanager
def station(tmp_path: Path, *options: str, line: Path | None = None) -> Iterator[Station]:
    """A fresh printer and a spooler on its way to it, over TCP or a serial line."""
    tray = ("--port", "0", "--tray", str(tmp_path / "tray"))
    with simulator(PROGRAM, tmp_path / "printer.sock", *tray, *options) as process:
        clock, journal = SystemClock(), MemoryJournal()
        port, listener = int(str(process.ready.get("port", 0))), Listener(clock)
        printer = EscposPrinter(
            TcpTransport("127.0.0.1", port) if line is None else serial_line(line, clock),
            composer_for(bytes_per_second=1e6 if line is None else 11_520),
            journal,
            listener,
            clock,
            void_words=VOID_WORDS,
            pacing=HURRIED,
        )
        printer.start()
        try:
            yield Station(process.control, port, printer, journal, listener, clock)
        finally:
            printer.close()


def serial_line(path: Path, clock: SystemClock) -> SerialTransport:
    """A line without wires for flow control."""
    return SerialTransport(str(path), clock, 115_200, FlowControl.NONE)


def test_a_ticket_is_printed_and_its_code_reads_from_the_strip(tmp_path: Path) -> None:
    with station(tmp_path) as at:
        job = at.job()

        assert at.told(PaperOutcome.PRINTED)
        (strip,) = at.strips()

    (read,) = zxingcpp.read_barcodes(np.where(strip, 0, 255).astype(np.uint8))
    assert read.text == CODE
    ticket = np.packbits(strip, axis=1).tobytes()
    assert ticket.startswith(packed(layout_for().ticket(job.paper))), "dot for dot"
    assert at.journal.jobs[job.id].state is JobState.DONE


@pytest.mark.parametrize(
    ("fault", "meanwhile", "mended"),
    [
        ("paper_out", PaperOutcome.PAPER_OUT, {"paper": "full"}),
        ("power_off", PaperOutcome.IN_DOUBT, {"power": True}),
    ],
)
def test_trouble_in_the_middle_of_a_ticket_ends_with_one_ticket(
    tmp_path: Path, fault: str, meanwhile: PaperOutcome, mended: dict[str, object]
) -> None:
    with station(tmp_path) as at:
        assert at.is_state(PrinterState.READY)
        at.control.ask("fault", at_row=MID_TICKET, what=fault)
        job = at.job()
        assert at.told(meanwhile)

        at.control.ask("set", **mended)

        assert at.told(PaperOutcome.PRINTED)
        assert at.whole_tickets(job) == 1
        assert len(at.strips()) == 2


def test_a_connection_that_only_the_printer_knows_is_dead_ends_with_one_ticket(
    tmp_path: Path,
) -> None:
    with station(tmp_path) as at:
        assert at.is_state(PrinterState.READY)
        at.control.ask("fault", at_byte=20_000, what="half_open")
        job = at.job()

        assert at.told(PaperOutcome.PRINTED)
        assert at.whole_tickets(job) == 1


def test_a_printer_that_a_foreign_program_has_is_silent_until_it_lets_go(tmp_path: Path) -> None:
    with station(tmp_path) as at:
        assert at.is_state(PrinterState.READY)
        at.control.ask("set", stolen=True)
        assert at.is_state(PrinterState.SILENT)

        at.control.ask("set", stolen=False)

        assert at.is_state(PrinterState.READY)


def test_a_fault_comes_when_its_time_has_come_and_not_before(tmp_path: Path) -> None:
    with station(tmp_path) as at:
        assert at.is_state(PrinterState.READY)
        asked = at.clock.monotonic()

        at.control.ask("fault", after_seconds=0.5, what="cover_open")

        assert at.control.ask("state")["cover"] == "closed"
        assert at.is_state(PrinterState.COVER_OPEN)
        assert at.clock.monotonic() - asked >= 0.5


def test_a_ticket_comes_out_of_a_serial_line_at_its_speed(tmp_path: Path) -> None:
    line = tmp_path / "ttyUSB0"
    options = ("--pty", str(line), "--bytes-per-second", "11520")
    with station(tmp_path, *options, line=line) as at:
        at.job()

        assert at.told(PaperOutcome.PRINTED)
        strips = at.control.ask("tray")["strips"]
        assert isinstance(strips, list)
        assert [(strip["state"], strip["qr"]) for strip in strips] == [("complete", [CODE])]


def test_a_printer_that_is_not_there_is_silent_and_the_ticket_says_so(tmp_path: Path) -> None:
    with station(tmp_path) as at:
        at.control.ask("set", power=False)
        assert at.is_state(PrinterState.SILENT)

        at.job()

        assert at.told(PaperOutcome.OFF)


def test_closing_in_the_middle_of_a_ticket_leaves_it_in_the_journal(tmp_path: Path) -> None:
    with station(tmp_path) as at:
        at.control.ask("set", speed=10)
        job = at.job()
        assert at.told(PaperOutcome.PRINTING)

        at.printer.close()

        assert not at.journal.jobs[job.id].state.ended


# --- control ---


@pytest.fixture(scope="module")
def idle_printer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ControlClient]:
    """A printer that nobody prints on."""
    folder = tmp_path_factory.mktemp("idle")
    options = ("--port", "0", "--tray", str(folder / "tray"))
    with simulator(PROGRAM, folder / "printer.sock", *options) as process:
        yield process.control


def test_the_printer_says_what_it_is_doing_and_what_lies_in_its_tray(tmp_path: Path) -> None:
    with station(tmp_path) as at:
        at.job()
        assert at.control.ask("wait", strips=1, seconds=PATIENCE_SECONDS)["reached"]

        state = at.control.ask("state")
        strips = at.control.ask("tray")["strips"]

        assert isinstance(strips, list)
        assert (state["paper"], state["cover"], state["online"]) == ("full", "closed", True)
        assert strips[0]["state"] == "complete"
        assert Path(strips[0]["file"]).name == "0001-complete.png"
        assert at.control.ask("take") == {"taken": 1}
        assert at.control.ask("wait", strips=2, seconds=0.1) == {"strips": 1, "reached": False}


@pytest.mark.parametrize(
    ("do", "arguments", "complaint"),
    [
        ("set", {"paper": "wet"}, "paper: one of out, low, full"),
        ("set", {"colour": "red"}, "no such thing to set: colour"),
        ("set", {"jam": "yes"}, "jam: one of True, False"),
        ("set", {"speed": -1}, "speed: a number above 0"),
        ("fault", {"what": "rain"}, "what: one of paper_out"),
        ("fault", {"what": "jam", "at_row": "x"}, "at_row: a number above 0"),
        ("set", {"stolen": 1}, "stolen: True or False"),
        ("set", {"bytes_per_second": 0}, "bytes_per_second: a number above 0"),
        ("fault", {"what": "jam", "after_seconds": -1}, "after_seconds: a number above 0"),
        ("wait", {"strips": 1}, "seconds: a number above 0"),
    ],
)
def test_a_wrong_request_is_refused_with_what_is_right(
    idle_printer: ControlClient, do: str, arguments: dict[str, object], complaint: str
) -> None:
    with pytest.raises(ControlError, match=complaint):
        idle_printer.ask(do, **arguments)


# --- transport ---


def test_a_refused_connection_is_a_lost_link(tmp_path: Path) -> None:
    with station(tmp_path) as at:
        port = at.port
    transport = TcpTransport("127.0.0.1", port)

    with pytest.raises(LinkLost):
        for _ in range(20):
            transport.connect()
            transport.wait(0.25)
    transport.close()


def test_a_wake_ends_a_wait_at_once() -> None:
    transport, clock = TcpTransport("127.0.0.1", 9), SystemClock()
    transport.wake()
    begun = clock.monotonic()

    transport.wait(0.25)

    assert clock.monotonic() - begun < 0.2
    transport.close()


def test_only_numeric_addresses_are_taken() -> None:
    with pytest.raises(OSError, match="Name"):
        TcpTransport("printer.example", 9100)


def test_a_lost_link_says_so_whatever_is_asked_of_it() -> None:
    transport = TcpTransport("127.0.0.1", 9)

    with pytest.raises(LinkLost):
        transport.send(b"x")
    with pytest.raises(LinkLost):
        transport.receive()
    transport.close()
    transport.wake()
