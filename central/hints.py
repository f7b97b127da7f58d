"""Tells open pages that something changed. A hint carries no data: the page asks again."""

import asyncio
from collections.abc import AsyncIterator

PING_SECONDS = 25.0


class Hints:
    """Everybody who listens hears of a change at least once after it."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Event] = set()
        self._closed = False

    def tell(self) -> None:
        """Something that pages show has changed."""
        for listener in self._listeners:
            listener.set()

    def close(self) -> None:
        """End all streams, so that the server can stop."""
        self._closed = True
        self.tell()

    async def stream(self) -> AsyncIterator[bytes]:
        """Server-sent events until the listener leaves or the server stops."""
        changed = asyncio.Event()
        self._listeners.add(changed)
        try:
            yield b"retry: 2000\n\n"
            while not self._closed:
                yield await _next(changed)
        finally:
            self._listeners.discard(changed)


async def _next(changed: asyncio.Event) -> bytes:
    try:
        async with asyncio.timeout(PING_SECONDS):
            await changed.wait()
    except TimeoutError:
        return b": ping\n\n"
    changed.clear()
    return b"event: today\ndata: {}\n\n"
