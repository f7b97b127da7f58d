"""What the technician's door and panel keep in the data folder, readable by the kiosk's user alone."""

import json
from datetime import datetime
from pathlib import Path

from kiosk.domain.staff import LOCKS, Finding, TouchTested, Tries
from kiosk.ports import KioskError
from kiosk.whole_file import SECRET, settle, write_whole

PIN, TRIES, CLOSED = "technician.pin", "technician.tries", "technician.closed"
TOUCH = "technician.touch"


class StaffFiles:
    """Each write is whole and on disk before it returns. All may raise KioskError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def pin(self) -> str | None:
        """What is kept of the PIN; None where none was set."""
        return self._read(PIN)

    def keep_pin(self, kept: str) -> None:
        """Set the PIN anew; the door is open for tries again."""
        self._write(PIN, kept)
        self.keep_tries(Tries())

    def tries(self, now: datetime) -> Tries:
        """The wrong PINs so far. A file that cannot be read counts as the longest lock."""
        text = self._read(TRIES)
        if text is None:
            return Tries()
        try:
            wrong, locks, until = json.loads(text)
            return Tries(int(wrong), int(locks), datetime.fromisoformat(until) if until else None)
        except (ValueError, TypeError):
            return Tries(0, len(LOCKS), now + LOCKS[-1])

    def keep_tries(self, tries: Tries) -> None:
        """Remember the wrong PINs."""
        until = tries.until.isoformat() if tries.until else None
        self._write(TRIES, json.dumps([tries.wrong, tries.locks, until]))

    def closed(self) -> bool:
        """True while staff have closed the kiosk."""
        return self._read(CLOSED) is not None

    def keep_closed(self, closed: bool) -> None:
        """Remember whether staff have closed the kiosk."""
        if closed:
            self._write(CLOSED, "")
            return
        try:
            (self._folder / CLOSED).unlink(missing_ok=True)
            settle(self._folder)
        except OSError as error:
            raise KioskError(f"{CLOSED}: {error.strerror}") from error

    def touch_tested(self) -> TouchTested | None:
        """The last test of the touch screen; None where none is known."""
        try:
            at, finding = json.loads(self._read(TOUCH) or "")
            return TouchTested(datetime.fromisoformat(at), Finding(finding))
        except (KioskError, ValueError, TypeError):
            return None

    def keep_touch_tested(self, tested: TouchTested) -> None:
        """Remember how the touch screen did."""
        self._write(TOUCH, json.dumps([tested.at.isoformat(), tested.finding]))

    def _read(self, name: str) -> str | None:
        try:
            return (self._folder / name).read_text("utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise KioskError(f"{name}: cannot be read") from error

    def _write(self, name: str, text: str) -> None:
        try:
            write_whole(self._folder / name, text.encode(), SECRET)
        except OSError as error:
            raise KioskError(f"{name}: {error.strerror}") from error
