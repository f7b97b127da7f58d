"""Reads the counts of S40 from the ledger: beside its writer, and only to read.

It has a connection of its own for one question at a time, so that no ticket waits for a count.
"""

import contextlib
import sqlite3
from datetime import date, timedelta
from pathlib import Path

from kiosk.domain.model import ServiceId
from kiosk.domain.statistics import (
    Answered,
    Figures,
    Issued,
    Period,
    Rows,
    Span,
    Way,
    figures,
    span_before,
    span_of,
)
from kiosk.domain.survey import Element
from kiosk.ports import KioskError

BUSY_SECONDS = 2.0
_ISSUED = """
    SELECT day, CAST(strftime('%H', at, :shift) AS INTEGER), service,
        CASE WHEN booking IS NOT NULL THEN 'booked' WHEN origin = 'own' THEN 'own'
            ELSE 'assigned' END AS way,
        count(*), sum(EXISTS (SELECT 1 FROM job WHERE subject = ticket.id AND state = 'done'))
    FROM ticket WHERE day BETWEEN :first AND :last GROUP BY 1, 2, 3, 4
"""
# What was carried over stands in the outbox as well.
_FACTS = """(
    SELECT kind, body FROM outbox
    UNION ALL SELECT kind, body FROM former_fact WHERE state != 'carried'
) AS told"""
# Only the answers are read: profile and comment of a survey stay where they are.
_ANSWERED = f"""
    SELECT strftime('%Y-%m-01', json_extract(body, '$.at'), :shift), answer.key, answer.value,
        count(*)
    FROM {_FACTS}, json_each(told.body, '$.answers') AS answer
    WHERE kind = 'survey.answered'
        AND date(json_extract(body, '$.at'), :shift) BETWEEN :first AND :last
    GROUP BY 1, 2, 3
"""  # noqa: S608 - our own words
_SURVEYS = f"""
    SELECT count(*) FROM {_FACTS} WHERE kind = 'survey.answered'
        AND date(json_extract(body, '$.at'), :shift) BETWEEN :first AND :last
"""  # noqa: S608 - our own words


def count_figures(ledger: Path, period: Period, today: date, utc_offset: timedelta) -> Figures:
    """The figures of a period that ends today; it blocks. Raises KioskError."""
    return figures(read_rows(ledger, period, today, utc_offset))


def read_rows(ledger: Path, period: Period, today: date, utc_offset: timedelta) -> Rows:
    """What the figures of a period are counted from; it blocks. Raises KioskError."""
    try:
        with contextlib.closing(_opened(ledger)) as connection:
            return _rows(connection, period, today, utc_offset)
    except sqlite3.Error as error:
        raise KioskError(f"ledger: {error}") from error


def _opened(ledger: Path) -> sqlite3.Connection:
    uri = f"{ledger.resolve().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)


def _rows(connection: sqlite3.Connection, period: Period, today: date, shift: timedelta) -> Rows:
    span, before = span_of(period, today), span_before(period, today)
    places = _places(span, shift)
    return Rows(
        issued=[
            Issued(date.fromisoformat(day), hour, ServiceId(service), Way(way), times, printed)
            for day, hour, service, way, times, printed in connection.execute(_ISSUED, places)
        ],
        answered=[
            Answered(date.fromisoformat(month), Element(element), value, times)
            for month, element, value, times in connection.execute(_ANSWERED, places)
        ],
        surveys=connection.execute(_SURVEYS, places).fetchone()[0],
        before=_numbers(connection, before) if before else None,
    )


def _places(span: Span, shift: timedelta) -> dict[str, str]:
    return {
        "first": span.first.isoformat(),
        "last": span.last.isoformat(),
        "shift": f"{shift.total_seconds() / 60:+.0f} minutes",
    }


def _numbers(connection: sqlite3.Connection, span: Span) -> int:
    query = "SELECT count(*) FROM ticket WHERE day BETWEEN ? AND ?"
    days = (span.first.isoformat(), span.last.isoformat())
    return int(connection.execute(query, days).fetchone()[0])
