"""Tells systemd that the server lives (sd_notify): while its loop turns and its writer answers.

Without NOTIFY_SOCKET nobody listens and nothing is done. The kiosk has a notifier of its own: what
both share is the domain, and that knows no sockets.
"""

import asyncio
import contextlib
import os
import socket
from collections.abc import AsyncIterator, Awaitable, Callable

from central.store.writer import StoreError

FEEDS = 4
"""So often within the time that systemd allows."""


def notify(text: str) -> None:
    """One datagram for systemd; `@` begins the name of an abstract socket."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    path = "\0" + address[1:] if address.startswith("@") else address
    if path:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line, contextlib.suppress(OSError):
            line.sendto(text.encode(), path)


@contextlib.asynccontextmanager
async def fed(ask_writer: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    """Feed the watchdog within the block."""
    seconds = int(os.environ.get("WATCHDOG_USEC", "0")) / 1e6
    feeding = asyncio.create_task(_feed(ask_writer, seconds / FEEDS)) if seconds else None
    try:
        yield
    finally:
        notify("STOPPING=1")
        if feeding:
            feeding.cancel()
            await asyncio.wait((feeding,))


async def _feed(ask_writer: Callable[[], Awaitable[None]], seconds: float) -> None:
    while True:
        with contextlib.suppress(StoreError):  # a full disk is told elsewhere; the writer lives
            await ask_writer()
        notify("WATCHDOG=1")
        await asyncio.sleep(seconds)
