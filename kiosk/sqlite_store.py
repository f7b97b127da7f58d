"""The ledger on SQLite: tickets, own series, outbox with its hash chain, print journal, catalogue."""

import asyncio
import json
import secrets
import sqlite3
from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from kiosk import digests, lineages, retention
from kiosk.domain.chain import GENESIS, chain
from kiosk.domain.label import (
    TicketLabel,
)
from kiosk.domain.model import BookingId, ServiceId, TicketId, uuid7
from kiosk.domain.orders import Order, Policy, Taken
from kiosk.domain.paper import Paper
from kiosk.domain.popular import Choice
from kiosk.domain.survey import Survey
from kiosk.domain.ticket import Assigned, IssueRefusal, Ticket, TicketDraft
from kiosk.domain.trust import at_home
from kiosk.ledger_rows import (
    CAME_OUT,
    begin_jobs_after,
    ended_fact,
    highest_numbers,
    insert_job,
    insert_ticket,
    is_taken,
    issued_body,
    open_jobs,
    own_series_label,
    papers_of,
    survey_body,
    ticket_by,
    utc_text,
)
from kiosk.ledger_salvage import Salvage, keep_salvage
from kiosk.ports import (
    Backlog,
    Clock,
    CopyMaker,
    Digest,
    FormerBacklog,
    Grant,
    JobState,
    OutboxCounts,
    OutboxFact,
    PaperMaker,
    PrintJob,
    Pushed,
    Stamp,
    Standing,
    Witness,
)
from kiosk.sqlite_writer import SqliteWriter, Work

T = TypeVar("T")


