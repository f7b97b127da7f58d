"""systemd hears that the kiosk lives only while each of its parts does."""

import asyncio
import io
import json
import socket
import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest

from config.settings import parse_settings
from devices.clock import SystemClock
from kiosk.domain.devices import CameraState, InMouth, PaperOutcome, PrinterState
from kiosk.log import Log
from kiosk.ports import Health, Hello, OutboxCounts, Standing
from kiosk.printer_parts import printer_of
from kiosk.sqlite_store import SqliteStore
from kiosk.sync import Sync, SyncFacts
from kiosk.watchdog import BEAT_SECONDS, LIMITS, Heart, LivingClock, Watchdog
from tests.fakes import FakeCentral, FakeTime, MemoryStore, Quiet, SkippingLoop, soon
from tests.samples import ROOT, THURSDAY
from ui.text import load_words


class Systemd:
    """A socket like systemd's."""

    def __init__(self, address: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._socket.bind("\0" + address[1:] if address.startswith("@") else address)

    def heard(self) -> list[str]:
        """What came since last asked."""
        found = []
        while True:
            try:
                found.append(self._socket.recv(100).decode())
            except BlockingIOError:
                return found

    def close(self) -> None:
        """Hear no more."""
        self._socket.close()


@pytest.fixture(params=["file", "abstract"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Both kinds of name that systemd gives."""
    return str(tmp_path / "notify") if request.param == "file" else f"@{tmp_path}/notify"


@pytest.fixture
def systemd(address: str) -> Iterator[Systemd]:
    made = Systemd(address)
    yield made
    made.close()


class World:
    """A watchdog, its time and its log."""

    def __init__(self, address: str) -> None:
        self.time = FakeTime()
        self._lines = io.StringIO()
        environment = {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "10000000"}
        self.dog = Watchdog(environment, self.time, Log(self._lines, self.time.now))

    @property
    def logged(self) -> list[tuple[str, str]]:
        """Event and part of each line."""
        lines = map(json.loads, self._lines.getvalue().splitlines())
        return [(line["event"], line["part"]) for line in lines]


def test_a_living_kiosk_feeds_the_watchdog(address: str, systemd: Systemd) -> None:
    world = World(address)
    world.dog.expect("screen", 10)

    world.dog.tell("READY=1")
    world.dog.feed()

    assert systemd.heard() == ["READY=1", "WATCHDOG=1"]


@pytest.mark.parametrize("part", ["screen", "printer", "sync"])
def test_one_part_that_hangs_starves_it_and_is_logged_once(
    address: str, systemd: Systemd, part: str
) -> None:
    world = World(address)
    for name in ("screen", "printer", "sync"):
        world.dog.expect(name, 10)
    world.time.advance(11)
    for name in {"screen", "printer", "sync"} - {part}:
        world.dog.alive(name)

    world.dog.feed()
    world.dog.feed()
    assert systemd.heard() == []
    assert world.logged == [("watchdog.starved", part)]

    world.dog.alive(part)
    world.dog.feed()
    assert systemd.heard() == ["WATCHDOG=1"]


@pytest.mark.parametrize(("late", "told"), [(1.9, []), (2.5, [2.5])])
def test_a_screen_that_stood_still_is_logged(late: float, told: list[float]) -> None:
    now = 100.0
    lines = io.StringIO()
    heart = Heart(Log(lines, FakeTime().now), lambda: now)

    for seconds in (0.0, BEAT_SECONDS, BEAT_SECONDS + late, BEAT_SECONDS):
        now += seconds
        heart.beat()

    logged = map(json.loads, lines.getvalue().splitlines())
    assert [line["seconds"] for line in logged if line["event"] == "screen.stalled"] == told


def test_a_call_or_a_look_at_the_clock_is_a_sign_of_life(address: str, systemd: Systemd) -> None:
    world = World(address)
    world.dog.expect("sync", 10)
    world.dog.expect("printer", 10)
    clock = LivingClock(world.time, lambda: world.dog.alive("printer"))
    double = world.dog.living("sync", lambda number: number * 2)

    world.time.advance(11)
    assert world.dog.missing() == "sync"
    assert double(21) == 42
    assert world.dog.missing() == "printer"
    assert clock.monotonic() == world.time.monotonic()
    assert world.dog.missing() == ""


def test_without_systemd_nothing_is_watched_and_nobody_told() -> None:
    time = FakeTime()
    dog = Watchdog({}, time, Log(io.StringIO(), time.now))

    dog.tell("READY=1")

    assert not dog.watched


def test_a_systemd_that_is_gone_is_no_trouble(tmp_path: Path) -> None:
    World(str(tmp_path / "gone")).dog.tell("READY=1")


# --- the parts show what they are asked to show -----------------------------------------------


class Deaf:
    """A listener that takes note of nothing."""

    def printer_changed(self, state: PrinterState) -> None:
        """PrinterListener."""

    def job_changed(self, subject: UUID, outcome: PaperOutcome) -> None:
        """PrinterListener."""

    def mouth_changed(self, subject: UUID, told: InMouth) -> None:
        """PrinterListener."""


def test_a_spooler_without_a_printer_still_looks_at_its_clock(tmp_path: Path) -> None:
    seen = threading.Semaphore(0)
    time = SystemClock()
    store = SqliteStore(tmp_path / "ledger.sqlite", time)
    printer = printer_of(
        parse_settings({"printer": {"kind": "tcp", "address": "127.0.0.1:9"}}, "here", tmp_path),
        ROOT / "resources",
        load_words(ROOT / "resources/text")["id"],
        store,
        Deaf(),
        LivingClock(time, seen.release),
        Log(io.StringIO(), time.now),
    )

    printer.start()
    shown = [seen.acquire(timeout=10.0) for _ in range(12)]
    printer.close()
    store.close()

    assert all(shown)


@pytest.mark.parametrize("online", [True, False])
def test_sync_shows_life_often_enough_with_central_and_without(online: bool) -> None:
    moments: list[float] = []

    async def talk() -> None:
        loop, time = asyncio.get_running_loop(), FakeTime()
        server = FakeCentral(time, catalogue_bytes=b"{}")
        server.reachable = online

        def seen() -> None:
            moments.append(loop.time())

        def hello(standing: Standing) -> Hello:
            seen()
            return Hello(UUID(int=1), "A-03", standing, b"key", "0.1.0")

        def etag() -> str:
            seen()
            return ""

        async def health(outbox: OutboxCounts) -> Health:
            ready = (PrinterState.READY, CameraState.READY)
            return Health(UUID(int=1), THURSDAY, *ready, outbox.waiting, "0.1.0", "")

        facts = SyncFacts(hello, health, etag, lambda: "", lambda: "")
        log = Log(io.StringIO(), time.now)
        task = asyncio.create_task(Sync(server, MemoryStore(time), facts, Quiet(), log).run())
        seen()
        await soon(1200)
        seen()
        task.cancel()
        await asyncio.wait((task,))

    with asyncio.Runner(loop_factory=SkippingLoop) as runner:
        runner.run(talk())

    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert len(moments) > 10
    assert max(gaps) < LIMITS["sync"] / 2
