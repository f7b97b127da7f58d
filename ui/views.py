"""What each screen shows: from a session state and its surroundings to plain values for QML.

Pure: same state, same view. Words arrive ready; QML only lays them out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, assert_never

from kiosk.domain import wording
from kiosk.domain.catalogue import Agency, Service
from kiosk.domain.devices import CameraState, PaperOutcome, PrinterState, ScanHint
from kiosk.domain.hall import Hall
from kiosk.domain.hours import Availability, Closed, OnBreak, Open, PreOpen
from kiosk.domain.identity import NotVerified
from kiosk.domain.patience import patience, warning_seconds
from kiosk.domain.preferences import LANGUAGES
from kiosk.domain.search import Match, search
from kiosk.domain.states import (
    Agencies,
    AgencyServices,
    Arriving,
    Choosing,
    EventServices,
    Front,
    Identifying,
    Idle,
    Issued,
    Issuing,
    Overlaid,
    Overlay,
    Reviewing,
    Search,
    State,
    Trouble,
    TroubleKind,
    View,
    Visit,
    visit_of,
)
from kiosk.domain.states import Closed as OutOfService
from kiosk.domain.ticket import Ticket
from kiosk.domain.words import Words

# Any: views cross into QML, which knows no dataclasses.
Fields = dict[str, Any]
STEPS = 4
POPULAR_COUNT = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Where this kiosk stands and where its devices are, seen from the screen."""

    kiosk: str
    tenant: str
    camera_position: str = "below"
    printer_position: str = "below"


@dataclass(frozen=True, slots=True)
class Moment:
    """What of the moment is not in the state: a toast, a hint, seconds until patience ends."""

    toast: str | None = None
    hint: ScanHint = ScanHint.NONE
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything a view is made of."""

    state: State
    hall: Hall
    words: Words
    languages: Mapping[str, Words]
    place: Place
    moment: Moment


def screen_and_view(drawing: Drawing) -> tuple[str, Fields]:
    """The name of the screen (as in the design) and its fields."""
    state = drawing.state
    if isinstance(state, Overlaid):
        state = state.under
    match state:
        case OutOfService():
            return "S20", {"title": drawing.words("tech.closed.public")}
        case Idle() | Arriving():
            return "S00", _attract(drawing)
        case Identifying():
            return "S01", _identify(drawing, state)
        case Choosing(visit, view):
            return _catalogue(drawing, visit, view)
        case Reviewing():
            return "S07", _review(drawing, state)
        case Issuing():
            return "S08", _issuing(drawing, state)
        case Issued(paper=paper) if paper.on_its_way:
            return "S09", _done(drawing, state)
        case Issued():
            return "S10", _on_phone(drawing, state)
        case Trouble():
            return "E", _trouble(drawing, state)
    assert_never(state)


def _catalogue(drawing: Drawing, visit: Visit, view: View) -> tuple[str, Fields]:
    match view:
        case Front():
            return "S02", _front(drawing, visit)
        case Search(query):
            return "S03", _search(drawing, query)
        case Agencies():
            return "S04", _agencies(drawing)
        case AgencyServices(agency):
            found = drawing.hall.catalogue.agencies[agency]
            return "S05", _services(drawing, found.short_name, _of_agency(drawing, found))
        case EventServices(event):
            name = wording.event_name(drawing.words, drawing.hall.catalogue.events[event])
            return "S06", _services(drawing, name, drawing.hall.catalogue.for_event(event))
    assert_never(view)


def shell(drawing: Drawing) -> Fields:
    """What surrounds every screen: place, clock, toolbar, banner, toast, dialog."""
    words, hall = drawing.words, drawing.hall
    visit = visit_of(drawing.state)
    preferences = (visit or Visit(hall.fresh.visit)).preferences
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
        "banner": _banner(drawing),
        "toast": words(drawing.moment.toast) if drawing.moment.toast else "",
        "dialog": _dialog(drawing),
        "cameraReady": hall.camera is CameraState.READY,
    }


# --- parts ------------------------------------------------------------------------------------


def _step(drawing: Drawing, number: int, title: str, *, eyebrow: str = "") -> Fields:
    text = drawing.words("common.step", n=number, total=STEPS)
    return {
        "step": number,
        "total": STEPS,
        "stepText": f"{text} · {eyebrow}" if eyebrow else text,
        "title": title,
    }


def _banner(drawing: Drawing) -> Fields | None:
    """One line under the title; the printer's comes first where a number is about to be taken."""
    words, hall, state = drawing.words, drawing.hall, drawing.state
    if isinstance(state, Idle | Arriving | OutOfService | Issued | Overlaid):
        return None
    if isinstance(state, Reviewing) and hall.printer is PrinterState.PAPER_OUT:
        return {"kind": "warn", "icon": "receipt", "text": words("paper.before")}
    if isinstance(state, Reviewing) and not hall.printer.can_print:
        return {"kind": "warn", "icon": "printer-off", "text": words("err.printer.off.x")}
    if not hall.online:
        return {"kind": "warn", "icon": "wifi-off", "text": words("banner.offline")}
    return None


