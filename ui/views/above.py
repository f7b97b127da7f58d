"""What lies above a screen or in its place: banner, dialogs, error cards."""

from datetime import datetime
from typing import assert_never

from kiosk.domain import wording
from kiosk.domain.booking import Booking
from kiosk.domain.devices import PrinterState
from kiosk.domain.hall import Hall
from kiosk.domain.hours import Closed, OnBreak, PreOpen
from kiosk.domain.patience import warning_seconds
from kiosk.domain.preferences import SPEEDS, VOLUMES, Preferences
from kiosk.domain.setup import Setup
from kiosk.domain.states import (
    Arriving,
    Attending,
    Idle,
    Issued,
    ListPaper,
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
from ui.views.staff import staff_dialog


def banner(drawing: Drawing) -> Fields | None:
    """One line under the title; the printer's comes first where a number is about to be taken."""
    words, hall, state = drawing.words, drawing.hall, drawing.state
    if isinstance(state, Idle | Arriving | OutOfService | Issued | Overlaid | Attending | Setup):
        return None
    if isinstance(state, Reviewing) and hall.printer is PrinterState.PAPER_OUT:
        return {"kind": "warn", "icon": "receipt", "text": words("paper.before")}
    if isinstance(state, Reviewing) and (pause := _pause(drawing, state)):
        return {"kind": "info", "icon": "clock-pause", "text": pause}
    if isinstance(state, Reviewing) and not hall.printer.can_print:
        return {"kind": "warn", "icon": "printer-off", "text": words("err.printer.off.x")}
    if not hall.online:
        return {"kind": "warn", "icon": "wifi-off", "text": words("banner.offline")}
    return None


def _pause(drawing: Drawing, state: Reviewing) -> str:
    """The counter's break, during which numbers are given; empty when there is none."""
    words, hall = drawing.words, drawing.hall
    service = hall.catalogue.services.get(state.service)
    found = hall.availability(service) if service else None
    if not isinstance(found, OnBreak):
        return ""
    text = words("err.closed.break.x", time=wording.clock(words, found.resumes))
    return f"{words('err.closed.break.t')}. {text}"


def dialog(drawing: Drawing) -> Fields | None:
    """The dialog of an overlaid state."""
    state, words = drawing.state, drawing.words
    if isinstance(state, Attending):
        return _still_here(drawing, state) if state.asked else staff_dialog(drawing, state)
    if not isinstance(state, Overlaid):
        return None
    kind = state.overlay.value
    match state.overlay:
        case Overlay.STILL_HERE:
            return _still_here(drawing, state)
        case Overlay.LANGUAGE:
            current = state.visit.preferences.language
            return {"kind": kind, "languages": language_choices(drawing, current)}
        case Overlay.AUDIO:
            return {"kind": kind, **_audio(drawing, state.visit.preferences)}
        case Overlay.HELP:
            return {"kind": kind, "called": _called(drawing, state.called_at)}
        case Overlay.GUIDE:
            return {"kind": kind, "steps": _guide(words)}
        case Overlay.SAVE:
            return {
                "kind": kind,
                "title": words("det.save.title"),
                "qr": requirements_text(drawing),
                "print": _print(words, state.listed),
            }
    assert_never(state.overlay)


def _still_here(drawing: Drawing, state: Attending | Overlaid) -> Fields:
    total, left = warning_seconds(state), drawing.moment.seconds_left
    seconds = total if left is None else left
    return {"kind": Overlay.STILL_HERE.value, "seconds": seconds, "total": total}


def _print(words: Words, listed: ListPaper | None) -> Fields:
    """The button that prints the list tells how it goes; it serves again where nothing came."""
    if listed is None:
        return {"icon": "printer", "label": words("need.print"), "enabled": True}
    if listed.outcome.left_the_printer:
        return {"icon": "check", "label": words("need.out"), "enabled": False}
    if listed.outcome.on_its_way:
        return {"icon": "printer", "label": words("need.busy"), "enabled": False}
    return {"icon": "printer-off", "label": words("need.fail"), "enabled": True}


def _audio(drawing: Drawing, preferences: Preferences) -> Fields:
    return {
        "on": preferences.audio,
        "volume": preferences.volume,
        "volumeMost": VOLUMES[-1],
        "speed": preferences.speed,
        "speedMost": SPEEDS[-1],
        "screenOff": preferences.screen_off,
        "headphones": drawing.hall.headphones,
    }


def _called(drawing: Drawing, at: datetime | None) -> str:
    """That staff come, or that the call could not leave the kiosk; and since when."""
    if at is None:
        return ""
    return f"{drawing.words(called_key(drawing))} ({wording.clock(drawing.words, at)})"


def _guide(words: Words) -> list[Fields]:
    icons = ("click", "list-check", "receipt", "armchair")
    return [
        {"icon": icon, "text": words(f"howto.{place}")} for place, icon in enumerate(icons, start=1)
    ]


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
        case TroubleKind.GENERIC | TroubleKind.OFFLINE | TroubleKind.BOOKING_UNKNOWN:
            return words(f"err.{state.kind.value}.x")
        case TroubleKind.BOOKING_DAY | TroubleKind.BOOKING_LATE:
            return words(f"err.{state.kind.value}.x", **_slot(drawing, state.booking))
        case TroubleKind.BOOKING_OTHER:
            place = state.booking.place if state.booking else None
            return words("err.booking.other.x", place=place or "–")
        case TroubleKind.BOOKING_DONE:
            return _checked_in(drawing, state)
    assert_never(state.kind)


def _slot(drawing: Drawing, booking: Booking | None) -> dict[str, str]:
    words, hall = drawing.words, drawing.hall
    starts = (booking.starts if booking else hall.local).astimezone(hall.local.tzinfo)
    date = wording.long_date(words, starts.date())
    return {"date": date, "time": wording.clock(words, starts)}


def _checked_in(drawing: Drawing, state: Trouble) -> str:
    """The number a booking became, as far as it is known here."""
    words, hall = drawing.words, drawing.hall
    label = str(state.ticket.label) if state.ticket else state.booking and state.booking.label
    service = hall.catalogue.services.get(state.service) if state.service else None
    if not label or service is None:
        return words("err.booking.done.plain")
    place = wording.place(words, hall.catalogue.agency_of(service))
    return words("err.booking.done.x", number=label, place=place)


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
    fresh = {"send": "fresh", "label": words("chk.fresh"), "icon": "ticket"}
    retype = {"send": "typeCode", "label": words("chk.retype"), "icon": "keyboard"}
    copy = {"send": "reprint", "label": words("done.reprint"), "icon": "printer"}
    match state.kind:
        case TroubleKind.OFFLINE:
            return [again, finish]
        case TroubleKind.QUOTA | TroubleKind.CLOSED:
            return [another, finish]
        case TroubleKind.BOOKING_UNKNOWN:
            return [retype, fresh]
        case TroubleKind.BOOKING_DAY | TroubleKind.BOOKING_LATE:
            return [fresh, finish]
        case TroubleKind.BOOKING_OTHER:
            return [finish, staff]
        case TroubleKind.BOOKING_DONE:
            return [finish, copy] if state.ticket else [finish]
        case TroubleKind.GENERIC:
            return [again, staff]
    assert_never(state.kind)
