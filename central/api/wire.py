"""What travels: the structs of wire v1. Unknown fields are ignored, known ones are strict."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from central.facts import (
    Language,
    Moment,
    QueueText,
    ServiceText,
    Word,
    check_uuid7,
    check_year,
)
from kiosk.domain.label import AuthorityLabel, QueueCode
from kiosk.domain.readiness import Application, Readiness
from kiosk.domain.ticket import Channel
from kiosk.domain.trust import WitnessKind

Hash = Annotated[str, Meta(pattern="^[0-9a-f]{64}$", max_length=64)]
Seq = Annotated[int, Meta(ge=1, le=2**53)]
HeadSeq = Annotated[int, Meta(ge=0, le=2**53)]
Count = Annotated[int, Meta(ge=0, le=2**53)]
Percent = Annotated[int, Meta(ge=0, le=100)]
PrinterLevel = Annotated[int, Meta(ge=0, le=4)]
PrinterModel = Annotated[str, Meta(max_length=40)]
KioskName = Annotated[str, Meta(pattern="^[A-Za-z0-9][A-Za-z0-9 .-]{0,15}$", max_length=16)]
PublicKey = Annotated[bytes, Meta(min_length=32, max_length=32)]
Signature = Annotated[bytes, Meta(min_length=64, max_length=64)]
ScannedBytes = Annotated[bytes, Meta(max_length=4096)]


class Problem(Struct, frozen=True, kw_only=True):
    """An error, as RFC 9457 has it."""

    type: str
    title: str
    status: int
    detail: str
    retryable: bool
    retry_after_ms: int | UnsetType = UNSET
    field: str | UnsetType = UNSET
    resend_from: int | UnsetType = UNSET
    now: datetime | UnsetType = UNSET


class SeenNumber(Struct, frozen=True):
    """The highest number of this server that a kiosk holds in a queue on a day."""

    day: date
    queue: QueueText
    number: Annotated[int, Meta(ge=1, le=9999)]

    def __post_init__(self) -> None:
        check_year("day", self.day)
        AuthorityLabel(QueueCode(self.queue), self.number)


class EnrolAsk(Struct, frozen=True):
    """A kiosk shows the token of its code, and its key."""

    token: Annotated[str, Meta(max_length=40)]
    public_key: PublicKey
    kiosk: KioskName


class EnrolGiven(Struct, frozen=True):
    """Where the enrolment stands; both sides compute the six digits with `salt`."""

    state: Literal["pending", "enrolled"]
    salt: bytes
    orders_key: PublicKey | UnsetType = UNSET


class OrderGiven(Struct, frozen=True):
    """An order, exactly as it was signed."""

    order: str
    signature: str


class OrderList(Struct, frozen=True):
    """What a kiosk is ordered, oldest first."""

    schema: Literal["orders/1"]
    orders: list[OrderGiven]


class SessionAsk(Struct, frozen=True):
    """A kiosk introduces itself, at start and at reconnect, and tells what it remembers of us."""

    installation: UUID
    kiosk: KioskName
    head_seq: HeadSeq
    head_hash: Hash
    public_key: PublicKey
    software: Word
    acked_seq: HeadSeq = 0
    epoch: Annotated[int, Meta(ge=0, le=9)] = 0
    seen: Annotated[list[SeenNumber], Meta(max_length=200)] = []
    witness: WitnessKind = WitnessKind.CLOCK


class LeaseGiven(Struct, frozen=True):
    """The kiosk's slot on one day."""

    day: date
    slot: int


class SessionGiven(Struct, frozen=True):
    """What a kiosk is granted, and how far its facts are known."""

    now: datetime
    epoch: int
    leases: list[LeaseGiven]
    acked_seq: int


class QueueState(Struct, frozen=True):
    """How many wait in a queue."""

    queue: str
    waiting: int


class Queues(Struct, frozen=True):
    """All queues of the catalogue."""

    queues: list[QueueState]
    at: datetime


