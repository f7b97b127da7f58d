"""What a visit can be. All that is known of the visitor lives in the state; Idle knows nothing."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from uuid import UUID

from kiosk.domain.booking import Booking
from kiosk.domain.devices import PaperOutcome, RollStep
from kiosk.domain.identity import NotVerified, Verified
from kiosk.domain.model import AgencyId, EventId, RequestId, ServiceId, TicketId, VisitId
from kiosk.domain.preferences import Preferences
from kiosk.domain.receipt import Receipt
from kiosk.domain.staff import (
    TARGETS,
    Act,
    CodeKind,
    Exported,
    Finding,
    Layout,
    LogLine,
    Offset,
    PinVerdict,
)
from kiosk.domain.statistics import Figures, Period
from kiosk.domain.survey import Survey
from kiosk.domain.ticket import Ticket

REPRINT_WITHIN = timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class Visit:
    """One visitor, from the first touch or scan to the end."""

    id: VisitId
    preferences: Preferences = Preferences()
    identity: Verified | None = None
    tickets: tuple[Ticket, ...] = ()

    def ticket_for(self, service: ServiceId) -> Ticket | None:
        """The number this visitor already holds for a service."""
        return next((t for t in self.tickets if t.draft.service == service), None)


# --- what the catalogue shows (S02 to S06) ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Front:
    """Popular services and life events."""


@dataclass(frozen=True, slots=True)
class Search:
    """The search with its keyboard."""

    query: str = ""


@dataclass(frozen=True, slots=True)
class Agencies:
    """All agencies."""


@dataclass(frozen=True, slots=True)
class AgencyServices:
    """The services of one agency."""

    agency: AgencyId


@dataclass(frozen=True, slots=True)
class EventServices:
    """The services a life event needs, in order."""

    event: EventId


View = Front | Search | Agencies | AgencyServices | EventServices


# --- states -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Closed:
    """Out of service (S20)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Idle:
    """Nobody is here (S00)."""


@dataclass(frozen=True, slots=True)
class Arriving:
    """The attract screen of someone who has set a language, a text size or the like (S00)."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class Identifying:
    """An identity code is awaited, judged, or was refused (S01).

    `request` names the question put to the gateway; `greeted` shows the answer for a moment.
    """

    visit: Visit
    request: RequestId | None = None
    problem: NotVerified | None = None
    greeted: bool = False


@dataclass(frozen=True, slots=True)
class Choosing:
    """The catalogue (S02 to S06)."""

    visit: Visit
    view: View = field(default_factory=Front)


@dataclass(frozen=True, slots=True)
class Reviewing:
    """One service with what it needs (S07)."""

    visit: Visit
    service: ServiceId
    back: View
    priority: bool = False
    draft: TicketId | None = None
    """The name of a ticket that was tried before: trying again must not make a second one."""


@dataclass(frozen=True, slots=True)
class Issuing:
    """The number is being made (S08)."""

    visit: Visit
    service: ServiceId
    request: RequestId
    draft: TicketId
    booking: Booking | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """The number is on screen, whatever the paper does (S09, S10)."""

    visit: Visit
    ticket: Ticket
    paper: PaperOutcome
    reprinted: bool = False
    recalled: bool = False
    staff_called: bool = False
    begun: bool = False
    """The printer began with it, so that a part may be out where it stopped."""

    @property
    def asked(self) -> bool:
        """True where only the visitor can tell whether paper came out, and may have a copy."""
        return self.paper is PaperOutcome.IN_DOUBT and not self.reprinted

    def may_reprint(self, local: datetime) -> bool:
        """True once the paper left the printer, for one copy, within three minutes."""
        fresh = local - self.ticket.draft.at <= REPRINT_WITHIN
        return fresh and not self.reprinted and self.paper.left_the_printer


# --- check-in (S11, S12) ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShowCode:
    """A booking's QR is awaited; `unknown` after one that was not found."""

    unknown: bool = False


@dataclass(frozen=True, slots=True)
class TypeCode:
    """The code is typed. `request` names the look-up; `unknown` after one that found nothing."""

    text: str = ""
    request: RequestId | None = None
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class FoundBooking:
    """A booking that can be checked in."""

    booking: Booking


CheckInPage = ShowCode | TypeCode | FoundBooking


@dataclass(frozen=True, slots=True)
class CheckingIn:
    """Somebody who booked online reports that they came (S11, S12)."""

    visit: Visit
    page: CheckInPage = field(default_factory=ShowCode)


# --- survey (S13 to S15) ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FindingUnit:
    """Whom a survey is about is told by a ticket's QR or picked from a list (S13, S04).

    `unknown` after a code that is no ticket of ours.
    """

    visit: Visit
    picking: bool = False
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One of the nine elements, by its place; `answered` shows the chosen face for a moment."""

    place: int
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """A little about who answers, all of it optional."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A suggestion in words."""


@dataclass(frozen=True, slots=True)
class Rating:
    """Somebody judges a service (S14)."""

    visit: Visit
    survey: Survey
    page: Question | Profile | Comment = Question(0)


@dataclass(frozen=True, slots=True)
class Thanked:
    """The survey is kept (S15)."""

    visit: Visit


