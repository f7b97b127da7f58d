"""The session machine: (state, event, hall) -> (state, effects). Pure, and total over every pair.

An event that means nothing in a state changes nothing. Answers name the request they answer; a
stale one changes nothing. Wherever a visit is left, the state becomes Idle, which knows nothing.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.domain import events as on
from kiosk.domain.codes import BookingCode, IdentityCandidate, UnknownCode
from kiosk.domain.devices import CameraState, PaperOutcome, PrinterState
from kiosk.domain.effects import (
    After,
    CallStaff,
    Effect,
    EndVisit,
    IssueTicket,
    Play,
    PrintCopy,
    Say,
    Sound,
    StaffReason,
    VerifyIdentity,
)
from kiosk.domain.events import Event
from kiosk.domain.hall import Hall
from kiosk.domain.hours import issuing
from kiosk.domain.identity import NotVerified, Verified
from kiosk.domain.model import RequestId
from kiosk.domain.patience import asks_first
from kiosk.domain.preferences import LANGUAGES, Preferences
from kiosk.domain.states import (
    Agencies,
    AgencyServices,
    Arriving,
    Choosing,
    Closed,
    EventServices,
    Front,
    Identifying,
    Idle,
    Issued,
    Issuing,
    Overlaid,
    Overlay,
    Reviewing,
    Screen,
    Search,
    State,
    Trouble,
    TroubleKind,
    Visit,
    visit_of,
)
from kiosk.domain.ticket import IssueRefusal, Ticket, TicketDraft

GREETING_SECONDS = 1.2
QUERY_MOST = 40
_IDLE = Idle()


@dataclass(frozen=True, slots=True)
class Step:
    """What a step leads to."""

    state: State
    effects: tuple[Effect, ...] = ()


def step(state: State, event: Event, hall: Hall) -> Step:
    """Answer one event."""
    match event:
        case on.ServiceStopped(reason):
            return _leave(state, "stopped", Closed(reason))
        case on.WentWrong(request):
            return _apologise(state, request)
        case on.ServiceResumed(reason):
            return Step(Idle()) if state == Closed(reason) else Step(state)
    match state:
        case Closed():
            return Step(state)
        case Overlaid():
            return _overlaid(state, event, hall)
        case _:
            return _open(state, event, hall)


def _apologise(state: State, request: RequestId | None) -> Step:
    """The card that offers to try again; a ticket still being made is shown when it comes."""
    under = state.under if isinstance(state, Overlaid) else state
    match under:
        case Closed() | Idle() | Issued():
            return Step(state)  # nobody waits, or the number is on screen
        case Issuing() if request in (None, under.request):
            return Step(_given_up(under, TroubleKind.GENERIC))
        case Identifying() if request in (None, under.request):
            return Step(Trouble(under.visit, TroubleKind.GENERIC))
        case _ if request is None:
            return Step(Trouble(under.visit, TroubleKind.GENERIC))
        case _:
            return Step(state)


def _given_up(state: Issuing, kind: TroubleKind) -> Trouble:
    return Trouble(state.visit, kind, state.service, state.request, state.draft)


def _open(state: Idle | Screen, event: Event, hall: Hall) -> Step:
    changed = _preferences(state, event, hall)
    if changed is not None:
        return changed
    match event:
        case on.Finished() | on.PatienceEnded() if isinstance(state, Idle):
            return Step(state)
        case on.PatienceEnded() if isinstance(state, Issuing):
            return Step(_given_up(state, TroubleKind.OFFLINE))
        case on.PatienceEnded() if not isinstance(state, Idle) and asks_first(state):
            return Step(Overlaid(state, Overlay.STILL_HERE), (Play(Sound.WARN),))
        case on.Finished() if isinstance(state, Issuing):
            return Step(state)
        case on.Finished():
            return _leave(state, "finished")
        case on.PatienceEnded():
            return _leave(state, "left")
    match state:
        case Idle():
            return _idle(state, event, hall)
        case Arriving():
            return _arriving(state, event, hall)
        case Identifying():
            return _identifying(state, event, hall)
        case Choosing():
            return _choosing(state, event, hall)
        case Reviewing():
            return _reviewing(state, event, hall)
        case Issuing():
            return _issuing(state, event, hall)
        case Issued():
            return _issued(state, event, hall)
        case Trouble():
            return _trouble(state, event, hall)
    assert_never(state)


def _leave(state: State, outcome: str, to: Closed | Idle = _IDLE) -> Step:
    visit = visit_of(state)
    return Step(to, (EndVisit(visit.id, outcome),) if visit else ())


# --- toolbar and dialogs ----------------------------------------------------------------------

_DIALOGS: dict[type[Event], Overlay] = {
    on.LanguagesWanted: Overlay.LANGUAGE,
    on.AudioWanted: Overlay.AUDIO,
    on.HelpWanted: Overlay.HELP,
}


def _preferences(state: Idle | Screen, event: Event, hall: Hall) -> Step | None:
    """The toolbar works on every screen. On the attract screen it begins a visit."""
    current = Arriving(Visit(hall.fresh.visit)) if isinstance(state, Idle) else state
    changed = _changed(current.visit.preferences, event)
    if changed is not None:
        preferences, toast = changed
        shown = replace(current, visit=replace(current.visit, preferences=preferences))
        return Step(shown, (Say(toast),) if toast else ())
    if overlay := _DIALOGS.get(type(event)):
        return Step(Overlaid(current, overlay))
    return None


def _changed(preferences: Preferences, event: Event) -> tuple[Preferences, str | None] | None:
    match event:
        case on.LanguageChosen(language) if language in LANGUAGES:
            return replace(preferences, language=language), None
        case on.TextSizeWanted():
            changed = preferences.next_text_scale()
            return changed, {1.0: "text.1", 1.25: "text.2", 1.5: "text.3"}[changed.text_scale]
        case on.ContrastWanted():
            changed = preferences.next_contrast()
            return changed, f"contrast.{changed.theme.value.lower()}"
        case on.LowReachWanted():
            lowered = not preferences.low_reach
            return (
                replace(preferences, low_reach=lowered),
                "reach.on" if lowered else "reach.off",
            )
        case on.AudioToggled():
            return replace(preferences, audio=not preferences.audio), None
        case _:
            return None


def _overlaid(state: Overlaid, event: Event, hall: Hall) -> Step:
    match event:
        case on.DialogClosed() | on.Back():
            return Step(state.under)
        case on.PatienceEnded() if state.overlay is Overlay.STILL_HERE:
            return _leave(state, "left")
        case on.PatienceEnded():
            return Step(state.under)
        case on.Finished() if not isinstance(state.under, Issuing):
            return _leave(state, "finished")
        case on.StaffWanted() if state.overlay is Overlay.HELP and not state.staff_called:
            return Step(replace(state, staff_called=True), (CallStaff(StaffReason.HELP),))
        case on.LanguageChosen():
            return _open(state.under, event, hall)
        case on.CodeRead() if state.overlay is Overlay.STILL_HERE:
            return _open(state.under, event, hall)
        case (
            on.IdentityAnswered()
            | on.GreetingOver()
            | on.TicketRecorded()
            | on.TicketRefused()
            | on.PaperChanged()
            | on.TextSizeWanted()
            | on.ContrastWanted()
            | on.LowReachWanted()
            | on.AudioToggled()
            | on.LanguagesWanted()
            | on.AudioWanted()
            | on.HelpWanted()
        ):
            return _below(state, event, hall)
        case _:
            return Step(state)


def _below(state: Overlaid, event: Event, hall: Hall) -> Step:
    """Let what lies below a dialog hear an answer or the toolbar; the dialog stays unless it moved."""
    answer = _open(state.under, event, hall)
    under = answer.state
    if type(under) is type(state.under) and not isinstance(under, Idle | Closed | Overlaid):
        return Step(replace(state, under=under), answer.effects)
    return answer


# --- attract and identity ---------------------------------------------------------------------


def _idle(state: Idle, event: Event, hall: Hall) -> Step:
    answer = _arriving(Arriving(Visit(hall.fresh.visit)), event, hall)
    return Step(state, answer.effects) if isinstance(answer.state, Arriving) else answer


def _arriving(state: Arriving, event: Event, hall: Hall) -> Step:
    match event:
        case on.TakeWanted() if hall.issuing():
            blind = hall.camera in (CameraState.MISSING, CameraState.STALLED)
            told = (CallStaff(StaffReason.HELP),) if blind else ()
            return Step(Identifying(state.visit), told)
        case on.CodeRead(code):
            return _read(state.visit, code, hall, otherwise=state)
        case _:
            return Step(state)


def _read(
    visit: Visit,
    code: on.KnownTicket | BookingCode | IdentityCandidate | UnknownCode,
    hall: Hall,
    otherwise: Arriving | Identifying,
) -> Step:
    match code:
        case on.KnownTicket(ticket):
            return Step(_recalled(visit, ticket), (Play(Sound.SUCCESS),))
        case BookingCode():
            return Step(Trouble(visit, TroubleKind.BOOKING_UNKNOWN))
        case IdentityCandidate(payload) if hall.issuing():
            request = hall.fresh.request
            asked = Identifying(visit, request=request)
            return Step(asked, (VerifyIdentity(request, visit.id, payload),))
        case IdentityCandidate():
            return Step(otherwise, (Say("err.closed.mall.t"),))
        case UnknownCode():
            return Step(otherwise, (Say("err.ticket.unknown.t"),))
    assert_never(code)


def _recalled(visit: Visit, ticket: Ticket) -> Issued:
    """A number taken before; how many were ahead then is no longer true."""
    known = replace(ticket, ahead=None, estimate=None)
    return Issued(visit, known, PaperOutcome.PRINTED, reprinted=True, recalled=True)


def _identifying(state: Identifying, event: Event, hall: Hall) -> Step:
    match event:
        case on.CodeRead(IdentityCandidate()) if state.request or state.visit.identity:
            return Step(state)
        case on.CodeRead(code) if state.request is None:
            return _read(state.visit, code, hall, otherwise=state)
        case on.IdentityAnswered(request, outcome) if (
            request == state.request and not state.greeted
        ):
            return _answered(state, outcome, request)
        case on.GreetingOver(request) if request == state.request and state.greeted:
            return Step(Choosing(state.visit))
        case on.WithoutIdentity():
            return Step(Choosing(state.visit))
        case on.StaffWanted():
            return Step(state, (CallStaff(StaffReason.HELP), _said(hall)))
        case on.Back():
            return _leave(state, "left")
        case _:
            return Step(state)


def _answered(state: Identifying, outcome: Verified | NotVerified, request: RequestId) -> Step:
    match outcome:
        case Verified():
            visit = replace(state.visit, identity=outcome)
            greeting = After(GREETING_SECONDS, on.GreetingOver(request))
            return Step(
                replace(state, visit=visit, problem=None, greeted=True),
                (greeting, Play(Sound.SUCCESS)),
            )
        case NotVerified():
            return Step(replace(state, request=None, problem=outcome))
    assert_never(outcome)


# --- catalogue --------------------------------------------------------------------------------


def _choosing(state: Choosing, event: Event, hall: Hall) -> Step:
    match event:
        case on.ServiceChosen(service) if service in hall.catalogue.services:
            return Step(Reviewing(state.visit, service, back=state.view))
        case on.AgenciesWanted():
            return Step(replace(state, view=Agencies()))
        case on.AgencyChosen(agency) if agency in hall.catalogue.agencies:
            return Step(replace(state, view=AgencyServices(agency)))
        case on.EventChosen(event_id) if event_id in hall.catalogue.events:
            return Step(replace(state, view=EventServices(event_id)))
        case on.SearchWanted():
            return Step(replace(state, view=Search()))
        case on.QueryChanged(query) if isinstance(state.view, Search):
            return Step(replace(state, view=Search(query[:QUERY_MOST])))
        case on.Back():
            return _catalogue_back(state)
        case on.CodeRead(code):
            return _stray(state, code)
        case _:
            return Step(state)


def _catalogue_back(state: Choosing) -> Step:
    match state.view:
        case Front():
            return _leave(state, "left")
        case AgencyServices():
            return Step(replace(state, view=Agencies()))
        case Search() | Agencies() | EventServices():
            return Step(replace(state, view=Front()))
    assert_never(state.view)


def _said(hall: Hall) -> Say:
    """Whether the call for staff could leave the kiosk."""
    return Say("help.called" if hall.online else "help.offline")


def _stray(state: Screen, code: object) -> Step:
    """A code read where none is asked for: the visitor's own are ignored, others get a line."""
    if isinstance(code, IdentityCandidate | on.KnownTicket):
        return Step(state)
    return Step(state, (Say("err.ticket.unknown.t"),))


