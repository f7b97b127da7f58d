"""`kiosk screens`: a picture of every screen in every dress, with an HTML page that shows them all.

The states are real ones, drawn by the same views as in a running kiosk. By default every pair
of two settings (screen and theme, text size and panel, ...) is seen at least once.
"""

import html
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from heapq import heapify, heapreplace
from itertools import combinations, product
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from kiosk import RESOURCES
from kiosk.domain.booking import Booking
from kiosk.domain.catalogue import Catalogue, parse_catalogue
from kiosk.domain.devices import CameraState, Film, PaperOutcome, PrinterState, RollStep, Sight
from kiosk.domain.hall import Hall
from kiosk.domain.identity import NotVerified, Verified
from kiosk.domain.label import (
    AuthorityLabel,
    Minute,
    OwnLabel,
    QueueCode,
    Slot,
    TicketLabel,
)
from kiosk.domain.model import BookingId, RequestId, ServiceId, TicketId, VisitId
from kiosk.domain.preferences import TEXT_SCALES, Preferences, Theme
from kiosk.domain.receipt import Receipt, ReceiptId
from kiosk.domain.setup import (
    NETWORK_PRINTER,
    Choose,
    Copy,
    Enrol,
    EnrolTrouble,
    Entry,
    Known,
    NewPin,
    Option,
    Page,
    PrinterChoice,
    Probe,
    Setup,
    Step,
    Subject,
    Summary,
    Type,
    Verdict,
)
from kiosk.domain.staff import (
    TECHNICIAN,
    Act,
    CodeKind,
    Equipment,
    Exported,
    Finding,
    Layout,
    Locked,
    LogLine,
    Ready,
    TouchTested,
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
    Search,
    ShowCode,
    State,
    Statistics,
    Thanked,
    TouchTest,
    Trouble,
    TroubleKind,
    TypeCode,
    Visit,
)
from kiosk.domain.statistics import Answered, Period, Rows, Way, figures
from kiosk.domain.statistics import Issued as FiguresOf
from kiosk.domain.survey import ELEMENTS, Element, Survey
from kiosk.domain.ticket import Estimate, Ticket, TicketDraft
from kiosk.domain.words import Words
from kiosk.qr_symbols import qr_matrix
from ui.photographer import Photographer
from ui.shell import prepare_qt
from ui.text import load_words
from ui.views.drawing import Drawing, Moment, Place
from ui.views.screens import screen_and_view, shell

