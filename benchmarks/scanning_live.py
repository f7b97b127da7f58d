"""The scanner before a V4L2 webcam that plays clips in real time: how soon it reads, what it costs,
how it bears faults.
"""

import base64
import hashlib
import json
import queue
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks import scanning_pictures
from benchmarks.scanning_engines import Decode
from benchmarks.scanning_pictures import CLIP_SECONDS, FPS, clip, quiet_frames
from benchmarks.scanning_watch import OURS, STUDY
from devices import vision
from kiosk.domain.devices import ScanMode
from tests.webcams import NAME, Watcher, Webcam, preloaded

GATE_CLOSES_SECONDS = 3.4
LOAD_SECONDS = 8.0
PROGRAM = "benchmarks.scanning_watch"


# --- clips on disk ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Reel:
    """A clip as a folder of pictures."""

    folder: Path
    content: bytes
    whole: int


def reels(seed: int, count: int) -> list[Reel]:
    """Clips of a seed; drawn once for each version of the model, by both cores."""
    version = hashlib.sha256(Path(scanning_pictures.__file__).read_bytes()).hexdigest()[:12]
    place = Path(tempfile.gettempdir()) / f"anjungan-clips-{version}" / str(seed)
    with ProcessPoolExecutor(2) as pool:
        return list(pool.map(partial(_reel, place, seed), range(count)))


def _reel(place: Path, seed: int, number: int) -> Reel:
    folder = place / f"{number:03d}"
    about = place / f"{number:03d}.json"
    if not about.exists():
        drawn = clip(seed, number)
        folder.mkdir(parents=True, exist_ok=True)
        for position, index in enumerate(drawn.order):
            (folder / f"{position:04d}.jpg").write_bytes(drawn.frames[index])
        content = base64.b64encode(drawn.content).decode()
        about.write_text(json.dumps({"content": content, "whole": drawn.whole}))
    told = json.loads(about.read_text())
    return Reel(folder, base64.b64decode(told["content"]), told["whole"])


def quiet(folder: Path) -> Path:
    """A hall with nobody in it."""
    place = folder / "quiet"
    place.mkdir()
    for number, frame in enumerate(quiet_frames(1)):
        (place / f"{number:04d}.jpg").write_bytes(frame)
    return place


# --- clips played -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Played:
    """Of a row of clips: seconds from the code being whole to its being told; what else was told."""

    clips: int
    waits: Sequence[float]
    altered: int

    def rate(self) -> str:
        """How many were read."""
        return f"{len(self.waits)} of {self.clips}"

    def times(self) -> str:
        """Median and 95th percentile of those that were read."""
        return _middle_and_most(self.waits)


def _middle_and_most(waits: Sequence[float]) -> str:
    ordered = sorted(waits)
    if not ordered:
        return "-"
    most = ordered[round(0.95 * (len(ordered) - 1))]
    return f"{statistics.median(ordered):.2f} / {most:.2f} s"


def earliest(clips: Sequence[Reel], decode: Decode, turns: int) -> str:
    """When the first frame comes that `decode` reads in so many turns, if turns took no time.

    Nothing is quicker on these clips: before that, the code is blurred, cut off or too bright.
    """
    waits = []
    for reel in clips:
        for number, file in enumerate(sorted(reel.folder.glob("*.jpg"))[reel.whole :]):
            picture = vision.grey(np.fromfile(file, np.uint8))
            if picture is not None and any(decode(picture) for _ in range(turns)):
                waits.append(number / FPS)
                break
    return _middle_and_most(waits)


def play(clips: Sequence[Reel], design: str, slower: float) -> Played:
    """Play each clip once to one design; ours sleeps before each, as in an empty hall."""
    waits, altered = [], 0
    with _before_webcam(design, slower) as (webcam, eyes, hall):
        for reel in clips:
            webcam.show(hall)
            _until_still(eyes, GATE_CLOSES_SECONDS if design in (OURS, STUDY) else 0.3)
            webcam.show(reel.folder)
            told = _first_code(eyes, CLIP_SECONDS + 0.2)
            if told is None:
                continue
            if base64.b64decode(str(told["code"])) != reel.content:
                altered += 1
                continue
            began = webcam.played_at(reel.folder)
            waits.append((int(str(told["at"])) - began) / 1e9 - reel.whole / FPS)
    return Played(len(clips), waits, altered)


@contextmanager
def _before_webcam(design: str, slower: float = 1.0) -> Iterator[tuple[Webcam, Watcher, Path]]:
    with tempfile.TemporaryDirectory() as folder:
        webcam, hall = Webcam(Path(folder)), quiet(Path(folder))
        webcam.show(hall)
        with preloaded(webcam, PROGRAM, NAME, design, str(slower)) as eyes:
            eyes.ask(mode=ScanMode.ARMED)
            eyes.until("camera", "ready")
            yield webcam, eyes, hall


def _first_code(eyes: Watcher, seconds: float) -> dict[str, object] | None:
    try:
        return eyes.until("code", seconds=seconds)
    except queue.Empty:
        return None


def _until_still(eyes: Watcher, seconds: float) -> None:
    """Let so long pass, and forget what was told meanwhile."""
    time.sleep(seconds)
    eyes.ask(cpu=True)
    eyes.until("cpu")


# --- load and faults --------------------------------------------------------------------------


@dataclass(frozen=True)
class Load:
    """Per cent of one core, the webcam's own share included; and the longest pause of the screen."""

    armed: float
    preview: float
    awake: float
    absent: float
    pause_ms: float


def load(clips: Sequence[Reel]) -> Load:
    """What it costs to see nobody, to show nobody, to read all the time, and to see no camera."""
    with _before_webcam(OURS) as (webcam, eyes, hall):
        _until_still(eyes, GATE_CLOSES_SECONDS)
        armed = _percent(eyes)
        eyes.ask(mode=ScanMode.PREVIEW)
        _until_still(eyes, GATE_CLOSES_SECONDS)
        preview = _percent(eyes)
        webcam.show(clips[0].folder)  # comes again and again: never still
        eyes.ask(pauses=True)
        eyes.until("pauses")
        awake = _percent(eyes)
        eyes.ask(pauses=False)
        pause = float(str(eyes.until("pauses")["pauses"]))
        webcam.show(hall, "unplugged")
        eyes.until("camera", "missing")
        absent = _percent(eyes)
    return Load(armed, preview, awake, absent, 1000 * pause)


def _percent(eyes: Watcher) -> float:
    before = _cpu_seconds(eyes)
    time.sleep(LOAD_SECONDS)
    return 100 * (_cpu_seconds(eyes) - before) / LOAD_SECONDS


def _cpu_seconds(eyes: Watcher) -> float:
    eyes.ask(cpu=True)
    return float(str(eyes.until("cpu")["cpu"]))


@dataclass(frozen=True)
class Fault:
    """Seconds until it was told, and until the camera was ready again after it was mended."""

    told: float
    back: float


def fault(kind: str, state: str, lasts: float) -> Fault:
    """Let a fault last so long."""
    with _before_webcam(OURS) as (webcam, eyes, _):
        began = time.monotonic_ns()
        webcam.become(kind)
        told = int(str(eyes.until("camera", state)["at"]))
        time.sleep(lasts)
        mended = time.monotonic_ns()
        webcam.become("well")
        back = int(str(eyes.until("camera", "ready")["at"]))
    return Fault((told - began) / 1e9, (back - mended) / 1e9)
