"""The kiosk's end of the zbar process: starts it, asks it, and starts it again when it died."""

import select
import socket
import struct
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from devices.vision import Image
from kiosk.ports import Clock

# The packaged kiosk has no Python to start a file with: it starts itself.
WORKER = (
    (sys.executable, "zbar-worker")
    if getattr(sys, "frozen", False)
    else (sys.executable, "-I", str(Path(__file__).with_name("zbar_worker.py")))
)
REQUEST = struct.Struct("<II")
LENGTH = struct.Struct("<I")
CODES_MOST = 16
CONTENT_MOST_BYTES = 8192
ANSWER_SECONDS = 1.0
CLOSE_SECONDS = 0.5
REST_FIRST_SECONDS = 0.5
REST_MOST_SECONDS = 60.0


class _LostError(Exception):
    """The process ended, hung or answered nonsense."""


class ZbarReader:
    """The second engine. It blocks for a second at most, and loses at most the picture in hand."""

    def __init__(self, clock: Clock, command: Sequence[str] = WORKER) -> None:
        self._clock = clock
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None
        self._ready = False
        self._rest_seconds = 0.0
        self._start_at = 0.0

    @property
    def process_id(self) -> int | None:
        """The process that reads now."""
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        """Start the process unless it runs or rests after a failure; it is not waited for."""
        if self._process is not None and self._process.poll() is not None:  # it died unasked
            self._failed()
        if self._process is not None or self._clock.monotonic() < self._start_at:
            return
        try:
            self._begin()
        except OSError:  # no such program, no memory, no file handles
            self._failed()

    def _begin(self) -> None:
        self._socket, theirs = socket.socketpair()
        self._socket.settimeout(ANSWER_SECONDS)
        with theirs:
            self._process = subprocess.Popen(
                self._command,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def ready(self, seconds: float) -> bool:
        """Wait so long for the process to be able to read."""
        if self._socket is not None and not self._ready and _readable(self._socket, seconds):
            try:
                self._ready = bool(self._socket.recv(1))
            except OSError:
                self._ready = False
            if not self._ready:
                self._failed()
        return self._ready

    def read(self, picture: Image) -> list[bytes]:
        """Codes in a grey picture; none while the process is starting or was lost."""
        self.start()
        if self._socket is None or not self.ready(0.0):
            return []
        try:
            codes = _ask(self._socket, picture)
        except (OSError, _LostError):
            self._failed()
            return []
        self._rest_seconds = 0.0
        return codes

    def close(self) -> None:
        """End the process."""
        if self._socket is not None:
            self._socket.close()
        if self._process is not None:
            self._process.kill()
            # One that hangs in the kernel is left behind; it is dead as soon as it returns.
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(CLOSE_SECONDS)
        self._socket = self._process = None
        self._ready = False

    def _failed(self) -> None:
        self.close()
        self._start_at = self._clock.monotonic() + self._rest_seconds
        self._rest_seconds = min(REST_MOST_SECONDS, max(REST_FIRST_SECONDS, 2 * self._rest_seconds))


def _readable(connection: socket.socket, seconds: float) -> bool:
    poll = select.poll()
    poll.register(connection, select.POLLIN)
    return bool(poll.poll(1000 * seconds))


def _ask(connection: socket.socket, picture: Image) -> list[bytes]:
    height, width = picture.shape
    connection.sendall(REQUEST.pack(width, height) + picture.tobytes())
    count = _number(connection, CODES_MOST)
    return [_exactly(connection, _number(connection, CONTENT_MOST_BYTES)) for _ in range(count)]


def _number(connection: socket.socket, most: int) -> int:
    (number,) = LENGTH.unpack(_exactly(connection, LENGTH.size))
    if not 0 <= number <= most:
        raise _LostError
    return int(number)


def _exactly(connection: socket.socket, length: int) -> bytes:
    received = bytearray()
    while len(received) < length:
        part = connection.recv(length - len(received))
        if not part:
            raise _LostError
        received += part
    return bytes(received)
