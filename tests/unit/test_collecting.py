"""Receipts for documents, and lists of requirements on paper."""

from dataclasses import replace

import pytest

from kiosk.domain import events as on
from kiosk.domain.devices import PaperOutcome, PrinterState
from kiosk.domain.effects import CallStaff, PrintReceipt, PrintRequirements
from kiosk.domain.events import Event
from kiosk.domain.hall import Hall
from kiosk.domain.session import step
from kiosk.domain.states import (
    Arriving,
    CheckingIn,
    Collecting,
    FindingUnit,
    Front,
    Idle,
    Overlaid,
    Overlay,
    Rating,
    Reviewing,
    State,
)
from kiosk.domain.stepping import Step
from tests.samples import SERVICE, hall, receipt, ticket, visit

SHOWN = on.CodeRead(on.KnownTicket(ticket(), receipt=receipt()))
WITHOUT_PAPER = replace(hall(), printer=PrinterState.PAPER_OUT)
BAD = [one for one in PaperOutcome if not one.on_its_way and one is not PaperOutcome.IN_DOUBT]


def walk(state: State, *events: Event, around: Hall | None = None) -> Step:
    """Take several events; the effects are the last step's."""
    answer = Step(state)
    for event in events:
        answer = step(answer.state, event, around or hall())
    return answer


def card(*events: Event, around: Hall | None = None) -> Collecting:
    """The receipt's card after some events."""
    state = walk(Idle(), SHOWN, *events, around=around).state
    assert isinstance(state, Collecting), state
    return state


def test_a_ticket_whose_receipt_waits_leads_to_it_and_one_touch_prints() -> None:
    asked = walk(card(), on.ReceiptWanted())

    assert asked.effects == (PrintReceipt(receipt(), "id", ticket()),)
    assert card(on.ReceiptWanted()).paper is PaperOutcome.PRINTING


def test_the_survey_stays_one_touch_away_unless_it_was_answered() -> None:
    rated = on.CodeRead(on.KnownTicket(ticket(), rated=True, receipt=receipt()))

    assert isinstance(walk(card(), on.RatingWanted()).state, Rating)
    answered = walk(Idle(), rated, on.RatingWanted()).state
    assert isinstance(answered, Collecting)


def test_the_receipts_own_code_leads_to_it_too() -> None:
    shown = walk(Idle(), on.CodeRead(on.KnownReceipt(receipt(printed=True)))).state

    assert isinstance(shown, Collecting)
    assert (shown.receipt.printed, shown.ticket) == (True, None)


def test_a_receipt_prints_once_while_it_prints() -> None:
    printing = card(on.ReceiptWanted())

    assert walk(printing, on.ReceiptWanted()) == Step(printing)


@pytest.mark.parametrize("outcome", BAD)
def test_a_receipt_that_did_not_come_can_be_tried_again(outcome: PaperOutcome) -> None:
    stopped = card(on.ReceiptWanted(), on.PaperChanged(receipt().id, outcome))

    again = walk(stopped, on.ReceiptWanted())

    assert stopped.paper is outcome
    assert again.effects == (PrintReceipt(receipt(), "id", ticket()),)


def test_a_receipt_in_doubt_is_for_staff() -> None:
    doubted = card(on.ReceiptWanted(), on.PaperChanged(receipt().id, PaperOutcome.IN_DOUBT))

    assert walk(doubted, on.ReceiptWanted()) == Step(doubted)
    assert isinstance(walk(doubted, on.StaffWanted()).effects[0], CallStaff)


def test_nothing_is_sent_to_a_printer_without_paper() -> None:
    asked = walk(card(), on.ReceiptWanted(), around=WITHOUT_PAPER)

    assert asked.effects == ()
    assert isinstance(asked.state, Collecting)
    assert asked.state.paper is PaperOutcome.PAPER_OUT


def test_the_paper_of_another_is_none_of_its_business() -> None:
    printing = card(on.ReceiptWanted())

    assert walk(printing, on.PaperChanged(ticket().id, PaperOutcome.JAM)) == Step(printing)


def test_back_leads_to_the_first_screen() -> None:
    assert walk(card(), on.Back()).state == Arriving(card().visit)


def test_where_a_booking_or_a_ticket_is_asked_for_a_receipt_is_neither() -> None:
    shown = on.CodeRead(on.KnownReceipt(receipt()))

    assert walk(CheckingIn(visit()), shown).state == CheckingIn(visit())
    assert walk(FindingUnit(visit()), shown).state == FindingUnit(visit(), unknown=True)


# --- lists of requirements --------------------------------------------------------------------


REVIEWING = Reviewing(visit(), SERVICE, Front())


def listing(*events: Event, around: Hall | None = None) -> Overlaid:
    """The dialog of a service's requirements after some events."""
    state = walk(REVIEWING, on.SaveWanted(), *events, around=around).state
    assert isinstance(state, Overlaid), state
    return state


def test_the_list_prints_from_its_dialog_and_tells_how_it_goes() -> None:
    asked = walk(listing(), on.ListWanted())

    (order,) = asked.effects
    assert isinstance(order, PrintRequirements)
    assert (order.service, order.language) == (SERVICE, "id")
    out = walk(asked.state, on.PaperChanged(order.paper, PaperOutcome.PRINTED)).state
    assert isinstance(out, Overlaid)
    assert out.overlay is Overlay.SAVE
    assert out.listed
    assert out.listed.outcome is PaperOutcome.PRINTED
    assert walk(out, on.DialogClosed()).state == REVIEWING


def test_a_list_that_did_not_come_is_tried_again_by_the_same_name() -> None:
    first = listing(on.ListWanted())
    assert first.listed
    stopped = walk(first, on.PaperChanged(first.listed.paper, PaperOutcome.PAPER_OUT)).state

    again = walk(stopped, on.ListWanted()).effects

    assert again == walk(listing(), on.ListWanted()).effects


def test_a_list_on_its_way_is_not_asked_for_twice() -> None:
    asked = listing(on.ListWanted())

    assert walk(asked, on.ListWanted()) == Step(asked)


def test_no_list_is_sent_to_a_printer_without_paper() -> None:
    asked = walk(listing(), on.ListWanted(), around=WITHOUT_PAPER)

    assert asked.effects == ()
    assert isinstance(asked.state, Overlaid)
    assert asked.state.listed
    assert asked.state.listed.outcome is PaperOutcome.PAPER_OUT


def test_other_dialogs_print_nothing() -> None:
    help_shown = Overlaid(REVIEWING, Overlay.HELP)

    assert walk(help_shown, on.ListWanted()) == Step(help_shown)
