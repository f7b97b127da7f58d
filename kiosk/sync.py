"""One loop: says hello, hands facts up, brings catalogue and queue lengths down.

Online is not a mode: it only means that the last exchange was answered. One batch is in flight at a
time; after silence the next try comes after a random wait of up to one minute.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from kiosk.domain.label import QueueCode
from kiosk.log import Log
from kiosk.ports import (
    BookingsBytes,
    CatalogueBytes,
    Central,
    Fenced,
    Grant,
    Health,
    Hello,
    Judged,
    KeysBytes,
    NoReply,
    NoSlot,
    OrdersBytes,
    OutboxCounts,
    OutboxFact,
    Pushed,
    QueueFact,
    ReceiptsBytes,
    ResendFrom,
    Rotation,
    Standing,
    Store,
    UnknownInstallation,
)

BATCH = 100
BATCH_BYTES = 100_000
"""Of bodies in a batch: written as JSON, a batch stays below central's 256 KiB."""
IDLE_SECONDS = 10.0
HEALTH_SECONDS = 60.0
GREETED_SECONDS = 300.0
"""After so long in touch a kiosk introduces itself anew: slots are leased for seven days only, and its
clock is compared with central's then."""
REVOKED = "device-revoked"
"""What central says to a device that staff shut out; it said so over TLS that only it can speak."""
BACK_OFF_BASE_SECONDS = 1.0
REST_MOST_SECONDS = 300.0
"""So long a server may ask to be left alone; nobody can silence a kiosk for a day."""
SLOT_MOST_SECONDS = 600.0
"""A kiosk without a slot asks again after ever longer waits, up to this."""


class SyncListener(Protocol):
    """Hears, on the loop, what came down."""

    def link_changed(self, online: bool) -> None:
        """The server answered again, or stopped answering."""
        ...

    def granted(self, grant: Grant) -> None:
        """The authority knows this kiosk."""
        ...

    async def catalogue_came(self, raw: bytes) -> bool:
        """A newer catalogue; true when it was read without complaint."""
        ...

    async def bookings_came(self, raw: bytes) -> bool:
        """A newer list of bookings; true when it was read without complaint."""
        ...

    async def receipts_came(self, raw: bytes) -> bool:
        """A newer list of receipts; true when it was read without complaint."""
        ...

    async def keys_came(self, raw: bytes) -> bool:
        """A newer list of keys; true when it was read without complaint."""
        ...

    def orders_came(self, raw: bytes) -> bool:
        """A newer list of orders; true when it was read without complaint."""
        ...

    def queues_came(self, queues: Mapping[QueueCode, QueueFact], seconds: float) -> None:
        """How many wait, and how long the answer took."""
        ...


