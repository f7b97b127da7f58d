"""From one service to its number: S07 to S10, and the cards that stand where no number could be given."""

from dataclasses import replace
from typing import assert_never

from kiosk.domain import events as on
from kiosk.domain.booking import Booking
from kiosk.domain.catalogue import Service
from kiosk.domain.devices import PaperOutcome
from kiosk.domain.effects import (
    CallStaff,
    IssueTicket,
    Play,
    PrintCopy,
    PrintRequirements,
    Sound,
    StaffReason,
)
from kiosk.domain.events import Event
from kiosk.domain.hall import Hall
from kiosk.domain.hours import issuing as gives_numbers
from kiosk.domain.model import ServiceId
from kiosk.domain.states import (
    CheckingIn,
    Choosing,
    Front,
    Issued,
    Issuing,
    ListPaper,
    Overlaid,
    Overlay,
    Reviewing,
    Trouble,
    TroubleKind,
    TypeCode,
    Visit,
)
from kiosk.domain.stepping import Step, calls_staff, leave, paper_at_first, stray
from kiosk.domain.ticket import Channel, IssueRefusal, Ticket, TicketDraft


def reviewing(state: Reviewing, event: Event, hall: Hall) -> Step:
    """S07."""
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
            return stray(state, code)
        case _:
            return Step(state)


def listing(state: Overlaid, event: Event, hall: Hall) -> Step:
    """The requirements of a service, to take along on a phone or on paper."""
    under, listed = state.under, state.listed
    match event:
        case on.ListWanted() if isinstance(under, Reviewing) and not (
            listed and listed.outcome.on_its_way
        ):
            outcome = paper_at_first(hall)
            paper = listed.paper if listed else hall.fresh.paper
            effect = PrintRequirements(paper, under.service, under.visit.preferences.language)
            shown = replace(state, listed=ListPaper(paper, outcome))
            return Step(shown, (effect,) if outcome.on_its_way else ())
        case on.PaperChanged(subject, outcome) if listed and subject == listed.paper:
            return Step(replace(state, listed=replace(listed, outcome=outcome)))
        case _:
            return Step(state)


def _confirmed(state: Reviewing, hall: Hall) -> Step:
    if held := state.visit.ticket_for(state.service):
        return Step(recalled(state.visit, held))
    service = hall.catalogue.services.get(state.service)
    if service is None or not gives_numbers(hall.availability(service)):
        return Step(Trouble(state.visit, TroubleKind.CLOSED, state.service))
    draft = replace(_draft(state.visit, service, hall), priority=state.priority)
    return ask(state.visit, replace(draft, id=state.draft or draft.id), hall)


def _draft(visit: Visit, service: Service, hall: Hall) -> TicketDraft:
    identity = visit.identity
    return TicketDraft(
        id=hall.fresh.ticket,
        visit=visit.id,
        service=service.id,
        queue=hall.catalogue.agency_of(service).queue,
        day=hall.day,
        at=hall.local,
        priority=False,
        language=visit.preferences.language,
        masked_name=identity.masked_name if identity else None,
    )


def ask(visit: Visit, draft: TicketDraft, hall: Hall, booking: Booking | None = None) -> Step:
    """Wait for the number of a draft (S08)."""
    request = hall.fresh.request
    waiting = Issuing(visit, draft.service, request, draft.id, booking)
    return Step(waiting, (IssueTicket(request, draft),))


def check_in(visit: Visit, booking: Booking, hall: Hall) -> Step:
    """Turn a booking into its number."""
    service = hall.catalogue.services.get(booking.service)
    if service is None:
        return Step(Trouble(visit, TroubleKind.BOOKING_UNKNOWN))
    if not gives_numbers(hall.availability(service)):
        return Step(Trouble(visit, TroubleKind.CLOSED, service.id))
    draft = _draft(visit, service, hall)
    booked = replace(
        draft,
        channel=Channel.BOOKING,
        booking=booking.id,
        masked_name=booking.masked_name or draft.masked_name,
    )
    return ask(visit, booked, hall, booking)


def recalled(visit: Visit, ticket: Ticket) -> Issued:
    """A number taken before; how many were ahead then is no longer true."""
    known = replace(ticket, ahead=None, estimate=None)
    return Issued(visit, known, PaperOutcome.PRINTED, reprinted=True, recalled=True)


def printed_again(visit: Visit, ticket: Ticket) -> Step:
    """A copy of a number taken before, with the number on screen."""
    shown = replace(recalled(visit, ticket), paper=PaperOutcome.PRINTING, recalled=False)
    return Step(shown, (PrintCopy(ticket),))


# --- the number -------------------------------------------------------------------------------


