"""One loop: says hello, hands facts up, brings catalogue and queue lengths down.

Online is not a mode: it only means that the last exchange was answered. One batch is in flight at a
time; after silence the next try comes after a random wait of up to one minute.
"""

import asyncio
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.label import QueueCode
from kiosk.log import Log
from kiosk.ports import (
    BookingsBytes,
    CatalogueBytes,
    Central,
    Grant,
    Health,
    Hello,
    NoReply,
    Pushed,
    QueueFact,
    ReceiptsBytes,
    ResendFrom,
    Store,
)

BATCH = 100
IDLE_SECONDS = 10.0
HEALTH_EVERY = 6
BACK_OFF_BASE_SECONDS = 1.0


class SyncListener(Protocol):
    """Hears, on the loop, what came down."""

    def link_changed(self, online: bool) -> None:
        """The server answered again, or stopped answering."""
        ...

    def granted(self, grant: Grant) -> None:
        """The authority knows this kiosk."""
        ...

    def catalogue_came(self, raw: bytes) -> bool:
        """A newer catalogue; true when it was read without complaint."""
        ...

    def bookings_came(self, raw: bytes) -> bool:
        """A newer list of bookings; true when it was read without complaint."""
        ...

    def receipts_came(self, raw: bytes) -> bool:
        """A newer list of receipts; true when it was read without complaint."""
        ...

    def queues_came(self, queues: Mapping[QueueCode, QueueFact]) -> None:
        """How many wait."""
        ...


@dataclass(slots=True)
class SyncFacts:
    """What the loop asks of the kiosk around it."""

    hello: Callable[[int, str], Hello]
    health: Callable[[int], Health]
    etag: Callable[[], str]
    bookings_etag: Callable[[], str | None]
    receipts_etag: Callable[[], str | None]


class Sync:
    """The conversation with central."""

    def __init__(
        self,
        central: Central,
        store: Store,
        facts: SyncFacts,
        listener: SyncListener,
        log: Log,
        *,
        most_wait_seconds: float = 60.0,
    ) -> None:
        self._central = central
        self._store = store
        self._facts = facts
        self._listener = listener
        self._log = log
        self._most_wait_seconds = most_wait_seconds
        self._woken = asyncio.Event()
        self._greeted = False
        self._failures = 0
        self._rounds = 0
        self.online = False

    def wake(self) -> None:
        """There is something to send."""
        self._woken.set()

    async def run(self) -> None:
        """Exchange until cancelled."""
        while True:
            reason = await self._round()
            self._heard(reason)
            await self._pause()

    async def _round(self) -> str | None:
        """One exchange; the reason when central did not answer."""
        if not self._greeted:
            refusal = await self._greet()
            if refusal:
                return refusal
        refusal = await self._send()
        if refusal:
            return refusal
        return await self._fetch()

    async def _greet(self) -> str | None:
        head_seq, head_hash = await self._store.head()
        grant = await self._central.hello(self._facts.hello(head_seq, head_hash))
        if isinstance(grant, NoReply):
            return grant.reason
        await self._store.keep_grant(grant)
        if grant.acked_seq < head_seq:
            await self._store.resend_from(grant.acked_seq + 1)
        self._listener.granted(grant)
        self._greeted = True
        return await self._fetch_lists()

    async def _send(self) -> str | None:
        """Hand over what waits; a server that makes no progress is tried again later, not at once."""
        self._woken.clear()
        resent = False
        while True:
            backlog = await self._store.backlog(BATCH)
            if not backlog.facts:
                return None
            hello = self._facts.hello(0, "")
            answer = await self._central.push(
                hello.installation, backlog.previous_hash, backlog.facts
            )
            match answer:
                case Pushed():
                    await self._store.acknowledge(answer)
                    self._quarantined(answer)
                    if answer.acked_seq < backlog.facts[0].seq:
                        return "facts were not acknowledged"
                case ResendFrom() if resent:
                    return "asked twice to resend facts"
                case ResendFrom(seq):
                    resent = True
                    self._log("sync.resend", from_seq=seq)
                    await self._store.resend_from(seq)
                case NoReply(reason):
                    return reason

    def _quarantined(self, pushed: Pushed) -> None:
        for result in pushed.results:
            if not result.accepted:
                self._log("sync.quarantined", fact=result.id, problem=result.problem)

    async def _fetch(self) -> str | None:
        queues = await self._central.queues()
        if isinstance(queues, NoReply):
            return queues.reason
        self._listener.queues_came(queues)
        self._rounds += 1
        if self._rounds % HEALTH_EVERY == 1:
            await self._central.tell_health(self._facts.health(await self._store.outbox_size()))
            return await self._fetch_lists()
        return None

    async def _fetch_lists(self) -> str | None:
        return (
            await self._fetch_catalogue()
            or await self._fetch_bookings()
            or await self._fetch_receipts()
        )

    async def _fetch_receipts(self) -> str | None:
        answer = await self._central.receipts(self._facts.receipts_etag())
        match answer:
            case NoReply(reason):
                return reason
            case ReceiptsBytes(raw) if self._listener.receipts_came(raw):
                await self._store.keep_receipts(raw)
            case _:
                pass
        return None

    async def _fetch_bookings(self) -> str | None:
        answer = await self._central.bookings(self._facts.bookings_etag())
        match answer:
            case NoReply(reason):
                return reason
            case BookingsBytes(raw) if self._listener.bookings_came(raw):
                await self._store.keep_bookings(raw)
            case _:
                pass
        return None

    async def _fetch_catalogue(self) -> str | None:
        answer = await self._central.catalogue(self._facts.etag())
        match answer:
            case NoReply(reason):
                return reason
            case CatalogueBytes(raw) if self._listener.catalogue_came(raw):
                await self._store.keep_catalogue(raw)
            case _:
                pass
        return None

    def _heard(self, reason: str | None) -> None:
        online = reason is None
        if online != self.online:
            self.online = online
            self._log("central.returned" if online else "central.lost", reason=reason)
            self._listener.link_changed(online)
        if online:
            self._failures = 0
        else:
            self._failures += 1
            self._greeted = False

    async def _pause(self) -> None:
        if self._failures:
            most = min(
                self._most_wait_seconds, BACK_OFF_BASE_SECONDS * 2.0 ** min(self._failures, 10)
            )
            await asyncio.sleep(random.uniform(0.2, 1.0) * most)  # noqa: S311 - jitter
            return
        try:
            async with asyncio.timeout(IDLE_SECONDS):
                await self._woken.wait()
        except TimeoutError:
            pass
