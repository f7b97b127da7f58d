"""The root of first start: window, camera and hands around the pure steps of `domain.setting_up`.

A root of its own, and no state of the session: a visit needs ledger, key and central, and first start is
what comes before them. It shares window, words, screens and drawing with the kiosk.
"""

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import qasync
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from config.settings import Settings, SettingsError, read_settings
from config.settings_file import begin_settings
from devices.clock import SystemClock
from devices.sounds import Sounds
from kiosk import RESOURCES
from kiosk.app import NO_CATALOGUE
from kiosk.domain.devices import CameraState, Film, ScanHint, ScanMode, ScannerState
from kiosk.domain.effects import Sound
from kiosk.domain.found import Found
from kiosk.domain.hall import Hall
from kiosk.domain.setting_up import Move, first_page, move
from kiosk.domain.setup import Choose, CodeSeen, Setup, SetupEvent, Subject
from kiosk.domain.staff import Equipment
from kiosk.found import find_devices
from kiosk.log import Log
from kiosk.ports import KioskError, PreviewFrame, Scanner
from kiosk.program import (
    begin_process,
    first_frame,
    insist_on_ending,
    logged,
    tell,
    told_to_end,
)
from kiosk.qr_symbols import qr_matrix
from kiosk.scanner_parts import camera_of, wired_of
from kiosk.setup_eyes import SetupEyes
from kiosk.setup_file import is_first_start, read_progress
from kiosk.setup_hands import SetupHands, known_of
from kiosk.supervisor import Supervisor
from kiosk.watchdog import BEAT_SECONDS, LIMITS, Watchdog
from ui.bridge import Bridge
from ui.earcons import Earcons
from ui.layout import Panel
from ui.setup_touches import setup_event_of
from ui.shell import Parts, Shell, open_window
from ui.stage import Stage, words_for
from ui.text import load_words
from ui.theme import Theme
from ui.timers import Timers
from ui.views.drawing import Drawing, Moment, Place
from ui.words import WordsModel

BEGUN = 64
"""What the loop ends with where everything is set up and the kiosk may begin."""
CODE_BYTES_MOST = 1300


