"""What can happen to a visit: touches, readings, answers, the end of patience."""

from dataclasses import dataclass, field
from uuid import UUID

from kiosk.domain.booking import Booking
from kiosk.domain.codes import IdentityCandidate, StaffCode, UnknownCode
from kiosk.domain.devices import PaperOutcome, RollStep, Untaken
from kiosk.domain.identity import IdentityOutcome
from kiosk.domain.model import AgencyId, EventId, RequestId, ServiceId
from kiosk.domain.receipt import Receipt
from kiosk.domain.staff import Act, Exported, LayoutPart, LogLine, Offset, PinVerdict
from kiosk.domain.statistics import Figures, Period
from kiosk.domain.ticket import IssueRefusal, Ticket


@dataclass(frozen=True, slots=True)
class TakeWanted:
    """'Ambil nomor antrean', or a touch anywhere on the attract screen's ground."""


@dataclass(frozen=True, slots=True)
class KnownTicket:
    """A ticket code of ours whose signature was checked and whose ticket was found."""

    ticket: Ticket
    rated: bool = False
    """Its survey was already answered."""
    receipt: Receipt | None = None
    """What waits for who handed in documents with it."""


@dataclass(frozen=True, slots=True)
class KnownReceipt:
    """A receipt of ours that was found by its own code."""

    receipt: Receipt


@dataclass(frozen=True, slots=True)
class TicketElsewhere:
    """A genuine ticket of today, of another kiosk of this mall: what it is for is not known here."""


@dataclass(frozen=True, slots=True)
class KnownBooking:
    """A booking of ours that was found, and the ticket this kiosk made of it before."""

    booking: Booking
    ticket: Ticket | None = None


@dataclass(frozen=True, slots=True)
class UnknownBooking:
    """A code that claims to be a booking, and is none that we know."""


ReadCode = (
    KnownTicket
    | TicketElsewhere
    | KnownReceipt
    | KnownBooking
    | UnknownBooking
    | StaffCode
    | IdentityCandidate
    | UnknownCode
)


@dataclass(frozen=True, slots=True)
class CodeRead:
    """The scanner read a code."""

    code: ReadCode


@dataclass(frozen=True, slots=True)
class IdentityAnswered:
    """The gateway judged, or did not answer."""

    request: RequestId
    outcome: IdentityOutcome


@dataclass(frozen=True, slots=True)
class GreetingOver:
    """The greeting was on screen long enough."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class WithoutIdentity:
    """'Lanjut tanpa IKD'."""


@dataclass(frozen=True, slots=True)
class Back:
    """One screen back."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The visitor ends the visit: exit, finish, saved, end now."""


@dataclass(frozen=True, slots=True)
class AgenciesWanted:
    """'Semua instansi'."""


@dataclass(frozen=True, slots=True)
class AgencyChosen:
    """An agency was touched."""

    agency: AgencyId


@dataclass(frozen=True, slots=True)
class EventChosen:
    """A life event was touched."""

    event: EventId


@dataclass(frozen=True, slots=True)
class SearchWanted:
    """'Cari'."""


@dataclass(frozen=True, slots=True)
class QueryChanged:
    """The search text changed."""

    query: str


@dataclass(frozen=True, slots=True)
class ServiceChosen:
    """A service was touched."""

    service: ServiceId


@dataclass(frozen=True, slots=True)
class PriorityToggled:
    """The priority row was touched."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """'Ambil nomor' on the detail screen."""


@dataclass(frozen=True, slots=True)
class TicketRecorded:
    """The ticket is on disk."""

    request: RequestId
    ticket: Ticket


@dataclass(frozen=True, slots=True)
class TicketRefused:
    """No number could be given."""

    request: RequestId
    reason: IssueRefusal


@dataclass(frozen=True, slots=True)
class PaperChanged:
    """A print job came further or stopped. `subject` is what its paper is of: see PrintJob."""

    subject: UUID
    outcome: PaperOutcome


@dataclass(frozen=True, slots=True)
class PaperUntaken:
    """A paper was not taken from the printer's mouth; its visitor was called so many times before."""

    untaken: Untaken
    calls: int = 0


@dataclass(frozen=True, slots=True)
class ReprintWanted:
    """'Cetak lagi'."""


