"""What the technician's probe prints can be measured, and its times are the printer's."""

from dataclasses import replace
from itertools import groupby

import numpy as np
import pytest

from devices.printing.dialogue import Dialogue
from devices.printing.handshake import greet, introduce
from devices.printing.pacing import Pacing
from devices.printing.probe import BAR_ROWS, GAP_ROWS, CutTimes, cut_strip
from devices.simulated.printer_engine import PrinterEngine
from devices.simulated.printer_link import VirtualLink, VirtualTime
from devices.simulated.printer_profiles import CLONE_BARRIER, EPSON_T88, Profile
from devices.simulated.printer_tray import Packed, Tray
from kiosk.qr_symbols import qr_matrix


def probed(profile: Profile) -> tuple[CutTimes, Packed]:
    """What was seen, and the strip."""
    time = VirtualTime()
    engine = PrinterEngine(profile, 576, 250.0, Tray(576, None), qr_matrix)
    dialogue = Dialogue(VirtualLink(engine, time), time, Pacing(), lambda: False)
    dialogue.connect()
    facts = introduce(dialogue, Pacing(), clears=greet(dialogue))
    assert facts is not None
    times = cut_strip(dialogue, facts, 576, Pacing())
    return times, engine.tray.strips[-1].rows


def heights(rows: Packed) -> list[tuple[bool, int]]:
    """Inked and blank parts of a strip from its first bar on, and how high each is."""
    runs = [(inked, len(list(run))) for inked, run in groupby(np.any(rows, axis=1).tolist())]
    first = next(place for place, (inked, _) in enumerate(runs) if inked)
    return runs[first : first + 5]


@pytest.mark.parametrize(("obeys", "upper"), [(True, GAP_ROWS), (False, GAP_ROWS // 2)])
def test_only_the_lower_gap_is_right_where_the_unit_of_motion_is_not_obeyed(
    *, obeys: bool, upper: int
) -> None:
    _, rows = probed(replace(EPSON_T88, motion_units=obeys))

    bar = (True, BAR_ROWS)
    assert heights(rows) == [bar, (False, upper), bar, (False, GAP_ROWS), (True, 2 * BAR_ROWS)]


def test_the_short_bar_stands_in_the_middle() -> None:
    _, rows = probed(EPSON_T88)

    inked = np.flatnonzero(np.unpackbits(rows, axis=1)[np.flatnonzero(np.any(rows, axis=1))[-1]])
    assert inked[0] == 575 - inked[-1] == 576 * 3 // 8


def test_a_cut_is_timed_where_it_is_proven_and_counted() -> None:
    times, _ = probed(EPSON_T88)

    assert times.moved == 1
    assert times.behind is not None
    assert times.behind > 0.1


def test_a_printer_that_counts_nothing_is_told_as_such() -> None:
    times, _ = probed(CLONE_BARRIER)

    assert (times.behind, times.moved) == (None, None)
