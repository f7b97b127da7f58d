"""S02 to S06: the catalogue in its five views."""

from typing import assert_never

from kiosk.domain import wording
from kiosk.domain.catalogue import Agency, Service
from kiosk.domain.hall import Hall
from kiosk.domain.hours import Closed, OnBreak, Open, PreOpen
from kiosk.domain.search import Match, search
from kiosk.domain.states import (
    Visit,
)
from ui.views.drawing import Drawing, Fields, step_fields

POPULAR_COUNT = 6


def front(drawing: Drawing, visit: Visit) -> Fields:
    """S02."""
    words, hall = drawing.words, drawing.hall
    name = visit.identity.given_name if visit.identity else None
    title = words("cat.title.name", name=name) if name else words("cat.title")
    return {
        **step_fields(drawing, 2, title),
        "popular": [_tile(drawing, service) for service in popular(hall)],
        "events": [
            {"id": event.id, "icon": event.icon, "label": wording.event_name(words, event)}
            for event in hall.catalogue.events.values()
            if event.main
        ],
        "agencies": _agency_tiles(drawing),
    }


def agencies(drawing: Drawing) -> Fields:
    """S04."""
    return {
        **step_fields(drawing, 2, drawing.words("agency.title")),
        "agencies": _agency_tiles(drawing),
    }


def services(drawing: Drawing, title: str, services: tuple[Service, ...]) -> Fields:
    """S05 and S06."""
    return {
        **step_fields(drawing, 2, title),
        "services": [_tile(drawing, service) for service in services],
    }


def of_agency(drawing: Drawing, agency: Agency) -> tuple[Service, ...]:
    """The services of an agency, in catalogue order."""
    return tuple(drawing.hall.catalogue.services[one] for one in agency.services)


def search_results(drawing: Drawing, query: str) -> Fields:
    """S03."""
    words, hall = drawing.words, drawing.hall
    matches = search(hall.catalogue, query, words.language) if query.strip() else ()
    nothing = bool(query.strip()) and not matches
    shown = matches or tuple(Match(service, 0, 0) for service in popular(hall)[:3])
    return {
        **step_fields(drawing, 2, words("cat.search.long")),
        "query": query,
        "results": [_row(drawing, match) for match in shown],
        "none": words("search.none", q=query) if nothing else "",
        "tip": words("search.none.tip") if nothing else "",
        "placeholder": words("search.placeholder"),
    }


def _row(drawing: Drawing, match: Match) -> Fields:
    tile = _tile(drawing, match.service)
    name = str(tile["name"])
    found = slice(match.start, match.start + match.length)
    queue = tile["queue"]["text"]
    return {
        **tile,
        "before": name[: found.start],
        "match": name[found],
        "after": name[found.stop :],
        "sub": f"{tile['agency']} · {queue}" if queue else tile["agency"],
    }


def _agency_tiles(drawing: Drawing) -> list[Fields]:
    return [
        {
            "id": agency.id,
            "badge": str(agency.queue),
            "icon": agency.icon,
            "name": agency.short_name,
            "count": drawing.words("agency.services", n=len(agency.services)),
        }
        for agency in drawing.hall.catalogue.agencies.values()
    ]


def popular(hall: Hall) -> list[Service]:
    """The services shown first: chosen most lately, then the catalogue's own suggestion."""
    ids = dict.fromkeys((*hall.popular, *hall.catalogue.featured, *hall.catalogue.services))
    known = [hall.catalogue.services[one] for one in ids if one in hall.catalogue.services]
    return known[:POPULAR_COUNT]


def _tile(drawing: Drawing, service: Service) -> Fields:
    queue = _queue(drawing, service)
    return {
        "id": service.id,
        "icon": service.icon,
        "name": wording.service_name(drawing.words, service),
        "agency": drawing.hall.catalogue.agency_of(service).short_name,
        "queue": queue,
        "dim": queue["kind"] in ("closed", "full", "opens"),
    }


def _queue(drawing: Drawing, service: Service) -> Fields:
    words, hall = drawing.words, drawing.hall
    match hall.availability(service):
        case PreOpen(opens):
            text = words("common.queue.opens", time=wording.clock(words, opens))
            return {"kind": "opens", "text": text}
        case Closed():
            return {"kind": "closed", "text": words("common.queue.closed")}
        case Open() | OnBreak() if service.id in hall.full:
            return {"kind": "full", "text": words("common.queue.full")}
        case Open() | OnBreak():
            return _waiting(drawing, service)
        case other:
            assert_never(other)


def _waiting(drawing: Drawing, service: Service) -> Fields:
    count = waiting_count(drawing.hall, service)
    if count is None:
        return {"kind": "unknown", "text": ""}
    if count == 0:
        return {"kind": "none", "text": drawing.words("common.queue.none")}
    return {"kind": "n", "text": drawing.words("common.queue.n", n=count)}


def waiting_count(hall: Hall, service: Service) -> int | None:
    """How many wait for a service; None while it is not known."""
    if hall.waiting is None or not hall.online:
        return None
    return hall.waiting.get(hall.catalogue.agency_of(service).queue)
