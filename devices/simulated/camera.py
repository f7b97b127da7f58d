"""A webcam that is none: MJPEG over loopback HTTP, with a hand that shows codes when it is told to.

{"do": "show", "text": TEXT | "base64": BYTES, "style": "phone" | "paper", "seconds": 5}
{"do": "hide"}
{"do": "fault", "what": "none" | "black" | "blur" | "noise" | "freeze" | "unplug" | "replug"}
{"do": "wait", "for": "held" | "hidden" | "watched", "seconds": 10}
{"do": "state"}
"""

import argparse
import asyncio
import base64
import binascii
import math
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from devices.simulated.camera_mjpeg import MjpegServer
from devices.simulated.camera_scene import ENTER_FRAMES, FPS, Fault, Film, Scene, Style
from devices.simulated.control import Arguments, ControlError, ControlServer, Handler
from devices.simulated.process import HOST, port_number, run_until_ended, say_ready, seconds_in
from kiosk.domain.model import QrMatrix

BytesEncoder = Callable[[bytes], QrMatrix]
"""Makes a QR symbol that holds exactly these bytes."""

WAIT_SECONDS = 10.0
Choice = TypeVar("Choice", bound=StrEnum)


class Stage:
    """What happens before the camera, one frame after the other."""

    def __init__(self, encode: BytesEncoder) -> None:
        self._encode = encode
        self._scene = Scene()
        self._idle = {Fault.NONE: self._scene.idle(Fault.NONE)}
        self._fault = Fault.NONE
        self._shown: tuple[QrMatrix, Style] | None = None
        self._film: Film | None = None
        self._position = 0
        self._last_position = math.inf
        self._coming = False
        self._turn = 0

    @property
    def fault(self) -> Fault:
        """What is wrong with the picture."""
        return self._fault

    @property
    def held(self) -> bool:
        """True while a code is held still."""
        return self._film is not None and self._position > ENTER_FRAMES

    @property
    def empty(self) -> bool:
        """True while no hand is in the frame."""
        return self._film is None

    def show(self, content: bytes, style: Style, seconds: float | None) -> None:
        """Bring a code, or show another on what is held already, and hold it so long, or on.

        Raises ValueError when no code holds so much.
        """
        self._shown = (self._encode(content), style)
        self._film = self._filmed()
        self._position = min(self._position, ENTER_FRAMES)
        self._last_position = math.inf if seconds is None else ENTER_FRAMES + 1 + seconds * FPS
        self._coming = True

    def hide(self) -> None:
        """Take it away."""
        self._coming = False

    def spoil(self, fault: Fault) -> None:
        """Let something be wrong with the picture from now on."""
        self._fault = fault
        if fault not in self._idle:
            self._idle[fault] = self._scene.idle(fault)
        if self._film is not None:
            self._film = self._filmed()

    def advance(self) -> None:
        """Let one frame's time pass."""
        self._turn += 1
        if self._film is None:
            return
        if self._position > self._last_position:
            self.hide()
        if self._coming:
            self._position += 1
        else:
            self._position = min(self._position, ENTER_FRAMES) - 1
        if self._position < 0:
            self._film, self._position = None, 0

    def frame(self) -> bytes:
        """What the camera sees now, as JPEG."""
        if self._film is None:
            idle = self._idle[self._fault]
            return idle[self._turn % len(idle)]
        return self._film.frame(self._position)

    def _filmed(self) -> Film | None:
        return None if self._shown is None else Film(self._scene, *self._shown, self._fault)