def _queue(drawing: Drawing, service: Service) -> Fields:
    words, hall = drawing.words, drawing.hall
    match hall.availability(service):
        case PreOpen(opens):
            text = words("common.queue.opens", time=wording.clock(words, opens))
            return {"kind": "opens", "text": text}
        case Closed():
            return {"kind": "closed", "text": words("common.queue.closed")}
        case Open() | OnBreak():
            return _waiting(drawing, service)
        case other:
            assert_never(other)


def _waiting(drawing: Drawing, service: Service) -> Fields:
    count = _count(drawing.hall, service)
    if count is None:
        return {"kind": "unknown", "text": ""}
    if count == 0:
        return {"kind": "none", "text": drawing.words("common.queue.none")}
    return {"kind": "n", "text": drawing.words("common.queue.n", n=count)}


def _count(hall: Hall, service: Service) -> int | None:
    if hall.waiting is None or not hall.online:
        return None
    return hall.waiting.get(hall.catalogue.agency_of(service).queue)


def _tile(drawing: Drawing, service: Service) -> Fields:
    queue = _queue(drawing, service)
    return {
        "id": service.id,
        "icon": service.icon,
        "name": wording.service_name(drawing.words, service),
        "agency": drawing.hall.catalogue.agency_of(service).short_name,
        "queue": queue,
        "dim": queue["kind"] in ("closed", "full", "opens"),
    }


# --- S00, S01 ---------------------------------------------------------------------------------


def _attract(drawing: Drawing) -> Fields:
    words, hall = drawing.words, drawing.hall
    mall = hall.mall()
    kind, text = _mall_words(words, mall)
    visit = visit_of(drawing.state)
    language = visit.preferences.language if visit else "id"
    count = words(
        "idle.take.sub",
        services=len(hall.catalogue.services),
        agencies=len(hall.catalogue.agencies),
    )
    enabled = isinstance(mall, Open | OnBreak)
    return {
        "open": {"kind": kind, "text": text},
        "wait": "",
        "take": {
            "title": words("idle.take"),
            "sub": count if enabled else text,
            "enabled": enabled,
        },
        "languages": _languages(drawing, language),
        "arrow": {"above": "up", "right": "right"}.get(drawing.place.camera_position, "down"),
        "booking": False,
        "rate": False,
    }


def _mall_words(words: Words, mall: Availability) -> tuple[str, str]:
    match mall:
        case Open(closes=closes):
            return "open", words("idle.open", time=wording.clock(words, closes))
        case OnBreak(resumes=resumes):
            return "open", words("lbl.break", time=wording.clock(words, resumes))
        case PreOpen(opens):
            return "preopen", words("common.queue.opens", time=wording.clock(words, opens))
        case Closed(reopens):
            if reopens is None:
                return "closed", words("common.queue.closed")
            day = wording.weekday(words, reopens.date())
            time = wording.clock(words, reopens)
            return "closed", words("idle.closed", day=day, time=time)
    assert_never(mall)


def _languages(drawing: Drawing, current: str) -> list[Fields]:
    return [
        {"id": one, "name": drawing.words(f"idle.lang.{one}"), "current": one == current}
        for one in LANGUAGES
        if one in drawing.languages
    ]


_HINTS = {
    ScanHint.CLOSER: "scan.hint.closer",
    ScanHint.BACK: "scan.hint.back",
    ScanHint.BRIGHT: "scan.hint.bright",
    ScanHint.STILL: "scan.hint.still",
}
_PROBLEMS = {
    NotVerified.UNVERIFIED: "qr.unverified",
    NotVerified.EXPIRED: "qr.expired",
    NotVerified.USED: "qr.used",
    NotVerified.FUTURE: "qr.future",
    NotVerified.NOT_IKD: "qr.notikd",
    NotVerified.UNREACHABLE: "qr.unverified",
}


