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
from ui.samples import VIEWS

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


@pytest.fixture(
    scope="module",
    params=list(product(SCREENS, PANELS)),
    ids=lambda pair: f"{pair[0]} on {pair[1]}",
)
def opened(request: pytest.FixtureRequest, touch_panel: QPointingDevice) -> Iterator[Screen]:
    """Each screen on each panel, opened once for all tests that look at it in many dresses."""
    name, panel = request.param
    size, measures = PANELS[panel]
    screen = open_screen(name, touch_panel, size=size, panel=measures)
    yield screen
    screen.shell.close()


def test_no_text_is_cut_in_any_language(opened: Screen) -> None:
    found = {}

    for language in ("id", "en", "jv", "su"):
        opened.dress(language=language, textScale=1.0, lowReach=False)
        found[language] = _cut(opened)

    assert not any(found.values()), found


def test_no_text_is_cut_when_it_is_large(opened: Screen) -> None:
    found = {}

    for scale, low_reach in product((1.25, 1.5), (False, True)):
        opened.dress(language="id", textScale=scale, lowReach=low_reach)
        found[scale, low_reach] = _cut(opened)

    assert not any(found.values()), found


def test_every_capital_is_tall_enough(opened: Screen) -> None:
    for scale in MIN_CAP_MM:
        opened.dress(language="id", textScale=scale, lowReach=False)
        for text in opened.texts():
            # Toolbar and place name keep to the general floor.
            least = MIN_CAP_MM[1.0 if text.property("grow") < scale else scale]
            assert _cap_mm(text, opened) >= least - 0.1, (scale, text.property("text"))


def test_every_target_is_large_and_apart(opened: Screen) -> None:
    for low_reach in (False, True):
        opened.dress(language="id", textScale=1.0, lowReach=low_reach)
        per_mm = opened.parts.theme.geometry.px_per_mm
        boxes = {item.objectName(): _box(item) for item in opened.targets() if _is_control(item)}

        for item, box in boxes.items():
            assert min(box.width(), box.height()) >= MIN_TARGET_MM * per_mm - 0.5, item
        for (one, a), (other, b) in combinations(boxes.items(), 2):
            if not _joined(one, other) and not a.contains(b) and not b.contains(a):
                assert _gap(a, b) >= MIN_GAP_MM * per_mm - 0.5, f"{one} and {other}"


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_drawn_in_every_theme(show: Opener, name: str) -> None:
    screen = show(name)

    for theme in THEMES:
        screen.dress(theme=theme)
        picture = screen.picture()
        assert len({picture.pixel(540, y) for y in range(0, 1920, 5)}) > 1, theme


@pytest.mark.parametrize("diagonal", [21.5, 32])
@pytest.mark.parametrize("name", SCREENS)
def test_in_low_reach_nothing_to_touch_is_above_1200_mm(
    show: Opener, name: str, diagonal: float
) -> None:
    bottom_mm = {21.5: 850, 32: 750}[diagonal]
    screen = show(name, panel=Panel(diagonal, bottom_mm), lowReach=True)
    per_mm = screen.parts.theme.geometry.px_per_mm

    for item in screen.targets():
        height_mm = bottom_mm + (1920 - _box(item).top()) / per_mm
        assert height_mm <= 1200, item.objectName()


@pytest.mark.parametrize("name", SCREENS)
def test_every_target_has_a_name_and_a_word(show: Opener, name: str) -> None:
    screen = show(name)
    names = [item.objectName() for item in screen.targets()]

    assert all(names)
    assert len(names) == len(set(names))
    for item in screen.targets():
        if _is_control(item):
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
    if not window.contains(_box(text)):
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


def _is_control(item: QQuickItem) -> bool:
    """The ground of the attract screen is a target, but stands for the button above it."""
    return item.objectName() != "idle.ground"


def _joined(one: str, other: str) -> bool:
    """Tabs of one segment touch each other."""
    return one.startswith("tab.") and other.startswith("tab.")


def _gap(a: QRectF, b: QRectF) -> float:
    across = max(a.left() - b.right(), b.left() - a.right())
    down = max(a.top() - b.bottom(), b.top() - a.bottom())
    return max(across, down)
