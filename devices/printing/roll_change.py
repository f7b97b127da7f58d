"""A new roll, step by step: what a technician does is watched by the printer's own sensors.

Nothing is taken on trust: a step ends when the printer says so, and the end is a strip that it proved to
have printed and cut.
"""

from collections.abc import Callable
from enum import StrEnum

from devices.printing.composer import JobBytes, Marks
from devices.printing.delivery import Delivery, End
from devices.printing.dialogue import Dialogue
from devices.printing.handshake import Facts, introduce
from devices.printing.pacing import Pacing
from devices.printing.transport import CALL_SECONDS_MOST
from kiosk.ports import Clock

PATIENCE_SECONDS = 600.0
Strip = Callable[[Facts, Marks], JobBytes]
"""Makes the strip that tries the new roll."""


class RollStep(StrEnum):
    """What a technician is told."""

    OPEN = "open"
    LOAD = "load"
    CLOSE = "close"
    MISSING = "missing"
    """The cover is closed, and there is still no paper."""
    TEST = "test"
    DONE = "done"
    FAILED = "failed"
    LATE = "late"


class RollChange:
    """Leads through one change on a printer that answers. Raises LinkLost."""

    def __init__(
        self,
        dialogue: Dialogue,
        clock: Clock,
        pacing: Pacing,
        strip: Strip,
        tell: Callable[[RollStep], None],
    ) -> None:
        self._dialogue = dialogue
        self._clock = clock
        self._pacing = pacing
        self._strip = strip
        self._tell = tell
        self._end = clock.monotonic() + PATIENCE_SECONDS

    def run(self, *, clears: bool) -> Facts | None:
        """Lead through it; what the printer can prove, or None where it was not finished."""
        self._tell(RollStep.OPEN)
        if not self._opened() or not self._loaded():
            self._tell(RollStep.LATE)
            return None
        self._tell(RollStep.TEST)
        facts = introduce(self._dialogue, self._pacing, clears=clears)
        if facts is None or not self._tried(facts):
            self._tell(RollStep.FAILED)
            return None
        self._tell(RollStep.DONE)
        return facts

    def _opened(self) -> bool:
        """Wait for the cover; one without a sensor shows by paper that comes or goes."""
        was_empty = self._empty
        while not self._open and self._empty is was_empty:
            if self._clock.monotonic() >= self._end:
                return False
            self._listen()
        return True

    def _loaded(self) -> bool:
        """Wait for paper below a closed cover, and say at each change what is to do."""
        told, was_empty = None, False
        while self._open or self._empty:
            if self._clock.monotonic() >= self._end:
                return False
            was_empty |= self._empty
            step = self._next_step(was_empty=was_empty)
            if step is not told:
                self._tell(step)
            told = step
            self._listen()
        return True

    def _next_step(self, *, was_empty: bool) -> RollStep:
        """Whether paper in an open printer is the old or the new one shows only once it was away."""
        if self._open and not self._empty and was_empty:
            return RollStep.CLOSE
        return RollStep.MISSING if self._empty and not self._open else RollStep.LOAD

    def _tried(self, facts: Facts) -> bool:
        marks = Marks(b"PROL", b"CROL")
        delivery = Delivery(
            self._dialogue, self._clock, self._pacing, facts, lambda _: None, lambda: None
        )
        return delivery.run(self._strip(facts, marks), marks) is End.CUT

    # --- sensors ---

    @property
    def _open(self) -> bool:
        return self._dialogue.status.cover_open

    @property
    def _empty(self) -> bool:
        return self._dialogue.status.paper_end

    def _listen(self) -> None:
        self._dialogue.listen(CALL_SECONDS_MOST)
        self._dialogue.beat()
