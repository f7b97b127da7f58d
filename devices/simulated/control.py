"""How simulated devices are told what to do: one JSON object a line over a Unix socket.

A request is `{"do": NAME, ...arguments}`; the reply `{"ok": true, ...results}` or
`{"ok": false, "error": TEXT}`. A request that waits for something (`wait`) is answered when it has
happened or when its `seconds` are over. The dock, the tests and the scripted hand all speak this.
"""

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

Arguments = Mapping[str, object]
Handler = Callable[[Arguments], Awaitable[Mapping[str, object]]]
LINE_MOST_BYTES = 1 << 22
ANSWER_SECONDS = 60.0
"""Longer than any request waits by itself."""


class ControlError(Exception):
    """A request could not be carried out; the text is for the one who asked."""


class ControlServer:
    """Answers requests on a Unix socket, several clients at a time."""

    def __init__(self, path: Path, handlers: Mapping[str, Handler]) -> None:
        self._path = path
        self._handlers = handlers
        self._server: asyncio.Server | None = None
        self._clients: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Begin to listen; a stale socket file of an ended process is replaced."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.unlink(missing_ok=True)
        self._server = await asyncio.start_unix_server(
            self._accepted, self._path, limit=LINE_MOST_BYTES
        )
        self._path.chmod(0o600)

    async def close(self) -> None:
        """Stop listening and drop the clients."""
        if self._server is not None:
            self._server.close()
        for client in self._clients:
            client.cancel()
        await asyncio.gather(*self._clients, return_exceptions=True)
        self._path.unlink(missing_ok=True)

    async def _accepted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._clients.add(task)
            task.add_done_callback(self._clients.discard)
        try:
            while line := await reader.readline():
                writer.write(_encode(await self._answer(line)))
                await writer.drain()
        except (ConnectionError, ValueError):
            pass  # the client went away, or sent a line without end
        finally:
            writer.close()

    async def _answer(self, line: bytes) -> Mapping[str, object]:
        try:
            request = json.loads(line)
            handler = self._handlers[request["do"]]
        except (ValueError, TypeError, KeyError):
            return {"ok": False, "error": f"one of {', '.join(sorted(self._handlers))} expected"}
        try:
            return {"ok": True, **await handler(request)}
        except ControlError as error:
            return {"ok": False, "error": str(error)}


class ControlClient:
    """Asks a control server from a thread that may wait."""

    def __init__(self, path: Path, seconds: float = 30.0) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(seconds)
        self._socket.connect(str(path))
        self._file = self._socket.makefile("rb")

    def ask(self, do: str, **arguments: object) -> Mapping[str, object]:
        """Send one request and return its results. Raises ControlError when it was refused."""
        self._socket.sendall(_encode({"do": do, **arguments}))
        line = self._file.readline()
        if not line:
            raise ControlError(f"{do}: the device ended")
        return _results(do, line)

    def close(self) -> None:
        """Hang up."""
        self._file.close()
        self._socket.close()


async def ask(
    path: Path, do: str, deadline_seconds: float = ANSWER_SECONDS, /, **arguments: object
) -> Mapping[str, object]:
    """One request from an event loop, on a connection of its own.

    Raises ControlError when it was refused or not answered in time. By position only, so that every
    name is free for the request, whose own `seconds` say how long the device waits.
    """
    try:
        async with asyncio.timeout(deadline_seconds):
            line = await _asked(path, do, _encode({"do": do, **arguments}))
    except TimeoutError as error:
        raise ControlError(f"{do}: no answer within {deadline_seconds:g} s") from error
    return _results(do, line)


async def _asked(path: Path, do: str, request: bytes) -> bytes:
    try:
        reader, writer = await asyncio.open_unix_connection(path, limit=LINE_MOST_BYTES)
    except OSError as error:
        raise ControlError(f"{do}: no device listens ({error.strerror})") from error
    try:
        writer.write(request)
        line = await reader.readline()
    except ConnectionError as error:
        raise ControlError(f"{do}: the device ended") from error
    finally:
        writer.close()
    if not line:
        raise ControlError(f"{do}: the device ended")
    return line


def _encode(message: Mapping[str, object]) -> bytes:
    return json.dumps(message, ensure_ascii=False).encode() + b"\n"


def _results(do: str, line: bytes) -> Mapping[str, object]:
    answer: dict[str, object] = json.loads(line)
    if not answer.pop("ok"):
        raise ControlError(f"{do}: {answer.get('error')}")
    return answer