# --- receipts ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Collecting:
    """A receipt for documents waits for who showed its ticket, or its own code.

    `ticket` is the one whose survey may still be answered. `paper` is how the receipt's own paper
    goes, once it was asked for.
    """

    visit: Visit
    receipt: Receipt
    ticket: Ticket | None = None
    paper: PaperOutcome | None = None
    staff_called: bool = False


# --- error cards and dialogs ------------------------------------------------------------------


class TroubleKind(Enum):
    """Why a visit cannot go on as wished; each has words and a way forward."""

    OFFLINE = "offline.hard"
    QUOTA = "quota"
    CLOSED = "closed"
    BOOKING_UNKNOWN = "booking.unknown"
    BOOKING_DAY = "booking.day"
    BOOKING_LATE = "booking.late"
    BOOKING_OTHER = "booking.other"
    BOOKING_DONE = "booking.done"
    GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error card. A late answer to `request` still brings its ticket on screen.

    `booking` is the one the card is about, `ticket` the number it became here.
    """

    visit: Visit
    kind: TroubleKind
    service: ServiceId | None = None
    request: RequestId | None = None
    draft: TicketId | None = None
    staff_called: bool = False
    booking: Booking | None = None
    ticket: Ticket | None = None


class Overlay(Enum):
    """A dialog above a screen."""

    STILL_HERE = "timeout"
    LANGUAGE = "language"
    AUDIO = "audio"
    HELP = "help"
    GUIDE = "howto"
    SAVE = "qr"


Screen = (
    Arriving
    | Identifying
    | Choosing
    | Reviewing
    | Issuing
    | Issued
    | CheckingIn
    | FindingUnit
    | Rating
    | Thanked
    | Collecting
    | Trouble
)


@dataclass(frozen=True, slots=True)
class ListPaper:
    """A list that is printed: its name, and how it goes."""

    paper: UUID
    outcome: PaperOutcome


@dataclass(frozen=True, slots=True)
class Overlaid:
    """A dialog above a screen that stays as it was."""

    under: Screen
    overlay: Overlay
    called_at: datetime | None = None
    """When staff were called from the help dialog, local time."""
    listed: ListPaper | None = None
    """The list of requirements on paper, once it was asked for."""

    @property
    def visit(self) -> Visit:
        """The visit below."""
        return self.under.visit


# --- staff ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EnterPin:
    """The door (S30): a PIN may be typed, or `request` names the one being judged."""

    request: RequestId | None = None
    verdict: PinVerdict | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """The panel (S31); `asking` names the act that waits for an answer: to stop service, or a test's."""

    asking: Act | None = None


@dataclass(frozen=True, slots=True)
class ScanTest:
    """Any code is awaited (S32); `read` tells of the last one what kind it was."""

    read: CodeKind | None = None


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the ledger tells of a period (S40); None while `request` is being counted, or was in vain.

    `exporting` names the export that is under way.
    """

    request: RequestId
    period: Period = Period.DAY
    figures: Figures | None = None
    failed: bool = False
    exporting: RequestId | None = None
    exported: Exported | None = None


@dataclass(frozen=True, slots=True)
class RollPage:
    """A change of the roll (S33), watched by the printer's own sensors; `request` names the watch."""

    request: RequestId
    step: RollStep = RollStep.OPEN


@dataclass(frozen=True, slots=True)
class LayoutPage:
    """How the panel hangs (S35), as it was set so far; `request` while it is being kept."""

    layout: Layout
    request: RequestId | None = None
    kept: bool | None = None


@dataclass(frozen=True, slots=True)
class TouchTest:
    """Targets to touch one after another (S34), and how far beside each was touched."""

    offsets: tuple[Offset, ...] = ()

    @property
    def over(self) -> bool:
        """True once all were touched, or given up."""
        return len(self.offsets) >= TARGETS


@dataclass(frozen=True, slots=True)
class LogPage:
    """The last lines of the log (S36); `exporting` names the export that is under way."""

    request: RequestId
    lines: tuple[LogLine, ...] | None = None
    failed: bool = False
    exporting: RequestId | None = None
    exported: Exported | None = None


StaffPage = EnterPin | Board | ScanTest | Statistics | RollPage | LayoutPage | TouchTest | LogPage


@dataclass(frozen=True, slots=True)
class Attending:
    """Staff are at the kiosk (S30 to S40). Nobody's visit exists.

    `attendance` names this time of theirs; `closed` is why the kiosk is out of service without them.
    `asked` while they are asked whether they are still there. `tests` tells how each test went,
    `paper` is the test page under way.
    """

    attendance: RequestId
    page: StaffPage = field(default_factory=Board)
    closed: str | None = None
    asked: bool = False
    tests: tuple[tuple[Act, Finding], ...] = ()
    paper: UUID | None = None

    def finding(self, act: Act) -> Finding | None:
        """How a test went."""
        return dict(self.tests).get(act)


State = Closed | Idle | Screen | Overlaid | Attending


def visit_of(state: State) -> Visit | None:
    """The visit, when somebody is here."""
    return None if isinstance(state, Closed | Idle | Attending) else state.visit