class SqliteStore:
    """Implements Store and PrintJournal on one file and one writer thread.

    `machine` is known by its marks: a ledger that is opened in another one than before is a copy, and
    begins under a new installation id, without slots (N5). Without a witness whoever asks for an own
    number vouches for it alone. `moved` hears of a damaged file that was set aside while it was used, on
    the writer thread; of one that was so at the start `moved_aside` tells.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        machine: Set[str] = frozenset(),
        witness: Witness | None = None,
        moved: Callable[[Path], None] = lambda _: None,
    ) -> None:
        self._clock = clock
        self._machine = machine
        self._witness = witness
        self._begun: UUID | None = None
        self.installation = UUID(int=0)
        self._writer = SqliteWriter(path, clock.now(), self._settle, moved)

    def _settle(self, connection: sqlite3.Connection, salvage: Salvage | None) -> None:
        """A file was opened: whose it is, and what could be saved of the one before."""
        self.installation = self._bound(connection, self._machine)
        if salvage is None:
            return
        for fact, (kind, body) in salvage.facts.items():
            _link(connection, fact, kind, body)
        keep_salvage(connection, salvage)
        # The spooler knows jobs by their ids; one of the file before must not be one of this.
        begin_jobs_after(connection, int(self._clock.now().timestamp() * 1000))

    def _bound(self, connection: sqlite3.Connection, machine: Set[str]) -> UUID:
        """The id in the file, or another one where there is none or the disk is not at home."""
        known = dict(connection.execute("SELECT key, value FROM meta").fetchall())
        bound = known.get("machine", "").split()
        fresh = _fresh_installation()
        connection.executemany(
            "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)",
            [
                ("machine", " ".join(sorted(machine) or bound)),
                ("installation", known.get("installation", str(fresh))),
            ],
        )
        if not at_home(set(bound), machine):
            self._begin(connection, fresh, "machine", self._clock.now())
            return fresh
        if "installation" not in known:
            self._note_beginning(connection)
        return UUID(known.get("installation", str(fresh)))

    @property
    def moved_aside(self) -> Path | None:
        """Where a damaged ledger lies that this one follows."""
        return self._writer.moved_aside

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
            if held := ticket_by(connection, "id", draft.id.bytes):
                return held
            if draft.booking and (held := ticket_by(connection, "booking", draft.booking.bytes)):
                return held
            if assigned and not is_taken(connection, draft.day, assigned.label):
                label: TicketLabel | None = assigned.label
            else:
                vouched = own_allowed and self._vouched(connection)
                label = own_series_label(connection, draft) if vouched else None
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
            insert_ticket(connection, ticket)
            self._append(connection, "ticket.issued", issued_body(ticket))
            insert_job(connection, ticket.id, paper(ticket), self._clock.now())
            return ticket

        return self._do(work)

    def _vouched(self, connection: sqlite3.Connection) -> bool:
        """Note what the witness says of the next own number; False where it refuses (N6)."""
        if self._witness is None:
            return True
        said = self._witness.step(lineages.noted(connection))
        if said is not None:
            lineages.note(connection, said)
        return said is not None

    def add_copy(self, ticket: Ticket, paper: Paper, at: datetime) -> Awaitable[None]:
        """Commit a reprint with its fact."""

        def work(connection: sqlite3.Connection) -> None:
            self._append(connection, "ticket.reprinted", {"id": str(ticket.id), "at": utc_text(at)})
            insert_job(connection, ticket.id, paper, at)

        return self._do(work)

    def add_paper(self, subject: UUID, paper: CopyMaker, at: datetime) -> Awaitable[None]:
        """Commit a paper that is no ticket's; see Store."""

        def work(connection: sqlite3.Connection) -> None:
            states = papers_of(connection, subject)
            if all(state.ended for state in states):
                insert_job(connection, subject, paper(not states.isdisjoint(CAME_OUT)), at)

        return self._do(work)

    def find(self, reference: bytes) -> Awaitable[Ticket | None]:
        """The ticket whose code carries `reference`."""
        return self._do(lambda connection: ticket_by(connection, "reference", reference))

    def find_booked(self, booking: BookingId) -> Awaitable[Ticket | None]:
        """The ticket a booking became here."""
        return self._do(lambda connection: ticket_by(connection, "booking", booking.bytes))

    def choices(self, since: date) -> Awaitable[Sequence[Choice]]:
        """How often each service was chosen on each day since one."""

        def work(connection: sqlite3.Connection) -> Sequence[Choice]:
            rows = connection.execute(
                "SELECT service, day, count(*) FROM ticket WHERE day >= ? GROUP BY service, day",
                (since.isoformat(),),
            )
            return [
                Choice(ServiceId(service), date.fromisoformat(day), times)
                for service, day, times in rows
            ]

        return self._do(work)

    # --- surveys ---

    def rated(self, ticket: TicketId) -> Awaitable[bool]:
        """True when the survey of a ticket was answered here."""

        def work(connection: sqlite3.Connection) -> bool:
            query = "SELECT 1 FROM rated WHERE ticket = ?"
            return connection.execute(query, (ticket.bytes,)).fetchone() is not None

        return self._do(work)

    def keep_survey(self, survey: Survey, language: str) -> Awaitable[None]:
        """Commit an answered survey with its fact; a second one for a ticket is not kept."""

        def work(connection: sqlite3.Connection) -> None:
            if survey.ticket is not None:
                marked = connection.execute(
                    "INSERT OR IGNORE INTO rated (ticket) VALUES (?)", (survey.ticket.bytes,)
                )
                if not marked.rowcount:
                    return
            body = survey_body(survey, language, self._clock.now())
            self._append(connection, "survey.answered", body)

        return self._do(work)

    # --- outbox ---

    def add_fact(self, kind: str, data: Mapping[str, object]) -> Awaitable[None]:
        """Commit a fact for central."""
        return self._do(lambda connection: self._append(connection, kind, data))

    def _append(
        self, connection: sqlite3.Connection, kind: str, data: Mapping[str, object]
    ) -> None:
        body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        _link(connection, self._fresh_id(), kind, body)

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
                "SELECT hash FROM outbox WHERE seq = ?", (facts[0].seq - 1 if facts else 0,)
            ).fetchone()
            return Backlog(before[0] if before else retention.gone(connection).hash, facts)

        return self._do(work)

    def outbox_size(self) -> Awaitable[int]:
        """How many facts central has not acknowledged."""

        def work(connection: sqlite3.Connection) -> int:
            query = "SELECT count(*) FROM outbox WHERE state = 'new'"
            return int(connection.execute(query).fetchone()[0])

        return self._do(work)

    def outbox_counts(self) -> Awaitable[OutboxCounts]:
        """How many facts stand where."""
        return self._do(lineages.counts)

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

    def forget_slots(self) -> Awaitable[None]:
        """No own numbers until slots are granted anew."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM lease")

        return self._do(work)

    def keep_grant(self, grant: Grant) -> Awaitable[None]:
        """Keep the slots granted for the coming days."""

        def work(connection: sqlite3.Connection) -> None:
            lineages.note_grant(connection, grant.epoch)
            connection.executemany(
                "INSERT INTO lease (day, slot, epoch) VALUES (?, ?, ?) "
                "ON CONFLICT (day) DO UPDATE SET slot = excluded.slot, epoch = excluded.epoch",
                [(day.isoformat(), slot.code, grant.epoch) for day, slot in grant.leases.items()],
            )

        return self._do(work)

    def standing(self) -> Awaitable[Standing]:
        """How far the ledger goes, and what it remembers of central."""

        def work(connection: sqlite3.Connection) -> Standing:
            acked, epoch = connection.execute(
                "SELECT (SELECT coalesce(max(seq), 0) FROM outbox WHERE state != 'new'), "
                "(SELECT coalesce(max(value), 0) FROM meta WHERE key = 'epoch')"
            ).fetchone()
            removed = retention.gone(connection).seq
            seen = highest_numbers(connection)
            return Standing(*_head(connection), max(acked, removed), int(epoch), seen, removed)

        return self._do(work)

    def age(self, today: date) -> Awaitable[None]:
        """See Aging."""
        return self._do(lambda connection: retention.age(connection, today))

    def tidy(self, most: int) -> Awaitable[int]:
        """See Aging."""
        return self._do(lambda connection: retention.tidy(connection, most))

    def digest(self) -> Awaitable[Digest | None]:
        """The digest of this week, where it is due."""
        now = self._clock.now()
        return self._do(lambda connection: digests.digest(connection, now))

    def keep_digest(self, digest: Digest) -> Awaitable[None]:
        """A digest was judged."""
        return self._do(lambda connection: digests.keep(connection, digest))

    # --- installations this kiosk was before ---

    async def begin_installation(self, reason: str) -> UUID | None:
        """Take a new installation id; see Store."""
        in_vain = self._begun == self.installation
        if in_vain and not await self._do(lineages.was_granted):
            return None
        fresh = _fresh_installation()
        now = self._clock.now()
        await self._do(lambda connection: self._begin(connection, fresh, reason, now))
        self.installation = self._begun = fresh
        return fresh

    def _begin(
        self, connection: sqlite3.Connection, fresh: UUID, reason: str, now: datetime
    ) -> None:
        lineages.begin(connection, fresh, reason, now)
        self._note_beginning(connection)

    def _note_beginning(self, connection: sqlite3.Connection) -> None:
        if self._witness is not None:
            lineages.note(connection, self._witness.begin())

    def former_backlog(self, most: int) -> Awaitable[FormerBacklog | None]:
        """Up to `most` facts of one former installation that central has not got."""
        return self._do(lambda connection: lineages.backlog(connection, most))

    def acknowledge_former(self, installation: UUID, pushed: Pushed) -> Awaitable[None]:
        """Record what central has of a former installation's facts."""
        return self._do(lambda connection: lineages.acknowledge(connection, installation, pushed))

    def carry_over(self, installation: UUID) -> Awaitable[int]:
        """Tell what a former installation could not tell as facts of the present one."""

        def work(connection: sqlite3.Connection) -> int:
            return lineages.carry_over(
                connection, installation, lambda *fact: _link(connection, *fact)
            )

        return self._do(work)

    # --- catalogue and bookings ---

    def keep_catalogue(self, raw: bytes) -> Awaitable[None]:
        """Keep a catalogue that was read without complaint."""
        return self._do(lambda connection: _keep(connection, "catalogue", raw))

    def catalogue(self) -> Awaitable[bytes | None]:
        """The catalogue kept last."""
        return self._do(lambda connection: _kept(connection, "catalogue"))

    def keep_keys(self, raw: bytes) -> Awaitable[None]:
        """Keep a list of keys that was read without complaint."""
        return self._do(lambda connection: _keep(connection, "keyring", raw))

    def keys(self) -> Awaitable[bytes | None]:
        """The list of keys kept last."""
        return self._do(lambda connection: _kept(connection, "keyring"))

    def take_order(self, order: Order, text: str, told: Mapping[str, object]) -> Awaitable[Taken]:
        """Let an order count, once, and tell central so in the same commit; see Store."""

        def work(connection: sqlite3.Connection) -> Taken:
            row = connection.execute(
                "SELECT text FROM central_order WHERE version = ?", (order.version,)
            ).fetchone()
            if row is not None and row[0] == text:
                return Taken.KNOWN
            if order.version <= _newest_order(connection):
                return Taken.OLDER
            connection.execute(
                "INSERT INTO central_order VALUES (?, ?, ?)",
                (order.version, text, isinstance(order.content, Policy)),
            )
            self._append(connection, "order.taken", told)
            return Taken.NEW

        return self._do(work)

    def newest_order(self) -> Awaitable[int]:
        """The highest version that counted here; 0 before the first."""
        return self._do(_newest_order)

    def policy(self) -> Awaitable[str | None]:
        """The text of the order whose policy is in force."""

        def work(connection: sqlite3.Connection) -> str | None:
            row = connection.execute(
                "SELECT text FROM central_order WHERE policy ORDER BY version DESC LIMIT 1"
            ).fetchone()
            return None if row is None else str(row[0])

        return self._do(work)

    def keep_bookings(self, raw: bytes) -> Awaitable[None]:
        """Keep a list of bookings that was read without complaint; the one before is gone."""
        return self._do(lambda connection: _keep(connection, "bookings", raw))

    def bookings(self) -> Awaitable[bytes | None]:
        """The list of bookings kept last."""
        return self._do(lambda connection: _kept(connection, "bookings"))

    def keep_receipts(self, raw: bytes) -> Awaitable[None]:
        """Keep a list of receipts that was read without complaint; the one before is gone."""
        return self._do(lambda connection: _keep(connection, "receipts", raw))

    def receipts(self) -> Awaitable[bytes | None]:
        """The list of receipts kept last."""
        return self._do(lambda connection: _kept(connection, "receipts"))

    # --- print journal: called from the printer's thread, blocks until durable ---

    def open_jobs(self) -> Sequence[PrintJob]:
        """Jobs that have not ended, oldest first; one that cannot be read expires, and is told."""

        def work(connection: sqlite3.Connection) -> Sequence[PrintJob]:
            jobs, unreadable = open_jobs(connection)
            for job in unreadable:
                self._tell_end(connection, job)
            return jobs

        return self._writer.submit(work).result()

    def move(
        self,
        job: int,
        state: JobState,
        *,
        attempt: int | None = None,
        detail: str = "",
        claim: str | None = None,
    ) -> None:
        """Record a job's new state; the paper's content is deleted where nothing more follows."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE job SET state = ?, attempt = coalesce(?, attempt), detail = ?, "
                "claim = coalesce(?, claim) WHERE id = ?",
                (state, attempt, detail, claim, job),
            )
            if state.ended:
                connection.execute("UPDATE job SET paper = NULL WHERE id = ?", (job,))
                self._tell_end(connection, job)

        self._writer.submit(work).result()

    def _tell_end(self, connection: sqlite3.Connection, job: int) -> None:
        if fact := ended_fact(connection, job, self._clock):
            self._append(connection, *fact)

    # --- printer memory: called from the printer's thread ---

    def recall(self, serial: str) -> str | None:
        """What was kept of a printer; see PrinterMemory."""

        def work(connection: sqlite3.Connection) -> str | None:
            query = "SELECT record FROM printer WHERE serial = ?"
            row = connection.execute(query, (serial,)).fetchone()
            return None if row is None else str(row[0])

        return self._writer.submit(work).result()

    def keep(self, serial: str, record: str) -> None:
        """Keep what was learned of a printer; see PrinterMemory."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO printer (serial, record) VALUES (?, ?) "
                "ON CONFLICT (serial) DO UPDATE SET record = excluded.record",
                (serial, record),
            )

        self._writer.submit(work).result()