# --- one service ------------------------------------------------------------------------------


def _reviewing(state: Reviewing, event: Event, hall: Hall) -> Step:
    match event:
        case on.Back():
            return Step(Choosing(state.visit, state.back))
        case on.AnotherService():
            return Step(Choosing(state.visit))
        case on.PriorityToggled():
            return Step(replace(state, priority=not state.priority))
        case on.SaveWanted():
            return Step(Overlaid(state, Overlay.SAVE))
        case on.Confirmed():
            return _confirmed(state, hall)
        case on.CodeRead(code):
            return _stray(state, code)
        case _:
            return Step(state)


def _confirmed(state: Reviewing, hall: Hall) -> Step:
    if held := state.visit.ticket_for(state.service):
        return Step(_recalled(state.visit, held))
    service = hall.catalogue.services.get(state.service)
    if service is None or not issuing(hall.availability(service)):
        return Step(Trouble(state.visit, TroubleKind.CLOSED, state.service))
    identity = state.visit.identity
    draft = TicketDraft(
        id=state.draft or hall.fresh.ticket,
        visit=state.visit.id,
        service=service.id,
        queue=hall.catalogue.agency_of(service).queue,
        day=hall.day,
        at=hall.local,
        priority=state.priority,
        language=state.visit.preferences.language,
        masked_name=identity.masked_name if identity else None,
    )
    waiting = Issuing(state.visit, service.id, hall.fresh.request, draft.id)
    return Step(waiting, (IssueTicket(hall.fresh.request, draft),))


