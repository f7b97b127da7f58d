"""Check-in as those who booked online make it, and bookings that are of no use any more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain import events as on
from kiosk.domain.booking import Booking
from kiosk.domain.codes import IdentityCandidate, UnknownCode
from kiosk.domain.devices import PaperOutcome
from kiosk.domain.effects import FindTicketOf, IssueTicket, Play, PrintCopy, Sound
from kiosk.domain.identity import IkdPayload
from kiosk.domain.model import RequestId, ServiceId
from kiosk.domain.session import step
from kiosk.domain.states import (
    Arriving,
    CheckingIn,
    Choosing,
    FoundBooking,
    Idle,
    Issued,
    Issuing,
    Reviewing,
    ShowCode,
    Trouble,
    TroubleKind,
    TypeCode,
)
from kiosk.domain.stepping import Step
from kiosk.domain.ticket import Channel, IssueRefusal
from tests.samples import CODE, PAYLOAD, SERVICE, SITI, THURSDAY, booking, hall, ticket, visit, walk

HELD_UP = on.CodeRead(on.KnownBooking(booking()))


def card(found: on.KnownBooking) -> Trouble:
    """The card a booking gets."""
    state = walk(Idle(), on.CodeRead(found)).state
    assert isinstance(state, Trouble), state
    return state


def test_a_booking_held_up_at_the_attract_screen_takes_one_touch() -> None:
    shown = walk(Idle(), HELD_UP)
    assert isinstance(shown.state, CheckingIn)
    assert shown.effects == (Play(Sound.SUCCESS),)

    asked = walk(shown.state, on.CheckInConfirmed())

    assert isinstance(asked.state, Issuing)
    (order,) = asked.effects
    assert isinstance(order, IssueTicket)
    assert order.draft.channel is Channel.BOOKING
    assert order.draft.booking == booking().id
    assert order.draft.masked_name == SITI.masked_name


def test_a_booking_can_be_held_up_wherever_one_is_asked_for() -> None:
    for start in (Arriving(visit()), CheckingIn(visit()), CheckingIn(visit(), TypeCode("7"))):
        shown = walk(start, HELD_UP).state
        assert isinstance(shown, CheckingIn)
        assert shown.page == FoundBooking(booking())


def test_a_typed_code_counts_with_look_alikes_and_without_its_dash() -> None:
    typing = walk(Idle(), on.CheckInWanted(), on.TypingWanted(), on.CodeChanged(CODE.lower()))
    assert isinstance(typing.state, CheckingIn)
    assert typing.state.page == TypeCode("7Q2K9F4M")

    asked = walk(typing.state, on.CodeTyped())

    assert asked.effects == (FindTicketOf(RequestId(7), booking()),)
    found = walk(asked.state, on.BookingFound(RequestId(7), on.KnownBooking(booking()))).state
    assert isinstance(found, CheckingIn)
    assert found.page == FoundBooking(booking())


def test_a_code_is_looked_for_when_it_is_complete_and_no_longer_one_is_cut() -> None:
    short = CheckingIn(visit(), TypeCode("7Q2K9F4"))
    assert walk(short, on.CodeTyped()) == Step(short)

    long = walk(short, on.CodeChanged("7Q2K9F4M22")).state

    assert long == CheckingIn(visit(), TypeCode("7Q2K9F4M"))


def test_a_code_that_is_not_listed_is_said_so_and_can_be_corrected() -> None:
    wrong = walk(CheckingIn(visit(), TypeCode("AAAAAAAA")), on.CodeTyped()).state
    assert wrong == CheckingIn(visit(), TypeCode("AAAAAAAA", unknown=True))

    assert walk(wrong, on.CodeChanged("AAAAAAA")).state == CheckingIn(visit(), TypeCode("AAAAAAA"))


@pytest.mark.parametrize(
    "code",
    [on.UnknownBooking(), UnknownCode(), IdentityCandidate(IkdPayload(PAYLOAD))],
    ids=["booking", "foreign", "identity"],
)
def test_another_code_where_a_booking_is_asked_for_is_no_booking(code: on.ReadCode) -> None:
    answer = walk(CheckingIn(visit()), on.CodeRead(code))

    assert answer == Step(CheckingIn(visit(), ShowCode(unknown=True)))


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        (booking(THURSDAY - timedelta(minutes=31)), TroubleKind.BOOKING_LATE),
        (booking(THURSDAY + timedelta(days=1)), TroubleKind.BOOKING_DAY),
        (booking(THURSDAY - timedelta(days=1)), TroubleKind.BOOKING_DAY),
        (replace(booking(), place="MPP Kota Bandung"), TroubleKind.BOOKING_OTHER),
        (replace(booking(), label="K 027"), TroubleKind.BOOKING_DONE),
        (replace(booking(), service=ServiceId("no.such")), TroubleKind.BOOKING_UNKNOWN),
    ],
)
def test_a_booking_of_no_use_gets_its_card(changed: Booking, kind: TroubleKind) -> None:
    assert card(on.KnownBooking(changed)).kind is kind


def test_who_comes_early_or_in_the_last_minute_can_check_in() -> None:
    for starts in (THURSDAY + timedelta(hours=3), THURSDAY - timedelta(minutes=30)):
        found = walk(Idle(), on.CodeRead(on.KnownBooking(booking(starts)))).state
        assert isinstance(found, CheckingIn)


def test_a_window_that_closes_while_the_booking_is_on_screen_is_late() -> None:
    shown = walk(Idle(), HELD_UP).state

    late = step(shown, on.CheckInConfirmed(), hall(THURSDAY + timedelta(hours=1))).state

    assert isinstance(late, Trouble)
    assert late.kind is TroubleKind.BOOKING_LATE


def test_a_booking_that_is_too_late_leads_to_a_fresh_number_for_its_service() -> None:
    late = card(on.KnownBooking(booking(THURSDAY - timedelta(hours=2))))

    assert isinstance(walk(late, on.FreshWanted()).state, Reviewing)


def test_a_booking_that_was_not_found_can_be_typed_or_left_for_the_catalogue() -> None:
    unknown = walk(Idle(), on.CodeRead(on.UnknownBooking())).state
    assert isinstance(unknown, Trouble)

    assert walk(unknown, on.FreshWanted()).state == Choosing(unknown.visit)
    typing = walk(unknown, on.TypingWanted()).state
    assert isinstance(typing, CheckingIn)
    assert typing.page == TypeCode()


def test_a_number_made_of_the_booking_here_can_be_printed_again_once() -> None:
    done = card(on.KnownBooking(booking(), ticket()))
    assert done.ticket == ticket()

    again = walk(done, on.ReprintWanted())

    assert isinstance(again.state, Issued)
    assert again.effects == (PrintCopy(ticket()),)
    stopped = walk(again.state, on.PaperChanged(ticket().id, PaperOutcome.PAPER_OUT)).state
    assert isinstance(stopped, Issued)
    assert stopped.paper is PaperOutcome.PAPER_OUT
    assert walk(again.state, on.ReprintWanted()) == Step(again.state)


def test_trying_again_keeps_the_draft_of_the_booking() -> None:
    asked = walk(Idle(), HELD_UP, on.CheckInConfirmed())
    assert isinstance(asked.state, Issuing)
    refused = walk(asked.state, on.TicketRefused(asked.state.request, IssueRefusal.OFFLINE))

    again = walk(refused.state, on.Confirmed())

    (order,) = again.effects
    assert isinstance(order, IssueTicket)
    assert order.draft.id == asked.state.draft
    assert order.draft.booking == booking().id


def test_a_service_on_its_day_off_cannot_be_checked_in_for() -> None:
    sunday = THURSDAY + timedelta(days=3)
    shown = CheckingIn(visit(), FoundBooking(booking(sunday)))

    closed = step(shown, on.CheckInConfirmed(), hall(sunday)).state

    assert isinstance(closed, Trouble)
    assert closed.kind is TroubleKind.CLOSED
    assert closed.service == SERVICE


def test_back_goes_one_page_back() -> None:
    one = walk(Idle(), on.CheckInWanted(), on.TypingWanted(), on.Back()).state
    two = walk(one, on.Back()).state

    assert isinstance(one, CheckingIn)
    assert one.page == ShowCode()
    assert isinstance(two, Arriving)
