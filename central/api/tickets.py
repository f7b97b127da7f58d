"""Numbers: one is given for each ticket a kiosk asks for."""

from datetime import datetime

from litestar import Response, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import JSONBody

from central.api.problems import MEDIA_TYPE, RESPONSES, granted
from central.api.wire import Problem, TicketAsk, TicketGiven
from central.parts import HandedParts, Parts
from central.refusal import Code, Refusal
from central.site import Site
from central.store.numbers import Given, Terms, Wish, assign
from kiosk.domain.label import QueueCode

_RESPONSES = RESPONSES | {
    404: ResponseSpec(Problem, False, "The booking is not known", media_type=MEDIA_TYPE)
}


@post("/tickets", responses=_RESPONSES)
async def give_number(data: JSONBody[TicketAsk], parts: HandedParts) -> Response[TicketGiven]:
    """Give a ticket the next number of its queue; 200 instead of 201 where it has one already."""
    local = parts.site.local()
    wish = Wish(
        id=data.id,
        installation=data.installation,
        visit=data.visit,
        day=data.day,
        queue=QueueCode(data.queue),
        service=data.service,
        at=data.at,
        priority=data.priority,
        language=data.language,
        channel=data.channel,
        booking=data.booking,
    )
    given = granted(await parts.store.write(lambda c: assign(c, wish, _terms(data, parts, local))))
    if not given.repeated:
        parts.hints.tell()
    return Response(_answer(given), status_code=200 if given.repeated else 201)


def _terms(data: TicketAsk, parts: Parts, local: datetime) -> Terms:
    """What holds in the transaction that gives the number: the epoch may just have been raised."""
    service = parts.site.service(data.service)
    quota = service.daily_quota if service is not None else None
    return Terms(_refusal(data, parts.site, local), quota, parts.store.epoch, local)


def _refusal(data: TicketAsk, site: Site, local: datetime) -> Refusal | None:
    service = site.service(data.service)
    if service is None:
        return Refusal(Code.UNKNOWN_SERVICE, data.service)
    queue = site.catalogue.agency_of(service).queue
    if data.queue != str(queue):
        return Refusal(Code.VALIDATION, f"queue: expected {queue}", "queue")
    if data.day != local.date():
        return Refusal(Code.VALIDATION, f"day: expected {local.date()}", "day")
    return site.closed(service, local)


def _answer(given: Given) -> TicketGiven:
    return TicketGiven(
        id=given.id,
        label=str(given.label),
        number=given.label.number,
        state="assigned",
        ahead=given.ahead,
        eta=None,
        epoch=given.epoch,
    )
