"""Who comes: the attract screen, a code held up there, and the digital identity (S00, S01)."""

from dataclasses import replace
from typing import assert_never

from kiosk.domain import checking_in, rating
from kiosk.domain import events as on
from kiosk.domain.codes import EnrolmentCode, IdentityCandidate, TechnicianCode, UnknownCode
from kiosk.domain.effects import After, CallStaff, Play, Say, Sound, StaffReason, VerifyIdentity
from kiosk.domain.events import Event
from kiosk.domain.hall import Hall
from kiosk.domain.identity import NotVerified, Verified
from kiosk.domain.issuing import recalled
from kiosk.domain.model import RequestId
from kiosk.domain.states import (
    Arriving,
    CheckingIn,
    Choosing,
    Collecting,
    FindingUnit,
    Identifying,
    Idle,
    Trouble,
    TroubleKind,
)
from kiosk.domain.stepping import Step, calls_staff, leave, newcomer

GREETING_SECONDS = 1.2


def idle(state: Idle, event: Event, hall: Hall) -> Step:
    """S00 before anybody touched it."""
    answer = arriving(Arriving(newcomer(hall)), event, hall)
    return Step(state, answer.effects) if isinstance(answer.state, Arriving) else answer


def arriving(state: Arriving, event: Event, hall: Hall) -> Step:
    """S00."""
    match event:
        case on.TakeWanted() if hall.issuing():
            told = (CallStaff(StaffReason.HELP),) if hall.blind() else ()
            return Step(Identifying(state.visit), told)
        case on.CheckInWanted() if hall.issuing():
            return Step(CheckingIn(state.visit))
        case on.RatingWanted():
            return Step(FindingUnit(state.visit))
        case on.CodeRead(code):
            return _read(state, code, hall)
        case _:
            return Step(state)


def _read(state: Arriving | Identifying, code: on.ReadCode, hall: Hall) -> Step:
    visit = state.visit
    match code:
        case on.KnownTicket(ticket, rated, receipt) if receipt is not None:
            waits = Collecting(visit, receipt, None if rated else ticket)
            return Step(waits, (Play(Sound.SUCCESS),))
        case on.KnownReceipt(receipt):
            return Step(Collecting(visit, receipt), (Play(Sound.SUCCESS),))
        case on.KnownTicket(ticket, rated=False):
            return rating.begin(visit, ticket, hall)
        case on.KnownTicket(ticket) if ticket.draft.day == hall.day:
            return Step(recalled(visit, ticket), (Play(Sound.SUCCESS), Say("skm.done")))
        case on.KnownTicket():
            return Step(state, (Say("skm.done"),))
        case on.TicketElsewhere():
            # It may be judged here too; only its agency has to be named.
            return Step(FindingUnit(visit, picking=True), (Play(Sound.SUCCESS),))
        case on.KnownBooking():
            return checking_in.present(visit, code, hall)
        case on.UnknownBooking():
            return Step(Trouble(visit, TroubleKind.BOOKING_UNKNOWN))
        case IdentityCandidate(payload) if hall.issuing():
            request = hall.fresh.request
            asked = Identifying(visit, request=request)
            return Step(asked, (VerifyIdentity(request, visit.id, payload),))
        case IdentityCandidate():
            return Step(state, (Say("err.closed.mall.t"),))
        case TechnicianCode() | EnrolmentCode() | UnknownCode():
            return Step(state, (Say("err.ticket.unknown.t"),))
    assert_never(code)


def identifying(state: Identifying, event: Event, hall: Hall) -> Step:
    """S01."""
    match event:
        case on.CodeRead(IdentityCandidate()) if state.request or state.visit.identity:
            return Step(state)
        case on.CodeRead(code) if state.request is None:
            return _read(state, code, hall)
        case on.IdentityAnswered(request, outcome) if (
            request == state.request and not state.greeted
        ):
            return _answered(state, outcome, request)
        case on.GreetingOver(request) if request == state.request and state.greeted:
            return Step(Choosing(state.visit))
        case on.WithoutIdentity():
            return Step(Choosing(state.visit))
        case on.StaffWanted():
            return Step(state, calls_staff(hall))
        case on.Back():
            return leave(state, "left")
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
