"""Staff at the kiosk: the door and its lock, closing and opening, and what central is told of it."""

import asyncio
import io
import json
import stat
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path, PosixPath
from typing import ClassVar, Self

import pytest

from kiosk.blackbox import FILE as BOX
from kiosk.blackbox import BlackBox
from kiosk.domain import effects as do
from kiosk.domain import events as on
from kiosk.domain.codes import IdentityCandidate
from kiosk.domain.devices import CameraState, PaperOutcome, PrinterState, RollStep, ScannerState
from kiosk.domain.equipment import Part, judge
from kiosk.domain.events import Event
from kiosk.domain.hall import Hall
from kiosk.domain.identity import IkdPayload
from kiosk.domain.model import RequestId
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.printer_test_paper import PrinterFacts
from kiosk.domain.session import step
from kiosk.domain.staff import (
    DIAGONALS,
    LOCKS,
    TARGETS,
    TECHNICIAN,
    TRIES,
    Act,
    CodeKind,
    Equipment,
    Exported,
    Finding,
    Layout,
    LayoutPart,
    Locked,
    PinVerdict,
    Ready,
    Right,
    TouchTested,
    Tries,
    Unset,
    Wrong,
)
from kiosk.domain.states import (
    Arriving,
    Attending,
    Board,
    Closed,
    EnterPin,
    Idle,
    LayoutPage,
    LogPage,
    RollPage,
    ScanTest,
    State,
    TouchTest,
)
from kiosk.domain.statistics import Figures, Period, Rows, figures
from kiosk.log import Log
from kiosk.pin_hash import hash_pin
from kiosk.ports import KioskError, Printer, PrinterReport
from kiosk.removable import Volume
from kiosk.staff_files import PIN as PIN_FILE
from kiosk.staff_files import TOUCH as TOUCH_FILE
from kiosk.staff_files import StaffFiles
from kiosk.staff_pin import run as set_pin
from kiosk.staff_room import Machine, StaffRoom
from tests.fakes import FakeTime, MemoryStore
from tests.papers import papers
from tests.samples import PAYLOAD, PIN, THURSDAY, catalogue, hall, visit

HERE = RequestId(7)


@cache
def hashed() -> str:
    """What is kept of the PIN; slow on purpose, so it is made once and only where it is asked for."""
    return hash_pin(PIN)


def walked(state: State, *events: Event) -> tuple[State, list[do.Effect]]:
    """Where events lead, and all that was ordered on the way."""
    effects: list[do.Effect] = []
    for event in events:
        answer = step(state, event, hall())
        state = answer.state
        effects += answer.effects
    return state, effects


def told(effects: list[do.Effect]) -> list[Act]:
    """What central hears of it."""
    return [one.act for one in effects if isinstance(one, do.Audit)]


# --- the session ------------------------------------------------------------------------------


def test_the_gesture_shows_the_door_and_asks_how_it_is() -> None:
    state, effects = walked(Idle(), on.StaffEntered())

    assert state == Attending(HERE, EnterPin(HERE))
    assert effects == [do.JudgePin(HERE)]


def test_whoever_had_chosen_a_language_is_gone_before_staff_come_in() -> None:
    _, effects = walked(Arriving(visit()), on.StaffEntered())

    assert [type(one) for one in effects] == [do.EndVisit, do.JudgePin]


def test_a_right_pin_opens_the_panel_and_leaving_it_leads_home() -> None:
    right = on.PinJudged(HERE, Right())
    state, effects = walked(Idle(), on.StaffEntered(), right, on.Finished())

    assert state == Idle()
    assert told(effects) == [Act.ENTERED, Act.LEFT]


def test_a_wrong_pin_is_told_and_the_door_stays() -> None:
    state, effects = walked(Idle(), on.StaffEntered(), on.PinJudged(HERE, Wrong(4)))

    assert state == Attending(HERE, EnterPin(verdict=Wrong(4)))
    assert told(effects) == [Act.REFUSED]


