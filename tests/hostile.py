"""QR symbols that a hostile phone can show: error correction is right, the bits it protects are not.

Modes, counts and bodies are mostly wrong: lengths beyond the symbol, character sets that do not
exist, structured append of nothing, control bytes, quotes, half a character.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from segno import consts
from segno import encoder as _encoder

from kiosk.domain.model import QrMatrix

encoder: Any = _encoder  # its parts are untyped
symbol_capacity: Any = consts.SYMBOL_CAPACITY

NUMERIC, ALPHANUMERIC, APPEND, BYTES, FNC1_FIRST, ECI, KANJI, FNC1_SECOND, HANZI = (
    1, 2, 3, 4, 5, 7, 8, 9, 13,
)  # fmt: skip
MODES = (NUMERIC, ALPHANUMERIC, APPEND, BYTES, FNC1_FIRST, ECI, KANJI, FNC1_SECOND, HANZI, 0)
SHARES = (0.15, 0.15, 0.1, 0.25, 0.05, 0.1, 0.1, 0.05, 0.03, 0.02)
COUNT_BITS = {NUMERIC: 10, ALPHANUMERIC: 9, BYTES: 8, KANJI: 8}
ECI_BITS = {8: (0, 1), 16: (2, 2), 24: (6, 3)}
"""By length: the number it begins with, and how many bits that takes."""
MARKUP = (0, 7, 10, 13, 27, 34, 39, 60, 92, 0xE2, 0x80, 0xAE, 255, 14, 1)
KINDS = ("random", "modes", "markup")


def hostile_symbols(seed: int, count: int, version_most: int) -> Iterator[QrMatrix]:
    """So many symbols; the same for the same seed."""
    for number in range(count):
        random = np.random.default_rng([seed, number])
        version = int(random.integers(1, version_most + 1))
        error = int(random.choice([consts.ERROR_LEVEL_L, consts.ERROR_LEVEL_M]))
        room = symbol_capacity[version][error]
        yield _symbol(random, version, error, _bits(random, room, KINDS[number % len(KINDS)]))


def _bits(random: np.random.Generator, room: int, kind: str) -> list[int]:
    if kind == "random":
        return [int(bit) for bit in random.integers(0, 2, room)]
    bits: list[int] = []
    while len(bits) < room:
        bits += _segment(random, int(random.choice(MODES, p=SHARES)), kind)
    return bits[:room]


def _segment(random: np.random.Generator, mode: int, kind: str) -> list[int]:
    bits = _number(mode, 4)
    if mode in COUNT_BITS:
        length = COUNT_BITS[mode]
        most = 2**length if random.random() < 0.5 else 12
        return [*bits, *_number(int(random.integers(0, most)), length), *_body(random, kind)]
    if mode == APPEND:
        return [*bits, *_number(int(random.integers(0, 2**16)), 16)]
    if mode == ECI:
        length = int(random.choice(list(ECI_BITS)))
        head, head_bits = ECI_BITS[length]
        rest = length - head_bits
        return [*bits, *_number(head, head_bits), *_number(int(random.integers(0, 2**rest)), rest)]
    return [*bits, *_number(int(random.integers(0, 256)), 8)] if mode == FNC1_SECOND else bits


def _body(random: np.random.Generator, kind: str) -> list[int]:
    length = int(random.integers(0, 60))
    if kind == "markup":
        return [bit for byte in random.choice(MARKUP, length // 8) for bit in _number(byte, 8)]
    return [int(bit) for bit in random.integers(0, 2, length)]


def _number(value: int, length: int) -> list[int]:
    return [(int(value) >> (length - 1 - place)) & 1 for place in range(length)]


def _symbol(random: np.random.Generator, version: int, error: int, bits: list[int]) -> QrMatrix:
    """Draw it as segno draws its own, from its parts: no encoder makes such a symbol willingly."""
    buffer = encoder.Buffer()
    for start in range(0, len(bits), 8):
        buffer.append_bits(int("".join(map(str, bits[start : start + 8])), 2), 8)
    words = encoder.make_final_message(version, error, buffer)
    side = encoder.calc_matrix_size(version)
    matrix = encoder.make_matrix(side, side)
    encoder.add_finder_patterns(matrix, side, side)
    encoder.add_alignment_patterns(matrix, side, side)
    encoder.add_codewords(matrix, words, version)
    mask, matrix = encoder.find_and_apply_best_mask(matrix, side, side, int(random.integers(0, 8)))
    encoder.add_format_info(matrix, version, error, mask)
    encoder.add_version_info(matrix, version)
    return tuple(tuple(bool(module) for module in row) for row in matrix)
