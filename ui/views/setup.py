"""S50 to S53, and the technician's pages that first start uses too: what a step of it shows."""

from typing import assert_never

from kiosk.domain.setting_up import MOST
from kiosk.domain.setup import (
    NEEDED,
    NETWORK_PRINTER,
    STEPS,
    Choose,
    Copy,
    Deed,
    Enrol,
    EnrolTrouble,
    Entry,
    Network,
    NewPin,
    Option,
    Probe,
    Setup,
    SoundTest,
    Step,
    Subject,
    Summary,
    Type,
    Verdict,
)
from kiosk.domain.staff import PIN_DIGITS, Act, Finding, LayoutPart, judge_touch
from kiosk.domain.states import LayoutPage, ScanTest, TouchTest
from kiosk.domain.words import Words
from ui.views.arriving import pill
from ui.views.drawing import Drawing, Fields, language_choices
from ui.views.panel import layout, touch_fields
from ui.views.staff import scan

VERDICTS_MOST = 1
"""Faults that are told in words on the last page: what is mended first. The headline counts them."""
_ICONS = {
    Subject.CAMERA: "camera",
    Subject.SCANNER: "scan",
    Subject.PRINTER: "printer",
    Subject.MAKE: "printer",
    Subject.WIDTH: "receipt",
}
_STEP_ICONS = {
    Step.PANEL: "settings",
    Step.NAME: "id-badge",
    Step.CAMERA: "camera",
    Step.NETWORK: "network",
    Step.ENROL: "building-community",
    Step.PRINTER: "printer",
    Step.SOUND: "volume",
    Step.TOUCH: "click",
    Step.PIN: "lock",
}


def setup(drawing: Drawing, state: Setup) -> tuple[str, Fields]:
    """The screen of the page first start is on."""
    page = state.page
    match page:
        case Choose():
            return "S50", _choose(drawing, state, page)
        case Copy():
            return "S52", _copy(drawing, state, page)
        case Type():
            return "S51", _type(drawing.words, state, page)
        case LayoutPage():
            return "S35", _hang(drawing, state, page)
        case ScanTest():
            return "S52", _scan_test(drawing, state, page)
        case Enrol() if state.awaits_code:
            return "S52", _show_code(drawing, state, page)
        case Enrol():
            return "S53", _compare(drawing.words, state, page)
        case Network():
            return "S53", _network(drawing.words, state, page)
        case Probe():
            return "S53", _probe(drawing.words, state, page)
        case SoundTest():
            return "S53", _sound(drawing.words, state)
        case TouchTest():
            return "S34", _touch(drawing.words, state, page)
        case NewPin():
            return "S30", _pin(drawing.words, state, page)
        case Summary():
            return "S53", _summary(drawing.words, state, page)
    assert_never(page)


def _frame(words: Words, setup: Setup, title: str, *, onward: bool = True) -> Fields:
    """Step bar, title, and where one can go from here."""
    number = STEPS.index(setup.step) + 1
    text = words("common.step", n=number, total=len(STEPS))
    skips = setup.step not in NEEDED and not onward
    return {
        "step": number,
        "total": len(STEPS),
        "stepText": text,
        "title": title,
        "lead": words("tech.l.lost") if setup.lost else "",
        "back": setup.step is not Step.LANGUAGE or not isinstance(setup.page, Choose),
        "skip": words("tech.setup.skip") if skips else "",
        "next": words("common.next") if onward else "",
        "busy": setup.keeping,
        "act": None,
    }


def _act(words: Words, deed: Deed, icon: str) -> Fields:
    return {"deed": deed, "icon": icon, "label": words(f"tech.setup.do.{deed}")}


# --- S50 --------------------------------------------------------------------------------------


