"""One print job as bytes: head, picture or text, marker P, cut, marker C.

Raster needs a link that feeds the head: below 86 kB/s (150 mm/s on 80 mm) the head would stop and
go, and a ticket takes up to a minute on a serial line, so the text form is sent there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from PySide6.QtGui import QImage

from devices.printing import commands
from devices.printing.escpos_text import TextForm
from devices.printing.layout import TicketLayout
from devices.printing.raster import Dots, Grey, bands, threshold
from devices.printing.void import void_blocks
from kiosk.domain.paper import Paper
from kiosk.domain.papers.blocks import Block

RASTER_LEAST_BYTES_PER_SECOND = 86_000
CHUNK_BYTES = 2048
LINE_ROWS = 34
TEXT_EXTRA_ROWS = 450
"""What a large number and a QR take beyond their lines, at most."""


class Level(IntEnum):
    """How a printer can prove that a ticket is out; probed at each connection."""

    WRITTEN = 0
    """Bytes were accepted: "terkirim"."""
    PORT = 1
    """... and the port tells when paper is out: "terkirim"."""
    STATUS = 2
    """Status is good before and after: "kemungkinan tercetak"."""
    BARRIER = 3
    """GS r is answered in order: "tercetak"."""
    PROCESS_ID = 4
    """GS ( H is answered when all before it is printed: "tercetak"."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The process ids of one attempt: behind the last row, and behind the cut."""

    printed: bytes
    cut: bytes


@dataclass(frozen=True, slots=True)
class JobBytes:
    """What goes to the printer. Between two chunks no command is open, so real-time ones may go."""

    chunks: tuple[bytes, ...]
    rows: int

    def __len__(self) -> int:
        return sum(map(len, self.chunks))


class Composer:
    """Makes job bytes for one printer: its paper width and its link."""

    def __init__(
        self, layout: TicketLayout, text: TextForm, *, bytes_per_second: float, feeds: bool = True
    ) -> None:
        self._layout = layout
        self._text = text
        self._raster = bytes_per_second >= RASTER_LEAST_BYTES_PER_SECOND
        self._feeds = feeds

    def ticket(self, paper: Paper, marks: Marks, level: Level) -> JobBytes:
        """A whole paper."""
        if self._raster:
            return self._picture(self._layout.ticket(paper), marks, level)
        return self._words(paper.blocks, marks, level)

    def void(self, words: tuple[str, ...], label: str, marks: Marks, level: Level) -> JobBytes:
        """The strip that voids rows of `label` that are already on the paper, with the cut."""
        if self._raster:
            return self._picture(self._layout.void(words, label), marks, level)
        return self._words(void_blocks(words, label), marks, level)

    def cut(self, marks: Marks, level: Level) -> JobBytes:
        """Only a cut: what hangs in the printer comes off as a strip of its own."""
        return JobBytes((_head(level, feeds=False), _tail(marks, level)), rows=0)

    def _picture(self, image: QImage, marks: Marks, level: Level) -> JobBytes:
        dots = dots_of(image)
        head = _head(level, feeds=self._feeds) + commands.CENTRED
        parts = [head, *bands(dots, feeds=self._feeds), _tail(marks, level)]
        return JobBytes(tuple(_grouped(parts)), rows=len(dots))

    def _words(self, blocks: tuple[Block, ...], marks: Marks, level: Level) -> JobBytes:
        text = self._text.encode(blocks)
        parts = [_head(level, feeds=False), text, _tail(marks, level)]
        rows = LINE_ROWS * text.count(b"\n") + TEXT_EXTRA_ROWS
        return JobBytes(tuple(parts), rows)


def dots_of(image: QImage) -> Dots:
    """What the head burns of a picture."""
    return threshold(grey_of(image))


def grey_of(image: QImage) -> Grey:
    """The pixels of an 8-bit grey picture. A copy: Qt's memory goes with the picture."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()


def _head(level: Level, *, feeds: bool) -> bytes:
    head = commands.KANJI_OFF + commands.INITIALISE
    if level >= Level.BARRIER:
        # Some printers forget GS a at ESC @. Its answer is also a status at the job's start.
        head += commands.AUTO_STATUS_ON
    return head + commands.MOTION_UNIT_DOTS if feeds else head


def _tail(marks: Marks, level: Level) -> bytes:
    return (
        _marker(marks.printed, level) + commands.FEED_TO_CUTTER_AND_CUT + _marker(marks.cut, level)
    )


def _marker(process_id: bytes, level: Level) -> bytes:
    if level is Level.PROCESS_ID:
        return commands.mark(process_id)
    return commands.SEND_PAPER_STATE if level is Level.BARRIER else b""


def _grouped(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Whole commands together, up to CHUNK_BYTES."""
    group = b""
    for part in parts:
        if group and len(group) + len(part) > CHUNK_BYTES:
            yield group
            group = b""
        group += part
    yield group