def test_finding_the_door_locked_is_no_try() -> None:
    lock = Locked(hall().local + timedelta(minutes=1))

    assert told(walked(Idle(), on.StaffEntered(), on.PinJudged(HERE, lock))[1]) == []


def test_without_a_pin_nothing_can_be_typed() -> None:
    door = Attending(HERE, EnterPin(verdict=Unset()))

    assert walked(door, on.PinTyped(PIN)) == (door, [])


def test_closing_asks_first_and_stays_closed_when_staff_leave() -> None:
    asked, before = walked(Attending(HERE, Board()), on.ActWanted(Act.CLOSED))
    assert before == []

    state, effects = walked(asked, on.ActConfirmed(), on.Finished())

    assert state == Closed(TECHNICIAN)
    assert do.KeepClosed(True) in effects
    assert told(effects) == [Act.CLOSED, Act.LEFT]


def test_opening_again_needs_no_question() -> None:
    entered = (on.StaffEntered(), on.PinJudged(HERE, Right()))
    state, effects = walked(Closed(TECHNICIAN), *entered, on.ActWanted(Act.OPENED), on.Finished())

    assert state == Idle()
    assert do.KeepClosed(False) in effects


def test_a_kiosk_without_a_catalogue_does_not_open_for_staff_either() -> None:
    closed = Attending(HERE, Board(), TECHNICIAN)
    empty = replace(hall(), catalogue=replace(catalogue(), services={}))

    after = step(closed, on.ActWanted(Act.OPENED), empty).state

    assert after == replace(closed, closed="catalogue")


def test_a_catalogue_that_comes_does_not_open_what_staff_closed() -> None:
    closed = Attending(HERE, Board(), TECHNICIAN)
    waiting = replace(closed, closed="catalogue")
    came = on.ServiceResumed("catalogue")

    assert walked(closed, came)[0] == closed
    assert walked(waiting, came)[0] == replace(closed, closed=None)


def test_the_panel_asks_whether_somebody_is_there_and_goes_home() -> None:
    asked, _ = walked(Attending(HERE, Board()), on.PatienceEnded())
    assert walked(asked, on.DialogClosed())[0] == Attending(HERE, Board())

    state, effects = walked(asked, on.PatienceEnded())

    assert state == Idle()
    assert told(effects) == [Act.LEFT]


def test_the_machine_is_looked_at_again_and_again_only_while_the_same_staff_are_in() -> None:
    panel = Attending(HERE, Board())

    assert walked(panel, on.InspectionDue(HERE))[1] == [do.Inspect(HERE)]
    assert [type(one) for one in walked(panel, on.Inspected(HERE))[1]] == [do.After]
    assert walked(panel, on.InspectionDue(RequestId(3)))[1] == []
    assert walked(Idle(), on.InspectionDue(HERE))[1] == []


# --- tests ------------------------------------------------------------------------------------


def test_a_test_page_is_printed_and_judged_by_what_the_printer_proves() -> None:
    page = hall().fresh.paper
    state, effects = walked(Attending(HERE, Board()), on.ActWanted(Act.PRINT))
    assert effects == [do.PrintTest(page)]
    assert walked(state, on.ActWanted(Act.PRINT))[1] == []

    for outcome, finding in (
        (PaperOutcome.PRINTED, Finding.GOOD),
        (PaperOutcome.SENT, Finding.ATTENTION),
        (PaperOutcome.JAM, Finding.BROKEN),
    ):
        after, told_of = walked(state, on.PaperChanged(page, outcome))
        assert isinstance(after, Attending)
        assert (after.finding(Act.PRINT), after.paper) == (finding, None)
        assert told_of == [do.Audit(Act.PRINT, finding)]


def test_no_test_page_is_left_for_a_citizen_by_a_printer_that_cannot_print() -> None:
    out = replace(hall(), printer=PrinterState.PAPER_OUT)

    answer = step(Attending(HERE, Board()), on.ActWanted(Act.PRINT), out)

    assert answer.effects == (do.Audit(Act.PRINT, Finding.BROKEN),)


