"""The weekly digest of the facts: what central should have, in a few numbers.

The chain shows that nothing was changed on the way; the digest, that nothing was lost afterwards.
"""

import sqlite3
from datetime import datetime

from kiosk.ports import Digest

_WEEK, _UNTIL = "digest_week", "digest_until"


def digest(connection: sqlite3.Connection, now: datetime) -> Digest | None:
    """Of all that central acknowledged since the last one; None where this week has one."""
    week = f"{now:%G-W%V}"
    known = dict(
        connection.execute("SELECT key, value FROM meta WHERE key IN (?, ?)", (_WEEK, _UNTIL))
    )
    if known.get(_WEEK) == week:
        return None
    until = int(known.get(_UNTIL, 0))
    told = connection.execute(
        "SELECT min(seq), max(seq) FROM outbox WHERE seq > ? "
        "AND seq < coalesce((SELECT min(seq) FROM outbox WHERE state = 'new'), 1 << 62)",
        (until,),
    ).fetchone()
    if told[0] is None:
        return None
    (head,) = connection.execute("SELECT hash FROM outbox WHERE seq = ?", (told[1],)).fetchone()
    counts = connection.execute(
        "SELECT kind, count(*) FROM outbox WHERE seq BETWEEN ? AND ? GROUP BY kind ORDER BY kind",
        told,
    )
    return Digest(week, told[0], told[1], head, dict(counts.fetchall()))


def until(connection: sqlite3.Connection) -> int:
    """The last fact that a digest told of."""
    query = "SELECT value FROM meta WHERE key = ?"
    row = connection.execute(query, (_UNTIL,)).fetchone()
    return 0 if row is None else int(row[0])


def keep(connection: sqlite3.Connection, judged: Digest) -> None:
    """Begin after it the next time."""
    connection.executemany(
        "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)",
        [(_WEEK, judged.week), (_UNTIL, str(judged.last_seq))],
    )


def forget(connection: sqlite3.Connection) -> None:
    """Another chain begins."""
    connection.execute("DELETE FROM meta WHERE key IN (?, ?)", (_WEEK, _UNTIL))
