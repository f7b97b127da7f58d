"""S00 and S01: the attract screen, and the code before the camera."""

from typing import assert_never

from kiosk.domain import wording
from kiosk.domain.devices import ScanHint, ScannerState
from kiosk.domain.hours import Availability, Closed, OnBreak, Open, PreOpen
from kiosk.domain.identity import NotVerified
from kiosk.domain.setup import Setup
from kiosk.domain.states import (
    Identifying,
    visit_of,
)
from kiosk.domain.words import Words
from ui.views.drawing import Drawing, Fields, language_choices, step_fields

_HINTS = {
    ScanHint.CLOSER: "scan.hint.closer",
    ScanHint.BACK: "scan.hint.back",
    ScanHint.BRIGHT: "scan.hint.bright",
    ScanHint.STILL: "scan.hint.still",
}


_PROBLEMS = {
    NotVerified.UNVERIFIED: "qr.unverified",
    NotVerified.EXPIRED: "qr.expired",
    NotVerified.USED: "qr.used",
    NotVerified.FUTURE: "qr.future",
    NotVerified.NOT_IKD: "qr.notikd",
    NotVerified.UNREACHABLE: "qr.unverified",
}


def attract(drawing: Drawing) -> Fields:
    """S00."""
    words, hall = drawing.words, drawing.hall
    mall = hall.mall()
    kind, text = _mall_words(words, mall)
    visit = None if isinstance(drawing.state, Setup) else visit_of(drawing.state)
    language = visit.preferences.language if visit else "id"
    count = words(
        "idle.take.sub",
        services=len(hall.catalogue.services),
        agencies=len(hall.catalogue.agencies),
    )
    enabled = isinstance(mall, Open | OnBreak)
    return {
        "open": {"kind": kind, "text": text},
        "wait": "",
        "take": {
            "title": words("idle.take"),
            "sub": count if enabled else text,
            "enabled": enabled,
        },
        "languages": language_choices(drawing, language),
        "arrow": {"above": "up", "right": "right"}.get(drawing.reader_position, "down"),
        "booking": enabled,
        "rate": True,
    }


def _mall_words(words: Words, mall: Availability) -> tuple[str, str]:
    match mall:
        case Open(closes=closes):
            return "open", words("idle.open", time=wording.clock(words, closes))
        case OnBreak(resumes=resumes):
            return "open", words("lbl.break", time=wording.clock(words, resumes))
        case PreOpen(opens):
            return "preopen", words("common.queue.opens", time=wording.clock(words, opens))
        case Closed(reopens):
            if reopens is None:
                return "closed", words("common.queue.closed")
            day = wording.weekday(words, reopens.date())
            time = wording.clock(words, reopens)
            return "closed", words("idle.closed", day=day, time=time)
    assert_never(mall)


def identify(drawing: Drawing, state: Identifying) -> Fields:
    """S01."""
    words = drawing.words
    return {
        **step_fields(drawing, 1, words("scan.title")),
        "pill": _pill(drawing, state),
        "error": _identify_error(drawing, state),
        "camera": drawing.can_read,
        "drawn": drawing.scanner_alone,
        "steps": [
            words("scan.s1"),
            words("scan.s2"),
            words(_hold_to(drawing)),
        ],
    }


def _pill(drawing: Drawing, state: Identifying) -> Fields:
    words, identity = drawing.words, state.visit.identity
    if state.greeted and identity is not None:
        return {"state": "ok", "text": words("scan.ok", name=identity.given_name)}
    if state.request is not None:
        return {"state": "reading", "text": words("scan.reading")}
    return pill(drawing)


def pill(drawing: Drawing) -> Fields:
    """What the reader is doing: it looks for a code, or hints what would help."""
    if hint := _HINTS.get(drawing.moment.hint):
        return {"state": "hint", "text": drawing.words(hint)}
    return {"state": "looking", "text": drawing.words("scan.looking")}


def _hold_to(drawing: Drawing) -> str:
    if drawing.hall.scanner.works:
        return f"scan.s3.scanner.{drawing.place.scanner_position}"
    return f"scan.s3.{drawing.place.camera_position}"


def _identify_error(drawing: Drawing, state: Identifying) -> Fields | None:
    words = drawing.words
    if state.problem is not None:
        key = _PROBLEMS[state.problem]
    elif drawing.hall.scanner is ScannerState.MISSING:
        return scanner_gone(drawing)
    elif not drawing.can_read:
        key = "camera"
    else:
        return None
    return {"title": words(f"err.{key}.t"), "text": words(f"err.{key}.x"), "key": key}


def scanner_gone(drawing: Drawing) -> Fields:
    """The scanner people would hold their phone to is dead: the camera serves, or nothing does."""
    words = drawing.words
    text = words("err.scanner.x" if drawing.camera_works else "err.camera.x")
    return {"title": words("err.scanner.t"), "text": text, "key": "scanner"}
