"""The ledger on disk: durable before it is told, never lost, never silently made anew."""

import errno
import json
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from kiosk.clock_witness import ClockWitness
from kiosk.domain.chain import GENESIS, chain
from kiosk.domain.orders import Command, Order, Policy, Taken
from kiosk.domain.ticket import IssueRefusal, Ticket
from kiosk.ports import FactResult, JobState, KioskError, Pushed
from kiosk.schema import MIGRATIONS
from kiosk.sqlite_store import SqliteStore
from kiosk.sqlite_writer import SqliteWriter
from tests.fakes import FakeCounter, FakeTime
from tests.ledgers import assigned, damage, draft, grant, no_paper, paper, stamp
from tests.samples import ROOT, SITI, THURSDAY

NAME = SITI.masked_name.encode()


@pytest.fixture
def clock() -> FakeTime:
    return FakeTime()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "ledger.sqlite"


@pytest.fixture
async def store(path: Path, clock: FakeTime) -> AsyncIterator[SqliteStore]:
    with opened(path, clock) as made:
        yield made


@contextmanager
def opened(path: Path, clock: FakeTime) -> Iterator[SqliteStore]:
    """A ledger that is closed afterwards."""
    made = SqliteStore(path, clock)
    try:
        yield made
    finally:
        made.close()


