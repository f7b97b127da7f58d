"""What a ticket costs: bytes on the wire, CPU, and the time until its first byte leaves.

    python -m benchmarks.bench_printing

The reference ticket is that of the design study: a 256 x 120 logo, three lines of heading, a number of
6 x 6, a service, five lines, a QR of 53 characters, a note of four lines; 895 rows of 576 dots. The
designed ticket is what citizens get. python-escpos prints the same picture in the same run. CPU is
process time, the median of ROUNDS; compare within one run only.
"""

import logging
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from escpos.printer import Dummy
from PIL import Image
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen

from devices.clock import SystemClock
from devices.printing.composer import (
    RASTER_LEAST_BYTES_PER_SECOND,
    Composer,
    Level,
    Marks,
    grey_of,
)
from devices.printing.escpos_text import TextForm
from devices.printing.layout import TicketLayout
from devices.printing.measures import PAPER_58, PAPER_80, Measures
from devices.printing.raster import Dots, Grey, bands, threshold
from devices.printing.spooler import EscposPrinter
from devices.printing.tcp_transport import TcpTransport
from devices.printing.typeset import DISPLAY, TEXT, Face, register_fonts
from devices.simulated.printer_engine import Fault
from kiosk.domain.devices import PaperOutcome
from kiosk.domain.model import TicketId
from kiosk.domain.papers.blocks import Align, Block, Code, Fact, Number, Size, Text, Weight
from kiosk.ports import JobState, PrintJob
from kiosk.qr_symbols import qr_matrix
from tests.printing import RESOURCES, VOID_WORDS, Listener, MemoryJournal, sample_paper
from tests.printing_pair import Pair
from tests.scanning import simulator

Row = tuple[str, str, str]
ROUNDS = 25
TICKETS = 15
PATIENCE_SECONDS = 30.0
MARKS = Marks(b"Pabc", b"Cabc")
REFERENCE_ROWS = 895
REFERENCE_CODE = "https://mpp.example.go.id/t/AQIDBAUGBwgJCgsMDQ4PEBESE"
LONG_CODE = "https://mpp.kabupaten-cirebon.go.id/t/" + "Ab3_" * 27
HEADING = ("Mal Pelayanan Publik", "Kabupaten Cirebon", "Jl. Sunan Kalijaga No. 10")
FACTS = (
    ("Loket", "3-5"),
    ("Menunggu", "4 orang"),
    ("Perkiraan", "10.05-10.20"),
    ("Diambil", "06-08-2026 09.42"),
    ("Kiosk", "A-03"),
)
NOTE = (
    "Siapkan KTP-el lama dan Kartu Keluarga asli.",
    "Nomor terlewat? Temui petugas di meja depan.",
    "Layanan ini gratis.",
    "Terima kasih.",
)
LINKS = {
    "9,600 Bd": 960.0,
    "115,200 Bd": 11_520.0,
    "USB full speed": 1.0e6,
    "TCP 100 Mb/s": 1.1e7,
}
"""Bytes a second: 8N1 lines, what a full-speed bulk pipe carries of 1.216 MB/s, and Ethernet."""
PROGRAM = "import sys; from devices.simulated.printer import run; sys.exit(run(sys.argv[1:]))"


def measure() -> list[Row]:
    """Rows of name, value and goal."""
    application = QGuiApplication.instance() or QGuiApplication(["bench"])
    register_fonts(RESOURCES / "fonts")
    rows = [
        *_reference(),
        *_designed(PAPER_80),
        *_designed(PAPER_58),
        *_first_byte(),
        *_taken_over(),
    ]
    assert application is not None
    return rows


def _reference() -> list[Row]:
    picture = reference_picture()
    dots = threshold(picture)
    ours = b"".join(bands(dots, feeds=True))
    theirs = _foreign_raster(dots)
    raw = dots.size // 8
    form = TextForm(PAPER_80)
    text = b"\x1c.\x1b@\x1da\x0f" + form.encode(reference_blocks())
    text_ms = _cpu_ms(lambda: form.encode(reference_blocks()))
    our_ms = _cpu_ms(lambda: list(bands(threshold(picture), feeds=True)))
    their_ms = _cpu_ms(lambda: _foreign_raster(dots))
    return [
        ("reference: our raster", f"{len(ours):,} B", "<= 27,000 B"),
        ("reference: of the raw picture", f"{len(ours) / raw:.2f}", "<= 0.45"),
        ("reference: python-escpos raster", f"{len(theirs):,} B", "compare"),
        ("reference: text and native QR", f"{len(text):,} B", "<= 700 B"),
        ("reference: our threshold and bands, CPU", f"{our_ms:.2f} ms", "compare"),
        ("reference: python-escpos raster, CPU", f"{their_ms:.2f} ms", "compare"),
        ("reference: python-escpos takes", f"{their_ms / our_ms:.1f} x ours", "> 1"),
        ("reference: our text and native QR, CPU", f"{text_ms:.2f} ms", "compare"),
        *_on_links("text and native QR", len(text)),
        *_on_links("our raster", len(ours)),
        *_on_links("python-escpos raster", len(theirs)),
    ]


