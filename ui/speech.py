"""What is said of a screen, a dialog or a control, in the order in which it helps a listener.

Pure: from the values that QML shows to phrases. When they are said is the narrator's
(`ui/narrator.py`), how they are spelled the reader's (`ui/spoken.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ui.spoken import Phrase, Reader

# Any: views are the maps that QML reads.
View = Mapping[str, Any]

NUMBER_SCREENS = ("S09", "S10")
TYPED = {"S03": "query", "S11Code": "text", "S14Comment": "text"}
"""Where the visitor types, and the field that holds what was typed."""


@dataclass(frozen=True, slots=True)
class Control:
    """What QML tells of the control that has the keys, and of where that is.

    `screen` and `dialog` name the place, `step` and `page` are where in it one is, `title` and
    `text` are the dialog's, `count` how many choices there are. Without `name` there is
    no control. `refused` when it was just asked for what it cannot do now.
    """

    screen: str = ""
    dialog: str = ""
    step: str = ""
    page: str = ""
    title: str = ""
    text: str = ""
    count: int = 0
    section: str = ""
    name: str = ""
    label: str = ""
    hint: str = ""
    role: str = ""
    chosen: bool = False
    usable: bool = True
    refused: bool = False


def control_of(told: Mapping[str, Any]) -> Control:
    """Read what QML tells; JavaScript has one kind of number."""
    return Control(**{**told, "count": int(told["count"])})


# --- screens ----------------------------------------------------------------------------------


def screen(name: str, view: View, shell: View, step: str, read: Reader) -> list[Phrase]:
    """Title, step, what the kiosk as a whole has to say, and the main facts; nothing twice."""
    banner = shell.get("banner") or {}
    first = _said(read, _title(name, view, read), step, banner.get("text"))
    if name in NUMBER_SCREENS and not read.private:
        first.append(read.message("speech.ready"))
    return list(dict.fromkeys([*first, *_facts(name, view, read)]))


def title(name: str, view: View, read: Reader) -> list[Phrase]:
    """Which screen this is, in as few words as can be."""
    return _said(read, _title(name, view, read))


def _title(name: str, view: View, read: Reader) -> str | Phrase:
    if name == "S00":
        return read.message("idle.title")
    return str(view.get("title", ""))


def _facts(name: str, view: View, read: Reader) -> Iterator[Phrase]:
    if name == "S00":
        yield from _said(read, view["open"]["text"], view["wait"])
        yield read.message("idle.hint.title")
        yield read.message("idle.hint.text")
        return
    yield from _said(read, view.get("sub"), view.get("scan"))
    yield from _said(read, *(group["label"] for group in view.get("groups", ())))
    # With only the visitor listening all of the card is read; in the hall nothing of it.
    if name not in NUMBER_SCREENS or read.private:
        yield from _card(name, view, read)
    yield from _needs(view, read)
    yield from _said(read, view.get("fee"), view.get("duration"))
    yield from live(name, view, read)
    yield from _said(read, *(_step(step) for step in view.get("steps", ())), view.get("anon"))
    if view.get("pill") and view.get("camera") and not view.get("drawn"):
        yield read.message("scan.privacy")
    yield from _typed(name, view, read)
    yield from room(view, view.get("left", 0), read)


def _card(name: str, view: View, read: Reader) -> Iterator[Phrase]:
    yield from _said(read, view.get("service"))
    if name in NUMBER_SCREENS:
        yield read.number(str(view["label"]))
        yield from _said(read, view.get("priority"))
    else:
        yield from _said(read, view.get("label"))
    yield from _said(read, view.get("agency"), view.get("place"))
    for fact in view.get("facts", ()):
        yield Phrase(": ".join(read(str(fact[part])).words for part in ("label", "value")))


def _needs(view: View, read: Reader) -> Iterator[Phrase]:
    if "requirements" not in view:
        return
    needs = [need["text"] for need in view["requirements"]]
    yield read.message("det.req" if needs or view.get("noIkd") else "det.req.none")
    if view.get("noIkd"):
        yield read.message("det.noikd")
    yield from _said(read, *needs)


def live(name: str, view: View, read: Reader) -> list[Phrase]:
    """What may change while the screen stays, and is then said by itself."""
    found: list[object] = []
    error = view.get("error")
    found += [error["title"], error["text"]] if isinstance(error, Mapping) else [error]
    for key in ("blocked", "have", "note"):
        card = view.get(key) or {}
        found += [card.get("title"), card.get("text")]
    if name not in TYPED:
        found.append(view.get("text"))
    found += [view.get("none"), view.get("tip")]
    if view.get("camera", True):
        found.append((view.get("pill") or {}).get("text"))
    if name == "S09" and view["untaken"]:
        found.append(view["steps"][0]["text"])
    if name == "S10" and view["staffCalled"]:
        found.append(view["steps"][-1]["text"])
    return _said(read, *found)


def _step(step: object) -> str:
    return str(step["text"]) if isinstance(step, Mapping) else str(step)


# --- dialogs ----------------------------------------------------------------------------------


def dialog(control: Control, facts: View, read: Reader) -> list[Phrase]:
    """Title and text as they stand there, and what else the dialog has to say."""
    return [*_said(read, control.title, control.text), *dialog_facts(facts, read)]


def dialog_facts(facts: View, read: Reader) -> list[Phrase]:
    """What a dialog has besides title and text."""
    found = _said(read, facts.get("called"), *(_step(step) for step in facts.get("steps", ())))
    if "seconds" in facts:
        found.append(read.message("time.seconds", n=round(facts["seconds"])))
    return found


# --- controls ---------------------------------------------------------------------------------


def control(one: Control, read: Reader, *, entering: bool = False) -> list[Phrase]:
    """Name, what kind of control where that helps, state, hint. `entering` names its group first."""
    if not one.name:
        return []
    group = f"speech.section.{one.section}"
    return [
        *([read.message(group)] if entering and one.section in ("bar", "keys") else []),
        *_name(one, read),
        *_role(one, read),
        *state(one, read),
        *_hint(one, read),
    ]


def state(one: Control, read: Reader) -> list[Phrase]:
    """Chosen, on or off, not available."""
    found = []
    match one.role:
        case "switch":
            found.append(read.message("speech.on" if one.chosen else "speech.off"))
        case "radio" | "tab" if one.chosen:
            found.append(read.message("speech.chosen"))
        case "button" if one.chosen and not one.hint:
            found.append(read.message("speech.on"))
        case "field" if not one.hint:
            found.append(read.message("speech.empty"))
    if not one.usable:
        found.append(read.message("speech.unavailable"))
    return found


def choices(count: int, page: str, read: Reader) -> list[Phrase]:
    """How many choices there are, and on which page of them one is."""
    if count == 0:
        return []
    one = count == 1
    told = read.message("speech.choices.one") if one else read.message("speech.choices", n=count)
    return [told, *_said(read, page)]


def _name(one: Control, read: Reader) -> list[Phrase]:
    return [read.sign(one.label)] if len(one.label) == 1 else _said(read, one.label)


def _hint(one: Control, read: Reader) -> list[Phrase]:
    is_code = one.role == "field" and one.screen == "S11Code"
    return [read.number(one.hint)] if is_code and one.hint else _said(read, one.hint)


def _role(one: Control, read: Reader) -> list[Phrase]:
    return (
        [read.message(f"speech.role.{one.role}")] if one.role in ("switch", "field", "tab") else []
    )


# --- typing -----------------------------------------------------------------------------------


def typed(before: str, after: str, read: Reader) -> list[Phrase]:
    """What the last key did to the text."""
    if after == before:
        return []
    if not after:
        if len(before) > 1:
            return [read.message("speech.cleared")]
        return [_deleted(before, read), read.message("speech.empty")]
    if before.startswith(after):
        return [_deleted(before[len(after) :], read)]
    if after.startswith(before):
        return [read.sign(sign) for sign in after[len(before) :]]
    return [read(after)]


def results(view: View, read: Reader) -> list[Phrase]:
    """How many services a search found; what is shown of an empty query is no result."""
    if not view.get("query") or view.get("none"):
        return []
    return [read.message("search.results", n=len(view["results"]))]


def room(view: View, least: int, read: Reader) -> list[Phrase]:
    """How many letters a longer text may still have, once they are no more than `least`."""
    if "left" not in view or view["left"] > least:
        return []
    return [read.message("skm.comment.left", n=view["left"])]


def _deleted(signs: str, read: Reader) -> Phrase:
    named = " ".join(read.sign(sign).words for sign in signs)
    return read.message("speech.deleted", sign=named)


def _typed(name: str, view: View, read: Reader) -> Iterator[Phrase]:
    """What stands in the field already."""
    if name not in TYPED or not (text := str(view[TYPED[name]])):
        return
    yield read.number(text) if name == "S11Code" else read(text)
    if name == "S03":
        yield from results(view, read)


def _said(read: Reader, *texts: object) -> list[Phrase]:
    """The texts that are there."""
    return [text if isinstance(text, Phrase) else read(str(text)) for text in texts if text]


def sentence(phrases: Sequence[Phrase]) -> str:
    """Phrases as one text, with a pause after each."""
    texts = (phrase.words.strip() for phrase in phrases)
    return " ".join(text if text[-1] in ".?!" else f"{text}." for text in texts if text)
