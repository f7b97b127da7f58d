"""What becomes of a ticket when its kiosk tells what it printed: that label wins (rules N2, N9)."""

import sqlite3
from datetime import datetime
from uuid import UUID

from central.facts import TicketIssued
from central.store.bookings import claim
from central.store.numbers import pass_over
from central.store.rows import utc
from central.store.verdict import Verdict
from kiosk.domain.codes import ticket_reference
from kiosk.domain.label import AuthorityLabel

_LABEL_CONFLICT = Verdict("conflict", "label-conflict")
_RELABELLED = Verdict("conflict", "ticket-relabelled")
_BOOKING_USED = Verdict("conflict", "booking-used")


def issue(
    connection: sqlite3.Connection, installation: UUID, fact: TicketIssued, now: datetime
) -> Verdict:
    """Record a printed ticket, whether this server gave its number or not."""
    label = fact.printed
    if isinstance(label, AuthorityLabel):
        pass_over(connection, fact.day, label)
    found = connection.execute("SELECT * FROM ticket WHERE id = ?", (str(fact.id),)).fetchone()
    if found is not None and found["state"] == "issued":
        return Verdict("duplicate") if found["label"] == fact.label else _RELABELLED
    if found is None:
        verdict = _add(connection, installation, fact, now)
    else:
        verdict = _confirm(connection, found, fact, now)
    first = fact.booking is None or claim(connection, fact.booking, fact.id)
    return verdict if first or verdict.problem is not None else _BOOKING_USED


def _conflict(connection: sqlite3.Connection, fact: TicketIssued) -> int:
    """0 where no other ticket of the day has this label, else the next rank after theirs."""
    highest: int | None = connection.execute(
        "SELECT max(label_conflict) FROM ticket WHERE day = ? AND label = ? AND id <> ?",
        (fact.day.isoformat(), fact.label, str(fact.id)),
    ).fetchone()[0]
    return 0 if highest is None else highest + 1


def _number(fact: TicketIssued) -> int | None:
    label = fact.printed
    return label.number if isinstance(label, AuthorityLabel) else None


def _add(
    connection: sqlite3.Connection, installation: UUID, fact: TicketIssued, now: datetime
) -> Verdict:
    conflict = _conflict(connection, fact)
    connection.execute(
        """INSERT INTO ticket (id, reference, installation, visit, day, queue, service, label,
             label_conflict, number, origin, state, at, recorded_at, priority, language, channel,
             spoken_code)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'issued', ?, ?, ?, ?, ?, ?)""",
        (
            str(fact.id),
            ticket_reference(fact.id.bytes),
            str(installation),
            str(fact.visit),
            fact.day.isoformat(),
            fact.queue,
            fact.service,
            fact.label,
            conflict,
            _number(fact),
            fact.origin,
            utc(fact.at),
            utc(now),
            fact.priority,
            fact.language,
            fact.channel.value,
            fact.spoken_code,
        ),
    )
    return _LABEL_CONFLICT if conflict else Verdict("accepted")


def _confirm(
    connection: sqlite3.Connection, found: sqlite3.Row, fact: TicketIssued, now: datetime
) -> Verdict:
    """An assigned ticket was printed; another label than its number leaves the number void."""
    if found["label"] != fact.label:
        connection.execute(
            "INSERT INTO gap (day, queue, number, ticket, at) VALUES (?, ?, ?, ?, ?)",
            (found["day"], found["queue"], found["number"], found["id"], utc(now)),
        )
    conflict = _conflict(connection, fact)
    connection.execute(
        """UPDATE ticket SET state = 'issued', day = ?, queue = ?, service = ?, label = ?,
             label_conflict = ?, number = ?, origin = ?, at = ?, spoken_code = ? WHERE id = ?""",
        (
            fact.day.isoformat(),
            fact.queue,
            fact.service,
            fact.label,
            conflict,
            _number(fact),
            fact.origin,
            utc(fact.at),
            fact.spoken_code,
            str(fact.id),
        ),
    )
    return _LABEL_CONFLICT if conflict else Verdict("accepted")