def _on_links(form: str, size: int) -> list[Row]:
    """Seconds until the last byte is with the printer; a head of 250 mm/s takes 0.45 s besides."""
    return [
        (f"reference: {form}, {link}", f"{size / rate:.3f} s", "compare")
        for link, rate in LINKS.items()
    ]


def _designed(measures: Measures) -> list[Row]:
    layout = TicketLayout(measures, qr_matrix, RESOURCES / "ticket")
    text = TextForm(measures)
    composer = Composer(layout, text, bytes_per_second=1e6)
    slow = Composer(layout, text, bytes_per_second=1e3)
    paper = sample_paper(qr=LONG_CODE)
    job = composer.ticket(paper, MARKS, Level.PROCESS_ID)
    image = layout.ticket(paper)
    raw = image.width() * image.height() // 8
    name = f"designed, {measures.width} dots"

    def compose(*, anew: bool) -> None:
        if anew:
            qr_matrix.cache_clear()
        composer.ticket(paper, MARKS, Level.PROCESS_ID)

    whole_ms = _cpu_ms(lambda: compose(anew=True))
    drawn_ms = _cpu_ms(lambda: compose(anew=False))
    words = slow.ticket(paper, MARKS, Level.PROCESS_ID)
    return [
        (f"{name}: length", f"{image.height() / 8:.0f} mm", "150 mm on average"),
        (f"{name}: raster", f"{len(job):,} B", "reported"),
        (f"{name}: of the raw picture", f"{len(job) / raw:.2f}", "reported"),
        (f"{name}: text", f"{len(words):,} B", "reported"),
        *(
            (f"{name}: what its link is sent, {link}", f"{sent / rate:.3f} s", "reported")
            for link, rate in LINKS.items()
            for sent in [len(job) if rate >= RASTER_LEAST_BYTES_PER_SECOND else len(words)]
        ),
        (f"{name}: compose, CPU", f"{whole_ms:.1f} ms", "<= 15 ms"),
        (f"{name}: compose without making the QR", f"{drawn_ms:.1f} ms", "<= 6 ms"),
    ]


def _first_byte() -> list[Row]:
    """From the spooler's wake to the first byte, with a journal in memory, over TCP."""
    with tempfile.TemporaryDirectory() as folder:
        options = ("--port", "0", "--tray", f"{folder}/tray", "--speed-mm", "2000")
        with simulator(PROGRAM, Path(folder) / "printer.sock", *options) as process:
            took = sorted(_wake_times(int(str(process.ready["port"]))))
    return [
        ("wake to first byte, median", f"{statistics.median(took) * 1000:.0f} ms", "<= 40 ms"),
        ("wake to first byte, slowest", f"{took[-1] * 1000:.0f} ms", "<= 150 ms"),
    ]


def _taken_over() -> list[Row]:
    """How soon a ticket is out of the second printer, on virtual time: the same on each machine."""
    rows = []
    for fault in (Fault.PAPER_OUT, Fault.COVER_OPEN, Fault.POWER_OFF, Fault.MUTE):
        pair = Pair()
        pair.after(10, fault)
        pair.job_after(10)
        pair.run(30)
        took = pair.listener.seconds_until(PaperOutcome.PRINTED) - 10
        rows.append((f"second printer, first: {fault}", f"{took:.1f} s", "<= 5 s to begin"))
    return rows


