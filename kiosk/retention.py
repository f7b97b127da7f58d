"""Removes from the ledger what was told and settled long ago, a little at a time.

Facts leave the chain at its old end only, and the ledger notes number and hash of the last that went:
what remains can be checked from there on. Nothing goes while anything waits to be told.
"""

import sqlite3
from datetime import date, datetime
from typing import NamedTuple

from kiosk import digests
from kiosk.domain.chain import GENESIS
from kiosk.domain.model import uuid7
from kiosk.domain.retention import KIOSK_DAYS, began, horizon

_HORIZON, _AGED = "horizon", "aged"
_GONE_SEQ, _GONE_HASH = "gone_seq", "gone_hash"
_ENDED = "('done', 'expired', 'in-doubt')"


class Gone(NamedTuple):
    """The newest fact that was removed: where what remains of a chain begins."""

    seq: int = 0
    hash: str = GENESIS


def gone(connection: sqlite3.Connection) -> Gone:
    """Of the present installation's chain."""
    known = _meta(connection)
    return Gone(int(known.get(_GONE_SEQ, 0)), known.get(_GONE_HASH, GENESIS))


def forget(connection: sqlite3.Connection) -> None:
    """Another chain begins, and has all its facts."""
    connection.execute("DELETE FROM meta WHERE key IN (?, ?)", (_GONE_SEQ, _GONE_HASH))


def age(connection: sqlite3.Connection, today: date) -> None:
    """Another day: move the horizon, as far as the authority's calendar agrees with the kiosk's."""
    known = _meta(connection)
    (leased,) = connection.execute("SELECT max(day) FROM lease").fetchone()
    if leased is None or known.get(_AGED) == today.isoformat():
        return
    _note(connection, _AGED, today)
    before = known.get(_HORIZON)
    days = (today, date.fromisoformat(leased))
    moved = horizon(date.fromisoformat(before) if before else None, days, KIOSK_DAYS)
    if moved is not None:
        _note(connection, _HORIZON, moved)


def tidy(connection: sqlite3.Connection, most: int) -> int:
    """Remove up to `most` rows of each kind that lie before the horizon; how many went."""
    day = _meta(connection).get(_HORIZON)
    if day is None or _waits(connection):
        return 0
    moment = began(date.fromisoformat(day))
    oldest = _first_id(moment)
    # Tickets before their facts: a ticket that no fact tells of would be a fault.
    removed = _tickets(connection, day, most)
    if removed < most:
        removed += _facts(connection, oldest, most) + _former(connection, oldest, most)
    return removed + sum(
        (
            _rows(connection, "DELETE FROM series WHERE day < ?", day),
            _rows(connection, "DELETE FROM lease WHERE day < ?", day),
            _ratings(connection, oldest, most),
            _jobs(connection, moment, most),
        )
    )


def _meta(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT key, value FROM meta").fetchall())


def _note(connection: sqlite3.Connection, key: str, value: object) -> None:
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, str(value)))


def _waits(connection: sqlite3.Connection) -> bool:
    query = (
        "SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'new') "
        "OR EXISTS (SELECT 1 FROM former_fact WHERE state = 'new')"
    )
    return bool(connection.execute(query).fetchone()[0])


def _first_id(moment: datetime) -> bytes:
    """Ids of before are smaller: they begin with their time."""
    return uuid7(int(moment.timestamp() * 1000), bytes(10)).bytes


def _rows(connection: sqlite3.Connection, query: str, *values: object) -> int:
    return connection.execute(query, values).rowcount


def _tickets(connection: sqlite3.Connection, day: str, most: int) -> int:
    query = "DELETE FROM ticket WHERE id IN (SELECT id FROM ticket WHERE day < ? LIMIT ?)"
    return _rows(connection, query, day, most)


def _ratings(connection: sqlite3.Connection, oldest: bytes, most: int) -> int:
    query = (
        "DELETE FROM rated WHERE ticket IN (SELECT ticket FROM rated WHERE ticket < ? "
        "ORDER BY ticket LIMIT ?)"
    )
    return _rows(connection, query, oldest, most)


def _jobs(connection: sqlite3.Connection, moment: datetime, most: int) -> int:
    query = (
        f"DELETE FROM job WHERE id IN (SELECT id FROM job WHERE made_at < ? AND state IN {_ENDED} "  # noqa: S608
        "ORDER BY id LIMIT ?)"
    )
    return _rows(connection, query, moment.isoformat(timespec="microseconds"), most)


def _facts(connection: sqlite3.Connection, oldest: bytes, most: int) -> int:
    """The newest fact stays, and all that no digest has told of; those nobody understood stay too."""
    links = connection.execute(
        "SELECT seq, hash, id < ? FROM outbox WHERE seq > ? AND seq <= ? "
        "AND seq < (SELECT max(seq) FROM outbox) ORDER BY seq LIMIT ?",
        (oldest, gone(connection).seq, digests.until(connection), most),
    ).fetchall()
    last = _last_before(links)
    if last is None:
        return 0
    _note(connection, _GONE_SEQ, last.seq)
    _note(connection, _GONE_HASH, last.hash)
    query = "DELETE FROM outbox WHERE seq <= ? AND state = 'acked'"
    return _rows(connection, query, last.seq)


def _former(connection: sqlite3.Connection, oldest: bytes, most: int) -> int:
    """The same of the chains that ended."""
    removed = 0
    formers = connection.execute("SELECT installation, gone_seq FROM former").fetchall()
    for installation, gone_seq in formers:
        links = connection.execute(
            "SELECT seq, hash, id < ? FROM former_fact WHERE installation = ? AND seq > ? "
            "ORDER BY seq LIMIT ?",
            (oldest, installation, gone_seq, most),
        ).fetchall()
        if (last := _last_before(links)) is not None:
            connection.execute(
                "UPDATE former SET gone_seq = ?, gone_hash = ? WHERE installation = ?",
                (*last, installation),
            )
            removed += _rows(
                connection,
                "DELETE FROM former_fact WHERE installation = ? AND seq <= ? "
                "AND state IN ('acked', 'carried')",
                installation,
                last.seq,
            )
    return removed


def _last_before(links: list[tuple[int, str, int]]) -> Gone | None:
    """The last of the links at a chain's old end that are old enough."""
    last = None
    for seq, digest, is_old in links:
        if not is_old:
            break
        last = Gone(seq, digest)
    return last
