"""Visits as citizens make them, step by step."""

from dataclasses import replace
from datetime import datetime

from kiosk.domain import events as on
from kiosk.domain.codes import IdentityCandidate, UnknownCode
from kiosk.domain.devices import PaperOutcome
from kiosk.domain.effects import CallStaff, IssueTicket, PrintCopy, Say, StaffReason, VerifyIdentity
from kiosk.domain.identity import IkdPayload, NotVerified
from kiosk.domain.model import RequestId
from kiosk.domain.preferences import Theme
from kiosk.domain.session import step
from kiosk.domain.states import (
    Agencies,
    AgencyServices,
    Arriving,
    Choosing,
    Front,
    Identifying,
    Idle,
    Issued,
    Issuing,
    Overlaid,
    Overlay,
    Reviewing,
    Trouble,
    TroubleKind,
)
from kiosk.domain.stepping import Step
from kiosk.domain.ticket import IssueRefusal
from tests.samples import AGENCY, PAYLOAD, SERVICE, SITI, THURSDAY, hall, ticket, visit, walk

IKD = on.CodeRead(IdentityCandidate(IkdPayload(PAYLOAD)))
SUNDAY = datetime.fromisoformat("2026-08-09T10:00:00+07:00")


def test_three_touches_and_a_code_lead_from_attract_to_the_number() -> None:
    asked = walk(Idle(), IKD)
    assert isinstance(asked.effects[0], VerifyIdentity)
    greeted = walk(asked.state, on.IdentityAnswered(RequestId(7), SITI))
    chosen = walk(greeted.state, on.GreetingOver(RequestId(7)), on.ServiceChosen(SERVICE))
    confirmed = walk(chosen.state, on.Confirmed())
    order = confirmed.effects[0]
    assert isinstance(order, IssueTicket)
    assert order.draft.masked_name == SITI.masked_name

    done = walk(confirmed.state, on.TicketRecorded(order.request, ticket()))

    assert isinstance(done.state, Issued)
    assert done.state.paper is PaperOutcome.PRINTING


def test_a_visit_without_identity_reaches_the_number_too() -> None:
    done = walk(
        Idle(),
        on.TakeWanted(),
        on.WithoutIdentity(),
        on.ServiceChosen(SERVICE),
        on.PriorityToggled(),
        on.Confirmed(),
    )

    assert isinstance(done.effects[0], IssueTicket)
    assert done.effects[0].draft.priority
    assert done.effects[0].draft.masked_name is None


def test_every_refused_identity_leaves_the_way_on_open() -> None:
    for outcome in NotVerified:
        refused = walk(Idle(), IKD, on.IdentityAnswered(RequestId(7), outcome))
        assert isinstance(refused.state, Identifying)
        assert refused.state.problem is outcome

        assert isinstance(walk(refused.state, on.WithoutIdentity()).state, Choosing)


def test_after_a_refused_code_a_new_one_is_judged() -> None:
    refused = walk(Idle(), IKD, on.IdentityAnswered(RequestId(7), NotVerified.EXPIRED))

    again = walk(refused.state, IKD)

    assert isinstance(again.effects[0], VerifyIdentity)


def test_a_second_code_is_ignored_while_one_is_judged_and_after_one_was_verified() -> None:
    asked = walk(Idle(), IKD)
    assert walk(asked.state, IKD) == Step(asked.state)

    greeted = walk(asked.state, on.IdentityAnswered(RequestId(7), SITI))

    assert walk(greeted.state, IKD) == Step(greeted.state)


def test_an_unknown_code_changes_nothing_but_a_friendly_line() -> None:
    for state in (Idle(), Identifying(visit(identified=False)), Choosing(visit())):
        answer = walk(state, on.CodeRead(UnknownCode()))
        assert answer.state == state
        assert answer.effects == (Say("err.ticket.unknown.t"),)


def test_the_code_of_a_ticket_that_was_judged_shows_its_number_again() -> None:
    shown = walk(Idle(), on.CodeRead(on.KnownTicket(ticket(), rated=True)))

    assert isinstance(shown.state, Issued)
    assert shown.state.recalled