@dataclass(frozen=True, slots=True)
class PaperSeen:
    """'Ya' where the screen asks whether the ticket came out."""


@dataclass(frozen=True, slots=True)
class PaperMissed:
    """'Tidak' there."""


@dataclass(frozen=True, slots=True)
class ListWanted:
    """'Cetak di kertas': the requirements of a service on paper."""


@dataclass(frozen=True, slots=True)
class ReceiptWanted:
    """'Cetak tanda terima'."""


@dataclass(frozen=True, slots=True)
class AnotherService:
    """'Layanan lain', 'Coba lagi': on with the same visit."""


@dataclass(frozen=True, slots=True)
class StaffWanted:
    """'Panggil petugas'."""


# --- check-in ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CheckInWanted:
    """'Sudah daftar online', or 'Ketik ulang' after a code that was not found."""


@dataclass(frozen=True, slots=True)
class TypingWanted:
    """'Ketik kode daftar'."""


@dataclass(frozen=True, slots=True)
class CodeChanged:
    """The typed booking code changed."""

    text: str


@dataclass(frozen=True, slots=True)
class CodeTyped:
    """The typed booking code is complete."""


@dataclass(frozen=True, slots=True)
class BookingFound:
    """The ledger told whether a booking has its number."""

    request: RequestId
    found: KnownBooking


@dataclass(frozen=True, slots=True)
class CheckInConfirmed:
    """'Lapor datang'."""


@dataclass(frozen=True, slots=True)
class FreshWanted:
    """'Ambil nomor baru' where a booking is of no use any more."""


# --- survey -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RatingWanted:
    """'Beri nilai layanan'."""


@dataclass(frozen=True, slots=True)
class UnitWanted:
    """'Pilih instansi' on the survey's first screen."""


@dataclass(frozen=True, slots=True)
class FaceChosen:
    """One of the four faces was touched: 1 to 4."""

    value: int


@dataclass(frozen=True, slots=True)
class FaceShown:
    """The chosen face was on screen long enough."""

    place: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """'Lewati pertanyaan', or 'Lanjut' after the profile."""


@dataclass(frozen=True, slots=True)
class ProfileChosen:
    """An option of the profile was touched."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class CommentChanged:
    """The comment changed."""

    text: str


@dataclass(frozen=True, slots=True)
class RatingEnded:
    """'Selesai' or 'Kirim': what was answered counts."""


# --- toolbar and dialogs ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """A language was touched."""

    language: str


@dataclass(frozen=True, slots=True)
class TextSizeWanted:
    """'Huruf'."""


@dataclass(frozen=True, slots=True)
class ContrastWanted:
    """'Kontras'."""


@dataclass(frozen=True, slots=True)
class LowReachWanted:
    """'Kursi roda'."""


@dataclass(frozen=True, slots=True)
class AudioToggled:
    """Speech on or off."""


@dataclass(frozen=True, slots=True)
class VolumeWanted:
    """Speech and sounds louder by so many steps; negative: softer."""

    steps: int


@dataclass(frozen=True, slots=True)
class SpeedWanted:
    """Speech faster by so many steps; negative: slower."""

    steps: int


@dataclass(frozen=True, slots=True)
class ScreenOffToggled:
    """'Gelapkan layar'."""


@dataclass(frozen=True, slots=True)
class HeadphonesChanged:
    """Headphones were plugged in or pulled out."""

    plugged: bool


@dataclass(frozen=True, slots=True)
class GuideWanted:
    """'Cara memakai anjungan'."""


@dataclass(frozen=True, slots=True)
class LanguagesWanted:
    """'Bahasa'."""


@dataclass(frozen=True, slots=True)
class AudioWanted:
    """'Suara'."""


@dataclass(frozen=True, slots=True)
class HelpWanted:
    """'Bantuan'."""


@dataclass(frozen=True, slots=True)
class SaveWanted:
    """'Simpan ke HP'."""


@dataclass(frozen=True, slots=True)
class DialogClosed:
    """A dialog was left: close, cancel, 'Ya, lanjutkan'."""


# --- staff ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StaffEntered:
    """The hidden gesture of staff: the place's name held, then the clock."""


@dataclass(frozen=True, slots=True)
class PinTyped:
    """A whole PIN was typed."""

    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PinJudged:
    """The door told whether it opens."""

    request: RequestId
    verdict: PinVerdict


