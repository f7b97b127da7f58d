"""What only paper and a clock tell of a printer: a strip to be measured, and how late its answers are.

The strip has three bars as wide as the head with a gap below each of the first two, as high one as the
other: the first is fed in units of one dot (GS P, ESC J), the second is printed as blank rows. Below
stands a short bar, in the middle where pictures are centred.
"""

from dataclasses import dataclass

import numpy as np

from devices.printing import commands
from devices.printing.composer import Level, Marks
from devices.printing.dialogue import Dialogue
from devices.printing.handshake import Facts, read_counter
from devices.printing.measures import DOTS_PER_MM
from devices.printing.pacing import Pacing
from devices.printing.raster import Dots, bands

GAP_MM = 20
GAP_ROWS = GAP_MM * DOTS_PER_MM
BAR_ROWS = DOTS_PER_MM
MARKS = Marks(b"PPRB", b"CPRB")


@dataclass(frozen=True, slots=True)
class CutTimes:
    """What was seen around one cut; None where this printer does not tell.

    `behind`: seconds from the mark behind the last row to the one behind the cut. `moved`: by how much
    the cutter counter moved, and `counted`: seconds after the cut until it did.
    """

    behind: float | None
    moved: int | None
    counted: float


def strip(width_dots: int) -> bytes:
    """The strip's bytes, without its cut."""
    bar = np.ones((BAR_ROWS, width_dots), np.bool_)
    short, blank = np.zeros_like(bar), np.zeros((GAP_ROWS, width_dots), np.bool_)
    short[:, width_dots * 3 // 8 : width_dots * 5 // 8] = True
    head = commands.KANJI_OFF + commands.INITIALISE + commands.MOTION_UNIT_DOTS + commands.CENTRED
    return b"".join(
        (
            head,
            _printed(bar),
            commands.feed(GAP_ROWS),
            _printed(bar),
            _printed(blank),
            _printed(bar),
            _printed(short),
        )
    )


def _printed(dots: Dots) -> bytes:
    return b"".join(bands(dots, feeds=False))


def cut_strip(dialogue: Dialogue, facts: Facts, width_dots: int, pacing: Pacing) -> CutTimes:
    """Print the strip and cut it off. Raises LinkLost."""
    before = read_counter(dialogue, facts)
    proves = facts.level is Level.PROCESS_ID
    dialogue.marks.clear()
    dialogue.write(strip(width_dots) + (commands.mark(MARKS.printed) if proves else b""))
    dialogue.write(commands.FEED_TO_CUTTER_AND_CUT)
    behind = None
    if proves:
        dialogue.write(commands.mark(MARKS.cut))
        behind = _seconds_between_marks(dialogue, pacing)
    else:
        dialogue.listen_until(lambda: False, 2 * pacing.answer)
    begun = dialogue.now
    if before is None or before.cuts is None:
        return CutTimes(behind, None, 0.0)
    moved = None
    while not moved and dialogue.now - begun <= 2 * pacing.answer:
        after = read_counter(dialogue, facts)
        if after is None or after.cuts is None:
            return CutTimes(behind, None, 0.0)
        moved = after.cuts - before.cuts
    return CutTimes(behind, moved, dialogue.now - begun)


def _seconds_between_marks(dialogue: Dialogue, pacing: Pacing) -> float | None:
    if not dialogue.listen_until(lambda: MARKS.printed in dialogue.marks, pacing.marker):
        return None
    printed = dialogue.now
    came = dialogue.listen_until(lambda: MARKS.cut in dialogue.marks, pacing.marker)
    return dialogue.now - printed if came else None
