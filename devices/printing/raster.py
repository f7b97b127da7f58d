"""Grey picture -> black dots -> raster bands.

Bands are 24 rows of `GS v 0`, so that a lost link costs one band and no more; blank rows become
feeds; blank columns are left away on both sides alike, which centring puts back. Commands that a
printer obeys on arrival, even inside a picture, cannot occur: a dot is flipped.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from devices.printing.commands import BAND_ROWS, FEED_ROWS_MOST, feed, raster_head

Grey = NDArray[np.uint8]
Dots = NDArray[np.bool_]

DARK_BELOW = 128
DLE = 0x10
REAL_TIME = (0x04, 0x05, 0x14)
"""Second bytes of DLE EOT, DLE ENQ and DLE DC4, whatever follows."""
DOT_TO_FLIP = 0x02
"""Turns each second byte into one that means nothing and is no DLE either."""
BLANK_ROWS_LEAST = 4
"""Fewer blank rows stay in the band: a feed of its own would cost more than it saves."""


def threshold(grey: Grey) -> Dots:
    """Which dots are burned. Ink stays crisp: no dithering."""
    return grey < DARK_BELOW


def bands(dots: Dots, *, feeds: bool) -> Iterator[bytes]:
    """The commands that print `dots`, each item whole. Its width is a multiple of 8.

    With `feeds` blank rows are `ESC J` in units of one row (needs GS P), else narrow blank bands,
    which every printer feeds by exactly that many rows.
    """
    packed = np.packbits(dots, axis=1)
    inked: Dots = np.any(packed, axis=1)
    for top, bottom, blank in _runs(inked):
        if blank:
            yield from _feeds(bottom - top, feeds=feeds)
        else:
            for row in range(top, bottom, BAND_ROWS):
                yield _band(packed[row : min(row + BAND_ROWS, bottom)])


def without_real_time(payload: Grey) -> Grey:
    """The same bytes, one dot changed wherever a real-time command would stand."""
    flat = payload.reshape(-1)
    second = np.flatnonzero(flat[:-1] == DLE) + 1
    risky = second[np.isin(flat[second], REAL_TIME)] if len(second) else second
    if len(risky) == 0:
        return payload
    changed = flat.copy()
    changed[risky] ^= DOT_TO_FLIP
    return changed.reshape(payload.shape)


def _band(rows: Grey) -> bytes:
    used = np.flatnonzero(rows.any(axis=0))
    width = rows.shape[1]
    if len(used) == 0:
        return raster_head(1, len(rows)) + bytes(len(rows))
    crop = int(min(used[0], width - 1 - used[-1]))
    kept = np.ascontiguousarray(rows[:, crop : width - crop])
    return raster_head(kept.shape[1], len(rows)) + without_real_time(kept).tobytes()


def _runs(inked: Dots) -> Iterator[tuple[int, int, bool]]:
    """Runs of rows as (top, bottom, blank); short blank runs belong to the picture around them."""
    edges = np.flatnonzero(np.diff(inked)) + 1
    top = 0
    for start, end in pairwise(edges):
        if inked[start] or end - start < BLANK_ROWS_LEAST:
            continue
        if start > top:
            yield from _split(inked, top, int(start))
        yield int(start), int(end), True
        top = int(end)
    yield from _split(inked, top, len(inked))


def _split(inked: Dots, top: int, bottom: int) -> Iterator[tuple[int, int, bool]]:
    """A run that may begin or end blank, at the picture's own edges."""
    rows = np.flatnonzero(inked[top:bottom])
    if len(rows) == 0:
        if bottom > top:
            yield top, bottom, True
        return
    first, last = top + int(rows[0]), top + int(rows[-1]) + 1
    if first > top:
        yield top, first, True
    yield first, last, False
    if bottom > last:
        yield last, bottom, True


def _feeds(rows: int, *, feeds: bool) -> Iterator[bytes]:
    most = FEED_ROWS_MOST
    for start in range(0, rows, most):
        count = min(most, rows - start)
        yield feed(count) if feeds else raster_head(1, count) + bytes(count)
