"""Texts 7:1, icons and edges of controls 3:1, in the pixels that are really shown, in all themes.

Pictures are taken in pairs, one without texts and icons, so that each letter is compared with what
lies below it: gradients, clouds and photographs included. Every screen is seen in two themes, and
every theme on half of the screens; text sizes and languages go round.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.domain.preferences import TEXT_SCALES, Theme
from tests.screens.cells import PANELS, Look, drawing, matrix
from tests.screens.colours import faint_edges, faint_signs, faint_texts, pixels
from tests.screens.stand import Stand, languages

ANSWERED = tuple(f"S14 answered {answer}" for answer in range(1, 5))
BANNERS = ("S01 without a network", "S07 on Friday noon", "S07 held", "D-help called")


def looks(panel: str) -> Iterator[Look]:
    """The cells of a panel: four dresses, in each of which most screens are looked at."""
    place, spoken = list(PANELS).index(panel), list(languages())
    for turn, theme in enumerate(Theme):
        scale = TEXT_SCALES[(place + turn) % len(TEXT_SCALES)]
        language = spoken[(place + 2 * turn) % len(spoken)]
        for number, name in enumerate((*matrix(), *ANSWERED, *BANNERS)):
            if (number + turn) % len(PANELS) == place:
                yield Look(name, scale, language, theme)


# One upright and one wide arrangement: what lies where is another test's.
@pytest.mark.parametrize("panel", ["21.5 portrait", "15 landscape"])
def test_everything_stands_out(qapp: QGuiApplication, panel: str) -> None:
    mounted, wrong = PANELS[panel], []
    stand = Stand(mounted)

    for look in looks(panel):
        full = pixels(stand.put(drawing(look, mounted)))
        bare, found = pixels(stand.bare()), stand.measured()
        for rule in (faint_texts(found, full, bare), faint_signs(found, full, bare)):
            wrong += [f"{look}: {sentence}" for sentence in rule]
        wrong += [f"{look}: {sentence}" for sentence in faint_edges(found, bare)]
    stand.close()

    assert wrong == []
