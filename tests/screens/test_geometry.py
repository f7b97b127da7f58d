"""Every screen, dialog and error card, in every language and text size, on every panel: whole, apart,
in its place and within reach. Measured from items, with the longest names of the catalogue.

The matrix is measured in the light theme, and once more without clouds; of the other two themes is
shown that each moves nothing.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.domain.preferences import TEXT_SCALES, Theme
from tests.screens.cells import (
    ALL_PANELS,
    FIRST,
    PANELS,
    Look,
    drawing,
    every_look,
    is_of_staff,
    is_undressed,
    matrix,
    scenes,
)
from tests.screens.measuring import Wrong, complaints, measure_all
from tests.screens.stand import Box, Measured, Stand, languages


@pytest.fixture(scope="module")
def wrong() -> Wrong:
    """What is wrong in the whole matrix, by rule."""
    return measure_all()[1]


def test_the_matrix_is_whole() -> None:
    looked_at = {
        (panel, look.name, look.scale, look.language)
        for panel in ALL_PANELS
        for look in every_look(panel)
    }

    wanted = set(product(PANELS, matrix(), TEXT_SCALES, languages()))
    wanted -= {cell for cell in wanted if is_undressed(cell[1]) and cell[2:] != FIRST[::-1]}
    wanted -= {cell for cell in wanted if is_of_staff(cell[1]) and PANELS[cell[0]].low_reach}
    assert wanted <= looked_at
    assert {name for _, name, _, _ in looked_at} == scenes().keys()


@pytest.mark.parametrize(
    ("rule", "promise"),
    [
        ("cut", "no text is shortened, clipped, or larger than what holds it"),
        ("out of place", "nothing leaves the window, its sky or its panel"),
        ("overlapping", "nothing lies on anything else"),
        ("small", "no target is under 20 mm"),
        ("near", "no two targets are closer than 3 mm"),
        ("high", "in low reach no target is above 1,200 mm, and main actions never are"),
        ("tiny", "every capital is as high as the text size promises"),
        ("warnings", "Qt has nothing to complain of"),
    ],
)
def test_in_the_whole_matrix(wrong: Wrong, rule: str, promise: str) -> None:
    assert wrong.get(rule, []) == [], promise


@pytest.mark.parametrize(
    ("theme", "twin"),
    [(Theme.LIGHT, Theme.NIGHT), (Theme.DARK_CONTRAST, Theme.LIGHT_CONTRAST)],
)
def test_a_theme_of_the_same_kind_moves_nothing(
    qapp: QGuiApplication, theme: Theme, twin: Theme
) -> None:
    mounted = PANELS["21.5 portrait"]
    stand = Stand(mounted, blank=True)
    seen = {}

    for dress in (theme, twin):
        for name in matrix():
            stand.put(drawing(Look(name, theme=dress), mounted))
            seen[name, dress] = _places(stand.measured())
    stand.close()

    assert [name for name in matrix() if seen[name, theme] != seen[name, twin]] == []


def _places(found: Measured) -> list[Box]:
    texts, signs = [one.box for one in found.texts], [one.box for one in found.signs]
    return [*texts, *signs, *(one.box for one in found.targets)]


@pytest.fixture(scope="module")
def whole(qapp: QGuiApplication) -> Measured:
    """A screen with nothing wrong."""
    stand = Stand(PANELS["21.5 low reach"], blank=True)
    stand.put(drawing(Look("S02"), PANELS["21.5 low reach"]))
    found = stand.measured()
    stand.close()
    return found


def with_text(found: Measured, **changes: Any) -> Measured:
    """The same window with its last text changed. Any: fields of Text."""
    *others, last = found.texts
    return replace(found, texts=(*others, replace(last, **changes)))


def with_tile(found: Measured, across: float = 0, down: float = 0, wide: float = 0) -> Measured:
    """The same window with its first tile moved, or made wider."""
    place = next(n for n, one in enumerate(found.targets) if one.name.startswith("tile."))
    tile = found.targets[place]
    x, y, width, height = tile.box
    moved = replace(tile, box=(x + across, y + down, width + wide, height))
    return replace(found, targets=(*found.targets[:place], moved, *found.targets[place + 1 :]))


SPOILED: dict[str, tuple[str, Callable[[Measured], Measured]]] = {
    "shortened": ("cut", lambda found: with_text(found, truncated=True)),
    "too wide": ("cut", lambda found: with_text(found, content=(2000, 10))),
    "beside its button": ("cut", lambda found: with_text(found, ink=(0, 1800, 20, 20))),
    "under a clip": ("cut", lambda found: with_text(found, clips=((0, 0, 1080, 1882),))),
    "outside": ("out of place", lambda found: with_text(found, ink=(1000, 1800, 90, 20))),
    "on a tile": ("overlapping", lambda found: with_text(found, ink=(100, 1100, 90, 20))),
    "tiles on each other": ("overlapping", lambda found: with_tile(found, across=30)),
    "19 mm": ("small", lambda found: with_tile(found, wide=19 * 4.03 - 491)),
    "2 mm apart": ("near", lambda found: with_tile(found, across=10)),
    "1,210 mm high": ("high", lambda found: with_tile(found, down=-640)),
    "capitals of 4 mm": ("tiny", lambda found: with_text(found, pixels=24)),
}


@pytest.mark.parametrize(("rule", "spoil"), SPOILED.values(), ids=SPOILED)
def test_every_rule_bites(
    whole: Measured, rule: str, spoil: Callable[[Measured], Measured]
) -> None:
    mounted = PANELS["21.5 low reach"]

    assert list(complaints(whole, mounted, 1.0)) == []
    assert rule in [broken for broken, _ in complaints(spoil(whole), mounted, 1.0)]
