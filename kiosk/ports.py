"""What the kiosk needs of the world around it, and how each need can end."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from kiosk.domain.chain import GENESIS
from kiosk.domain.devices import (
    CameraState,
    Film,
    InMouth,
    PaperOutcome,
    PrinterState,
    RollStep,
    ScanHint,
    ScanMode,
    ScannerState,
    Sight,
)
from kiosk.domain.identity import IdentityOutcome, IkdPayload
from kiosk.domain.label import QueueCode, Slot
from kiosk.domain.model import BookingId, QrMatrix, TicketId, VisitId
from kiosk.domain.orders import Order, Taken
from kiosk.domain.paper import Paper
from kiosk.domain.popular import Choice
from kiosk.domain.readiness import Application, Component
from kiosk.domain.survey import Survey
from kiosk.domain.ticket import Assigned, IssueRefusal, Ticket, TicketDraft
from kiosk.domain.trust import WitnessKind
from kiosk.domain.unattended import SelfTest


class KioskError(Exception):
    """What the surroundings did to us: disk full, database locked. The original is chained."""


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back."""
        ...

    def since_start(self) -> float:
        """Seconds of boot time since this process started."""
        ...

    def trusted(self) -> bool:
        """True when `now` is known to be right (NTP, or the authority since boot)."""
        ...


class Witness(Protocol):
    """Vouches that the ledger has forgotten none of the own numbers it gave (N6).

    A ledger notes what the witness says in the commit that it vouches for. The clock has nothing to
    say; a counter beside the disk says how far it was moved on.
    """

    @property
    def kind(self) -> WitnessKind:
        """Told to central: two kinds in one installation are no witness at all."""
        ...

    def seconds_left(self) -> float:
        """Until own numbers may be given: 0 when they may, infinity where waiting does not help."""
        ...

    def begin(self) -> str:
        """What a ledger notes that begins under a new installation id. Called on the writer thread."""
        ...

    def step(self, noted: str) -> str | None:
        """What to note with the next own number, where `noted` is the newest; None refuses it.

        Called on the writer thread, inside the transaction: what counts has counted before the commit.
        """
        ...


CallAfter = Callable[[float, Callable[[], None]], Callable[[], None]]
"""Calls back once after so many seconds, precisely; returns how to cancel."""

QrEncoder = Callable[[str], QrMatrix]
"""Makes a QR symbol of error correction M from text."""


# --- printing ---------------------------------------------------------------------------------


class JobState(StrEnum):
    """Where a print job stands; each move is durable before the action it allows."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    PRINTED = "printed"
    STOPPED = "stopped"
    CLEARING = "clearing"
    VOIDED = "voided"
    DONE = "done"
    IN_DOUBT = "in-doubt"
    EXPIRED = "expired"

    @property
    def ended(self) -> bool:
        """True when nothing more will happen by itself."""
        return self in (JobState.DONE, JobState.IN_DOUBT, JobState.EXPIRED)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A paper to print. `subject` is what it is of: a ticket's or a receipt's id, or a name of its own.

    `attempt` counts from 0; `claim` is what the printer proved of itself before the first byte of it
    left, in the printer's own words.
    """

    id: int
    subject: UUID
    paper: Paper
    made_at: datetime
    state: JobState
    attempt: int
    copy: bool
    claim: str = ""


class PrintJournal(Protocol):
    """The durable record of print jobs. Calls block the calling thread until the disk has it."""

    def open_jobs(self) -> Sequence[PrintJob]:
        """Jobs that have not ended, oldest first."""
        ...

    def move(
        self,
        job: int,
        state: JobState,
        *,
        attempt: int | None = None,
        detail: str = "",
        claim: str | None = None,
    ) -> None:
        """Record a job's new state; `attempt` and `claim` stay unless they are given.

        `detail` is for staff. At DONE and EXPIRED the paper's content is deleted.
        """
        ...


class PrinterMemory(Protocol):
    """What was learned of printers, by their serial numbers; it outlives the process."""

    def recall(self, serial: str) -> str | None:
        """What was kept of a printer."""
        ...

    def keep(self, serial: str, record: str) -> None:
        """Keep what was learned of a printer, in place of what was."""
        ...


class PrinterListener(Protocol):
    """Hears of the printer from its thread."""

    def printer_changed(self, state: PrinterState) -> None:
        """The printer as a whole changed."""
        ...

    def job_changed(self, subject: UUID, outcome: PaperOutcome) -> None:
        """A job came further or stopped; see PrintJob."""
        ...

    def mouth_changed(self, subject: UUID, told: InMouth) -> None:
        """A paper hangs in the mouth of a presenter for longer than a hand takes, or no longer."""
        ...


