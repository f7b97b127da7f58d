"""S30 to S32: the technician's door, panel and scan test."""

from math import ceil
from typing import assert_never

from kiosk.domain import wording
from kiosk.domain.devices import CameraState, PrinterState, ScanHint
from kiosk.domain.equipment import Judged, Part, judge, judge_light, judge_sharpness
from kiosk.domain.hall import Hall
from kiosk.domain.staff import PIN_DIGITS, TECHNICIAN, Act, Finding, Locked, Unset, Wrong
from kiosk.domain.states import (
    Attending,
    Board,
    EnterPin,
    LayoutPage,
    LogPage,
    RollPage,
    ScanTest,
    Statistics,
    TouchTest,
)
from kiosk.domain.words import Words
from ui.views.arriving import pill
from ui.views.drawing import Drawing, Fields
from ui.views.panel import layout, log, roll, touch
from ui.views.statistics import statistics

_ICONS = {
    Part.PRINTER: "printer",
    Part.SCANNER: "scan",
    Part.CAMERA: "camera",
    Part.NETWORK: "network",
    Part.TOUCH: "click",
    Part.CLOCK: "clock",
    Part.DISK: "database",
    Part.HEAT: "gauge",
}
_ACT_ICONS = {
    Act.PRINT: "printer",
    Act.SCAN: "scan",
    Act.SOUND: "volume",
    Act.ROLL: "receipt",
    Act.TOUCH: "click",
    Act.LAYOUT: "settings",
    Act.LOG: "file-text",
    Act.RESTART: "refresh",
    Act.STATISTICS: "chart-bar",
}
_ALWAYS = [
    (Act.TOUCH, "touch"),
    (Act.LAYOUT, "layout"),
    (Act.LOG, "log"),
    (Act.RESTART, "restart"),
    (Act.STATISTICS, "stats"),
]
_DISTANCE = {ScanHint.CLOSER: "tech.aid.closer", ScanHint.BACK: "tech.aid.back"}
_SAID_BY_PRINTER = {
    PrinterState.UNKNOWN,
    PrinterState.PAPER_OUT,
    PrinterState.COVER_OPEN,
    PrinterState.JAM,
    PrinterState.HOT,
    PrinterState.BROKEN,
    PrinterState.SILENT,
}


def staff(drawing: Drawing, state: Attending) -> tuple[str, Fields]:
    """The screen of the page staff are on."""
    match state.page:
        case EnterPin():
            return "S30", _door(drawing, state.page)
        case Board():
            return "S31", _board(drawing, state)
        case ScanTest():
            return "S32", scan(drawing, state.page)
        case RollPage():
            return "S33", roll(drawing, state.page)
        case TouchTest():
            return "S34", touch(drawing, state)
        case LayoutPage():
            return "S35", layout(drawing, state.page)
        case LogPage():
            return "S36", log(drawing, state.page)
        case Statistics():
            return "S40", statistics(drawing, state.page)
    assert_never(state.page)


def staff_dialog(drawing: Drawing, state: Attending) -> Fields | None:
    """What the panel asks before it stops service."""
    match state.page:
        case Board(asking=Act.CLOSED):
            return _question(drawing.words, "close", "tech.a.close", "common.cancel", "closeDialog")
        case Board(asking=Act.RESTART):
            return _question(
                drawing.words, "restart", "tech.a.restart", "common.cancel", "closeDialog"
            )
        case Board(asking=Act.SOUND):
            return _question(drawing.words, "sound", "common.yes", "common.no", "actDeny")
        case _:
            return None


def _question(words: Words, about: str, yes: str, no: str, denies: str) -> Fields:
    return {
        "kind": "staff",
        "title": words(f"tech.ask.{about}.t"),
        "text": words(f"tech.ask.{about}.x"),
        "yes": words(yes),
        "no": words(no),
        "denies": denies,
    }


# --- S30 --------------------------------------------------------------------------------------


