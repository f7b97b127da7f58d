"""Runs the session: events in, states out, effects carried out, patience timed.

It lives on the loop's thread. Whatever a device or the server answers comes back as an event that
names its request. A bug while carrying out an effect is logged, and the visit goes home.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from kiosk.domain import effects as do
from kiosk.domain import events as on
from kiosk.domain.booking import Booking, Bookings
from kiosk.domain.catalogue import Catalogue
from kiosk.domain.codes import (
    BookingCode,
    EnrolmentCode,
    IdentityCandidate,
    OwnCode,
    ReceiptCode,
    TechnicianCode,
    TicketCode,
    UnknownCode,
    recognise,
    taken_at,
    ticket_reference,
)
from kiosk.domain.devices import (
    CameraState,
    PaperOutcome,
    PrinterState,
    ScanMode,
    ScannerState,
    Untaken,
)
from kiosk.domain.events import Event
from kiosk.domain.hall import Fresh, Hall
from kiosk.domain.happening import CodeSeen, Happening, Stepped, WentAmiss
from kiosk.domain.keyring import Judgement, Key, Keyring, Signer, Verify, judge
from kiosk.domain.label import QueueCode
from kiosk.domain.model import RequestId, ServiceId, TicketId, VisitId, uuid7
from kiosk.domain.paper import Paper
from kiosk.domain.patience import patience
from kiosk.domain.popular import HISTORY_DAYS, popular
from kiosk.domain.receipt import RECEIPT_CODE_KIND, Receipts
from kiosk.domain.session import step
from kiosk.domain.staff import Equipment
from kiosk.domain.states import (
    Attending,
    CheckingIn,
    Closed,
    FindingUnit,
    Identifying,
    Idle,
    Issuing,
    Overlaid,
    Overlay,
    ScanTest,
    ShowCode,
    State,
    Thanked,
)
from kiosk.domain.survey import Survey
from kiosk.domain.ticket import Assigned, IssueRefusal, Ticket, TicketDraft, spoken_code
from kiosk.domain.trace import trace_of
from kiosk.log import Log
from kiosk.papers import Papers
from kiosk.ports import CallAfter, Central, Clock, KioskError, NoReply, Stamp, Store, Witness
from kiosk.supervisor import Supervisor

DEADLINE_SECONDS = 1.5
RING_SECONDS = 15.0
"""How long S08 waits for the quarantine of the own series to end before it gives up."""
TOAST_SECONDS = 2.0
SPEECH_SECONDS = 1.0
"""How soon it is asked again whether the voice has ended."""
FULL_SECONDS = 600.0
"""How long a service counts as full before a citizen may ask again: quotas are released."""
RATED_WITHIN = timedelta(hours=24)
"""How long a ticket's survey can be answered."""
SKEW = timedelta(minutes=2)
"""So far the clocks of two kiosks may be apart."""


@dataclass(frozen=True, slots=True)
class Codes:
    """Signs our tickets' codes, and checks codes that claim to be ours."""

    sign: Callable[[bytes, bytes], str]
    """From a reference and the kind of code to the text of its QR."""
    own: Callable[[], Key]
    """This device's key, before central has told of it."""
    verify: Verify
    """Checks a signature."""


StaffHand = Callable[[do.StaffOrder, Callable[[Event], None]], Coroutine[object, object, None]]
"""Carries out what staff ordered, and answers by events."""


async def _no_staff(order: do.StaffOrder, send: Callable[[Event], None]) -> None:
    """A kiosk without a panel."""


@dataclass(frozen=True, slots=True)
class World:
    """Everything the runner works with."""

    clock: Clock
    store: Store
    central: Central
    codes: Codes
    call_after: CallAfter
    randomness: Callable[[int], bytes]
    papers: Papers
    witness: Witness
    wake_printer: Callable[[], None]
    wake_sync: Callable[[], None]
    kiosk: str
    log: Log
    languages: tuple[str, ...] = ("id",)
    speaking: Callable[[], bool] = lambda: False
    staff: StaffHand = _no_staff
    remember: Callable[[Happening], None] = lambda _: None