@dataclass(frozen=True, slots=True)
class PrinterReport:
    """A printer for staff: its paper by estimate, and how well it proves a ticket (0 to 4).

    `level` is None and `model` empty until the printer told.
    """

    paper_percent: int
    tickets_left: int
    level: int | None = None
    model: str = ""
    name: str = ""
    state: PrinterState | None = None
    both: tuple["PrinterReport", ...] = ()
    """Where there are two printers: each by its device, with the state it is in."""


class Printer(Protocol):
    """Prints what the journal holds, on a thread of its own."""

    def start(self) -> None:
        """Begin to connect and to print."""
        ...

    def wake(self) -> None:
        """Look at the journal again; callable from any thread."""
        ...

    @property
    def report(self) -> PrinterReport:
        """What is known of it for staff; from any thread."""
        ...

    def watch_roll(self, tell: Callable[[RollStep], None] | None) -> None:
        """Tell each step of a change of the roll, on a thread of the printer's; None ends it."""
        ...

    def count_roll_anew(self) -> None:
        """The roll that was just put in is whole."""
        ...

    def close(self) -> None:
        """Stop within a second; a job under way stays in the journal."""
        ...


# --- scanning ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PreviewFrame:
    """A picture for the screen: width x height pixels, 4 bytes each (B, G, R, unused).

    `sight` stands with some of them: how well the camera sees.
    """

    width: int
    height: int
    pixels: bytes
    sight: Sight | None = None


class ScannerListener(Protocol):
    """Hears of the scanner from its threads."""

    def code_read(self, content: bytes) -> None:
        """A code was read; the same code is told again only after it was away."""
        ...

    def camera_changed(self, state: CameraState) -> None:
        """The camera as a whole changed."""
        ...

    def filmed(self, film: Film) -> None:
        """What the camera sends, when it is known and when it is another than before."""
        ...

    def hinted(self, hint: ScanHint) -> None:
        """What would help the reader."""
        ...

    def frame_ready(self, frame: PreviewFrame) -> None:
        """A preview picture; only in ScanMode.PREVIEW."""
        ...


class WiredScannerListener(Protocol):
    """Hears of a hand scanner from its thread."""

    def code_read(self, content: bytes) -> None:
        """A code was read; the same code is told again only after it was away."""
        ...

    def scanner_changed(self, state: ScannerState) -> None:
        """The hand scanner as a whole changed."""
        ...


class Scanner(Protocol):
    """Reads codes, by camera or by hand scanner, on threads of its own."""

    def start(self) -> None:
        """Open the device and keep it open."""
        ...

    def set_mode(self, mode: ScanMode) -> None:
        """Say how much to do; callable from the loop's thread."""
        ...

    def close(self) -> None:
        """Release the device within three seconds."""
        ...


# --- headphones -------------------------------------------------------------------------------


class HeadphonesListener(Protocol):
    """Hears of headphones from a thread."""

    def headphones_changed(self, plugged: bool) -> None:
        """Headphones were plugged in or pulled out."""
        ...


# --- central ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NoReply:
    """Nobody answered who speaks our protocol; the same for silence, HTML, half a JSON and 500s.

    `rest_seconds` is how long the answering machine asked to be left alone.
    """

    reason: str
    rest_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Fenced:
    """Central knows another past of this installation, or another key: a new id has to be taken."""

    reason: str


@dataclass(frozen=True, slots=True)
class UnknownInstallation:
    """Central has not met this installation: a hello comes first."""


@dataclass(frozen=True, slots=True)
class NoSlot:
    """Other kiosks hold all slots of the day: numbers of the authority only."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The highest number of the authority in a queue on a day."""

    day: date
    queue: QueueCode
    number: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the ledger goes, and what it remembers of central: how many of its facts that has, the
    highest epoch, and the highest numbers of the newest day."""

    head_seq: int = 0
    head_hash: str = GENESIS
    acked_seq: int = 0
    epoch: int = 0
    seen: tuple[Seen, ...] = ()
    gone_seq: int = 0
    """Facts up to here were told long ago, and are kept no more."""


@dataclass(frozen=True, slots=True)
class EnrolAnswer:
    """Where this kiosk's enrolment stands; the salt goes into the digits that are compared."""

    enrolled: bool
    salt: bytes
    orders_key: bytes | None = None
    """The public key of the site's orders; told when enrolled."""


