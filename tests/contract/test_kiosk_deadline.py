"""From tap to label in a second and a half, whatever the network does; the late answer does no harm.

The real runner, ledger, client and server; only time stands until a test moves it, so a deadline
passes when the test says so and never because the machine is slow.
"""

import asyncio
import io
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from kiosk import ed25519
from kiosk.clock_witness import ClockWitness
from kiosk.domain import events as on
from kiosk.domain.catalogue import parse_catalogue
from kiosk.domain.states import Issued, Issuing
from kiosk.domain.ticket import Assigned
from kiosk.domain.trust import quarantine_left
from kiosk.http_central import HttpCentral
from kiosk.log import Log
from kiosk.ports import Grant, Hello, Pushed
from kiosk.runner import DEADLINE_SECONDS, Codes, Runner, Surroundings, World
from kiosk.sqlite_store import SqliteStore
from kiosk.supervisor import Supervisor
from tests.contract.world import CATALOGUE, NOW, central
from tests.contract.world import World as Server
from tests.fakes import FakeKey, FakeTime
from tests.ledgers import draft_at
from tests.papers import languages, papers
from tests.samples import SERVICE
from tests.signing import SEED, route_to, signer_of

KEY = ed25519.public_of(SEED)
PORTAL = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>"
DRIP_SECONDS = 0.1

