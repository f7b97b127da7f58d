"""Cuts one layer out of a drawing of clouds: `image://motif/<drawing>/<layer>`.

On the attract screen the layers drift at different speeds, so each is drawn alone, with some of
what lies beyond the drawing's left and right edge.
"""

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

# Drawn beyond either edge, in the drawing's units: more than the layers ever move.
BEYOND = 40
SIDE = 1080


class MotifProvider(QQuickImageProvider):
    """Draws layer a (back) to d (front) of `resources/motif/motif-<drawing>.svg`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002
        """Render the layer; the argument names are Qt's."""
        drawing, _, layer = id.partition("/")
        image = QImage(requestedSize, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        source = (self._folder / f"motif-{drawing}.svg").read_text(encoding="utf-8")
        renderer = QSvgRenderer(QByteArray(_only(source, layer).encode()))
        renderer.render(painter, QRectF(0, 0, requestedSize.width(), requestedSize.height()))
        painter.end()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def _only(source: str, layer: str) -> str:
    """The drawing with one layer left, widened by BEYOND at both sides."""
    wide = SIDE + 2 * BEYOND
    head = f'width="{wide}" height="{SIDE}" viewBox="{-BEYOND} 0 {wide} {SIDE}"'
    widened = re.sub(r'width="\d+" height="\d+" viewBox="[^"]*"', head, source, count=1)
    other = re.compile(rf'<g class="cl cl-(?!{re.escape(layer)}")\w+">.*?</g>', re.DOTALL)
    return other.sub("", widened)
