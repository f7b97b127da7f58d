"""What opens from the technician's board: statistics and what else fills a page of its own.

It is apart from `attending.py`, which knows the door, the board and who is in.
"""

from dataclasses import replace

from kiosk.domain import events as on
from kiosk.domain.effects import Audit, CountFigures
from kiosk.domain.events import Event
from kiosk.domain.hall import Hall
from kiosk.domain.staff import Act
from kiosk.domain.states import Attending, Board, Statistics
from kiosk.domain.stepping import Step


def back(state: Attending) -> Step:
    """To the board."""
    return Step(replace(state, page=Board()))


# --- S40 --------------------------------------------------------------------------------------


def open_statistics(state: Attending, hall: Hall) -> Step:
    """Statistics of today."""
    page = Statistics(hall.fresh.request)
    count = CountFigures(page.request, page.period, hall.local)
    return Step(replace(state, page=page), (Audit(Act.STATISTICS), count))


def statistics(state: Attending, page: Statistics, event: Event, hall: Hall) -> Step:
    """Another period, the answer for one, or back."""
    match event:
        case on.PeriodChosen(period) if period is not page.period:
            request = hall.fresh.request
            counted = Statistics(request, period)
            return Step(replace(state, page=counted), (CountFigures(request, period, hall.local),))
        case on.FiguresCounted(request, figures) if request == page.request:
            answered = replace(page, figures=figures, failed=figures is None)
            return Step(replace(state, page=answered))
        case on.Back():
            return back(state)
        case _:
            return Step(state)
