"""The database: grows by migrations, survives what happens to files, and loses nothing."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from central.store import epoch as epochs
from central.store.schema import MIGRATIONS, NewerDatabase, migrate
from central.store.sqlite import DATABASE, EPOCH, MARK, SqliteStore, connect, healthy
from central.store.writer import Command, StoreError, Writer
from kiosk.domain.authority import EPOCH_MOST
from tests.contract.world import NOW, asked, central


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = connect(tmp_path / "any.db")
    yield made
    made.close()


def tables(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}


def version(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def opened(folder: Path) -> SqliteStore:
    store = SqliteStore(folder)
    try:
        store.open(NOW)
    except StoreError:
        store.close()
        raise
    return store


# --- migrations


def test_an_empty_database_becomes_the_newest(connection: sqlite3.Connection) -> None:
    migrate(connection)

    assert version(connection) == len(MIGRATIONS)
    assert {"ticket", "fact", "lease", "counter", "quarantine", "gap"} <= tables(connection)


def test_a_migration_runs_once_and_keeps_what_is_there(connection: sqlite3.Connection) -> None:
    first = "CREATE TABLE one (a INTEGER) STRICT;"
    second = "ALTER TABLE one ADD COLUMN b INTEGER;"
    migrate(connection, (first,))
    connection.execute("INSERT INTO one VALUES (7)")

    migrate(connection, (first, second))
    migrate(connection, (first, second))

    assert version(connection) == 2
    assert [tuple(row) for row in connection.execute("SELECT * FROM one")] == [(7, None)]


def test_a_migration_that_fails_changes_nothing(connection: sqlite3.Connection) -> None:
    good = "CREATE TABLE one (a INTEGER) STRICT;"
    bad = "CREATE TABLE two (a INTEGER) STRICT; INSERT INTO missing VALUES (1);"

    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, (good, bad))

    assert version(connection) == 1
    assert tables(connection) == {"one"}


def test_a_database_of_a_newer_program_is_left_alone(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")

    with pytest.raises(NewerDatabase):
        migrate(connection)


def test_a_database_of_the_first_form_keeps_its_tickets(tmp_path: Path) -> None:
    connection = connect(tmp_path / DATABASE)
    migrate(connection, MIGRATIONS[:1])
    connection.executescript(
        """INSERT INTO installation VALUES ('i', 'A-03', x'00', x'00', '0', 0, '', '', '');
           INSERT INTO ticket (id, reference, installation, visit, day, queue, service, label,
             origin, state, at, recorded_at, priority, language, channel)
           VALUES ('t', x'00', 'i', 'v', '2026-08-06', 'K', 's', 'K 001', 'authority', 'issued',
             '', '', 0, 'id', 'kiosk'),
           ('u', x'01', 'i', 'v', '2026-08-06', 'K', 's', 'K 002', 'authority', 'issued',
             '', '', 0, 'id', 'kiosk');"""
    )
    connection.close()

    opened(tmp_path).close()

    again = connect(tmp_path / DATABASE, reading=True)
    rows = again.execute("SELECT label, booking, booking_conflict FROM ticket").fetchall()
    again.close()
    assert [tuple(row) for row in rows] == [("K 001", None, 0), ("K 002", None, 0)]


def test_the_database_and_the_files_beside_it_are_for_their_owner_alone(tmp_path: Path) -> None:
    (tmp_path / DATABASE).touch(mode=0o644)

    store = opened(tmp_path)
    rights = {file.name: file.stat().st_mode & 0o077 for file in tmp_path.glob(f"{DATABASE}*")}
    store.close()

    assert rights == {DATABASE: 0, f"{DATABASE}-wal": 0, f"{DATABASE}-shm": 0}


def test_a_newer_database_hinders_the_start_and_stays_where_it_is(tmp_path: Path) -> None:
    opened(tmp_path).close()
    connection = connect(tmp_path / DATABASE)
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(StoreError, match="version 99"):
        opened(tmp_path)

    assert healthy(tmp_path / DATABASE)


# --- files that were lost or broken


def test_the_first_database_begins_epoch_0(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.close()

    assert store.epoch == 0
    assert (tmp_path / EPOCH).read_text() == "0\n"


def test_a_restart_keeps_epoch_and_generation(tmp_path: Path) -> None:
    first = opened(tmp_path)
    first.close()

    second = opened(tmp_path)
    second.close()

    assert (second.epoch, second.generation) == (first.epoch, first.generation)


def test_a_database_that_is_gone_begins_the_next_epoch(tmp_path: Path) -> None:
    first = opened(tmp_path)
    first.close()
    (tmp_path / DATABASE).unlink()

    second = opened(tmp_path)
    second.close()

    assert second.epoch == 1
    assert second.generation != first.generation


def test_a_database_cut_to_nothing_begins_the_next_epoch(tmp_path: Path) -> None:
    opened(tmp_path).close()
    (tmp_path / DATABASE).write_bytes(b"")

    store = opened(tmp_path)
    store.close()

    assert store.epoch == 1


@pytest.mark.parametrize("damage", ["garbage", "torn page"])
async def test_a_broken_database_is_set_aside_whole_and_numbers_cannot_repeat(
    tmp_path: Path, damage: str, capfd: pytest.CaptureFixture[str]
) -> None:
    async with central(tmp_path) as world:
        await world.meet()
        await world.post("/tickets", asked(1))
    file = tmp_path / DATABASE
    whole = file.read_bytes()
    broken = b"not a database" * 500 if damage == "garbage" else whole[:8192] + b"\xa5" * 4096
    file.write_bytes(broken)

    async with central(tmp_path) as world:
        await world.meet()
        reply = await world.post("/tickets", asked(2))

    aside = tmp_path / f"{DATABASE}.corrupt-20260806T023412Z"
    assert aside.read_bytes() == broken
    assert reply.json()["label"] == "K 1001"
    assert reply.headers["Anjungan-Server"].startswith("1; epoch=1; gen=")
    assert '"event": "database_set_aside"' in capfd.readouterr().err


def backup(folder: Path, copy: Path) -> None:
    """Copy a database while the server has it open, as a backup program does."""
    here, there = connect(folder / DATABASE, reading=True), sqlite3.connect(copy)
    with closing(here), closing(there):
        here.backup(there)


def restore(folder: Path, copy: Path) -> None:
    """Put a backup in the place of the database."""
    for file in folder.glob(f"{DATABASE}*"):
        file.unlink()
    (folder / DATABASE).write_bytes(copy.read_bytes())


def test_a_backup_in_the_place_of_the_database_begins_the_next_epoch(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "central"
    first = opened(folder)
    backup(folder, tmp_path / "backup")
    first.close()
    restore(folder, tmp_path / "backup")

    restored = opened(folder)
    restored.close()
    again = opened(folder)
    again.close()

    assert (restored.epoch, again.epoch) == (1, 1)
    assert restored.generation == first.generation
    assert '"event": "database_restored"' in capfd.readouterr().err


def test_a_copy_that_nothing_was_written_after_loses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "central"
    opened(folder).close()
    backup(folder, tmp_path / "backup")
    restore(folder, tmp_path / "backup")

    store = opened(folder)
    store.close()

    assert store.epoch == 0


def test_a_server_that_was_killed_is_not_taken_for_a_restored_one(tmp_path: Path) -> None:
    opened(tmp_path).close()
    killed = opened(tmp_path)
    killed.close()
    mark = int((tmp_path / MARK).read_text())
    with closing(connect(tmp_path / DATABASE)) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'mark'", (str(mark - 1),))
    (tmp_path / MARK).write_text(f"{mark - 1}\n")  # as it is while a server runs

    store = opened(tmp_path)
    store.close()

    assert store.epoch == 0


def test_an_epoch_raised_by_hand_holds(tmp_path: Path) -> None:
    opened(tmp_path).close()
    epochs.write(tmp_path / EPOCH, 4)

    store = opened(tmp_path)
    store.close()
    (tmp_path / EPOCH).unlink()
    later = opened(tmp_path)
    later.close()

    assert store.epoch == later.epoch == 4


@pytest.mark.parametrize("text", ["", "ten", "-1", "10"])
def test_an_epoch_that_cannot_be_hinders_the_start(tmp_path: Path, text: str) -> None:
    opened(tmp_path).close()
    (tmp_path / EPOCH).write_text(text)

    with pytest.raises(StoreError, match="expected a number from 0 to 9"):
        opened(tmp_path)


def test_after_nine_lost_databases_no_label_is_left(tmp_path: Path) -> None:
    epochs.write(tmp_path / EPOCH, EPOCH_MOST)

    with pytest.raises(StoreError, match="no band left"):
        opened(tmp_path)


def test_two_servers_never_share_a_folder(tmp_path: Path) -> None:
    first = opened(tmp_path)

    with pytest.raises(StoreError, match="another server"):
        opened(tmp_path)

    first.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreError, match="file"):
        opened(tmp_path / "file")


# --- the writer


@pytest.fixture
def writer(connection: sqlite3.Connection) -> Iterator[Writer]:
    connection.execute("CREATE TABLE note (a INTEGER) STRICT")
    made = Writer(connection)
    made.start()
    yield made
    made.close()


def add(number: int) -> Command[int]:
    return lambda c: c.execute("INSERT INTO note VALUES (?)", (number,)).rowcount


def count(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("SELECT count(*) FROM note").fetchone()[0]
    return found


async def test_commands_that_wait_together_share_a_commit(
    writer: Writer, connection: sqlite3.Connection
) -> None:
    said: list[str] = []
    connection.set_trace_callback(said.append)

    await asyncio.gather(*(writer.write(add(number)) for number in range(200)))

    commits = said.count("COMMIT")
    assert await writer.write(count) == 200
    assert 1 <= commits <= 20


async def test_a_command_that_raises_undoes_itself_alone(writer: Writer) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO note VALUES (666)")
        raise LookupError("no")

    answers = await asyncio.gather(
        writer.write(add(1)),
        writer.write(fail),
        writer.write(add(2)),
        return_exceptions=True,
    )

    assert [type(answer) for answer in answers] == [int, LookupError, int]
    assert await writer.write(lambda c: c.execute("SELECT sum(a) FROM note").fetchone()[0]) == 3


async def test_a_broken_page_is_told_as_the_disk_s_fault(tmp_path: Path) -> None:
    store = opened(tmp_path)
    try:
        await store.write(lambda c: c.execute("CREATE TABLE note (a)").rowcount)
        page = await store.read(
            lambda c: c.execute("SELECT rootpage FROM sqlite_master WHERE name = 'note'").fetchone()
        )
    finally:
        store.close()
    store = opened(tmp_path)
    size = 4096
    with (tmp_path / DATABASE).open("r+b") as file:
        file.seek((page[0] - 1) * size)
        file.write(b"\xa5" * size)
    try:
        with pytest.raises(StoreError, match="malformed"):
            await store.read(lambda c: c.execute("SELECT * FROM note").fetchall())
        with pytest.raises(StoreError, match="malformed"):
            await store.write(lambda c: c.execute("INSERT INTO note VALUES (1)").rowcount)
    finally:
        store.close()


async def test_a_full_disk_is_told_and_writing_goes_on_when_there_is_room(
    writer: Writer,
) -> None:
    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 3")
        connection.executemany("INSERT INTO note VALUES (?)", ((n,) for n in range(100_000)))

    with pytest.raises((StoreError, sqlite3.OperationalError), match="full"):
        await writer.write(fill)
    await writer.write(lambda c: c.execute("PRAGMA max_page_count = 100000").fetchone())

    assert await writer.write(count) == 0
    assert await writer.write(add(1)) == 1


async def test_whoever_stops_waiting_disturbs_nobody(writer: Writer) -> None:
    leaving = asyncio.ensure_future(writer.write(add(1)))
    await asyncio.sleep(0)
    leaving.cancel()

    assert await writer.write(add(2)) == 1


async def test_what_was_asked_before_the_end_is_still_written(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    connection.execute("CREATE TABLE note (a INTEGER) STRICT")
    writer = Writer(connection)
    writer.start()
    asked_for = [asyncio.ensure_future(writer.write(add(n))) for n in range(50)]
    await asyncio.sleep(0)

    writer.close()
    await asyncio.gather(*asked_for)

    again = connect(tmp_path / "any.db")
    assert count(again) == 50
    again.close()
