"""What the server forgets, a little at a time: what tickets and facts say goes, sums and links stay.

A fact keeps number, id and hash for ever: one that comes again is known, and a digest still agrees.
Counters stay too: a kiosk that comes back after a year remembers numbers, and they show nothing is lost.
"""

import sqlite3
from datetime import date, datetime, timedelta

from central.store.changes import KEPT, newest
from central.store.rows import utc
from kiosk.domain.retention import SITE_DAYS, SURVEY_DAYS, began, horizon

_HORIZON, _AGED, _READ_TO = "horizon", "aged", "facts_emptied"
QUIET = timedelta(minutes=10)


def is_quiet(connection: sqlite3.Connection, now: datetime) -> bool:
    """True where no kiosk told anything for a while."""
    (last,) = connection.execute("SELECT max(last_seen) FROM installation").fetchone()
    return last is None or last < utc(now - QUIET)


def age(connection: sqlite3.Connection, today: date) -> None:
    """Another day: move the horizon, as far as the kiosks' calendars agree with the server's."""
    known = _meta(connection)
    (told,) = connection.execute("SELECT max(day) FROM ticket").fetchone()
    if told is None or known.get(_AGED) == today.isoformat():
        return
    _note(connection, _AGED, today)
    before = known.get(_HORIZON)
    days = (today, date.fromisoformat(told))
    moved = horizon(date.fromisoformat(before) if before else None, days, SITE_DAYS)
    if moved is not None:
        _note(connection, _HORIZON, moved)


def tidy(connection: sqlite3.Connection, now: datetime, most: int) -> int:
    """Remove up to `most` rows of each kind that are too old; how many went."""
    removed = _spent(connection, now, most)
    day = _meta(connection).get(_HORIZON)
    if day is None:
        return removed
    moment = began(date.fromisoformat(day))
    surveys = moment - timedelta(SURVEY_DAYS - SITE_DAYS)
    return removed + sum(
        (
            _tickets(connection, day, most),
            _facts(connection, moment, most),
            _surveys(connection, surveys, most),
            _rows(connection, "DELETE FROM staff_call WHERE at < ?", utc(moment)),
            _rows(connection, "DELETE FROM digest WHERE received_at < ?", utc(moment)),
            _rows(connection, "DELETE FROM lease WHERE day < ?", day),
        )
    )


def _meta(connection: sqlite3.Connection) -> dict[str, str]:
    return {row["key"]: row["value"] for row in connection.execute("SELECT key, value FROM meta")}


def _note(connection: sqlite3.Connection, key: str, value: object) -> None:
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, str(value)))


def _rows(connection: sqlite3.Connection, query: str, *values: object) -> int:
    return connection.execute(query, values).rowcount


def _spent(connection: sqlite3.Connection, now: datetime, most: int) -> int:
    """Used identity codes that have expired, and changes that every kiosk has heard of."""
    codes = "DELETE FROM used_code WHERE forget_at < ?"
    changes = "DELETE FROM change WHERE seq IN (SELECT seq FROM change WHERE seq <= ? LIMIT ?)"
    return _rows(connection, codes, int(now.timestamp())) + _rows(
        connection, changes, newest(connection) - KEPT, most
    )


def _tickets(connection: sqlite3.Connection, day: str, most: int) -> int:
    """Into sums; a ticket whose documents still wait for their receipt stays."""
    rows = connection.execute(
        """SELECT id, day, queue, service, channel, origin FROM ticket WHERE day < ?
           AND NOT EXISTS (SELECT 1 FROM receipt WHERE receipt.ticket = ticket.id) LIMIT ?""",
        (day, most),
    ).fetchall()
    connection.executemany(
        """INSERT INTO day_total (day, queue, service, channel, origin, tickets)
           VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET tickets = tickets + 1""",
        [tuple(row)[1:] for row in rows],
    )
    ids = [(row["id"],) for row in rows]
    connection.executemany("DELETE FROM gap WHERE ticket = ?", ids)
    connection.executemany("DELETE FROM ticket WHERE id = ?", ids)
    return len(ids)


def _facts(connection: sqlite3.Connection, moment: datetime, most: int) -> int:
    """Empty the bodies of facts in the order they came; those nobody understood stay as they are."""
    read_to = int(_meta(connection).get(_READ_TO, 0))
    rows = connection.execute(
        "SELECT rowid, received_at FROM fact WHERE rowid > ? ORDER BY rowid LIMIT ?",
        (read_to, most),
    ).fetchall()
    old = 0
    for number, received_at in rows:
        if received_at >= utc(moment):
            break
        read_to, old = number, old + 1
    if old:
        query = "UPDATE fact SET body = '' WHERE rowid BETWEEN ? AND ? AND status <> 'rejected'"
        connection.execute(query, (rows[0]["rowid"], read_to))
        _note(connection, _READ_TO, read_to)
    return old


def _surveys(connection: sqlite3.Connection, moment: datetime, most: int) -> int:
    query = "SELECT id FROM survey WHERE at < ? LIMIT ?"
    ids = [(row["id"],) for row in connection.execute(query, (utc(moment), most)).fetchall()]
    connection.executemany("DELETE FROM survey_answer WHERE survey = ?", ids)
    connection.executemany("DELETE FROM survey WHERE id = ?", ids)
    return len(ids)
