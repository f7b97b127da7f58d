"""The simulated printer's font A: 12 x 24 dots a letter, from a sheet in resources."""

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

LETTER_WIDTH = 12
LETTER_ROWS = 24
SHEET = Path(__file__).resolve().parents[2] / "resources" / "ticket" / "font-a.pbm"
"""A PBM (P4) of 95 letters side by side, from blank to tilde."""
FIRST, LETTERS = 0x20, 95


def line_picture(
    text: str, wide: int, high: int, line_rows: int, *, inverted: bool
) -> NDArray[np.uint8]:
    """A line of text as dots, at least `line_rows` high; letters other than ASCII are a box."""
    letters = np.concatenate([_letter(letter) for letter in text], axis=1)
    letters = np.kron(letters, np.ones((high, wide), np.uint8))
    if inverted:
        letters = 1 - letters
    below = max(line_rows - len(letters), (line_rows - LETTER_ROWS) * high)
    return np.pad(letters, ((0, below), (0, 0)))


def _letter(letter: str) -> NDArray[np.uint8]:
    number = ord(letter) - FIRST
    if not 0 <= number < LETTERS:
        box = np.zeros((LETTER_ROWS, LETTER_WIDTH), np.uint8)
        box[4:20, 1:11] = 1
        return box
    return _sheet()[:, number * LETTER_WIDTH : (number + 1) * LETTER_WIDTH]


@lru_cache(maxsize=1)
def _sheet() -> NDArray[np.uint8]:
    raw = SHEET.read_bytes()
    header, packed = raw.split(b"\n", 2)[:2], raw.split(b"\n", 2)[2]
    width, height = map(int, header[1].split())
    rows = np.frombuffer(packed, np.uint8).reshape(height, -1)
    return np.unpackbits(rows, axis=1)[:, :width]
