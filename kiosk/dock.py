"""`kiosk simulate dock`: carries out what the dock's buttons order, over the control protocol."""

import argparse
import asyncio
import importlib
import json
import signal
import sys
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np
import qasync
from PySide6.QtGui import QGuiApplication

from devices.simulated.control import ControlError, ask
from kiosk import RESOURCES
from kiosk.simulate import sandbox_issuer
from ui.dock import DockModel, DockWindow, picture_url
from ui.shell import prepare_qt
from ui.text import load_words
from ui.theme import load_tokens

LOOK_SECONDS = 0.5
EXPIRED = timedelta(seconds=120)
FOREIGN_CODE = "https://example.com/menu?meja=7"


class Dock:
    """Orders in, control requests out, and what the devices say back on the dock."""

    def __init__(self, control: Path, booking: str, tray: Path, clock_offset: float) -> None:
        self._control = control
        self._booking = booking
        self._tray = tray
        self._issuer = sandbox_issuer(clock_offset)
        self._tasks: set[asyncio.Task[None]] = set()
        colours = load_tokens(RESOURCES / "tokens.json")["color"]["theme"]["light"]
        self._words = load_words(RESOURCES / "text")["id"]
        self.model = DockModel(self._words, colours)
        self.model.ordered.connect(self._ordered)

    async def follow(self) -> None:
        """Show the newest ticket and the devices' states until cancelled."""
        while True:
            await self._look()
            await asyncio.sleep(LOOK_SECONDS)

    async def close(self) -> None:
        """Drop orders under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _ordered(self, name: str) -> None:
        orders: Mapping[str, Callable[[], Coroutine[object, object, None]]] = {
            "ikd": lambda: self._hold(name, self._ikd(timedelta())),
            "ikd-old": lambda: self._hold(name, self._ikd(EXPIRED)),
            "ticket": self._hold_ticket,
            "booking": self._hold_booking,
            "foreign": lambda: self._hold(name, FOREIGN_CODE),
            "hide": self._hide,
            "paper": lambda: self._turn("paper", "full", "out"),
            "cover": lambda: self._turn("cover", "closed", "open"),
            "network": self._network,
            "take": self._take,
        }
        task = asyncio.get_running_loop().create_task(self._carry_out(orders[name]()))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _carry_out(self, order: Coroutine[object, object, None]) -> None:
        try:
            await order
            self.model.update(message="")
        except ControlError as error:
            self.model.update(message=str(error))

    async def _hold(self, name: str, text: str) -> None:
        if self.model.knows("holding"):
            await self._hide()
        await self._ask("camera", "show", text=text, style="phone")
        self.model.update(holding=name)

    async def _hold_ticket(self) -> None:
        pictures = self._pictures()
        code = await asyncio.to_thread(ticket_code, pictures[-1]) if pictures else None
        if code is None:
            raise ControlError(self._words("dock.ticket.none"))
        await self._ask("camera", "show", text=code, style="paper")
        self.model.update(holding="ticket")

    async def _hold_booking(self) -> None:
        await self._hold("booking", self._booking)

    async def _hide(self) -> None:
        await self._ask("camera", "hide")
        self.model.update(holding="")

    async def _turn(self, part: str, usual: str, other: str) -> None:
        state = other if self.model.knows(part) == usual else usual
        await self._ask("printer", "set", **{part: state})
        self.model.update(**{part: state})

    async def _network(self) -> None:
        state = "blackhole" if self.model.knows("network") == "up" else "up"
        await self._ask("network", "set", state=state)
        self.model.update(network=state)

    async def _take(self) -> None:
        await self._ask("printer", "take")
        self.model.update(ticket="")

    async def _look(self) -> None:
        if pictures := self._pictures():
            self.model.update(ticket=picture_url(pictures[-1]))

    def _pictures(self) -> Sequence[Path]:
        return sorted(self._tray.rglob("*.png"), key=lambda path: path.stat().st_mtime)

    async def _ask(self, device: str, do: str, **arguments: object) -> Mapping[str, object]:
        return await ask(self._control / f"{device}.sock", do, **arguments)

    def _ikd(self, age: timedelta) -> str:
        return self._issuer.issue("Siti", "Siti Rahmawati", age)


def ticket_code(picture: Path) -> str | None:
    """The text of the QR on a printed strip; None where there is none."""
    read = importlib.import_module("devices.zxing_reader").read  # OpenCV after the first frame
    vision = importlib.import_module("devices.vision")
    image = vision.grey(np.frombuffer(picture.read_bytes(), np.uint8))
    codes = read(image) if image is not None else ()
    return codes[0].decode() if codes else None


def run(arguments: Sequence[str]) -> int:
    """Show the dock until it is told to end; returns the exit code."""
    parser = argparse.ArgumentParser(prog="kiosk simulate dock")
    parser.add_argument("--control", type=Path, required=True, help="folder of control sockets")
    parser.add_argument("--booking", type=Path, required=True, help="booking, as JSON with `qr`")
    parser.add_argument("--tray", type=Path, required=True, help="folder of printed tickets")
    parser.add_argument("--clock-offset", type=float, default=0, help="the demo's clock")
    parsed = parser.parse_args(arguments)
    prepare_qt()
    application = QGuiApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        booking = str(json.loads(parsed.booking.read_text("utf-8"))["qr"])
        runner.run(_live(parsed.control, booking, parsed.tray, parsed.clock_offset))
    return 0


async def _live(control: Path, booking: str, tray: Path, clock_offset: float) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    dock = Dock(control, booking, tray, clock_offset)
    window = DockWindow(dock.model, RESOURCES)
    following = loop.create_task(dock.follow())
    print(json.dumps({"ready": True}), flush=True)
    await stop.wait()
    following.cancel()
    await dock.close()
    window.close()
