"""A bug in a thread of the scanner is told once, without words, and does not end the thread."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from devices.camera import FrameStream, Grabber, NewestFrame
from devices.clock import SystemClock
from devices.decoder import Decoder
from devices.scanner import CameraScanner, Preview
from devices.simulated.clock import OffsetClock
from devices.vision import Packet
from devices.zbar_reader import ZbarReader
from kiosk.domain.devices import CameraState, ScanMode
from kiosk.ports import PreviewFrame
from tests.scanning import PATIENCE_SECONDS, Heard, camera_frame, code_picture

WORDS = "what somebody showed"


class BugsFirst(Heard):
    """A listener that fails the first time it hears of a code, and of a picture."""

    def __init__(self) -> None:
        super().__init__()
        self.failed: list[Exception] = []
        self.notes: list[tuple[str, dict[str, object]]] = []
        self._bug_told = threading.Event()
        self._due = {"code", "picture"}

    def code_read(self, content: bytes) -> None:
        self._fail("code")
        super().code_read(content)

    def frame_ready(self, frame: PreviewFrame) -> None:
        self._fail("picture")
        super().frame_ready(frame)

    def _fail(self, what: str) -> None:
        if what in self._due:
            self._due.remove(what)
            raise ZeroDivisionError(WORDS)

    def bug(self, error: Exception) -> None:
        self.failed.append(error)
        self._bug_told.set()

    def note(self, event: str, **fields: object) -> None:
        self.notes.append((event, fields))
        self._bug_told.set()

    def until_bug(self) -> bool:
        return self._bug_told.wait(PATIENCE_SECONDS)


@contextmanager
def running(run: Callable[[], None], stop: Callable[[], None]) -> Iterator[None]:
    """A thread that is stopped afterwards."""
    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        stop()
        thread.join()


def frame(content: bytes) -> Packet:
    return np.frombuffer(camera_frame(code_picture(content)), np.uint8)


def test_a_decoder_reads_on_after_a_bug() -> None:
    newest, heard = NewestFrame(), BugsFirst()
    second = ZbarReader(OffsetClock(0), ("/no/such/program",))
    decoder = Decoder(newest, OffsetClock(0), second, heard, heard.bug)
    decoder.set_mode(ScanMode.PREVIEW)

    with running(decoder.run, decoder.stop):
        newest.put(frame(b"first"), 0.0)
        assert heard.until_bug()
        newest.put(frame(b"next"), 0.1)
        assert heard.until(lambda heard: heard.codes == [b"next"])

    assert [type(error) for error in heard.failed] == [ZeroDivisionError]


def test_a_preview_goes_on_after_a_bug() -> None:
    newest, heard = NewestFrame(), BugsFirst()
    preview = Preview(newest, SystemClock(), heard, heard.bug, lambda: True)
    preview.show(shown=True)
    newest.put(frame(b"code"), 0.0)

    with running(preview.run, preview.stop):
        assert heard.until_frames(1)

    assert [type(error) for error in heard.failed] == [ZeroDivisionError]


def test_a_camera_that_met_a_bug_is_missing_and_opened_again() -> None:
    told: list[CameraState] = []
    failed: list[Exception] = []
    openings = 0

    def source() -> FrameStream | None:
        nonlocal openings
        openings += 1
        if openings == 1:
            raise ZeroDivisionError
        grabber.stop()
        return None

    def unheard(_: object) -> None:
        """Nobody asks how many pictures come."""

    grabber = Grabber(source, OffsetClock(0), NewestFrame(), told.append, unheard, failed.append)
    grabber.run()

    assert openings == 2
    assert told == [CameraState.STARTING, CameraState.MISSING]
    assert [type(error) for error in failed] == [ZeroDivisionError]


def test_a_bug_is_noted_with_its_kind_and_place_and_not_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "1.jpg").write_bytes(camera_frame(code_picture(b"code")))
    heard = BugsFirst()
    scanner = CameraScanner(
        f"folder:{tmp_path}", SystemClock(), heard, ("/no/such/program",), note=heard.note
    )

    scanner.start()
    scanner.set_mode(ScanMode.ARMED)
    told = heard.until_bug()
    scanner.close()

    assert told
    ((event, fields),) = heard.notes
    assert event == "scanner.failed"
    assert (fields["part"], fields["error"]) == ("decoder", "ZeroDivisionError")
    assert WORDS not in str(fields)


def test_pictures_for_the_screen_tell_how_well_the_camera_sees() -> None:
    newest, heard = NewestFrame(), Heard()
    preview = Preview(newest, SystemClock(), heard, lambda _: None, lambda: True)
    preview.show(shown=True)
    newest.put(frame(b"code"), 0.0)

    with running(preview.run, preview.stop):
        assert heard.until_frames(1)

    (sight,) = heard.sights
    assert sight.sharpness > 0
