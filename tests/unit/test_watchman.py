"""From a kiosk's report to a webhook: durable, once each, in order, and never in the server's way."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from central import keeping
from central.alert_settings import AlertSettings
from central.alerts import DEFAULTS, Limits, Quiet, Rule, Rules
from central.app import build_app
from central.hints import Hints
from central.outward import mac
from central.settings import Settings
from central.site import open_site
from central.store import alerts as kept
from central.store.board import Report, keep_report
from central.store.rows import utc
from central.store.sqlite import SqliteStore
from central.watchman import FORGOTTEN_AFTER, Watchman
from central.webhooks import (
    BACK_OFF_BASE_SECONDS,
    BACK_OFF_MOST_SECONDS,
    GIVEN_UP_AFTER,
    Courier,
    Hook,
    back_off,
)
from tests.contract.world import CATALOGUE, NOW, StandingClock, central, running
from tests.loopback import SILENCE, Answer, Heard, raw_reply, served

SECRET = "a-secret-of-the-tests"
KIOSK = UUID("4f6d2c1e-8a57-4b0e-9c3d-5e2f7a9b1c04")
WELL = Report(KIOSK, NOW, "ready", "ready", 0, "0.1.0", None, paper_percent=80)


class Bench:
    """A store, a watchman over it, and the time."""

    def __init__(self, folder: Path, rules: Rules, hooks: tuple[str, ...]) -> None:
        self.clock = StandingClock()
        self.store = SqliteStore(folder)
        self.site = open_site(CATALOGUE, self.clock)
        self.hints = Hints()
        self.rules = rules
        self.hooks = hooks
        self.begin()

    def begin(self) -> None:
        """The server starts, or starts again."""
        self.watchman = Watchman(self.site, self.store, self.hints, self.rules, self.hooks)

    async def tell(self, report: Report = WELL, kiosk: str = "A-03") -> None:
        """A kiosk reports."""
        now = self.clock.now()
        report = replace(report, at=now)
        key = report.installation.bytes * 2
        known = (
            str(report.installation),
            kiosk,
            key,
            key[:4],
            "0",
            0,
            "0" * 64,
            utc(now),
            utc(now),
        )
        await self.store.write(
            lambda c: c.execute(
                "INSERT OR IGNORE INTO installation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'clock')",
                known,
            )
        )
        await self.store.write(lambda c: keep_report(c, report, now))

    async def after(self, minutes: float, report: Report | None = WELL) -> None:
        """Time goes by; the kiosk reports unless it is silent; the watchman looks."""
        self.clock.moment += timedelta(minutes=minutes)
        if report:
            await self.tell(report)
        await self.watchman.look()

    async def going(self) -> list[Rule]:
        """Alerts that go on."""
        found = await self.store.read(lambda c: kept.listed(c, self.clock.now(), 100))
        return [one.rule for one in found if one.course.ended is None]

    async def waiting(self, hook: str = "ops") -> list[tuple[str, str]]:
        """What waits to be sent, in order."""
        rows = await self.store.read(
            lambda c: c.execute(
                "SELECT body FROM telling WHERE hook = ? AND done IS NULL ORDER BY rowid", (hook,)
            ).fetchall()
        )
        bodies = [json.loads(row["body"]) for row in rows]
        return [(body["what"], body["rule"]) for body in bodies]


@asynccontextmanager
async def bench_of(
    folder: Path, rules: Rules | None = None, hooks: tuple[str, ...] = ("ops",)
) -> AsyncIterator[Bench]:
    """A bench whose store is open."""
    made = Bench(folder, rules or Rules(), hooks)
    made.store.open(made.clock.now())
    try:
        await made.tell()
        yield made
    finally:
        made.store.close()


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    async with bench_of(tmp_path) as made:
        yield made


LOW = replace(WELL, paper_percent=9)
JAM = replace(WELL, printer="jam")


async def test_a_trouble_becomes_an_alert_with_a_beginning_and_an_end(bench: Bench) -> None:
    await bench.after(1, LOW)
    await bench.after(1, WELL)
    assert await bench.going() == [Rule.PAPER]
    await bench.after(2, WELL)

    assert await bench.going() == []
    assert await bench.waiting() == [("begun", "paper"), ("ended", "paper")]


async def test_a_trouble_that_passes_at_once_tells_nobody(bench: Bench) -> None:
    await bench.after(1, JAM)
    await bench.after(1, WELL)
    await bench.after(5, WELL)

    assert await bench.waiting() == []


async def test_paper_that_wavers_around_its_limit_is_told_once(bench: Bench) -> None:
    for percent in (14, 16, 14, 16, 29, 14, 15):
        await bench.after(1, replace(WELL, paper_percent=percent))

    assert await bench.waiting() == [("begun", "paper")]


async def test_a_silent_kiosk_is_told_of_and_so_is_its_return(bench: Bench) -> None:
    await bench.after(4, None)
    assert await bench.going() == []
    await bench.after(1, None)
    assert await bench.going() == [Rule.SILENT]
    for _ in range(4):
        await bench.after(1, WELL)

    assert await bench.waiting() == [("begun", "silent"), ("ended", "silent")]


async def test_an_alert_of_a_kiosk_that_fell_silent_stands_still(bench: Bench) -> None:
    await bench.after(1, LOW)
    await bench.after(60, None)

    assert set(await bench.going()) == {Rule.PAPER, Rule.SILENT}
    assert await bench.waiting() == [("begun", "paper"), ("begun", "silent")]


async def test_a_server_that_slept_calls_nobody_silent(bench: Bench) -> None:
    bench.clock.moment += timedelta(hours=9)
    bench.begin()

    await bench.watchman.look()
    assert await bench.going() == []
    await bench.after(5, None)

    assert await bench.going() == [Rule.SILENT]


async def test_a_restart_neither_forgets_nor_repeats(bench: Bench) -> None:
    await bench.after(1, LOW)
    await bench.after(0, JAM)
    for _ in range(3):
        bench.begin()
        await bench.after(1, replace(LOW, printer="jam"))

    assert await bench.waiting() == [("begun", "paper"), ("begun", "printer")]


async def test_a_kiosk_that_was_installed_anew_is_one_kiosk(bench: Bench) -> None:
    fresh = replace(WELL, installation=UUID(int=9))
    for _ in range(4):
        bench.clock.moment += timedelta(minutes=3)
        await bench.tell(fresh)
        await bench.watchman.look()

    assert await bench.going() == []


async def test_a_kiosk_that_never_comes_back_is_forgotten_without_a_word(bench: Bench) -> None:
    await bench.after(5, None)
    await bench.after(FORGOTTEN_AFTER / timedelta(minutes=1), None)

    assert await bench.going() == []
    assert await bench.waiting() == [("begun", "silent")]


async def test_while_nothing_changes_nothing_is_written(bench: Bench) -> None:
    await bench.after(1, LOW)
    before = await bench.store.read(lambda c: c.execute("PRAGMA data_version").fetchone()[0])

    for _ in range(20):
        await bench.watchman.look()

    after = await bench.store.read(lambda c: c.execute("PRAGMA data_version").fetchone()[0])
    assert after == before


async def test_each_webhook_is_told_with_an_id_of_its_own(tmp_path: Path) -> None:
    async with bench_of(tmp_path, hooks=("ops", "chat")) as bench:
        await bench.after(1, LOW)

        assert await bench.waiting("ops") == await bench.waiting("chat") == [("begun", "paper")]
        ids = await bench.store.read(lambda c: c.execute("SELECT id FROM telling").fetchall())
        assert len({row["id"] for row in ids}) == 2


async def test_a_conflict_is_told_of_and_over_with_the_day(bench: Bench) -> None:
    columns = "id, reference, installation, visit, day, queue, service, label, label_conflict"
    columns += ", origin, state, at, recorded_at, priority, language, channel"
    day = bench.site.local().date().isoformat()
    row = ("t", b"r", str(KIOSK), "v", day, "K", "s", "K 001", 1, "own", "issued", "a", "a", 0)
    await bench.store.write(
        lambda c: c.execute(
            f"INSERT INTO ticket ({columns}) VALUES ({', '.join('?' * 16)})", (*row, "id", "walk")
        )
    )

    await bench.after(1)
    assert await bench.going() == [Rule.CONFLICT]
    await bench.after(24 * 60)
    await bench.after(3)

    assert await bench.going() == []


# --- quiet hours ------------------------------------------------------------------------------


def resting(*urgent: Rule) -> Rules:
    """Quiet from eight in the evening to six; the examples' clock stands at 9.34."""
    limits = {rule: replace(one, urgent=rule in urgent) for rule, one in DEFAULTS.items()}
    return Rules(limits, Quiet(time(20), time(6)))


