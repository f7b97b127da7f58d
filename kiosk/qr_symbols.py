"""QR symbols: of text made by zxing-cpp, of bytes made by segno; the only module that knows which.

zxing-cpp is some fifteen times quicker and makes symbols of the same size. It marks bytes as such by an
ECI, which hand scanners hand on with the content: so bytes are segno's.
"""

from functools import lru_cache
from typing import Any

import segno
import zxingcpp
from segno import DataOverflowError

from kiosk.domain.model import QrMatrix


@lru_cache(maxsize=8)
def qr_matrix(text: str) -> QrMatrix:
    """Make a QR symbol of error correction M; other than ASCII is written as UTF-8.

    The last few are kept: paper and screen show the same one.
    """
    if not text.isascii():
        return _of_bytes(text.encode(), error="m")
    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = symbol.to_image(scale=1, add_quiet_zones=False)  # its stub knows no buffer
    rows: Any = memoryview(image)
    return tuple(tuple(dot == 0 for dot in row) for row in rows.tolist())


def qr_matrix_of_bytes(content: bytes) -> QrMatrix:
    """Make a QR symbol that holds exactly these bytes: M, or L when M holds too little."""
    try:
        return _of_bytes(content, error="m")
    except DataOverflowError:
        return _of_bytes(content, error="l")


def _of_bytes(content: bytes, error: str) -> QrMatrix:
    # Without a mode segno may take UTF-8 for Kanji, which readers give back as Shift-JIS.
    mode = None if content.isascii() else "byte"
    symbol = segno.make(content, error=error, mode=mode, micro=False, boost_error=False)
    return tuple(tuple(module == 1 for module in row) for row in symbol.matrix)