@dataclass(frozen=True, slots=True)
class Hello:
    """What a kiosk says at start and at reconnect."""

    installation: UUID
    kiosk: str
    standing: Standing
    public_key: bytes
    software: str
    witness: WitnessKind = WitnessKind.CLOCK


@dataclass(frozen=True, slots=True)
class Grant:
    """What the authority grants at hello: slots by business day, and how far it has our facts."""

    now: datetime
    epoch: int
    leases: Mapping[date, Slot]
    acked_seq: int


@dataclass(frozen=True, slots=True)
class CatalogueBytes:
    """A catalogue newer than ours."""

    raw: bytes


@dataclass(frozen=True, slots=True)
class BookingsBytes:
    """A list of bookings newer than ours."""

    raw: bytes


@dataclass(frozen=True, slots=True)
class ReceiptsBytes:
    """A list of receipts newer than ours."""

    raw: bytes


@dataclass(frozen=True, slots=True)
class OrdersBytes:
    """A list of orders newer than ours."""

    raw: bytes


@dataclass(frozen=True, slots=True)
class KeysBytes:
    """A list of keys newer than ours."""

    raw: bytes


@dataclass(frozen=True, slots=True)
class Rotation:
    """The wish for a new key, signed by the one central knows and by the new one."""

    public: bytes
    by_old: bytes
    by_new: bytes


@dataclass(frozen=True, slots=True)
class Unchanged:
    """What we have is the newest."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Kinds of things that changed at central, perhaps none, and the cursor to ask on with."""

    cursor: str
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class CursorReset:
    """Central does not know the cursor (any more): anything may have changed."""


@dataclass(frozen=True, slots=True)
class QueueFact:
    """How many wait in a queue."""

    waiting: int


@dataclass(frozen=True, slots=True)
class OutboxFact:
    """A fact as it is stored and sent: `body` is the exact JSON text, `hash` chains it (hex)."""

    seq: int
    id: UUID
    kind: str
    body: str
    hash: str


@dataclass(frozen=True, slots=True)
class FactResult:
    """How central took one fact. `problem` is for staff."""

    id: UUID
    accepted: bool
    problem: str | None


@dataclass(frozen=True, slots=True)
class Pushed:
    """Central's answer to a batch; every fact up to `acked_seq` is with it."""

    acked_seq: int
    results: tuple[FactResult, ...]


@dataclass(frozen=True, slots=True)
class ResendFrom:
    """Central's chain of our facts ends earlier than we thought (restored from a backup)."""

    seq: int


@dataclass(frozen=True, slots=True)
class Health:
    """How the kiosk is, for staff."""

    installation: UUID
    at: datetime
    printer: PrinterState
    camera: CameraState
    outbox: int
    software: str
    catalogue_etag: str
    quarantined: int = 0
    former: int = 0
    slot: bool = True
    """False where the authority had no slot left: no numbers of its own."""
    paper: PrinterReport | None = None
    """None without a printer."""
    scanner: ScannerState | None = None
    """None without a hand scanner."""
    disk_free_mb: int | None = None
    celsius: int | None = None
    clock_offset_ms: int | None = None
    """How far central's clock is ahead of ours; None until it was asked."""
    clock_trusted: bool | None = None
    last_print: datetime | None = None
    last_visit: datetime | None = None
    """Since this start; None before the first."""
    versions: Mapping[str, str] = field(default_factory=dict)
    application: Application | None = None
    components: tuple[Component, ...] = ()
    newest_order: int = 0
    """The highest version of central's orders that counted here."""
    refused_order: str = ""
    """Why the last order that did not count was refused; empty while all did."""
    self_test: SelfTest | None = None
    """Before the last opening; None where there was none since this start."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What became facts since the last digest: from where to where, and how many of which kind."""

    week: str
    first_seq: int
    last_seq: int
    head_hash: str
    facts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """Central's comparison of a digest with what it has; `missing` are the first that it has not."""

    matches: bool
    missing: tuple[int, ...]