def _choose(drawing: Drawing, setup: Setup, page: Choose) -> Fields:
    words, subject = drawing.words, page.subject
    frame = _frame(words, setup, words(f"tech.setup.{subject}"), onward=False)
    if subject is Subject.LANGUAGE:
        rows = [
            {**one, "icon": "language", "sub": ""}
            for one in language_choices(drawing, setup.known.language)
        ]
        act = _act(words, Deed.COPY, "qrcode")
        return {**frame, "rows": rows, "told": "", "order": "language", "act": act}
    looks = subject in (Subject.CAMERA, Subject.PRINTER)
    return {
        **frame,
        "rows": [_option(words, setup, subject, one) for one in page.options or ()],
        "told": _told(words, subject, page),
        "order": "setupChoose",
        "act": _act(words, Deed.LOOK, "refresh") if looks else None,
    }


def _told(words: Words, subject: Subject, page: Choose) -> str:
    """What to do where nothing was found, or while it is looked for."""
    if page.options is None:
        return words("tech.setup.looking")
    bare = all(one.kind == NETWORK_PRINTER for one in page.options)
    if subject in (Subject.CAMERA, Subject.SCANNER, Subject.PRINTER) and bare:
        return words(f"tech.setup.none.{subject}")
    return ""


def _option(words: Words, setup: Setup, subject: Subject, option: Option) -> Fields:
    name, sub = option.name or option.id, option.id
    match subject:
        case Subject.MAKE if option.id == "generic":
            name, sub = words("tech.setup.make.any"), ""
        case Subject.MAKE:
            sub = ""
        case Subject.WIDTH:
            name, sub = words(f"tech.setup.width.{option.id}"), ""
        case Subject.PRINTER if option.kind == NETWORK_PRINTER:
            name, sub = words("tech.setup.printer.net"), ""
        case _ if option.kind in ("usb", "serial", "keyboard", "hid-pos"):
            sub = f"{words(f'tech.setup.kind.{option.kind}')} · {option.id}"
    return {
        "id": option.id,
        "icon": _ICONS[subject],
        "name": name,
        "sub": sub,
        "current": option.id == _current(setup, subject),
    }


def _current(setup: Setup, subject: Subject) -> str:
    printer = setup.known.printer
    match subject:
        case Subject.CAMERA:
            return setup.known.camera
        case Subject.SCANNER:
            return setup.known.scanner.id
        case Subject.PRINTER:
            return NETWORK_PRINTER if printer.kind == NETWORK_PRINTER else printer.device
        case Subject.MAKE:
            return printer.make
        case Subject.WIDTH:
            return str(printer.width_dots)
        case Subject.LANGUAGE:
            return setup.known.language
    assert_never(subject)


# --- S51 --------------------------------------------------------------------------------------


def _type(words: Words, setup: Setup, page: Type) -> Fields:
    entry = page.entry
    title = words(f"tech.setup.{entry}")
    return {
        **_frame(words, setup, title),
        "label": words(f"tech.setup.{entry}.label"),
        "text": page.text,
        "most": MOST[entry],
        "wrong": words(f"tech.setup.{entry}.wrong") if page.wrong else "",
        "digits": entry is Entry.ADDRESS,
        "long": entry is Entry.CODE,
    }


# --- S35, S34, S30 ----------------------------------------------------------------------------


def _hang(drawing: Drawing, setup: Setup, page: LayoutPage) -> Fields:
    words, whole = drawing.words, layout(drawing, page)
    rows = [row for row in whole["rows"] if row["part"] in (LayoutPart.DIAGONAL, LayoutPart.EDGE)]
    return {
        **whole,
        "rows": rows,
        **_frame(words, setup, words("tech.setup.panel")),
        "told": words("tech.l.lost") if setup.lost else "",
        "lost": setup.lost,
        "keeping": words("common.next"),
    }


def _touch(words: Words, setup: Setup, page: TouchTest) -> Fields:
    finding = judge_touch(page.offsets) if page.over else None
    frame = _frame(words, setup, words("tech.a.touch"), onward=page.over)
    return {**frame, **touch_fields(words, page.offsets, finding), "act": Act.TOUCH}


