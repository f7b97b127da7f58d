"""Wakes a thread that waits for a device: something to select on, rung from any other thread."""

import socket
from contextlib import suppress


class Bell:
    """A pipe to oneself."""

    def __init__(self) -> None:
        self._heard, self._rung = socket.socketpair()
        self._heard.setblocking(False)
        self._rung.setblocking(False)

    def fileno(self) -> int:
        """What to wait for."""
        return self._heard.fileno()

    def ring(self) -> None:
        """End a wait."""
        # A full pipe already rings; a closed one has nobody left to wake.
        with suppress(BlockingIOError, OSError):
            self._rung.send(b"\0")

    def hush(self) -> None:
        """It was heard."""
        with suppress(BlockingIOError):
            self._heard.recv(4096)

    def close(self) -> None:
        """Nobody waits any more."""
        self._heard.close()
        self._rung.close()
