"""What changes at central reaches a kiosk at once: the real server as a process, the real client."""

import asyncio
import io
import signal
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from central.cli import main
from kiosk import ed25519
from kiosk.changes import Listener
from kiosk.domain.devices import CameraState, PrinterState
from kiosk.domain.label import QueueCode
from kiosk.http_central import HttpCentral, Route, by_the_loop
from kiosk.log import Log
from kiosk.ports import Health, Hello, OutboxCounts, QueueFact, Standing
from kiosk.sqlite_store import SqliteStore
from kiosk.sync import HEALTH_SECONDS, Sync, SyncFacts
from tests.contract.world import CATALOGUE, NOW, asked, booking, example
from tests.fakes import FakeTime, Quiet
from tests.integration.test_central_process import PATIENCE, Running, serving
from tests.signing import SEED, signer_of

KEY = ed25519.public_of(SEED)


class Heard(Quiet):
    """SyncListener: bookings and queues that came down."""

    def __init__(self) -> None:
        self.bookings: list[bytes] = []
        self.queues: list[Mapping[QueueCode, QueueFact]] = []
        self.something = asyncio.Event()

    async def bookings_came(self, raw: bytes) -> bool:
        """A newer list."""
        self.bookings.append(raw)
        self.something.set()
        return True

    def queues_came(self, queues: Mapping[QueueCode, QueueFact], seconds: float) -> None:
        """How many wait."""
        self.queues.append(queues)
        self.something.set()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait for what a round of its own would bring much later only."""
        assert PATIENCE < HEALTH_SECONDS
        async with asyncio.timeout(PATIENCE):
            while not true():
                self.something.clear()
                await self.something.wait()


@pytest.fixture
async def heard(tmp_path: Path) -> AsyncIterator[tuple[Running, Heard]]:
    """A kiosk that talks with a server and listens for changes."""
    time, heard = FakeTime(NOW), Heard()
    store = SqliteStore(tmp_path / "ledger.sqlite", time)
    log = Log(io.StringIO(), time.now)
    with serving(tmp_path / "central") as server:
        client = HttpCentral(
            Route(server.url, server.tls),
            store.installation,
            by_the_loop,
            signer_of(time.now),
        )
        sync = Sync(client, store, _facts(store), heard, log)
        tasks = [asyncio.create_task(sync.run())]
        tasks += [asyncio.create_task(Listener(client, sync, log).run())]
        try:
            yield server, heard
        finally:
            for task in tasks:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
            await client.close()
            store.close()


def _facts(store: SqliteStore) -> SyncFacts:
    def hello(standing: Standing) -> Hello:
        return Hello(store.installation, "A-03", standing, KEY, "0.1.0")

    async def health(outbox: OutboxCounts) -> Health:
        ready = (PrinterState.READY, CameraState.READY)
        return Health(store.installation, NOW, *ready, outbox.waiting, "0.1.0", "")

    return SyncFacts(hello, health, lambda: "", lambda: None, lambda: None)


async def test_a_booking_made_beside_the_server_and_a_ticket_elsewhere_are_heard_of_at_once(
    heard: tuple[Running, Heard], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server, kiosk = heard
    await kiosk.until(lambda: len(kiosk.bookings) == 3)  # hello, health, first cursor
    assert b"S*** R" not in kiosk.bookings[-1]

    at = (NOW + timedelta(hours=1)).isoformat()
    site = ["--data", str(tmp_path / "central"), "--catalogue", str(CATALOGUE)]
    code = await asyncio.to_thread(
        main,
        [
            "booking",
            "add",
            *site,
            "--service",
            booking().service,
            "--at",
            at,
            "--name",
            "Siti Rahmawati",
        ],
    )
    assert code == 0, capsys.readouterr().err
    await kiosk.until(lambda: b"S*** R" in kiosk.bookings[-1])

    await asyncio.to_thread(_take_a_number_elsewhere, server)
    await kiosk.until(lambda: kiosk.queues[-1][QueueCode("K")] == QueueFact(1))


def _take_a_number_elsewhere(server: Running) -> None:
    other = "5a6d2c1e-8a57-4b0e-9c3d-5e2f7a9b1c05"
    session = example("device_session")["request"]["body"]
    assert server.post("/device/session", session | {"installation": other}).status_code == 200
    assert server.post("/tickets", asked(1, installation=other)).status_code == 201


async def test_a_server_stops_in_order_while_a_kiosk_waits_for_changes(
    heard: tuple[Running, Heard],
) -> None:
    server, kiosk = heard
    await kiosk.until(lambda: len(kiosk.bookings) == 3)

    code = await asyncio.to_thread(server.end, signal.SIGTERM)

    assert code == 0
