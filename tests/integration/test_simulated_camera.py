"""The simulated camera as a process of its own, read by the real scanner over OpenCV."""

import base64
import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from devices.clock import SystemClock
from devices.scanner import CameraScanner
from devices.simulated.control import ControlClient, ControlError
from kiosk.domain.devices import CameraState, ScanMode
from tests.scanning import PAYLOADS, Heard, Simulator, simulator

PROGRAM = """
import sys
from devices.simulated.camera import run
from kiosk.qr_symbols import qr_matrix_of_bytes
sys.exit(run(sys.argv[1:], qr_matrix_of_bytes))
"""
CODE = "IKDSIM1." + "c" * 165 + "." + "s" * 86
"""As long as a code of the sandbox."""

Scan = Callable[[ScanMode], Heard]


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulator]:
    control = tmp_path_factory.mktemp("camera") / "control"
    with simulator(PROGRAM, control, "--port", "0") as running:
        yield running


@pytest.fixture
def camera(simulated: Simulator) -> Iterator[ControlClient]:
    yield simulated.control
    simulated.control.ask("fault", what="replug")
    simulated.control.ask("fault", what="none")
    simulated.control.ask("hide")
    simulated.control.ask("wait", **{"for": "hidden"})


@pytest.fixture
def scan(simulated: Simulator) -> Iterator[Scan]:
    scanners: list[CameraScanner] = []

    def start(mode: ScanMode) -> Heard:
        heard = Heard()
        scanner = CameraScanner(str(simulated.ready["source"]), SystemClock(), heard)
        scanners.append(scanner)
        scanner.start()
        scanner.set_mode(mode)
        assert heard.until(lambda heard: CameraState.READY in heard.cameras)
        return heard

    yield start
    for scanner in scanners:
        scanner.close()


def _hold(camera: ControlClient, **what: object) -> None:
    camera.ask("show", **what)
    camera.ask("wait", **{"for": "held"})


def _put_away(camera: ControlClient) -> None:
    camera.ask("hide")
    camera.ask("wait", **{"for": "hidden"})


def _until_state(heard: Heard, state: CameraState) -> bool:
    return heard.until(lambda heard: heard.cameras[-1] is state)


def test_a_shown_code_is_told_once(camera: ControlClient, scan: Scan) -> None:
    heard = scan(ScanMode.PREVIEW)

    _hold(camera, text=CODE)
    assert heard.until_frames(10)

    assert heard.codes == [CODE.encode()]


def test_an_armed_scanner_wakes_when_a_code_is_brought(camera: ControlClient, scan: Scan) -> None:
    heard = scan(ScanMode.ARMED)

    camera.ask("show", text=CODE)

    assert heard.until(lambda heard: heard.codes == [CODE.encode()])


def test_a_code_that_was_away_is_told_again(camera: ControlClient, scan: Scan) -> None:
    heard = scan(ScanMode.PREVIEW)
    _hold(camera, text=CODE)
    assert heard.until(lambda heard: len(heard.codes) == 1)

    _put_away(camera)
    assert heard.until_frames(45)  # three seconds at 15 a second
    _hold(camera, text=CODE)

    assert heard.until(lambda heard: len(heard.codes) == 2)


def test_another_code_on_the_same_phone_is_told(camera: ControlClient, scan: Scan) -> None:
    heard = scan(ScanMode.PREVIEW)
    _hold(camera, text=CODE)
    assert heard.until(lambda heard: len(heard.codes) == 1)

    camera.ask("show", text="a fresh code")

    assert heard.until(lambda heard: heard.codes == [CODE.encode(), b"a fresh code"])


@pytest.mark.parametrize("kind", ["every byte", "utf-8"])
def test_bytes_come_through_as_they_are(camera: ControlClient, scan: Scan, kind: str) -> None:
    heard = scan(ScanMode.PREVIEW)

    camera.ask("show", base64=base64.b64encode(PAYLOADS[kind]).decode())

    assert heard.until(lambda heard: heard.codes == [PAYLOADS[kind]])


def test_a_code_on_paper_is_read(camera: ControlClient, scan: Scan) -> None:
    heard = scan(ScanMode.PREVIEW)

    camera.ask("show", text="https://mpp.example/t/" + "A" * 108, style="paper")

    assert heard.until(lambda heard: len(heard.codes) == 1)


def test_a_code_is_taken_away_by_itself(camera: ControlClient, scan: Scan) -> None:
    heard = scan(ScanMode.ARMED)

    camera.ask("show", text=CODE, seconds=1.0)
    camera.ask("wait", **{"for": "held"})
    camera.ask("wait", **{"for": "hidden"})

    assert heard.codes == [CODE.encode()]


