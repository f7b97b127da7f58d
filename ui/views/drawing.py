"""What a view is made of, and what every screen has in common."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain.devices import ScanHint
from kiosk.domain.hall import Hall
from kiosk.domain.preferences import LANGUAGES
from kiosk.domain.states import (
    State,
)
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


@dataclass(frozen=True, slots=True)
class Moment:
    """What of the moment is not in the state: a toast, a hint, seconds until patience ends."""

    toast: str | None = None
    hint: ScanHint = ScanHint.NONE
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything a view is made of."""

    state: State
    hall: Hall
    words: Words
    languages: Mapping[str, Words]
    place: Place
    moment: Moment


def called_key(drawing: Drawing) -> str:
    """What is said of a call for staff: they come, or it could not leave the kiosk."""
    return "help.called" if drawing.hall.online else "help.offline"


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
    """The languages to choose from."""
    return [
        {"id": one, "name": drawing.words(f"idle.lang.{one}"), "current": one == current}
        for one in LANGUAGES
        if one in drawing.languages
    ]
