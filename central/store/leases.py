"""Who is a kiosk here, and which slot it may use for its own series on which day (rule N3)."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from central.refusal import Code, Refusal
from central.store.keys import note_kiosk_key, refused_key
from central.store.numbers import given_last
from central.store.rows import utc
from kiosk.domain.authority import counted, fenced, forgot, free_slot
from kiosk.domain.chain import GENESIS
from kiosk.domain.keyring import key_id
from kiosk.domain.label import AuthorityLabel, Slot
from kiosk.domain.trust import WitnessKind

DAYS = 7


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a kiosk says of itself."""

    installation: UUID
    kiosk: str
    head_seq: int
    head_hash: str
    public_key: bytes
    software: str
    acked_seq: int = 0
    epoch: int = 0
    seen: tuple[tuple[date, AuthorityLabel], ...] = ()
    witness: WitnessKind = WitnessKind.CLOCK


@dataclass(frozen=True, slots=True)
class Lease:
    """One slot on one day."""

    day: date
    slot: Slot


@dataclass(frozen=True, slots=True)
class Granted:
    """What a kiosk is granted, and how far its facts are known."""

    leases: tuple[Lease, ...]
    acked_seq: int


def introduce(
    connection: sqlite3.Connection, hello: Introduction, today: date, epoch: int, now: datetime
) -> Granted | Refusal:
    """Remember a kiosk and lease it slots for today and the six days after."""
    known = connection.execute(
        "SELECT head_seq, head_hash, witness FROM installation WHERE id = ?",
        (str(hello.installation),),
    ).fetchone()
    key = (hello.installation, hello.public_key)
    if refusal := refused_key(connection, *key, known=known is not None):
        return refusal
    if known is not None and (refusal := _contradicts(hello, known)):
        return refusal
    _remember(connection, hello, now)
    leases = tuple(_leases(connection, str(hello.installation), today, epoch))
    if not leases or leases[0].day != today:
        return Refusal(Code.NO_SLOT, f"all nine slots of {today} are taken")
    return Granted(leases, known["head_seq"] if known is not None else 0)


def forgotten(connection: sqlite3.Connection, hello: Introduction, epoch: int) -> bool:
    """True where a kiosk remembers more of this server than its database does (rule N8)."""
    known = connection.execute(
        "SELECT head_seq FROM installation WHERE id = ?", (str(hello.installation),)
    ).fetchone()
    fewer = hello.acked_seq > (0 if known is None else known["head_seq"])
    # Numbers of earlier epochs were lost with an earlier database, and the epoch was raised for it.
    current = [seen for seen in hello.seen if counted(seen[1].number)[0] >= epoch]
    lower = any(given_last(connection, *seen) < seen[1].number for seen in current)
    return forgot(epoch, hello.epoch, behind=fewer or lower)


def _contradicts(hello: Introduction, known: sqlite3.Row) -> Refusal | None:
    if known["witness"] != hello.witness:  # either is safe, the one after the other is not (N6)
        return Refusal(Code.LINEAGE_FENCED, "another witness needs a new installation id")
    newest = known["head_seq"], known["head_hash"]
    if fenced(newest, (hello.head_seq, hello.head_hash)):
        return Refusal(Code.LINEAGE_FENCED, "take a new installation id")
    return None


def _remember(connection: sqlite3.Connection, hello: Introduction, now: datetime) -> None:
    connection.execute(
        """INSERT INTO installation
             (id, kiosk, public_key, key_id, software, head_seq, head_hash, first_seen, last_seen,
              witness)
           VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET
             kiosk = excluded.kiosk, software = excluded.software,
             last_seen = excluded.last_seen""",
        (
            str(hello.installation),
            hello.kiosk,
            hello.public_key,
            key_id(hello.public_key),
            hello.software,
            GENESIS,
            utc(now),
            utc(now),
            hello.witness,
        ),
    )
    note_kiosk_key(connection, hello.installation, hello.public_key, now)


def _leases(
    connection: sqlite3.Connection, installation: str, today: date, epoch: int
) -> list[Lease]:
    wished: Slot | None = None
    leases = []
    for ahead in range(DAYS):
        day = today + timedelta(days=ahead)
        slot = _slot(connection, installation, day, epoch, wished)
        if slot is not None:
            leases.append(Lease(day, slot))
            wished = slot
    return leases


def _slot(
    connection: sqlite3.Connection, installation: str, day: date, epoch: int, wished: Slot | None
) -> Slot | None:
    """The slot held already, else a free one: the same as the day before where that can be."""
    rows = connection.execute(
        "SELECT slot, epoch, installation FROM lease WHERE day = ?", (day.isoformat(),)
    ).fetchall()
    for row in rows:
        if row["installation"] == installation and row["epoch"] == epoch:
            return Slot(row["slot"])
    taken = {row["slot"] for row in rows}
    slot = free_slot(taken, epoch, wished)
    if slot is not None:
        connection.execute(
            "INSERT INTO lease (day, slot, epoch, installation) VALUES (?, ?, ?, ?)",
            (day.isoformat(), slot.code, epoch, installation),
        )
    return slot
