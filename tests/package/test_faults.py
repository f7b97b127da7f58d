"""The installed bundles under faults: a device is unplugged, the disk fills, the clock jumps, a
process is killed; each time the kiosk says so in its log, goes on, and is back when the fault is over.

Central and kiosk are the bundles, the kiosk as its unit starts it; printer and camera are simulated.
"""

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from devices.simulated.control import ControlClient
from kiosk.demo import MOMENT
from tests.ledger.power import preloaded, recorder
from tests.package.test_packages import DIST
from tests.samples import ROOT
from tests.units import Player, read_unit

pytestmark = pytest.mark.package

HOUR = 3600


@dataclass(slots=True)
class World:
    """A site of one kiosk, and where its parts take orders."""

    folder: Path
    stack: ExitStack
    offset: float
    running: dict[str, "subprocess.Popen[str]"] = field(default_factory=dict)
    central: tuple[str, ...] = ()
    _seen: int = 0
    _player: Player | None = None

    @property
    def player(self) -> Player:
        """The kiosk under its unit."""
        assert self._player is not None
        return self._player

    @property
    def log(self) -> Path:
        """What the kiosk tells staff."""
        return self.folder / "kiosk/kiosk.log"

    @property
    def disk(self) -> Path:
        """The name of an error in here is what the ledger's disk answers."""
        return self.folder / "disk"

    @property
    def clock(self) -> Path:
        """How many seconds the kiosk's clock is ahead."""
        return self.folder / "clock"

    # --- building ---

    def start(self, name: str, *command: str) -> Mapping[str, object]:
        """A process of the site, as soon as it says that it is ready."""
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        self.running[name] = process
        self.stack.callback(_end, process)
        assert process.stdout is not None
        for line in process.stdout:
            if '"ready"' in line:
                told: dict[str, object] = json.loads(line)
                return told
        raise AssertionError(f"{name} ended")

    def simulate(self, what: str, *more: str) -> Mapping[str, object]:
        """A simulated device on a port of its own."""
        place = ("--port", "0", "--control", str(self.folder / f"{what}.sock"))
        return self.start(what, sys.executable, "-m", "kiosk", "simulate", what, *place, *more)

    def start_central(self, port: str) -> str:
        """Central on a port; its address."""
        data = ("--data", str(self.folder / "central"), f"--clock-offset={self.offset}")
        self.central = (*data, "--json")
        catalogue = ("--catalogue", str(ROOT / "resources/catalogue/sample.json"))
        serve = ("serve", "--port", port, "--profile", "demo")
        return str(self.start("central", CENTRAL, *serve, *data, *catalogue)["url"])

    def enrol(self, config: Path) -> None:
        """Let the kiosk in, by both bundles."""
        code = self._staff("enrol")["code"]
        command = (KIOSK, "enrol", str(code), "--config", str(config), "--json")
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as asking:
            assert asking.stdout is not None
            digits = json.loads(asking.stdout.readline())["compare"]
            self._staff("enrol", "confirm", digits)
            assert "enrolled" in asking.stdout.read()

    def _staff(self, *words: str) -> Mapping[str, object]:
        done = subprocess.run(
            (CENTRAL, *words, *self.central), capture_output=True, text=True, check=True
        )
        told: dict[str, object] = json.loads(done.stdout)
        return told

    def begin(self, config: Path) -> None:
        """The kiosk as its unit starts it."""
        unit = read_unit(ROOT / "deploy/systemd/anjungan-kiosk.service")
        libraries = (recorder(self.folder), _clock_mover(self.folder))
        ledger = self.folder / "kiosk/ledger.sqlite"
        moved = preloaded(libraries[0], ledger, self.folder / "journal", self.disk)
        self._player = Player(
            unit,
            self.folder,
            {"/usr/bin/anjungan-kiosk": (KIOSK,)},
            {
                **{name: value for name, value in moved.items() if name.startswith("LEDGER")},
                "LD_PRELOAD": " ".join(map(str, libraries)),
                "CLOCK_FILE": str(self.clock),
                "QT_QPA_PLATFORM": "offscreen",
            },
            {"/etc/anjungan/kiosk/kiosk.toml": str(config)},
            speed=1.0,
        )
        self.stack.callback(self._player.close)
        self._player.start()

    def restart_central(self) -> None:
        """Central dies, is missed, and is there again."""
        told = json.loads((self.folder / "kiosk/enrolment.json").read_text("utf-8"))
        self.running["central"].kill()
        self.running["central"].wait()
        self.says("central.lost")
        self.start_central(told["address"].rpartition(":")[2])

    # --- looking ---

    def order(self, device: str, do: str, **arguments: object) -> None:
        """What happens to a device."""
        client = ControlClient(self.folder / f"{device}.sock")
        try:
            client.ask(do, **arguments)
        finally:
            client.close()

    def says(self, event: str, **fields: object) -> Mapping[str, object]:
        """Wait for the kiosk's next line of this kind; lines before it count no more."""
        found: list[Mapping[str, object]] = []

        def said() -> bool:
            lines = self.log.read_text("utf-8").splitlines(keepends=True)
            for number, line in enumerate(lines[self._seen :], self._seen + 1):
                told = json.loads(line) if line.endswith("\n") else {}
                if told.get("event") == event and fields.items() <= told.items():
                    self._seen = number
                    found.append(told)
                    return True
            return False

        self.player.until(said, f"{event} {fields}")
        return found[0]

    def second_reader(self, *, other_than: int = 0) -> int:
        """Wait for the process in which zbar reads; its id."""
        found: list[int] = []

        def runs() -> bool:
            for child in psutil.Process(self.player.process.pid).children():
                with suppress(psutil.NoSuchProcess):  # a zombie neither
                    if child.cmdline()[1:] == ["zbar-worker"] and child.pid != other_than:
                        found.append(child.pid)
            return bool(found)

        self.player.until(runs, "zbar")
        return found[0]


