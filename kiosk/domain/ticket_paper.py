"""Fills a ticket's paper with words: everything that stands on it, in the visitor's language."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.domain import wording
from kiosk.domain.catalogue import Agency, Catalogue, Service
from kiosk.domain.paper import Paper
from kiosk.domain.ticket import Ticket
from kiosk.domain.words import Words

BRING_MOST = 5


def ticket_paper(
    ticket: Ticket,
    catalogue: Catalogue,
    languages: Mapping[str, Words],
    *,
    kiosk: str,
    tenant: str,
    copy: bool = False,
    booked: datetime | None = None,
) -> Paper:
    """The paper of a queue ticket. The language is the one the visitor chose.

    `booked` is when the visitor was expected, for who came with a booking.
    """
    words = languages[ticket.draft.language]
    service = catalogue.services[ticket.draft.service]
    agency = catalogue.agency_of(service)
    return Paper(
        place=words("app.place"),
        tenant=tenant,
        heading=words("tkt.head"),
        number=str(ticket.label),
        service=wording.service_name(words, service),
        agency=agency.short_name,
        banner=words("tkt.prio") if ticket.draft.priority else None,
        rows=(
            *_booked(booked, words, catalogue.zone),
            *_rows(ticket, agency, words, catalogue.zone),
        ),
        note=words("tkt.offline") if ticket.ahead is None else None,
        bring_title=words("tkt.bring"),
        bring=_bring(service, words),
        qr=ticket.code,
        qr_caption=words("tkt.qr"),
        closing=_closing(service, words),
        footer=f"{kiosk} · {ticket.spoken_code}",
        copy_mark=words("tkt.copy") if copy else None,
    )


def _booked(booked: datetime | None, words: Words, zone: ZoneInfo) -> tuple[tuple[str, str], ...]:
    if booked is None:
        return ()
    clock = wording.clock(words, booked.astimezone(zone))
    return ((words("tkt.booking"), clock),)


def _rows(
    ticket: Ticket, agency: Agency, words: Words, zone: ZoneInfo
) -> tuple[tuple[str, str], ...]:
    rows = [(words("tkt.place"), wording.place(words, agency))]
    if ticket.ahead is not None:
        rows.append((words("tkt.ahead"), wording.people(words, ticket.ahead)))
    if ticket.estimate is not None:
        rows.append((words("tkt.eta"), wording.span(words, ticket.estimate)))
    rows.append((words("tkt.taken"), wording.stamp(words, ticket.draft.at.astimezone(zone))))
    if ticket.draft.masked_name:
        rows.append((words("tkt.name"), ticket.draft.masked_name))
    return tuple(rows)


def _bring(service: Service, words: Words) -> tuple[str, ...]:
    if len(service.requirements) <= BRING_MOST:
        return service.requirements
    return (*service.requirements[: BRING_MOST - 1], words("tkt.bring.more"))


def _closing(service: Service, words: Words) -> tuple[str, ...]:
    missed = words("tkt.missed")
    return (missed, words("tkt.free")) if service.free else (missed,)
