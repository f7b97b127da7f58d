"""What is wrong with a measured window: a list of sentences, empty when nothing is."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from tests.screens.stand import Box, Measured, Mounted, Sign, Text

MIN_TARGET_MM = 20.0
MIN_GAP_MM = 3.0
REACH_MM = 1200.0
ROUNDING = 0.5
"""Half a pixel: positions are rounded to whole ones."""
MIN_CAP_MM = {1.0: 4.8, 1.25: 6.0, 1.5: 7.3}
CAP_RATIO = {"Plus Jakarta Sans": 0.745, "Atkinson Hyperlegible Next": 0.668}
# A word of the toolbar may use its whole cell of 176; its target is 152 wide (decision 29).
BAR_MARGIN_KU = 12

Mark = Text | Sign


def cut(found: Measured) -> Iterator[str]:
    """Texts that are shortened, or that leave their own place or what holds them."""
    for one in found.texts:
        if one.truncated:
            yield f"{_name(one)} is shortened"
        if not one.typed and (one.content[0] > one.box[2] + 1 or one.content[1] > one.box[3] + 1):
            yield f"{_name(one)} is larger than its place"
    for mark in _marks(found):
        box = _ink(mark)
        if any(not _holds(clip, box) for clip in mark.clips):
            yield f"{_name(mark)} is clipped"
        if mark.card is not None and not _holds(mark.card, box, 1):
            yield f"{_name(mark)} leaves its card"
        if mark.target >= 0:
            target = found.targets[mark.target]
            margin = BAR_MARGIN_KU * found.unit if target.name.startswith("bar.") else 1
            if not _holds(target.box, box, margin):
                yield f"{_name(mark)} leaves {target.name}"


def out_of_place(found: Measured) -> Iterator[str]:
    """What leaves the window, the sky or the panel it belongs to."""
    for target in found.targets:
        if not _holds(found.window, target.box, 1):
            yield f"{target.name} leaves the window"
    for one in _marks(found):
        box = _ink(one)
        if not _holds(found.window, box, 1):
            yield f"{_name(one)} leaves the window"
        if one.celestial:
            continue
        if one.region == "panel" and not _holds(found.panel, box, 1):
            yield f"{_name(one)} leaves the panel"
        if one.region == "sky" and not _holds(found.sky, box, 1):
            yield f"{_name(one)} leaves the sky"
        if one.region == "sky" and box[1] + box[3] > found.ground + 1:
            yield f"{_name(one)} hangs below the sky"


def overlapping(found: Measured) -> Iterator[str]:
    """What lies on something else."""
    marks = _marks(found)
    targets = [(place, one) for place, one in enumerate(found.targets) if not one.ground]
    inks, boxes = [_ink(one) for one in marks], [one.box for _, one in targets]
    for one, other in _meeting(inks, inks):
        if one < other:
            yield f"{_name(marks[one])} lies on {_name(marks[other])}"
    for one, other in _meeting(inks, boxes):
        place, target = targets[other]
        own = marks[one].target
        if place != own and place not in _around(found, own):
            yield f"{_name(marks[one])} lies on {target.name}"
    for one, other in _meeting(boxes, boxes):
        first, second = targets[one][0], targets[other][0]
        nested = first in _around(found, second) or second in _around(found, first)
        if one < other and not nested:
            yield f"{targets[one][1].name} lies on {targets[other][1].name}"


def small(found: Measured) -> Iterator[str]:
    """Targets that a finger of 20 mm does not fit on."""
    least = MIN_TARGET_MM * found.px_per_mm - ROUNDING
    for one in found.targets:
        if not one.ground and min(one.box[2], one.box[3]) < least:
            millimetres = min(one.box[2], one.box[3]) / found.px_per_mm
            yield f"{one.name} is {millimetres:.1f} mm"


def near(found: Measured) -> Iterator[str]:
    """Targets closer together than 3 mm; tabs of one segment touch each other."""
    least = MIN_GAP_MM * found.px_per_mm - ROUNDING
    keyed = [(place, one) for place, one in enumerate(found.targets) if not one.ground]
    for (first, one), (second, other) in combinations(keyed, 2):
        tabs = one.name.startswith("tab.") and other.name.startswith("tab.")
        nested = first in _around(found, second) or second in _around(found, first)
        if not tabs and not nested and (gap := _gap(one.box, other.box)) < least:
            yield f"{one.name} is {gap / found.px_per_mm:.1f} mm from {other.name}"


def high(found: Measured, mounted: Mounted) -> Iterator[str]:
    """Low reach: every target above 1,200 mm; else only those that lead on."""
    for one in found.targets:
        leads = (
            one.docked or one.name.startswith("bar.") or one.kind in ("HeroButton", "PrimaryButton")
        )
        top_mm = (found.window[3] - one.box[1]) / found.px_per_mm + mounted.panel.bottom_edge_mm
        if not one.ground and (mounted.low_reach or leads) and top_mm > REACH_MM:
            yield f"{one.name} reaches to {top_mm:.0f} mm"


def tiny(found: Measured, scale: float) -> Iterator[str]:
    """Texts whose capitals are too low to read for the text size that was asked for."""
    for one in found.texts:
        # Toolbar, place and clock keep to the general floor.
        least = MIN_CAP_MM[1.0 if one.grow < scale else scale]
        cap_mm = one.pixels * CAP_RATIO[one.family] / found.px_per_mm
        if cap_mm < least - 0.1:
            yield f"{_name(one)} has capitals of {cap_mm:.1f} mm"


def _marks(found: Measured) -> list[Mark]:
    """Texts and signs, unless they lie wholly beyond the edge of something that clips."""
    marks: list[Mark] = [*found.texts, *found.signs]
    return [one for one in marks if len(_meeting([_ink(one)], one.clips)) == len(one.clips)]


def _ink(mark: Mark) -> Box:
    """Where a mark is seen: of a typed text, what its field shows."""
    if not isinstance(mark, Text):
        return mark.box
    box = mark.ink
    if mark.typed:
        for clip in mark.clips:
            left, top = max(box[0], clip[0]), max(box[1], clip[1])
            right = min(box[0] + box[2], clip[0] + clip[2])
            bottom = min(box[1] + box[3], clip[1] + clip[3])
            box = (left, top, right - left, bottom - top)
    return box


def _holds(holder: Box, box: Box, margin: float = 2) -> bool:
    inside = box[0] >= holder[0] - margin and box[1] >= holder[1] - margin
    right, bottom = holder[0] + holder[2] + margin, holder[1] + holder[3] + margin
    return inside and box[0] + box[2] <= right and box[1] + box[3] <= bottom


def _meeting(some: Sequence[Box], others: Sequence[Box]) -> list[tuple[int, int]]:
    """Which boxes share more than two pixels: rounding and the arms of letters need as much."""
    if not some or not others:
        return []
    a, b = np.array(some)[:, None], np.array(others)[None]
    shared = np.minimum(a[..., :2] + a[..., 2:], b[..., :2] + b[..., 2:])
    shared = shared - np.maximum(a[..., :2], b[..., :2])
    return [(int(one), int(other)) for one, other in np.argwhere((shared > 2).all(axis=2))]


def _gap(one: Box, other: Box) -> float:
    across = max(one[0] - other[0] - other[2], other[0] - one[0] - one[2])
    return max(across, one[1] - other[1] - other[3], other[1] - one[1] - one[3])


def _around(found: Measured, place: int) -> Iterator[int]:
    """The targets a target lies in."""
    while place >= 0:
        place = found.targets[place].within
        yield place


def _name(one: Mark) -> str:
    return repr(one.text) if isinstance(one, Text) else one.source
