"""From frames to codes: when to look, how to look, what is worth telling, and the thread doing it.

Nothing of a frame or a code outlives its turn here, but a hash of the code under a key of this run.
"""

import hashlib
import math
import secrets
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from devices import vision, zxing_reader
from devices.camera import Frame, NewestFrame
from devices.guard import keep_running
from devices.vision import Image, Region
from devices.zbar_reader import ZbarReader
from kiosk.domain.devices import ScanHint, ScanMode
from kiosk.ports import Clock

GATE_SECONDS = 0.1
AWAKE_SECONDS = 3.0
CHANGE_LEAST = 12
"""Of 255, for a cell of the thumbnail to count as changed."""
CHANGED_SHARE = 0.01
SAME_CODE_SECONDS = 3.0
AWAY_SECONDS = 1.0
"""So long a code must not be seen, while the decoder is awake, to have left the frame."""
GLANCE_SECONDS = 1.0
"""Between two frames decoded for somebody who waits at a picture that stands still."""
STEP_MOST_SECONDS = 0.25
FRAME_WAIT_SECONDS = 0.5

HINT_AFTER_SECONDS = 1.5
HINT_HOLDS_SECONDS = 0.4
SMALL_SHARE = 0.18
LARGE_SHARE = 0.70
"""Of the picture's height, for the long side of what looks like a code."""
DARK_MOST = 90
"""Of 255: the brightest 5 % of a phone's screen are white, unless it is turned down."""
MOVING_SHARE = 0.25
"""Of the picture's width a second."""
CODE_EDGES_LEAST = 12.0
"""Mean edge of 255 in a region: a hall or a face stays below it."""


class CodeListener(Protocol):
    """Hears from the decoder's thread."""

    def code_read(self, content: bytes) -> None:
        """A code came into view."""
        ...

    def hinted(self, hint: ScanHint) -> None:
        """What would help changed."""
        ...


# --- when to look -----------------------------------------------------------------------------


class Attention:
    """Whether anything moved before the camera in the last three seconds."""

    def __init__(self) -> None:
        self._cells: Image | None = None
        self._looked_at = -math.inf
        self._awake_until = -math.inf
        self._wanted_at = -math.inf

    def due(self, now: float) -> bool:
        """True when it is time for another thumbnail."""
        return now - self._looked_at >= GATE_SECONDS

    def look(self, cells: Image, now: float) -> None:
        """Compare a thumbnail with the one before."""
        before, self._cells, self._looked_at = self._cells, cells, now
        if before is None or _changed_share(before, cells) > CHANGED_SHARE:
            self.wake(now)

    def wake(self, now: float) -> None:
        """Look closely for three seconds."""
        self._awake_until = now + AWAKE_SECONDS

    def awake(self, now: float) -> bool:
        """True when something moved of late."""
        return now < self._awake_until

    def wants(self, now: float, *, waited_for: bool) -> bool:
        """True when this frame is worth decoding: each while awake, else one a second if waited for."""
        glance = waited_for and now - self._wanted_at >= GLANCE_SECONDS
        wanted = glance or self.awake(now)
        if wanted:
            self._wanted_at = now
        return wanted


def _changed_share(before: Image, after: Image) -> float:
    change = np.abs(before.astype(np.int16) - after)
    return float(np.mean(change > CHANGE_LEAST))


# --- how to look ------------------------------------------------------------------------------


