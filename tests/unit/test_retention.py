"""What is old goes: in small bites, when nobody is here, and never anything that was not told."""

import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from central.site import open_site
from central.store import retention as site_retention
from central.store.sqlite import SqliteStore as CentralStore
from central.tidying import look
from kiosk import ledger_command
from kiosk.domain.retention import KIOSK_DAYS, SITE_DAYS, STEP_DAYS, began, horizon
from kiosk.domain.ticket import Ticket
from kiosk.log import Log
from kiosk.ports import FactResult, JobState, KioskError, Pushed
from kiosk.sqlite_store import SqliteStore
from kiosk.tidying import BITE, Tidying
from tests.contract.world import CATALOGUE, NOW, World, asked, central, example
from tests.fakes import FakeTime
from tests.ledgers import assigned, draft, grant, paper, stamp
from tests.samples import THURSDAY

DAY = date(2026, 8, 6)
MOST = 100
EVERYTHING = ["ticket", "outbox", "job", "lease", "series", "rated", "former_fact"]


# --- how far ----------------------------------------------------------------------------------


def test_what_is_older_than_its_time_is_too_old() -> None:
    assert horizon(None, [DAY], KIOSK_DAYS) == DAY - timedelta(KIOSK_DAYS)


def test_a_clock_that_jumps_ahead_is_not_believed_alone() -> None:
    ahead = DAY + timedelta(400)

    assert horizon(None, [ahead, DAY], KIOSK_DAYS) == DAY - timedelta(KIOSK_DAYS)


def test_clocks_that_jump_ahead_together_move_the_horizon_by_a_step() -> None:
    before, ahead = DAY - timedelta(KIOSK_DAYS), DAY + timedelta(400)

    assert horizon(before, [ahead, ahead], KIOSK_DAYS) == before + timedelta(STEP_DAYS)


@pytest.mark.parametrize("days", [-400, -1, 0])
def test_the_horizon_never_goes_back(days: int) -> None:
    before = DAY - timedelta(KIOSK_DAYS)

    assert horizon(before, [DAY + timedelta(days)], KIOSK_DAYS) == before


def test_without_anybodys_word_nothing_is_too_old() -> None:
    assert horizon(None, [], KIOSK_DAYS) is None


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])
def test_a_day_is_kept_whole_in_every_zone(zone: str) -> None:
    midnight = datetime(DAY.year, DAY.month, DAY.day, tzinfo=ZoneInfo(zone))

    assert midnight - timedelta(days=1) < began(DAY) < midnight


# --- the kiosk --------------------------------------------------------------------------------


@pytest.fixture
def clock() -> FakeTime:
    return FakeTime()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def store(file: Path, clock: FakeTime) -> Iterator[SqliteStore]:
    with closing(SqliteStore(file, clock)) as made:
        yield made


async def printed(store: SqliteStore, number: int) -> None:
    """A ticket whose paper is out: two facts."""
    wish = draft(number)
    made = await store.record(wish, assigned(number), stamp(wish), paper, own_allowed=False)
    assert isinstance(made, Ticket)
    store.move(store.open_jobs()[-1].id, JobState.DONE)


async def told(store: SqliteStore) -> None:
    """Central has all, and the week's digest agrees."""
    head, _ = await store.head()
    await store.acknowledge(Pushed(head, ()))
    if (digest := await store.digest()) is not None:
        await store.keep_digest(digest)


async def grown_old(store: SqliteStore, clock: FakeTime, days: int = KIOSK_DAYS + 5) -> date:
    """So many days pass, and central grants slots again."""
    clock.advance(days * 86_400)
    today = clock.now().date()
    await store.keep_grant(grant(day=today))
    await store.age(today)
    return today


def counts(file: Path) -> dict[str, int]:
    """Rows of what grows."""
    with closing(sqlite3.connect(file)) as link:
        ask = "SELECT count(*) FROM {}"
        return {name: link.execute(ask.format(name)).fetchone()[0] for name in EVERYTHING}


async def tidied(store: SqliteStore, most: int = MOST) -> int:
    """All that may go."""
    removed = 0
    while bite := await store.tidy(most):
        removed += bite
    return removed


