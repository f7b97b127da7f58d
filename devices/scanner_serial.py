"""A scanner on a serial line, or one that is such a line by USB (CDC ACM): any bytes, exactly.

A payload may hold the very byte that ends it, so a code is over when its ending has come *and* the
line is quiet: at 9,600 baud a byte takes a millisecond, and nobody scans two codes in 50.
"""

import fcntl
import os
import termios
from contextlib import suppress

from devices.scanner_wire import CODE_BYTES_MOST, READ_BYTES_MOST

QUIET_SECONDS = 0.05
TORN_SECONDS = 0.5
"""So long after its last byte, what has no ending gets none any more."""
NO_SUFFIX_SECONDS = 0.15


class Burst:
    """The bytes since the line was last quiet."""

    def __init__(self, suffix: bytes) -> None:
        self._suffix = suffix
        self._bytes = bytearray()
        self._last = 0.0
        self._too_long = False

    def add(self, data: bytes, now: float) -> None:
        """More came."""
        self._last = now
        self._bytes += data
        if len(self._bytes) > CODE_BYTES_MOST:
            self._too_long = True
            self._bytes.clear()

    def rest(self, now: float) -> float | None:
        """Seconds until silence would mean something."""
        if not self._bytes and not self._too_long:
            return None
        return max(0.0, self._last + self._patience() - now)

    def quiet(self, now: float) -> bytes | None:
        """The code that the silence until now completes."""
        if self.rest(now) != 0.0:
            return None
        whole = bool(self._bytes) and self._bytes.endswith(self._suffix)
        code = bytes(self._bytes[: len(self._bytes) - len(self._suffix)])
        self._bytes.clear()
        self._too_long = False
        return code if whole and code else None

    def _patience(self) -> float:
        if not self._suffix:
            return NO_SUFFIX_SECONDS
        ended = self._bytes.endswith(self._suffix)
        return QUIET_SECONDS if ended else TORN_SECONDS


class SerialWire:
    """Implements Wire on a tty. `path` is best one of /dev/serial/by-id."""

    def __init__(self, path: str, baud: int, suffix: bytes) -> None:
        self._burst = Burst(suffix)
        self._file = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            fcntl.ioctl(self._file, termios.TIOCEXCL)
            termios.tcsetattr(self._file, termios.TCSANOW, self._attributes(baud))
            termios.tcflush(self._file, termios.TCIOFLUSH)
        except termios.error as error:
            os.close(self._file)
            raise OSError(*error.args) from error
        except OSError:
            os.close(self._file)
            raise

    def _attributes(self, baud: int) -> list[int | list[bytes | int]]:
        """Eight bits, no parity, nothing translated and no sign obeyed."""
        signs = termios.tcgetattr(self._file)[6]
        signs[termios.VMIN], signs[termios.VTIME] = 0, 0
        speed: int = getattr(termios, f"B{baud}")
        control = termios.CS8 | termios.CREAD | termios.CLOCAL
        return [termios.IGNBRK, 0, control, 0, speed, speed, signs]

    def fileno(self) -> int:
        """See Wire."""
        return self._file

    def read(self, now: float) -> list[bytes]:
        """See Wire: only silence completes a code."""
        with suppress(BlockingIOError):
            self._burst.add(os.read(self._file, READ_BYTES_MOST), now)
        return []

    def quiet(self, now: float) -> list[bytes]:
        """See Wire."""
        code = self._burst.quiet(now)
        return [] if code is None else [code]

    def rest(self, now: float) -> float | None:
        """See Wire."""
        return self._burst.rest(now)

    def close(self) -> None:
        """See Wire."""
        os.close(self._file)
