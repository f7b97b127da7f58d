"""What a hand scanner is to its thread: an open device that turns what comes into whole codes.

Apart from the three kinds (keyboard, HID-POS, serial), which know nothing of each other.
"""

from collections.abc import Callable
from typing import Protocol

CODE_BYTES_MOST = 4096
"""The largest QR holds 2,953; what is longer is no code of one symbol."""
READ_BYTES_MOST = 4096

Ioctl = Callable[[int, int, bytearray], int]
"""`fcntl.ioctl` as it is used here: file, request, room for the answer."""


class NotAScanner(Exception):
    """What lies at the path is another kind of device; the text is for staff."""


class Wire(Protocol):
    """An open scanner. `read` and `quiet` raise OSError once it is gone."""

    def fileno(self) -> int:
        """What to wait for."""
        ...

    def read(self, now: float) -> list[bytes]:
        """Take what has come; the codes that are complete with it."""
        ...

    def quiet(self, now: float) -> list[bytes]:
        """Nothing came until now; the codes that silence completes."""
        ...

    def rest(self, now: float) -> float | None:
        """Seconds until silence would mean something; None while it means nothing."""
        ...

    def close(self) -> None:
        """Let go."""
        ...


OpenWire = Callable[[], Wire]
"""Opens the scanner at its path. Raises OSError or NotAScanner."""
