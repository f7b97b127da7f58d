"""The pages that open from the technician's board, but for the statistics."""

from kiosk.domain.devices import RollStep
from kiosk.domain.staff import Act
from kiosk.domain.states import RollPage
from kiosk.domain.words import Words
from ui.views.drawing import Drawing, Fields

_ROLL = (RollStep.OPEN, RollStep.LOAD, RollStep.CLOSE, RollStep.TEST, RollStep.DONE)
_ROLL_PLACE = {RollStep.MISSING: 2, RollStep.UNSEEN: 0, RollStep.FAILED: 3, RollStep.LATE: 0}
_ROLL_TOLD = {
    RollStep.MISSING: "tech.roll.missing",
    RollStep.UNSEEN: "tech.roll.unseen",
    RollStep.FAILED: "tech.roll.again",
    RollStep.LATE: "tech.roll.late",
}


# --- S33 --------------------------------------------------------------------------------------


def roll(drawing: Drawing, page: RollPage) -> Fields:
    """The steps of a change of the roll: which are done, which is to do now."""
    words, step = drawing.words, page.step
    now = _ROLL_PLACE.get(step, _ROLL.index(step) if step in _ROLL else 0)
    told = _ROLL_TOLD.get(step)
    return {
        "title": words("tech.a.paper"),
        "lead": words(told) if told else "",
        "alarming": told is not None,
        "steps": _steps(words, now, whole=step is RollStep.DONE),
        "act": Act.PRINT if step in (RollStep.UNSEEN, RollStep.FAILED) else "",
        "acting": words("tech.a.print"),
        "over": step is RollStep.DONE,
    }


def _steps(words: Words, now: int, *, whole: bool) -> list[Fields]:
    return [
        {
            "text": words(f"tech.roll.{one}"),
            "state": "done" if place < now or whole else "now" if place == now else "next",
        }
        for place, one in enumerate(_ROLL)
    ]