async def at(bench: Bench, hour: int, report: Report | None = WELL) -> None:
    """The next time the clock shows this hour."""
    local = bench.site.local()
    ahead = (hour - local.hour) % 24 * 60 - local.minute
    await bench.after(ahead if ahead > 0 else ahead + 24 * 60, report)


async def test_what_begins_in_quiet_hours_is_told_in_the_morning(tmp_path: Path) -> None:
    async with bench_of(tmp_path, resting()) as bench:
        await at(bench, 21, LOW)
        assert await bench.going() == [Rule.PAPER]
        assert await bench.waiting() == []

        await at(bench, 5, LOW)
        assert await bench.waiting() == []
        await at(bench, 6, LOW)

        assert await bench.waiting() == [("begun", "paper")]


async def test_what_came_and_went_in_quiet_hours_wakes_nobody(tmp_path: Path) -> None:
    async with bench_of(tmp_path, resting()) as bench:
        await at(bench, 21, LOW)
        await at(bench, 22)
        await at(bench, 23)
        await at(bench, 7)

        assert await bench.waiting() == []
        found = await bench.store.read(lambda c: kept.listed(c, NOW, 10))
        assert [(one.rule, one.told) for one in found] == [(Rule.PAPER, None)]


async def test_an_end_in_quiet_hours_is_told_in_the_morning(tmp_path: Path) -> None:
    async with bench_of(tmp_path, resting()) as bench:
        await at(bench, 19, LOW)
        await at(bench, 21)
        await at(bench, 22)
        assert await bench.waiting() == [("begun", "paper")]
        await at(bench, 7)

        assert await bench.waiting() == [("begun", "paper"), ("ended", "paper")]


