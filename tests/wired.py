"""Stand-ins for hand scanners: devices that are files, and the answers of the kernel about them.

The descriptors are written as the usage tables have them, in the layouts of two makes: with a count
of bytes and a bit for "more follows", and without a count. No real scanner was used.
"""

import errno
import fcntl
import os
import struct
import termios
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from devices.scanner_hidpos import HIDIOCGRDESC, HIDIOCGRDESCSIZE
from devices.scanner_keys import (
    EV_KEY,
    EVIOCGBIT_KEYS,
    EVIOCGBIT_TYPES,
    EVIOCGRAB,
    EVIOCSCLOCKID,
    KEY_ENTER,
    KEYS,
)
from devices.uevents import Uevents
from kiosk.domain.devices import ScannerState

PATIENCE_SECONDS = 10.0
SHIFT = 42
EVENT = struct.Struct("@llHHi")

COUNTED = bytes.fromhex(
    "058c 0902 a101 0912 a102 8502 1500 26ff00 7508 9501 0501 093b 8102 9503 058c 09fb 09fc 09fd 8102"
    "9538 09fe 820201 0666ff 9502 0904 0900 8102 058c 2501 7501 9508 09ff 8102 c0 c0"
)
"""Report 2: a count of bytes, the symbology in three, 56 of data, two of the make's own, eight bits."""
PADDED = bytes.fromhex(
    "058c 0902 a101 0912 a102 8502 1500 26ff00 7508 9501 09fb 8102 09fc 8102 09fd 8102"
    "9538 09fe 820201 7501 9501 2501 09ff 8102 7507 8103 c0 c0"
)
"""Report 2: the symbology in three items, 56 bytes of data filled with zeros, a bit and seven unused."""
MOUSE = bytes.fromhex(
    "0501 0902 a101 0901 a100 0509 1901 2903 1500 2501 9503 7501 8102 9501 7505 8103"
    "0501 0930 0931 1581 257f 7508 9502 8106 c0 c0"
)


def counted_reports(code: bytes) -> list[bytes]:
    """A code as a scanner of the first make sends it."""
    pieces = [code[at : at + 56] for at in range(0, len(code), 56)]
    return [
        bytes([2, len(piece)]) + b"]Q1" + piece.ljust(56, b"\0") + b"\0\0" + bytes([more])
        for piece, more in zip(pieces, [1] * (len(pieces) - 1) + [0], strict=True)
    ]


def padded_reports(code: bytes) -> list[bytes]:
    """A code as a scanner of the second make sends it."""
    pieces = [code[at : at + 56] for at in range(0, len(code), 56)]
    return [
        b"\x02]Q1" + piece.ljust(56, b"\0") + bytes([more])
        for piece, more in zip(pieces, [1] * (len(pieces) - 1) + [0], strict=True)
    ]


def strokes(text: str, *, gap: float = 0.01, at: float = 100.0) -> list[tuple[int, int, float]]:
    """The keys of a text on a US keyboard: number, down or up, when."""
    plain = {signs[0]: code for code, signs in reversed(KEYS.items())}
    shifted = {signs[1]: code for code, signs in reversed(KEYS.items())}
    found: list[tuple[int, int, float]] = []
    for place, sign in enumerate(text):
        moment = at + place * gap
        code = KEY_ENTER if sign == "\r" else plain.get(sign, shifted.get(sign, 0))
        keys = [code] if sign == "\r" or sign in plain else [SHIFT, code]
        found += [(key, 1, moment) for key in keys]
        found += [(key, 0, moment) for key in reversed(keys)]
    return found


def typed(text: str, *, gap: float = 0.01, at: float = 100.0) -> bytes:
    """A text as the kernel tells of its keys."""
    return b"".join(
        EVENT.pack(int(moment), round(moment % 1 * 1e6), EV_KEY, code, value)
        for code, value, moment in strokes(text, gap=gap, at=at)
    )


def bits(numbers: Sequence[int], length: int) -> bytes:
    """A bit field as the kernel answers it."""
    answer = bytearray(length)
    for number in numbers:
        answer[number // 8] |= 1 << number % 8
    return bytes(answer)


@dataclass
class Kernel:
    """Answers what is asked about a device, and remembers what was wished of it."""

    types: Sequence[int] = (0, EV_KEY)
    keys: Sequence[int] = tuple(range(1, 100))
    descriptor: bytes = COUNTED
    grabbed_elsewhere: bool = False
    grabs: int = 0
    asked: list[int] = field(default_factory=list)

    def ioctl(self, _: int, request: int, answer: bytearray) -> int:
        """See devices.scanner_wire.Ioctl."""
        self.asked.append(request)
        match request:
            case _ if request == EVIOCGBIT_TYPES:
                answer[:] = bits(self.types, len(answer))
            case _ if request == EVIOCGBIT_KEYS:
                answer[:] = bits(self.keys, len(answer))
            case _ if request == EVIOCGRAB:
                if self.grabbed_elsewhere:
                    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
                self.grabs += 1
            case _ if request == HIDIOCGRDESCSIZE:
                answer[:] = struct.pack("=i", len(self.descriptor))
            case _ if request == HIDIOCGRDESC:
                answer[4 : 4 + len(self.descriptor)] = self.descriptor
            case _:
                assert request == EVIOCSCLOCKID
        return 0


class Heard:
    """A listener that remembers what it was told, and lets a test wait for more."""

    def __init__(self) -> None:
        self.codes: list[bytes] = []
        self.states: list[ScannerState] = []
        self.notes: list[tuple[str, object]] = []
        self._told = threading.Condition()

    def code_read(self, content: bytes) -> None:
        """Note it."""
        with self._told:
            self.codes.append(content)
            self._told.notify_all()

    def scanner_changed(self, state: ScannerState) -> None:
        """Note it."""
        with self._told:
            self.states.append(state)
            self._told.notify_all()

    def note(self, event: str, **fields: object) -> None:
        """Note a log line."""
        with self._told:
            self.notes.append((event, fields.get("reason", fields.get("part"))))
            self._told.notify_all()

    def until(self, happened: Callable[["Heard"], bool]) -> bool:
        """Wait for it; False when it did not happen in time."""
        with self._told:
            return self._told.wait_for(lambda: happened(self), PATIENCE_SECONDS)


class Pipe:
    """A device that is a pipe of packets: what is said at once is read at once, as a report is."""

    def __init__(self) -> None:
        self._far, self._end = os.pipe2(os.O_DIRECT)
        self.path = f"/proc/self/fd/{self._far}"

    def say(self, data: bytes) -> None:
        """Bytes come from the device."""
        os.write(self._end, data)

    def waits(self) -> bool:
        """True until what was said last was read."""
        room = bytearray(4)
        fcntl.ioctl(self._end, termios.FIONREAD, room)
        return any(room)

    def pull_out(self) -> None:
        """The device is gone."""
        os.close(self._far)
        os.close(self._end)


def no_uevents() -> Uevents | None:
    """A machine that tells nothing of devices."""
    return None
