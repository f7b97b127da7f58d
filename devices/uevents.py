"""What udev tells of devices that come and go: a netlink socket, and how its messages read.

udevd sends a message of its own after its rules have run, when links and rights are in place; the
kernel's comes earlier. Both are read, because a machine without udevd (a container, a test) has only
the kernel's. Formats: linux/kobject_uevent.c, and systemd's device-monitor.c (`libudev`, magic
0xfeedcafe).
"""

import socket
import struct
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

NETLINK_KOBJECT_UEVENT = 15
KERNEL_GROUP, UDEV_GROUP = 1, 2
MESSAGE_BYTES_MOST = 8192
LIBUDEV = b"libudev\0"
MAGIC = 0xFEEDCAFE


@dataclass(frozen=True, slots=True)
class Uevent:
    """A device came (`add`), went (`remove`) or changed. `name` is its file under /dev."""

    action: str
    subsystem: str
    name: str

    @property
    def brings_printer(self) -> bool:
        """True when a USB printer can be opened now that could not before."""
        return self.action == "add" and self.subsystem == "usbmisc"


class Uevents(Protocol):
    """A source of events; it never blocks."""

    def fileno(self) -> int:
        """What to wait for."""
        ...

    def read(self) -> list[Uevent]:
        """What has happened since the last call."""
        ...

    def close(self) -> None:
        """Listen no more."""
        ...


class NetlinkUevents:
    """Implements Uevents on the kernel's netlink socket, or on one like it."""

    def __init__(self, link: socket.socket | None = None) -> None:
        self._link = link or _netlink()
        self._link.setblocking(False)

    def fileno(self) -> int:
        """See Uevents."""
        return self._link.fileno()

    def read(self) -> list[Uevent]:
        """See Uevents."""
        events = []
        # Empty, or overrun (ENOBUFS): then some are lost, and the back-off finds the device too.
        with suppress(OSError):
            while True:
                if (event := parse_uevent(self._link.recv(MESSAGE_BYTES_MOST))) is not None:
                    events.append(event)
        return events

    def close(self) -> None:
        """See Uevents."""
        self._link.close()


def _netlink() -> socket.socket:
    link = socket.socket(
        socket.AF_NETLINK, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC, NETLINK_KOBJECT_UEVENT
    )
    link.bind((0, KERNEL_GROUP | UDEV_GROUP))
    return link


def parse_uevent(message: bytes) -> Uevent | None:
    """Read one message; None where it is none of ours."""
    properties = _udev_properties(message) if message.startswith(LIBUDEV) else message
    if properties is None:
        return None
    pairs = (line.partition(b"=") for line in properties.split(b"\0"))
    known = {key.decode("ascii", "replace"): value.decode("utf-8", "replace")
             for key, sign, value in pairs if sign}  # fmt: skip
    if "ACTION" not in known:
        return None
    return Uevent(
        known["ACTION"], known.get("SUBSYSTEM", ""), known.get("DEVNAME", "").removeprefix("/dev/")
    )


def _udev_properties(message: bytes) -> bytes | None:
    """The part behind udevd's header: prefix, magic, header size, offset and length of properties."""
    if len(message) < 24 or struct.unpack_from(">I", message, 8)[0] != MAGIC:
        return None
    offset, length = struct.unpack_from("=II", message, 16)
    return message[offset : offset + length]
