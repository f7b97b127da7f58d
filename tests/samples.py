"""One of everything the session can be and hear, for tests that walk the whole product."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from uuid import UUID

from kiosk.domain import events as on
from kiosk.domain.booking import Booking, Bookings, code_digest
from kiosk.domain.catalogue import Catalogue, parse_catalogue
from kiosk.domain.codes import (
    EnrolmentCode,
    IdentityCandidate,
    TechnicianCode,
    UnknownCode,
    ticket_reference,
)
from kiosk.domain.devices import CameraState, PaperOutcome, PrinterState, RollStep, Untaken
from kiosk.domain.events import Event
from kiosk.domain.hall import Fresh, Hall
from kiosk.domain.identity import IkdPayload, NotVerified, Verified
from kiosk.domain.label import AuthorityLabel, QueueCode
from kiosk.domain.model import AgencyId, BookingId, EventId, RequestId, ServiceId, TicketId, VisitId
from kiosk.domain.preferences import Preferences
from kiosk.domain.receipt import Receipt, ReceiptId, Receipts
from kiosk.domain.session import step
from kiosk.domain.staff import (
    TARGETS,
    Act,
    CodeKind,
    Exported,
    Layout,
    LayoutPart,
    Locked,
    Ready,
    Right,
    Unset,
    Wrong,
)
from kiosk.domain.states import (
    Agencies,
    AgencyServices,
    Arriving,
    Attending,
    Board,
    CheckingIn,
    Choosing,
    Closed,
    Collecting,
    Comment,
    EnterPin,
    EventServices,
    FindingUnit,
    FoundBooking,
    Front,
    Identifying,
    Idle,
    Issued,
    Issuing,
    LayoutPage,
    ListPaper,
    LogPage,
    Overlaid,
    Overlay,
    Profile,
    Question,
    Rating,
    Reviewing,
    RollPage,
    ScanTest,
    Screen,
    Search,
    ShowCode,
    StaffPage,
    State,
    Statistics,
    Thanked,
    TouchTest,
    Trouble,
    TroubleKind,
    TypeCode,
    Visit,
)
from kiosk.domain.statistics import Period, Rows, figures
from kiosk.domain.stepping import Step
from kiosk.domain.survey import ELEMENTS, Element, Survey
from kiosk.domain.ticket import IssueRefusal, Ticket, TicketDraft

ROOT = Path(__file__).parent.parent
THURSDAY = datetime.fromisoformat("2026-08-06T09:41:00+07:00")
SERVICE = ServiceId("disdukcapil.ktp-el-hilang")
AGENCY = AgencyId("disdukcapil")
LIFE_EVENT = EventId("lahir")
PAYLOAD = b"IKD-secret-payload-8842"
SITI = Verified("Siti", "S*** R******")
FULL_NAME = "Siti Rahmawati"
CODE = "7Q2K-9F4M"
PIN = "482915"


@cache
def catalogue() -> Catalogue:
    """The sample catalogue."""
    return parse_catalogue((ROOT / "resources/catalogue/sample.json").read_bytes())


def booking(starts: datetime = THURSDAY + timedelta(minutes=19)) -> Booking:
    """A place booked for half an hour."""
    return Booking(
        BookingId(UUID(int=70)),
        SERVICE,
        starts,
        starts + timedelta(minutes=30),
        masked_name=SITI.masked_name,
    )


def bookings(*listed: Booking) -> Bookings:
    """The list central would send; the first booking has the code CODE."""
    return Bookings(
        {ticket_reference(one.id.bytes): one for one in listed},
        {code_digest(CODE): one for one in listed[:1]},
    )


def survey(*, of_ticket: bool = True) -> Survey:
    """A judgement that has begun."""
    found = Survey(UUID(int=80), AGENCY, answers=((Element.REQUIREMENTS, 3),))
    return replace(found, service=SERVICE, ticket=ticket().id) if of_ticket else found


def hall(local: datetime = THURSDAY, request: int = 7) -> Hall:
    """An open hall on a Thursday morning."""
    return Hall(
        catalogue=catalogue(),
        local=local,
        fresh=Fresh(
            VisitId(UUID(int=90)), TicketId(UUID(int=91)), RequestId(request), UUID(int=92)
        ),
        printer=PrinterState.READY,
        camera=CameraState.READY,
        waiting={QueueCode("K"): 4},
        bookings=bookings(booking()),
        languages=("id", "en", "jv", "su"),
    )


def draft(number: int = 1) -> TicketDraft:
    """A confirmed wish for a number."""
    return TicketDraft(
        id=TicketId(UUID(int=number)),
        visit=VisitId(UUID(int=50)),
        service=SERVICE,
        queue=QueueCode("K"),
        day=THURSDAY.date(),
        at=THURSDAY,
        priority=False,
        language="id",
        masked_name=SITI.masked_name,
    )


def ticket(number: int = 27) -> Ticket:
    """A recorded ticket."""
    label = AuthorityLabel(QueueCode("K"), number)
    code = "https://mpp.example.go.id/t/" + "A" * 108
    return Ticket(draft(number), label, "7Q2K-9F4M", 4, None, code)


def receipt(*, printed: bool = False) -> Receipt:
    """Documents handed in with the ticket."""
    return Receipt(
        id=ReceiptId(UUID(int=60)),
        ticket=ticket().id,
        label=str(ticket().label),
        service=SERVICE,
        documents=("KTP-el asli", "Kartu Keluarga"),
        received=THURSDAY,
        promised=date(2026, 8, 13),
        spoken_code="4K7M-2W9F",
        printed=printed,
    )


def receipts(*listed: Receipt) -> Receipts:
    """A list of receipts as central sends it."""
    return Receipts(
        {ticket_reference(one.ticket.bytes): one for one in listed},
        {one.reference: one for one in listed},
    )


def visit(*, identified: bool = True) -> Visit:
    """Somebody who came."""
    return Visit(VisitId(UUID(int=50)), identity=SITI if identified else None)


def screens() -> list[Screen]:
    """One of each screen a visitor can be on, with and without identity."""
    found: list[Screen] = []
    for one in (visit(), visit(identified=False), replace(visit(), tickets=(ticket(),))):
        found += [
            Arriving(replace(one, preferences=Preferences(language="en"))),
            Identifying(one),
            Identifying(one, request=RequestId(7)),
            Identifying(one, request=RequestId(7), greeted=True),
            Identifying(one, problem=NotVerified.EXPIRED),
            Choosing(one, Front()),
            Choosing(one, Search("ktp")),
            Choosing(one, Agencies()),
            Choosing(one, AgencyServices(AGENCY)),
            Choosing(one, EventServices(LIFE_EVENT)),
            Reviewing(one, SERVICE, Front()),
            Issuing(one, SERVICE, RequestId(7), TicketId(UUID(int=27))),
            *(Issued(one, ticket(), outcome) for outcome in PaperOutcome),
            Issued(one, ticket(), PaperOutcome.PRINTED, recalled=True),
            Issued(one, ticket(), PaperOutcome.PAPER_OUT, begun=True),
            *(Trouble(one, kind, SERVICE, RequestId(7)) for kind in TroubleKind),
            Trouble(one, TroubleKind.BOOKING_DONE, SERVICE, booking=booking(), ticket=ticket()),
            CheckingIn(one),
            CheckingIn(one, ShowCode(unknown=True)),
            CheckingIn(one, TypeCode("7Q2K")),
            CheckingIn(one, TypeCode("7Q2K9F4M", unknown=True)),
            CheckingIn(one, TypeCode("7Q2K9F4M", request=RequestId(7))),
            CheckingIn(one, FoundBooking(booking())),
            FindingUnit(one),
            FindingUnit(one, unknown=True),
            FindingUnit(one, picking=True),
            *(Rating(one, survey(), Question(place)) for place in (0, 4, len(ELEMENTS) - 1)),
            Rating(one, Survey(UUID(int=81), AGENCY), Question(0)),
            Rating(one, survey(of_ticket=False), Question(0, answered=True)),
            Rating(one, survey(), Profile()),
            Rating(one, survey(), Comment()),
            Thanked(one),
            Collecting(one, receipt(), ticket()),
            *(Collecting(one, receipt(), paper=outcome) for outcome in PaperOutcome),
        ]
    return found


def staff() -> list[Attending]:
    """Staff at the door and at every page behind it, at a kiosk that was open or closed before."""
    here, paper = RequestId(7), UUID(int=92)
    lock = Locked(THURSDAY + timedelta(minutes=5))
    pages: list[StaffPage] = [
        EnterPin(),
        EnterPin(here),
        *(EnterPin(verdict=verdict) for verdict in (Ready(), Wrong(3), lock, Unset())),
        Board(),
        Board(asking=Act.CLOSED),
        Board(asking=Act.SOUND),
        ScanTest(),
        ScanTest(CodeKind.TICKET),
        *(RollPage(here, step) for step in RollStep),
        TouchTest(),
        TouchTest((None,) * TARGETS),
        LayoutPage(Layout()),
        LayoutPage(Layout(), here),
        LayoutPage(Layout(), kept=False),
        LogPage(here),
        LogPage(here, (), exporting=here),
        Statistics(here),
        Statistics(here, Period.WEEK, figures(Rows([], [], 0))),
    ]
    return [
        Attending(here, page, closed, asked, paper=paper if asked else None)
        for page in pages
        for closed in (None, "technician", "catalogue")
        for asked in ((False, True) if not isinstance(page, EnterPin) else (False,))
    ]


def states() -> list[State]:
    """Every kind of state."""
    overlaid = [Overlaid(under, overlay) for under in screens() for overlay in Overlay]
    service = Reviewing(visit(), SERVICE, Front())
    listed = [
        Overlaid(service, Overlay.SAVE, listed=ListPaper(UUID(int=92), outcome))
        for outcome in PaperOutcome
    ]
    return [Idle(), Closed("technician"), *screens(), *overlaid, *listed, *staff()]


def events() -> list[Event]:
    """One of every event, answers with right and with stale names."""
    found: list[Event] = [
        on.TakeWanted(),
        on.CodeRead(on.KnownTicket(ticket())),
        on.CodeRead(on.KnownTicket(ticket(), rated=True)),
        on.CodeRead(on.KnownTicket(ticket(), receipt=receipt())),
        on.CodeRead(on.KnownReceipt(receipt(printed=True))),
        on.CodeRead(on.KnownBooking(booking())),
        on.CodeRead(on.KnownBooking(booking(), ticket())),
        on.CodeRead(on.UnknownBooking()),
        on.CodeRead(on.TicketElsewhere()),
        on.CodeRead(TechnicianCode()),
        on.CodeRead(EnrolmentCode()),
        on.CodeRead(IdentityCandidate(IkdPayload(PAYLOAD))),
        on.CodeRead(UnknownCode()),
        on.WithoutIdentity(),
        on.Back(),
        on.Finished(),
        on.AgenciesWanted(),
        on.AgencyChosen(AGENCY),
        on.AgencyChosen(AgencyId("nobody")),
        on.EventChosen(LIFE_EVENT),
        on.EventChosen(EventId("nothing")),
        on.SearchWanted(),
        on.QueryChanged("sim"),
        on.ServiceChosen(SERVICE),
        on.ServiceChosen(ServiceId("no.such")),
        on.PriorityToggled(),
        on.Confirmed(),
        on.PaperChanged(ticket().id, PaperOutcome.PAPER_OUT),
        on.PaperChanged(ticket().id, PaperOutcome.PRINTED),
        on.PaperChanged(receipt().id, PaperOutcome.PRINTED),
        on.PaperChanged(UUID(int=92), PaperOutcome.JAM),
        on.PaperUntaken(Untaken(ticket().id, THURSDAY)),
        on.ReprintWanted(),
        on.PaperSeen(),
        on.PaperMissed(),
        on.ListWanted(),
        on.ReceiptWanted(),
        on.AnotherService(),
        on.StaffWanted(),
        on.CheckInWanted(),
        on.TypingWanted(),
        on.CodeChanged("7q2k-9f4m"),
        on.CodeTyped(),
        on.CheckInConfirmed(),
        on.FreshWanted(),
        on.RatingWanted(),
        on.UnitWanted(),
        on.FaceChosen(4),
        on.FaceChosen(7),
        on.FaceShown(0),
        on.Skipped(),
        on.ProfileChosen("age", "26-40"),
        on.ProfileChosen("age", "ten"),
        on.CommentChanged("Ramah sekali"),
        on.RatingEnded(),
        on.VolumeWanted(1),
        on.SpeedWanted(-1),
        on.ScreenOffToggled(),
        on.HeadphonesChanged(plugged=True),
        on.HeadphonesChanged(plugged=False),
        on.GuideWanted(),
        on.LanguageChosen("en"),
        on.LanguageChosen("xx"),
        on.TextSizeWanted(),
        on.ContrastWanted(),
        on.LowReachWanted(),
        on.AudioToggled(),
        on.LanguagesWanted(),
        on.AudioWanted(),
        on.HelpWanted(),
        on.SaveWanted(),
        on.DialogClosed(),
        on.StaffEntered(),
        on.PinTyped(PIN),
        *(on.ActWanted(act) for act in Act),
        on.ActConfirmed(),
        on.ExportWanted(),
        *(on.LayoutStepped(part, steps) for part in LayoutPart for steps in (-1, 1)),
        on.TargetTouched((1.5, -2.0)),
        on.TargetTouched(None),
        *(on.PeriodChosen(period) for period in Period),
        on.ActConfirmed(well=False),
        on.PatienceEnded(),
        on.WentWrong(None),
        on.ServiceStopped("ledger"),
        on.ServiceResumed("technician"),
    ]
    for request in (RequestId(7), RequestId(3)):
        found += [
            on.IdentityAnswered(request, SITI),
            *(on.IdentityAnswered(request, outcome) for outcome in NotVerified),
            on.GreetingOver(request),
            *(on.PinJudged(request, one) for one in (Right(), Ready(), Wrong(4), Unset())),
            on.PinJudged(request, Locked(THURSDAY + timedelta(minutes=1), tried=True)),
            on.InspectionDue(request),
            on.Inspected(request),
            on.FiguresCounted(request, None),
            on.LogRead(request, ()),
            *(on.ExportEnded(request, end) for end in Exported),
            on.LayoutKept(request, well=True),
            *(on.RollMoved(request, step) for step in RollStep),
            on.WentWrong(request),
            on.BookingFound(request, on.KnownBooking(booking())),
            on.TicketRecorded(request, ticket()),
            *(on.TicketRefused(request, reason) for reason in IssueRefusal),
        ]
    return found


def utc(moment: datetime) -> datetime:
    """The same moment in UTC."""
    return moment.astimezone(UTC)


def walk(state: State, *events: Event) -> Step:
    """Take several events; the effects are the last step's."""
    answer = Step(state)
    for event in events:
        answer = step(answer.state, event, hall())
    return answer
