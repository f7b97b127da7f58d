"""What tests of scanning share: drawn codes, a listener that remembers, simulators as processes."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import segno

from devices import vision
from devices.simulated.control import ControlClient
from devices.vision import Image
from kiosk.domain.devices import CameraState, Film, ScanHint, Sight
from kiosk.domain.model import QrMatrix
from kiosk.ports import PreviewFrame
from kiosk.qr_symbols import qr_matrix_of_bytes

ROOT = Path(__file__).parents[1]
PATIENCE_SECONDS = 20.0

PAYLOADS = {
    "ascii": b"Selamat pagi, Bu Siti!",
    "base64url": b"eyJqdGkiOiI0MiJ9.c2lnbmF0dXJlX18t",
    "utf-8": "Pelayanan é, ü, 公共服务, ꦥꦼꦭ".encode(),
    "latin-1": "één blad, más ñ".encode("latin-1"),
    "cbor": bytes.fromhex("d28443a10126a1044131a2016a64756b636170696c02f6"),
    "random": np.random.default_rng(300).bytes(300),
    "every byte": bytes(range(256)),
    "nul": b"before\0after\0\0",
    "digits": b"3273012345678901",
}
"""Nine kinds of payload, each of which some decoder is known to alter."""


def picture_of(symbol: QrMatrix, module_px: int = 4) -> Image:
    """A drawn symbol with its quiet zone, in grey."""
    modules = np.pad(np.asarray(symbol, np.uint8), 4)
    fine = np.kron(1 - modules, np.ones((module_px, module_px), np.uint8)) * 255
    return np.asarray(fine, dtype=np.uint8)


def code_picture(content: bytes) -> Image:
    """A drawn code."""
    return picture_of(qr_matrix_of_bytes(content))


def largest_code_picture(content: bytes) -> Image:
    """A drawn code of the weakest error correction, which holds most."""
    symbol = segno.make(content, error="l", mode="byte", micro=False, boost_error=False)
    matrix = tuple(tuple(bool(module) for module in row) for row in symbol.matrix)
    return picture_of(matrix, module_px=3)


def camera_frame(code: Image | None) -> bytes:
    """A 1280 x 720 frame, as JPEG: grey, and a drawn code in its middle."""
    frame = np.full((720, 1280, 3), 90, np.uint8)
    if code is not None:
        rows, columns = code.shape
        top, left = (720 - rows) // 2, (1280 - columns) // 2
        frame[top : top + rows, left : left + columns] = code[:, :, None]
    return vision.encode_jpeg(frame, 80)


class Heard:
    """A listener that remembers what it was told, and lets a test wait for more."""

    def __init__(self) -> None:
        self.codes: list[bytes] = []
        self.cameras: list[CameraState] = []
        self.films: list[Film] = []
        self.hints: list[ScanHint] = []
        self.frames: list[tuple[int, int, int]] = []
        self.sights: list[Sight] = []
        self._told = threading.Condition()

    def code_read(self, content: bytes) -> None:
        with self._told:
            self.codes.append(content)
            self._told.notify_all()

    def camera_changed(self, state: CameraState) -> None:
        with self._told:
            self.cameras.append(state)
            self._told.notify_all()

    def filmed(self, film: Film) -> None:
        with self._told:
            self.films.append(film)
            self._told.notify_all()

    def hinted(self, hint: ScanHint) -> None:
        with self._told:
            self.hints.append(hint)
            self._told.notify_all()

    def frame_ready(self, frame: PreviewFrame) -> None:
        with self._told:
            self.sights += [frame.sight] if frame.sight else []
            self.frames.append((frame.width, frame.height, len(frame.pixels)))
            self._told.notify_all()

    def until(self, happened: Callable[["Heard"], bool]) -> bool:
        """Wait for it; False when it did not happen in time."""
        with self._told:
            return self._told.wait_for(lambda: happened(self), PATIENCE_SECONDS)

    def until_frames(self, more: int) -> bool:
        """Wait for so many more preview frames."""
        goal = len(self.frames) + more
        return self.until(lambda heard: len(heard.frames) >= goal)


@dataclass(frozen=True, slots=True)
class Simulator:
    """A simulator that runs as a process: how to tell it what to do, and its ready line."""

    control: ControlClient
    ready: dict[str, object]


@contextmanager
def simulator(program: str, control: Path, *arguments: str) -> Iterator[Simulator]:
    """Run `program`, Python that is given the arguments, until the block ends; it ends cleanly."""
    process = subprocess.Popen(
        [sys.executable, "-c", program, "--control", str(control), *arguments],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stdout is not None
    with process.stdout:
        ready = json.loads(process.stdout.readline())
        client = ControlClient(control, PATIENCE_SECONDS)
        try:
            yield Simulator(client, ready)
        finally:
            client.close()
            process.terminate()
            code = process.wait(PATIENCE_SECONDS)
        assert code == 0
    assert not control.exists()
