"""What a view is made of, and what every screen has in common."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain.devices import CameraState, ScanHint, ScannerState
from kiosk.domain.hall import Hall
from kiosk.domain.setup import Setup
from kiosk.domain.states import State
from kiosk.domain.words import Words

# Any: views cross into QML, which knows no dataclasses.
Fields = dict[str, Any]
STEPS = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where this kiosk stands and where its devices are, seen from the screen."""

    kiosk: str
    tenant: str
    camera_position: str = "below"
    printer_position: str = "below"
    scanner_position: str = "below"


@dataclass(frozen=True, slots=True)
class Moment:
    """What of the moment is not in the state: a toast, a hint, seconds until patience ends."""

    toast: str | None = None
    hint: ScanHint = ScanHint.NONE
    seconds_left: float | None = None
    dim: bool = False
    """Nobody came for long: the attract screen rests its backlight."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything a view is made of."""

    state: State | Setup
    hall: Hall
    words: Words
    languages: Mapping[str, Words]
    place: Place
    moment: Moment

    @property
    def camera_works(self) -> bool:
        """True while a code can be shown to the camera."""
        return self.hall.camera in (CameraState.READY, CameraState.STARTING)

    @property
    def can_read(self) -> bool:
        """True while a code can be shown, to the camera or to a hand scanner."""
        return self.camera_works or self.hall.scanner.works

    @property
    def scanner_alone(self) -> bool:
        """True while codes are shown to a hand scanner, and there is no picture to look at."""
        return self.hall.scanner.works and not self.camera_works

    @property
    def reader_position(self) -> str:
        """Where codes are held to, seen from the screen."""
        if self.hall.scanner is ScannerState.NONE:
            return self.place.camera_position
        return (
            self.place.scanner_position if self.hall.scanner.works else self.place.camera_position
        )


def called_key(drawing: Drawing) -> str:
    """What is said of a call for staff: they come, or it could not leave the kiosk."""
    return "help.called" if drawing.hall.online else "help.offline"


def comes_out(drawing: Drawing) -> str:
    """Where paper comes out."""
    position = drawing.place.printer_position
    return drawing.words(f"done.sub.{'right' if position == 'right' else 'below'}")


def step_fields(drawing: Drawing, number: int, title: str, *, eyebrow: str = "") -> Fields:
    """Step bar and title."""
    text = drawing.words("common.step", n=number, total=STEPS)
    return {
        "step": number,
        "total": STEPS,
        "stepText": f"{text} · {eyebrow}" if eyebrow else text,
        "title": title,
    }


def language_choices(drawing: Drawing, current: str) -> list[Fields]:
    """The languages to choose from, each by its own name."""
    return [
        {"id": one, "name": words("lang.name"), "current": one == current}
        for one, words in drawing.languages.items()
    ]
