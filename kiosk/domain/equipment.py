"""Judges the equipment for the technician: which part is good, needs attention, is broken or absent."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.devices import CameraState, PrinterState, ScannerState, Sight
from kiosk.domain.hall import Hall
from kiosk.domain.staff import Equipment, Finding

PAPER_LOW_PERCENT = 15
WAITING_MANY = 500
OFFSET_MOST_SECONDS = 2.0
"""Identity codes live 90 seconds: a clock that is off by more refuses good ones."""
DISK_LOW_MB, DISK_FULL_MB = 2000, 500
WARM_CELSIUS, HOT_CELSIUS = 70, 85

_PRINTER = {
    PrinterState.UNKNOWN: Finding.ATTENTION,
    PrinterState.READY: Finding.GOOD,
    PrinterState.PAPER_LOW: Finding.ATTENTION,
    PrinterState.HOT: Finding.ATTENTION,
}
_CAMERA = {
    CameraState.READY: Finding.GOOD,
    CameraState.STARTING: Finding.ATTENTION,
    CameraState.OFF: Finding.ATTENTION,
}

_SCANNER = {
    ScannerState.READY: Finding.GOOD,
    ScannerState.STARTING: Finding.ATTENTION,
}


class Part(StrEnum):
    """A row of the panel."""

    PRINTER = "printer"
    SCANNER = "scanner"
    CAMERA = "camera"
    NETWORK = "net"
    TOUCH = "touch"
    CLOCK = "clock"
    DISK = "disk"
    HEAT = "temp"


@dataclass(frozen=True, slots=True)
class Judged:
    """A part and how it is."""

    part: Part
    finding: Finding


def judge(hall: Hall) -> tuple[Judged, ...]:
    """Every part this machine tells of, in the order of the panel."""
    found = hall.equipment
    judged = [Judged(Part.PRINTER, _printer(hall))]
    if hall.scanner is not ScannerState.NONE:
        judged.append(Judged(Part.SCANNER, _SCANNER.get(hall.scanner, Finding.BROKEN)))
    judged += [Judged(Part.CAMERA, _camera(hall)), Judged(Part.NETWORK, _network(hall))]
    if found.touch is not None:
        judged.append(Judged(Part.TOUCH, found.touch.finding))
    judged.append(Judged(Part.CLOCK, _clock(found)))
    if found.disk_free_mb is not None:
        judged.append(Judged(Part.DISK, _below(found.disk_free_mb, DISK_LOW_MB, DISK_FULL_MB)))
    if found.celsius is not None:
        judged.append(Judged(Part.HEAT, _below(-found.celsius, -WARM_CELSIUS, -HOT_CELSIUS)))
    return tuple(judged)


def _printer(hall: Hall) -> Finding:
    if not hall.equipment.has_printer:
        return Finding.ABSENT
    found = _PRINTER.get(hall.printer, Finding.BROKEN)
    percent = hall.equipment.paper_percent
    low = percent is not None and percent < PAPER_LOW_PERCENT
    return Finding.ATTENTION if low and found is Finding.GOOD else found


def _camera(hall: Hall) -> Finding:
    if not hall.equipment.has_camera:
        return Finding.ABSENT
    return _CAMERA.get(hall.camera, Finding.BROKEN)


def _network(hall: Hall) -> Finding:
    found = hall.equipment
    behind = found.quarantined > 0 or (found.waiting or 0) > WAITING_MANY
    return Finding.ATTENTION if behind or not hall.online else Finding.GOOD


def _clock(found: Equipment) -> Finding:
    if not found.clock_trusted:
        return Finding.BROKEN
    off = found.clock_offset is not None and abs(found.clock_offset) > OFFSET_MOST_SECONDS
    return Finding.ATTENTION if off else Finding.GOOD


def _below(value: float, low: float, lowest: float) -> Finding:
    if value <= lowest:
        return Finding.BROKEN
    return Finding.ATTENTION if value <= low else Finding.GOOD


# --- the camera's sight ---

SHARP_GOOD, SHARP_FAIR = 40, 15
LIGHT_GOOD, LIGHT_FAIR = (20, 75), (10, 90)


def judge_sharpness(sight: Sight) -> Finding:
    """With a code held before the camera: what is blurred by two pixels reads badly."""
    return _above(sight.sharpness, SHARP_GOOD, SHARP_FAIR)


def judge_light(sight: Sight) -> Finding:
    """Neither dark nor washed out."""
    if LIGHT_GOOD[0] <= sight.light <= LIGHT_GOOD[1]:
        return Finding.GOOD
    fair = LIGHT_FAIR[0] <= sight.light <= LIGHT_FAIR[1]
    return Finding.ATTENTION if fair else Finding.BROKEN


def _above(value: float, good: float, fair: float) -> Finding:
    if value >= good:
        return Finding.GOOD
    return Finding.ATTENTION if value >= fair else Finding.BROKEN
