"""Counts bytes that mean nothing: a line at the wrong speed sends them, or a second talker on it."""

from devices.printing.note import Note
from kiosk.ports import Clock

BYTES_MOST = 50
WITHIN_SECONDS = 60.0


class NoiseWatch:
    """Tells staff once that a printer sends more noise than a minute may bring, until a quiet minute."""

    def __init__(self, clock: Clock, note: Note) -> None:
        self._clock = clock
        self._note = note
        self._begun = clock.monotonic()
        self._heard = 0
        self._told = False

    def hear(self, garbled: int) -> None:
        """So many bytes meant nothing since the last call."""
        if self._clock.monotonic() - self._begun >= WITHIN_SECONDS:
            self._told &= self._heard > BYTES_MOST
            self._begun, self._heard = self._clock.monotonic(), 0
        self._heard += garbled
        if self._heard > BYTES_MOST and not self._told:
            self._told = True
            self._note("printer.garbled", bytes=self._heard)
