"""The catalogue in its five views: S02 to S06."""

from dataclasses import replace
from typing import assert_never

from kiosk.domain import events as on
from kiosk.domain.events import Event
from kiosk.domain.hall import Hall
from kiosk.domain.states import (
    Agencies,
    AgencyServices,
    Choosing,
    EventServices,
    Front,
    Reviewing,
    Search,
)
from kiosk.domain.stepping import Step, leave, stray

QUERY_MOST = 40


def choosing(state: Choosing, event: Event, hall: Hall) -> Step:
    """S02 to S06."""
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
            return _back(state)
        case on.CodeRead(code):
            return stray(state, code)
        case _:
            return Step(state)


def _back(state: Choosing) -> Step:
    match state.view:
        case Front():
            return leave(state, "left")
        case AgencyServices():
            return Step(replace(state, view=Agencies()))
        case Search() | Agencies() | EventServices():
            return Step(replace(state, view=Front()))
    assert_never(state.view)
