"""`kiosk demo`: central, printer, camera, network and kiosk, each its own process on this machine.

With a display, the kiosk's window and a dock beside it; without one, a visit is walked offscreen.
"""

import asyncio
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from config.settings import read_settings
from kiosk import RESOURCES
from kiosk.domain.enrolling import from_base32, read_code
from kiosk.enrol import NotEnrolled, enrol
from kiosk.enrolment import read_enrolment
from kiosk.processes import Processes, ProcessFailed
from kiosk.walk import Walk, WalkFailed

ROOT = Path(__file__).parent.parent
MOMENT = datetime.fromisoformat("2026-08-06T09:41:00+07:00")
"""When a demo begins: a Thursday morning on which every agency is open."""
BOOKED_SERVICE = "disdukcapil.ktp-el-hilang"
BOOKED_BY = "Siti Rahmawati"
BOOKED_AHEAD = timedelta(minutes=19)
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
OFFSCREEN_SIZE = (1080, 1920)


@dataclass(frozen=True, slots=True)
class Sockets:
    """Where the demo's parts listen for orders."""

    printer: Path
    camera: Path
    network: Path
    hand: Path


@dataclass(frozen=True, slots=True)
class Booked:
    """What a citizen who booked online holds: a code to type, and the text of a QR."""

    code: str
    qr: str


class Demo:
    """All processes of one demo, with their data below `folder`."""

    def __init__(
        self,
        folder: Path,
        size: tuple[int, int] | None = None,
        *,
        offscreen: bool = True,
        printer_bytes_per_second: int = 1_000_000,
        two_printers: bool = False,
        kiosk: str = "A-03",
        site: "Demo | None" = None,
    ) -> None:
        """With `site`, another demo that runs, this one's kiosk belongs to that one's central."""
        self.folder = folder
        self.processes = Processes(folder)
        self.clock_offset: float = site.clock_offset if site else _clock_offset(folder)
        self._kiosk = kiosk
        self._site = site
        self._central_data = str((site or self).folder / "central")
        # Not below the data folder: the name of a socket may have 107 characters at most.
        self._control = control = Path(tempfile.mkdtemp(prefix="anjungan-"))
        self.sockets = Sockets(
            printer=control / "printer.sock",
            camera=control / "camera.sock",
            network=control / "network.sock",
            hand=control / "hand.sock",
        )
        self.central_url = ""
        self.ca_key = b""
        self.booked = Booked("", "")
        self._size = OFFSCREEN_SIZE if offscreen and size is None else size
        self._printer_bytes_per_second = printer_bytes_per_second
        self._two_printers = two_printers
        self._second_address = ""
        self._environment: Mapping[str, str] = OFFSCREEN if offscreen else {}

    async def start(self) -> None:
        """Start everything the kiosk needs, then the kiosk."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self._site:
            self.central_url, self.ca_key = self._site.central_url, self._site.ca_key
        else:
            await self.start_central()
        await self._make_bookings()
        printer = await self.processes.start("printer", self._printer_command())
        if self._two_printers:
            second = await self.processes.start("second-printer", self._second_printer_command())
            self._second_address = f"127.0.0.1:{second['port']}"
        camera = await self.processes.start(
            "camera",
            ("kiosk", "simulate", "camera", "--port", "0", "--control", str(self.sockets.camera)),
        )
        upstream = self.central_url.removeprefix("https://")
        network = await self.processes.start(
            "network",
            (
                *("kiosk", "simulate", "network", "--port", "0", "--upstream", upstream),
                *("--control", str(self.sockets.network)),
            ),
        )
        self._write_settings(printer["port"], str(camera["source"]), network["port"])
        await self._enrol()
        await self.start_kiosk()

    async def _enrol(self) -> None:
        """Let the kiosk in by the same door as any other; one that was let in before stays."""
        if read_enrolment(self.folder / "kiosk") is not None:
            return
        data = ("--data", self._central_data, f"--clock-offset={self.clock_offset}")
        made = await self.processes.ask(("central", "enrol", *data, "--json"))
        code = read_code(str(made["code"]))
        digits: asyncio.Queue[str] = asyncio.Queue()
        settings = read_settings(self.folder / "kiosk.toml")
        enrolling = asyncio.ensure_future(enrol(settings, code, digits.put_nowait))
        shown = asyncio.ensure_future(digits.get())
        try:
            await asyncio.wait({enrolling, shown}, return_when=asyncio.FIRST_COMPLETED)
            if shown.done():
                await self.processes.ask(
                    ("central", "enrol", "confirm", shown.result(), *data, "--json")
                )
            await enrolling
        finally:
            shown.cancel()
            enrolling.cancel()

    async def start_central(self) -> None:
        """Start the server on a free port."""
        ready = await self.processes.start(
            "central",
            (
                *("central", "serve", "--data", self._central_data, "--port", "0"),
                *("--catalogue", str(RESOURCES / "catalogue/sample.json")),
                *("--profile", "demo", f"--clock-offset={self.clock_offset}"),
            ),
        )
        self.central_url = str(ready["url"])
        self.ca_key = from_base32(str(ready["ca_key"]))

    async def book(self, service: str, at: datetime, place: str | None = None) -> Booked:
        """Book a place at the server, as the portal would."""
        elsewhere = ("--place", place) if place else ()
        made = await self.processes.ask(
            (
                *("central", "booking", "add", "--data", self._central_data),
                *("--service", service, "--at", at.isoformat(), "--name", BOOKED_BY),
                *(f"--clock-offset={self.clock_offset}", "--json", *elsewhere),
            ),
        )
        return Booked(str(made["code"]), str(made["qr"]))

    async def _make_bookings(self) -> None:
        """One booking to check in with, kept for the dock; a demo started again makes another."""
        now = datetime.fromtimestamp(time.time() + self.clock_offset, MOMENT.tzinfo)
        booked = await self.book(BOOKED_SERVICE, now + BOOKED_AHEAD)
        line = json.dumps({"code": booked.code, "qr": booked.qr})
        (self.folder / "booking.json").write_text(line, "utf-8")
        self.booked = booked

    async def start_kiosk(self) -> None:
        """Start the kiosk with the settings written before."""
        config = str(self.folder / "kiosk.toml")
        await self.processes.start("kiosk", ("kiosk", "run", "--config", config), self._environment)

    async def start_dock(self) -> None:
        """Start the little window that plays citizen and technician."""
        await self.processes.start(
            "dock",
            (
                *("kiosk", "simulate", "dock", "--control", str(self._control)),
                *(
                    "--booking",
                    str(self.folder / "booking.json"),
                    "--tray",
                    str(self.tray),
                    f"--clock-offset={self.clock_offset}",
                ),
            ),
        )

    def walk(self) -> Walk:
        """Hands at this demo's kiosk."""
        sockets = self.sockets
        return Walk(
            sockets.hand, sockets.camera, sockets.printer, sockets.network, self.clock_offset
        )

    async def stop(self) -> Mapping[str, int]:
        """End everything in order; returns the exit codes by name."""
        codes = await self.processes.stop_all()
        shutil.rmtree(self._control, ignore_errors=True)
        return codes

    @property
    def second_printer(self) -> Path:
        """Where the second printer listens for orders."""
        return self._control / "second-printer.sock"

    @property
    def tray(self) -> Path:
        """Where printed tickets fall, as pictures."""
        return self.folder / "tray"

    def _printer_command(self) -> tuple[str, ...]:
        return (
            *("kiosk", "simulate", "printer", "--port", "0", "--tray", str(self.tray)),
            *("--control", str(self.sockets.printer)),
        )

    def _second_printer_command(self) -> tuple[str, ...]:
        return (
            *("kiosk", "simulate", "printer", "--port", "0"),
            *("--tray", str(self.tray / "second"), "--serial", "J5TF054321"),
            *("--control", str(self.second_printer)),
        )

    def _write_settings(self, printer: object, camera: str, network: object) -> None:
        window = "fullscreen = true"
        if self._size:
            width, height = self._size
            window = f"fullscreen = false\nwidth = {width}\nheight = {height}"
        second = ""
        if self._second_address:
            second = f'\n[second_printer]\nkind = "tcp"\naddress = "{self._second_address}"\n'
        (self.folder / "kiosk.toml").write_text(
            f"""# Written by `kiosk demo`.
[kiosk]
id = "{self._kiosk}"
profile = "demo"
data = "kiosk"
tenant = "Kabupaten Cirebon"

[panel]
{window}

[printer]
kind = "tcp"
address = "127.0.0.1:{printer}"
bytes_per_second = {self._printer_bytes_per_second}
{second}
[camera]
source = "{camera}"

[central]
url = "https://127.0.0.1:{network}"

[demo]
clock_offset_seconds = {self.clock_offset}
hand = "{self.sockets.hand}"
""",
            "utf-8",
        )


