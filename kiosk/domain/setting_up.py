"""Decides what comes next in first start: (setup, event) -> (setup, orders). Nothing else does."""

from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.domain import events as on
from kiosk.domain.clone import PASSPHRASE_LEAST, PASSPHRASE_MOST
from kiosk.domain.enrolling import read_code
from kiosk.domain.setup import (
    ADDRESS_MOST,
    CODE_MOST,
    KIOSK_MOST,
    NEEDED,
    NETWORK_PRINTER,
    STEPS,
    TENANT_MOST,
    AskCentral,
    Begin,
    Choices,
    Choose,
    Chosen,
    CloneTaken,
    CodeSeen,
    Copy,
    Deed,
    DeedWanted,
    DevicesFound,
    DigitsShown,
    Enrol,
    EnrolEnded,
    EnrolTrouble,
    Entry,
    Examine,
    Examined,
    FindDevices,
    Keep,
    KeepPin,
    Kept,
    Known,
    LinksSeen,
    LookAtNetwork,
    Network,
    NewPin,
    Option,
    Order,
    PagePrinted,
    PlayTone,
    PrinterChoice,
    PrintTestPage,
    Probe,
    Probed,
    ProbePrinter,
    Remember,
    Setup,
    SetupEvent,
    SoundTest,
    Source,
    Step,
    StopAsking,
    Subject,
    Summary,
    TakeClone,
    TextTyped,
    Type,
)
from kiosk.domain.staff import (
    PIN_DIGITS,
    Act,
    CodeKind,
    Finding,
    is_weak_pin,
    judge_touch,
)
from kiosk.domain.states import LayoutPage, ScanTest, TouchTest

MOST = {
    Entry.KIOSK: KIOSK_MOST,
    Entry.TENANT: TENANT_MOST,
    Entry.ADDRESS: ADDRESS_MOST,
    Entry.CODE: CODE_MOST,
    Entry.PASSPHRASE: PASSPHRASE_MOST,
}
WIDTHS = (Option("576"), Option("384"))
PRINTER_PORT = 9100
_INSIDE = {Subject.SCANNER, Subject.MAKE, Subject.WIDTH}
"""Choices that are not the first page of their step."""


@dataclass(frozen=True, slots=True)
class Move:
    """Where first start goes, and what has to be done for it."""

    setup: Setup
    orders: tuple[Order, ...] = ()


def move(setup: Setup, event: SetupEvent) -> Move:
    """Every event has an answer on every page; what means nothing there changes nothing."""
    match event:
        case Kept(turn, well) if turn == setup.turn and setup.keeping:
            return _kept(setup, well=well)
        case _ if setup.keeping:
            return Move(setup)
        case on.Back():
            return _back(setup)
        case on.Skipped() if setup.step not in NEEDED:
            return _skipped(setup)
        case DevicesFound(turn, choices) if turn == setup.turn:
            return _found(setup, choices)
    match setup.page:
        case Choose():
            return _choosing(setup, setup.page, event)
        case Copy():
            return _copying(setup, setup.page, event)
        case LayoutPage():
            return _hanging(setup, setup.page, event)
        case Type():
            return _typing(setup, setup.page, event)
        case ScanTest():
            return _scanning(setup, event)
        case Network():
            return _connecting(setup, event)
        case Enrol():
            return _enrolling(setup, setup.page, event)
        case Probe():
            return _probing(setup, setup.page, event)
        case SoundTest():
            return _listening(setup, event)
        case TouchTest():
            return _touching(setup, setup.page, event)
        case NewPin():
            return _locking(setup, setup.page, event)
        case Summary():
            return _looking_back(setup, setup.page, event)
    assert_never(setup.page)


# --- from page to page ------------------------------------------------------------------------


