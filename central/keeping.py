"""Keeps the server's own loops going: a bug in one is told, and it begins again, later each time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Never

from central.log import log
from kiosk.domain.trace import trace_of

FIRST_WAIT_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 300.0


async def kept(
    name: str,
    loop: Callable[[], Awaitable[None]],
    wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> Never:
    """Run an endless loop until cancelled. One that failed for the last time long ago waits shortly."""
    seconds, now = FIRST_WAIT_SECONDS, asyncio.get_running_loop().time
    while True:
        began = now()
        try:
            await loop()
        except Exception as error:
            log("task_failed", task=name, trace=trace_of(error))
        if now() - began > LONGEST_WAIT_SECONDS:
            seconds = FIRST_WAIT_SECONDS
        await wait(seconds)
        seconds = min(2 * seconds, LONGEST_WAIT_SECONDS)
