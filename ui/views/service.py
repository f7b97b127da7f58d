"""S07: one service, what to bring, and whether a number can be taken now."""

from datetime import datetime
from typing import assert_never

from kiosk.domain import wording
from kiosk.domain.catalogue import Agency, Service
from kiosk.domain.hours import Closed, OnBreak, Open, PreOpen
from kiosk.domain.states import (
    Overlaid,
    Reviewing,
)
from kiosk.domain.words import Words
from ui.views.choosing import waiting_count
from ui.views.drawing import Drawing, Fields, step_fields

_REQUIREMENT_ICONS = (
    (("keluarga", "kk)"), "users"),
    (("ktp", "identitas", "nik", "paspor"), "id"),
    (("foto",), "camera"),
    (("hadir", "datang"), "user-check"),
    (("ponsel", "telepon", "hp ", "surel", "email"), "device-mobile"),
    (("bayar", "biaya", "bukti setor"), "cash"),
)


def review(drawing: Drawing, state: Reviewing) -> Fields:
    """S07."""
    words, hall = drawing.words, drawing.hall
    service = hall.catalogue.services[state.service]
    agency = hall.catalogue.agency_of(service)
    held = state.visit.ticket_for(service.id)
    return {
        **step_fields(drawing, 3, wording.service_name(words, service), eyebrow=agency.short_name),
        "fullName": wording.full_name(words, service),
        "facts": _review_facts(drawing, service, agency),
        "requirements": [_requirement(text) for text in service.requirements],
        "fee": wording.fee(words, service),
        "duration": words("common.minutes", n=service.duration_minutes),
        "priority": state.priority,
        "noIkd": state.visit.identity is None,
        "blocked": _blocked(drawing, service),
        "have": {"text": words("det.have", number=held.label)} if held else None,
    }


def _review_facts(drawing: Drawing, service: Service, agency: Agency) -> list[Fields]:
    words = drawing.words
    count = waiting_count(drawing.hall, service)
    facts = []
    if count is not None:
        waiting = wording.people(words, count) if count else words("common.queue.none")
        facts.append({"label": words("det.waiting"), "value": waiting})
    facts.append({"label": wording.floor(words, agency), "value": wording.counter(words, agency)})
    return facts


def _requirement(text: str) -> Fields:
    lower = text.lower()
    for signs, icon in _REQUIREMENT_ICONS:
        if any(sign in lower for sign in signs):
            return {"icon": icon, "text": text}
    return {"icon": "file-text", "text": text}


def _blocked(drawing: Drawing, service: Service) -> Fields | None:
    words = drawing.words
    match drawing.hall.availability(service):
        case Open() | OnBreak() if service.id in drawing.hall.full:
            return {"title": words("err.quota.t"), "text": words("err.service.full.x")}
        case Open() | OnBreak():
            return None
        case PreOpen(opens) | Closed(opens):
            text = reopening(words, opens) if opens else ""
            return {"title": words("err.closed.t"), "text": text}
        case other:
            assert_never(other)


def reopening(words: Words, moment: datetime) -> str:
    """When a service opens again."""
    return words(
        "err.closed.x",
        day=wording.weekday(words, moment.date()),
        time=wording.clock(words, moment),
    )


def requirements_text(drawing: Drawing) -> str:
    """The requirement list as text: a phone shows it without any network."""
    state = drawing.state
    if not isinstance(state, Overlaid) or not isinstance(state.under, Reviewing):
        return ""
    service = drawing.hall.catalogue.services[state.under.service]
    agency = drawing.hall.catalogue.agency_of(service)
    lines = [
        f"{wording.full_name(drawing.words, service)} ({agency.short_name})",
        f"{drawing.words('det.req')}:",
        *(f"- {text}" for text in service.requirements),
        wording.place(drawing.words, agency),
    ]
    return "\n".join(lines)
