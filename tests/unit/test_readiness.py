"""What a kiosk is ready for: every part told, and only ledger and catalogue gate service."""

from dataclasses import replace
from itertools import product

import pytest

from kiosk.domain.devices import CameraState, PrinterState, ScannerState
from kiosk.domain.readiness import (
    REQUIRED,
    Application,
    Component,
    Part,
    Readiness,
    Reason,
    Signs,
    application,
    components,
)
from kiosk.domain.staff import TECHNICIAN
from kiosk.domain.states import Attending, Closed, Idle
from tests import samples

WELL = Signs(
    ledger=True,
    catalogue=True,
    online=True,
    clock=True,
    slot=True,
    printer=PrinterState.READY,
    camera=CameraState.READY,
    scanner=ScannerState.READY,
)


def told(signs: Signs, part: Part) -> tuple[Readiness, Reason]:
    """How one part is."""
    (found,) = (one for one in components(signs) if one.part is part)
    return found.readiness, found.reason


def test_a_kiosk_whose_parts_are_well_has_every_part_ready() -> None:
    found = components(WELL)

    assert {one.part for one in found} == set(Part)
    assert {(one.readiness, one.reason) for one in found} == {(Readiness.READY, Reason.OK)}


def test_what_a_kiosk_has_not_is_not_told_of() -> None:
    found = components(replace(WELL, printer=None, camera=None, scanner=None))

    assert {one.part for one in found} == set(Part) - {Part.PRINTER, Part.CAMERA, Part.SCANNER}


@pytest.mark.parametrize("state", PrinterState)
def test_a_printer_that_cannot_print_is_never_ready(state: PrinterState) -> None:
    readiness, reason = told(replace(WELL, printer=state), Part.PRINTER)

    assert (readiness is Readiness.READY) <= state.can_print
    assert (reason is Reason.OK) == (state is PrinterState.READY)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (PrinterState.PAPER_OUT, (Readiness.UNAVAILABLE, Reason.CONSUMABLES_OUT)),
        (PrinterState.HOT, (Readiness.BUSY, Reason.OVERHEATED)),
        (PrinterState.PAPER_LOW, (Readiness.READY, Reason.CONSUMABLES_LOW)),
    ],
)
def test_what_ends_by_itself_is_busy_and_what_needs_somebody_is_unavailable(
    state: PrinterState, expected: tuple[Readiness, Reason]
) -> None:
    assert told(replace(WELL, printer=state), Part.PRINTER) == expected


def test_a_printer_that_prints_is_busy_unless_something_keeps_it_from_printing() -> None:
    printing = replace(WELL, printing=True)

    assert told(printing, Part.PRINTER) == (Readiness.BUSY, Reason.WORKING)
    assert told(replace(printing, printer=PrinterState.JAM), Part.PRINTER) == (
        *(Readiness.UNAVAILABLE, Reason.MEDIA_JAMMED),
    )


@pytest.mark.parametrize("state", CameraState)
def test_every_state_of_a_camera_has_its_reason(state: CameraState) -> None:
    assert (told(replace(WELL, camera=state), Part.CAMERA) == (Readiness.READY, Reason.OK)) == (
        state is CameraState.READY
    )


@pytest.mark.parametrize("state", ScannerState)
def test_every_state_of_a_hand_scanner_has_its_reason(state: ScannerState) -> None:
    assert (told(replace(WELL, scanner=state), Part.SCANNER) == (Readiness.READY, Reason.OK)) == (
        state is ScannerState.READY
    )


@pytest.mark.parametrize(("online", "clock", "slot"), [*product((True, False), repeat=3)])
def test_numbers_come_from_central_or_from_the_kiosk_itself(
    online: bool, clock: bool, slot: bool
) -> None:
    readiness, reason = told(replace(WELL, online=online, clock=clock, slot=slot), Part.NUMBERS)

    assert (readiness is Readiness.READY) == (online or (clock and slot))
    assert (reason is Reason.OWN_SERIES) == (not online and clock and slot)


# --- the kiosk as a whole ---------------------------------------------------------------------


@pytest.mark.parametrize("part", Part)
def test_only_ledger_and_catalogue_gate_service(part: Part) -> None:
    found = [
        replace(one, readiness=Readiness.UNAVAILABLE) if one.part is part else one
        for one in components(WELL)
    ]

    gated = application(found, Idle()) is Application.UNAVAILABLE

    assert gated == (part in REQUIRED) == (part in (Part.LEDGER, Part.CATALOGUE))


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (None, Application.INITIALIZE),
        (Idle(), Application.AVAILABLE),
        (Closed(TECHNICIAN), Application.DISABLED),
        (Closed("catalogue"), Application.UNAVAILABLE),
        *((one, Application.ACTIVE) for one in samples.screens()[:3]),
    ],
)
def test_the_session_says_what_the_kiosk_is_in(
    state: Idle | Closed | None, expected: Application
) -> None:
    assert application(components(WELL), state) is expected


def test_every_state_of_a_session_has_its_application_state() -> None:
    found = {type(one): application(components(WELL), one) for one in samples.states()}

    for state, told_of in found.items():
        if state is Attending:
            assert told_of is Application.SUSPENDED
        elif state not in (Idle, Closed):
            assert told_of is Application.ACTIVE


def test_a_busy_part_gates_nothing() -> None:
    busy = [Component(part, Readiness.BUSY, Reason.STARTING) for part in Part]

    assert application(busy, Idle()) is Application.AVAILABLE
