"""Judges a paper as it would be burned: what is cut, broken, too small, or will not scan."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from devices.printing.composer import dots_of
from devices.printing.layout import CODE_QUIET_MODULES, TicketLayout, from_authority
from devices.printing.measures import DOTS_PER_MM, PAPER_58, Measures
from devices.printing.painting import BARE
from devices.printing.piece import Piece, Symbol
from devices.printing.raster import Dots
from kiosk.domain.paper import Paper
from kiosk.domain.papers.blocks import Banner, Block, Code, Fact, Item, Number, Pattern, Text

LETTERS_LEAST = 3 * DOTS_PER_MM
LENGTH_MOST_MM = 400
AROUND = 160
"""Dots beside the paper that are looked at, for ink that would be lost there."""
TOLERANCE = 2
"""Antialiasing and side bearings."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one block of a paper, or with the whole."""

    where: str
    what: str


class Judge:
    """Judges papers on one width; what it found of a block it remembers, for most come again."""

    def __init__(self, layout: TicketLayout, measures: Measures) -> None:
        self._layout = layout
        self._m = measures
        self._known: dict[Block, tuple[Piece, tuple[Fault, ...]]] = {}

    def faults(self, paper: Paper) -> Iterator[Fault]:
        """Everything that is wrong with a paper."""
        judged = [self._judged(block) for block in paper.blocks]
        for _, found in judged:
            yield from found
        dots = dots_of(self._layout.ticket(paper))
        length = len(dots) // DOTS_PER_MM
        if length > LENGTH_MOST_MM:
            yield Fault("paper", f"{length} mm long, {LENGTH_MOST_MM} mm at most")
        top = self._layout.top
        for piece, _ in judged:
            if piece.symbol:
                yield from (Fault("qr", what) for what in _around(dots, piece.symbol, top, self._m))
            top += piece.height

    def _judged(self, block: Block) -> tuple[Piece, tuple[Fault, ...]]:
        if block not in self._known:
            piece, name = self._layout.piece(block), _name(block)
            found = tuple(Fault(name, what) for what in _wrong(block, piece, self._m))
            self._known[block] = piece, found
        return self._known[block]


def _name(block: Block) -> str:
    """The block as its editor knows it: its kind and its words."""
    match block:
        case Text(text=words) | Banner(text=words) | Item(text=words) | Number(label=words):
            return f"{type(block).__name__.lower()} {words!r}"
        case Fact(label=label, value=value):
            return f"row {label!r} {value!r}"
        case Code():
            return "qr"
        case _:
            return type(block).__name__.lower()


def _wrong(block: Block, piece: Piece, m: Measures) -> Iterator[str]:
    if piece.broken:
        yield "a word is wider than the line and is broken"
    if 0 < piece.letters < LETTERS_LEAST:
        height = piece.letters / DOTS_PER_MM
        yield f"letters of {height:.1f} mm, {LETTERS_LEAST // DOTS_PER_MM} mm at least"
    if isinstance(block, Number):
        least = m.authority_least if from_authority(block.label) else m.number_least
        if piece.label_height < least:
            height = piece.label_height / DOTS_PER_MM
            yield f"number of {height:.1f} mm, {least // DOTS_PER_MM} mm at least"
    if piece.symbol and piece.symbol.module < m.qr_module_least:
        yield f"QR of {piece.symbol.module} dots a module, {m.qr_module_least} at least"
    margin = 0 if isinstance(block, Pattern) else m.margin
    lost = _lost(piece, m, margin)
    if lost:
        yield f"{lost} dots over the edge"


def _lost(piece: Piece, m: Measures, margin: int) -> int:
    """How far ink reaches beyond the margins; dots outside the head would be cut off."""
    image = QImage(m.width + 2 * AROUND, piece.height + 2 * AROUND, QImage.Format.Format_Grayscale8)
    image.fill(BARE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(AROUND, 0)
    piece.paint(painter, AROUND)
    painter.end()
    columns = np.flatnonzero(dots_of(image).any(axis=0)) - AROUND
    if len(columns) == 0:
        return 0
    left, right = int(columns[0]), int(columns[-1])
    beyond = max(margin - left, right - (m.width - margin - 1))
    return beyond if beyond > TOLERANCE else 0


def _around(dots: Dots, symbol: Symbol, top: int, m: Measures) -> Iterator[str]:
    """Ink in the quiet zone of a QR symbol, or beside it where it has a row of its own."""
    box = symbol.box.translated(0, top)
    quiet = symbol.module * CODE_QUIET_MODULES
    if _ink(dots, box.adjusted(-quiet, -quiet, quiet, quiet)) > _ink(dots, box):
        yield f"something stands in the {quiet} dots around the QR; put a rule or a space there"
    elif m.width == PAPER_58.width:
        row = QRect(0, box.top(), m.width, box.height())
        if _ink(dots, row) > _ink(dots, box):
            yield "on 58 mm a QR has a row of its own"


def _ink(dots: Dots, box: QRect) -> int:
    rows = slice(max(0, box.top()), box.top() + box.height())
    columns = slice(max(0, box.left()), box.left() + box.width())
    return int(np.count_nonzero(dots[rows, columns]))
