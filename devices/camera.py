"""Frames from a camera: where they come from, and the thread that keeps the newest one at hand.

The grabber never pauses: a camera that is read late hands out frames that are seconds old, whatever
its buffer size.
"""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import numpy as np

from devices import vision
from devices.guard import keep_running
from devices.vision import Optics, Packet
from kiosk.domain.devices import CameraState, Film
from kiosk.ports import Clock

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
PICTURES = {".jpg", ".jpeg", ".png", ".bmp"}
FOLDER_FPS = 30.0
STALL_SECONDS = 1.9
"""A little less than a read's own limit of 2 s."""
MISSES_MOST = 3
MISS_PAUSE_SECONDS = 0.05
HEALTHY_SECONDS = 2.0
REOPEN_FIRST_SECONDS = 0.5
REOPEN_MOST_SECONDS = 2.5
"""With opening and the first frame, a camera that is back is ready within 5 s."""
CHECK_SECONDS = 0.5
METER_SECONDS, METER_STEP = 2.0, 2
"""How long pictures are counted, and by how many a second the count must differ to be told."""


# --- sources ----------------------------------------------------------------------------------


class FrameStream(Protocol):
    """An open source; opened, read and released by one thread."""

    def read(self) -> Packet | None:
        """The next packet, at the source's own pace; None when none came within 2 s."""
        ...

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels; 0 where the source does not tell."""
        ...

    def release(self) -> None:
        """Close it."""
        ...


FrameSource = Callable[[], FrameStream | None]
"""Opens a stream, within 2 s; None when there is nothing to open."""


def source_of(spec: str, clock: Clock, optics: Optics = vision.USUAL) -> FrameSource:
    """Find the source a setting names: a V4L2 path or index, mjpeg:URL, file:PATH or folder:PATH.

    Raises ValueError, for the technician, when it names none.
    """
    kind, _, rest = spec.partition(":")
    if spec.isdecimal() or spec.startswith("/dev/"):
        return partial(vision.open_camera, spec, optics)
    if kind == "mjpeg" and urlsplit(rest).hostname in LOOPBACK:
        return partial(vision.open_stream, rest)
    if kind == "file" and rest:
        return partial(_open_video, Path(rest), clock)
    if kind == "folder" and rest:
        return partial(_open_folder, Path(rest), clock)
    raise ValueError(
        f"camera {spec!r}: a path under /dev, an index, mjpeg:http://127.0.0.1:PORT/, file:PATH "
        "or folder:PATH expected"
    )


class _Pace:
    """Makes a reader wait as a camera does."""

    def __init__(self, clock: Clock, frames_per_second: float) -> None:
        self._clock = clock
        self._period = 1 / frames_per_second
        self._due = clock.monotonic()

    def wait(self) -> None:
        now = self._clock.monotonic()
        self._due = max(now, self._due + self._period)
        time.sleep(self._due - now)


class _Video:
    """A video file, from the start again when it ends."""

    def __init__(self, path: Path, opened: vision.Capture, clock: Clock) -> None:
        self._path = path
        self._capture = opened
        self._pace = _Pace(clock, opened.frames_per_second)

    def read(self) -> Packet | None:
        self._pace.wait()
        packet = self._capture.read()
        return self._first_again() if packet is None else packet

    def _first_again(self) -> Packet | None:
        again = vision.open_video(self._path)
        if again is None:
            return None
        self._capture.release()
        self._capture = again
        return again.read()

    @property
    def size(self) -> tuple[int, int]:
        return self._capture.size

    def release(self) -> None:
        self._capture.release()


def _open_video(path: Path, clock: Clock) -> FrameStream | None:
    opened = vision.open_video(path)
    return None if opened is None else _Video(path, opened, clock)


class _Folder:
    """The pictures of a folder by name, over and over."""

    def __init__(self, files: Sequence[Path], clock: Clock) -> None:
        self._files = files
        self._next = 0
        self._pace = _Pace(clock, FOLDER_FPS)

    def read(self) -> Packet | None:
        self._pace.wait()
        file = self._files[self._next % len(self._files)]
        self._next += 1
        try:
            return np.fromfile(file, dtype=np.uint8)
        except OSError:
            return None

    @property
    def size(self) -> tuple[int, int]:
        return 0, 0

    def release(self) -> None:
        self._next = 0


def _open_folder(path: Path, clock: Clock) -> FrameStream | None:
    if not path.is_dir():
        return None
    files = sorted(file for file in path.iterdir() if file.suffix.lower() in PICTURES)
    return _Folder(files, clock) if files else None


# --- the newest frame -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Frame:
    """A packet, its number since the start, and when it came (monotonic seconds)."""

    packet: Packet = field(repr=False)
    number: int
    at: float


class NewestFrame:
    """Room for one frame; who looks for it gets the newest and never an older one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._frame: Frame | None = None
        self._number = 0
        self._closed = False

    def put(self, packet: Packet, at: float) -> None:
        """Replace the frame."""
        with self._changed:
            self._number += 1
            self._frame = Frame(packet, self._number, at)
            self._changed.notify_all()

    def newer_than(self, number: int, seconds: float) -> Frame | None:
        """Wait so long for a frame after that number."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._has_newer(number), seconds)
            return self._frame if self._has_newer(number) and not self._closed else None

    def clear(self) -> None:
        """Forget the frame."""
        with self._changed:
            self._frame = None

    def close(self) -> None:
        """Forget the frame and let go of all who wait."""
        with self._changed:
            self._frame = None
            self._closed = True
            self._changed.notify_all()

    def _has_newer(self, number: int) -> bool:
        return self._frame is not None and self._frame.number > number


# --- the grabber ------------------------------------------------------------------------------


class _Sense:
    """Tells pictures from damage: one packet in a while is decoded, and each while they are bad."""

    def __init__(self) -> None:
        self._good = False
        self._check_at = 0.0

    def trusts(self, packet: Packet, now: float) -> bool:
        """Whether this is a picture, as far as known."""
        if not self._good or now >= self._check_at:
            self._good = vision.thumbnail(packet) is not None
            self._check_at = now + CHECK_SECONDS
        return self._good


class _Meter:
    """Counts pictures; what it tells is worth telling: it differs from what was told before."""

    def __init__(self, size: tuple[int, int], now: float) -> None:
        self._size = size
        self._since = now
        self._count = 0
        self._told = 0

    def film(self, now: float) -> Film | None:
        """Another picture came."""
        self._count += 1
        if now - self._since < METER_SECONDS:
            return None
        per_second = round(self._count / (now - self._since))
        self._since, self._count = now, 0
        if abs(per_second - self._told) < METER_STEP:
            return None
        self._told = per_second
        return Film(*self._size, per_second)


class Grabber:
    """Keeps a source open and the newest frame in its place; `run` is the body of a thread."""

    def __init__(
        self,
        source: FrameSource,
        clock: Clock,
        newest: NewestFrame,
        changed: Callable[[CameraState], None],
        filmed: Callable[[Film], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._source = source
        self._clock = clock
        self._newest = newest
        self._changed = changed
        self._filmed = filmed
        self._tell_bug = failed
        self._state = CameraState.OFF
        self._stopping = threading.Event()

    def run(self) -> None:
        """Open, read, and open again, until stopped."""
        self._become(CameraState.STARTING)
        keep_running(self._grab, self._stopping.wait, self._bug, self._clock)

    def _bug(self, error: Exception) -> None:
        self._become(CameraState.MISSING)
        self._tell_bug(error)

    def _grab(self) -> None:
        rest_seconds = 0.0
        while not self._stopping.is_set():
            if self._once():
                rest_seconds = 0.0
            self._stopping.wait(rest_seconds)
            rest_seconds = min(REOPEN_MOST_SECONDS, max(REOPEN_FIRST_SECONDS, 2 * rest_seconds))

    def stop(self) -> None:
        """Make `run` return when the read under way ends, 2 s at most."""
        self._stopping.set()

    def _once(self) -> bool:
        """Open the source and read it until it fails; True when it did well for a while."""
        began = self._clock.monotonic()
        stream = self._source()
        if stream is None:
            self._failed(began)
            return False
        try:
            return self._read_on(stream)
        finally:
            self._newest.clear()
            stream.release()

    def _read_on(self, stream: FrameStream) -> bool:
        first = last = self._clock.monotonic()
        misses, frames = 0, 0
        sense, meter = _Sense(), _Meter(stream.size, first)
        while not self._stopping.is_set():
            packet = stream.read()
            now = self._clock.monotonic()
            if packet is not None and sense.trusts(packet, now):
                last = now
                misses, frames = 0, frames + 1
                self._newest.put(packet, last)
                self._become(CameraState.READY)
                if film := meter.film(now):
                    self._filmed(film)
                continue
            misses += packet is None
            if misses >= MISSES_MOST or self._silent_since(last):
                break
            if packet is None:
                self._stopping.wait(MISS_PAUSE_SECONDS)
        if self._silent_since(last) or not frames:
            self._failed(last)
        return last - first >= HEALTHY_SECONDS

    def _failed(self, since: float) -> None:
        """A device that is silent is there; one that fails at once is gone."""
        self._become(CameraState.STALLED if self._silent_since(since) else CameraState.MISSING)

    def _silent_since(self, moment: float) -> bool:
        return self._clock.monotonic() - moment >= STALL_SECONDS

    def _become(self, state: CameraState) -> None:
        if state is not self._state and not self._stopping.is_set():
            self._state = state
            self._changed(state)
