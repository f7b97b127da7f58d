"""Stand-ins for what surrounds the kiosk's core: time, ledger, server, key.

Each keeps the contract of the real one (tests/contract/test_kiosk_store.py, test_kiosk_central.py)
and can fail in the ways the real one can.
"""

import asyncio
import hashlib
import heapq
import json
import selectors
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count, takewhile
from uuid import UUID

from kiosk.domain.chain import GENESIS
from kiosk.domain.codes import OwnCode, code_text, ticket_reference
from kiosk.domain.identity import IdentityOutcome, IkdPayload, NotVerified
from kiosk.domain.keyring import Key, Signer
from kiosk.domain.label import (
    AuthorityLabel,
    Minute,
    OwnLabel,
    OwnSeries,
    QueueCode,
    Slot,
    TicketLabel,
    own_label,
)
from kiosk.domain.model import BookingId, TicketId, VisitId, uuid7
from kiosk.domain.orders import Order, Policy, Taken
from kiosk.domain.paper import Paper
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.popular import Choice
from kiosk.domain.survey import Survey
from kiosk.domain.ticket import Assigned, IssueRefusal, Ticket, TicketDraft
from kiosk.domain.trust import WitnessKind
from kiosk.ports import (
    Backlog,
    BookingsBytes,
    CatalogueBytes,
    Changed,
    CopyMaker,
    CursorReset,
    Digest,
    FactResult,
    Fenced,
    FormerBacklog,
    Grant,
    Health,
    Hello,
    JobState,
    Judged,
    KeysBytes,
    KioskError,
    NoReply,
    NoSlot,
    OrdersBytes,
    OutboxCounts,
    OutboxFact,
    PaperMaker,
    PrintJob,
    Pushed,
    QueueFact,
    ReceiptsBytes,
    ResendFrom,
    Rotation,
    Seen,
    Stamp,
    Standing,
    Unchanged,
    UnknownInstallation,
)
from tests.samples import THURSDAY

NO_ANSWER = NoReply("nobody there")


class FakeTime:
    """Clock and timers in one; both stand until a test moves them."""

    def __init__(self, now: datetime = THURSDAY, since_start: float = 3600.0) -> None:
        self.is_trusted = True
        self._now = now
        self._since_start = since_start
        self._passed = 0.0
        self._order = count()
        self._timers: list[tuple[float, int, Callable[[], None]]] = []

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        return (self._now + timedelta(seconds=self._passed)).astimezone(UTC)

    def monotonic(self) -> float:
        """Seconds that never go back."""
        return self._passed

    def since_start(self) -> float:
        """Seconds of boot time since the process started."""
        return self._since_start + self._passed

    def trusted(self) -> bool:
        """True unless a test says otherwise."""
        return self.is_trusted

    def call_after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call once when so much time was moved; returns how to cancel."""
        timer = (self._passed + seconds, next(self._order), call)
        heapq.heappush(self._timers, timer)

        def cancel() -> None:
            if timer in self._timers:
                self._timers.remove(timer)
                heapq.heapify(self._timers)

        return cancel

    def advance(self, seconds: float) -> None:
        """Move time; timers fire on the way, each at its own moment."""
        until = self._passed + seconds
        while self._timers and self._timers[0][0] <= until:
            due, _, call = heapq.heappop(self._timers)
            self._passed = max(self._passed, due)
            call()
        self._passed = until

    def set_back(self, seconds: float) -> None:
        """Let the wall clock jump back, as a bad battery does."""
        self._now -= timedelta(seconds=seconds)

    @property
    def timers(self) -> int:
        """How many are armed."""
        return len(self._timers)


async def settle(turns: int = 50) -> None:
    """Let everything run that can run without time passing."""
    for _ in range(turns):
        await asyncio.sleep(0)


class SkippingLoop(asyncio.SelectorEventLoop):
    """An event loop on which waiting takes no time: when nothing can run, its clock jumps."""

    def __init__(self) -> None:
        super().__init__(_NoWaiting(self))
        self._skipped = 0.0

    def time(self) -> float:
        """The loop's clock, skipped time included."""
        return super().time() + self._skipped

    def skip(self, seconds: float) -> None:
        """Let so much time have passed."""
        self._skipped += seconds