class CodeReader:
    """Two fast looks at every frame, the second at its densest part; then one slow way, by turns.

    What reads most for its cost comes first and most often.
    """

    def __init__(self, second: Callable[[Image], list[bytes]]) -> None:
        self._second = second
        others = (self._equalised, self._thresholded, self._sharpened_locally, self._by_second)
        self._slow_ways = tuple(
            way for other in others for way in (self._sharpened, self._whole, self._enlarged, other)
        )
        self._turn = -1

    def read(self, picture: Image) -> list[bytes]:
        """Codes in a grey picture, by one threshold for all of it; 1.5 ms at 720p."""
        return zxing_reader.read_by_histogram(picture)

    def read_closely(self, picture: Image, region: Region | None) -> list[bytes]:
        """Codes in its densest part, or in all of it where no part is; 3-12 ms."""
        if region is None:
            return zxing_reader.read(picture)
        sharp = vision.sharpened(region.of(picture), vision.AS_IT_IS)
        if found := zxing_reader.read_by_histogram(sharp):
            return found
        self._turn = (self._turn + 1) % len(self._slow_ways)
        return self._slow_ways[self._turn](picture, region)

    def _whole(self, picture: Image, _: Region) -> list[bytes]:
        return zxing_reader.read(picture)

    def _sharpened(self, picture: Image, region: Region) -> list[bytes]:
        sharp = vision.sharpened(vision.enlarged(picture, region))
        return zxing_reader.read_by_histogram(sharp)

    def _enlarged(self, picture: Image, region: Region) -> list[bytes]:
        return zxing_reader.read_by_histogram(vision.enlarged(picture, region))

    def _sharpened_locally(self, picture: Image, region: Region) -> list[bytes]:
        return zxing_reader.read(vision.sharpened(vision.enlarged(picture, region)))

    def _thresholded(self, picture: Image, region: Region) -> list[bytes]:
        return zxing_reader.read(vision.thresholded(vision.enlarged(picture, region)))

    def _equalised(self, picture: Image, region: Region) -> list[bytes]:
        return zxing_reader.read(vision.equalised(vision.enlarged(picture, region)))

    def _by_second(self, picture: Image, region: Region) -> list[bytes]:
        return self._second(region.of(picture))


# --- what is worth telling --------------------------------------------------------------------


@dataclass(slots=True)
class _Sighting:
    told_at: float
    away_seconds: float


