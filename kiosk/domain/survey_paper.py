"""The facts of a slip that asks for a judgement of the service."""

from datetime import timedelta

from kiosk.domain import wording
from kiosk.domain.catalogue import Catalogue
from kiosk.domain.paper import Paper
from kiosk.domain.papers.kinds import Facts, Kind
from kiosk.domain.papers.offer import Press, service_facts
from kiosk.domain.papers.templates import Templates
from kiosk.domain.ticket import Ticket
from kiosk.domain.words import Words

VALID = timedelta(hours=24)
"""How long a ticket's code opens the survey (docs: one per served ticket)."""


def survey_paper(
    ticket: Ticket, catalogue: Catalogue, words: Words, templates: Templates, press: Press
) -> Paper:
    """The slip of a ticket: its code once more, and until when it counts."""
    until = (ticket.draft.at + VALID).astimezone(catalogue.zone)
    texts = {
        "number": str(ticket.label),
        "until": wording.stamp(words, until),
        "code": ticket.code,
        "spoken": ticket.spoken_code,
    }
    facts = press.facts().plus(Facts(texts))
    service = catalogue.services.get(ticket.draft.service)
    if service is not None:
        facts = facts.plus(service_facts(catalogue, service, words))
    return templates.paper(Kind.SURVEY, str(ticket.label), facts, words)
