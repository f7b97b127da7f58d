"""Tickets and print jobs as rows of the ledger, and as bodies of facts."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from uuid import UUID

from kiosk.domain.codes import ticket_reference
from kiosk.domain.label import (
    Minute,
    OwnLabel,
    OwnSeries,
    QueueCode,
    Slot,
    TicketLabel,
    own_label,
    parse_label,
)
from kiosk.domain.model import BookingId, ServiceId, TicketId, VisitId
from kiosk.domain.paper import Paper, parse_paper
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.survey import Survey
from kiosk.domain.ticket import Channel, Ticket, TicketDraft
from kiosk.ports import (
    Clock,
    JobState,
    PrintJob,
    Seen,
)

CAME_OUT = {JobState.DONE, JobState.IN_DOUBT}
"""A paper is out, or may be: the next one is a copy."""


def is_taken(connection: sqlite3.Connection, day: date, label: TicketLabel) -> bool:
    query = "SELECT 1 FROM ticket WHERE day = ? AND label = ?"
    return connection.execute(query, (day.isoformat(), str(label))).fetchone() is not None


def own_series_label(connection: sqlite3.Connection, draft: TicketDraft) -> OwnLabel | None:
    """The next label of the own series (N4, N5), noted before anything is printed."""
    day, queue = draft.day.isoformat(), str(draft.queue)
    lease = connection.execute("SELECT slot FROM lease WHERE day = ?", (day,)).fetchone()
    newest = connection.execute("SELECT max(at) FROM ticket WHERE day = ?", (day,)).fetchone()[0]
    last = connection.execute(
        "SELECT minute, rank FROM series WHERE day = ? AND queue = ?", (day, queue)
    ).fetchone()
    known = OwnSeries(
        slot=Slot(lease[0]) if lease else None,
        newest=datetime.fromisoformat(newest) if newest else None,
        last=Minute(*last) if last else None,
    )
    label = own_label(draft.queue, draft.at, known)
    if label is not None:
        connection.execute(
            "INSERT INTO series (day, queue, minute, rank) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (day, queue) DO UPDATE SET minute = excluded.minute, rank = excluded.rank",
            (day, queue, label.place.minute, label.place.rank),
        )
    return label


def insert_ticket(connection: sqlite3.Connection, ticket: Ticket) -> None:
    draft = ticket.draft
    connection.execute(
        "INSERT INTO ticket (id, reference, visit, label, day, queue, service, at, priority, "
        "language, channel, origin, ahead, spoken_code, code, booking) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            ticket.id.bytes,
            ticket_reference(ticket.id.bytes),
            draft.visit.bytes,
            str(ticket.label),
            draft.day.isoformat(),
            str(draft.queue),
            draft.service,
            utc_text(draft.at),
            draft.priority,
            draft.language,
            draft.channel,
            _origin(ticket),
            ticket.ahead,
            ticket.spoken_code,
            ticket.code,
            draft.booking.bytes if draft.booking else None,
        ),
    )


def ticket_by(connection: sqlite3.Connection, column: str, value: bytes) -> Ticket | None:
    columns = (
        "id, visit, label, day, queue, service, at, priority, language, channel, ahead, "
        "spoken_code, code, booking"
    )
    query = f"SELECT {columns} FROM ticket WHERE {column} = ?"  # noqa: S608 - our own column names
    row = connection.execute(query, (value,)).fetchone()
    if row is None:
        return None
    id_, visit, label, day, queue, service, at, priority, language, channel = row[:10]
    ahead, spoken, code, booking = row[10:]
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
        booking=BookingId(UUID(bytes=booking)) if booking else None,
    )
    return Ticket(draft, parse_label(label), spoken, ahead, None, code)


def highest_numbers(connection: sqlite3.Connection) -> tuple[Seen, ...]:
    """The highest number of the authority in each queue, on the newest day that has one."""
    rows = connection.execute(
        "SELECT day, queue, max(CAST(substr(label, instr(label, ' ') + 1) AS INTEGER)) FROM ticket "
        "WHERE origin = 'authority' AND day = (SELECT max(day) FROM ticket) "
        "GROUP BY queue ORDER BY queue"
    )
    return tuple(Seen(date.fromisoformat(day), QueueCode(queue), top) for day, queue, top in rows)


def insert_job(connection: sqlite3.Connection, subject: UUID, paper: Paper, at: datetime) -> None:
    connection.execute(
        "INSERT INTO job (kind, subject, paper, made_at, state, copy) VALUES (?, ?, ?, ?, ?, ?)",
        (paper.kind, subject.bytes, paper.to_json(), utc_text(at), JobState.QUEUED, paper.copy),
    )


def begin_jobs_after(connection: sqlite3.Connection, job: int) -> None:
    """Give the next job a higher id than this, and than any before."""
    query = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'job'"
    (newest,) = connection.execute(query).fetchone()
    connection.execute("DELETE FROM sqlite_sequence WHERE name = 'job'")
    connection.execute(
        "INSERT INTO sqlite_sequence (name, seq) VALUES ('job', ?)", (max(job, newest),)
    )


def papers_of(connection: sqlite3.Connection, subject: UUID) -> set[JobState]:
    """How the papers of a subject went."""
    query = "SELECT DISTINCT state FROM job WHERE subject = ?"
    return {JobState(state) for (state,) in connection.execute(query, (subject.bytes,))}


def open_jobs(connection: sqlite3.Connection) -> tuple[Sequence[PrintJob], Sequence[int]]:
    """Jobs that have not ended, and those that expire now because they cannot be read."""
    rows = connection.execute(
        "SELECT id, subject, paper, made_at, state, attempt, copy, claim FROM job "
        "WHERE state NOT IN ('done', 'expired', 'in-doubt') ORDER BY id"
    ).fetchall()
    jobs, unreadable = [], []
    for id_, subject, paper, made_at, state, attempt, copy, claim in rows:
        try:
            job = PrintJob(
                id=id_,
                subject=UUID(bytes=subject),
                paper=parse_paper(paper or ""),
                made_at=datetime.fromisoformat(made_at),
                state=JobState(state),
                attempt=attempt,
                copy=bool(copy),
                claim=claim,
            )
        except ValueError:  # Refused among them; its words stay out, they may hold a name
            connection.execute(
                "UPDATE job SET state = ?, detail = ?, paper = NULL WHERE id = ?",
                (JobState.EXPIRED, "cannot be read", id_),
            )
            unreadable.append(id_)
        else:
            jobs.append(job)
    return jobs, unreadable


def _origin(ticket: Ticket) -> str:
    return "own" if ticket.own_series else "authority"


def issued_body(ticket: Ticket) -> Mapping[str, object]:
    """The fact of a ticket; `booking` is left out where there is none."""
    draft = ticket.draft
    booked = {"booking": str(draft.booking)} if draft.booking else {}
    return {
        "id": str(ticket.id),
        "visit": str(draft.visit),
        "label": str(ticket.label),
        "day": draft.day.isoformat(),
        "queue": str(draft.queue),
        "service": draft.service,
        "at": utc_text(draft.at),
        "priority": draft.priority,
        "language": draft.language,
        "channel": draft.channel,
        "origin": _origin(ticket),
        "spoken_code": ticket.spoken_code,
        **booked,
    }


def survey_body(survey: Survey, language: str, at: datetime) -> Mapping[str, object]:
    """The fact of an answered survey."""
    return {
        "id": str(survey.id),
        "at": utc_text(at),
        "language": language,
        "agency": survey.agency,
        "service": survey.service,
        "ticket": str(survey.ticket) if survey.ticket else None,
        "answers": {element.value: answer for element, answer in survey.answers},
        "profile": dict(survey.profile),
        "comment": survey.comment or None,
    }


def ended_fact(
    connection: sqlite3.Connection, job: int, clock: Clock
) -> tuple[str, Mapping[str, object]] | None:
    """Kind and body of what central is told when a job has ended; of a list of requirements nothing."""
    row = connection.execute(
        "SELECT kind, subject, state, copy FROM job WHERE id = ?", (job,)
    ).fetchone()
    if row is None:  # it was in a ledger that was set aside
        return None
    kind, raw, state, copy = row
    subject, at = str(UUID(bytes=raw)), utc_text(clock.now())
    match Kind(kind):
        case Kind.TICKET | Kind.BOOKING:
            return "print.ended", {"ticket": subject, "at": at, "outcome": state}
        case Kind.RECEIPT if JobState(state) in CAME_OUT:
            return "receipt.printed", {"receipt": subject, "at": at, "copy": bool(copy)}
        case _:
            return None


def moved_body(kiosk: str, at: datetime) -> Mapping[str, object]:
    """The fact that calls staff because a ledger was broken: it was moved aside, and a new one begun."""
    return {"at": utc_text(at), "kiosk": kiosk, "screen": "Starting", "reason": "ledger"}


def utc_text(moment: datetime) -> str:
    """UTC, to the microsecond, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
