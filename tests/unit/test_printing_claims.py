"""What was read of the printer before a job outlives the kiosk, and settles the job after a restart."""

import asyncio
import json
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from devices.printing.evidence import Evidence, Reading, Verdict, reading_of
from devices.printing.spooler import EscposPrinter
from devices.simulated.printer_engine import Fault
from devices.simulated.printer_profiles import EPSON_T88
from kiosk.domain.paper import Paper
from kiosk.domain.ticket import Ticket
from kiosk.ports import JobState, KioskError
from kiosk.sqlite_store import SqliteStore
from tests.fakes import FakeTime
from tests.ledgers import assigned, damage, draft, paper, stamp
from tests.printing import VOID_WORDS, Bench, WitnessLink, fail_on_a_bug, sample_paper

SERIAL = b"J5TF 012345"


async def record(store: SqliteStore) -> Ticket:
    """A ticket with its job."""
    wish = draft()
    made = await store.record(wish, assigned(27), stamp(wish), paper, own_allowed=False)
    assert isinstance(made, Ticket)
    return made


@pytest.mark.parametrize(
    "reading",
    [
        Reading(SERIAL, 7, 4711, 42),
        Reading(SERIAL, None),
        Reading(b"", None),
        Reading(SERIAL, 0, 0),
    ],
)
def test_a_claim_says_what_was_read(reading: Reading) -> None:
    assert reading_of(reading.claim()) == reading


@pytest.mark.parametrize("claim", ["", "nonsense", "1 2 3", "a b c 00", "1 2 3 zz"])
def test_a_claim_that_cannot_be_read_claims_nothing(claim: str) -> None:
    assert reading_of(claim) is None


# --- the line counter ---

BEFORE = Reading(SERIAL, cuts=7, lines=100, needed=42)


@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        (100, Verdict.NOT_OUT),
        (141, Verdict.NOT_OUT),
        (142, Verdict.CUT_AGAIN),
        (150, Verdict.CUT_AGAIN),
        (151, Verdict.NOT_OUT),
        (None, Verdict.NOT_OUT),
    ],
)
def test_lines_prove_a_ticket_whose_marker_was_lost(lines: int | None, verdict: Verdict) -> None:
    after = Reading(SERIAL, 7, lines)

    assert Evidence(False, False, True, BEFORE, after).verdict() is verdict


@pytest.mark.parametrize(
    "after", [Reading(b"OTHER", 7, 145), Reading(SERIAL, None, 145), Reading(SERIAL, 6, 145)]
)
def test_lines_of_another_or_confused_printer_prove_nothing(after: Reading) -> None:
    assert Evidence(False, False, True, BEFORE, after).verdict() is Verdict.IN_DOUBT


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("counts_lines", "strips"), [(True, 2), (False, 3)])
def test_a_lost_marker_costs_a_voided_ticket_only_without_a_line_counter(
    counts_lines: bool, strips: int
) -> None:
    bench = Bench(replace(EPSON_T88, line_counter=counts_lines))
    bench.job("K 026")  # from this one the length of a line is learned
    bench.job_after(6, "K 027")
    rows = bench.ticket("K 027").rows
    bench.time.after(6.0, lambda: bench.engine.arm_at_row(rows + 80, Fault.POWER_OFF))
    bench.after(6.2, Fault.LATE)
    bench.after(9, Fault.CLEAN, Fault.POWER_ON)

    bench.run(40)

    job = bench.journal.jobs[2]
    assert job.state is JobState.DONE
    assert bench.whole_tickets(job) == 1
    assert len(bench.strips) == strips


@pytest.mark.usefixtures("qapp")
def test_lines_that_somebody_fed_by_hand_prove_nothing() -> None:
    bench = Bench()
    bench.job("K 026")
    bench.job_after(6, "K 027")
    rows = bench.ticket("K 027").rows
    bench.time.after(6.0, lambda: bench.engine.arm_at_row(rows - 300, Fault.COVER_OPEN))
    bench.after(20, Fault.COVER_CLOSE)
    bench.time.after(15, lambda: bench.engine.mechanism.wind(400))

    bench.run(60)

    assert bench.whole_tickets(bench.journal.jobs[2]) == 1
    assert len(bench.strips) == 3


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("away", "strips"), [(5, 2), (15, 3)])
def test_lines_count_only_where_nobody_had_the_time_to_move_paper_unseen(
    away: int, strips: int
) -> None:
    bench = Bench()
    bench.job("K 026")
    bench.job_after(6, "K 027")
    rows = bench.ticket("K 027").rows
    bench.time.after(6.0, lambda: bench.engine.arm_at_row(rows + 80, Fault.POWER_OFF))
    bench.after(6.2, Fault.LATE)
    bench.after(7 + away, Fault.CLEAN, Fault.POWER_ON)

    bench.run(60)

    job = bench.journal.jobs[2]
    assert job.state is JobState.DONE
    assert bench.whole_tickets(job) == 1
    assert len(bench.strips) == strips


