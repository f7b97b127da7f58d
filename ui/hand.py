"""The scripted hand: touches the real window and its keypad, and tells what is on it.

It exists with profile `demo` only; tests and the screenless demo drive a visit through it.
"""

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping, Set

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from ui.bridge import Bridge

SETTLE_SECONDS = 0.4
"""Longer than the time in which the screens ignore touches after a change."""
WAIT_SECONDS = 20.0
KEYS = {
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
    "select": Qt.Key.Key_Return,
    "space": Qt.Key.Key_Space,
    "escape": Qt.Key.Key_Escape,
    "home": Qt.Key.Key_Home,
    "repeat": Qt.Key.Key_F1,
    "louder": Qt.Key.Key_VolumeUp,
    "softer": Qt.Key.Key_VolumeDown,
}
"""The keys of a keypad by what they do."""


class HandError(Exception):
    """What was asked for is not on the screen; the text says what is."""


class Hand:
    """Finds items by object name, touches them, waits for screens and takes pictures."""

    def __init__(self, window: QQuickWindow, bridge: Bridge) -> None:
        self._window = window
        self._bridge = bridge
        self._device = QTest.createTouchDevice()
        self._changed = asyncio.Event()
        for signal in (bridge.screenChanged, bridge.viewChanged, bridge.shellChanged):
            signal.connect(self._changed.set)

    async def tap(self, name: str) -> None:
        """Press and release the middle of the item called `name`, once it is there."""
        point = _middle(await self._settled(name))
        await self._between_tasks(lambda: self._touch(point))

    async def key(self, name: str) -> None:
        """Press and release a key of the keypad, once keys count again."""
        if name not in KEYS:
            raise HandError(f"no key is called {name}; there are {sorted(KEYS)}")
        await asyncio.sleep(SETTLE_SECONDS)
        await self._between_tasks(lambda: QTest.keyClick(self._window, KEYS[name]))

    async def time_tap(self, name: str, screens: Set[str]) -> tuple[float, float]:
        """Tap, and measure until the first frame that shows one of `screens`.

        Returns the moment of the touch (seconds, CLOCK_MONOTONIC) and the milliseconds until then.
        """
        drawn = asyncio.get_running_loop().create_future()
        touched = 0.0

        def note() -> None:
            if touched and self._bridge.shown()[0] in screens and not drawn.done():
                drawn.set_result(time.monotonic())

        point = _middle(await self._settled(name))
        connection = self._window.frameSwapped.connect(note)
        touched = time.monotonic()
        try:
            await self._between_tasks(lambda: self._touch(point))
            async with asyncio.timeout(WAIT_SECONDS):
                return touched, (await drawn - touched) * 1000
        except TimeoutError:
            raise HandError(f"{name} did not lead to {sorted(screens)}") from None
        finally:
            self._window.frameSwapped.disconnect(connection)

    def _touch(self, point: QPoint) -> None:
        QTest.touchEvent(self._window, self._device).press(0, point, self._window).commit()
        QTest.touchEvent(self._window, self._device).release(0, point, self._window).commit()

    async def wait(self, screens: Set[str], contains: Mapping[str, object], seconds: float) -> None:
        """Wait until one of `screens` (empty: any) is shown with all of `contains`."""

        def there() -> bool:
            shown, view, shell = self._bridge.shown()
            fields = {**shell, **view}
            right = not screens or shown in screens
            return right and all(fields.get(key) == value for key, value in contains.items())

        await self._until(there, f"screen {sorted(screens)} with {dict(contains)}", seconds)

    async def grab(self, path: str) -> None:
        """Save a picture of the window, once it stands still."""
        await asyncio.sleep(SETTLE_SECONDS)
        if not self._window.grabWindow().save(path):
            raise HandError(f"{path} cannot be written")

    async def _settled(self, name: str) -> QQuickItem:
        """The item called `name`, once it is there and touches count again."""
        await self._until(lambda: self._find(name) is not None, f"an item called {name}")
        await asyncio.sleep(SETTLE_SECONDS)
        item = self._find(name)
        if item is None:
            raise HandError(f"{name} went away")
        return item

    async def _between_tasks(self, work: Callable[[], None]) -> None:
        """A touch makes Qt handle events at once; inside a task that would step another task."""
        done = asyncio.get_running_loop().create_future()

        def run() -> None:
            work()
            done.set_result(None)

        QTimer.singleShot(0, run)
        await done

    def facts(self) -> Mapping[str, object]:
        """What is on the screen, as the screens get it."""
        screen, view, shell = self._bridge.shown()
        return {"screen": screen, "view": view, "shell": shell}

    def names(self) -> list[str]:
        """The names of everything that can be touched now."""
        return sorted(
            item.objectName() for item in _items(self._window) if item.objectName() and _shown(item)
        )

    def _find(self, name: str) -> QQuickItem | None:
        found = (item for item in _items(self._window) if item.objectName() == name)
        return next((item for item in found if _shown(item) and item.isEnabled()), None)

    async def _until(
        self, there: Callable[[], bool], what: str, seconds: float = WAIT_SECONDS
    ) -> None:
        try:
            async with asyncio.timeout(seconds):
                while not there():
                    self._changed.clear()
                    # Items come a moment after the fields that make them: look again soon.
                    try:
                        async with asyncio.timeout(0.1):
                            await self._changed.wait()
                    except TimeoutError:
                        continue
        except TimeoutError:
            raise HandError(
                f"waited {seconds} s for {what}; on screen {self._bridge.shown()[0]}: {self.names()}"
            ) from None


def _middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def _items(window: QQuickWindow) -> Iterator[QQuickItem]:
    todo = [window.contentItem()]
    while todo:
        item = todo.pop()
        yield item
        todo += item.childItems()


def _shown(item: QQuickItem) -> bool:
    part: QObject | None = item
    while isinstance(part, QQuickItem):
        if not part.isVisible() or part.opacity() == 0:
            return False
        part = part.parentItem()
    return item.width() > 0
