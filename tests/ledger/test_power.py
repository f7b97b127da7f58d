"""Power may be cut at any moment: what was acknowledged is on the disk, and the ledger opens."""

import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from kiosk.sqlite_store import SqliteStore
from tests.fakes import FakeTime
from tests.ledger.power import Call, Disk, cut, recorded, recorder, syncs_per_ticket
from tests.ledger.report import Counted

TICKETS = 300
LEDGER = "ledger.sqlite"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorder(tmp_path_factory.mktemp("recorder"))


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory, library: Path) -> Sequence[Call]:
    return recorded(tmp_path_factory.mktemp("full"), library, "FULL", TICKETS)


def opened(disk: Disk) -> tuple[set[str], bool]:
    """The labels that the store finds on a disk, and whether it took the ledger for sound."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        for name, content in disk.items():
            if name.startswith(LEDGER):
                Path(folder, name).write_bytes(content)
        with closing(SqliteStore(Path(folder) / LEDGER, FakeTime())) as store:
            sound = store.moved_aside is None
        with closing(sqlite3.connect(Path(folder) / LEDGER)) as connection:
            rows = connection.execute(
                "SELECT label FROM ticket JOIN job ON job.subject = ticket.id"
            ).fetchall()
            facts = connection.execute(
                "SELECT count(*) FROM outbox WHERE kind = 'ticket.issued'"
            ).fetchone()[0]
    assert facts == len(rows)
    return {label for (label,) in rows}, sound


def survived(calls: Sequence[Call], states: int) -> str:
    """Cut power so often; nothing that was acknowledged is lost."""
    lost = broken = unacknowledged = 0
    for disk, acknowledged in cut(calls, states, Random(states)):
        found, sound = opened(disk)
        lost += len(acknowledged - found)
        unacknowledged += len(found - acknowledged)
        broken += not sound
    assert lost == broken == 0
    assert unacknowledged <= states
    return f"{states} states of {len(calls)} calls, 0 acknowledged tickets lost, 0 broken files"


def test_no_cut_of_power_loses_an_acknowledged_ticket(
    calls: Sequence[Call], counted: Counted
) -> None:
    counted(survived(calls, 1_500))


@pytest.mark.soak
def test_ten_thousand_cuts_lose_no_acknowledged_ticket(
    calls: Sequence[Call], counted: Counted
) -> None:
    counted(survived(calls, 10_000))


def test_the_same_cuts_lose_tickets_where_commits_are_not_synced(
    tmp_path: Path, library: Path, counted: Counted
) -> None:
    lazy = recorded(tmp_path, library, "NORMAL", TICKETS)

    losing = 0
    for disk, acknowledged in cut(lazy, 100, Random(1)):
        found, _ = opened(disk)
        losing += bool(acknowledged - found)

    counted(f"synchronous=NORMAL loses acknowledged tickets in {losing} of 100 states")
    assert losing > 30


def test_a_ticket_asks_the_disk_once(calls: Sequence[Call], counted: Counted) -> None:
    found = syncs_per_ticket(calls)

    counted(f"{found:.3f} fsyncs a ticket")
    assert 1 <= found <= 1.1
