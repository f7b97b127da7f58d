"""A scanner that speaks HID-POS: reports of usage page 0x8C, read raw; any bytes, exactly.

Where the data lie in a report, each make tells in its report descriptor (HID 1.11, 6.2.2; usages:
HID Point of Sale Usage Tables 1.02). No driver of the kernel takes these reports, so nothing but
us sees them.
"""

import fcntl
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from devices.scanner_wire import CODE_BYTES_MOST, READ_BYTES_MOST, Ioctl, NotAScanner

PAGE_GENERIC_DESKTOP, PAGE_BAR_CODE = 0x01, 0x8C
BYTE_COUNT = PAGE_GENERIC_DESKTOP << 16 | 0x3B
DECODED_DATA = PAGE_BAR_CODE << 16 | 0xFE
DATA_CONTINUED = PAGE_BAR_CODE << 16 | 0xFF
HIDIOCGRDESCSIZE = 2 << 30 | 4 << 16 | ord("H") << 8 | 0x01
HIDIOCGRDESC = 2 << 30 | 4100 << 16 | ord("H") << 8 | 0x02
DESCRIPTOR_MOST = 4096
TORN_SECONDS = 0.5
"""A code in several reports is whole by then, or never."""

_LONG_ITEM = 0xFE


class _Item(IntEnum):
    """Items of a report descriptor, without the two bits of their length."""

    USAGE_PAGE = 0x04
    USAGE = 0x08
    REPORT_SIZE = 0x74
    INPUT = 0x80
    REPORT_ID = 0x84
    OUTPUT = 0x90
    REPORT_COUNT = 0x94
    COLLECTION = 0xA0
    FEATURE = 0xB0


@dataclass(frozen=True, slots=True)
class Field:
    """Where something lies in a report, in bits behind the report's number."""

    offset: int
    bits: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The report that carries codes: its number, None where reports have none, and what is where."""

    report: int | None
    data: Field
    count: Field | None
    more: Field | None

    def read(self, report: bytes) -> tuple[bytes, bool] | None:
        """The bytes of a code in a report, and whether more follow; None for other reports."""
        if self.report is not None:
            if report[:1] != bytes([self.report]):
                return None
            report = report[1:]
        first = self.data.offset // 8
        data = report[first : first + self.data.bits // 8]
        more = self.more is not None and bool(_bit(report, self.more.offset))
        if self.count is not None:
            return data[: _byte(report, self.count.offset // 8)], more
        # Such a make fills its last report with zeros, and leaves it open what a zero at the end was.
        return (data if more else data.rstrip(b"\0")), more


def layout_of(descriptor: bytes) -> Layout | None:
    """Where a scanner's reports carry codes; None for a device that is no such scanner."""
    fields: dict[tuple[int | None, int], Field] = {}
    for report, usage, found in _inputs(descriptor):
        fields.setdefault((report, usage), found)
    for (report, usage), data in fields.items():
        if usage == DECODED_DATA and data.offset % 8 == 0 and data.bits % 8 == 0 and data.bits:
            count, more = fields.get((report, BYTE_COUNT)), fields.get((report, DATA_CONTINUED))
            return Layout(report, data, count, more)
    return None


def _inputs(descriptor: bytes) -> Iterator[tuple[int | None, int, Field]]:
    """Every field of every input report: the report's number, the field's usage, its place."""
    page, size, count = 0, 0, 0
    report: int | None = None
    usages: list[int] = []
    ends: dict[int | None, int] = {}
    for item, value, length in _items(descriptor):
        match item:
            case _Item.USAGE_PAGE:
                page = value
            case _Item.REPORT_SIZE:
                size = value
            case _Item.REPORT_COUNT:
                count = value
            case _Item.REPORT_ID:
                report = value
            case _Item.USAGE:
                usages.append(value if length == 4 else page << 16 | value)
            case _Item.INPUT:
                yield from _spread(report, usages, ends.get(report, 0), size, count)
                ends[report] = ends.get(report, 0) + size * count
                usages = []
            case _Item.OUTPUT | _Item.COLLECTION | _Item.FEATURE:
                usages = []
            case _:
                pass


def _spread(
    report: int | None, usages: list[int], offset: int, size: int, count: int
) -> Iterator[tuple[int | None, int, Field]]:
    """One usage has all of an item's fields; of several, each has one, and the last the rest."""
    for place, usage in enumerate(usages[:count]):
        last = place == len(usages[:count]) - 1
        fields = count - place if last else 1
        yield report, usage, Field(offset + place * size, fields * size)


def _items(descriptor: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, value and length of each short item."""
    at = 0
    while at < len(descriptor):
        head = descriptor[at]
        if head == _LONG_ITEM:
            at += 3 + _byte(descriptor, at + 1)
            continue
        length = (0, 1, 2, 4)[head & 3]
        value = int.from_bytes(descriptor[at + 1 : at + 1 + length], "little")
        yield head & 0xFC, value, length
        at += 1 + length


def _byte(data: bytes, place: int) -> int:
    return data[place] if place < len(data) else 0


def _bit(data: bytes, place: int) -> int:
    return _byte(data, place // 8) >> place % 8 & 1


class HidPosWire:
    """Implements Wire on a hidraw device; `path` is best a link that udev makes for the scanner."""

    def __init__(self, path: str, suffix: bytes, ioctl: Ioctl = fcntl.ioctl) -> None:
        self._suffix = suffix
        self._bytes = bytearray()
        self._last = 0.0
        self._too_long = False
        self._file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            self._layout = _asked(self._file, ioctl)
        except (OSError, NotAScanner):
            os.close(self._file)
            raise

    def fileno(self) -> int:
        """See Wire."""
        return self._file

    def read(self, now: float) -> list[bytes]:
        """See Wire: one read is one report."""
        try:
            found = self._layout.read(os.read(self._file, READ_BYTES_MOST))
        except BlockingIOError:
            return []
        if found is None:
            return []
        self._last = now
        data, more = found
        self._bytes += data
        if len(self._bytes) > CODE_BYTES_MOST:
            self._too_long = True
            self._bytes.clear()
        return [] if more else self._whole()

    def _whole(self) -> list[bytes]:
        code = bytes(self._bytes).removesuffix(self._suffix)
        good = bool(code) and not self._too_long
        self._forget()
        return [code] if good else []

    def _forget(self) -> None:
        self._bytes.clear()
        self._too_long = False

    def quiet(self, now: float) -> list[bytes]:
        """See Wire: the rest of a torn code does not come any more."""
        if self.rest(now) == 0.0:
            self._forget()
        return []

    def rest(self, now: float) -> float | None:
        """See Wire."""
        if not self._bytes and not self._too_long:
            return None
        return max(0.0, self._last + TORN_SECONDS - now)

    def close(self) -> None:
        """See Wire."""
        os.close(self._file)


def _asked(file: int, ioctl: Ioctl) -> Layout:
    size = bytearray(4)
    ioctl(file, HIDIOCGRDESCSIZE, size)
    (length,) = struct.unpack("=i", size)
    room = bytearray(struct.pack("=I", length).ljust(4 + DESCRIPTOR_MOST, b"\0"))
    ioctl(file, HIDIOCGRDESC, room)
    layout = layout_of(bytes(room[4 : 4 + max(0, length)]))
    if layout is None:
        raise NotAScanner("no HID-POS scanner (its reports carry no decoded data)")
    return layout