class Sightings:
    """The codes in view: each is told once, and again only after it left and three seconds."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._known: dict[bytes, _Sighting] = {}
        self._judged_at = 0.0

    def judge(self, contents: Sequence[bytes], now: float) -> list[bytes]:
        """Of the codes in a frame, those to be told; every frame that was decoded counts."""
        in_view = {self._mark(content): content for content in contents}
        self._age(in_view, now)
        new = {mark: content for mark, content in in_view.items() if mark not in self._known}
        self._known |= {mark: _Sighting(now, 0.0) for mark in new}
        return list(new.values())

    def _age(self, in_view: dict[bytes, bytes], now: float) -> None:
        step = min(now - self._judged_at, STEP_MOST_SECONDS)
        self._judged_at = now
        for mark, sighting in self._known.items():
            if sighting.away_seconds < AWAY_SECONDS:
                seen = mark in in_view
                sighting.away_seconds = 0.0 if seen else sighting.away_seconds + step
        self._known = {mark: one for mark, one in self._known.items() if not _over(one, now)}

    def _mark(self, content: bytes) -> bytes:
        return hashlib.blake2b(content, key=self._key, digest_size=16).digest()


def _over(sighting: _Sighting, now: float) -> bool:
    left = sighting.away_seconds >= AWAY_SECONDS
    return left and now - sighting.told_at >= SAME_CODE_SECONDS


class Hints:
    """What to advise someone who shows what might be a code and is not read."""

    def __init__(self) -> None:
        self._unread_since: float | None = None
        self._centre: tuple[float, float, float] | None = None
        self._candidate = (ScanHint.NONE, 0.0)
        self._hint = ScanHint.NONE

    def unread(self, picture: Image, region: Region | None, now: float) -> ScanHint:
        """The hint after a frame without a code."""
        if region is None or region.edges < CODE_EDGES_LEAST:
            return self.reset()
        if self._unread_since is None:
            self._unread_since = now
        advice = self._advice(picture, region, now)
        if advice is not self._candidate[0]:
            self._candidate = (advice, now)
        if now - self._unread_since >= HINT_AFTER_SECONDS and self._steady(now):
            self._hint = advice
        return self._hint

    def reset(self) -> ScanHint:
        """The hint when a code was read, nothing is there, or nobody looks."""
        self._unread_since = self._centre = None
        self._candidate = (ScanHint.NONE, 0.0)
        self._hint = ScanHint.NONE
        return self._hint

    def _steady(self, now: float) -> bool:
        return now - self._candidate[1] >= HINT_HOLDS_SECONDS

    def _advice(self, picture: Image, region: Region, now: float) -> ScanHint:
        moving = self._moved(picture, region, now)
        share = region.long_side / picture.shape[0]
        if np.percentile(region.of(picture)[::4, ::4], 95) < DARK_MOST:
            return ScanHint.BRIGHT
        if moving:
            return ScanHint.STILL
        if share < SMALL_SHARE:
            return ScanHint.CLOSER
        return ScanHint.BACK if share > LARGE_SHARE else ScanHint.NONE

    def _moved(self, picture: Image, region: Region, now: float) -> bool:
        x, y = (region.left + region.right) / 2, (region.top + region.bottom) / 2
        before, self._centre = self._centre, (x, y, now)
        if before is None or now <= before[2]:
            return False
        speed = math.hypot(x - before[0], y - before[1]) / (now - before[2])
        return bool(speed > MOVING_SHARE * picture.shape[1])


# --- the thread -------------------------------------------------------------------------------


class Decoder:
    """Decodes the newest frame whenever it is free; `run` is the body of a thread."""

    def __init__(
        self,
        newest: NewestFrame,
        clock: Clock,
        second: ZbarReader,
        listener: CodeListener,
        failed: Callable[[Exception], None],
    ) -> None:
        self._newest = newest
        self._clock = clock
        self._second = second
        self._listener = listener
        self._failed = failed
        self._reader = CodeReader(second.read)
        self._attention = Attention()
        self._sightings = Sightings()
        self._hints = Hints()
        self._hint = ScanHint.NONE
        self._mode = ScanMode.OFF
        self._lively = True
        self._changed = threading.Event()
        self._stopping = threading.Event()

    def set_mode(self, mode: ScanMode) -> None:
        """Say how much to do; returns at once."""
        self._mode = mode
        self._changed.set()

    @property
    def lively(self) -> bool:
        """False while nothing moves before the camera."""
        return self._lively

    def stop(self) -> None:
        """Make `run` return after the frame in hand."""
        self._stopping.set()
        self._changed.set()

    def run(self) -> None:
        """Look at frames until stopped."""
        keep_running(self._look, self._stopping.wait, self._failed, self._clock)

    def _look(self) -> None:
        number, mode = 0, ScanMode.OFF
        while True:
            self._changed.clear()
            if self._stopping.is_set():
                return
            if mode is not self._mode:
                mode = self._mode
                self._attention.wake(self._clock.monotonic())
            if mode is ScanMode.OFF:
                self._tell(self._hints.reset())
                self._changed.wait(FRAME_WAIT_SECONDS)
                continue
            self._second.start()
            frame = self._newest.newer_than(number, FRAME_WAIT_SECONDS)
            if frame is not None:
                number = frame.number
                self._take(frame, mode)

    def _take(self, frame: Frame, mode: ScanMode) -> None:
        if self._attention.due(frame.at):
            cells = vision.thumbnail(frame.packet)
            if cells is not None:
                self._attention.look(cells, frame.at)
        self._lively = self._attention.awake(frame.at)
        if self._attention.wants(frame.at, waited_for=mode is ScanMode.PREVIEW):
            self._decode(frame)
        else:
            self._tell(self._hints.reset())
            self._changed.wait(GATE_SECONDS)

    def _decode(self, frame: Frame) -> None:
        picture = vision.grey(frame.packet)
        if picture is None:
            return
        contents = self._reader.read(picture)
        region = None
        if not contents:
            region = vision.find_region(picture)
            contents = self._reader.read_closely(picture, region)
        for content in self._sightings.judge(contents, frame.at):
            self._listener.code_read(content)
        hint = self._hints.reset() if contents else self._hints.unread(picture, region, frame.at)
        self._tell(hint)

    def _tell(self, hint: ScanHint) -> None:
        if hint is not self._hint:
            self._hint = hint
            self._listener.hinted(hint)
