"""How well things are seen, from the pixels of two pictures: one with texts and signs, one without."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from tests.screens.stand import Box, Measured, Target

Pixels = NDArray[np.uint8]
Ratios = NDArray[np.float64]

TEXT_RATIO = 7.0
EDGE_RATIO = 3.0
TOLERANCE = 0.05
"""Colours are whole numbers: the tokens' own ratios are a little off after rounding."""
CHANGED = 12
"""How much a channel differs where something was drawn, dithering left aside."""
LEAST_INK = 25
"""Pixels: less of a letter tells nothing."""
SIDES = 4
FRAMELESS = ("bar.", "key.", "search.clear")
"""Told by their icon or letter: cells of the toolbar, keys, and the cross in the search field."""


def pixels(picture: QImage) -> Pixels:
    """Red, green and blue of every pixel."""
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(image.height(), -1, 4)
    return rows[:, : image.width(), 2::-1]


def _luminances() -> NDArray[np.float64]:
    value = np.arange(256) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


LINEAR = _luminances()
WEIGHTS = np.array([0.2126, 0.7152, 0.0722])


def ratios(one: Pixels, other: Pixels) -> Ratios:
    """WCAG's contrast of each pixel with its counterpart."""
    a, b = LINEAR[one] @ WEIGHTS, LINEAR[other] @ WEIGHTS
    found: Ratios = (np.maximum(a, b) + 0.05) / (np.minimum(a, b) + 0.05)
    return found


def faint_texts(found: Measured, full: Pixels, bare: Pixels) -> Iterator[str]:
    """Texts under 7:1, in any part of them; what cannot be used now may be pale."""
    for one in found.texts:
        if _usable(found, one.target):
            least = min(_parts(one.ink, one.clips, 1.5 * one.pixels, full, bare), default=1.0)
            if least < TEXT_RATIO - TOLERANCE:
                yield f"{one.text!r} has {least:.1f}:1"


def faint_signs(found: Measured, full: Pixels, bare: Pixels) -> Iterator[str]:
    """Icons under 3:1."""
    for one in found.signs:
        if _usable(found, one.target):
            ratio = max(_parts(one.box, one.clips, one.box[2], full, bare), default=1.0)
            if ratio < EDGE_RATIO - TOLERANCE:
                yield f"{one.source} has {ratio:.1f}:1"


def faint_edges(found: Measured, bare: Pixels) -> Iterator[str]:
    """Controls of which fewer than three sides stand out by 3:1 from what is around them."""
    for one in found.targets:
        if one.enabled and not one.ground and not one.name.startswith(FRAMELESS):
            sides = [_side(one, side, found.unit, bare) for side in range(SIDES)]
            if sorted(sides)[1] < EDGE_RATIO - TOLERANCE:
                told = ", ".join(f"{ratio:.1f}" for ratio in sides)
                yield f"{one.name} stands out by {told}"


def _usable(found: Measured, target: int) -> bool:
    return target < 0 or found.targets[target].enabled


def _parts(
    box: Box, clips: Sequence[Box], step: float, full: Pixels, bare: Pixels
) -> Iterator[float]:
    """The best contrast in each part of what was drawn: letters reach their colour everywhere."""
    left, top, right, bottom = _inside(box, clips, full)
    edges = np.linspace(left, right, max(1, int((right - left) / step)) + 1).astype(int)
    for start, end in pairwise(edges):
        across = slice(start, end)
        one, other = full[top:bottom, across], bare[top:bottom, across]
        drawn = (np.abs(one.astype(int) - other) > CHANGED).any(axis=2)
        if drawn.sum() >= LEAST_INK:
            yield float(np.quantile(ratios(one[drawn], other[drawn]), 0.98))


def _inside(box: Box, clips: Sequence[Box], full: Pixels) -> tuple[int, int, int, int]:
    """Left, top, right and bottom in whole pixels of the picture."""
    left, top, right, bottom = box[0], box[1], box[0] + box[2], box[1] + box[3]
    for x, y, width, height in (*clips, (0, 0, full.shape[1], full.shape[0])):
        left, top = max(left, x), max(top, y)
        right, bottom = min(right, x + width), min(bottom, y + height)
    return int(left), int(top), max(int(left), round(right)), max(int(top), round(bottom))


def _side(one: Target, side: int, unit: float, bare: Pixels) -> float:
    """How far a side stands out: the median of nine places along it, corners left aside."""
    x, y, width, height = one.box
    along = height if side % 2 else width
    free = min(one.radius * 1.2, along * 0.4)
    found = []
    for place in np.linspace(free, along - free, 9):
        steps = np.arange(-9 * unit, 12 * unit)
        rows, columns = {
            0: (y + steps, np.full_like(steps, x + place)),
            1: (np.full_like(steps, y + place), x + width - steps),
            2: (y + height - steps, np.full_like(steps, x + place)),
            3: (np.full_like(steps, y + place), x + steps),
        }[side]
        line = _line(rows, columns, bare)
        if len(line) == len(steps):
            found.append(float(ratios(line[1:], line[:1]).max()))
    return float(np.median(found)) if found else EDGE_RATIO


def _line(rows: Ratios, columns: Ratios, bare: Pixels) -> Pixels:
    down, across = rows.round().astype(int), columns.round().astype(int)
    seen = (down >= 0) & (down < bare.shape[0]) & (across >= 0) & (across < bare.shape[1])
    found: Pixels = bare[down[seen], across[seen]]
    return found
