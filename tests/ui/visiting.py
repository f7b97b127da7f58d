"""A real visit at the real window: session, views and QML, with time, ledger and server faked."""

import asyncio
import io
from collections.abc import Coroutine
from dataclasses import replace
from itertools import count

from PySide6.QtCore import QSize
from PySide6.QtGui import QPointingDevice

from kiosk.clock_witness import ClockWitness
from kiosk.domain import events as on
from kiosk.domain.arriving import GREETING_SECONDS
from kiosk.domain.codes import ticket_reference
from kiosk.domain.devices import CameraState, PrinterState
from kiosk.domain.label import QueueCode
from kiosk.domain.states import visit_of
from kiosk.log import Log
from kiosk.runner import TOAST_SECONDS, Codes, Runner, Surroundings, World
from kiosk.supervisor import Supervisor
from tests.fakes import FakeCentral, FakeKey, FakeTime, MemoryStore, settle
from tests.papers import papers
from tests.samples import PAYLOAD, SERVICE, booking, bookings, catalogue
from tests.ui.conftest import Screen
from tests.ui.listening import Listener
from ui.bridge import Bridge
from ui.gallery import RESOURCES, sample_qr
from ui.layout import Panel
from ui.shell import Parts, open_window
from ui.text import load_words
from ui.theme import Theme
from ui.touches import event_of
from ui.views.drawing import Drawing, Moment, Place
from ui.views.screens import screen_and_view, shell, unclaimed
from ui.words import WordsModel

LANGUAGES = load_words(RESOURCES / "text")
TALL = QSize(1080, 1920)


