"""First start from end to end: a settings file on disk, a real central, a virtual printer, and somebody
who touches what the screens show. The window alone is left out."""

import asyncio
import io
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from config.settings import read_settings
from config.settings_file import SHIPPED, Changes, begin_settings
from devices.simulated.control import ControlClient
from kiosk.clone import clone_of
from kiosk.clone_file import seal
from kiosk.domain import setup as s
from kiosk.domain.clone import clone_text
from kiosk.domain.enrolling import EnrolCode
from kiosk.domain.found import Found, FoundCamera
from kiosk.domain.hall import Hall
from kiosk.domain.setting_up import first_page, move
from kiosk.domain.setup import Setup, SetupEvent, Source, Step, Subject
from kiosk.domain.staff import TARGETS, Finding
from kiosk.domain.states import ScanTest
from kiosk.enrolment import read_enrolment
from kiosk.log import Log
from kiosk.pin_hash import is_pin
from kiosk.removable import Volume
from kiosk.setup_file import is_first_start, read_progress
from kiosk.setup_hands import SetupHands, known_of
from kiosk.staff_files import StaffFiles
from kiosk.supervisor import Supervisor
from tests.integration.test_central_process import serving
from tests.integration.test_doctor_printer import PROGRAM
from tests.integration.test_enrolment_process import new_code, staff
from tests.samples import ROOT, catalogue
from tests.scanning import simulator
from ui.setup_touches import setup_event_of
from ui.text import load_words
from ui.views.drawing import Drawing, Moment, Place
from ui.views.screens import screen_and_view

WORDS = load_words(ROOT / "resources/text")
CAMERA = FoundCamera("/dev/v4l/by-id/usb-Webcam-video-index0", "v4l2", "Webcam")
PATIENCE = 20.0
PASSPHRASE = "warung kopi tujuh"
POINT = bytes.fromhex("036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296")
"""A key of an authority that anybody can compute: the base point of P-256."""


class Technician:
    """Touches what is shown, as QML would send it, and waits for what comes."""

    def __init__(self, config: Path) -> None:
        self.config = config
        settings = read_settings(config)
        self.setup = Setup(s.Choose(Subject.LANGUAGE, ()), known=known_of(settings, "id"))
        self.begun = asyncio.Event()
        self.tones = 0
        self.lines = io.StringIO()
        log = Log(self.lines, lambda: datetime.now(UTC))
        self.supervisor = Supervisor(log)
        self._moved = asyncio.Event()
        self._hands = SetupHands(
            config,
            WORDS,
            self.supervisor,
            log,
            self.take,
            play=self._play,
            begin=self.begun.set,
            remembers=is_first_start(settings.data),
            find=lambda: Found(cameras=(CAMERA,)),
            volumes=lambda: [Volume(config.parent / "stick", read_only=False)],
        )
        self.begin_at(Step.LANGUAGE)

    def begin_at(self, step: Step) -> None:
        """As if all steps before were over."""
        moved = first_page(self.setup, step)
        self._go(moved.setup, moved.orders)

    def _play(self) -> None:
        self.tones += 1

    def take(self, event: SetupEvent) -> None:
        """Something happened."""
        moved = move(self.setup, event)
        self._go(moved.setup, moved.orders)

    def _go(self, setup: Setup, orders: tuple[s.Order, ...]) -> None:
        self.setup = setup
        for order in orders:
            self._hands.carry_out(order, setup)
        self._moved.set()

    def touches(self, name: str, argument: object = None) -> None:
        """One touch."""
        event = setup_event_of(name, argument)
        assert event is not None
        self.take(event)

    def take_from_stick(self) -> None:
        """From the page that awaits a copy: the other button, and the passphrase."""
        self.touches("setupDo", "stick")
        self.touches("setupText", PASSPHRASE)
        self.touches("confirm")

    async def until(self, reached: Callable[[], object]) -> None:
        """Wait for an answer."""
        async with asyncio.timeout(PATIENCE):
            while not reached():
                self._moved.clear()
                await self._moved.wait()

    async def at(self, step: Step) -> str:
        """Wait for a step; the screen it is shown on."""
        await self.until(lambda: self.setup.step is step and not self.setup.keeping)
        return self.screen()[0]

    def screen(self) -> tuple[str, dict[str, object]]:
        """What is shown."""
        hall = Hall(catalogue(), datetime.now(UTC))
        words = WORDS[self.setup.known.language]
        place = Place(self.setup.known.kiosk, self.setup.known.tenant)
        return screen_and_view(Drawing(self.setup, hall, words, WORDS, place, Moment()))


@asynccontextmanager
async def technician(config: Path) -> AsyncIterator[Technician]:
    """Somebody before a kiosk that starts for the first time."""
    config.parent.mkdir(exist_ok=True)
    begin_settings(config, {})
    someone = Technician(config)
    yield someone
    await someone.supervisor.close()


