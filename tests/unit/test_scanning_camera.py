"""Where frames come from, and what the grabber says of a camera that fails."""

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from devices.camera import MISSES_MOST, FrameStream, Grabber, NewestFrame, source_of
from devices.clock import SystemClock
from devices.simulated.clock import OffsetClock
from devices.vision import Packet
from kiosk.domain.devices import CameraState, Film

PACKET = np.zeros((48, 80), np.uint8)
DAMAGED = np.frombuffer(b"\xff\xd8 cut", np.uint8)
STARTING, READY = CameraState.STARTING, CameraState.READY
MISSING, STALLED = CameraState.MISSING, CameraState.STALLED

Step = Callable[[], Packet | None]


class ScriptedStream:
    """A camera that gives what its script says, then nothing at once, as an unplugged one does."""

    def __init__(self, script: Iterator[Step]) -> None:
        self._script = script
        self.released_by: str | None = None
        self.read_by: set[str] = set()
        self.reads = 0

    def read(self) -> Packet | None:
        self.read_by.add(threading.current_thread().name)
        self.reads += 1
        return next(self._script, lambda: None)()

    @property
    def size(self) -> tuple[int, int]:
        return 1280, 720

    def release(self) -> None:
        self.released_by = threading.current_thread().name


def _grab(
    clock: OffsetClock,
    *openings: FrameStream | None,
    newest: NewestFrame | None = None,
    filmed: Callable[[Film], None] = lambda _: None,
) -> list[CameraState]:
    """Let a grabber open these one after the other, on a thread; what it told."""
    told: list[CameraState] = []
    left = list(openings)

    def source() -> FrameStream | None:
        if len(left) == 1:
            grabber.stop()
        return left.pop(0)

    grabber = Grabber(source, clock, newest or NewestFrame(), told.append, filmed, _raise)
    thread = threading.Thread(target=grabber.run, name="grabber")
    thread.start()
    thread.join()
    return told


def _raise(error: Exception) -> None:
    raise error


def _frame() -> Packet | None:
    return PACKET


def _stream(*script: Step) -> ScriptedStream:
    return ScriptedStream(iter(script))


def _silence(clock: OffsetClock) -> Step:
    def step() -> Packet | None:
        clock.advance(2.0)
        return None

    return step


def test_a_camera_that_gives_frames_is_ready() -> None:
    assert _grab(OffsetClock(0), _stream(_frame, _frame), None) == [STARTING, READY]


def test_a_camera_that_cannot_be_opened_is_missing_and_said_to_be_so_once() -> None:
    assert _grab(OffsetClock(0), None, None, None) == [STARTING, MISSING]


def test_a_camera_that_was_unplugged_is_missing() -> None:
    told = _grab(OffsetClock(0), _stream(_frame), None, None)

    assert told == [STARTING, READY, MISSING]


def test_the_last_frame_of_a_camera_that_is_gone_is_not_kept() -> None:
    newest = NewestFrame()

    _grab(OffsetClock(0), _stream(_frame, _frame), None, newest=newest)

    assert newest.newer_than(0, 0.0) is None


def test_a_camera_that_is_silent_for_two_seconds_has_stalled() -> None:
    clock = OffsetClock(0)

    told = _grab(clock, _stream(_frame, _silence(clock)), None)

    assert told == [STARTING, READY, STALLED]


def _damaged(clock: OffsetClock) -> Step:
    def step() -> Packet | None:
        clock.advance(0.7)
        return DAMAGED

    return step


def test_a_camera_that_sends_only_damage_for_two_seconds_has_stalled() -> None:
    clock = OffsetClock(0)

    told = _grab(clock, _stream(_frame, *[_damaged(clock)] * 4), None)

    assert told == [STARTING, READY, STALLED]


def test_damage_among_pictures_is_no_fault() -> None:
    clock = OffsetClock(0)
    script = [_frame, _damaged(clock), _frame, _damaged(clock), _frame]

    assert _grab(clock, _stream(*script), None) == [STARTING, READY]


