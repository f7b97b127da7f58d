"""The conversation with central: facts up, catalogue and queues down, patience when nobody answers."""

import asyncio
import hashlib
import io
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from uuid import UUID

from kiosk.changes import QUIET_SECONDS, WAIT_SECONDS, Listener
from kiosk.domain.devices import CameraState, PrinterState
from kiosk.domain.label import QueueCode
from kiosk.log import Log
from kiosk.ports import (
    Grant,
    Health,
    Hello,
    OutboxCounts,
    OutboxFact,
    QueueFact,
    Rotation,
    Standing,
)
from kiosk.sync import (
    BATCH,
    BATCH_BYTES,
    GREETED_SECONDS,
    REST_MOST_SECONDS,
    SLOT_MOST_SECONDS,
    Sync,
    SyncFacts,
)
from tests.fakes import FakeCentral, FakeTime, MemoryStore, SkippingLoop, soon
from tests.ledgers import TODAY, assigned, draft, paper, stamp
from tests.samples import THURSDAY

UNREADABLE = b'{"receipts": 7}'
INSTALLATION = UUID("4f6d2c1e-8a57-4b0e-9c3d-5e2f7a9b1c04")


class Kiosk:
    """The kiosk as the loop knows it, and what it heard."""

    def __init__(self) -> None:
        self.time = FakeTime()
        self.store = MemoryStore(self.time)
        self.central = FakeCentral(self.time, catalogue_bytes=b'{"old": true}')
        self.lines = io.StringIO()
        self.links: list[bool] = []
        self.grants: list[Grant] = []
        self.catalogues: list[bytes] = []
        self.queues: list[dict[str, int]] = []
        self.answered_after: list[float] = []
        self.reads_catalogues = True
        self.bookings: list[bytes] = []
        self.reads_bookings = True
        self.keys: list[bytes] = []
        self.orders: list[bytes] = []
        self.shut_out: list[bool] = []
        self.reads_keys = True
        self.keys_etag = hashlib.sha256(self.central.keys_bytes).hexdigest()
        self.rotation: Rotation | None = None
        self.bookings_etag = hashlib.sha256(self.central.bookings_bytes).hexdigest()
        self.receipts: list[bytes] = []
        self.receipts_etag = hashlib.sha256(self.central.receipts_bytes).hexdigest()
        self.etag = hashlib.sha256(self.central.catalogue_bytes).hexdigest()
        self.sync = Sync(
            self.central,
            self.store,
            SyncFacts(
                self._hello,
                self._health,
                lambda: self.etag,
                lambda: self.bookings_etag,
                lambda: self.receipts_etag,
                lambda: self.keys_etag,
                lambda: self.rotation,
                self._rotated,
                shut_out=self.shut_out.append,
            ),
            self,
            Log(self.lines, self.time.now),
        )

    def _rotated(self) -> None:
        self.rotation = None

    def _hello(self, standing: Standing) -> Hello:
        return Hello(self.store.installation, "A-03", standing, b"key", "0.1.0")

    async def _health(self, outbox: OutboxCounts) -> Health:
        ready = (PrinterState.READY, CameraState.READY)
        made = Health(INSTALLATION, THURSDAY, *ready, outbox.waiting, "0.1.0", self.etag)
        return replace(
            made,
            quarantined=outbox.quarantined,
            former=outbox.former,
            slot=self.sync.has_slot,
        )

    def link_changed(self, online: bool) -> None:
        """SyncListener."""
        self.links.append(online)

    def granted(self, grant: Grant) -> None:
        """SyncListener."""
        self.grants.append(grant)

    async def catalogue_came(self, raw: bytes) -> bool:
        """SyncListener."""
        self.catalogues.append(raw)
        if self.reads_catalogues:
            self.etag = hashlib.sha256(raw).hexdigest()
        return self.reads_catalogues

    async def bookings_came(self, raw: bytes) -> bool:
        """SyncListener."""
        self.bookings.append(raw)
        return self.reads_bookings

    async def receipts_came(self, raw: bytes) -> bool:
        """SyncListener."""
        self.receipts.append(raw)
        return raw != UNREADABLE

    async def keys_came(self, raw: bytes) -> bool:
        """SyncListener."""
        self.keys.append(raw)
        if self.reads_keys:
            self.keys_etag = hashlib.sha256(raw).hexdigest()
        return self.reads_keys

    def orders_came(self, raw: bytes) -> bool:
        """SyncListener."""
        self.orders.append(raw)
        return True

    def queues_came(self, queues: Mapping[QueueCode, QueueFact], seconds: float) -> None:
        """SyncListener."""
        self.answered_after.append(seconds)
        self.queues.append({str(queue): fact.waiting for queue, fact in queues.items()})

    async def tell(self, count: int, kind: str = "visit.ended") -> None:
        """Put facts into the outbox."""
        for number in range(count):
            await self.store.add_fact(kind, {"n": number})

    def logged(self, event: str) -> list[dict[str, object]]:
        """All lines of an event."""
        lines = [json.loads(line) for line in self.lines.getvalue().splitlines()]
        return [line for line in lines if line["event"] == event]


