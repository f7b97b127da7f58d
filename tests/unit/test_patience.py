"""How long each state waits; the table of the docs is the table of the code."""

import re
from dataclasses import replace
from typing import get_args
from uuid import UUID

from kiosk.domain.devices import PaperOutcome
from kiosk.domain.model import RequestId, TicketId
from kiosk.domain.patience import ISSUING_SECONDS, asks_first, patience, warning_seconds
from kiosk.domain.preferences import Preferences, Theme
from kiosk.domain.states import (
    Agencies,
    Arriving,
    Attending,
    Board,
    CheckingIn,
    Choosing,
    Closed,
    Collecting,
    EnterPin,
    FindingUnit,
    Front,
    Identifying,
    Idle,
    Issued,
    Issuing,
    Overlaid,
    Overlay,
    Rating,
    Reviewing,
    Screen,
    Search,
    State,
    Thanked,
    Trouble,
    TroubleKind,
)
from tests.samples import ROOT, SERVICE, receipt, screens, survey, ticket, visit

NOBODY = visit(identified=False)
ISSUING = Issuing(visit(), SERVICE, RequestId(7), TicketId(UUID(int=27)))
SHOWN = Issued(visit(), ticket(), PaperOutcome.PRINTED)

SECONDS: list[tuple[State, float | None, float]] = [
    (Closed("starting"), None, 0),
    (Idle(), None, 0),
    (Arriving(NOBODY), 60, 20),
    (Identifying(NOBODY), 60, 20),
    (Choosing(visit()), 60, 25),
    (Reviewing(NOBODY, SERVICE, Front()), 90, 30),
    (ISSUING, ISSUING_SECONDS, 0),
    (SHOWN, 25, 0),
    (replace(SHOWN, paper=PaperOutcome.PAPER_OUT), 120, 30),
    (CheckingIn(NOBODY), 45, 20),
    (FindingUnit(NOBODY), 60, 20),
    (Rating(NOBODY, survey()), 60, 20),
    (Thanked(NOBODY), 6, 0),
    (Collecting(NOBODY, receipt()), 45, 20),
    (Trouble(NOBODY, TroubleKind.GENERIC), 45, 20),
    (Attending(RequestId(7), EnterPin()), 60, 0),
    (Attending(RequestId(7), Board()), 300, 30),
]


def test_each_state_waits_its_time() -> None:
    for state, idle, warning in SECONDS:
        assert patience(state) == idle, state
        assert warning_seconds(state) == warning, state


def test_larger_text_contrast_or_low_reach_double_the_time() -> None:
    for preferences in (
        Preferences(text_scale=1.25),
        Preferences(theme=Theme.DARK_CONTRAST),
        Preferences(theme=Theme.LIGHT_CONTRAST),
        Preferences(low_reach=True),
        Preferences(text_scale=1.5, low_reach=True),
    ):
        slower = Choosing(replace(NOBODY, preferences=preferences))
        assert patience(slower) == 120
        assert warning_seconds(slower) == 50


def test_a_language_or_the_night_theme_alone_leave_the_time_as_it_is() -> None:
    for preferences in (Preferences(language="en"), Preferences(theme=Theme.NIGHT)):
        assert patience(Choosing(replace(NOBODY, preferences=preferences))) == 60


def test_speech_triples_the_time() -> None:
    spoken = Preferences(audio=True, low_reach=True)

    assert patience(Reviewing(replace(NOBODY, preferences=spoken), SERVICE, Front())) == 270


def test_making_a_number_takes_no_longer_for_anybody() -> None:
    assisted = replace(visit(), preferences=Preferences(audio=True))

    assert patience(replace(ISSUING, visit=assisted)) == ISSUING_SECONDS


def test_the_question_whether_somebody_is_there_lasts_as_long_as_the_warning_told() -> None:
    reviewing = Reviewing(visit(), SERVICE, Front())

    asked = Overlaid(reviewing, Overlay.STILL_HERE)

    assert patience(asked) == warning_seconds(reviewing) == warning_seconds(asked) == 30


def test_any_other_dialog_waits_a_minute() -> None:
    for overlay in set(Overlay) - {Overlay.STILL_HERE}:
        assert patience(Overlaid(Choosing(NOBODY), overlay)) == 60


def test_who_has_begun_nothing_is_not_asked() -> None:
    assert not asks_first(Arriving(NOBODY))
    assert not asks_first(Choosing(NOBODY))
    assert not asks_first(Choosing(NOBODY, Agencies()))


def test_who_has_something_to_lose_is_asked() -> None:
    with_ticket = replace(NOBODY, tickets=(ticket(),))
    begun: list[Screen] = [
        Identifying(NOBODY),
        Choosing(visit()),
        Choosing(with_ticket),
        Choosing(NOBODY, Search("ktp")),
        Reviewing(NOBODY, SERVICE, Front()),
        Trouble(NOBODY, TroubleKind.QUOTA),
    ]

    assert all(asks_first(state) for state in begun)


def test_a_number_on_its_way_to_paper_goes_without_asking() -> None:
    assert not asks_first(SHOWN)
    assert asks_first(replace(SHOWN, paper=PaperOutcome.JAM))


def test_wherever_a_state_asks_the_question_has_an_end() -> None:
    for state in screens():
        if asks_first(state):
            assert warning_seconds(state) > 0


# --- docs/reference/states.md -----------------------------------------------------------------

_CODES = re.compile(r"\((S\d\d[^)]*)\)")


def documented(state: State) -> str:
    """The row of the docs that this state must have; which screen it is its docstring tells."""
    kind = type(state)
    codes = _CODES.search(kind.__doc__ or "")
    asked = not isinstance(state, Closed | Idle | Overlaid) and asks_first(state)
    times = (patience(state), warning_seconds(state) if asked else None)
    shown = [f"{seconds:g}" if seconds else "–" for seconds in times]
    return f"| {' | '.join([f'`{kind.__name__}`', codes[1] if codes else 'card', *shown])} |"


def test_the_documented_states_are_those_of_the_code() -> None:
    text = (ROOT / "docs/reference/states.md").read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]

    assert [row for row in rows if not row.startswith("| `Overlaid`")] == [
        documented(state) for state, _, _ in SECONDS
    ]


def test_the_documented_dialogs_are_those_of_the_code() -> None:
    text = (ROOT / "docs/reference/states.md").read_text("utf-8")
    (line,) = (line for line in text.splitlines() if line.startswith("Dialogs"))

    assert re.findall("`([A-Z_]+)`", line) == [overlay.name for overlay in Overlay]


def test_the_table_leaves_no_state_out() -> None:
    assert {type(state) for state, _, _ in SECONDS} | {Overlaid} == _kinds(State)


def _kinds(union: object) -> set[object]:
    parts = get_args(union)
    return set().union(*(_kinds(part) for part in parts)) if parts else {union}