def _fresh_installation() -> UUID:
    return UUID(bytes=secrets.token_bytes(16), version=4)


def _link(connection: sqlite3.Connection, fact: UUID, kind: str, body: str) -> None:
    """Make a fact the chain's newest link."""
    _, previous = _head(connection)
    connection.execute(
        "INSERT INTO outbox (id, kind, body, hash) VALUES (?, ?, ?, ?)",
        (fact.bytes, kind, body, chain(previous, body)),
    )


def _head(connection: sqlite3.Connection) -> tuple[int, str]:
    query = "SELECT seq, hash FROM outbox ORDER BY seq DESC LIMIT 1"
    row = connection.execute(query).fetchone()
    return (int(row[0]), str(row[1])) if row else (0, GENESIS)


def _newest_order(connection: sqlite3.Connection) -> int:
    query = "SELECT coalesce(max(version), 0) FROM central_order"
    return int(connection.execute(query).fetchone()[0])


def _keep(connection: sqlite3.Connection, table: str, raw: bytes) -> None:
    connection.execute(
        f"INSERT INTO {table} (one, raw) VALUES (1, ?) "  # noqa: S608 - our own table names
        "ON CONFLICT (one) DO UPDATE SET raw = excluded.raw",
        (raw,),
    )


def _kept(connection: sqlite3.Connection, table: str) -> bytes | None:
    row = connection.execute(f"SELECT raw FROM {table}").fetchone()  # noqa: S608
    return bytes(row[0]) if row else None
