"""A paper that waits in the printer's mouth: its visitor is called, and nobody else is disturbed."""

from dataclasses import replace
from uuid import UUID

from kiosk.domain import events as on
from kiosk.domain.devices import Untaken
from kiosk.domain.effects import After, Effect, Play, Say, Sound
from kiosk.domain.hall import Hall
from kiosk.domain.states import Collecting, Issued, Overlaid, State, visit_of
from kiosk.domain.stepping import Step

AGAIN_SECONDS = 5.0
CALLS_MOST = 4
"""One at once, the last of them within twenty seconds."""


def remind(state: State, event: on.PaperUntaken, hall: Hall) -> Step:
    """Call whose paper it is, and call again later while it waits."""
    if event.untaken != hall.untaken:
        return Step(state)
    effects: list[Effect] = []
    if visit_of(state) is None or _is_theirs(state, event.untaken):
        effects.append(Play(Sound.WARN))
        if not (isinstance(state, Issued) and told_on(state, hall)):
            effects.append(Say("paper.take"))
    again = replace(event, calls=event.calls + 1)
    if again.calls < CALLS_MOST:
        effects.append(After(AGAIN_SECONDS, again))
    return Step(state, tuple(effects))


def told_on(state: Issued, hall: Hall) -> bool:
    """True where the screen of a number says by itself that its ticket waits (S09)."""
    waits = hall.untaken is not None and hall.untaken.paper == state.ticket.id
    return waits and state.paper.on_its_way


def _is_theirs(state: State, untaken: Untaken) -> bool:
    """True where the paper is of the visit that is on."""
    under = state.under if isinstance(state, Overlaid) else state
    visit = visit_of(state)
    papers: list[UUID] = [ticket.id for ticket in visit.tickets] if visit else []
    if isinstance(under, Issued):
        papers.append(under.ticket.id)  # one of an earlier visit has a copy
    elif isinstance(under, Collecting):
        papers.append(under.receipt.id)
    if isinstance(state, Overlaid) and state.listed:
        papers.append(state.listed.paper)
    return untaken.paper in papers
