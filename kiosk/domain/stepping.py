"""What every part of the session machine shares: a step, its end, and codes nobody asked for."""

from dataclasses import dataclass

from kiosk.domain import events as on
from kiosk.domain.codes import IdentityCandidate
from kiosk.domain.devices import PaperOutcome, PrinterState
from kiosk.domain.effects import CallStaff, Effect, EndVisit, KeepSurvey, Say, StaffReason
from kiosk.domain.hall import Hall
from kiosk.domain.preferences import Preferences, Theme
from kiosk.domain.states import (
    Closed,
    Idle,
    Overlaid,
    Rating,
    Screen,
    State,
    Visit,
    visit_of,
)
from kiosk.domain.unattended import is_night

_IDLE = Idle()


@dataclass(frozen=True, slots=True)
class Step:
    """What a step leads to."""

    state: State
    effects: tuple[Effect, ...] = ()


def newcomer(hall: Hall) -> Visit:
    """Somebody who comes; with headphones plugged in they are spoken to from the first screen on."""
    theme = Theme.NIGHT if is_night(hall.mall()) else Theme.LIGHT
    return Visit(hall.fresh.visit, Preferences(theme=theme, audio=hall.headphones))


def leave(
    state: State, outcome: str, to: Closed | Idle = _IDLE, *, keeps_answers: bool = True
) -> Step:
    """End the visit. Answers given to a survey are kept, unless the visitor wants them gone."""
    visit = visit_of(state)
    if visit is None:
        return Step(to)
    ended = EndVisit(visit.id, outcome)
    kept = answers_of(state) if keeps_answers else ()
    return Step(to, (*kept, ended))


def answers_of(state: State) -> tuple[KeepSurvey, ...]:
    """What has to be kept of a survey that is not finished."""
    under = state.under if isinstance(state, Overlaid) else state
    if isinstance(under, Rating) and under.survey.answers:
        return (KeepSurvey(under.survey, under.visit.preferences.language),)
    return ()


def stray(state: Screen, code: on.ReadCode) -> Step:
    """A code read where none is asked for: the visitor's own are ignored, others get a line."""
    own = on.KnownTicket | on.TicketElsewhere | on.KnownReceipt | on.KnownBooking
    if isinstance(code, IdentityCandidate | own):
        return Step(state)
    return Step(state, (Say("err.ticket.unknown.t"),))


_PAPER_AT_FIRST = {
    PrinterState.PAPER_OUT: PaperOutcome.PAPER_OUT,
    PrinterState.COVER_OPEN: PaperOutcome.COVER_OPEN,
    PrinterState.JAM: PaperOutcome.JAM,
    PrinterState.HOT: PaperOutcome.HOT,
    PrinterState.BROKEN: PaperOutcome.OFF,
    PrinterState.SILENT: PaperOutcome.OFF,
}


def paper_at_first(hall: Hall) -> PaperOutcome:
    """What the printer is known to be tells at once whether paper may be expected."""
    return _PAPER_AT_FIRST.get(hall.printer, PaperOutcome.PRINTING)


def calls_staff(hall: Hall) -> tuple[CallStaff, Say]:
    """The call for staff, and whether it could leave the kiosk."""
    told = Say("help.called" if hall.online else "help.offline")
    return CallStaff(StaffReason.HELP), told