async def test_from_carton_to_the_first_start_of_the_kiosk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config, central, tray = tmp_path / "etc/kiosk.toml", tmp_path / "central", tmp_path / "tray"
    printing = simulator(PROGRAM, tmp_path / "p.sock", "--port", "0", "--tray", str(tray))
    with serving(central), printing as printer:
        async with technician(config) as someone:
            assert someone.screen()[0] == "S50"
            someone.touches("language", "en")
            assert await someone.at(Step.PANEL) == "S35"
            someone.touches("layout", "diag:1")
            someone.touches("confirm")
            await _name(someone)
            await _show_codes(someone)
            await _enrol(someone, capsys, central)
            await _print(someone, printer.control, int(str(printer.ready["port"])))
            await _hear_touch_and_lock(someone)
            await someone.at(Step.SUMMARY)
            someone.touches("confirm")
            async with asyncio.timeout(PATIENCE):
                await someone.begun.wait()

            _everything_is_on_disk(config, someone)
        assert len(printer.control.ask("tray")["strips"]) == 1  # type: ignore[arg-type]  # JSON


async def _name(someone: Technician) -> None:
    assert await someone.at(Step.NAME) == "S51"
    someone.touches("setupText", "b-07")
    someone.touches("confirm")
    someone.touches("setupText", 'kota "tua"')
    someone.touches("confirm")


async def _show_codes(someone: Technician) -> None:
    assert await someone.at(Step.CAMERA) == "S50"
    await someone.until(lambda: someone.setup.choices.cameras)
    someone.touches("setupChoose", CAMERA.device)
    await someone.until(lambda: isinstance(someone.setup.page, ScanTest))
    someone.take(s.CodeSeen("any code"))
    someone.touches("confirm")
    assert await someone.at(Step.NETWORK) == "S53"
    someone.touches("confirm")


async def _enrol(someone: Technician, capsys: pytest.CaptureFixture[str], central: Path) -> None:
    assert await someone.at(Step.ENROL) == "S52"
    code = new_code(capsys, central)
    someone.take(s.CodeSeen(code.text()))
    await someone.until(
        lambda: isinstance(someone.setup.page, s.Enrol) and someone.setup.page.digits
    )
    digits = str(someone.screen()[1]["big"])
    staff(capsys, central, "enrol", "confirm", digits)
    await someone.until(lambda: someone.setup.known.central)
    someone.touches("confirm")


async def _print(someone: Technician, control: ControlClient, port: int) -> None:
    await someone.at(Step.PRINTER)
    await someone.until(lambda: someone.screen()[1]["rows"])
    someone.touches("setupChoose", "tcp")
    someone.touches("setupText", f"127.0.0.1:{port}")
    someone.touches("confirm")
    someone.touches("setupChoose", "epson")
    someone.touches("setupChoose", "576")
    await someone.until(
        lambda: isinstance(someone.setup.page, s.Probe) and someone.setup.page.verdict
    )
    assert someone.setup.page == s.Probe(s.Verdict("printer", Finding.GOOD))
    control.ask("set", paper="out")
    assert await _printed(someone) is Finding.BROKEN
    control.ask("set", paper="full")
    assert await _printed(someone) is Finding.GOOD
    someone.touches("confirm")


async def _printed(someone: Technician) -> Finding | None:
    someone.touches("setupDo", "print")
    page = s.Probe()

    def ended() -> bool:
        nonlocal page
        assert isinstance(someone.setup.page, s.Probe)
        page = someone.setup.page
        return not page.printing

    await someone.until(ended)
    return page.printed


async def _hear_touch_and_lock(someone: Technician) -> None:
    assert await someone.at(Step.SOUND) == "S53"
    someone.touches("setupDo", "heard")
    assert await someone.at(Step.TOUCH) == "S34"
    for _ in range(TARGETS):
        someone.touches("target", "0.5:0.5")
    someone.touches("confirm")
    assert await someone.at(Step.PIN) == "S30"
    someone.touches("pin", "482915")
    someone.touches("pin", "482915")


def _everything_is_on_disk(config: Path, someone: Technician) -> None:
    settings, text = read_settings(config), config.read_text("utf-8")
    shipped = SHIPPED.read_text("utf-8").splitlines()
    assert (settings.kiosk.id, settings.kiosk.tenant) == ("B-07", 'Kota "tua"')
    assert (settings.panel.diagonal_in, settings.camera.source) == (22.0, CAMERA.device)
    assert (settings.printer.kind, settings.printer.profile) == ("tcp", "epson")
    assert [one for one in shipped if one.startswith("#")] == [
        one for one in text.splitlines() if one.startswith("#")
    ]
    assert read_enrolment(settings.data) is not None
    touch = StaffFiles(settings.data).touch_tested()
    assert touch is not None
    assert touch.finding is Finding.GOOD
    assert is_pin("482915", StaffFiles(settings.data).pin() or "")
    assert not is_first_start(settings.data)
    assert someone.tones == 1
    assert "482915" not in someone.lines.getvalue()