class Visit:
    """Somebody with a keypad and headphones before a kiosk, who acts on what is heard.

    The session runs on a loop of its own, between the keys: a key makes Qt handle events, and
    those may not come in the middle of a task.
    """

    def __init__(self, touch_panel: QPointingDevice) -> None:
        self._loop = asyncio.new_event_loop()
        self.time = FakeTime()
        self.store = MemoryStore(self.time)
        self.central = FakeCentral(self.time)
        self.lines = io.StringIO()
        self._touched: list[tuple[str, object]] = []
        self._random = count(1)
        self.runner = self._make_runner()
        self.bridge = Bridge()
        self.draw()
        parts = Parts(
            theme=Theme(RESOURCES, Panel(), still=True),
            words=WordsModel(LANGUAGES),
            bridge=self.bridge,
            encode_qr=sample_qr,
            resources=RESOURCES,
        )
        parts.theme.guard(on=False)
        self.screen = Screen(open_window(parts, size=TALL), parts, touch_panel)
        self.listener = Listener(self.screen)
        self.bridge.sent.connect(self._note)

    def _make_runner(self) -> Runner:
        log = Log(self.lines, self.time.now)
        key = self.key = FakeKey()
        self._supervisor = Supervisor(log)
        self.surroundings = Surroundings(
            catalogue(),
            online=True,
            printer=PrinterState.READY,
            camera=CameraState.READY,
            waiting={QueueCode("K"): 4},
        )
        world = World(
            clock=self.time,
            store=self.store,
            central=self.central,
            codes=Codes(key.sign, lambda: key.key, key.verify),
            call_after=self.time.call_after,
            randomness=lambda size: next(self._random).to_bytes(size, "big"),
            papers=papers(),
            witness=ClockWitness(self.time),
            wake_printer=lambda: None,
            wake_sync=lambda: None,
            kiosk="A-03",
            log=log,
            languages=tuple(LANGUAGES),
        )
        return Runner(world, self.surroundings, self._supervisor, lambda: None, lambda _: None)

    def close(self) -> None:
        """End window and session."""
        self.screen.shell.close()
        self._run(self._supervisor.close())
        self._loop.close()

    # --- what happens around ---

    def plug_in(self) -> None:
        """Headphones."""
        self.surroundings.headphones = True
        self._tell(on.HeadphonesChanged(True))
        self.advance(TOAST_SECONDS)

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._run(self._advanced(seconds))

    async def _advanced(self, seconds: float) -> None:
        self.time.advance(seconds)
        await settle()

    # --- what the visitor does ---

    def press(self, *names: str) -> None:
        """Press keys; the session answers each before the next."""
        for name in names:
            self.listener.press(name)
            touched, self._touched = self._touched, []
            self._run(self._answer(touched))

    def find(self, words: str, *, by: str = "down", most: int = 60) -> None:
        """Go on until the control with these words is heard."""
        for _ in range(most):
            if self.listener.voice.said and self.listener.voice.said[-1].startswith(words):
                return
            self.press(by)
        raise AssertionError(f"{words!r} was not heard: {self.listener.voice.said[-most:]}")

    def choose(self, words: str, *, by: str = "down") -> None:
        """Go to a control, and choose it."""
        self.find(words, by=by)
        self.listener.heard()
        self.press("enter")

    def tap(self, name: str) -> None:
        """Touch an item in its middle; the session answers before the next."""
        self.screen.tap(name)
        touched, self._touched = self._touched, []
        self._run(self._answer(touched))

    def say(self, name: str, argument: object) -> None:
        """What a keyboard would send for a whole text."""
        self._run(self._answer([(name, argument)]))

    def hold_up(self, code: str | bytes) -> None:
        """A code before the camera."""
        self._run(self._read(code.encode() if isinstance(code, str) else code))

    def hold_up_identity(self) -> None:
        """A digital identity, greeted."""
        self.hold_up(PAYLOAD)
        self.advance(GREETING_SECONDS)

    def hold_up_booking(self) -> None:
        """The sample booking's QR."""
        known = bookings(booking())
        self.surroundings.bookings = replace(known, keys={b"fake": b"fake"})
        self.hold_up(self.key.sign(ticket_reference(booking().id.bytes), b"b"))

    def take_number(self) -> str:
        """A number, and home again; returns the text of its QR."""
        for name in ("idle.take", "scan.without", f"tile.{SERVICE}", "detail.take"):
            self.tap(name)
        code = str(self.bridge.shown()[1]["qr"])
        self.finish()
        return code

    def finish(self) -> None:
        """End the visit."""
        self._tell(on.Finished())

    def tidy(self) -> None:
        """What the stage does between two visits."""
        for screen, view in unclaimed(self._drawing()).items():
            self.bridge.prepare(screen, view)
        self.listener.settle()

    async def _read(self, content: bytes) -> None:
        self.runner.code_read(content)
        await settle()

    def where(self) -> str:
        """The screen one is on."""
        return self.bridge.shown()[0]

    # --- how the parts hear of each other ---

    def _note(self, name: str, argument: object) -> None:
        self._touched.append((name, argument))

    def _tell(self, event: on.Event) -> None:
        self._run(self._sent(event))

    async def _answer(self, touched: list[tuple[str, object]]) -> None:
        for name, argument in touched:
            self.runner.touched()
            event = event_of(name, argument)
            if event is not None:
                self.runner.send(event)
        await settle()

    async def _sent(self, event: on.Event) -> None:
        self.runner.send(event)
        await settle()

    def _run(self, work: Coroutine[object, object, None]) -> None:
        self._loop.run_until_complete(work)
        self.draw()
        if hasattr(self, "listener"):
            self.listener.settle()

    def draw(self) -> None:
        """Bring the bridge up to date."""
        drawing = self._drawing()
        around = shell(drawing)
        if around != self.bridge.shown()[2]:
            self.bridge.dress(around)
        screen, view = screen_and_view(drawing)
        if (screen, view) != self.bridge.shown()[:2]:
            self.bridge.show(screen, view)

    def _drawing(self) -> Drawing:
        visit = visit_of(self.runner.state)
        return Drawing(
            state=self.runner.state,
            hall=self.runner.hall(),
            words=LANGUAGES[visit.preferences.language if visit else "id"],
            languages=LANGUAGES,
            place=Place("A-03", "Kabupaten Cirebon"),
            moment=Moment(self.runner.toast, seconds_left=self._left()),
        )

    def _left(self) -> float | None:
        until = self.runner.patience_until
        return None if until is None else max(0.0, until - self.time.monotonic())
