"""A kiosk that was alone for long: it begins as fast as ever, and tells all it has."""

import asyncio
import sqlite3
import time
from contextlib import AsyncExitStack, closing
from pathlib import Path
from random import Random

import pytest

from kiosk.sqlite_store import SqliteStore
from tests.contract.world import NOW, central
from tests.fakes import FakeTime
from tests.ledger.report import Counted
from tests.ledger.test_chaos import Kiosk, Network
from tests.loopback import served

FACT = {"visit": "0198-", "at": NOW.isoformat(), "outcome": "left"}


async def filled(path: Path, facts: int) -> None:
    """A ledger of a kiosk that nobody has heard of for long."""
    with closing(SqliteStore(path, FakeTime(NOW))) as store:

        def work(connection: sqlite3.Connection) -> None:
            for number in range(facts):
                visit = f"0198{number:04x}-0000-7000-8000-{number:012x}"[-36:]
                store._append(connection, "visit.ended", FACT | {"visit": visit})

        await asyncio.to_thread(store._writer.submit(work).result)


async def drained(folder: Path, facts: int) -> str:
    """Begin with so many facts unsent, and tell them all; what was counted and measured."""
    await filled(folder / "1.sqlite", facts)
    async with AsyncExitStack() as stack:
        world = await stack.enter_async_context(central(folder / "central"))
        network = Network(world, Random(1))
        network.calm = True
        url = await stack.enter_async_context(served(network.answer))
        began = time.monotonic()
        kiosk = Kiosk(1, folder, FakeTime(NOW), url, network)
        started = time.monotonic() - began
        stack.push_async_callback(kiosk.close)
        async with asyncio.timeout(500):
            await kiosk.drain()
        seconds = time.monotonic() - began - started
        [(known,)] = world.rows("SELECT count(*) FROM fact WHERE status = 'accepted'")
    assert known == facts
    return (
        f"{facts} facts unsent: opened in {started:.2f} s, told at {facts / seconds:.0f} a second"
    )


async def test_two_thousand_facts_are_told(tmp_path: Path, counted: Counted) -> None:
    counted(await drained(tmp_path, 2_000))


@pytest.mark.soak
async def test_fifty_thousand_facts_are_told(tmp_path: Path, counted: Counted) -> None:
    counted(await drained(tmp_path, 50_000))