async def test_what_is_urgent_knows_no_quiet(tmp_path: Path) -> None:
    async with bench_of(tmp_path, resting(Rule.PAPER)) as bench:
        await at(bench, 21, LOW)

        assert await bench.waiting() == [("begun", "paper")]


async def test_a_rule_that_was_switched_off_ends_what_it_began(tmp_path: Path) -> None:
    async with bench_of(tmp_path) as bench:
        await bench.after(1, LOW)
        bench.rules = Rules({**DEFAULTS, Rule.PAPER: Limits(enabled=False)})
        bench.begin()
        await bench.after(1, LOW)
        await bench.after(1, LOW)

        assert await bench.going() == []


# --- the way to the webhook -------------------------------------------------------------------


class Receiver:
    """A real HTTP server that answers as it is told, and notes what it heard."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.status = 200

    async def __call__(self, heard: Heard) -> bytes:
        """One request."""
        self.heard.append(heard)
        return raw_reply(self.status, b"thank you", {})

    @property
    def ids(self) -> list[str]:
        """The ids that came."""
        return [heard.headers["anjungan-delivery"] for heard in self.heard]


@asynccontextmanager
async def courier_of(bench: Bench, answer: Answer) -> AsyncIterator[Courier]:
    """A courier to a receiver that answers so."""
    async with served(answer) as url:
        courier = Courier(Hook("ops", url, SECRET), bench.site, bench.store)
        courier.open()
        try:
            yield courier
        finally:
            await courier.close()


async def test_a_webhook_is_told_once_and_can_check_by_whom(bench: Bench) -> None:
    receiver = Receiver()
    await bench.after(1, LOW)
    async with courier_of(bench, receiver) as courier:
        assert await courier.bring() == 1
        assert await courier.bring() == 0

    (heard,) = receiver.heard
    body = heard.json()
    sent_at = str(int(bench.clock.now().timestamp()))
    assert heard.method == "POST"
    assert heard.headers["anjungan-time"] == sent_at
    assert heard.headers["anjungan-mac"] == mac(SECRET, sent_at, heard.body)
    assert heard.headers["anjungan-delivery"] == body["id"]
    assert SECRET not in str(heard.headers) + heard.body.decode()
    assert {name: body[name] for name in ("schema", "what", "kiosk", "rule", "figure")} == {
        **{"schema": "alert/1", "what": "begun", "kiosk": "A-03"},
        **{"rule": "paper", "figure": "9"},
    }
    assert body["text"] == "Anjungan A-03: kertas tinggal 9 %"


@pytest.mark.parametrize("status", [301, 404, 429, 500, 503])
async def test_what_was_not_taken_is_tried_again_later_under_the_same_id(
    bench: Bench, status: int
) -> None:
    receiver = Receiver()
    receiver.status = status
    await bench.after(1, LOW)
    async with courier_of(bench, receiver) as courier:
        await courier.bring()
        assert await courier.bring() == 0, "not at once"
        bench.clock.moment += timedelta(seconds=BACK_OFF_BASE_SECONDS)
        receiver.status = 204
        assert await courier.bring() == 1

    assert len(receiver.ids) == 2
    assert len(set(receiver.ids)) == 1


async def test_an_answer_that_was_lost_is_told_again_by_the_same_id_after_a_restart(
    bench: Bench,
) -> None:
    receiver = Receiver()
    await bench.after(1, LOW)
    (told,) = await bench.store.read(lambda c: kept.due(c, "ops", bench.clock.now(), 9))
    async with courier_of(bench, receiver) as courier:
        await courier._send(told)  # the server dies before it notes that this was taken
    async with courier_of(bench, receiver) as another:
        await another.bring()

    assert receiver.ids == 2 * [str(told.id)]


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://127.0.0.1:9/", "ConnectError"),
        ("http://127.0.0.1:84443/", "ExceptionGroup"),
        ("http://127.0.0.1:8a/", "InvalidURL"),
    ],
)
async def test_nobody_there_is_a_try_like_any_other(bench: Bench, url: str, problem: str) -> None:
    await bench.after(1, LOW)
    courier = Courier(Hook("ops", url, SECRET), bench.site, bench.store)
    courier.open()

    assert await courier.bring() == 0

    await courier.close()
    hook = await bench.store.read(lambda c: kept.hook(c, "ops"))
    assert (hook.waiting, hook.problem) == (1, problem)


async def test_the_end_waits_for_the_beginning(bench: Bench) -> None:
    receiver = Receiver()
    receiver.status = 500
    await bench.after(1, LOW)
    async with courier_of(bench, receiver) as courier:
        await courier.bring()
        await bench.after(3, WELL)
        await bench.after(3, WELL)
        assert await bench.waiting() == [("begun", "paper"), ("ended", "paper")]
        await courier.bring()
        receiver.status = 200
        await bench.after(1, WELL)
        await courier.bring()
        await courier.bring()

    assert [heard.json()["what"] for heard in receiver.heard] == 3 * ["begun"] + ["ended"]


async def test_one_alert_that_is_refused_does_not_hold_up_another(bench: Bench) -> None:
    heard_rules: list[str] = []

    async def answer(heard: Heard) -> bytes:
        rule = heard.json()["rule"]
        heard_rules.append(rule)
        return raw_reply(400 if rule == "paper" else 200, b"", {})

    await bench.after(1, replace(LOW, quarantined=1))
    async with courier_of(bench, answer) as courier:
        assert await courier.bring() == 1

    assert set(heard_rules) == {"paper", "quarantine"}


async def test_after_a_day_it_is_given_up_and_said_so(
    bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    receiver = Receiver()
    receiver.status = 500
    await bench.after(1, LOW)
    async with courier_of(bench, receiver) as courier:
        await courier.bring()
        bench.clock.moment += GIVEN_UP_AFTER + timedelta(minutes=1)
        await courier.bring()
        bench.clock.moment += timedelta(days=1)
        await courier.bring()

    hook = await bench.store.read(lambda c: kept.hook(c, "ops"))
    assert (len(receiver.ids), hook.waiting, hook.given_up) == (1, 0, 1)
    said = capsys.readouterr().err
    assert said.count("webhook_lost") == said.count("webhook_given_up") == 1
    assert SECRET not in said


async def test_what_waits_for_a_webhook_that_was_removed_is_given_up(tmp_path: Path) -> None:
    async with bench_of(tmp_path) as bench:
        await bench.after(1, LOW)
    alerts = AlertSettings(hooks=(Hook("other", "http://127.0.0.1:9/", SECRET),))
    async with running(build_app(Settings(tmp_path, StandingClock(), CATALOGUE, alerts=alerts))):
        pass

    async with bench_of(tmp_path) as bench:
        hook = await bench.store.read(lambda c: kept.hook(c, "ops"))
    assert (hook.waiting, hook.given_up) == (0, 1)


def test_every_wait_is_longer_than_the_last_until_it_is_long_enough() -> None:
    for tries in range(30):
        most = min(BACK_OFF_MOST_SECONDS, BACK_OFF_BASE_SECONDS * 2.0**tries)
        assert most / 2 <= back_off(tries).total_seconds() <= most


async def test_a_long_answer_is_not_read(bench: Bench) -> None:
    async def endless(_: Heard) -> bytes:
        return b"HTTP/1.1 200 Fine\r\nContent-Length: 99999999\r\n\r\n" + bytes(1000)

    await bench.after(1, LOW)
    async with courier_of(bench, endless) as courier:
        assert await courier.bring() == 1


# --- within the server ------------------------------------------------------------------------


async def test_the_server_watches_and_tells_by_itself(tmp_path: Path) -> None:
    came = asyncio.Event()
    heard: list[Heard] = []

    async def answer(request: Heard) -> bytes:
        heard.append(request)
        came.set()
        return raw_reply(200, b"", {})

    async with bench_of(tmp_path) as bench:
        await bench.tell(LOW)
    async with served(answer) as url:
        alerts = AlertSettings(hooks=(Hook("ops", url, SECRET),))
        app = build_app(Settings(tmp_path, StandingClock(), CATALOGUE, alerts=alerts))
        async with running(app), asyncio.timeout(10):
            await came.wait()

    assert heard[0].json()["rule"] == "paper"


async def test_a_loop_that_fails_is_told_and_goes_on_later_each_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    waits: list[float] = []
    words = "of a visitor"

    async def loop() -> None:
        if len(waits) == 12:
            await asyncio.Event().wait()
        raise LookupError(words)

    async def wait(seconds: float) -> None:
        waits.append(seconds)

    task = asyncio.create_task(keeping.kept("courier", loop, wait))
    for _ in range(20):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    told = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert waits == [min(2.0**n, keeping.LONGEST_WAIT_SECONDS) for n in range(12)]
    assert {(one["event"], one["task"]) for one in told} == {("task_failed", "courier")}
    assert "LookupError" in told[0]["trace"]
    assert words not in told[0]["trace"]


async def test_no_loop_of_the_server_ends_by_a_bug(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    app = build_app(Settings(tmp_path, StandingClock(), CATALOGUE))
    async with running(app):
        names = {task.get_coro().__qualname__ for task in asyncio.all_tasks()}  # type: ignore[union-attr]
        kept_alive = [task for task in asyncio.all_tasks() if "kept" in str(task.get_coro())]

    assert len(kept_alive) == 3
    assert names.isdisjoint({"watch", "tidy", "Watchman.run", "Courier.run"})


async def test_a_webhook_that_never_answers_holds_up_no_stop(tmp_path: Path) -> None:
    came = asyncio.Event()

    async def silent(_: Heard) -> bytes:
        came.set()
        return SILENCE

    async with bench_of(tmp_path) as bench:
        await bench.tell(LOW)
    async with served(silent) as url, asyncio.timeout(5):
        alerts = AlertSettings(hooks=(Hook("ops", url, SECRET),))
        app = build_app(Settings(tmp_path, StandingClock(), CATALOGUE, alerts=alerts))
        async with running(app):
            await came.wait()


async def test_the_page_of_alerts_is_told_what_goes_on_and_what_is_over(tmp_path: Path) -> None:
    async with bench_of(tmp_path) as bench:
        await bench.after(1, replace(LOW, quarantined=2))
        await bench.after(3, LOW)
        await bench.after(3, LOW)
        now = bench.clock.now()
    async with central(tmp_path, clock=StandingClock(now)) as world:
        found = (await world.client.get("/api/v1/alerts")).json()
        today = (await world.client.get("/api/v1/today")).json()
        page = await world.client.get("/alerts")

    shown = [(one["rule"], one["text"], one["ended"] is None) for one in found["alerts"]]
    assert shown == [
        ("paper", "kertas tinggal 9 %", True),
        ("quarantine", "2 catatan disisihkan", False),
    ]
    assert today["alerts"] == 1
    assert page.status_code == 200
    assert "Peringatan" in page.text


def test_nothing_of_a_hook_is_shown_that_is_secret() -> None:
    hook = Hook("ops", "https://ops.example/", SECRET)

    assert SECRET not in repr(AlertSettings(hooks=(hook,)))
