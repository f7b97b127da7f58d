"""What anybody may ask: the catalogue, the queues, the board of the day, the server's health."""

from datetime import datetime, timedelta

from litestar import Request, Response, get
from litestar.datastructures import State

from central.api.exact import exact
from central.api.wire import (
    BookingsShown,
    CallShown,
    Health,
    KioskShown,
    Queues,
    QueueState,
    TicketShown,
    Today,
    told,
)
from central.parts import HandedParts
from central.site import Site
from central.store import board
from central.store.alerts import going
from central.store.bookings import turnout
from central.store.rows import UNCONFIRMED_AFTER

SILENT_AFTER = timedelta(minutes=3)


@get("/catalogue")
async def catalogue(request: Request[object, object, State], parts: HandedParts) -> Response[bytes]:
    """The catalogue in its exact bytes, unless the caller has it."""
    return exact(request, parts.site.raw, parts.site.catalogue.etag)


@get("/queues")
async def queues(parts: HandedParts) -> Queues:
    """How many wait, for every queue of the catalogue."""
    local = parts.site.local()
    waiting = await parts.store.read(lambda c: board.waiting(c, local.date()))
    codes = [agency.queue for agency in parts.site.catalogue.agencies.values()]
    return Queues([QueueState(str(code), waiting.get(code, 0)) for code in codes], local)


@get("/health")
async def health(parts: HandedParts) -> Health:
    """The server works: it can read its database."""
    today = parts.site.local().date()
    return Health("ok", await parts.store.read(lambda c: board.count(c, today)), parts.store.epoch)


@get("/today")
async def today(parts: HandedParts) -> Today:
    """The board of the day, as the page shows it."""
    local = parts.site.local()
    midnight, end = parts.site.midnight(), parts.site.midnight(1)
    count = await parts.store.read(lambda c: board.count(c, local.date()))
    tickets = await parts.store.read(lambda c: board.tickets(c, local.date()))
    calls = await parts.store.read(lambda c: board.calls(c, midnight))
    kiosks = await parts.store.read(board.kiosks)
    booked = await parts.store.read(lambda c: turnout(c, midnight, end))
    return Today(
        day=local.date(),
        at=local,
        tickets_today=count,
        tickets=[shown(parts.site, row, local) for row in tickets],
        calls=[_call(row, local) for row in calls],
        kiosks=[_kiosk(row, local) for row in kiosks],
        bookings=BookingsShown(booked.booked, booked.came),
        alerts=await parts.store.read(going),
    )


def shown(site: Site, row: board.TicketRow, local: datetime) -> TicketShown:
    """A ticket in the words of the catalogue; its ids where the catalogue no longer has them."""
    service = site.service(row.service)
    agency = None if service is None else site.catalogue.agency_of(service)
    return TicketShown(
        id=row.id,
        label=row.label,
        label_conflict=row.label_conflict,
        service=row.service if service is None else service.name,
        agency=row.queue if agency is None else agency.short_name,
        at=row.at.astimezone(local.tzinfo),
        origin=row.origin,
        state=row.state,
        unconfirmed=row.state == "assigned" and local - row.recorded_at > UNCONFIRMED_AFTER,
        priority=row.priority,
        language=row.language,
        channel=row.channel,
        kiosk=row.kiosk,
        paper=row.paper,
        reprints=row.reprints,
        booking_conflict=row.booking_conflict,
    )


def _call(row: board.CallRow, local: datetime) -> CallShown:
    return CallShown(row.at.astimezone(local.tzinfo), row.kiosk, row.screen, row.reason)


def _kiosk(row: board.KioskRow, local: datetime) -> KioskShown:
    lists = told(row.told)
    return KioskShown(
        kiosk=row.kiosk,
        at=row.received_at.astimezone(local.tzinfo),
        silent=local - row.received_at > SILENT_AFTER,
        printer=row.printer,
        camera=row.camera,
        outbox=row.outbox,
        software=row.software,
        quarantined=row.quarantined,
        former=row.former,
        slot=row.slot,
        paper_percent=row.paper_percent,
        tickets_left=row.tickets_left,
        printer_level=row.printer_level,
        printer_model=row.printer_model,
        printers=lists.printers,
        scanner=row.scanner,
        disk_free_mb=row.disk_free_mb,
        celsius=row.celsius,
        clock_off_ms=round((row.received_at - row.at) / timedelta(milliseconds=1)),
        clock_trusted=row.clock_trusted,
        last_print=row.last_print and row.last_print.astimezone(local.tzinfo),
        last_visit=row.last_visit and row.last_visit.astimezone(local.tzinfo),
        versions=lists.versions,
        application=row.application,
        components=lists.components,
        self_test=lists.self_test,
    )