# --- the number -------------------------------------------------------------------------------


def _issuing(state: Issuing, event: Event, hall: Hall) -> Step:
    match event:
        case on.TicketRecorded(request, ticket) if request == state.request:
            return _recorded(state.visit, ticket, hall)
        case on.TicketRefused(request, reason) if request == state.request:
            return Step(_given_up(state, _refusal(reason)))
        case _:
            return Step(state)


_PAPER_AT_FIRST = {
    PrinterState.PAPER_OUT: PaperOutcome.PAPER_OUT,
    PrinterState.COVER_OPEN: PaperOutcome.COVER_OPEN,
    PrinterState.JAM: PaperOutcome.JAM,
    PrinterState.HOT: PaperOutcome.HOT,
    PrinterState.BROKEN: PaperOutcome.OFF,
    PrinterState.SILENT: PaperOutcome.OFF,
}


def _recorded(visit: Visit, ticket: Ticket, hall: Hall) -> Step:
    """What the printer is known to be tells at once whether paper may be expected."""
    held = replace(visit, tickets=(*visit.tickets, ticket))
    issued = Issued(held, ticket, PaperOutcome.PRINTING)
    shown = _paper(issued, _PAPER_AT_FIRST.get(hall.printer, PaperOutcome.PRINTING))
    return Step(shown.state, (Play(Sound.SUCCESS), *shown.effects))


