"""What can still be read of a damaged ledger, and goes into the one that follows."""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

_LISTS = ("catalogue", "bookings", "receipts", "keyring")
_TOLD_ORDERS = """
    SELECT json_extract(body, '$.version') FROM {table} NOT INDEXED WHERE kind = 'order.taken'
"""


@dataclass(slots=True)
class Salvage:
    """Found in one damaged file or several, one after another; of each thing the newest."""

    facts: dict[UUID, tuple[str, str]] = field(default_factory=dict)
    """Kind and body of those that central has not got, in their order."""
    lists: dict[str, bytes] = field(default_factory=dict)
    """What came down last, by its table."""
    orders: dict[int, tuple[str, int]] = field(default_factory=dict)
    """Text, and whether it is a policy, by version."""

    def add(self, found: "Salvage") -> None:
        """Take in what the next file held."""
        self.facts |= found.facts
        self.lists |= found.lists
        self.orders |= found.orders


def read_salvage(connection: sqlite3.Connection) -> Salvage:
    """As much as can be read; it never fails for the damage it meets."""
    return Salvage(_untold(connection), _lists(connection), _orders(connection))


def keep_salvage(connection: sqlite3.Connection, found: Salvage) -> None:
    """Write lists and orders into an empty ledger; facts belong to its chain, which others make."""
    for table, raw in found.lists.items():
        connection.execute(f"INSERT INTO {table} (one, raw) VALUES (1, ?)", (raw,))  # noqa: S608
    connection.executemany(
        "INSERT INTO central_order (version, text, policy) VALUES (?, ?, ?)",
        [(version, *rest) for version, rest in sorted(found.orders.items())],
    )


def _rows(connection: sqlite3.Connection, query: str) -> Iterator[tuple[object, ...]]:
    """The rows before the first that cannot be read."""
    with contextlib.suppress(sqlite3.Error, ValueError):
        yield from connection.execute(query)


def _untold(connection: sqlite3.Connection) -> dict[UUID, tuple[str, str]]:
    found = {}
    for table in ("former_fact", "outbox"):
        query = f"SELECT id, kind, body FROM {table} NOT INDEXED WHERE state = 'new'"  # noqa: S608
        for id_, kind, body in _rows(connection, query):
            if isinstance(id_, bytes) and len(id_) == 16:
                found[UUID(bytes=id_)] = (str(kind), str(body))
    return found


def _lists(connection: sqlite3.Connection) -> dict[str, bytes]:
    found = {}
    for table in _LISTS:
        for (raw,) in _rows(connection, f"SELECT raw FROM {table}"):  # noqa: S608
            if isinstance(raw, bytes):
                found[table] = raw
    return found


def _orders(connection: sqlite3.Connection) -> dict[int, tuple[str, int]]:
    """From both ends, for a page may break anywhere.

    Facts tell what counted too: where its text is lost, its version still holds older orders off.
    """
    found: dict[int, tuple[str, int]] = {}
    for table in ("former_fact", "outbox"):
        for (version,) in _rows(connection, _TOLD_ORDERS.format(table=table)):
            if isinstance(version, int):
                found[version] = ("", 0)
    for way in ("ASC", "DESC"):
        query = f"SELECT version, text, policy FROM central_order ORDER BY version {way}"  # noqa: S608
        for version, text, policy in _rows(connection, query):
            if isinstance(version, int) and isinstance(text, str):
                found[version] = (text, int(bool(policy)))
    return found
