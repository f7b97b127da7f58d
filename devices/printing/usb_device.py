"""The kernel's usblp driver as a file: /dev/usb/lpN, one owner, never blocking.

Apart from the transport, so that a test can put a device of its own there. What the driver does is
taken from drivers/usb/class/usblp.c: a second open is refused (EBUSY), a write is one transfer that is
under way (EAGAIN until it ends), a read of no bytes is an empty packet and no end, and what was
pulled out says ENODEV.
"""

import array
import fcntl
import os
from collections.abc import Callable
from typing import Protocol

LPGETSTATUS = 0x060B
"""linux/lp.h: the port's status byte, as an int."""
PAPER_EMPTY, SELECTED, NO_ERROR = 0x20, 0x10, 0x08
"""Its bits (USB printer class 1.1, 4.2.2); one that cannot tell says 0x18, which means all is well."""


class UsbDevice(Protocol):
    """An open printer device. Reads and writes may raise BlockingIOError, and OSError once it is gone."""

    def fileno(self) -> int:
        """What to wait for."""
        ...

    def read(self, most: int) -> bytes:
        """What has come; nothing is no end."""
        ...

    def write(self, data: bytes) -> int:
        """Hand over some bytes."""
        ...

    def port_status(self) -> int:
        """PAPER_EMPTY, SELECTED, NO_ERROR."""
        ...

    def close(self) -> None:
        """Let go."""
        ...


OpenUsb = Callable[[str], UsbDevice]
"""Opens the device at a path. Raises OSError."""


class UsblpFile:
    """Implements UsbDevice on a real device file."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)

    def fileno(self) -> int:
        """See UsbDevice."""
        return self._file

    def read(self, most: int) -> bytes:
        """See UsbDevice."""
        return os.read(self._file, most)

    def write(self, data: bytes) -> int:
        """See UsbDevice."""
        return os.write(self._file, data)

    def port_status(self) -> int:
        """See UsbDevice."""
        status = array.array("i", [0])
        fcntl.ioctl(self._file, LPGETSTATUS, status)
        return status[0]

    def close(self) -> None:
        """See UsbDevice."""
        os.close(self._file)
