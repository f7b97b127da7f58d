"""Alerts and what is still to be told of them. All of it outlives the server.

A telling is made in the transaction that begins or ends its alert, under an id that it keeps through
every attempt: whoever receives it twice can tell.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from central.alerts import Course, Rule
from central.store.rows import moment, utc

KEPT = timedelta(days=90)
_END_UNTOLD = "ended IS NOT NULL AND told IS NOT NULL AND end_told IS NULL"


@dataclass(frozen=True, slots=True)
class AlertRow:
    """A trouble of a kiosk; `course.begun` is None until it lasted long enough to be an alert.

    `told` and `end_told` are when somebody was to be told of it.
    """

    id: UUID
    kiosk: str
    rule: Rule
    course: Course
    figure: str
    told: datetime | None = None
    end_told: datetime | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What is to be sent to a webhook: the exact body, and how often it was tried."""

    id: UUID
    alert: UUID
    hook: str
    body: str
    made: datetime
    tries: int = 0


@dataclass(frozen=True, slots=True)
class HookRow:
    """How a webhook fares: what waits, what was given up, and when it took something last."""

    waiting: int
    given_up: int
    last_done: datetime | None
    problem: str | None


def open_alerts(connection: sqlite3.Connection) -> list[AlertRow]:
    """Every trouble that is not over, and those whose end nobody was told of."""
    rows = connection.execute(
        f"SELECT * FROM alert WHERE ended IS NULL OR ({_END_UNTOLD}) ORDER BY since, id"  # noqa: S608
    )
    return [_alert(row) for row in rows]


def listed(connection: sqlite3.Connection, since: datetime, most: int) -> list[AlertRow]:
    """Alerts that go on, and those that ended since a time; the newest first."""
    rows = connection.execute(
        """SELECT * FROM alert WHERE begun IS NOT NULL AND (ended IS NULL OR ended >= ?)
           ORDER BY ended IS NOT NULL, begun DESC, id LIMIT ?""",
        (utc(since), most),
    )
    return [_alert(row) for row in rows]


def going(connection: sqlite3.Connection) -> int:
    """How many alerts go on."""
    found: int = connection.execute(
        "SELECT count(*) FROM alert WHERE begun IS NOT NULL AND ended IS NULL"
    ).fetchone()[0]
    return found


