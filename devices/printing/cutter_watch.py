"""Counts the cutter's jams: one that jams again and again needs a person before it prints on.

A cutter that frees itself at the first attempt is not counted: see `delivery`.
"""

from devices.printing.note import Note
from devices.printing.status import Status
from kiosk.ports import Clock

JAMS_MOST = 2
WITHIN_SECONDS = 3600.0


class CutterWatch:
    """Gives a printer up at its second jam within an hour, until somebody opens it or switches it off."""

    def __init__(self, clock: Clock, note: Note) -> None:
        self._clock = clock
        self._note = note
        self._jams: list[float] = []
        self._jammed = False
        self.given_up = False

    def look(self, status: Status) -> None:
        """Take note of what the sensors tell now."""
        if status.cover_open:
            self.begin()
        elif status.cutter and not self._jammed:
            now = self._clock.monotonic()
            self._jams = [jam for jam in self._jams if now - jam < WITHIN_SECONDS] + [now]
            if len(self._jams) >= JAMS_MOST and not self.given_up:
                self.given_up = True
                self._note("printer.given-up", jams=len(self._jams))
        self._jammed = status.cutter

    def begin(self) -> None:
        """Somebody was there: what was before does not count."""
        self._jams = []
        self.given_up = False