@dataclass(slots=True)
class Surroundings:
    """What changes around the visit; the devices and the sync loop keep it current."""

    catalogue: Catalogue
    online: bool = False
    printer: PrinterState = PrinterState.UNKNOWN
    camera: CameraState = CameraState.OFF
    scanner: ScannerState = ScannerState.NONE
    waiting: Mapping[QueueCode, int] | None = None
    popular: tuple[ServiceId, ...] = ()
    bookings: Bookings = field(default_factory=Bookings)
    receipts: Receipts = field(default_factory=Receipts)
    keyring: Keyring = field(default_factory=Keyring)
    headphones: bool = False
    equipment: Equipment = field(default_factory=Equipment)
    untaken: Untaken | None = None
    printing: bool = False
    last_print: datetime | None = None
    last_visit: datetime | None = None
    full: dict[ServiceId, float] = field(default_factory=dict)
    """Services whose quota the authority said is used up, and when (monotonic)."""


class Runner:
    """The session and its surroundings."""

    def __init__(
        self,
        world: World,
        surroundings: Surroundings,
        supervisor: Supervisor,
        changed: Callable[[], None],
        play: Callable[[do.Sound], None],
    ) -> None:
        self.state: State = Idle()
        self.surroundings = surroundings
        self.toast: str | None = None
        self._world = world
        self._supervisor = supervisor
        self._changed = changed
        self._play = play
        self._last_request = 0
        self._offered: Catalogue | None = None
        self._disarm_patience: Callable[[], None] = lambda: None
        self._disarm_toast: Callable[[], None] = lambda: None
        self.patience_until: float | None = None

    # --- what others call ---

    def hall(self) -> Hall:
        """The world as it is now."""
        around, now = self.surroundings, self._world.clock.now()
        lately = self._world.clock.monotonic() - FULL_SECONDS
        return Hall(
            catalogue=around.catalogue,
            local=now.astimezone(around.catalogue.zone),
            fresh=Fresh(
                visit=VisitId(self._fresh_id()),
                ticket=TicketId(self._fresh_id()),
                request=RequestId(self._last_request + 1),
                paper=self._fresh_id(),
            ),
            online=around.online,
            printer=around.printer,
            camera=around.camera,
            scanner=around.scanner,
            waiting=around.waiting,
            popular=around.popular,
            bookings=around.bookings,
            receipts=around.receipts,
            headphones=around.headphones,
            languages=self._world.languages,
            equipment=around.equipment,
            untaken=around.untaken,
            full=frozenset(one for one, told in around.full.items() if told > lately),
        )

    def send(self, event: Event) -> None:
        """Take one event through the session; a bug in it is logged, and the visitor told."""
        try:
            self._take(event)
        except Exception as error:
            self._world.log("bug", task=type(event).__name__, error=trace_of(error))
            self._world.remember(WentAmiss(type(error)))
            if isinstance(event, on.WentWrong):
                raise RuntimeError("the apology itself failed") from error
            self.send(on.WentWrong(None))

    def _take(self, event: Event) -> None:
        before = self.state
        hall = self.hall()
        self._last_request += 1
        answer = step(before, event, hall)
        self.state = answer.state
        self._world.remember(Stepped(type(event), type(answer.state)))
        if self.state != before or isinstance(event, on.PatienceEnded):
            self._arm_patience()
        for effect in answer.effects:
            self._carry_out(effect)
        if type(before) is not type(self.state):
            self._world.log("session", state=type(self.state).__name__, by=type(event).__name__)
        self._adopt_catalogue()
        self._changed()

    def offer(self, catalogue: Catalogue) -> None:
        """Take over a catalogue as soon as nobody is here whose service it might not know."""
        self._offered = catalogue
        self._adopt_catalogue()
        self._changed()

    def _adopt_catalogue(self) -> None:
        if self._offered and isinstance(self.state, Idle | Closed | Attending):
            self.surroundings.catalogue, self._offered = self._offered, None

    def touched(self) -> None:
        """Somebody touched the screen or a key: patience begins anew."""
        self._arm_patience()

    def code_read(self, content: bytes) -> None:
        """The scanner read a code: tell what it is, then tell the session."""
        code = recognise(content)
        self._world.remember(CodeSeen(type(code)))
        around, now = self.surroundings, self._world.clock.now()
        around.equipment = replace(around.equipment, last_read=now)
        match code:
            case TicketCode():
                self._begin("find ticket", self._find(code))
            case BookingCode():
                self._begin("find booking", self._find_booking(code))
            case ReceiptCode():
                self.send(on.CodeRead(self._known_receipt(code)))
            case TechnicianCode() | EnrolmentCode() | IdentityCandidate() | UnknownCode():
                self.send(on.CodeRead(code))

    def scan_mode(self) -> ScanMode:
        """What the scanner should be doing in the present state."""
        state = self.state
        if isinstance(state, Overlaid) and state.overlay is Overlay.STILL_HERE:
            state = state.under  # a code held up is an answer too
        match state:
            case Identifying():
                return ScanMode.PREVIEW
            case (
                CheckingIn(page=ShowCode())
                | FindingUnit(picking=False)
                | Attending(page=ScanTest())
            ):
                return ScanMode.PREVIEW
            case Issuing() | Closed() | Overlaid() | Thanked() | Attending():
                return ScanMode.OFF
            case _:
                return ScanMode.ARMED

    async def refresh_popular(self) -> None:
        """Look up which services were chosen most in the last weeks."""
        today = self.hall().day
        choices = await self._world.store.choices(today - timedelta(days=HISTORY_DAYS))
        self.surroundings.popular = popular(choices, today)
        self._changed()

    # --- patience ---

    def _arm_patience(self) -> None:
        self._disarm_patience()
        seconds = patience(self.state)
        if seconds is None:
            self.patience_until = None
            self._disarm_patience = lambda: None
            return
        self.patience_until = self._world.clock.monotonic() + seconds
        self._disarm_patience = self._world.call_after(seconds, self._patience_over)

    def _patience_over(self) -> None:
        """Nobody is sent away in the middle of a sentence: patience begins anew at its end."""
        if self._world.speaking():
            self._disarm_patience = self._world.call_after(SPEECH_SECONDS, self._speech_over)
        else:
            self.send(on.PatienceEnded())

    def _speech_over(self) -> None:
        if self._world.speaking():
            self._patience_over()
        else:
            self._arm_patience()

    # --- effects ---

    def _carry_out(self, effect: do.Effect) -> None:
        match effect:
            case do.VerifyIdentity():
                self._begin("verify identity", self._verify(effect), effect.request)
            case do.IssueTicket():
                began = self._world.clock.monotonic()
                self._begin("issue ticket", self._issue(effect, began), effect.request)
            case do.PrintCopy(ticket):
                self._begin("print copy", self._copy(ticket))
            case do.PrintReceipt():
                self._begin("print receipt", self._print_receipt(effect))
            case do.PrintRequirements():
                self._begin("print requirements", self._print_requirements(effect))
            case do.FindTicketOf():
                self._begin("find ticket of booking", self._find_ticket_of(effect), effect.request)
            case do.KeepSurvey(survey, language):
                self._begin("keep survey", self._keep_survey(survey, language))
            case do.CallStaff(reason):
                self._begin("call staff", self._call_staff(reason))
            case do.After(seconds, event):
                self._world.call_after(seconds, lambda: self.send(event))
            case do.Play(sound):
                self._play(sound)
            case do.Say(key):
                self._say(key)
            case do.EndVisit(visit, outcome):
                self._begin("end visit", self._end(visit, outcome))
            case (
                do.JudgePin(request)
                | do.CountFigures(request)
                | do.KeepLayout(request)
                | do.ReadLog(request)
                | do.ExportLog(request)
                | do.ExportFigures(request)
            ):
                self._begin("staff", self._world.staff(effect, self.send), request)
            case _:
                self._begin("staff", self._world.staff(effect, self.send))

    def _begin(
        self,
        name: str,
        work: Coroutine[object, object, None],
        request: RequestId | None = None,
    ) -> None:
        self._supervisor.spawn(name, self._guarded(name, work, request))

    async def _guarded(
        self, name: str, work: Coroutine[object, object, None], request: RequestId | None
    ) -> None:
        """A visitor who waits for `request` hears of our mistakes; the ledger's troubles are logged.

        What a visit cannot do without (its number) answers for the ledger itself.
        """
        try:
            await work
        except KioskError as error:
            self._world.log("store.failed", task=name, reason=str(error))
        except Exception:
            if request is not None:
                self.send(on.WentWrong(request))
            raise  # the supervisor logs it

    def _say(self, key: str) -> None:
        self._disarm_toast()
        self.toast = key
        self._disarm_toast = self._world.call_after(TOAST_SECONDS, self._hush)

    def _hush(self) -> None:
        self.toast = None
        self._changed()

    async def _verify(self, effect: do.VerifyIdentity) -> None:
        outcome = await self._world.central.verify(effect.visit, effect.payload)
        self.send(on.IdentityAnswered(effect.request, outcome))

    async def _issue(self, effect: do.IssueTicket, tapped: float) -> None:
        draft, own_allowed = effect.draft, self._own_series_allowed()
        answer = await self._ask_authority(draft, tapped)
        if isinstance(answer, IssueRefusal):
            if answer is IssueRefusal.QUOTA:
                self.surroundings.full[draft.service] = self._world.clock.monotonic()
            self.send(on.TicketRefused(effect.request, answer))
            return
        if answer is None and not own_allowed and await self._quarantine_ended():
            # The minute of the touch may be one that an earlier run of this kiosk has used.
            draft, own_allowed = replace(draft, at=self.hall().local), True
        try:
            recorded = await self._record(draft, answer, own_allowed=own_allowed)
        except KioskError as error:
            self._world.log("ticket.not-recorded", reason=str(error))
            recorded = IssueRefusal.STORE
        if isinstance(recorded, IssueRefusal):
            self.send(on.TicketRefused(effect.request, recorded))
            return
        if answer and recorded.own_series:
            self._world.log("authority.repeated", label=answer.label)
        self._world.log("ticket.recorded", label=recorded.label, own=recorded.own_series)
        self._world.wake_printer()
        self._world.wake_sync()
        self.send(on.TicketRecorded(effect.request, recorded))
        self._begin("count services", self.refresh_popular())

    async def _ask_authority(
        self, draft: TicketDraft, tapped: float
    ) -> Assigned | IssueRefusal | None:
        """The authority's answer within the deadline, which began at the tap; None when there is none.

        While the link is known to be down nobody is asked, unless nothing else can give a number: the
        sync loop finds out when it is back. A number that came while this thread was busy and could
        not look is late as well: its ticket is told with another label, which leaves the number void.
        """
        if not self.surroundings.online and self._own_series_allowed():
            return None
        passed = self._world.clock.monotonic() - tapped
        answer = await self._world.central.assign(draft, max(0.0, DEADLINE_SECONDS - passed))
        passed = self._world.clock.monotonic() - tapped
        if isinstance(answer, Assigned) and passed > DEADLINE_SECONDS:
            answer = NoReply(f"the number came after {passed:.1f} s")
        if isinstance(answer, NoReply):
            self._world.log("authority.silent", reason=answer.reason)
            return None
        return answer

    def _own_series_allowed(self) -> bool:
        """True when nothing that was given is forgotten (N6)."""
        return self._world.witness.seconds_left() == 0

    async def _quarantine_ended(self) -> bool:
        """Wait for the end of the quarantine if it is near; True when the own series is allowed."""
        while 0 < (left := self._world.witness.seconds_left()) <= RING_SECONDS:
            over = asyncio.Event()
            self._world.call_after(left, over.set)
            await over.wait()
        return left == 0

    async def _record(
        self, draft: TicketDraft, assigned: Assigned | None, *, own_allowed: bool
    ) -> Ticket | IssueRefusal:
        stamp = Stamp(
            code=self._world.codes.sign(ticket_reference(draft.id.bytes), b"t"),
            spoken_code=spoken_code(self._world.randomness(5)),
        )
        catalogue = self.surroundings.catalogue
        return await self._world.store.record(
            draft,
            assigned,
            stamp,
            lambda ticket: self._world.papers.ticket(ticket, catalogue),
            own_allowed=own_allowed,
        )

    async def _copy(self, ticket: Ticket) -> None:
        paper = self._world.papers.ticket(ticket, self.surroundings.catalogue, copy=True)
        now = self._world.clock.now()
        await self._printed(ticket.id, self._world.store.add_copy(ticket, paper, now))
        self._world.wake_sync()

    async def _print_receipt(self, effect: do.PrintReceipt) -> None:
        receipt, language = effect.receipt, effect.language
        code = self._world.codes.sign(receipt.reference, RECEIPT_CODE_KIND)
        catalogue = self.surroundings.catalogue

        def paper(came_out: bool) -> Paper:
            copy = came_out or receipt.printed
            return self._world.papers.receipt(receipt, code, catalogue, language, copy=copy)

        now = self._world.clock.now()
        await self._printed(receipt.id, self._world.store.add_paper(receipt.id, paper, now))
        if effect.ticket and self._world.papers.survey_slips and not receipt.printed:
            slip = self._world.papers.survey(effect.ticket, catalogue, language)
            named = self._fresh_id()
            await self._printed(named, self._world.store.add_paper(named, lambda _: slip, now))

    async def _print_requirements(self, effect: do.PrintRequirements) -> None:
        catalogue, now = self.surroundings.catalogue, self._world.clock.now()
        service = catalogue.services[effect.service]
        paper = self._world.papers.requirements(service, now, catalogue, effect.language)
        await self._printed(
            effect.paper, self._world.store.add_paper(effect.paper, lambda _: paper, now)
        )

    async def _printed(self, subject: UUID, kept: Awaitable[None]) -> None:
        """Have a paper printed once it is kept; who waits for it hears when it cannot be."""
        try:
            await kept
        except KioskError:
            self.send(on.PaperChanged(subject, PaperOutcome.OFF))
            raise
        self._world.wake_printer()

    async def _call_staff(self, reason: do.StaffReason) -> None:
        fact = {
            "at": self._world.clock.now().isoformat(),
            "kiosk": self._world.kiosk,
            "screen": type(self.state).__name__,
            "reason": reason,
        }
        await self._world.store.add_fact("staff.called", fact)
        self._world.wake_sync()

    async def _end(self, visit: VisitId, outcome: str) -> None:
        now = self.surroundings.last_visit = self._world.clock.now()
        fact = {"visit": str(visit), "at": now.isoformat(), "outcome": outcome}
        await self._world.store.add_fact("visit.ended", fact)
        self._world.wake_sync()

    async def _find(self, code: TicketCode) -> None:
        self.send(on.CodeRead(await self._known_ticket(code) or UnknownCode()))

    def _genuine(self, code: OwnCode, kind: bytes, signer: Signer, keyring: Keyring) -> bool:
        judgement, _ = judge(code, kind, signer, keyring, self._world.codes.verify)
        if judgement is not Judgement.GENUINE:
            self._world.log("code.refused", kind=type(code).__name__, reason=judgement)
        return judgement is Judgement.GENUINE

    async def _known_ticket(
        self, code: TicketCode
    ) -> on.KnownTicket | on.KnownReceipt | on.TicketElsewhere | None:
        """What a ticket of this mall is good for: its receipt, as long as that is known, or a survey."""
        keyring = self.surroundings.keyring.with_keys([self._world.codes.own()])
        if not self._genuine(code, b"t", Signer.KIOSK, keyring):
            return None
        found = await self._judged_here(code)
        receipt = self.surroundings.receipts.of_ticket(code.payload)
        if receipt is None:
            return found
        if isinstance(found, on.KnownTicket):
            return replace(found, receipt=receipt)
        return on.KnownReceipt(receipt)

    async def _judged_here(self, code: TicketCode) -> on.KnownTicket | on.TicketElsewhere | None:
        """A ticket that is still good for a survey, at least."""
        ticket = await self._world.store.find(code.payload)
        hall = self.hall()
        if ticket is None:
            fresh = -SKEW <= hall.local - taken_at(code.payload) <= RATED_WITHIN
            return on.TicketElsewhere() if fresh else None
        if ticket.draft.service not in hall.catalogue.services:
            return None
        if hall.local - ticket.draft.at > RATED_WITHIN:
            return None
        return on.KnownTicket(ticket, rated=await self._world.store.rated(ticket.id))

    def _known_receipt(self, code: ReceiptCode) -> on.KnownReceipt | UnknownCode:
        """A receipt is known by the list of them; its signature tells that a kiosk of ours printed it."""
        receipt = self.surroundings.receipts.with_reference(code.payload)
        keyring = self.surroundings.keyring.with_keys([self._world.codes.own()])
        genuine = self._genuine(code, RECEIPT_CODE_KIND, Signer.KIOSK, keyring)
        if receipt is None or not genuine:
            return UnknownCode()
        return on.KnownReceipt(receipt)

    async def _find_booking(self, code: BookingCode) -> None:
        """Central's key vouches for a booking's code; the list of bookings tells what it is worth."""
        bookings = self.surroundings.bookings
        told = [Key(public, Signer.CENTRAL) for public in bookings.keys.values()]
        keyring = self.surroundings.keyring.with_keys(told)
        booking = bookings.by_reference.get(code.payload)
        if not self._genuine(code, b"b", Signer.CENTRAL, keyring) or booking is None:
            self.send(on.CodeRead(on.UnknownBooking()))
            return
        self.send(on.CodeRead(await self._known_booking(booking)))

    async def _find_ticket_of(self, effect: do.FindTicketOf) -> None:
        found = await self._known_booking(effect.booking)
        self.send(on.BookingFound(effect.request, found))

    async def _known_booking(self, booking: Booking) -> on.KnownBooking:
        return on.KnownBooking(booking, await self._world.store.find_booked(booking.id))

    async def _keep_survey(self, survey: Survey, language: str) -> None:
        await self._world.store.keep_survey(survey, language)
        self._world.wake_sync()

    def _fresh_id(self) -> UUID:
        milliseconds = int(self._world.clock.now().timestamp() * 1000)
        return uuid7(milliseconds, self._world.randomness(10))
