"""Every screen in every dress: the matrix names them all, and each state makes a picture of its own."""

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from PySide6.QtCore import QByteArray, QCryptographicHash, QSize
from PySide6.QtGui import QGuiApplication, QImage

from kiosk import RESOURCES
from kiosk.domain.preferences import TEXT_SCALES, Theme
from kiosk.domain.states import Overlay, TroubleKind
from kiosk.qr_symbols import qr_matrix
from kiosk.screens import PANELS, Cell, draw, index, matrix, pairwise, states
from tests.samples import catalogue
from ui.photographer import Photographer
from ui.text import load_words
from ui.views.screens import screen_and_view, shell

SHOWN = states(catalogue())
SIZE = QSize(540, 960)
LANGUAGES = tuple(load_words(RESOURCES / "text"))


@pytest.fixture(scope="module")
def photographer(qapp: QGuiApplication) -> Iterator[Photographer]:
    photographer = Photographer(RESOURCES, qr_matrix)
    yield photographer
    photographer.close()


def test_every_screen_dialog_and_error_card_has_a_state() -> None:
    screens = {name.split("-")[0] for name in SHOWN}

    assert {f"S{number:02d}" for number in range(16)} <= screens
    assert screens - {f"S{number:02d}" for number in range(16)} == {
        *(
            "S11Code",
            "S14Profile",
            "S14Comment",
            "S20",
            "S30",
            "S31",
            "S32",
            "S33",
            "S34",
            "S35",
            "S36",
            "S40",
            *("S50", "S51", "S52", "S53"),
            "E",
            "D",
        )
    }
    assert {f"D-{overlay.value}" for overlay in Overlay} <= SHOWN.keys()
    assert {f"E-{kind.value}" for kind in TroubleKind} <= SHOWN.keys()


def test_the_default_matrix_shows_every_pair_of_two_settings() -> None:
    rows = list(product(SHOWN, Theme, TEXT_SCALES, LANGUAGES, PANELS))

    chosen = pairwise(rows)

    seen = {pair for row in chosen for pair in combinations(enumerate(row), 2)}
    assert seen == {pair for row in rows for pair in combinations(enumerate(row), 2)}
    assert len(chosen) < len(rows) / 20


def test_each_state_makes_a_picture_of_its_own(photographer: Photographer) -> None:
    words = load_words(RESOURCES / "text")
    seen: dict[bytes, str] = {}
    for name, state in SHOWN.items():
        drawing = draw(Cell(name, Theme.LIGHT, 1.0, "id", "tall"), state, catalogue(), words)
        picture = photographer.take(*screen_and_view(drawing), shell(drawing), SIZE)

        twin = seen.setdefault(_digest(picture), name)

        assert twin == name, f"{name} looks like {twin}"


def _digest(picture: QImage) -> bytes:
    pixels = QByteArray(bytes(picture.constBits()))
    return bytes(QCryptographicHash.hash(pixels, QCryptographicHash.Algorithm.Sha1).data())


def test_the_index_shows_every_cell() -> None:
    cells = matrix(SHOWN, LANGUAGES, everything=False)

    page = index(cells)

    assert all(f'src="{cell.file}"' in page for cell in cells)
