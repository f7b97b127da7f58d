"""The kiosk's eyes as a process of their own, for a webcam that is preloaded into it.

    python -m benchmarks.scanning_watch CAMERA DESIGN [SLOWER]

DESIGN `ours` is the real scanner, its preview painted in a window without a screen; any other is a
loop as everyone writes it: read, make grey, decode by that engine. SLOWER stretches all decoding by
that factor, to stand in for a slower processor. Orders and answers are lines of JSON.
"""

import base64
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")  # before PySide6

import cv2
import psutil
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from benchmarks.scanning_engines import SINGLE_ENGINES, Decode, StudyReader
from devices import decoder, vision, zxing_reader
from devices.clock import SystemClock
from devices.scanner import CameraScanner
from devices.zbar_reader import ZbarReader
from kiosk.domain.devices import CameraState, Film, ScanHint, ScanMode
from kiosk.ports import PreviewFrame
from ui.preview import CameraPreview

Given = ParamSpec("Given")
Made = TypeVar("Made")

PREVIEW_WIDTH, PREVIEW_HEIGHT = 780, 549
"""The viewfinder of S01 on a screen 1080 px wide."""
OURS = "ours"
STUDY = "the first study's way"
"""Our scanner with another reader."""
STRETCHED = (
    (
        vision,
        ("grey", "thumbnail", "find_region", "enlarged", "sharpened", "thresholded", "equalised"),
    ),
    (zxing_reader, ("_read",)),
)


def say(**what: object) -> None:
    """Write one line."""
    sys.stdout.write(json.dumps({**what, "at": time.monotonic_ns()}) + "\n")
    sys.stdout.flush()


def stretched(work: Callable[Given, Made], slower: float) -> Callable[Given, Made]:
    """The same work, but it takes longer by what it computed."""

    def worked(*arguments: Given.args, **named: Given.kwargs) -> Made:
        began = time.thread_time()
        made = work(*arguments, **named)
        time.sleep((time.thread_time() - began) * (slower - 1))
        return made

    return worked


class Eyes(QObject):
    """Hears from the scanner's threads, paints on the window's own, and measures its pauses."""

    framed = Signal(PreviewFrame)
    ordered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._window = QQuickWindow()
        self._window.resize(PREVIEW_WIDTH, PREVIEW_HEIGHT)
        self._preview = CameraPreview(self._window.contentItem())
        self._preview.setSize(self._window.size())
        self._preview.setProperty("radius", 40)
        self._window.show()
        self._pending = False
        self._ticked = time.monotonic()
        self._pause = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.framed.connect(self._paint)

    def watch_pauses(self, *, on: bool) -> float:
        """Begin or end to look every 2 ms; the longest pause since it began, seconds."""
        self._ticked = time.monotonic()
        longest, self._pause = self._pause, 0.0
        if on:
            self._timer.start(2)
        else:
            self._timer.stop()
        return longest

    def _tick(self) -> None:
        now = time.monotonic()
        self._pause = max(self._pause, now - self._ticked)
        self._ticked = now

    def _paint(self, frame: PreviewFrame) -> None:
        self._pending = False
        self._preview.show(frame.width, frame.height, frame.pixels)

    def code_read(self, content: bytes) -> None:
        say(code=base64.b64encode(content).decode())

    def camera_changed(self, state: CameraState) -> None:
        say(camera=state)

    def filmed(self, _: Film) -> None:
        """Nothing to say."""

    def hinted(self, _: ScanHint) -> None:
        """Nothing to say."""

    def frame_ready(self, frame: PreviewFrame) -> None:
        if not self._pending:
            self._pending = True
            self.framed.emit(frame)


class Loop:
    """What everyone ships: one thread that reads, converts and decodes, and reads again."""

    def __init__(self, camera: str, decode: Decode) -> None:
        self._camera = camera
        self._decode = decode
        self._stopping = False
        self._thread = threading.Thread(target=self._run)

    def start(self) -> None:
        self._thread.start()

    def set_mode(self, _: ScanMode) -> None:
        """It knows none."""

    def close(self) -> None:
        self._stopping = True
        self._thread.join()

    def _run(self) -> None:
        capture = cv2.VideoCapture(self._camera, cv2.CAP_V4L2)
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, 1280)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, 720)
        say(camera="ready")
        last: list[bytes] = []
        while not self._stopping:
            read, frame = capture.read()
            if not read:
                time.sleep(0.05)
                continue
            contents = self._decode(cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY))
            for content in contents:
                if content not in last:
                    say(code=base64.b64encode(content).decode())
            last = contents or last
        capture.release()


def _make(camera: str, design: str, slower: float, eyes: Eyes) -> CameraScanner | Loop:
    if design == STUDY:
        setattr(decoder, "CodeReader", StudyReader)  # noqa: B010 - a class is no variable
    elif design != OURS:
        return Loop(camera, stretched(SINGLE_ENGINES[design], slower))
    if slower > 1:
        for module, names in STRETCHED:
            for name in names:
                setattr(module, name, stretched(getattr(module, name), slower))
        second: Any = ZbarReader
        second.read = _waited_for(second.read, slower)
    return CameraScanner(camera, SystemClock(), eyes)


def _waited_for(work: Callable[Given, Made], slower: float) -> Callable[Given, Made]:
    """As `stretched`, for work that another process does."""

    def worked(*arguments: Given.args, **named: Given.kwargs) -> Made:
        began = time.monotonic()
        made = work(*arguments, **named)
        time.sleep((time.monotonic() - began) * (slower - 1))
        return made

    return worked


def main() -> None:
    """Obey until the input ends."""
    camera, design, slower = sys.argv[1], sys.argv[2], float(sys.argv[3])
    app = QGuiApplication(sys.argv[:1])
    eyes = Eyes()
    scanner = _make(camera, design, slower, eyes)

    def obey(line: str) -> None:
        match json.loads(line):
            case {"mode": mode}:
                scanner.set_mode(ScanMode(mode))
            case {"cpu": _}:
                say(cpu=sum(psutil.Process().cpu_times()[:2]))
            case {"pauses": on}:
                say(pauses=eyes.watch_pauses(on=bool(on)))
            case {"end": _}:
                app.quit()

    def listen() -> None:
        for line in sys.stdin:
            eyes.ordered.emit(line)
        eyes.ordered.emit('{"end": true}')

    eyes.ordered.connect(obey, Qt.ConnectionType.QueuedConnection)
    ears = threading.Thread(target=listen, daemon=True)
    ears.start()
    scanner.start()
    app.exec()
    scanner.close()
    say(closed=True)


if __name__ == "__main__":
    main()