@asynccontextmanager
async def talking(kiosk: Kiosk, *, listening: bool = False) -> AsyncIterator[None]:
    """The loop running, until the block ends; with `listening` it hears of changes."""
    tasks = [asyncio.create_task(kiosk.sync.run())]
    if listening:
        log = Log(kiosk.lines, kiosk.time.now)
        tasks.append(asyncio.create_task(Listener(kiosk.central, kiosk.sync, log).run()))
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def on_skipping_loop(test: Callable[[Kiosk], Awaitable[None]]) -> Callable[[], None]:
    """Run a test with a kiosk of its own on a loop that does not wait."""

    async def whole() -> None:
        await test(Kiosk())

    def run() -> None:
        with asyncio.Runner(loop_factory=SkippingLoop) as runner:
            runner.run(whole())

    run.__name__ = run.__qualname__ = getattr(test, "__name__", "test")
    return run


# --- while central answers --------------------------------------------------------------------


@on_skipping_loop
async def test_first_hello_then_facts_then_queues(kiosk: Kiosk) -> None:
    await kiosk.tell(1)

    async with talking(kiosk):
        await soon(1)

    assert kiosk.central.calls == [
        *("hello", "catalogue", "bookings", "receipts", "keys", "orders"),
        *("push", "queues", "health", "report", "catalogue", "bookings", "receipts", "keys"),
        "orders",
    ]


@on_skipping_loop
async def test_the_grant_is_kept_before_it_is_told(kiosk: Kiosk) -> None:
    async with talking(kiosk):
        await soon(1)

    assert TODAY in kiosk.store.leases
    assert len(kiosk.grants) == 1


@on_skipping_loop
async def test_a_kiosk_that_was_revoked_gives_no_numbers_until_it_is_let_in_again(
    kiosk: Kiosk,
) -> None:
    async with talking(kiosk):
        await soon(1)
        kiosk.central.revoked = True
        await soon(300)
        shut_out = dict(kiosk.store.leases)
        kiosk.central.revoked = False
        await soon(300)

    assert shut_out == {}
    assert TODAY in kiosk.store.leases
    assert kiosk.shut_out == [True, False]
    assert len(kiosk.logged("kiosk.revoked")) == 1
    assert kiosk.links == [True, False, True]


@on_skipping_loop
async def test_hello_is_said_once_while_the_link_holds(kiosk: Kiosk) -> None:
    async with talking(kiosk):
        await soon(100)

    assert kiosk.central.calls.count("hello") == 1
    assert kiosk.links == [True]


@on_skipping_loop
async def test_a_kiosk_that_is_never_out_of_touch_has_its_slots_and_its_clock_renewed(
    kiosk: Kiosk,
) -> None:
    async with talking(kiosk):
        await soon(3 * GREETED_SECONDS)

    assert kiosk.central.calls.count("hello") == 3
    assert len(kiosk.grants) == 3
    assert kiosk.links == [True]


