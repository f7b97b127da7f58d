"""The fault matrix: what can happen to one ticket or a few, and the rule that judges what was told.

A scenario names no exact end, because that depends on the link; the judge compares what the citizen
was told with the paper. A report is wrong when it says printed and no whole ticket is there, or says
the opposite of one that is; a ticket is lost when nobody would know that it did not come out.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from devices.simulated.printer_engine import Fault
from devices.simulated.printer_profiles import (
    CLONE_58,
    CLONE_BARRIER,
    CLONE_DUMB,
    EPSON_T88,
    Profile,
)
from kiosk.domain.devices import PaperOutcome
from kiosk.ports import JobState, PrintJob
from tests.printing import Bench

Setup = Callable[[Bench], None]
OUT, REFILL, OPEN, CLOSE = Fault.PAPER_OUT, Fault.REFILL, Fault.COVER_OPEN, Fault.COVER_CLOSE
OFF, ON, CUT = Fault.POWER_OFF, Fault.POWER_ON, Fault.LINK_CUT
NO_COUNTER = replace(EPSON_T88, counters=False)
NO_MARK = replace(EPSON_T88, process_id=False)
NO_CLEAR = replace(EPSON_T88, clears=False)
NO_BARRIER = replace(EPSON_T88, process_id=False, paper_state=False)
NO_AUTO_STATUS = replace(EPSON_T88, auto_status=False)
SMALL_BUFFER = replace(EPSON_T88, buffer_bytes=1024)
MIDDLE, LAST_ROW, KNIFE = 0.45, 0.99, 1.04
SECONDS = 130.0


@dataclass(frozen=True, slots=True)
class Scenario:
    """What happens, on which printer, to how many tickets."""

    name: str
    setup: Setup
    profile: Profile = EPSON_T88
    tickets: int = 1
    answers: bool = True
    speed_mm: float = 250.0
    slow: bool = False
    """Only a slow line, so that tickets are words."""


def now(*faults: Fault) -> Setup:
    """Something is wrong before the ticket."""

    def setup(bench: Bench) -> None:
        for fault in faults:
            bench.engine.apply(fault)

    return setup


def later(seconds: float, *faults: Fault) -> Setup:
    """Something happens in so many seconds."""
    return lambda bench: bench.after(seconds, *faults)


def at_row(part: float, fault: Fault) -> Setup:
    """Something happens when that part of the ticket is on paper."""
    return lambda bench: bench.engine.arm_at_row(int(rows_of(bench) * part), fault)


def rows_of(bench: Bench) -> int:
    """Rows of the ticket itself."""
    ticket, _ = bench.wanted(bench.journal.jobs[1].paper)
    return len(ticket) // 72


def at_byte(part: float, fault: Fault) -> Setup:
    """Something happens when that part of the ticket's bytes has arrived."""
    return lambda bench: bench.engine.arm_at_byte(int(len(bench.ticket()) * part) + 150, fault)


def each(*setups: Setup) -> Setup:
    """One thing and another."""

    def setup(bench: Bench) -> None:
        for one in setups:
            one(bench)

    return setup


def stolen(bench: Bench) -> None:
    """The link goes, and a foreign program is quicker to connect."""
    bench.engine.arm_at_row(300, CUT)
    if bench.wire is not None:
        bench.wire.steal(stolen=True)
        bench.time.after(25, partial(bench.wire.steal, stolen=False))


def flapping(bench: Bench) -> None:
    """A loose plug."""
    for second in (1.2, 3.4, 6.1, 9.7):
        bench.time.after(second, partial(bench.engine.arm_at_row, 200, CUT))


def restarted(seconds: float) -> Setup:
    """The kiosk is killed and comes back."""
    return lambda bench: bench.restarts.append(seconds)


