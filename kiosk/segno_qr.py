"""QR symbols from text and from bytes, made by segno; the only module that knows it."""

from functools import lru_cache

import segno
from segno import DataOverflowError

from kiosk.domain.model import QrMatrix


@lru_cache(maxsize=8)
def qr_matrix(text: str) -> QrMatrix:
    """Make a QR symbol of error correction M; other than ASCII is written as UTF-8.

    The last few are kept: paper and screen show the same one, and making it takes some 15 ms.
    """
    return _matrix(text.encode(), error="m")


def qr_matrix_of_bytes(content: bytes) -> QrMatrix:
    """Make a QR symbol that holds exactly these bytes: M, or L when M holds too little."""
    try:
        return _matrix(content, error="m")
    except DataOverflowError:
        return _matrix(content, error="l")


def _matrix(content: bytes, error: str) -> QrMatrix:
    # Without a mode segno may take UTF-8 for Kanji, which readers give back as Shift-JIS.
    mode = None if content.isascii() else "byte"
    symbol = segno.make(content, error=error, mode=mode, micro=False, boost_error=False)
    return tuple(tuple(module == 1 for module in row) for row in symbol.matrix)