def asked(path: Path, query: str) -> list[tuple[object, ...]]:
    """Ask the file itself, beside the store."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


async def record(store: SqliteStore, number: int = 1) -> Ticket:
    """Record a number of the authority."""
    wish = draft(number)
    made = await store.record(wish, assigned(number), stamp(wish), paper, own_allowed=False)
    assert isinstance(made, Ticket)
    return made


# --- the witness ------------------------------------------------------------------------------


async def test_an_old_disk_that_a_counter_left_behind_gives_no_own_number(
    path: Path, clock: FakeTime, tmp_path: Path
) -> None:
    counter, image = FakeCounter(), tmp_path / "image.sqlite"
    with closing(SqliteStore(path, clock, witness=counter)) as store:
        await store.keep_grant(grant())
        shutil.copyfile(path, image)
        shutil.copyfile(f"{path}-wal", f"{image}-wal")
        first, second = [await own_number(store, number) for number in (1, 2)]
    with closing(SqliteStore(image, clock, witness=counter)) as old:
        refused = await own_number(old, 3)
        given = await record(old, 4)

    assert (first, second) == ("K2 0941", "K2 0941K")
    assert refused is IssueRefusal.OFFLINE
    assert str(given.label) == "K 004"


async def test_a_new_installation_begins_where_the_counter_stands(
    path: Path, clock: FakeTime
) -> None:
    counter = FakeCounter()
    with closing(SqliteStore(path, clock, witness=counter)) as store:
        await store.keep_grant(grant())
        counter.step("0")  # by a ledger that is gone
        refused = await own_number(store, 1)
        await store.begin_installation("lineage-fenced")
        await store.keep_grant(grant())

        assert refused is IssueRefusal.OFFLINE
        assert await own_number(store, 2) == "K2 0941"


async def test_a_clock_that_was_set_since_the_tap_gives_no_own_number(
    path: Path, clock: FakeTime
) -> None:
    with closing(SqliteStore(path, clock, witness=ClockWitness(clock))) as store:
        await store.keep_grant(grant())
        clock.is_trusted = False

        assert await own_number(store, 1) is IssueRefusal.OFFLINE


async def own_number(store: SqliteStore, number: int) -> str | IssueRefusal:
    """The label of the own series, for a kiosk that may use it."""
    wish = draft(number)
    made = await store.record(wish, None, stamp(wish), paper, own_allowed=True)
    return str(made.label) if isinstance(made, Ticket) else made


# --- how the file is kept ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("setting", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
)
def test_a_commit_is_on_disk_before_it_is_told(path: Path, setting: str, value: object) -> None:
    writer = SqliteWriter(path, THURSDAY)

    found = writer.submit(lambda link: link.execute(f"PRAGMA {setting}").fetchone()).result()

    writer.close()
    assert found == (value,)


async def test_what_was_recorded_is_there_after_the_program_began_anew(
    path: Path, clock: FakeTime
) -> None:
    with opened(path, clock) as first:
        made = await record(first)
        installation, head = first.installation, await first.head()

    with opened(path, clock) as second:
        assert second.installation == installation
        assert await second.head() == head
        assert second.moved_aside is None
        (job,) = second.open_jobs()
        assert job.paper == paper(made)


async def test_a_recorded_ticket_is_in_the_file_while_the_program_still_runs(
    store: SqliteStore, path: Path
) -> None:
    await record(store)

    assert asked(path, "SELECT label FROM ticket") == [("K 001",)]


async def test_a_crash_before_the_commit_leaves_nothing(store: SqliteStore, path: Path) -> None:
    await store.keep_grant(grant())

    with pytest.raises(RuntimeError):
        await store.record(draft(), None, stamp(draft()), no_paper, own_allowed=True)

    for table in ("ticket", "outbox", "job", "series"):
        assert asked(path, f"SELECT count(*) FROM {table}") == [(0,)], table


async def test_two_installations_have_different_names(tmp_path: Path, clock: FakeTime) -> None:
    with opened(tmp_path / "a.sqlite", clock) as one, opened(tmp_path / "b.sqlite", clock) as other:
        assert one.installation != other.installation


async def test_a_job_that_cannot_be_read_expires_and_the_others_print(
    store: SqliteStore, path: Path
) -> None:
    await record(store, 1)
    good = await record(store, 2)
    with closing(sqlite3.connect(path, isolation_level=None)) as beside:
        beside.execute("UPDATE job SET paper = '{}' WHERE id = 1")

    (job,) = store.open_jobs()

    assert job.subject == good.id
    assert asked(path, "SELECT state, detail, paper FROM job WHERE id = 1") == [
        ("expired", "cannot be read", None)
    ]


# --- the chain --------------------------------------------------------------------------------


def test_the_published_chain_is_ours() -> None:
    shown = json.loads((ROOT / "tests/contract/hash_chain.json").read_text("utf-8"))
    previous = shown["genesis"]
    assert previous == GENESIS

    for fact in shown["facts"]:
        previous = chain(previous, fact["body"])
        assert previous == fact["hash"]


async def test_every_fact_chains_on_the_one_before_over_the_bytes_that_are_sent(
    store: SqliteStore,
) -> None:
    await record(store)
    await store.add_fact("staff.called", {"reason": "é ✓ \U0001f600"})
    store.move(1, JobState.DONE)

    backlog = await store.backlog(10)

    previous = backlog.previous_hash
    for fact in backlog.facts:
        assert fact.hash == chain(previous, fact.body)
        previous = fact.hash
    assert (3, previous) == await store.head()


async def test_facts_are_numbered_without_gaps_even_after_a_rollback(store: SqliteStore) -> None:
    await store.add_fact("visit.ended", {})
    with pytest.raises(RuntimeError):
        await store.record(draft(), assigned(), stamp(draft()), no_paper, own_allowed=False)
    await store.add_fact("visit.ended", {})

    assert [fact.seq for fact in (await store.backlog(10)).facts] == [1, 2]


async def test_ids_of_facts_carry_their_time(store: SqliteStore) -> None:
    await store.add_fact("visit.ended", {})

    (fact,) = (await store.backlog(10)).facts
    assert fact.id.version == 7
    assert int.from_bytes(fact.id.bytes[:6], "big") == int(THURSDAY.timestamp() * 1000)


async def test_times_are_told_in_utc(store: SqliteStore) -> None:
    await record(store)

    (fact,) = (await store.backlog(10)).facts
    assert json.loads(fact.body)["at"] == "2026-08-06T02:41:00.000000+00:00"


async def test_a_refused_fact_stays_in_the_file_with_its_reason(
    store: SqliteStore, path: Path
) -> None:
    await store.add_fact("kiosk.danced", {})
    (fact,) = (await store.backlog(10)).facts

    refused = FactResult(fact.id, accepted=False, problem="unknown-kind")
    await store.acknowledge(Pushed(1, (refused,)))

    assert asked(path, "SELECT state, problem, body FROM outbox") == [
        ("quarantined", "unknown-kind", "{}")
    ]


# --- nobody's name stays ----------------------------------------------------------------------


def on_disk(path: Path) -> bytes:
    """Every byte of the ledger and what lies beside it."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))


def checkpoint(path: Path) -> None:
    """Bring the write-ahead log into the file and empty it."""
    asked(path, "PRAGMA wal_checkpoint(TRUNCATE)")


async def test_while_a_ticket_waits_for_paper_its_name_waits_with_it(
    store: SqliteStore, path: Path
) -> None:
    await record(store)

    assert NAME in on_disk(path)


@pytest.mark.parametrize("end", [JobState.DONE, JobState.EXPIRED])
async def test_once_the_paper_is_out_no_byte_of_the_name_is_left(
    store: SqliteStore, path: Path, end: JobState
) -> None:
    for number in range(1, 6):
        await record(store, number)
    for job in store.open_jobs():
        store.move(job.id, end)

    checkpoint(path)

    assert NAME not in on_disk(path)


