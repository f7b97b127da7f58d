"""The orders that were given, beside the devices they are for: another record of the day forgets none.

A version is never below the time it was made at, so that versions rise even where this file was lost.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from central.store.rows import moment, utc
from kiosk.domain.orders import EVERY_KIOSK, ORDERS_MOST, Envelope


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order as staff see it."""

    version: int
    kiosk: str
    what: str
    not_after: datetime


def next_version(connection: sqlite3.Connection, now: datetime) -> int:
    """The version of an order that is made now."""
    (newest,) = connection.execute("SELECT coalesce(max(version), 0) FROM given_order").fetchone()
    return max(int(newest) + 1, int(now.timestamp()))


def add_order(connection: sqlite3.Connection, row: OrderRow, envelope: Envelope) -> None:
    """Give an order. A new policy takes the place of those before it."""
    if row.what.startswith("policy"):
        connection.execute(
            "DELETE FROM given_order WHERE what LIKE 'policy%' AND kiosk = ?", (row.kiosk,)
        )
    connection.execute(
        "INSERT INTO given_order VALUES (?, ?, ?, ?, ?, ?)",
        (row.version, row.kiosk, row.what, utc(row.not_after), envelope.text, envelope.signature),
    )


def orders_for(connection: sqlite3.Connection, kiosk: str, now: datetime) -> Sequence[Envelope]:
    """What a kiosk is to hear of, oldest first; what is over is left out."""
    rows = connection.execute(
        """SELECT text, signature FROM given_order WHERE kiosk IN (?, ?) AND not_after >= ?
           ORDER BY version DESC LIMIT ?""",
        (kiosk, EVERY_KIOSK, utc(now), ORDERS_MOST),
    ).fetchall()
    return [Envelope(row["text"], row["signature"]) for row in reversed(rows)]


def given_orders(connection: sqlite3.Connection) -> Sequence[OrderRow]:
    """All that were given, newest first."""
    rows = connection.execute("SELECT * FROM given_order ORDER BY version DESC").fetchall()
    return [
        OrderRow(row["version"], row["kiosk"], row["what"], moment(row["not_after"]))
        for row in rows
    ]


def believed_key(connection: sqlite3.Connection) -> bytes | None:
    """The public key that enrolled kiosks believe orders by; None where none was made yet."""
    row = connection.execute("SELECT public_key FROM orders_key").fetchone()
    return None if row is None else bytes(row["public_key"])


def keep_believed_key(connection: sqlite3.Connection, public: bytes) -> None:
    """From now on kiosks that are enrolled are told this one."""
    connection.execute("INSERT OR REPLACE INTO orders_key VALUES (1, ?)", (public,))