class ChangeTold(Struct, frozen=True):
    """Something changed: a kind of list, and which one on it."""

    c: int
    kind: str
    id: str


class ChangesGiven(Struct, frozen=True):
    """What changed, oldest first, and the cursor to go on from."""

    items: list[ChangeTold]
    cursor: str
    more: bool


class TicketAsk(Struct, frozen=True):
    """A kiosk asks a number for a ticket; the id stays through every retry."""

    id: UUID
    installation: UUID
    visit: UUID
    day: date
    queue: QueueText
    service: ServiceText
    at: Moment
    priority: bool
    language: Language
    channel: Channel
    booking: UUID | None = None

    def __post_init__(self) -> None:
        check_uuid7("id", self.id)
        check_year("at", self.at)
        check_year("day", self.day)


class SigningKey(Struct, frozen=True):
    """A public key that signs the QR codes of bookings; `id` is the short name codes carry."""

    id: str
    public_key: bytes


class KeyListed(Struct, frozen=True):
    """A public key. `kiosk` names whose it is, null for central's own; a revoked one counts no more."""

    id: str
    public_key: bytes
    signer: Literal["kiosk", "central"]
    kiosk: str | None
    revoked: bool


class KeyList(Struct, frozen=True):
    """Every key that signs or signed codes of this site, in the order of its coming."""

    schema: Literal["keys/1"]
    keys: list[KeyListed]


class RotationAsk(Struct, frozen=True):
    """A kiosk wants to sign with a new key from now on. Both keys sign the same bytes."""

    installation: UUID
    public_key: PublicKey
    signed_by_old: Signature
    signed_by_new: Signature


class KeyGiven(Struct, frozen=True):
    """The short name of the key that was taken over."""

    key_id: str


class BookingListed(Struct, frozen=True):
    """A booking as kiosks know it: a digest for its code, a mask for its name.

    `place` names another mall, null is this one; `label` is the number of the ticket that used it.
    """

    id: UUID
    code_sha256: str
    service: str
    starts: datetime
    ends: datetime
    place: str | None
    masked_name: str | None
    label: str | None


class BookingList(Struct, frozen=True):
    """Bookings from yesterday to 14 days ahead, by start."""

    schema: Literal["bookings/1"]
    keys: list[SigningKey]
    bookings: list[BookingListed]


class ReceiptListed(Struct, frozen=True):
    """A receipt as kiosks know it: what was handed in with a ticket, and when its result is promised.

    `printed` is true where a kiosk has told that it printed it: the next paper is a copy.
    """

    id: UUID
    ticket: UUID
    label: str
    service: str
    documents: list[str]
    received: datetime
    promised: date
    spoken_code: str
    printed: bool


class ReceiptList(Struct, frozen=True):
    """Receipts in the order in which they were recorded."""

    schema: Literal["receipts/1"]
    receipts: list[ReceiptListed]


class EstimateGiven(Struct, frozen=True):
    """When a ticket will probably be called: a range."""

    earliest: datetime
    latest: datetime


class TicketGiven(Struct, frozen=True):
    """The number of a ticket."""

    id: UUID
    label: str
    number: int
    state: Literal["assigned"]
    ahead: int
    eta: EstimateGiven | None
    epoch: int


class FactSent(Struct, frozen=True):
    """A link of a kiosk's chain; `body` is the exact text the hash covers."""

    seq: Seq
    id: UUID
    kind: Word
    body: str
    hash: Hash


class SyncAsk(Struct, frozen=True):
    """Facts in order, at most 100."""

    installation: UUID
    from_seq: Seq
    previous_hash: Hash
    facts: list[FactSent]


class FactTaken(Struct, frozen=True):
    """How one fact was taken."""

    id: UUID
    status: Literal["accepted", "duplicate", "conflict", "rejected"]
    problem: str | UnsetType = UNSET