def _refusal(reason: IssueRefusal) -> TroubleKind:
    match reason:
        case IssueRefusal.QUOTA:
            return TroubleKind.QUOTA
        case IssueRefusal.CLOSED:
            return TroubleKind.CLOSED
        case IssueRefusal.OFFLINE:
            return TroubleKind.OFFLINE
        case IssueRefusal.STORE:
            return TroubleKind.GENERIC
    assert_never(reason)


def _issued(state: Issued, event: Event, hall: Hall) -> Step:
    match event:
        case on.PaperChanged(ticket, outcome) if ticket == state.ticket.id and not state.recalled:
            return _paper(state, outcome)
        case on.ReprintWanted() if state.may_reprint:
            again = replace(state, reprinted=True, paper=PaperOutcome.PRINTING)
            return Step(again, (PrintCopy(state.ticket),))
        case on.AnotherService():
            return Step(Choosing(state.visit))
        case on.StaffWanted() if not state.staff_called:
            return Step(
                replace(state, staff_called=True),
                (CallStaff(StaffReason.HELP), _said(hall)),
            )
        case on.CodeRead(code):
            return _stray(state, code)
        case _:
            return Step(state)


_PAPER_ALERTS = {
    PaperOutcome.PAPER_OUT: StaffReason.PAPER_OUT,
    PaperOutcome.JAM: StaffReason.JAM,
    PaperOutcome.COVER_OPEN: StaffReason.PRINTER,
    PaperOutcome.OFF: StaffReason.PRINTER,
}


def _paper(state: Issued, outcome: PaperOutcome) -> Step:
    """Staff hear of missing paper once, when S10 comes up."""
    reason = _PAPER_ALERTS.get(outcome) if state.paper.on_its_way else None
    return Step(replace(state, paper=outcome), (CallStaff(reason),) if reason else ())


# --- error cards ------------------------------------------------------------------------------


def _trouble(state: Trouble, event: Event, hall: Hall) -> Step:
    match event:
        case on.TicketRecorded(request, ticket) if request == state.request:
            return _recorded(state.visit, ticket, hall)
        case on.AnotherService():
            return Step(Choosing(state.visit))
        case on.Confirmed():
            if state.service is None:
                return Step(Choosing(state.visit))
            return Step(Reviewing(state.visit, state.service, Front(), draft=state.draft))
        case on.StaffWanted() if not state.staff_called:
            return Step(
                replace(state, staff_called=True),
                (CallStaff(StaffReason.HELP), _said(hall)),
            )
        case on.Back():
            return _leave(state, "left")
        case on.CodeRead(code):
            return _stray(state, code)
        case _:
            return Step(state)
