"""Sends what is to be told to a site's webhooks, by the contract `alert/1` of docs/how-to/alerts.md.

Each has a task of its own: one that is slow or dead holds up neither the others nor the server. What was
not taken is tried again, later and later; a restart loses nothing, since all of it lies in the store.
"""

import asyncio
import contextlib
import random
import ssl
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import httpx

from central.log import log
from central.outward import client_for, proven, trusted
from central.site import Site
from central.store import alerts as kept
from central.store.alerts import Telling
from central.store.sqlite import SqliteStore
from central.store.writer import StoreError

DEADLINE_SECONDS = 8.0
"""Of one attempt, in all."""
REST_SECONDS = 5.0
BACK_OFF_BASE_SECONDS = 5.0
BACK_OFF_MOST_SECONDS = 900.0
GIVEN_UP_AFTER = timedelta(days=1)
TOGETHER = 20
ID_HEADER = "Anjungan-Delivery"


@dataclass(frozen=True, slots=True)
class Hook:
    """Who wants to be told: where, how we prove who we are, and whose certificates we trust."""

    name: str
    url: str
    secret: str = field(repr=False)
    ca: Path | None = None


class Courier:
    """Brings one webhook what it is to be told."""

    def __init__(self, hook: Hook, site: Site, store: SqliteStore) -> None:
        self._hook = hook
        self._site = site
        self._store = store
        self._woken = asyncio.Event()
        self._reached = True
        self._trust: ssl.SSLContext | None = None

    @property
    def name(self) -> str:
        """The webhook's."""
        return self._hook.name

    def wake(self) -> None:
        """There is something to bring."""
        self._woken.set()

    def open(self) -> None:
        """Get ready. Raises OSError where the certificates cannot be read."""
        self._trust = trusted(self._hook.ca)

    async def close(self) -> None:
        """Bring no more; no connection outlives its telling."""
        self._trust = None

    async def run(self) -> None:
        """Bring until cancelled."""
        while True:
            self._woken.clear()
            # A full disk is told by whoever writes first; what was taken may then come twice, by its id.
            with contextlib.suppress(StoreError):
                await self.bring()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(REST_SECONDS):
                    await self._woken.wait()

    async def bring(self) -> int:
        """Try what is due once; how many were taken."""
        now = self._site.clock.now()
        due = await self._store.read(lambda c: kept.due(c, self.name, now, TOGETHER))
        done = 0
        for telling in due:
            done += await self._try(telling)
        return done

    async def _try(self, telling: Telling) -> bool:
        if self._site.clock.now() - telling.made > GIVEN_UP_AFTER:  # the server was off, say
            await self._give_up(telling, "older than a day")
            return False
        problem = await self._send(telling)
        now = self._site.clock.now()
        self._note(problem)
        if problem is None:
            await self._store.write(lambda c: kept.taken(c, telling.id, now))
            return True
        if now - telling.made > GIVEN_UP_AFTER:
            await self._give_up(telling, problem)
            return False
        again = now + back_off(telling.tries)
        await self._store.write(lambda c: kept.failed(c, telling.id, again, problem))
        return False

    async def _give_up(self, telling: Telling, reason: str) -> None:
        now = self._site.clock.now()
        log("webhook_given_up", webhook=self.name, telling=telling.id, reason=reason)
        await self._store.write(lambda c: kept.given_up(c, telling.id, now, reason))

    async def _send(self, telling: Telling) -> str | None:
        """Send once; what hindered it, in words that hold neither secret nor body."""
        if self._trust is None:
            return "not open"
        content = telling.body.encode()
        headers = proven(self._hook.secret, self._site.clock.now(), content)
        headers[ID_HEADER] = str(telling.id)
        try:
            async with (
                asyncio.timeout(DEADLINE_SECONDS),
                client_for(self._trust, DEADLINE_SECONDS) as client,
                # Its status is all that counts: a long answer is not read.
                client.stream("POST", self._hook.url, content=content, headers=headers) as reply,
            ):
                return None if reply.is_success else f"status {reply.status_code}"
        except TimeoutError:
            return f"no answer within {DEADLINE_SECONDS:g} s"
        except (httpx.HTTPError, httpx.InvalidURL, ExceptionGroup, OSError) as error:
            # The last three: an address that httpx or anyio cannot use.
            return type(error).__name__

    def _note(self, problem: str | None) -> None:
        """Once when it goes, once when it returns."""
        if (problem is None) is not self._reached:
            self._reached = problem is None
            word = "webhook_returned" if self._reached else "webhook_lost"
            log(word, webhook=self.name, reason=problem)


def back_off(tries: int) -> timedelta:
    """How long to wait after so many attempts before: later each time, and never all at once."""
    most = min(BACK_OFF_MOST_SECONDS, BACK_OFF_BASE_SECONDS * 2.0 ** min(tries, 16))
    return timedelta(seconds=random.uniform(most / 2, most))  # noqa: S311 - jitter
