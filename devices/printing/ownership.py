"""One owner for each printer: a second process that wants it is refused, not mixed in.

The lock is the kernel's (flock), so it ends with its process however that ends. It is held for the
life of the transport and not only while connected: who lost the link is still the owner.
"""

import fcntl
import os
from pathlib import Path

from devices.printing.transport import LinkLost, Occupied, Port, Transport

LOCK_FOLDERS = (Path("/run/lock"), Path("/var/lock"))


def lock_folder(fallback: Path) -> Path:
    """Where programs of this machine keep locks; `fallback` where none may be written."""
    for folder in LOCK_FOLDERS:
        if folder.is_dir() and os.access(folder, os.W_OK):
            return folder
    return fallback


class Owned:
    """A transport behind a lock. Implements Transport; `device` names the printer on this machine."""

    def __init__(self, transport: Transport, device: str, folder: Path) -> None:
        self._transport = transport
        self._device = device
        sign = "".join(char if char.isalnum() else "-" for char in device)
        self._path = folder / f"anjungan-printer-{sign.strip('-')}.lock"
        self._file: int | None = None

    def connect(self) -> bool:
        """See Transport. Raises LinkLost while another process owns the printer."""
        if self._file is None:
            self._file = self._taken()
        return self._transport.connect()

    def _taken(self) -> int:
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o666)
        except OSError as error:
            raise LinkLost(f"{self._path}: {error.strerror}") from error
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            owner = os.pread(file, 20, 0).decode("ascii", "replace").strip() or "unknown"
            os.close(file)
            raise Occupied(f"{self._device} belongs to another process ({owner})") from error
        os.ftruncate(file, 0)
        os.pwrite(file, f"{os.getpid()}\n".encode(), 0)
        return file

    def send(self, data: bytes) -> int:
        """See Transport."""
        return self._transport.send(data)

    def receive(self) -> bytes:
        """See Transport."""
        return self._transport.receive()

    def wait(self, seconds: float, *, to_send: bool = False) -> bool:
        """See Transport."""
        return self._transport.wait(seconds, to_send=to_send)

    def came_back(self) -> bool:
        """See Transport."""
        return self._transport.came_back()

    def port(self) -> Port | None:
        """See Transport."""
        return self._transport.port()

    def wake(self) -> None:
        """See Transport."""
        self._transport.wake()

    def disconnect(self) -> None:
        """See Transport."""
        self._transport.disconnect()

    def close(self) -> None:
        """See Transport; the printer is free for others."""
        self._transport.close()
        if self._file is not None:
            os.close(self._file)
            self._file = None
