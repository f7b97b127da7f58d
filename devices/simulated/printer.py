"""The simulated printer as a process: ESC/POS on a TCP port or a serial line, in real time.

`kiosk simulate printer --tray DIR` prints one line of JSON when ready, and lays what it prints in DIR as
pictures. With `--control PATH` a socket says what happens to it: see `printer_control`.
"""

import argparse
import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from devices.simulated.control import ControlServer
from devices.simulated.printer_control import PrinterControl
from devices.simulated.printer_engine import PrinterEngine
from devices.simulated.printer_plugs import Plug, PtyPlug, TcpPlug
from devices.simulated.printer_profiles import PROFILES
from devices.simulated.printer_tray import Tray
from devices.simulated.process import port_number, positive, run_until_ended, say_ready
from kiosk.ports import QrEncoder

IDLE_SECONDS_MOST = 3600.0
ABILITIES = (
    *("paper_state", "auto_status", "process_id", "counters", "line_counter", "clears"),
    "motion_units",
)
"""What --without takes away: fields of a Profile."""
JOB_HEAD = b"\x1c."
"""Every job of ours begins with FS . (leave Kanji mode)."""


class PrinterServer:
    """Gives an engine a plug and real time."""

    def __init__(self, engine: PrinterEngine, plug: Plug) -> None:
        self._engine = engine
        self.plug = plug
        self._timer: asyncio.TimerHandle | None = None
        self._waiters: list[asyncio.Future[None]] = []
        self.bytes_per_second: float | None = None
        """How fast the link carries bytes to the printer; None: as fast as they come."""
        self._carried_until = 0.0
        engine.dropped = lambda: plug.drop(powered=engine.mechanism.powered)
        engine.forgotten = plug.forget

    def start(self) -> None:
        """Be reachable."""
        self.work()

    def close(self) -> None:
        """Hang up and stop."""
        if self._timer is not None:
            self._timer.cancel()
        self.plug.close()

    # --- time ---

    def work(self) -> None:
        """Let the printer do what is due, tell who waits, and come back when more is due."""
        engine, now = self._engine, time.monotonic()
        engine.advance(now)
        answers = bytes(engine.output)
        engine.output.clear()
        if answers:
            self.plug.send(answers)
        busy = self._carried_until > now
        room = 0 if busy else engine.room()
        self.plug.follow(self, powered=engine.mechanism.powered, room=room)
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        self._waiters.clear()
        self._come_back(min(engine.due(), self._carried_until if busy else float("inf")))

    def _come_back(self, at: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        pause = min(max(0.0, at - time.monotonic()), IDLE_SECONDS_MOST)
        self._timer = asyncio.get_running_loop().call_later(pause, self.work)

    async def wait_for(self, strips: int, seconds: float) -> bool:
        """Wait until so many strips lie in the tray; False when the time was over before."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while len(self._engine.tray.strips) < strips:
                    change = asyncio.get_running_loop().create_future()
                    self._waiters.append(change)
                    await change
        return len(self._engine.tray.strips) >= strips

    # --- what the plug tells ---

    def came(self) -> None:
        """See printer_plugs.Printer."""
        self._engine.connected()
        self.work()

    def arrived(self, data: bytes) -> None:
        """See printer_plugs.Printer."""
        now = time.monotonic()
        if JOB_HEAD in data:
            self._engine.job_began = now
        if self.bytes_per_second is not None:
            self._carried_until = now + len(data) / self.bytes_per_second
        if data:
            self._engine.receive(data)
        self.work()


def run(arguments: Sequence[str], encode_qr: QrEncoder | None = None) -> int:
    """Be a printer until told to end; the exit code."""
    options = _parser().parse_args(arguments)
    return run_until_ended(lambda: _serve(options, encode_qr))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk simulate printer",
        description="A printer: ESC/POS on a TCP port or a serial line, in real time. It prints one "
        "line of JSON when it is ready, and lays what it prints into the tray as pictures. What may "
        "happen to it, and the orders its control socket takes: docs/how-to/connect-a-printer.md.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument(
        "--port", type=port_number, default=9100, help="TCP port; 0 takes a free one"
    )
    parser.add_argument(
        "--pty", type=Path, metavar="LINK", help="a serial line instead of TCP, by a link to it"
    )
    parser.add_argument("--control", type=Path, help="socket that takes orders")
    parser.add_argument("--tray", type=Path, required=True, help="folder for pictures of strips")
    parser.add_argument("--profile", choices=sorted(PROFILES), default="epson_t88")
    parser.add_argument("--width", type=int, choices=(576, 384), default=576, help="dots")
    parser.add_argument(
        "--without",
        choices=ABILITIES,
        action="append",
        default=[],
        help="what it does not understand, whatever its profile says; may be repeated",
    )
    parser.add_argument("--serial", help="its serial number, in place of the profile's")
    parser.add_argument(
        "--bytes-per-second", type=positive, help="of the link: 960 for a line of 9600 baud"
    )
    parser.add_argument("--speed-mm", type=positive, default=250.0, help="mm of paper a second")
    return parser


async def _serve(options: argparse.Namespace, encode_qr: QrEncoder | None) -> None:
    tray = Tray(options.width, options.tray)
    profile = PROFILES[options.profile]
    profile = replace(
        profile,
        serial=profile.serial if options.serial is None else options.serial,
        **dict.fromkeys(options.without, False),  # type: ignore[arg-type]  # ABILITIES are truths
    )
    engine = PrinterEngine(profile, options.width, options.speed_mm, tray, encode_qr)
    plug = PtyPlug(options.pty) if options.pty else TcpPlug(options.host, options.port)
    server = PrinterServer(engine, plug)
    server.bytes_per_second = options.bytes_per_second
    orders = PrinterControl(engine, server).handlers()
    control = ControlServer(options.control, orders) if options.control else None
    server.start()
    if control is not None:
        await control.start()
    say_ready(**plug.facts)
    try:
        await asyncio.Event().wait()
    finally:
        if control is not None:
            await control.close()
        server.close()