def _clock_offset(folder: Path) -> float:
    """Seconds from the machine's clock to the demo's; a demo that is started again goes on."""
    kept = folder / "clock-offset"
    if kept.exists():
        return float(kept.read_text("utf-8"))
    offset = MOMENT.timestamp() - time.time()
    folder.mkdir(parents=True, exist_ok=True)
    kept.write_text(str(offset), "utf-8")
    return offset


def run(
    folder: Path | None, *, walk: bool, size: tuple[int, int] | None, two_printers: bool = False
) -> int:
    """Run a demo until Ctrl-C, or until the walk is done; returns the exit code."""
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    offscreen = walk or not display
    where = (folder or Path("var/demo") / time.strftime("%Y%m%d-%H%M%S")).resolve()
    print(f"Data of this demo: {where}", flush=True)
    demo = Demo(where, size, offscreen=offscreen, two_printers=two_printers)
    return asyncio.run(_watched(demo, offscreen=offscreen))


async def _watched(demo: Demo, *, offscreen: bool) -> int:
    """Let Ctrl-C and SIGTERM end the demo in order."""
    task = asyncio.ensure_future(_live(demo, offscreen=offscreen))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, task.cancel)
    try:
        return await task
    except asyncio.CancelledError:
        return 0
    except (ProcessFailed, WalkFailed, NotEnrolled) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        codes = await demo.stop()
        unclean = {name: code for name, code in codes.items() if code}
        print(f"Ended{f', not cleanly: {unclean}' if unclean else ''}.", flush=True)


async def _live(demo: Demo, *, offscreen: bool) -> int:
    await demo.start()
    print(f"Today's tickets at the server: {demo.central_url}/", flush=True)
    if offscreen:
        pictures = demo.folder / "screens"
        pictures.mkdir(exist_ok=True)
        for line in await demo.walk().visit(pictures, demo.tray):
            print(line, flush=True)
        return 0
    await demo.start_dock()
    print("Hold codes before the camera with the dock. Ctrl-C ends everything.", flush=True)
    return await demo.processes.ended("kiosk")