class _NoWaiting(selectors.DefaultSelector):
    def __init__(self, loop: SkippingLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is not None and timeout > 0:
            self._loop.skip(timeout)
        found: list[tuple[selectors.SelectorKey, int]] = super().select(0)
        return found


async def soon(seconds: float) -> None:
    """Let so much of the loop's time pass."""
    over = asyncio.Event()
    asyncio.get_running_loop().call_later(seconds, over.set)
    await over.wait()


# --- ledger -----------------------------------------------------------------------------------


@dataclass(slots=True)
class MemoryStore:
    """Store and print journal in memory.

    `failure` makes every call raise KioskError with its text; `slow_disk` holds up a ticket.
    """

    clock: FakeTime
    failure: str | None = None
    slow_disk: asyncio.Event | None = None
    tickets: list[Ticket] = field(default_factory=list)
    facts: list[OutboxFact] = field(default_factory=list)
    jobs: list[PrintJob] = field(default_factory=list)
    states: dict[int, str] = field(default_factory=dict)
    leases: dict[date, Slot] = field(default_factory=dict)
    _series: dict[tuple[date, QueueCode], Minute] = field(default_factory=dict)
    surveys: list[tuple[Survey, str]] = field(default_factory=list)
    _catalogue: bytes | None = None
    _bookings: bytes | None = None
    _receipts: bytes | None = None
    installation: UUID = UUID("4f6d2c1e-8a57-4b0e-9c3d-5e2f7a9b1c04")
    former: list[tuple[UUID, list[OutboxFact], dict[int, str]]] = field(default_factory=list)
    _digest_week: str = ""
    _digest_until: int = 0
    _granted: bool = True
    _epoch: int = 0
    _keys: bytes | None = None
    orders: dict[int, str] = field(default_factory=dict)
    _policy: str | None = None

    def _check(self) -> None:
        if self.failure is not None:
            raise KioskError(self.failure)

    async def record(
        self,
        draft: TicketDraft,
        assigned: Assigned | None,
        stamp: Stamp,
        paper: PaperMaker,
        *,
        own_allowed: bool,
    ) -> Ticket | IssueRefusal:
        """All or nothing, like a transaction."""
        self._check()
        if self.slow_disk is not None:
            await self.slow_disk.wait()
        for held in self.tickets:
            same_booking = draft.booking is not None and held.draft.booking == draft.booking
            if held.id == draft.id or same_booking:
                return replace(held, estimate=None, draft=replace(held.draft, masked_name=None))
        given = assigned if assigned and not self._taken(draft.day, assigned.label) else None
        label: TicketLabel | None = given.label if given else None
        series = dict(self._series)
        if given is None and own_allowed:
            label = self._own_label(draft, series)
        if label is None:
            return IssueRefusal.OFFLINE
        ahead, estimate = (given.ahead, given.estimate) if given else (None, None)
        ticket = Ticket(draft, label, stamp.spoken_code, ahead, estimate, stamp.code)
        made = paper(ticket)
        self._series = series
        self.tickets.append(ticket)
        self._append("ticket.issued", {"id": str(ticket.id), "label": str(label)})
        self._add_job(ticket.id, made, self.clock.now())
        return ticket

    def _taken(self, day: date, label: TicketLabel) -> bool:
        return any(one.draft.day == day and one.label == label for one in self.tickets)

    def _own_label(
        self, draft: TicketDraft, series: dict[tuple[date, QueueCode], Minute]
    ) -> OwnLabel | None:
        times = [one.draft.at for one in self.tickets if one.draft.day == draft.day]
        key = (draft.day, draft.queue)
        known = OwnSeries(self.leases.get(draft.day), max(times, default=None), series.get(key))
        label = own_label(draft.queue, draft.at, known)
        if label is not None:
            series[key] = label.place
        return label

    def _append(self, kind: str, data: Mapping[str, object]) -> None:
        body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        number = len(self.facts) + 1000 * len(self.former) + 1
        self._link(uuid7(number, number.to_bytes(10, "big")), kind, body)

    def _link(self, fact_id: UUID, kind: str, body: str) -> None:
        _, previous = self._head()
        digest = hashlib.sha256(bytes.fromhex(previous) + body.encode()).hexdigest()
        seq = len(self.facts) + 1
        self.facts.append(OutboxFact(seq, fact_id, kind, body, digest))
        self.states[seq] = "new"

    def _head(self) -> tuple[int, str]:
        return (self.facts[-1].seq, self.facts[-1].hash) if self.facts else (0, GENESIS)

    def _add_job(self, subject: UUID, paper: Paper, at: datetime) -> None:
        number = len(self.jobs) + 1
        self.jobs.append(PrintJob(number, subject, paper, at, JobState.QUEUED, 0, paper.copy))

    async def add_copy(self, ticket: Ticket, paper: Paper, at: datetime) -> None:
        """A reprint with its fact."""
        self._check()
        self._append("ticket.reprinted", {"id": str(ticket.id), "at": at.isoformat()})
        self._add_job(ticket.id, paper, at)

    async def add_paper(self, subject: UUID, paper: CopyMaker, at: datetime) -> None:
        """A paper that is no ticket's, unless one of the same subject waits."""
        self._check()
        states = {job.state for job in self.jobs if job.subject == subject}
        if all(state.ended for state in states):
            came_out = not states.isdisjoint({JobState.DONE, JobState.IN_DOUBT})
            self._add_job(subject, paper(came_out), at)

    async def add_fact(self, kind: str, data: Mapping[str, object]) -> None:
        """A fact for central."""
        self._check()
        self._append(kind, data)

    async def find(self, reference: bytes) -> Ticket | None:
        """The ticket of a code."""
        self._check()
        for one in self.tickets:
            if ticket_reference(one.id.bytes) == reference:
                return replace(one, estimate=None, draft=replace(one.draft, masked_name=None))
        return None

    async def find_booked(self, booking: BookingId) -> Ticket | None:
        """The ticket of a booking."""
        self._check()
        for one in self.tickets:
            if one.draft.booking == booking:
                return replace(one, estimate=None, draft=replace(one.draft, masked_name=None))
        return None

    async def choices(self, since: date) -> Sequence[Choice]:
        """How often, by service and day."""
        self._check()
        chosen = Counter(
            (one.draft.service, one.draft.day) for one in self.tickets if one.draft.day >= since
        )
        return [Choice(service, day, times) for (service, day), times in chosen.items()]

    async def rated(self, ticket: TicketId) -> bool:
        """Whether a survey of the ticket was kept."""
        self._check()
        return any(survey.ticket == ticket for survey, _ in self.surveys)

    async def keep_survey(self, survey: Survey, language: str) -> None:
        """One for each ticket."""
        if survey.ticket is not None and await self.rated(survey.ticket):
            return
        self._check()
        self.surveys.append((survey, language))
        answers = {element.value: answer for element, answer in survey.answers}
        self._append("survey.answered", {"id": str(survey.id), "answers": answers})

    async def backlog(self, most: int) -> Backlog:
        """What central has not acknowledged."""
        self._check()
        waiting = [fact for fact in self.facts if self.states[fact.seq] == "new"][:most]
        before = waiting[0].seq - 1 if waiting else 0
        previous = self.facts[before - 1].hash if before else GENESIS
        return Backlog(previous, tuple(waiting))

    async def outbox_size(self) -> int:
        """How many wait."""
        self._check()
        return sum(state == "new" for state in self.states.values())

    def restore(self, facts: int) -> None:
        """Go back to an older disk: only so many facts are known, and all were told."""
        del self.facts[facts:]
        self.states = dict.fromkeys(range(1, facts + 1), "acked")

    async def outbox_counts(self) -> OutboxCounts:
        """How many facts stand where."""
        self._check()
        now = list(self.states.values())
        before = [state for _, _, states in self.former for state in states.values()]
        set_aside = (now + before).count("quarantined")
        return OutboxCounts(now.count("new"), set_aside, before.count("new"))

    async def begin_installation(self, reason: str) -> UUID | None:
        """An empty chain, no slots."""
        self._check()
        if not self._granted:
            return None
        self.former.append((self.installation, self.facts, self.states))
        self.facts, self.states, self.leases, self._granted = [], {}, {}, False
        self._digest_week, self._digest_until = "", 0
        self.installation = UUID(int=len(self.former), version=4)
        return self.installation

    async def former_backlog(self, most: int) -> FormerBacklog | None:
        """The oldest that wait."""
        self._check()
        for installation, facts, states in self.former:
            waiting = tuple(fact for fact in facts if states[fact.seq] == "new")[:most]
            if waiting:
                before = waiting[0].seq - 1
                return FormerBacklog(
                    installation, facts[before - 1].hash if before else GENESIS, waiting
                )
        return None

    async def acknowledge_former(self, installation: UUID, pushed: Pushed) -> None:
        """What central has."""
        self._check()
        refused = {result.id for result in pushed.results if not result.accepted}
        for fact, states in self._waiting_of(installation):
            if fact.id in refused:
                states[fact.seq] = "quarantined"
            elif fact.seq <= pushed.acked_seq:
                states[fact.seq] = "acked"

    async def carry_over(self, installation: UUID) -> int:
        """Facts of the present chain, with their ids."""
        self._check()
        found = self._waiting_of(installation)
        for fact, states in found:
            states[fact.seq] = "carried"
            self._link(fact.id, fact.kind, fact.body)
        return len(found)

    def _waiting_of(self, installation: UUID) -> list[tuple[OutboxFact, dict[int, str]]]:
        return [
            (fact, states)
            for one, facts, states in self.former
            for fact in facts
            if one == installation and states[fact.seq] == "new"
        ]

    async def acknowledge(self, pushed: Pushed) -> None:
        """What central has, and what it refused."""
        self._check()
        refused = {result.id for result in pushed.results if not result.accepted}
        for fact in self.facts:
            if fact.id in refused:
                self.states[fact.seq] = "quarantined"
            elif fact.seq <= pushed.acked_seq and self.states[fact.seq] == "new":
                self.states[fact.seq] = "acked"

    async def resend_from(self, seq: int) -> None:
        """Central lost these."""
        self._check()
        for fact in self.facts:
            if fact.seq >= seq:
                self.states[fact.seq] = "new"

    async def head(self) -> tuple[int, str]:
        """Number and hash of the newest fact."""
        self._check()
        return self._head()

    async def digest(self) -> Digest | None:
        """Of what was acknowledged since the last, once a week."""
        self._check()
        week = f"{self.clock.now():%G-W%V}"
        told = list(takewhile(lambda fact: self.states[fact.seq] != "new", self.facts))
        since = told[self._digest_until :]
        if week == self._digest_week or not since:
            return None
        counts = Counter(fact.kind for fact in since)
        return Digest(week, since[0].seq, since[-1].seq, since[-1].hash, dict(counts))

    async def keep_digest(self, digest: Digest) -> None:
        """The next one begins after it."""
        self._check()
        self._digest_week, self._digest_until = digest.week, digest.last_seq

    async def standing(self) -> Standing:
        """How far the ledger goes, and what it remembers of central."""
        self._check()
        acked = max((seq for seq, state in self.states.items() if state != "new"), default=0)
        day = max((one.draft.day for one in self.tickets), default=None)
        highest: dict[QueueCode, int] = {}
        for one in self.tickets:
            if one.draft.day == day and isinstance(one.label, AuthorityLabel):
                queue = one.draft.queue
                highest[queue] = max(highest.get(queue, 0), one.label.number)
        seen = [Seen(day, queue, top) for queue, top in sorted(highest.items()) if day]
        return Standing(*self._head(), acked, self._epoch, tuple(seen))

    async def forget_slots(self) -> None:
        """No own numbers."""
        self._check()
        self.leases.clear()

    async def keep_grant(self, grant: Grant) -> None:
        """The slots of the coming days."""
        self._check()
        self._epoch = max(self._epoch, grant.epoch)
        self._granted = True
        self.leases.update(grant.leases)

    async def keep_catalogue(self, raw: bytes) -> None:
        """A catalogue that was read."""
        self._check()
        self._catalogue = raw

    async def catalogue(self) -> bytes | None:
        """The one kept last."""
        self._check()
        return self._catalogue

    async def keep_bookings(self, raw: bytes) -> None:
        """A list of bookings that was read."""
        self._check()
        self._bookings = raw

    async def bookings(self) -> bytes | None:
        """The one kept last."""
        self._check()
        return self._bookings

    async def keep_receipts(self, raw: bytes) -> None:
        """A list of receipts that was read."""
        self._check()
        self._receipts = raw

    async def receipts(self) -> bytes | None:
        """The one kept last."""
        self._check()
        return self._receipts

    async def keep_keys(self, raw: bytes) -> None:
        """A list of keys that was read."""
        self._check()
        self._keys = raw

    async def keys(self) -> bytes | None:
        """The one kept last."""
        self._check()
        return self._keys

    async def take_order(self, order: Order, text: str, told: Mapping[str, object]) -> Taken:
        """Once, and never an older one."""
        self._check()
        if self.orders.get(order.version) == text:
            return Taken.KNOWN
        if order.version <= max(self.orders, default=0):
            return Taken.OLDER
        self.orders[order.version] = text
        if isinstance(order.content, Policy):
            self._policy = text
        self._append("order.taken", told)
        return Taken.NEW

    async def newest_order(self) -> int:
        """The highest version."""
        self._check()
        return max(self.orders, default=0)

    async def policy(self) -> str | None:
        """The one in force."""
        self._check()
        return self._policy

    # --- print journal ---

    def open_jobs(self) -> Sequence[PrintJob]:
        """Jobs that have not ended."""
        self._check()
        return [job for job in self.jobs if not job.state.ended]

    def move(
        self,
        job: int,
        state: JobState,
        *,
        attempt: int | None = None,
        detail: str = "",
        claim: str | None = None,
    ) -> None:
        """A job's new state."""
        self._check()
        found = self.jobs[job - 1]
        tried = found.attempt if attempt is None else attempt
        claim = found.claim if claim is None else claim
        self.jobs[job - 1] = replace(found, state=state, attempt=tried, claim=claim)
        if state.ended:
            self._tell_end(found, state)

    def _tell_end(self, job: PrintJob, state: JobState) -> None:
        subject = str(job.subject)
        if job.paper.kind in (Kind.TICKET, Kind.BOOKING):
            self._append("print.ended", {"ticket": subject, "outcome": state})
        elif job.paper.kind is Kind.RECEIPT and state in (JobState.DONE, JobState.IN_DOUBT):
            self._append("receipt.printed", {"receipt": subject, "copy": job.copy})

    def told(self, kind: str) -> list[dict[str, object]]:
        """The bodies of all facts of a kind."""
        return [json.loads(fact.body) for fact in self.facts if fact.kind == kind]


# --- server -----------------------------------------------------------------------------------


@dataclass(slots=True)
class FakeCentral:
    """A small authority. It can be away, slow, forgetful, and can refuse what it is asked or told."""

    clock: FakeTime
    catalogue_bytes: bytes = b"{}"
    bookings_bytes: bytes = b"{}"
    receipts_bytes: bytes = b"{}"
    keys_bytes: bytes = b'{"schema":"keys/1","keys":[]}'
    orders_bytes: bytes = b'{"schema":"orders/1","orders":[]}'
    refuses_keys: bool = False
    rotations: list[Rotation] = field(default_factory=list)
    reachable: bool = True
    revoked: bool = False
    slow: bool = False
    refusal: IssueRefusal | None = None
    refused_kinds: frozenset[str] = frozenset()
    asks_to_resend: int | None = None
    acknowledges: bool = True
    identity: IdentityOutcome = NotVerified.NOT_IKD
    calls: list[str] = field(default_factory=list)
    batches: list[int] = field(default_factory=list)
    drafts: list[tuple[TicketDraft, float]] = field(default_factory=list)
    payloads: list[bytes] = field(default_factory=list)
    healths: list[Health] = field(default_factory=list)
    known: list[OutboxFact] = field(default_factory=list)
    forked: bool = False
    deaf: bool = False
    """Nobody answers who asks for changes; all else goes on."""
    changed: list[str] = field(default_factory=list)
    change: asyncio.Event = field(default_factory=asyncio.Event)
    cursors: list[str | None] = field(default_factory=list)
    digests: list[Digest] = field(default_factory=list)
    lost: set[int] = field(default_factory=set)
    """Numbers of facts that were known and are not any more, until they come again."""
    heals: bool = True
    fences_everybody: bool = False
    forgets_others: bool = False
    slots_left: bool = True
    rest_seconds: float = 0.0
    answer_seconds: float = 0.0
    chains: dict[UUID, list[OutboxFact]] = field(default_factory=dict)
    """What is known of installations that came before the present one."""
    _speaks: UUID | None = None
    _given: dict[UUID, Assigned] = field(default_factory=dict)

    def _away(self, call: str) -> bool:
        self.calls.append(call)
        assert len(self.calls) < 5000, "a storm: nobody calls that often in a test"
        return not self.reachable

    async def hello(self, hello: Hello) -> Grant | NoSlot | Fenced | NoReply:
        """Grant slot 1 for a week."""
        if self._away("hello"):
            return replace(NO_ANSWER, rest_seconds=self.rest_seconds)
        if self.revoked:
            return NoReply("device-revoked")
        if self._speaks is not None and self._speaks != hello.installation:
            self.chains[self._speaks], self.known = self.known, []
            self.forked = False
        self._speaks = hello.installation
        if self.fences_everybody or hello.standing.head_seq < len(self.known):
            return Fenced("lineage-fenced")
        if not self.slots_left:
            return NoSlot()
        today = self.clock.now().astimezone(THURSDAY.tzinfo).date()
        leases = {today + timedelta(days=ahead): Slot(1) for ahead in range(7)}
        return Grant(self.clock.now(), 0, leases, len(self.known))

    async def catalogue(self, etag: str | None) -> CatalogueBytes | Unchanged | NoReply:
        """The bytes, unless the hash is theirs."""
        if self._away("catalogue"):
            return NO_ANSWER
        if etag == hashlib.sha256(self.catalogue_bytes).hexdigest():
            return Unchanged()
        return CatalogueBytes(self.catalogue_bytes)

    async def bookings(self, etag: str | None) -> BookingsBytes | Unchanged | NoReply:
        """The bytes, unless the hash is theirs."""
        if self._away("bookings"):
            return NO_ANSWER
        if etag == hashlib.sha256(self.bookings_bytes).hexdigest():
            return Unchanged()
        return BookingsBytes(self.bookings_bytes)

    async def receipts(self, etag: str | None) -> ReceiptsBytes | Unchanged | NoReply:
        """The bytes, unless the hash is theirs."""
        if self._away("receipts"):
            return NO_ANSWER
        if etag == hashlib.sha256(self.receipts_bytes).hexdigest():
            return Unchanged()
        return ReceiptsBytes(self.receipts_bytes)

    async def keys(self, etag: str | None) -> KeysBytes | Unchanged | NoReply:
        """The bytes, unless the hash is theirs."""
        if self._away("keys"):
            return NO_ANSWER
        if etag == hashlib.sha256(self.keys_bytes).hexdigest():
            return Unchanged()
        return KeysBytes(self.keys_bytes)

    async def orders(self, etag: str | None) -> OrdersBytes | Unchanged | NoReply:
        """The bytes, unless the hash is theirs."""
        if self._away("orders"):
            return NO_ANSWER
        if etag == hashlib.sha256(self.orders_bytes).hexdigest():
            return Unchanged()
        return OrdersBytes(self.orders_bytes)

    async def rotate(self, rotation: Rotation) -> bool | NoReply:
        """Take every key over."""
        if self._away("rotate"):
            return NO_ANSWER
        if self.refuses_keys:
            return False
        self.rotations.append(rotation)
        return True

    async def changes(self, cursor: str | None, seconds: int) -> Changed | CursorReset | NoReply:
        """What a test says changed since, or nothing after a while."""
        if self._away("changes") or self.deaf:
            return NO_ANSWER
        self.cursors.append(cursor)
        if cursor is not None and int(cursor) > len(self.changed):
            return CursorReset()
        if cursor == str(len(self.changed)):
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self.change.wait()
            self.change.clear()
        kinds = self.changed[int(cursor) :] if cursor else []
        return Changed(str(len(self.changed)), frozenset(kinds))

    def changes_at_once(self, *kinds: str) -> None:
        """Something changes at the server; whoever waits hears of it."""
        self.changed += kinds
        self.change.set()

    async def queues(self) -> Mapping[QueueCode, QueueFact] | NoReply:
        """How many numbers were given."""
        if self.answer_seconds:
            with suppress(TimeoutError):
                async with asyncio.timeout(self.answer_seconds):
                    await asyncio.Event().wait()
        if self._away("queues"):
            return NO_ANSWER
        if self.revoked:
            return NoReply("device-revoked")
        waiting = Counter(given.label.queue for given in self._given.values())
        return {queue: QueueFact(number) for queue, number in waiting.items()}

    async def assign(self, draft: TicketDraft, seconds: float) -> Assigned | IssueRefusal | NoReply:
        """The next number; the same draft always has the same."""
        self.drafts.append((draft, seconds))
        if self._away("assign"):
            return NO_ANSWER
        if self.slow:
            over = asyncio.Event()
            self.clock.call_after(seconds, over.set)
            await over.wait()
            return NoReply(f"no answer within {seconds} s")
        if self.refusal is not None:
            return self.refusal
        if draft.id not in self._given:
            before = sum(one.label.queue == draft.queue for one in self._given.values())
            label = AuthorityLabel(draft.queue, before + 1)
            self._given[draft.id] = Assigned(label, before, None)
        return self._given[draft.id]

    def forget_numbers(self) -> None:
        """Restore an old backup: the numbers begin anew."""
        self._given.clear()

    async def push(
        self, installation: UUID, previous_hash: str, facts: Sequence[OutboxFact]
    ) -> Pushed | ResendFrom | UnknownInstallation | Fenced | NoReply:
        """Take facts that continue the chain."""
        if self._away("push"):
            return NO_ANSWER
        if self._speaks not in (None, installation):
            return self._push_former(installation, previous_hash, facts)
        if self.forked:
            return Fenced("chain-forked")
        self.batches.append(len(facts))
        assert len(self.batches) < 1000, "a storm: nobody pushes a thousand batches in a test"
        if self.asks_to_resend is not None:
            return ResendFrom(self.asks_to_resend)
        if not self._continues(previous_hash, facts):
            return ResendFrom(len(self.known) + 1)
        if not self.acknowledges:
            return Pushed(0, ())
        if self.heals:
            self.lost -= {fact.seq for fact in facts}
        self.known += [fact for fact in facts if fact.seq > len(self.known)]
        return Pushed(len(self.known), tuple(self._result(fact) for fact in facts))

    def _push_former(
        self, installation: UUID, previous_hash: str, facts: Sequence[OutboxFact]
    ) -> Pushed | UnknownInstallation | Fenced:
        if self.forgets_others or installation not in self.chains:
            return UnknownInstallation()
        known = self.chains[installation]
        if previous_hash != (known[-1].hash if known else GENESIS):
            return Fenced("chain-forked")
        known += facts
        return Pushed(facts[-1].seq, tuple(self._result(fact) for fact in facts))

    def _continues(self, previous_hash: str, facts: Sequence[OutboxFact]) -> bool:
        previous = previous_hash
        for seq, fact in enumerate(facts, facts[0].seq):
            digest = hashlib.sha256(bytes.fromhex(previous) + fact.body.encode()).hexdigest()
            if fact.seq != seq or fact.hash != digest:
                return False
            previous = fact.hash
        return facts[0].seq <= len(self.known) + 1

    def _result(self, fact: OutboxFact) -> FactResult:
        if fact.kind in self.refused_kinds:
            return FactResult(fact.id, accepted=False, problem="unknown-kind")
        return FactResult(fact.id, accepted=True, problem=None)

    async def report_week(self, installation: UUID, digest: Digest) -> Judged | NoReply:
        """Compare with what is known."""
        if self._away("report"):
            return NO_ANSWER
        self.digests.append(digest)
        told = range(digest.first_seq, digest.last_seq + 1)
        missing = tuple(sorted(set(told) & (self.lost | set(range(len(self.known) + 1, 10**6)))))
        known = Counter(fact.kind for fact in self.known if fact.seq in told)
        return Judged(not missing and known == Counter(digest.facts), missing)

    async def verify(self, visit: VisitId, payload: IkdPayload) -> IdentityOutcome:
        """What a test says."""
        self.payloads.append(payload.content)
        return NotVerified.UNREACHABLE if self._away("verify") else self.identity

    async def tell_health(self, health: Health) -> None:
        """Keep it for the test."""
        if not self._away("health"):
            self.healths.append(health)

    async def close(self) -> None:
        """Nothing to let go of."""
        self.calls.append("close")


class FakeCounter:
    """Implements Witness as a counter that no disk image holds would."""

    kind = WitnessKind.COUNTER

    def __init__(self) -> None:
        self.value = 0

    def seconds_left(self) -> float:
        """Nobody has to wait."""
        return 0.0

    def begin(self) -> str:
        """Where it stands."""
        return str(self.value)

    def step(self, noted: str) -> str | None:
        """One more, for the ledger that noted the newest step."""
        if noted != str(self.value):
            return None
        self.value += 1
        return str(self.value)


# --- key --------------------------------------------------------------------------------------


class FakeKey:
    """Signs with a hash, so that a test can forge by changing any byte."""

    def __init__(self, name: bytes = b"fake") -> None:
        self.key = Key(name, Signer.KIOSK)

    def sign(self, reference: bytes, kind: bytes = b"t") -> str:
        """The text of a QR."""
        unsigned = OwnCode(self.key.id, reference, b"")
        signature = _hashed(self.key.public, unsigned.signed(kind))
        return code_text("mpp.example.go.id", kind, OwnCode(self.key.id, reference, signature))

    def verify(self, public: bytes, signature: bytes, message: bytes) -> bool:
        """True when nothing was changed, and `public` is who signed it."""
        return signature == _hashed(public, message)


def _hashed(public: bytes, message: bytes) -> bytes:
    return hashlib.sha512(public + message).digest()


# --- who hears of it all ----------------------------------------------------------------------


class Quiet:
    """Implements SyncListener: believes what came down, and does not look at it."""

    def link_changed(self, online: bool) -> None:
        """See SyncListener."""

    def granted(self, grant: Grant) -> None:
        """See SyncListener."""

    async def catalogue_came(self, raw: bytes) -> bool:
        """See SyncListener."""
        return True

    async def bookings_came(self, raw: bytes) -> bool:
        """See SyncListener."""
        return True

    async def receipts_came(self, raw: bytes) -> bool:
        """See SyncListener."""
        return True

    async def keys_came(self, raw: bytes) -> bool:
        """See SyncListener."""
        return True

    def orders_came(self, raw: bytes) -> bool:
        """See SyncListener."""
        return True

    def queues_came(self, queues: Mapping[QueueCode, QueueFact], seconds: float) -> None:
        """See SyncListener."""
