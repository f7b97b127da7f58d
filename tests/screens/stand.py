"""One window that shows any state in any dress, to be measured item by item or photographed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject, QSize
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.domain.words import Words
from ui.gallery import RESOURCES, build
from ui.layout import Panel
from ui.text import load_words
from ui.views.drawing import Drawing
from ui.views.screens import screen_and_view, shell

MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
Box = tuple[float, float, float, float]
"""Left, top, width and height in pixels of the window."""


@cache
def languages() -> Mapping[str, Words]:
    """The shipped words."""
    return load_words(RESOURCES / "text")


@dataclass(frozen=True, slots=True)
class Mounted:
    """A panel as it hangs in a hall."""

    size: QSize
    panel: Panel
    low_reach: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its place, where its letters really stand, and what holds it.

    Of a text that is typed the end is seen; the rest may lie beyond its field.
    """

    text: str
    box: Box
    ink: Box
    content: tuple[float, float]
    truncated: bool
    typed: bool
    pixels: float
    family: str
    grow: float
    color: tuple[float, float, float]
    region: str
    celestial: bool
    target: int
    card: Box | None
    clips: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon or a code."""

    source: str
    box: Box
    region: str
    celestial: bool
    target: int
    card: Box | None
    clips: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """Something to touch. `ground` lies under everything: touching it anywhere means the same."""

    name: str
    kind: str
    label: str
    box: Box
    enabled: bool
    ground: bool
    docked: bool
    radius: float
    within: int
    clips: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything on the window that can be seen."""

    unit: float
    px_per_mm: float
    window: Box
    panel: Box
    sky: Box
    ground: float
    texts: tuple[Text, ...]
    signs: tuple[Sign, ...]
    targets: tuple[Target, ...]


class Stand:
    """Holds the window; `blank` draws nothing, which saves half of the time and moves no item."""

    def __init__(self, mounted: Mounted, *, blank: bool = False) -> None:
        self._shell, self.parts = build(
            "S20", {"title": ""}, {}, size=mounted.size, panel=mounted.panel
        )
        self.window = self._shell.window
        QTest.qWaitForWindowExposed(self.window)
        self._size = mounted.size
        self._around: Mapping[str, Any] = {}
        stage = self.window.contentItem().childItems()[0]
        context = qmlContext(stage.childItems()[0])
        assert context is not None
        self._measure = QQmlExpression(context, stage, f"({MEASURE})(parent)")
        self.window.contentItem().setOpacity(0 if blank else 1)

    def put(self, drawing: Drawing) -> QImage:
        """Show a state as the kiosk would, and return the picture."""
        screen, view = screen_and_view(drawing)
        return self.show(screen, view, shell(drawing))

    def show(self, screen: str, view: Mapping[str, Any], around: Mapping[str, Any]) -> QImage:
        """Show a screen with given facts. Any: what the bridge takes."""
        # Delegates on their way out must not see the change.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if around != self._around:
            self.parts.bridge.dress(around)
            self._around = around
        self.parts.bridge.show(screen, view)
        return self.picture()

    def picture(self) -> QImage:
        """What is on the window; layouts come to rest while the frame is made."""
        return self.window.grabWindow()

    def measured(self) -> Measured:
        """All items that are seen, in one pass."""
        answer, _ = self._measure.evaluate()
        assert not self._measure.hasError(), self._measure.error().toString()
        found = json.loads(str(answer))
        return Measured(
            unit=found["unit"],
            px_per_mm=found["pxPerMm"],
            window=(0, 0, self._size.width(), self._size.height()),
            panel=tuple(found["panel"]),
            sky=tuple(found["sky"]),
            ground=found["ground"],
            texts=tuple(Text(**_tuples(one)) for one in found["texts"]),
            signs=tuple(Sign(**_tuples(one)) for one in found["signs"]),
            targets=tuple(Target(**_tuples(one)) for one in found["targets"]),
        )

    def bare(self) -> QImage:
        """The window as it would be without texts, icons and codes."""
        shown = {item: item.opacity() for item in self._items() if _is_mark(item)}
        for item in shown:
            item.setOpacity(0)
        picture = self.picture()
        for item, opacity in shown.items():
            item.setOpacity(opacity)
        return picture

    def press(self, name: str) -> bool:
        """Act as if the control called `name` were touched; False when there is none to touch."""
        for item in self._items():
            if item.objectName() == name and item.isEnabled():
                QMetaObject.invokeMethod(item, "act")
                self.picture()
                return True
        return False

    def _items(self) -> Iterator[QQuickItem]:
        todo = self.window.contentItem().childItems()
        while todo:
            item = todo.pop()
            if item.isVisible():
                yield item
                todo += item.childItems()

    def close(self) -> None:
        """Close the window."""
        self._shell.close()


def _is_mark(item: QQuickItem) -> bool:
    if item.inherits("QQuickText"):
        return True
    source = item.property("source") if item.inherits("QQuickImage") else None
    return source is not None and source.scheme() == "image" and source.host() != "motif"


def _tuples(fields: dict[str, Any]) -> dict[str, Any]:
    """Any: what JSON gives; boxes become tuples."""
    fields["clips"] = tuple(tuple(one) for one in fields["clips"])
    return {key: tuple(one) if isinstance(one, list) else one for key, one in fields.items()}
