"""Icons, codes, cloud layers and the camera's mirror, as pixels."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from ui.gallery import RESOURCES
from ui.icons import IconProvider
from ui.motif import MotifProvider
from ui.preview import CameraPreview
from ui.qr_image import QUIET_MODULES, QrProvider, paint

DOTTED = ((True, False), (False, True))
RED, BLUE = bytes((0, 0, 255, 0)), bytes((255, 0, 0, 0))


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Painting needs an application."""


def test_an_icon_has_the_colour_asked_for() -> None:
    image = IconProvider(RESOURCES / "icons").requestImage("check/ff0000", QSize(), QSize(48, 48))

    assert _solid_colours(image) == {"#ff0000"}


def test_bold_lines_cover_more() -> None:
    icons = IconProvider(RESOURCES / "icons")
    plain, bold = (
        icons.requestImage(f"check/000000{stroke}", QSize(), QSize(96, 96))
        for stroke in ("", "/2.4")
    )

    assert _ink(bold) > _ink(plain)


@pytest.mark.parametrize("name", ["no-such-icon", "..", ""])
def test_an_unknown_icon_is_a_sheet_of_paper(name: str) -> None:
    icons = IconProvider(RESOURCES / "icons")

    found = icons.requestImage(f"{name}/000000", QSize(), QSize(48, 48))

    assert found == icons.requestImage("file-text/000000", QSize(), QSize(48, 48))


def test_a_code_has_whole_modules_and_a_quiet_zone() -> None:
    image = paint(DOTTED, 57)

    side = 5
    assert image.width() == (2 + 2 * QUIET_MODULES) * side
    first = QUIET_MODULES * side
    assert image.pixelColor(first, first) == QColor("black")
    assert image.pixelColor(first - 1, first) == QColor("white")
    assert image.pixelColor(first + side, first) == QColor("white")


def test_a_module_is_never_under_three_pixels() -> None:
    assert paint(DOTTED, 8).width() == (2 + 2 * QUIET_MODULES) * 3


def test_a_code_holds_the_text_and_not_its_escapes() -> None:
    asked: list[str] = []

    def encode(text: str) -> tuple[tuple[bool, ...], ...]:
        asked.append(text)
        return DOTTED

    QrProvider(encode).requestImage("https%3A%2F%2Fmpp.id%2Ft%2FA%26b", QSize(), QSize(60, 60))

    assert asked == ["https://mpp.id/t/A&b"]


def test_cloud_layers_lie_lower_the_nearer_they_are() -> None:
    clouds = MotifProvider(RESOURCES / "motif")

    tops = [
        _top(clouds.requestImage(f"sky-tall/{layer}", QSize(), QSize(290, 270))) for layer in "abcd"
    ]

    assert tops == sorted(tops)
    assert len(set(tops)) == 4


def test_the_camera_is_a_mirror() -> None:
    preview = CameraPreview()
    preview.setSize(QSize(2, 1))

    preview.show(2, 1, RED + BLUE)

    assert [_painted(preview).pixelColor(x, 0).name() for x in (0, 1)] == ["#0000ff", "#ff0000"]


def test_the_camera_fills_its_place_from_the_middle() -> None:
    preview = CameraPreview()
    preview.setSize(QSize(2, 2))

    preview.show(4, 2, (RED + BLUE + BLUE + RED) * 2)

    assert _painted(preview).pixelColor(0, 0) == QColor("blue")


def test_a_frame_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="BGRX"):
        CameraPreview().show(2, 2, RED)


def test_a_cleared_camera_shows_nothing() -> None:
    preview = CameraPreview()
    preview.setSize(QSize(2, 1))
    preview.show(2, 1, RED + BLUE)

    preview.clear()

    assert _painted(preview).pixelColor(0, 0).alpha() == 0


def _painted(preview: CameraPreview) -> QImage:
    image = QImage(preview.size().toSize(), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    preview.paint(painter)
    painter.end()
    return image


def _pixels(image: QImage) -> list[QColor]:
    return [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]


def _solid_colours(image: QImage) -> set[str]:
    return {colour.name() for colour in _pixels(image) if colour.alpha() == 255}


def _ink(image: QImage) -> int:
    return sum(colour.alpha() for colour in _pixels(image))


def _top(image: QImage) -> int:
    return min(
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).alpha() for x in range(image.width()))
    )
