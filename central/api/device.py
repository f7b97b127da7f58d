"""What kiosks say of themselves: introduction and health."""

import sqlite3
from datetime import datetime

from litestar import post
from litestar.params import JSONBody

from central.api.problems import RESPONSES, Refused, granted
from central.api.wire import (
    HealthAsk,
    HealthTold,
    LeaseGiven,
    Nothing,
    SessionAsk,
    SessionGiven,
    written,
)
from central.parts import HandedParts
from central.refusal import Code, Refusal
from central.store.board import Report, keep_report
from central.store.leases import Granted, Introduction, forgotten, introduce
from central.store.rows import is_known
from central.store.sqlite import SqliteStore
from kiosk.domain.label import AuthorityLabel, QueueCode


@post("/device/session", status_code=200, responses=RESPONSES)
async def open_session(data: JSONBody[SessionAsk], parts: HandedParts) -> SessionGiven:
    """Introduce a kiosk; lease it a slot for each of the next seven days."""
    local = parts.site.local()
    hello = Introduction(
        installation=data.installation,
        kiosk=data.kiosk,
        head_seq=data.head_seq,
        head_hash=data.head_hash,
        public_key=data.public_key,
        software=data.software,
        acked_seq=data.acked_seq,
        epoch=data.epoch,
        seen=tuple(
            (one.day, AuthorityLabel(QueueCode(one.queue), one.number)) for one in data.seen
        ),
        witness=data.witness,
    )
    found = granted(await parts.store.write(lambda c: _introduced(c, hello, parts.store, local)))
    leases = [LeaseGiven(lease.day, lease.slot.code) for lease in found.leases]
    return SessionGiven(local, parts.store.epoch, leases, found.acked_seq)


def _introduced(
    connection: sqlite3.Connection, hello: Introduction, store: SqliteStore, local: datetime
) -> Granted | Refusal:
    """Where the kiosk remembers what was lost here, nothing is given out under the old epoch again."""
    if forgotten(connection, hello, store.epoch):
        store.raise_epoch(connection, max(store.epoch, hello.epoch) + 1)
    return introduce(connection, hello, local.date(), store.epoch, local)


@post("/device/health", status_code=200, responses=RESPONSES)
async def take_health(data: JSONBody[HealthAsk], parts: HandedParts) -> Nothing:
    """Keep how a kiosk is."""
    if not await parts.store.read(lambda c: is_known(c, data.installation)):
        raise Refused(unknown_installation())
    now = parts.site.clock.now()
    report = Report(
        installation=data.installation,
        at=data.at,
        printer=data.printer,
        camera=data.camera,
        outbox=data.outbox,
        software=data.software,
        catalogue_etag=data.catalogue_etag,
        quarantined=data.quarantined,
        former=data.former,
        slot=data.slot,
        paper_percent=data.paper_percent,
        tickets_left=data.tickets_left,
        printer_level=data.printer_level,
        printer_model=data.printer_model,
        scanner=data.scanner,
        disk_free_mb=data.disk_free_mb,
        celsius=data.celsius,
        clock_trusted=data.clock_trusted,
        last_print=data.last_print,
        last_visit=data.last_visit,
        application=data.application,
        told=written(HealthTold(data.printers, data.versions, data.components, data.self_test)),
        newest_order=data.newest_order,
        refused_order=data.refused_order,
    )
    await parts.store.write(lambda c: keep_report(c, report, now))
    parts.hints.tell()
    return Nothing()


def unknown_installation() -> Refusal:
    """The refusal of a kiosk that has not introduced itself."""
    return Refusal(Code.UNKNOWN_INSTALLATION, "POST /api/v1/device/session comes first")
