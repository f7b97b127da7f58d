"""Status bits mean what the manuals say, in DLE EOT and in automatic status alike."""

from itertools import product

import pytest

from devices.printing.status import OUTCOMES, Status, status_of
from devices.simulated.printer_engine import Fault, PrinterEngine
from devices.simulated.printer_profiles import EPSON_T88
from devices.simulated.printer_tray import Tray
from kiosk.domain.devices import PrinterState


def polled(*values: int) -> Status:
    """The status that four answers make."""
    status = Status()
    for kind, value in enumerate(values, 1):
        status = status.answered(kind, value)
    return status


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ((0x12, 0x12, 0x12, 0x12), PrinterState.READY),
        ((0x12, 0x12, 0x12, 0x1E), PrinterState.PAPER_LOW),
        ((0x12, 0x12, 0x12, 0x16), PrinterState.READY),
        ((0x1A, 0x32, 0x12, 0x7E), PrinterState.PAPER_OUT),
        ((0x12, 0x12, 0x12, 0x72), PrinterState.PAPER_OUT),
        ((0x12, 0x12, 0x12, 0x52), PrinterState.READY),
        ((0x1A, 0x16, 0x12, 0x12), PrinterState.COVER_OPEN),
        ((0x1A, 0x52, 0x1A, 0x12), PrinterState.JAM),
        ((0x1A, 0x52, 0x52, 0x12), PrinterState.HOT),
        ((0x1A, 0x52, 0x32, 0x12), PrinterState.BROKEN),
        ((0x1A, 0x12, 0x12, 0x12), PrinterState.UNKNOWN),
    ],
)
def test_four_answers_make_a_state(answers: tuple[int, ...], state: PrinterState) -> None:
    assert polled(*answers).state() is state


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ("10 00 00 0f", PrinterState.READY),
        ("14 00 00 0f", PrinterState.READY),
        ("10 00 03 0f", PrinterState.PAPER_LOW),
        ("18 00 0c 0f", PrinterState.PAPER_OUT),
        ("38 00 00 0f", PrinterState.COVER_OPEN),
        ("18 08 00 0f", PrinterState.JAM),
        ("18 40 00 0f", PrinterState.HOT),
        ("18 20 00 0f", PrinterState.BROKEN),
        ("38 20 0c 0f", PrinterState.BROKEN),
    ],
)
def test_automatic_status_makes_a_state(values: str, state: PrinterState) -> None:
    assert status_of(bytes.fromhex(values)).state() is state


def test_both_ways_of_asking_agree_on_a_printer_in_any_trouble() -> None:
    pairs = ((Fault.COVER_OPEN,), (Fault.PAPER_OUT,), (Fault.NEAR_END,), (Fault.HOT,), ())
    for faults in product(pairs, repeat=3):
        engine = PrinterEngine(EPSON_T88, 576, 250.0, Tray(576))
        for fault in (single for pair in faults for single in pair):
            engine.apply(fault)

        asked = polled(*(engine.status(kind) for kind in (1, 2, 3, 4)))

        assert asked == status_of(engine.auto_status())


def test_every_state_that_prints_nothing_has_words_for_the_citizen() -> None:
    silent = {state for state in PrinterState if not state.can_print}

    assert silent <= set(OUTCOMES)
