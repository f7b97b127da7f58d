"""Online bookings: kept, listed for kiosks, used by one ticket each, and forgotten after a week."""

import sqlite3
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from central.refusal import Code, Refusal
from central.store.rows import UNCONFIRMED_AFTER, moment, utc
from kiosk.domain.codes import ticket_reference

KEPT = timedelta(days=7)
"""How long after its end a booking is known."""


@dataclass(frozen=True, slots=True)
class Booking:
    """A place somebody booked: for what and when. `place` names another mall, None is this one."""

    id: UUID
    code_sha256: str = field(repr=False)
    service: str
    starts: datetime
    ends: datetime
    place: str | None = None
    masked_name: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Listed:
    """A booking, and the label of the ticket that used it."""

    booking: Booking
    label: str | None


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many bookings a stretch of time has in this mall, and how many of them came."""

    booked: int
    came: int


def add(connection: sqlite3.Connection, booking: Booking) -> None:
    """Keep a new booking."""
    connection.execute(
        """INSERT INTO booking (id, code_sha256, service, starts, ends, place, masked_name)
           VALUES (?, ?, ?, ?, ?, ?, ?)""",
        (
            str(booking.id),
            booking.code_sha256,
            booking.service,
            utc(booking.starts),
            utc(booking.ends),
            booking.place,
            booking.masked_name,
        ),
    )


def forget(connection: sqlite3.Connection, now: datetime) -> None:
    """Delete what ended more than a week ago, masks and all."""
    connection.execute("DELETE FROM booking WHERE ends < ?", (utc(now - KEPT),))


_LISTED = """SELECT booking.*, ticket.label, ticket.state, ticket.recorded_at FROM booking
    LEFT JOIN ticket ON ticket.booking = booking.id AND ticket.booking_conflict = 0"""


def listed(
    connection: sqlite3.Connection, since: datetime, until: datetime, now: datetime
) -> list[Listed]:
    """Bookings that start from `since` to before `until`, in order.

    A number that nobody confirmed in time is not told: its booking may be used again.
    """
    rows = connection.execute(
        f"{_LISTED} WHERE starts >= ? AND starts < ? ORDER BY starts, booking.id",
        (utc(since), utc(until)),
    )
    return [Listed(_booking(row), None if _unconfirmed(row, now) else row["label"]) for row in rows]


def _unconfirmed(ticket: sqlite3.Row, now: datetime) -> bool:
    """True where a number was given so long ago that its kiosk will hardly have recorded it."""
    given = ticket["state"] == "assigned"
    return given and now - moment(ticket["recorded_at"]) > UNCONFIRMED_AFTER


def with_reference(connection: sqlite3.Connection, reference: bytes) -> Listed | None:
    """The booking whose code carries `reference`."""
    for row in connection.execute(_LISTED):
        if ticket_reference(UUID(row["id"]).bytes) == reference:
            return Listed(_booking(row), row["label"])
    return None


def _booking(row: sqlite3.Row) -> Booking:
    return Booking(
        id=UUID(row["id"]),
        code_sha256=row["code_sha256"],
        service=row["service"],
        starts=moment(row["starts"]),
        ends=moment(row["ends"]),
        place=row["place"],
        masked_name=row["masked_name"],
    )


def turnout(connection: sqlite3.Connection, since: datetime, until: datetime) -> Turnout:
    """How many are booked in this mall, and how many of them have a ticket."""
    row = connection.execute(
        """SELECT count(*), count(ticket.id) FROM booking
           LEFT JOIN ticket ON ticket.booking = booking.id AND ticket.booking_conflict = 0
           WHERE starts >= ? AND starts < ? AND place IS NULL""",
        (utc(since), utc(until)),
    ).fetchone()
    return Turnout(*row)


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who asks for a number for a booking, for which service, and when."""

    installation: UUID
    service: str
    now: datetime


def refusal(connection: sqlite3.Connection, booking: UUID, claimant: Claimant) -> Refusal | None:
    """Why a new ticket for this booking gets no number, or None where it does.

    A number that was given and never recorded holds no booking for ever: a kiosk that asks with
    another ticket has no memory of it, and any other may have the booking after a while.
    """
    holder = _holder(connection, booking)
    if holder is not None and not _released(holder, claimant):
        return Refusal(Code.BOOKING_USED, f"{holder['label']} was given for it")
    service = claimant.service
    found = connection.execute(
        "SELECT service, place FROM booking WHERE id = ?", (str(booking),)
    ).fetchone()
    if found is None:
        return Refusal(Code.BOOKING_UNKNOWN, str(booking))
    if found["place"] is not None:
        return Refusal(Code.VALIDATION, f"booking: is for {found['place']}", "booking")
    if found["service"] != service:
        return Refusal(Code.VALIDATION, f"service: expected {found['service']}", "service")
    return None


def _released(holder: sqlite3.Row, claimant: Claimant) -> bool:
    same_kiosk = holder["installation"] == str(claimant.installation)
    return _unconfirmed(holder, claimant.now) or (holder["state"] == "assigned" and same_kiosk)


def release(connection: sqlite3.Connection, booking: UUID) -> None:
    """Take the booking from a ticket that never confirmed it; should it do so yet, it is ranked then."""
    connection.execute(
        """UPDATE ticket SET booking = NULL, booking_conflict = 0
           WHERE booking = ? AND state = 'assigned'""",
        (str(booking),),
    )


def claim(connection: sqlite3.Connection, booking: UUID, ticket: UUID) -> bool:
    """Note which booking a printed ticket used. The ticket that was taken first holds the booking.

    False where that is another ticket, or was until this one came: somebody has to look.
    """
    (before,) = connection.execute(
        "SELECT booking FROM ticket WHERE id = ?", (str(ticket),)
    ).fetchone()
    held = _holder(connection, booking)
    if before != str(booking):
        connection.execute(
            """UPDATE ticket SET booking = ?,
                 booking_conflict = (SELECT count(*) FROM ticket WHERE booking = ?)
               WHERE id = ?""",
            (str(booking), str(booking), str(ticket)),
        )
    for named in {before, str(booking)} - {None}:
        _rank(connection, named)
    holders = {None if row is None else row["id"] for row in (held, _holder(connection, booking))}
    return holders <= {None, str(ticket)}


def _rank(connection: sqlite3.Connection, booking: str) -> None:
    """Rank the tickets of a booking by their time."""
    # Away from the ranks that follow, so that at every step each is unique.
    connection.execute(
        "UPDATE ticket SET booking_conflict = -1 - booking_conflict WHERE booking = ?", (booking,)
    )
    rows = connection.execute("SELECT id FROM ticket WHERE booking = ? ORDER BY at, id", (booking,))
    ranks = [(rank, row["id"]) for rank, row in enumerate(rows.fetchall())]
    connection.executemany("UPDATE ticket SET booking_conflict = ? WHERE id = ?", ranks)


def _holder(connection: sqlite3.Connection, booking: UUID) -> sqlite3.Row | None:
    found: sqlite3.Row | None = connection.execute(
        """SELECT id, label, installation, state, recorded_at FROM ticket
           WHERE booking = ? AND booking_conflict = 0""",
        (str(booking),),
    ).fetchone()
    return found
