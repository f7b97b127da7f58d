"""A small mall for tests of central: the examples' catalogue, a clock that stands, a server."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from uuid import UUID, uuid5

import httpx
from litestar import Litestar

from central.app import build_app
from central.settings import Settings
from central.store import bookings, receipts
from central.store.bookings import Booking
from central.store.keys import make_key
from central.store.receipts import Receipt, Taken
from central.store.schema import migrate
from central.store.sqlite import DATABASE, connect
from kiosk.domain.booking import code_digest
from kiosk.domain.model import uuid7
from kiosk.domain.survey import ELEMENTS
from tests.signing import OTHER_SEED, SignedAs, let_in

T = TypeVar("T")
HERE = Path(__file__).parent
CATALOGUE = HERE / "data" / "catalogue.json"
NOW = datetime.fromisoformat("2026-08-06T09:34:12+07:00")
INSTALLATION = "4f6d2c1e-8a57-4b0e-9c3d-5e2f7a9b1c04"

# The wire is JSON, whose types are any of JSON's.
Document = dict[str, Any]


class StandingClock:
    """Stands until a test moves it."""

    def __init__(self, now: datetime = NOW) -> None:
        self.moment = now

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        return self.moment.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class World:
    """A running server and the way to it."""

    client: httpx.AsyncClient
    clock: StandingClock
    folder: Path

    async def send(self, request: Mapping[str, Any]) -> httpx.Response:
        """Send the request of an example."""
        text = request.get("text")
        body = request.get("body")
        content = json.dumps(body) if text is None and body is not None else text
        return await self.client.request(
            request["method"], request["path"], headers=request["headers"], content=content
        )

    async def post(self, path: str, body: object, **headers: str) -> httpx.Response:
        """Post JSON to an address of the wire."""
        return await self.client.post(f"/api/v1{path}", json=body, headers=headers)

    async def meet(self) -> None:
        """Introduce the examples' kiosk."""
        reply = await self.play("device_session")
        assert reply.status_code == 200, reply.text

    async def play(self, stem: str) -> httpx.Response:
        """Play one example after those it builds on."""
        found = example(stem)
        for earlier in found.get("before", ()):
            reply = await self.send(example(earlier)["request"])
            assert reply.status_code == example(earlier)["reply"]["status"], earlier
        return await self.send(found["request"])

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """Ask the database itself, beside the server."""
        connection = connect(self.folder / DATABASE, reading=True)
        try:
            return [tuple(row) for row in connection.execute(query, values)]
        finally:
            connection.close()

    def book(self, *made: Booking) -> None:
        """Keep bookings, beside the server, as `central booking add` does."""
        connection = connect(self.folder / DATABASE)
        try:
            for booking in made:
                bookings.add(connection, booking)
        finally:
            connection.close()

    def hand_in(self, *made: Receipt) -> None:
        """Keep receipts, beside the server, as `central receipt add` does."""
        connection = connect(self.folder / DATABASE)
        try:
            for receipt in made:
                receipts.add(connection, receipt)
        finally:
            connection.close()

    def manage_keys(self, command: Callable[[sqlite3.Connection], T]) -> T:
        """Do to keys, beside the server, what `central key` does."""
        with closing(connect(self.folder / DATABASE)) as connection:
            return command(connection)

    def put(self, command: str, *values: object) -> None:
        """Change the database itself, beside the server."""
        connection = connect(self.folder / DATABASE)
        try:
            connection.execute(command, values)
        finally:
            connection.close()


@cache
def empty_database() -> bytes:
    """A server's database in which nothing was written yet, made once for hundreds of tests."""
    with TemporaryDirectory() as folder:
        with closing(connect(Path(folder) / DATABASE)) as connection:
            migrate(connection)
        return (Path(folder) / DATABASE).read_bytes()


