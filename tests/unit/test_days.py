"""Midnight in three zones, and clocks that jump: kiosk and server decide by the same rules.

The kiosk's own store and clock, the server's own database and commands; only time is played.
"""

import asyncio
import math
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest

from central.refusal import Refusal
from central.site import Site, open_site
from central.store.leases import Granted, Introduction, introduce
from central.store.numbers import Given, Terms, Wish, assign
from central.store.sqlite import SqliteStore as CentralStore
from devices import clock as clocks
from devices.clock import SystemClock
from kiosk.clock_witness import ClockWitness
from kiosk.domain.chain import GENESIS
from kiosk.domain.model import TicketId, uuid7
from kiosk.domain.ticket import Assigned, IssueRefusal, Ticket, TicketDraft
from kiosk.domain.trust import QUARANTINE_SECONDS
from kiosk.ports import Grant
from kiosk.sqlite_store import SqliteStore
from tests.contract.world import CATALOGUE, StandingClock
from tests.ledgers import K, draft_at, paper, stamp

T = TypeVar("T")
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
WIB, WITA, WIT = ZONES
DAY, NEXT = date(2026, 8, 6), date(2026, 8, 7)
MINUTE, HOUR = 60.0, 3600.0
A_DAY_BACK, TEN_MINUTES_BACK, A_YEAR_AHEAD = -24 * HOUR, -10 * MINUTE, 400 * 24 * HOUR
PAIRS = [(WIB, A_DAY_BACK), (WITA, TEN_MINUTES_BACK), (WIT, A_YEAR_AHEAD)]
IN_MEMORY = Path("/dev/shm")
"""Power is not cut here: files need not wait for a disk."""


class KioskClock(SystemClock):
    """A machine whose clock somebody sets; its boot clock nobody can set."""

    def __init__(self, now: datetime, confirmed: Path) -> None:
        self.wall, self.boot = now, 500.0
        super().__init__(confirmed)

    def now(self) -> datetime:
        """What it shows."""
        return self.wall.astimezone(UTC)

    def _boot_seconds(self) -> float:
        return self.boot


class Mall:
    """One kiosk and its server, in one zone."""

    def __init__(self, folder: Path, zone: str, local: str, loop: asyncio.Runner) -> None:
        start = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone))
        self.zone, self._loop, self._tickets = ZoneInfo(zone), loop, 0
        self.server_clock = StandingClock(start)
        self.clock = KioskClock(start, folder / "confirmed")
        opened = open_site(CATALOGUE, self.server_clock)
        self.site = Site(replace(opened.catalogue, zone=self.zone), opened.raw, self.server_clock)
        self.witness = ClockWitness(self.clock)
        self.store = SqliteStore(folder / "kiosk.sqlite", self.clock, witness=self.witness)
        self.server = CentralStore(folder / "central")
        self.server.open(start)
        self.meet()
        self.wait(QUARANTINE_SECONDS)

    def close(self) -> None:
        """Let go of the files."""
        self.store.close()
        self.server.close()

    def run(self, work: Awaitable[T]) -> T:
        """Wait for a store."""

        async def awaited() -> T:
            return await work

        return self._loop.run(awaited())

    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.clock.wall += timedelta(seconds=seconds)
        self.clock.boot += seconds
        self.server_clock.moment += timedelta(seconds=seconds)

    def jump(self, seconds: float) -> None:
        """Somebody sets the kiosk's clock."""
        self.clock.wall += timedelta(seconds=seconds)

    def server_jumps(self, seconds: float) -> None:
        """Somebody sets the server's."""
        self.server_clock.moment += timedelta(seconds=seconds)

    def _write(self, command: Callable[[sqlite3.Connection], T]) -> T:
        return self.run(self.server.write(command))

    def meet(self) -> None:
        """A hello: slots for a week from the server's day on, and the server's time."""
        local = self.site.local()
        hello = Introduction(self.store.installation, "A-01", 0, GENESIS, bytes(32), "0.1.0")
        granted = self._write(lambda c: introduce(c, hello, local.date(), self.server.epoch, local))
        assert isinstance(granted, Granted)
        leases = {lease.day: lease.slot for lease in granted.leases}
        self.run(self.store.keep_grant(Grant(local, self.server.epoch, leases, 0)))
        self.clock.confirm(local)

    def number(self, *, alone: bool = False) -> tuple[date, str] | IssueRefusal:
        """A citizen takes a number; `alone` the server is silent."""
        self._tickets += 1
        local = self.clock.now().astimezone(self.zone)
        new = uuid7(int(local.timestamp() * 1000), self._tickets.to_bytes(10, "big"))
        wish = replace(draft_at(local), id=TicketId(new), day=local.date())
        given = None if alone else self._assigned(wish)
        own = self.witness.seconds_left() == 0
        made = self.run(self.store.record(wish, given, stamp(wish), paper, own_allowed=own))
        return (made.draft.day, str(made.label)) if isinstance(made, Ticket) else made

    def _assigned(self, wish: TicketDraft) -> Assigned | None:
        local = self.site.local()
        if wish.day != local.date():  # the server refuses: central/api/tickets.py
            return None
        asked = Wish(
            wish.id, self.store.installation, wish.visit, wish.day, K, wish.service, wish.at,
            wish.priority, wish.language, wish.channel,
        )  # fmt: skip
        given = self._write(lambda c: assign(c, asked, Terms(None, None, self.server.epoch, local)))
        assert not isinstance(given, Refusal)
        return Assigned(given.label, given.ahead, None) if isinstance(given, Given) else None


