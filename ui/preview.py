"""Shows the camera's latest picture inside QML.

A painted item costs 7 % of a core at 640x480x30 on the software renderer; VideoOutput stays blank
there and a scene-graph texture leaks from Python.
"""

from PySide6.QtCore import Property, QPoint, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QTransform
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

BYTES_PER_PIXEL = 4


class CameraPreview(QQuickPaintedItem):
    """A mirror: the newest frame wins, fills the item, and is drawn left-right reversed."""

    radiusChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._pixels = b""
        self._frame = QImage()
        self._radius = 0.0
        self.setOpaquePainting(False)
        self.visibleChanged.connect(self._forget_unless_seen)

    def show(self, width: int, height: int, bgrx: bytes) -> None:
        """Replace the picture by `width` x `height` pixels of blue, green, red, unused."""
        if len(bgrx) != width * height * BYTES_PER_PIXEL:
            raise ValueError(f"{len(bgrx)} bytes are not {width}x{height} BGRX pixels")
        # QImage does not own the bytes: both references change together.
        self._frame = QImage(
            bgrx, width, height, width * BYTES_PER_PIXEL, QImage.Format.Format_RGB32
        )
        self._pixels = bgrx
        self.update()

    def clear(self) -> None:
        """Forget the last frame; whatever lies behind the item is seen again."""
        self._frame = QImage()
        self._pixels = b""
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Draw the frame mirrored, cut to the shape of the item."""
        if self._frame.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._radius > 0:
            shape = QPainterPath()
            shape.addRoundedRect(self.boundingRect(), self._radius, self._radius)
            painter.setClipPath(shape)
        painter.setTransform(QTransform(-1, 0, 0, 1, self.width(), 0), combine=True)
        painter.drawImage(self.boundingRect(), self._frame, self._visible_part())

    def _visible_part(self) -> QRectF:
        shown = QSizeF(self.width(), self.height()).scaled(
            QSizeF(self._frame.size()), Qt.AspectRatioMode.KeepAspectRatio
        )
        part = QRectF(QPoint(0, 0), shown)
        part.moveCenter(QRectF(self._frame.rect()).center())
        return part

    def _forget_unless_seen(self) -> None:
        # No picture of a visitor outlives the screen that showed it.
        if not self.isVisible():
            self.clear()

    def _get_radius(self) -> float:
        return self._radius

    def _set_radius(self, radius: float) -> None:
        if radius != self._radius:
            self._radius = radius
            self.radiusChanged.emit()
            self.update()

    radius = Property(float, _get_radius, _set_radius, notify=radiusChanged)
