"""The witness that is built in: a clock that is believed, and enough time since the start (N6 B)."""

import math

from kiosk.domain.trust import WitnessKind, quarantine_left
from kiosk.ports import Clock


class ClockWitness:
    """Implements Witness by the machine's clock; the ledger has nothing to note for it."""

    kind = WitnessKind.CLOCK

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def seconds_left(self) -> float:
        """The rest of the quarantine, where the clock is believed."""
        return quarantine_left(self._clock.since_start()) if self._clock.trusted() else math.inf

    def begin(self) -> str:
        """Nothing."""
        return ""

    def step(self, noted: str) -> str | None:
        """Nothing, as long as the clock is believed: somebody may have set it since the tap."""
        return noted if self.seconds_left() == 0 else None
