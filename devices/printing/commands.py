"""The ESC/POS commands that we send, by name.

Sources: Epson ESC/POS command reference (download4.epson.biz, `gs_lparen_ch_fn48`, `dle_dc4_fn8`),
TM-T88III specification p. 85, 143 and 476, TM-U220 p. 54 and 82, Bixolon SRP-350 p. 8,
Citizen CT-S2000 p. 97.
"""

KANJI_OFF = b"\x1c."
"""FS . : clones start in Kanji mode."""
INITIALISE = b"\x1b@"
"""ESC @ : also empties the line that was begun."""
CENTRED = b"\x1ba\x01"
MOTION_UNIT_DOTS = b"\x1dP\xcb\xcb"
"""GS P 203 203: one unit of ESC J is one dot of a 203 dpi head."""
FEED_TO_CUTTER_AND_CUT = b"\x1dVB\x00"
"""GS V 66 0."""
AUTO_STATUS_ON = b"\x1da\x0f"
"""GS a 15: four status bytes at once and at every change."""
SEND_SERIAL = b"\x1dID"
"""GS I 68, answered by a block with header 5F."""
SEND_CUT_COUNT = b"\x1dg2\x00\xb2\x00"
"""GS g 2 178, answered by a block with header 5F: cutter operations since manufacture."""
SEND_LINE_COUNT = b"\x1dg2\x00\x94\x00"
"""GS g 2 148, answered by a block with header 5F: lines fed since manufacture (T88III p. 476)."""
SEND_FIRMWARE, SEND_MAKER, SEND_MODEL = b"\x1dIA", b"\x1dIB", b"\x1dIC"
"""GS I 65, 66, 67, answered by a block with header 5F (TM-T81 p. 110)."""
SEND_PAPER_STATE = b"\x1dr\x01"
"""GS r 1: answered by one byte, in order, so it is a barrier."""

CLEAR_BUFFERS = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""DLE DC4 8: drops all that was sent and not printed; answered by `37 25 00`. Real time."""
RECOVER = b"\x10\x05\x01"
"""DLE ENQ 1: resume at the failed line after a recoverable error. Real time."""

BAND_ROWS = 24
BAND_BYTES_MOST = 72 * BAND_ROWS
"""Bytes of one raster band at 576 dots; a lost link leaves no larger hole than this."""
FLUSH = bytes(BAND_BYTES_MOST + 64)
"""NULs that complete a command which was cut short; a printer ignores them otherwise."""
FEED_ROWS_MOST = 255


def ask_status(kind: int) -> bytes:
    """DLE EOT n, n = 1 printer, 2 cause of offline, 3 error, 4 roll sensor. Real time."""
    return bytes((0x10, 0x04, kind))


def feed(rows: int) -> bytes:
    """ESC J n, at most 255 units."""
    return bytes((0x1B, 0x4A, rows))


def raster_head(row_bytes: int, rows: int) -> bytes:
    """GS v 0: what stands before `rows` rows of `row_bytes` bytes."""
    return b"\x1dv0\x00" + row_bytes.to_bytes(2, "little") + rows.to_bytes(2, "little")


def mark(process_id: bytes) -> bytes:
    """GS ( H fn 48: 4 printable bytes come back as `37 22 d1-d4 00` when all before is printed."""
    return b"\x1d(H\x06\x0000" + process_id
