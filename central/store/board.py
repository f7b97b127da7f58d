"""Questions of pages and devices: what happened today, how kiosks are, where one ticket stands."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from central.store.rows import moment, utc
from kiosk.domain.label import QueueCode

NEWEST = 500
"""So many tickets a page shows; the count beside them is of all."""


@dataclass(frozen=True, slots=True)
class TicketRow:
    """A ticket as staff see it."""

    id: UUID
    label: str
    label_conflict: bool
    queue: str
    service: str
    at: datetime
    recorded_at: datetime
    origin: str
    state: str
    priority: bool
    language: str
    channel: str
    kiosk: str
    paper: str | None
    reprints: int
    booking_conflict: bool


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call for staff."""

    at: datetime
    kiosk: str
    screen: str
    reason: str


@dataclass(frozen=True, slots=True)
class KioskRow:
    """What a kiosk last said of itself. `told` is JSON; see the table."""

    kiosk: str
    at: datetime
    received_at: datetime
    printer: str
    camera: str
    outbox: int
    software: str
    quarantined: int
    former: int
    slot: bool
    paper_percent: int | None
    tickets_left: int | None
    printer_level: int | None
    printer_model: str
    scanner: str | None
    disk_free_mb: int | None
    celsius: int | None
    clock_trusted: bool | None
    last_print: datetime | None
    last_visit: datetime | None
    application: str | None
    told: str

    @property
    def parts(self) -> frozenset[str] | None:
        """The parts it told of; None for a kiosk that tells of none."""
        found = json.loads(self.told).get("components", [])
        return frozenset(one["part"] for one in found) if found else None

    @property
    def self_test(self) -> tuple[str, ...] | None:
        """The codes of its last test of itself; None where it has not told of one."""
        found = json.loads(self.told).get("self_test")
        return None if found is None else tuple(found["codes"])