async def test_what_was_told_and_settled_goes_and_the_newest_fact_stays(
    store: SqliteStore, clock: FakeTime, file: Path
) -> None:
    await store.keep_grant(grant())
    for number in (1, 2, 3):
        await printed(store, number)
    await told(store)
    await grown_old(store, clock)

    await tidied(store)

    assert counts(file) == dict.fromkeys(EVERYTHING, 0) | {"outbox": 1, "lease": 1}


async def test_what_remains_is_the_rest_of_the_same_chain(
    store: SqliteStore, clock: FakeTime, file: Path
) -> None:
    await store.keep_grant(grant())
    await printed(store, 1)
    await told(store)
    await grown_old(store, clock)
    head = await store.head()

    await tidied(store)
    await printed(store, 2)

    backlog = await store.backlog(MOST)
    assert (backlog.facts[0].seq, backlog.previous_hash) == (head[0] + 1, head[1])
    assert (await store.standing()).gone_seq == head[0] - 1
    assert ledger_command.run(["verify", str(file)]) == ledger_command.FINE


async def test_the_first_fact_after_all_that_went_hangs_on_what_was_noted(
    store: SqliteStore, clock: FakeTime
) -> None:
    await store.keep_grant(grant())
    await printed(store, 1)
    await told(store)
    previous = await store.head()
    await printed(store, 2)
    await told(store)
    await grown_old(store, clock)
    await store.tidy(2)  # facts 1 and 2
    await store.resend_from(3)

    backlog = await store.backlog(MOST)

    assert (backlog.facts[0].seq, backlog.previous_hash) == (3, previous[1])


async def test_nothing_goes_while_anything_waits(
    store: SqliteStore, clock: FakeTime, file: Path
) -> None:
    await store.keep_grant(grant())
    await printed(store, 1)
    await told(store)
    await grown_old(store, clock)
    await store.add_fact("visit.ended", {})
    before = counts(file)

    assert await store.tidy(MOST) == 0
    assert counts(file) == before


async def test_facts_that_no_digest_told_of_stay(
    store: SqliteStore, clock: FakeTime, file: Path
) -> None:
    await store.keep_grant(grant())
    await printed(store, 1)
    await store.acknowledge(Pushed(2, ()))
    await grown_old(store, clock)

    await tidied(store)

    assert counts(file)["outbox"] == 2


async def test_a_fact_that_central_did_not_understand_stays(
    store: SqliteStore, clock: FakeTime, file: Path
) -> None:
    await store.keep_grant(grant())
    await printed(store, 1)
    await printed(store, 2)
    first = (await store.backlog(1)).facts[0]
    await store.acknowledge(Pushed(4, (FactResult(first.id, False, "unknown-kind"),)))
    await told(store)
    await grown_old(store, clock)

    await tidied(store)

    assert counts(file)["outbox"] == 2  # that one, and the newest
    assert ledger_command.run(["verify", str(file)]) == ledger_command.FINE


async def test_a_ticket_goes_before_the_fact_that_tells_of_it(
    store: SqliteStore, clock: FakeTime, file: Path
) -> None:
    await store.keep_grant(grant())
    for number in (3, 2, 1):
        await printed(store, number)
    await told(store)
    await grown_old(store, clock)

    while await store.tidy(1):
        assert ledger_command.run(["verify", str(file)]) == ledger_command.FINE


async def test_a_kiosk_that_is_alone_for_long_keeps_all(
    store: SqliteStore, clock: FakeTime, file: Path
) -> None:
    await store.keep_grant(grant())
    await printed(store, 1)
    await told(store)
    clock.advance(400 * 86_400)
    before = counts(file)

    await store.age(clock.now().date())

    assert await store.tidy(MOST) == 0
    assert counts(file) == before


async def test_a_day_that_comes_again_moves_nothing(store: SqliteStore, clock: FakeTime) -> None:
    await store.keep_grant(grant())
    await printed(store, 1)
    await told(store)
    today = await grown_old(store, clock, days=KIOSK_DAYS - 3)
    later = today + timedelta(400)
    await store.keep_grant(grant(day=later))

    for _ in range(10):
        await store.age(later)

    assert await store.tidy(MOST) == 0  # two days on, and the ticket is of the day after that


