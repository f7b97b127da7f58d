"""The six laws of the session, over the product of all states and all events."""

import re
from collections.abc import Iterator
from dataclasses import fields
from itertools import product
from typing import get_args

import pytest

from kiosk.domain import events as on
from kiosk.domain.devices import PaperOutcome
from kiosk.domain.effects import EndVisit, IssueTicket, KeepSurvey, VerifyIdentity
from kiosk.domain.events import Event
from kiosk.domain.model import RequestId
from kiosk.domain.patience import patience
from kiosk.domain.session import step
from kiosk.domain.staff import Right
from kiosk.domain.states import (
    Arriving,
    Attending,
    Closed,
    EnterPin,
    FindingUnit,
    Identifying,
    Idle,
    Issued,
    Issuing,
    Overlaid,
    Overlay,
    Rating,
    State,
    Trouble,
    visit_of,
)
from kiosk.domain.stepping import Step
from tests.samples import FULL_NAME, PAYLOAD, PIN, events, hall, screens, states, ticket

HALL = hall()
STATES, EVENTS = states(), events()
_told: dict[tuple[int, int], Step] = {}


def pairs() -> Iterator[tuple[State, Event]]:
    """Each state with each event."""
    return product(STATES, EVENTS)


def answer_to(state: State, event: Event) -> Step:
    """The session's answer to one of the pairs, found once for all laws."""
    pair = id(state), id(event)
    if pair not in _told:
        _told[pair] = step(state, event, HALL)
    return _told[pair]


ANSWERS = (
    on.IdentityAnswered,
    on.GreetingOver,
    on.PinJudged,
    on.InspectionDue,
    on.Inspected,
    on.FiguresCounted,
    on.LogRead,
    on.ExportEnded,
    on.LayoutKept,
    on.RollMoved,
    on.BookingFound,
    on.TicketRecorded,
    on.TicketRefused,
    on.PaperChanged,
    on.WentWrong,
)


def test_the_samples_hold_every_kind_of_event_and_state() -> None:
    assert {type(event) for event in events()} == set(get_args(Event))
    kinds = {type(state) for state in states()}
    assert kinds == _flat(State)


def _flat(union: object) -> set[type]:
    parts = get_args(union)
    if not parts:
        return {union} if isinstance(union, type) else set()
    return set().union(*(_flat(part) for part in parts))


def test_total_every_pair_has_an_answer() -> None:
    kinds = tuple(_flat(State))

    for state, event in pairs():
        answer = answer_to(state, event)
        assert isinstance(answer.state, kinds), (state, event)


def test_way_home_every_waiting_state_reaches_idle_by_patience_alone() -> None:
    for start in states():
        if isinstance(start, Closed | Idle):
            continue
        # What staff closed, or what cannot serve, is no home to a visitor.
        home = Closed(start.closed) if isinstance(start, Attending) and start.closed else Idle()
        state: State = start
        for _ in range(4):
            assert patience(state) is not None, state
            state = step(state, on.PatienceEnded(), HALL).state
            if state == home:
                break
        assert state == home, start


def test_forgetting_idle_has_no_fields() -> None:
    assert fields(Idle()) == ()


def test_forgetting_a_visit_left_is_over_and_told_once() -> None:
    for state, event in pairs():
        answer = answer_to(state, event)
        gone = visit_of(state) is not None and visit_of(answer.state) is None
        assert [type(effect) for effect in answer.effects].count(EndVisit) == gone, (state, event)


def test_no_ghosts_a_stale_answer_changes_nothing() -> None:
    for state, event in pairs():
        if isinstance(event, ANSWERS) and RequestId(3) in (
            getattr(event, "request", None),
            getattr(event, "attendance", None),
        ):
            answer = answer_to(state, event)
            assert answer.state == state, (state, event)
            assert answer.effects == (), (state, event)


def test_no_ghosts_paper_of_another_ticket_changes_nothing() -> None:
    other = on.PaperChanged(ticket(99).id, PaperOutcome.PAPER_OUT)

    for state in states():
        assert step(state, other, HALL).state == state