def _identify(drawing: Drawing, state: Identifying) -> Fields:
    words, hall = drawing.words, drawing.hall
    working = hall.camera in (CameraState.READY, CameraState.STARTING)
    return {
        **_step(drawing, 1, words("scan.title")),
        "pill": _pill(drawing, state),
        "error": _identify_error(drawing, state, working=working),
        "camera": working,
        "steps": [
            words("scan.s1"),
            words("scan.s2"),
            words(f"scan.s3.{drawing.place.camera_position}"),
        ],
    }


def _pill(drawing: Drawing, state: Identifying) -> Fields:
    words, identity = drawing.words, state.visit.identity
    if state.greeted and identity is not None:
        return {"state": "ok", "text": words("scan.ok", name=identity.given_name)}
    if state.request is not None:
        return {"state": "reading", "text": words("scan.reading")}
    if hint := _HINTS.get(drawing.moment.hint):
        return {"state": "hint", "text": words(hint)}
    return {"state": "looking", "text": words("scan.looking")}


def _identify_error(drawing: Drawing, state: Identifying, *, working: bool) -> Fields | None:
    words = drawing.words
    if state.problem is not None:
        key = _PROBLEMS[state.problem]
    elif not working:
        key = "camera"
    else:
        return None
    return {"title": words(f"err.{key}.t"), "text": words(f"err.{key}.x"), "key": key}


# --- S02 to S06 -------------------------------------------------------------------------------


def popular(hall: Hall) -> list[Service]:
    """The services shown first: chosen most lately, then the catalogue's own suggestion."""
    ids = dict.fromkeys((*hall.popular, *hall.catalogue.featured, *hall.catalogue.services))
    known = [hall.catalogue.services[one] for one in ids if one in hall.catalogue.services]
    return known[:POPULAR_COUNT]


def _front(drawing: Drawing, visit: Visit) -> Fields:
    words, hall = drawing.words, drawing.hall
    name = visit.identity.given_name if visit.identity else None
    title = words("cat.title.name", name=name) if name else words("cat.title")
    return {
        **_step(drawing, 2, title),
        "popular": [_tile(drawing, service) for service in popular(hall)],
        "events": [
            {"id": event.id, "icon": event.icon, "label": wording.event_name(words, event)}
            for event in hall.catalogue.events.values()
            if event.main
        ],
        "agencies": _agency_tiles(drawing),
    }


def _agency_tiles(drawing: Drawing) -> list[Fields]:
    return [
        {
            "id": agency.id,
            "badge": str(agency.queue),
            "icon": agency.icon,
            "name": agency.short_name,
            "count": drawing.words("agency.services", n=len(agency.services)),
        }
        for agency in drawing.hall.catalogue.agencies.values()
    ]


def _agencies(drawing: Drawing) -> Fields:
    return {
        **_step(drawing, 2, drawing.words("agency.title")),
        "agencies": _agency_tiles(drawing),
    }


def _of_agency(drawing: Drawing, agency: Agency) -> tuple[Service, ...]:
    return tuple(drawing.hall.catalogue.services[one] for one in agency.services)


def _services(drawing: Drawing, title: str, services: tuple[Service, ...]) -> Fields:
    return {
        **_step(drawing, 2, title),
        "services": [_tile(drawing, service) for service in services],
    }


def _search(drawing: Drawing, query: str) -> Fields:
    words, hall = drawing.words, drawing.hall
    matches = search(hall.catalogue, query, words.language) if query.strip() else ()
    nothing = bool(query.strip()) and not matches
    shown = matches or tuple(Match(service, 0, 0) for service in popular(hall)[:3])
    return {
        **_step(drawing, 2, words("cat.search.long")),
        "query": query,
        "results": [_row(drawing, match) for match in shown],
        "none": words("search.none", q=query) if nothing else "",
        "tip": words("search.none.tip") if nothing else "",
        "placeholder": words("search.placeholder"),
    }


def _row(drawing: Drawing, match: Match) -> Fields:
    tile = _tile(drawing, match.service)
    name = str(tile["name"])
    found = slice(match.start, match.start + match.length)
    queue = tile["queue"]["text"]
    return {
        **tile,
        "before": name[: found.start],
        "match": name[found],
        "after": name[found.stop :],
        "sub": f"{tile['agency']} · {queue}" if queue else tile["agency"],
    }


