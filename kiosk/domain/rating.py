"""The satisfaction survey on screen: S13 to S15. One touch answers; whatever was answered counts."""

from dataclasses import replace
from typing import assert_never
from uuid import UUID

from kiosk.domain import events as on
from kiosk.domain.effects import After, Play, Say, Sound
from kiosk.domain.events import Event
from kiosk.domain.hall import Hall
from kiosk.domain.states import (
    Arriving,
    Comment,
    FindingUnit,
    Profile,
    Question,
    Rating,
    Thanked,
    Visit,
)
from kiosk.domain.stepping import Step, answers_of, leave, stray
from kiosk.domain.survey import BEST_ANSWER, ELEMENTS, PROFILE, Survey, clean_comment
from kiosk.domain.ticket import Ticket

FACE_SECONDS = 0.35
"""How long the chosen face is shown before the next question."""


def begin(visit: Visit, ticket: Ticket, hall: Hall) -> Step:
    """The first question about what a ticket was for."""
    service = hall.catalogue.services[ticket.draft.service]
    survey = Survey(_name(hall), service.agency, service.id, ticket.id)
    return Step(Rating(visit, survey), (Play(Sound.SUCCESS),))


def _name(hall: Hall) -> UUID:
    """A survey is named by an id of its own: the ticket's would tell whose it is."""
    return hall.fresh.ticket


def finding_unit(state: FindingUnit, event: Event, hall: Hall) -> Step:
    """S13, and the list of agencies."""
    match event:
        case on.UnitWanted():
            return Step(replace(state, picking=True, unknown=False))
        case on.AgencyChosen(agency) if state.picking and agency in hall.catalogue.agencies:
            return Step(Rating(state.visit, Survey(_name(hall), agency)))
        case on.CodeRead(on.KnownTicket(ticket, rated=False)):
            return begin(state.visit, ticket, hall)
        case on.CodeRead(on.KnownTicket()):
            return Step(state, (Say("skm.done"),))
        case on.CodeRead(on.TicketElsewhere()):
            return Step(replace(state, picking=True, unknown=False), (Play(Sound.SUCCESS),))
        case on.CodeRead():
            return Step(replace(state, unknown=True))
        case on.Back() if state.picking:
            return Step(replace(state, picking=False))
        case on.Back():
            return Step(Arriving(state.visit))
        case _:
            return Step(state)


def rating(state: Rating, event: Event) -> Step:
    """S14: nine questions, a profile, a comment."""
    if isinstance(event, on.RatingEnded):
        return _ended(state)
    if isinstance(event, on.CodeRead):
        return stray(state, event.code)
    match state.page:
        case Question() as page:
            return _question(state, page, event)
        case Profile():
            return _profile(state, event)
        case Comment():
            return _comment(state, event)
    assert_never(state.page)


def _question(state: Rating, page: Question, event: Event) -> Step:
    match event:
        case on.FaceChosen(value) if not page.answered and 1 <= value <= BEST_ANSWER:
            shown = After(FACE_SECONDS, on.FaceShown(page.place))
            survey = state.survey.answered(ELEMENTS[page.place], value)
            return Step(replace(state, survey=survey, page=replace(page, answered=True)), (shown,))
        case on.FaceShown(place) if page.answered and place == page.place:
            return _next(state, page)
        case on.Skipped() if not page.answered:
            return _next(state, page)
        case on.Back() if page.place > 0:
            return Step(replace(state, page=Question(page.place - 1)))
        case on.Back() if state.survey.ticket is None:
            return Step(FindingUnit(state.visit, picking=True))
        case on.Back():
            return leave(state, "left")
        case _:
            return Step(state)


def _next(state: Rating, page: Question) -> Step:
    last = page.place + 1 == len(ELEMENTS)
    return Step(replace(state, page=Profile() if last else Question(page.place + 1)))


def _profile(state: Rating, event: Event) -> Step:
    match event:
        case on.ProfileChosen(question, option) if option in PROFILE.get(question, ()):
            return Step(replace(state, survey=state.survey.told(question, option)))
        case on.Skipped():
            return Step(replace(state, page=Comment()))
        case on.Back():
            return Step(replace(state, page=Question(len(ELEMENTS) - 1)))
        case _:
            return Step(state)


def _comment(state: Rating, event: Event) -> Step:
    match event:
        case on.CommentChanged(text):
            survey = replace(state.survey, comment=clean_comment(text))
            return Step(replace(state, survey=survey))
        case on.Back():
            return Step(replace(state, page=Profile()))
        case _:
            return Step(state)


def _ended(state: Rating) -> Step:
    """Thank for answers; without any the visit is simply over."""
    kept = answers_of(state)
    if not kept:
        return leave(state, "finished")
    return Step(Thanked(state.visit), (*kept, Play(Sound.SUCCESS)))
