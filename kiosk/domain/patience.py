"""How long each state waits for a touch before it asks, and then before it goes home."""

from dataclasses import dataclass
from typing import assert_never

from kiosk.domain.preferences import Preferences
from kiosk.domain.states import (
    Agencies,
    Arriving,
    Attending,
    CheckingIn,
    Choosing,
    Closed,
    Collecting,
    EnterPin,
    FindingUnit,
    Front,
    Identifying,
    Idle,
    Issued,
    Issuing,
    Overlaid,
    Overlay,
    Rating,
    Reviewing,
    Screen,
    State,
    Thanked,
    Trouble,
    visit_of,
)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds without a touch, then seconds of visible warning (0: none)."""

    idle: float
    warning: float


ISSUING_SECONDS = 30.0
"""Longer than the deadline, the witness's ring and a slow disk together."""


def patience(state: State) -> float | None:
    """Seconds until PatienceEnded; None where nothing waits for a visitor."""
    match state:
        case Closed() | Idle():
            return None
        case Overlaid(under, Overlay.STILL_HERE):
            return _of_screen(under).warning * _factor(under.visit.preferences)
        case Overlaid():
            return 60.0 * _factor(state.visit.preferences)
        case Issuing():
            return ISSUING_SECONDS
        case Attending():
            waits = _of_screen(state)
            return waits.warning if state.asked else waits.idle
        case _:
            return _of_screen(state).idle * _factor(state.visit.preferences)


def asks_first(state: Screen | Attending) -> bool:
    """True where the visitor is asked before the screen goes home."""
    match state:
        case Arriving() | FindingUnit() | Attending(page=EnterPin()):
            return False
        case Choosing(visit, Front() | Agencies()) if visit.identity is None and not visit.tickets:
            return False
        case _:
            return _of_screen(state).warning > 0


def _of_screen(state: Screen | Attending) -> Patience:
    match state:
        case Attending(page=EnterPin()):
            return Patience(60, 0)
        case Attending():
            return Patience(300, 30)
        case Arriving():
            return Patience(60, 20)
        case Identifying():
            return Patience(60, 20)
        case Choosing():
            return Patience(60, 25)
        case Reviewing():
            return Patience(90, 30)
        case Issuing():
            return Patience(ISSUING_SECONDS, 0)
        case Issued(paper=paper) if paper.on_its_way:
            return Patience(25, 0)
        case Issued():
            return Patience(120, 30)
        case CheckingIn():
            return Patience(45, 20)
        case Thanked():
            return Patience(6, 0)
        case FindingUnit() | Rating():
            return Patience(60, 20)
        case Collecting() | Trouble():
            return Patience(45, 20)
    assert_never(state)


def _factor(preferences: Preferences) -> float:
    if preferences.audio:
        return 3.0
    return 2.0 if preferences.assisted else 1.0


def warning_seconds(state: State) -> float:
    """Seconds the visible warning of a state lasts."""
    if isinstance(state, Attending):
        return _of_screen(state).warning
    visit = visit_of(state)
    under = state.under if isinstance(state, Overlaid) else state
    if visit is None or isinstance(under, Closed | Idle):
        return 0.0
    return _of_screen(under).warning * _factor(visit.preferences)