def _pin(words: Words, setup: Setup, page: NewPin) -> Fields:
    title = words("tech.setup.pin.again" if page.first else "tech.setup.pin")
    told = words("tech.setup.pin.about", n=PIN_DIGITS)
    if page.differs or page.weak:
        told = words(f"tech.setup.pin.{'differs' if page.differs else 'weak'}")
    elif page.keeping:
        told = words("tech.pin.busy")
    elif setup.known.has_pin and not page.first:
        told = words("tech.setup.pin.set")
    goes_on = setup.known.has_pin and not page.first
    return {
        **_frame(words, setup, title, onward=goes_on),
        "text": words("tech.l.lost") if setup.lost else told,
        "digits": PIN_DIGITS,
        "wrong": page.differs or page.weak,
        "usable": not page.keeping,
        "turn": str(setup.turn),
    }


# --- S52 --------------------------------------------------------------------------------------


def _scan_test(drawing: Drawing, setup: Setup, page: ScanTest) -> Fields:
    frame = _frame(drawing.words, setup, "", onward=page.read is not None)
    return {**frame, **scan(drawing, page)}


def _copy(drawing: Drawing, setup: Setup, page: Copy) -> Fields:
    words = drawing.words
    refused = page.refused and {
        "key": "clone",
        "title": words(f"tech.setup.copy.{page.refused}.t"),
        "text": words(f"tech.setup.copy.{page.refused}.x"),
    }
    return {
        **_frame(words, setup, words("tech.setup.copy"), onward=False),
        "blind": words("tech.setup.copy.blind"),
        "pill": pill(drawing),
        "error": refused,
        "camera": drawing.can_read,
        "drawn": drawing.scanner_alone,
        "aid": [
            {"icon": "tool", "text": words("tech.setup.copy.first")},
            {"icon": "qrcode", "text": words("tech.setup.copy.second")},
        ],
        "busy": bool(page.taking) or setup.keeping,
        "act": None if page.taking else _act(words, Deed.STICK, "file-text"),
    }


def _show_code(drawing: Drawing, setup: Setup, page: Enrol) -> Fields:
    words = drawing.words
    return {
        **_frame(words, setup, words("tech.setup.enrol"), onward=False),
        "lead": "",
        "blind": words("tech.setup.enrol.blind"),
        "pill": pill(drawing),
        "error": _refusal(words, page.trouble) if page.trouble else None,
        "camera": drawing.can_read,
        "drawn": drawing.scanner_alone,
        "aid": [
            {"icon": "building-community", "text": words("tech.setup.enrol.first")},
            {"icon": "qrcode", "text": words("tech.setup.enrol.second")},
        ],
        "act": _act(words, Deed.TYPE, "keyboard"),
    }


def _refusal(words: Words, trouble: EnrolTrouble) -> Fields:
    return {
        "key": trouble,
        "title": words(f"tech.setup.enrol.{trouble}.t"),
        "text": words(f"tech.setup.enrol.{trouble}.x"),
    }


# --- S53 --------------------------------------------------------------------------------------


def _check(frame: Fields, **changes: object) -> Fields:
    empty: Fields = {"text": "", "big": "", "rows": [], "notes": [], "acts": []}
    return {**frame, **empty, **changes}


def _row(words: Words, icon: str, name: str, finding: Finding | None, text: str = "") -> Fields:
    """A part and how it is; without a finding it is awaited."""
    absent = finding is Finding.ABSENT
    word = words("tech.setup.later") if absent else words(f"tech.s.{finding}") if finding else "…"
    ends = finding or Finding.ABSENT
    return {"icon": icon, "name": name, "text": text, "finding": ends, "word": word}


def _compare(words: Words, setup: Setup, page: Enrol) -> Fields:
    if not page.asking:
        frame = _frame(words, setup, words("tech.setup.enrolled"))
        row = _row(
            words, "building-community", words("tech.setup.central"), Finding.GOOD,
            setup.known.central,
        )  # fmt: skip
        return _check({**frame, "act": _act(words, Deed.ANEW, "refresh")}, rows=[row])
    frame = _frame(words, setup, words("tech.setup.enrol"), onward=False)
    key = "compare" if page.digits else "asking"
    return _check(frame, big=page.digits, text=words(f"tech.setup.enrol.{key}"))