def test_a_sound_is_judged_by_whoever_heard_it() -> None:
    asked, effects = walked(Attending(HERE, Board()), on.ActWanted(Act.SOUND))
    assert effects == [do.Play(do.Sound.SUCCESS)]

    heard, unheard = on.ActConfirmed(), on.ActConfirmed(well=False)
    assert walked(asked, heard)[1] == [do.Audit(Act.SOUND, Finding.GOOD)]
    assert walked(asked, unheard)[1] == [do.Audit(Act.SOUND, Finding.BROKEN)]


def test_a_code_is_told_by_its_kind_alone_and_counted_once() -> None:
    code = on.CodeRead(IdentityCandidate(IkdPayload(PAYLOAD)))
    page, _ = walked(Attending(HERE, Board()), on.ActWanted(Act.SCAN))

    read, effects = walked(page, code, code)

    assert isinstance(read, Attending)
    assert read.page == ScanTest(CodeKind.IDENTITY)
    assert told(effects) == [Act.SCAN]
    assert walked(read, on.Back())[0] == replace(read, page=Board())


def test_a_no_to_closing_closes_nothing() -> None:
    asked = Attending(HERE, Board(asking=Act.CLOSED))

    assert walked(asked, on.ActConfirmed(well=False)) == (Attending(HERE, Board()), [])


def test_a_new_roll_is_tried_as_soon_as_it_is_in_and_then_counted_from_nought() -> None:
    page = hall().fresh.paper
    moved = [on.RollMoved(HERE, step) for step in (RollStep.LOAD, RollStep.CLOSE, RollStep.TEST)]
    trying, effects = walked(Attending(HERE, Board()), on.ActWanted(Act.ROLL), *moved)
    assert effects == [do.WatchRoll(HERE), do.PrintTest(page)]

    done, told_of = walked(trying, on.PaperChanged(page, PaperOutcome.PRINTED))
    assert isinstance(done, Attending)
    assert done.page == RollPage(HERE, RollStep.DONE)
    assert told_of == [do.CountRollAnew(), do.Audit(Act.ROLL, Finding.GOOD)]

    left, ended = walked(done, on.Back())
    assert (left, ended) == (replace(done, page=Board()), [do.WatchRoll(None)])


def test_a_roll_whose_test_does_not_come_out_is_not_counted_and_tried_again() -> None:
    page = hall().fresh.paper
    trying = Attending(HERE, RollPage(HERE, RollStep.TEST), paper=page)

    failed, effects = walked(trying, on.PaperChanged(page, PaperOutcome.JAM))

    assert isinstance(failed, Attending)
    assert failed.page == RollPage(HERE, RollStep.FAILED)
    assert effects == [do.Audit(Act.ROLL, Finding.BROKEN)]
    assert walked(failed, on.ActWanted(Act.PRINT))[1] == [do.PrintTest(page)]


def test_whoever_leaves_in_the_middle_of_a_change_ends_its_watch() -> None:
    assert walked(Attending(HERE, RollPage(HERE)), on.Finished())[1][0] == do.WatchRoll(None)


@pytest.mark.parametrize(
    ("last", "finding"),
    [
        ((3.0, 4.0), Finding.GOOD),
        ((6.0, 8.0), Finding.ATTENTION),
        ((0.0, 10.1), Finding.BROKEN),
        (None, Finding.BROKEN),
    ],
)
def test_touch_is_judged_by_the_worst_of_fifteen_targets(
    last: tuple[float, float] | None, finding: Finding
) -> None:
    good = [on.TargetTouched((1.0, -1.0))] * (TARGETS - 1)
    page, effects = walked(Attending(HERE, Board()), on.ActWanted(Act.TOUCH), *good)
    assert effects == []

    over, told_of = walked(page, on.TargetTouched(last))

    assert told_of == [do.Audit(Act.TOUCH, finding)]
    assert walked(over, on.TargetTouched((0.0, 0.0)))[1] == []
    again = walked(over, on.ActWanted(Act.TOUCH))[0]
    assert isinstance(again, Attending)
    assert again.page == TouchTest()