@dataclass(frozen=True, slots=True)
class Report:
    """A kiosk's state as it tells it."""

    installation: UUID
    at: datetime
    printer: str
    camera: str
    outbox: int
    software: str
    catalogue_etag: str | None
    quarantined: int = 0
    former: int = 0
    slot: bool = True
    paper_percent: int | None = None
    tickets_left: int | None = None
    printer_level: int | None = None
    printer_model: str = ""
    scanner: str | None = None
    disk_free_mb: int | None = None
    celsius: int | None = None
    clock_trusted: bool | None = None
    last_print: datetime | None = None
    last_visit: datetime | None = None
    application: str | None = None
    told: str = "{}"
    newest_order: int = 0
    refused_order: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one ticket stands: of which day, and how many came before it to its queue."""

    label: str
    day: date
    queue: str
    service: str
    ahead: int


def count(connection: sqlite3.Connection, day: date) -> int:
    """How many tickets a day has."""
    found: int = connection.execute(
        "SELECT count(*) FROM ticket WHERE day = ?", (day.isoformat(),)
    ).fetchone()[0]
    return found


def waiting(connection: sqlite3.Connection, day: date) -> dict[QueueCode, int]:
    """How many wait, by queue; queues without tickets are left out."""
    rows = connection.execute(
        "SELECT queue, count(*) FROM ticket WHERE day = ? GROUP BY queue", (day.isoformat(),)
    )
    return {QueueCode(queue): int(number) for queue, number in rows}


def tickets(connection: sqlite3.Connection, day: date, most: int = NEWEST) -> list[TicketRow]:
    """Tickets of a day, newest first."""
    rows = connection.execute(
        """SELECT ticket.*, installation.kiosk FROM ticket
           JOIN installation ON installation.id = ticket.installation
           WHERE day = ? ORDER BY at DESC, ticket.id DESC LIMIT ?""",
        (day.isoformat(), most),
    )
    return [_ticket(row) for row in rows]


def _ticket(row: sqlite3.Row) -> TicketRow:
    return TicketRow(
        id=UUID(row["id"]),
        label=row["label"],
        label_conflict=bool(row["label_conflict"]),
        queue=row["queue"],
        service=row["service"],
        at=moment(row["at"]),
        recorded_at=moment(row["recorded_at"]),
        origin=row["origin"],
        state=row["state"],
        priority=bool(row["priority"]),
        language=row["language"],
        channel=row["channel"],
        kiosk=row["kiosk"],
        paper=row["paper"],
        reprints=row["reprints"],
        booking_conflict=bool(row["booking_conflict"]),
    )


def calls(connection: sqlite3.Connection, since: datetime) -> list[CallRow]:
    """Calls for staff since a time, newest first."""
    rows = connection.execute(
        "SELECT at, kiosk, screen, reason FROM staff_call WHERE at >= ? ORDER BY at DESC LIMIT ?",
        (utc(since), NEWEST),
    )
    return [CallRow(moment(row["at"]), *row[1:]) for row in rows]


def kiosks(connection: sqlite3.Connection) -> list[KioskRow]:
    """What each kiosk last said of itself, by name."""
    rows = connection.execute(
        """SELECT health.*, kiosk FROM health
           JOIN installation ON installation.id = health.installation
           ORDER BY kiosk, received_at DESC"""
    )
    return [_kiosk(row) for row in rows]


def _kiosk(row: sqlite3.Row) -> KioskRow:
    return KioskRow(
        kiosk=row["kiosk"],
        at=moment(row["at"]),
        received_at=moment(row["received_at"]),
        printer=row["printer"],
        camera=row["camera"],
        outbox=row["outbox"],
        software=row["software"],
        quarantined=row["quarantined"],
        former=row["former"],
        slot=bool(row["slot"]),
        paper_percent=row["paper_percent"],
        tickets_left=row["tickets_left"],
        printer_level=row["printer_level"],
        printer_model=row["printer_model"],
        scanner=row["scanner"],
        disk_free_mb=row["disk_free_mb"],
        celsius=row["celsius"],
        clock_trusted=None if row["clock_trusted"] is None else bool(row["clock_trusted"]),
        last_print=_moment(row["last_print"]),
        last_visit=_moment(row["last_visit"]),
        application=row["application"],
        told=row["told"],
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else moment(text)


def keep_report(connection: sqlite3.Connection, report: Report, now: datetime) -> None:
    """Keep a kiosk's newest report in place of its last. A kiosk that started anew does not know when
    it printed and was visited last: what it said before its start stays."""
    connection.execute(
        """INSERT OR REPLACE INTO health
             (installation, at, received_at, printer, camera, outbox, software, catalogue_etag,
              quarantined, former, slot, paper_percent, tickets_left, printer_level, printer_model,
              scanner, disk_free_mb, celsius, clock_trusted, application, told,
              newest_order, refused_order, last_print, last_visit)
           VALUES (?1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
             coalesce(?, (SELECT last_print FROM health WHERE installation = ?1)),
             coalesce(?, (SELECT last_visit FROM health WHERE installation = ?1)))""",
        (
            str(report.installation),
            utc(report.at),
            utc(now),
            report.printer,
            report.camera,
            report.outbox,
            report.software,
            report.catalogue_etag,
            report.quarantined,
            report.former,
            report.slot,
            report.paper_percent,
            report.tickets_left,
            report.printer_level,
            report.printer_model,
            report.scanner,
            report.disk_free_mb,
            report.celsius,
            report.clock_trusted,
            report.application,
            report.told,
            report.newest_order,
            report.refused_order,
            None if report.last_print is None else utc(report.last_print),
            None if report.last_visit is None else utc(report.last_visit),
        ),
    )


def use_code(connection: sqlite3.Connection, jti: str, forget_at: int, now: datetime) -> bool:
    """True for the first use of an identity code; what is long past is forgotten."""
    connection.execute("DELETE FROM used_code WHERE forget_at < ?", (int(now.timestamp()),))
    added = connection.execute(
        "INSERT OR IGNORE INTO used_code (jti, forget_at) VALUES (?, ?)", (jti, forget_at)
    )
    return added.rowcount == 1


def standing(
    connection: sqlite3.Connection, reference: bytes, public_key: bytes
) -> Standing | None:
    """Where the ticket of a code stands, or None where it has not arrived from that key's kiosk."""
    row = connection.execute(
        """SELECT id, label, day, queue, service, at FROM ticket
           WHERE reference = :reference AND installation IN (
             SELECT installation FROM signing_key WHERE public_key = :key
             UNION SELECT id FROM installation WHERE public_key = :key)""",
        {"reference": reference, "key": public_key},
    ).fetchone()
    if row is None:
        return None
    ahead: int = connection.execute(
        "SELECT count(*) FROM ticket WHERE day = ? AND queue = ? AND (at, id) < (?, ?)",
        (row["day"], row["queue"], row["at"], row["id"]),
    ).fetchone()[0]
    day = date.fromisoformat(row["day"])
    return Standing(row["label"], day, row["queue"], row["service"], ahead)
