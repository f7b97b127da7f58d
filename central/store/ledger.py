"""Takes batches of facts: checks the chain, keeps every fact, and applies what it tells.

The hash covers the exact bytes a kiosk stored and sent; nothing is ever serialised again. A fact
that is not understood is set aside and does not hold up the others.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never
from uuid import UUID

from central.facts import (
    Fact,
    NotUnderstood,
    OrderTaken,
    PrintEnded,
    ReceiptPrinted,
    StaffActed,
    StaffCalled,
    SurveyAnswered,
    TicketIssued,
    TicketReprinted,
    VisitEnded,
    read_fact,
)
from central.refusal import Code, Refusal
from central.store.issued import issue
from central.store.receipts import printed
from central.store.rows import utc
from central.store.surveys import keep
from central.store.verdict import Verdict
from kiosk.domain.chain import GENESIS, chain


@dataclass(frozen=True, slots=True)
class Link:
    """One fact as a kiosk sends it: a link of its chain."""

    seq: int
    id: UUID
    kind: str
    body: str
    hash: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Facts in order, and the hash they follow."""

    installation: UUID
    from_seq: int
    previous_hash: str
    links: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Taken:
    """How each fact was taken, and how far the chain is known now."""

    verdicts: tuple[Verdict, ...]
    acked_seq: int
    head_hash: str


def take(connection: sqlite3.Connection, batch: Batch, now: datetime) -> Taken | Refusal:
    """Take a batch, or refuse it whole where it does not continue the known chain."""
    found = connection.execute(
        "SELECT head_seq, head_hash FROM installation WHERE id = ?", (str(batch.installation),)
    ).fetchone()
    if found is None:
        return Refusal(Code.UNKNOWN_INSTALLATION, "POST /api/v1/device/session comes first")
    head = int(found["head_seq"])
    known = _known(connection, batch)
    refusal = _broken(batch, head) or _forked(batch, known)
    if refusal is not None:
        return refusal
    verdicts = [
        Verdict("duplicate")
        if link.seq in known
        else _add(connection, batch.installation, link, now)
        for link in batch.links
    ]
    if not batch.links or batch.links[-1].seq <= head:
        return Taken(tuple(verdicts), head, found["head_hash"])
    last = batch.links[-1]
    connection.execute(
        "UPDATE installation SET head_seq = ?, head_hash = ?, last_seen = ? WHERE id = ?",
        (last.seq, last.hash, utc(now), str(batch.installation)),
    )
    return Taken(tuple(verdicts), last.seq, last.hash)


def _broken(batch: Batch, head: int) -> Refusal | None:
    """Refuse a batch with a gap before or inside it, or with a hash that does not follow."""
    if batch.from_seq > head + 1:
        return _resend(head, "")
    previous = batch.previous_hash
    for seq, link in enumerate(batch.links, start=batch.from_seq):
        if link.seq != seq:
            return _resend(head, f"fact {seq} is missing; ")
        if link.hash != chain(previous, link.body):
            return _resend(head, f"the hash of fact {seq} does not follow; ")
        previous = link.hash
    return None


def _resend(head: int, reason: str) -> Refusal:
    detail = f"{reason}expected facts from {head + 1}"
    return Refusal(Code.CHAIN_BROKEN, detail, resend_from=head + 1)


def _known(connection: sqlite3.Connection, batch: Batch) -> dict[int, str]:
    """The hashes that are known of a batch's facts, and of the one before them."""
    rows = connection.execute(
        "SELECT seq, hash FROM fact WHERE installation = ? AND seq BETWEEN ? AND ?",
        (str(batch.installation), batch.from_seq - 1, batch.from_seq + len(batch.links) - 1),
    )
    return {0: GENESIS} | dict(rows.fetchall())


def _forked(batch: Batch, known: dict[int, str]) -> Refusal | None:
    """Refuse a past that differs from the one that is known.

    A fact that was acknowledged and is here no more contradicts nothing: it is taken again, for the
    chain leads to it from one that is known.
    """
    told = [(batch.from_seq - 1, batch.previous_hash)]
    told += [(link.seq, link.hash) for link in batch.links if link.seq in known]
    for seq, found in told:
        if known.get(seq) != found:
            detail = f"fact {seq} differs from what is known; take a new installation id"
            return Refusal(Code.CHAIN_FORKED, detail)
    return None


def _add(connection: sqlite3.Connection, installation: UUID, link: Link, now: datetime) -> Verdict:
    verdict = _verdict(connection, installation, link, now)
    key = (str(installation), link.seq)
    connection.execute(
        """INSERT INTO fact (installation, seq, id, kind, body, hash, status, received_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        (*key, str(link.id), link.kind, link.body, link.hash, verdict.status, utc(now)),
    )
    if verdict.problem is not None:
        connection.execute(
            "INSERT INTO quarantine (installation, seq, problem) VALUES (?, ?, ?)",
            (*key, verdict.problem),
        )
    return verdict


def _verdict(
    connection: sqlite3.Connection, installation: UUID, link: Link, now: datetime
) -> Verdict:
    seen = connection.execute("SELECT 1 FROM fact WHERE id = ?", (str(link.id),)).fetchone()
    if seen is not None:
        return Verdict("duplicate")
    try:
        fact = read_fact(link.kind, link.body)
    except NotUnderstood as error:
        return Verdict("rejected", error.problem)
    return _apply(connection, installation, link.id, fact, now)


def _apply(
    connection: sqlite3.Connection, installation: UUID, fact_id: UUID, fact: Fact, now: datetime
) -> Verdict:
    match fact:
        case TicketIssued():
            return issue(connection, installation, fact, now)
        case SurveyAnswered():
            return keep(connection, fact)
        case TicketReprinted():
            connection.execute(
                "UPDATE ticket SET reprints = reprints + 1 WHERE id = ?", (str(fact.id),)
            )
        case PrintEnded():
            connection.execute(
                "UPDATE ticket SET paper = ? WHERE id = ?", (fact.outcome, str(fact.ticket))
            )
        case StaffCalled():
            connection.execute(
                """INSERT OR IGNORE INTO staff_call (fact, at, kiosk, screen, reason)
                   VALUES (?, ?, ?, ?, ?)""",
                (str(fact_id), utc(fact.at), fact.kiosk, fact.screen, fact.reason),
            )
        case ReceiptPrinted():
            printed(connection, fact)
        case VisitEnded() | StaffActed() | OrderTaken():
            pass  # kept in the ledger; nothing shows them yet
        case _:
            assert_never(fact)
    return Verdict("accepted")
