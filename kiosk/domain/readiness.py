"""How ready the kiosk is to serve, in the manner of the common-use standard for airports (CUSS): each
component is READY, BUSY or UNAVAILABLE for a reason, and only those that service needs gate it.

A number is on the screen whether or not it prints, and what a camera reads can be typed: so only the
ledger and the catalogue are required. All else is told, and service goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.devices import CameraState, PrinterState, ScannerState
from kiosk.domain.staff import TECHNICIAN
from kiosk.domain.states import Attending, Closed, Idle, State


class Readiness(StrEnum):
    """What a component can do now. BUSY comes to its end by itself, UNAVAILABLE does not."""

    READY = "ready"
    BUSY = "busy"
    UNAVAILABLE = "unavailable"


class Reason(StrEnum):
    """Why a component is so."""

    OK = "ok"
    STARTING = "starting"
    WORKING = "working"
    CONSUMABLES_LOW = "consumables-low"
    CONSUMABLES_OUT = "consumables-out"
    COVER_OPEN = "cover-open"
    MEDIA_JAMMED = "media-jammed"
    OVERHEATED = "overheated"
    HARDWARE_ERROR = "hardware-error"
    NOT_REACHABLE = "not-reachable"
    NOT_RESPONDING = "not-responding"
    NOT_CONFIRMED = "not-confirmed"
    NOT_CONFIGURED = "not-configured"
    OWN_SERIES = "own-series"
    STORAGE_ERROR = "storage-error"


class Part(StrEnum):
    """What a kiosk is made of, as far as service is concerned."""

    LEDGER = "ledger"
    CATALOGUE = "catalogue"
    NUMBERS = "numbers"
    PRINTER = "printer"
    CAMERA = "camera"
    SCANNER = "scanner"
    CENTRAL = "central"
    CLOCK = "clock"


REQUIRED = frozenset({Part.LEDGER, Part.CATALOGUE})
"""Without these nobody can be served."""


class Application(StrEnum):
    """What the kiosk as a whole is in."""

    INITIALIZE = "initialize"
    UNAVAILABLE = "unavailable"
    DISABLED = "disabled"
    """Staff closed it."""
    SUSPENDED = "suspended"
    """Staff are at the panel."""
    AVAILABLE = "available"
    ACTIVE = "active"
    """Somebody is served."""


@dataclass(frozen=True, slots=True)
class Component:
    """One part, how ready it is, and why."""

    part: Part
    readiness: Readiness = Readiness.READY
    reason: Reason = Reason.OK

    @property
    def required(self) -> bool:
        """True where service stops without it."""
        return self.part in REQUIRED


@dataclass(frozen=True, slots=True)
class Signs:
    """What the parts say of themselves. A device is None where this kiosk has none."""

    ledger: bool
    catalogue: bool
    online: bool
    clock: bool
    slot: bool
    printer: PrinterState | None = None
    camera: CameraState | None = None
    scanner: ScannerState | None = None
    printing: bool = False


_Found = tuple[Readiness, Reason]
_FINE: _Found = (Readiness.READY, Reason.OK)
_PRINTER: dict[PrinterState, _Found] = {
    PrinterState.UNKNOWN: (Readiness.BUSY, Reason.STARTING),
    PrinterState.READY: _FINE,
    PrinterState.PAPER_LOW: (Readiness.READY, Reason.CONSUMABLES_LOW),
    PrinterState.PAPER_OUT: (Readiness.UNAVAILABLE, Reason.CONSUMABLES_OUT),
    PrinterState.COVER_OPEN: (Readiness.UNAVAILABLE, Reason.COVER_OPEN),
    PrinterState.JAM: (Readiness.UNAVAILABLE, Reason.MEDIA_JAMMED),
    PrinterState.HOT: (Readiness.BUSY, Reason.OVERHEATED),
    PrinterState.BROKEN: (Readiness.UNAVAILABLE, Reason.HARDWARE_ERROR),
    PrinterState.SILENT: (Readiness.UNAVAILABLE, Reason.NOT_REACHABLE),
}
_CAMERA: dict[CameraState, _Found] = {
    CameraState.OFF: (Readiness.BUSY, Reason.STARTING),
    CameraState.STARTING: (Readiness.BUSY, Reason.STARTING),
    CameraState.READY: _FINE,
    CameraState.MISSING: (Readiness.UNAVAILABLE, Reason.NOT_REACHABLE),
    CameraState.STALLED: (Readiness.UNAVAILABLE, Reason.NOT_RESPONDING),
}
_SCANNER: dict[ScannerState, _Found] = {
    ScannerState.NONE: (Readiness.UNAVAILABLE, Reason.NOT_CONFIGURED),
    ScannerState.STARTING: (Readiness.BUSY, Reason.STARTING),
    ScannerState.READY: _FINE,
    ScannerState.MISSING: (Readiness.UNAVAILABLE, Reason.NOT_REACHABLE),
}


def components(signs: Signs) -> tuple[Component, ...]:
    """Every part this kiosk has."""
    found = [
        _of(Part.LEDGER, Reason.STORAGE_ERROR, well=signs.ledger),
        _of(Part.CATALOGUE, Reason.NOT_CONFIGURED, well=signs.catalogue),
        _numbers(signs),
        _of(Part.CENTRAL, Reason.NOT_REACHABLE, well=signs.online),
        _of(Part.CLOCK, Reason.NOT_CONFIRMED, well=signs.clock),
    ]
    if signs.printer is not None:
        found.append(_printer(signs.printer, printing=signs.printing))
    if signs.camera is not None:
        found.append(Component(Part.CAMERA, *_CAMERA[signs.camera]))
    if signs.scanner is not None:
        found.append(Component(Part.SCANNER, *_SCANNER[signs.scanner]))
    return tuple(found)


def _printer(state: PrinterState, *, printing: bool) -> Component:
    """One that prints is busy; what keeps it from printing is told first."""
    readiness, reason = _PRINTER[state]
    if readiness is Readiness.READY and printing:
        return Component(Part.PRINTER, Readiness.BUSY, Reason.WORKING)
    return Component(Part.PRINTER, readiness, reason)


def _of(part: Part, reason: Reason, *, well: bool) -> Component:
    return Component(part) if well else Component(part, Readiness.UNAVAILABLE, reason)


def _numbers(signs: Signs) -> Component:
    """The authority's where it answers, else the kiosk's own, which need a clock and a slot."""
    if signs.online:
        return Component(Part.NUMBERS)
    if signs.clock and signs.slot:
        return Component(Part.NUMBERS, Readiness.READY, Reason.OWN_SERIES)
    return Component(Part.NUMBERS, Readiness.UNAVAILABLE, Reason.NOT_REACHABLE)


def application(found: Sequence[Component], state: State | None) -> Application:
    """The kiosk as a whole; `state` is None until the session has begun."""
    if state is None:
        return Application.INITIALIZE
    if isinstance(state, Attending):
        return Application.SUSPENDED
    if isinstance(state, Closed) and state.reason == TECHNICIAN:
        return Application.DISABLED
    short = any(one.required and one.readiness is Readiness.UNAVAILABLE for one in found)
    if short or isinstance(state, Closed):
        return Application.UNAVAILABLE
    return Application.AVAILABLE if isinstance(state, Idle) else Application.ACTIVE