def test_a_device_that_is_gone_is_read_three_times_and_not_for_ever() -> None:
    stream = _stream(_frame)

    _grab(OffsetClock(0), stream, None)

    assert stream.reads == 1 + MISSES_MOST


def test_a_camera_that_opens_and_gives_nothing_is_missing() -> None:
    assert _grab(OffsetClock(0), _stream(), None) == [STARTING, MISSING]


def test_a_camera_that_comes_back_is_ready_again() -> None:
    told = _grab(OffsetClock(0), None, _stream(_frame), None)

    assert told == [STARTING, MISSING, READY]


def test_a_camera_that_misses_a_frame_or_two_stays_ready() -> None:
    stream = _stream(_frame, lambda: None, lambda: None, _frame)

    assert _grab(OffsetClock(0), stream, None) == [STARTING, READY]


def test_a_camera_is_read_and_released_by_one_thread() -> None:
    stream = _stream(_frame)

    _grab(OffsetClock(0), stream, None)

    assert stream.read_by == {"grabber"} == {stream.released_by}


# --- the newest frame -------------------------------------------------------------------------


def test_only_the_newest_frame_is_kept() -> None:
    newest = NewestFrame()
    for at in (1.0, 2.0, 3.0):
        newest.put(PACKET, at)

    frame = newest.newer_than(0, 0.0)

    assert frame is not None
    assert (frame.number, frame.at) == (3, 3.0)
    assert newest.newer_than(3, 0.0) is None


def test_everybody_sees_a_new_frame() -> None:
    newest, seen = NewestFrame(), threading.Semaphore(0)

    def look() -> None:
        if newest.newer_than(0, 10.0) is not None:
            seen.release()

    lookers = [threading.Thread(target=look) for _ in range(3)]
    for looker in lookers:
        looker.start()
    newest.put(PACKET, 0.0)
    for looker in lookers:
        looker.join()

    assert [seen.acquire(blocking=False) for _ in lookers] == [True] * 3


def test_a_closed_box_lets_go_of_who_waits_and_of_the_frame() -> None:
    newest = NewestFrame()
    newest.put(PACKET, 0.0)
    newest.close()

    assert newest.newer_than(0, 10.0) is None


def test_a_frame_does_not_show_what_it_holds() -> None:
    newest = NewestFrame()
    newest.put(np.frombuffer(b"secret", np.uint8), 0.0)

    assert "115" not in repr(newest.newer_than(0, 0.0))


# --- settings ---------------------------------------------------------------------------------


NO_CAMERA = ["", "camera", "video0", "-1", "mjpeg:", "mjpeg:http://10.0.0.5/", "file:", "folder:"]


@pytest.mark.parametrize("spec", NO_CAMERA)
def test_a_setting_that_names_no_camera_is_refused(spec: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        source_of(spec, SystemClock())


@pytest.mark.parametrize(
    "spec", ["/dev/video250", "250", "mjpeg:http://127.0.0.1:9/", "file:none.avi", "folder:none"]
)
def test_a_camera_that_is_not_there_is_no_error(spec: str) -> None:
    assert source_of(spec, SystemClock())() is None


def test_what_a_camera_sends_is_told_once_and_again_when_it_becomes_slower() -> None:
    clock, told = OffsetClock(0), list[Film]()

    def every(seconds: float) -> Step:
        def step() -> Packet | None:
            clock.advance(seconds)
            return PACKET

        return step

    fast, slow = [every(1 / 32)] * 200, [every(1 / 8)] * 50
    _grab(clock, _stream(*fast, *slow), None, filmed=told.append)

    assert told[0] == Film(1280, 720, 32)
    assert told[-1] == Film(1280, 720, 8)
    assert [film.per_second for film in told] == sorted({film.per_second for film in told})[::-1]