async def test_no_fact_holds_a_name(store: SqliteStore) -> None:
    await record(store)

    for fact in (await store.backlog(10)).facts:
        assert SITI.masked_name not in fact.body
        assert SITI.given_name not in fact.body


# --- a file that is not as it should be -------------------------------------------------------


async def test_a_broken_file_is_moved_aside_and_kept(path: Path, clock: FakeTime) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database" * 100)

    with opened(path, clock) as store:
        await record(store)

        assert store.moved_aside is not None
        assert store.moved_aside.read_bytes() == b"not a database" * 100
        assert store.moved_aside.name == "ledger-broken-20260806T024100.sqlite"


def damaged(raw: bytes) -> bytes:
    """The bytes of a ledger with every page from the fourth on spoilt."""
    spoilt = bytearray(raw)
    for place in range(3 * 4096, len(spoilt), 4096):
        spoilt[place : place + 64] = b"\xa5" * 64
    return bytes(spoilt)


async def test_a_damaged_page_is_noticed_when_the_file_is_opened(
    path: Path, clock: FakeTime
) -> None:
    with opened(path, clock) as store:
        for number in range(1, 200):
            await record(store, number)
    raw = damaged(path.read_bytes())
    path.write_bytes(raw)

    with opened(path, clock) as store:
        assert store.moved_aside is not None
        assert store.moved_aside.read_bytes() == raw
        assert await store.head() == (0, GENESIS)


async def test_tickets_that_were_in_the_journal_only_go_aside_with_it(
    tmp_path: Path, path: Path, clock: FakeTime
) -> None:
    sound = tmp_path / "sound.sqlite"
    with opened(sound, clock) as store:
        for number in range(1, 200):
            await record(store, number)
    with opened(sound, clock) as store:
        await record(store, 200)
        raw, journal = sound.read_bytes(), sound.with_name("sound.sqlite-wal").read_bytes()
    assert b"K 200" in journal
    path.parent.mkdir()
    path.write_bytes(damaged(raw))
    path.with_name("ledger.sqlite-wal").write_bytes(journal)

    with opened(path, clock) as store:
        aside = store.moved_aside

    assert aside is not None
    assert aside.with_name(aside.name + "-wal").read_bytes() == journal


def test_a_second_broken_file_of_the_same_second_does_not_take_the_place_of_the_first(
    path: Path, clock: FakeTime
) -> None:
    path.parent.mkdir()
    kept = set()
    for content in (b"first broken file", b"second broken file", b"third broken file"):
        path.write_bytes(content)
        with opened(path, clock) as store:
            assert store.moved_aside is not None
            kept.add(store.moved_aside)

    assert sorted(file.read_bytes() for file in kept) == [
        b"first broken file",
        b"second broken file",
        b"third broken file",
    ]


def test_a_ledger_of_a_newer_version_is_refused_and_left_where_it_is(
    path: Path, clock: FakeTime
) -> None:
    with opened(path, clock):
        pass
    asked(path, f"PRAGMA user_version = {len(MIGRATIONS) + 1}")

    with pytest.raises(KioskError, match="newer version"):
        SqliteStore(path, clock)

    assert [file.name for file in path.parent.iterdir() if "broken" in file.name] == []


def test_a_file_that_cannot_be_opened_is_an_error_and_not_broken(
    path: Path, clock: FakeTime
) -> None:
    path.mkdir(parents=True)

    with pytest.raises(KioskError, match="cannot be opened"):
        SqliteStore(path, clock)

    assert path.is_dir()


def test_a_second_kiosk_on_the_same_ledger_is_refused_until_the_first_ends(
    path: Path, clock: FakeTime
) -> None:
    with opened(path, clock), pytest.raises(KioskError, match="another kiosk uses the data folder"):
        SqliteStore(path, clock)

    with opened(path, clock) as store:
        assert store.moved_aside is None


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path, clock: FakeTime) -> None:
    (tmp_path / "data").write_bytes(b"a file where a folder should be")

    with pytest.raises(KioskError, match="cannot be opened"):
        SqliteStore(tmp_path / "data" / "ledger.sqlite", clock)


async def test_what_the_disk_does_is_a_kiosk_error_and_the_ledger_goes_on(
    store: SqliteStore, path: Path
) -> None:
    asked(path, "CREATE TRIGGER full BEFORE INSERT ON job BEGIN SELECT raise(ABORT, 'full'); END")

    with pytest.raises(KioskError, match="full"):
        await record(store)

    asked(path, "DROP TRIGGER full")
    assert str((await record(store)).label) == "K 001"
    assert asked(path, "SELECT count(*) FROM ticket") == [(1,)]