def _door(drawing: Drawing, page: EnterPin) -> Fields:
    minutes = _locked_minutes(drawing.hall, page)
    return {
        "title": drawing.words("tech.pin"),
        "text": _told(drawing.words, page, minutes),
        "digits": PIN_DIGITS,
        "wrong": isinstance(page.verdict, Wrong | Locked),
        "usable": page.request is None and not minutes and not isinstance(page.verdict, Unset),
        "turn": repr(page),
    }


def _locked_minutes(hall: Hall, page: EnterPin) -> int:
    if not isinstance(page.verdict, Locked):
        return 0
    return max(0, ceil((page.verdict.until - hall.local).total_seconds() / 60))


def _told(words: Words, page: EnterPin, minutes: int) -> str:
    match page.verdict:
        case Unset():
            return words("tech.pin.unset")
        case Wrong(left):
            return words("tech.pin.bad", n=left)
        case Locked() if minutes:
            return words("tech.pin.lock", n=minutes)
        case None if page.request:
            return words("tech.pin.busy")
        case _:
            return words("tech.pin.enter", n=PIN_DIGITS)


# --- S31 --------------------------------------------------------------------------------------


def _board(drawing: Drawing, state: Attending) -> Fields:
    words, judged = drawing.words, judge(drawing.hall)
    closed = state.closed == TECHNICIAN
    where = words("tech.where", kiosk=drawing.place.kiosk)
    return {
        "eyebrow": f"{where} · {words('tech.is.closed')}" if closed else where,
        "title": _headline(words, judged),
        "rows": [_row(drawing, one) for one in judged],
        "acts": [_act(drawing, state, act, name) for act, name in _acts(drawing)],
        "leaving": words("tech.a.exit"),
        "closing": {
            "act": Act.OPENED if closed else Act.CLOSED,
            "label": words("tech.a.open" if closed else "tech.a.close"),
        },
    }


def _acts(drawing: Drawing) -> list[tuple[Act, str]]:
    """What can be done with what is there, and the name of its words."""
    printing, found = drawing.hall.equipment.has_printer, []
    if printing:
        found.append((Act.PRINT, "print"))
    if drawing.can_read:
        found.append((Act.SCAN, "scan"))
    found.append((Act.SOUND, "sound"))
    if printing:
        found.append((Act.ROLL, "paper"))
    return [*found, *_ALWAYS]


def _act(drawing: Drawing, state: Attending, act: Act, name: str) -> Fields:
    words, finding = drawing.words, state.finding(act)
    busy = act is Act.PRINT and state.paper is not None
    told = words(f"tech.s.{finding}") if finding else ""
    return {
        "act": act,
        "icon": _ACT_ICONS[act],
        "label": words(f"tech.a.{name}"),
        "finding": "" if busy or not finding else finding,
        "word": words("tech.busy") if busy else told,
    }


def _headline(words: Words, judged: tuple[Judged, ...]) -> str:
    """The worst first."""
    found = [one.finding for one in judged]
    for finding in (Finding.BROKEN, Finding.ATTENTION):
        if count := found.count(finding):
            return words(f"tech.{finding}", n=count)
    return words("tech.ok")


def _row(drawing: Drawing, judged: Judged) -> Fields:
    words = drawing.words
    return {
        "part": judged.part,
        "icon": _ICONS[judged.part],
        "name": words(f"tech.{judged.part}"),
        "text": _detail(drawing, judged),
        "finding": judged.finding,
        "word": words(f"tech.s.{judged.finding}"),
    }


def _detail(drawing: Drawing, judged: Judged) -> str:
    words, hall = drawing.words, drawing.hall
    if judged.finding is Finding.ABSENT:
        return words("tech.x.none")
    match judged.part:
        case Part.PRINTER:
            return _printer(words, hall)
        case Part.SCANNER:
            return words(f"tech.x.scanner.{hall.scanner}")
        case Part.CAMERA:
            return _camera(words, hall)
        case Part.NETWORK:
            return _network(words, hall)
        case Part.TOUCH:
            return _touch(words, hall)
        case Part.CLOCK:
            return _clock(words, hall)
        case Part.DISK:
            free = (hall.equipment.disk_free_mb or 0) / 1024
            return words("tech.x.disk", n=_decimal(free))
        case Part.HEAT:
            return words("tech.x.temp", n=hall.equipment.celsius)
    assert_never(judged.part)


