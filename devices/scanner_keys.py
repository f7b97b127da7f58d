"""A scanner that types like a keyboard (HID wedge), read from its own input device.

It is grabbed: no key of it reaches the window, the console or anything else, whatever screen is up.
The keys are those of a US keyboard, as scanners send them as they leave the factory; a keyboard has
no keys for bytes beyond ASCII, so codes that hold such need HID-POS or a serial line. Numbers of
keys and events: linux/input-event-codes.h and linux/input.h.
"""

import fcntl
import os
import struct
from dataclasses import dataclass, field

from devices.scanner_wire import CODE_BYTES_MOST, Ioctl, NotAScanner

EV_SYN, EV_KEY, EV_ABS = 0x00, 0x01, 0x03
SYN_DROPPED = 3
KEY_ENTER, KEY_TAB, KEY_KPENTER, KEY_A = 28, 15, 96, 30
SHIFTS = (42, 54)
_EVENT = struct.Struct("@llHHi")
_EVENTS_MOST = 256
_KEY_BYTES = 96
"""KEY_MAX is 0x2ff."""

LENGTH_LEAST = 6
GAP_MOST_SECONDS = 0.1
MEAN_GAP_MOST_SECONDS = 0.035
"""A full-speed keyboard is asked every 10 ms, and a capital takes two reports more; twelve keys a
second, the fastest of typists, are 83 ms apart."""
END_SECONDS = 0.15
"""So long after the last key, what ends by no key is over."""


def _keys() -> dict[int, tuple[str, str]]:
    """By number: what a key means alone, and what with shift."""
    rows = (
        (2, "1234567890-=", "!@#$%^&*()_+"),
        (16, "qwertyuiop[]", "QWERTYUIOP{}"),
        (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
        (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
        (55, "*", "*"),
        (57, " ", " "),
        (71, "789-456+1230.", "789-456+1230."),
        (98, "/", "/"),
    )
    return {
        first + place: signs
        for first, plain, shifted in rows
        for place, signs in enumerate(zip(plain, shifted, strict=True))
    }


KEYS = _keys()


def _request(direction: int, number: int, size: int) -> int:
    """_IOC(direction, 'E', number, size) of asm-generic/ioctl.h."""
    return direction << 30 | size << 16 | ord("E") << 8 | number


EVIOCGRAB = _request(1, 0x90, 4)
EVIOCSCLOCKID = _request(1, 0xA0, 4)
_CLOCK_MONOTONIC = 1
EVIOCGBIT_TYPES = _request(2, 0x20, 8)
EVIOCGBIT_KEYS = _request(2, 0x20 + EV_KEY, _KEY_BYTES)


@dataclass(slots=True)
class Typing:
    """Keys since the last pause, and whether a machine typed them.

    A person at a keypad is none: too slow, or too short. What comes with Ctrl, Alt, Meta, F-keys or
    after lost events is no code at all. `ends` are the keys that end one; without any, a pause does.
    """

    ends: tuple[int, ...]
    _text: bytearray = field(default_factory=bytearray)
    _shifts: set[int] = field(default_factory=set)
    _first: float = 0.0
    _last: float = -1.0
    _spoiled: bool = False

    def key(self, code: int, value: int, at: float) -> bytes | None:
        """A key went down (1), up (0) or repeats by being held (2); the code it ends, if any."""
        if code in SHIFTS:
            (self._shifts.add if value else self._shifts.discard)(code)
            return None
        if value != 1:
            return None
        if at - self._last > GAP_MOST_SECONDS:
            self._begin(at)
        if code in self.ends:
            return self.end()
        self._last = at
        if code not in KEYS or len(self._text) >= CODE_BYTES_MOST:
            self.spoil()
        else:
            self._text.append(ord(KEYS[code][bool(self._shifts)]))
        return None

    def spoil(self) -> None:
        """What was typed until the next pause is no code."""
        self._spoiled = True

    @property
    def ends_by_a_pause(self) -> bool:
        """True while a pause would end a code."""
        return not self.ends and bool(self._text)

    def end(self) -> bytes | None:
        """It is over: the code, if a machine typed it."""
        code = bytes(self._text)
        mean = (self._last - self._first) / max(1, len(code) - 1)
        good = not self._spoiled and len(code) >= LENGTH_LEAST and mean <= MEAN_GAP_MOST_SECONDS
        self._text.clear()
        self._last = -1.0
        return code if good else None

    def _begin(self, at: float) -> None:
        self._text.clear()
        self._first = at
        self._spoiled = False


class KeyboardWire:
    """Implements Wire on an input device, which it takes for itself alone.

    `path` is best one of /dev/input/by-id. `ends` are the keys that end a code.
    """

    def __init__(self, path: str, ends: tuple[int, ...], ioctl: Ioctl = fcntl.ioctl) -> None:
        self._typing = Typing(ends)
        self._half = b""
        self._heard_at = 0.0
        self._file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            _insist_on_keys(self._file, ioctl)
            # Pauses are told by the kernel's times, which no correction of the day's clock may bend.
            ioctl(self._file, EVIOCSCLOCKID, bytearray(struct.pack("i", _CLOCK_MONOTONIC)))
            ioctl(self._file, EVIOCGRAB, bytearray(4))  # any address means yes, none means no
        except (OSError, NotAScanner):
            os.close(self._file)
            raise

    def fileno(self) -> int:
        """See Wire."""
        return self._file

    def read(self, now: float) -> list[bytes]:
        """See Wire. The kernel's own times count: this thread may have been late."""
        self._heard_at = now
        try:
            data = self._half + os.read(self._file, _EVENT.size * _EVENTS_MOST)
        except BlockingIOError:
            return []
        whole = len(data) - len(data) % _EVENT.size
        self._half = data[whole:]
        found = (self._take(*event) for event in _EVENT.iter_unpack(data[:whole]))
        return [code for code in found if code is not None]

    def _take(self, seconds: int, micros: int, kind: int, code: int, value: int) -> bytes | None:
        if kind == EV_SYN and code == SYN_DROPPED:
            self._typing.spoil()
        if kind != EV_KEY:
            return None
        return self._typing.key(code, value, seconds + micros / 1e6)

    def quiet(self, now: float) -> list[bytes]:
        """See Wire."""
        code = self._typing.end() if self.rest(now) == 0.0 else None
        return [] if code is None else [code]

    def rest(self, now: float) -> float | None:
        """See Wire."""
        if not self._typing.ends_by_a_pause:
            return None
        return max(0.0, self._heard_at + END_SECONDS - now)

    def close(self) -> None:
        """See Wire: the kernel ends the grab with the file."""
        os.close(self._file)


def _insist_on_keys(file: int, ioctl: Ioctl) -> None:
    """To grab the touch panel because of a wrong setting would take the kiosk from everybody."""
    types, keys = bytearray(8), bytearray(_KEY_BYTES)
    ioctl(file, EVIOCGBIT_TYPES, types)
    ioctl(file, EVIOCGBIT_KEYS, keys)
    if _has(types, EV_ABS) or not (_has(keys, KEY_A) and _has(keys, KEY_ENTER)):
        raise NotAScanner("not a keyboard")


def _has(bits: bytearray, number: int) -> bool:
    return bool(bits[number // 8] >> number % 8 & 1)