class Central(Protocol):
    """The server as the kiosk sees it. No call raises for what the network does; none is endless."""

    async def hello(self, hello: Hello) -> Grant | NoSlot | Fenced | NoReply:
        """Introduce this kiosk; from then on it speaks as that installation."""
        ...

    async def catalogue(self, etag: str | None) -> CatalogueBytes | Unchanged | NoReply:
        """Fetch the catalogue unless `etag` is the newest."""
        ...

    async def bookings(self, etag: str | None) -> BookingsBytes | Unchanged | NoReply:
        """Fetch the bookings of the coming days unless `etag` is the newest."""
        ...

    async def receipts(self, etag: str | None) -> ReceiptsBytes | Unchanged | NoReply:
        """Fetch the receipts for documents unless `etag` is the newest."""
        ...

    async def keys(self, etag: str | None) -> KeysBytes | Unchanged | NoReply:
        """Fetch whose signatures count unless `etag` is the newest."""
        ...

    async def orders(self, etag: str | None) -> OrdersBytes | Unchanged | NoReply:
        """Fetch what the site orders of this kiosk unless `etag` is the newest."""
        ...

    async def rotate(self, rotation: Rotation) -> bool | NoReply:
        """Hand in a new key; true when it was taken over, false when it never will be."""
        ...

    async def changes(self, cursor: str | None, seconds: int) -> Changed | CursorReset | NoReply:
        """What changed after a cursor, within so many seconds; without one, where to begin."""
        ...

    async def queues(self) -> Mapping[QueueCode, QueueFact] | NoReply:
        """How many wait, by queue."""
        ...

    async def assign(self, draft: TicketDraft, seconds: float) -> Assigned | IssueRefusal | NoReply:
        """Ask the authority for a number; `seconds` is the deadline of it all."""
        ...

    async def push(
        self, installation: UUID, previous_hash: str, facts: Sequence[OutboxFact]
    ) -> Pushed | ResendFrom | UnknownInstallation | Fenced | NoReply:
        """Hand over a batch of facts, oldest first."""
        ...

    async def report_week(self, installation: UUID, digest: Digest) -> Judged | NoReply:
        """Have a digest of the facts compared with what central has."""
        ...

    async def verify(self, visit: VisitId, payload: IkdPayload) -> IdentityOutcome:
        """Have an identity code judged, once."""
        ...

    async def tell_health(self, health: Health) -> None:
        """Report how the kiosk is; nobody waits for the answer."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...


# --- store ------------------------------------------------------------------------------------


PaperMaker = Callable[[Ticket], Paper]
CopyMaker = Callable[[bool], Paper]
"""Makes a paper, told whether one like it came out before: then it is a copy."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What makes a ticket checkable: the text of its QR, and its code for people."""

    code: str
    spoken_code: str


@dataclass(frozen=True, slots=True)
class Backlog:
    """Facts central has not got yet, oldest first, and the hash they chain on."""

    previous_hash: str
    facts: tuple[OutboxFact, ...]


@dataclass(frozen=True, slots=True)
class FormerBacklog:
    """The same of an installation this kiosk was before."""

    installation: UUID
    previous_hash: str
    facts: tuple[OutboxFact, ...]


@dataclass(frozen=True, slots=True)
class OutboxCounts:
    """Facts central has not got yet, those it did not understand, and those of former installations
    that still wait."""

    waiting: int
    quarantined: int
    former: int


