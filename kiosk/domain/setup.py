"""First start as a value: the steps a technician goes through, what is answered and what is known.

It is no state of the session: nobody is served yet, there is no ledger and no central to speak to.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.domain.enrolling import EnrolCode
from kiosk.domain.events import Event
from kiosk.domain.staff import Finding, Layout
from kiosk.domain.states import LayoutPage, ScanTest, TouchTest


class Step(StrEnum):
    """What is set up, in the order in which it is asked. The camera stands before enrolment: it reads
    the code."""

    LANGUAGE = "language"
    PANEL = "panel"
    NAME = "name"
    CAMERA = "camera"
    NETWORK = "network"
    ENROL = "enrol"
    PRINTER = "printer"
    SOUND = "sound"
    TOUCH = "touch"
    PIN = "pin"
    SUMMARY = "summary"


STEPS = tuple(Step)
NEEDED = frozenset({Step.LANGUAGE, Step.PANEL, Step.NAME, Step.PIN, Step.SUMMARY})
"""No kiosk is right without these; the others can be left for later."""
KIOSK_MOST, TENANT_MOST, ADDRESS_MOST, CODE_MOST = 8, 40, 60, 240
NETWORK_PRINTER = "tcp"
"""The choice of a printer that is found by its address."""


class Subject(StrEnum):
    """What one of several is chosen of."""

    LANGUAGE = "language"
    CAMERA = "camera"
    SCANNER = "scanner"
    PRINTER = "printer"
    MAKE = "make"
    WIDTH = "width"


class Entry(StrEnum):
    """What is typed."""

    KIOSK = "kiosk"
    TENANT = "tenant"
    CODE = "code"
    ADDRESS = "address"
    PASSPHRASE = "passphrase"  # noqa: S105 - what is asked for, not one


class Deed(StrEnum):
    """What a technician can have done on a page, beside going on."""

    COPY = "copy"
    STICK = "stick"
    LOOK = "look"
    TYPE = "type"
    ANEW = "anew"
    PROBE = "probe"
    PRINT = "print"
    PLAY = "play"
    HEARD = "heard"
    UNHEARD = "unheard"
    EXAMINE = "examine"


class Source(StrEnum):
    """Where another kiosk's settings are taken from."""

    CODE = "code"
    STICK = "stick"
    """An encrypted file on a USB stick."""


class EnrolTrouble(StrEnum):
    """Why this kiosk does not belong to a central yet."""

    NO_CODE = "no-code"
    """What was shown is no code of `central enrol`."""
    SILENT = "silent"
    USED = "used"
    REFUSED = "refused"
    REVOKED = "revoked"
    UNDECIDED = "undecided"
    UNBELIEVED = "unbelieved"
    DISK = "disk"


@dataclass(frozen=True, slots=True)
class Option:
    """One of several to choose from: what it is called in the settings, and by people."""

    id: str
    name: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from: the devices that are plugged in, and the makes of printers."""

    cameras: tuple[Option, ...] = ()
    scanners: tuple[Option, ...] = ()
    printers: tuple[Option, ...] = ()
    makes: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A way into the network, and the address it has; none where it is empty."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a part was found, in words for staff."""

    part: str
    finding: Finding
    text: str = ""


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """The printer as it is to stand in the settings; `kind` is none, tcp, usb or serial."""

    kind: str = "none"
    device: str = ""
    address: str = ""
    make: str = "generic"
    width_dots: int = 576

    @property
    def place(self) -> str:
        """Where it is, for people."""
        return self.address if self.kind == NETWORK_PRINTER else self.device


@dataclass(frozen=True, slots=True)
class Known:
    """What is set so far, and stands in the settings or in the data folder."""

    language: str = "id"
    layout: Layout = Layout()
    kiosk: str = ""
    tenant: str = ""
    camera: str = ""
    scanner: Option = Option("")
    """Its file and how it speaks."""
    printer: PrinterChoice = PrinterChoice()
    central: str = ""
    """Where the central is that this kiosk belongs to."""
    has_pin: bool = False


# --- pages ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choose:
    """One of several; None while they are looked for."""

    subject: Subject
    options: tuple[Option, ...] | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """The code of another kiosk's settings is awaited, or these are being taken over."""

    taking: Source | None = None
    refused: Source | None = None


@dataclass(frozen=True, slots=True)
class Type:
    """Something to type; `wrong` where it cannot be."""

    entry: Entry
    text: str = field(default="", repr=False)
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """The links of the machine; None until they were looked at."""

    links: tuple[Link, ...] | None = None


@dataclass(frozen=True, slots=True)
class Enrol:
    """A code is awaited; then central is, and the digits that somebody compares there."""

    asking: bool = False
    digits: str = ""
    trouble: EnrolTrouble | None = None
    anew: bool = False
    """It belongs to a central already, and is to belong to another."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What the printer answered, and how its test page came out."""

    verdict: Verdict | None = None
    printing: bool = False
    printed: Finding | None = None


@dataclass(frozen=True, slots=True)
class SoundTest:
    """A tone was played: was it heard?"""


