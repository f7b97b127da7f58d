"""What the spooler says is what is on paper: every fault, on a printer whose time is simulated."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from devices.printing.commands import RECOVER
from devices.printing.composer import JobBytes, Level, Marks
from devices.printing.pacing import Pacing
from devices.simulated.printer_engine import Fault
from devices.simulated.printer_profiles import (
    CLONE_58,
    CLONE_BARRIER,
    CLONE_DUMB,
    EPSON_T88,
    Profile,
)
from devices.simulated.printer_tray import StripState
from kiosk.domain.devices import PaperOutcome, PrinterState
from kiosk.domain.paper import Paper
from kiosk.ports import JobState
from tests.printing import Bench, WitnessLink

pytestmark = pytest.mark.usefixtures("qapp")

COMPLETE, CUT = StripState.COMPLETE, StripState.CUT
PRINTING, PRINTED = PaperOutcome.PRINTING, PaperOutcome.PRINTED
MID_TICKET = 600
LIFE = Pacing().job_life
Setup = Callable[[Bench], None]


@dataclass(frozen=True, slots=True)
class Case:
    """What happens, and what must come of it: told in this order, on these strips."""

    name: str
    setup: Setup
    told: tuple[PaperOutcome, ...]
    strips: tuple[StripState, ...]
    whole: int
    end: JobState = JobState.DONE
    profile: Profile = EPSON_T88
    answers: bool = True


def before(fault: Fault, mended: Fault | None = None, seconds: float = 20) -> Setup:
    """A fault that is there before the ticket."""

    def setup(bench: Bench) -> None:
        bench.engine.apply(fault)
        if mended is not None:
            bench.after(seconds, mended)

    return setup


def at_row(row: int, fault: Fault, mended: Fault | None = None, seconds: float = 20) -> Setup:
    """A fault in the middle of the ticket."""

    def setup(bench: Bench) -> None:
        bench.engine.arm_at_row(row, fault)
        if mended is not None:
            bench.after(seconds, mended)

    return setup


def at_byte(byte: int, fault: Fault) -> Setup:
    """A fault while bytes are on the way."""
    return lambda bench: bench.engine.arm_at_byte(byte, fault)


def hot_and_mute(bench: Bench) -> None:
    """A head that cools down while the printer cannot say so."""
    bench.engine.arm_at_row(MID_TICKET, Fault.HOT)
    bench.after(2, Fault.MUTE)
    bench.after(4, Fault.COOL)
    bench.after(6, Fault.UNMUTE)


def nothing(_: Bench) -> None:
    """No fault."""


OUT, OPEN, JAM, OFF, DOUBT = (
    PaperOutcome.PAPER_OUT,
    PaperOutcome.COVER_OPEN,
    PaperOutcome.JAM,
    PaperOutcome.OFF,
    PaperOutcome.IN_DOUBT,
)
CHECKING = PaperOutcome.CHECKING
GOOD = (PRINTING, PRINTED)
AGAIN = (CUT, COMPLETE)
ONE = (COMPLETE,)
REFILL, CLOSE, ON = Fault.REFILL, Fault.COVER_CLOSE, Fault.POWER_ON

CASES = [
    Case("no fault", nothing, GOOD, ONE, 1),
    Case("near end", before(Fault.NEAR_END), GOOD, ONE, 1),
    Case("paper out before, refilled", before(Fault.PAPER_OUT, REFILL), (OUT, *GOOD), ONE, 1),
    Case("paper out for good", before(Fault.PAPER_OUT), (OUT,), (), 0, JobState.EXPIRED),
    Case("refilled too late", before(Fault.PAPER_OUT, REFILL, 95), (OUT,), (), 0, JobState.EXPIRED),
    Case("cover open before", before(Fault.COVER_OPEN, CLOSE), (OPEN, *GOOD), ONE, 1),
    Case("paper end mid-ticket", at_row(MID_TICKET, Fault.PAPER_OUT, REFILL),
         (PRINTING, OUT, *GOOD), AGAIN, 1),
    Case("paper end mid-ticket, refilled too late", at_row(MID_TICKET, Fault.PAPER_OUT, REFILL, 95),
         (PRINTING, OUT), (CUT,), 0, JobState.EXPIRED),
    Case("cover open mid-ticket", at_row(MID_TICKET, Fault.COVER_OPEN, CLOSE),
         (PRINTING, OPEN, *GOOD), AGAIN, 1),
    Case("cover open before the cut", at_row(1330, Fault.COVER_OPEN, CLOSE),
         (PRINTING, OPEN, PRINTED), (CUT,), 1),
    Case("power off mid-ticket", at_row(MID_TICKET, Fault.POWER_OFF, ON, 5),
         (PRINTING, CHECKING, *GOOD), AGAIN, 1),
    Case("power off for long", at_row(MID_TICKET, Fault.POWER_OFF, ON, 60),
         (PRINTING, CHECKING, DOUBT, *GOOD), AGAIN, 1),
    Case("power off until nobody waits", at_row(MID_TICKET, Fault.POWER_OFF, ON, 95),
         (PRINTING, CHECKING, DOUBT), (CUT,), 0, JobState.EXPIRED),
    Case("power off before", before(Fault.POWER_OFF, ON), (OFF, *GOOD), ONE, 1),
    Case("link cut in a picture", at_byte(20_000, Fault.LINK_CUT),
         (PRINTING, CHECKING, *GOOD), AGAIN, 1),
    Case("link cut after the last byte", at_row(1290, Fault.LINK_CUT),
         (PRINTING, CHECKING, PRINTED), ONE, 1),
    Case("link cut between rows and knife", at_row(1340, Fault.LINK_CUT),
         (PRINTING, CHECKING, PRINTED), ONE, 1),
    Case("mute before", before(Fault.MUTE), (OFF,), (), 0, JobState.EXPIRED),
    Case("mute mid-ticket", at_row(MID_TICKET, Fault.MUTE, Fault.UNMUTE),
         (PRINTING, CHECKING, DOUBT, PRINTED), ONE, 1),
    Case("hung mid-ticket", at_byte(20_000, Fault.HANG),
         (PRINTING, CHECKING, DOUBT), (), 0, JobState.SENDING),
    Case("hung, then not", at_row(300, Fault.HANG, Fault.UNHANG),
         (PRINTING, CHECKING, DOUBT, *GOOD), AGAIN, 1),
    Case("cutter frees itself", before(Fault.JAM), GOOD, ONE, 1),
    Case("cutter freed by hand", before(Fault.JAM_HARD, Fault.JAM_CLEAR, 40),
         (PRINTING, JAM, *GOOD), ONE, 1),
    Case("head too hot, its cooling untold", hot_and_mute,
         (PRINTING, PaperOutcome.HOT, OFF), (CUT,), 0, JobState.EXPIRED),
    Case("head too hot for long before", before(Fault.HOT, Fault.COOL, 95),
         (PaperOutcome.HOT, OFF), (), 0, JobState.EXPIRED),
    Case("head too hot", at_row(MID_TICKET, Fault.HOT, Fault.COOL, 60),
         (PRINTING, PaperOutcome.HOT, *GOOD), ONE, 1),
    Case("clone with a barrier", nothing, GOOD, ONE, 1, profile=CLONE_BARRIER),
    Case("clone with a barrier, paper end", at_row(MID_TICKET, Fault.PAPER_OUT, REFILL),
         (PRINTING, OUT, *GOOD), ONE, 1, profile=CLONE_BARRIER),
    Case("clone with a barrier, power off", at_row(MID_TICKET, Fault.POWER_OFF, ON, 30),
         (PRINTING, CHECKING, DOUBT), (CUT,), 0, JobState.IN_DOUBT, CLONE_BARRIER),
    Case("clone with status", nothing, (PRINTING, PaperOutcome.PROBABLY), ONE, 1, profile=CLONE_58),
    Case("clone with status, paper end", at_row(MID_TICKET, Fault.PAPER_OUT, REFILL),
         (PRINTING, OUT, PRINTING, PaperOutcome.PROBABLY), ONE, 1, profile=CLONE_58),
    Case("clone that says nothing", nothing, (OFF,), (), 0, JobState.EXPIRED, CLONE_DUMB),
    Case("clone declared to say nothing", nothing, (PRINTING, PaperOutcome.SENT), ONE, 1,
         profile=CLONE_DUMB, answers=False),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_told_is_what_is_on_paper(case: Case) -> None:
    bench = Bench(case.profile, answers=case.answers)
    job = bench.job()
    case.setup(bench)

    bench.run(130)

    assert tuple(bench.listener.outcomes(job.subject)) == case.told
    assert tuple(strip.state for strip in bench.strips) == case.strips
    assert bench.whole_tickets(job) == case.whole
    assert bench.journal.jobs[job.id].state is case.end


# --- order and time ---


def test_a_ticket_takes_these_steps_in_the_journal() -> None:
    bench = Bench()
    job = bench.job()

    bench.run(10)

    assert bench.journal.states(job.id) == [
        JobState.CLAIMED,
        JobState.SENDING,
        JobState.SENT,
        JobState.PRINTED,
        JobState.DONE,
    ]
    assert bench.journal.moves[0].detail == "printer J5TF012345, cuts 0"


def test_a_ticket_that_is_printed_again_was_voided_first() -> None:
    bench = Bench()
    job = bench.job()
    bench.engine.arm_at_row(MID_TICKET, Fault.PAPER_OUT)
    bench.after(10, Fault.REFILL)

    bench.run(60)

    states = bench.journal.states(job.id)
    assert states[2:6] == [
        JobState.STOPPED,
        JobState.CLEARING,
        JobState.VOIDED,
        JobState.QUEUED,
    ]
    assert [move.attempt for move in bench.journal.moves][5] == 1


def test_tickets_come_out_in_the_order_of_their_recording() -> None:
    bench = Bench()
    jobs = [bench.job(f"K {number:03d}") for number in (27, 28, 29)]

    bench.run(20)

    assert [told for _, told, outcome in bench.listener.told if outcome is PRINTED] == [
        job.subject for job in jobs
    ]
    assert [bench.whole_tickets(job) for job in jobs] == [1, 1, 1]


def test_a_job_that_comes_later_is_printed_when_the_spooler_is_woken() -> None:
    bench = Bench()
    bench.job_after(5)

    bench.run(10)

    assert bench.listener.seconds_until(PRINTING) - 5 < 0.3


@pytest.mark.parametrize(
    ("fault", "outcome", "profile", "limit"),
    [
        (Fault.PAPER_OUT, OUT, EPSON_T88, 0.3),
        (Fault.COVER_OPEN, OPEN, EPSON_T88, 0.3),
        (Fault.PAPER_OUT, OUT, CLONE_BARRIER, 1.5),
    ],
)
def test_a_fault_is_told_soon(
    fault: Fault, outcome: PaperOutcome, profile: Profile, limit: float
) -> None:
    bench = Bench(profile)
    bench.job_after(5)
    bench.after(5.8, fault)

    bench.run(12)

    assert 0 <= bench.listener.seconds_until(outcome) - 5.8 <= limit


def test_a_printer_that_falls_silent_is_said_to_be_after_two_connections() -> None:
    bench = Bench()
    bench.after(5, Fault.MUTE)

    bench.run(20)

    assert bench.listener.states == [PrinterState.READY, PrinterState.SILENT]


def test_a_bug_in_the_printers_thread_is_told_once_and_the_ticket_comes_out() -> None:
    bench = Bench()
    job = bench.job()
    link, failures = bench.link, [2]
    send = link.send

    def send_later(data: bytes) -> int:
        if failures[0]:
            failures[0] -= 1
            raise ZeroDivisionError
        return send(data)

    link.send = send_later  # type: ignore[method-assign]  # a link with a bug in it
    notes: list[str] = []
    bench.printer = bench.new_printer(note=lambda event, **_: notes.append(event))
    bench.run(20)

    assert bench.listener.states == [PrinterState.BROKEN, PrinterState.READY]
    assert notes[0] == "printer.failed"
    assert notes.count("printer.failed") == 1
    assert bench.whole_tickets(job) == 1


def test_a_ticket_with_a_bug_in_it_does_not_stop_the_others() -> None:
    bench = Bench()
    bad, good = bench.job("K 027"), bench.job("K 028")
    compose = bench.composer.ticket

    def ticket(paper: Paper, marks: Marks, level: Level) -> JobBytes:
        if paper == bad.paper:
            bench.time.advance(bench.time.monotonic() + LIFE / 2)
            raise ZeroDivisionError
        return compose(paper, marks, level)

    bench.composer.ticket = ticket  # type: ignore[method-assign]  # a composer with a bug in it
    bench.printer = bench.new_printer(note=lambda *_, **__: None)
    bench.run(LIFE * 2)

    assert bench.journal.jobs[bad.id].state is JobState.EXPIRED
    assert bench.whole_tickets(good) == 1


def test_a_bug_in_the_middle_of_a_ticket_neither_loses_nor_doubles_it() -> None:
    bench = Bench()
    job = bench.job()

    def bug() -> None:
        raise ZeroDivisionError

    bench.time.after(1.5, bug)
    bench.printer = bench.new_printer(note=lambda *_, **__: None)
    bench.run(40)

    assert PrinterState.BROKEN in bench.listener.states
    assert bench.listener.outcomes(job.subject)[-1] is PRINTED
    assert bench.whole_tickets(job) == 1


def test_a_ticket_behind_a_stuck_cutter_is_told_and_given_up_in_time() -> None:
    bench = Bench()
    bench.engine.apply(Fault.JAM_HARD)
    first = bench.job("K 027")
    bench.job_after(10, "K 028")
    bench.after(120, Fault.JAM_CLEAR)

    bench.run(140)

    second = bench.journal.jobs[2]
    assert bench.listener.outcomes(second.subject) == [JAM]
    assert second.state is JobState.EXPIRED
    assert bench.listener.outcomes(first.subject) == [PRINTING, JAM, *GOOD]
    assert bench.whole_tickets(first) == 1
    assert bench.whole_tickets(second) == 0


def test_a_cutter_is_told_to_free_itself_three_times_and_then_left_to_a_person() -> None:
    bench, sent = Bench(), list[bytes]()
    assert isinstance(bench.link, WitnessLink)
    bench.link.witness = sent.append
    bench.engine.apply(Fault.JAM_HARD)
    bench.job()

    bench.run(60)

    assert sent.count(RECOVER) == 3


def test_markers_whose_answers_were_lost_are_made_good_by_the_cutter_counter() -> None:
    bench = Bench()
    job = bench.job()

    def lose_answers() -> None:
        bench.engine.apply(Fault.MUTE)
        bench.after(2.5, Fault.UNMUTE)

    bench.journal.when(JobState.SENT, lose_answers)

    bench.run(60)

    assert JobState.CLEARING in bench.journal.states(job.id)
    assert bench.listener.outcomes(job.subject) == [PRINTING, PRINTED]
    assert bench.whole_tickets(job) == 1


def test_attempts_are_limited() -> None:
    bench = Bench()
    job = bench.job()
    for second in range(0, 60, 2):
        bench.time.after(second, lambda: bench.engine.arm_at_row(300, Fault.LINK_CUT))

    bench.run(80)

    claims = bench.journal.states(job.id).count(JobState.CLAIMED)
    assert claims <= 3
    assert bench.whole_tickets(job) <= 1


# --- the journal ---


def test_without_a_durable_claim_no_byte_of_a_ticket_leaves() -> None:
    bench = Bench()
    bench.journal.full = True
    job = bench.job()

    bench.run(30)

    assert bench.listener.outcomes(job.subject) == [OFF]
    assert bench.strips == []
    assert bench.engine.mechanism.rows_ever == 0


def test_a_journal_that_works_again_lets_the_ticket_out() -> None:
    bench = Bench()
    bench.journal.full = True
    job = bench.job()
    bench.time.after(10, lambda: setattr(bench.journal, "full", False))

    bench.run(30)

    assert bench.listener.outcomes(job.subject) == [OFF, *GOOD]
    assert bench.whole_tickets(job) == 1


@pytest.mark.parametrize(
    ("state", "end", "strips"),
    [
        (JobState.QUEUED, JobState.DONE, 1),
        (JobState.CLAIMED, JobState.DONE, 1),
        (JobState.SENDING, JobState.IN_DOUBT, 1),
        (JobState.SENT, JobState.IN_DOUBT, 1),
        (JobState.STOPPED, JobState.IN_DOUBT, 1),
        (JobState.CLEARING, JobState.IN_DOUBT, 1),
        (JobState.PRINTED, JobState.DONE, 1),
        (JobState.VOIDED, JobState.DONE, 2),
    ],
)
def test_a_job_found_at_start_ends_by_what_its_state_proves(
    state: JobState, end: JobState, strips: int
) -> None:
    bench = Bench()
    job = bench.job(state=state)

    bench.run(30)

    assert bench.journal.jobs[job.id].state is end
    assert len(bench.strips) == strips
    assert bench.whole_tickets(job) == (
        1 if state in (JobState.QUEUED, JobState.CLAIMED) else strips - 1
    )
