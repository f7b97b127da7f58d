"""What the black box remembers: which kind of thing happened, never what was in it.

Each field is a choice of ours, the class of one of our values, or yes and no. There is no place for a
text or a number, so nothing that a visitor showed, typed or is called can be remembered by mistake.
"""

from dataclasses import dataclass

from kiosk.domain.codes import Code
from kiosk.domain.devices import CameraState, PaperOutcome, PrinterState, ScannerState
from kiosk.domain.events import Event
from kiosk.domain.states import State


@dataclass(frozen=True, slots=True)
class Began:
    """The kiosk started."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The kiosk ended in order; a box without it tells of a crash, or of a plug that was pulled."""


@dataclass(frozen=True, slots=True)
class Stepped:
    """The session took an event, and is in this state now."""

    by: type[Event]
    state: type[State]


@dataclass(frozen=True, slots=True)
class CodeSeen:
    """A code was read."""

    code: type[Code]


@dataclass(frozen=True, slots=True)
class PrinterTold:
    """The printer as a whole changed."""

    state: PrinterState


@dataclass(frozen=True, slots=True)
class PaperTold:
    """A paper came further or stopped."""

    outcome: PaperOutcome


@dataclass(frozen=True, slots=True)
class CameraTold:
    """The camera as a whole changed."""

    state: CameraState


@dataclass(frozen=True, slots=True)
class ScannerTold:
    """The hand scanner as a whole changed."""

    state: ScannerState


@dataclass(frozen=True, slots=True)
class HeadphonesTold:
    """Headphones were plugged in or pulled out."""

    plugged: bool


@dataclass(frozen=True, slots=True)
class LinkTold:
    """Central answers again, or no longer."""

    online: bool


@dataclass(frozen=True, slots=True)
class WentAmiss:
    """A bug of ours; its traceback is in the log."""

    error: type[BaseException]


Happening = (
    Began
    | Ended
    | Stepped
    | CodeSeen
    | PrinterTold
    | PaperTold
    | CameraTold
    | ScannerTold
    | HeadphonesTold
    | LinkTold
    | WentAmiss
)