@dataclass(slots=True)
class SyncFacts:
    """What the loop asks of the kiosk around it."""

    hello: Callable[[Standing], Hello]
    health: Callable[[OutboxCounts], Awaitable[Health]]
    etag: Callable[[], str]
    bookings_etag: Callable[[], str | None]
    receipts_etag: Callable[[], str | None]
    keys_etag: Callable[[], str | None] = lambda: None
    rotation: Callable[[], Rotation | None] = lambda: None
    rotated: Callable[[], None] = lambda: None
    orders_etag: Callable[[], str | None] = lambda: None
    shut_out: Callable[[bool], None] = lambda _: None
    """Told when central has shut this kiosk out, and when it speaks to it again."""


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
        self._refused_key = b""
        self._revoked = False
        self._woken = asyncio.Event()
        self._greeted = False
        self._failures = 0
        self._rest_seconds = 0.0
        self._slotless = 0
        self._greet_at = 0.0
        self._health_at = 0.0
        self._healed_to = 0
        self._lists_changed = False
        self._unkept: set[str] = set()
        self.online = False
        self.linked = asyncio.Event()
        """Set while `online`."""

    @property
    def has_slot(self) -> bool:
        """False where the authority had no slot for this kiosk when it was asked last."""
        return self._slotless == 0

    def wake(self) -> None:
        """There is something to send."""
        self._woken.set()

    def look_again(self, *, lists: bool) -> None:
        """Something changed at central: the queues, or with `lists` what is fetched as a whole."""
        self._lists_changed |= lists
        self._woken.set()

    def fetch_lists_again(self) -> None:
        """The ledger may have lost what it kept of them: each comes as a whole until it is kept."""
        self._unkept = {"catalogue", "bookings", "receipts", "keys"}
        self.look_again(lists=True)

    def _etag(self, what: str, known: Callable[[], str | None]) -> str | None:
        etag = known()  # asked in any case: it is a sign of life
        return None if what in self._unkept else etag

    @property
    def in_touch(self) -> bool:
        """True while central answers, and has compared its ledger with ours since it last did not."""
        return self.online and self._greeted

    async def run(self) -> None:
        """Exchange until cancelled."""
        while True:
            reason = await self._round()
            await self._shut_out(reason == REVOKED)
            self._heard(reason)
            await self._pause()

    async def _shut_out(self, revoked: bool) -> None:
        """Who was revoked gives no numbers of its own either, also after a restart without network."""
        if revoked and not self._revoked:
            await self._store.forget_slots()
            self._log("kiosk.revoked")
        if revoked != self._revoked:
            self._revoked = revoked
            self._facts.shut_out(revoked)

    async def _round(self) -> str | None:
        """One exchange; the reason when central did not answer."""
        if asyncio.get_running_loop().time() >= self._greet_at:
            refusal = await self._greet()
            if refusal:
                return refusal
        return await self._send_former() or await self._send() or await self._fetch()

    async def _greet(self) -> str | None:
        standing = await self._store.standing()
        match await self._central.hello(self._facts.hello(standing)):
            case NoReply() as silence:
                return self._silent(silence)
            case Fenced(reason):
                return await self._renew(reason) or await self._greet()
            case NoSlot():
                self._greeted = False
                self._miss_slot()
            case Grant() as grant:
                # First what central lost, then its epoch: that one counts from now on as heard.
                if grant.acked_seq < standing.gone_seq:
                    return await self._begin_anew()
                if grant.acked_seq < standing.head_seq:
                    await self._store.resend_from(grant.acked_seq + 1)
                await self._store.keep_grant(grant)
                self._listener.granted(grant)
                self._greeted = True
                self._greet_at = asyncio.get_running_loop().time() + GREETED_SECONDS
                self._have_slot()
        return await self._fetch_lists()

    def _miss_slot(self) -> None:
        """All goes on but own numbers; a slot is asked for again, less and less often."""
        if not self._slotless:
            self._log("slot.none")
        self._slotless += 1
        most = min(SLOT_MOST_SECONDS, IDLE_SECONDS * 2.0 ** min(self._slotless, 10))
        wait = random.uniform(IDLE_SECONDS, most)  # noqa: S311 - jitter
        self._greet_at = asyncio.get_running_loop().time() + wait

    def _have_slot(self) -> None:
        if self._slotless:
            self._log("slot.granted")
        self._slotless = 0

    async def _renew(self, reason: str) -> str | None:
        """Go on as a new installation where central refuses this one for good; else the reason."""
        fresh = await self._store.begin_installation(reason)
        if fresh is None:
            return reason
        self._greeted = False
        self._woken.set()  # what the old one could not tell waits
        self._log("installation.new", installation=fresh, reason=reason)
        return None

    async def _begin_anew(self) -> str | None:
        """Central lost facts that are kept here no more: all the others go up as a new chain."""
        await self._store.resend_from(1)
        return await self._renew("facts-gone") or await self._greet()

    async def _send_former(self) -> str | None:
        """Hand over what this kiosk could not tell before it took a new id: under the old one where
        central takes it, else as facts of the new chain."""
        while (former := await self._store.former_backlog(BATCH)) is not None:
            answer = await self._central.push(
                former.installation, former.previous_hash, _fitting(former.facts)
            )
            match answer:
                case NoReply() as silence:
                    return self._silent(silence)
                case Pushed(acked_seq) if acked_seq >= former.facts[0].seq:
                    await self._store.acknowledge_former(former.installation, answer)
                    self._quarantined(answer)
                case _:
                    facts = await self._store.carry_over(former.installation)
                    self._log("installation.carried-over", old=former.installation, facts=facts)
        return None

    def _silent(self, silence: NoReply) -> str:
        self._rest_seconds = min(silence.rest_seconds, REST_MOST_SECONDS)
        return silence.reason

    async def _send(self) -> str | None:
        """Hand over what waits; a server that makes no progress is tried again later, not at once."""
        self._woken.clear()
        resent = False
        while True:
            backlog = await self._store.backlog(BATCH)
            if not backlog.facts:
                return None
            answer = await self._central.push(
                self._store.installation, backlog.previous_hash, _fitting(backlog.facts)
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
                case UnknownInstallation():
                    return "central does not know this kiosk"
                case Fenced(reason):
                    return await self._renew(reason) or await self._greet()
                case NoReply() as silence:
                    return self._silent(silence)

    def _quarantined(self, pushed: Pushed) -> None:
        for result in pushed.results:
            if not result.accepted:
                self._log("sync.quarantined", fact=result.id, problem=result.problem)

    async def _fetch(self) -> str | None:
        asked = asyncio.get_running_loop().time()
        queues = await self._central.queues()
        if isinstance(queues, NoReply):
            return self._silent(queues)
        self._listener.queues_came(queues, asyncio.get_running_loop().time() - asked)
        changed, self._lists_changed = self._lists_changed, False
        if time_for_health := asyncio.get_running_loop().time() >= self._health_at:
            self._health_at = asyncio.get_running_loop().time() + HEALTH_SECONDS
            health = await self._facts.health(await self._store.outbox_counts())
            await self._central.tell_health(health)
            await self._report_week()
        return await self._fetch_lists() if changed or time_for_health else None

    async def _report_week(self) -> None:
        """Once a week central says whether it has all; what it names is sent again while that helps."""
        digest = await self._store.digest()
        if digest is None:
            return
        answer = await self._central.report_week(self._store.installation, digest)
        match answer:
            case NoReply():
                return  # it is due again in a minute
            case Judged(missing=(first, *_)) if first > self._healed_to:
                self._healed_to = first
                self._log("digest.missing", first=first, week=digest.week)
                await self._store.resend_from(first)
                self._health_at = 0.0
                self._woken.set()
                return
            case Judged(matches=False):
                self._log("digest.differs", week=digest.week)
            case _:
                pass
        self._healed_to = 0
        await self._store.keep_digest(digest)

    async def _fetch_lists(self) -> str | None:
        return (
            await self._fetch_catalogue()
            or await self._fetch_bookings()
            or await self._fetch_receipts()
            or await self._rotate()
            or await self._fetch_keys()
            or await self._fetch_orders()
        )

    async def _rotate(self) -> str | None:
        """Hand in a new key where one waits; the old one signs until central has taken it over."""
        rotation = self._facts.rotation()
        if rotation is None:
            return None
        taken = await self._central.rotate(rotation)
        if isinstance(taken, NoReply):
            return self._silent(taken)
        if taken:
            self._facts.rotated()
            self._log("key.rotated")
        elif rotation.public != self._refused_key:
            self._refused_key = rotation.public
            self._log("key.refused")
        return None

    async def _fetch_keys(self) -> str | None:
        answer = await self._central.keys(self._etag("keys", self._facts.keys_etag))
        match answer:
            case NoReply() as silence:
                return self._silent(silence)
            case KeysBytes(raw) if await self._listener.keys_came(raw):
                await self._store.keep_keys(raw)
                self._unkept.discard("keys")
            case _:
                pass
        return None

    async def _fetch_orders(self) -> str | None:
        """They are not kept as a list: each that counts is kept by itself."""
        answer = await self._central.orders(self._facts.orders_etag())
        match answer:
            case NoReply() as silence:
                return self._silent(silence)
            case OrdersBytes(raw):
                self._listener.orders_came(raw)
            case _:
                pass
        return None

    async def _fetch_receipts(self) -> str | None:
        answer = await self._central.receipts(self._etag("receipts", self._facts.receipts_etag))
        match answer:
            case NoReply() as silence:
                return self._silent(silence)
            case ReceiptsBytes(raw) if await self._listener.receipts_came(raw):
                await self._store.keep_receipts(raw)
                self._unkept.discard("receipts")
            case _:
                pass
        return None

    async def _fetch_bookings(self) -> str | None:
        answer = await self._central.bookings(self._etag("bookings", self._facts.bookings_etag))
        match answer:
            case NoReply() as silence:
                return self._silent(silence)
            case BookingsBytes(raw) if await self._listener.bookings_came(raw):
                await self._store.keep_bookings(raw)
                self._unkept.discard("bookings")
            case _:
                pass
        return None

    async def _fetch_catalogue(self) -> str | None:
        answer = await self._central.catalogue(self._etag("catalogue", self._facts.etag))
        match answer:
            case NoReply() as silence:
                return self._silent(silence)
            case CatalogueBytes(raw) if await self._listener.catalogue_came(raw):
                await self._store.keep_catalogue(raw)
                self._unkept.discard("catalogue")
            case _:
                pass
        return None

    def _heard(self, reason: str | None) -> None:
        online = reason is None
        if online != self.online:
            self.online = online
            self.linked.set() if online else self.linked.clear()
            self._log("central.returned" if online else "central.lost", reason=reason)
            self._listener.link_changed(online)
        if online:
            self._failures = 0
        else:
            self._failures += 1
            self._greeted = False
            self._greet_at = 0.0

    async def _pause(self) -> None:
        if self._failures:
            most = min(
                self._most_wait_seconds, BACK_OFF_BASE_SECONDS * 2.0 ** min(self._failures, 10)
            )
            rest, self._rest_seconds = self._rest_seconds, 0.0
            await asyncio.sleep(rest + random.uniform(0.0, most))  # noqa: S311 - full jitter
            return
        try:
            async with asyncio.timeout(IDLE_SECONDS):
                await self._woken.wait()
        except TimeoutError:
            pass


def _fitting(facts: tuple[OutboxFact, ...]) -> tuple[OutboxFact, ...]:
    """The first of them that make a batch, at least one."""
    sizes = accumulate(len(fact.body) for fact in facts)
    many = sum(size <= BATCH_BYTES for size in sizes)
    return facts[: max(1, many)]