def begin_database(folder: Path) -> None:
    """Lay an empty database into a server's folder that has none."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / DATABASE).exists():
        (folder / DATABASE).write_bytes(empty_database())


@asynccontextmanager
async def central(
    folder: Path,
    *,
    profile: str = "demo",
    clock: StandingClock | None = None,
    published_key: bool = True,
) -> AsyncIterator[World]:
    """A real server in this process, on a database in `folder`; bookings' key is the examples'."""
    standing = clock or StandingClock()
    begin_database(folder)
    let_in(folder, standing.now())
    let_in(folder, standing.now(), OTHER_SEED, "B-01")
    app = build_app(Settings(folder, standing, CATALOGUE, profile))
    # httpx knows ASGI's messages as plain mappings, Litestar as typed ones.
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)  # type: ignore[arg-type]
    async with (
        running(app),
        httpx.AsyncClient(
            transport=transport, base_url="https://central.test", auth=SignedAs(standing.now)
        ) as client,
    ):
        world = World(client, standing, folder)
        if published_key:
            world.put("DELETE FROM signing_key WHERE signer = 'central'")
            world.put("UPDATE meta SET value = ? WHERE key = 'booking_key'", BOOKING_SEED)
            world.manage_keys(lambda connection: make_key(connection, NOW))
        yield world


@asynccontextmanager
async def running(app: Litestar) -> AsyncIterator[None]:
    """Open and close an application as a server does: in one task of its own."""
    ready, done = asyncio.Event(), asyncio.Event()

    async def live() -> None:
        async with app.lifespan():
            ready.set()
            await done.wait()

    life = asyncio.create_task(live())
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait({life, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    try:
        if not life.done():
            yield
    finally:
        done.set()
        await life


def example(stem: str) -> Document:
    """One example of the wire."""
    found: Document = json.loads((HERE / f"{stem}.json").read_text("utf-8"))
    return found


def exchanges() -> list[str]:
    """The stems of all examples that are an exchange."""
    stems = sorted(file.stem for file in HERE.glob("*.json"))
    return [stem for stem in stems if "request" in example(stem)]


BOOKING_SEED: str = example("booking_code")["seed"]


def booking(number: int = 1, **changes: Any) -> Booking:
    """A booking of 10.00 for the examples' service; each `number` is another, with another code."""
    starts = NOW.replace(hour=10, minute=0, second=0)
    made = Booking(
        id=uuid7(int(NOW.timestamp() * 1000) - 86_400_000, (b"booking%d" % number).ljust(10, b"!")),
        code_sha256=code_digest(f"7Q2K-9F4{'MNPQRSTUVW'[number - 1]}"),
        service="disdukcapil.ktp-el-hilang",
        starts=starts,
        ends=starts + timedelta(minutes=30),
        masked_name="S*** R******",
    )
    return replace(made, **changes)


def examples_bookings() -> list[Booking]:
    """The three bookings that examples know: one for now, one elsewhere, one without a name."""
    tomorrow = booking().starts + timedelta(days=1)
    half_hour = timedelta(minutes=30)
    return [
        booking(1),
        booking(2, place="MPP Kota Bandung", masked_name="B*** S******"),
        booking(3, masked_name=None, starts=tomorrow, ends=tomorrow + half_hour),
    ]


def receipt(number: int = 1, **changes: Any) -> Receipt:
    """Documents handed in with the examples' first ticket; each `number` is another receipt."""
    example_ticket = example("ticket_assigned")["request"]["body"]
    made = Receipt(
        id=uuid7(int(NOW.timestamp() * 1000) + 60_000, (b"receipt%d" % number).ljust(10, b"!")),
        taken=Taken(UUID(example_ticket["id"]), "K 001", example_ticket["service"]),
        documents=("KTP-el asli", "Kartu Keluarga asli dan satu fotokopi"),
        received=NOW + timedelta(minutes=number),
        promised=date(2026, 8, 13),
        spoken_code=f"R3CP-T00{number + 1}",
    )
    return replace(made, **changes)


def ticket_id(number: int) -> UUID:
    """A UUIDv7 of the standing clock's time, different for each number."""
    milliseconds = int(NOW.timestamp() * 1000) + number
    return uuid7(milliseconds, number.to_bytes(10, "big"))


def asked(number: int = 1, **changes: object) -> Document:
    """The body of a request for a number; each `number` is another ticket."""
    body: Document = dict(example("ticket_assigned")["request"]["body"])
    return body | {"id": str(ticket_id(number))} | changes


def survey(number: int = 1, **changes: object) -> Document:
    """The body of a `survey.answered` fact of one ticket; each `number` is another survey."""
    body: Document = {
        "id": str(uuid7(int(NOW.timestamp() * 1000) + 360_000, number.to_bytes(10, "big"))),
        "at": "2026-08-06T02:40:00Z",
        "language": "id",
        "agency": "disdukcapil",
        "service": "disdukcapil.ktp-el-hilang",
        "ticket": str(ticket_id(number)),
        "answers": dict.fromkeys(ELEMENTS, 3),
        "profile": {"gender": "f", "age": "26-40"},
        "comment": None,
    }
    return body | changes


def issued(number: int = 1, **changes: object) -> Document:
    """The body of a `ticket.issued` fact of the kiosk's own series."""
    draft = asked(number)
    del draft["installation"]
    own = {"label": "K1 0935", "origin": "own", "spoken_code": "H4TR-2MWX"}
    return draft | own | changes


@dataclass(slots=True)
class Chain:
    """A kiosk's ledger: each batch continues where the last one ended."""

    installation: str = INSTALLATION
    seq: int = 0
    head: str = "0" * 64

    def batch(self, *facts: tuple[str, object]) -> Document:
        """The body of a sync request; a text is sent as it is, anything else as JSON."""
        start, previous = self.seq + 1, self.head
        links = [self._link(kind, body) for kind, body in facts]
        return {
            "installation": self.installation,
            "from_seq": start,
            "previous_hash": previous,
            "facts": links,
        }

    def _link(self, kind: str, body: object) -> Document:
        text = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
        self.seq += 1
        self.head = sha256(bytes.fromhex(self.head) + text.encode()).hexdigest()
        fact_id = str(uuid5(UUID(self.installation), f"{self.seq} {text}"))
        return {"seq": self.seq, "id": fact_id, "kind": kind, "body": text, "hash": self.head}