CENTRAL = str(DIST / "central/central")
KIOSK = str(DIST / "kiosk/kiosk")


def _clock_mover(folder: Path) -> Path:
    library = folder / "clock.so"
    source = Path(__file__).with_name("clock.c")
    build = ("gcc", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o")
    subprocess.run([*build, library, source, "-ldl"], check=True)
    return library


def _end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A site that runs; every test leaves it as it found it."""
    folder = tmp_path_factory.mktemp("site")
    with ExitStack() as stack:
        offset = MOMENT.timestamp() - MOMENT.now(MOMENT.tzinfo).timestamp()
        made = World(folder, stack, offset)
        made.start_central("0")
        printer = made.simulate("printer", "--tray", str(folder / "tray"))
        camera = made.simulate("camera")
        config = folder / "kiosk.toml"
        config.write_text(
            f"""[kiosk]
profile = "demo"
data = "kiosk"
[panel]
fullscreen = false
width = 540
height = 960
[printer]
kind = "tcp"
address = "127.0.0.1:{printer["port"]}"
[camera]
source = "{camera["source"]}"
[demo]
clock_offset_seconds = {offset}
""",
            "utf-8",
        )
        made.enrol(config)
        made.begin(config)
        made.says("central.returned")
        yield made


def test_a_printer_that_is_switched_off_is_missed_and_found_again(world: World) -> None:
    world.order("printer", "set", power=False)
    world.says("printer.lost")
    world.says("printer", state="silent")

    world.order("printer", "set", power=True)

    world.says("printer", state="ready")
    assert world.player.starts == 1


def test_a_camera_that_is_unplugged_is_missed_and_found_again(world: World) -> None:
    world.order("camera", "fault", what="unplug")
    lost = world.says("camera")

    world.order("camera", "fault", what="replug")

    assert lost["state"] != "ready"
    world.says("camera", state="ready")
    assert world.player.starts == 1


def test_a_second_reader_that_was_killed_is_replaced_and_codes_are_read(world: World) -> None:
    starts = world.player.starts
    world.order("camera", "fault", what="blur")
    world.order("camera", "show", text="nobody knows this")
    reader = world.second_reader()

    os.kill(reader, signal.SIGKILL)

    world.second_reader(other_than=reader)
    world.order("camera", "fault", what="none")
    world.says("session", by="CodeRead")
    world.order("camera", "hide")
    assert world.player.starts == starts


def test_a_kiosk_that_was_killed_is_back_with_its_devices(world: World) -> None:
    starts = world.player.starts

    world.player.kill(signal.SIGKILL)
    world.player.until_back()

    world.says("started")
    world.says("printer", state="ready")
    world.says("central.returned")
    assert world.player.starts == starts + 1


def test_central_that_was_killed_is_missed_and_found_again(world: World) -> None:
    starts = world.player.starts

    world.restart_central()

    world.says("central.returned")
    assert world.player.starts == starts


def test_a_clock_that_jumped_is_told_by_central_and_no_reason_to_end(world: World) -> None:
    starts = world.player.starts
    world.clock.write_text(str(HOUR), "ascii")

    world.restart_central()
    told = world.says("clock.off")

    world.clock.write_text("0", "ascii")
    assert abs(abs(float(str(told["seconds"]))) - HOUR) < 120
    world.player.feeds(2)
    assert world.player.starts == starts


def test_a_kiosk_that_starts_on_a_full_disk_says_so_and_serves_when_there_is_room(
    world: World,
) -> None:
    world.disk.write_text(str(errno.ENOSPC), "ascii")
    world.player.kill(signal.SIGKILL)
    world.player.until_back()
    world.says("kiosk.unusable")
    starts = world.player.starts

    world.disk.unlink()

    world.says("kiosk.usable")
    assert world.player.starts == starts
