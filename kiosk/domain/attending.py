"""Staff at the kiosk: the door with its PIN, and the panel behind it (S30 to S40).

Nobody's visit exists while staff are in. Every act is told to central, without a name.
"""

from dataclasses import replace
from typing import assert_never
from uuid import UUID

from kiosk.domain import events as on
from kiosk.domain import panel
from kiosk.domain.codes import IdentityCandidate
from kiosk.domain.devices import PaperOutcome
from kiosk.domain.effects import (
    After,
    Audit,
    Effect,
    Inspect,
    JudgePin,
    KeepClosed,
    Play,
    PrintTest,
    Restart,
    Sound,
    WatchRoll,
)
from kiosk.domain.events import Event
from kiosk.domain.hall import Hall
from kiosk.domain.patience import asks_first
from kiosk.domain.staff import (
    TECHNICIAN,
    Act,
    CodeKind,
    Finding,
    Locked,
    PinVerdict,
    Ready,
    Right,
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
    Statistics,
    TouchTest,
)
from kiosk.domain.stepping import Step, leave, paper_at_first

INSPECTION_SECONDS = 2.0
"""How often the panel looks at the machine anew."""


def enter(state: Closed | Idle | Arriving, hall: Hall) -> Step:
    """The hidden gesture: the door is shown, and asked whether it is locked."""
    request = hall.fresh.request
    closed = state.reason if isinstance(state, Closed) else None
    door = Attending(request, EnterPin(request), closed)
    return Step(door, (*leave(state, "left").effects, JudgePin(request)))


def attending(state: Attending, event: Event, hall: Hall) -> Step:
    """Whatever happens while staff are at the kiosk."""
    match event:
        case on.ServiceStopped(reason):
            return Step(replace(state, closed=state.closed or reason))
        case on.ServiceResumed(reason) if state.closed == reason:
            return Step(replace(state, closed=None))
        case on.WentWrong(request):
            return _mended(state) if request is None or _awaits(state, request) else Step(state)
        case on.Finished():
            return _gone(state)
        case on.PatienceEnded() if asks_first(state) and not state.asked:
            return Step(replace(state, asked=True), (Play(Sound.WARN),))
        case on.PatienceEnded():
            return _gone(state)
        case on.DialogClosed() if state.asked:
            return Step(replace(state, asked=False))
        case on.InspectionDue(attendance) if attendance == state.attendance:
            return Step(state, (Inspect(attendance),))
        case on.Inspected(attendance) if attendance == state.attendance:
            again = on.InspectionDue(attendance)
            return Step(state, (After(INSPECTION_SECONDS, again),))
        case on.PaperChanged(subject, outcome) if subject == state.paper:
            if isinstance(state.page, RollPage):
                return panel.roll_tried(state, state.page, outcome)
            return _printed(state, outcome)
    match state.page:
        case EnterPin():
            return _at_door(state, state.page, event, hall)
        case Board():
            return _at_board(state, state.page, event, hall)
        case ScanTest():
            return _scanning(state, state.page, event)
        case RollPage():
            return panel.roll(state, state.page, event, hall)
        case LayoutPage():
            return panel.layout(state, state.page, event, hall)
        case TouchTest():
            return panel.touch(state, state.page, event)
        case LogPage():
            return panel.log(state, state.page, event, hall)
        case Statistics():
            return panel.statistics(state, state.page, event, hall)
    assert_never(state.page)


def _gone(state: Attending) -> Step:
    """Back to what the kiosk was before, or was made to be."""
    told: tuple[Effect, ...] = () if isinstance(state.page, EnterPin) else (Audit(Act.LEFT),)
    if isinstance(state.page, RollPage):
        told = (WatchRoll(None), *told)
    return Step(Closed(state.closed) if state.closed else Idle(), told)


def _awaits(state: Attending, request: object) -> bool:
    match state.page:
        case LogPage(awaited, exporting=exporting) | Statistics(awaited, exporting=exporting):
            return request in (awaited, exporting)
        case EnterPin() | LayoutPage():
            return state.page.request == request
        case _:
            return False


def _mended(state: Attending) -> Step:
    """A mistake of ours: the door waits for a PIN again, the panel for another touch."""
    page = EnterPin() if isinstance(state.page, EnterPin) else Board()
    return Step(replace(state, page=page, paper=None))


# --- S30 --------------------------------------------------------------------------------------


def _at_door(state: Attending, page: EnterPin, event: Event, hall: Hall) -> Step:
    match event:
        case on.PinTyped(pin) if page.request is None and not isinstance(page.verdict, Unset):
            request = hall.fresh.request
            return Step(replace(state, page=EnterPin(request)), (JudgePin(request, pin),))
        case on.PinJudged(request, verdict) if request == page.request:
            return _judged(state, verdict)
        case on.Back():
            return _gone(state)
        case _:
            return Step(state)