@on_skipping_loop
async def test_a_kiosk_whose_slots_are_gone_when_they_are_renewed_asks_less_and_less_often(
    kiosk: Kiosk,
) -> None:
    async with talking(kiosk):
        await soon(1)
        kiosk.central.slots_left = False
        await soon(GREETED_SECONDS + 1)
        assert not kiosk.sync.has_slot
        asked = kiosk.central.calls.count("hello")
        await soon(SLOT_MOST_SECONDS)
        assert kiosk.central.calls.count("hello") - asked < 20
        kiosk.central.slots_left = True
        await soon(SLOT_MOST_SECONDS)
        assert kiosk.sync.has_slot


@on_skipping_loop
async def test_every_fact_reaches_central_in_order_and_waits_no_longer(kiosk: Kiosk) -> None:
    await kiosk.tell(3)

    async with talking(kiosk):
        await soon(1)

    assert kiosk.central.known == kiosk.store.facts
    assert await kiosk.store.outbox_size() == 0


@on_skipping_loop
async def test_facts_go_in_batches_of_a_hundred(kiosk: Kiosk) -> None:
    await kiosk.tell(2 * BATCH + 1)

    async with talking(kiosk):
        await soon(1)

    assert kiosk.central.batches == [100, 100, 1]


@on_skipping_loop
async def test_without_facts_nothing_is_pushed(kiosk: Kiosk) -> None:
    async with talking(kiosk):
        await soon(35)

    assert "push" not in kiosk.central.calls
    assert kiosk.central.calls.count("queues") == 4


@on_skipping_loop
async def test_a_new_fact_does_not_wait_for_the_next_round(kiosk: Kiosk) -> None:
    async with talking(kiosk):
        await soon(1)
        await kiosk.tell(1)
        kiosk.sync.wake()
        await soon(0.1)

        assert len(kiosk.central.known) == 1


@on_skipping_loop
async def test_a_fact_that_is_told_while_another_is_sent_is_not_forgotten(kiosk: Kiosk) -> None:
    async with talking(kiosk):
        await soon(1)
        for _ in range(5):
            await kiosk.tell(1)
            kiosk.sync.wake()
        await soon(0.1)

        assert len(kiosk.central.known) == 5


@on_skipping_loop
async def test_queue_lengths_are_handed_on(kiosk: Kiosk) -> None:
    await kiosk.central.assign(draft(), 1.5)

    async with talking(kiosk):
        await soon(1)

    assert kiosk.queues == [{"K": 1}]


@on_skipping_loop
async def test_health_and_catalogue_are_exchanged_once_a_minute(kiosk: Kiosk) -> None:
    async with talking(kiosk):
        await soon(125)

    assert len(kiosk.central.healths) == 3
    assert kiosk.central.calls.count("catalogue") == 4
    assert kiosk.catalogues == []


@on_skipping_loop
async def test_health_tells_how_many_facts_wait(kiosk: Kiosk) -> None:
    async with talking(kiosk):
        await soon(1)

    assert [health.outbox for health in kiosk.central.healths] == [0]


@on_skipping_loop
async def test_a_newer_catalogue_is_kept_once_it_was_read(kiosk: Kiosk) -> None:
    kiosk.central.catalogue_bytes = b'{"new": true}'

    async with talking(kiosk):
        await soon(61)

    assert kiosk.catalogues == [b'{"new": true}']
    assert await kiosk.store.catalogue() == b'{"new": true}'


@on_skipping_loop
async def test_a_catalogue_that_cannot_be_read_is_not_kept(kiosk: Kiosk) -> None:
    kiosk.reads_catalogues = False
    kiosk.central.catalogue_bytes = b"{half"

    async with talking(kiosk):
        await soon(1)

    assert await kiosk.store.catalogue() is None
    assert kiosk.links == [True]


# --- what central refuses or lost -------------------------------------------------------------


@on_skipping_loop
async def test_newer_keys_are_kept_once_they_were_read(kiosk: Kiosk) -> None:
    kiosk.central.keys_bytes = b'{"new": true}'
    kiosk.reads_keys = False
    async with talking(kiosk):
        await soon(1)
        assert await kiosk.store.keys() is None

        kiosk.reads_keys = True
        await soon(61)

    assert await kiosk.store.keys() == b'{"new": true}'