Line = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Road:
    """The line between kiosk and server: `mischief` is what it does with requests for numbers."""

    server: Server
    time: "BusyTime"
    mischief: str = "none"
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    dripped: int = 0

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request and what becomes of it."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        method, path, _ = head[0].split(" ")
        headers = dict(line.split(": ", 1) for line in head[1:] if line)
        body = await reader.readexactly(int(headers.get("Content-Length", 0)))
        mischief = self.mischief if path.endswith("/tickets") else "none"
        if mischief == "blackhole":
            await self._nothing(reader)
            return
        if mischief == "portal":
            writer.write(PORTAL)
            return
        if mischief == "reset":
            writer.transport.abort()
            self.reached.set()
            return
        headers.pop("Host")
        got = await self.server.client.request(method, path, headers=headers, content=body)
        named = ("anjungan-server", "x-request-id", "etag")
        lines = [f"{name}: {got.headers[name]}" for name in named if name in got.headers]
        reply = (
            "\r\n".join(
                [
                    f"HTTP/1.1 {got.status_code} Answer",
                    *lines,
                    f"Content-Length: {len(got.content)}",
                    "Connection: close",
                    "\r\n",
                ]
            ).encode()
            + got.content
        )
        if mischief == "lost reply":
            await self._nothing(reader)
        elif mischief == "drip":
            await self._drip(reader, writer, reply)
        elif mischief == "busy":
            self.time.stall(DEADLINE_SECONDS + 0.1)
            writer.write(reply)
        else:
            writer.write(reply)

    async def _nothing(self, reader: asyncio.StreamReader) -> None:
        self.reached.set()
        await reader.read()

    async def _drip(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, reply: bytes
    ) -> None:
        """A byte each tenth of a second, for as long as somebody listens."""
        gone = asyncio.ensure_future(reader.read())
        self.reached.set()
        for byte in reply:
            over = asyncio.Event()
            self.time.call_after(DRIP_SECONDS, over.set)
            waiting = asyncio.ensure_future(over.wait())
            await asyncio.wait({waiting, gone}, return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()
            if gone.done():
                return
            writer.write(bytes([byte]))
            self.dripped += 1


class BusyTime(FakeTime):
    """Time that can pass without a timer being heard, as while a thread is busy."""

    def stall(self, seconds: float) -> None:
        """So much passes unheard."""
        self._passed += seconds


@asynccontextmanager
async def road(server: Server, time: BusyTime) -> AsyncIterator[tuple[Road, str]]:
    """The line, and where it begins."""
    made, tasks = Road(server, time), set[asyncio.Task[None]]()

    async def line(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            await made.carry(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(line, "127.0.0.1", 0)
    host, port = listening.sockets[0].getsockname()
    try:
        yield made, f"http://{host}:{port}"
    finally:
        listening.close()
        await asyncio.gather(*tasks)
        await listening.wait_closed()


@dataclass
class Stand:
    """A kiosk, its server and the road between them."""

    time: BusyTime
    server: Server
    road: Road
    client: HttpCentral
    store: SqliteStore
    runner: Runner
    changed: asyncio.Event
    log: io.StringIO

    async def tap(self) -> None:
        """From the attract screen to the touch on 'Ambil nomor'."""
        for event in (
            on.TakeWanted(),
            on.WithoutIdentity(),
            on.ServiceChosen(SERVICE),
            on.Confirmed(),
        ):
            self.runner.send(event)
        assert isinstance(self.runner.state, Issuing)

    async def label(self) -> str:
        """The number on screen, when it is there."""
        while not isinstance(self.runner.state, Issued):
            self.changed.clear()
            await self.changed.wait()
        return str(self.runner.state.ticket.label)

    async def told(self) -> list[tuple[object, ...]]:
        """What the server knows after the kiosk told all, as label, origin and state."""
        backlog = await self.store.backlog(100)
        pushed = await self.client.push(
            self.store.installation, backlog.previous_hash, backlog.facts
        )
        assert isinstance(pushed, Pushed)
        return self.server.rows("SELECT label, origin, state FROM ticket")


@pytest.fixture
async def stand(tmp_path: Path) -> AsyncIterator[Stand]:
    time = BusyTime(NOW)
    store = SqliteStore(tmp_path / "ledger.sqlite", time)
    async with central(tmp_path / "central") as server, road(server, time) as (line, url):
        client = HttpCentral(
            route_to(url), store.installation, time.call_after, signer_of(time.now)
        )
        hello = Hello(store.installation, "A-03", await store.standing(), KEY, "0.1.0")
        grant = await client.hello(hello)
        assert isinstance(grant, Grant)
        await store.keep_grant(grant)
        assert quarantine_left(time.since_start()) == 0
        made = _stand(time, server, line, client, store)
        try:
            yield made
        finally:
            await made.runner._supervisor.close()
            await client.close()
            store.close()


def _stand(
    time: BusyTime, server: Server, line: Road, client: HttpCentral, store: SqliteStore
) -> Stand:
    key, random, changed, lines = FakeKey(), count(1), asyncio.Event(), io.StringIO()
    log = Log(lines, time.now)
    world = World(
        clock=time,
        store=store,
        central=client,
        codes=Codes(key.sign, lambda: key.key, key.verify),
        call_after=time.call_after,
        randomness=lambda size: next(random).to_bytes(size, "big"),
        papers=papers(),
        witness=ClockWitness(time),
        wake_printer=lambda: None,
        wake_sync=lambda: None,
        kiosk="A-03",
        log=log,
        languages=tuple(languages()),
    )
    around = Surroundings(parse_catalogue(CATALOGUE.read_bytes()), online=True)
    runner = Runner(world, around, Supervisor(log), changed.set, lambda _: None)
    return Stand(time, server, line, client, store, runner, changed, lines)


VOID = [("K1 0934", "own", "issued")]


async def test_a_good_road_leads_to_the_authoritys_number(stand: Stand) -> None:
    await stand.tap()

    assert await stand.label() == "K 001"
    assert stand.time.monotonic() == 0
    assert await stand.told() == [("K 001", "authority", "issued")]


@pytest.mark.parametrize(
    ("mischief", "gaps"), [("blackhole", []), ("lost reply", [(1,)]), ("drip", [(1,)])]
)
async def test_silence_ends_at_the_deadline_and_no_earlier(
    stand: Stand, mischief: str, gaps: list[tuple[object, ...]]
) -> None:
    stand.road.mischief = mischief
    await stand.tap()
    await stand.road.reached.wait()
    for _ in range(14):
        stand.time.advance(DRIP_SECONDS)
        await _turns()
    assert isinstance(stand.runner.state, Issuing)

    stand.time.advance(DRIP_SECONDS + 0.001)

    assert await stand.label() == "K1 0934"
    assert await stand.told() == VOID
    assert stand.server.rows("SELECT number FROM gap") == gaps
    assert (stand.road.dripped > 0) == (mischief == "drip")


@pytest.mark.parametrize("mischief", ["portal", "reset"])
async def test_an_answer_that_is_none_is_not_waited_for(stand: Stand, mischief: str) -> None:
    stand.road.mischief = mischief
    await stand.tap()

    assert await stand.label() == "K1 0934"
    assert stand.time.monotonic() == 0
    assert await stand.told() == VOID
    assert stand.server.rows("SELECT * FROM gap") == []


async def test_a_number_that_came_while_nobody_could_look_is_late_by_the_clock(
    stand: Stand,
) -> None:
    stand.road.mischief = "busy"
    await stand.tap()

    assert await stand.label() == "K1 0934"
    assert '"reason": "the number came after 1.6 s"' in stand.log.getvalue()
    assert await stand.told() == VOID
    assert stand.server.rows("SELECT number FROM gap") == [(1,)]


async def test_a_number_that_lost_its_way_is_never_given_to_anybody(stand: Stand) -> None:
    stand.road.mischief = "lost reply"
    await stand.tap()
    await stand.road.reached.wait()
    stand.time.advance(DEADLINE_SECONDS)
    assert await stand.label() == "K1 0934"
    await stand.told()
    stand.road.mischief = "none"

    following = await stand.client.assign(draft_at(NOW, 2), DEADLINE_SECONDS)

    assert isinstance(following, Assigned)
    assert str(following.label) == "K 002"


async def _turns(many: int = 20) -> None:
    """Let bytes and tasks move; time stands."""
    for _ in range(many):
        await asyncio.sleep(0)
