"""Carries out what first start orders: settings, PIN, devices, enrolment, printer, and the doctor's look.

Each answer names the turn it was asked in. What blocks runs in a thread.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from config.settings import Settings, SettingsError, read_settings
from config.settings_file import Changes, change_settings
from devices.clock import SystemClock
from devices.printing.profiles import GENERIC, ProfileError, read_profile
from kiosk import RESOURCES, doctor
from kiosk.clone import write_clone
from kiosk.clone_file import clone_in
from kiosk.device_key import FILE as KEY_FILE
from kiosk.device_key import DeviceKey
from kiosk.doctor_advice import LANGUAGES, Advice, Component, Level, read_advice
from kiosk.doctor_advice import Finding as Seen
from kiosk.doctor_devices import printer as ask_printer
from kiosk.doctor_machine import LogTail, Machine
from kiosk.doctor_report import WORDS
from kiosk.domain import setup as s
from kiosk.domain.clone import read_clone_text
from kiosk.domain.devices import PaperOutcome
from kiosk.domain.enrolling import EnrolCode
from kiosk.domain.found import Found, FoundDevice
from kiosk.domain.paper import Paper
from kiosk.domain.printer_test_paper import PrinterFacts
from kiosk.domain.reading import Refused
from kiosk.domain.setup import (
    EnrolTrouble,
    Known,
    Option,
    Order,
    Setup,
    SetupEvent,
    Source,
    Verdict,
)
from kiosk.domain.staff import Finding, TouchTested
from kiosk.domain.words import Words
from kiosk.enrol import UNDECIDED, NotEnrolled, enrol
from kiosk.enrolment import read_enrolment
from kiosk.found import find_devices
from kiosk.links import links
from kiosk.log import Log
from kiosk.one_paper import OnePaper
from kiosk.paper_templates import FOLDER, load_templates
from kiosk.papers import Papers
from kiosk.pin_hash import hash_pin
from kiosk.ports import KioskError, Printer
from kiosk.printer_parts import Parts, escpos_printer
from kiosk.removable import Volume, removable_volumes
from kiosk.setup_file import keep_done, keep_progress
from kiosk.staff_files import StaffFiles
from kiosk.supervisor import Supervisor

LOOK_SECONDS = 2.0
CODE_BYTES = 12
_TROUBLES = {
    "token-invalid": EnrolTrouble.USED,
    "device-revoked": EnrolTrouble.REVOKED,
    "enrolment-refused": EnrolTrouble.REFUSED,
    "signature-invalid": EnrolTrouble.UNBELIEVED,
    UNDECIDED: EnrolTrouble.UNDECIDED,
}
_FINDINGS = {
    Level.FINE: Finding.GOOD,
    Level.NOTES: Finding.ATTENTION,
    Level.LIMITS: Finding.BROKEN,
    Level.BLOCKS: Finding.BROKEN,
}
Send = Callable[[SetupEvent], None]


class SetupHands:
    """One for the wizard; it keeps nothing but what it waits for."""

    def __init__(
        self,
        config: Path,
        languages: Mapping[str, Words],
        supervisor: Supervisor,
        log: Log,
        send: Send,
        *,
        play: Callable[[], None],
        begin: Callable[[], None],
        remembers: bool,
        find: Callable[[], Found] = find_devices,
        volumes: Callable[[], Sequence[Volume]] = removable_volumes,
    ) -> None:
        """`remembers` is false on a kiosk that serves already: it must not wake up in first start."""
        self._config = config
        self._languages = languages
        self._supervisor = supervisor
        self._log = log
        self._send = send
        self._play = play
        self._begin = begin
        self._remembers = remembers
        self._find = find
        self._volumes = volumes
        self._clock = SystemClock()
        self._asking: asyncio.Task[None] | None = None
        self._looked = 0
        self._writing = asyncio.Lock()
        """One after another, in the order in which it was ordered."""

    def carry_out(self, order: Order, setup: Setup) -> None:
        """One order of a setup as it is after it."""
        match order:
            case s.Keep(turn, known):
                self._start(
                    "keep settings", self._keep(turn, lambda: keep_known(self._config, known))
                )
            case s.KeepPin(turn, pin):
                self._start("keep PIN", self._keep(turn, lambda: self._write_pin(pin)))
            case s.FindDevices(turn):
                self._start("find devices", self._find_devices(turn))
            case s.TakeClone():
                self._start("take clone", self._take_clone(order, setup.known.language))
            case s.LookAtNetwork(turn):
                self._start("look at network", self._look_at_network(turn))
            case s.AskCentral(turn, code):
                self._asking = self._start("enrol", self._enrol(turn, code))
            case s.StopAsking():
                if self._asking:
                    self._asking.cancel()
            case s.ProbePrinter(turn):
                self._start("probe printer", self._probe(turn, setup.known.language))
            case s.PrintTestPage(turn):
                self._start("print test page", self._print(turn))
            case s.PlayTone():
                self._play()
            case s.Examine(turn):
                self._start("examine", self._examine(turn, setup.known.language))
            case s.Remember():
                self._start("remember", self._remember(setup))
            case s.Begin():
                self._start("begin", self._end(setup))
            case _:
                assert_never(order)

    def _start(self, name: str, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        return self._supervisor.spawn(name, work)

    # --- what is kept ---

    async def _keep(self, turn: int, work: Callable[[], None]) -> None:
        """The page takes no touch until it is told how this ended, so it is, whatever the end."""
        well = False
        try:
            async with self._writing:
                await asyncio.to_thread(work)
            well = True
        except (KioskError, OSError, SettingsError) as error:
            self._log("setup.not-kept", reason=str(error))
        finally:
            self._send(s.Kept(turn, well=well))

    def _write_pin(self, pin: str) -> None:
        data = read_settings(self._config).data
        data.mkdir(parents=True, exist_ok=True)
        StaffFiles(data).keep_pin(hash_pin(pin))

    async def _remember(self, setup: Setup) -> None:
        """What cannot be remembered costs a few touches after a power cut, nothing else."""
        self._log("setup", step=setup.step, results=dict(setup.results))
        if not self._remembers:
            return
        try:
            async with self._writing:
                await asyncio.to_thread(keep_progress, read_settings(self._config).data, setup)
        except (KioskError, SettingsError) as error:
            self._log("setup.not-kept", reason=str(error))

    async def _end(self, setup: Setup) -> None:
        try:
            async with self._writing:
                await asyncio.to_thread(self._keep_done, setup)
        except (KioskError, SettingsError) as error:
            self._log("setup.not-kept", reason=str(error))
        self._log("setup.done", results=dict(setup.results))
        self._begin()

    def _keep_done(self, setup: Setup) -> None:
        data = read_settings(self._config).data
        keep_done(data, setup)  # first: first start must not come again for want of a note
        touch = setup.result(s.Step.TOUCH)
        if touch in (Finding.GOOD, Finding.ATTENTION, Finding.BROKEN):
            StaffFiles(data).keep_touch_tested(TouchTested(self._clock.now(), touch))

    # --- what is looked for ---

    async def _find_devices(self, turn: int) -> None:
        self._send(s.DevicesFound(turn, choices_of(await asyncio.to_thread(self._find))))

    async def _take_clone(self, order: s.TakeClone, language: str) -> None:
        try:
            async with self._writing:
                known = await asyncio.to_thread(self._cloned, order, language)
        except (Refused, SettingsError, KioskError, OSError, ValueError) as refused:
            self._log("setup.clone-refused", reason=str(refused))
            self._send(s.CloneTaken(order.turn, None))
        else:
            self._send(s.CloneTaken(order.turn, known))

    def _cloned(self, order: s.TakeClone, language: str) -> Known:
        if order.source is Source.STICK:
            clone = clone_in((one.folder for one in self._volumes()), order.text)
        else:
            clone = read_clone_text(order.text)
        name = read_settings(self._config).kiosk.id
        write_clone(self._config, name, clone, self._find())
        return known_of(read_settings(self._config), language)

    async def _look_at_network(self, turn: int) -> None:
        if turn == self._looked:
            await asyncio.sleep(LOOK_SECONDS)
        self._looked = turn
        self._send(s.LinksSeen(turn, tuple(await asyncio.to_thread(links))))

    # --- central ---

    async def _enrol(self, turn: int, code: EnrolCode) -> None:
        def shown(digits: str) -> None:
            self._send(s.DigitsShown(turn, digits))

        try:
            enrolment = await enrol(read_settings(self._config), code, shown)
        except NotEnrolled as refused:
            trouble = _TROUBLES.get(refused.reason, EnrolTrouble.SILENT)
            self._log("setup.not-enrolled", reason=str(refused))
            self._send(s.EnrolEnded(turn, trouble=trouble))
        except (KioskError, SettingsError) as error:
            self._log("setup.not-enrolled", reason=str(error))
            self._send(s.EnrolEnded(turn, trouble=EnrolTrouble.DISK))
        else:
            self._send(s.EnrolEnded(turn, address=enrolment.address))

    # --- printer ---

    async def _probe(self, turn: int, language: str) -> None:
        seen = await asyncio.to_thread(self._asked)
        self._send(s.Probed(turn, verdict_of(seen, _advice(), language)))

    def _asked(self) -> Seen:
        settings = read_settings(self._config)
        seen, *_ = ask_printer(settings, RESOURCES, self._clock, LogTail({}), running=False)
        return seen

    async def _print(self, turn: int) -> None:
        try:
            outcome = await asyncio.to_thread(self._printed)
        except (KioskError, OSError, ValueError) as error:
            self._log("printer.unusable", reason=str(error))
            outcome = PaperOutcome.OFF
        self._log("paper", outcome=outcome)
        self._send(s.PagePrinted(turn, judge_paper(outcome)))

    def _printed(self) -> PaperOutcome:
        settings = read_settings(self._config)

        def make(paper: OnePaper) -> Printer:
            words = self._languages["id"]
            parts = Parts(RESOURCES, words, paper, paper, self._clock, settings.data)
            return escpos_printer(settings.printer, parts, self._log)

        return OnePaper(self._test_page(settings), self._clock.now()).print(make)

    def _test_page(self, settings: Settings) -> Paper:
        loaded = load_templates(RESOURCES / FOLDER, self._languages)
        papers = Papers(settings.kiosk.id, settings.kiosk.tenant, self._languages, loaded.templates)
        link = settings.printer
        key = DeviceKey(settings.data / KEY_FILE, settings.central.public_host)
        facts = PrinterFacts(profile=link.profile, link=link.kind, width_dots=link.width_dots)
        code = key.sign(bytes(CODE_BYTES), b"t")
        return papers.test(facts, code, self._clock.now().astimezone())

    # --- the doctor ---

    async def _examine(self, turn: int, language: str) -> None:
        self._send(s.Examined(turn, await asyncio.to_thread(self._examined, language)))

    def _examined(self, language: str) -> tuple[Verdict, ...]:
        settings = read_settings(self._config)
        clock = SystemClock(settings.data / "clock-confirmed")
        checks = doctor.checks(settings, clock, Machine.here())
        report = doctor.examine(settings.kiosk.id, checks, clock)
        worst: dict[Component, Verdict] = {}
        for seen in report.findings:
            verdict = verdict_of(seen, report.advice, language)
            if seen.component not in worst or verdict.finding is Finding.BROKEN:
                worst[seen.component] = verdict
        return tuple(worst.values())


def judge_paper(outcome: PaperOutcome) -> Finding:
    """A printer that cannot prove what it prints is good only as far as somebody looks."""
    if outcome is PaperOutcome.PRINTED:
        return Finding.GOOD
    return Finding.ATTENTION if outcome.left_the_printer else Finding.BROKEN


def choices_of(seen: Found) -> s.Choices:
    """The devices that are plugged in, and the makes of printers that are known."""

    def options(devices: tuple[FoundDevice, ...]) -> tuple[Option, ...]:
        return tuple(Option(one.device, one.name, one.kind) for one in devices)

    return s.Choices(options(seen.cameras), options(seen.scanners), options(seen.printers), makes())


def makes() -> tuple[Option, ...]:
    """The makes of printers that are driven, any printer first."""
    known = [Option(GENERIC.name, GENERIC.title)]
    for file in sorted((RESOURCES / "printers").glob("*.toml")):
        try:
            profile = read_profile(file)
        except ProfileError:
            continue
        if profile.drivable:
            known.append(Option(profile.name, profile.title))
    return tuple(known)


def known_of(settings: Settings, language: str) -> Known:
    """What the settings and the data folder say already. Raises KioskError."""
    enrolment, printer = read_enrolment(settings.data), settings.printer
    return Known(
        language=language,
        layout=replace(
            Known().layout,
            diagonal_in=settings.panel.diagonal_in,
            bottom_edge_mm=settings.panel.bottom_edge_mm,
        ),
        kiosk=settings.kiosk.id,
        tenant=settings.kiosk.tenant,
        camera=settings.camera.source,
        scanner=Option(settings.scanner.device, kind=settings.scanner.kind),
        printer=s.PrinterChoice(
            printer.kind, printer.device, printer.address, printer.profile, printer.width_dots
        ),
        central=enrolment.address if enrolment else "",
        has_pin=StaffFiles(settings.data).pin() is not None,
    )


def keep_known(config: Path, known: Known) -> None:
    """Change what differs in the settings file. Raises SettingsError or OSError."""
    settings = read_settings(config)
    wanted: Changes = {
        ("kiosk", "id"): known.kiosk,
        ("kiosk", "tenant"): known.tenant,
        ("panel", "diagonal_in"): known.layout.diagonal_in,
        ("panel", "bottom_edge_mm"): known.layout.bottom_edge_mm,
        ("camera", "source"): known.camera,
        ("scanner", "device"): known.scanner.id,
        ("scanner", "kind"): known.scanner.kind or "none",
        ("printer", "kind"): known.printer.kind,
        ("printer", "device"): known.printer.device,
        ("printer", "address"): known.printer.address,
        ("printer", "profile"): known.printer.make,
        ("printer", "width_dots"): known.printer.width_dots,
    }
    changes = {
        (section, key): value
        for (section, key), value in wanted.items()
        if getattr(getattr(settings, section), key) != value
    }
    if changes:
        change_settings(config, changes)


def verdict_of(seen: Seen, advice: Mapping[str, Advice], language: str) -> Verdict:
    """What was seen of a part, as staff are told it: its cause and what to do first."""
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    part = WORDS[spoken][seen.component]
    if not seen.code:
        return Verdict(part, Finding.GOOD)
    told = advice[seen.code]
    counsel = told.counsel[spoken]
    return Verdict(part, _FINDINGS[told.level], f"{counsel.cause} {counsel.steps[0]}")


def _advice() -> Mapping[str, Advice]:
    return read_advice(RESOURCES / "doctor/codes.toml")
