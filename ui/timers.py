"""Precise one-shot timers on the Qt loop; asyncio's own are coarse under Qt."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer


class Timers:
    """Holds its timers, since Qt does not."""

    def __init__(self) -> None:
        self._running: set[QTimer] = set()
        self._closed = False

    def call_after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call once after `seconds`, and never after `close`; returns how to cancel, also twice."""
        if self._closed:
            return lambda: None
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setSingleShot(True)
        self._running.add(timer)

        def end() -> None:
            if timer in self._running:
                self._running.discard(timer)
                _let_go(timer)

        def fire() -> None:
            end()
            call()

        timer.timeout.connect(fire)
        timer.start(max(0, round(seconds * 1000)))
        return end

    def close(self) -> None:
        """Stop every timer, and begin none any more: somebody may still ask for one."""
        self._closed = True
        for timer in self._running:
            _let_go(timer)
        self._running.clear()


def _let_go(timer: QTimer) -> None:
    """Its connection holds who is called, who holds it: nothing else would let go of either."""
    timer.stop()
    timer.deleteLater()
