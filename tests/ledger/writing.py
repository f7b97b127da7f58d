"""A kiosk's store at work in a process of its own, for the recorder (tests/ledger/power.py)."""

import asyncio
import os
import sqlite3
import struct
import sys
from pathlib import Path

from kiosk import sqlite_writer
from kiosk.domain.ticket import Ticket
from kiosk.ports import JobState, Pushed
from kiosk.sqlite_store import SqliteStore
from tests.fakes import FakeTime
from tests.ledgers import assigned, draft, grant, paper, stamp


async def write(path: Path, journal: int, tickets: int) -> None:
    """Record tickets, half of them with all that follows; note each that was acknowledged."""
    store = SqliteStore(path, FakeTime())
    await store.keep_grant(grant())
    for number in range(1, tickets + 1):
        wish = draft(number, minutes=number // 20)
        given = assigned(number) if number % 3 else None
        made = await store.record(wish, given, stamp(wish), paper, own_allowed=True)
        assert isinstance(made, Ticket)
        told = str(made.label).encode()
        os.write(journal, struct.pack("<cqqq", b"a", len(told), 0, 0) + told)
        if number > tickets // 2:
            store.move(number, JobState.SENT)
            store.move(number, JobState.DONE)
            await store.acknowledge(Pushed(number, ()))
    os._exit(0)  # power is cut: nothing is closed in order


def without_full_sync() -> None:
    """The negative control: SQLite may answer before the disk has it."""
    prepare = sqlite_writer._prepare

    def lazily(connection: sqlite3.Connection) -> None:
        prepare(connection)
        connection.execute("PRAGMA synchronous = NORMAL")

    sqlite_writer._prepare = lazily


if __name__ == "__main__":
    if sys.argv[3] == "NORMAL":
        without_full_sync()
    noted = os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    asyncio.run(write(Path(sys.argv[1]), noted, int(sys.argv[4])))
