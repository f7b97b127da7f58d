"""S11 and S12: a booking's code is shown or typed, and the booking stands there to be checked in."""

from kiosk.domain import wording
from kiosk.domain.booking import CODE_LENGTH, Booking, Standing, standing
from kiosk.domain.states import CheckingIn, FoundBooking, ShowCode, TypeCode
from ui.views.arriving import pill
from ui.views.drawing import Drawing, Fields


def check_in(drawing: Drawing, state: CheckingIn) -> tuple[str, Fields]:
    """The screen of a check-in's page and its fields."""
    match state.page:
        case ShowCode(unknown):
            return "S11", _show(drawing, unknown=unknown)
        case TypeCode() as page:
            return "S11Code", _type(drawing, page)
        case FoundBooking(booking):
            return "S12", _found(drawing, booking)


def _show(drawing: Drawing, *, unknown: bool) -> Fields:
    words, working = drawing.words, drawing.can_read
    return {
        "title": words("chk.title"),
        "sub": words("chk.sub"),
        "pill": pill(drawing),
        "error": _unknown(drawing) if unknown else None if working else _blind(drawing),
        "camera": working,
        "drawn": drawing.scanner_alone,
    }


def _unknown(drawing: Drawing) -> Fields:
    key = "booking.unknown"
    return {
        "key": key,
        "title": drawing.words(f"err.{key}.t"),
        "text": drawing.words(f"err.{key}.x"),
    }


def _blind(drawing: Drawing) -> Fields:
    """Without a camera the code is typed."""
    words = drawing.words
    return {"key": "camera", "title": words("err.camera.t"), "text": words("chk.blind")}


def _type(drawing: Drawing, page: TypeCode) -> Fields:
    words = drawing.words
    unknown = f"{words('err.booking.unknown.t')}. {words('err.booking.unknown.x')}"
    return {
        "title": words("chk.code"),
        "label": words("chk.code.label", n=CODE_LENGTH),
        "text": page.text,
        "length": CODE_LENGTH,
        "complete": len(page.text) == CODE_LENGTH and not page.unknown,
        "error": unknown if page.unknown else "",
    }


def _found(drawing: Drawing, booking: Booking) -> Fields:
    words, hall = drawing.words, drawing.hall
    service = hall.catalogue.services[booking.service]
    agency = hall.catalogue.agency_of(service)
    starts = booking.starts.astimezone(hall.local.tzinfo)
    when = f"{wording.long_date(words, starts.date())} {wording.clock(words, starts)}"
    facts = [{"label": words("chk.time"), "value": when}]
    if booking.masked_name:
        facts.append({"label": words("tkt.name"), "value": booking.masked_name})
    return {
        "title": words("chk.found"),
        "service": wording.service_name(words, service),
        "agency": agency.short_name,
        "place": wording.place(words, agency),
        "facts": facts,
        "note": _note(drawing, booking),
        "action": {"send": "checkIn", "label": words("chk.confirm"), "icon": "check"},
    }


def _note(drawing: Drawing, booking: Booking) -> Fields | None:
    words, hall = drawing.words, drawing.hall
    if standing(booking, hall.local) is not Standing.EARLY:
        return None
    time = wording.clock(words, booking.starts.astimezone(hall.local.tzinfo))
    return {"kind": "info", "icon": "clock", "text": words("chk.early", time=time)}
