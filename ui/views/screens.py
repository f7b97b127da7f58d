"""Which screen a state is drawn on, and what surrounds every screen."""

from typing import assert_never

from kiosk.domain import wording
from kiosk.domain.devices import CameraState
from kiosk.domain.preferences import Preferences
from kiosk.domain.setup import Setup
from kiosk.domain.states import (
    Agencies,
    AgencyServices,
    Arriving,
    Attending,
    CheckingIn,
    Choosing,
    Collecting,
    EventServices,
    FindingUnit,
    Front,
    Identifying,
    Idle,
    Issued,
    Issuing,
    Overlaid,
    Rating,
    Reviewing,
    Search,
    Thanked,
    Trouble,
    View,
    Visit,
    visit_of,
)
from kiosk.domain.states import Closed as OutOfService
from kiosk.domain.stepping import newcomer
from ui.views.above import banner, dialog, trouble
from ui.views.arriving import attract, identify
from ui.views.checking_in import check_in
from ui.views.choosing import agencies, front, of_agency, popular, search_results, services
from ui.views.collecting import collecting
from ui.views.drawing import Drawing, Fields
from ui.views.number import done, issuing, on_phone
from ui.views.rating import finding_unit, rating, thanked
from ui.views.service import review
from ui.views.setup import setup
from ui.views.staff import staff


def screen_and_view(drawing: Drawing) -> tuple[str, Fields]:
    """The name of the screen (as in the design) and its fields."""
    state = drawing.state
    if isinstance(state, Overlaid):
        state = state.under
    match state:
        case OutOfService():
            return "S20", {"title": drawing.words("tech.closed.public")}
        case Idle() | Arriving():
            return "S00", attract(drawing)
        case Identifying():
            return "S01", identify(drawing, state)
        case Choosing(visit, view):
            return _catalogue(drawing, visit, view)
        case Reviewing():
            return "S07", review(drawing, state)
        case Issuing():
            return "S08", issuing(drawing, state)
        case Issued(paper=paper) if paper.on_its_way:
            return "S09", done(drawing, state)
        case Issued():
            return "S10", on_phone(drawing, state)
        case CheckingIn():
            return check_in(drawing, state)
        case FindingUnit():
            return finding_unit(drawing, state)
        case Rating():
            return rating(drawing, state)
        case Thanked():
            return "S15", thanked(drawing)
        case Collecting():
            return "E", collecting(drawing, state)
        case Trouble():
            return "E", trouble(drawing, state)
        case Attending():
            return staff(drawing, state)
        case Setup():
            return setup(drawing, state)
    assert_never(state)


def _catalogue(drawing: Drawing, visit: Visit, view: View) -> tuple[str, Fields]:
    match view:
        case Front():
            return "S02", front(drawing, visit)
        case Search(query):
            return "S03", search_results(drawing, query)
        case Agencies():
            return "S04", agencies(drawing)
        case AgencyServices(agency):
            found = drawing.hall.catalogue.agencies[agency]
            return "S05", services(drawing, found.short_name, of_agency(drawing, found))
        case EventServices(event):
            name = wording.event_name(drawing.words, drawing.hall.catalogue.events[event])
            return "S06", services(drawing, name, drawing.hall.catalogue.for_event(event))
    assert_never(view)


def unclaimed(drawing: Drawing) -> dict[str, Fields]:
    """The screens most visits see, as they are for somebody nobody knows anything about."""
    nobody = newcomer(drawing.hall)
    shown = {
        "S01": identify(drawing, Identifying(nobody)),
        "S02": front(drawing, nobody),
        "S03": search_results(drawing, ""),
    }
    if services := popular(drawing.hall):
        shown["S07"] = review(drawing, Reviewing(nobody, services[0].id, Front()))
    return shown


def _preferences(drawing: Drawing) -> Preferences:
    """Staff see a screen as it is made; whoever was here took their wishes along."""
    state = drawing.state
    if isinstance(state, Setup):
        return Preferences(language=state.known.language)
    if isinstance(state, Attending):
        return Preferences()
    return (visit_of(state) or newcomer(drawing.hall)).preferences


def shell(drawing: Drawing) -> Fields:
    """What surrounds every screen: place, clock, toolbar, banner, toast, dialog."""
    words, hall = drawing.words, drawing.hall
    preferences = _preferences(drawing)
    return {
        "place": words("app.place"),
        "tenant": drawing.place.tenant,
        "clock": wording.clock(words, hall.local),
        "date": wording.long_date(words, hall.day),
        "language": preferences.language,
        "textScale": preferences.text_scale,
        "theme": preferences.theme.value,
        "lowReach": preferences.low_reach,
        "audio": preferences.audio,
        "volume": preferences.volume,
        "speed": preferences.speed,
        "screenOff": preferences.screen_off,
        "headphones": hall.headphones,
        "dim": drawing.moment.dim,
        "banner": banner(drawing),
        "toast": words(drawing.moment.toast) if drawing.moment.toast else "",
        "dialog": dialog(drawing),
        "cameraReady": hall.camera is CameraState.READY,
    }
