"""A printer on a serial line, or on a USB adapter for one; termios is all that it takes.

The kernel keeps up to 4 KiB for a serial port, which is four seconds at 9,600 baud: real-time
commands would queue behind that. So no more is handed over than the line carries in a moment
(write pacing: by the line's own speed, and by TIOCOUTQ where the driver counts). With RTS/CTS or
XON/XOFF the kernel stops by itself when the printer asks it to.
"""

import array
import fcntl
import os
import select
import termios
from contextlib import suppress
from enum import StrEnum

from devices.bell import Bell
from devices.printing.transport import CALL_SECONDS_MOST, LinkLost, Port
from kiosk.ports import Clock

BITS_PER_BYTE = 10
"""8N1: a start bit, eight of data, a stop bit."""
AHEAD_SECONDS = 0.05
AHEAD_BYTES_LEAST = 64
RECEIVE_BYTES_MOST = 4096
BAUD_RATES = (9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600, 1000000, 4000000)


class FlowControl(StrEnum):
    """How the printer asks for a pause."""

    RTS_CTS = "rts-cts"
    XON_XOFF = "xon-xoff"
    NONE = "none"


class SerialTransport:
    """Implements Transport on a tty. `path` is best one of /dev/serial/by-id."""

    def __init__(
        self, path: str, clock: Clock, baud: int = 115200, flow: FlowControl = FlowControl.RTS_CTS
    ) -> None:
        self._path = path
        self._clock = clock
        self._speed: int = getattr(termios, f"B{baud}")
        self._flow = flow
        self._bytes_per_second = baud / BITS_PER_BYTE
        self._ahead = max(AHEAD_BYTES_LEAST, int(self._bytes_per_second * AHEAD_SECONDS))
        self._file: int | None = None
        self._hung_up = False
        self._sent_until = 0.0
        self._bell = Bell()

    def connect(self) -> bool:
        """See Transport."""
        if self._file is None:
            self._file = self._opened()
            self._hung_up = False
            self._sent_until = self._clock.monotonic()
        return True

    def _opened(self) -> int:
        file = -1
        try:
            file = os.open(self._path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
            fcntl.ioctl(file, termios.TIOCEXCL)
            termios.tcsetattr(file, termios.TCSANOW, self._attributes(file))
            termios.tcflush(file, termios.TCIOFLUSH)
            termios.tcflow(file, termios.TCOON)  # an XOFF of an earlier life stops nothing
        except (OSError, termios.error) as error:
            if file >= 0:
                os.close(file)
            raise LinkLost(f"{self._path}: {error.args[-1]}") from error
        return file

    def _attributes(self, file: int) -> list[int | list[bytes | int]]:
        signs = termios.tcgetattr(file)[6]
        input_flags = termios.IGNBRK
        control = termios.CS8 | termios.CREAD | termios.CLOCAL
        if self._flow is FlowControl.RTS_CTS:
            control |= termios.CRTSCTS
        if self._flow is FlowControl.XON_XOFF:
            input_flags |= termios.IXON
        signs[termios.VMIN], signs[termios.VTIME] = 0, 0
        return [input_flags, 0, control, 0, self._speed, self._speed, signs]

    # --- bytes ---

    def send(self, data: bytes) -> int:
        """See Transport."""
        room = self._room()
        if room <= 0:
            return 0
        try:
            sent = os.write(self._open_file(), data[:room])
        except BlockingIOError:
            return 0
        except OSError as error:
            raise LinkLost(f"{self._path}: {error.strerror}") from error
        now = self._clock.monotonic()
        self._sent_until = max(self._sent_until, now) + sent / self._bytes_per_second
        return sent

    def _room(self) -> int:
        """How many bytes may be handed over now, so that little waits before the line."""
        waiting = max(0.0, self._sent_until - self._clock.monotonic()) * self._bytes_per_second
        return self._ahead - max(int(waiting), self._queued())

    def _queued(self) -> int:
        count = array.array("i", [0])
        try:
            fcntl.ioctl(self._open_file(), termios.TIOCOUTQ, count)
        except OSError as error:
            raise LinkLost(f"{self._path}: {error.strerror}") from error
        return count[0]

    def receive(self) -> bytes:
        """See Transport."""
        file = self._open_file()
        if self._hung_up:
            raise LinkLost(f"{self._path}: hung up")
        try:
            return os.read(file, RECEIVE_BYTES_MOST)
        except BlockingIOError:
            return b""
        except OSError as error:  # EIO: the adapter was pulled out
            raise LinkLost(f"{self._path}: {error.strerror}") from error

    def wait(self, seconds: float, *, to_send: bool = False) -> bool:
        """See Transport."""
        limit = max(0.0, min(seconds, CALL_SECONDS_MOST))
        poll = select.poll()
        poll.register(self._bell, select.POLLIN)
        paced = False
        if self._file is not None and not self._hung_up:
            paced = to_send and self._room() <= 0
            wanted = select.POLLOUT if to_send and not paced else 0
            poll.register(self._file, select.POLLIN | wanted)
            if paced:
                limit = min(limit, self._seconds_to_room())
        found = dict(poll.poll(limit * 1000))
        if self._bell.fileno() in found:
            self._bell.hush()
        events = found.get(self._file, 0) if self._file is not None else 0
        self._hung_up |= bool(events & (select.POLLHUP | select.POLLERR | select.POLLNVAL))
        return bool(found) or (paced and self._room() > 0)

    def _seconds_to_room(self) -> float:
        ahead = self._sent_until - self._clock.monotonic() - self._ahead / self._bytes_per_second
        return max(0.001, ahead + 8 / self._bytes_per_second)

    # --- the rest ---

    def came_back(self) -> bool:
        """See Transport: a serial line tells nothing of the kind."""
        return False

    def port(self) -> Port | None:
        """See Transport: it tells nothing of the printer behind it."""
        return None

    def wake(self) -> None:
        """See Transport."""
        self._bell.ring()

    def disconnect(self) -> None:
        """See Transport: what the port did not send yet is flushed, and nothing is waited for."""
        if self._file is not None:
            with suppress(OSError, termios.error):  # an adapter that was pulled out has no buffer
                termios.tcflush(self._file, termios.TCIOFLUSH)
                fcntl.ioctl(self._file, termios.TIOCNXCL)
            os.close(self._file)
        self._file = None

    def close(self) -> None:
        """See Transport."""
        self.disconnect()
        self._bell.close()

    def _open_file(self) -> int:
        if self._file is None:
            raise LinkLost("not connected")
        return self._file