SCENARIOS = [
    Scenario("no fault", now()),
    Scenario("slow head", now(), speed_mm=40),
    Scenario("slow line", now(), slow=True),
    Scenario("no flow control, small buffer, slow line", now(Fault.OVERRUN), SMALL_BUFFER, slow=True),
    Scenario("near end", now(Fault.NEAR_END)),
    Scenario("paper out before, refilled", each(now(OUT), later(20, REFILL))),
    Scenario("paper out for good", now(OUT)),
    Scenario("paper out, refilled too late", each(now(OUT), later(95, REFILL))),
    Scenario("cover open before", each(now(OPEN), later(20, CLOSE))),
    Scenario("paper end mid-ticket", each(at_row(MIDDLE, OUT), later(20, REFILL))),
    Scenario("paper end mid-ticket, slow line",
             each(at_row(MIDDLE, OUT), later(20, REFILL)), slow=True),
    Scenario("paper end mid-ticket, refilled too late",
             each(at_row(MIDDLE, OUT), later(95, REFILL))),
    Scenario("paper end at the last row", each(at_row(LAST_ROW, OUT), later(20, REFILL))),
    Scenario("paper end before the knife", each(at_row(KNIFE, OUT), later(20, REFILL))),
    Scenario("paper end in the second of three",
             each(at_row(1.6, OUT), later(20, REFILL)), tickets=3),
    Scenario("cover open mid-ticket", each(at_row(MIDDLE, OPEN), later(20, CLOSE))),
    Scenario("cover open before the knife", each(at_row(KNIFE, OPEN), later(20, CLOSE))),
    Scenario("cover open twice",
             each(at_row(MIDDLE, OPEN), later(12, CLOSE), later(12.4, OPEN), later(30, CLOSE))),
    Scenario("power off mid-ticket", each(at_row(MIDDLE, OFF), later(5, ON))),
    Scenario("power off mid-ticket, slow line",
             each(at_row(MIDDLE, OFF), later(5, ON)), slow=True),
    Scenario("power off for a minute", each(at_row(MIDDLE, OFF), later(60, ON))),
    Scenario("power off until nobody waits", each(at_row(MIDDLE, OFF), later(95, ON))),
    Scenario("power off before", each(now(OFF), later(20, ON))),
    Scenario("power off before the knife", each(at_row(KNIFE, OFF), later(5, ON))),
    Scenario("paper end, then power off",
             each(at_row(MIDDLE, OUT), later(6, OFF), later(12, ON), later(20, REFILL))),
    Scenario("link cut while bytes arrive", at_byte(0.4, CUT)),
    Scenario("link cut after the last byte", at_row(0.97, CUT)),
    Scenario("link cut before the knife", at_row(KNIFE, CUT)),
    Scenario("loose plug", flapping, tickets=2),
    Scenario("foreign program takes the printer", stolen),
    Scenario("mute before", now(Fault.MUTE)),
    Scenario("mute mid-ticket", each(at_row(MIDDLE, Fault.MUTE), later(20, Fault.UNMUTE))),
    Scenario("hung mid-ticket for good", at_byte(0.4, Fault.HANG)),
    Scenario("hung, then not", each(at_row(0.2, Fault.HANG), later(20, Fault.UNHANG))),
    Scenario("neither reads nor answers, then returns",
             each(at_row(MIDDLE, Fault.HANG), at_byte(0.5, Fault.MUTE),
                  later(25, Fault.UNHANG, Fault.UNMUTE))),
    Scenario("cutter frees itself", now(Fault.JAM)),
    Scenario("cutter freed by hand", each(now(Fault.JAM_HARD), later(40, Fault.JAM_CLEAR))),
    Scenario("cutter stuck for good", now(Fault.JAM_HARD), tickets=2),
    Scenario("head too hot", each(at_row(MIDDLE, Fault.HOT), later(40, Fault.COOL))),
    Scenario("head too hot, its cooling untold",
             each(at_row(MIDDLE, Fault.HOT), later(2, Fault.MUTE), later(4, Fault.COOL),
                  later(6, Fault.UNMUTE))),
    Scenario("broken mid-ticket", at_row(MIDDLE, Fault.BROKEN)),
    Scenario("answers late", each(now(Fault.LATE), later(60, Fault.CLEAN))),
    Scenario("answers doubled", now(Fault.DOUBLED)),
    Scenario("every second answer lost", each(now(Fault.LOST), later(60, Fault.CLEAN))),
    Scenario("every second answer garbled", each(now(Fault.GARBLED), later(60, Fault.CLEAN))),
    Scenario("noise around answers", now(Fault.NOISY)),
    Scenario("flow control inside answers", now(Fault.FLOW_INSIDE)),
    Scenario("doubled answers and paper end",
             each(now(Fault.DOUBLED), at_row(MIDDLE, OUT), later(20, REFILL))),
    Scenario("marker late, until after a reconnect",
             each(later(1.2, Fault.LATE), at_row(0.97, CUT), later(10, Fault.CLEAN))),
    Scenario("another printer after a power cut",
             each(at_row(MIDDLE, OFF), later(3, Fault.SWAP), later(5, ON))),
    Scenario("no counter, power off", each(at_row(MIDDLE, OFF), later(5, ON)), NO_COUNTER),
    Scenario("no counter, paper end", each(at_row(MIDDLE, OUT), later(20, REFILL)), NO_COUNTER),
    Scenario("no process id", now(), NO_MARK),
    Scenario("no process id, link cut", at_row(0.97, CUT), NO_MARK),
    Scenario("no clear, paper end", each(at_row(MIDDLE, OUT), later(20, REFILL)), NO_CLEAR),
    Scenario("no clear, power off", each(at_row(MIDDLE, OFF), later(5, ON)), NO_CLEAR),
    Scenario("neither process id nor barrier", now(), NO_BARRIER),
    Scenario("no automatic status, paper end",
             each(at_row(MIDDLE, OUT), later(20, REFILL)), NO_AUTO_STATUS),
    Scenario("clone with a barrier, paper end",
             each(at_row(MIDDLE, OUT), later(20, REFILL)), CLONE_BARRIER),
    Scenario("clone with a barrier, power off",
             each(at_row(MIDDLE, OFF), later(30, ON)), CLONE_BARRIER),
    Scenario("clone with status, cover open",
             each(at_row(MIDDLE, OPEN), later(20, CLOSE)), CLONE_58),
    Scenario("clone with status, link cut", at_row(0.97, CUT), CLONE_58),
    Scenario("clone that says nothing", now(), CLONE_DUMB),
    Scenario("clone declared to say nothing", now(), CLONE_DUMB, answers=False),
    Scenario("clone declared to say nothing, paper out before",
             each(now(OUT), later(20, REFILL)), CLONE_DUMB, answers=False),
    Scenario("kiosk restarted mid-ticket", restarted(1.5)),
    Scenario("kiosk restarted, paper end", each(at_row(MIDDLE, OUT), restarted(6), later(20, REFILL))),
    Scenario("kiosk restarted between rows and knife", restarted(1.85)),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of one ticket. `wrong`, `lost` and `doubled` must be empty or False."""

    told: PaperOutcome | None
    end: JobState
    whole: int
    wrong: str = ""
    lost: bool = False
    doubled: bool = False


def judge(bench: Bench, job: PrintJob) -> Judgement:
    """Compare what was told of a ticket with the paper."""
    outcomes = bench.listener.outcomes(job.subject)
    told, end = outcomes[-1] if outcomes else None, bench.journal.jobs[job.id].state
    whole = bench.whole_tickets(job)
    lost = whole == 0 and (told is None or (told.on_its_way and told is not PaperOutcome.HOT))
    if told is PaperOutcome.SENT:  # says that bytes left, nothing of paper
        lost = False
    return Judgement(told, end, whole, _wrong(told, end, whole), lost, whole > 1)


def _wrong(told: PaperOutcome | None, end: JobState, whole: int) -> str:
    match end:
        case JobState.DONE if told is None or not told.left_the_printer:
            return f"done, told {told}"
        case JobState.DONE if whole != 1 and told is not PaperOutcome.SENT:
            return f"done, {whole} on paper"
        case JobState.EXPIRED if whole or told is None or told.left_the_printer:
            return f"expired, told {told}, {whole} on paper"
        case JobState.IN_DOUBT if told is not PaperOutcome.IN_DOUBT:
            return f"in doubt, told {told}"
    if not end.ended and told is not None and told.left_the_printer:
        return f"told {told}, still {end}"
    return ""
