"""The gallery for designers: it shows every component, in every dress, and its switches work."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.domain.preferences import TEXT_SCALES
from ui.gallery import DRESSES, SHEETS, STAGES, THEMES, Gallery
from ui.shell import QML_FOLDER

COMPONENTS = {path.stem for path in (QML_FOLDER / "components").glob("*.qml")}
# What others are made of or that has no look of its own.
INFRASTRUCTURE = {
    "KeyWalk": "follows the keys",
    "KioskScreen": "what a screen is made of",
    "RowRuler": "measures rows",
    "DeviceRow": "a row of the technician's panel",
    "ActTile": "an action of the technician's panel",
    "FigureTile": "a figure of the statistics",
    "HourChart": "the hours of the statistics",
    "WaysRing": "a ring of the statistics",
    "CountList": "a list of the statistics",
    "ElementChart": "the survey in the statistics",
    "TrendChart": "the survey in the statistics",
    "SetupDock": "where first start goes from a page",
    "StaffDoor": "has no look: it follows a held finger",
    "ScanScreen": "a screen, seen as S01, S11 and S13",
    "ServiceList": "a screen, seen as S05 and S06",
    "Shadow": "under the cards",
    "TouchRouter": "follows the finger",
    "Touchable": "what every control is made of",
    "Txt": "all text",
}


@pytest.fixture
def gallery(qapp: QGuiApplication) -> Iterator[Gallery]:
    gallery = Gallery(bare=True)
    yield gallery
    gallery.close()


def test_every_component_is_shown_or_named_as_infrastructure() -> None:
    pages = "\n".join(
        path.read_text(encoding="utf-8") for path in (QML_FOLDER / "gallery").glob("S*.qml")
    )

    shown = {name for name in COMPONENTS if re.search(rf"\b{name} {{", pages)}

    assert COMPONENTS - INFRASTRUCTURE.keys() <= shown
    assert INFRASTRUCTURE.keys() <= COMPONENTS


def test_the_switches_offer_every_sheet() -> None:
    pages = {path.stem for path in (QML_FOLDER / "gallery").glob("Sheet?*.qml")}
    switches = (QML_FOLDER / "gallery/Gallery.qml").read_text(encoding="utf-8")

    assert pages == {f"Sheet{name}" for name in SHEETS}
    assert all(f'"{name}"' in switches for name in SHEETS)


def test_pictures_cover_every_theme_text_size_and_arrangement() -> None:
    arrangements, scales, themes = (set(column) for column in zip(*DRESSES, strict=True))

    assert (arrangements, scales, themes) == (set(STAGES), set(TEXT_SCALES), set(THEMES))


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_drawn_in_each_dress(gallery: Gallery, sheet: str) -> None:
    gallery.look("sheet", sheet)
    seen = []

    for arrangement, text, theme in (("tall", "1.0", "light"), ("square", "1.5", "hcDark")):
        for key, value in (("arrangement", arrangement), ("text", text), ("theme", theme)):
            gallery.look(key, value)
        picture = gallery.picture()
        seen.append(picture.pixelColor(4, 4).name())
        assert picture.height() > 2000

    assert seen == ["#fbf8f3", "#000000"]


def test_a_finger_turns_the_switches(qapp: QGuiApplication, touch_panel: QPointingDevice) -> None:
    gallery = Gallery()
    QTest.qWaitForWindowExposed(gallery.shell.window)
    theme = gallery.parts.theme
    was_tall = theme.geometry.arrangement

    for name in ("theme.night", "text.1.5", "arrangement.square", "language.en", "sheet.Survey"):
        _tap(gallery, name, touch_panel)

    assert was_tall == "tall"
    assert (theme.property("name"), theme.property("textScale")) == ("night", 1.5)
    assert theme.geometry.arrangement == "square"
    assert gallery.parts.words.property("language") == "en"
    assert [item for item in _items(gallery) if item.objectName() == "face.4"]
    gallery.close()


def _tap(gallery: Gallery, name: str, panel: QPointingDevice) -> None:
    gallery.shell.window.grabWindow()
    item = next(item for item in _items(gallery) if item.objectName() == name)
    at = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    window = gallery.shell.window
    QTest.touchEvent(window, panel).press(0, at, window).commit()
    QTest.touchEvent(window, panel).release(0, at, window).commit()


def _items(gallery: Gallery) -> Iterator[QQuickItem]:
    todo = [gallery.shell.window.contentItem()]
    while todo:
        item = todo.pop()
        yield item
        todo += item.childItems()
