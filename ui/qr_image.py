"""Draws QR codes with whole-pixel modules: `image://qr/<percent-encoded text>`."""

from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import unquote

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider

# Rows of modules, True is dark; the quiet zone is not part of it.
Modules: TypeAlias = tuple[tuple[bool, ...], ...]
QrEncoder: TypeAlias = Callable[[str], Modules]

QUIET_MODULES = 4
# Under three pixels a module, phone cameras start to miss codes on a bright panel.
LEAST_MODULE_PX = 3


class QrProvider(QQuickImageProvider):
    """Asks the encoder for the modules and paints them, dark on white in every theme."""

    def __init__(self, encode: QrEncoder) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._encode = encode

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002
        """Paint the code of `id`; the argument names are Qt's."""
        image = paint(self._encode(unquote(id)), requestedSize.width())
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def paint(modules: Modules, wanted_px: int) -> QImage:
    """Paint `modules` and their quiet zone, as large as whole pixels allow in `wanted_px`."""
    across = len(modules) + 2 * QUIET_MODULES
    module = max(LEAST_MODULE_PX, wanted_px // across)
    image = QImage(across * module, across * module, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for row, line in enumerate(modules, start=QUIET_MODULES):
        for column, dark in enumerate(line, start=QUIET_MODULES):
            if dark:
                cell = QRect(column * module, row * module, module, module)
                painter.fillRect(cell, Qt.GlobalColor.black)
    painter.end()
    return image
