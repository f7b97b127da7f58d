"""The simulated printer as a process: ESC/POS over TCP; a control socket says what happens to it.

`kiosk simulate printer --port 0 --control PATH --tray DIR` prints one line of JSON when ready. One
client at a time is served, as by network printers; the next waits.
"""

import argparse
import asyncio
import socket
import struct
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from devices.simulated.control import ControlServer
from devices.simulated.printer_control import PrinterControl
from devices.simulated.printer_engine import PrinterEngine
from devices.simulated.printer_profiles import PROFILES
from devices.simulated.printer_tray import Tray
from devices.simulated.process import run_until_ended, say_ready
from kiosk.ports import QrEncoder

RECEIVE_BUFFER_BYTES = 4096
READ_BYTES_MOST = 1024
IDLE_SECONDS_MOST = 3600.0
DROP_ON_CLOSE = struct.pack("ii", 1, 0)

JOB_HEAD = b"\x1c."
"""Every job of ours begins with FS . (leave Kanji mode)."""


class PrinterServer:
    """Gives an engine a TCP port and real time."""

    def __init__(self, engine: PrinterEngine, host: str, port: int) -> None:
        self._engine = engine
        self._host = host
        self._port = port
        self._listener: socket.socket | None = None
        self._client: socket.socket | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._waiters: list[asyncio.Future[None]] = []
        engine.dropped = self.drop

    async def start(self) -> int:
        """Begin to listen; the port."""
        self._loop = asyncio.get_running_loop()
        self.work()
        return self._port

    async def close(self) -> None:
        """Hang up and stop."""
        self._stop_listening()
        self.drop()
        if self._timer is not None:
            self._timer.cancel()

    # --- time ---

    def work(self) -> None:
        """Let the printer do what is due, tell who waits, and come back when more is due."""
        engine = self._engine
        engine.advance(time.monotonic())
        self._send_answers()
        self._follow()
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        self._waiters.clear()
        if self._timer is not None:
            self._timer.cancel()
        pause = min(max(0.0, engine.due() - time.monotonic()), IDLE_SECONDS_MOST)
        self._timer = self._loop.call_later(pause, self.work)

    async def wait_for(self, strips: int, seconds: float) -> bool:
        """Wait until so many strips lie in the tray; False when the time was over before."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while len(self._engine.tray.strips) < strips:
                    change = self._loop.create_future()
                    self._waiters.append(change)
                    await change
        return len(self._engine.tray.strips) >= strips

    # --- clients ---

    def drop(self) -> None:
        """Hang up without a word, as a pulled plug does; the kiosk's side gets a reset."""
        if self._client is not None:
            client, self._client = self._client, None
            self._loop.remove_reader(client)
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, DROP_ON_CLOSE)
            client.close()

    def _follow(self) -> None:
        """Listen while there is power; accept while nobody is served; read while there is room."""
        if not self._engine.mechanism.powered:
            self._stop_listening()
            return
        if self._listener is None:
            self._listen()
        if self._listener is not None and self._client is None:
            self._loop.add_reader(self._listener, self._accept)
        if self._client is not None:
            if self._engine.room() > 0:
                self._loop.add_reader(self._client, self._read)
            else:
                self._loop.remove_reader(self._client)

    def _listen(self) -> None:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER_BYTES)
        listener.bind((self._host, self._port))
        listener.listen(4)
        listener.setblocking(False)
        self._port = listener.getsockname()[1]
        self._listener = listener

    def _stop_listening(self) -> None:
        if self._listener is not None:
            self._loop.remove_reader(self._listener)
            self._listener.close()
        self._listener = None

    def _accept(self) -> None:
        if self._listener is None:
            return
        client, _ = self._listener.accept()
        self._loop.remove_reader(self._listener)
        client.setblocking(False)
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._client = client
        self._engine.connected()
        self.work()

    def _read(self) -> None:
        count = min(self._engine.room(), READ_BYTES_MOST)
        if self._client is None or count == 0:
            return
        try:
            data = self._client.recv(count)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if data:
            if JOB_HEAD in data:
                self._engine.job_began = time.monotonic()
            self._engine.receive(data)
        else:
            self.drop()
        self.work()

    def _send_answers(self) -> None:
        answers = bytes(self._engine.output)
        self._engine.output.clear()
        if answers and self._client is not None:
            with suppress(OSError):  # a client that reads nothing loses them, as with a printer
                self._client.send(answers)


def run(arguments: Sequence[str], encode_qr: QrEncoder | None = None) -> int:
    """Be a printer until told to end; the exit code."""
    options = _parser().parse_args(arguments)
    return run_until_ended(lambda: _serve(options, encode_qr))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk simulate printer", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=9100, help="TCP port; 0 takes a free one")
    parser.add_argument("--control", type=Path, required=True, help="path of the control socket")
    parser.add_argument("--tray", type=Path, required=True, help="folder for pictures of strips")
    parser.add_argument("--profile", choices=sorted(PROFILES), default="epson_t88")
    parser.add_argument("--width", type=int, choices=(576, 384), default=576, help="dots")
    parser.add_argument("--serial", help="its serial number, in place of the profile's")
    parser.add_argument("--speed-mm", type=float, default=250.0, help="mm of paper a second")
    return parser


async def _serve(options: argparse.Namespace, encode_qr: QrEncoder | None) -> None:
    tray = Tray(options.width, options.tray)
    profile = PROFILES[options.profile]
    if options.serial is not None:
        profile = replace(profile, serial=options.serial)
    engine = PrinterEngine(profile, options.width, options.speed_mm, tray, encode_qr)
    server = PrinterServer(engine, options.host, options.port)
    control = ControlServer(options.control, PrinterControl(engine, server).handlers())
    port = await server.start()
    await control.start()
    say_ready(port=port)
    try:
        await asyncio.Event().wait()
    finally:
        await control.close()
        await server.close()