# --- S07 --------------------------------------------------------------------------------------

_REQUIREMENT_ICONS = (
    (("keluarga", "kk)"), "users"),
    (("ktp", "identitas", "nik", "paspor"), "id"),
    (("foto",), "camera"),
    (("hadir", "datang"), "user-check"),
    (("ponsel", "telepon", "hp ", "surel", "email"), "device-mobile"),
    (("bayar", "biaya", "bukti setor"), "cash"),
)


def _requirement(text: str) -> Fields:
    lower = text.lower()
    for signs, icon in _REQUIREMENT_ICONS:
        if any(sign in lower for sign in signs):
            return {"icon": icon, "text": text}
    return {"icon": "file-text", "text": text}


def _review(drawing: Drawing, state: Reviewing) -> Fields:
    words, hall = drawing.words, drawing.hall
    service = hall.catalogue.services[state.service]
    agency = hall.catalogue.agency_of(service)
    held = state.visit.ticket_for(service.id)
    return {
        **_step(drawing, 3, wording.service_name(words, service), eyebrow=agency.short_name),
        "fullName": wording.full_name(words, service),
        "facts": _review_facts(drawing, service, agency),
        "requirements": [_requirement(text) for text in service.requirements],
        "fee": wording.fee(words, service),
        "duration": words("common.minutes", n=service.duration_minutes),
        "priority": state.priority,
        "noIkd": state.visit.identity is None,
        "blocked": _blocked(drawing, service),
        "have": {"text": words("det.have", number=held.label)} if held else None,
    }


def _review_facts(drawing: Drawing, service: Service, agency: Agency) -> list[Fields]:
    words = drawing.words
    count = _count(drawing.hall, service)
    facts = []
    if count is not None:
        waiting = wording.people(words, count) if count else words("common.queue.none")
        facts.append({"label": words("det.waiting"), "value": waiting})
    facts.append({"label": wording.floor(words, agency), "value": wording.counter(words, agency)})
    return facts


def _blocked(drawing: Drawing, service: Service) -> Fields | None:
    words = drawing.words
    match drawing.hall.availability(service):
        case Open() | OnBreak():
            return None
        case PreOpen(opens) | Closed(opens):
            text = _reopening(words, opens) if opens else ""
            return {"title": words("err.closed.t"), "text": text}
        case other:
            assert_never(other)


def _reopening(words: Words, moment: datetime) -> str:
    return words(
        "err.closed.x",
        day=wording.weekday(words, moment.date()),
        time=wording.clock(words, moment),
    )


# --- S08 to S10 -------------------------------------------------------------------------------


def _issuing(drawing: Drawing, state: Issuing) -> Fields:
    service = drawing.hall.catalogue.services[state.service]
    return {
        "text": drawing.words("issue.wait"),
        "service": wording.service_name(drawing.words, service),
        "agency": drawing.hall.catalogue.agency_of(service).short_name,
    }


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


def _done(drawing: Drawing, state: Issued) -> Fields:
    words = drawing.words
    fields = _ticket(drawing, state.ticket)
    position = drawing.place.printer_position
    below = words(f"done.sub.{'right' if position == 'right' else 'below'}")
    return {
        **fields,
        "title": words("done.title"),
        "sub": "" if state.recalled else below,
        "steps": [
            {"icon": "receipt", "text": words("done.i1")},
            {"icon": "armchair", "text": words("done.i2", place=fields["floor"])},
            {"icon": "volume", "text": words("done.i3")},
        ][1 if state.recalled else 0 :],
        "canReprint": not state.reprinted,
        "seconds": patience(state),
    }


_PAPER_TITLES = {
    PaperOutcome.PAPER_OUT: "paper.title",
    PaperOutcome.JAM: "jam.title",
    PaperOutcome.COVER_OPEN: "paper.cover.title",
    PaperOutcome.OFF: "paper.off.title",
    PaperOutcome.IN_DOUBT: "paper.doubt.title",
}


