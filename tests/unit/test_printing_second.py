"""Two printers at one kiosk: the second prints within 5 s what the first cannot, and never twice."""

import random

import pytest

from devices.printing.evidence import Reading
from devices.printing.turns import claimed_by, signed
from devices.simulated.printer_engine import Fault
from devices.simulated.printer_profiles import CLONE_DUMB, EPSON_T88
from kiosk.domain.devices import PaperOutcome, PrinterState
from kiosk.ports import JobState
from tests.printing_pair import Pair

pytestmark = pytest.mark.usefixtures("qapp")

PRINTING, PRINTED = PaperOutcome.PRINTING, PaperOutcome.PRINTED
TAKEOVER_SECONDS = 5.0
MID_TICKET = 600
MENDING = {
    Fault.PAPER_OUT: Fault.REFILL,
    Fault.COVER_OPEN: Fault.COVER_CLOSE,
    Fault.HOT: Fault.COOL,
    Fault.JAM_HARD: Fault.JAM_CLEAR,
    Fault.POWER_OFF: Fault.POWER_ON,
    Fault.LINK_CUT: Fault.CLEAN,
    Fault.MUTE: Fault.UNMUTE,
    Fault.HANG: Fault.UNHANG,
}


def test_while_both_can_print_the_first_does() -> None:
    pair = Pair()
    jobs = [pair.job(f"K {number:03d}") for number in (27, 28, 29)]

    pair.run(15)

    assert [pair.whole_tickets(job) for job in jobs] == [[1, 0]] * 3


@pytest.mark.parametrize("seconds_before", [0.0, 30.0], ids=["at that moment", "long ago"])
@pytest.mark.parametrize(
    "fault", [Fault.PAPER_OUT, Fault.COVER_OPEN, Fault.POWER_OFF, Fault.MUTE, Fault.BROKEN]
)
def test_the_second_prints_within_5_s_what_the_first_cannot(
    fault: Fault, seconds_before: float
) -> None:
    pair = Pair()
    pair.after(10, fault)
    pair.job_after(10 + seconds_before)

    pair.run(60)

    (job,) = pair.journal.jobs.values()
    begun = pair.listener.seconds_until(PRINTING) - 10 - seconds_before
    assert begun <= TAKEOVER_SECONDS, begun
    assert pair.listener.outcomes(job.subject) == [PRINTING, PRINTED], "the words stay the same"
    assert pair.whole_tickets(job) == [0, 1]
    assert job.state is JobState.DONE


def test_both_printers_are_told_of_each_in_its_own_state() -> None:
    pair = Pair()
    pair.engines[0].apply(Fault.COVER_OPEN)
    pair.job("K 027")

    pair.run(60)

    first, second = pair.printer.report.both
    assert (first.name, first.state) == ("10.0.0.7:9100", PrinterState.COVER_OPEN)
    assert (second.name, second.state) == ("10.0.0.8:9100", PrinterState.READY)
    assert pair.printer.report.paper_percent == second.paper_percent < first.paper_percent == 100


def test_a_ticket_that_waits_behind_a_stuck_one_comes_out_of_the_second() -> None:
    pair = Pair()
    pair.engines[0].apply(Fault.JAM_HARD)
    stuck = pair.job("K 027")
    pair.job_after(4, "K 028")

    pair.run(60)

    second = pair.journal.jobs[2]
    assert pair.whole_tickets(second) == [0, 1]
    assert pair.listener.outcomes(second.subject) == [PRINTING, PRINTED]
    assert pair.whole_tickets(stuck) == [1, 0], "its rows are in the first printer"


@pytest.mark.parametrize("fault", [Fault.PAPER_OUT, Fault.COVER_OPEN, Fault.POWER_OFF, Fault.HANG])
def test_what_may_have_reached_the_first_is_not_printed_by_the_second(fault: Fault) -> None:
    pair = Pair()
    pair.engines[0].arm_at_row(MID_TICKET, fault)
    job = pair.job()

    pair.run(60)

    assert pair.whole_tickets(job) == [0, 0]
    assert pair.listener.outcomes(job.subject)[-1] in (
        PaperOutcome.PAPER_OUT,
        PaperOutcome.COVER_OPEN,
        PaperOutcome.IN_DOUBT,
    )
    assert not pair.engines[1].tray.strips