def first_page(setup: Setup, step: Step) -> Move:
    """The page a step begins with, and what is to be found out for it."""
    setup = replace(setup, step=step, turn=setup.turn + 1, keeping=False, lost=False)
    known = setup.known
    match step:
        case Step.LANGUAGE:
            return Move(replace(setup, page=Choose(Subject.LANGUAGE, ())))
        case Step.PANEL:
            return Move(replace(setup, page=LayoutPage(known.layout)))
        case Step.NAME:
            return Move(replace(setup, page=Type(Entry.KIOSK, known.kiosk)))
        case Step.CAMERA:
            return Move(replace(setup, page=Choose(Subject.CAMERA)), (FindDevices(setup.turn),))
        case Step.NETWORK:
            return Move(replace(setup, page=Network()), (LookAtNetwork(setup.turn),))
        case Step.ENROL:
            return Move(replace(setup, page=Enrol()))
        case Step.PRINTER:
            return Move(replace(setup, page=Choose(Subject.PRINTER)), (FindDevices(setup.turn),))
        case Step.SOUND:
            return Move(replace(setup, page=SoundTest()), (PlayTone(),))
        case Step.TOUCH:
            return Move(replace(setup, page=TouchTest()))
        case Step.PIN:
            return Move(replace(setup, page=NewPin()))
        case Step.SUMMARY:
            return Move(replace(setup, page=Summary()), (Examine(setup.turn),))
    assert_never(step)


def _next(setup: Setup, finding: Finding) -> Move:
    """The step has ended so; the next one begins."""
    ended = setup.ended(setup.step, finding)
    moved = first_page(ended, STEPS[STEPS.index(setup.step) + 1])
    return Move(moved.setup, (*moved.orders, Remember()))


def _on(setup: Setup, page: Choose | Copy | Type | ScanTest | Probe | Enrol | NewPin) -> Move:
    """Another page of the same step."""
    return Move(replace(setup, page=page, turn=setup.turn + 1, keeping=False, lost=False))


def _back(setup: Setup) -> Move:
    """To the beginning of the step, or from there to the step before."""
    left = _left(setup)
    if _is_inside(setup):
        moved = first_page(setup, setup.step)
    elif setup.step is STEPS[0]:
        return Move(setup)
    else:
        moved = first_page(setup, STEPS[STEPS.index(setup.step) - 1])
    return Move(moved.setup, (*left, *moved.orders))


def _skipped(setup: Setup) -> Move:
    """Left for later. Without a camera there may still be a hand scanner."""
    page, left = setup.page, _left(setup)
    if isinstance(page, Choose) and page.subject is Subject.CAMERA and setup.choices.scanners:
        return _on(setup, Choose(Subject.SCANNER, setup.choices.scanners))
    kept = setup.result(setup.step) if setup.step is Step.ENROL and setup.known.central else None
    moved = _next(setup, kept or Finding.ABSENT)
    return Move(moved.setup, (*left, *moved.orders))


def _left(setup: Setup) -> tuple[Order, ...]:
    asks = isinstance(setup.page, Enrol) and setup.page.asking
    return (StopAsking(),) if asks else ()


def _is_inside(setup: Setup) -> bool:
    match setup.page:
        case Choose(subject):
            return subject in _INSIDE
        case Type(entry):
            return entry is not Entry.KIOSK
        case ScanTest() | Probe() | Copy():
            return True
        case NewPin(first):
            return first != ""
        case Enrol(asking):
            return asking
        case _:
            return False


def _keep(setup: Setup, known: Known) -> Move:
    """Onto the disk first; then on."""
    turn = setup.turn + 1
    keeping = replace(setup, known=known, turn=turn, keeping=True, lost=False)
    return Move(keeping, (Keep(turn, known),))


def _kept(setup: Setup, *, well: bool) -> Move:
    setup = replace(setup, keeping=False)
    if not well:
        page = NewPin() if isinstance(setup.page, NewPin) else setup.page
        return Move(replace(setup, page=page, lost=True))
    match setup.page:
        case Copy():
            return Move(setup)
        case NewPin():
            known = replace(setup.known, has_pin=True)
            return _next(replace(setup, known=known), Finding.GOOD)
        case Choose(Subject.CAMERA) if setup.choices.scanners:
            return _on(setup, Choose(Subject.SCANNER, setup.choices.scanners))
        case Choose(Subject.CAMERA | Subject.SCANNER):
            return _on(setup, ScanTest())
        case Choose(Subject.WIDTH):
            moved = _on(setup, Probe())
            return Move(moved.setup, (ProbePrinter(moved.setup.turn),))
        case _:
            return _next(setup, Finding.GOOD)