# --- days -------------------------------------------------------------------------------------


async def test_the_own_series_begins_anew_each_day(store: SqliteStore) -> None:
    tomorrow = THURSDAY + timedelta(days=1, hours=-1)
    await store.keep_grant(grant(slot=2))
    await store.keep_grant(grant(slot=3, day=tomorrow.date()))
    today = draft(1)
    later = type(today)(
        id=draft(2).id,
        visit=today.visit,
        service=today.service,
        queue=today.queue,
        day=tomorrow.date(),
        at=tomorrow,
        priority=False,
        language="id",
    )

    made = [
        await store.record(wish, None, stamp(wish), paper, own_allowed=True)
        for wish in (today, later)
    ]

    assert [str(one.label) for one in made if isinstance(one, Ticket)] == ["K2 0941", "K3 0841"]


async def test_the_label_has_the_sites_minute_and_not_utcs(store: SqliteStore) -> None:
    await store.keep_grant(grant(slot=2))

    made = await store.record(draft(), None, stamp(draft()), paper, own_allowed=True)

    assert isinstance(made, Ticket)
    assert made.draft.at.astimezone(UTC).hour == 2
    assert str(made.label) == "K2 0941"


# --- a disk in another machine ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("machine", "stays"),
    [({"board", "card"}, True), ({"card"}, True), (set(), True), ({"x"}, False)],
)
async def test_a_disk_in_another_machine_is_another_kiosk(
    path: Path, clock: FakeTime, machine: set[str], stays: bool
) -> None:
    with closing(SqliteStore(path, clock, {"board", "card"})) as store:
        await record(store)
        await store.keep_grant(grant())
        before = store.installation

    with closing(SqliteStore(path, clock, machine)) as store:
        assert (store.installation == before) is stays
        assert asked(path, "SELECT count(*) FROM lease") == [(int(stays),)]
        counts = await store.outbox_counts()
        assert (counts.waiting, counts.former) == ((1, 0) if stays else (0, 1))


async def test_a_disk_whose_machine_cannot_be_told_stays_bound(path: Path, clock: FakeTime) -> None:
    with closing(SqliteStore(path, clock, {"board"})) as store:
        await store.keep_grant(grant())
    with closing(SqliteStore(path, clock)) as store:
        before = store.installation

    with closing(SqliteStore(path, clock, {"other"})) as store:
        assert store.installation != before


async def test_what_a_former_installation_told_a_lost_epoch_is_told_again(
    store: SqliteStore,
) -> None:
    await store.keep_grant(grant())
    await store.add_fact("visit.ended", {})
    await store.acknowledge(Pushed(1, ()))
    await store.begin_installation("lineage-fenced")
    await store.keep_grant(grant())
    assert await store.former_backlog(10) is None

    await store.keep_grant(replace(grant(), epoch=1))

    former = await store.former_backlog(10)
    assert former is not None
    assert [fact.seq for fact in former.facts] == [1]


# --- a file that is damaged while it is used --------------------------------------------------


async def test_a_page_that_breaks_costs_one_number_and_no_restart(
    path: Path, clock: FakeTime
) -> None:
    moved: list[Path] = []
    with closing(SqliteStore(path, clock, moved=moved.append)) as store:
        before = store.installation
        await record(store, 1)
        damage(path, "ticket")

        with pytest.raises(KioskError, match="malformed"):
            await record(store, 2)
        again = await record(store, 2)

        assert str(again.label) == "K 002"
        assert moved == [store.moved_aside]
        assert store.installation != before
        assert store.moved_aside is not None
        assert store.moved_aside.exists()


async def test_what_nobody_had_been_told_is_saved_from_a_damaged_file(
    path: Path, clock: FakeTime
) -> None:
    with closing(SqliteStore(path, clock)) as store:
        for number in (1, 2, 3):
            await record(store, number)
        untold = (await store.backlog(9)).facts
        await store.acknowledge(Pushed(1, ()))
        damage(path, "ticket")

        with pytest.raises(KioskError):
            await record(store, 4)
        saved = await store.backlog(9)

        assert [(fact.id, fact.body) for fact in saved.facts] == [
            (fact.id, fact.body) for fact in untold[1:]
        ]
        assert saved.previous_hash == GENESIS
        assert saved.facts[0].hash == chain(GENESIS, saved.facts[0].body)