async def test_a_chain_that_ended_goes_with_its_time(
    store: SqliteStore, clock: FakeTime, file: Path
) -> None:
    await store.keep_grant(grant())
    await printed(store, 1)
    await told(store)
    await store.begin_installation("lineage-fenced")
    await grown_old(store, clock)

    await tidied(store)

    assert counts(file)["former_fact"] == 0
    assert ledger_command.run(["verify", str(file)]) == ledger_command.FINE


# --- the loop ---------------------------------------------------------------------------------


class Ledger:
    """Implements Aging: so many bites wait."""

    def __init__(self, bites: int) -> None:
        self.bites, self.aged, self.full = bites, list[date](), False

    async def age(self, today: date) -> None:
        """See Aging."""
        if self.full:
            raise KioskError("ledger: database or disk is full")
        self.aged.append(today)

    async def tidy(self, most: int) -> int:
        """See Aging."""
        assert most == BITE
        self.bites -= self.bites > 0
        return self.bites and most


def tidying(ledger: Ledger, quiet: Iterator[bool], lines: io.StringIO) -> Tidying:
    log = Log(lines, lambda: THURSDAY)
    return Tidying(ledger, lambda: DAY, lambda: next(quiet), log, pause_seconds=0.0)


async def test_nothing_is_tidied_while_somebody_is_here() -> None:
    ledger = Ledger(3)

    await tidying(ledger, iter([False]), io.StringIO()).look()

    assert (ledger.aged, ledger.bites) == ([], 3)


async def test_tidying_stops_when_somebody_comes() -> None:
    ledger, lines = Ledger(5), io.StringIO()

    await tidying(ledger, iter([True, True, False]), lines).look()

    assert (ledger.aged, ledger.bites) == ([DAY], 4)
    assert json.loads(lines.getvalue())["rows"] == BITE


async def test_a_full_disk_is_no_reason_to_stop_for_good() -> None:
    ledger, lines = Ledger(2), io.StringIO()
    ledger.full = True

    await tidying(ledger, iter([True]), lines).look()

    assert json.loads(lines.getvalue())["event"] == "store.failed"


# --- the server -------------------------------------------------------------------------------


@pytest.fixture
async def old(world: World) -> World:
    """A server on which the week's facts of examples are more than 400 days old."""
    await world.play("weekly_match")
    week = "2026-08-06"
    world.put("INSERT INTO survey VALUES ('s', ?, 'id', 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
              f"{week}T03:00:00Z")  # fmt: skip
    world.put("INSERT INTO survey_answer VALUES ('s', 'sarana', 4)")
    world.clock.moment += timedelta(SITE_DAYS + 5)
    return world


def forget(world: World, most: int = MOST) -> int:
    """Another day, and all that may go."""
    local = world.clock.now().astimezone(NOW.tzinfo)
    told = "SELECT day FROM ticket WHERE id = 'of today'"
    if not world.rows(told):  # a kiosk's word for the day
        world.put(
            "INSERT INTO ticket SELECT 'of today', reference, installation, visit, ?, queue, service, "
            "'K 999', 0, NULL, NULL, origin, state, NULL, at, recorded_at, priority, language, channel, "
            "spoken_code, paper, 0, NULL, 0 FROM ticket LIMIT 1",
            local.date().isoformat(),
        )
    world.manage_keys(lambda c: site_retention.age(c, local.date()))
    removed = 0
    while bite := world.manage_keys(lambda c: site_retention.tidy(c, world.clock.now(), most)):
        removed += bite
    return removed


async def test_the_server_keeps_sums_of_old_tickets(old: World) -> None:
    before = old.rows("SELECT day, queue, service, count(*) FROM ticket GROUP BY 1, 2, 3")

    forget(old)

    assert old.rows("SELECT count(*) FROM ticket") == [(1,)]
    sums = "SELECT day, queue, service, sum(tickets) FROM day_total GROUP BY 1, 2, 3"
    assert old.rows(sums) == before
    assert old.rows("SELECT count(*) FROM gap") == [(0,)]
    assert old.rows("SELECT min(day), count(*) FROM lease") == [("2026-08-11", 2)]


