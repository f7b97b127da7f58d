"""How this machine is connected: each link that is up, with the address it was given."""

import fcntl
import socket
import struct
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.domain.setup import Link

SIOCGIFADDR = 0x8915
"""linux/sockios.h."""
NAME_BYTES = 15
CLASS = Path("/sys/class/net")


def links(folder: Path = CLASS) -> Sequence[Link]:
    """Links with a cable or a network in the air; those that lead out, not the machine's own."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        return tuple(
            Link(path.name, _address(line, path.name))
            for path in sorted(folder.glob("*"))
            if path.name != "lo" and _is_up(path)
        )


def _is_up(path: Path) -> bool:
    with suppress(OSError):  # a link that is switched off has no carrier to read
        return (path / "carrier").read_text("ascii").strip() == "1"
    return False


def _address(line: socket.socket, name: str) -> str:
    """Its IPv4 address; empty without one."""
    asked = struct.pack("256s", name.encode()[:NAME_BYTES])
    try:
        return socket.inet_ntoa(fcntl.ioctl(line.fileno(), SIOCGIFADDR, asked)[20:24])
    except OSError:
        return ""