class SetupApp:
    """Implements ScannerListener and WiredScannerListener; owns all that first start is made of."""

    def __init__(
        self,
        config: Path,
        log: Log,
        clock: SystemClock,
        begin: Callable[[], None],
        *,
        size: tuple[int, int] | None = None,
        find: Callable[[], Found] = find_devices,
    ) -> None:
        """`begin` has the loop end so that the kiosk starts. `find` looks for devices."""
        settings = read_settings(config)
        self._config = config
        self._log = log
        self._clock = clock
        self._loop = asyncio.get_running_loop()
        self._timers = Timers()
        self._supervisor = Supervisor(log)
        self._watchdog = Watchdog(os.environ, clock, log)
        self._languages = load_words(RESOURCES / "text")
        self._size = QSize(*size) if size else None
        self._fullscreen = settings.panel.fullscreen and size is None
        panel = Panel(settings.panel.diagonal_in, settings.panel.bottom_edge_mm)
        self._theme = Theme(RESOURCES, panel, still=settings.panel.reduce_motion)
        self._bridge = Bridge()
        self._sounds = Sounds(RESOURCES / "sounds")
        self._earcons = Earcons(self._bridge, self._sounds.play)
        self._words = WordsModel(self._languages)
        self._stage = Stage(self._bridge, self._drawing)
        self._hint = ScanHint.NONE
        self._camera = CameraState.OFF
        self._scanner = ScannerState.NONE
        self._equipment = Equipment(has_printer=False, has_camera=False)
        self._frame_pending = False
        self._eyes = SetupEyes(self._opened_eyes, self._eyes_are_shut, self._supervisor)
        self._window: Shell | None = None
        first = is_first_start(settings.data)
        self.setup = _where_it_stood(settings, first=first)
        self._hands = SetupHands(
            config,
            self._languages,
            self._supervisor,
            log,
            self.send,
            play=lambda: self._sounds.play(Sound.SUCCESS),
            begin=begin,
            remembers=first,
            find=find,
        )

    def open_window(self) -> Shell:
        """Show the page on which it stands."""
        self._stage.draw()
        parts = Parts(self._theme, self._words, self._bridge, qr_matrix, RESOURCES)
        size = self._size or QGuiApplication.primaryScreen().size()
        self._window = open_window(parts, size=size, fullscreen=self._fullscreen)
        self._stage.start()
        return self._window

    def begin(self) -> None:
        """Take touches, and find out what the first page asks for."""
        self._bridge.sent.connect(self._touched)
        self._go(first_page(self.setup, self.setup.step))
        if self._watchdog.watched:
            self._watchdog.expect("screen", LIMITS["screen"])
            self._beat()
            self._supervisor.keep("watchdog", self._watchdog.run)
        self._watchdog.tell("READY=1")

    async def close(self) -> None:
        """Let everything end."""
        self._watchdog.tell("STOPPING=1")
        self._stage.stop()
        await self._eyes.close()
        await self._supervisor.close()
        self._sounds.close()
        self._timers.close()
        if self._window:
            self._window.close()

    def send(self, event: SetupEvent) -> None:
        """Something happened."""
        self._go(move(self.setup, event))

    def _go(self, moved: Move) -> None:
        if moved.setup.known.layout != self.setup.known.layout:
            layout = moved.setup.known.layout
            self._theme.mount(Panel(layout.diagonal_in, layout.bottom_edge_mm))
        self.setup = moved.setup
        for order in moved.orders:
            self._hands.carry_out(order, self.setup)
        self._loop.call_soon(self._look)
        self._stage.changed()

    def _beat(self) -> None:
        self._watchdog.alive("screen")
        self._timers.call_after(BEAT_SECONDS, self._beat)

    def _touched(self, name: str, argument: object) -> None:
        event = setup_event_of(name, argument)
        if event is not None:
            self.send(event)

    # --- camera and hand scanner ---

    def _look(self) -> None:
        """Open what reads codes while one can be shown; the doctor wants it free."""
        known = self.setup.known
        wanted = (known.camera, known.scanner) if self.setup.reads_codes else ()
        self._eyes.want(wanted)

    def _opened_eyes(self) -> list[Scanner]:
        settings, eyes = read_settings(self._config), list[Scanner]()
        if settings.camera.source:
            eyes.append(camera_of(settings.camera, self, self._clock, self._log))
        if settings.scanner.kind != "none":
            self._scanner = ScannerState.STARTING
            eyes.append(wired_of(settings.scanner, self, self._clock, self._log))
        for eye in eyes:
            eye.start()
            eye.set_mode(ScanMode.PREVIEW)
        return eyes

    def _eyes_are_shut(self) -> None:
        self._camera, self._scanner = CameraState.OFF, ScannerState.NONE
        self._equipment = replace(self._equipment, sight=None)

    def code_read(self, content: bytes) -> None:
        """See ScannerListener."""
        if len(content) <= CODE_BYTES_MOST:
            self._post(lambda: self.send(CodeSeen(content.decode("utf-8", "replace"))))

    def camera_changed(self, state: CameraState) -> None:
        """See ScannerListener."""
        self._post(lambda: self._became(camera=state))

    def filmed(self, film: Film) -> None:
        """See ScannerListener: first start shows the picture itself."""

    def scanner_changed(self, state: ScannerState) -> None:
        """See WiredScannerListener."""
        self._post(lambda: self._became(scanner=state))

    def hinted(self, hint: ScanHint) -> None:
        """See ScannerListener."""
        self._post(lambda: self._became(hint=hint))

    def frame_ready(self, frame: PreviewFrame) -> None:
        """See ScannerListener; dropped while the one before is not shown yet."""
        if not self._frame_pending:
            self._frame_pending = True
            self._post(lambda: self._show(frame))

    def _became(
        self,
        *,
        camera: CameraState | None = None,
        scanner: ScannerState | None = None,
        hint: ScanHint | None = None,
    ) -> None:
        self._camera = camera or self._camera
        self._scanner = scanner or self._scanner
        self._hint = self._hint if hint is None else hint
        self._stage.changed()

    def _show(self, frame: PreviewFrame) -> None:
        self._frame_pending = False
        if self._window:
            self._window.show_frame(frame.width, frame.height, frame.pixels)
        if frame.sight:
            self._equipment = replace(self._equipment, sight=frame.sight)
            self._stage.changed()

    def _post(self, call: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended: nobody is left to hear it
            self._loop.call_soon_threadsafe(call)

    # --- drawing ---

    def _drawing(self) -> Drawing:
        known, local = self.setup.known, self._clock.now().astimezone()
        return Drawing(
            state=self.setup,
            hall=Hall(
                NO_CATALOGUE,
                local,
                camera=self._camera,
                scanner=self._scanner,
                equipment=self._equipment,
            ),
            words=words_for(self._languages, known.language),
            languages=self._languages,
            place=Place(known.kiosk, known.tenant),
            moment=Moment(hint=self._hint),
        )


def _where_it_stood(settings: Settings, *, first: bool) -> Setup:
    """At the step that was not finished, or at the beginning. Raises KioskError."""
    progress = read_progress(settings.data) if first else None
    language = progress.language if progress else "id"
    known = known_of(settings, language)
    if progress is None:
        return Setup(Choose(Subject.LANGUAGE, ()), known=known)
    begun = Setup(Choose(Subject.LANGUAGE, ()), progress.step, known, progress.results)
    return replace(begun, page=first_page(begun, progress.step).setup.page)


async def _live(config: Path, log: Log, clock: SystemClock, size: tuple[int, int] | None) -> int:
    stop, code = told_to_end(), 0

    def begin() -> None:
        nonlocal code
        code = BEGUN
        stop.set()

    app = SetupApp(config, log, clock, begin, size=size)
    try:
        window = app.open_window()
        window.window.closing.connect(stop.set)
        await first_frame(window)
        tell(first_frame=clock.monotonic())
        log("setup.begun", step=app.setup.step)
        app.begin()
        tell(ready=True)
        await stop.wait()
    finally:
        await app.close()
        insist_on_ending()
    return code


def run(config: Path, size: tuple[int, int] | None = None) -> int:
    """Set a kiosk up; BEGUN where it may begin now, 0 where it was told to end, 2 for wrong settings."""
    try:
        if not config.exists():
            config.parent.mkdir(parents=True, exist_ok=True)
            begin_settings(config, {})
        settings = read_settings(config)
        settings.data.mkdir(parents=True, exist_ok=True)
        stream = (settings.data / "kiosk.log").open("a", encoding="utf-8")
    except (OSError, SettingsError) as error:
        sys.stderr.write(f"kiosk setup: {error}\n")
        return 2
    application = begin_process()
    clock = SystemClock(settings.data / "clock-confirmed")
    with stream:
        log = Log(stream, clock.now)
        sys.excepthook = logged(log)
        try:
            with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
                return runner.run(_live(config, log, clock, size))
        except KioskError as error:
            sys.stderr.write(f"kiosk setup: {error}\n")
            return 2