async def test_what_old_facts_say_goes_and_their_links_stay(old: World) -> None:
    hashes = old.rows("SELECT seq, id, hash FROM fact ORDER BY seq")

    forget(old, most=2)

    assert old.rows("SELECT DISTINCT body FROM fact") == [("",)]
    assert old.rows("SELECT seq, id, hash FROM fact ORDER BY seq") == hashes


async def test_a_digest_of_what_is_forgotten_agrees_still(old: World) -> None:
    forget(old)

    reply = await old.send(example("weekly_match")["request"])

    assert reply.json()["outcome"] == "match"


async def test_what_is_told_again_after_it_was_forgotten_counts_once(old: World) -> None:
    forget(old)

    reply = await old.send(example("sync_accepted")["request"])

    assert {result["status"] for result in reply.json()["results"]} == {"duplicate"}
    assert old.rows("SELECT count(*) FROM ticket") == [(1,)]


async def test_a_kiosk_that_comes_back_after_more_than_a_year_raises_no_epoch(world: World) -> None:
    await world.post("/tickets", asked(1))
    ((day, number),) = world.rows("SELECT day, last FROM counter")
    world.clock.moment += timedelta(SITE_DAYS + 5)
    forget(world)
    hello = example("device_session")["request"]["body"]
    seen = [{"day": day, "queue": "K", "number": number}]

    reply = await world.post("/device/session", {**hello, "seen": seen})

    assert reply.status_code == 200
    assert reply.json()["epoch"] == 0


async def test_surveys_are_kept_for_years(old: World) -> None:
    forget(old)
    kept = old.rows("SELECT count(*) FROM survey")
    old.clock.moment += timedelta(5 * 366)
    old.put("UPDATE meta SET value = '2031-09-01' WHERE key = 'horizon'")

    forget(old)

    assert kept == [(1,)]
    assert old.rows("SELECT count(*) FROM survey") == [(0,)]
    assert old.rows("SELECT count(*) FROM survey_answer") == [(0,)]


async def test_a_fact_that_was_not_understood_is_kept_as_it_came(world: World) -> None:
    await world.play("sync_rejected")
    rejected = "SELECT body FROM fact WHERE status = 'rejected'"
    before = world.rows(rejected)
    world.clock.moment += timedelta(SITE_DAYS + 5)

    forget(world)

    assert world.rows(rejected) == before != []


async def test_a_server_whose_clock_jumps_ahead_forgets_nothing(world: World) -> None:
    await world.play("weekly_match")
    world.clock.moment += timedelta(SITE_DAYS + 5)
    world.manage_keys(lambda c: site_retention.age(c, world.clock.now().date()))

    world.manage_keys(lambda c: site_retention.tidy(c, world.clock.now(), MOST))

    assert world.rows("SELECT count(*) FROM fact WHERE body = ''") == [(0,)]
    assert world.rows("SELECT count(*) FROM lease") == [(7,)]


async def test_the_server_waits_until_kiosks_are_quiet(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    async with central(tmp_path) as world:
        await world.play("weekly_match")
        forget(world)  # the first time: nothing is old yet
        world.clock.moment += timedelta(SITE_DAYS + 5)
        world.put("UPDATE meta SET value = '2026-08-08' WHERE key = 'horizon'")
        world.put("UPDATE installation SET last_seen = ?", world.clock.now().isoformat())
    site, store = open_site(CATALOGUE, world.clock), CentralStore(tmp_path)
    store.open(NOW)
    try:
        await look(store, site, pause_seconds=0.0)
        busy = world.rows("SELECT count(*) FROM fact WHERE body = ''")
        world.clock.moment += timedelta(minutes=11)
        await look(store, site, pause_seconds=0.0)
    finally:
        store.close()

    assert busy == [(0,)]
    assert world.rows("SELECT count(*) FROM fact WHERE body <> ''") == [(0,)]
    assert '"event": "tidied"' in capfd.readouterr().err