@on_skipping_loop
async def test_a_new_key_is_handed_in_until_it_is_taken_over(kiosk: Kiosk) -> None:
    kiosk.rotation = Rotation(b"n" * 32, b"o" * 64, b"n" * 64)
    kiosk.central.refuses_keys = True
    async with talking(kiosk):
        await soon(1)
        assert kiosk.rotation is not None
        assert "key.rotated" not in kiosk.lines.getvalue()
        assert kiosk.sync.online

        kiosk.central.refuses_keys = False
        await soon(61)

    assert kiosk.rotation is None
    assert len(kiosk.central.rotations) == 1
    assert kiosk.lines.getvalue().count("key.rotated") == 1
    assert kiosk.lines.getvalue().count("key.refused") == 1


@on_skipping_loop
async def test_newer_bookings_are_kept_once_they_were_read(kiosk: Kiosk) -> None:
    kiosk.central.bookings_bytes = b'{"new": true}'
    kiosk.reads_bookings = False
    async with talking(kiosk):
        await soon(1)
        assert await kiosk.store.bookings() is None

        kiosk.reads_bookings = True
        await soon(61)

    assert await kiosk.store.bookings() == b'{"new": true}'


@on_skipping_loop
async def test_newer_receipts_are_kept_once_they_were_read(kiosk: Kiosk) -> None:
    kiosk.central.receipts_bytes = UNREADABLE
    async with talking(kiosk):
        await soon(1)
        assert await kiosk.store.receipts() is None

        kiosk.central.receipts_bytes = b'{"new": true}'
        await soon(61)

    assert kiosk.receipts[0] == UNREADABLE
    assert await kiosk.store.receipts() == b'{"new": true}'


@on_skipping_loop
async def test_a_refused_fact_is_logged_once_and_does_not_hold_up_the_others(kiosk: Kiosk) -> None:
    kiosk.central.refused_kinds = frozenset({"kiosk.danced"})
    await kiosk.tell(1, "kiosk.danced")
    await kiosk.tell(2)

    async with talking(kiosk):
        await soon(60)

    (line,) = kiosk.logged("sync.quarantined")
    assert line["problem"] == "unknown-kind"
    assert line["fact"] == str(kiosk.store.facts[0].id)
    assert list(kiosk.store.states.values()) == ["quarantined", "acked", "acked"]


@on_skipping_loop
async def test_what_a_restored_central_lost_is_sent_again_at_the_next_hello(kiosk: Kiosk) -> None:
    await kiosk.tell(5)
    async with talking(kiosk):
        await soon(1)
        del kiosk.central.known[2:]
        kiosk.central.reachable = False
        await soon(30)
        kiosk.central.reachable = True
        await soon(120)

    assert kiosk.central.known == kiosk.store.facts


@on_skipping_loop
async def test_a_kiosk_is_in_touch_from_a_hello_until_central_falls_silent(kiosk: Kiosk) -> None:
    assert not kiosk.sync.in_touch
    async with talking(kiosk):
        await soon(1)
        assert kiosk.sync.in_touch
        kiosk.central.reachable = False
        await soon(120)
        assert not kiosk.sync.in_touch


@on_skipping_loop
async def test_what_a_restored_central_lost_is_sent_again_when_it_asks(kiosk: Kiosk) -> None:
    await kiosk.tell(5)
    async with talking(kiosk):
        await soon(1)
        del kiosk.central.known[2:]
        await kiosk.tell(1)
        kiosk.sync.wake()
        await soon(1)

    assert kiosk.central.known == kiosk.store.facts
    assert [line["from_seq"] for line in kiosk.logged("sync.resend")] == [3]


