"""Paper is counted, its end is foretold, and what is known of a make of printer is data."""

from dataclasses import replace
from pathlib import Path

import pytest

from config.settings import PrinterLink
from devices.printing import commands
from devices.printing.composer import Level, Marks
from devices.printing.demux import FullStatus, RxDemux, StatusAnswer
from devices.printing.mouth import REACH_SECONDS
from devices.printing.paper_roll import PaperRoll, record_of
from devices.printing.profiles import (
    STANDARD,
    PrinterProfile,
    ProfileError,
    find_profile,
    read_profile,
)
from devices.printing.roll_change import RollWatch
from devices.printing.status import Status, full_status
from devices.printing.typeset import register_fonts
from devices.simulated.printer_engine import Fault
from devices.simulated.printer_profiles import (
    BIXOLON,
    CITIZEN_PPU,
    CLONE_BARRIER,
    EPSON_T88,
    VKP80,
    Profile,
)
from kiosk.domain.devices import InMouth, PaperOutcome, PrinterState, RollStep
from kiosk.ports import PrinterReport
from kiosk.printer_parts import composer_of
from tests.printing import RESOURCES, Bench, sample_paper

PROFILES = RESOURCES / "printers"
CUSTOM = read_profile(PROFILES / "custom.toml")


class Notes:
    """A log that a test can read."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, dict[str, object]]] = []

    def __call__(self, event: str, **values: object) -> None:
        self.lines.append((event, values))

    def of(self, event: str) -> list[dict[str, object]]:
        """The fields of all lines of one event."""
        return [values for name, values in self.lines if name == event]


# --- the roll ---


def test_staff_are_told_once_at_fifteen_and_once_at_five_percent() -> None:
    roll, told = PaperRoll(10_000), []
    for _ in range(100):
        roll.printed(rows=640, feed_mm=20)  # 100 mm
        if (alert := roll.alert()) is not None:
            told.append(alert.percent)

    assert told == [15, 5]
    assert roll.left.tickets == 0


def test_tickets_left_follow_what_tickets_take_here() -> None:
    roll = PaperRoll(100_000)
    for _ in range(200):
        roll.printed(rows=640, feed_mm=20)

    assert roll.left.tickets == pytest.approx(800, abs=8)


@pytest.mark.parametrize("text", [None, "", "{}", "[]", '{"model": 1}', "\x00"])
def test_a_record_of_another_version_is_as_good_as_none(text: str | None) -> None:
    assert record_of(text) is None


@pytest.mark.usefixtures("qapp")
def test_the_odometer_outlives_the_kiosk() -> None:
    bench, notes = Bench(roll_mm=1000.0), Notes()
    bench.printer = bench.new_printer(notes)
    for number in range(5):
        bench.job_after(1 + 4 * number, f"K {number:03d}")
    bench.run(25)
    left = bench.printer.report.paper_percent

    bench.printer = bench.new_printer(notes)
    bench.run(3)

    assert 0 < left <= 15
    assert bench.printer.report.paper_percent == left
    assert [line["percent"] for line in notes.of("printer.paper-low")] == [left]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("begins_empty", [False, True])
def test_a_new_roll_is_noticed_even_where_the_kiosk_began_without_paper(begins_empty: bool) -> None:
    bench, notes = Bench(roll_mm=1000.0), Notes()
    for number in range(3):
        bench.job_after(1 + 4 * number, f"K {number:03d}")
    bench.run(20)
    used = bench.printer.report.paper_percent
    bench.printer = bench.new_printer(notes)
    if begins_empty:
        bench.engine.apply(Fault.PAPER_OUT)  # before the printer is asked who it is
    else:
        bench.after(5, Fault.PAPER_OUT)
    bench.after(10, Fault.REFILL)

    bench.run(20)

    assert used < 60
    assert bench.printer.report.paper_percent == 100
    assert len(notes.of("printer.roll-changed")) == 1


@pytest.mark.usefixtures("qapp")
def test_what_a_printer_can_prove_is_kept_by_its_serial_number() -> None:
    bench = Bench()

    bench.run(3)

    record = record_of(bench.memory.records["J5TF012345"])
    assert record is not None
    assert (record.model, record.level, record.clears) == ("TM-T88", 4, True)
    assert record.counts_cuts
    assert record.counts_lines


# --- profiles ---


@pytest.mark.parametrize("path", sorted(PROFILES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_shipped_profile_reads_and_each_fact_has_its_source(path: Path) -> None:
    profile = read_profile(path)

    assert profile.title
    assert all(len(source) > 20 for source in profile.sources)
    assert profile.status.answers or profile.status.full or not profile.drivable
    assert (profile.demux == "star") == (not profile.drivable)


def test_how_to_connect_a_printer_names_each_make_that_can_be_driven() -> None:
    page = (RESOURCES.parent / "docs/how-to/connect-a-printer.md").read_text("utf-8")
    makes = [read_profile(path) for path in PROFILES.glob("*.toml")]

    assert [make.name for make in makes if make.drivable and f"`{make.name}`" not in page] == []


def test_the_makes_that_were_promised_have_a_profile() -> None:
    assert {path.stem for path in PROFILES.glob("*.toml")} >= {
        *("epson", "custom", "clone", "star", "citizen", "bixolon"),
    }
    assert not find_profile(PROFILES, "star").drivable


def test_epsons_file_says_what_the_code_takes_for_granted() -> None:
    assert read_profile(PROFILES / "epson.toml").status == STANDARD


@pytest.mark.parametrize(
    ("values", "state"),
    [
        (b"\x00\x01\x00\x00", PrinterState.COVER_OPEN),
        (b"\x00\x00\x00\x02", PrinterState.COVER_OPEN),
        (b"\x00\x00\x08\x00", PrinterState.BROKEN),
        (b"\x00\x00\x00\x04", PrinterState.BROKEN),
        (b"\x00\x00\x00\x08", PrinterState.BROKEN),
        (b"\x20\x00\x00\x00", PrinterState.READY),
    ],
)
def test_each_of_customs_bits_counts_alone(values: bytes, state: PrinterState) -> None:
    assert full_status(values, CUSTOM.status).state() is state


def test_citizens_empty_presenter_is_no_paper_end() -> None:
    citizen = find_profile(PROFILES, "citizen").status

    assert not Status().answered(4, 0x52, citizen).paper_end
    assert Status().answered(4, 0x32, citizen).paper_end
    assert not Status().answered(4, 0x32).paper_end, "Epson's needs both bits"


WHOLE = "title = 'x'\n[status.answers]\nsource='m'\noffline = [[1, 8]]\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("title = 'x'\n[status.answers]\noffline = [[1, 8]]", "a source is expected"),
        ("title = 'x'\n[status.answers]\nsource='m'\nofline = [[1, 8]]", "unknown sensor ofline"),
        ("title = 'x'\n[status.answers]\nsource='m'\noffline = [[1, 0]]", "place and mask"),
        ("[status.answers]\nsource='m'", "title"),
        (
            "title = 'x'\n[demux]\nkind='any'\nsource='m'\n[status.answers]\nsource='m'",
            "one of epson",
        ),
        (
            "title='x'\n[demux]\nkind='custom'\nsource='m'\n[status.answers]\nsource='m'",
            "goes with",
        ),
        ("title = ", "Invalid"),
        ("title = 'x'\nstatus = 3", r"\[status\]: a table"),
        ("title = 'x'\n[status]\nanswers = 3", r"\[status.answers\]: a source"),
        ("title = 'x'\n[status.answers]\nsource='m'", "nothing can be asked"),
        ("title = 'x'\n[status.answers]\nsource='m'\noffline = [[9, 8]]", "place and mask"),
        ("title = 'x'\n[status.answers]\nsource='m'\noffline = [1, 8]", "place and mask"),
        (f"{WHOLE}[presentr]\nsource='m'", "presentr means nothing"),
        (f"{WHOLE}[paper]\nsource='m'\nrol_mm = 1000", "rol_mm means nothing"),
        (f"{WHOLE}[paper]\nsource='m'\nroll_mm = 0", "roll_mm: 1000 to 1000000"),
        (f"{WHOLE}[paper]\nsource='m'\nnear_end_mm = '9 m'", "near_end_mm: a number"),
        (f"{WHOLE}[motion]\nsource='m'\nfeeds = 1", "feeds: true or false"),
        (f"{WHOLE}[presenter]\nsource='m'\nseconds = 20\nwhen_left = 'GS e'", "in hex"),
    ],
)
def test_a_profile_with_a_mistake_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text)

    with pytest.raises(ProfileError, match=complaint):
        read_profile(path)


def test_an_unknown_profile_is_refused_with_the_known_ones() -> None:
    with pytest.raises(
        ProfileError, match=r"expected one of bixolon, citizen, clone.* or generic$"
    ):
        find_profile(PROFILES, "../secret")


@pytest.mark.usefixtures("qapp")
def test_what_is_known_of_the_printer_is_reported_for_central() -> None:
    bench = Bench(roll_mm=10_000.0)
    before = bench.printer.report
    bench.job()

    bench.run(8)

    assert before == PrinterReport(paper_percent=100, tickets_left=60)
    assert bench.printer.report == PrinterReport(98, 59, level=4, model="TM-T88")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("make", "feeds"), [("generic", True), ("epson", True), ("clone", False)])
def test_blank_rows_are_fed_where_the_make_knows_units_of_motion(make: str, *, feeds: bool) -> None:
    register_fonts(RESOURCES / "fonts")
    composer = composer_of(PrinterLink(profile=make), RESOURCES, bytes_per_second=1e6)

    job = composer.ticket(sample_paper(), Marks(b"P000", b"C000"), Level.BARRIER)

    assert (commands.MOTION_UNIT_DOTS in b"".join(job.chunks)) is feeds


@pytest.mark.usefixtures("qapp")
def test_a_clone_without_units_of_motion_prints_the_ticket_to_the_row() -> None:
    model = replace(CLONE_BARRIER, motion_units=False)
    bench = Bench(model, known=find_profile(PROFILES, "clone"))
    job = bench.job()

    bench.run(20)

    assert bench.whole_tickets(job) == 1


# --- Custom: full status and presenter ---


def test_customs_full_status_is_told_apart_whatever_its_bytes() -> None:
    frame = b"\x10\x0f\x25\x11\x13\x00"

    assert RxDemux(full=True).feed(b"\xff" + frame + b"\x12", 0.0) == [
        FullStatus(frame[2:]),
        StatusAnswer(0x12),
    ]
    assert full_status(frame[2:], CUSTOM.status) == Status(
        paper_end=True, near_end=True, waiting=True, hot=True, cover_open=True
    )


def custom_bench() -> tuple[Bench, Notes]:
    """A printer with a presenter."""
    bench, notes = Bench(VKP80, known=CUSTOM), Notes()
    bench.printer = bench.new_printer(notes)
    return bench, notes


def take_after(bench: Bench, seconds: float) -> None:
    """Somebody takes the ticket in so many seconds."""

    def take() -> None:
        bench.engine.take()

    bench.time.after(seconds, take)


@pytest.mark.usefixtures("qapp")
def test_a_ticket_that_is_taken_lets_the_next_one_come() -> None:
    bench, notes = custom_bench()
    first, second = bench.job("K 027"), bench.job("K 028")
    taken: list[int] = []
    bench.time.after(8, lambda: taken.append(bench.engine.take()))
    bench.run(7)
    waited = bench.listener.outcomes(second.subject)
    bench.printer = bench.new_printer(notes)
    bench.run(30)

    assert waited == []
    assert taken == [1]
    assert bench.listener.outcomes(first.subject)[-1] is PaperOutcome.PRINTED
    assert bench.listener.outcomes(second.subject)[-1] is PaperOutcome.PRINTED


@pytest.mark.usefixtures("qapp")
def test_a_ticket_that_nobody_takes_is_ejected_after_twenty_seconds_and_counted() -> None:
    bench, notes = custom_bench()
    job = bench.job()

    bench.run(40)

    assert len(notes.of("printer.ticket-left")) == 1
    assert bench.engine.head.mouth is None
    assert bench.whole_tickets(job) == 1


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("taken_at", "told"),
    [
        (4.0, []),
        (12.0, [InMouth.WAITS, InMouth.TAKEN]),
        (None, [InMouth.WAITS, InMouth.LEFT]),
    ],
)
def test_a_ticket_is_told_of_once_it_waits_longer_than_a_hand_takes(
    taken_at: float | None, told: list[InMouth]
) -> None:
    bench, _ = custom_bench()
    job = bench.job()
    if taken_at is not None:
        take_after(bench, taken_at)

    bench.run(40)

    printed = bench.listener.seconds_until(PaperOutcome.PRINTED)
    assert [(subject, one) for _, subject, one in bench.listener.mouth] == [
        (job.subject, one) for one in told
    ]
    waits = [at - printed for at, _, one in bench.listener.mouth if one is InMouth.WAITS]
    assert waits == [pytest.approx(REACH_SECONDS, abs=0.5)] * len(waits)


@pytest.mark.usefixtures("qapp")
def test_the_last_ticket_of_a_roll_can_be_taken_all_the_same() -> None:
    bench, notes = custom_bench()
    bench.job()
    bench.after(6, Fault.PAPER_OUT)
    take_after(bench, 12)

    bench.run(30)

    assert [told for _, _, told in bench.listener.mouth] == [InMouth.WAITS, InMouth.TAKEN]
    assert len(notes.of("printer.ticket-taken")) == 1


@pytest.mark.usefixtures("qapp")
def test_what_a_stopped_printer_holds_is_ejected_when_it_goes_on() -> None:
    bench, notes = custom_bench()
    bench.job()
    bench.after(6, Fault.COVER_OPEN)
    told: list[int] = []
    bench.time.after(30, lambda: told.append(len(notes.of("printer.ticket-left"))))
    bench.after(31, Fault.COVER_CLOSE)

    bench.run(40)

    assert told == [0]
    assert bench.engine.head.mouth is None
    assert len(notes.of("printer.ticket-left")) == 1


@pytest.mark.usefixtures("qapp")
def test_a_printer_without_a_presenter_tells_of_no_mouth() -> None:
    bench = Bench()
    job = bench.job()

    bench.run(40)

    assert bench.whole_tickets(job) == 1
    assert bench.listener.mouth == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("fault", "mended", "told"),
    [
        (Fault.PAPER_OUT, Fault.REFILL, PaperOutcome.PAPER_OUT),
        (Fault.COVER_OPEN, Fault.COVER_CLOSE, PaperOutcome.COVER_OPEN),
    ],
)
def test_customs_printer_in_trouble_is_told_and_prints_one_ticket(
    fault: Fault, mended: Fault, told: PaperOutcome
) -> None:
    bench, _ = custom_bench()
    job = bench.job()
    bench.engine.arm_at_row(600, fault)
    bench.after(20, mended)

    bench.run(90)

    assert told in bench.listener.outcomes(job.subject)
    assert bench.listener.outcomes(job.subject)[-1] is PaperOutcome.PRINTED
    assert bench.whole_tickets(job) == 1


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("model", "make"), [(CITIZEN_PPU, "citizen"), (BIXOLON, "bixolon")], ids=["citizen", "bixolon"]
)
def test_a_make_with_a_file_is_read_rightly_with_paper_and_without(
    model: Profile, make: str
) -> None:
    bench = Bench(model, known=find_profile(PROFILES, make))
    first = bench.job("K 027")
    bench.after(10, Fault.PAPER_OUT)
    bench.job_after(12, "K 028")
    bench.after(20, Fault.REFILL)

    bench.run(40)

    second = bench.journal.jobs[2]
    assert bench.listener.outcomes(first.subject)[-1] is PaperOutcome.PRINTED
    assert bench.listener.outcomes(second.subject)[0] is PaperOutcome.PAPER_OUT
    assert bench.listener.outcomes(second.subject)[-1] is PaperOutcome.PRINTED


def test_a_generic_printer_needs_no_file() -> None:
    assert isinstance(find_profile(PROFILES, "epson"), PrinterProfile)
    assert EPSON_T88.presenter is False


# --- a cutter that jams again and again -------------------------------------------------------


def jams_twice(notes: Notes) -> Bench:
    """A bench whose cutter is stuck twice and let go by itself; a third ticket comes later."""
    bench = Bench()
    bench.printer = bench.new_printer(notes)
    for start in (1, 30):
        bench.after(start, Fault.JAM_HARD)
        bench.job_after(start + 1, f"K {start:03d}")
        bench.after(start + 14, Fault.JAM_CLEAR)
    bench.job_after(60, "K 099")
    return bench


@pytest.mark.usefixtures("qapp")
def test_a_second_jam_within_an_hour_puts_the_printer_out_of_service() -> None:
    notes = Notes()
    bench = jams_twice(notes)

    bench.run(160)

    *_, waiting = bench.journal.jobs.values()
    assert [bench.whole_tickets(job) for job in bench.journal.jobs.values()] == [1, 1, 0]
    assert bench.listener.states[-1] is PrinterState.BROKEN
    assert bench.listener.outcomes(waiting.subject) == [PaperOutcome.OFF]
    assert [line["jams"] for line in notes.of("printer.given-up")] == [2]


@pytest.mark.usefixtures("qapp")
def test_who_opens_the_printer_brings_it_back_into_service() -> None:
    bench = jams_twice(Notes())
    bench.after(65, Fault.COVER_OPEN)
    bench.after(70, Fault.COVER_CLOSE)

    bench.run(100)

    assert [bench.whole_tickets(job) for job in bench.journal.jobs.values()] == [1, 1, 1]
    assert bench.listener.states[-1] is PrinterState.READY


@pytest.mark.usefixtures("qapp")
def test_two_jams_an_hour_apart_are_borne() -> None:
    bench = Bench()
    for start in (1, 3_605):
        bench.after(start, Fault.JAM_HARD)
        bench.job_after(start + 1, f"K {start:04d}")
        bench.after(start + 14, Fault.JAM_CLEAR)
    bench.run(3_640)

    assert bench.listener.states[-1] is PrinterState.READY


@pytest.mark.usefixtures("qapp")
def test_a_fault_nobody_can_mend_is_logged_as_it_came() -> None:
    bench, notes = Bench(), Notes()
    bench.printer = bench.new_printer(notes)
    bench.after(2, Fault.BROKEN)

    bench.run(10)

    ((status,),) = [line.values() for line in notes.of("printer.broken")]
    assert len(bytes.fromhex(str(status))) == 4


# --- a line that carries noise ---


@pytest.mark.usefixtures("qapp")
def test_noise_on_the_line_is_told_once_and_again_only_after_a_quiet_minute() -> None:
    bench, notes = Bench(), Notes()
    bench.printer = bench.new_printer(notes)
    bench.after(2, Fault.NOISY)
    bench.after(200, Fault.CLEAN)
    bench.after(350, Fault.NOISY)
    told: list[int] = []
    bench.time.after(349, lambda: told.append(len(notes.of("printer.garbled"))))

    bench.run(450)

    assert told == [1]
    assert [int(str(line["bytes"])) > 50 for line in notes.of("printer.garbled")] == [True, True]


# --- a change of the roll ---


def steps_of(*seen: Status) -> list[RollStep]:
    """What is told while sensors say one thing after another."""
    told: list[RollStep] = []
    watch = RollWatch(told.append)
    for status in seen:
        watch.look(status)
    return told


def test_each_step_of_a_change_is_told_once_and_ends_with_paper_below_a_closed_cover() -> None:
    open_, out = Status(cover_open=True), Status(cover_open=True, paper_end=True)

    assert steps_of(Status(), Status(), open_, out, open_, Status(), open_) == [
        *(RollStep.OPEN, RollStep.LOAD, RollStep.CLOSE, RollStep.TEST)
    ]
    assert steps_of(Status(), open_, out, Status(paper_end=True), open_, Status()) == [
        *(RollStep.OPEN, RollStep.LOAD, RollStep.MISSING, RollStep.CLOSE, RollStep.TEST)
    ]


def test_a_printer_without_a_sensor_for_its_cover_is_followed_by_its_paper() -> None:
    out = Status(paper_end=True)

    assert steps_of(out, out, Status()) == [RollStep.OPEN, RollStep.TEST]
    assert steps_of(Status(), out, Status()) == [*(RollStep.OPEN, RollStep.MISSING, RollStep.TEST)]


@pytest.mark.usefixtures("qapp")
def test_the_running_kiosk_leads_through_a_change_and_counts_from_nought() -> None:
    bench, told = Bench(roll_mm=1000.0), list[RollStep]()
    bench.job_after(1)
    bench.time.after(8, lambda: bench.printer.watch_roll(told.append))
    bench.after(10, Fault.COVER_OPEN)
    bench.after(12, Fault.COVER_CLOSE)
    lefts: list[int] = []
    bench.time.after(14, lambda: lefts.append(bench.printer.report.paper_percent))
    bench.time.after(14.1, bench.printer.count_roll_anew)

    bench.run(20)

    assert told == [RollStep.OPEN, RollStep.LOAD, RollStep.TEST]
    assert lefts[0] < 100
    assert bench.printer.report.paper_percent == 100


@pytest.mark.usefixtures("qapp")
def test_a_printer_that_says_nothing_says_so_and_is_counted_by_who_looked() -> None:
    bench, told = Bench(roll_mm=1000.0, answers=False), list[RollStep]()
    bench.job_after(1)
    bench.time.after(8, lambda: bench.printer.watch_roll(told.append))
    bench.time.after(9, bench.printer.count_roll_anew)

    bench.run(15)

    assert told == [RollStep.UNSEEN]
    assert bench.printer.report.paper_percent == 100