def test_a_layout_is_set_step_by_step_within_what_there_is() -> None:
    first = Layout(21.5, 1495, printer="right")

    assert first.stepped(LayoutPart.DIAGONAL, 1).diagonal_in == 22
    assert first.stepped(LayoutPart.DIAGONAL, -1).diagonal_in == 19
    assert replace(first, diagonal_in=21.0).stepped(LayoutPart.DIAGONAL, 1).diagonal_in == 21.5
    assert replace(first, diagonal_in=65.0).stepped(LayoutPart.DIAGONAL, 1).diagonal_in == 65
    assert first.stepped(LayoutPart.EDGE, 1).bottom_edge_mm == 1500
    assert first.stepped(LayoutPart.PRINTER, 1).printer == "below"
    assert first.stepped(LayoutPart.CAMERA, -1).camera == "right"


def test_a_layout_is_kept_when_asked_for_and_tells_how_that_went() -> None:
    step_up = on.LayoutStepped(LayoutPart.EDGE, 1)
    setting, _ = walked(Attending(HERE, Board()), on.ActWanted(Act.LAYOUT), step_up)
    keeping, effects = walked(setting, on.Confirmed(), on.Confirmed(), step_up)
    wanted = Layout(bottom_edge_mm=860)
    assert effects == [do.KeepLayout(HERE, wanted)]

    lost, told_of = walked(keeping, on.LayoutKept(HERE, well=False))

    assert isinstance(lost, Attending)
    assert lost.page == LayoutPage(wanted, kept=False)
    assert told_of == [do.Audit(Act.LAYOUT, Finding.BROKEN)]


def test_the_log_is_read_and_taken_along_once_at_a_time() -> None:
    page, effects = walked(Attending(HERE, Board()), on.ActWanted(Act.LOG), on.LogRead(HERE, ()))
    assert effects == [do.Audit(Act.LOG), do.ReadLog(HERE)]

    exporting, ordered = walked(page, on.ExportWanted(), on.ExportWanted())
    assert ordered == [do.ExportLog(HERE, THURSDAY)]

    told, audited = walked(exporting, on.ExportEnded(HERE, Exported.FULL))
    assert isinstance(told, Attending)
    assert told.page == LogPage(HERE, (), exported=Exported.FULL)
    assert audited == [do.Audit(Act.EXPORT, Finding.BROKEN)]


def test_a_restart_is_asked_for_first() -> None:
    asked, before = walked(Attending(HERE, Board()), on.ActWanted(Act.RESTART))

    assert before == []
    assert walked(asked, on.DialogClosed()) == (Attending(HERE, Board()), [])
    assert walked(asked, on.ActConfirmed())[1] == [do.Restart()]


# --- the door ---------------------------------------------------------------------------------


class Sensors(PosixPath):
    """A folder of sensors that notes which thread waits for them."""

    asked_by: ClassVar[list[threading.Thread]] = []

    def glob(self, pattern: str) -> Iterator[Self]:  # type: ignore[override] # as it is called here
        """See Path."""
        self.asked_by.append(threading.current_thread())
        return super().glob(pattern)


