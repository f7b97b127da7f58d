"""How values are written in the tables, and the one question every command may ask first."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID

UNCONFIRMED_AFTER = timedelta(seconds=90)
"""So long after a number was given its kiosk has surely recorded it, or never will (rule N2)."""


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction of a command's own connection: all of it, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def utc(moment: datetime) -> str:
    """A time as the tables hold it: RFC 3339 in UTC, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def moment(text: str) -> datetime:
    """The time `utc` wrote."""
    return datetime.fromisoformat(text)


def is_known(connection: sqlite3.Connection, installation: UUID) -> bool:
    """True for a kiosk that has introduced itself."""
    found = connection.execute("SELECT 1 FROM installation WHERE id = ?", (str(installation),))
    return found.fetchone() is not None