def _printer(words: Words, hall: Hall) -> str:
    left = hall.equipment.left
    told = [words("tech.x.left", n=left.count)] if left and left.day == hall.day else []
    # What matters most comes last: a narrow row shows that alone.
    return " · ".join([*told, _paper(words, hall)])


def _paper(words: Words, hall: Hall) -> str:
    tickets = hall.equipment.paper_tickets
    if hall.printer in _SAID_BY_PRINTER or tickets is None:
        told = hall.printer if hall.printer in _SAID_BY_PRINTER else PrinterState.UNKNOWN
        return words(f"tech.x.printer.{told}")
    return words("tech.x.paper", n=tickets)


def _camera(words: Words, hall: Hall) -> str:
    if hall.camera is not CameraState.READY:
        return words(f"tech.x.camera.{hall.camera}")
    told, film, read = [], hall.equipment.film, hall.equipment.last_read
    if film is not None and film.width:
        told.append(words("tech.x.camera.film", w=film.width, h=film.height, n=film.per_second))
    if read is None:
        told.append(words("tech.x.camera.none"))
    else:
        time = wording.clock(words, read.astimezone(hall.local.tzinfo))
        told.append(words("tech.x.camera.read", time=time))
    return " · ".join(told)


def _network(words: Words, hall: Hall) -> str:
    found = hall.equipment
    near = words("tech.x.net.on")
    if found.answer_ms is not None:
        near = words("tech.x.net.near", n=found.answer_ms)
    told = [near] if hall.online else []
    if found.waiting is not None:
        told.append(words("tech.x.net.waiting", n=found.waiting))
    if found.quarantined:
        told.append(words("tech.x.net.refused", n=found.quarantined))
    # What matters most comes last: a narrow row shows that alone.
    return " · ".join(told if hall.online else [*told, words("tech.x.net.off")])


def _touch(words: Words, hall: Hall) -> str:
    tested = hall.equipment.touch
    if tested is None:
        return ""
    day = tested.at.astimezone(hall.local.tzinfo)
    return words("tech.x.touch", date=f"{day.day} {words(f'date.month.{day.month}')}")


def _clock(words: Words, hall: Hall) -> str:
    found = hall.equipment
    if not found.clock_trusted:
        return words("tech.x.clock.wrong")
    if found.clock_offset is None:
        return words("tech.x.clock.unknown")
    return words("tech.x.clock.off", n=_decimal(abs(found.clock_offset)))


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


# --- S32 --------------------------------------------------------------------------------------


def scan(drawing: Drawing, page: ScanTest) -> Fields:
    """What is held up is read, and how well the camera sees."""
    words, read = drawing.words, page.read
    kind = words(f"tech.scan.{read}") if read else ""
    return {
        "title": words("tech.a.scan"),
        "lead": words("tech.scan.lead"),
        "blind": words("tech.scan.blind"),
        "pill": {"state": "ok", "text": words("tech.scan.read", kind=kind)}
        if read
        else pill(drawing),
        "error": None,
        "camera": drawing.can_read,
        "drawn": drawing.scanner_alone,
        "aid": _aid(drawing),
    }


def _aid(drawing: Drawing) -> list[Fields]:
    """How well the camera sees, and whether the code is held at the right distance."""
    words, sight = drawing.words, drawing.hall.equipment.sight
    if sight is None or not drawing.camera_works:
        return []
    sharp, light = words(f"tech.s.{judge_sharpness(sight)}"), words(f"tech.s.{judge_light(sight)}")
    return [
        {"icon": "search", "text": words("tech.aid.sharp", n=sight.sharpness, word=sharp)},
        {"icon": "contrast", "text": words("tech.aid.light", n=sight.light, word=light)},
        {"icon": "scan", "text": words(_DISTANCE.get(drawing.moment.hint, "tech.aid.near"))},
    ]
