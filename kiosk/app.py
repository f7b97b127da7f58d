"""The one composition root: builds, wires, opens, closes and owns every part of the kiosk.

The window opens first. What is slow to import (HTTP, OpenCV, the printer) follows after the first
frame, so that nobody looks at a dark screen for the sake of a library.
"""

import asyncio
import contextlib
import importlib
import os
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from uuid import uuid4
from zoneinfo import ZoneInfo

import PySide6
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

import kiosk
from config.settings import Settings
from devices.clock import SystemClock
from devices.headphones import JackSwitch
from devices.machine import marks
from devices.simulated.control import ControlServer
from devices.sounds import Sounds
from devices.voice import EspeakVoice
from kiosk import RESOURCES, blackbox
from kiosk.blackbox import BlackBox
from kiosk.changes import Listener
from kiosk.clock_witness import ClockWitness
from kiosk.condition import Asked, Fitted, condition
from kiosk.domain import effects as do
from kiosk.domain import events as on
from kiosk.domain.catalogue import Catalogue
from kiosk.domain.devices import CameraState, PrinterState, ScanHint, ScanMode, ScannerState
from kiosk.domain.effects import Sound
from kiosk.domain.equipment import PAPER_LOW_PERCENT
from kiosk.domain.hall import Hall
from kiosk.domain.happening import Happening
from kiosk.domain.orders import Policy
from kiosk.domain.staff import TECHNICIAN, Layout
from kiosk.domain.states import Attending, Closed, Idle, State, visit_of
from kiosk.domain.unattended import rest_after_seconds
from kiosk.enrolment import read_enrolment
from kiosk.ledger_rows import moved_body
from kiosk.log import Log
from kiosk.mailbox import Mailbox
from kiosk.night_watch import NightWatch, doctor
from kiosk.orders import Orders, Shutter
from kiosk.paper_templates import load_templates
from kiosk.papers import Papers
from kiosk.ports import (
    Central,
    Hello,
    KioskError,
    PreviewFrame,
    Printer,
    Scanner,
)
from kiosk.qr_symbols import qr_matrix
from kiosk.request_signer import RequestSigner
from kiosk.runner import Codes, Runner, Surroundings, World
from kiosk.schema import FILE as LEDGER
from kiosk.sqlite_store import SqliteStore
from kiosk.staff_files import StaffFiles
from kiosk.supervisor import Supervisor
from kiosk.sync import REVOKED, Sync, SyncFacts
from kiosk.tidying import Tidying
from kiosk.vitals import versions
from kiosk.watchdog import BEAT_SECONDS, LIMITS, Heart, LivingClock, Watchdog
from ui.bridge import Bridge
from ui.earcons import Earcons
from ui.layout import Panel
from ui.narrator import Narrator
from ui.shell import Parts, Shell, open_window
from ui.stage import Stage, words_for
from ui.text import load_words
from ui.theme import Theme
from ui.timers import Timers
from ui.touches import event_of
from ui.views.drawing import Drawing, Moment, Place
from ui.words import WordsModel

if TYPE_CHECKING:
    from kiosk.device_key import DeviceKey
    from kiosk.staff_room import StaffRoom

AGAIN_SECONDS = 5.0
"""How soon a kiosk that cannot serve tries again."""
SAID_MOST = 50
"""What was said last is kept for the scripted hand, in memory, and never logged: it may hold a name."""
NO_CATALOGUE = Catalogue({}, {}, {}, (), ZoneInfo("Asia/Jakarta"), False, "")


