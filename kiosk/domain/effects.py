"""What a step asks the runner to do. Effects are orders; their answers come back as events."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kiosk.domain.booking import Booking
from kiosk.domain.events import Event
from kiosk.domain.identity import IkdPayload
from kiosk.domain.model import RequestId, ServiceId, VisitId
from kiosk.domain.receipt import Receipt
from kiosk.domain.staff import Act, Finding, Layout
from kiosk.domain.statistics import Period
from kiosk.domain.survey import Survey
from kiosk.domain.ticket import Ticket, TicketDraft


@dataclass(frozen=True, slots=True)
class VerifyIdentity:
    """Have the gateway judge a code, once; answered by IdentityAnswered."""

    request: RequestId
    visit: VisitId
    payload: IkdPayload


@dataclass(frozen=True, slots=True)
class IssueTicket:
    """Get a number and commit it; answered by TicketRecorded or TicketRefused."""

    request: RequestId
    draft: TicketDraft


@dataclass(frozen=True, slots=True)
class PrintCopy:
    """Print a ticket again, marked as a copy."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class PrintReceipt:
    """Print a receipt for documents; how it goes comes back as PaperChanged of the receipt's id.

    `ticket` is the one whose survey may still be answered: a site may have a slip printed for it.
    """

    receipt: Receipt
    language: str
    ticket: Ticket | None = None


@dataclass(frozen=True, slots=True)
class PrintRequirements:
    """Print what a service asks for; how it goes comes back as PaperChanged of `paper`."""

    paper: UUID
    service: ServiceId
    language: str


@dataclass(frozen=True, slots=True)
class FindTicketOf:
    """Look up whether a booking has its number here; answered by BookingFound."""

    request: RequestId
    booking: Booking


@dataclass(frozen=True, slots=True)
class KeepSurvey:
    """Commit what was answered; one survey for each ticket."""

    survey: Survey
    language: str


class StaffReason(StrEnum):
    """Why staff are called."""

    HELP = "help"
    PAPER_OUT = "paper-out"
    JAM = "jam"
    PRINTER = "printer"


@dataclass(frozen=True, slots=True)
class CallStaff:
    """Tell central that somebody needs a person here."""

    reason: StaffReason


@dataclass(frozen=True, slots=True)
class After:
    """Send an event to the session after some seconds."""

    seconds: float
    event: Event


class Sound(StrEnum):
    """Short sounds, always paired with a visible change."""

    SUCCESS = "success"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Play:
    """Play a sound."""

    sound: Sound


@dataclass(frozen=True, slots=True)
class Say:
    """Show a line for two seconds; `key` names the words."""

    key: str


@dataclass(frozen=True, slots=True)
class EndVisit:
    """Record that a visit ended, without saying whose it was."""

    visit: VisitId
    outcome: str


# --- staff ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class JudgePin:
    """Judge a PIN, or (None) only tell how the door is; answered by PinJudged."""

    request: RequestId
    pin: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Inspect:
    """Look at the machine; answered by Inspected."""

    attendance: RequestId


@dataclass(frozen=True, slots=True)
class KeepClosed:
    """Remember, over restarts, whether staff have closed the kiosk."""

    closed: bool


@dataclass(frozen=True, slots=True)
class Audit:
    """Tell central what staff did, and how a test went, without a name."""

    act: Act
    result: Finding | None = None


@dataclass(frozen=True, slots=True)
class PrintTest:
    """Print the test page; how it goes comes back as PaperChanged of `paper`."""

    paper: UUID


@dataclass(frozen=True, slots=True)
class CountFigures:
    """Count what the ledger tells of a period up to `local`; answered by FiguresCounted."""

    request: RequestId
    period: Period
    local: datetime


@dataclass(frozen=True, slots=True)
class WatchRoll:
    """Watch a change of the roll, told by RollMoved; None ends the watch."""

    request: RequestId | None


@dataclass(frozen=True, slots=True)
class CountRollAnew:
    """The roll that is in now is whole."""


@dataclass(frozen=True, slots=True)
class KeepLayout:
    """Write how the panel hangs into the settings, and follow it; answered by LayoutKept."""

    request: RequestId
    layout: Layout


@dataclass(frozen=True, slots=True)
class ReadLog:
    """Read the last lines of the log; answered by LogRead."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class ExportLog:
    """Put the last lines of the log on a stick; answered by ExportEnded."""

    request: RequestId
    local: datetime


@dataclass(frozen=True, slots=True)
class ExportFigures:
    """Put what a period's statistics count on a stick, as a table; answered by ExportEnded."""

    request: RequestId
    period: Period
    local: datetime


@dataclass(frozen=True, slots=True)
class Restart:
    """Start the kiosk anew, once central can be told of it."""


StaffOrder = (
    JudgePin
    | Inspect
    | KeepClosed
    | Audit
    | PrintTest
    | CountFigures
    | WatchRoll
    | CountRollAnew
    | KeepLayout
    | ReadLog
    | ExportLog
    | ExportFigures
    | Restart
)

Effect = (
    VerifyIdentity
    | IssueTicket
    | PrintCopy
    | PrintReceipt
    | PrintRequirements
    | FindTicketOf
    | KeepSurvey
    | CallStaff
    | After
    | Play
    | Say
    | EndVisit
    | StaffOrder
)
