"""Weekly digests: whether this server still has every fact it acknowledged, and which it has not."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from central.refusal import Code, Refusal
from central.store.rows import is_known, utc

MISSING_MOST = 1000
"""So many missing facts are named; what is more is named when these are there again."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What a kiosk says it told: from where to where, and how many facts of which kind."""

    installation: UUID
    week: str
    first_seq: int
    last_seq: int
    head_hash: str
    facts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a digest compares with the facts that are here."""

    outcome: Literal["match", "missing", "differs"]
    missing: tuple[int, ...]


def judge(connection: sqlite3.Connection, digest: Digest, now: datetime) -> Judgement | Refusal:
    """Compare, and keep the outcome."""
    if not is_known(connection, digest.installation):
        return Refusal(Code.UNKNOWN_INSTALLATION, "POST /api/v1/device/session comes first")
    judgement = _judgement(connection, digest)
    connection.execute(
        """INSERT OR REPLACE INTO digest
             (installation, week, first_seq, last_seq, outcome, missing, received_at)
           VALUES (?, ?, ?, ?, ?, ?, ?)""",
        (
            str(digest.installation),
            digest.week,
            digest.first_seq,
            digest.last_seq,
            judgement.outcome,
            len(judgement.missing),
            utc(now),
        ),
    )
    return judgement


def _judgement(connection: sqlite3.Connection, digest: Digest) -> Judgement:
    rows = connection.execute(
        """SELECT seq, kind, hash FROM fact
           WHERE installation = ? AND seq BETWEEN ? AND ? ORDER BY seq""",
        (str(digest.installation), digest.first_seq, digest.last_seq),
    ).fetchall()
    missing = _gaps([row["seq"] for row in rows], digest.first_seq, digest.last_seq)
    if missing:
        return Judgement("missing", missing)
    same = rows[-1]["hash"] == digest.head_hash
    counts = Counter(row["kind"] for row in rows)
    alike = same and counts == Counter(digest.facts)
    return Judgement("match" if alike else "differs", ())


def _gaps(known: list[int], first: int, last: int) -> tuple[int, ...]:
    """The first numbers from `first` to `last` that are not known; both bounds are a kiosk's word."""
    found: list[int] = []
    expected = first
    for seq in (*known, last + 1):
        found += range(expected, min(seq, expected + MISSING_MOST - len(found)))
        expected = seq + 1
    return tuple(found)
