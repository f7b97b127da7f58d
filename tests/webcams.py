"""A webcam for machines without one, and a scanner that watches it through OpenCV's V4L2 driver.

The webcam is a small C file, compiled on first use and preloaded into the scanner's process.
"""

import base64
import hashlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.scanning import PATIENCE_SECONDS, ROOT

SOURCE = ROOT / "tests/webcam/webcam.c"
NAME = "/dev/v4l/by-id/usb-Anjungan_Webcam_of_the_tests-video-index0"
AUTO_EXPOSURE, EXPOSURE = 0x009A0901, 0x009A0902
FOCUS, AUTOFOCUS = 0x009A090A, 0x009A090C
ALL_CONTROLS = (AUTO_EXPOSURE, EXPOSURE, FOCUS, AUTOFOCUS)

Told = dict[str, object]


def webcam_library() -> Path:
    """The compiled webcam; processes that need it at once each compile it, and the last one stays."""
    source = SOURCE.read_bytes()
    name = f"anjungan-webcam-{os.getuid()}-{hashlib.sha256(source).hexdigest()[:16]}.so"
    library = Path(tempfile.gettempdir()) / name
    if not library.exists():
        draft = library.with_suffix(f".{os.getpid()}")
        flags = ("-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror")
        subprocess.run(
            ("gcc", *flags, "-o", str(draft), str(SOURCE), "-ldl", "-lpthread"), check=True
        )
        draft.replace(library)
    return library


@dataclass
class Webcam:
    """What lies before the webcam and how it is; the folder holds its control file and its log."""

    folder: Path
    modes: str = "MJPG 1280 720 30"
    controls: tuple[int, ...] = ()
    _shown: tuple[str, Path, int] = field(default=("unplugged", Path("none"), 1))

    def show(self, frames: Path, state: str = "well") -> None:
        """Send the pictures of a folder over and over."""
        self._set(state, frames, len(list(frames.iterdir())))

    def become(self, state: str) -> None:
        """Be well, stalled, corrupt or unplugged."""
        self._set(state, *self._shown[1:])

    def _set(self, state: str, frames: Path, count: int) -> None:
        self._shown = (state, frames, count)
        draft = self.folder / "control.draft"
        draft.write_text(f"{state} {frames} {count}\n")
        draft.replace(self.folder / "control")

    def log(self) -> list[list[str]]:
        """What was asked of it: words, and at last nanoseconds of the monotonic clock."""
        file = self.folder / "log"
        return [line.split() for line in file.read_text().splitlines()] if file.exists() else []

    def asked(self, event: str) -> list[list[str]]:
        """The words after one kind of event."""
        return [words[1:-1] for words in self.log() if words[0] == event]

    def played_at(self, frames: Path) -> int:
        """When the first picture of a folder was sent last, ns."""
        return max(int(words[-1]) for words in self.log() if words[:2] == ["play", str(frames)])

    def environment(self) -> Mapping[str, str]:
        """Makes a process see it."""
        return {
            "LD_PRELOAD": str(webcam_library()),
            "WEBCAM_PATH": NAME,
            "WEBCAM_CONTROL": str(self.folder / "control"),
            "WEBCAM_LOG": str(self.folder / "log"),
            "WEBCAM_MODES": self.modes,
            "WEBCAM_CONTROLS": " ".join(map(str, self.controls)),
        }


class Watcher:
    """A scanner in its own process before that webcam."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self._lines: queue.SimpleQueue[Told] = queue.SimpleQueue()
        self.told: list[Told] = []
        self._reader = threading.Thread(target=self._listen)
        self._reader.start()

    @property
    def process_id(self) -> int:
        """The scanner's process."""
        return self._process.pid

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(json.loads(line))

    def ask(self, **what: object) -> None:
        """Tell it what to do."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()

    def until(self, key: str, value: object = ..., seconds: float = PATIENCE_SECONDS) -> Told:
        """The next that it tells under this name; raises queue.Empty when it does not."""
        deadline = time.monotonic() + seconds
        while True:
            line = self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
            self.told.append(line)
            if key in line and value in (..., line[key]):
                return line

    def until_code(self, content: bytes) -> Told:
        """Wait for a code."""
        return self.until("code", base64.b64encode(content).decode())

    def all_told(self, key: str) -> list[object]:
        """What it told under a name so far."""
        return [line[key] for line in self.told if key in line]

    def close(self) -> Told:
        """Tell it to end; what it says at last."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self.until("closed")

    def end(self) -> int:
        """Wait for the process, told to end or not; its exit code."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        code = self._process.wait(PATIENCE_SECONDS)
        self._reader.join(PATIENCE_SECONDS)
        self._process.stdout.close()
        return code


@contextmanager
def watching(webcam: Webcam, **optics: object) -> Iterator[Watcher]:
    """A scanner's process before a webcam, until the end of the block."""
    with preloaded(webcam, "tests.webcam.watch", NAME, json.dumps(optics)) as watcher:
        yield watcher


@contextmanager
def preloaded(webcam: Webcam, module: str, *arguments: str) -> Iterator[Watcher]:
    """A process that sees the webcam; it ends cleanly with the block."""
    process = subprocess.Popen(
        (sys.executable, "-m", module, *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, **webcam.environment()},
    )
    watcher = Watcher(process)
    try:
        yield watcher
    finally:
        code = watcher.end()
    assert code == 0
