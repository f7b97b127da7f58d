"""Where sky and panel stand, for every panel of the installation guide."""

import pytest

from ui.layout import Panel, arrange

# diagonal, bottom edge, and the y of 1200 mm, as the installation guide lists them
PORTRAIT = [(21.5, 850, 508), (24, 820, 547), (27, 780, 571), (32, 750, 700), (43, 700, 912)]


def test_a_portrait_screen_is_one_panel_of_one_pixel_a_unit() -> None:
    found = arrange(1080, 1920, Panel(), low_reach=False)

    assert (found.arrangement, found.unit) == ("tall", 1.0)
    assert (found.panel.width, found.panel.height) == (1080, 1920)


@pytest.mark.parametrize(("diagonal", "bottom", "reach"), PORTRAIT)
def test_low_reach_keeps_the_panel_below_1200_mm(
    diagonal: float, bottom: float, reach: float
) -> None:
    found = arrange(1080, 1920, Panel(diagonal, bottom), low_reach=True)

    assert found.arrangement == "square"
    assert found.panel.y == pytest.approx(max(840, reach), abs=1)


def test_pixels_per_millimetre_follow_the_diagonal() -> None:
    assert arrange(1080, 1920, Panel(21.5), low_reach=False).px_per_mm == pytest.approx(4.034, 1e-3)
    assert arrange(1024, 768, Panel(15), low_reach=False).px_per_mm == pytest.approx(3.36, 1e-3)


@pytest.mark.parametrize(
    ("size", "unit", "sky"),
    [((1920, 1080), 1.0, 840), ((1024, 768), 0.711, 256), ((1280, 1024), 0.948, 256)],
)
def test_landscape_has_the_sky_at_the_left(size: tuple[int, int], unit: float, sky: float) -> None:
    found = arrange(*size, Panel(), low_reach=False)

    assert (found.arrangement, found.sky_beside) == ("square", True)
    assert found.unit == pytest.approx(unit, abs=1e-3)
    assert found.sky.width == sky


def test_landscape_is_the_same_in_low_reach() -> None:
    assert arrange(1920, 1080, Panel(), low_reach=True) == arrange(
        1920, 1080, Panel(), low_reach=False
    )


@pytest.mark.parametrize(
    "size", [(1080, 1920), (1200, 1920), (768, 1024), (1000, 1000), (800, 480)]
)
@pytest.mark.parametrize("low_reach", [False, True])
def test_sky_and_panel_stay_on_the_screen(size: tuple[int, int], low_reach: bool) -> None:
    found = arrange(*size, Panel(), low_reach=low_reach)

    for box in (found.panel, found.sky):
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= size[0] + 0.01
        assert box.y + box.height <= size[1] + 0.01


def test_a_panel_hung_too_high_still_has_room_for_the_tasks() -> None:
    found = arrange(1080, 1920, Panel(21.5, 1150), low_reach=True)

    assert found.panel.height >= 0.85 * 1080
