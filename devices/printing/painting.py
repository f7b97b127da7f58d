"""Strokes of the ticket's painter: words on a baseline, bars, boxes, QR modules. In dots."""

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from devices.printing.typeset import Face
from kiosk.domain.model import QrMatrix

INK = QColor(0, 0, 0)
BARE = QColor(255, 255, 255)
LINE = 3
CORNER = 10


def ascent(face: Face, pitch: float) -> float:
    """From the top of a line box to the baseline, the spare room shared above and below."""
    metrics = face.metrics()
    return (pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()


def draw_left(painter: QPainter, face: Face, text: str, left: float, baseline: float) -> None:
    """Paint words whose ink or advance begins at `left`."""
    painter.setFont(face.font())
    painter.setPen(INK)
    painter.drawText(QPointF(left - face.extent(text).left(), round(baseline)), text)


def draw_centred(
    painter: QPainter,
    face: Face,
    text: str,
    middle: float,
    baseline: float,
    *,
    keep_pen: bool = False,
) -> None:
    """Paint words around `middle`; with `keep_pen` in the colour that the painter has."""
    extent = face.extent(text)
    painter.setFont(face.font())
    if not keep_pen:
        painter.setPen(INK)
    left = middle - extent.width() / 2 - extent.left()
    painter.drawText(QPointF(left, round(baseline)), text)


def draw_bar(painter: QPainter, bar: QRectF, *, filled: bool) -> None:
    """Paint a bar with round corners, or its frame."""
    if filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(INK)
    else:
        painter.setPen(QPen(INK, LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        bar = bar.adjusted(LINE / 2, LINE / 2, -LINE / 2, -LINE / 2)
    painter.drawRoundedRect(bar, CORNER, CORNER)


def draw_box(painter: QPainter, box: QRect) -> None:
    """Paint an empty box to tick."""
    painter.fillRect(box, INK)
    painter.fillRect(box.adjusted(2, 2, -2, -2), BARE)


def draw_symbol(painter: QPainter, matrix: QrMatrix, scale: int, left: int, top: int) -> None:
    """Paint a QR symbol, each module `scale` dots wide, on paper that is bare there."""
    grey = np.where(np.array(matrix, bool), 0, 255).astype(np.uint8)
    large = np.ascontiguousarray(grey.repeat(scale, axis=0).repeat(scale, axis=1))
    side = len(large)
    painter.drawImage(
        left, top, QImage(large.data, side, side, side, QImage.Format.Format_Grayscale8)
    )
