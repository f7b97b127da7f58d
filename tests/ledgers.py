"""What tests of the ledger write into it: drafts, stamps and papers of a Thursday morning."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from kiosk.domain.codes import ticket_reference
from kiosk.domain.label import AuthorityLabel, QueueCode, Slot
from kiosk.domain.model import ServiceId, TicketId, VisitId, uuid7
from kiosk.domain.paper import Paper
from kiosk.domain.papers.blocks import Code, Fact, Number, Text
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.ticket import Assigned, Ticket, TicketDraft, spoken_code
from kiosk.ports import Grant, Stamp
from tests.fakes import FakeKey
from tests.samples import SERVICE, SITI, THURSDAY

TODAY = THURSDAY.date()
VISIT = VisitId(uuid7(1, b"v" * 10))
K = QueueCode("K")


def draft_at(moment: datetime, number: int = 1, queue: QueueCode = K) -> TicketDraft:
    """What a visitor confirms at a moment; `number` makes it another one."""
    return TicketDraft(
        id=TicketId(uuid7(int(THURSDAY.timestamp() * 1000), number.to_bytes(10, "big"))),
        visit=VISIT,
        service=SERVICE,
        queue=queue,
        day=TODAY,
        at=moment,
        priority=False,
        language="id",
        masked_name=SITI.masked_name,
    )


def draft(number: int = 1, minutes: int = 0, service: ServiceId = SERVICE) -> TicketDraft:
    """What a visitor confirms so many minutes after 09.41."""
    made = draft_at(THURSDAY + timedelta(minutes=minutes), number)
    return replace(made, service=service)


def stamp(wish: TicketDraft) -> Stamp:
    """The codes of its ticket."""
    reference = ticket_reference(wish.id.bytes)
    return Stamp(FakeKey().sign(reference), spoken_code(wish.id.bytes[-5:]))


def assigned(number: int = 27, ahead: int = 4) -> Assigned:
    """The authority's answer."""
    return Assigned(AuthorityLabel(K, number), ahead, None)


def grant(slot: int = 2, day: date = TODAY) -> Grant:
    """A slot for one day."""
    return Grant(THURSDAY, 0, {day: Slot(slot)}, 0)


def paper(ticket: Ticket) -> Paper:
    """A short paper that holds what must not stay."""
    return Paper(
        Kind.TICKET,
        str(ticket.label),
        (
            Number(str(ticket.label)),
            Fact("Nama", ticket.draft.masked_name or "-"),
            Code(ticket.code, "Pindai kode ini."),
            Text(f"A-03 · {ticket.spoken_code}"),
        ),
    )


def no_paper(ticket: Ticket) -> Paper:
    """A paper maker with a bug."""
    raise RuntimeError(f"no paper for {ticket.label}")


def unknown_ticket() -> UUID:
    """An id nobody has."""
    return uuid7(2, b"unknown!!!")


def damage(path: Path, table: str) -> None:
    """Spoil the pages of a table, as a dying disk does; whoever has the file open finds out later."""
    with closing(sqlite3.connect(path)) as link:
        link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        query = "SELECT rootpage FROM sqlite_master WHERE tbl_name = ? AND rootpage > 0"
        pages = [page for (page,) in link.execute(query, (table,))]
        (size,) = link.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * size)
            file.write(b"\xa5" * size)
    with closing(sqlite3.connect(path)) as link:  # pages that others keep in memory are old by now
        link.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('told', 'all')")
        link.commit()