def _network(words: Words, setup: Setup, page: Network) -> Fields:
    rows = [
        _row(
            words,
            "network",
            link.name,
            Finding.GOOD if link.address else Finding.ATTENTION,
            link.address or words("tech.setup.net.bare"),
        )
        for link in page.links or ()
    ]
    connected = any(link.address for link in page.links or ())
    key = "good" if connected else "looking" if page.links is None else "none"
    frame = _frame(words, setup, words("tech.net"))
    return _check(frame, rows=rows, text=words(f"tech.setup.net.{key}"))


def _probe(words: Words, setup: Setup, page: Probe) -> Fields:
    verdict, tested = page.verdict, page.printed
    frame = _frame(words, setup, words("tech.printer"), onward=bool(verdict) and not page.printing)
    rows = [
        _row(
            words, "printer", words("tech.setup.answers"),
            verdict.finding if verdict else None, setup.known.printer.place,
        ),
        _row(
            words, "receipt", words("tech.a.print"), tested,
            words("tech.busy") if page.printing else _page_told(words, tested),
        ),
    ]  # fmt: skip
    free = verdict is not None and not page.printing
    acts = [_act(words, Deed.PROBE, "refresh"), _act(words, Deed.PRINT, "printer")]
    return _check(
        frame,
        rows=rows,
        notes=[_note("", verdict.text, verdict.finding)] if verdict and verdict.text else [],
        acts=acts if free else [],
        text="" if verdict else words("tech.setup.probing"),
    )


def _page_told(words: Words, printed: Finding | None) -> str:
    return words(f"tech.setup.printed.{printed}") if printed else words("tech.setup.unprinted")


def _sound(words: Words, setup: Setup) -> Fields:
    frame = _frame(words, setup, words("tech.ask.sound.t"), onward=False)
    acts = [
        _act(words, Deed.PLAY, "volume"),
        _act(words, Deed.UNHEARD, "x"),
        _act(words, Deed.HEARD, "check"),
    ]
    return _check(frame, text=words("tech.setup.sound"), acts=acts)


def _summary(words: Words, setup: Setup, page: Summary) -> Fields:
    ended = [step for step in STEPS if step in _STEP_ICONS]
    rows = [
        _row(
            words, _STEP_ICONS[step], words(f"tech.setup.step.{step}"),
            setup.result(step) or Finding.ABSENT, _facts(setup, step),
        )
        for step in ended
    ]  # fmt: skip
    frame = _frame(words, setup, _headline(words, page))
    faults = _faults(page)
    return _check(
        {
            **frame,
            "next": words("tech.setup.begin"),
            "act": _act(words, Deed.EXAMINE, "refresh") if page.verdicts is not None else None,
        },
        rows=rows,
        notes=[_note(one.part, one.text, one.finding) for one in faults[:VERDICTS_MOST]],
    )


def _headline(words: Words, page: Summary) -> str:
    if page.verdicts is None:
        return words("tech.setup.examining")
    count = len(_faults(page))
    return words("tech.setup.faults", n=count) if count else words("tech.setup.ready")


def _faults(page: Summary) -> list[Verdict]:
    """What somebody has to mend."""
    return [one for one in page.verdicts or () if one.finding is Finding.BROKEN]


def _facts(setup: Setup, step: Step) -> str:
    known = setup.known
    match step:
        case Step.PANEL:
            size = f"{known.layout.diagonal_in:g}".replace(".", ",")
            return f'{size}" · {known.layout.bottom_edge_mm:.0f} mm'
        case Step.NAME:
            return f"{known.kiosk} · {known.tenant}"
        case Step.ENROL:
            return known.central.rpartition(":")[0]
        case _:
            return ""


def _note(title: str, text: str, finding: Finding) -> Fields:
    grave = finding is Finding.BROKEN
    sign = "alert-circle" if grave else "info-circle"
    return {"icon": sign, "title": title, "text": text, "grave": grave}
