"""What lies above a screen or in its place: banner, dialogs, error cards."""

from datetime import datetime
from typing import assert_never

from kiosk.domain import wording
from kiosk.domain.devices import PrinterState
from kiosk.domain.hall import Hall
from kiosk.domain.hours import Closed, PreOpen
from kiosk.domain.patience import warning_seconds
from kiosk.domain.states import (
    Arriving,
    Idle,
    Issued,
    Overlaid,
    Overlay,
    Reviewing,
    Trouble,
    TroubleKind,
)
from kiosk.domain.states import Closed as OutOfService
from kiosk.domain.words import Words
from ui.views.drawing import Drawing, Fields, called_key, language_choices
from ui.views.service import reopening, requirements_text


def banner(drawing: Drawing) -> Fields | None:
    """One line under the title; the printer's comes first where a number is about to be taken."""
    words, hall, state = drawing.words, drawing.hall, drawing.state
    if isinstance(state, Idle | Arriving | OutOfService | Issued | Overlaid):
        return None
    if isinstance(state, Reviewing) and hall.printer is PrinterState.PAPER_OUT:
        return {"kind": "warn", "icon": "receipt", "text": words("paper.before")}
    if isinstance(state, Reviewing) and not hall.printer.can_print:
        return {"kind": "warn", "icon": "printer-off", "text": words("err.printer.off.x")}
    if not hall.online:
        return {"kind": "warn", "icon": "wifi-off", "text": words("banner.offline")}
    return None


def dialog(drawing: Drawing) -> Fields | None:
    """The dialog of an overlaid state."""
    state, words = drawing.state, drawing.words
    if not isinstance(state, Overlaid):
        return None
    kind = state.overlay.value
    match state.overlay:
        case Overlay.STILL_HERE:
            total = warning_seconds(state)
            left = drawing.moment.seconds_left
            return {"kind": kind, "seconds": total if left is None else left, "total": total}
        case Overlay.LANGUAGE:
            current = state.visit.preferences.language
            return {"kind": kind, "languages": language_choices(drawing, current)}
        case Overlay.AUDIO:
            return {"kind": kind, "on": state.visit.preferences.audio}
        case Overlay.HELP:
            called = words(called_key(drawing)) if state.staff_called else ""
            return {"kind": kind, "called": called}
        case Overlay.SAVE:
            return {
                "kind": kind,
                "title": words("det.save.title"),
                "qr": requirements_text(drawing),
            }
    assert_never(state.overlay)


def trouble(drawing: Drawing, state: Trouble) -> Fields:
    """The error card."""
    words = drawing.words
    key = state.kind.value
    return {
        "key": key,
        "kind": "fail" if state.kind is TroubleKind.GENERIC else "wait",
        "title": words(f"err.{key}.t"),
        "text": _trouble_text(drawing, state),
        "actions": _trouble_actions(words, state),
        "staffCalled": state.staff_called,
    }


def _trouble_text(drawing: Drawing, state: Trouble) -> str:
    words, hall = drawing.words, drawing.hall
    match state.kind:
        case TroubleKind.CLOSED | TroubleKind.QUOTA:
            reopens = _reopens(hall, state)
            if reopens is None:
                return words("err.service.full.x")
            if state.kind is TroubleKind.QUOTA:
                return words("err.quota.x", date=wording.long_date(words, reopens.date()))
            return reopening(words, reopens)
        case TroubleKind.GENERIC:
            return words("err.generic.x", code="A-20")
        case TroubleKind.OFFLINE | TroubleKind.BOOKING_UNKNOWN:
            return words(f"err.{state.kind.value}.x")
    assert_never(state.kind)


def _reopens(hall: Hall, state: Trouble) -> datetime | None:
    if state.service is None:
        return None
    found = hall.availability(hall.catalogue.services[state.service])
    match found:
        case Closed(reopens):
            return reopens
        case PreOpen(opens):
            return opens
        case _:
            return None


def _trouble_actions(words: Words, state: Trouble) -> list[Fields]:
    """The first is the primary button."""
    another = {"send": "more", "label": words("done.more"), "icon": "plus"}
    again = {"send": "confirm", "label": words("common.retry"), "icon": "refresh"}
    finish = {"send": "exit", "label": words("common.done"), "icon": "check"}
    staff = {"send": "callStaff", "label": words("help.call"), "icon": "hand-stop"}
    fresh = {"send": "more", "label": words("idle.take"), "icon": "ticket"}
    match state.kind:
        case TroubleKind.OFFLINE:
            return [again, finish]
        case TroubleKind.QUOTA | TroubleKind.CLOSED:
            return [another, finish]
        case TroubleKind.BOOKING_UNKNOWN:
            return [fresh, finish]
        case TroubleKind.GENERIC:
            return [again, staff]
    assert_never(state.kind)