def test_back_returns_exactly_one_screen() -> None:
    front = Choosing(visit())
    deep = walk(front, on.AgenciesWanted(), on.AgencyChosen(AGENCY), on.ServiceChosen(SERVICE))

    one = walk(deep.state, on.Back())
    two = walk(one.state, on.Back())
    three = walk(two.state, on.Back())

    assert one.state == replace(front, view=AgencyServices(AGENCY))
    assert two.state == replace(front, view=Agencies())
    assert three.state == front


def test_a_language_on_the_attract_screen_begins_a_visit_that_patience_ends() -> None:
    english = walk(Idle(), on.LanguageChosen("en"))
    assert isinstance(english.state, Arriving)
    assert english.state.visit.preferences.language == "en"

    assert walk(english.state, on.PatienceEnded()).state == Idle()


def test_the_toolbar_cycles_text_and_contrast_and_says_so() -> None:
    first = walk(Choosing(visit()), on.TextSizeWanted())
    assert first.effects == (Say("text.2"),)
    second = walk(first.state, on.TextSizeWanted(), on.ContrastWanted())
    assert isinstance(second.state, Choosing)
    assert second.state.visit.preferences.text_scale == 1.5
    assert second.state.visit.preferences.theme is Theme.DARK_CONTRAST
    assert second.effects == (Say("contrast.hcdark"),)


def test_a_closed_service_gives_no_number_but_a_way_on() -> None:
    reviewing = Reviewing(visit(), SERVICE, Front())

    answer = step(reviewing, on.Confirmed(), hall(SUNDAY))

    assert isinstance(answer.state, Trouble)
    assert answer.state.kind is TroubleKind.CLOSED


def test_a_closed_mall_starts_no_visit() -> None:
    assert step(Idle(), on.TakeWanted(), hall(SUNDAY)).state == Idle()


def test_each_refusal_has_its_card() -> None:
    issuing = Issuing(visit(), SERVICE, RequestId(7), ticket().id)
    kinds = {
        reason: walk(issuing, on.TicketRefused(RequestId(7), reason)).state
        for reason in IssueRefusal
    }

    assert {
        reason: state.kind for reason, state in kinds.items() if isinstance(state, Trouble)
    } == {
        IssueRefusal.QUOTA: TroubleKind.QUOTA,
        IssueRefusal.CLOSED: TroubleKind.CLOSED,
        IssueRefusal.OFFLINE: TroubleKind.OFFLINE,
        IssueRefusal.BOOKING_USED: TroubleKind.BOOKING_DONE,
        IssueRefusal.BOOKING_UNKNOWN: TroubleKind.BOOKING_UNKNOWN,
        IssueRefusal.STORE: TroubleKind.GENERIC,
    }


def test_missing_paper_calls_staff_once_and_keeps_the_number() -> None:
    issued = Issued(visit(), ticket(), PaperOutcome.PRINTING)

    first = walk(issued, on.PaperChanged(ticket().id, PaperOutcome.PAPER_OUT))
    second = walk(first.state, on.PaperChanged(ticket().id, PaperOutcome.OFF))

    assert first.effects == (CallStaff(StaffReason.PAPER_OUT),)
    assert second.effects == ()


def test_paper_that_comes_after_all_brings_the_number_screen_back() -> None:
    out = Issued(visit(), ticket(), PaperOutcome.PAPER_OUT)

    answer = walk(out, on.PaperChanged(ticket().id, PaperOutcome.PRINTED))

    assert isinstance(answer.state, Issued)
    assert answer.state.paper is PaperOutcome.PRINTED


def test_a_copy_is_printed_once() -> None:
    issued = Issued(visit(), ticket(), PaperOutcome.PRINTED)

    first = walk(issued, on.ReprintWanted())
    second = walk(first.state, on.ReprintWanted())

    assert first.effects == (PrintCopy(ticket()),)
    assert second.effects == ()


def test_where_only_the_visitor_can_tell_the_answer_no_prints_one_copy() -> None:
    doubt = Issued(visit(), ticket(), PaperOutcome.IN_DOUBT)

    missed = walk(doubt, on.PaperMissed())
    again = walk(missed.state, on.PaperChanged(ticket().id, PaperOutcome.IN_DOUBT))

    assert missed.effects == (PrintCopy(ticket()),)
    assert walk(again.state, on.PaperMissed()).effects == ()