@on_skipping_loop
async def test_a_restored_central_hears_again_what_it_had_refused(kiosk: Kiosk) -> None:
    kiosk.central.refused_kinds = frozenset({"kiosk.danced"})
    await kiosk.tell(1, "kiosk.danced")
    await kiosk.tell(1)
    async with talking(kiosk):
        await soon(1)
        kiosk.central.known.clear()
        await kiosk.tell(1)
        kiosk.sync.wake()
        await soon(1)

    assert kiosk.central.known == kiosk.store.facts


@on_skipping_loop
async def test_a_central_that_asks_again_and_again_is_not_stormed(kiosk: Kiosk) -> None:
    kiosk.central.asks_to_resend = 1
    await kiosk.tell(1)

    async with talking(kiosk):
        await soon(60)

    assert 2 <= len(kiosk.central.batches) <= 40
    assert kiosk.links == []


@on_skipping_loop
async def test_a_central_that_never_acknowledges_is_not_stormed_either(kiosk: Kiosk) -> None:
    kiosk.central.acknowledges = False
    await kiosk.tell(1)

    async with talking(kiosk):
        await soon(60)

    assert 2 <= len(kiosk.central.batches) <= 40


# --- while nobody answers ---------------------------------------------------------------------


@on_skipping_loop
async def test_a_lost_and_a_returned_link_are_told_and_logged_once_each(kiosk: Kiosk) -> None:
    async with talking(kiosk):
        await soon(1)
        kiosk.central.reachable = False
        await soon(300)
        kiosk.central.reachable = True
        await soon(120)

    assert kiosk.links == [True, False, True]
    assert len(kiosk.logged("central.lost")) == 1
    assert len(kiosk.logged("central.returned")) == 2
    assert kiosk.logged("central.lost")[0]["reason"] == "nobody there"


@on_skipping_loop
async def test_a_kiosk_that_begins_offline_was_never_online(kiosk: Kiosk) -> None:
    kiosk.central.reachable = False

    async with talking(kiosk):
        await soon(30)

    assert kiosk.links == []
    assert not kiosk.sync.online


@on_skipping_loop
async def test_after_a_silence_hello_comes_first_again(kiosk: Kiosk) -> None:
    async with talking(kiosk):
        await soon(1)
        kiosk.central.reachable = False
        await soon(30)
        kiosk.central.calls.clear()
        kiosk.central.reachable = True
        await soon(60)

    assert kiosk.central.calls[0] == "hello"


@on_skipping_loop
async def test_nobody_is_called_again_and_again_while_nobody_answers(kiosk: Kiosk) -> None:
    kiosk.central.reachable = False

    async with talking(kiosk):
        await soon(600)

    # At most one call each 12 s once the wait has grown to a minute, and at least one a minute.
    assert 10 <= len(kiosk.central.calls) <= 70


@on_skipping_loop
async def test_a_fact_does_not_wake_a_loop_that_waits_for_central(kiosk: Kiosk) -> None:
    kiosk.central.reachable = False
    async with talking(kiosk):
        await soon(300)
        before = len(kiosk.central.calls)
        for _ in range(20):
            kiosk.sync.wake()
            await soon(0.01)

        assert len(kiosk.central.calls) <= before + 1


@on_skipping_loop
async def test_facts_made_offline_all_arrive_later(kiosk: Kiosk) -> None:
    kiosk.central.reachable = False
    async with talking(kiosk):
        for number in range(3):
            wish = draft(number + 1)
            await kiosk.store.record(
                wish, assigned(number + 1), stamp(wish), paper, own_allowed=False
            )
            await soon(40)
        kiosk.central.reachable = True
        await soon(120)

    assert [fact.kind for fact in kiosk.central.known] == ["ticket.issued"] * 3


@on_skipping_loop
async def test_a_server_that_asks_to_be_left_alone_is_left_alone_but_not_for_a_day(
    kiosk: Kiosk,
) -> None:
    kiosk.central.reachable = False
    kiosk.central.rest_seconds = 86_400

    async with talking(kiosk):
        await soon(REST_MOST_SECONDS - 1)
        early = len(kiosk.central.calls)
        await soon(REST_MOST_SECONDS)

    assert early == 1
    assert 2 <= len(kiosk.central.calls) <= 3


