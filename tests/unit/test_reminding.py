"""Whose ticket waits in the printer's mouth is called, and nobody else hears or reads of it."""

from dataclasses import replace
from uuid import UUID

import pytest

from kiosk.domain import events as on
from kiosk.domain.devices import PaperOutcome, Untaken
from kiosk.domain.effects import After, Effect, Play, Say, Sound
from kiosk.domain.model import RequestId
from kiosk.domain.reminding import AGAIN_SECONDS, CALLS_MOST
from kiosk.domain.session import step
from kiosk.domain.states import (
    Attending,
    Choosing,
    Closed,
    Collecting,
    EnterPin,
    Front,
    Idle,
    Issued,
    ListPaper,
    Overlaid,
    Overlay,
    Reviewing,
    State,
    visit_of,
)
from tests.samples import SERVICE, THURSDAY, hall, receipt, screens, ticket, visit

TICKET = Untaken(ticket().id, THURSDAY)
SOUND, LINE = Play(Sound.WARN), Say("paper.take")
HOLDER = replace(visit(), tickets=(ticket(),))
NUMBER = Issued(HOLDER, ticket(), PaperOutcome.PRINTED)


def called(state: State, untaken: Untaken = TICKET) -> list[Effect]:
    """What is done at the first call, but for the next one."""
    answer = step(state, on.PaperUntaken(untaken), replace(hall(), untaken=untaken))
    assert answer.state == state
    return [effect for effect in answer.effects if not isinstance(effect, After)]


@pytest.mark.parametrize("state", [Idle(), Closed("hours"), Attending(RequestId(1), EnterPin())])
def test_where_no_visit_is_on_it_sounds_and_a_line_says_why(state: State) -> None:
    assert called(state) == [SOUND, LINE]


def test_on_the_screen_of_the_number_the_screen_itself_says_it() -> None:
    assert called(NUMBER) == [SOUND]


@pytest.mark.parametrize(
    ("state", "paper"),
    [
        (replace(NUMBER, paper=PaperOutcome.PAPER_OUT), ticket().id),
        (replace(NUMBER, visit=visit()), ticket().id),
        (Choosing(HOLDER, Front()), ticket().id),
        (Overlaid(NUMBER, Overlay.HELP), ticket().id),
        (Collecting(visit(), receipt()), receipt().id),
        (
            Overlaid(
                Reviewing(visit(), SERVICE, Front()),
                Overlay.SAVE,
                listed=ListPaper(UUID(int=6), PaperOutcome.PRINTED),
            ),
            UUID(int=6),
        ),
    ],
)
def test_whose_paper_it_is_hears_it_on_every_screen(state: State, paper: UUID) -> None:
    assert called(state, Untaken(paper, THURSDAY))[0] == SOUND


def test_nobody_elses_visit_is_disturbed_and_it_sounds_again_after_it() -> None:
    stranger = Untaken(UUID(int=99), THURSDAY)

    for state in screens():
        assert visit_of(state) is not None
        assert called(state, stranger) == [], state
        answer = step(state, on.PaperUntaken(stranger), replace(hall(), untaken=stranger))
        assert answer.effects == (After(AGAIN_SECONDS, on.PaperUntaken(stranger, 1)),)


def test_it_is_called_for_at_most_twenty_seconds() -> None:
    around, event, seconds = replace(hall(), untaken=TICKET), on.PaperUntaken(TICKET), 0.0
    calls = 0
    while True:
        effects = step(Idle(), event, around).effects
        calls += effects.count(SOUND)
        again = [effect for effect in effects if isinstance(effect, After)]
        if not again:
            break
        assert isinstance(again[0].event, on.PaperUntaken)
        event, seconds = again[0].event, seconds + again[0].seconds

    assert calls == CALLS_MOST
    assert 10.0 <= seconds <= 20.0


@pytest.mark.parametrize("now", [None, replace(TICKET, since=THURSDAY.replace(hour=15))])
def test_what_was_taken_or_printed_anew_is_called_no_more(now: Untaken | None) -> None:
    answer = step(Idle(), on.PaperUntaken(TICKET, 1), replace(hall(), untaken=now))

    assert answer.effects == ()
