"""Draws clouds: `image://motif/<drawing>`, or one layer of them, `image://motif/<drawing>/<layer>`.

On the attract screen the layers drift at different speeds, so each is drawn alone, with some of
what lies beyond the drawing's left and right edge. Pictures are kept: every screen has clouds, and
drawing them took longer than the rest of a change of screens.
"""

import re
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

# Drawn beyond either edge, in the drawing's units: more than the layers ever move.
BEYOND = 40
SIDE = 1080
# The four layers of the attract screen and the four drawings of the screens after it.
KEPT = 8


class MotifProvider(QQuickImageProvider):
    """Draws `resources/motif/motif-<drawing>.svg`, whole or its layer a (back) to d (front)."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder
        self._kept = lru_cache(maxsize=KEPT)(self._draw)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002
        """Render the clouds; the argument names are Qt's."""
        image = self._kept(id, requestedSize.width(), requestedSize.height())
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image

    def _draw(self, name: str, width: int, height: int) -> QImage:
        drawing, _, layer = name.partition("/")
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        source = (self._folder / f"motif-{drawing}.svg").read_text(encoding="utf-8")
        drawn = _only(source, layer) if layer else source
        QSvgRenderer(QByteArray(drawn.encode())).render(painter, QRectF(0, 0, width, height))
        painter.end()
        return image


def _only(source: str, layer: str) -> str:
    """The drawing with one layer left, widened by BEYOND at both sides."""
    wide = SIDE + 2 * BEYOND
    head = f'width="{wide}" height="{SIDE}" viewBox="{-BEYOND} 0 {wide} {SIDE}"'
    widened = re.sub(r'width="\d+" height="\d+" viewBox="[^"]*"', head, source, count=1)
    other = re.compile(rf'<g class="cl cl-(?!{re.escape(layer)}")\w+">.*?</g>', re.DOTALL)
    return other.sub("", widened)
