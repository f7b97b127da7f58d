"""A kiosk's printing half is killed by SIGKILL, on the real ledger: nothing is lost, nothing doubled."""

import asyncio
import os
import random
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from devices.clock import SystemClock
from devices.simulated.printer import PrinterServer
from devices.simulated.printer_engine import PrinterEngine
from devices.simulated.printer_plugs import TcpPlug
from devices.simulated.printer_profiles import EPSON_T88
from devices.simulated.printer_tray import Tray
from kiosk.domain.paper import Paper
from kiosk.ports import JobState
from kiosk.qr_symbols import qr_matrix
from kiosk.sqlite_store import SqliteStore
from tests.printing import Bench, sample_paper
from tests.samples import ROOT

pytestmark = pytest.mark.usefixtures("qapp")

NUMBERS = ("K 027", "K 028")
BYTES_MOST = 2_600
"""About what both tickets and the handshake take."""
SECONDS_MOST = 0.5
PATIENCE_SECONDS = 60.0


class Nursery:
    """Where kiosks are born and how they ended."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def birth(self, port: int, ledger: Path) -> int:
        """A kiosk that prints what a ledger holds; its process id."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{port} {ledger}\n".encode())
        return int(await self.told())

    async def told(self) -> str:
        """The next line: a process id, or how one ended."""
        assert self._process.stdout is not None
        async with asyncio.timeout(PATIENCE_SECONDS):
            return (await self._process.stdout.readline()).decode().strip()


@asynccontextmanager
async def nursery() -> AsyncIterator[Nursery]:
    """A nursery that is ready; it ends with its input."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", "tests.printing_nursery"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
    )
    assert process.stdin is not None
    try:
        born = Nursery(process)
        assert await born.told() == "ready"
        yield born
    finally:
        process.stdin.close()
        code = await process.wait()
    assert code == 0


class Killer(PrinterServer):
    """A printer in whose neighbourhood kiosks die: at a byte, or at a moment."""

    victim: int | None = None
    at_byte: int | None = None
    seen = 0

    def arrived(self, data: bytes) -> None:
        """See printer_plugs.Printer."""
        self.seen += len(data)
        if self.at_byte is not None and self.seen >= self.at_byte:
            self.kill()
        super().arrived(data)

    def kill(self) -> None:
        """Kill the victim, once, unless it ended."""
        if self.victim is not None:
            os.kill(self.victim, signal.SIGKILL)
        self.victim = self.at_byte = None


@dataclass(slots=True)
class Found:
    """One ticket in the end."""

    state: JobState
    whole: int


async def killed(born: Nursery, seed: int, folder: Path) -> tuple[int, list[Found]]:
    """Two tickets, and up to two deaths at random; how many there were, and what became of both."""
    dice, bench = random.Random(seed), Bench(bytes_per_second=1_000)
    ledger = folder / f"{seed}" / "ledger.sqlite"
    ledger.parent.mkdir()
    await waiting_papers(ledger)
    bench.engine = PrinterEngine(EPSON_T88, 576, 5_000.0, Tray(576), qr_matrix)
    plug = TcpPlug("127.0.0.1", 0)
    printer = Killer(bench.engine, plug)
    printer.start()
    port, deaths = int(str(plug.facts["port"])), 0
    try:
        for _ in range(2):
            deaths += await one_life(born, printer, port, ledger, dice)
        await born.birth(port, ledger)
        assert await born.told() == "0", "the last kiosk ends when nothing is open"
        await asyncio.sleep(0)
    finally:
        printer.close()
    return deaths, found(bench, ledger)


async def one_life(
    born: Nursery, printer: Killer, port: int, ledger: Path, dice: random.Random
) -> bool:
    """A kiosk that is to die; False where it was done before."""
    printer.seen, printer.at_byte = 0, None
    by_byte = dice.random() < 0.6
    if by_byte:
        printer.at_byte = dice.randint(1, BYTES_MOST)
    printer.victim = await born.birth(port, ledger)
    timer = None
    if not by_byte:
        timer = asyncio.get_running_loop().call_later(dice.uniform(0, SECONDS_MOST), printer.kill)
    end = await born.told()
    printer.victim = None
    if timer is not None:
        timer.cancel()
    return end == "killed"


async def waiting_papers(ledger: Path) -> None:
    """Commit two papers."""
    clock = SystemClock()
    store = SqliteStore(ledger, clock)
    for place, number in enumerate(NUMBERS):
        await store.add_paper(UUID(int=place + 1), partial(_paper, number), clock.now())
    store.close()


def _paper(number: str, copy: bool) -> Paper:
    return replace(sample_paper(number), copy=copy)


def found(bench: Bench, ledger: Path) -> list[Found]:
    """What the ledger says of each ticket, and how often it is on paper."""
    connection = sqlite3.connect(ledger)
    states = connection.execute("SELECT state FROM job ORDER BY id").fetchall()
    connection.close()
    return [
        Found(JobState(state), bench.whole_papers(sample_paper(number)))
        for (state,), number in zip(states, NUMBERS, strict=True)
    ]


async def kill_often(times: int, first_seed: int, folder: Path) -> None:
    """Go on until so many were killed; then print the sums."""
    deaths, seed, ends = 0, first_seed, dict.fromkeys(JobState, 0)
    async with nursery() as born:
        while deaths < times:
            died, tickets = await killed(born, seed, folder)
            deaths += died
            for one in tickets:
                ends[one.state] += 1
                where = f"seed {seed}: {one}"
                assert one.state.ended, where
                assert one.whole <= 1, where
                assert one.whole == 1 or one.state is not JobState.DONE, where
                assert one.whole == 0 or one.state is not JobState.EXPIRED, where
            seed += 1
    told = ", ".join(f"{count} {state}" for state, count in ends.items() if count)
    sys.stdout.write(f"{deaths} kills, {sum(ends.values())} tickets: {told}\n")
    assert ends[JobState.DONE] > 0


async def test_a_kiosk_killed_50_times_neither_loses_nor_doubles(tmp_path: Path) -> None:
    await kill_often(50, 1, tmp_path)


@pytest.mark.soak
async def test_a_printing_kiosk_killed_500_times_neither_loses_nor_doubles(tmp_path: Path) -> None:
    await kill_often(500, 1000, tmp_path)