@on_skipping_loop
async def test_large_facts_go_in_smaller_batches(kiosk: Kiosk) -> None:
    for _ in range(3):
        await kiosk.store.add_fact("visit.ended", {"long": "x" * (BATCH_BYTES // 2)})
    await kiosk.store.add_fact("visit.ended", {"longer": "x" * BATCH_BYTES * 2})

    async with talking(kiosk):
        await soon(1)

    assert kiosk.central.batches == [1, 1, 1, 1]
    assert kiosk.central.known == kiosk.store.facts


# --- another past, another key, no slot -------------------------------------------------------


def bodies(facts: list[OutboxFact]) -> list[str]:
    """What facts tell."""
    return [fact.body for fact in facts]


@on_skipping_loop
async def test_a_fenced_kiosk_goes_on_as_a_new_installation_by_itself(kiosk: Kiosk) -> None:
    await kiosk.tell(3)
    async with talking(kiosk):
        await soon(1)
        old = kiosk.store.installation
        kiosk.store.restore(2)  # yesterday's disk
        await kiosk.tell(1)
        kiosk.central.reachable = False
        kiosk.sync.wake()
        await soon(30)
        kiosk.central.reachable = True
        kiosk.central.known.append(kiosk.central.known[-1])  # more than this disk remembers
        await soon(120)

    assert kiosk.store.installation != old
    assert [line["reason"] for line in kiosk.logged("installation.new")] == ["lineage-fenced"]
    assert kiosk.links[-1]
    assert TODAY in kiosk.store.leases


@on_skipping_loop
async def test_what_a_forked_chain_could_not_tell_is_told_by_the_new_one(kiosk: Kiosk) -> None:
    await kiosk.tell(2)
    async with talking(kiosk):
        await soon(1)
        kiosk.central.forked = True
        await kiosk.tell(3)
        told = kiosk.store.facts[2:]
        kiosk.sync.wake()
        kiosk.central.known[-1] = replace(kiosk.central.known[-1], hash="f" * 64)
        await soon(1)

    assert bodies(kiosk.central.known) == bodies(told)
    assert [fact.id for fact in kiosk.central.known] == [fact.id for fact in told]
    assert kiosk.central.known[0].hash != told[0].hash
    (line,) = kiosk.logged("installation.carried-over")
    assert line["facts"] == 3
    counts = await kiosk.store.outbox_counts()
    assert (counts.waiting, counts.former) == (0, 0)


@on_skipping_loop
async def test_a_kiosk_that_lost_its_key_tells_the_rest_under_its_old_id(kiosk: Kiosk) -> None:
    await kiosk.tell(2)
    async with talking(kiosk):
        await soon(1)
        old = kiosk.store.installation
        await kiosk.tell(2)
        whole = list(kiosk.store.facts)
        kiosk.central.forked = True
        kiosk.sync.wake()
        await soon(1)

    assert kiosk.central.chains[old] == whole
    assert kiosk.central.known == kiosk.store.facts == []
    assert kiosk.logged("installation.carried-over") == []


@on_skipping_loop
async def test_a_server_that_does_not_know_the_old_installation_hears_its_rest_from_the_new(
    kiosk: Kiosk,
) -> None:
    await kiosk.tell(2)
    async with talking(kiosk):
        await soon(1)
        kiosk.central.forked = True
        await kiosk.tell(1)
        kiosk.sync.wake()
        kiosk.central.reachable = True
        kiosk.central.forgets_others = True
        await soon(1)

    assert len(kiosk.central.known) == 1


@on_skipping_loop
async def test_a_new_installation_that_is_refused_as_well_waits_instead_of_taking_another(
    kiosk: Kiosk,
) -> None:
    await kiosk.tell(1)
    async with talking(kiosk):
        await soon(1)
        kiosk.central.fences_everybody = True
        kiosk.central.forked = True
        await kiosk.tell(1)
        kiosk.sync.wake()
        await soon(300)

        health = await kiosk.store.outbox_counts()

    assert len(kiosk.store.former) == 1
    assert health.former == 1
    assert kiosk.links == [True, False]


@on_skipping_loop
async def test_without_a_slot_everything_but_own_numbers_goes_on(kiosk: Kiosk) -> None:
    kiosk.central.slots_left = False
    await kiosk.tell(2)

    async with talking(kiosk):
        await soon(65)
        before = kiosk.central.healths[-1]
        asked = kiosk.central.calls.count("hello")
        kiosk.central.slots_left = True
        await soon(SLOT_MOST_SECONDS + 61)

    assert kiosk.links == [True]
    assert kiosk.central.known == kiosk.store.facts
    assert (before.slot, kiosk.central.healths[-1].slot) == (False, True)
    assert 2 <= asked <= 6
    assert TODAY in kiosk.store.leases
    assert len(kiosk.logged("slot.none")) == len(kiosk.logged("slot.granted")) == 1


@on_skipping_loop
async def test_health_counts_what_central_did_not_understand(kiosk: Kiosk) -> None:
    kiosk.central.refused_kinds = frozenset({"kiosk.danced"})
    await kiosk.tell(2, "kiosk.danced")

    async with talking(kiosk):
        await soon(1)

    assert [health.quarantined for health in kiosk.central.healths] == [2]


# --- changes ----------------------------------------------------------------------------------


@on_skipping_loop
async def test_a_list_that_changed_is_fetched_at_once(kiosk: Kiosk) -> None:
    async with talking(kiosk, listening=True):
        await soon(15)
        kiosk.central.bookings_bytes = b'{"new": true}'
        kiosk.central.calls.clear()

        kiosk.central.changes_at_once("bookings")
        await soon(0.1)

        assert kiosk.bookings == [b'{"new": true}']
        assert "health" not in kiosk.central.calls


@on_skipping_loop
async def test_lists_that_a_ledger_may_have_lost_come_again_until_they_are_kept(
    kiosk: Kiosk,
) -> None:
    async with talking(kiosk):
        await soon(1)
        came = (kiosk.catalogues, kiosk.bookings, kiosk.receipts, kiosk.keys)
        counted = [[len(list_) for list_ in came]]
        kiosk.reads_bookings = False
        kiosk.sync.fetch_lists_again()
        for _ in range(3):
            await soon(1)
            counted.append([len(list_) for list_ in came])
            kiosk.reads_bookings = True
            kiosk.sync.look_again(lists=True)

        assert counted == [[0, 0, 0, 0], [1, 1, 1, 1], [1, 2, 1, 1], [1, 2, 1, 1]]
        assert await kiosk.store.catalogue() == kiosk.central.catalogue_bytes
        assert await kiosk.store.bookings() == kiosk.central.bookings_bytes


@on_skipping_loop
async def test_staff_are_told_how_long_central_takes_to_answer(kiosk: Kiosk) -> None:
    kiosk.central.answer_seconds = 4.0

    async with talking(kiosk):
        await soon(30)

    assert {int(seconds) for seconds in kiosk.answered_after} == {4}


@on_skipping_loop
async def test_a_ticket_elsewhere_changes_the_queues_alone(kiosk: Kiosk) -> None:
    async with talking(kiosk, listening=True):
        await soon(15)
        kiosk.central.calls.clear()

        kiosk.central.changes_at_once("tickets")
        await soon(0.1)

        assert kiosk.central.calls == ["queues"]


@on_skipping_loop
async def test_what_changed_before_the_first_cursor_is_not_missed(kiosk: Kiosk) -> None:
    async with talking(kiosk, listening=True):
        await soon(5)

    assert kiosk.central.cursors[:2] == [None, "0"]
    assert kiosk.central.calls.count("catalogue") == 3  # at hello, with health, after the cursor


@on_skipping_loop
async def test_a_busy_hall_is_looked_at_once_a_second(kiosk: Kiosk) -> None:
    async with talking(kiosk, listening=True):
        await soon(15)
        kiosk.central.calls.clear()
        for _ in range(100):
            kiosk.central.changes_at_once("tickets")
            await soon(0.1)

        assert kiosk.central.calls.count("queues") <= 10 / QUIET_SECONDS + 2


@on_skipping_loop
async def test_while_nothing_changes_one_question_waits(kiosk: Kiosk) -> None:
    async with talking(kiosk, listening=True):
        await soon(10 * (WAIT_SECONDS + QUIET_SECONDS))

    assert kiosk.central.calls.count("changes") == 11


@on_skipping_loop
async def test_a_cursor_nobody_knows_begins_anew_and_looks_at_everything(kiosk: Kiosk) -> None:
    kiosk.central.changed += ["tickets"] * 5
    async with talking(kiosk, listening=True):
        await soon(5)
        kiosk.central.changed.clear()
        kiosk.central.change.set()
        await soon(60)
        kiosk.central.bookings_bytes = b'{"new": true}'
        kiosk.central.changes_at_once("bookings")
        await soon(2)

    assert kiosk.bookings == [b'{"new": true}']


@on_skipping_loop
async def test_where_no_question_may_wait_the_rounds_go_on(kiosk: Kiosk) -> None:
    kiosk.central.deaf = True
    async with talking(kiosk, listening=True):
        await soon(30)
        kiosk.central.bookings_bytes = b'{"new": true}'
        await soon(61)
        asked, came = kiosk.central.calls.count("changes"), list(kiosk.bookings)
        kiosk.central.deaf = False
        await soon(120)

    assert came == [b'{"new": true}']
    assert kiosk.links == [True]
    assert 3 <= asked <= 20
    assert len(kiosk.logged("changes.lost")) == len(kiosk.logged("changes.returned")) == 1


@on_skipping_loop
async def test_while_the_link_is_down_nobody_asks_for_changes(kiosk: Kiosk) -> None:
    async with talking(kiosk, listening=True):
        await soon(5)
        kiosk.central.reachable = False
        await soon(120)
        kiosk.central.calls.clear()
        await soon(300)

    assert "changes" not in kiosk.central.calls


# --- weekly digests ---------------------------------------------------------------------------


@on_skipping_loop
async def test_once_a_week_central_says_whether_it_has_all(kiosk: Kiosk) -> None:
    await kiosk.tell(3)
    await kiosk.tell(1, "staff.called")
    async with talking(kiosk):
        await soon(600)
        kiosk.time.advance(7 * 86_400)
        await kiosk.tell(2)
        kiosk.sync.wake()
        await soon(600)

    first, second = kiosk.central.digests
    assert (first.week, first.first_seq, first.last_seq) == ("2026-W32", 1, 4)
    assert first.facts == {"visit.ended": 3, "staff.called": 1}
    assert first.head_hash == kiosk.store.facts[3].hash
    assert (second.week, second.first_seq, second.last_seq) == ("2026-W33", 5, 6)
    assert kiosk.logged("digest.missing") == kiosk.logged("digest.differs") == []


@on_skipping_loop
async def test_what_central_lost_of_a_week_is_sent_again(kiosk: Kiosk) -> None:
    await kiosk.tell(2 * BATCH + 50)
    kiosk.central.known = list(kiosk.store.facts)
    kiosk.store.restore(len(kiosk.store.facts))  # all was acknowledged
    kiosk.central.lost = {2, BATCH + 60}
    async with talking(kiosk):
        await soon(5)

    assert kiosk.central.lost == set()
    assert [line["first"] for line in kiosk.logged("digest.missing")] == [2, BATCH + 60]
    assert [digest.week for digest in kiosk.central.digests] == ["2026-W32"] * 3
    assert await kiosk.store.outbox_size() == 0
    assert await kiosk.store.digest() is None


@on_skipping_loop
async def test_a_central_that_never_finds_a_fact_again_is_asked_twice_and_no_more(
    kiosk: Kiosk,
) -> None:
    await kiosk.tell(5)
    kiosk.central.lost, kiosk.central.heals = {3}, False

    async with talking(kiosk):
        await soon(600)

    assert len(kiosk.central.digests) == 2
    assert len(kiosk.logged("digest.differs")) == 1
