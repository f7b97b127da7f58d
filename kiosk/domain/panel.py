"""What opens from the technician's board: statistics and what else fills a page of its own.

It is apart from `attending.py`, which knows the door, the board and who is in.
"""

from dataclasses import replace

from kiosk.domain import events as on
from kiosk.domain.devices import PaperOutcome, RollStep
from kiosk.domain.effects import (
    Audit,
    CountFigures,
    CountRollAnew,
    Effect,
    ExportFigures,
    ExportLog,
    KeepLayout,
    PrintTest,
    ReadLog,
    WatchRoll,
)
from kiosk.domain.events import Event
from kiosk.domain.hall import Hall
from kiosk.domain.staff import Act, Exported, Finding, judge_touch
from kiosk.domain.states import (
    Attending,
    Board,
    LayoutPage,
    LogPage,
    RollPage,
    Statistics,
    TouchTest,
)
from kiosk.domain.stepping import Step


def back(state: Attending) -> Step:
    """To the board."""
    return Step(replace(state, page=Board()))


def tested(state: Attending, act: Act, finding: Finding, *more: Effect) -> Step:
    """How a test went, on the board and in the log."""
    others = tuple(one for one in state.tests if one[0] is not act)
    known = replace(state, tests=(*others, (act, finding)))
    return Step(known, (*more, Audit(act, finding)))


# --- S33 --------------------------------------------------------------------------------------


def open_roll(state: Attending, hall: Hall) -> Step:
    """The printer is watched while a technician changes its roll."""
    page = RollPage(hall.fresh.request)
    return Step(replace(state, page=page), (WatchRoll(page.request),))


def roll(state: Attending, page: RollPage, event: Event, hall: Hall) -> Step:
    """Each step ends when the sensors say so; a loaded roll is tried at once."""
    match event:
        case on.RollMoved(request, RollStep.TEST) if request == page.request:
            return _try_roll(state, page, hall)
        case on.RollMoved(request, moved) if request == page.request and state.paper is None:
            return Step(replace(state, page=replace(page, step=moved)))
        case on.ActWanted(Act.PRINT) if page.step in (RollStep.UNSEEN, RollStep.FAILED):
            return _try_roll(state, page, hall)
        case on.Back():
            return Step(replace(state, page=Board()), (WatchRoll(None),))
        case _:
            return Step(state)


def _try_roll(state: Attending, page: RollPage, hall: Hall) -> Step:
    if state.paper is not None:
        return Step(state)
    paper = hall.fresh.paper
    trying = replace(state, page=replace(page, step=RollStep.TEST), paper=paper)
    return Step(trying, (PrintTest(paper),))


def roll_tried(state: Attending, page: RollPage, outcome: PaperOutcome) -> Step:
    """Paper came out of the new roll, or did not; it may still be tried again."""
    ended = replace(state, paper=None)
    if outcome.left_the_printer:
        proven = outcome is PaperOutcome.PRINTED
        done = replace(ended, page=replace(page, step=RollStep.DONE))
        finding = Finding.GOOD if proven else Finding.ATTENTION
        return tested(done, Act.ROLL, finding, CountRollAnew())
    if outcome.on_its_way:
        return Step(state)
    failed = replace(ended, page=replace(page, step=RollStep.FAILED))
    return tested(failed, Act.ROLL, Finding.BROKEN)


# --- S34 --------------------------------------------------------------------------------------


def touch(state: Attending, page: TouchTest, event: Event) -> Step:
    """One target after another; the last one is the result."""
    match event:
        case on.TargetTouched(offset) if not page.over:
            touched = TouchTest((*page.offsets, offset))
            shown = replace(state, page=touched)
            return (
                tested(shown, Act.TOUCH, judge_touch(touched.offsets))
                if touched.over
                else Step(shown)
            )
        case on.ActWanted(Act.TOUCH) if page.over:
            return Step(replace(state, page=TouchTest()))
        case on.Back():
            return back(state)
        case _:
            return Step(state)


# --- S35 --------------------------------------------------------------------------------------


def layout(state: Attending, page: LayoutPage, event: Event, hall: Hall) -> Step:
    """Set, looked at, and kept when asked for."""
    match event:
        case on.LayoutStepped(part, steps) if page.request is None:
            return Step(replace(state, page=LayoutPage(page.layout.stepped(part, steps))))
        case on.Confirmed() if page.request is None:
            request = hall.fresh.request
            keeping = replace(page, request=request, kept=None)
            return Step(replace(state, page=keeping), (KeepLayout(request, page.layout),))
        case on.LayoutKept(request, well) if request == page.request:
            kept = replace(page, request=None, kept=well)
            finding = Finding.GOOD if well else Finding.BROKEN
            return Step(replace(state, page=kept), (Audit(Act.LAYOUT, finding),))
        case on.Back():
            return back(state)
        case _:
            return Step(state)


# --- S36 --------------------------------------------------------------------------------------


def open_log(state: Attending, hall: Hall) -> Step:
    """The last lines, as they are now."""
    page = LogPage(hall.fresh.request)
    return Step(replace(state, page=page), (Audit(Act.LOG), ReadLog(page.request)))


def log(state: Attending, page: LogPage, event: Event, hall: Hall) -> Step:
    """What was read, and how it went to take it along."""
    match event:
        case on.LogRead(request, lines) if request == page.request:
            return Step(replace(state, page=replace(page, lines=lines, failed=lines is None)))
        case on.ExportWanted() if page.exporting is None:
            request = hall.fresh.request
            exporting = replace(page, exporting=request, exported=None)
            return Step(replace(state, page=exporting), (ExportLog(request, hall.local),))
        case on.ExportEnded(request, end) if request == page.exporting:
            exported = replace(page, exporting=None, exported=end)
            return Step(replace(state, page=exported), (_taken_along(Act.EXPORT, end),))
        case on.Back():
            return back(state)
        case _:
            return Step(state)


def _taken_along(act: Act, end: Exported) -> Audit:
    return Audit(act, Finding.GOOD if end is Exported.DONE else Finding.BROKEN)


# --- S40 --------------------------------------------------------------------------------------


def open_statistics(state: Attending, hall: Hall) -> Step:
    """Statistics of today."""
    page = Statistics(hall.fresh.request)
    count = CountFigures(page.request, page.period, hall.local)
    return Step(replace(state, page=page), (Audit(Act.STATISTICS), count))


def statistics(state: Attending, page: Statistics, event: Event, hall: Hall) -> Step:
    """Another period, the answer for one, how it went to take it along, or back."""
    match event:
        case on.PeriodChosen(period) if period is not page.period:
            request = hall.fresh.request
            counted = Statistics(request, period, exporting=page.exporting)
            return Step(replace(state, page=counted), (CountFigures(request, period, hall.local),))
        case on.FiguresCounted(request, figures) if request == page.request:
            answered = replace(page, figures=figures, failed=figures is None)
            return Step(replace(state, page=answered))
        case on.ExportWanted() if page.figures and page.exporting is None:
            request = hall.fresh.request
            exporting = replace(page, exporting=request, exported=None)
            take = ExportFigures(request, page.period, hall.local)
            return Step(replace(state, page=exporting), (take,))
        case on.ExportEnded(request, end) if request == page.exporting:
            exported = replace(page, exporting=None, exported=end)
            return Step(replace(state, page=exported), (_taken_along(Act.TABLE, end),))
        case on.Back():
            return back(state)
        case _:
            return Step(state)
