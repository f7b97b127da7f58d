"""A printer on the network: raw TCP, port 9100 by custom.

One connection is held open, because some printers stop accepting after leaked sockets
(escpos-php issue 394). Disconnecting sends RST, so that nothing of an abandoned job arrives later.
The send buffer is small, so that real-time commands do not queue behind a whole ticket.
"""

import errno
import select
import socket
import struct

from devices.bell import Bell
from devices.printing.transport import CALL_SECONDS_MOST, LinkLost, Port

SEND_BUFFER_BYTES = 4096
RECEIVE_BYTES_MOST = 4096
KEEPALIVE = ((socket.TCP_KEEPIDLE, 5), (socket.TCP_KEEPINTVL, 2), (socket.TCP_KEEPCNT, 3))
UNACKED_MILLISECONDS_MOST = 8000
DROP_ON_CLOSE = struct.pack("ii", 1, 0)


class TcpTransport:
    """Implements Transport. `host` is a numeric address: looking up a name could block."""

    def __init__(self, host: str, port: int = 9100) -> None:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        self._family, self._address = found[0][0], found[0][4]
        self._socket: socket.socket | None = None
        self._connected = False
        self._bell = Bell()

    def connect(self) -> bool:
        """See Transport."""
        if self._socket is None:
            self._socket = _new_socket(self._family)
        if not self._connected:
            self._connected = self._try_connect(self._socket)
        return self._connected

    def _try_connect(self, link: socket.socket) -> bool:
        error = link.connect_ex(self._address)
        if error in (0, errno.EISCONN):
            return True
        if error in (errno.EINPROGRESS, errno.EALREADY):
            return False
        raise LinkLost(errno.errorcode.get(error, str(error)))

    def send(self, data: bytes) -> int:
        """See Transport."""
        try:
            return self._link().send(data)
        except BlockingIOError:
            return 0
        except OSError as error:
            raise LinkLost(str(error)) from error

    def receive(self) -> bytes:
        """See Transport."""
        try:
            data = self._link().recv(RECEIVE_BYTES_MOST)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise LinkLost(str(error)) from error
        if not data:
            raise LinkLost("the printer hung up")
        return data

    def wait(self, seconds: float, *, to_send: bool = False) -> bool:
        """See Transport."""
        readers: list[socket.socket | Bell] = [self._bell]
        writers: list[socket.socket] = []
        if self._socket is not None:
            if self._connected:
                readers.append(self._socket)
            if to_send or not self._connected:
                writers.append(self._socket)
        limit = max(0.0, min(seconds, CALL_SECONDS_MOST))
        readable, writable, _ = select.select(readers, writers, [], limit)
        if self._bell in readable:
            self._bell.hush()
        return bool(readable or writable)

    def came_back(self) -> bool:
        """See Transport: a network tells nothing of the kind."""
        return False

    def port(self) -> Port | None:
        """See Transport: it tells nothing of the printer behind it."""
        return None

    def wake(self) -> None:
        """See Transport."""
        self._bell.ring()

    def disconnect(self) -> None:
        """See Transport."""
        if self._socket is not None:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, DROP_ON_CLOSE)
            self._socket.close()
        self._socket = None
        self._connected = False

    def close(self) -> None:
        """See Transport."""
        self.disconnect()
        self._bell.close()

    def _link(self) -> socket.socket:
        if self._socket is None or not self._connected:
            raise LinkLost("not connected")
        return self._socket


def _new_socket(family: socket.AddressFamily) -> socket.socket:
    link = socket.socket(family, socket.SOCK_STREAM)
    link.setblocking(False)
    link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    link.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
    link.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in KEEPALIVE:
        link.setsockopt(socket.IPPROTO_TCP, option, value)
    link.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNACKED_MILLISECONDS_MOST)
    return link
