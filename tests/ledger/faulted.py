"""A kiosk's store on a disk that fails for a while, in a process of its own (tests/ledger/test_disk.py).

`errno` is what every write, sync and opening of the ledger's files ends in meanwhile.
"""

import asyncio
import json
import sys
from contextlib import closing
from pathlib import Path

from kiosk.domain.ticket import Ticket
from kiosk.ports import KioskError
from kiosk.sqlite_store import SqliteStore
from tests.fakes import FakeTime
from tests.ledgers import assigned, draft, paper, stamp

TICKETS = 20


async def taken(store: SqliteStore, first: int) -> int:
    """How many of twenty citizens were given a number."""
    made = 0
    for number in range(first, first + TICKETS):
        wish = draft(number)
        try:
            ticket = await store.record(
                wish, assigned(number), stamp(wish), paper, own_allowed=False
            )
        except KioskError:
            continue
        made += isinstance(ticket, Ticket)
    return made


def opens(path: Path) -> bool:
    """Whether the ledger can be opened."""
    try:
        SqliteStore(path, FakeTime()).close()
    except KioskError:
        return False
    return True


async def play(path: Path, fault: Path, errno: str) -> dict[str, object]:
    """Before, meanwhile and after; then a program that begins meanwhile, and one that begins after."""
    with closing(SqliteStore(path, FakeTime())) as store:
        before = await taken(store, 1)
        fault.write_text(errno)
        meanwhile = await taken(store, 101)
        fault.write_text("")
        after = await taken(store, 201)
    fault.write_text(errno)
    opened_meanwhile = opens(path)
    fault.write_text("")
    with closing(SqliteStore(path, FakeTime())) as store:
        backlog = await store.backlog(1_000)
        return {
            "tickets": [before, meanwhile, after],
            "opened_meanwhile": opened_meanwhile,
            "sound": store.moved_aside is None,
            "facts": len(backlog.facts),
            "jobs": len(store.open_jobs()),
        }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(play(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))))  # noqa: T201