class Door:
    """A staff room on a folder, whose door is tried."""

    def __init__(self, folder: Path) -> None:
        self.time = FakeTime()
        self.store = MemoryStore(self.time)
        self.files = StaffFiles(folder)
        self.folder = folder
        self.thermal = Sensors(folder / "thermal")
        self.found = Equipment()
        self.lines = io.StringIO()
        self.woken = 0
        self.volumes: list[Volume] = []
        self.known_at_restart: list[str] | None = None
        self.kept: Layout | None = None
        self.printer: Printer | None = None

    def room(self) -> StaffRoom:
        """As a kiosk that has just started has it."""
        machine = Machine(
            kiosk="A-03",
            data=self.folder,
            has_printer=True,
            has_camera=False,
            printer=lambda: self.printer,
            read=lambda: self.found,
            tell=self._tell,
            wake_sync=lambda: None,
            test_page=lambda _: papers().test(PrinterFacts("generic", "tcp", 576), "x", THURSDAY),
            wake_printer=self._wake,
            keep_layout=self.keep_layout,
            restart=self.acts_at_restart,
            volumes=lambda: self.volumes,
            count_figures=lambda period, _: self.counted(period),
            table=lambda period, _: f"{period},{self.counted(period).issued}\r\n",
            thermal=self.thermal,
        )
        return StaffRoom(self.files, self.store, machine, self.time, Log(self.lines, self.time.now))

    def _tell(self, found: Equipment) -> None:
        self.found = found

    def keep_layout(self, layout: Layout) -> None:
        """Settings that can be written, unless the panel is as small as can be."""
        if layout.diagonal_in == DIAGONALS[0]:
            raise KioskError("kiosk.toml: read-only")
        self.kept = layout

    def acts_at_restart(self) -> None:
        """What central will hear of before the process is gone."""
        self.known_at_restart = [json.loads(fact.body)["act"] for fact in self.store.facts]

    def counted(self, period: Period) -> Figures:
        """A ledger without a row, or one that cannot be read."""
        if period is Period.HALF:
            raise KioskError("ledger: gone")
        return figures(Rows([], [], 0))

    def _wake(self) -> None:
        self.woken += 1

    def carry_out(self, order: do.StaffOrder) -> list[Event]:
        """One order, by a room of its own; what it answered."""
        heard: list[Event] = []
        asyncio.run(self.room().carry_out(order, heard.append))
        return heard

    def try_pin(self, pin: str | None) -> PinVerdict:
        """What the door says."""
        (judged,) = self.carry_out(do.JudgePin(HERE, pin))
        assert isinstance(judged, on.PinJudged)
        return judged.verdict


@pytest.fixture
def door(tmp_path: Path) -> Door:
    door = Door(tmp_path)
    door.files.keep_pin(hashed())
    return door


def test_a_door_without_a_pin_says_so(tmp_path: Path) -> None:
    assert Door(tmp_path).try_pin(None) == Unset()


def test_only_the_pin_opens(door: Door) -> None:
    assert door.try_pin(None) == Ready()
    assert door.try_pin("482916") == Wrong(TRIES - 1)
    assert door.try_pin(PIN) == Right()
    assert door.try_pin("482916") == Wrong(TRIES - 1)


def test_what_is_no_pin_at_all_costs_no_try(door: Door) -> None:
    assert [door.try_pin(text) for text in ("", "4829155", "1")] == [Ready()] * 3


def test_five_wrong_pins_lock_the_door_longer_each_time_over_restarts() -> None:
    time, tries, locks = FakeTime(), Tries(), []
    for _ in range(len(LOCKS) + 1):
        for _ in range(TRIES):
            tries = tries.tried(time.now())
        until = tries.locked_until(time.now())
        assert until is not None
        locks.append(until - time.now())
        time.advance(locks[-1].total_seconds())
        assert tries.locked_until(time.now()) is None

    assert locks == [*LOCKS, LOCKS[-1]]


def test_the_right_pin_does_not_open_a_locked_door(door: Door) -> None:
    now = door.time.now()
    door.files.keep_tries(Tries(wrong=TRIES - 1))

    assert door.try_pin("482916") == Locked(now + LOCKS[0], tried=True)
    assert door.try_pin(PIN) == Locked(now + LOCKS[0])
    door.time.advance(LOCKS[0].total_seconds())
    assert door.try_pin(PIN) == Right()
    assert door.files.tries(now) == Tries()


