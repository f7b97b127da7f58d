"""A hand scanner on a wire, beside the camera or instead of it: opened, lost and found again.

One thread of its own waits for it. What it reads is told as the camera's codes are, each once, and
again only after three seconds without it; while no code is wanted, what comes is thrown away.
"""

import hashlib
import secrets
import select
import threading
import traceback
from collections.abc import Callable

from devices.bell import Bell
from devices.guard import keep_running
from devices.scanner_hidpos import HidPosWire
from devices.scanner_keys import KEY_ENTER, KEY_KPENTER, KEY_TAB, KeyboardWire
from devices.scanner_serial import SerialWire
from devices.scanner_wire import NotAScanner, OpenWire, Wire
from devices.uevents import NetlinkUevents, Uevents
from kiosk.domain.devices import ScanMode, ScannerState
from kiosk.ports import Clock, WiredScannerListener

SAME_CODE_SECONDS = 3.0
REST_SECONDS = (0.5, 1.0, 2.0, 5.0)
"""Between tries to open what is not there; a device that comes ends a rest."""
CLOSE_SECONDS = 2.0
SUFFIXES = {"cr": b"\r", "lf": b"\n", "crlf": b"\r\n", "tab": b"\t", "none": b""}
_ENTER = (KEY_ENTER, KEY_KPENTER)
KEYS = {"cr": _ENTER, "lf": _ENTER, "crlf": _ENTER, "tab": (KEY_TAB,), "none": ()}
_GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL


def opener(kind: str, device: str, *, baud: int, suffix: str) -> OpenWire:
    """How to open the scanner that the settings name."""
    match kind:
        case "keyboard":
            return lambda: KeyboardWire(device, KEYS[suffix])
        case "hid-pos":
            return lambda: HidPosWire(device, SUFFIXES[suffix])
        case _:
            return lambda: SerialWire(device, baud, SUFFIXES[suffix])


def kernel_uevents() -> Uevents | None:
    """What the kernel tells of devices; None where it may not be heard (a sandbox)."""
    try:
        return NetlinkUevents()
    except OSError:
        return None


class Repeats:
    """Tells a code that is still held there from one that comes; keeps a keyed hash of it only."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._mark = b""
        self._read_at = 0.0

    def is_new(self, content: bytes, now: float) -> bool:
        """True for another code than the last, or the same after three seconds without it."""
        mark = hashlib.blake2b(content, key=self._key, digest_size=16).digest()
        again = mark == self._mark and now - self._read_at < SAME_CODE_SECONDS
        self._mark, self._read_at = mark, now
        return not again


class WiredScanner:
    """Implements Scanner on a wire.

    The listener is called from a thread, and not after `close` has returned. `note` writes one log
    line; it is called from that thread too.
    """

    def __init__(
        self,
        open_wire: OpenWire,
        clock: Clock,
        listener: WiredScannerListener,
        *,
        uevents: Callable[[], Uevents | None] = kernel_uevents,
        note: Callable[..., None] = lambda *_, **__: None,
    ) -> None:
        self._open_wire = open_wire
        self._clock = clock
        self._listener = listener
        self._make_uevents = uevents
        self._note = note
        self._repeats = Repeats()
        self._mode = ScanMode.OFF
        self._state = ScannerState.STARTING
        self._refusal = ""
        self._stopping = False
        self._bell = Bell()
        self._thread = threading.Thread(target=self._run, name="scanner-wired", daemon=True)

    def start(self) -> None:
        """Open the scanner and keep it open; returns at once."""
        self._thread.start()

    def set_mode(self, mode: ScanMode) -> None:
        """Say whether codes are wanted; returns at once."""
        self._mode = mode

    def close(self) -> None:
        """Let go of the scanner within two seconds."""
        self._stopping = True
        self._bell.ring()
        if self._thread.is_alive():
            self._thread.join(CLOSE_SECONDS)
        self._bell.close()

    # --- the thread ---

    def _run(self) -> None:
        keep_running(self._watch, self._rest, self._failed, self._clock)

    def _failed(self, error: Exception) -> None:
        # Where it failed and not what it said: an error's words may hold somebody's code.
        place = "".join(traceback.format_tb(error.__traceback__))
        self._note("scanner.failed", part="wired", error=type(error).__name__, place=place)

    def _rest(self, seconds: float) -> bool:
        """Wait so long; True when stopped."""
        self._wait(seconds, None, None)
        return self._stopping

    def _watch(self) -> None:
        uevents = self._make_uevents()
        try:
            tries = 0
            while not self._stopping:
                wire = self._opened()
                if wire is not None:
                    tries = 0
                    self._use(wire)
                if not self._stopping:
                    self._wait(REST_SECONDS[min(tries, len(REST_SECONDS) - 1)], None, uevents)
                    tries += 1
        finally:
            if uevents is not None:
                uevents.close()

    def _use(self, wire: Wire) -> None:
        try:
            self._listen(wire)
        finally:
            wire.close()
        if not self._stopping:
            self._become(ScannerState.MISSING)

    def _opened(self) -> Wire | None:
        try:
            wire = self._open_wire()
        except FileNotFoundError:
            self._become(ScannerState.MISSING)
            return None
        except (OSError, NotAScanner) as error:
            self._become(ScannerState.MISSING)
            self._refuse(getattr(error, "strerror", None) or str(error))
            return None
        self._refusal = ""
        self._become(ScannerState.READY)
        return wire

    def _refuse(self, reason: str) -> None:
        """Staff are told of a reason once, until the scanner opens."""
        if reason != self._refusal:
            self._refusal = reason
            self._note("scanner.refused", reason=reason)

    def _become(self, state: ScannerState) -> None:
        if state is not self._state:
            self._state = state
            self._listener.scanner_changed(state)

    def _listen(self, wire: Wire) -> None:
        """Take codes until the scanner is gone, or we are stopped."""
        while not self._stopping:
            events = self._wait(wire.rest(self._clock.monotonic()), wire, None)
            now = self._clock.monotonic()
            try:
                codes = wire.read(now) if events & select.POLLIN else wire.quiet(now)
            except OSError:
                return
            for code in codes:
                self._take(code, now)
            if events & _GONE:
                return

    def _take(self, code: bytes, now: float) -> None:
        if self._mode is not ScanMode.OFF and self._repeats.is_new(code, now):
            self._listener.code_read(code)

    def _wait(self, seconds: float | None, wire: Wire | None, uevents: Uevents | None) -> int:
        """Wait for the bell, a device that comes, or the scanner; what happened at the scanner."""
        poll = select.poll()
        poll.register(self._bell, select.POLLIN)
        for source in (wire, uevents):
            if source is not None:
                poll.register(source, select.POLLIN)
        deadline = None if seconds is None else self._clock.monotonic() + seconds
        while True:
            left = None if deadline is None else max(0.0, deadline - self._clock.monotonic())
            found = dict(poll.poll(None if left is None else left * 1000))
            if self._bell.fileno() in found:
                self._bell.hush()
                return 0
            if wire is not None and wire.fileno() in found:
                return found[wire.fileno()]
            if uevents is not None and uevents.fileno() in found:
                if any(event.action == "add" for event in uevents.read()):
                    return 0
                continue
            return 0
