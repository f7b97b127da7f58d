"""Paints the outline icons in any colour: `image://icon/<name>/<rrggbb>[/<stroke>]`.

Qt draws an SVG's `currentColor` black, and shader tints draw nothing on the software renderer;
so the colour is written into the drawing before it is rendered.
"""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

# Shown when a catalogue names an icon that this release does not carry.
STAND_IN = "file-text"
OWN_STROKE = 'stroke-width="1.9"'
NATURAL_SIZE = QSize(48, 48)


class IconProvider(QQuickImageProvider):
    """Draws `resources/icons/<name>.svg` at the size asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder
        self._drawing = lru_cache(maxsize=256)(self._read)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002
        """Render the icon; the argument names are Qt's."""
        name, colour, *stroke = id.split("/")
        wanted = requestedSize if requestedSize.isValid() else NATURAL_SIZE
        image = QImage(wanted, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = self._drawing(name).replace("currentColor", f"#{colour}")
        if stroke:
            drawing = drawing.replace(OWN_STROKE, f'stroke-width="{float(stroke[0])}"')
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        renderer.render(painter, QRectF(0, 0, wanted.width(), wanted.height()))
        painter.end()
        size.setWidth(wanted.width())
        size.setHeight(wanted.height())
        return image

    def _read(self, name: str) -> str:
        path = self._folder / f"{name}.svg"
        if not name.replace("-", "").isalnum() or not path.is_file():
            path = self._folder / f"{STAND_IN}.svg"
        return path.read_text(encoding="utf-8")
