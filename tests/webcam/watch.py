"""A scanner as a process of its own, for a webcam that is preloaded into it.

It is told by lines of JSON what to do, and says by lines of JSON what the scanner told it and when
(nanoseconds of the monotonic clock): {"code": BASE64} {"camera": STATE} {"hint": HINT} {"frame": n}
"""

import base64
import json
import sys
import threading
import time

import psutil

from devices.clock import SystemClock
from devices.scanner import CameraScanner
from devices.vision import Optics
from kiosk.domain.devices import CameraState, Film, ScanHint, ScanMode
from kiosk.ports import PreviewFrame


class Told:
    """Says what it hears."""

    def __init__(self) -> None:
        self._one = threading.Lock()
        self._frames = 0

    def say(self, **what: object) -> None:
        """Write one line."""
        with self._one:
            sys.stdout.write(json.dumps({**what, "at": time.monotonic_ns()}) + "\n")
            sys.stdout.flush()

    def code_read(self, content: bytes) -> None:
        self.say(code=base64.b64encode(content).decode())

    def camera_changed(self, state: CameraState) -> None:
        self.say(camera=state)

    def filmed(self, film: Film) -> None:
        self.say(film=[film.width, film.height, film.per_second])

    def hinted(self, hint: ScanHint) -> None:
        self.say(hint=hint)

    def frame_ready(self, frame: PreviewFrame) -> None:
        self._frames += 1
        self.say(frame=self._frames, width=frame.width, height=frame.height)

    def bug(self, event: str, **fields: object) -> None:
        self.say(bug=event, **fields)


def main() -> None:
    """Scan until the input ends."""
    told, clock = Told(), SystemClock()
    source, optics = sys.argv[1], Optics(**json.loads(sys.argv[2]))
    scanner = CameraScanner(source, clock, told, optics=optics, note=told.bug)
    scanner.start()
    for line in sys.stdin:
        match json.loads(line):
            case {"mode": mode}:
                scanner.set_mode(ScanMode(mode))
            case {"cpu": _}:
                told.say(cpu=sum(psutil.Process().cpu_times()[:2]))
            case {"helper": _}:
                told.say(helper=scanner.helper_process_id)
    scanner.close()
    told.say(closed=True, threads=threading.active_count())


if __name__ == "__main__":
    main()
