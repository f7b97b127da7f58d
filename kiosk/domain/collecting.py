"""A receipt for documents, printed for who shows the ticket they were handed in with."""

from dataclasses import replace

from kiosk.domain import events as on
from kiosk.domain import rating
from kiosk.domain.devices import PaperOutcome
from kiosk.domain.effects import PrintReceipt
from kiosk.domain.events import Event
from kiosk.domain.hall import Hall
from kiosk.domain.states import Arriving, Collecting
from kiosk.domain.stepping import Step, calls_staff, paper_at_first, stray


def collecting(state: Collecting, event: Event, hall: Hall) -> Step:
    """The card of a receipt."""
    match event:
        case on.ReceiptWanted() if may_print(state):
            return _print(state, hall)
        case on.PaperChanged(subject, outcome) if subject == state.receipt.id and state.paper:
            return Step(replace(state, paper=outcome))
        case on.RatingWanted() if state.ticket is not None:
            return rating.begin(state.visit, state.ticket, hall)
        case on.StaffWanted() if not state.staff_called:
            return Step(replace(state, staff_called=True), calls_staff(hall))
        case on.CodeRead(code):
            return stray(state, code)
        case on.Back():
            return Step(Arriving(state.visit))
        case _:
            return Step(state)


def may_print(state: Collecting) -> bool:
    """True before the first paper, and after one that did not come."""
    return state.paper is None or not (
        state.paper.on_its_way or state.paper is PaperOutcome.IN_DOUBT
    )


def _print(state: Collecting, hall: Hall) -> Step:
    """Nothing is sent to a printer that cannot print: a paper nobody waits for would come later."""
    outcome = paper_at_first(hall)
    effect = PrintReceipt(state.receipt, state.visit.preferences.language, state.ticket)
    return Step(replace(state, paper=outcome), (effect,) if outcome.on_its_way else ())
