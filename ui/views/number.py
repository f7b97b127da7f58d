"""S08 to S10: the number on its way, on paper, or on the phone."""

from kiosk.domain import wording
from kiosk.domain.devices import PaperOutcome
from kiosk.domain.patience import patience
from kiosk.domain.reminding import told_on
from kiosk.domain.states import (
    Issued,
    Issuing,
)
from kiosk.domain.ticket import Channel, Ticket
from ui.views.drawing import Drawing, Fields, called_key, comes_out

_PAPER_TITLES = {
    PaperOutcome.PAPER_OUT: "paper.title",
    PaperOutcome.JAM: "jam.title",
    PaperOutcome.COVER_OPEN: "paper.cover.title",
    PaperOutcome.OFF: "paper.off.title",
    PaperOutcome.IN_DOUBT: "paper.doubt.title",
}
_PROVEN = {
    PaperOutcome.PRINTED: "done.printed",
    PaperOutcome.PROBABLY: "done.probably",
    PaperOutcome.SENT: "done.sent",
}
"""What is said of a paper, by how well the printer can prove it."""
_UNDER_WAY = {PaperOutcome.HOT: "done.hot", PaperOutcome.CHECKING: "done.checking"}


def issuing(drawing: Drawing, state: Issuing) -> Fields:
    """S08."""
    service = drawing.hall.catalogue.services[state.service]
    return {
        "text": drawing.words("issue.wait"),
        "service": wording.service_name(drawing.words, service),
        "agency": drawing.hall.catalogue.agency_of(service).short_name,
    }


def done(drawing: Drawing, state: Issued) -> Fields:
    """S09: paper may be expected."""
    words = drawing.words
    fields = _ticket(drawing, state.ticket)
    booked = state.ticket.draft.channel is Channel.BOOKING and not state.recalled
    untaken = told_on(state, drawing.hall)
    return {
        **fields,
        "title": words("chk.done" if booked else "done.title"),
        "sub": "" if state.recalled else _paper(drawing, state.paper),
        "steps": [
            {
                "icon": "receipt",
                "text": words("done.take" if untaken else "done.i1"),
                "warm": untaken,
            },
            {"icon": "armchair", "text": words("done.i2", place=fields["floor"])},
            {"icon": "volume", "text": words("done.i3")},
        ][1 if state.recalled and not untaken else 0 :],
        "untaken": untaken,
        "canReprint": state.may_reprint(drawing.hall.local),
        "seconds": patience(state),
    }


def _paper(drawing: Drawing, paper: PaperOutcome) -> str:
    """How far the paper is, no surer than is known."""
    if paper in _UNDER_WAY:
        return drawing.words(_UNDER_WAY[paper])
    if paper in _PROVEN:
        side = "right" if drawing.place.printer_position == "right" else "below"
        return drawing.words(_PROVEN[paper], where=drawing.words(f"done.where.{side}"))
    return comes_out(drawing)


def on_phone(drawing: Drawing, state: Issued) -> Fields:
    """S10: the number without paper."""
    words = drawing.words
    return {
        **_ticket(drawing, state.ticket),
        "title": words(_PAPER_TITLES[state.paper]),
        "sub": words("paper.cut" if _cut_short(state) else "paper.sub"),
        "steps": [
            {"icon": "device-mobile", "text": words("paper.i1"), "warm": False},
            {"icon": "camera", "text": words("paper.i2"), "warm": False},
            {
                "icon": "hand-stop",
                "text": words(called_key(drawing) if state.staff_called else "paper.i3"),
                "warm": True,
            },
        ],
        "staffCalled": state.staff_called,
        "asked": state.asked,
    }


def _cut_short(state: Issued) -> bool:
    """True where a part of the ticket may be out that does not count."""
    return state.begun and state.paper in (PaperOutcome.PAPER_OUT, PaperOutcome.COVER_OPEN)


def _ticket(drawing: Drawing, ticket: Ticket) -> Fields:
    words, hall = drawing.words, drawing.hall
    service = hall.catalogue.services[ticket.draft.service]
    agency = hall.catalogue.agency_of(service)
    facts = []
    if ticket.ahead is not None:
        facts.append({"label": words("done.ahead"), "value": wording.people(words, ticket.ahead)})
    if ticket.estimate is not None:
        facts.append({"label": words("done.eta"), "value": wording.span(words, ticket.estimate)})
    facts.append({"label": wording.floor(words, agency), "value": wording.counter(words, agency)})
    return {
        "service": wording.service_name(words, service),
        "agency": agency.short_name,
        "label": str(ticket.label),
        "priority": words("done.prio") if ticket.draft.priority else "",
        "facts": facts,
        "floor": wording.floor(words, agency),
        "qr": ticket.code,
    }