def test_a_noisy_picture_is_read(camera: ControlClient, scan: Scan) -> None:
    heard = scan(ScanMode.PREVIEW)
    camera.ask("fault", what="noise")

    camera.ask("show", text=CODE)

    assert heard.until(lambda heard: heard.codes == [CODE.encode()])


@pytest.mark.parametrize("what", ["black", "blur"])
def test_a_spoilt_picture_is_not_read_until_it_is_mended(
    camera: ControlClient, scan: Scan, what: str
) -> None:
    heard = scan(ScanMode.PREVIEW)
    camera.ask("fault", what=what)
    _hold(camera, text=CODE)
    assert heard.until_frames(5)
    before = list(heard.codes)

    camera.ask("fault", what="none")

    assert heard.until(lambda heard: heard.codes == [CODE.encode()])
    assert before == []


def test_an_unplugged_camera_is_missing_and_comes_back(camera: ControlClient, scan: Scan) -> None:
    heard = scan(ScanMode.ARMED)

    camera.ask("fault", what="unplug")
    assert _until_state(heard, CameraState.MISSING)
    camera.ask("fault", what="replug")
    assert _until_state(heard, CameraState.READY)

    camera.ask("show", text=CODE)
    assert heard.until(lambda heard: heard.codes == [CODE.encode()])
    starting, ready, missing = CameraState.STARTING, CameraState.READY, CameraState.MISSING
    assert heard.cameras == [starting, ready, missing, ready]


def test_a_frozen_camera_has_stalled_and_comes_back(camera: ControlClient, scan: Scan) -> None:
    heard = scan(ScanMode.ARMED)

    camera.ask("fault", what="freeze")
    assert _until_state(heard, CameraState.STALLED)
    camera.ask("fault", what="none")

    assert _until_state(heard, CameraState.READY)


def test_several_may_watch(camera: ControlClient, scan: Scan) -> None:
    first, second = scan(ScanMode.PREVIEW), scan(ScanMode.PREVIEW)

    camera.ask("show", text=CODE)

    for heard in (first, second):
        assert heard.until(lambda heard: heard.codes == [CODE.encode()])


def test_a_killed_helper_loses_nothing(
    camera: ControlClient, scan: Scan, simulated: Simulator
) -> None:
    heard = Heard()
    scanner = CameraScanner(str(simulated.ready["source"]), SystemClock(), heard)
    scanner.start()
    scanner.set_mode(ScanMode.PREVIEW)
    assert heard.until_frames(1)
    helper = scanner.helper_process_id
    assert helper is not None
    os.kill(helper, signal.SIGKILL)

    camera.ask("show", text=CODE)

    assert heard.until(lambda heard: heard.codes == [CODE.encode()])
    scanner.close()


@pytest.mark.parametrize("what", ["freeze", "unplug", "none"])
def test_a_scanner_closes_whatever_the_camera_does(
    camera: ControlClient, simulated: Simulator, what: str
) -> None:
    before = set(threading.enumerate())
    heard = Heard()
    scanner = CameraScanner(str(simulated.ready["source"]), SystemClock(), heard)
    scanner.start()
    scanner.set_mode(ScanMode.PREVIEW)
    assert heard.until_frames(1)
    helper = scanner.helper_process_id
    camera.ask("fault", what=what)

    scanner.close()

    assert set(threading.enumerate()) == before
    assert helper is not None
    assert not psutil.pid_exists(helper)


# --- what it can be told ----------------------------------------------------------------------


def test_it_says_how_it_is(camera: ControlClient, scan: Scan) -> None:
    scan(ScanMode.ARMED)
    _hold(camera, text="hello")
    camera.ask("fault", what="blur")

    state = {"held": True, "hidden": False, "watched": True, "fault": "blur", "clients": 1}
    assert camera.ask("state") == state


REFUSED: list[tuple[str, dict[str, object]]] = [
    ("show", {}),
    ("show", {"text": 7}),
    ("show", {"base64": "*"}),
    ("show", {"text": "x" * 3000}),
    ("show", {"text": "x", "style": "stone"}),
    ("show", {"text": "x", "seconds": -1}),
    ("fault", {"what": "fire"}),
    ("wait", {"for": "godot"}),
    ("wait", {"for": "held", "seconds": 0.01}),
    ("dance", {}),
]


@pytest.mark.parametrize(("do", "arguments"), REFUSED)
def test_what_makes_no_sense_is_refused_with_a_reason(
    camera: ControlClient, do: str, arguments: dict[str, object]
) -> None:
    with pytest.raises(ControlError, match=do):
        camera.ask(do, **arguments)


def test_its_port_is_kept_while_it_is_unplugged(camera: ControlClient, tmp_path: Path) -> None:
    camera.ask("fault", what="unplug")

    assert camera.ask("state")["fault"] == "unplug"
    assert camera.ask("fault", what="unplug") == {}
    assert camera.ask("fault", what="replug") == {}
    assert camera.ask("fault", what="replug") == {}