class SyncGiven(Struct, frozen=True):
    """How a batch was taken; every fact up to `acked_seq` is kept here."""

    results: list[FactTaken]
    acked_seq: int
    head_hash: str


class WeekAsk(Struct, frozen=True):
    """A digest of the facts a kiosk told since its last one; `facts` counts them by kind."""

    installation: UUID
    week: Annotated[str, Meta(pattern="^[0-9]{4}-W[0-9]{2}$", max_length=8)]
    first_seq: Seq
    last_seq: Seq
    head_hash: Hash
    facts: Annotated[dict[str, Count], Meta(max_length=100)]

    def __post_init__(self) -> None:
        if self.last_seq < self.first_seq:
            raise ValueError("last_seq: expected first_seq or more")


class WeekJudged(Struct, frozen=True):
    """How a digest compares with what is here; `missing` names the first that are not."""

    outcome: Literal["match", "missing", "differs"]
    missing: list[int]


class VerifyAsk(Struct, frozen=True):
    """A scanned identity code, forwarded once."""

    visit: UUID
    installation: UUID
    scheme: Literal["ikd"]
    payload: ScannedBytes


class VerifyGiven(Struct, frozen=True):
    """What the code was worth. The names are for screen and paper and are kept nowhere."""

    outcome: Literal["verified", "unverified", "expired", "used", "future", "not-ikd"]
    given_name: str | UnsetType = UNSET
    masked_name: str | UnsetType = UNSET


Label = Annotated[str, Meta(pattern=r"^[ -~]{1,60}(?!\n)$", max_length=60)]
"""Printable ASCII: a version, a state, a part."""
DeviceName = Annotated[str, Meta(pattern=r"^[ -~]{1,200}(?!\n)$", max_length=200)]


DoctorCode = Annotated[str, Meta(pattern=r"^[A-Z]{3}-[0-9]{2}(?!\n)$", max_length=6)]


class PrinterTold(Struct, frozen=True, omit_defaults=True):
    """One of two printers, by its device."""

    name: DeviceName
    paper_percent: Percent
    tickets_left: Count
    state: Word | None = None
    level: PrinterLevel | None = None
    model: PrinterModel = ""


class ComponentTold(Struct, frozen=True):
    """A part of the kiosk: how ready, why, and whether service stops without it."""

    part: Word
    readiness: Readiness
    reason: Word
    required: bool


class SelfTestTold(Struct, frozen=True):
    """What the kiosk found of itself before the doors opened: codes of its doctor."""

    at: Moment
    codes: Annotated[list[DoctorCode], Meta(max_length=60)]

    def __post_init__(self) -> None:
        check_year("at", self.at)


class HealthAsk(Struct, frozen=True):
    """How a kiosk is. What it does not know is missing."""

    installation: UUID
    at: Moment
    printer: Word
    camera: Word
    outbox: Count
    software: Word
    catalogue_etag: Annotated[str, Meta(max_length=80)] | None
    quarantined: Count = 0
    former: Count = 0
    slot: bool = True
    paper_percent: Percent | None = None
    tickets_left: Count | None = None
    printer_level: PrinterLevel | None = None
    printer_model: PrinterModel = ""
    printers: Annotated[list[PrinterTold], Meta(max_length=4)] = []
    scanner: Word | None = None
    disk_free_mb: Count | None = None
    celsius: Annotated[int, Meta(ge=-100, le=300)] | None = None
    clock_offset_ms: Annotated[int, Meta(ge=-(2**53), le=2**53)] | None = None
    clock_trusted: bool | None = None
    last_print: Moment | None = None
    last_visit: Moment | None = None
    versions: Annotated[dict[Word, Label], Meta(max_length=12)] = {}
    application: Application | None = None
    components: Annotated[list[ComponentTold], Meta(max_length=20)] = []
    newest_order: Count = 0
    refused_order: Annotated[str, Meta(max_length=40)] = ""
    self_test: SelfTestTold | None = None

    def __post_init__(self) -> None:
        check_year("at", self.at)
        for name in ("last_print", "last_visit"):
            if (moment := getattr(self, name)) is not None:
                check_year(name, moment)