@dataclass(frozen=True, slots=True)
class NewPin:
    """Six digits, typed twice; `first` are those of the first time."""

    first: str = field(default="", repr=False)
    differs: bool = False
    weak: bool = False
    keeping: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """How everything is; None while it is examined."""

    verdicts: tuple[Verdict, ...] | None = None


Page = (
    Choose
    | Copy
    | LayoutPage
    | Type
    | ScanTest
    | Network
    | Enrol
    | Probe
    | SoundTest
    | TouchTest
    | NewPin
    | Summary
)


@dataclass(frozen=True, slots=True)
class Setup:
    """Where first start stands. `turn` names what an answer is awaited for; another is stale."""

    page: Page
    step: Step = Step.LANGUAGE
    known: Known = Known()
    results: tuple[tuple[Step, Finding], ...] = ()
    """How each step ended; what was left for later is absent."""
    choices: Choices = Choices()
    turn: int = 0
    keeping: bool = False
    lost: bool = False
    """The settings could not be written."""

    def result(self, step: Step) -> Finding | None:
        """How a step ended."""
        return dict(self.results).get(step)

    def ended(self, step: Step, finding: Finding) -> "Setup":
        """With the end of a step."""
        others = tuple(one for one in self.results if one[0] is not step)
        return replace(self, results=(*others, (step, finding)))

    @property
    def reads_codes(self) -> bool:
        """True while a code can be shown."""
        if isinstance(self.page, Copy):
            return not self.page.taking and not self.keeping
        return isinstance(self.page, ScanTest) or self.awaits_code

    @property
    def awaits_code(self) -> bool:
        """True while the code of a central is wanted; the one that let this kiosk in is no more."""
        page = self.page
        if not isinstance(page, Enrol) or page.asking:
            return False
        return not self.known.central or page.anew or page.trouble is not None


# --- events -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of several was touched."""

    id: str


@dataclass(frozen=True, slots=True)
class TextTyped:
    """The text in the field, as it is now."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class DeedWanted:
    """Something is to be done."""

    deed: Deed


@dataclass(frozen=True, slots=True)
class CodeSeen:
    """A code was shown to the camera or the hand scanner."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """The settings, or the PIN, are on disk; or could not be written."""

    turn: int
    well: bool


@dataclass(frozen=True, slots=True)
class DevicesFound:
    """What is plugged in."""

    turn: int
    choices: Choices


@dataclass(frozen=True, slots=True)
class CloneTaken:
    """What is known with another kiosk's settings; None where they were refused."""

    turn: int
    known: Known | None


@dataclass(frozen=True, slots=True)
class LinksSeen:
    """How the machine is connected."""

    turn: int
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DigitsShown:
    """Central has heard of this kiosk: these digits are to be compared there."""

    turn: int
    digits: str


@dataclass(frozen=True, slots=True)
class EnrolEnded:
    """This kiosk belongs to the central at `address`, or does not."""

    turn: int
    address: str = ""
    trouble: EnrolTrouble | None = None


@dataclass(frozen=True, slots=True)
class Probed:
    """What the printer answered."""

    turn: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class PagePrinted:
    """How the test page came out."""

    turn: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Examined:
    """What the doctor found."""

    turn: int
    verdicts: tuple[Verdict, ...]


SetupEvent = (
    Event
    | Chosen
    | TextTyped
    | DeedWanted
    | CodeSeen
    | Kept
    | DevicesFound
    | CloneTaken
    | LinksSeen
    | DigitsShown
    | EnrolEnded
    | Probed
    | PagePrinted
    | Examined
)


# --- orders -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Keep:
    """Write what is known into the settings."""

    turn: int
    known: Known


@dataclass(frozen=True, slots=True)
class KeepPin:
    """Set the technician's PIN."""

    turn: int
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FindDevices:
    """Look for what is plugged in."""

    turn: int


@dataclass(frozen=True, slots=True)
class TakeClone:
    """Take another kiosk's settings over: `text` is the code, or the passphrase of the file."""

    turn: int
    source: Source
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LookAtNetwork:
    """Look how the machine is connected, and again every two seconds while somebody waits."""

    turn: int


@dataclass(frozen=True, slots=True)
class AskCentral:
    """Show central the token of a code, and wait until somebody has compared."""

    turn: int
    code: EnrolCode = field(repr=False)


@dataclass(frozen=True, slots=True)
class StopAsking:
    """Nobody waits for central any more."""


@dataclass(frozen=True, slots=True)
class ProbePrinter:
    """Ask the printer what it is and can prove."""

    turn: int


@dataclass(frozen=True, slots=True)
class PrintTestPage:
    """Print the test page."""

    turn: int


@dataclass(frozen=True, slots=True)
class PlayTone:
    """Play a tone."""


@dataclass(frozen=True, slots=True)
class Examine:
    """Have the doctor look at everything."""

    turn: int


@dataclass(frozen=True, slots=True)
class Remember:
    """Write down where first start stands, so that it goes on there after a power cut."""


@dataclass(frozen=True, slots=True)
class Begin:
    """All is set: the kiosk begins."""


Order = (
    Keep
    | KeepPin
    | FindDevices
    | TakeClone
    | LookAtNetwork
    | AskCentral
    | StopAsking
    | ProbePrinter
    | PrintTestPage
    | PlayTone
    | Examine
    | Remember
    | Begin
)