def issuing(state: Issuing, event: Event, hall: Hall) -> Step:
    """S08."""
    match event:
        case on.TicketRecorded(request, ticket) if request == state.request:
            return _recorded(state.visit, ticket, hall)
        case on.TicketRefused(request, reason) if request == state.request:
            return Step(given_up(state, _refusal(reason)))
        case _:
            return Step(state)


def given_up(state: Issuing, kind: TroubleKind) -> Trouble:
    """The card of a number that did not come; a late answer still finds it."""
    return Trouble(
        state.visit, kind, state.service, state.request, state.draft, booking=state.booking
    )


def _recorded(visit: Visit, ticket: Ticket, hall: Hall) -> Step:
    held = replace(visit, tickets=(*visit.tickets, ticket))
    issued = Issued(held, ticket, PaperOutcome.PRINTING)
    shown = _paper(issued, paper_at_first(hall))
    return Step(shown.state, (Play(Sound.SUCCESS), *shown.effects))


def _refusal(reason: IssueRefusal) -> TroubleKind:
    match reason:
        case IssueRefusal.QUOTA:
            return TroubleKind.QUOTA
        case IssueRefusal.CLOSED:
            return TroubleKind.CLOSED
        case IssueRefusal.OFFLINE:
            return TroubleKind.OFFLINE
        case IssueRefusal.BOOKING_USED:
            return TroubleKind.BOOKING_DONE
        case IssueRefusal.BOOKING_UNKNOWN:
            return TroubleKind.BOOKING_UNKNOWN
        case IssueRefusal.STORE:
            return TroubleKind.GENERIC
    assert_never(reason)


def issued(state: Issued, event: Event, hall: Hall) -> Step:
    """S09 and S10."""
    match event:
        case on.PaperChanged(paper, outcome) if paper == state.ticket.id and not state.recalled:
            begun = state.begun or outcome is PaperOutcome.PRINTING
            return _paper(replace(state, begun=begun), outcome)
        case on.ReprintWanted() if state.may_reprint(hall.local):
            return _copy(state)
        case on.PaperSeen() if state.asked:
            return Step(replace(state, paper=PaperOutcome.PRINTED))
        case on.PaperMissed() if state.asked:
            return _copy(state)
        case on.AnotherService():
            return Step(Choosing(state.visit))
        case on.StaffWanted() if not state.staff_called:
            return Step(replace(state, staff_called=True), calls_staff(hall))
        case on.CodeRead(code):
            return stray(state, code)
        case _:
            return Step(state)


def _copy(state: Issued) -> Step:
    again = replace(state, reprinted=True, paper=PaperOutcome.PRINTING)
    return Step(again, (PrintCopy(state.ticket),))


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


def trouble(state: Trouble, event: Event, hall: Hall) -> Step:
    """A card that says why, and what can be done instead."""
    match event:
        case on.TicketRecorded(request, ticket) if request == state.request:
            return _recorded(state.visit, ticket, hall)
        case on.AnotherService():
            return Step(Choosing(state.visit))
        case on.FreshWanted():
            return fresh_number(state.visit, state.service, hall)
        case on.CheckInWanted() | on.TypingWanted():
            return Step(CheckingIn(state.visit, TypeCode()))
        case on.ReprintWanted() if state.ticket is not None:
            return printed_again(state.visit, state.ticket)
        case on.Confirmed():
            return _again(state, hall)
        case on.StaffWanted() if not state.staff_called:
            return Step(replace(state, staff_called=True), calls_staff(hall))
        case on.Back():
            return leave(state, "left")
        case on.CodeRead(code):
            return stray(state, code)
        case _:
            return Step(state)


def _again(state: Trouble, hall: Hall) -> Step:
    """'Coba lagi': with the same draft, so that trying again never makes a second ticket."""
    if state.service is None:
        return Step(Choosing(state.visit))
    if state.booking is not None and state.draft is not None:
        again = check_in(state.visit, state.booking, hall)
        return _with_draft(again, state)
    return Step(Reviewing(state.visit, state.service, Front(), draft=state.draft))


def _with_draft(again: Step, state: Trouble) -> Step:
    if not isinstance(again.state, Issuing) or state.draft is None:
        return again
    effects = tuple(
        replace(effect, draft=replace(effect.draft, id=state.draft))
        if isinstance(effect, IssueTicket)
        else effect
        for effect in again.effects
    )
    return Step(replace(again.state, draft=state.draft), effects)


def fresh_number(visit: Visit, service: ServiceId | None, hall: Hall) -> Step:
    """Go on without the booking: to its service where this mall has it, else to the catalogue."""
    if service is None or service not in hall.catalogue.services:
        return Step(Choosing(visit))
    return Step(Reviewing(visit, service, Front()))