def _on_phone(drawing: Drawing, state: Issued) -> Fields:
    words = drawing.words
    return {
        **_ticket(drawing, state.ticket),
        "title": words(_PAPER_TITLES[state.paper]),
        "sub": words("paper.sub"),
        "steps": [
            {"icon": "device-mobile", "text": words("paper.i1"), "warm": False},
            {"icon": "camera", "text": words("paper.i2"), "warm": False},
            {
                "icon": "hand-stop",
                "text": words("help.called" if state.staff_called else "paper.i3"),
                "warm": True,
            },
        ],
        "staffCalled": state.staff_called,
    }


# --- error cards and dialogs ------------------------------------------------------------------


def _trouble(drawing: Drawing, state: Trouble) -> Fields:
    words = drawing.words
    key = state.kind.value
    return {
        "key": key,
        "kind": "fail" if state.kind is TroubleKind.GENERIC else "wait",
        "title": words(f"err.{key}.t"),
        "text": _trouble_text(drawing, state),
        "actions": _trouble_actions(words, state),
        "staffCalled": state.staff_called,
    }


def _trouble_text(drawing: Drawing, state: Trouble) -> str:
    words, hall = drawing.words, drawing.hall
    match state.kind:
        case TroubleKind.CLOSED | TroubleKind.QUOTA:
            reopens = _reopens(hall, state)
            if reopens is None:
                return words("err.service.full.x")
            if state.kind is TroubleKind.QUOTA:
                return words("err.quota.x", date=wording.long_date(words, reopens.date()))
            return _reopening(words, reopens)
        case TroubleKind.GENERIC:
            return words("err.generic.x", code="A-20")
        case TroubleKind.OFFLINE | TroubleKind.BOOKING_UNKNOWN:
            return words(f"err.{state.kind.value}.x")
    assert_never(state.kind)


def _reopens(hall: Hall, state: Trouble) -> datetime | None:
    if state.service is None:
        return None
    found = hall.availability(hall.catalogue.services[state.service])
    match found:
        case Closed(reopens):
            return reopens
        case PreOpen(opens):
            return opens
        case _:
            return None


def _trouble_actions(words: Words, state: Trouble) -> list[Fields]:
    """The first is the primary button."""
    another = {"send": "more", "label": words("done.more"), "icon": "plus"}
    again = {"send": "confirm", "label": words("common.retry"), "icon": "refresh"}
    finish = {"send": "exit", "label": words("common.done"), "icon": "check"}
    staff = {"send": "callStaff", "label": words("help.call"), "icon": "hand-stop"}
    fresh = {"send": "more", "label": words("idle.take"), "icon": "ticket"}
    match state.kind:
        case TroubleKind.OFFLINE:
            return [again, finish]
        case TroubleKind.QUOTA | TroubleKind.CLOSED:
            return [another, finish]
        case TroubleKind.BOOKING_UNKNOWN:
            return [fresh, finish]
        case TroubleKind.GENERIC:
            return [again, staff]
    assert_never(state.kind)


def _dialog(drawing: Drawing) -> Fields | None:
    state, words = drawing.state, drawing.words
    if not isinstance(state, Overlaid):
        return None
    kind = state.overlay.value
    match state.overlay:
        case Overlay.STILL_HERE:
            total = warning_seconds(state)
            left = drawing.moment.seconds_left
            return {"kind": kind, "seconds": total if left is None else left, "total": total}
        case Overlay.LANGUAGE:
            current = state.visit.preferences.language
            return {"kind": kind, "languages": _languages(drawing, current)}
        case Overlay.AUDIO:
            return {"kind": kind, "on": state.visit.preferences.audio}
        case Overlay.HELP:
            called = words("help.called") if state.staff_called else ""
            return {"kind": kind, "called": called}
        case Overlay.SAVE:
            return {
                "kind": kind,
                "title": words("det.save.title"),
                "qr": _requirements_text(drawing),
            }
    assert_never(state.overlay)


def _requirements_text(drawing: Drawing) -> str:
    """The requirement list as text: a phone shows it without any network."""
    state = drawing.state
    if not isinstance(state, Overlaid) or not isinstance(state.under, Reviewing):
        return ""
    service = drawing.hall.catalogue.services[state.under.service]
    agency = drawing.hall.catalogue.agency_of(service)
    lines = [
        f"{wording.full_name(drawing.words, service)} ({agency.short_name})",
        f"{drawing.words('det.req')}:",
        *(f"- {text}" for text in service.requirements),
        wording.place(drawing.words, agency),
    ]
    return "\n".join(lines)
