"""Serves pictures as a webcam that speaks MJPEG over loopback HTTP; it can be unplugged."""

import asyncio
import socket

from devices.simulated.process import bound_socket

BOUNDARY = b"anjungan-frame"
HEAD = (
    b"HTTP/1.0 200 OK\r\nConnection: close\r\nCache-Control: no-store\r\n"
    b"Content-Type: multipart/x-mixed-replace; boundary=" + BOUNDARY + b"\r\n\r\n"
)
REQUEST_SECONDS = 5.0
SEND_BUFFER_BYTES = 1 << 17
"""A frame or two: whoever reads slowly misses frames, as with a camera, and gets no old ones."""


class MjpegServer:
    """Sends the newest frame to each client, as fast as the client takes them."""

    def __init__(self, port: int) -> None:
        self._socket = bound_socket(port)
        self.port: int = self._socket.getsockname()[1]
        self._server: asyncio.Server | None = None
        self._clients: set[asyncio.Task[None]] = set()
        self._fresh = asyncio.Condition()
        self._frame = b""
        self._number = 0

    @property
    def clients(self) -> int:
        """How many watch."""
        return len(self._clients)

    async def plug(self) -> None:
        """Accept connections."""
        if self._server is None:
            self._server = await asyncio.start_server(self._accepted, sock=self._socket)

    async def unplug(self) -> None:
        """Drop all clients; new connections are refused, and the port stays ours."""
        if self._server is None:
            return
        self._server.close()
        self._server = None
        for client in self._clients:
            client.cancel()
        await asyncio.gather(*self._clients, return_exceptions=True)
        self._socket = bound_socket(self.port)

    async def send(self, frame: bytes) -> None:
        """Make this the newest frame."""
        async with self._fresh:
            self._frame = frame
            self._number += 1
            self._fresh.notify_all()

    async def close(self) -> None:
        """Unplug, and give the port back."""
        await self.unplug()
        self._socket.close()

    async def _accepted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._clients.add(task)
            task.add_done_callback(self._clients.discard)
        try:
            await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), REQUEST_SECONDS)
            await self._stream(writer)
        except (OSError, EOFError, asyncio.LimitOverrunError):
            pass  # the client went away, or does not speak HTTP
        except asyncio.CancelledError:
            writer.transport.abort()
        finally:
            writer.close()

    async def _stream(self, writer: asyncio.StreamWriter) -> None:
        connection: socket.socket = writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
        writer.write(HEAD)
        number = self._number
        while True:
            number, frame = await self._newer_than(number)
            writer.write(_part(frame))
            await writer.drain()

    async def _newer_than(self, number: int) -> tuple[int, bytes]:
        async with self._fresh:
            await self._fresh.wait_for(lambda: self._number > number)
            return self._number, self._frame


def _part(frame: bytes) -> bytes:
    head = b"--%b\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
    return head % (BOUNDARY, len(frame)) + frame + b"\r\n"
