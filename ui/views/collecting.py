"""The card of a receipt for documents: it waits, it is printed, or it cannot be now."""

from kiosk.domain import wording
from kiosk.domain.devices import PaperOutcome
from kiosk.domain.states import Collecting
from ui.views.drawing import Drawing, Fields, comes_out


def collecting(drawing: Drawing, state: Collecting) -> Fields:
    """Drawn as the error cards are: one thing to know, and at most two to do."""
    title, text = _said(drawing, state)
    return {
        "key": "receipt",
        "kind": "wait",
        "title": title,
        "text": text,
        "actions": _actions(drawing, state),
        "staffCalled": state.staff_called,
    }


def _actions(drawing: Drawing, state: Collecting) -> list[Fields]:
    """The first is the primary button."""
    words = drawing.words
    finish = {"send": "exit", "label": words("common.done"), "icon": "check"}
    staff = {"send": "callStaff", "label": words("help.call"), "icon": "hand-stop"}
    rate = {"send": "rate", "label": words("idle.rate"), "icon": "mood-smile"}
    judged = [rate] if state.ticket else []
    if state.paper is None:
        first = _print(drawing, "rcp.again" if state.receipt.printed else "rcp.print")
        return [first, *(judged or [finish])]
    if state.paper is PaperOutcome.IN_DOUBT:
        return [finish, staff]
    if state.paper.on_its_way:
        return [finish, *judged]
    return [_print(drawing, "common.retry"), staff]


def _print(drawing: Drawing, key: str) -> Fields:
    return {"send": "printReceipt", "label": drawing.words(key), "icon": "printer"}


def _said(drawing: Drawing, state: Collecting) -> tuple[str, str]:
    words, receipt = drawing.words, state.receipt
    if state.paper is None:
        service = drawing.hall.catalogue.services.get(receipt.service)
        promised = words("rcp.ready.x", date=wording.long_date(words, receipt.promised))
        named = f"{wording.service_name(words, service)}. " if service else ""
        return words("rcp.ready.t"), named + promised
    if state.paper is PaperOutcome.IN_DOUBT:
        return words("rcp.doubt.t"), words("rcp.fail.x")
    if state.paper.on_its_way:
        return words("rcp.busy.t"), comes_out(drawing)
    return words("rcp.fail.t"), words("rcp.fail.x")
