"""Where the sky and the task panel stand on a screen, and how large one design unit is there.

Pure arithmetic, apart from Qt so that every panel of the installation guide can be tested in
microseconds. A design unit (ku) is one pixel of a portrait screen 1080 wide.
"""

from dataclasses import dataclass
from math import hypot
from typing import Literal

TALL_WIDTH_KU, TALL_HEIGHT_KU = 1080, 1920
SQUARE_KU = 1080
# A square panel leaves at least this much sky beside or above it: the title lives there.
LEAST_SKY_KU = 256
# Below this height:width the two-column tall arrangement would make everything too small.
TALL_RATIO = 1.5
REACH_MM = 1200
MM_PER_INCH = 25.4

Arrangement = Literal["tall", "square"]


@dataclass(frozen=True, slots=True)
class Panel:
    """The physical screen: its diagonal and how high its bottom edge hangs above the floor."""

    diagonal_in: float = 21.5
    bottom_edge_mm: float = 850.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the window."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Geometry:
    """The arrangement chosen for one window: pixels per ku, the panel and the sky."""

    arrangement: Arrangement
    unit: float
    px_per_mm: float
    panel: Box
    sky: Box

    @property
    def sky_beside(self) -> bool:
        """True when the sky stands at the left of the panel, not above it."""
        return self.sky.width < self.panel.x + self.panel.width


def arrange(width: float, height: float, panel: Panel, *, low_reach: bool) -> Geometry:
    """Choose the arrangement for a window of `width` x `height` pixels."""
    px_per_mm = hypot(width, height) / (panel.diagonal_in * MM_PER_INCH)
    if height >= width * TALL_RATIO and not low_reach:
        return _tall(width, height, px_per_mm)
    if height > width:
        return _sky_above(width, height, px_per_mm, panel)
    return _sky_beside(width, height, px_per_mm)


def _tall(width: float, height: float, px_per_mm: float) -> Geometry:
    unit = min(width / TALL_WIDTH_KU, height / TALL_HEIGHT_KU)
    column = TALL_WIDTH_KU * unit
    return Geometry(
        arrangement="tall",
        unit=unit,
        px_per_mm=px_per_mm,
        panel=Box((width - column) / 2, 0, column, height),
        sky=Box(0, 0, width, height),
    )


def _sky_above(width: float, height: float, px_per_mm: float, panel: Panel) -> Geometry:
    unit = min(width / SQUARE_KU, height / (SQUARE_KU + LEAST_SKY_KU))
    column = SQUARE_KU * unit
    reach = height - (REACH_MM - panel.bottom_edge_mm) * px_per_mm
    # A panel hung too high cannot be brought into reach by pixels: keep a usable square.
    top = min(max(height - column, reach), height - 0.85 * column)
    return Geometry(
        arrangement="square",
        unit=unit,
        px_per_mm=px_per_mm,
        panel=Box((width - column) / 2, top, column, height - top),
        sky=Box(0, 0, width, top),
    )


def _sky_beside(width: float, height: float, px_per_mm: float) -> Geometry:
    unit = min(height / SQUARE_KU, width / (SQUARE_KU + LEAST_SKY_KU))
    column = SQUARE_KU * unit
    return Geometry(
        arrangement="square",
        unit=unit,
        px_per_mm=px_per_mm,
        panel=Box(width - column, 0, column, height),
        sky=Box(0, 0, width - column, height),
    )
