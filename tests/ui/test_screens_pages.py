"""Pages within a screen, which visitors turn themselves: each has room, and nothing lies on another.

The screens themselves, in the whole matrix, are measured in tests/screens.
"""

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QPointingDevice
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.domain.catalogue import Agency
from kiosk.domain.states import (
    Agencies,
    AgencyServices,
    Choosing,
    Profile,
    Rating,
    State,
)
from kiosk.domain.survey import PROFILE
from tests import samples
from tests.ui.conftest import Screen, open_screen
from ui.gallery import RESOURCES
from ui.layout import Panel
from ui.text import load_words
from ui.views.drawing import Drawing, Moment, Place
from ui.views.screens import screen_and_view, shell

LANGUAGES = load_words(RESOURCES / "text")
PANELS = {
    "tall 21.5": (QSize(1080, 1920), Panel(21.5)),
    "square 21.5": (QSize(1920, 1080), Panel(21.5, 950)),
    "square 15": (QSize(1024, 768), Panel(15, 900)),
    "lowered 43": (QSize(1080, 1920), Panel(43, 700)),
}
SCALES = (1.0, 1.25, 1.5)
VISITOR = samples.visit(identified=False)


def fullest_agency() -> Agency:
    """The agency with the longest list."""
    return max(samples.catalogue().agencies.values(), key=lambda one: len(one.services))


@pytest.fixture(scope="module", params=PANELS)
def window(request: pytest.FixtureRequest, touch_panel: QPointingDevice) -> Iterator[Screen]:
    """One window for each panel; tests change what is on it."""
    size, panel = PANELS[request.param]
    screen = open_screen("S01", touch_panel, size=size, panel=panel)
    yield screen
    screen.shell.close()


@pytest.mark.parametrize("scale", SCALES)
def test_every_page_of_the_profile_has_room(window: Screen, scale: float) -> None:
    problems = {}
    put(window, Rating(VISITOR, samples.survey(), Profile()), scale)

    for page in range(len(PROFILE)):
        if found := complaints(window):
            problems[page] = found
        window.tap("survey.next")
        window.picture()

    assert problems == {}
    assert ("nextPart", None) in window.sent


@pytest.mark.parametrize("scale", SCALES)
def test_every_page_of_a_long_list_has_room(window: Screen, scale: float) -> None:
    problems = {}

    for view in (Agencies(), AgencyServices(fullest_agency().id)):
        put(window, Choosing(VISITOR, view), scale)
        for page in range(40):
            if found := complaints(window):
                problems[page] = found
            if not window.item("page.down").isEnabled():
                break
            window.tap("page.down")
            window.picture()

    assert problems == {}


def put(screen: Screen, state: State, scale: float) -> None:
    """Show `state` as the kiosk would."""
    drawn = Drawing(
        state=state,
        hall=samples.hall(),
        words=LANGUAGES["id"],
        languages=LANGUAGES,
        place=Place("A-01", "Kabupaten Cirebon"),
        moment=Moment(seconds_left=20.0),
    )
    name, view = screen_and_view(drawn)
    around = shell(drawn)
    # Delegates on their way out must not see the change.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    # The largest panel is too high for most; it is looked at in low reach.
    lowered = screen.parts.theme.geometry.px_per_mm < 2.5
    given = {"textScale": scale, "lowReach": lowered}
    screen.parts.bridge.dress({**around, **given})
    screen.parts.bridge.show(name, view)
    screen.picture()


def complaints(screen: Screen) -> list[str]:
    """What is cut off, lies on something else or leaves its place."""
    shown = list(_front(screen))
    words = [item for item in shown if item.inherits("QQuickText") and item.property("text")]
    signs = {item: _box(item) for item in shown if _is_sign(item)}
    # A ground is everything one may touch instead of a control.
    touched = [item for item in shown if item.property("touchTarget")]
    targets = {item: _box(item) for item in touched if not item.objectName().endswith(".ground")}
    marks = {item: _ink(item) for item in words} | signs
    window = QRectF(QPointF(0, 0), screen.shell.window.size().toSizeF())
    found = [f"{_name(text)}: {why}" for text in words if (why := _cut(text))]
    found += [
        f"{_name(mark)} leaves the window" for mark in words if not window.contains(marks[mark])
    ]
    found += [
        f"{_name(one)} lies on {_name(other)}"
        for (one, a), (other, b) in combinations(marks.items(), 2)
        if _covers(a, b)
    ]
    found += [
        f"{_name(one)} lies on {_name(target)}"
        for (one, a), (target, b) in product((marks | targets).items(), targets.items())
        if one is not target and _covers(a, b) and not _inside(one, target)
        if not _inside(target, one)
    ]
    return found


def _front(screen: Screen) -> Iterator[QQuickItem]:
    """What is not behind a dialog."""
    asked = screen.parts.bridge.shown()[2].get("dialog") is not None
    for item in screen.items():
        # A dialog is the one item with a safe order.
        if not asked or _within(item, lambda one: one.property("safeOrder") is not None):
            yield item


def _within(item: QQuickItem, fits: object) -> bool:
    at: QQuickItem | None = item
    while at is not None:
        if callable(fits) and fits(at):
            return True
        at = at.parentItem()
    return False


def _inside(item: QQuickItem, holder: QQuickItem) -> bool:
    return _within(item, lambda one: one is holder)


def _is_sign(item: QQuickItem) -> bool:
    # Clouds are painted behind everything.
    source = item.property("source").toString() if item.inherits("QQuickImage") else ""
    drawn = source.startswith("image:") and not source.startswith("image://motif")
    return drawn and not _within(item, lambda one: one.property("drawing") is True)


def _cut(text: QQuickItem) -> str:
    if text.property("truncated"):
        return "truncated"
    if text.property("contentWidth") > text.width() + 1:
        return "wider than its place"
    if text.property("contentHeight") > text.height() + 1:
        return "higher than its place"
    return ""


def _box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(QPointF(0, 0), item.size()))


def _ink(item: QQuickItem) -> QRectF:
    """Where a text really stands in its box."""
    box = _box(item)
    wide, high = item.property("contentWidth"), item.property("contentHeight")
    spare = box.width() - wide
    left = {2: spare, 4: spare / 2}.get(_alignment(item), 0.0)
    # Lines are set with air above and below the letters.
    pixels = item.property("font").pixelSize()
    tall = pixels * 0.78 if item.property("lineCount") == 1 else high - pixels * 0.25
    ink = QRectF(box.left() + left, box.center().y() - tall / 2, wide, tall)
    holder = item.parentItem()
    while holder is not None:
        if holder.clip():
            ink = ink.intersected(_box(holder))
        holder = holder.parentItem()
    return ink


def _alignment(text: QQuickItem) -> int:
    # PySide cannot read this enum as a property; QML can.
    context = qmlContext(text)
    assert context is not None
    found, _ = QQmlExpression(context, text, "1 * effectiveHorizontalAlignment").evaluate()
    return int(found)


def _covers(one: QRectF, other: QRectF) -> bool:
    shared = one.intersected(other)
    return shared.width() > 2 and shared.height() > 2


def _name(item: QQuickItem) -> str:
    return item.objectName() or str(item.property("text") or item.property("source"))