class HealthTold(Struct, frozen=True):
    """Lists of a report, as the store keeps them."""

    printers: list[PrinterTold] = []
    versions: dict[str, str] = {}
    components: list[ComponentTold] = []
    self_test: SelfTestTold | None = None


class Nothing(Struct, frozen=True):
    """An empty object: it was taken."""


class Health(Struct, frozen=True):
    """The server works."""

    status: Literal["ok"]
    tickets_today: int
    epoch: int


class TicketShown(Struct, frozen=True):
    """A ticket on the board of the day."""

    id: UUID
    label: str
    label_conflict: bool
    service: str
    agency: str
    at: datetime
    origin: str
    state: str
    unconfirmed: bool
    priority: bool
    language: str
    channel: str
    kiosk: str
    paper: str | None
    reprints: int
    booking_conflict: bool


class CallShown(Struct, frozen=True):
    """A call for staff."""

    at: datetime
    kiosk: str
    screen: str
    reason: str


class KioskShown(Struct, frozen=True):
    """What a kiosk last said of itself; `silent` when that is long ago."""

    kiosk: str
    at: datetime
    silent: bool
    printer: str
    camera: str
    outbox: int
    software: str
    quarantined: int
    former: int
    slot: bool
    paper_percent: int | None
    tickets_left: int | None
    printer_level: int | None
    printer_model: str
    printers: list[PrinterTold]
    scanner: str | None
    disk_free_mb: int | None
    celsius: int | None
    clock_off_ms: int
    clock_trusted: bool | None
    last_print: datetime | None
    last_visit: datetime | None
    versions: dict[str, str]
    application: str | None
    components: list[ComponentTold]
    self_test: SelfTestTold | None


class AlertShown(Struct, frozen=True):
    """A trouble of a kiosk; `ended` is null while it goes on, `told` where webhooks were to be told."""

    id: UUID
    kiosk: str
    rule: str
    urgent: bool
    figure: str
    begun: datetime
    ended: datetime | None
    told: bool
    text: str
    text_en: str


class HookShown(Struct, frozen=True):
    """How a webhook fares: what waits, what was given up, when it took something, what hinders it."""

    name: str
    waiting: int
    given_up: int
    last_done: datetime | None
    problem: str | None


class AlertsShown(Struct, frozen=True):
    """Alerts that go on first, then those that ended in the last two weeks."""

    at: datetime
    alerts: list[AlertShown]
    webhooks: list[HookShown]


class BookingsShown(Struct, frozen=True):
    """Today's bookings in this mall: how many there are, and how many of them came."""

    booked: int
    came: int


class AgencySatisfaction(Struct, frozen=True):
    """How an agency was judged. Index and grade are null while the answers are too few."""

    agency: str
    surveys: int
    index: str | None
    grade: str | None


class Satisfaction(Struct, frozen=True):
    """The survey of the last 30 days; fewer than `enough` surveys say nothing of an agency."""

    since: date
    until: date
    enough: int
    agencies: list[AgencySatisfaction]


class Today(Struct, frozen=True):
    """The board of the day: the newest tickets, all calls, all kiosks, how many booked and
    came, how many alerts go on."""

    day: date
    at: datetime
    tickets_today: int
    tickets: list[TicketShown]
    calls: list[CallShown]
    kiosks: list[KioskShown]
    bookings: BookingsShown
    alerts: int


def written(value: Struct) -> str:
    """A struct as JSON."""
    return msgspec.json.encode(value).decode()


def told(text: str) -> HealthTold:
    """What `written` made of the lists of a report."""
    return msgspec.json.decode(text, type=HealthTold)


def read(body: bytes, kind: type) -> object:
    """Read a request's JSON strictly. Raises ValueError or RecursionError."""
    found: object = msgspec.json.decode(body, type=kind)
    return found
