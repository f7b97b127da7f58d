"""Pictures by which a technician judges a printer: a ruler, greys, density, QR symbols by size."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from devices.printing.measures import DOTS_PER_MM, Measures
from devices.printing.painting import BARE, INK, draw_left, draw_symbol
from devices.printing.piece import Piece
from devices.printing.typeset import TEXT, Face
from kiosk.domain.papers.blocks import Show
from kiosk.ports import QrEncoder

BAYER_4 = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]])
GREY_STEPS = 8
GREY_ROWS = 72
DOT = 2
"""A grey is made of dots of 2 x 2: a single one is lost on many heads."""
BAR_ROWS = 48
LINES_ROWS = 48
QR_TRIAL_DOTS = (3, 4, 5, 6)
QR_QUIET = 4
QR_TRIAL = "ANJUNGAN {dots}"
AIR = 12


def pattern(show: Show, measures: Measures, encode_qr: QrEncoder) -> Piece:
    """The picture, measured."""
    match show:
        case Show.RULER:
            return _ruler(measures)
        case Show.GREYS:
            return _greys(measures)
        case Show.DENSITY:
            return _density(measures)
        case Show.QR_SIZES:
            return _qr_sizes(measures, encode_qr)


def _letters(measures: Measures) -> Face:
    return Face(TEXT, 500, measures.body)


def _ruler(m: Measures) -> Piece:
    """Millimetres over the whole head, edge to edge: what is missing at an end was never burned."""
    face = _letters(m)

    def paint(painter: QPainter, top: int) -> None:
        for millimetre in range(m.width // DOTS_PER_MM + 1):
            left = min(millimetre * DOTS_PER_MM, m.width - 2)
            rows = 36 if millimetre % 10 == 0 else 26 if millimetre % 5 == 0 else 16
            painter.fillRect(left, top, 2, rows, INK)
            if millimetre % 10 == 0 and 0 < left < m.width - 2 * m.body:
                draw_left(painter, face, f"{millimetre}", left + 6, top + 36 + m.body * 0.7)
        painter.fillRect(0, top, m.width, 2, INK)

    return Piece(36 + m.body + AIR, paint, letters=face.size)


def _greys(m: Measures) -> Piece:
    """Steps from light to black: two that look alike tell that density is set too high or low."""
    step = m.column // GREY_STEPS
    row = np.concatenate([np.full(step // DOT, number + 1) for number in range(GREY_STEPS)])
    levels = np.tile(row * 16 // GREY_STEPS, (GREY_ROWS // DOT, 1))
    tiled = np.tile(BAYER_4, (levels.shape[0] // 4 + 1, levels.shape[1] // 4 + 1))
    inked = tiled[: levels.shape[0], : levels.shape[1]] < levels
    picture = _picture(inked.repeat(DOT, axis=0).repeat(DOT, axis=1))

    def paint(painter: QPainter, top: int) -> None:
        painter.drawImage(m.margin, top, picture)

    return Piece(GREY_ROWS + AIR, paint)


def _density(m: Measures) -> Piece:
    """A full bar, which asks most of the power supply, and lines of 1, 2, 3 and 4 dots both ways."""
    quarter = m.column // 4

    def paint(painter: QPainter, top: int) -> None:
        painter.fillRect(m.margin, top, m.column, BAR_ROWS, INK)
        lines = top + BAR_ROWS + AIR
        for index, wide in enumerate((1, 2, 3, 4)):
            left = m.margin + index * quarter
            for offset in range(0, quarter // 2 - wide, 2 * wide):
                painter.fillRect(left + offset, lines, wide, LINES_ROWS, INK)
            for offset in range(0, LINES_ROWS, 2 * wide):
                length = quarter // 2 - AIR
                painter.fillRect(left + quarter // 2, lines + offset, length, wide, INK)

    return Piece(BAR_ROWS + AIR + LINES_ROWS + AIR, paint)


def _qr_sizes(m: Measures, encode_qr: QrEncoder) -> Piece:
    """Symbols of 3 to 6 dots a module, each naming its own: the smallest that a phone reads tells."""
    face = _letters(m)
    places: list[tuple[int, QRect]] = []
    left, top, bottom = m.margin, 0, 0
    for dots in QR_TRIAL_DOTS:
        side = dots * len(encode_qr(QR_TRIAL.format(dots=dots)))
        quiet = dots * QR_QUIET
        if left > m.margin and left + side > m.width - m.margin:
            left, top = m.margin, bottom
        places.append((dots, QRect(left, top, side, side)))
        left += side + 2 * quiet
        bottom = max(bottom, top + side + m.body + 2 * AIR)

    def paint(painter: QPainter, first: int) -> None:
        for dots, box in places:
            matrix = encode_qr(QR_TRIAL.format(dots=dots))
            draw_symbol(painter, matrix, dots, box.left(), first + box.top())
            baseline = first + box.top() + box.height() + QR_QUIET * dots + m.body * 0.6
            draw_left(painter, face, f"{dots}", box.left(), baseline)

    return Piece(bottom + AIR, paint, letters=face.size)


def _picture(inked: NDArray[np.bool_]) -> QImage:
    grey = np.ascontiguousarray(np.where(inked, 0, BARE.red()).astype(np.uint8))
    rows, width = grey.shape
    return QImage(grey.data, width, rows, width, QImage.Format.Format_Grayscale8).copy()
