"""The loop that lets the ledger grow old: once a day, while nobody stands at the kiosk."""

import asyncio
from collections.abc import Callable
from datetime import date

from kiosk.log import Log
from kiosk.ports import Aging, KioskError

LOOK_SECONDS = 3600.0
BITE = 200
"""Rows of a kind in one transaction: a visitor who comes meanwhile waits for milliseconds."""
PAUSE_SECONDS = 1.0


class Tidying:
    """Removes what is too old in small bites, and stops as soon as somebody comes."""

    def __init__(
        self,
        ledger: Aging,
        today: Callable[[], date],
        is_quiet: Callable[[], bool],
        log: Log,
        *,
        pause_seconds: float = PAUSE_SECONDS,
    ) -> None:
        self._ledger, self._today, self._is_quiet, self._log = ledger, today, is_quiet, log
        self._pause_seconds = pause_seconds

    async def run(self) -> None:
        """Look every hour, until cancelled. The first hour belongs to whoever switched it on."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            await self.look()

    async def look(self) -> None:
        """Tidy, if it is quiet; a disk that refuses is asked again at the next look."""
        if not self._is_quiet():
            return
        try:
            removed = await self._tidied()
        except KioskError as error:
            self._log("store.failed", task="tidying", reason=str(error))
            return
        if removed:
            self._log("ledger.tidied", rows=removed)

    async def _tidied(self) -> int:
        await self._ledger.age(self._today())
        removed = 0
        while self._is_quiet() and (bite := await self._ledger.tidy(BITE)):
            removed += bite
            await asyncio.sleep(self._pause_seconds)
        return removed
