"""Camera and hand scanner: where codes are held to, and what is said when one of them is gone."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain import events as on
from kiosk.domain.devices import CameraState, ScannerState
from kiosk.domain.effects import CallStaff, StaffReason
from kiosk.domain.session import step
from kiosk.domain.states import CheckingIn, FindingUnit, Identifying, Idle, State
from tests import samples
from tests.ui.visiting import LANGUAGES
from ui.views.drawing import Drawing, Moment, Place
from ui.views.screens import screen_and_view

NO_CAMERA = CameraState.MISSING
NONE, READY, MISSING = ScannerState.NONE, ScannerState.READY, ScannerState.MISSING


def shown(
    state: State,
    camera: CameraState = CameraState.READY,
    scanner: ScannerState = NONE,
) -> dict[str, Any]:  # Any: what QML is given
    """What a screen shows with these devices; the scanner hangs at the right."""
    drawing = Drawing(
        state=state,
        hall=replace(samples.hall(), camera=camera, scanner=scanner),
        words=LANGUAGES["id"],
        languages=LANGUAGES,
        place=Place("A-01", "Kabupaten Cirebon", "above", "below", "right"),
        moment=Moment(),
    )
    return screen_and_view(drawing)[1]


def test_without_a_hand_scanner_nothing_is_said_of_one() -> None:
    view = shown(Identifying(samples.visit()))

    assert (view["camera"], view["drawn"], view["error"]) == (True, False, None)
    assert view["steps"][-1] == "Dekatkan HP ke kamera di atas layar."


def test_a_hand_scanner_is_where_codes_are_held_to() -> None:
    view = shown(Identifying(samples.visit()), scanner=READY)

    assert view["steps"][-1] == "Dekatkan HP ke pemindai di sebelah kanan."
    assert shown(Idle(), scanner=READY)["arrow"] == "right"
    assert (view["camera"], view["drawn"]) == (True, False)


def test_a_hand_scanner_alone_is_drawn() -> None:
    for state in (
        Identifying(samples.visit()),
        CheckingIn(samples.visit()),
        FindingUnit(samples.visit()),
    ):
        view = shown(state, NO_CAMERA, READY)
        assert (view["camera"], view["drawn"], view["error"]) == (True, True, None)


def test_the_camera_serves_when_the_hand_scanner_is_gone() -> None:
    view = shown(Identifying(samples.visit()), scanner=MISSING)

    assert view["error"] == {
        "key": "scanner",
        "title": "Pemindai tidak menyala",
        "text": "Gunakan kamera, atau lanjutkan tanpa IKD.",
    }
    assert view["camera"]
    assert shown(Idle(), scanner=MISSING)["arrow"] == "up"


def test_with_both_gone_nobody_is_sent_to_the_camera() -> None:
    view = shown(Identifying(samples.visit()), NO_CAMERA, MISSING)

    assert not view["camera"]
    assert view["error"]["key"] == "scanner"
    assert view["error"]["title"] == "Pemindai tidak menyala"
    assert "kamera" not in view["error"]["text"]


@pytest.mark.parametrize(
    ("camera", "scanner", "called"),
    [
        (NO_CAMERA, NONE, True),
        (NO_CAMERA, MISSING, True),
        (CameraState.STALLED, MISSING, True),
        (NO_CAMERA, READY, False),
        (CameraState.READY, MISSING, False),
    ],
)
def test_staff_are_told_when_nothing_reads_codes(
    camera: CameraState, scanner: ScannerState, called: bool
) -> None:
    hall = replace(samples.hall(), camera=camera, scanner=scanner)

    answer = step(Idle(), on.TakeWanted(), hall)

    assert (CallStaff(StaffReason.HELP) in answer.effects) is called