# --- choices ----------------------------------------------------------------------------------


def _found(setup: Setup, choices: Choices) -> Move:
    page, seen = setup.page, replace(setup, choices=choices)
    if isinstance(page, Copy) and choices.cameras and not setup.known.camera:
        # Any camera will do to read it; which one citizens use is asked later.
        return _keep(seen, replace(setup.known, camera=choices.cameras[0].id))
    if not isinstance(page, Choose):
        return Move(seen)
    options = {
        Subject.CAMERA: choices.cameras,
        Subject.SCANNER: choices.scanners,
        Subject.PRINTER: (*choices.printers, Option(NETWORK_PRINTER, kind=NETWORK_PRINTER)),
    }.get(page.subject, page.options)
    return Move(replace(seen, page=replace(page, options=options)))


def _choosing(setup: Setup, page: Choose, event: SetupEvent) -> Move:
    match event:
        case on.LanguageChosen(language) if page.subject is Subject.LANGUAGE:
            known = replace(setup.known, language=language)
            return _next(replace(setup, known=known), Finding.GOOD)
        case DeedWanted(Deed.COPY) if page.subject is Subject.LANGUAGE:
            moved = _on(setup, Copy())
            return Move(moved.setup, (FindDevices(moved.setup.turn),))
        case DeedWanted(Deed.LOOK) if setup.step in (Step.CAMERA, Step.PRINTER):
            return first_page(setup, setup.step)
        case Chosen(wanted):
            chosen = next((one for one in page.options or () if one.id == wanted), None)
            return _chosen(setup, page.subject, chosen) if chosen else Move(setup)
        case _:
            return Move(setup)


def _chosen(setup: Setup, subject: Subject, chosen: Option) -> Move:
    known = setup.known
    match subject:
        case Subject.CAMERA:
            return _keep(setup, replace(known, camera=chosen.id))
        case Subject.SCANNER:
            return _keep(setup, replace(known, scanner=chosen))
        case Subject.PRINTER if chosen.kind == NETWORK_PRINTER:
            address = known.printer.address if known.printer.kind == NETWORK_PRINTER else ""
            return _on(setup, Type(Entry.ADDRESS, address))
        case Subject.PRINTER:
            printer = replace(known.printer, kind=chosen.kind, device=chosen.id)
            return _makes(setup, printer)
        case Subject.MAKE:
            printer = replace(known.printer, make=chosen.id)
            named = replace(setup, known=replace(known, printer=printer))
            return _on(named, Choose(Subject.WIDTH, WIDTHS))
        case Subject.WIDTH:
            printer = replace(known.printer, width_dots=int(chosen.id))
            return _keep(setup, replace(known, printer=printer))
        case Subject.LANGUAGE:
            return Move(setup)
    assert_never(subject)


def _makes(setup: Setup, printer: PrinterChoice) -> Move:
    chosen = replace(setup, known=replace(setup.known, printer=printer))
    return _on(chosen, Choose(Subject.MAKE, setup.choices.makes))


def _copying(setup: Setup, page: Copy, event: SetupEvent) -> Move:
    match event:
        case CodeSeen(text) if not page.taking:
            return _taking(setup, Source.CODE, text)
        case DeedWanted(Deed.STICK) if not page.taking:
            return _on(setup, Type(Entry.PASSPHRASE))
        case CloneTaken(turn, known) if turn == setup.turn and page.taking:
            if known is None:
                return Move(replace(setup, page=Copy(refused=page.taking)))
            return _next(replace(setup, known=known), Finding.GOOD)
        case _:
            return Move(setup)


def _taking(setup: Setup, source: Source, text: str) -> Move:
    moved = _on(setup, Copy(taking=source))
    return Move(moved.setup, (TakeClone(moved.setup.turn, source, text),))


# --- panel and name ---------------------------------------------------------------------------


def _hanging(setup: Setup, page: LayoutPage, event: SetupEvent) -> Move:
    match event:
        case on.LayoutStepped(part, steps):
            return Move(replace(setup, page=replace(page, layout=page.layout.stepped(part, steps))))
        case on.Confirmed():
            return _keep(setup, replace(setup.known, layout=page.layout))
        case _:
            return Move(setup)