async def test_a_file_that_broke_while_the_kiosk_was_off_gives_back_what_was_not_told(
    path: Path, clock: FakeTime
) -> None:
    with closing(SqliteStore(path, clock)) as store:
        await record(store, 1)
        (untold,) = (await store.backlog(9)).facts
    damage(path, "ticket")

    with closing(SqliteStore(path, clock)) as store:
        assert [fact.id for fact in (await store.backlog(9)).facts] == [untold.id]


async def test_facts_of_a_damaged_outbox_are_saved_as_far_as_they_can_be_read(
    path: Path, clock: FakeTime
) -> None:
    with closing(SqliteStore(path, clock)) as store:
        await record(store, 1)
        damage(path, "outbox")

        with pytest.raises(KioskError):
            await record(store, 2)

        assert await store.outbox_size() == 0
        assert await record(store, 3)


class FullDisk(FakeCounter):
    """A witness that lies on a disk; it is full as often as it is told."""

    full = 0

    def begin(self) -> str:
        """See Witness."""
        if self.full:
            self.full -= 1
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().begin()


async def test_where_no_new_file_can_be_made_either_the_kiosk_goes_on_when_it_can(
    path: Path, clock: FakeTime
) -> None:
    disk, moved = FullDisk(), list[Path]()
    with closing(SqliteStore(path, clock, witness=disk, moved=moved.append)) as store:
        await record(store, 1)
        damage(path, "ticket")
        disk.full = 2

        for number in (2, 3):
            with pytest.raises(KioskError):
                await record(store, number)
        told_too_early = list(moved)

        assert await record(store, 4)
        assert await store.outbox_size() == 2
        assert (told_too_early, moved) == ([], [store.moved_aside])


async def test_what_was_saved_is_on_disk_before_anything_else_is_asked_of_it(
    path: Path, clock: FakeTime
) -> None:
    with closing(SqliteStore(path, clock)) as store:
        await record(store, 1)
        damage(path, "ticket")

        with pytest.raises(KioskError):
            await record(store, 2)

        assert asked(path, "SELECT count(*) FROM outbox WHERE state = 'new'") == [(1,)]


@pytest.mark.parametrize("part", ["", "-wal"])
async def test_a_damaged_file_that_cannot_be_renamed_is_saved_from_once(
    path: Path, clock: FakeTime, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if self.name == path.name + part:
            raise OSError(errno.EROFS, "Read-only file system")
        return rename(self, target)

    with closing(SqliteStore(path, clock)) as store:
        await record(store, 1)
        damage(path, "ticket")
        with monkeypatch.context() as patched:
            patched.setattr(Path, "rename", refused)
            for number in (2, 3):
                with pytest.raises(KioskError):
                    await record(store, number)
        assert store.moved_aside is None
        assert path.exists()

        await record(store, 4)

        assert store.moved_aside is not None
        kinds = [fact.kind for fact in (await store.backlog(9)).facts]
        assert kinds == ["ticket.issued", "ticket.issued"]


@pytest.mark.parametrize("running", [True, False])
async def test_what_came_down_and_orders_that_counted_outlive_a_damaged_file(
    path: Path, clock: FakeTime, running: bool
) -> None:
    order, policy = Order(7, Command.CLOSE), Order(6, Policy())
    with closing(SqliteStore(path, clock)) as store:
        await store.keep_catalogue(b"catalogue")
        await store.keep_bookings(b"bookings")
        await store.keep_receipts(b"receipts")
        await store.keep_keys(b"keys")
        await store.take_order(policy, "policy", {"version": 6})
        await store.take_order(order, "close", {"version": 7})
        await record(store, 1)
        damage(path, "ticket")
        if running:
            with pytest.raises(KioskError):
                await record(store, 2)
            assert store.moved_aside is not None

    with closing(SqliteStore(path, clock)) as store:
        assert running or store.moved_aside is not None
        lists = [await store.catalogue(), await store.bookings(), await store.receipts()]
        assert [*lists, await store.keys()] == [b"catalogue", b"bookings", b"receipts", b"keys"]
        assert await store.take_order(order, "close", {"version": 7}) is Taken.KNOWN
        assert await store.policy() == "policy"


async def test_an_order_whose_text_is_lost_does_not_count_again(
    path: Path, clock: FakeTime
) -> None:
    order = Order(7, Command.RESTART)
    with closing(SqliteStore(path, clock)) as store:
        await store.keep_catalogue(b"catalogue")
        await store.take_order(order, "restart", {"version": 7})
        damage(path, "central_order")

        with pytest.raises(KioskError):
            await store.newest_order()

        assert await store.take_order(order, "restart", {"version": 7}) is Taken.OLDER
        assert await store.catalogue() == b"catalogue"
