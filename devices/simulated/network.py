"""A network between kiosk and central that can fail: a TCP proxy, told what to do while it runs.

{"do": "set", "state": STATE, "seconds": 10}    without seconds: until the next set
{"do": "wait", "for": "up" | "connected" | "unconnected", "seconds": 10}
{"do": "state"}

`up` passes everything on; `refuse` resets connections and refuses new ones; `blackhole` accepts and
is silent, and what is held back goes on its way when the network is back; `drip` sends replies one
byte each 100 ms, `slow` each a second late; `html` answers as a captive portal, `error` as a broken
server; `half` cuts replies in the middle of their body.
"""

import argparse
import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from devices.simulated.control import Arguments, ControlError, ControlServer, Handler
from devices.simulated.process import (
    bound_socket,
    port_number,
    run_until_ended,
    say_ready,
    seconds_in,
)

CHUNK_BYTES = 1 << 16
DRIP_SECONDS = 0.1
SLOW_SECONDS = 1.0
WAIT_SECONDS = 10.0
RESET_AT_ONCE = struct.pack("ii", 1, 0)
HEAD_END = b"\r\n\r\n"
PORTAL = b"<!doctype html><title>Wi-Fi</title><p>Silakan masuk untuk memakai Wi-Fi ini.</p>"
PORTAL_REPLY = b"200 OK", b"text/html; charset=utf-8", PORTAL
ERROR_REPLY = b"500 Internal Server Error", b"text/plain", b"Internal Server Error"


class State(StrEnum):
    """How the network is."""

    UP = "up"
    REFUSE = "refuse"
    BLACKHOLE = "blackhole"
    DRIP = "drip"
    HTML = "html"
    ERROR = "error"
    HALF = "half"
    SLOW = "slow"


ENDING = {State.REFUSE, State.HTML, State.ERROR, State.HALF}
"""States that end connections as they come and go: only new ones see what changed."""