def keep(connection: sqlite3.Connection, alert: AlertRow) -> None:
    """Keep an alert as it is now."""
    connection.execute(
        """INSERT OR REPLACE INTO alert
             (id, kiosk, rule, since, begun, clear_since, ended, figure, told, end_told)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            str(alert.id),
            alert.kiosk,
            alert.rule.value,
            utc(alert.course.since),
            *(_text(at) for at in (alert.course.begun, alert.course.clear_since)),
            _text(alert.course.ended),
            alert.figure,
            _text(alert.told),
            _text(alert.end_told),
        ),
    )


def drop(connection: sqlite3.Connection, alert: UUID) -> None:
    """Forget a trouble that never became an alert."""
    connection.execute("DELETE FROM alert WHERE id = ? AND begun IS NULL", (str(alert),))


def forget_old(connection: sqlite3.Connection, now: datetime) -> None:
    """Delete what was over and told long ago."""
    before = utc(now - KEPT)
    connection.execute("DELETE FROM telling WHERE done < ?", (before,))
    connection.execute(
        """DELETE FROM alert WHERE ended < ?
             AND NOT EXISTS (SELECT 1 FROM telling WHERE telling.alert = alert.id)""",
        (before,),
    )


def conflicts(connection: sqlite3.Connection, day: date) -> Mapping[str, int]:
    """Tickets of a day whose label or booking another ticket had, by kiosk."""
    rows = connection.execute(
        """SELECT kiosk, count(*) FROM ticket
           JOIN installation ON installation.id = ticket.installation
           WHERE day = ? AND (label_conflict > 0 OR booking_conflict > 0) GROUP BY kiosk""",
        (day.isoformat(),),
    )
    return {kiosk: int(number) for kiosk, number in rows}


# --- tellings ---------------------------------------------------------------------------------


def post(connection: sqlite3.Connection, telling: Telling) -> None:
    """Have something told."""
    connection.execute(
        """INSERT INTO telling (id, alert, hook, body, made, tries, next_try)
           VALUES (?, ?, ?, ?, ?, 0, ?)""",
        (
            *(str(telling.id), str(telling.alert), telling.hook, telling.body),
            *(utc(telling.made), utc(telling.made)),
        ),
    )


def due(connection: sqlite3.Connection, hook: str, now: datetime, most: int) -> Sequence[Telling]:
    """What a webhook is to be sent now, oldest first; of one alert the beginning before the end."""
    rows = connection.execute(
        """SELECT * FROM telling AS one WHERE hook = ?1 AND done IS NULL AND next_try <= ?2
             AND NOT EXISTS (SELECT 1 FROM telling AS other WHERE other.alert = one.alert
               AND other.hook = ?1 AND other.done IS NULL AND other.rowid < one.rowid)
           ORDER BY rowid LIMIT ?3""",
        (hook, utc(now), most),
    )
    return [
        Telling(
            id=UUID(row["id"]),
            alert=UUID(row["alert"]),
            hook=row["hook"],
            body=row["body"],
            made=moment(row["made"]),
            tries=row["tries"],
        )
        for row in rows
    ]


def taken(connection: sqlite3.Connection, telling: UUID, now: datetime) -> None:
    """A webhook took it."""
    connection.execute(
        "UPDATE telling SET done = ?, tries = tries + 1, problem = NULL WHERE id = ?",
        (utc(now), str(telling)),
    )


def failed(connection: sqlite3.Connection, telling: UUID, next_try: datetime, problem: str) -> None:
    """It was not taken; it is tried again."""
    connection.execute(
        "UPDATE telling SET tries = tries + 1, next_try = ?, problem = ? WHERE id = ?",
        (utc(next_try), problem, str(telling)),
    )


def given_up(connection: sqlite3.Connection, telling: UUID, now: datetime, problem: str) -> None:
    """It was tried for long enough."""
    connection.execute(
        "UPDATE telling SET done = ?, given_up = 1, problem = ? WHERE id = ?",
        (utc(now), problem, str(telling)),
    )


def give_up_others(connection: sqlite3.Connection, hooks: Sequence[str], now: datetime) -> None:
    """What waits for a webhook that is none any more is told nobody."""
    waiting = connection.execute("SELECT DISTINCT hook FROM telling WHERE done IS NULL").fetchall()
    connection.executemany(
        """UPDATE telling SET done = ?, given_up = 1, problem = 'no such webhook any more'
           WHERE hook = ? AND done IS NULL""",
        [(utc(now), row["hook"]) for row in waiting if row["hook"] not in hooks],
    )


def hook(connection: sqlite3.Connection, name: str) -> HookRow:
    """How a webhook fares."""
    row = connection.execute(
        """SELECT count(*) FILTER (WHERE done IS NULL) AS waiting,
             count(*) FILTER (WHERE given_up) AS given_up,
             max(done) FILTER (WHERE NOT given_up) AS last_done
           FROM telling WHERE hook = ?""",
        (name,),
    ).fetchone()
    problem = connection.execute(
        """SELECT problem FROM telling WHERE hook = ? AND problem IS NOT NULL AND done IS NULL
           ORDER BY rowid DESC LIMIT 1""",
        (name,),
    ).fetchone()
    return HookRow(
        waiting=row["waiting"],
        given_up=row["given_up"],
        last_done=_time(row["last_done"]),
        problem=problem and problem["problem"],
    )


def _alert(row: sqlite3.Row) -> AlertRow:
    return AlertRow(
        id=UUID(row["id"]),
        kiosk=row["kiosk"],
        rule=Rule(row["rule"]),
        course=Course(
            moment(row["since"]),
            *(_time(row[name]) for name in ("begun", "clear_since", "ended")),
        ),
        figure=row["figure"],
        told=_time(row["told"]),
        end_told=_time(row["end_told"]),
    )


def _time(text: str | None) -> datetime | None:
    return None if text is None else moment(text)


def _text(at: datetime | None) -> str | None:
    return None if at is None else utc(at)
