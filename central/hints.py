"""Tells open pages and waiting kiosks that something changed. A hint carries no data: they ask again."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

PING_SECONDS = 25.0


class Hints:
    """Everybody who listens hears of a change at least once after it."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Event] = set()
        self.wanted = asyncio.Event()
        """Set while anybody listens."""
        self.closed = False

    def tell(self) -> None:
        """Something that somebody may show has changed."""
        for listener in self._listeners:
            listener.set()

    def close(self) -> None:
        """End all streams and all waiting, so that the server can stop."""
        self.closed = True
        self.tell()

    @contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """An event that every change from now on sets; whoever waits for it clears it."""
        changed = asyncio.Event()
        self._listeners.add(changed)
        self.wanted.set()
        try:
            yield changed
        finally:
            self._listeners.discard(changed)
            if not self._listeners:
                self.wanted.clear()

    async def stream(self) -> AsyncIterator[bytes]:
        """Server-sent events until the listener leaves or the server stops."""
        with self.listening() as changed:
            yield b"retry: 2000\n\n"
            while not self.closed:
                yield await _next(changed)


async def _next(changed: asyncio.Event) -> bytes:
    try:
        async with asyncio.timeout(PING_SECONDS):
            await changed.wait()
    except TimeoutError:
        return b": ping\n\n"
    changed.clear()
    return b"event: today\ndata: {}\n\n"
