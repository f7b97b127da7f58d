"""Takes pictures of screens: one window, without motion, dressed anew for each picture."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QImage

from ui.bridge import Bridge
from ui.layout import Panel
from ui.qr_image import QrEncoder
from ui.shell import Parts, open_window
from ui.text import load_words
from ui.theme import Theme
from ui.words import WordsModel

FIRST_MS = 400
SETTLE_MS = 160
"""Screens are loaded at their first showing, and pictures arrive a moment after."""


class Photographer:
    """Holds the window between pictures."""

    def __init__(self, resources: Path, encode_qr: QrEncoder) -> None:
        self._bridge = Bridge()
        self._parts = Parts(
            theme=Theme(resources, Panel(), still=True),
            words=WordsModel(load_words(resources / "text")),
            bridge=self._bridge,
            encode_qr=encode_qr,
            resources=resources,
        )
        self._window = open_window(self._parts, size=QSize(1080, 1920))
        let_pass(FIRST_MS)

    def take(
        self, screen: str, view: Mapping[str, Any], shell: Mapping[str, Any], size: QSize
    ) -> QImage:
        """The picture of a screen in a window of `size` pixels."""
        self._window.window.resize(size)
        self._bridge.dress(shell)
        self._bridge.show(screen, view)
        let_pass(SETTLE_MS)
        return self._window.window.grabWindow()

    def close(self) -> None:
        """Close the window."""
        self._window.close()


def let_pass(milliseconds: int) -> None:
    """Let Qt go on for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