@pytest.fixture(autouse=True)
def time_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The mark of a time server: none has answered yet."""
    mark = tmp_path / "synchronized"
    monkeypatch.setattr(clocks, "SYNCHRONISED", mark)
    return mark


@pytest.fixture
def open_mall() -> Iterator[Callable[[str, str], Mall]]:
    """Opens a mall in a zone at a local time."""
    place = IN_MEMORY if IN_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as folder, asyncio.Runner() as loop:
        malls: list[Mall] = []

        def opened(zone: str, local: str) -> Mall:
            malls.append(Mall(Path(folder), zone, local, loop))
            return malls[-1]

        yield opened
        for mall in malls:
            mall.close()


OpenMall = Callable[[str, str], Mall]

# --- midnight ---------------------------------------------------------------------------------


@pytest.mark.parametrize("zone", ZONES)
def test_at_midnight_the_servers_numbers_begin_anew(open_mall: OpenMall, zone: str) -> None:
    mall = open_mall(zone, "2026-08-06T23:50:00")
    before = [mall.number(), mall.number()]
    mall.wait(10 * MINUTE)

    after = mall.number()

    assert before == [(DAY, "K 001"), (DAY, "K 002")]
    assert after == (NEXT, "K 001")
    assert mall.site.local().date() == NEXT


@pytest.mark.parametrize("zone", ZONES)
def test_the_last_second_of_a_day_is_the_days(open_mall: OpenMall, zone: str) -> None:
    mall = open_mall(zone, "2026-08-06T23:58:18")  # and 101 seconds pass
    last = mall.number(alone=True)
    mall.wait(1.0)

    first = mall.number(alone=True)

    assert (last, first) == ((DAY, "K1 2359"), (NEXT, "K1 0000"))


@pytest.mark.parametrize("zone", ZONES)
def test_the_own_series_takes_the_slot_of_the_new_day(open_mall: OpenMall, zone: str) -> None:
    mall = open_mall(zone, "2026-08-06T23:50:00")
    moved = "UPDATE lease SET slot = 7 WHERE day > '2026-08-06'"
    mall.run(mall.server.write(lambda c: c.execute(moved)))
    mall.meet()
    before = mall.number(alone=True)
    mall.wait(10 * MINUTE)

    assert (before, mall.number(alone=True)) == ((DAY, "K1 2351"), (NEXT, "K7 0001"))


@pytest.mark.parametrize("zone", ZONES)
def test_after_a_week_alone_no_slot_is_left(open_mall: OpenMall, zone: str) -> None:
    mall = open_mall(zone, "2026-08-06T23:50:00")
    mall.wait(6 * 24 * HOUR)
    seventh = mall.number(alone=True)
    mall.wait(10 * MINUTE)

    assert seventh == (date(2026, 8, 12), "K1 2351")
    assert mall.number(alone=True) is IssueRefusal.OFFLINE


def test_a_day_begins_in_the_east_first(open_mall: OpenMall) -> None:
    moment = datetime(2026, 8, 6, 15, 30, tzinfo=UTC)
    mall = open_mall(WIT, moment.astimezone(ZoneInfo(WIT)).replace(tzinfo=None).isoformat())

    days = [moment.astimezone(ZoneInfo(zone)).date() for zone in ZONES]

    assert days == [DAY, DAY, NEXT]
    assert mall.number() == (NEXT, "K 001")


# --- the kiosk's clock jumps ------------------------------------------------------------------


@pytest.mark.parametrize(("zone", "jump"), PAIRS)
def test_a_kiosk_whose_clock_was_set_gives_no_own_number(
    open_mall: OpenMall, zone: str, jump: float
) -> None:
    mall = open_mall(zone, "2026-08-06T09:00:00")
    before = mall.number(alone=True)

    mall.jump(jump)

    assert before == (DAY, "K1 0901")
    assert mall.witness.seconds_left() == math.inf
    assert mall.number(alone=True) is IssueRefusal.OFFLINE


@pytest.mark.parametrize(("zone", "jump"), PAIRS)
def test_where_a_time_server_vouches_for_a_wrong_clock_labels_stay_unique(
    open_mall: OpenMall, time_server: Path, zone: str, jump: float
) -> None:
    time_server.touch()
    mall = open_mall(zone, "2026-08-06T09:00:00")
    given = [mall.number(alone=True)]
    mall.jump(jump)
    for _ in range(12):
        given.append(mall.number(alone=True))
        mall.wait(MINUTE)
    mall.jump(-jump)

    given += [mall.number(alone=True), mall.number(alone=True)]

    labels = [one for one in given if not isinstance(one, IssueRefusal)]
    assert len(labels) == len(set(labels))
    assert labels[-2:] == [(DAY, "K1 0913"), (DAY, "K1 0913K")]


def test_ten_minutes_back_no_own_number_comes_until_they_have_passed(
    open_mall: OpenMall, time_server: Path
) -> None:
    time_server.touch()
    mall = open_mall(WITA, "2026-08-06T09:00:00")
    mall.number(alone=True)
    mall.jump(TEN_MINUTES_BACK)
    refused = mall.number(alone=True)
    mall.wait(10 * MINUTE)

    assert refused is IssueRefusal.OFFLINE
    assert mall.number(alone=True) == (DAY, "K1 0901K")


@pytest.mark.parametrize(("zone", "jump"), [(WIB, A_DAY_BACK), (WIT, A_YEAR_AHEAD)])
def test_the_server_gives_no_number_for_another_day_than_its_own(
    open_mall: OpenMall, zone: str, jump: float
) -> None:
    mall = open_mall(zone, "2026-08-06T09:00:00")
    mall.number()
    mall.jump(jump)
    refused = mall.number()
    mall.jump(-jump)

    assert refused is IssueRefusal.OFFLINE
    assert mall.number() == (DAY, "K 002")


def test_the_server_counts_on_for_a_clock_that_is_ten_minutes_late(open_mall: OpenMall) -> None:
    mall = open_mall(WIT, "2026-08-06T09:00:00")
    mall.number()

    mall.jump(TEN_MINUTES_BACK)

    assert mall.number() == (DAY, "K 002")


# --- the server's clock jumps -----------------------------------------------------------------


@pytest.mark.parametrize(("zone", "jump"), PAIRS)
def test_the_server_counts_on_when_its_clock_is_right_again(
    open_mall: OpenMall, zone: str, jump: float
) -> None:
    mall = open_mall(zone, "2026-08-06T09:00:00")
    given = [mall.number()]
    mall.server_jumps(jump)
    given += [mall.number(), mall.number(alone=True)]
    mall.server_jumps(-jump)
    mall.meet()

    given += [mall.number(), mall.number(alone=True)]

    assert len(given) == len(set(given))
    assert {day for day, _ in given} == {DAY}
    assert mall.server.epoch == 0


@pytest.mark.parametrize(("zone", "jump"), PAIRS)
def test_a_server_whose_clock_is_wrong_ends_the_kiosks_trust_in_its_own(
    open_mall: OpenMall, zone: str, jump: float
) -> None:
    mall = open_mall(zone, "2026-08-06T09:00:00")
    before = mall.number(alone=True)
    mall.server_jumps(jump)
    mall.meet()
    refused = mall.number(alone=True)
    mall.server_jumps(-jump)
    mall.meet()
    mall.wait(MINUTE)

    assert (before, refused) == ((DAY, "K1 0901"), IssueRefusal.OFFLINE)
    assert mall.number(alone=True) == (DAY, "K1 0902")


# --- both jump, as where one wrong time server sets a whole mall -------------------------------


@pytest.mark.parametrize(("zone", "jump"), PAIRS)
def test_a_mall_that_lived_in_another_time_for_an_hour_goes_on_where_it_was(
    open_mall: OpenMall, time_server: Path, zone: str, jump: float
) -> None:
    time_server.touch()
    mall = open_mall(zone, "2026-08-06T09:00:00")
    given = [mall.number(), mall.number(alone=True)]
    for seconds in (jump, -jump):
        mall.jump(seconds)
        mall.server_jumps(seconds)
        mall.meet()
        given += [mall.number(), mall.number(alone=True)]
        mall.wait(HOUR)

    labels = [one for one in given if not isinstance(one, IssueRefusal)]
    assert len(labels) == len(set(labels)) >= 5
    assert (DAY, "K 002") in labels
    assert mall.server.epoch == 0
