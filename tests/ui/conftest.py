"""Opens the real window offscreen, touches it like a finger, and reads what is on it."""

import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from ui.gallery import build
from ui.layout import Panel
from ui.samples import SHELL, STAFF_VIEWS, VIEWS
from ui.shell import Parts, Shell, prepare_qt

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
prepare_qt()

TALL = QSize(1080, 1920)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """QML needs no QApplication."""
    return QGuiApplication


@pytest.fixture(scope="session")
def touch_panel(qapp: QGuiApplication) -> QPointingDevice:
    """One touch device for the whole run: Qt never forgets one."""
    return QTest.createTouchDevice()


class Screen:
    """One open window with the finger over it."""

    def __init__(self, window: Shell, parts: Parts, panel: QPointingDevice) -> None:
        self.shell = window
        self.parts = parts
        self.sent: list[tuple[str, object]] = []
        self._panel = panel
        parts.bridge.sent.connect(self._note)

    def _note(self, name: str, argument: object) -> None:
        if name != "touched":
            self.sent.append((name, argument))

    def items(self) -> Iterator[QQuickItem]:
        """Every visible item, parents before children; views' delegates included."""
        todo = [self.shell.window.contentItem()]
        while todo:
            item = todo.pop()
            if item.isVisible() and item.opacity() > 0:
                yield item
                todo += item.childItems()

    def item(self, name: str) -> QQuickItem:
        """The one visible item of this object name."""
        found = [item for item in self.items() if item.objectName() == name]
        assert len(found) == 1, f"{len(found)} items are called {name}"
        return found[0]

    def targets(self) -> list[QQuickItem]:
        """Everything that can be touched now."""
        return [item for item in self.items() if item.property("touchTarget")]

    def texts(self) -> list[QQuickItem]:
        """Every text that is shown."""
        return [item for item in self.items() if item.inherits("QQuickText")]

    def centre(self, name: str) -> QPoint:
        """The middle of an item in pixels of the window."""
        item = self.item(name)
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def press(self, at: QPoint) -> None:
        """Put a finger down."""
        self._fingers().press(0, at, self.shell.window).commit()

    def move(self, at: QPoint) -> None:
        """Slide the finger."""
        self._fingers().move(0, at, self.shell.window).commit()

    def lift(self, at: QPoint) -> None:
        """Take the finger away."""
        self._fingers().release(0, at, self.shell.window).commit()

    def press_second(self, at: QPoint, first: QPoint) -> None:
        """Put a second finger down while the first stays where it is."""
        window = self.shell.window
        self._fingers().move(0, first, window).press(1, at, window).commit()

    def lift_second(self, at: QPoint, first: QPoint) -> None:
        """Take the second finger away."""
        window = self.shell.window
        self._fingers().move(0, first, window).release(1, at, window).commit()

    def _fingers(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self.shell.window, self._panel)

    def tap(self, name: str) -> None:
        """Touch an item in its middle."""
        at = self.centre(name)
        self.press(at)
        self.lift(at)

    def dress(self, **changes: object) -> None:
        """Change some of the shell facts."""
        _, _, shell = self.parts.bridge.shown()
        # Delegates on their way out must not see the change.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.parts.bridge.dress({**shell, **changes})
        # Layouts settle while a frame is drawn.
        self.picture()

    def picture(self) -> QImage:
        """What is on the screen."""
        return self.shell.window.grabWindow()


Opener = Callable[..., Screen]


def open_screen(
    name: str,
    touch_panel: QPointingDevice,
    view: Mapping[str, Any] | None = None,
    *,
    size: QSize = TALL,
    panel: Panel | None = None,
    still: bool = True,
    **shell: object,
) -> Screen:
    """Open a window that shows the sample of `name`; the caller closes it."""
    facts = {**(VIEWS | STAFF_VIEWS)[name], **(view or {})}
    window, parts = build(name, facts, {**SHELL, **shell}, size=size, panel=panel, still=still)
    QTest.qWaitForWindowExposed(window.window)
    screen = Screen(window, parts, touch_panel)
    screen.dress()
    return screen


@pytest.fixture
def show(qapp: QGuiApplication, touch_panel: QPointingDevice) -> Iterator[Opener]:
    """Open a screen: `show("S02", theme="night")`; it is closed after the test."""
    opened: list[Screen] = []

    def open_and_keep(name: str, view: Mapping[str, Any] | None = None, **how: Any) -> Screen:
        # Any: passed through to open_screen, which names and types them.
        opened.append(open_screen(name, touch_panel, view, **how))
        return opened[-1]

    yield open_and_keep
    for screen in opened:
        screen.shell.close()