async def test_a_central_that_is_not_there_is_told_and_the_step_can_be_left(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    code = EnrolCode(f"127.0.0.1:{port}", POINT, bytes(16))
    async with technician(tmp_path / "kiosk.toml") as someone:
        someone.begin_at(Step.ENROL)
        someone.take(s.CodeSeen(code.text()))
        await someone.until(lambda: someone.screen()[0] == "S52")
        refusal = someone.screen()[1]["error"]
        someone.touches("skip")

        assert await someone.at(Step.PRINTER) == "S50"
        await someone.until(lambda: someone.setup.choices.makes)

    assert isinstance(refusal, dict)
    assert refusal["key"] == "silent"


async def test_another_kiosk_is_copied_by_the_code_it_shows(tmp_path: Path) -> None:
    twin = tmp_path / "twin.toml"
    named: Changes = {
        ("kiosk", "tenant"): "Kota Bogor",
        ("panel", "diagonal_in"): 32.0,
        ("printer", "profile"): "epson",
        ("camera", "source"): "/dev/v4l/by-id/usb-Another-video-index0",
    }
    begin_settings(twin, named)
    async with technician(tmp_path / "kiosk.toml") as someone:
        someone.touches("setupDo", "copy")
        await someone.until(lambda: someone.setup.reads_codes and someone.setup.known.camera)
        someone.take(s.CodeSeen("https://mpp.example.go.id/t/abc"))
        await someone.until(lambda: someone.setup.page == s.Copy(refused=Source.CODE))
        refusal = someone.screen()
        someone.take(s.CodeSeen(clone_text(clone_of(read_settings(twin)))))
        await someone.at(Step.PANEL)

        known = someone.setup.known
    assert (refusal[0], refusal[1]["error"] is None) == ("S52", False)
    assert (known.tenant, known.layout.diagonal_in, known.printer.make) == (
        "Kota Bogor",
        32,
        "epson",
    )
    assert known.camera == CAMERA.device


async def test_another_kiosk_is_copied_from_a_stick(tmp_path: Path) -> None:
    twin, stick = tmp_path / "twin.toml", tmp_path / "stick"
    begin_settings(twin, {("kiosk", "tenant"): "Kota Bogor"})
    stick.mkdir()
    async with technician(tmp_path / "kiosk.toml") as someone:
        someone.touches("setupDo", "copy")
        await someone.until(lambda: someone.setup.reads_codes and someone.setup.known.camera)
        someone.take_from_stick()
        await someone.until(lambda: someone.setup.page == s.Copy(refused=Source.STICK))
        refusal = someone.screen()
        (stick / "clone.anjungan").write_bytes(seal(clone_of(read_settings(twin)), PASSPHRASE))
        someone.take_from_stick()
        await someone.at(Step.PANEL)

    assert refusal[1]["error"] == {
        "key": "clone",
        "title": WORDS["id"]("tech.setup.copy.stick.t"),
        "text": WORDS["id"]("tech.setup.copy.stick.x"),
    }
    assert someone.setup.known.tenant == "Kota Bogor"
    assert PASSPHRASE not in someone.lines.getvalue()


async def test_settings_nobody_may_write_are_told_of_and_nothing_goes_on(tmp_path: Path) -> None:
    config = tmp_path / "kiosk.toml"
    async with technician(config) as someone:
        someone.begin_at(Step.NAME)
        (tmp_path / "kiosk.toml.new").mkdir()  # it stands where the new text is written first
        someone.touches("setupText", "b-07")
        someone.touches("confirm")
        someone.touches("confirm")
        await someone.until(lambda: someone.setup.lost)

        assert someone.setup.step is Step.NAME
        assert someone.screen()[1]["lead"] == WORDS["id"]("tech.l.lost")
    assert config.read_text("utf-8") == SHIPPED.read_text("utf-8")


async def test_each_step_is_remembered_as_soon_as_it_is_over(tmp_path: Path) -> None:
    async with technician(tmp_path / "kiosk.toml") as someone:
        someone.touches("language", "en")
        await someone.at(Step.PANEL)
        someone.touches("confirm")
        await _name(someone)
        await someone.at(Step.CAMERA)  # its settings were written after the steps before

    kept = read_progress(tmp_path / "var")
    assert kept.language == "en"
    assert dict(kept.results)[Step.PANEL] is Finding.GOOD
    assert is_first_start(tmp_path / "var")


async def test_a_note_that_cannot_be_kept_does_not_bring_first_start_back(tmp_path: Path) -> None:
    async with technician(tmp_path / "kiosk.toml") as someone:
        data = read_settings(someone.config).data
        (data / "technician.touch.new").mkdir(parents=True)  # where the note is written first
        someone.setup = someone.setup.ended(Step.TOUCH, Finding.GOOD)
        someone.begin_at(Step.SUMMARY)
        someone.take(s.Examined(someone.setup.turn, ()))
        someone.touches("confirm")
        await someone.begun.wait()

    assert not is_first_start(data)
    assert StaffFiles(data).touch_tested() is None
