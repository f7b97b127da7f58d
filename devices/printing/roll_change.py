"""A new roll, step by step: what a technician does is watched by the printer's own sensors.

Nothing is taken on trust: a step ends when the printer says so, and the end is a strip that it proved to
have printed and cut.
"""

from collections.abc import Callable

from devices.printing.composer import JobBytes, Marks
from devices.printing.delivery import Delivery, End
from devices.printing.dialogue import Dialogue
from devices.printing.handshake import Facts, introduce
from devices.printing.pacing import Pacing
from devices.printing.status import Status
from devices.printing.transport import CALL_SECONDS_MOST
from kiosk.domain.devices import RollStep
from kiosk.ports import Clock

PATIENCE_SECONDS = 600.0
Strip = Callable[[Facts, Marks], JobBytes]
"""Makes the strip that tries the new roll."""


class RollWatch:
    """Follows cover and paper through one change; `look` tells each step once, at last TEST.

    Whether paper in an open printer is the old or the new one shows only once it was away.
    """

    def __init__(self, tell: Callable[[RollStep], None]) -> None:
        self._tell = tell
        self._told: RollStep | None = None
        self._first_empty: bool | None = None
        self._begun = False
        self._was_empty = False

    @property
    def loaded(self) -> bool:
        """True once there is paper below a closed cover."""
        return self._told is RollStep.TEST

    def look(self, status: Status) -> None:
        """The sensors now."""
        step = RollStep.TEST if self.loaded else self._step(status)
        if step is not self._told:
            self._told = step
            self._tell(step)

    def _step(self, status: Status) -> RollStep:
        if self._first_empty is None:
            self._first_empty = status.paper_end
        # One without a sensor for its cover shows by paper that comes or goes.
        self._begun |= status.cover_open or status.paper_end is not self._first_empty
        if not self._begun:
            return RollStep.OPEN
        self._was_empty |= status.paper_end
        if not status.cover_open and not status.paper_end:
            return RollStep.TEST
        if status.cover_open and not status.paper_end and self._was_empty:
            return RollStep.CLOSE
        return RollStep.LOAD if status.cover_open else RollStep.MISSING


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
        watch = RollWatch(self._tell)
        while not watch.loaded:
            if self._clock.monotonic() >= self._end:
                self._tell(RollStep.LATE)
                return None
            watch.look(self._dialogue.status)
            if not watch.loaded:
                self._listen()
        facts = introduce(self._dialogue, self._pacing, clears=clears)
        if facts is None or not self._tried(facts):
            self._tell(RollStep.FAILED)
            return None
        self._tell(RollStep.DONE)
        return facts

    def _tried(self, facts: Facts) -> bool:
        marks = Marks(b"PROL", b"CROL")
        delivery = Delivery(
            self._dialogue, self._clock, self._pacing, facts, lambda _: None, lambda: None
        )
        return delivery.run(self._strip(facts, marks), marks) is End.CUT

    def _listen(self) -> None:
        self._dialogue.listen(CALL_SECONDS_MOST)
        self._dialogue.beat()