def _typing(setup: Setup, page: Type, event: SetupEvent) -> Move:
    match event:
        case TextTyped(text) if len(text) <= MOST[page.entry]:
            return Move(replace(setup, page=Type(page.entry, as_written(page.entry, text))))
        case on.Confirmed():
            return _typed(setup, page, page.text.strip())
        case _:
            return Move(setup)


def _typed(setup: Setup, page: Type, text: str) -> Move:
    known, wrong = setup.known, Move(replace(setup, page=replace(page, wrong=True)))
    if not text or not text.isprintable():
        return wrong
    match page.entry:
        case Entry.KIOSK:
            named = replace(setup, known=replace(known, kiosk=text))
            return _on(named, Type(Entry.TENANT, known.tenant))
        case Entry.TENANT:
            return _keep(setup, replace(known, tenant=text))
        case Entry.ADDRESS:
            address = printer_address(text)
            if address is None:
                return wrong
            return _makes(setup, replace(known.printer, kind=NETWORK_PRINTER, address=address))
        case Entry.CODE:
            moved = _shown(setup, text)
            asks = isinstance(moved.setup.page, Enrol) and moved.setup.page.asking
            return moved if asks else wrong
        case Entry.PASSPHRASE:
            short = len(text) < PASSPHRASE_LEAST
            return wrong if short else _taking(setup, Source.STICK, text)
    assert_never(page.entry)


def as_written(entry: Entry, text: str) -> str:
    """The keyboard knows no capitals: names have them where names do, and a passphrase has none."""
    match entry:
        case Entry.TENANT:
            return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))
        case Entry.PASSPHRASE:
            return text
        case _:
            return text.upper()


def printer_address(text: str) -> str | None:
    """A numeric IPv4 address as the settings want it, with the usual port where none was typed."""
    host, colon, port = text.partition(":")
    parts = host.split(".")
    if len(parts) != 4 or not all(_is_number(one, 255) for one in parts):
        return None
    if not colon:
        return f"{host}:{PRINTER_PORT}"
    return text if _is_number(port, 65535) and int(port) > 0 else None


def _is_number(text: str, most: int) -> bool:
    plain = text.isascii() and text.isdigit() and text == str(int(text))
    return plain and int(text) <= most


# --- camera and network -----------------------------------------------------------------------


def _scanning(setup: Setup, event: SetupEvent) -> Move:
    match event:
        case CodeSeen():
            return Move(replace(setup, page=ScanTest(CodeKind.OTHER)))
        case on.Confirmed() if isinstance(setup.page, ScanTest) and setup.page.read:
            return _next(setup, Finding.GOOD)
        case on.Confirmed():
            return _next(setup, Finding.ATTENTION)
        case _:
            return Move(setup)


def _connecting(setup: Setup, event: SetupEvent) -> Move:
    page = setup.page
    connected = isinstance(page, Network) and any(link.address for link in page.links or ())
    match event:
        case LinksSeen(turn, links) if turn == setup.turn:
            return Move(replace(setup, page=Network(links)), (LookAtNetwork(turn),))
        case on.Confirmed():
            return _next(setup, Finding.GOOD if connected else Finding.ATTENTION)
        case _:
            return Move(setup)


# --- enrolment --------------------------------------------------------------------------------


def _enrolling(setup: Setup, page: Enrol, event: SetupEvent) -> Move:
    match event:
        case CodeSeen(text) if setup.awaits_code:
            return _shown(setup, text)
        case DeedWanted(Deed.ANEW) if not page.asking:
            return _on(setup, Enrol(anew=True))
        case DeedWanted(Deed.TYPE) if setup.awaits_code:
            return _on(setup, Type(Entry.CODE))
        case DigitsShown(turn, digits) if turn == setup.turn and page.asking:
            return Move(replace(setup, page=replace(page, digits=digits)))
        case EnrolEnded(turn, address, trouble) if turn == setup.turn and page.asking:
            if trouble is not None:
                return Move(replace(setup, page=Enrol(trouble=trouble)))
            known = replace(setup.known, central=address)
            enrolled = replace(setup, known=known, page=Enrol())
            return Move(enrolled.ended(Step.ENROL, Finding.GOOD), (Remember(),))
        case on.Confirmed() if setup.known.central and not page.asking:
            return _next(setup, Finding.GOOD)
        case _:
            return Move(setup)