MOMENT = datetime.fromisoformat("2026-08-06T09:41:00+07:00")
CODE = "https://mpp.example.go.id/t/" + "Ab3" * 36
EQUIPMENT = Equipment(
    paper_percent=14,
    paper_tickets=90,
    last_read=MOMENT - timedelta(minutes=3),
    film=Film(1280, 720, 30),
    waiting=0,
    answer_ms=24,
    touch=TouchTested(MOMENT - timedelta(days=5), Finding.GOOD),
    clock_offset=0.02,
    disk_free_mb=41_000,
    celsius=52,
    sight=Sight(86, 41),
)
PANELS = {
    "tall": (QSize(1080, 1920), False),
    "low-reach": (QSize(1080, 1920), True),
    "landscape": (QSize(1920, 1080), False),
    "1024x768": (QSize(1024, 768), False),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture: a named state in one dress."""

    name: str
    theme: Theme
    text_scale: float
    language: str
    panel: str

    @property
    def file(self) -> str:
        """Where the picture lies below the output folder."""
        scale = f"{self.text_scale:g}"
        return f"{self.name}-{self.panel}-{self.theme.value}-{scale}-{self.language}.png"


def run(out: Path, *, everything: bool) -> int:
    """Draw the matrix; returns the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare_qt()
    application = QGuiApplication.instance() or QGuiApplication(["screens"])
    out.mkdir(parents=True, exist_ok=True)
    catalogue = parse_catalogue((RESOURCES / "catalogue/sample.json").read_bytes())
    languages = load_words(RESOURCES / "text")
    shown = states(catalogue)
    cells = matrix(shown, tuple(languages), everything=everything)
    photographer = Photographer(RESOURCES, qr_matrix)
    for cell in cells:
        drawing = draw(cell, shown[cell.name], catalogue, languages)
        screen, view = screen_and_view(drawing)
        size, _ = PANELS[cell.panel]
        photographer.take(screen, view, shell(drawing), size).save(str(out / cell.file))
    photographer.close()
    (out / "index.html").write_text(index(cells), "utf-8")
    print(f"{len(cells)} pictures and {out / 'index.html'}")
    del application
    return 0


def matrix(
    names: Mapping[str, State | Setup], languages: Sequence[str], *, everything: bool
) -> list[Cell]:
    """The cells to draw: all of them, or enough to show every pair of two settings once."""
    rows = list(product(names, Theme, TEXT_SCALES, languages, PANELS))
    return [Cell(*row) for row in (rows if everything else pairwise(rows))]


Row = TypeVar("Row", bound=tuple[object, ...])


def pairwise(rows: Sequence[Row]) -> list[Row]:
    """Few rows in which every pair of values that occurs in `rows` occurs; greedy, in row order.

    What a row adds only shrinks while others are chosen, so only the first of the queue is counted anew.
    """
    pairs = [frozenset(combinations(enumerate(row), 2)) for row in rows]
    missing = set().union(*pairs)
    queue = [(-len(adds), place) for place, adds in enumerate(pairs)]
    heapify(queue)
    chosen = []
    while missing:
        before, place = queue[0]
        now = -len(missing & pairs[place])
        heapreplace(queue, (now, place))
        if now == before:
            missing -= pairs[place]
            chosen.append(place)
    return [rows[place] for place in sorted(chosen)]


def draw(
    cell: Cell, state: State | Setup, catalogue: Catalogue, languages: Mapping[str, Words]
) -> Drawing:
    """The state of a cell in its dress, in a busy hall."""
    _, low_reach = PANELS[cell.panel]
    language = state.known.language if isinstance(state, Setup) else cell.language
    preferences = Preferences(cell.language, cell.text_scale, cell.theme, low_reach)
    queues = [agency.queue for agency in catalogue.agencies.values()]
    hall = Hall(
        catalogue=catalogue,
        local=MOMENT,
        online="offline" not in cell.name,
        printer=PrinterState.PAPER_OUT if "paper-out" in cell.name else PrinterState.READY,
        camera=CameraState.MISSING if "no-camera" in cell.name else CameraState.READY,
        waiting={queue: (place + 4) % 12 for place, queue in enumerate(queues)},
        equipment=EQUIPMENT,
    )
    return Drawing(
        state=_dressed(state, preferences),
        hall=hall,
        words=languages[language],
        languages=languages,
        place=Place("A-03", "Kabupaten Cirebon"),
        moment=Moment(seconds_left=20),
    )


def _dressed(state: State | Setup, preferences: Preferences) -> State | Setup:
    match state:
        case Closed() | Idle() | Attending() | Setup():
            return state
        case Overlaid(under):
            visit = replace(under.visit, preferences=preferences)
            return replace(state, under=replace(under, visit=visit))
        case _:
            return replace(state, visit=replace(state.visit, preferences=preferences))


def states(catalogue: Catalogue) -> dict[str, State | Setup]:
    """One state for each screen, dialog and error, by the screen's name."""
    visit = Visit(VisitId(UUID(int=1)), identity=Verified("Siti", "S*** R******"))
    nobody = replace(visit, identity=None)
    service = max(catalogue.services.values(), key=lambda one: len(one.ticket_name)).id
    agency = max(catalogue.agencies.values(), key=lambda one: len(one.services)).id
    event = next(event.id for event in catalogue.events.values() if event.main)
    reviewing = Reviewing(visit, service, Front())
    starts = MOMENT + timedelta(minutes=19)
    booking = Booking(
        BookingId(UUID(int=3)),
        service,
        starts,
        starts + timedelta(minutes=30),
        place="Mal Pelayanan Publik Kota Bandung",
        masked_name="S*** R******",
        label="K 027",
    )
    survey = Survey(UUID(int=4), agency, service, answers=((Element.REQUIREMENTS, 4),))
    survey = survey.told("gender", "f").told("age", "26-40")
    survey = replace(survey, comment="Pelayanannya ramah, tetapi kursinya kurang")
    request = RequestId(1)
    given = AuthorityLabel(QueueCode("K"), 27)
    own = OwnLabel(QueueCode("KA"), Slot(2), Minute(9 * 60 + 34, 2))
    shown: dict[str, State | Setup] = {
        "S00": Arriving(nobody),
        "S01": Identifying(nobody),
        "S01-reading": Identifying(nobody, request=request),
        "S01-ok": Identifying(visit, request=request, greeted=True),
        "S01-expired": Identifying(nobody, problem=NotVerified.EXPIRED),
        "S01-no-camera": Identifying(nobody),
        "S02": Choosing(visit, Front()),
        "S02-offline": Choosing(nobody, Front()),
        "S03": Choosing(visit, Search("ktp")),
        "S03-none": Choosing(visit, Search("zzz")),
        "S04": Choosing(visit, Agencies()),
        "S05": Choosing(visit, AgencyServices(agency)),
        "S06": Choosing(visit, EventServices(event)),
        "S07": reviewing,
        "S07-paper-out": Reviewing(nobody, service, Front(), priority=True),
        "S08": Issuing(visit, service, request, TicketId(UUID(int=2))),
        "S09": Issued(visit, _ticket(service, given), PaperOutcome.PRINTED),
        "S09-offline": Issued(visit, _ticket(service, own), PaperOutcome.PRINTED),
        "S10": Issued(visit, _ticket(service, given), PaperOutcome.PAPER_OUT),
        "S10-offline": Issued(visit, _ticket(service, own), PaperOutcome.JAM),
        "S11": CheckingIn(nobody),
        "S11-unknown": CheckingIn(nobody, ShowCode(unknown=True)),
        "S11Code": CheckingIn(nobody, TypeCode("7Q2K9")),
        "S11Code-unknown": CheckingIn(nobody, TypeCode("7Q2K9F4M", unknown=True)),
        "S12": CheckingIn(nobody, FoundBooking(booking)),
        "S13": FindingUnit(nobody),
        "S13-unknown": FindingUnit(nobody, unknown=True),
        "S04-survey": FindingUnit(nobody, picking=True),
        "S14": Rating(nobody, survey, Question(2)),
        "S14-answered": Rating(nobody, survey, Question(0, answered=True)),
        "S14Profile": Rating(nobody, survey, Profile()),
        "S14Comment": Rating(nobody, survey, Comment()),
        "S15": Thanked(nobody),
        "S20": Closed("technician"),
    }
    shown |= {
        f"E-{kind.value}": Trouble(visit, kind, service, booking=booking) for kind in TroubleKind
    }
    receipt = Receipt(
        ReceiptId(UUID(int=5)),
        TicketId(UUID(int=2)),
        "K 027",
        service,
        ("KTP-el asli", "Kartu Keluarga"),
        MOMENT,
        MOMENT.date() + timedelta(days=7),
        "4K7M-2W9F",
    )
    held = _ticket(service, given)
    shown |= {
        "E-receipt": Collecting(nobody, receipt, held),
        "E-receipt-unprinted": Collecting(nobody, receipt, held, PaperOutcome.PAPER_OUT),
    }
    shown |= _of_staff()
    shown |= of_setup()
    shown |= {f"D-{overlay.value}": Overlaid(reviewing, overlay) for overlay in Overlay}
    unprinted = ListPaper(UUID(int=6), PaperOutcome.OFF)
    shown["D-qr-unprinted"] = Overlaid(reviewing, Overlay.SAVE, listed=unprinted)
    return shown


def _of_staff() -> dict[str, State]:
    """The technician's panel; staff have one dress."""
    here = RequestId(1)
    return {
        "S30": Attending(here, EnterPin(verdict=Ready())),
        "S30-wrong": Attending(here, EnterPin(verdict=Wrong(3))),
        "S30-unset": Attending(here, EnterPin(verdict=Unset())),
        "S30-locked": Attending(here, EnterPin(verdict=Locked(MOMENT + timedelta(minutes=15)))),
        "S31": Attending(here, Board()),
        "S31-closed": Attending(here, Board(), closed=TECHNICIAN),
        "S31-tested": Attending(here, Board(), tests=((Act.PRINT, Finding.GOOD),)),
        "S34": Attending(here, TouchTest(((1.2, -0.4), (-3.0, 2.1), None))),
        "S35": Attending(here, LayoutPage(Layout())),
        "S36": Attending(here, LogPage(here, _log_lines(), exported=Exported.DONE)),
        "D-staff-restart": Attending(here, Board(asking=Act.RESTART)),
        "S33": Attending(here, RollPage(here, RollStep.LOAD)),
        "S33-failed": Attending(here, RollPage(here, RollStep.FAILED)),
        **_of_statistics(here),
        "S32": Attending(here, ScanTest()),
        "S32-read": Attending(here, ScanTest(CodeKind.IDENTITY)),
        "D-staff-sound": Attending(here, Board(asking=Act.SOUND)),
        "D-staff-close": Attending(here, Board(asking=Act.CLOSED)),
    }


def of_setup(language: str = "id") -> dict[str, Setup]:
    """First start, in the language its technician chose."""
    printer = PrinterChoice(NETWORK_PRINTER, address="192.168.1.50:9100", make="epson")
    known = Known(
        language,
        kiosk="A-03",
        tenant="Kabupaten Cirebon",
        camera="/dev/v4l/by-id/usb-046d_HD_Pro_Webcam_C920-video-index0",
        printer=printer,
    )
    devices = (
        Option("/dev/anjungan/printer-J3KF012345", "EPSON TM-T82III", "usb"),
        Option(
            "/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0", "FT232R", "serial"
        ),
        Option(NETWORK_PRINTER, kind=NETWORK_PRINTER),
    )
    worn = Verdict("disk", Finding.BROKEN, "Ruang tinggal sedikit. Hapus berkas yang tidak perlu.")
    full = Verdict("printer", Finding.ATTENTION, "Kertas hampir habis. Siapkan gulungan baru.")
    results = tuple((step, Finding.GOOD) for step in Step if step not in (Step.SOUND, Step.NETWORK))

    def at(step: Step, page: Page) -> Setup:
        return Setup(page, step, known, results)

    enrolled = replace(known, central="central.mpp.example:8443")
    code = "ANJUNGAN1/CENTRAL.MPP.EXAMPLE:8443/ANVRPUPR4EWEER7YXL"
    return {
        "S50": at(Step.PRINTER, Choose(Subject.PRINTER, devices)),
        "S50-language": at(Step.LANGUAGE, Choose(Subject.LANGUAGE, ())),
        "S50-none": at(Step.CAMERA, Choose(Subject.CAMERA, ())),
        "S51": at(Step.NAME, Type(Entry.TENANT, "Kabupaten Cirebon")),
        "S51-wrong": at(Step.ENROL, Type(Entry.CODE, code, wrong=True)),
        "S51-passphrase": at(Step.LANGUAGE, Type(Entry.PASSPHRASE, "warung kopi tujuh")),
        "S52": at(Step.ENROL, Enrol()),
        "S52-copy": at(Step.LANGUAGE, Copy()),
        "S52-refused": at(Step.ENROL, Enrol(trouble=EnrolTrouble.USED)),
        "S53": at(Step.PRINTER, Probe(full, printed=Finding.GOOD)),
        "S53-digits": at(Step.ENROL, Enrol(asking=True, digits="482 915")),
        "S53-summary": replace(at(Step.SUMMARY, Summary((worn, full))), known=enrolled),
        "S30-first": at(Step.PIN, NewPin()),
        "S34-first": at(Step.TOUCH, TouchTest(((1.2, -0.4), (-3.0, 2.1), None))),
        "S35-first": at(Step.PANEL, LayoutPage(Layout())),
    }


def _log_lines() -> tuple[LogLine, ...]:
    """A morning's log."""
    told = (
        ("staff", "act print-tested, result ok"),
        ("paper", "outcome printed"),
        ("ticket.recorded", "label K 027, own False"),
        ("session", "state Issued, by TicketRecorded"),
        ("printer.lost", "reason the printer closed the connection while a job was on its way"),
    )
    return tuple(
        LogLine(MOMENT - timedelta(seconds=7 * place), *told[place % len(told)])
        for place in range(40)
    )


def _of_statistics(here: RequestId) -> dict[str, State]:
    """A morning by the hour, a month by weekday, and nothing counted yet."""
    hours, today = (8, 9, 10, 11, 12, 13, 14, 15), MOMENT.date()
    services = ("disdukcapil.ktp-el-hilang", "polresta.skck", "disdukcapil.kk-baru")
    issued = [
        FiguresOf(today - timedelta(days=day), hour, ServiceId(service), way, times, times - 1)
        for day in range(7)
        for hour, times in zip(hours, (22, 48, 63, 57, 18, 44, 39, 6), strict=True)
        for service, way, times in (
            (services[0], Way.ASSIGNED, times + day),
            (services[1], Way.OWN, times // 4 + 1),
            (services[2], Way.BOOKED, times // 3 + 1),
        )
    ]
    answered = [
        Answered(today.replace(day=1), element, value, 30 + place)
        for place, element in enumerate(ELEMENTS)
        for value in (3 - (place == 2), 4)
    ]
    day = figures(Rows([one for one in issued if one.day == today], answered, 52, 410))
    week = figures(Rows(issued, answered, 12, None))
    half = figures(Rows(issued, [*answered, *_of_july(today, answered)], 90, None))
    return {
        "S40": Attending(here, Statistics(here, figures=day)),
        "S40-week": Attending(here, Statistics(here, Period.WEEK, week)),
        "S40-half": Attending(here, Statistics(here, Period.HALF, half)),
        "S40-busy": Attending(here, Statistics(here)),
    }


def _of_july(today: date, answered: Sequence[Answered]) -> list[Answered]:
    """A month whose visitors judged a little worse."""
    july = today.replace(month=7, day=1)
    return [replace(one, month=july, value=one.value - 1) for one in answered]


def _ticket(service: ServiceId, label: TicketLabel) -> Ticket:
    draft = TicketDraft(
        id=TicketId(UUID(int=2)),
        visit=VisitId(UUID(int=1)),
        service=service,
        queue=label.queue,
        day=MOMENT.date(),
        at=MOMENT,
        priority=False,
        language="id",
    )
    known = isinstance(label, AuthorityLabel)
    estimate = Estimate(MOMENT + timedelta(minutes=24), MOMENT + timedelta(minutes=39))
    return Ticket(
        draft, label, "7Q2K-9F4M", 4 if known else None, estimate if known else None, CODE
    )


def index(cells: Sequence[Cell]) -> str:
    """The page with all pictures, screen by screen."""
    figures = "\n".join(
        f'<figure><a href="{html.escape(cell.file)}"><img loading="lazy" alt="" '
        f'src="{html.escape(cell.file)}"></a>'
        f"<figcaption>{html.escape(cell.file.removesuffix('.png'))}</figcaption></figure>"
        for cell in cells
    )
    return f"""<!doctype html>
<meta charset="utf-8"><title>Anjungan: screens</title>
<style>
body {{ font: 14px sans-serif; margin: 24px; background: #f5f0e8; color: #0b1b3a }}
main {{ display: flex; flex-wrap: wrap; gap: 20px; align-items: flex-start }}
figure {{ margin: 0 }} img {{ height: 360px; border-radius: 8px }} figcaption {{ padding: 4px 0 }}
</style>
<h1>{len(cells)} screens</h1>
<main>
{figures}
</main>
"""
