"""A very small HTTP server on this machine: whatever a test answers goes out as exactly these bytes."""

import asyncio
import gzip
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

SILENCE = b"\0silence"
"""An answer that is none: the line stays open and nothing comes."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A request as it came; header names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """The body, unpacked (Any: any of JSON's types)."""
        packed = self.headers.get("content-encoding") == "gzip"
        return json.loads(gzip.decompress(self.body) if packed else self.body or b"null")


Answer = Callable[[Heard], Awaitable[bytes]]


def reply(
    heard: Heard | None,
    status: int = 200,
    body: bytes = b"",
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """A reply of our protocol; it echoes the request's id where `heard` is given."""
    lines = {"Anjungan-Server": "1; epoch=0; gen=test", **(headers or {})}
    if heard is not None:
        lines["X-Request-Id"] = heard.headers["x-request-id"]
    return raw_reply(status, body, lines)


def raw_reply(status: int, body: bytes, headers: Mapping[str, str]) -> bytes:
    """Any reply."""
    length = {} if status == 304 else {"Content-Length": str(len(body))}
    lines = {**headers, **length, "Connection": "close"}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status} Answer\r\n{head}\r\n".encode() + body


@asynccontextmanager
async def served(answer: Answer, tls: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """The server's address while the block runs."""
    lines: set[asyncio.Task[None]] = set()

    async def line(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        lines.add(task)
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await _converse(reader, writer, answer)
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    server = await asyncio.start_server(line, "127.0.0.1", 0, ssl=tls)
    host, port = server.sockets[0].getsockname()
    try:
        yield f"{'http' if tls is None else 'https'}://{host}:{port}"
    finally:
        server.close()
        await asyncio.gather(*lines)
        await server.wait_closed()


async def _converse(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, answer: Answer
) -> None:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    method, path, _ = head[0].split(" ")
    fields = (line.partition(": ") for line in head[1:] if line)
    headers = {name.lower(): value for name, _, value in fields}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    content = await answer(Heard(method, path, headers, body))
    if content == SILENCE:
        await reader.read()  # until the client gives up
        return
    writer.write(content)
    await writer.drain()
