"""Short sounds that belong to the screen: a tick for each key, a warning before time runs out.

Those that mark a step of the visit are the session's own orders.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from ui.bridge import Bridge

LAST_SECONDS = 10
"""The warning at the start of the time-out dialog comes once more when so many are left."""


class Earcons(QObject):
    """Listens to the bridge, and has sounds played by name."""

    def __init__(self, bridge: Bridge, play: Callable[[str], None]) -> None:
        super().__init__()
        self._bridge = bridge
        self._play = play
        self._left = 0.0
        bridge.ticked.connect(self._tick)
        bridge.shellChanged.connect(self._look)

    @Slot()
    def _tick(self) -> None:
        self._play("tap")

    @Slot()
    def _look(self) -> None:
        """The time-out dialog is the only one that counts seconds."""
        dialog = self._bridge.shown()[2].get("dialog") or {}
        before, self._left = self._left, float(dialog.get("seconds", 0))
        if 0 < self._left <= LAST_SECONDS < before:
            self._play("warn")
