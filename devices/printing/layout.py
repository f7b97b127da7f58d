"""Paints a paper: blocks become measured pieces, one under the other, on a grey picture.

Sizes are dots of a 203 dpi head. Nothing is clipped: what does not fit is broken or made smaller.
Painting on a QImage is allowed on any thread; the fonts are registered before (`register_fonts`).
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from devices.printing.measures import Measures
from devices.printing.painting import (
    BARE,
    INK,
    LINE,
    ascent,
    draw_bar,
    draw_box,
    draw_centred,
    draw_left,
    draw_symbol,
)
from devices.printing.patterns import pattern
from devices.printing.piece import Piece, Symbol, bare
from devices.printing.typeset import DISPLAY, TEXT, Face, breaks_a_word, fit, wrap, wrap_evenly
from devices.printing.void import void_blocks
from kiosk.domain.label import AuthorityLabel, parse_label
from kiosk.domain.model import QrMatrix
from kiosk.domain.paper import Paper
from kiosk.domain.papers.blocks import (
    Align,
    Banner,
    Block,
    Clouds,
    Code,
    Fact,
    Item,
    Mark,
    Number,
    Pattern,
    Rule,
    Size,
    Space,
    Text,
    Weight,
)
from kiosk.ports import QrEncoder

TOP = 17
DASH = (6, 3)
SECTION_GAP = 16
OWN_SERIES_GAP = 0.05
"""Wider than in `K 027`: slot and time must not run together."""
CODE_QUIET_MODULES = 4
LEADING = {Size.BODY: 1.2, Size.LARGE: 1.2, Size.TITLE: 1.15}


class TicketLayout:
    """Makes the picture of a paper for one paper width."""

    top = TOP
    """Rows above the first block."""

    def __init__(self, measures: Measures, encode_qr: QrEncoder, art: Path) -> None:
        self._m = measures
        self._encode_qr = encode_qr
        self._clouds = QImage(str(art / "clouds.png"))
        self._sizes = {
            Size.BODY: measures.body,
            Size.LARGE: measures.place,
            Size.TITLE: measures.service,
        }
        self._text = self._face(Size.BODY, Weight.REGULAR)
        self._value = Face(DISPLAY, 700, measures.value, word_spacing=0.06)
        self._banner = Face(DISPLAY, 700, measures.place, letter_spacing=0.06)
        self._number = Face(DISPLAY, 800, measures.number, -0.07, -0.02)

    def ticket(self, paper: Paper) -> QImage:
        """The picture of a paper, 8 bits grey."""
        return self._sheet(paper.blocks)

    def void(self, words: tuple[str, ...], label: str) -> QImage:
        """The picture of a strip that voids the rows before it."""
        return self._sheet(void_blocks(words, label))

    def _face(self, size: Size, weight: Weight) -> Face:
        bold = weight is Weight.BOLD
        return Face(DISPLAY if bold else TEXT, 700 if bold else 500, self._sizes[size])

    def _sheet(self, blocks: Iterable[Block]) -> QImage:
        pieces = [self.piece(block) for block in blocks]
        height = TOP + sum(piece.height for piece in pieces) + self._m.feed_before_cut
        image = QImage(self._m.width, height, QImage.Format.Format_Grayscale8)
        image.fill(BARE)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = TOP
        for piece in pieces:
            piece.paint(painter, top)
            top += piece.height
        painter.end()
        return image

    def piece(self, block: Block) -> Piece:
        """One block, measured."""
        match block:
            case Text():
                return self._words(block)
            case Number(label=label):
                return self._label(label)
            case Banner(text=text, inverted=inverted):
                return self._bar(text, inverted=inverted)
            case Fact(label=label, value=value):
                return self._fact(label, value)
            case Item():
                return self._item(block)
            case Code(content=content, caption=caption, own_row=own_row):
                return self._code(self._encode_qr(content), caption, own_row=own_row)
            case Clouds():
                return self._sky()
            case Rule():
                return self._dashes()
            case Space(dots=dots):
                return bare(dots)
            case Pattern(show=show):
                return pattern(show, self._m, self._encode_qr)
        assert_never(block)

    # --- words ---

    def _words(self, block: Text) -> Piece:
        m = self._m
        face = self._fitted(block)
        centred = block.align is Align.CENTRE
        lines = (wrap_evenly if centred else wrap)(face, block.text, m.column)
        leading = m.closing_pitch / m.body if block.loose else LEADING[block.size]
        pitch = round(face.size * leading)

        def paint(painter: QPainter, top: int) -> None:
            for index, line in enumerate(lines):
                baseline = top + block.above + index * pitch + ascent(face, pitch)
                self._line(painter, face, line, baseline, block.align)

        return Piece(
            block.above + pitch * len(lines) + block.below,
            paint,
            letters=face.size,
            broken=breaks_a_word(face, block.text, m.column),
        )

    def _fitted(self, block: Text) -> Face:
        """Larger words shrink for their longest word, a title also to stay within two lines."""
        m = self._m
        face = self._face(block.size, block.weight)
        if block.size is Size.LARGE:
            return fit(face, block.text.split(), m.column, least=m.body)
        while block.size is Size.TITLE and face.size > m.service_least:
            if len(wrap(face, block.text, m.column)) <= 2:
                break
            face = face.sized(face.size - 2)
        return face

    def _line(
        self, painter: QPainter, face: Face, line: str, baseline: float, align: Align
    ) -> None:
        match align:
            case Align.LEFT:
                draw_left(painter, face, line, self._m.margin, baseline)
            case Align.CENTRE:
                draw_centred(painter, face, line, self._m.width / 2, baseline)
            case Align.RIGHT:
                left = self._m.width - self._m.margin - face.width(line)
                draw_left(painter, face, line, left, baseline)

    # --- number and banner ---

    def _label(self, label: str) -> Piece:
        face, lines = self._label_lines(label)
        cap = face.cap_height()
        pitch = round(cap + 0.22 * face.size)
        before = round(0.17 * face.size) + 8

        def paint(painter: QPainter, top: int) -> None:
            for index, line in enumerate(lines):
                baseline = top + before + index * pitch + cap
                draw_centred(painter, face, line, self._m.width / 2, baseline)

        height = before + pitch * (len(lines) - 1) + round(cap + 0.107 * face.size)
        return Piece(height, paint, letters=face.size, label_height=cap)

    def _label_lines(self, label: str) -> tuple[Face, list[str]]:
        """One line where the capitals stay high enough, else broken at the space."""
        m, face = self._m, self._number
        least = m.authority_least
        if not from_authority(label):
            face, least = replace(face, word_spacing=OWN_SERIES_GAP), m.number_least
        whole = fit(face, [label], m.column)
        if " " not in label or whole.cap_height() >= least:
            return whole, [label]
        lines = label.split(" ", 1)
        return fit(face, lines, m.column), lines

    def _bar(self, text: str, *, inverted: bool) -> Piece:
        m = self._m
        face = fit(self._banner, [text], m.column - 2 * m.margin)
        before = 10

        def paint(painter: QPainter, top: int) -> None:
            bar = QRectF(m.margin, top + before, m.column, m.banner_height)
            draw_bar(painter, bar, filled=inverted)
            painter.setPen(BARE if inverted else INK)
            baseline = bar.center().y() + face.cap_height() / 2
            draw_centred(painter, face, text, m.width / 2, baseline, keep_pen=True)

        return Piece(before + m.banner_height, paint, letters=face.size)

    # --- rows ---

    def _fact(self, label: str, value: str) -> Piece:
        """Label left and value right; a value too long for that goes on lines of its own."""
        m = self._m
        room = m.column - self._text.width(label) - m.body / 2
        beside = self._value.width(value) <= room
        lines = [value] if beside else wrap(self._value, value, m.column)
        labels = [label] if beside else wrap(self._text, label, m.column)
        pitches = max(len(lines), 1) if beside else len(labels) + len(lines)
        first_value = 0 if beside else len(labels)

        def paint(painter: QPainter, top: int) -> None:
            rise = ascent(self._value, m.row_pitch) - 2
            for index, words in enumerate(labels):
                draw_left(painter, self._text, words, m.margin, top + index * m.row_pitch + rise)
            for index, words in enumerate(lines):
                left = m.width - m.margin - self._value.width(words)
                row = top + (first_value + index) * m.row_pitch + rise
                draw_left(painter, self._value, words, left, row)

        broken = not beside and (
            breaks_a_word(self._value, value, m.column)
            or breaks_a_word(self._text, label, m.column)
        )
        return Piece(pitches * m.row_pitch, paint, letters=self._text.size, broken=broken)

    def _item(self, item: Item) -> Piece:
        m = self._m
        side = round(m.body * 0.75)
        lead = {Mark.NUMBER: f"{item.order}.", Mark.DASH: "–"}.get(item.mark, "")
        indent = m.margin + max(side, round(self._text.width(lead))) + 13
        room = m.width - m.margin - indent
        lines = wrap(self._text, item.text, room)

        def paint(painter: QPainter, top: int) -> None:
            baseline = top + ascent(self._text, m.item_pitch)
            if item.mark is Mark.BOX:
                draw_box(painter, QRect(m.margin + 3, round(baseline) - side + 4, side, side))
            elif lead:
                draw_left(painter, self._text, lead, m.margin + 3, baseline)
            for index, line in enumerate(lines):
                draw_left(painter, self._text, line, indent, baseline + index * m.item_pitch)

        broken = breaks_a_word(self._text, item.text, room)
        return Piece(len(lines) * m.item_pitch, paint, letters=self._text.size, broken=broken)

    # --- rules and motif ---

    def _dashes(self) -> Piece:
        m = self._m

        def paint(painter: QPainter, top: int) -> None:
            on, off = DASH
            for left in range(m.margin, m.width - m.margin, on + off):
                width = min(on, m.width - m.margin - left)
                painter.fillRect(left, top + SECTION_GAP, width, LINE, INK)

        return Piece(2 * SECTION_GAP + LINE, paint)

    def _sky(self) -> Piece:
        m, art = self._m, self._clouds
        before = 8

        def paint(painter: QPainter, top: int) -> None:
            painter.drawImage((m.width - art.width()) // 2, top + before, art)
            painter.fillRect(m.margin, top + before + art.height() - 1, m.column, LINE, INK)

        return Piece(before + art.height() + LINE - 1, paint)

    # --- QR ---

    def _code(self, matrix: QrMatrix, caption: str | None, *, own_row: bool) -> Piece:
        scale = max(self._m.qr_module_least, self._m.qr // len(matrix))
        if caption and self._m.qr_beside_caption and not own_row:
            return self._code_beside(matrix, scale, caption)
        return self._code_above(matrix, scale, caption)

    def _code_beside(self, matrix: QrMatrix, scale: int, caption: str) -> Piece:
        m = self._m
        side = scale * len(matrix)
        left = m.margin + side + scale * CODE_QUIET_MODULES
        room = m.width - m.margin - left
        lines = wrap(self._text, caption, room)
        air = max(0, scale * CODE_QUIET_MODULES - SECTION_GAP)
        height = max(side + 2 * air, len(lines) * m.item_pitch)
        first_row = (height - side) // 2

        def paint(painter: QPainter, top: int) -> None:
            draw_symbol(painter, matrix, scale, m.margin, top + first_row)
            first = top + (height - len(lines) * m.item_pitch) / 2
            for index, line in enumerate(lines):
                baseline = first + index * m.item_pitch + ascent(self._text, m.item_pitch)
                draw_left(painter, self._text, line, left, baseline)

        symbol = Symbol(QRect(m.margin, first_row, side, side), scale)
        broken = breaks_a_word(self._text, caption, room)
        return Piece(height, paint, letters=self._text.size, broken=broken, symbol=symbol)

    def _code_above(self, matrix: QrMatrix, scale: int, caption: str | None) -> Piece:
        side = scale * len(matrix)
        quiet = scale * CODE_QUIET_MODULES
        left, first_row = (self._m.width - side) // 2, quiet - SECTION_GAP
        below = self._words(Text(caption)) if caption else bare(0)

        def paint(painter: QPainter, top: int) -> None:
            draw_symbol(painter, matrix, scale, left, top + first_row)
            below.paint(painter, top + first_row + side + quiet)

        symbol = Symbol(QRect(left, first_row, side, side), scale)
        height = side + 2 * quiet - SECTION_GAP + below.height
        return replace(below, height=height, paint=paint, symbol=symbol)


def from_authority(label: str) -> bool:
    """True for a number given by the site's authority, which people hear called."""
    try:
        return isinstance(parse_label(label), AuthorityLabel)
    except ValueError:
        return False
