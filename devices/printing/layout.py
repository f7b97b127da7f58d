"""Paints a ticket: blocks become measured pieces, one under the other, on a grey picture.

Sizes are dots of a 203 dpi head. Nothing is clipped: what does not fit is broken or made smaller.
Painting on a QImage is allowed on any thread; the fonts are registered before (`register_fonts`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from devices.printing.blocks import (
    Banner,
    Block,
    Clouds,
    Code,
    Fact,
    Item,
    Number,
    Role,
    Rule,
    Words,
    ticket_blocks,
    void_blocks,
)
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
from devices.printing.typeset import DISPLAY, TEXT, Face, fit, wrap, wrap_evenly
from kiosk.domain.label import AuthorityLabel, parse_label
from kiosk.domain.model import QrMatrix
from kiosk.domain.paper import Paper
from kiosk.ports import QrEncoder

TOP = 17
DASH = (6, 3)
SECTION_GAP = 16
OWN_SERIES_GAP = 0.05
"""Wider than in `K 027`: slot and time must not run together."""
CODE_QUIET_MODULES = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that knows its height; `paint` draws it with its top at the given row."""

    height: int
    paint: Callable[[QPainter, int], None]


class TicketLayout:
    """Makes the picture of a ticket for one paper width."""

    def __init__(self, measures: Measures, encode_qr: QrEncoder, art: Path) -> None:
        self._m = measures
        self._encode_qr = encode_qr
        self._clouds = QImage(str(art / "clouds.png"))
        self._text = Face(TEXT, 500, measures.body)
        self._place = Face(DISPLAY, 700, measures.place)
        self._value = Face(DISPLAY, 700, measures.value, word_spacing=0.06)
        self._service = Face(DISPLAY, 700, measures.service)
        self._banner = Face(DISPLAY, 700, measures.place, letter_spacing=0.06)
        self._number = Face(DISPLAY, 800, measures.number, -0.07, -0.02)

    def ticket(self, paper: Paper) -> QImage:
        """The picture of a ticket, 8 bits grey."""
        return self._sheet(ticket_blocks(paper))

    def void(self, words: tuple[str, ...], label: str) -> QImage:
        """The picture of a strip that voids the rows before it."""
        return self._sheet(void_blocks(words, label))

    def _sheet(self, blocks: Iterable[Block]) -> QImage:
        pieces = [self._piece(block) for block in blocks]
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

    def _piece(self, block: Block) -> Piece:
        match block:
            case Words(role=role, text=text):
                return self._words(role, text)
            case Number(label=label):
                return self._label(label)
            case Banner(text=text, inverted=inverted):
                return self._bar(text, inverted=inverted)
            case Fact(label=label, value=value):
                return self._fact(label, value)
            case Item(text=text, boxed=boxed):
                return self._item(text, boxed=boxed)
            case Code(content=content, caption=caption):
                return self._code(self._encode_qr(content), caption)
            case Clouds():
                return self._sky()
            case Rule():
                return self._dashes()
        assert_never(block)

    # --- words ---

    def _words(self, role: Role, text: str) -> Piece:
        m = self._m
        match role:
            case Role.PLACE:
                return self._centred(fit(self._place, text.split(), m.column), text, 1.2)
            case Role.HEADING:
                return self._centred(self._text, text, 1.2, before=16)
            case Role.SERVICE:
                return self._title(text)
            case Role.AGENCY:
                return self._centred(self._text, text, 1.2, before=1)
            case Role.LIST_TITLE:
                return self._left(self._place, text, after=2)
            case Role.NOTE:
                return self._left(self._text, text)
            case Role.CLOSING:
                return self._centred(self._text, text, m.closing_pitch / m.body)
        assert_never(role)

    def _title(self, text: str) -> Piece:
        face = self._service
        while len(wrap(face, text, self._m.column)) > 2 and face.size > self._m.service_least:
            face = face.sized(face.size - 2)
        return self._centred(face, text, 1.15, before=5)

    def _centred(self, face: Face, text: str, leading: float, before: int = 0) -> Piece:
        lines = wrap_evenly(face, text, self._m.column)
        pitch = round(face.size * leading)

        def paint(painter: QPainter, top: int) -> None:
            for index, line in enumerate(lines):
                baseline = top + before + index * pitch + ascent(face, pitch)
                draw_centred(painter, face, line, self._m.width / 2, baseline)

        return Piece(before + pitch * len(lines), paint)

    def _left(self, face: Face, text: str, after: int = 0) -> Piece:
        lines = wrap(face, text, self._m.column)
        pitch = round(face.size * 1.2)

        def paint(painter: QPainter, top: int) -> None:
            for index, line in enumerate(lines):
                baseline = top + index * pitch + ascent(face, pitch)
                draw_left(painter, face, line, self._m.margin, baseline)

        return Piece(pitch * len(lines) + after, paint)

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

        return Piece(before + pitch * (len(lines) - 1) + round(cap + 0.107 * face.size), paint)

    def _label_lines(self, label: str) -> tuple[Face, list[str]]:
        """One line where the capitals stay high enough, else broken at the space."""
        m, face = self._m, self._number
        least = m.authority_least
        if not _from_authority(label):
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

        return Piece(before + m.banner_height, paint)

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

        return Piece(pitches * m.row_pitch, paint)

    def _item(self, text: str, *, boxed: bool) -> Piece:
        m = self._m
        side = round(m.body * 0.75)
        indent = m.margin + side + 13
        lines = wrap(self._text, text, m.width - m.margin - indent)

        def paint(painter: QPainter, top: int) -> None:
            baseline = top + ascent(self._text, m.item_pitch)
            if boxed:
                draw_box(painter, QRect(m.margin + 3, round(baseline) - side + 4, side, side))
            for index, line in enumerate(lines):
                draw_left(painter, self._text, line, indent, baseline + index * m.item_pitch)

        return Piece(len(lines) * m.item_pitch, paint)

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

    def _code(self, matrix: QrMatrix, caption: str) -> Piece:
        scale = max(self._m.qr_module_least, self._m.qr // len(matrix))
        if self._m.qr_beside_caption:
            return self._code_beside(matrix, scale, caption)
        return self._code_above(matrix, scale, caption)

    def _code_beside(self, matrix: QrMatrix, scale: int, caption: str) -> Piece:
        m = self._m
        side = scale * len(matrix)
        left = m.margin + side + scale * CODE_QUIET_MODULES
        lines = wrap(self._text, caption, m.width - m.margin - left)
        height = max(side, len(lines) * m.item_pitch)

        def paint(painter: QPainter, top: int) -> None:
            draw_symbol(painter, matrix, scale, m.margin, top + (height - side) // 2)
            first = top + (height - len(lines) * m.item_pitch) / 2
            for index, line in enumerate(lines):
                baseline = first + index * m.item_pitch + ascent(self._text, m.item_pitch)
                draw_left(painter, self._text, line, left, baseline)

        return Piece(height, paint)

    def _code_above(self, matrix: QrMatrix, scale: int, caption: str) -> Piece:
        side = scale * len(matrix)
        quiet = scale * CODE_QUIET_MODULES
        below = self._centred(self._text, caption, 1.2)

        def paint(painter: QPainter, top: int) -> None:
            first = top + quiet - SECTION_GAP
            draw_symbol(painter, matrix, scale, (self._m.width - side) // 2, first)
            below.paint(painter, first + side + quiet)

        return Piece(side + 2 * quiet - SECTION_GAP + below.height, paint)


def _from_authority(label: str) -> bool:
    try:
        return isinstance(parse_label(label), AuthorityLabel)
    except ValueError:
        return False
