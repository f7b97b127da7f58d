"""Which states, panels and dresses the screens are looked at in: all that a visitor can meet.

To the states of `kiosk.screens`, which are taken in every dress, come those that need most room:
the longest names of the catalogue, a banner in every sky, the hours in which the hall is closed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from itertools import product
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize

from kiosk.domain.booking import Booking
from kiosk.domain.catalogue import Service
from kiosk.domain.devices import CameraState, PaperOutcome, PrinterState, ScannerState, Untaken
from kiosk.domain.identity import NotVerified
from kiosk.domain.model import BookingId
from kiosk.domain.preferences import TEXT_SCALES, Theme
from kiosk.domain.setup import Setup
from kiosk.domain.states import (
    Attending,
    CheckingIn,
    Choosing,
    Closed,
    EventServices,
    FindingUnit,
    FoundBooking,
    Front,
    Identifying,
    Issued,
    Overlaid,
    Overlay,
    Question,
    Rating,
    Reviewing,
    Search,
    State,
    Trouble,
    TroubleKind,
    TypeCode,
)
from kiosk.domain.survey import COMMENT_MOST, ELEMENTS, Element
from kiosk.screens import MOMENT, Cell, draw, of_setup, states
from tests.samples import catalogue
from tests.screens.stand import Mounted, languages
from ui.layout import Panel
from ui.views.drawing import Drawing

PORTRAIT = QSize(1080, 1920)
PANELS = {
    "21.5 portrait": Mounted(PORTRAIT, Panel(21.5, 850)),
    "21.5 low reach": Mounted(PORTRAIT, Panel(21.5, 850), low_reach=True),
    "21.5 landscape": Mounted(QSize(1920, 1080), Panel(21.5, 950)),
    "15 landscape": Mounted(QSize(1024, 768), Panel(15, 900)),
}
"""The four arrangements: on these the matrix is whole."""
MORE_PANELS = {
    "43 low reach": Mounted(PORTRAIT, Panel(43, 700), low_reach=True),
    "32 portrait": Mounted(PORTRAIT, Panel(32, 750)),
    "32 low reach": Mounted(PORTRAIT, Panel(32, 750), low_reach=True),
}
"""The largest is less high in low reach; the others have the pixels of one above, but not its mm."""
ALL_PANELS = PANELS | MORE_PANELS

FIRST = ("id", 1.0)
LARGEST = ("43 low reach", ("id", "en"), 1.5)
HALF_AN_HOUR = timedelta(minutes=30)
AFTER_HOURS = MOMENT + timedelta(hours=10)
EARLY = MOMENT - timedelta(hours=1, minutes=51)
FRIDAY_NOON = MOMENT + timedelta(days=1, hours=2, minutes=30)


@dataclass(frozen=True, slots=True)
class Scene:
    """A state, and what is special about its hall."""

    state: State | Setup
    hall: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Look:
    """One cell of the matrix: a scene in a dress."""

    name: str
    scale: float = 1.0
    language: str = "id"
    theme: Theme = Theme.LIGHT

    def __str__(self) -> str:
        return f"{self.name} {self.scale:g} {self.language} {self.theme.value}"


@cache
def matrix() -> Mapping[str, Scene]:
    """Every screen, dialog and error card, by name."""
    return {name: Scene(state) for name, state in states(catalogue()).items()}


@cache
def longest() -> Sequence[Service]:
    """The services whose words need most room."""
    services = list(catalogue().services.values())
    found = [
        max(services, key=lambda one: len(one.ticket_name)),
        max(services, key=lambda one: len(one.name_en or "")),
        max(services, key=lambda one: max(map(len, one.ticket_name.split()))),
        max(services, key=lambda one: len(one.name)),
        max(services, key=lambda one: len(one.requirements)),
        max(services, key=lambda one: max((len(text) for text in one.requirements), default=0)),
        max(services, key=lambda one: len(catalogue().agency_of(one).short_name)),
        max(services, key=lambda one: len(catalogue().agency_of(one).counters)),
    ]
    return tuple({one.id: one for one in found}.values())


@cache
def of_long_names() -> Mapping[str, Scene]:
    """The screens of a service, for each of those with long names."""
    number, booked = matrix()["S09"].state, matrix()["S12"].state
    assert isinstance(number, Issued)
    assert isinstance(booked, CheckingIn)
    assert isinstance(booked.page, FoundBooking)
    found: dict[str, Scene] = {}
    for one in longest():
        draft = replace(number.ticket.draft, service=one.id, priority=True)
        given = replace(number, ticket=replace(number.ticket, draft=draft))
        booking = replace(booked.page.booking, service=one.id)
        found |= {
            f"S07 of {one.id}": Scene(Reviewing(number.visit, one.id, Front())),
            f"S09 of {one.id}": Scene(given),
            f"S10 of {one.id}": Scene(replace(given, paper=PaperOutcome.JAM)),
            f"S12 of {one.id}": Scene(replace(booked, page=FoundBooking(booking))),
        }
    popular = tuple(one.id for one in longest())
    found["S02 of long names"] = Scene(Choosing(number.visit), {"popular": popular})
    return found


@cache
def of_other_days() -> Mapping[str, Scene]:
    """Moments and mishaps that put other words on a screen, and a banner into every sky."""
    number, rating = matrix()["S09"].state, matrix()["S14Comment"].state
    assert isinstance(number, Issued)
    assert isinstance(rating, Rating)
    nobody = replace(number.visit, identity=None)
    holder = replace(number.visit, tickets=(number.ticket,))
    listener = replace(nobody, preferences=replace(nobody.preferences, audio=True))
    service = longest()[0].id
    reviewing = Reviewing(nobody, service, Front())
    full = {"full": frozenset(catalogue().services)}
    comment = replace(rating.survey, comment=("Kursinya kurang " * 13)[:COMMENT_MOST])
    called = Overlaid(reviewing, Overlay.HELP, called_at=MOMENT)
    found = {
        "S00 after hours": Scene(matrix()["S00"].state, {"local": AFTER_HOURS}),
        "S00 early": Scene(matrix()["S00"].state, {"local": EARLY}),
        "S00 on Friday noon": Scene(matrix()["S00"].state, {"local": FRIDAY_NOON}),
        "S02 after hours": Scene(Choosing(nobody), {"local": AFTER_HOURS}),
        "S02 early": Scene(Choosing(nobody), {"local": EARLY}),
        "S02 full": Scene(Choosing(nobody), full),
        "S03 begun": Scene(Choosing(nobody, Search(""))),
        "S03 of a long name": Scene(Choosing(nobody, Search(longest()[0].ticket_name))),
        "S03 of nothing": Scene(Choosing(nobody, Search("qwertyuiop asdfghjkl"))),
        "S07 after hours": Scene(reviewing, {"local": AFTER_HOURS}),
        "S07 full": Scene(reviewing, full),
        "S07 on Friday noon": Scene(reviewing, {"local": FRIDAY_NOON}),
        "S07 held": Scene(Reviewing(holder, number.ticket.draft.service, Front())),
        "S07 without a printer": Scene(reviewing, {"printer": PrinterState.SILENT}),
        "S09 recalled": Scene(replace(number, recalled=True)),
        "S09 not taken": Scene(number, {"untaken": Untaken(number.ticket.id, MOMENT)}),
        "S09 reprinted": Scene(replace(number, reprinted=True)),
        "S10 staff called": Scene(
            replace(number, paper=PaperOutcome.COVER_OPEN, staff_called=True)
        ),
        "S01 with a hand scanner alone": Scene(
            Identifying(nobody),
            {"camera": CameraState.MISSING, "scanner": ScannerState.READY},
        ),
        "S01 with a dead hand scanner": Scene(
            Identifying(nobody), {"scanner": ScannerState.MISSING}
        ),
        "S01 with nothing to read codes": Scene(
            Identifying(nobody),
            {"camera": CameraState.MISSING, "scanner": ScannerState.MISSING},
        ),
        "S11 without a camera": Scene(CheckingIn(nobody), {"camera": CameraState.MISSING}),
        "S14Comment full": Scene(replace(rating, survey=comment)),
        "E staff called": Scene(Trouble(nobody, TroubleKind.GENERIC, staff_called=True)),
        "D-help called": Scene(called),
        "D-help called in vain": Scene(called, {"online": False}),
        "D-audio on": Scene(Overlaid(replace(reviewing, visit=listener), Overlay.AUDIO)),
    }
    for answer in range(1, 5):
        answered = replace(rating.survey, answers=((Element.REQUIREMENTS, answer),))
        found[f"S14 answered {answer}"] = Scene(
            replace(rating, survey=answered, page=Question(0, answered=True))
        )
    for place, element in enumerate(ELEMENTS):
        found[f"S14 {element}"] = Scene(replace(rating, page=Question(place)))
    found |= {
        "S11Code begun": Scene(CheckingIn(nobody, TypeCode(""))),
        "S11Code of wide letters": Scene(CheckingIn(nobody, TypeCode("WWWWMMMM", unknown=True))),
        "S12 in time": Scene(CheckingIn(nobody, FoundBooking(_booked(MOMENT, None)))),
        "S12 early": Scene(
            CheckingIn(nobody, FoundBooking(_booked(AFTER_HOURS, "M******* R****** W******")))
        ),
        "S13 without a camera": Scene(FindingUnit(nobody), {"camera": CameraState.MISSING}),
        "S14Comment begun": Scene(replace(rating, survey=replace(rating.survey, comment=""))),
    }
    found |= {f"S01 {one.value}": Scene(Identifying(nobody, problem=one)) for one in NotVerified}
    found |= {f"paper {one.value}": Scene(replace(number, paper=one)) for one in PaperOutcome}
    found["paper cut short"] = Scene(replace(number, paper=PaperOutcome.PAPER_OUT, begun=True))
    for event in catalogue().events:
        found[f"S06 of {event}"] = Scene(Choosing(nobody, EventServices(event)))
    for name, scene in matrix().items():
        if (
            name[0] == "S"
            and "offline" not in name
            and not isinstance(scene.state, Closed | Attending | Setup)
        ):
            found[f"{name} without a network"] = Scene(scene.state, {"online": False})
    return found


def _booked(starts: datetime, masked_name: str | None) -> Booking:
    return Booking(
        BookingId(UUID(int=3)),
        longest()[0].id,
        starts,
        starts + HALF_AN_HOUR,
        masked_name=masked_name,
    )


@cache
def in_english() -> Mapping[str, Scene]:
    """First start as it is read by whoever chose English: it has a language, and no other dress."""
    pages = of_setup("en")
    fullest = ("S50-none", "S51-wrong", "S52-refused", "S53-summary")
    return {f"{name} in English": Scene(pages[name]) for name in fullest}


@cache
def scenes() -> Mapping[str, Scene]:
    """All of them."""
    return {**matrix(), **of_long_names(), **of_other_days(), **in_english()}


def drawing(look: Look, mounted: Mounted) -> Drawing:
    """A look as the kiosk draws it on a panel."""
    panel = "low-reach" if mounted.low_reach else "tall"
    scene = scenes()[look.name]
    cell = Cell(look.name, look.theme, look.scale, look.language, panel)
    drawn = draw(cell, scene.state, catalogue(), languages())
    return replace(drawn, hall=replace(drawn.hall, **scene.hall))


def every_look(panel: str) -> Iterator[Look]:
    """What is measured on a panel, in an order that changes the dress rarely."""
    for language, scale in product(languages(), TEXT_SCALES):
        names = (
            name
            for name in _names(panel, language, scale)
            # Staff stand: their panel is not lowered.
            if not (ALL_PANELS[panel].low_reach and is_of_staff(name))
        )
        yield from _ordered(Look(name, scale, language) for name in names)
    if panel in PANELS:
        # Without clouds there is more room, and edges are stronger.
        place = list(PANELS).index(panel)
        scale, language = TEXT_SCALES[place % len(TEXT_SCALES)], list(languages())[place]
        dressed = [name for name in matrix() if not is_of_staff(name)]
        dark = (Look(name, scale, language, Theme.DARK_CONTRAST) for name in dressed)
        yield from _ordered(dark)


def _names(panel: str, language: str, scale: float) -> Iterator[str]:
    if panel in PANELS or (language, scale) == FIRST or is_largest(panel, language, scale):
        yield from matrix()
    if panel in PANELS and (language, scale) == FIRST:
        yield from in_english()
    if panel in PANELS and language == "id" and scale == TEXT_SCALES[-1]:
        yield from of_long_names()
    if panel in PANELS or panel == LARGEST[0]:
        yield from _in_turn({**of_long_names(), **of_other_days()}, panel, language, scale)


def is_largest(panel: str, language: str, scale: float) -> bool:
    """The large panel is measured with large text too."""
    return panel == LARGEST[0] and language in LARGEST[1] and scale == LARGEST[2]


def _in_turn(names: Iterable[str], panel: str, language: str, scale: float) -> Iterator[str]:
    """Each name once on a panel, each in another dress than on the panel before."""
    place, spoken = list(ALL_PANELS).index(panel), list(languages())
    for index, name in enumerate(names):
        dress = spoken[(index + place) % len(spoken)], TEXT_SCALES[(index + 2 * place) % 3]
        if dress == (language, scale):
            yield name


def is_of_staff(name: str) -> bool:
    """The technician's screens."""
    return isinstance(scenes()[name].state, Attending | Setup)


def is_undressed(name: str) -> bool:
    """Out of service, and at the panel of staff, nobody is here whose dress a screen could wear."""
    return isinstance(scenes()[name].state, Closed | Attending | Setup)


def _ordered(looks: Iterable[Look]) -> list[Look]:
    """By what surrounds a screen: dialogs last, and what has a banner together."""
    dressed = [
        one for one in looks if not is_undressed(one.name) or (one.language, one.scale) == FIRST
    ]
    return sorted(dressed, key=_surroundings)


def _surroundings(look: Look) -> tuple[str, float, str, bool, bool]:
    told = "offline" in look.name or "without a network" in look.name
    asked = isinstance(scenes()[look.name].state, Overlaid)
    return look.theme, look.scale, look.language, asked, told