class Store(Protocol):
    """The ledger. Every call is one transaction on the writer thread; all may raise KioskError."""

    @property
    def installation(self) -> UUID:
        """Whose ledger it is."""
        ...

    def record(
        self,
        draft: TicketDraft,
        assigned: Assigned | None,
        stamp: Stamp,
        paper: PaperMaker,
        *,
        own_allowed: bool,
    ) -> Awaitable[Ticket | IssueRefusal]:
        """Commit ticket, counter, fact and print job at once.

        Where `assigned` is None the label comes from the kiosk's own series, if `own_allowed`
        (clock trusted, quarantine over) and a slot is leased for the day.
        """
        ...

    def add_copy(self, ticket: Ticket, paper: Paper, at: datetime) -> Awaitable[None]:
        """Commit a reprint with its fact."""
        ...

    def add_paper(self, subject: UUID, paper: CopyMaker, at: datetime) -> Awaitable[None]:
        """Commit a paper that is no ticket's, unless one of the same subject waits to be printed.

        Once a receipt's paper is out, or may be, the fact `receipt.printed` tells it.
        """
        ...

    def add_fact(self, kind: str, data: Mapping[str, object]) -> Awaitable[None]:
        """Commit a fact for central."""
        ...

    def find(self, reference: bytes) -> Awaitable[Ticket | None]:
        """The ticket whose code carries `reference` (12 bytes)."""
        ...

    def find_booked(self, booking: BookingId) -> Awaitable[Ticket | None]:
        """The ticket a booking became on this kiosk."""
        ...

    def choices(self, since: date) -> Awaitable[Sequence[Choice]]:
        """How often each service was chosen on each day since one."""
        ...

    def rated(self, ticket: TicketId) -> Awaitable[bool]:
        """True when the survey of a ticket was answered on this kiosk."""
        ...

    def keep_survey(self, survey: Survey, language: str) -> Awaitable[None]:
        """Commit an answered survey with its fact; a second one for a ticket is not kept."""
        ...

    def backlog(self, most: int) -> Awaitable[Backlog]:
        """Up to `most` facts that central has not acknowledged."""
        ...

    def outbox_size(self) -> Awaitable[int]:
        """How many facts central has not acknowledged."""
        ...

    def outbox_counts(self) -> Awaitable[OutboxCounts]:
        """How many facts stand where."""
        ...

    def acknowledge(self, pushed: Pushed) -> Awaitable[None]:
        """Record what central has; refused facts go to quarantine and are kept."""
        ...

    def resend_from(self, seq: int) -> Awaitable[None]:
        """Send the facts from `seq` on again; central lost them."""
        ...

    def head(self) -> Awaitable[tuple[int, str]]:
        """Number and hash of the newest fact; 0 and zeros before the first."""
        ...

    def standing(self) -> Awaitable[Standing]:
        """How far the ledger goes, and what it remembers of central."""
        ...

    def keep_grant(self, grant: Grant) -> Awaitable[None]:
        """Keep the slots granted for the coming days."""
        ...

    def digest(self) -> Awaitable[Digest | None]:
        """The digest of this week; None where it was judged already, or there is nothing to tell."""
        ...

    def keep_digest(self, digest: Digest) -> Awaitable[None]:
        """A digest was judged: the next one is of another week, and begins after it."""
        ...

    def forget_slots(self) -> Awaitable[None]:
        """No own numbers until slots are granted anew."""
        ...

    def begin_installation(self, reason: str) -> Awaitable[UUID | None]:
        """Take a new installation id: an empty chain, no slots, and all facts so far kept as former.

        None, and nothing done, where the present id was taken just so, and never granted anything:
        another one would fare no better.
        """
        ...

    def former_backlog(self, most: int) -> Awaitable[FormerBacklog | None]:
        """Up to `most` facts of one former installation that central has not got, oldest first."""
        ...

    def acknowledge_former(self, installation: UUID, pushed: Pushed) -> Awaitable[None]:
        """Record what central has of a former installation's facts."""
        ...

    def carry_over(self, installation: UUID) -> Awaitable[int]:
        """Tell what a former installation could not tell as facts of the present one; how many."""
        ...

    def keep_catalogue(self, raw: bytes) -> Awaitable[None]:
        """Keep a catalogue that was read without complaint."""
        ...

    def catalogue(self) -> Awaitable[bytes | None]:
        """The catalogue kept last."""
        ...

    def keep_keys(self, raw: bytes) -> Awaitable[None]:
        """Keep a list of keys that was read without complaint."""
        ...

    def keys(self) -> Awaitable[bytes | None]:
        """The list of keys kept last."""
        ...

    def take_order(self, order: Order, text: str, told: Mapping[str, object]) -> Awaitable[Taken]:
        """Let an order count that is newer than all before, and tell central of it in the same commit."""
        ...

    def newest_order(self) -> Awaitable[int]:
        """The highest version that counted here; 0 before the first."""
        ...

    def policy(self) -> Awaitable[str | None]:
        """The text of the order whose policy is in force."""
        ...

    def keep_bookings(self, raw: bytes) -> Awaitable[None]:
        """Keep a list of bookings that was read without complaint."""
        ...

    def bookings(self) -> Awaitable[bytes | None]:
        """The list of bookings kept last."""
        ...

    def keep_receipts(self, raw: bytes) -> Awaitable[None]:
        """Keep a list of receipts that was read without complaint."""
        ...

    def receipts(self) -> Awaitable[bytes | None]:
        """The list of receipts kept last."""
        ...


class Aging(Protocol):
    """What a ledger is asked now and then, so that it does not grow for ever."""

    def age(self, today: date) -> Awaitable[None]:
        """It is this day: settle what is too old to be kept. The same day again changes nothing."""
        ...

    def tidy(self, most: int) -> Awaitable[int]:
        """Remove a little of it, of what was told; how many rows went."""
        ...