def _wake_times(port: int) -> list[float]:
    clock, journal = SystemClock(), MemoryJournal()
    listener = Listener(clock)
    layout = TicketLayout(PAPER_80, qr_matrix, RESOURCES / "ticket")
    composer = Composer(layout, TextForm(PAPER_80), bytes_per_second=1e6)
    printer = EscposPrinter(
        TcpTransport("127.0.0.1", port), composer, journal, listener, clock, void_words=VOID_WORDS
    )
    printer.start()
    took = []
    for number in range(1, TICKETS + 2):
        ticket = TicketId(UUID(int=number))
        paper = sample_paper(f"K {number:03d}", qr=f"{LONG_CODE}{number}")
        job = PrintJob(number, ticket, paper, clock.now(), JobState.QUEUED, 0, copy=False)
        journal.add(job)
        begun = clock.monotonic()
        printer.wake()
        if not listener.until(partial(_is_printed, ticket), PATIENCE_SECONDS):
            raise TimeoutError(f"ticket {number} was not printed")
        took += [
            at - begun
            for at, told, outcome in listener.told
            if (told, outcome) == (ticket, PaperOutcome.PRINTING)
        ]
    printer.close()
    return took[1:]  # the first one waits for the connection


def _is_printed(ticket: TicketId, listener: Listener) -> bool:
    return PaperOutcome.PRINTED in listener.outcomes(ticket)


def _foreign_raster(dots: Dots) -> bytes:
    printer = Dummy()
    printer.profile.profile_data["media"]["width"]["pixels"] = dots.shape[1]  # or it complains
    printer.image(Image.fromarray(~dots), impl="bitImageRaster")
    data: bytes = printer.output
    return data


def _cpu_ms(work: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        took.append(time.process_time() - begun)
    return statistics.median(took) * 1000


# --- the reference ticket ---


def reference_blocks() -> tuple[Block, ...]:
    """Its content for the text form."""
    return (
        *(Text(line, Size.LARGE, Weight.BOLD) for line in HEADING),
        Number("A-012"),
        Text("Cetak ulang KTP-el", Size.TITLE, Weight.BOLD),
        *(Fact(label, value) for label, value in FACTS),
        Code(REFERENCE_CODE, ""),
        *(Text(line, align=Align.LEFT) for line in NOTE),
    )


def reference_picture() -> Grey:
    """Its picture, grey, 576 x 895."""
    image = QImage(576, REFERENCE_ROWS, QImage.Format.Format_Grayscale8)
    image.fill(QColor(255, 255, 255))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_logo(painter)
    _paint_words(painter)
    _paint_code(painter)
    painter.end()
    return grey_of(image)


def _paint_logo(painter: QPainter) -> None:
    painter.setPen(QPen(QColor(0, 0, 0), 5))
    for radius in range(10, 130, 12):
        painter.drawArc(QRectF(288 - radius, 126 - radius, 2 * radius, 2 * radius), 0, 180 * 16)
    painter.fillRect(160, 124, 256, 4, QColor(0, 0, 0))


def _paint_words(painter: QPainter) -> None:
    heading, number = Face(DISPLAY, 700, 28), Face(DISPLAY, 800, 150)
    body = Face(TEXT, 500, 26)
    middle = Qt.AlignmentFlag.AlignHCenter
    tops = [(heading, 140 + 34 * row, line) for row, line in enumerate(HEADING)]
    tops += [(number, 235, "A-012"), (Face(DISPLAY, 700, 34), 415, "Cetak ulang KTP-el")]
    for face, top, line in tops:
        painter.setFont(face.font())
        painter.drawText(QRectF(0, top, 576, 200), middle, line)
    painter.setFont(body.font())
    for row, (label, value) in enumerate(FACTS):
        painter.drawText(QPointF(96, 490 + 30 * row), label)
        painter.drawText(QPointF(300, 490 + 30 * row), value)
    for row, line in enumerate(NOTE):
        painter.drawText(QRectF(0, 772 + 30 * row, 576, 40), middle, line)


def _paint_code(painter: QPainter) -> None:
    matrix, scale = qr_matrix(REFERENCE_CODE), 4
    left = (576 - scale * len(matrix)) // 2
    for row, modules in enumerate(matrix):
        for column, dark in enumerate(modules):
            if dark:
                painter.fillRect(
                    left + column * scale, 625 + row * scale, scale, scale, QColor(0, 0, 0)
                )


def main() -> None:
    """Print the table."""
    for name, value, goal in measure():
        print(f"{name:48} {value:>14}   {goal}")


if __name__ == "__main__":
    logging.getLogger().setLevel(logging.ERROR)  # python-escpos calls basicConfig
    main()
