"""Listens for changes at central, so that new lists are fetched at once and not with the next round.

A question that central answers when something changed (a long poll). It helps and is never needed:
where it cannot get through, the rounds of the sync loop go on as ever.
"""

import asyncio
import random

from kiosk.log import Log
from kiosk.ports import Central, Changed, CursorReset, NoReply
from kiosk.sync import Sync

WAIT_SECONDS = 25
QUIET_SECONDS = 1.0
"""A busy hall changes all the time; a kiosk looks once a second at most."""
WAIT_MOST_SECONDS = 60.0
_LISTS = frozenset({"catalogue", "bookings", "receipts", "keys", "orders"})


class Listener:
    """Asks on and on while the link holds."""

    def __init__(self, central: Central, sync: Sync, log: Log) -> None:
        self._central = central
        self._sync = sync
        self._log = log
        self._cursor: str | None = None
        self._failures = 0

    async def run(self) -> None:
        """Listen until cancelled."""
        while True:
            await self._sync.linked.wait()
            answer = await self._central.changes(self._cursor, WAIT_SECONDS)
            self._heard(answer)
            match answer:
                case Changed(cursor, kinds):
                    # Between the lists we have and the first cursor something may have changed.
                    began, self._cursor = self._cursor is None, cursor
                    if began or kinds:
                        self._sync.look_again(lists=began or not _LISTS.isdisjoint(kinds))
                case CursorReset():
                    self._cursor = None
                case NoReply():
                    pass
            await asyncio.sleep(self._rest())

    def _heard(self, answer: Changed | CursorReset | NoReply) -> None:
        """Told once when it stops and once when it works again; a lost link is told by the sync loop."""
        if not isinstance(answer, NoReply):
            if self._failures:
                self._log("changes.returned")
            self._failures = 0
            return
        if self._failures == 0:
            self._log("changes.lost", reason=answer.reason)
        self._failures += 1

    def _rest(self) -> float:
        if not self._failures:
            return QUIET_SECONDS
        most = min(WAIT_MOST_SECONDS, 2.0 ** min(self._failures, 10))
        return QUIET_SECONDS + random.uniform(0.0, most)  # noqa: S311 - full jitter