@dataclass(frozen=True, slots=True)
class InspectionDue:
    """The panel should look at the machine anew."""

    attendance: RequestId


@dataclass(frozen=True, slots=True)
class Inspected:
    """The machine was looked at."""

    attendance: RequestId


@dataclass(frozen=True, slots=True)
class ActWanted:
    """A button of the panel."""

    act: Act


@dataclass(frozen=True, slots=True)
class ActConfirmed:
    """'Ya' to what the panel asked, or (False) a 'Tidak' that is an answer too."""

    well: bool = True


@dataclass(frozen=True, slots=True)
class PeriodChosen:
    """A period of the statistics."""

    period: Period


@dataclass(frozen=True, slots=True)
class FiguresCounted:
    """The ledger was counted, or (None) could not be."""

    request: RequestId
    figures: Figures | None


@dataclass(frozen=True, slots=True)
class RollMoved:
    """The printer's sensors saw a step of a change of the roll."""

    request: RequestId
    step: RollStep


@dataclass(frozen=True, slots=True)
class LayoutStepped:
    """A part of the layout was set up or down."""

    part: LayoutPart
    steps: int


@dataclass(frozen=True, slots=True)
class LayoutKept:
    """The layout is in the settings, or could not be written."""

    request: RequestId
    well: bool


@dataclass(frozen=True, slots=True)
class TargetTouched:
    """The target that is shown was touched so far beside its middle, or (None) cannot be."""

    offset: Offset


@dataclass(frozen=True, slots=True)
class LogRead:
    """The last lines of the log, the newest first, or (None) it could not be read."""

    request: RequestId
    lines: tuple[LogLine, ...] | None


@dataclass(frozen=True, slots=True)
class ExportWanted:
    """'Simpan ke USB': the log or the statistics, whichever is open."""


@dataclass(frozen=True, slots=True)
class ExportEnded:
    """The file is on the stick, or why not."""

    request: RequestId
    end: Exported


@dataclass(frozen=True, slots=True)
class PatienceEnded:
    """Nobody touched anything for as long as this state waits."""


@dataclass(frozen=True, slots=True)
class WentWrong:
    """A mistake of ours: while `request` was carried out, or (None) in the step itself."""

    request: RequestId | None


@dataclass(frozen=True, slots=True)
class ServiceStopped:
    """The kiosk cannot serve: no ledger, or staff closed it."""

    reason: str


@dataclass(frozen=True, slots=True)
class ServiceResumed:
    """What the kiosk was closed for is over."""

    reason: str


Event = (
    TakeWanted
    | CodeRead
    | IdentityAnswered
    | GreetingOver
    | WithoutIdentity
    | Back
    | Finished
    | AgenciesWanted
    | AgencyChosen
    | EventChosen
    | SearchWanted
    | QueryChanged
    | ServiceChosen
    | PriorityToggled
    | Confirmed
    | TicketRecorded
    | TicketRefused
    | PaperChanged
    | PaperUntaken
    | ReprintWanted
    | PaperSeen
    | PaperMissed
    | ListWanted
    | ReceiptWanted
    | AnotherService
    | StaffWanted
    | CheckInWanted
    | TypingWanted
    | CodeChanged
    | CodeTyped
    | BookingFound
    | CheckInConfirmed
    | FreshWanted
    | RatingWanted
    | UnitWanted
    | FaceChosen
    | FaceShown
    | Skipped
    | ProfileChosen
    | CommentChanged
    | RatingEnded
    | VolumeWanted
    | SpeedWanted
    | ScreenOffToggled
    | HeadphonesChanged
    | GuideWanted
    | LanguageChosen
    | TextSizeWanted
    | ContrastWanted
    | LowReachWanted
    | AudioToggled
    | LanguagesWanted
    | AudioWanted
    | HelpWanted
    | SaveWanted
    | DialogClosed
    | StaffEntered
    | PinTyped
    | PinJudged
    | InspectionDue
    | Inspected
    | ActWanted
    | ActConfirmed
    | PeriodChosen
    | FiguresCounted
    | RollMoved
    | LayoutStepped
    | LayoutKept
    | TargetTouched
    | LogRead
    | ExportWanted
    | ExportEnded
    | PatienceEnded
    | WentWrong
    | ServiceStopped
    | ServiceResumed
)
