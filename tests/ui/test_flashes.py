"""Nothing flashes: what moves without end is known, and turns on and off less than three times a second.

WCAG 2.3.1 counts a flash as a pair of changes; three of them a second are too many.
"""

import re

import pytest

from ui.shell import QML_FOLDER

ENDLESS = re.compile(r"loops: Animation\.Infinite|repeat: true")
TIMER = re.compile(r"Timer \{[^}]*?interval: ([^\n]+)\n[^}]*?repeat: true")
SEQUENCE = re.compile(r"SequentialAnimation \{(.*?)\n        \}", re.DOTALL)
DURATION = re.compile(r"duration: (\d+)")

# Why each may go on: a cursor blinks, clouds and the ring move without changing brightness, the
# arrow of the main button breathes, and a drawn phone is lowered to the scanner.
BLINKING = {"SearchField", "CommentField"}
MOVING = {"DriftingClouds", "TimerRing"}
BREATHING = {"HeroButton", "Viewfinder"}
MOST_FLASHES_A_SECOND = 3


def source(name: str) -> str:
    """A component's text."""
    return (QML_FOLDER / f"components/{name}.qml").read_text("utf-8")


def test_what_moves_without_end_is_known() -> None:
    found = {
        path.stem for path in QML_FOLDER.rglob("*.qml") if ENDLESS.search(path.read_text("utf-8"))
    }

    assert found == BLINKING | MOVING | BREATHING


@pytest.mark.parametrize("name", sorted(BLINKING))
def test_a_cursor_blinks_slowly(name: str) -> None:
    (interval,) = TIMER.findall(source(name))

    assert 1000 / (2 * int(interval)) < MOST_FLASHES_A_SECOND


@pytest.mark.parametrize("name", sorted(BREATHING))
def test_what_breathes_takes_its_time(name: str) -> None:
    (body,) = SEQUENCE.findall(source(name))
    cycle = sum(int(duration) for duration in DURATION.findall(body))

    assert 0 < 1000 / cycle < MOST_FLASHES_A_SECOND


@pytest.mark.parametrize("name", sorted(BLINKING | BREATHING | {"DriftingClouds"}))
def test_all_of_it_stops_for_those_who_want_no_motion(name: str) -> None:
    assert re.search(r"reduceMotion|driftMs|stepMs", source(name))
