"""The scanner before a V4L2 webcam, through OpenCV's own driver: what is asked of it, and its faults."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.scanning import camera_frame, code_picture
from tests.webcams import ALL_CONTROLS, AUTO_EXPOSURE, AUTOFOCUS, EXPOSURE, FOCUS, Webcam, watching

Frames = Callable[..., Path]


@pytest.fixture
def frames(tmp_path: Path) -> Frames:
    """Makes a folder of pictures with these codes, one a frame."""

    def make(*contents: bytes, picture: Callable[[bytes], bytes] = _jpeg) -> Path:
        folder = tmp_path / f"frames-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        suffix = "jpg" if picture is _jpeg else "yuyv"
        for number, content in enumerate(contents):
            (folder / f"{number:04d}.{suffix}").write_bytes(picture(content))
        return folder

    return make


def _jpeg(content: bytes) -> bytes:
    return camera_frame(code_picture(content) if content else None)


def _yuyv(content: bytes) -> bytes:
    frame = np.full((720, 1280, 2), 128, np.uint8)
    code = code_picture(content)
    frame[100 : 100 + len(code), 100 : 100 + len(code), 0] = code
    return frame.tobytes()


# --- what is asked of it ----------------------------------------------------------------------

FAST = "YUYV 640 480 30, MJPG 640 480 30, MJPG 1280 720 30, MJPG 1920 1080 30"
SLOW_AT_1080 = "YUYV 640 480 30, MJPG 1280 720 30, MJPG 1920 1080 15"
YUYV_ONLY = "YUYV 640 480 30, YUYV 1280 720 10"
SMALL = "MJPG 640 480 30"
NEGOTIATED = {
    "1080p where it holds the pace": (FAST, 1080, "MJPG 1920 1080 30"),
    "720p where 1080p is slow": (SLOW_AT_1080, 1080, "MJPG 1280 720 30"),
    "720p where no more is wanted": (FAST, 720, "MJPG 1280 720 30"),
    "720p without compression": (YUYV_ONLY, 1080, "YUYV 1280 720 10"),
    "what there is": (SMALL, 1080, "MJPG 640 480 30"),
}


@pytest.mark.parametrize(("modes", "most", "got"), NEGOTIATED.values(), ids=NEGOTIATED.keys())
def test_the_best_of_what_a_camera_can_do_is_asked_for(
    tmp_path: Path, frames: Frames, modes: str, most: int, got: str
) -> None:
    webcam = Webcam(tmp_path, modes)
    picture = _yuyv if got.startswith("YUYV") else _jpeg
    webcam.show(frames(b"code", picture=picture))

    with watching(webcam, height_most=most) as scanner:
        scanner.ask(mode="armed")
        scanner.until_code(b"code")

    assert webcam.asked("stream")[-1] == got.split()


def test_exposure_and_focus_are_set_before_the_first_picture(
    tmp_path: Path, frames: Frames
) -> None:
    webcam = Webcam(tmp_path, controls=ALL_CONTROLS)
    webcam.show(frames(b""))

    with watching(webcam, exposure_ms=12.5, focus=40) as scanner:
        scanner.until("camera", "ready")

    set_to = {int(control, 16): int(value) for control, value in webcam.asked("control")}
    assert set_to == {AUTO_EXPOSURE: 1, EXPOSURE: 125, AUTOFOCUS: 0, FOCUS: 40}


def test_a_camera_is_left_alone_where_the_settings_say_so(tmp_path: Path, frames: Frames) -> None:
    webcam = Webcam(tmp_path, controls=ALL_CONTROLS)
    webcam.show(frames(b""))

    with watching(webcam, exposure_ms=0) as scanner:
        scanner.until("camera", "ready")

    assert webcam.asked("control") == []


def test_a_camera_without_such_controls_is_no_worse(tmp_path: Path, frames: Frames) -> None:
    webcam = Webcam(tmp_path, controls=(EXPOSURE,))
    webcam.show(frames(b"code"))

    with watching(webcam, focus=40) as scanner:
        scanner.ask(mode="armed")
        scanner.until_code(b"code")

    assert webcam.asked("control") == [["0x009a0902", "100"]]


# --- its faults -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "state"), [("stalled", "stalled"), ("unplugged", "missing"), ("corrupt", "stalled")]
)
def test_a_fault_is_told_once_and_the_camera_comes_back(
    tmp_path: Path, frames: Frames, fault: str, state: str
) -> None:
    webcam = Webcam(tmp_path)
    webcam.show(frames(b"before"))

    with watching(webcam) as scanner:
        scanner.ask(mode="armed")
        scanner.until_code(b"before")
        webcam.become(fault)
        scanner.until("camera", state)
        webcam.show(frames(b"after"))
        scanner.until("camera", "ready")
        scanner.until_code(b"after")

    assert scanner.all_told("camera") == ["starting", "ready", state, "ready"]
    assert scanner.all_told("bug") == []


def test_a_cut_picture_among_good_ones_is_passed_over(tmp_path: Path, frames: Frames) -> None:
    webcam = Webcam(tmp_path)
    folder = frames(b"whole", b"cut", b"whole")
    cut = folder / "0001.jpg"
    cut.write_bytes(cut.read_bytes()[:4000])
    webcam.show(folder)

    with watching(webcam) as scanner:
        scanner.ask(mode="preview")
        scanner.until("frame", 10)

    assert scanner.all_told("camera") == ["starting", "ready"]
    assert len(scanner.all_told("code")) == 1
    assert scanner.all_told("bug") == []


def test_a_camera_that_comes_late_is_found_and_nothing_of_it_is_left(
    tmp_path: Path, frames: Frames
) -> None:
    webcam = Webcam(tmp_path)
    webcam.show(frames(b"late"), "unplugged")

    with watching(webcam) as scanner:
        scanner.ask(mode="armed")
        scanner.until("camera", "missing")
        webcam.become("well")
        scanner.until_code(b"late")
        last = scanner.close()

    assert last["threads"] == 1
    assert len(webcam.asked("open")) == len(webcam.asked("close"))
