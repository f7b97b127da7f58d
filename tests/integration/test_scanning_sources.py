"""A scanner on picture folders and video files, from packet to told code."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from devices.clock import SystemClock
from devices.scanner import CameraScanner
from devices.vision import Image
from kiosk.domain.devices import CameraState, ScanMode
from tests.scanning import Heard, camera_frame, code_picture, largest_code_picture


@contextmanager
def _scanning(spec: str, heard: Heard, mode: ScanMode) -> Iterator[CameraScanner]:
    scanner = CameraScanner(spec, SystemClock(), heard)
    scanner.start()
    scanner.set_mode(mode)
    yield scanner
    scanner.close()


def _folder(folder: Path, *codes: Image | None) -> str:
    for number, code in enumerate(codes):
        (folder / f"{number:03d}.jpg").write_bytes(camera_frame(code))
    return f"folder:{folder}"


def test_codes_in_a_folder_of_pictures_are_told_once_each(tmp_path: Path) -> None:
    heard = Heard()
    spec = _folder(tmp_path, None, code_picture(b"one"), None, code_picture(b"two"))

    with _scanning(spec, heard, ScanMode.PREVIEW):
        assert heard.until_frames(20)

    assert sorted(heard.codes) == [b"one", b"two"]
    assert heard.cameras == [CameraState.STARTING, CameraState.READY]


def test_a_code_in_a_video_is_read_and_the_video_begins_again(tmp_path: Path) -> None:
    heard = Heard()
    code = camera_frame(code_picture(b"filmed"))
    video = tmp_path / "clip.mjpeg"  # JPEGs one after the other are a video to FFmpeg
    video.write_bytes(b"".join([camera_frame(None)] * 5 + [code] * 5))

    with _scanning(f"file:{video}", heard, ScanMode.PREVIEW):
        assert heard.until_frames(20)

    assert heard.codes == [b"filmed"]
    assert heard.cameras == [CameraState.STARTING, CameraState.READY]


def test_the_preview_is_a_small_picture_of_four_bytes_a_pixel(tmp_path: Path) -> None:
    heard = Heard()

    with _scanning(_folder(tmp_path, None), heard, ScanMode.PREVIEW):
        assert heard.until_frames(2)

    assert set(heard.frames) == {(640, 360, 640 * 360 * 4)}


def test_an_armed_scanner_reads_and_makes_no_pictures(tmp_path: Path) -> None:
    heard = Heard()

    with _scanning(_folder(tmp_path, code_picture(b"armed")), heard, ScanMode.ARMED):
        assert heard.until(lambda heard: heard.codes == [b"armed"])

    assert heard.frames == []


def test_a_scanner_that_is_off_reads_nothing_until_it_is_armed(tmp_path: Path) -> None:
    heard = Heard()

    with _scanning(_folder(tmp_path, code_picture(b"later")), heard, ScanMode.OFF) as scanner:
        assert heard.until(lambda heard: CameraState.READY in heard.cameras)
        before = list(heard.codes)
        scanner.set_mode(ScanMode.ARMED)
        assert heard.until(lambda heard: heard.codes == [b"later"])

    assert before == []


def test_pictures_that_are_none_do_not_stop_the_scanner(tmp_path: Path) -> None:
    heard = Heard()
    spec = _folder(tmp_path, code_picture(b"whole"))
    (tmp_path / "000a.jpg").write_bytes(b"")
    (tmp_path / "000b.jpg").write_bytes(b"not a picture")
    (tmp_path / "000c.jpg").write_bytes(camera_frame(code_picture(b"cut"))[:4000])
    (tmp_path / "000d.jpg").write_bytes(camera_frame(None))

    with _scanning(spec, heard, ScanMode.PREVIEW):
        assert heard.until_frames(6)

    assert heard.codes == [b"whole"]


def test_the_largest_code_is_told_whole(tmp_path: Path) -> None:
    heard = Heard()
    content = bytes(range(256)) * 11 + b"\x1b@\0"
    code = largest_code_picture(content)

    with _scanning(_folder(tmp_path, code), heard, ScanMode.ARMED):
        assert heard.until(lambda heard: bool(heard.codes))

    assert heard.codes == [content]


def test_a_listener_that_takes_its_time_does_not_hold_up_the_caller(tmp_path: Path) -> None:
    class Slow(Heard):
        def code_read(self, content: bytes) -> None:
            super().code_read(content)
            assert self.until(lambda heard: CameraState.OFF in heard.cameras)

    heard = Slow()

    with _scanning(_folder(tmp_path, code_picture(b"slow")), heard, ScanMode.ARMED) as scanner:
        assert heard.until(lambda heard: bool(heard.codes))
        for mode in (*ScanMode, ScanMode.ARMED):
            scanner.set_mode(mode)
        heard.camera_changed(CameraState.OFF)  # lets the listener go on

    assert heard.codes == [b"slow"]


def test_a_closed_scanner_leaves_no_process_and_says_no_more(tmp_path: Path) -> None:
    heard = Heard()
    with _scanning(_folder(tmp_path, None), heard, ScanMode.PREVIEW) as scanner:
        assert heard.until_frames(2)
        helper = scanner.helper_process_id
    told = len(heard.frames)

    assert helper is not None
    assert not psutil.pid_exists(helper)
    assert len(heard.frames) == told


def test_a_scanner_can_be_closed_before_it_was_started(tmp_path: Path) -> None:
    CameraScanner(f"folder:{tmp_path}", SystemClock(), Heard()).close()
