"""Keeps endless loops alive with back-off, and holds every task until it ends."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine

from kiosk.domain.trace import trace_of
from kiosk.log import Log

HEALTHY_SECONDS = 60.0
"""A loop that ran this long had recovered: its next failure is a first one."""
_BACK_OFF_SECONDS = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)


class Supervisor:
    """Owns tasks: `keep` restarts an endless loop after a bug, `spawn` runs something once."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._tasks: set[asyncio.Task[None]] = set()

    def keep(self, name: str, loop: Callable[[], Awaitable[None]]) -> None:
        """Run `loop` until close; a bug in it is logged and the loop begun again."""
        self._hold(self._kept(name, loop))

    def spawn(self, name: str, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        """Run `work` once; a bug in it is logged."""
        return self._hold(self._once(name, work))

    async def close(self) -> None:
        """Cancel everything and wait until it ended."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _hold(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _kept(self, name: str, loop: Callable[[], Awaitable[None]]) -> None:
        failures = 0
        loop_time = asyncio.get_running_loop().time
        while True:
            began = loop_time()
            try:
                await loop()
                return
            except Exception as error:
                self._bug(name, error)
            if loop_time() - began > HEALTHY_SECONDS:
                failures = 0
            await asyncio.sleep(_BACK_OFF_SECONDS[min(failures, len(_BACK_OFF_SECONDS) - 1)])
            failures += 1

    async def _once(self, name: str, work: Coroutine[object, object, None]) -> None:
        try:
            await work
        except Exception as error:
            self._bug(name, error)

    def _bug(self, name: str, error: Exception) -> None:
        self._log("bug", task=name, error=trace_of(error))
