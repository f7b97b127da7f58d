"""Precise one-shot timers on the Qt loop; asyncio's own are coarse under Qt."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer


class Timers:
    """Holds its timers, since Qt does not."""

    def __init__(self) -> None:
        self._running: set[QTimer] = set()

    def call_after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call once after `seconds`; returns how to cancel, which may be done twice."""
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setSingleShot(True)
        self._running.add(timer)

        def end() -> None:
            if timer in self._running:
                self._running.discard(timer)
                timer.stop()
                # Its connection holds `fire`, and `fire` holds it: nothing else would let go of either.
                timer.deleteLater()

        def fire() -> None:
            end()
            call()

        timer.timeout.connect(fire)
        timer.start(max(0, round(seconds * 1000)))
        return end

    def close(self) -> None:
        """Stop every timer."""
        for timer in self._running:
            timer.stop()
        self._running.clear()
