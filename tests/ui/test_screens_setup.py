"""First start under a finger: what each of its pages sends."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.domain.preferences import Theme
from kiosk.screens import Cell, draw, of_setup
from tests.samples import catalogue
from tests.ui.conftest import Opener, Screen
from ui.gallery import RESOURCES
from ui.text import load_words
from ui.views.screens import screen_and_view

WORDS = load_words(RESOURCES / "text")
PageOpener = Callable[..., Screen]


@pytest.fixture
def at(show: Opener) -> PageOpener:
    """Shows a page of first start as the kiosk draws it."""

    def opened(name: str, **changes: object) -> Screen:
        drawing = draw(
            Cell(name, Theme.LIGHT, 1.0, "id", "tall"), of_setup()[name], catalogue(), WORDS
        )
        number, view = screen_and_view(drawing)
        screen = show("S36")
        screen.parts.theme.guard(on=False)
        screen.parts.bridge.show(number, {**view, **changes})
        screen.picture()
        QCoreApplication.processEvents()  # the keyboard's layer comes a turn later
        screen.picture()
        return screen

    return opened


def test_a_touch_on_a_device_chooses_it(at: PageOpener) -> None:
    screen = at("S50")

    screen.tap("row.tcp")

    assert screen.sent == [("setupChoose", "tcp")]


def test_a_touch_on_a_language_chooses_that(at: PageOpener) -> None:
    screen = at("S50-language")

    screen.tap("row.en")

    assert screen.sent == [("language", "en")]


def test_who_finds_nothing_looks_again_or_leaves_it_for_later(at: PageOpener) -> None:
    screen = at("S50-none")

    screen.tap("setup.act")
    screen.tap("setup.skip")
    screen.tap("dock.back")

    assert screen.sent == [("setupDo", "look"), ("skip", None), ("back", None)]


def test_what_is_typed_is_sent_sign_by_sign_up_to_its_length(at: PageOpener) -> None:
    screen = at("S51", text="KOTA", most=5)

    screen.tap("key.delete")
    screen.tap("key.space")
    screen.tap("key.space")
    screen.tap("key.space")
    screen.tap("setup.next")

    sent = ["KOT", "KOT ", "KOT  "]
    assert screen.sent == [*(("setupText", text) for text in sent), ("confirm", None)]


def test_an_address_begins_with_the_digits(at: PageOpener) -> None:
    letters, digits = at("S51"), at("S51", digits=True)

    assert "Q" in [item.property("text") for item in letters.texts()]
    assert "1" in [item.property("text") for item in digits.texts()]


def test_the_digits_to_compare_are_shown_as_they_are(at: PageOpener) -> None:
    screen = at("S53-digits")

    assert screen.item("setup.digits").property("text") == "482 915"


def test_a_printer_is_asked_again_printed_on_and_left(at: PageOpener) -> None:
    screen = at("S53")

    screen.tap("setup.do.probe")
    screen.tap("setup.do.print")
    screen.tap("setup.next")

    assert screen.sent == [("setupDo", "probe"), ("setupDo", "print"), ("confirm", None)]


def test_the_technicians_touch_test_goes_on_once_it_is_over(at: PageOpener) -> None:
    screen = at("S34-first", over=True, next="Lanjut", skip="")

    screen.tap("setup.again")
    screen.tap("setup.next")

    assert screen.sent == [("act", "touch-tested"), ("confirm", None)]


def test_without_a_pin_the_pad_is_the_only_way_on(at: PageOpener) -> None:
    screen = at("S30-first")

    assert not any(item.objectName() == "setup.next" for item in screen.items())
