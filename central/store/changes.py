"""The change feed on SQLite: triggers note what changes, so that no command can forget to."""

import asyncio
import re
import sqlite3

from central.feed import Change, Changes
from central.hints import Hints
from central.log import log
from central.store.sqlite import SqliteStore
from central.store.writer import StoreError

WATCH_SECONDS = 0.25
"""How often it is looked whether another process (`central booking add`) has committed."""
KEPT = 10_000
_CURSOR = re.compile(r"(\d)-(\d{1,15})")
_NEWEST = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'change'"


class SqliteFeed:
    """Implements ChangeFeed."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store

    async def newest(self) -> str:
        """The cursor after which nothing has changed yet; see ChangeFeed."""
        return self._cursor(await self._store.read(newest))

    async def after(self, cursor: str, most: int) -> Changes | None:
        """Up to `most` changes after a cursor; see ChangeFeed."""
        read = _CURSOR.fullmatch(cursor)
        if read is None or int(read[1]) != self._store.epoch:
            return None
        number = int(read[2])
        found = await self._store.read(lambda c: _after(c, number, most + 1))
        if found is None:
            return None
        items = found[:most]
        return Changes(
            items, self._cursor(items[-1].number if items else number), len(found) > most
        )

    def _cursor(self, number: int) -> str:
        """An epoch and a number: in a restored database the numbers begin again."""
        return f"{self._store.epoch}-{number}"


def newest(connection: sqlite3.Connection) -> int:
    """The number of the newest change."""
    found: int = connection.execute(_NEWEST).fetchone()[0]
    return found


def _after(connection: sqlite3.Connection, number: int, most: int) -> list[Change] | None:
    """What followed a number, or None where that is not known any more, or not yet."""
    oldest = connection.execute("SELECT min(seq) FROM change").fetchone()[0]
    if number > newest(connection) or (oldest is not None and number < oldest - 1):
        return None
    rows = connection.execute(
        "SELECT seq, kind, id FROM change WHERE seq > ? ORDER BY seq LIMIT ?", (number, most)
    )
    return [Change(*row) for row in rows]


def note_catalogue(connection: sqlite3.Connection, etag: str) -> None:
    """Note a catalogue that is another than at the last start, and forget changes of long ago."""
    known = connection.execute("SELECT value FROM meta WHERE key = 'catalogue'").fetchone()
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('catalogue', ?)", (etag,))
    if known is not None and known["value"] != etag:
        connection.execute("INSERT INTO change (kind, id) VALUES ('catalogue', ?)", (etag,))
    connection.execute("DELETE FROM change WHERE seq <= ?", (newest(connection) - KEPT,))


async def watch(store: SqliteStore, hints: Hints) -> None:
    """While anybody listens, give a hint of changes, whichever process committed them."""
    seen = -1
    while True:
        await hints.wanted.wait()
        try:
            found = await store.read(newest)
        except StoreError as error:
            log("feed_not_read", detail=str(error))
        else:
            if found != seen:
                hints.tell()
            seen = found
        await asyncio.sleep(WATCH_SECONDS)