def _judged(state: Attending, verdict: PinVerdict) -> Step:
    match verdict:
        case Right():
            inside = replace(state, page=Board())
            return Step(inside, (Audit(Act.ENTERED), Inspect(state.attendance)))
        case Wrong() | Locked(tried=True):
            refused = replace(state, page=EnterPin(verdict=verdict))
            return Step(refused, (Audit(Act.REFUSED), Play(Sound.WARN)))
        case Ready() | Unset() | Locked():
            return Step(replace(state, page=EnterPin(verdict=verdict)))
    assert_never(verdict)


# --- S31 --------------------------------------------------------------------------------------


def _at_board(state: Attending, page: Board, event: Event, hall: Hall) -> Step:
    match event:
        case on.ActWanted(Act.CLOSED) if state.closed != TECHNICIAN:
            return Step(replace(state, page=replace(page, asking=Act.CLOSED)))
        case on.ActWanted(Act.OPENED) if state.closed == TECHNICIAN:
            closed = None if hall.catalogue.services else "catalogue"
            return Step(replace(state, closed=closed), (KeepClosed(False), Audit(Act.OPENED)))
        case on.ActWanted(Act.PRINT) if state.paper is None:
            return _print(state, hall.fresh.paper, paper_at_first(hall))
        case on.ActWanted(Act.SCAN):
            return Step(replace(state, page=ScanTest()))
        case on.ActWanted(Act.SOUND):
            asking = replace(page, asking=Act.SOUND)
            return Step(replace(state, page=asking), (Play(Sound.SUCCESS),))
        case on.ActWanted(Act.ROLL) if state.paper is None:
            return panel.open_roll(state, hall)
        case on.ActWanted(Act.LAYOUT):
            return Step(replace(state, page=LayoutPage(hall.equipment.layout)))
        case on.ActWanted(Act.TOUCH):
            return Step(replace(state, page=TouchTest()))
        case on.ActWanted(Act.LOG):
            return panel.open_log(state, hall)
        case on.ActWanted(Act.RESTART):
            return Step(replace(state, page=replace(page, asking=Act.RESTART)))
        case on.ActWanted(Act.STATISTICS):
            return panel.open_statistics(state, hall)
        case on.DialogClosed() | on.Back() if page.asking:
            return Step(replace(state, page=replace(page, asking=None)))
        case on.ActConfirmed(well) if page.asking:
            return _confirmed(replace(state, page=Board()), page.asking, well)
        case _:
            return Step(state)


def _confirmed(state: Attending, act: Act, well: bool) -> Step:
    match act:
        case Act.CLOSED if well:
            closed = replace(state, closed=TECHNICIAN)
            return Step(closed, (KeepClosed(True), Audit(Act.CLOSED)))
        case Act.RESTART if well:
            return Step(state, (Restart(),))
        case Act.SOUND:
            return panel.tested(state, act, Finding.GOOD if well else Finding.BROKEN)
        case _:
            return Step(state)


# --- tests ------------------------------------------------------------------------------------


def _print(state: Attending, paper: UUID, outcome: PaperOutcome) -> Step:
    """Nothing is sent to a printer that cannot print: it would come out for a citizen later."""
    if outcome.on_its_way:
        return Step(replace(state, paper=paper), (PrintTest(paper),))
    return panel.tested(state, Act.PRINT, Finding.BROKEN)


def _printed(state: Attending, outcome: PaperOutcome) -> Step:
    """A printer that cannot prove what it prints is good only as far as somebody looks."""
    ended = replace(state, paper=None)
    if outcome is PaperOutcome.PRINTED:
        return panel.tested(ended, Act.PRINT, Finding.GOOD)
    if outcome.left_the_printer:
        return panel.tested(ended, Act.PRINT, Finding.ATTENTION)
    return Step(state) if outcome.on_its_way else panel.tested(ended, Act.PRINT, Finding.BROKEN)


def _scanning(state: Attending, page: ScanTest, event: Event) -> Step:
    match event:
        case on.CodeRead(code):
            read = replace(state, page=ScanTest(_kind_of(code)))
            return _read_first(read) if page.read is None else Step(read, (Play(Sound.SUCCESS),))
        case on.Back():
            return Step(replace(state, page=Board()))
        case _:
            return Step(state)


def _read_first(state: Attending) -> Step:
    """The first code of a test is its result."""
    told = panel.tested(state, Act.SCAN, Finding.GOOD)
    return Step(told.state, (*told.effects, Play(Sound.SUCCESS)))


def _kind_of(code: on.ReadCode) -> CodeKind:
    """All that staff are told of a code."""
    match code:
        case on.KnownTicket():
            return CodeKind.TICKET
        case on.KnownReceipt():
            return CodeKind.RECEIPT
        case on.KnownBooking() | on.UnknownBooking():
            return CodeKind.BOOKING
        case IdentityCandidate():
            return CodeKind.IDENTITY
        case _:
            return CodeKind.OTHER