class Proxy:
    """Carries bytes between its clients and central, in the state the network is in."""

    def __init__(self, upstream: tuple[str, int], port: int) -> None:
        self._upstream = upstream
        self._socket = bound_socket(port)
        self.port: int = self._socket.getsockname()[1]
        self.state = State.UP
        self._changed = asyncio.Condition()
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    @property
    def connections(self) -> int:
        """How many clients are connected."""
        return len(self._connections)

    async def open(self) -> None:
        """Accept connections."""
        if self._server is None:
            self._server = await asyncio.start_server(self._accepted, sock=self._socket)

    async def become(self, state: State) -> None:
        """Change the network from this moment on, for connections there are and those to come."""
        before, self.state = self.state, state
        if not ENDING.isdisjoint({before, state}):
            await self._drop()
        if state is State.REFUSE:
            self._stop_listening()
        else:
            await self.open()
        async with self._changed:
            self._changed.notify_all()

    async def until(self, wanted: Callable[[], bool]) -> None:
        """Wait for something that changes with the state or the connections."""
        async with self._changed:
            await self._changed.wait_for(wanted)

    async def close(self) -> None:
        """Drop everything."""
        self._stop_listening()
        self._socket.close()
        await self._drop()

    def _stop_listening(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
            self._socket = bound_socket(self.port)

    async def _drop(self) -> None:
        for connection in self._connections:
            connection.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _accepted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is None:
            return
        self._connections.add(task)
        try:
            await self._notice()
            await self._serve(reader, writer)
        except (OSError, EOFError, asyncio.LimitOverrunError, asyncio.CancelledError):
            _reset(writer)
        finally:
            self._connections.discard(task)
            writer.close()
        await self._notice()

    async def _notice(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        match self.state:
            case State.HTML:
                await _answer(reader, writer, PORTAL_REPLY)
            case State.ERROR:
                await _answer(reader, writer, ERROR_REPLY)
            case _:
                await self._pass_on(reader, writer)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self.until(self._carries)
        from_central, to_central = await asyncio.open_connection(*self._upstream)
        replies = self._cut_reply if self.state is State.HALF else self._carry_replies
        try:
            async with asyncio.TaskGroup() as both:
                asking = both.create_task(self._carry_requests(reader, to_central))
                both.create_task(_then_cancel(replies(from_central, writer), asking))
        except* (OSError, EOFError, asyncio.LimitOverrunError):
            _reset(writer)
        finally:
            to_central.close()

    async def _carry_requests(
        self, reader: asyncio.StreamReader, to_central: asyncio.StreamWriter
    ) -> None:
        while request := await reader.read(CHUNK_BYTES):
            await self.until(self._carries)
            to_central.write(request)
            await to_central.drain()
        to_central.write_eof()

    async def _carry_replies(
        self, from_central: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        while reply := await from_central.read(CHUNK_BYTES):
            await self.until(self._carries)
            if self.state is State.SLOW:
                await asyncio.sleep(SLOW_SECONDS)
            await self._send(reply, writer)

    async def _send(self, reply: bytes, writer: asyncio.StreamWriter) -> None:
        sent = 0
        while sent < len(reply):
            await self.until(self._carries)
            drips = self.state is State.DRIP
            part = reply[sent : sent + 1] if drips else reply[sent:]
            writer.write(part)
            await writer.drain()
            sent += len(part)
            if drips:
                await asyncio.sleep(DRIP_SECONDS)

    async def _cut_reply(
        self, from_central: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        head = await from_central.readuntil(HEAD_END)
        body = await from_central.read(_length(head) // 2)
        writer.write(head + body)
        await writer.drain()

    def _carries(self) -> bool:
        return self.state is not State.BLACKHOLE


def _reset(writer: asyncio.StreamWriter) -> None:
    """Hang up at once, with RST instead of FIN."""
    if writer.transport.is_closing():
        return
    connection: socket.socket = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_AT_ONCE)
    writer.transport.abort()


async def _then_cancel(work: Awaitable[None], other: asyncio.Task[None]) -> None:
    """When central has said all, nothing more is asked on this connection."""
    await work
    other.cancel()


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            return int(value)
    return 0


async def _answer(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, reply: tuple[bytes, bytes, bytes]
) -> None:
    """Read one request to its end, answer it, and hang up."""
    head = await reader.readuntil(HEAD_END)
    await reader.readexactly(_length(head))
    status, kind, body = reply
    form = b"HTTP/1.1 %b\r\nContent-Type: %b\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
    writer.write(form % (status, kind, len(body)) + body)
    await writer.drain()


class SimulatedNetwork:
    """The proxy and what it can be told."""

    def __init__(self, upstream: tuple[str, int], port: int) -> None:
        self.proxy = Proxy(upstream, port)
        self._mending: asyncio.Task[None] | None = None

    def handlers(self) -> Mapping[str, Handler]:
        """What it can be told, by name."""
        return {"set": self._set, "wait": self._wait, "state": self._state}

    async def _set(self, arguments: Arguments) -> Mapping[str, object]:
        try:
            state = State(str(arguments.get("state")))
        except ValueError as error:
            raise ControlError(f"state: one of {', '.join(State)} expected") from error
        seconds = seconds_in(arguments)
        if self._mending is not None:
            self._mending.cancel()
        self._mending = None
        await self.proxy.become(state)
        if seconds is not None:
            self._mending = asyncio.create_task(self._mend_in(seconds))
        return {}

    async def _mend_in(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        await self.proxy.become(State.UP)

    async def _wait(self, arguments: Arguments) -> Mapping[str, object]:
        wanted = str(arguments.get("for"))
        if wanted not in self._facts():
            raise ControlError(f"for: one of {', '.join(self._facts())} expected")
        try:
            async with asyncio.timeout(seconds_in(arguments) or WAIT_SECONDS):
                await self.proxy.until(lambda: self._facts()[wanted])
        except TimeoutError as error:
            raise ControlError(f"not {wanted} in time") from error
        return {}

    async def _state(self, _: Arguments) -> Mapping[str, object]:
        return {"state": self.proxy.state, "connections": self.proxy.connections}

    def _facts(self) -> Mapping[str, bool]:
        connected = bool(self.proxy.connections)
        up = self.proxy.state is State.UP
        return {"up": up, "connected": connected, "unconnected": not connected}


def run(arguments: Sequence[str]) -> int:
    """`kiosk simulate network`: say where to connect to, and carry until told to end."""
    parser = argparse.ArgumentParser(prog="kiosk simulate network", description="A bad network.")
    parser.add_argument("--upstream", type=_address, required=True, metavar="HOST:PORT")
    parser.add_argument("--port", type=port_number, default=0, help="0: any that is free")
    parser.add_argument("--control", type=Path, required=True, help="the socket to be told by")
    options = parser.parse_args(arguments)
    network = SimulatedNetwork(options.upstream, options.port)
    return run_until_ended(lambda: _play(network, options.control))


async def _play(network: SimulatedNetwork, control: Path) -> None:
    controls = ControlServer(control, network.handlers())
    await controls.start()
    try:
        await network.proxy.open()
        say_ready(port=network.proxy.port)
        await asyncio.Event().wait()
    finally:
        await controls.close()
        await network.proxy.close()


def _address(text: str) -> tuple[str, int]:
    host, colon, port = text.rpartition(":")
    if not colon or not host:
        raise argparse.ArgumentTypeError("HOST:PORT expected")
    return host, port_number(port)
