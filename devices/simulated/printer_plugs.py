"""Where the simulated printer is plugged in: a TCP port as network printers have, or a serial line.

A plug carries bytes and tells when a client has come; what they mean is the engine's.
"""

import asyncio
import os
import socket
import struct
import tty
from contextlib import suppress
from pathlib import Path
from typing import Protocol

RECEIVE_BUFFER_BYTES = 4096
READ_BYTES_MOST = 1024
DROP_ON_CLOSE = struct.pack("ii", 1, 0)


class Printer(Protocol):
    """What a plug tells."""

    def came(self) -> None:
        """A client has the plug now."""
        ...

    def arrived(self, data: bytes) -> None:
        """Bytes came, no more than there was room for."""
        ...


class Plug(Protocol):
    """One way to reach the printer; used from the event loop."""

    def follow(self, printer: Printer, *, powered: bool, room: int) -> None:
        """Be there or not, as the power says, and read while there is room."""
        ...

    def send(self, data: bytes) -> None:
        """Bytes to the client; one that reads nothing loses them, as with a printer."""
        ...

    def drop(self, *, powered: bool) -> None:
        """The plug is pulled, or the power went."""
        ...

    def forget(self) -> None:
        """The printer knows its client no more, and the client is told nothing."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...

    @property
    def facts(self) -> dict[str, object]:
        """How to reach the printer, for the ready line."""
        ...


class TcpPlug:
    """Implements Plug on a port that serves one client at a time; the next waits."""

    def __init__(self, host: str, port: int) -> None:
        self._host = host
        self._port = port
        self._listener: socket.socket | None = None
        self._client: socket.socket | None = None
        self._forgotten: list[socket.socket] = []
        self._room = 0
        self.stolen = False
        """True while a foreign program has the printer: others connect, and nobody answers."""

    @property
    def facts(self) -> dict[str, object]:
        """See Plug."""
        return {"port": self._port}

    def follow(self, printer: Printer, *, powered: bool, room: int) -> None:
        """See Plug: no power, no listener; a pulled plug gives the client a reset."""
        loop, self._room = asyncio.get_running_loop(), room
        if not powered:
            self._stop_listening()
            return
        listener = self._listener or self._listen()
        if self._client is not None:
            if room > 0:
                loop.add_reader(self._client, self._read, printer, self._client)
            else:
                loop.remove_reader(self._client)
        elif not self.stolen:
            loop.add_reader(listener, self._accept, printer, listener)

    def _listen(self) -> socket.socket:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER_BYTES)
        listener.bind((self._host, self._port))
        listener.listen(4)
        listener.setblocking(False)
        self._port = listener.getsockname()[1]
        self._listener = listener
        return listener

    def _stop_listening(self) -> None:
        if self._listener is not None:
            asyncio.get_running_loop().remove_reader(self._listener)
            self._listener.close()
        self._listener = None

    def _accept(self, printer: Printer, listener: socket.socket) -> None:
        asyncio.get_running_loop().remove_reader(listener)
        client, _ = listener.accept()
        client.setblocking(False)
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._client = client
        printer.came()

    def _read(self, printer: Printer, client: socket.socket) -> None:
        if self._room <= 0:
            return
        try:
            data = client.recv(min(self._room, READ_BYTES_MOST))
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.drop(powered=True)
        printer.arrived(data)

    def send(self, data: bytes) -> None:
        """See Plug."""
        if self._client is not None:
            with suppress(OSError):
                self._client.send(data)

    def drop(self, *, powered: bool) -> None:  # noqa: ARG002  # a network printer hangs up either way
        """See Plug: the client gets a reset."""
        if self._client is not None:
            client, self._client = self._client, None
            asyncio.get_running_loop().remove_reader(client)
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, DROP_ON_CLOSE)
            client.close()

    def forget(self) -> None:
        """See Plug: a half-open connection."""
        if self._client is not None:
            asyncio.get_running_loop().remove_reader(self._client)
            self._forgotten.append(self._client)
            self._client = None

    def close(self) -> None:
        """See Plug."""
        self._stop_listening()
        self.drop(powered=False)
        for client in self._forgotten:
            client.close()


class PtyPlug:
    """Implements Plug on a pseudo-terminal, a serial line in software; `link` names it for others.

    A serial line tells nobody that somebody opened it. Without power it is dead silent and what is sent
    is lost; a pulled one hangs up and comes back under the same name.
    """

    def __init__(self, link: Path) -> None:
        self._link = link
        self._master = self._slave = -1

    @property
    def facts(self) -> dict[str, object]:
        """See Plug."""
        return {"device": str(self._link)}

    def follow(self, printer: Printer, *, powered: bool, room: int) -> None:
        """See Plug."""
        loop = asyncio.get_running_loop()
        if self._master < 0:
            self._open()
            printer.came()
        if room > 0 or not powered:
            loop.add_reader(self._master, self._read, printer, room if powered else 0)
        else:
            loop.remove_reader(self._master)

    def _open(self) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self._link.unlink(missing_ok=True)
        self._link.parent.mkdir(parents=True, exist_ok=True)
        self._link.symlink_to(os.ttyname(self._slave))

    def _read(self, printer: Printer, room: int) -> None:
        with suppress(BlockingIOError):
            data = os.read(self._master, min(room, READ_BYTES_MOST) or READ_BYTES_MOST)
            if room:
                printer.arrived(data)

    def send(self, data: bytes) -> None:
        """See Plug."""
        with suppress(OSError):
            os.write(self._master, data)

    def drop(self, *, powered: bool) -> None:
        """See Plug: without power the line itself stays."""
        if powered:
            self._hang_up()

    def forget(self) -> None:
        """See Plug: a serial line has no connection to forget."""

    def _hang_up(self) -> None:
        if self._master >= 0:
            asyncio.get_running_loop().remove_reader(self._master)
            os.close(self._master)
            os.close(self._slave)
        self._master = self._slave = -1

    def close(self) -> None:
        """See Plug."""
        self._hang_up()
        self._link.unlink(missing_ok=True)
