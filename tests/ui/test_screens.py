"""Every screen, on every panel, in every theme and text size: whole, legible and touchable.

A warning of Qt fails the test that caused it, so opening a screen is already half the check.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise, product

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem

from tests.ui.conftest import Opener, Screen, open_screen
from ui.layout import Panel
from ui.samples import DIALOGS, VIEWS

SCREENS = sorted(VIEWS)
PANELS = {
    "portrait 21.5": (QSize(1080, 1920), Panel(21.5)),
    "portrait 32": (QSize(1080, 1920), Panel(32, 750)),
    "landscape 21.5": (QSize(1920, 1080), Panel(21.5, 950)),
    "landscape 15": (QSize(1024, 768), Panel(15, 900)),
}
THEMES = ["light", "night", "hcDark", "hcLight"]
MIN_TARGET_MM = 20.0
MIN_GAP_MM = 2.9  # three millimetres, less what a rounded pixel takes
MIN_CAP_MM = {1.0: 4.8, 1.25: 6.0, 1.5: 7.3}
CAP_RATIO = {"Plus Jakarta Sans": 0.745, "Atkinson Hyperlegible Next": 0.668}


@pytest.fixture(scope="module", params=PANELS)
def window(request: pytest.FixtureRequest, touch_panel: QPointingDevice) -> Iterator[Screen]:
    """One window on each panel, for all tests that look at every screen in some dress."""
    size, measures = PANELS[request.param]
    screen = open_screen("S00", touch_panel, size=size, panel=measures)
    yield screen
    screen.shell.close()


def every_screen(window: Screen, **dress: object) -> Iterator[str]:
    """Show each screen, dressed like that."""
    window.dress(**dress)
    for name in SCREENS:
        window.parts.bridge.show(name, VIEWS[name])
        window.dress()
        yield name


@pytest.mark.parametrize("language", ["id", "en", "jv", "su"])
def test_no_text_is_cut_in_any_language(window: Screen, language: str) -> None:
    dress = {"language": language, "textScale": 1.0, "lowReach": False}

    found = {name: _cut(window) for name in every_screen(window, **dress)}

    assert not any(found.values()), found


@pytest.mark.parametrize(("scale", "low_reach"), list(product((1.25, 1.5), (False, True))))
def test_no_text_is_cut_when_it_is_large(window: Screen, scale: float, low_reach: bool) -> None:
    dress = {"language": "id", "textScale": scale, "lowReach": low_reach}

    found = {name: _cut(window) for name in every_screen(window, **dress)}

    assert not any(found.values()), found


@pytest.mark.parametrize("scale", MIN_CAP_MM)
def test_every_capital_is_tall_enough(window: Screen, scale: float) -> None:
    low = []

    for name in every_screen(window, language="id", textScale=scale, lowReach=False):
        for text in window.texts():
            # Toolbar and place name keep to the general floor.
            least = MIN_CAP_MM[1.0 if text.property("grow") < scale else scale]
            if _cap_mm(text, window) < least - 0.1:
                low.append((name, text.property("text")))

    assert low == []


@pytest.mark.parametrize("low_reach", [False, True])
def test_every_target_is_large_and_apart(window: Screen, low_reach: bool) -> None:
    small, close = [], []

    for name in every_screen(window, language="id", textScale=1.0, lowReach=low_reach):
        per_mm = window.parts.theme.geometry.px_per_mm
        boxes = {item.objectName(): _box(item) for item in window.targets() if _is_control(item)}
        small += [
            (name, item)
            for item, box in boxes.items()
            if min(box.width(), box.height()) < MIN_TARGET_MM * per_mm - 0.5
        ]
        close += [
            (name, one, other)
            for (one, a), (other, b) in combinations(boxes.items(), 2)
            if not _joined(one, other) and not a.contains(b) and not b.contains(a)
            if _gap(a, b) < MIN_GAP_MM * per_mm - 0.5
        ]

    assert (small, close) == ([], [])


@pytest.mark.parametrize("theme", THEMES)
def test_every_screen_is_drawn_in_every_theme(show: Opener, theme: str) -> None:
    screen = show("S00", theme=theme)
    empty = []

    for name in every_screen(screen):
        picture = screen.picture()
        if len({picture.pixel(540, y) for y in range(0, 1920, 5)}) < 2:
            empty.append(name)

    assert empty == []


@pytest.mark.parametrize("diagonal", [21.5, 32])
def test_in_low_reach_nothing_to_touch_is_above_1200_mm(show: Opener, diagonal: float) -> None:
    bottom_mm = {21.5: 850, 32: 750}[diagonal]
    screen = show("S00", panel=Panel(diagonal, bottom_mm), lowReach=True)
    per_mm = screen.parts.theme.geometry.px_per_mm
    high = []

    for name in every_screen(screen):
        high += [
            (name, item.objectName())
            for item in filter(_is_control, screen.targets())
            if bottom_mm + (1920 - _box(item).top()) / per_mm > 1200
        ]

    assert high == []


@pytest.mark.parametrize("low_reach", [False, True])
@pytest.mark.parametrize("scale", MIN_CAP_MM)
def test_every_answer_of_a_dialog_is_large_and_apart(
    window: Screen, scale: float, low_reach: bool
) -> None:
    small, close = [], []
    window.parts.bridge.show("S02", VIEWS["S02"])

    for kind, dialog in DIALOGS.items():
        window.dress(dialog=dialog, language="id", textScale=scale, lowReach=low_reach)
        per_mm = window.parts.theme.geometry.px_per_mm
        boxes = {item.objectName(): _box(item) for item in window.targets() if _answers(item)}
        small += [
            (kind, item)
            for item, box in boxes.items()
            if min(box.width(), box.height()) < MIN_TARGET_MM * per_mm - 0.5
        ]
        close += [
            (kind, one, other)
            for (one, a), (other, b) in combinations(boxes.items(), 2)
            if _gap(a, b) < MIN_GAP_MM * per_mm - 0.5
        ]
    window.dress(dialog=None)

    assert (small, close) == ([], [])


def test_every_target_has_a_name_and_a_word(show: Opener) -> None:
    screen = show("S00")

    for name in every_screen(screen):
        names = [item.objectName() for item in screen.targets()]
        assert all(names), name
        assert len(names) == len(set(names)), name
        for item in filter(_is_control, screen.targets()):
            assert item.property("label"), item.objectName()


def test_a_change_of_theme_repaints_what_is_shown(show: Opener) -> None:
    screen = show("S02")
    ground = [screen.picture().pixelColor(20, 1000).name()]

    for theme in ("night", "hcDark", "light"):
        screen.dress(theme=theme)
        ground.append(screen.picture().pixelColor(20, 1000).name())

    assert ground == ["#fbf8f3", "#111d36", "#000000", "#fbf8f3"]


def test_a_change_of_language_rewrites_what_is_shown(show: Opener) -> None:
    screen = show("S07")

    screen.dress(language="en")

    assert "What to bring" in [text.property("text") for text in screen.texts()]


def test_two_pictures_of_one_screen_are_equal(show: Opener) -> None:
    screen = show("S02")

    assert screen.picture() == screen.picture()


def test_a_hidden_screen_keeps_its_facts(show: Opener) -> None:
    screen = show("S02")
    bridge = screen.parts.bridge

    for name in ("S07", "S00", "S07", "S02"):
        bridge.show(name, VIEWS[name])
        screen.picture()

    assert screen.item("tile.nib").isVisible()


@pytest.mark.parametrize("name", ["S02", "S07", "S12", "S14"])
def test_a_screen_stands_the_same_whatever_came_before(show: Opener, name: str) -> None:
    screen = show(name)
    before = [_box(item) for item in screen.targets()]

    for other in ("S00", "S07", name):
        screen.parts.bridge.show(other, VIEWS[other])
        screen.picture()

    assert [_box(item) for item in screen.targets()] == before


def test_the_banner_stands_in_the_sky_and_moves_nothing(show: Opener) -> None:
    screen = show("S02")
    before = [_box(item) for item in screen.targets()]

    screen.dress(banner={"kind": "warn", "icon": "cloud-off", "text": "Luring: nomor tetap ada"})
    screen.picture()

    assert [_box(item) for item in screen.targets()] == before


def test_large_text_shows_the_whole_detail_page_by_page(show: Opener) -> None:
    screen = show("S07", textScale=1.5)
    seen: set[str] = set()

    for _ in range(4):
        seen |= {str(item.objectName()) for item in screen.targets()}
        seen |= {str(text.property("text")).replace("\u2060", "") for text in screen.texts()}
        screen.tap("detail.more")
        screen.picture()

    assert {"detail.priority", "detail.save"} <= seen
    assert {need["text"] for need in VIEWS["S07"]["requirements"]} <= seen


@pytest.mark.parametrize("pair", list(pairwise(THEMES)))
def test_themes_differ(show: Opener, pair: tuple[str, str]) -> None:
    one, other = (show("S00", theme=theme).picture() for theme in pair)

    assert one != other


def _cut(screen: Screen) -> list[str]:
    """Texts that leave their box, their control, or the window."""
    window = QRectF(0, 0, screen.shell.window.width(), screen.shell.window.height())
    return [
        f"{text.property('text')!r}: {reason}"
        for text in screen.texts()
        if text.property("text") and (reason := _reason(text, window))
    ]


def _cap_mm(text: QQuickItem, screen: Screen) -> float:
    font = text.property("font")
    px_per_mm = screen.parts.theme.geometry.px_per_mm
    return float(font.pixelSize() * CAP_RATIO[font.family()] / px_per_mm)


def _reason(text: QQuickItem, window: QRectF) -> str:
    if text.property("truncated"):
        return "truncated"
    if text.property("contentWidth") > text.width() + 1:
        return "wider than its place"
    if text.property("contentHeight") > text.height() + 1:
        return "higher than its place"
    if not window.contains(_seen(text)):
        return "outside the window"
    holder = _control_of(text)
    # A word of the toolbar may use its whole cell; its target is narrower.
    margin = 12 if holder and holder.objectName().startswith("bar.") else 3
    if holder and not _box(holder).adjusted(-margin, -3, margin, 3).contains(_box(text)):
        return f"outside {holder.objectName()}"
    return ""


def _control_of(item: QQuickItem) -> QQuickItem | None:
    parent = item.parentItem()
    while parent and not parent.property("touchTarget"):
        parent = parent.parentItem()
    return parent


def _box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(QPointF(0, 0), item.size()))


def _seen(text: QQuickItem) -> QRectF:
    """What of a text is not cut off on purpose: of a long one that is typed, the end is seen."""
    box = _box(text)
    holder = text.parentItem()
    while holder is not None:
        if holder.clip():
            box = box.intersected(_box(holder))
        holder = holder.parentItem()
    return box


def _is_control(item: QQuickItem) -> bool:
    """Grounds are targets too: one stands for the button above it, the other only ends a wait."""
    return item.objectName() not in ("idle.ground", "thanks.ground")


def _answers(item: QQuickItem) -> bool:
    """Whether it belongs to a dialog."""
    at: QQuickItem | None = item
    while at is not None:
        if at.property("safeOrder") is not None:
            return True
        at = at.parentItem()
    return False


def _joined(one: str, other: str) -> bool:
    """Tabs of one segment touch each other."""
    return one.startswith("tab.") and other.startswith("tab.")


def _gap(a: QRectF, b: QRectF) -> float:
    across = max(a.left() - b.right(), b.left() - a.right())
    down = max(a.top() - b.bottom(), b.top() - a.bottom())
    return max(across, down)
