"""The pages that open from the technician's board, but for the statistics."""

from kiosk.domain.devices import RollStep, ScannerState
from kiosk.domain.hall import Hall
from kiosk.domain.staff import (
    TARGETS,
    Act,
    Exported,
    Finding,
    LayoutPart,
    LogLine,
    Offset,
    distance_mm,
)
from kiosk.domain.states import Attending, LayoutPage, LogPage, RollPage, TouchTest
from kiosk.domain.words import Words
from ui.views.drawing import Drawing, Fields

LOG_SIGNS_MOST = 52
_ROLL = (RollStep.OPEN, RollStep.LOAD, RollStep.CLOSE, RollStep.TEST, RollStep.DONE)
_ROLL_PLACE = {RollStep.MISSING: 2, RollStep.UNSEEN: 0, RollStep.FAILED: 3, RollStep.LATE: 0}
_ROLL_TOLD = {
    RollStep.MISSING: "tech.roll.missing",
    RollStep.UNSEEN: "tech.roll.unseen",
    RollStep.FAILED: "tech.roll.again",
    RollStep.LATE: "tech.roll.late",
}


# --- S33 --------------------------------------------------------------------------------------


def roll(drawing: Drawing, page: RollPage) -> Fields:
    """The steps of a change of the roll: which are done, which is to do now."""
    words, step = drawing.words, page.step
    now = _ROLL_PLACE.get(step, _ROLL.index(step) if step in _ROLL else 0)
    told = _ROLL_TOLD.get(step)
    return {
        "title": words("tech.a.paper"),
        "lead": words(told) if told else "",
        "alarming": told is not None,
        "steps": _steps(words, now, whole=step is RollStep.DONE),
        "act": Act.PRINT if step in (RollStep.UNSEEN, RollStep.FAILED) else "",
        "acting": words("tech.a.print"),
        "over": step is RollStep.DONE,
    }


def _steps(words: Words, now: int, *, whole: bool) -> list[Fields]:
    return [
        {
            "text": words(f"tech.roll.{one}"),
            "state": "done" if place < now or whole else "now" if place == now else "next",
        }
        for place, one in enumerate(_ROLL)
    ]


# --- S34 --------------------------------------------------------------------------------------


def touch(drawing: Drawing, state: Attending) -> Fields:
    """The targets, what was touched beside them, and at the end how it went."""
    offsets = state.page.offsets if isinstance(state.page, TouchTest) else ()
    over = len(offsets) >= TARGETS
    words = drawing.words
    tested = touch_fields(words, offsets, state.finding(Act.TOUCH) if over else None)
    return {"title": words("tech.a.touch"), **tested}


def touch_fields(words: Words, offsets: tuple[Offset, ...], finding: Finding | None) -> Fields:
    """The same for whoever tests; `finding` once all targets were touched."""
    known = [distance_mm(one) for one in offsets if one is not None]
    return {
        "lead": words(
            "tech.touch.told",
            word=words(f"tech.s.{finding}"),
            most=_millimetres(max(known, default=0)),
        )
        if finding
        else words("tech.touch.lead"),
        "targets": TARGETS,
        "done": [_offset(one) for one in offsets],
        "over": len(offsets) >= TARGETS,
        "dead": words("tech.touch.dead"),
        "again": words("tech.touch.again"),
        "act": Act.TOUCH,
    }


def _offset(offset: Offset) -> Fields:
    if offset is None:
        return {"text": "×", "x": 0, "y": 0, "touched": False}
    text = _millimetres(distance_mm(offset))
    return {"text": text, "x": offset[0], "y": offset[1], "touched": True}


def _millimetres(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


# --- S35 --------------------------------------------------------------------------------------


def layout(drawing: Drawing, page: LayoutPage) -> Fields:
    """What can be set, where 1,200 mm are, and whether it was kept."""
    words = drawing.words
    kept = "" if page.kept is None else words(f"tech.l.{'kept' if page.kept else 'lost'}")
    return {
        "title": words("tech.a.layout"),
        "reach": words("tech.l.reach"),
        "beyond": words("tech.l.beyond"),
        "orientation": {"tall": words("tech.l.tall"), "wide": words("tech.l.wide")},
        "diagonalIn": page.layout.diagonal_in,
        "bottomMm": page.layout.bottom_edge_mm,
        "rows": [_row(words, part, page) for part in _parts(drawing.hall)],
        "told": kept,
        "lost": page.kept is False,
        "busy": page.request is not None,
        "keeping": words("tech.l.keep"),
    }


def _parts(hall: Hall) -> list[LayoutPart]:
    found = [LayoutPart.DIAGONAL, LayoutPart.EDGE]
    if hall.equipment.has_camera:
        found.append(LayoutPart.CAMERA)
    if hall.scanner is not ScannerState.NONE:
        found.append(LayoutPart.SCANNER)
    if hall.equipment.has_printer:
        found.append(LayoutPart.PRINTER)
    return found


def _row(words: Words, part: LayoutPart, page: LayoutPage) -> Fields:
    return {
        "part": part,
        "label": words(f"tech.l.{part}"),
        "value": _value(words, part, page),
        "less": words("tech.l.less"),
        "more": words("tech.l.more"),
    }


def _value(words: Words, part: LayoutPart, page: LayoutPage) -> str:
    match part:
        case LayoutPart.DIAGONAL:
            return f"{page.layout.diagonal_in:g}".replace(".", ",")
        case LayoutPart.EDGE:
            return f"{page.layout.bottom_edge_mm:.0f}"
        case LayoutPart.CAMERA:
            return words(f"tech.l.at.{page.layout.camera}")
        case LayoutPart.SCANNER:
            return words(f"tech.l.at.{page.layout.scanner}")
        case LayoutPart.PRINTER:
            return words(f"tech.l.at.{page.layout.printer}")


# --- S36 --------------------------------------------------------------------------------------


def log(drawing: Drawing, page: LogPage) -> Fields:
    """The last lines of the log, the newest first, and how their export went."""
    words, lines = drawing.words, page.lines
    told = "tech.log.unread" if page.failed else "tech.log.busy" if lines is None else ""
    busy = page.exporting is not None
    return {
        "title": words("tech.a.log"),
        "told": words(told or "tech.log.empty") if not lines else "",
        "rows": [_line(drawing, one) for one in lines or ()],
        "export": words("tech.log.saving" if busy else "tech.log.export"),
        "busy": busy,
        "exported": words(f"tech.log.{page.exported}") if page.exported else "",
        "well": page.exported is Exported.DONE,
    }


def _line(drawing: Drawing, line: LogLine) -> Fields:
    """One line of the panel for each; what does not fit stands in the file."""
    local = line.at.astimezone(drawing.hall.local.tzinfo)
    day = "" if local.date() == drawing.hall.day else f"{local:%d/%m} "
    text = line.text
    if len(text) > LOG_SIGNS_MOST:
        text = text[: LOG_SIGNS_MOST - 1] + "…"
    return {"head": f"{day}{local:%H.%M.%S}  {line.event}", "text": text}
