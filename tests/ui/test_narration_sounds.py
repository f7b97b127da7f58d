"""Ticks and warnings, the dark screen of those who only listen, and the scripted hand on the keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor

from tests.ui.conftest import Opener, Screen
from tests.ui.listening import Listener
from ui.earcons import Earcons
from ui.hand import KEYS, Hand, HandError
from ui.samples import DIALOGS

TIMEOUT = DIALOGS["timeout"]
BLACK = QColor("black")


class Played:
    """What was played at a screen."""

    def __init__(self, screen: Screen) -> None:
        self.names: list[str] = []
        self.earcons = Earcons(screen.parts.bridge, self.names.append)


# --- sounds -----------------------------------------------------------------------------------


def test_every_key_of_the_keyboard_ticks_under_a_finger(show: Opener) -> None:
    screen = show("S03")
    played = Played(screen)

    for name in ("key.Q", "key.space", "key.delete", "key.layer"):
        screen.tap(name)

    assert played.names == ["tap"] * 4


def test_a_key_of_the_keypad_ticks_when_it_types(show: Opener) -> None:
    listener = Listener(show("S03", audio=True))
    played = Played(listener.screen)

    listener.press("right", "down")
    silent = list(played.names)
    listener.press("enter")

    assert (silent, played.names) == ([], ["tap"])


def test_other_controls_do_not_tick(show: Opener) -> None:
    screen = show("S02")
    played = Played(screen)

    for name in ("tile.ktp-cetak-ulang", "bar.text", "dock.back"):
        screen.tap(name)

    assert played.names == []


def test_time_that_runs_out_warns_once_more_at_ten_seconds(show: Opener) -> None:
    screen = show("S07")
    played = Played(screen)

    for seconds in (20, 19, 11, 10, 9, 1):
        screen.dress(dialog={**TIMEOUT, "seconds": seconds})
    screen.dress(dialog=None)

    assert played.names == ["warn"]


def test_the_second_time_it_warns_again(show: Opener) -> None:
    screen = show("S07")
    played = Played(screen)

    for seconds in (20, 10):
        screen.dress(dialog={**TIMEOUT, "seconds": seconds})
    screen.dress(dialog=None)
    for seconds in (20, 10):
        screen.dress(dialog={**TIMEOUT, "seconds": seconds})

    assert played.names == ["warn", "warn"]


# --- the dark screen --------------------------------------------------------------------------


@pytest.mark.parametrize("size", [QSize(1080, 1920), QSize(1920, 1080)], ids=["tall", "square"])
def test_of_a_dark_screen_only_the_toolbar_is_seen(show: Opener, size: QSize) -> None:
    screen = show("S09", size=size, screenOff=True)
    picture = screen.picture()
    bar = round(screen.item("bar.help").mapToScene(QPoint(0, 0)).y())

    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, size.width(), 20)
        for y in range(0, bar - 8, 20)
    }

    assert seen == {BLACK.name()}
    assert len({picture.pixelColor(x, bar + 60).name() for x in range(0, size.width(), 4)}) > 2


def test_it_hides_a_dialog_too(show: Opener) -> None:
    screen = show("S07", dialog=DIALOGS["help"], screenOff=True)

    centre = screen.centre("help.call")

    assert screen.picture().pixelColor(centre) == BLACK


def test_a_touch_in_the_dark_touches_nothing_but_the_light(show: Opener) -> None:
    screen = show("S07", screenOff=True)

    screen.tap("detail.take")

    assert screen.sent == [("screenOff", None)]


def test_the_toolbar_works_in_the_dark(show: Opener) -> None:
    screen = show("S07", screenOff=True)

    screen.tap("bar.audio")

    assert screen.sent == [("audio", None)]


def test_keys_and_speech_go_on_in_the_dark(show: Opener) -> None:
    listener = Listener(show("S02", audio=True, screenOff=True))
    listener.heard()

    listener.press("down", "enter")

    assert listener.heard()[0].startswith("Perpanjang SIM.")
    assert listener.screen.sent == [("service", "sim-perpanjang")]


def test_a_resting_screen_is_dimmed_and_takes_every_touch(show: Opener) -> None:
    screen = show("S00")
    at = QPoint(540, 1100)
    bright = screen.picture().pixelColor(at).lightnessF()

    screen.dress(dim=True)
    dimmed = screen.picture().pixelColor(at).lightnessF()
    screen.tap("idle.take")

    assert 0.55 * bright < dimmed < 0.65 * bright
    assert screen.sent == [("take", None)]


# --- the hand ---------------------------------------------------------------------------------


@pytest.fixture
def keyed(show: Opener) -> Iterator[tuple[Hand, Screen]]:
    """The scripted hand over a screen."""
    screen = show("S00")
    yield Hand(screen.shell.window, screen.parts.bridge), screen


async def test_the_hand_presses_keys(keyed: tuple[Hand, Screen]) -> None:
    hand, screen = keyed

    for name in ("down", "select", "louder"):
        await hand.key(name)

    assert screen.sent == [("take", None), ("louder", None)]


async def test_a_key_nobody_knows_is_named(keyed: tuple[Hand, Screen]) -> None:
    hand, _ = keyed

    with pytest.raises(HandError, match="no key is called enter"):
        await hand.key("enter")


def test_the_hand_has_the_keys_of_a_keypad() -> None:
    assert {"up", "down", "left", "right", "select", "repeat", "louder", "softer"} <= KEYS.keys()
