"""The kiosk's camera scanner: it owns the threads that grab, decode and show, and ends them."""

import threading
import traceback
from collections.abc import Callable, Sequence
from functools import partial

from devices import vision
from devices.camera import Grabber, NewestFrame, source_of
from devices.decoder import Decoder
from devices.guard import keep_running
from devices.vision import Optics
from devices.zbar_reader import WORKER, ZbarReader
from kiosk.domain.devices import ScanMode
from kiosk.ports import Clock, PreviewFrame, ScannerListener

PREVIEW_SECONDS = 1 / 15
STILL_PREVIEW_SECONDS = 1 / 5
"""While nothing moves: pictures cost most of what the scanner takes then."""
SIGHT_EVERY = 4
"""Pictures from one that is judged to the next."""
FRAME_WAIT_SECONDS = 0.5
CLOSE_SECONDS = 2.8


class Preview:
    """Makes pictures for the screen while somebody looks at it; `run` is the body of a thread."""

    def __init__(
        self,
        newest: NewestFrame,
        clock: Clock,
        listener: ScannerListener,
        failed: Callable[[Exception], None],
        lively: Callable[[], bool],
    ) -> None:
        self._newest = newest
        self._clock = clock
        self._listener = listener
        self._failed = failed
        self._lively = lively
        self._changed = threading.Condition()
        self._shown = False
        self._stopping = False
        self._turn = 0

    def show(self, *, shown: bool) -> None:
        """Begin or end to make pictures; returns at once."""
        with self._changed:
            self._shown = shown
            self._changed.notify_all()

    def stop(self) -> None:
        """Make `run` return."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()

    def run(self) -> None:
        """Hand out the newest picture, 15 a second while something moves, until stopped."""
        keep_running(self._show, self._rest, self._failed, self._clock)

    def _show(self) -> None:
        number = 0
        while self._wanted():
            began = self._clock.monotonic()
            frame = self._newest.newer_than(number, FRAME_WAIT_SECONDS)
            if frame is not None:
                number = frame.number
                self._hand_out(frame.packet)
            period = PREVIEW_SECONDS if self._lively() else STILL_PREVIEW_SECONDS
            self._rest(began + period - self._clock.monotonic())

    def _wanted(self) -> bool:
        """Wait until pictures are wanted; False when stopped."""
        with self._changed:
            self._changed.wait_for(lambda: self._shown or self._stopping)
            return not self._stopping

    def _hand_out(self, packet: vision.Packet) -> None:
        picture = vision.preview(packet)
        if picture is not None and self._shown:
            height, width = picture.shape[:2]
            self._turn = (self._turn + 1) % SIGHT_EVERY
            sight = vision.sight(picture) if self._turn == 1 else None
            self._listener.frame_ready(PreviewFrame(width, height, picture.tobytes(), sight))

    def _rest(self, seconds: float) -> bool:
        """Wait so long; True when stopped."""
        with self._changed:
            return self._changed.wait_for(lambda: self._stopping, max(0.0, seconds))


class CameraScanner:
    """Reads codes from a camera, on three threads and with one helper process.

    The listener is called from those threads, and not after `close` has returned. `note` writes
    one log line, an event name and its fields; it is called from those threads too.
    """

    def __init__(
        self,
        source_spec: str,
        clock: Clock,
        listener: ScannerListener,
        zbar_command: Sequence[str] = WORKER,
        *,
        optics: Optics = vision.USUAL,
        note: Callable[..., None] = lambda *_, **__: None,
    ) -> None:
        source = source_of(source_spec, clock, optics)
        self._clock = clock
        self._note = note
        self._newest = NewestFrame()
        self._second = ZbarReader(clock, zbar_command)
        self._grabber = Grabber(
            source,
            clock,
            self._newest,
            listener.camera_changed,
            listener.filmed,
            self._bug("grabber"),
        )
        self._decoder = Decoder(self._newest, clock, self._second, listener, self._bug("decoder"))
        self._preview = Preview(
            self._newest, clock, listener, self._bug("preview"), lambda: self._decoder.lively
        )
        self._threads = [
            threading.Thread(target=run, name=name, daemon=True)
            for name, run in (
                ("scanner-grabber", self._grabber.run),
                ("scanner-decoder", self._decoder.run),
                ("scanner-preview", self._preview.run),
            )
        ]

    def _bug(self, part: str) -> Callable[[Exception], None]:
        return partial(self._failed, part)

    def _failed(self, part: str, error: Exception) -> None:
        # Where it failed and not what it said: an error's words may hold somebody's code.
        place = "".join(traceback.format_tb(error.__traceback__))
        self._note("scanner.failed", part=part, error=type(error).__name__, place=place)

    @property
    def helper_process_id(self) -> int | None:
        """The process of the second engine, for staff; None while there is none."""
        return self._second.process_id

    def start(self) -> None:
        """Open the camera and keep it open; returns at once."""
        for thread in self._threads:
            thread.start()

    def set_mode(self, mode: ScanMode) -> None:
        """Say how much to do; returns at once."""
        self._decoder.set_mode(mode)
        self._preview.show(shown=mode is ScanMode.PREVIEW)

    def close(self) -> None:
        """End threads and helper within three seconds, the camera's own read of 2 s being longest.

        A thread that hangs in a broken driver is left behind; it ends with the process.
        """
        self._grabber.stop()
        self._decoder.stop()
        self._preview.stop()
        self._newest.close()
        deadline = self._clock.monotonic() + CLOSE_SECONDS
        for thread in self._threads:
            if thread.is_alive():
                thread.join(max(0.0, deadline - self._clock.monotonic()))
        self._second.close()
