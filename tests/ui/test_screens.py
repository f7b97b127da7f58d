"""Screens change their dress and their facts, and stand as before.

That each is whole, legible and touchable on every panel is measured in tests/screens.
"""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem

from tests.ui.conftest import Opener, Screen
from ui.samples import VIEWS

SCREENS = sorted(VIEWS)
THEMES = ["light", "night", "hcDark", "hcLight"]


def every_screen(window: Screen, **dress: object) -> Iterator[str]:
    """Show each screen, dressed like that."""
    window.dress(**dress)
    for name in SCREENS:
        window.parts.bridge.show(name, VIEWS[name])
        window.dress()
        yield name


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


def _box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(QPointF(0, 0), item.size()))


def _is_control(item: QQuickItem) -> bool:
    """Grounds are targets too: one stands for the button above it, the other only ends a wait."""
    return item.objectName() not in ("idle.ground", "thanks.ground")
