"""Receipts for documents (tanda terima): recorded by staff, listed for kiosks, forgotten in time."""

import json
import sqlite3
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from central.facts import ReceiptPrinted
from central.store.rows import moment, utc
from kiosk.domain.label import parse_label

KEPT = timedelta(days=30)
"""How long after the promised day a receipt is known."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The ticket that documents were handed in with."""

    ticket: UUID
    label: str
    service: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was handed in, when, and the day its result is promised for."""

    id: UUID
    taken: Taken
    documents: tuple[str, ...] = field(repr=False)
    received: datetime
    promised: date
    spoken_code: str
    printed: int = 0


def find_ticket(connection: sqlite3.Connection, text: str, day: date) -> Taken:
    """The ticket of an id, or of a label of `day`. Raises ValueError where there is not exactly one."""
    rows = connection.execute(*_question(text, day)).fetchall()
    if not rows:
        raise ValueError(f"--ticket {text}: no such ticket; a label is looked for on {day}")
    if len(rows) > 1:
        ids = ", ".join(row["id"] for row in rows)
        raise ValueError(f"--ticket {text}: {len(rows)} tickets have this label; give one of {ids}")
    (row,) = rows
    return Taken(UUID(row["id"]), row["label"], row["service"])


def _question(text: str, day: date) -> tuple[str, tuple[str, ...]]:
    select = "SELECT id, label, service FROM ticket"
    try:
        return f"{select} WHERE id = ?", (str(UUID(text)),)
    except ValueError:
        label = str(parse_label(text.strip().upper()))
        return f"{select} WHERE label = ? AND day = ?", (label, day.isoformat())


def add(connection: sqlite3.Connection, receipt: Receipt) -> None:
    """Keep a new receipt."""
    connection.execute(
        """INSERT INTO receipt (id, ticket, label, service, documents, received, promised,
             spoken_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            str(receipt.id),
            str(receipt.taken.ticket),
            receipt.taken.label,
            receipt.taken.service,
            json.dumps(receipt.documents, ensure_ascii=False),
            utc(receipt.received),
            receipt.promised.isoformat(),
            receipt.spoken_code,
        ),
    )


def forget(connection: sqlite3.Connection, today: date) -> None:
    """Delete what was promised more than 30 days ago."""
    connection.execute("DELETE FROM receipt WHERE promised < ?", ((today - KEPT).isoformat(),))


def listed(connection: sqlite3.Connection) -> list[Receipt]:
    """All receipts that are kept, in the order in which they were recorded."""
    rows = connection.execute("SELECT * FROM receipt ORDER BY received, id")
    return [_receipt(row) for row in rows]


def printed(connection: sqlite3.Connection, fact: ReceiptPrinted) -> None:
    """Count a paper; a receipt that is forgotten by now has none to count."""
    connection.execute(
        "UPDATE receipt SET printed = printed + 1 WHERE id = ?", (str(fact.receipt),)
    )


def _receipt(row: sqlite3.Row) -> Receipt:
    return Receipt(
        id=UUID(row["id"]),
        taken=Taken(UUID(row["ticket"]), row["label"], row["service"]),
        documents=tuple(json.loads(row["documents"])),
        received=moment(row["received"]),
        promised=date.fromisoformat(row["promised"]),
        spoken_code=row["spoken_code"],
        printed=row["printed"],
    )