class SimulatedCamera:
    """Plays the stage to the server's clients and does what it is told."""

    def __init__(self, port: int, encode: BytesEncoder) -> None:
        self.server = MjpegServer(port)
        self._stage = Stage(encode)
        self._plugged = True
        self._frozen = False
        self._ticked = asyncio.Condition()

    def handlers(self) -> Mapping[str, Handler]:
        """What it can be told, by name."""
        return {
            "show": self._show,
            "hide": self._hide,
            "fault": self._spoil,
            "wait": self._wait,
            "state": self._state,
        }

    async def play(self) -> None:
        """Send 25 frames a second until cancelled."""
        loop = asyncio.get_running_loop()
        due = loop.time()
        while True:
            if self._plugged and not self._frozen:
                self._stage.advance()
                if self.server.clients:
                    await self.server.send(self._stage.frame())
            async with self._ticked:
                self._ticked.notify_all()
            due = max(due + 1 / FPS, loop.time())
            await asyncio.sleep(due - loop.time())

    async def _show(self, arguments: Arguments) -> Mapping[str, object]:
        style = _one_of(Style, arguments.get("style", Style.PHONE))
        seconds = seconds_in(arguments)
        content = _content(arguments)
        try:
            self._stage.show(content, style, seconds)
        except ValueError as error:
            raise ControlError(f"no QR symbol holds {len(content)} bytes") from error
        return {}

    async def _hide(self, _: Arguments) -> Mapping[str, object]:
        self._stage.hide()
        return {}

    async def _spoil(self, arguments: Arguments) -> Mapping[str, object]:
        match arguments.get("what"):
            case "unplug":
                self._plugged = False
                await self.server.unplug()
            case "replug":
                self._plugged = True
                await self.server.plug()
            case "freeze":
                self._frozen = True
            case what:
                self._stage.spoil(_one_of(Fault, what))
                self._frozen = False
        return {}

    async def _wait(self, arguments: Arguments) -> Mapping[str, object]:
        wanted = str(arguments.get("for"))
        if wanted not in self._facts():
            raise ControlError(f"for: one of {', '.join(self._facts())} expected")
        try:
            async with asyncio.timeout(seconds_in(arguments) or WAIT_SECONDS), self._ticked:
                await self._ticked.wait_for(lambda: self._facts()[wanted])
        except TimeoutError as error:
            raise ControlError(f"not {wanted} in time") from error
        return {}

    async def _state(self, _: Arguments) -> Mapping[str, object]:
        fault = "unplug" if not self._plugged else "freeze" if self._frozen else self._stage.fault
        return {**self._facts(), "fault": fault, "clients": self.server.clients}

    def _facts(self) -> Mapping[str, bool]:
        return {
            "held": self._stage.held,
            "hidden": self._stage.empty,
            "watched": bool(self.server.clients),
        }


def _content(arguments: Arguments) -> bytes:
    match arguments:
        case {"text": str(text)}:
            return text.encode()
        case {"base64": str(text)}:
            try:
                return base64.b64decode(text, validate=True)
            except binascii.Error as error:
                raise ControlError(f"base64: {error}") from error
    raise ControlError("text or base64 expected")


def _one_of(kind: type[Choice], value: object) -> Choice:
    try:
        return kind(str(value))
    except ValueError as error:
        raise ControlError(f"one of {', '.join(kind)} expected") from error


def run(arguments: Sequence[str], encode: BytesEncoder) -> int:
    """`kiosk simulate camera`: say where the pictures are, and play until told to end."""
    parser = argparse.ArgumentParser(prog="kiosk simulate camera", description="A webcam.")
    parser.add_argument("--port", type=port_number, default=0, help="0: any that is free")
    parser.add_argument("--control", type=Path, required=True, help="the socket to be told by")
    options = parser.parse_args(arguments)
    return run_until_ended(lambda: _play(SimulatedCamera(options.port, encode), options.control))


async def _play(camera: SimulatedCamera, control: Path) -> None:
    controls = ControlServer(control, camera.handlers())
    await controls.start()
    try:
        await camera.server.plug()
        port = camera.server.port
        say_ready(port=port, source=f"mjpeg:http://{HOST}:{port}/")
        await camera.play()
    finally:
        await controls.close()
        await camera.server.close()