class KioskApp:
    """Everything a running kiosk is made of, and how its parts hear of each other."""

    def __init__(
        self, settings: Settings, log: Log, clock: SystemClock, start_anew: Callable[[], None]
    ) -> None:
        """`start_anew` has the program end in order; whoever watches over it starts it again."""
        self._start_anew = start_anew
        self._settings = settings
        self._night: NightWatch | None = None
        self._log = log
        self._clock = clock
        self._witness = ClockWitness(clock)
        self._loop = asyncio.get_running_loop()
        self._timers = Timers()
        self._supervisor = Supervisor(log)
        self._watchdog = Watchdog(os.environ, clock, log)
        self._heart = Heart(log)
        self._languages = load_words(RESOURCES / "text")
        self._papers = self._make_papers()
        self._surroundings = Surroundings(NO_CATALOGUE)
        self._place = Place(
            kiosk=settings.kiosk.id,
            tenant=settings.kiosk.tenant,
            camera_position=settings.camera.position,
            scanner_position=settings.scanner.position,
            printer_position=settings.printer.position,
        )
        panel = Panel(settings.panel.diagonal_in, settings.panel.bottom_edge_mm)
        self._theme = Theme(RESOURCES, panel, still=settings.panel.reduce_motion)
        self._words = WordsModel(self._languages)
        self._bridge = Bridge()
        self._stage = Stage(self._bridge, self._drawing)
        self._sounds = Sounds(RESOURCES / "sounds")
        self._earcons = Earcons(self._bridge, self._sounds.play)
        self._said: deque[str] = deque(maxlen=SAID_MOST)
        self._voice = EspeakVoice(
            RESOURCES / "sounds/speech",
            clock,
            changed=lambda speaking: self._narrator.speech_changed(speaking),
            heard=self._note_said if settings.demo.hand else lambda *_: None,
            note=log,
        )
        self._narrator = Narrator(self._bridge, self._languages, self._voice)
        self._headphones: JackSwitch | None = None
        self._scan_mode = ScanMode.OFF
        self._blackbox: BlackBox | None = None
        self._mailbox = Mailbox(
            self._surroundings,
            clock.confirm,
            log,
            self._changed,
            self._wake_sync,
            self._show_frame,
            clock.now,
            self._remember,
        )
        self._unusable = False
        self._touched_at = clock.monotonic()
        self._hand: ControlServer | None = None
        self._window: Shell | None = None
        self._store: SqliteStore | None = None
        self._central: Central | None = None
        self._runner: Runner | None = None
        self._sync: Sync | None = None
        self._scanners: list[Scanner] = []
        self._request_signer: RequestSigner | None = None
        self._printer: Printer | None = None
        self._orders: Orders | None = None
        self._shutter: Shutter | None = None
        self._policy = Policy()
        self._revoked = False

    # --- opening and closing ---

    async def open_window(self) -> Shell:
        """Open the ledger and show the first screen."""
        self._blackbox = self._open_blackbox()
        await self._find_store()
        self._stage.draw()
        parts = Parts(
            theme=self._theme,
            words=self._words,
            bridge=self._bridge,
            encode_qr=qr_matrix,
            resources=RESOURCES,
        )
        panel = self._settings.panel
        size = QSize(panel.width, panel.height) if panel.width else _screen_size()
        self._window = open_window(parts, size=size, fullscreen=panel.fullscreen)
        self._stage.start()
        return self._window

    async def begin(self) -> None:
        """Bring session, server, scanner and printer to life; call it after the first frame.

        Without a ledger or a key nobody can be served: the screen says so, staff read the log, and
        it is tried again until the disk answers.
        """
        await self._start_hand()
        if not await self._begun():
            self._supervisor.keep("begin", self._begin_later)
        if self._watchdog.watched:
            self._watchdog.expect("screen", LIMITS["screen"])
            self._supervisor.keep("watchdog", self._watchdog.run)
        self._beat()
        self._watchdog.tell(f"READY=1\n{self._watchdog.status}")

    async def _begun(self) -> bool:
        try:
            await self._begin()
        except KioskError as error:
            if not self._unusable:
                self._log("kiosk.unusable", reason=str(error))
            self._unusable = True
            self._stage.changed()
            if self._central:
                await self._central.close()
            return False
        if self._unusable:
            self._log("kiosk.usable")
        self._unusable = False
        self._stage.changed()
        return True

    async def _begin_later(self) -> None:
        """Until it succeeds; a disk that was full or away needs no restart of the program."""
        while True:
            await asyncio.sleep(AGAIN_SECONDS)
            if self._store is None:
                await self._find_store()
            if await self._begun():
                self._watchdog.tell(self._watchdog.status)
                return

    def _beat(self) -> None:
        """Qt's own timers still come: the screen lives."""
        self._heart.beat()
        self._watchdog.alive("screen")
        self._timers.call_after(BEAT_SECONDS, self._beat)

    async def _begin(self) -> None:
        if self._store is None:
            raise KioskError("there is no ledger")
        key = self._make_key()
        self._central = self._make_central(self._store, key)
        room = self._make_staff_room(self._store, key)
        self._runner = self._make_runner(self._store, self._central, key, room)
        self._mailbox.runner = self._runner
        if not self._surroundings.catalogue.services:
            self._runner.send(on.ServiceStopped("catalogue"))
        else:
            await self._runner.refresh_popular()
        if StaffFiles(self._settings.data).closed():
            self._runner.send(on.ServiceStopped(TECHNICIAN))
        self._orders = await self._make_orders(self._store, room)
        self._sync = self._make_sync(self._store, self._central, key)
        self._watchdog.expect("sync", LIMITS["sync"])
        self._supervisor.keep("sync", self._sync.run)
        self._supervisor.keep("orders", self._orders.run)
        self._supervisor.keep("changes", Listener(self._central, self._sync, self._log).run)
        tidying = Tidying(self._store, self._today, self._may_forget, self._log)
        self._supervisor.keep("tidying", tidying.run)
        self._start_printer(self._store)
        self._start_camera()
        self._start_wired_scanner()
        self._headphones = JackSwitch(self._clock, self._mailbox, note=self._log)
        self._headphones.start()
        self._start_night_watch(self._runner)
        self._bridge.sent.connect(self._touched)
        self._changed()

    async def close(self) -> None:
        """Let everything end in the order in which it depends on each other."""
        self._watchdog.tell("STOPPING=1")
        self._stage.stop()
        self._said.clear()
        # All at once: each may hang for seconds, and systemd waits for eight.
        ends = [self._voice.close, self._sounds.close, *(one.close for one in self._scanners)]
        ends += [part.close for part in (self._headphones, self._printer) if part]
        await asyncio.gather(*map(asyncio.to_thread, ends))
        if self._hand:
            await self._hand.close()
        await self._supervisor.close()
        self._timers.close()
        if self._central:
            await self._central.close()
        if self._store:
            self._store.close()
        if self._blackbox:
            self._blackbox.close()
        if self._window:
            self._window.close()

    async def _take_kept(self) -> None:
        """Catalogue and lists as they came down last."""
        if raw := await self._kept("catalogue"):
            await self._mailbox.catalogue_came(raw)
        if raw := await self._kept("bookings"):
            await self._mailbox.bookings_came(raw)
        if raw := await self._kept("receipts"):
            await self._mailbox.receipts_came(raw)
        if raw := await self._kept("keys"):
            await self._mailbox.keys_came(raw)

    async def _kept(self, what: str) -> bytes | None:
        """The catalogue or a list that was kept last."""
        if self._store is None:
            return None
        store = self._store
        kept = {
            "catalogue": store.catalogue,
            "bookings": store.bookings,
            "receipts": store.receipts,
            "keys": store.keys,
        }
        try:
            return await kept[what]()
        except KioskError as error:
            self._log("store.failed", task=what, reason=str(error))
            return None

    async def _find_store(self) -> None:
        """Open the ledger and read what it keeps; the screen waits for no disk."""
        loop = asyncio.get_running_loop()
        try:
            self._store = await asyncio.to_thread(self._open_store, loop)
        except KioskError as error:
            if not self._unusable:
                self._log("ledger.unusable", reason=str(error))
            return
        if self._store.moved_aside:
            self._moved_aside(self._store.moved_aside)
        await self._take_kept()

    def _open_store(self, loop: asyncio.AbstractEventLoop) -> SqliteStore:
        """Off the loop: it reads the whole file."""

        def moved(aside: Path) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended: nobody is left to hear it
                loop.call_soon_threadsafe(self._moved_aside, aside)

        file = self._settings.data / LEDGER
        return SqliteStore(file, self._clock, marks(), self._witness, moved)

    def _moved_aside(self, aside: Path) -> None:
        """The ledger was damaged, and another begun: central is told, and staff come."""
        self._log("ledger.moved-aside", file=aside.name)
        if self._sync:
            self._sync.fetch_lists_again()
        self._supervisor.spawn("call staff to the ledger", self._call_for_ledger())

    async def _call_for_ledger(self) -> None:
        call = moved_body(self._settings.kiosk.id, self._clock.now())
        try:
            if self._store:
                await self._store.add_fact("staff.called", call)
        except KioskError as error:
            self._log("store.failed", task="call staff to the ledger", reason=str(error))
        self._wake_sync()

    def _open_blackbox(self) -> BlackBox | None:
        try:
            return BlackBox(self._settings.data / blackbox.FILE, self._clock.now)
        except KioskError as error:
            self._log("blackbox.unusable", reason=str(error))
            return None

    def _remember(self, happening: Happening) -> None:
        if self._blackbox:
            self._blackbox.note(happening)

    def _make_papers(self) -> Papers:
        """A template of the site that cannot be used is told of; the shipped one stays in force."""
        site = self._settings.templates
        loaded = load_templates(RESOURCES / "templates", self._languages, site)
        for complaint in loaded.complaints:
            self._log("template.refused", complaint=complaint)
        return Papers(
            self._settings.kiosk.id,
            self._settings.kiosk.tenant,
            self._languages,
            loaded.templates,
            saves_paper=self._saves_paper,
            bookings=lambda: self._surroundings.bookings,
            survey_slips=self._settings.printer.survey_slips,
        )

    # --- making parts; the imports are late on purpose, see the module's first lines ---

    def _make_key(self) -> "DeviceKey":
        module = importlib.import_module("kiosk.device_key")
        path = self._settings.data / module.FILE
        key: DeviceKey = module.DeviceKey(path, self._settings.central.public_host)
        return key

    def _make_central(self, store: SqliteStore, key: "DeviceKey") -> Central:
        module = importlib.import_module("kiosk.http_central")
        signer = RequestSigner(key.public, key.sign_bytes, self._clock.now, os.urandom)
        self._request_signer = signer
        central: Central = module.HttpCentral(
            self._route(module), store.installation, self._timers.call_after, signer
        )
        return central

    def _rotated(self, key: "DeviceKey") -> None:
        key.rotated()
        if self._request_signer:
            self._request_signer.change_key(key.public)

    def _route(self, module: ModuleType) -> object:
        """The way to the central this kiosk is enrolled at; None before."""
        enrolment = read_enrolment(self._settings.data)
        if enrolment is None:
            self._log("kiosk.not-enrolled")
            return None
        pinned = importlib.import_module("kiosk.pinned")
        url = enrolment.url(self._settings.central.url)
        return module.Route(url, pinned.pinned_context(enrolment.ca_key))

    def _make_runner(
        self, store: SqliteStore, central: Central, key: "DeviceKey", room: "StaffRoom"
    ) -> Runner:
        world = World(
            clock=self._clock,
            store=store,
            central=central,
            codes=Codes(
                key.sign, lambda: key.key, importlib.import_module("kiosk.ed25519").verifies
            ),
            call_after=self._timers.call_after,
            randomness=os.urandom,
            papers=self._papers,
            witness=self._witness,
            wake_printer=self._wake_printer,
            wake_sync=self._wake_sync,
            kiosk=self._settings.kiosk.id,
            log=self._log,
            languages=tuple(self._languages),
            speaking=lambda: self._narrator.speaking,
            staff=room.carry_out,
            remember=self._remember,
        )
        return Runner(world, self._surroundings, self._supervisor, self._changed, self._play)

    def _make_staff_room(self, store: SqliteStore, key: "DeviceKey") -> "StaffRoom":
        parts = importlib.import_module("kiosk.staff_parts")
        room: StaffRoom = parts.staff_room_of(
            self._settings,
            self._settings.data / LEDGER,
            store,
            key,
            self._papers,
            self._surroundings,
            parts.Reach(
                printer=lambda: self._printer,
                wake_printer=self._wake_printer,
                wake_sync=self._wake_sync,
                follow=self._follow,
                changed=self._changed,
                restart=self._start_anew,
            ),
            self._clock,
            self._log,
        )
        return room

    def _follow(self, layout: Layout) -> None:
        """Show everything as the panel hangs now."""
        self._theme.mount(Panel(layout.diagonal_in, layout.bottom_edge_mm))
        self._place = replace(
            self._place,
            camera_position=layout.camera,
            scanner_position=layout.scanner,
            printer_position=layout.printer,
        )

    async def _make_orders(self, store: SqliteStore, room: "StaffRoom") -> Orders:
        parts = importlib.import_module("kiosk.order_parts")

        async def print_test() -> None:
            await room.carry_out(do.PrintTest(uuid4()), self._send)

        reach = parts.Reach(
            send=self._send,
            free=lambda: isinstance(self._state(), Closed | Idle),
            restart=self._start_anew,
            rotate=self._tell_of_key,
            print_test=print_test,
            adopt=self._adopt,
        )
        orders: Orders
        orders, self._shutter = parts.orders_of(
            self._settings, store, reach, self._clock, self._log
        )
        await orders.begin()
        self._mailbox.orders = orders
        return orders

    def _send(self, event: on.Event) -> None:
        if self._runner:
            self._runner.send(event)

    def _tell_of_key(self) -> None:
        if self._sync:
            self._sync.look_again(lists=True)

    def _adopt(self, policy: Policy) -> None:
        self._policy = policy

    def _make_sync(self, store: SqliteStore, central: Central, key: "DeviceKey") -> Sync:
        asked = self._asked(store)
        facts = SyncFacts(
            hello=self._watchdog.living(
                "sync",
                lambda standing: Hello(
                    installation=store.installation,
                    kiosk=self._settings.kiosk.id,
                    standing=standing,
                    public_key=key.public,
                    software=kiosk.__version__,
                    witness=self._witness.kind,
                ),
            ),
            health=lambda outbox: condition(asked, outbox),
            etag=self._watchdog.living("sync", lambda: self._surroundings.catalogue.etag),
            bookings_etag=lambda: self._surroundings.bookings.etag,
            receipts_etag=lambda: self._surroundings.receipts.etag,
            keys_etag=lambda: self._surroundings.keyring.etag,
            orders_etag=lambda: self._orders.etag if self._orders else None,
            shut_out=self._shut_out,
            rotation=lambda: key.rotation(store.installation),
            rotated=lambda: self._rotated(key),
        )
        most = 2.0 if self._settings.kiosk.profile == "demo" else 60.0
        return Sync(central, store, facts, self._mailbox, self._log, most_wait_seconds=most)

    def _asked(self, store: SqliteStore) -> Asked:
        settings = self._settings
        return Asked(
            store,
            self._surroundings,
            self._clock,
            settings.data,
            Fitted(
                printer=settings.printer.kind != "none",
                camera=bool(settings.camera.source),
                scanner=settings.scanner.kind != "none",
            ),
            versions(qt=PySide6.__version__),
            has_slot=lambda: self._sync is None or self._sync.has_slot,
            state=lambda: self._runner.state if self._runner else None,
            printer=lambda: self._printer,
            orders=lambda: self._orders,
            self_test=lambda: self._night.found if self._night else None,
        )

    def _start_printer(self, store: SqliteStore) -> None:
        if self._settings.printer.kind == "none":
            self._surroundings.printer = PrinterState.SILENT
            return
        module = importlib.import_module("kiosk.printer_parts")
        try:
            self._printer = module.printer_of(
                self._settings,
                RESOURCES,
                self._languages["id"],
                store,
                self._mailbox,
                LivingClock(self._clock, lambda: self._watchdog.alive("printer")),
                self._log,
            )
        except KioskError as error:
            self._log("printer.unusable", reason=str(error))
            self._surroundings.printer = PrinterState.SILENT
            return
        self._watchdog.expect("printer", LIMITS["printer"])
        self._printer.start()

    def _start_camera(self) -> None:
        if not self._settings.camera.source:
            self._surroundings.camera = CameraState.MISSING
            return
        parts = importlib.import_module("kiosk.scanner_parts")
        self._start(parts.camera_of(self._settings.camera, self._mailbox, self._clock, self._log))

    def _start_wired_scanner(self) -> None:
        if self._settings.scanner.kind == "none":
            return
        self._surroundings.scanner = ScannerState.STARTING
        parts = importlib.import_module("kiosk.scanner_parts")
        self._start(parts.wired_of(self._settings.scanner, self._mailbox, self._clock, self._log))

    def _start(self, scanner: Scanner) -> None:
        self._scanners.append(scanner)
        scanner.start()

    def _start_night_watch(self, runner: Runner) -> None:
        """The demo has no night to wait for."""
        config = self._settings.file
        if config is None or self._settings.kiosk.profile == "demo":
            return
        self._night = NightWatch(
            runner.hall,
            lambda: isinstance(runner.state, Idle | Closed),
            self._tell_devices,
            doctor(config.resolve()),
            self._clock.now,
            self._log,
        )
        self._supervisor.keep("night watch", self._night.run)

    def _tell_devices(self) -> None:
        self._log("printer", state=self._surroundings.printer)
        self._log("camera", state=self._surroundings.camera)

    async def _start_hand(self) -> None:
        """The scripted hand is left out of the packaged kiosk; only the demo profile asks for it."""
        socket = self._settings.demo.hand
        if not socket or self._window is None:
            return
        module = importlib.import_module("kiosk.hand_server")
        self._hand = module.hand_server(
            Path(socket), self._window.window, self._bridge, self._clock, self._said
        )
        await self._hand.start()

    # --- what the parts ask for ---

    def _drawing(self) -> Drawing:
        state = self._state()
        visit = visit_of(state)
        language = visit.preferences.language if visit else "id"
        runner = self._runner
        left = None
        if runner and runner.patience_until is not None:
            left = max(0.0, runner.patience_until - self._clock.monotonic())
        return Drawing(
            state=state,
            hall=runner.hall() if runner else self._first_hall(),
            words=words_for(self._languages, language),
            languages=self._languages,
            place=self._place,
            moment=Moment(
                runner.toast if runner else None,
                self._mailbox.hint,
                left and round(left),
                dim=self._dim(state),
            ),
        )

    def _dim(self, state: State) -> bool:
        """Nobody touched the attract screen for a while: its light may rest."""
        if not isinstance(state, Idle):
            return False
        mall = (self._runner.hall() if self._runner else self._first_hall()).mall()
        rest = rest_after_seconds(mall, 60 * self._policy.dim_after_minutes)
        return self._clock.monotonic() - self._touched_at > rest

    def _may_forget(self) -> bool:
        """A server that came back from a backup may need again what it was told: it is asked first."""
        return self._is_alone() and self._sync is not None and self._sync.in_touch

    def _is_alone(self) -> bool:
        """Nobody is here, and most probably nobody comes within a second."""
        state = self._state()
        return self._dim(state) or isinstance(state, Closed)

    def _today(self) -> date:
        return self._clock.now().astimezone(self._surroundings.catalogue.zone).date()

    def _state(self) -> State:
        if self._unusable:
            return Closed("unusable")
        if self._runner:
            return self._runner.state
        return Idle() if self._surroundings.catalogue.services else Closed("starting")

    def _first_hall(self) -> Hall:
        local = self._clock.now().astimezone(self._surroundings.catalogue.zone)
        return Hall(self._surroundings.catalogue, local)

    def _saves_paper(self) -> bool:
        """While the roll comes to its end, tickets leave out what the phone shows too."""
        return self._printer is not None and self._printer.report.paper_percent < PAPER_LOW_PERCENT

    def _wake_printer(self) -> None:
        if self._printer:
            self._printer.wake()

    def _wake_sync(self) -> None:
        if self._sync:
            self._sync.wake()

    def _play(self, sound: Sound) -> None:
        self._sounds.play(sound)

    def _changed(self) -> None:
        if self._runner and self._scanners:
            mode = self._runner.scan_mode()
            if mode is not self._scan_mode:
                self._scan_mode = mode
                self._mailbox.hint = ScanHint.NONE
                for scanner in self._scanners:
                    scanner.set_mode(mode)
        if self._orders:
            self._orders.look_again()
        self._loop.call_soon(self._close_when_shut_out)
        if self._shutter:
            self._loop.call_soon(self._shutter.look_again)
        self._stage.changed()

    def _shut_out(self, revoked: bool) -> None:
        """Who was revoked gives no number: it says so before anybody begins, and cuts nobody off."""
        self._revoked = revoked
        if not revoked and self._runner:
            self._runner.send(on.ServiceResumed(REVOKED))
        self._close_when_shut_out()

    def _close_when_shut_out(self) -> None:
        if self._revoked and self._runner and isinstance(self._runner.state, Idle):
            self._runner.send(on.ServiceStopped(REVOKED))

    def _note_said(self, _: str, text: str) -> None:
        self._said.append(text)

    def _show_frame(self, frame: PreviewFrame) -> None:
        if self._window:
            self._window.show_frame(frame.width, frame.height, frame.pixels)
        if frame.sight and isinstance(self._state(), Attending):
            around = self._surroundings
            around.equipment = replace(around.equipment, sight=frame.sight)
            self._stage.changed()

    def _touched(self, name: str, argument: object) -> None:
        self._touched_at = self._clock.monotonic()
        if self._runner is None:
            return
        self._runner.touched()
        event = event_of(name, argument)
        if event is not None:
            self._runner.send(event)


def _screen_size() -> QSize:
    screen = QGuiApplication.primaryScreen()
    return screen.size()
