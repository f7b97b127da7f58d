"""Check-in of those who booked online: S11 and S12, and the cards of bookings that are of no use."""

from dataclasses import replace

from kiosk.domain import events as on
from kiosk.domain.booking import CODE_LENGTH, Standing, normal_code, standing
from kiosk.domain.codes import EnrolmentCode, IdentityCandidate, TechnicianCode, UnknownCode
from kiosk.domain.effects import FindTicketOf, Play, Sound
from kiosk.domain.events import Event, KnownBooking
from kiosk.domain.hall import Hall
from kiosk.domain.issuing import check_in
from kiosk.domain.states import (
    Arriving,
    CheckingIn,
    FoundBooking,
    ShowCode,
    Trouble,
    TroubleKind,
    TypeCode,
    Visit,
)
from kiosk.domain.stepping import Step, stray

_OF_NO_USE = {
    Standing.LATE: TroubleKind.BOOKING_LATE,
    Standing.OTHER_DAY: TroubleKind.BOOKING_DAY,
    Standing.OTHER_PLACE: TroubleKind.BOOKING_OTHER,
    Standing.DONE: TroubleKind.BOOKING_DONE,
}


def present(visit: Visit, found: KnownBooking, hall: Hall) -> Step:
    """Show a booking (S12), or the card that says why it is of no use now."""
    booking = found.booking
    worth = standing(booking, hall.local)
    if found.ticket is not None:
        worth = Standing.DONE
    elif booking.service not in hall.catalogue.services and worth not in _OF_NO_USE:
        return Step(Trouble(visit, TroubleKind.BOOKING_UNKNOWN))
    if kind := _OF_NO_USE.get(worth):
        card = Trouble(visit, kind, booking.service, booking=booking, ticket=found.ticket)
        return Step(card)
    return Step(CheckingIn(visit, FoundBooking(booking)), (Play(Sound.SUCCESS),))


def checking_in(state: CheckingIn, event: Event, hall: Hall) -> Step:
    """S11 and S12."""
    match state.page:
        case ShowCode():
            return _showing(state, event, hall)
        case TypeCode() as page:
            return _typing(state, page, event, hall)
        case FoundBooking() as page:
            return _found(state, page, event, hall)


def _showing(state: CheckingIn, event: Event, hall: Hall) -> Step:
    match event:
        case on.TypingWanted():
            return Step(replace(state, page=TypeCode()))
        case on.CodeRead(KnownBooking() as found):
            return present(state.visit, found, hall)
        case on.CodeRead(
            on.UnknownBooking()
            | UnknownCode()
            | IdentityCandidate()
            | TechnicianCode()
            | EnrolmentCode()
        ):
            return Step(replace(state, page=ShowCode(unknown=True)))
        case on.CodeRead(on.KnownTicket() | on.KnownReceipt() as code):
            return stray(state, code)
        case on.Back():
            return Step(Arriving(state.visit))
        case _:
            return Step(state)


def _typing(state: CheckingIn, page: TypeCode, event: Event, hall: Hall) -> Step:
    match event:
        case on.CodeChanged(text) if page.request is None:
            return Step(replace(state, page=TypeCode(normal_code(text)[:CODE_LENGTH])))
        case on.CodeTyped() if len(page.text) == CODE_LENGTH and page.request is None:
            booking = hall.bookings.with_code(page.text)
            if booking is None:
                return Step(replace(state, page=replace(page, unknown=True)))
            request = hall.fresh.request
            asked = replace(state, page=replace(page, request=request))
            return Step(asked, (FindTicketOf(request, booking),))
        case on.BookingFound(request, found) if request == page.request:
            return present(state.visit, found, hall)
        case on.CodeRead(KnownBooking() as found):
            return present(state.visit, found, hall)
        case on.CodeRead(code):
            return stray(state, code)
        case on.Back():
            return Step(replace(state, page=ShowCode()))
        case _:
            return Step(state)


def _found(state: CheckingIn, page: FoundBooking, event: Event, hall: Hall) -> Step:
    match event:
        case on.CheckInConfirmed():
            worth = standing(page.booking, hall.local)
            if worth in _OF_NO_USE:
                return present(state.visit, KnownBooking(page.booking), hall)
            return check_in(state.visit, page.booking, hall)
        case on.CodeRead(KnownBooking() as found) if found.booking != page.booking:
            return present(state.visit, found, hall)
        case on.CodeRead(code):
            return stray(state, code)
        case on.Back():
            return Step(replace(state, page=ShowCode()))
        case _:
            return Step(state)
