"""The facts of a queue ticket's paper, in the visitor's language; its template puts them in place."""

from collections.abc import Mapping
from datetime import datetime

from kiosk.domain import wording
from kiosk.domain.catalogue import Catalogue
from kiosk.domain.paper import Paper
from kiosk.domain.papers.kinds import Facts, Kind, flags
from kiosk.domain.papers.offer import Press, service_facts
from kiosk.domain.papers.templates import Templates
from kiosk.domain.ticket import Ticket
from kiosk.domain.words import Words


def ticket_paper(
    ticket: Ticket,
    catalogue: Catalogue,
    languages: Mapping[str, Words],
    templates: Templates,
    press: Press,
    *,
    booked: datetime | None = None,
) -> Paper:
    """The paper of a queue ticket. The language is the one the visitor chose.

    `booked` is when the visitor was expected, for who came with a booking.
    """
    words = languages[ticket.draft.language]
    service = catalogue.services[ticket.draft.service]
    zone = catalogue.zone
    texts: dict[str, str | None] = {
        "number": str(ticket.label),
        "ahead": None if ticket.ahead is None else wording.people(words, ticket.ahead),
        "called": wording.span(words, ticket.estimate) if ticket.estimate else None,
        "taken": wording.stamp(words, ticket.draft.at.astimezone(zone)),
        "name": ticket.draft.masked_name,
        "code": ticket.code,
        "spoken": ticket.spoken_code,
        "booked": wording.clock(words, booked.astimezone(zone)) if booked else None,
    }
    own = Facts(texts, flags=flags(priority=ticket.draft.priority))
    facts = press.facts().plus(service_facts(catalogue, service, words)).plus(own)
    kind = Kind.BOOKING if booked else Kind.TICKET
    return templates.paper(kind, str(ticket.label), facts, words)
