"""Half of all requests go wrong on the way: tickets are neither doubled nor lost, and none is a ghost."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

import pytest

from kiosk.domain.ticket import Assigned, Ticket
from kiosk.http_central import HttpCentral
from kiosk.sqlite_store import SqliteStore
from tests.contract.world import NOW, World, central
from tests.fakes import FakeTime
from tests.ledger.quiet import conversation, signer
from tests.ledger.report import Counted
from tests.ledgers import draft_at, paper, stamp
from tests.loopback import SILENCE, Heard, raw_reply, served
from tests.signing import route_to

KIOSKS = 4
HURRY = 0.1
"""Deadlines pass ten times as fast."""
DEADLINE = 1.5
MOST_WAIT_SECONDS = 0.05
LATE = 1.6
FAULTS = {
    "lost": 0.10,
    "cut": 0.15,
    "late": 0.10,
    "twice": 0.05,
    "half": 0.05,
    "blackhole": 0.03,
    "502": 0.02,
}
HEADERS = ("anjungan-server", "x-request-id", "etag")
BROKEN = raw_reply(502, b"<h1>Bad Gateway</h1>", {})


class Network:
    """Carries requests to the server, or does to them what a fault says."""

    def __init__(self, world: World, dice: Random) -> None:
        self._world, self._dice = world, dice
        self.calm = False
        self.happened: Counter[str] = Counter()

    def call_after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call back early; in time once the network is well, for a slow machine is no fault."""
        hurry = 1.0 if self.calm else HURRY
        return asyncio.get_running_loop().call_later(seconds * hurry, call).cancel

    async def moment(self, seconds: float) -> None:
        """Let so long pass."""
        over = asyncio.Event()
        self.call_after(seconds, over.set)
        await over.wait()

    async def answer(self, heard: Heard) -> bytes:
        """One request."""
        [fault] = self._dice.choices(
            [*FAULTS, "none"], [*FAULTS.values(), 1 - sum(FAULTS.values())]
        )
        fault = "none" if self.calm else fault
        self.happened[fault] += 1
        if fault == "lost":
            return b""
        if fault == "blackhole":
            return SILENCE
        if fault == "502":
            return BROKEN
        reply = await self._carried(heard)
        if fault == "twice":
            reply = await self._carried(heard)
        if fault == "late":
            await self.moment(LATE)
        return {"cut": b"", "half": reply[: len(reply) // 2]}.get(fault, reply)

    async def _carried(self, heard: Heard) -> bytes:
        headers = {name: value for name, value in heard.headers.items() if name != "host"}
        got = await self._world.client.request(
            heard.method, heard.path, headers=headers, content=heard.body
        )
        kept = {name: got.headers[name] for name in HEADERS if name in got.headers}
        return raw_reply(got.status_code, got.content, kept)


class Kiosk:
    """Store, sync loop and citizens."""

    def __init__(
        self, number: int, folder: Path, time: FakeTime, url: str, network: Network
    ) -> None:
        self.papers: dict[str, str] = {}
        self.given = 0
        self._number, self._time, self._network = number, time, network
        self.store = SqliteStore(folder / f"{number}.sqlite", time)
        self.central = HttpCentral(
            route_to(url), self.store.installation, network.call_after, signer(time.now)
        )
        self.sync = conversation(self.store, self.central, time, number, MOST_WAIT_SECONDS)
        self._task = asyncio.create_task(self.sync.run())

    async def serve(self, tickets: int) -> None:
        """Serve so many citizens, as the runner does."""
        while len(self.papers) < tickets:
            self._time.advance(0.5)
            number = self._number * 1_000_000 + len(self.papers)
            wish = draft_at(self._time.now().astimezone(NOW.tzinfo), number)
            answer = await self.central.assign(wish, DEADLINE)
            given = answer if isinstance(answer, Assigned) else None
            made = await self.store.record(wish, given, stamp(wish), paper, own_allowed=True)
            self.sync.wake()
            if isinstance(made, Ticket):
                self.papers[str(made.id)] = str(made.label)
                self.given += given is not None
            else:
                await self._network.moment(0.1)  # no slot yet

    async def drain(self) -> None:
        """Until all is told."""
        while await self.store.outbox_size():
            self.sync.wake()
            await self._network.moment(0.01)

    async def close(self) -> None:
        """Let go of everything."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        await self.central.close()
        self.store.close()


def ended(world: World, kiosks: list[Kiosk], network: Network) -> str:
    """Compare papers and server."""
    papers = {ticket: label for kiosk in kiosks for ticket, label in kiosk.papers.items()}
    rows = world.rows("SELECT id, label FROM ticket WHERE state = 'issued'")
    called = {str(ticket): str(label) for ticket, label in rows}
    ghosts = world.rows("SELECT id FROM ticket WHERE state <> 'issued'")
    requests = sum(network.happened.values())
    faulted = requests - network.happened["none"]
    given = sum(kiosk.given for kiosk in kiosks)
    gaps = world.rows("SELECT count(*) FROM gap")[0][0]
    assert len(set(papers.values())) == len(papers)
    assert called == papers
    assert ghosts == []
    assert 0 < given < len(papers)
    return (
        f"{len(papers)} tickets, {faulted} of {requests} requests faulted, "
        f"{len(papers) - given} own numbers, {gaps} void: 0 doubled, 0 lost, 0 ghosts"
    )


async def chaos(folder: Path, tickets: int, seed: int = 1) -> str:
    """Serve so many citizens at four kiosks on a network of which half is broken."""
    async with AsyncExitStack() as stack:
        world = await stack.enter_async_context(central(folder / "central"))
        network = Network(world, Random(seed))
        url = await stack.enter_async_context(served(network.answer))
        time = FakeTime(NOW)
        kiosks = [Kiosk(number, folder, time, url, network) for number in range(1, KIOSKS + 1)]
        for kiosk in kiosks:
            stack.push_async_callback(kiosk.close)
        each = tickets // KIOSKS
        await in_time(asyncio.gather(*(kiosk.serve(each) for kiosk in kiosks)))
        network.calm = True
        await in_time(asyncio.gather(*(kiosk.drain() for kiosk in kiosks)))
        return ended(world, kiosks, network)


async def in_time(work: Awaitable[object]) -> None:
    """Not for ever."""
    async with asyncio.timeout(500):
        await work


async def test_six_hundred_tickets_while_half_of_all_requests_fail(
    tmp_path: Path, counted: Counted
) -> None:
    counted(await chaos(tmp_path, 600))


@pytest.mark.soak
@pytest.mark.parametrize("seed", [2, 3])
async def test_six_thousand_tickets_while_half_of_all_requests_fail(
    tmp_path: Path, counted: Counted, seed: int
) -> None:
    counted(await chaos(tmp_path, 3_000, seed))
