"""What is said of a screen: title, step, main facts, in the order in which they are read."""

from collections.abc import Iterator, Mapping
from typing import Any

# Any: views are the maps that QML reads.
View = Mapping[str, Any]


def spoken(screen: str, view: View) -> str:
    """The sentences of a screen, for the voice."""
    return ". ".join(text.strip(" .") for text in _texts(screen, view) if text) + "."


def _texts(screen: str, view: View) -> Iterator[str]:
    if screen == "S00":
        yield str(view["open"]["text"])
        yield str(view["take"]["title"])
        return
    for key in ("title", "stepText", "sub", "service", "text"):
        yield str(view.get(key, ""))
    if "label" in view:
        yield spelled(str(view["label"]))
    for fact in view.get("facts", ()):
        yield f"{fact['label']}: {fact['value']}"
    for requirement in view.get("requirements", ()):
        yield str(requirement["text"])
    for step in view.get("steps", ()):
        yield str(step["text"]) if isinstance(step, Mapping) else str(step)


def spelled(label: str) -> str:
    """A ticket label sign by sign: K, 0, 2, 7."""
    return ", ".join(label.replace(" ", ""))