def test_a_recorded_ticket_is_seen_whatever_the_printer_says() -> None:
    for state in screens():
        if not isinstance(state, Issuing):
            continue
        recorded = step(state, on.TicketRecorded(state.request, ticket()), HALL).state
        assert isinstance(recorded, Issued)
        for outcome in PaperOutcome:
            after = step(recorded, on.PaperChanged(ticket().id, outcome), HALL).state
            assert isinstance(after, Issued)
            assert after.ticket == ticket()


def test_a_recorded_ticket_is_seen_even_when_the_screen_had_given_up() -> None:
    for state in screens():
        if isinstance(state, Issuing):
            tired = step(state, on.PatienceEnded(), HALL).state
            assert isinstance(tired, Trouble)
            late = step(tired, on.TicketRecorded(state.request, ticket()), HALL).state
            assert isinstance(late, Issued)


def test_a_recorded_ticket_is_seen_below_an_open_dialog() -> None:
    for state in states():
        if isinstance(state, Overlaid) and isinstance(state.under, Issuing):
            recorded = on.TicketRecorded(state.under.request, ticket())
            after = step(state, recorded, HALL).state
            assert isinstance(after, Issued)


def test_silence_about_people_no_repr_holds_a_payload_or_a_name() -> None:
    secrets = (PAYLOAD.decode(), PIN, FULL_NAME, "Siti", "S*** R******", "A" * 40)
    secret = re.compile("|".join(map(re.escape, secrets)))
    looked_at: set[int] = set()

    for state, event in pairs():
        answer = answer_to(state, event)
        # Most answers are the state that was: each of them is told once.
        for thing in (
            state,
            event,
            answer.effects,
            *(() if answer.state is state else (answer.state,)),
        ):
            if id(thing) not in looked_at:
                assert not secret.search(repr(thing)), (type(state), type(event))
        looked_at |= {id(state), id(event)}


def test_a_payload_is_sent_once_and_only_from_attract_or_identify() -> None:
    for state, event in pairs():
        under = state.under if isinstance(state, Overlaid) else state
        effects = answer_to(state, event).effects
        if any(isinstance(effect, VerifyIdentity) for effect in effects):
            assert isinstance(under, Idle | Arriving | Identifying)


def test_no_visit_exists_while_staff_are_in_and_only_a_right_pin_leads_behind_the_door() -> None:
    for state, event in pairs():
        after = answer_to(state, event).state
        if isinstance(after, Attending):
            assert visit_of(after) is None
        if isinstance(after, Attending) and not isinstance(after.page, EnterPin):
            was_in = isinstance(state, Attending) and not isinstance(state.page, EnterPin)
            right = isinstance(event, on.PinJudged) and event.verdict == Right()
            assert was_in or right, (state, event)


def test_only_the_confirm_touch_asks_for_a_number() -> None:
    for state, event in pairs():
        effects = answer_to(state, event).effects
        if any(isinstance(effect, IssueTicket) for effect in effects):
            assert isinstance(event, on.Confirmed | on.CheckInConfirmed)


def test_answers_are_kept_however_a_survey_is_left_but_for_the_wish_to_have_them_gone() -> None:
    for state, event in pairs():
        under = state.under if isinstance(state, Overlaid) else state
        answer = answer_to(state, event)
        if not isinstance(under, Rating) or not under.survey.answers:
            continue
        if _still_rating(answer.state):
            continue
        kept = [effect for effect in answer.effects if isinstance(effect, KeepSurvey)]
        unwanted = (
            isinstance(event, on.Finished)
            and isinstance(state, Overlaid)
            and state.overlay is Overlay.HELP
        )
        gone_back = isinstance(answer.state, FindingUnit)
        assert len(kept) == (not unwanted and not gone_back), (state, event)


def _still_rating(state: State) -> bool:
    return isinstance(state.under if isinstance(state, Overlaid) else state, Rating)


@pytest.mark.parametrize("touches", [1, 2, 100])
def test_many_taps_on_confirm_ask_for_one_number(touches: int) -> None:
    state: State = next(s for s in screens() if type(s).__name__ == "Reviewing")
    asked = 0
    for _ in range(touches):
        answer = step(state, on.Confirmed(), HALL)
        asked += sum(isinstance(effect, IssueTicket) for effect in answer.effects)
        state = answer.state
    assert asked == 1
