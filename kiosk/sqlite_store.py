"""The ledger on SQLite: tickets, own series, outbox with its hash chain, print journal, catalogue."""

import asyncio
import hashlib
import json
import secrets
import sqlite3
from collections.abc import Awaitable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from kiosk.domain.codes import ticket_reference
from kiosk.domain.label import (
    Minute,
    OwnLabel,
    QueueCode,
    Slot,
    TicketLabel,
    next_place,
    parse_label,
)
from kiosk.domain.model import ServiceId, TicketId, VisitId, uuid7
from kiosk.domain.paper import Paper, parse_paper
from kiosk.domain.ticket import Assigned, Channel, IssueRefusal, Ticket, TicketDraft
from kiosk.ports import (
    Backlog,
    Clock,
    Grant,
    JobState,
    OutboxFact,
    PaperMaker,
    PrintJob,
    Pushed,
    Stamp,
)
from kiosk.sqlite_writer import SqliteWriter, Work

T = TypeVar("T")
GENESIS = "0" * 64


def chain(previous_hash: str, body: str) -> str:
    """The hash of a fact: SHA-256 over the previous hash's bytes and the body's, in hex."""
    return hashlib.sha256(bytes.fromhex(previous_hash) + body.encode()).hexdigest()


class SqliteStore:
    """Implements Store and PrintJournal on one file and one writer thread."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._clock = clock
        self._writer = SqliteWriter(path, clock.now())
        self.moved_aside = self._writer.moved_aside
        self.installation = UUID(self._writer.submit(_installation).result())

    def close(self) -> None:
        """Finish all transactions and close the file."""
        self._writer.close()

    def _do(self, work: Work[T]) -> Awaitable[T]:
        return asyncio.wrap_future(self._writer.submit(work))

    # --- tickets ---

    def record(
        self,
        draft: TicketDraft,
        assigned: Assigned | None,
        stamp: Stamp,
        paper: PaperMaker,
        *,
        own_allowed: bool,
    ) -> Awaitable[Ticket | IssueRefusal]:
        """Commit ticket, counter, fact and print job at once; see Store."""

        def work(connection: sqlite3.Connection) -> Ticket | IssueRefusal:
            if held := _ticket_by(connection, "id", draft.id.bytes):
                return held
            if assigned and not _taken(connection, draft.day, assigned.label):
                label: TicketLabel | None = assigned.label
            else:
                label = _own_label(connection, draft) if own_allowed else None
            if label is None:
                return IssueRefusal.OFFLINE
            given = assigned if assigned and label == assigned.label else None
            ticket = Ticket(
                draft=draft,
                label=label,
                spoken_code=stamp.spoken_code,
                ahead=given.ahead if given else None,
                estimate=given.estimate if given else None,
                code=stamp.code,
            )
            _insert_ticket(connection, ticket)
            self._append(connection, "ticket.issued", _issued_body(ticket))
            _insert_job(connection, ticket.id, paper(ticket), self._clock.now())
            return ticket

        return self._do(work)

    def add_copy(self, ticket: Ticket, paper: Paper, at: datetime) -> Awaitable[None]:
        """Commit a reprint with its fact."""

        def work(connection: sqlite3.Connection) -> None:
            self._append(connection, "ticket.reprinted", {"id": str(ticket.id), "at": _text(at)})
            _insert_job(connection, ticket.id, paper, at, copy=True)

        return self._do(work)

    def find(self, reference: bytes) -> Awaitable[Ticket | None]:
        """The ticket whose code carries `reference`."""
        return self._do(lambda connection: _ticket_by(connection, "reference", reference))

    def popular(self, since: date) -> Awaitable[Sequence[ServiceId]]:
        """Services by how often they were chosen since a day, most first."""

        def work(connection: sqlite3.Connection) -> Sequence[ServiceId]:
            rows = connection.execute(
                "SELECT service FROM ticket WHERE day >= ? "
                "GROUP BY service ORDER BY count(*) DESC, service LIMIT 12",
                (since.isoformat(),),
            )
            return [ServiceId(service) for (service,) in rows]

        return self._do(work)

    # --- outbox ---

    def add_fact(self, kind: str, data: Mapping[str, object]) -> Awaitable[None]:
        """Commit a fact for central."""
        return self._do(lambda connection: self._append(connection, kind, data))

    def _append(
        self, connection: sqlite3.Connection, kind: str, data: Mapping[str, object]
    ) -> None:
        body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        _, previous = _head(connection)
        connection.execute(
            "INSERT INTO outbox (id, kind, body, hash) VALUES (?, ?, ?, ?)",
            (self._fresh_id().bytes, kind, body, chain(previous, body)),
        )

    def _fresh_id(self) -> UUID:
        return uuid7(int(self._clock.now().timestamp() * 1000), secrets.token_bytes(10))

    def backlog(self, most: int) -> Awaitable[Backlog]:
        """Up to `most` facts that central has not acknowledged, oldest first."""

        def work(connection: sqlite3.Connection) -> Backlog:
            rows = connection.execute(
                "SELECT seq, id, kind, body, hash FROM outbox WHERE state = 'new' "
                "ORDER BY seq LIMIT ?",
                (most,),
            ).fetchall()
            facts = tuple(
                OutboxFact(seq, UUID(bytes=id_), kind, body, hash_)
                for seq, id_, kind, body, hash_ in rows
            )
            before = connection.execute(
                "SELECT hash FROM outbox WHERE seq < ? ORDER BY seq DESC LIMIT 1",
                (facts[0].seq if facts else 0,),
            ).fetchone()
            return Backlog(before[0] if before else GENESIS, facts)

        return self._do(work)

    def outbox_size(self) -> Awaitable[int]:
        """How many facts central has not acknowledged."""

        def work(connection: sqlite3.Connection) -> int:
            query = "SELECT count(*) FROM outbox WHERE state = 'new'"
            return int(connection.execute(query).fetchone()[0])

        return self._do(work)

    def acknowledge(self, pushed: Pushed) -> Awaitable[None]:
        """Record what central has; refused facts are quarantined, never deleted."""

        def work(connection: sqlite3.Connection) -> None:
            connection.executemany(
                "UPDATE outbox SET state = 'quarantined', problem = ? WHERE id = ?",
                [
                    (result.problem, result.id.bytes)
                    for result in pushed.results
                    if not result.accepted
                ],
            )
            connection.execute(
                "UPDATE outbox SET state = 'acked' WHERE state = 'new' AND seq <= ?",
                (pushed.acked_seq,),
            )

        return self._do(work)

    def resend_from(self, seq: int) -> Awaitable[None]:
        """Send the facts from `seq` on again; central lost them.

        Those it had refused go too: they are links of the chain.
        """

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE outbox SET state = 'new', problem = NULL WHERE state != 'new' AND seq >= ?",
                (seq,),
            )

        return self._do(work)

    def head(self) -> Awaitable[tuple[int, str]]:
        """Number and hash of the newest fact."""
        return self._do(_head)

    # --- grants and catalogue ---

    def keep_grant(self, grant: Grant) -> Awaitable[None]:
        """Keep the slots granted for the coming days."""

        def work(connection: sqlite3.Connection) -> None:
            connection.executemany(
                "INSERT INTO lease (day, slot, epoch) VALUES (?, ?, ?) "
                "ON CONFLICT (day) DO UPDATE SET slot = excluded.slot, epoch = excluded.epoch",
                [(day.isoformat(), slot.code, grant.epoch) for day, slot in grant.leases.items()],
            )

        return self._do(work)

    def keep_catalogue(self, raw: bytes) -> Awaitable[None]:
        """Keep a catalogue that was read without complaint."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO catalogue (one, raw) VALUES (1, ?) "
                "ON CONFLICT (one) DO UPDATE SET raw = excluded.raw",
                (raw,),
            )

        return self._do(work)

    def catalogue(self) -> Awaitable[bytes | None]:
        """The catalogue kept last."""

        def work(connection: sqlite3.Connection) -> bytes | None:
            row = connection.execute("SELECT raw FROM catalogue").fetchone()
            return bytes(row[0]) if row else None

        return self._do(work)

    # --- print journal: called from the printer's thread, blocks until durable ---

    def open_jobs(self) -> Sequence[PrintJob]:
        """Jobs that have not ended, oldest first."""
        return self._writer.submit(_open_jobs).result()

    def move(
        self, job: int, state: JobState, *, attempt: int | None = None, detail: str = ""
    ) -> None:
        """Record a job's new state; the paper's content is deleted where nothing more follows."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE job SET state = ?, attempt = coalesce(?, attempt), detail = ? WHERE id = ?",
                (state, attempt, detail, job),
            )
            if state in (JobState.DONE, JobState.EXPIRED):
                connection.execute("UPDATE job SET paper = NULL WHERE id = ?", (job,))
            if state.ended:
                self._append(connection, "print.ended", _ended_body(connection, job, self._clock))

        self._writer.submit(work).result()


def _installation(connection: sqlite3.Connection) -> str:
    connection.execute(
        "INSERT OR IGNORE INTO meta (key, value) VALUES ('installation', ?)",
        (str(UUID(bytes=secrets.token_bytes(16), version=4)),),
    )
    row = connection.execute("SELECT value FROM meta WHERE key = 'installation'").fetchone()
    return str(row[0])


def _head(connection: sqlite3.Connection) -> tuple[int, str]:
    query = "SELECT seq, hash FROM outbox ORDER BY seq DESC LIMIT 1"
    row = connection.execute(query).fetchone()
    return (int(row[0]), str(row[1])) if row else (0, GENESIS)


def _taken(connection: sqlite3.Connection, day: date, label: TicketLabel) -> bool:
    query = "SELECT 1 FROM ticket WHERE day = ? AND label = ?"
    return connection.execute(query, (day.isoformat(), str(label))).fetchone() is not None


def _own_label(connection: sqlite3.Connection, draft: TicketDraft) -> OwnLabel | None:
    """The next label of the own series (N3, N4, N5), noted before anything is printed."""
    day, queue = draft.day.isoformat(), str(draft.queue)
    lease = connection.execute("SELECT slot FROM lease WHERE day = ?", (day,)).fetchone()
    newest = connection.execute("SELECT max(at) FROM ticket WHERE day = ?", (day,)).fetchone()[0]
    if lease is None or (newest is not None and _text(draft.at) < newest):
        return None
    last = connection.execute(
        "SELECT minute, rank FROM series WHERE day = ? AND queue = ?", (day, queue)
    ).fetchone()
    place = next_place(Minute(*last) if last else None, draft.at.timetz().replace(tzinfo=None))
    if place is None:
        return None
    connection.execute(
        "INSERT INTO series (day, queue, minute, rank) VALUES (?, ?, ?, ?) ON CONFLICT (day, queue) "
        "DO UPDATE SET minute = excluded.minute, rank = excluded.rank",
        (day, queue, place.minute, place.rank),
    )
    return OwnLabel(draft.queue, Slot(lease[0]), place)


def _insert_ticket(connection: sqlite3.Connection, ticket: Ticket) -> None:
    draft = ticket.draft
    connection.execute(
        "INSERT INTO ticket (id, reference, visit, label, day, queue, service, at, priority, "
        "language, channel, origin, ahead, spoken_code, code) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            ticket.id.bytes,
            ticket_reference(ticket.id.bytes),
            draft.visit.bytes,
            str(ticket.label),
            draft.day.isoformat(),
            str(draft.queue),
            draft.service,
            _text(draft.at),
            draft.priority,
            draft.language,
            draft.channel,
            _origin(ticket),
            ticket.ahead,
            ticket.spoken_code,
            ticket.code,
        ),
    )


def _ticket_by(connection: sqlite3.Connection, column: str, value: bytes) -> Ticket | None:
    columns = (
        "id, visit, label, day, queue, service, at, priority, language, channel, ahead, "
        "spoken_code, code"
    )
    query = f"SELECT {columns} FROM ticket WHERE {column} = ?"  # noqa: S608 - our own column names
    row = connection.execute(query, (value,)).fetchone()
    if row is None:
        return None
    id_, visit, label, day, queue, service, at, priority, language, channel, ahead, spoken, code = (
        row
    )
    draft = TicketDraft(
        id=TicketId(UUID(bytes=id_)),
        visit=VisitId(UUID(bytes=visit)),
        service=ServiceId(service),
        queue=QueueCode(queue),
        day=date.fromisoformat(day),
        at=datetime.fromisoformat(at),
        priority=bool(priority),
        language=language,
        channel=Channel(channel),
    )
    return Ticket(draft, parse_label(label), spoken, ahead, None, code)


def _insert_job(
    connection: sqlite3.Connection,
    ticket: TicketId,
    paper: Paper,
    at: datetime,
    *,
    copy: bool = False,
) -> None:
    connection.execute(
        "INSERT INTO job (ticket, paper, made_at, state, copy) VALUES (?, ?, ?, ?, ?)",
        (ticket.bytes, paper.to_json(), _text(at), JobState.QUEUED, copy),
    )


def _open_jobs(connection: sqlite3.Connection) -> Sequence[PrintJob]:
    rows = connection.execute(
        "SELECT id, ticket, paper, made_at, state, attempt, copy FROM job "
        "WHERE state NOT IN ('done', 'expired', 'in-doubt') ORDER BY id"
    )
    return [
        PrintJob(
            id=id_,
            ticket=TicketId(UUID(bytes=ticket)),
            paper=parse_paper(paper),
            made_at=datetime.fromisoformat(made_at),
            state=JobState(state),
            attempt=attempt,
            copy=bool(copy),
        )
        for id_, ticket, paper, made_at, state, attempt, copy in rows
    ]


def _origin(ticket: Ticket) -> str:
    return "own" if ticket.own_series else "authority"


def _issued_body(ticket: Ticket) -> Mapping[str, object]:
    draft = ticket.draft
    return {
        "id": str(ticket.id),
        "visit": str(draft.visit),
        "label": str(ticket.label),
        "day": draft.day.isoformat(),
        "queue": str(draft.queue),
        "service": draft.service,
        "at": _text(draft.at),
        "priority": draft.priority,
        "language": draft.language,
        "channel": draft.channel,
        "origin": _origin(ticket),
        "spoken_code": ticket.spoken_code,
    }


def _ended_body(connection: sqlite3.Connection, job: int, clock: Clock) -> Mapping[str, object]:
    row = connection.execute("SELECT ticket, state FROM job WHERE id = ?", (job,)).fetchone()
    return {"ticket": str(UUID(bytes=row[0])), "at": _text(clock.now()), "outcome": row[1]}


def _text(moment: datetime) -> str:
    """UTC, to the microsecond, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
