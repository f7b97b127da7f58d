"""1-bit PNG files without any library: strips of paper are black and white."""

import struct
import zlib

from numpy import uint8
from numpy.typing import NDArray


def png(packed: NDArray[uint8], width: int) -> bytes:
    """A picture of rows packed 8 dots a byte, 1 is black, at 203 dpi."""
    rows = len(packed)
    header = struct.pack(">IIBBBBB", width, rows, 1, 0, 0, 0, 0)
    white_is_one = bytes(b"".join(b"\0" + row.tobytes() for row in ~packed))
    per_metre = struct.pack(">IIB", 8000, 8000, 1)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data)
        for kind, data in (
            (b"IHDR", header),
            (b"pHYs", per_metre),
            (b"IDAT", zlib.compress(white_is_one)),
            (b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
