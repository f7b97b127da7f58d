"""Gives out numbers: a counter for each day and queue, one number for each ticket id (rule N2)."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from central.refusal import Code, Refusal
from central.store import bookings
from central.store.rows import is_known, utc
from kiosk.domain.authority import LAST_NUMBER, counted, number
from kiosk.domain.codes import ticket_reference
from kiosk.domain.label import AuthorityLabel, QueueCode
from kiosk.domain.ticket import Channel


@dataclass(frozen=True, slots=True)
class Wish:
    """A ticket a kiosk asks a number for."""

    id: UUID
    installation: UUID
    visit: UUID
    day: date
    queue: QueueCode
    service: str
    at: datetime
    priority: bool
    language: str
    channel: Channel
    booking: UUID | None = None

    @property
    def booking_text(self) -> str | None:
        """The booking as the table holds it."""
        return None if self.booking is None else str(self.booking)


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds when a number is asked for; `refusal` says why none is given, if so."""

    refusal: Refusal | None
    daily_quota: int | None
    epoch: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Given:
    """A number, and how many waited in its queue when it was given."""

    id: UUID
    label: AuthorityLabel
    ahead: int
    epoch: int
    repeated: bool


def assign(connection: sqlite3.Connection, wish: Wish, terms: Terms) -> Given | Refusal:
    """Give the ticket its number; the same id always gets the same answer."""
    found = connection.execute("SELECT * FROM ticket WHERE id = ?", (str(wish.id),)).fetchone()
    if found is not None:
        return _again(found, wish)
    refusal = _refusal(connection, wish, terms)
    if refusal is not None:
        return refusal
    following = _next_number(connection, wish, terms.epoch)
    if following is None:
        return Refusal(
            Code.QUEUE_FULL, f"queue {wish.queue} has given {LAST_NUMBER} numbers on {wish.day}"
        )
    given = Given(
        id=wish.id,
        label=AuthorityLabel(wish.queue, following),
        ahead=waiting(connection, wish.day, wish.queue),
        epoch=terms.epoch,
        repeated=False,
    )
    if wish.booking is not None:
        bookings.release(connection, wish.booking)
    _store(connection, wish, given, terms.now)
    return given


def waiting(connection: sqlite3.Connection, day: date, queue: QueueCode) -> int:
    """How many tickets of a queue wait on a day."""
    found: int = connection.execute(
        "SELECT count(*) FROM ticket WHERE day = ? AND queue = ?", (day.isoformat(), str(queue))
    ).fetchone()[0]
    return found


def given_last(connection: sqlite3.Connection, day: date, label: AuthorityLabel) -> int:
    """The highest number known in the queue and epoch of a label; 0 where none is."""
    epoch, _ = counted(label.number)
    row = connection.execute(
        "SELECT last FROM counter WHERE day = ? AND queue = ? AND epoch = ?",
        (day.isoformat(), str(label.queue), epoch),
    ).fetchone()
    return 0 if row is None else number(epoch, row["last"]) or 0


def pass_over(connection: sqlite3.Connection, day: date, label: AuthorityLabel) -> None:
    """Never give out a number that a kiosk has printed, even where this database forgot it."""
    epoch, last = counted(label.number)
    connection.execute(
        """INSERT INTO counter (day, queue, epoch, last) VALUES (?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET last = max(last, excluded.last)""",
        (day.isoformat(), str(label.queue), epoch, last),
    )


def _again(found: sqlite3.Row, wish: Wish) -> Given | Refusal:
    if (
        wish.booking is not None
        and found["booking"] is None
        and found["channel"] == Channel.BOOKING
    ):
        return Refusal(Code.BOOKING_USED, f"{found['label']} was not recorded in time")
    asked = {
        "installation": str(wish.installation),
        "visit": str(wish.visit),
        "day": wish.day.isoformat(),
        "service": wish.service,
        "booking": wish.booking_text,
    }
    if any(found[column] != value for column, value in asked.items()):
        return Refusal(
            Code.IDEMPOTENCY_MISMATCH,
            "the ticket with this id is for another visit, day, service or booking",
        )
    if found["number"] is None or found["origin"] != "authority":
        return Refusal(Code.ALREADY_ISSUED, f"the kiosk printed {found['label']}")
    label = AuthorityLabel(wish.queue, found["number"])
    return Given(wish.id, label, found["ahead"], found["epoch"], repeated=True)


def _refusal(connection: sqlite3.Connection, wish: Wish, terms: Terms) -> Refusal | None:
    if not is_known(connection, wish.installation):
        return Refusal(Code.UNKNOWN_INSTALLATION, "POST /api/v1/device/session comes first")
    if terms.refusal is not None:
        return terms.refusal
    if wish.booking is not None:
        claimant = bookings.Claimant(wish.installation, wish.service, terms.now)
        return bookings.refusal(connection, wish.booking, claimant)
    quota = terms.daily_quota
    if quota is not None and _taken(connection, wish) >= quota:
        return Refusal(Code.QUOTA_FULL, f"{wish.service} takes {quota} a day")
    return None


def _taken(connection: sqlite3.Connection, wish: Wish) -> int:
    """Numbers of a service that were taken without a booking: the quota is for those."""
    found: int = connection.execute(
        """SELECT count(*) FROM ticket
           WHERE day = ? AND queue = ? AND service = ? AND booking IS NULL""",
        (wish.day.isoformat(), str(wish.queue), wish.service),
    ).fetchone()[0]
    return found


def _next_number(connection: sqlite3.Connection, wish: Wish, epoch: int) -> int | None:
    row = connection.execute(
        """INSERT INTO counter (day, queue, epoch, last) VALUES (?, ?, ?, 1)
           ON CONFLICT DO UPDATE SET last = last + 1 WHERE last < ?
           RETURNING last""",
        (wish.day.isoformat(), str(wish.queue), epoch, LAST_NUMBER),
    ).fetchone()
    return None if row is None else number(epoch, int(row["last"]))


def _store(connection: sqlite3.Connection, wish: Wish, given: Given, now: datetime) -> None:
    connection.execute(
        """INSERT INTO ticket (id, reference, installation, visit, day, queue, service, label,
             number, epoch, origin, state, ahead, at, recorded_at, priority, language, channel,
             booking)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'authority', 'assigned', ?, ?, ?, ?, ?, ?, ?)""",
        (
            str(wish.id),
            ticket_reference(wish.id.bytes),
            str(wish.installation),
            str(wish.visit),
            wish.day.isoformat(),
            str(wish.queue),
            wish.service,
            str(given.label),
            given.label.number,
            given.epoch,
            given.ahead,
            utc(wish.at),
            utc(now),
            wish.priority,
            wish.language,
            wish.channel.value,
            wish.booking_text,
        ),
    )
