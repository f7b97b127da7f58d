"""ESC/POS as a printer reads it: bytes into commands of exact length, one at a time.

Lengths are those of Epson's command reference. Raster rows come out while they arrive, as a printer
burns them. A command that is not known comes out as such: a printer prints it as letters.
"""

from collections.abc import Callable
from dataclasses import dataclass

ESC, FS, GS, DLE, LF = 0x1B, 0x1C, 0x1D, 0x10, 0x0A
ROWS_AT_ONCE = 24


@dataclass(frozen=True, slots=True)
class Text:
    """Letters for the current line."""

    data: bytes


@dataclass(frozen=True, slots=True)
class LineFeed:
    """The current line is printed."""


@dataclass(frozen=True, slots=True)
class Command:
    """A known command: its first two bytes, and what follows them."""

    code: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Unknown:
    """Bytes that begin like a command and are none."""

    data: bytes


@dataclass(frozen=True, slots=True)
class RasterRows:
    """Some rows of a GS v 0 picture."""

    row_bytes: int
    data: bytes

    @property
    def rows(self) -> int:
        """How many."""
        return len(self.data) // self.row_bytes


Element = Text | LineFeed | Command | Unknown | RasterRows

Length = Callable[[bytes], int | None]
"""Bytes of a command's data, from what has come of it; None while that cannot be told."""


def _fixed(length: int) -> Length:
    return lambda _: length


def _until_nul(data: bytes) -> int | None:
    end = data.find(0)
    return end + 1 if end >= 0 else None


def _counted(skip: int, size: int = 2) -> Length:
    """`skip` bytes, then a little-endian count of `size` bytes, then as many bytes."""

    def length(data: bytes) -> int | None:
        if len(data) < skip + size:
            return None
        return skip + size + int.from_bytes(data[skip : skip + size], "little")

    return length


def _column_picture(data: bytes) -> int | None:
    if len(data) < 3:
        return None
    columns = int.from_bytes(data[1:3], "little")
    return 3 + columns * (3 if data[0] in (32, 33) else 1)


def _downloaded_picture(data: bytes) -> int | None:
    return None if len(data) < 2 else 2 + data[0] * data[1] * 8


def _cut(data: bytes) -> int | None:
    return None if not data else (1 if data[0] in (0, 1, 48, 49) else 2)


def _bar_code(data: bytes) -> int | None:
    if not data:
        return None
    if data[0] < 65:
        end = data.find(0, 1)
        return end + 1 if end >= 0 else None
    return None if len(data) < 2 else 2 + data[1]


def _ejector(data: bytes) -> int | None:
    """GS e n (Custom): 3 is followed by the steps to present."""
    return None if not data else (2 if data[0] == 3 else 1)


def _counter_mode(data: bytes) -> int | None:
    return None if not data else (7 if data[0] in (1, 49) else 3)


def _dc4(data: bytes) -> int | None:
    return None if not data else {1: 3, 2: 3, 3: 6, 7: 2, 8: 8}.get(data[0], 1)


def _eot(data: bytes) -> int | None:
    return None if not data else (2 if data[0] in (7, 8, 18) else 1)


def _stored_pictures(data: bytes) -> int | None:
    """FS q n, then n times width, height (each in units of 8 dots) and the dots."""
    if not data:
        return None
    length = 1
    for _ in range(data[0]):
        if len(data) < length + 4:
            return None
        width = int.from_bytes(data[length : length + 2], "little")
        height = int.from_bytes(data[length + 2 : length + 4], "little")
        length += 4 + width * height * 8
    return length


def _table(prefix: int, *groups: tuple[str, Length]) -> dict[bytes, Length]:
    return {bytes((prefix, ord(sign))): length for signs, length in groups for sign in signs}


LENGTHS: dict[bytes, Length] = {
    **_table(
        ESC,
        ("@2SL<imv", _fixed(0)),
        ("!-3AEGJMRTVadertu{=% ", _fixed(1)),
        ("c$\\", _fixed(2)),
        ("p", _fixed(3)),
        ("W", _fixed(8)),
        ("*", _column_picture),
        ("D", _until_nul),
        ("(", _counted(1)),
    ),
    **_table(
        GS,
        (":c", _fixed(0)),
        ("!BEHITabfhrw/", _fixed(1)),
        ("LPW\\$", _fixed(2)),
        ("^z", _fixed(3)),
        ("g", _fixed(4)),
        ("*", _downloaded_picture),
        ("V", _cut),
        ("k", _bar_code),
        ("C", _counter_mode),
        ("e", _ejector),
        ("(", _counted(1)),
        ("8", _counted(1, size=4)),
    ),
    **_table(
        FS,
        (".&", _fixed(0)),
        ("!-CW", _fixed(1)),
        ("Sp", _fixed(2)),
        ("2", _fixed(74)),
        ("g", _counted(6)),
        ("q", _stored_pictures),
        ("(", _counted(1)),
    ),
    b"\x10\x04": _eot,
    b"\x10\x05": _fixed(1),
    b"\x10\x14": _dc4,
}
RASTER = b"\x1dv"
RASTER_HEAD_BYTES = 8
STARTS = frozenset((ESC, FS, GS, DLE))


class EscposParser:
    """Takes elements from the front of a receive buffer."""

    def __init__(self) -> None:
        self._row_bytes = 0
        self._rows_left = 0
        self.wanting = 0
        """Bytes of the command at the front, while it is not complete: a printer takes those in."""

    def reset(self) -> None:
        """Forget a picture that was begun."""
        self._rows_left = self.wanting = 0

    def next(self, buffer: bytearray) -> Element | None:
        """The next element, taken out of `buffer`; None while it is not complete."""
        while buffer:
            if self._rows_left:
                return self._rows(buffer)
            if buffer[0] in STARTS:
                return self._command(buffer)
            if buffer[0] == LF:
                del buffer[0]
                return LineFeed()
            if buffer[0] >= 0x20:
                return _text(buffer)
            del buffer[0]  # NUL, CR and other controls print nothing
        return None

    def _rows(self, buffer: bytearray) -> RasterRows | None:
        rows = min(self._rows_left, len(buffer) // self._row_bytes, ROWS_AT_ONCE)
        if rows == 0:
            return None
        self._rows_left -= rows
        return RasterRows(self._row_bytes, _take(buffer, rows * self._row_bytes))

    def _command(self, buffer: bytearray) -> Element | None:
        code = bytes(buffer[:2])
        if len(code) < 2:
            return None
        if code == RASTER:
            return self._raster(buffer)
        if (length_of := LENGTHS.get(code)) is None:
            return Unknown(_take(buffer, 2))
        length = length_of(bytes(buffer[2:]))
        if length is None or len(buffer) < 2 + length:
            self.wanting = 2 + (length or 0)
            return None
        self.wanting = 0
        return Command(code, _take(buffer, 2 + length)[2:])

    def _raster(self, buffer: bytearray) -> Element | None:
        if len(buffer) < RASTER_HEAD_BYTES:
            return None
        head = _take(buffer, RASTER_HEAD_BYTES)
        self._row_bytes = int.from_bytes(head[4:6], "little")
        self._rows_left = int.from_bytes(head[6:8], "little") if self._row_bytes else 0
        return self.next(buffer)


def _text(buffer: bytearray) -> Text:
    end = next((i for i, byte in enumerate(buffer) if byte < 0x20), len(buffer))
    return Text(_take(buffer, end))


def _take(buffer: bytearray, count: int) -> bytes:
    taken = bytes(buffer[:count])
    del buffer[:count]
    return taken