def test_a_try_is_written_down_before_it_is_judged(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    def plug_pulled(pin: str, kept: str) -> bool:
        raise KioskError("no power")

    monkeypatch.setattr("kiosk.staff_room.is_pin", plug_pulled)
    with pytest.raises(KioskError):
        door.try_pin("482916")

    assert door.files.tries(door.time.now()) == Tries(wrong=1)


def test_a_clock_that_went_back_locks_for_an_hour_at_most(door: Door) -> None:
    now = door.time.now()

    assert Tries(0, 1, now + timedelta(days=400)).locked_until(now) == now + LOCKS[-1]


def test_spoiled_tries_lock_the_door_and_a_spoiled_pin_opens_to_nobody(door: Door) -> None:
    (door.folder / "technician.tries").write_text("[")
    assert door.try_pin(PIN) == Locked(door.time.now() + LOCKS[-1])

    door.files.keep_pin("argon?")
    assert door.try_pin(PIN) == Wrong(TRIES - 1)


def test_the_kept_pin_is_for_the_kiosk_alone_and_is_not_the_pin(door: Door) -> None:
    file = door.folder / PIN_FILE

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text().startswith("$argon2id$")
    assert PIN not in file.read_text()


def test_a_closure_is_remembered_until_it_is_lifted(door: Door) -> None:
    door.carry_out(do.KeepClosed(True))
    assert StaffFiles(door.folder).closed()

    door.carry_out(do.KeepClosed(False))
    assert not StaffFiles(door.folder).closed()


def test_an_act_is_told_with_time_and_kiosk_and_nothing_else(door: Door) -> None:
    door.carry_out(do.Audit(Act.CLOSED))

    at = door.time.now().isoformat()
    assert door.store.told("staff.acted") == [{"at": at, "kiosk": "A-03", "act": "closed"}]


def test_no_pin_is_logged(door: Door) -> None:
    door.try_pin("482916")
    door.try_pin(PIN)
    door.carry_out(do.Audit(Act.ENTERED))

    assert "4829" not in door.lines.getvalue()


def test_a_test_page_goes_through_the_journal(door: Door) -> None:
    door.carry_out(do.PrintTest(hall().fresh.paper))

    (job,) = door.store.jobs
    assert (job.paper.kind, job.subject, door.woken) == (Kind.TEST, hall().fresh.paper, 1)


def test_a_test_page_that_cannot_be_kept_is_told(door: Door) -> None:
    door.store.failure = "disk full"
    heard: list[Event] = []

    with pytest.raises(KioskError):
        asyncio.run(door.room().carry_out(do.PrintTest(hall().fresh.paper), heard.append))

    assert heard == [on.PaperChanged(hall().fresh.paper, PaperOutcome.OFF)]


# --- `kiosk pin` ------------------------------------------------------------------------------


def answers(*given: str) -> Callable[[str], str]:
    """Somebody at the terminal."""
    left = list(given)
    return lambda _: left.pop(0)


def config(folder: Path) -> list[str]:
    """Settings with a data folder of their own."""
    (folder / "kiosk.toml").write_text('[kiosk]\ndata = "data"\n')
    return ["--config", str(folder / "kiosk.toml")]


def test_the_pin_is_asked_for_twice_and_forgets_wrong_tries(tmp_path: Path) -> None:
    assert set_pin(config(tmp_path), answers(PIN, PIN)) == 0

    door = Door(tmp_path / "data")
    assert door.try_pin(PIN) == Right()


@pytest.mark.parametrize(
    "given", [("12345",), ("48291a",), ("111111",), ("123456",), (PIN, "482916")]
)
def test_a_pin_anybody_would_try_or_mistyped_is_not_set(
    tmp_path: Path, given: tuple[str, ...]
) -> None:
    assert set_pin(config(tmp_path), answers(*given)) == 2

    assert not (tmp_path / "data" / PIN_FILE).exists()


# --- the machine ------------------------------------------------------------------------------


def test_the_machine_tells_what_it_knows(door: Door) -> None:
    zone = door.folder / "thermal" / "thermal_zone0"
    zone.mkdir(parents=True)
    (zone / "temp").write_text("52400\n")
    asyncio.run(door.store.add_fact("visit.ended", {}))

    assert door.carry_out(do.Inspect(HERE)) == [on.Inspected(HERE)]
    assert (door.found.waiting, door.found.celsius, door.found.has_camera) == (1, 52, False)
    assert door.found.disk_free_mb


def test_how_the_touch_screen_did_is_known_days_later_and_over_restarts(door: Door) -> None:
    for order in (do.Audit(Act.PRINT, Finding.BROKEN), do.Audit(Act.TOUCH, Finding.ATTENTION)):
        door.carry_out(order)
    tested = door.time.now()
    door.time.advance(5 * 86400)

    door.carry_out(do.Inspect(HERE))

    assert door.found.touch == TouchTested(tested, Finding.ATTENTION)


@pytest.mark.parametrize("text", ["", "{}", "[1, 2]", '["2026-08-06T00:00:00+00:00", "fine"]'])
def test_a_spoiled_note_of_the_touch_screen_is_none(door: Door, text: str) -> None:
    (door.folder / TOUCH_FILE).write_text(text)

    door.carry_out(do.Inspect(HERE))

    assert door.found.touch is None


def test_the_screen_waits_for_no_sensor(door: Door) -> None:
    Sensors.asked_by.clear()

    door.carry_out(do.Inspect(HERE))

    assert Sensors.asked_by
    assert threading.current_thread() not in Sensors.asked_by


def findings(around: Hall, **changes: object) -> dict[Part, Finding]:
    """How each part is judged."""
    found = replace(around.equipment, **changes)  # type: ignore[arg-type]  # fields of Equipment
    return {one.part: one.finding for one in judge(replace(around, equipment=found))}


def test_each_part_is_judged_by_what_is_known() -> None:
    good, attention, broken = Finding.GOOD, Finding.ATTENTION, Finding.BROKEN
    around = hall()
    silent = replace(around, printer=PrinterState.SILENT, camera=CameraState.STALLED, online=False)

    assert set(findings(around).values()) == {good}
    assert findings(around, paper_percent=14)[Part.PRINTER] is attention
    assert findings(around, has_printer=False)[Part.PRINTER] is Finding.ABSENT
    assert findings(around, clock_offset=-2.5)[Part.CLOCK] is attention
    assert findings(around, clock_trusted=False)[Part.CLOCK] is broken
    assert findings(around, disk_free_mb=1500)[Part.DISK] is attention
    assert findings(around, disk_free_mb=400)[Part.DISK] is broken
    assert findings(around, celsius=90)[Part.HEAT] is broken
    assert findings(around, quarantined=1)[Part.NETWORK] is attention
    assert list(findings(silent).values())[:3] == [broken, broken, attention]
    assert Part.SCANNER not in findings(around)
    assert Part.TOUCH not in findings(around)
    tested = TouchTested(THURSDAY, attention)
    assert findings(around, touch=tested)[Part.TOUCH] is attention
    gone = replace(around, scanner=ScannerState.MISSING)
    assert findings(gone)[Part.SCANNER] is broken


def test_a_count_that_fails_is_answered_too(door: Door) -> None:
    counted = door.carry_out(do.CountFigures(HERE, Period.DAY, THURSDAY))
    assert counted == [on.FiguresCounted(HERE, figures(Rows([], [], 0)))]

    heard: list[Event] = []
    with pytest.raises(KioskError):
        asyncio.run(
            door.room().carry_out(do.CountFigures(HERE, Period.HALF, THURSDAY), heard.append)
        )
    assert heard == [on.FiguresCounted(HERE, None)]


class OpenedPrinter:
    """Implements Printer: its cover is opened as soon as somebody watches."""

    report = PrinterReport(40, 90)

    def __init__(self) -> None:
        self.watched: list[bool] = []
        self.counted = 0

    def start(self) -> None:
        """See Printer."""

    def wake(self) -> None:
        """See Printer."""

    def close(self) -> None:
        """See Printer."""

    def watch_roll(self, tell: Callable[[RollStep], None] | None) -> None:
        """See Printer."""
        self.watched.append(tell is not None)
        if tell:
            tell(RollStep.LOAD)

    def count_roll_anew(self) -> None:
        """See Printer."""
        self.counted += 1


def test_a_change_of_the_roll_is_told_on_the_loop_and_ended(door: Door) -> None:
    door.printer = printer = OpenedPrinter()
    heard: list[Event] = []

    async def change() -> None:
        for order in (do.WatchRoll(HERE), do.WatchRoll(None), do.CountRollAnew()):
            await door.room().carry_out(order, heard.append)
        assert heard == []
        await asyncio.sleep(0)

    asyncio.run(change())

    assert heard == [on.RollMoved(HERE, RollStep.LOAD)]
    assert (printer.watched, printer.counted) == ([True, False], 1)


def test_a_layout_is_followed_only_once_it_is_kept(door: Door) -> None:
    wanted = Layout(27.0)

    assert door.carry_out(do.KeepLayout(HERE, wanted)) == [on.LayoutKept(HERE, well=True)]
    assert (door.kept, door.found.layout) == (wanted, wanted)

    small = Layout(DIAGONALS[0])
    assert door.carry_out(do.KeepLayout(HERE, small)) == [on.LayoutKept(HERE, well=False)]
    assert door.found.layout == wanted
    assert "layout.not-kept" in door.lines.getvalue()


def test_a_restart_waits_until_it_is_kept_for_central(door: Door) -> None:
    door.carry_out(do.Restart())

    assert door.known_at_restart == [Act.RESTART]


def test_a_ledger_that_fails_does_not_hinder_a_restart(door: Door) -> None:
    door.store.failure = "disk full"

    with pytest.raises(KioskError):
        door.carry_out(do.Restart())

    assert door.known_at_restart == []


def test_the_log_goes_onto_the_stick_that_is_there(door: Door, tmp_path: Path) -> None:
    (door.folder / "kiosk.log").write_text('{"at": "2026-08-06T02:41:00+00:00", "event": "staff"}')
    order = do.ExportLog(HERE, THURSDAY)
    assert door.carry_out(order) == [on.ExportEnded(HERE, Exported.NONE)]

    stick = tmp_path / "stick"
    stick.mkdir()
    door.volumes = [Volume(stick, read_only=False)]

    assert door.carry_out(order) == [on.ExportEnded(HERE, Exported.DONE)]
    (file,) = stick.iterdir()
    assert file.name == "anjungan-A-03-20260806T094100.log"
    (read,) = door.carry_out(do.ReadLog(HERE))
    assert isinstance(read, on.LogRead)
    assert [one.event for one in read.lines or ()] == ["staff"]


def test_the_statistics_go_onto_the_stick_as_a_table(door: Door, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    door.volumes = [Volume(stick, read_only=False)]

    ends = [
        door.carry_out(do.ExportFigures(HERE, period, THURSDAY))
        for period in (Period.WEEK, Period.HALF)
    ]

    assert ends == [
        [on.ExportEnded(HERE, Exported.DONE)],
        [on.ExportEnded(HERE, Exported.FAILED)],
    ]
    (file,) = stick.iterdir()
    assert file.name == "anjungan-A-03-week-20260806T094100.csv"
    assert file.read_bytes() == b"week,0\r\n"


def test_the_black_box_stands_among_the_lines_of_the_log(door: Door, tmp_path: Path) -> None:
    log = '{"at": "2026-08-06T02:40:59+00:00", "event": "staff"}'
    (door.folder / "kiosk.log").write_text(log)
    box = BlackBox(door.folder / BOX, lambda: THURSDAY)
    box.close()
    door.volumes = [Volume(tmp_path, read_only=False)]

    (read,) = door.carry_out(do.ReadLog(HERE))
    door.carry_out(do.ExportLog(HERE, THURSDAY))

    assert isinstance(read, on.LogRead)
    assert [one.event for one in read.lines or ()] == ["Began", "Ended", "staff"]
    (file,) = tmp_path.glob("anjungan-*.log")
    assert [json.loads(line).get("happened") for line in file.read_text().splitlines()] == [
        *(None, "Began", "Ended")
    ]