def _shown(setup: Setup, text: str) -> Move:
    """A code of `central enrol` is shown to that central."""
    try:
        code = read_code(text)
    except ValueError:
        return Move(replace(setup, page=Enrol(trouble=EnrolTrouble.NO_CODE)))
    moved = _on(setup, Enrol(asking=True))
    return Move(moved.setup, (AskCentral(moved.setup.turn, code),))


# --- printer ----------------------------------------------------------------------------------


def _probing(setup: Setup, page: Probe, event: SetupEvent) -> Move:
    match event:
        case Probed(turn, verdict) if turn == setup.turn:
            return Move(replace(setup, page=Probe(verdict)))
        case DeedWanted(Deed.PROBE) if page.verdict and not page.printing:
            moved = _on(setup, Probe())
            return Move(moved.setup, (ProbePrinter(moved.setup.turn),))
        case DeedWanted(Deed.PRINT) if page.verdict and not page.printing:
            moved = _on(setup, replace(page, printing=True, printed=None))
            return Move(moved.setup, (PrintTestPage(moved.setup.turn),))
        case PagePrinted(turn, finding) if turn == setup.turn and page.printing:
            return Move(replace(setup, page=replace(page, printing=False, printed=finding)))
        case on.Confirmed() if page.verdict and not page.printing:
            worst = page.verdict.finding if page.printed is None else page.printed
            untried = page.printed is None and worst is Finding.GOOD
            return _next(setup, Finding.ATTENTION if untried else worst)
        case _:
            return Move(setup)


# --- sound, touch, PIN, summary ---------------------------------------------------------------


def _listening(setup: Setup, event: SetupEvent) -> Move:
    match event:
        case DeedWanted(Deed.PLAY):
            return Move(setup, (PlayTone(),))
        case DeedWanted(Deed.HEARD):
            return _next(setup, Finding.GOOD)
        case DeedWanted(Deed.UNHEARD):
            return _next(setup, Finding.BROKEN)
        case _:
            return Move(setup)


def _touching(setup: Setup, page: TouchTest, event: SetupEvent) -> Move:
    match event:
        case on.TargetTouched(offset) if not page.over:
            return Move(replace(setup, page=TouchTest((*page.offsets, offset))))
        case on.ActWanted(Act.TOUCH):
            return first_page(setup, Step.TOUCH)
        case on.Confirmed() if page.over:
            return _next(setup, judge_touch(page.offsets))
        case _:
            return Move(setup)


def _locking(setup: Setup, page: NewPin, event: SetupEvent) -> Move:
    match event:
        case on.PinTyped(pin) if not (len(pin) == PIN_DIGITS and pin.isascii() and pin.isdigit()):
            return Move(setup)
        case on.PinTyped(pin) if not page.first:
            return _on(setup, NewPin(weak=True) if is_weak_pin(pin) else NewPin(pin))
        case on.PinTyped(pin) if pin != page.first:
            return _on(setup, NewPin(differs=True))
        case on.PinTyped(pin):
            turn = setup.turn + 1
            return Move(
                replace(setup, page=NewPin(keeping=True), turn=turn, keeping=True, lost=False),
                (KeepPin(turn, pin),),
            )
        case on.Confirmed() if setup.known.has_pin and not page.first:
            return _next(setup, Finding.GOOD)
        case _:
            return Move(setup)


def _looking_back(setup: Setup, page: Summary, event: SetupEvent) -> Move:
    match event:
        case Examined(turn, verdicts) if turn == setup.turn:
            return Move(replace(setup, page=Summary(verdicts)))
        case DeedWanted(Deed.EXAMINE) if page.verdicts is not None:
            return first_page(setup, Step.SUMMARY)
        case on.Confirmed():
            return Move(setup, (Begin(),))
        case _:
            return Move(setup)
