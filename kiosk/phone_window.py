"""A window as large as a phone that shows a code, to be held before a camera or photographed."""

import signal
import sys

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QRasterWindow

from kiosk.domain.model import QrMatrix

WIDTH, HEIGHT = 360, 760
QUIET_MODULES = 4
SIGNAL_MS = 200


class PhoneWindow(QRasterWindow):
    """White, with the code in its middle, as large as whole pixels a module allow."""

    def __init__(self, symbol: QrMatrix) -> None:
        super().__init__()
        self._symbol = symbol
        self.setTitle("HP")
        self.setFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.resize(WIDTH, HEIGHT)

    def paintEvent(self, _: object) -> None:  # noqa: N802 - the name is Qt's
        """Paint it all."""
        painter = QPainter(self)
        painter.drawImage(0, 0, picture(self._symbol, self.width(), self.height()))
        painter.end()


def picture(symbol: QrMatrix, width: int, height: int) -> QImage:
    """What the phone shows."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    size = len(symbol)
    module = max(1, min(width, height) // (size + 2 * QUIET_MODULES))
    left, top = (width - size * module) // 2, (height - size * module) // 2
    painter = QPainter(image)
    for row, line in enumerate(symbol):
        for column, dark in enumerate(line):
            if dark:
                place = QRect(left + column * module, top + row * module, module, module)
                painter.fillRect(place, QColor("black"))
    painter.end()
    return image


def run(symbol: QrMatrix) -> int:
    """Show a code until the window is closed or Ctrl-C; returns the exit code."""
    application = QGuiApplication(sys.argv[:1])
    window = PhoneWindow(symbol)
    window.show()
    signal.signal(signal.SIGINT, lambda *_: application.quit())
    waking = QTimer()  # Python hears a signal only when it gets a turn
    waking.start(SIGNAL_MS)
    return application.exec()