def test_where_only_the_visitor_can_tell_the_answer_yes_ends_the_question() -> None:
    doubt = Issued(visit(), ticket(), PaperOutcome.IN_DOUBT)

    answer = walk(doubt, on.PaperSeen())

    assert isinstance(answer.state, Issued)
    assert answer.state.paper is PaperOutcome.PRINTED
    assert answer.effects == ()


def test_where_the_printer_knows_nobody_is_asked() -> None:
    out = Issued(visit(), ticket(), PaperOutcome.PAPER_OUT)

    assert walk(out, on.PaperMissed()).effects == ()
    assert walk(out, on.PaperSeen()).state == out


def test_the_same_service_twice_shows_the_first_number() -> None:
    again = Reviewing(replace(visit(), tickets=(ticket(),)), SERVICE, Front())

    answer = walk(again, on.Confirmed())

    assert isinstance(answer.state, Issued)
    assert answer.state.ticket == replace(ticket(), ahead=None, estimate=None)
    assert answer.effects == ()


def test_another_service_keeps_the_identity() -> None:
    answer = walk(Issued(visit(), ticket(), PaperOutcome.PRINTED), on.AnotherService())

    assert answer.state == Choosing(visit())


def test_after_hours_the_way_to_the_catalogue_is_open_and_an_identity_is_told_why_not() -> None:
    after_hours = step(Trouble(visit(), TroubleKind.CLOSED), on.AnotherService(), hall(SUNDAY))
    assert after_hours.state == Choosing(visit())

    assert step(Idle(), IKD, hall(SUNDAY)).effects == (Say("err.closed.mall.t"),)


def test_patience_asks_before_it_ends_a_visit_with_something_to_lose() -> None:
    reviewing = Reviewing(visit(), SERVICE, Front())

    asked = walk(reviewing, on.PatienceEnded())
    stayed = walk(asked.state, on.DialogClosed())
    left = walk(asked.state, on.PatienceEnded())

    assert asked.state == Overlaid(reviewing, Overlay.STILL_HERE)
    assert stayed.state == reviewing
    assert left.state == Idle()


def test_patience_does_not_ask_where_nothing_was_begun() -> None:
    assert walk(Choosing(visit(identified=False)), on.PatienceEnded()).state == Idle()


def test_help_calls_staff_once_and_says_so() -> None:
    helped = walk(Choosing(visit()), on.HelpWanted(), on.StaffWanted())
    again = walk(helped.state, on.StaffWanted())

    assert helped.effects == (CallStaff(StaffReason.HELP),)
    assert isinstance(helped.state, Overlaid)
    assert helped.state.called_at == THURSDAY
    assert again.effects == ()


def test_a_mistake_of_ours_shows_a_card_from_which_the_visit_goes_on() -> None:
    sorry = walk(Choosing(visit()), on.WentWrong(None))
    assert isinstance(sorry.state, Trouble)
    assert sorry.state.kind is TroubleKind.GENERIC

    assert walk(sorry.state, on.Confirmed()).state == Choosing(visit())


def test_a_mistake_of_ours_takes_no_number_from_the_screen() -> None:
    issued = Issued(visit(), ticket(), PaperOutcome.PRINTED)

    assert walk(issued, on.WentWrong(None)).state == issued


def test_a_stopped_kiosk_serves_nobody_until_it_is_resumed() -> None:
    stopped = walk(Choosing(visit()), on.ServiceStopped("ledger"))
    assert walk(stopped.state, on.TakeWanted()).state == stopped.state

    assert walk(stopped.state, on.ServiceResumed("ledger")).state == Idle()
    assert walk(stopped.state, on.ServiceResumed("catalogue")).state == stopped.state


def test_a_call_for_staff_without_network_says_where_they_are() -> None:
    issued = Issued(visit(), ticket(), PaperOutcome.PRINTED)

    answer = step(issued, on.StaffWanted(), replace(hall(), online=False))

    assert Say("help.offline") in answer.effects


def test_who_comes_with_headphones_plugged_in_is_spoken_to_from_the_start() -> None:
    plugged = replace(hall(), headphones=True)

    came = step(Idle(), on.TakeWanted(), plugged).state

    assert isinstance(came, Identifying)
    assert came.visit.preferences.audio