def test_what_the_first_proved_void_may_come_out_of_the_second() -> None:
    pair = Pair()
    pair.engines[0].arm_at_row(MID_TICKET, Fault.PAPER_OUT)
    pair.after(10, Fault.REFILL)
    pair.journal.when(JobState.QUEUED, lambda: pair.engines[0].apply(Fault.COVER_OPEN))
    job = pair.job()

    pair.run(60)

    assert pair.whole_tickets(job) == [0, 1]
    assert len(pair.engines[0].tray.strips) == 1, "what lay in the first is cut off as void"
    assert pair.listener.outcomes(job.subject)[-1] is PRINTED


def test_a_kiosk_that_comes_back_settles_each_job_at_its_own_printer() -> None:
    pair = Pair()
    pair.engines[1].mechanism.cuts = 7
    claim = signed(Reading(b"J5TF012345", 6).claim(), "10.0.0.8:9100")
    out = pair.job(state=JobState.SENT, claim=claim)

    pair.run(20)

    assert pair.journal.jobs[out.id].state is JobState.DONE, "its cutter moved by one"


def test_an_old_list_of_open_jobs_does_not_bring_back_one_that_ended() -> None:
    pair = Pair()
    first, second = pair.rota.seats
    listed = pair.job()
    second.is_in(PrinterState.READY, ready=True)
    first.is_in(PrinterState.PAPER_OUT, ready=False)
    assert second.deal([listed]) == [listed]
    second.moved(listed, JobState.DONE)
    first.is_in(PrinterState.READY, ready=True)

    assert first.deal([listed]) == []


def test_a_claim_names_its_printer_and_still_reads() -> None:
    assert claimed_by(signed(Reading(b"J5", 1).claim(), "10.0.0.8:9100")) == "10.0.0.8:9100"
    assert claimed_by(Reading(b"J5", 1).claim()) == ""


def test_the_kiosk_is_as_well_as_its_better_printer() -> None:
    pair = Pair()
    pair.after(5, Fault.PAPER_OUT, printer=0)
    pair.after(15, Fault.COVER_OPEN, printer=1)
    pair.after(25, Fault.REFILL, printer=0)

    pair.run(30)

    assert pair.listener.states == [
        PrinterState.READY,
        PrinterState.PAPER_OUT,
        PrinterState.READY,
    ]


def test_where_neither_can_print_the_ticket_is_told_and_the_first_that_can_prints_it() -> None:
    pair = Pair()
    for engine in pair.engines:
        engine.apply(Fault.PAPER_OUT)
    job = pair.job()
    pair.after(20, Fault.REFILL, printer=1)

    pair.run(40)

    assert pair.listener.outcomes(job.subject) == [PaperOutcome.PAPER_OUT, PRINTING, PRINTED]
    assert pair.whole_tickets(job) == [0, 1]


def test_a_second_printer_that_says_nothing_is_told_as_sent() -> None:
    pair = Pair(EPSON_T88, CLONE_DUMB)
    pair.engines[0].apply(Fault.PAPER_OUT)
    job = pair.job()

    pair.run(20)

    assert pair.listener.outcomes(job.subject) == [PRINTING, PaperOutcome.SENT]


def chance(seed: int) -> None:
    """Print tickets while anything happens to either printer, then compare told and paper."""
    dice, pair, moment = random.Random(seed), Pair(), 1.0
    for number in range(10):
        pair.job_after(moment, f"K {number:03d}")
        for printer in (0, 1):
            if dice.random() < 0.5:
                fault = dice.choice(list(MENDING))
                pair.after(moment + dice.uniform(-1, 3), fault, printer)
                pair.after(moment + dice.uniform(5, 30), MENDING[fault], printer)
        moment += dice.choice((2, 10, 40))
    for fault in MENDING.values():
        pair.after(moment + 40, fault, 0)
        pair.after(moment + 40, fault, 1)

    pair.run(moment + 180)

    for job in list(pair.journal.jobs.values()):
        whole, told = sum(pair.whole_tickets(job)), pair.listener.outcomes(job.subject)
        where = f"ticket {job.id}: {job.state}, {whole} on paper, told {told}"
        assert whole <= 1, where
        assert job.state.ended, where
        assert whole == 1 or job.state is not JobState.DONE, where
        assert whole == 0 or job.state is not JobState.EXPIRED, where
        assert told, where


@pytest.mark.parametrize("seed", range(3))
def test_chance_at_two_printers_neither_loses_nor_doubles_a_ticket(seed: int) -> None:
    chance(seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 150))
def test_chance_at_two_printers_for_long(seed: int) -> None:
    chance(seed)
