"""What every central does for a kiosk: the real server through the real client, and the fake one."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from kiosk import ed25519
from kiosk.domain.booking import Bookings, parse_bookings
from kiosk.domain.codes import ticket_reference
from kiosk.domain.devices import CameraState, PrinterState
from kiosk.domain.identity import IkdPayload, NotVerified
from kiosk.domain.label import QueueCode, Slot
from kiosk.domain.model import uuid7
from kiosk.domain.ticket import Assigned, Channel, IssueRefusal, Ticket
from kiosk.http_central import HttpCentral, by_the_loop
from kiosk.ledger_rows import moved_body
from kiosk.ports import (
    BookingsBytes,
    CatalogueBytes,
    Central,
    Digest,
    Fenced,
    Grant,
    Health,
    Hello,
    JobState,
    NoReply,
    Pushed,
    QueueFact,
    ResendFrom,
    Stamp,
    Standing,
    Unchanged,
    UnknownInstallation,
)
from kiosk.sqlite_store import SqliteStore
from tests.contract.world import CATALOGUE, NOW, World, central
from tests.contract.world import booking as listed_booking
from tests.fakes import FakeCentral, FakeKey, FakeTime
from tests.ledger.quiet import conversation
from tests.ledgers import TODAY, VISIT, draft_at, no_paper, paper, stamp
from tests.loopback import Heard, raw_reply, served
from tests.samples import survey
from tests.signing import SEED, route_to, signer_of

KEY = ed25519.public_of(SEED)


@asynccontextmanager
async def client_of(world: World, installation: UUID) -> AsyncIterator[HttpCentral]:
    """The real client, joined to the real server over a real line."""

    async def answer(heard: Heard) -> bytes:
        got = await world.client.request(
            heard.method, heard.path, headers=dict(heard.headers), content=heard.body, auth=None
        )
        kept = {name: got.headers[name] for name in ("anjungan-server", "x-request-id", "etag")
                if name in got.headers}  # fmt: skip
        return raw_reply(got.status_code, got.content, kept)

    async with served(answer) as url:
        client = HttpCentral(route_to(url), installation, by_the_loop, signer_of(world.clock.now))
        try:
            yield client
        finally:
            await client.close()


@pytest.fixture
def time() -> FakeTime:
    return FakeTime(NOW)


@pytest.fixture
async def store(tmp_path: Path, time: FakeTime) -> AsyncIterator[SqliteStore]:
    made = SqliteStore(tmp_path / "ledger.sqlite", time)
    yield made
    made.close()


@pytest.fixture(params=["real", "fake"])
async def server(
    request: pytest.FixtureRequest, tmp_path: Path, time: FakeTime, store: SqliteStore
) -> AsyncIterator[Central]:
    if request.param == "fake":
        yield FakeCentral(time, catalogue_bytes=CATALOGUE.read_bytes())
        return
    async with central(tmp_path / "central") as world, client_of(world, store.installation) as made:
        yield made


def hello(store: SqliteStore, standing: Standing | None = None) -> Hello:
    """What the kiosk says at start."""
    return Hello(store.installation, "A-03", standing or Standing(), KEY, "0.1.0")


async def greeted(server: Central, store: SqliteStore) -> Grant:
    """Say hello and keep what is granted."""
    grant = await server.hello(hello(store, await store.standing()))
    assert isinstance(grant, Grant)
    await store.resend_from(grant.acked_seq + 1)
    await store.keep_grant(grant)
    return grant


async def pushed(
    server: Central, store: SqliteStore
) -> Pushed | ResendFrom | UnknownInstallation | Fenced | NoReply:
    """Hand over all that waits."""
    backlog = await store.backlog(100)
    return await server.push(store.installation, backlog.previous_hash, backlog.facts)


async def test_a_kiosk_is_granted_a_slot_for_today_and_six_days(
    server: Central, store: SqliteStore
) -> None:
    grant = await greeted(server, store)

    assert grant.leases[TODAY] == Slot(1)
    assert len(grant.leases) == 7
    assert grant.acked_seq == 0
    assert grant.now == NOW


async def test_numbers_come_in_order_and_the_same_wish_has_the_same_number(
    server: Central, store: SqliteStore
) -> None:
    await greeted(server, store)
    wishes = [draft_at(NOW, number) for number in (1, 2, 1)]

    found = [await server.assign(wish, 1.5) for wish in wishes]

    assert [(str(one.label), one.ahead) for one in found if isinstance(one, Assigned)] == [
        ("K 001", 0),
        ("K 002", 1),
        ("K 001", 0),
    ]


async def test_who_waits_is_counted(server: Central, store: SqliteStore) -> None:
    await greeted(server, store)
    await server.assign(draft_at(NOW), 1.5)

    queues = await server.queues()

    assert not isinstance(queues, NoReply)
    assert queues[QueueCode("K")] == QueueFact(1)


async def test_facts_are_taken_and_taken_again_without_harm(
    server: Central, store: SqliteStore
) -> None:
    await greeted(server, store)
    await store.add_fact("visit.ended", {"visit": str(VISIT), "at": str(NOW), "outcome": "left"})

    first, again = await pushed(server, store), await pushed(server, store)

    assert isinstance(first, Pushed)
    assert isinstance(again, Pushed)
    assert first.acked_seq == again.acked_seq == 1


async def test_a_gap_in_the_facts_is_asked_for(server: Central, store: SqliteStore) -> None:
    await greeted(server, store)
    for _ in range(3):
        await store.add_fact(
            "visit.ended", {"visit": str(VISIT), "at": str(NOW), "outcome": "left"}
        )
    facts = (await store.backlog(9)).facts

    assert await server.push(store.installation, facts[1].hash, facts[2:]) == ResendFrom(1)


async def test_a_fact_whose_hash_does_not_follow_is_asked_for_again(
    server: Central, store: SqliteStore
) -> None:
    await greeted(server, store)
    await store.add_fact("visit.ended", {"visit": str(VISIT), "at": str(NOW), "outcome": "left"})
    (fact,) = (await store.backlog(9)).facts
    changed = replace(fact, body=fact.body.replace("left", "done"))

    assert await server.push(store.installation, "0" * 64, [changed]) == ResendFrom(1)


async def test_the_catalogue_comes_once(server: Central) -> None:
    newest = await server.catalogue(None)
    assert isinstance(newest, CatalogueBytes)
    assert newest.raw == CATALOGUE.read_bytes()


async def test_a_catalogue_that_is_the_newest_does_not_come_again(server: Central) -> None:
    etag = "77fea599e137157193d001e5134611d2fe967aea02e2b705fc7dad89743ab6c6"

    assert await server.catalogue(etag) == Unchanged()


async def test_what_is_no_identity_is_told_so(server: Central, store: SqliteStore) -> None:
    await greeted(server, store)

    assert await server.verify(VISIT, IkdPayload(b"no such thing")) is NotVerified.NOT_IKD


async def test_health_is_taken_without_a_word(server: Central, store: SqliteStore) -> None:
    await greeted(server, store)
    states = (PrinterState.READY, CameraState.READY)

    await server.tell_health(Health(store.installation, NOW, *states, 0, "0.1.0", "0" * 64))


async def test_a_central_that_is_away_is_no_reply_everywhere(
    time: FakeTime, store: SqliteStore
) -> None:
    nobody = HttpCentral(
        route_to("http://127.0.0.1:1"),
        store.installation,
        lambda s, call: lambda: None,
        signer_of(time.now),
    )
    for server in (nobody, FakeCentral(time, reachable=False)):
        silent = [
            await server.hello(hello(store)),
            await server.catalogue(None),
            await server.queues(),
            await server.assign(draft_at(NOW), 1.5),
        ]
        assert all(isinstance(one, NoReply) for one in silent)
        assert await server.verify(VISIT, IkdPayload(b"x")) is NotVerified.UNREACHABLE
        await server.close()


async def test_after_a_restore_of_the_server_no_number_and_no_slot_is_given_twice(
    tmp_path: Path, store: SqliteStore
) -> None:
    async with central(tmp_path / "central") as world, client_of(world, store.installation) as link:
        before = await greeted(link, store)
        wish = draft_at(NOW)
        number = await link.assign(wish, 1.5)
        assert isinstance(number, Assigned)
        await store.record(wish, number, stamp(wish), paper, own_allowed=False)
        await pushed(link, store)
    async with (
        central(tmp_path / "restored") as world,
        client_of(world, store.installation) as link,
    ):
        after = await greeted(link, store)
        other = await link.assign(draft_at(NOW, 2), 1.5)

        assert (before.epoch, after.epoch) == (0, 1)
        assert after.leases[TODAY] == Slot(11)
        assert isinstance(other, Assigned)
        assert (str(number.label), str(other.label)) == ("K 001", "K 1001")
        again = await greeted(link, store)
        assert again.epoch == 1


# --- the ledger's facts and the real server ---------------------------------------------------


async def test_the_real_server_understands_every_fact_the_ledger_writes(
    tmp_path: Path, store: SqliteStore
) -> None:
    async with central(tmp_path / "central") as world, client_of(world, store.installation) as link:
        await greeted(link, store)
        await _every_kind_of_fact(link, store)

        taken = await pushed(link, store)

        assert isinstance(taken, Pushed)
        assert [result.problem for result in taken.results] == [None] * 9
        assert world.rows("SELECT ticket FROM survey ORDER BY ticket") == [
            (None,),
            (str(draft_at(NOW, 1).id),),
        ]
        assert world.rows("SELECT label FROM ticket ORDER BY label") == [("K 001",), ("K1 0934",)]


async def _every_kind_of_fact(server: Central, store: SqliteStore) -> None:
    first, second = draft_at(NOW, 1), draft_at(NOW, 2)
    number = await server.assign(first, 1.5)
    assert isinstance(number, Assigned)
    given = await store.record(first, number, stamp(first), paper, own_allowed=False)
    own = await store.record(second, None, stamp(second), paper, own_allowed=True)
    assert isinstance(given, Ticket)
    assert isinstance(own, Ticket)
    await store.add_copy(given, paper(given), NOW)
    for job, end in zip(store.open_jobs(), (JobState.DONE, JobState.EXPIRED), strict=False):
        store.move(job.id, end)
    call = {"at": NOW.isoformat(), "kiosk": "A-03", "screen": "Issued", "reason": "paper-out"}
    await store.add_fact("staff.called", call)
    for judged in (replace(survey(), ticket=given.id), survey(of_ticket=False)):
        told = judged.told("gender", "f").told("occupation", "pelajar")
        await store.keep_survey(replace(told, id=judged.ticket or uuid7(7, b"s" * 10)), "id")
    end_of_visit = {"visit": str(VISIT), "at": NOW.isoformat(), "outcome": "finished"}
    await store.add_fact("visit.ended", end_of_visit)


async def test_a_booking_travels_from_the_list_to_its_ticket_and_back_to_the_list(
    tmp_path: Path, store: SqliteStore
) -> None:
    async with central(tmp_path / "central") as world, client_of(world, store.installation) as link:
        await greeted(link, store)
        world.book(listed_booking())
        known = await bookings_of(link)
        booking = known.with_code("7Q2K-9F4M")
        assert booking is not None
        wish = replace(draft_at(NOW), channel=Channel.BOOKING, booking=booking.id)

        number = await link.assign(wish, 1.5)
        assert isinstance(number, Assigned)
        await store.record(wish, number, stamp(wish), paper, own_allowed=False)
        taken = await pushed(link, store)

        assert isinstance(taken, Pushed)
        assert [result.problem for result in taken.results] == [None]
        other = replace(draft_at(NOW, 2), channel=Channel.BOOKING, booking=booking.id)
        assert await link.assign(other, 1.5) is IssueRefusal.BOOKING_USED
        used = (await bookings_of(link)).with_id(booking.id)
        assert used is not None
        assert used.label == "K 001"


async def bookings_of(server: HttpCentral) -> Bookings:
    """The list as the kiosk reads it."""
    answer = await server.bookings(None)
    assert isinstance(answer, BookingsBytes)
    return parse_bookings(answer.raw)


async def test_a_fact_the_server_does_not_know_is_refused_and_the_chain_goes_on(
    tmp_path: Path, store: SqliteStore
) -> None:
    async with central(tmp_path / "central") as world, client_of(world, store.installation) as link:
        await greeted(link, store)
        await store.add_fact("kiosk.danced", {"at": NOW.isoformat()})
        await store.add_fact(
            "visit.ended", {"visit": str(VISIT), "at": NOW.isoformat(), "outcome": "left"}
        )

        taken = await pushed(link, store)

        assert isinstance(taken, Pushed)
        assert [result.accepted for result in taken.results] == [False, True]
        await store.acknowledge(taken)
        assert await store.outbox_size() == 0
        assert (await greeted(link, store)).acked_seq == 2


async def test_a_ledger_that_was_moved_aside_calls_staff(tmp_path: Path, time: FakeTime) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"not a database" * 100)
    with closing(SqliteStore(tmp_path / "ledger.sqlite", time)) as store:
        assert store.moved_aside is not None
        await store.add_fact("staff.called", moved_body("A-03", NOW))
        async with (
            central(tmp_path / "central") as world,
            client_of(world, store.installation) as link,
        ):
            await greeted(link, store)

            taken = await pushed(link, store)

            assert isinstance(taken, Pushed)
            assert [result.problem for result in taken.results] == [None]
            assert world.rows("SELECT kiosk, reason FROM staff_call") == [("A-03", "ledger")]


async def test_a_number_that_was_assigned_and_never_recorded_leaves_no_trace_at_the_kiosk(
    tmp_path: Path, store: SqliteStore
) -> None:
    async with central(tmp_path / "central") as world, client_of(world, store.installation) as link:
        await greeted(link, store)
        wish = draft_at(NOW)
        number = await link.assign(wish, 1.5)
        assert isinstance(number, Assigned)
        code = Stamp(FakeKey().sign(ticket_reference(wish.id.bytes)), "2345-6789")

        with pytest.raises(RuntimeError):
            await store.record(wish, number, code, no_paper, own_allowed=False)

        again = await link.assign(wish, 1.5)
        assert again == number
        assert json.loads(await link_health(world))["tickets_today"] == 1


async def link_health(world: World) -> bytes:
    """What the server tells a watchman."""
    return (await world.client.get("/api/v1/health", headers={"X-Request-Id": "1"})).content


async def test_a_server_that_lost_what_a_kiosk_forgot_is_told_the_rest_as_a_new_chain(
    tmp_path: Path, store: SqliteStore, time: FakeTime
) -> None:
    told = {"visit": str(VISIT), "at": NOW.isoformat(), "outcome": "left"}
    async with central(tmp_path / "one") as world, client_of(world, store.installation) as link:
        await greeted(link, store)
        for _ in range(3):
            await store.add_fact("visit.ended", told)
        await store.acknowledge(Pushed(3, ()))
        await store.keep_digest(Digest("2026-W32", 1, 3, "", {}))
    time.advance(100 * 86_400)
    await store.keep_grant(Grant(time.now(), 0, {time.now().date(): Slot(1)}, 3))
    await store.age(time.now().date())
    forgotten = await store.tidy(100)
    await store.add_fact("visit.ended", told)
    before = store.installation

    async with central(tmp_path / "two") as world, client_of(world, before) as link:
        sync = conversation(store, link, time, 1, 0.1)
        reason = await sync._round()

        assert (reason, forgotten) == (None, 2 + 7)  # two facts, seven leases
        assert world.rows("SELECT seq, status FROM fact") == [(1, "accepted"), (2, "accepted")]
        assert world.rows("SELECT DISTINCT installation FROM fact") == [(str(store.installation),)]
        assert store.installation != before