# --- a restart ---


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("row", "end", "strips"),
    [(600, JobState.DONE, 2), (100, JobState.DONE, 2)],
)
def test_a_ticket_half_sent_when_the_kiosk_died_is_voided_and_printed_again(
    row: int, end: JobState, strips: int
) -> None:
    bench = Bench()
    job = bench.job()
    bench.engine.arm_at_row(row, Fault.PAPER_OUT)
    bench.run(1.35)
    bench.restart()
    bench.after(5, Fault.REFILL)
    assert not bench.journal.jobs[job.id].state.ended

    bench.run(60)

    assert bench.journal.jobs[job.id].state is end
    assert len(bench.strips) == strips
    assert bench.whole_tickets(job) == 1


@pytest.mark.usefixtures("qapp")
def test_a_ticket_that_came_out_while_the_kiosk_was_dead_is_done_by_the_cutter_counter() -> None:
    bench = Bench()
    job = bench.job()
    bench.run(1.3)
    bench.time.advance(bench.time.monotonic() + 30)
    bench.engine.advance(bench.time.monotonic())
    bench.restart()

    bench.run(20)

    assert bench.journal.jobs[job.id].state is JobState.DONE
    assert bench.whole_tickets(job) == 1
    assert len(bench.strips) == 1


# --- the store ---


async def test_a_claim_stays_until_another_and_is_read_back(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path / "ledger.sqlite", FakeTime())) as store:
        await record(store)
        store.move(1, JobState.CLAIMED, attempt=0, detail="for staff", claim="7 100 42 00")
        store.move(1, JobState.SENT)

        (job,) = store.open_jobs()

        assert (job.state, job.claim) == (JobState.SENT, "7 100 42 00")


async def test_a_job_that_cannot_be_read_is_told_as_ended_once(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with closing(SqliteStore(path, FakeTime())) as store:
        ticket = await record(store)
        with closing(sqlite3.connect(path, isolation_level=None)) as beside:
            beside.execute("UPDATE job SET paper = '{}'")

        assert list(store.open_jobs()) == []
        assert list(store.open_jobs()) == []

        told = [fact for fact in (await store.backlog(10)).facts if fact.kind == "print.ended"]
        assert [json.loads(fact.body)["outcome"] for fact in told] == ["expired"]
        assert json.loads(told[0].body)["ticket"] == str(ticket.id)


def test_what_was_learned_of_a_printer_outlives_the_process(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with closing(SqliteStore(path, FakeTime())) as store:
        store.keep("J5TF", "old")
        store.keep("J5TF", "new")

    with closing(SqliteStore(path, FakeTime())) as store:
        assert store.recall("J5TF") == "new"
        assert store.recall("other") is None


# --- a ledger that is set aside -----------------------------------------------------------------


@pytest.mark.parametrize("breaks_after", [0.2, 1.0, 10.0])
def test_papers_of_a_ledger_that_is_set_aside_are_not_doubled_and_the_next_are_printed(
    tmp_path: Path, breaks_after: float
) -> None:
    path, bench = tmp_path / "ledger.sqlite", Bench()
    first, second = sample_paper("K 001"), sample_paper("K 002")
    with closing(SqliteStore(path, bench.time)) as store:
        printer = EscposPrinter(
            bench.link,
            bench.composer,
            store,
            bench.listener,
            bench.time,
            void_words=VOID_WORDS,
            note=fail_on_a_bug,
        )

        async def record_it(number: int, shown: Paper) -> None:
            wish = draft(number)
            await store.record(
                wish, assigned(number), stamp(wish), lambda _: shown, own_allowed=False
            )

        def take(number: int, shown: Paper) -> None:
            with suppress(KioskError):  # the visitor tries again
                asyncio.run(record_it(number, shown))
            asyncio.run(record_it(number, shown))
            printer.wake()

        assert isinstance(bench.link, WitnessLink)
        bench.link.witness = lambda _: None
        take(1, first)
        bench.time.after(breaks_after, lambda: damage(path, "job"))
        bench.time.after(20.0, lambda: take(2, second))
        bench.time.after(60.0, printer.close)
        printer.run()

        assert store.moved_aside is not None
        assert [bench.whole_papers(shown) for shown in (first, second)] == [1, 1]
        assert list(store.open_jobs()) == []
