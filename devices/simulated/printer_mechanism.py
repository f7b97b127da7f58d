"""The moving parts of the simulated printer: paper, head, knife, cover, and the time they take.

Time is handed in; rows are dots of 203 dpi, so a millimetre is 8 rows.
"""

from dataclasses import dataclass

import numpy as np

from devices.simulated.printer_tray import Packed, Strip, StripState

ROWS_PER_MM = 8
ROLL_MM = 80_000
NEAR_END_MM = 3_000
CUT_SECONDS = 0.12
HEAD_TO_KNIFE_ROWS = 112
NEVER = float("inf")


@dataclass(slots=True)
class Work:
    """Something that moves: rows to burn (or to feed), or the knife."""

    rows: Packed | None
    done: int = 0


class Mechanism:
    """Burns rows while it can; what it cannot do now it keeps for later."""

    def __init__(self, width_dots: int, mm_per_second: float) -> None:
        self._row_bytes = width_dots // 8
        self.mm_per_second = mm_per_second
        self.paper_rows = ROLL_MM * ROWS_PER_MM
        self.low_announced = False
        self.cover_open = False
        self.knife_stuck = False
        self.knife_needs_hand = False
        self.hot = False
        self.broken = False
        self.powered = True
        self.cuts = 0
        self.rows_ever = 0
        self.row_fault: int | None = None
        self._time = 0.0
        self._work: Work | None = None
        self._strip: list[Packed] = []
        self.interrupted = False
        self.fallen: list[Strip] = []

    # --- sensors ---

    @property
    def paper_end(self) -> bool:
        """No paper under the head."""
        return self.paper_rows <= 0

    @property
    def near_end(self) -> bool:
        """Little paper on the roll."""
        return self.low_announced or self.paper_rows < NEAR_END_MM * ROWS_PER_MM

    @property
    def knife_error(self) -> bool:
        """The knife was used and did not move."""
        return self.knife_stuck and self._work is not None and self._work.rows is None

    @property
    def runs(self) -> bool:
        """True when nothing keeps the printer from going on."""
        stops = (self.cover_open, self.paper_end, self.knife_error, self.hot, self.broken)
        return self.powered and not any(stops)

    @property
    def busy(self) -> bool:
        """True while a piece of work is not finished."""
        return self._work is not None

    @property
    def hanging(self) -> Packed:
        """The rows of the strip that is still in the printer."""
        return np.concatenate([np.zeros((0, self._row_bytes), np.uint8), *self._strip])

    # --- work ---

    def burn(self, rows: Packed) -> None:
        """Begin to print rows as wide as the paper."""
        self._work = Work(rows)

    def feed(self, count: int) -> None:
        """Begin to move the paper."""
        self.burn(np.zeros((count, self._row_bytes), np.uint8))

    def cut(self) -> None:
        """Begin to move the knife."""
        self._work = Work(None)

    def drop_work(self) -> None:
        """Forget what was begun; rows already burned stay."""
        if self._work is not None or self._strip:
            self.interrupted = True
        self._work = None

    def tear(self) -> Strip | None:
        """Somebody tears off what hangs out."""
        return self._separate(StripState.TORN) if self._strip else None

    def wind(self, rows: int) -> None:
        """Somebody moves the paper with the feed button."""
        self._strip.append(np.zeros((rows, self._row_bytes), np.uint8))
        self.rows_ever += rows

    def refill(self) -> None:
        """A new roll; what hangs in the printer stays."""
        self.paper_rows = ROLL_MM * ROWS_PER_MM
        self.low_announced = False

    # --- time ---

    def rest(self, now: float) -> None:
        """Let time pass without work."""
        self._time = max(self._time, now)

    def advance(self, now: float) -> bool:
        """Work until `now`; True when the work at hand was finished before."""
        if self._work is None:
            return True
        if not self.runs:
            self.rest(now)
            return False
        if self._work.rows is None:
            return self._advance_knife(now)
        return self._advance_rows(self._work, self._work.rows, now)

    def due(self) -> float:
        """When something is going to happen; NEVER while nothing moves."""
        if self._work is None or not self.runs:
            return NEVER
        if self._work.rows is None:
            return self._time + CUT_SECONDS
        left = len(self._work.rows) - self._work.done
        return self._time + max(1, min(left, self._rows_possible())) / self._rate

    @property
    def _rate(self) -> float:
        return self.mm_per_second * ROWS_PER_MM

    def _rows_possible(self) -> int:
        if self.row_fault is None:
            return self.paper_rows
        return min(self.paper_rows, self.row_fault - self.rows_ever)

    def _advance_rows(self, work: Work, rows: Packed, now: float) -> bool:
        by_time = int((now - self._time) * self._rate + 1e-6)
        count = max(0, min(by_time, len(rows) - work.done, self._rows_possible()))
        self._strip.append(rows[work.done : work.done + count])
        self._time += count / self._rate
        work.done += count
        self.rows_ever += count
        self.paper_rows -= count
        if work.done < len(rows):
            return False
        self._work = None
        return True

    def _advance_knife(self, now: float) -> bool:
        if now - self._time < CUT_SECONDS - 1e-9:
            return False
        self._time += CUT_SECONDS
        self._work = None
        self.cuts += 1
        strip = self._separate(StripState.COMPLETE)
        if strip is not None:
            self.fallen.append(strip)
        return True

    def _separate(self, state: StripState) -> Strip | None:
        if not self._strip:
            return None
        rows = np.concatenate(self._strip)
        if state is StripState.COMPLETE and (self.interrupted or not rows.any()):
            state = StripState.CUT
        self._strip = []
        self.interrupted = False
        return Strip(rows, state)
