"""What stands on a paper from top to bottom, in resolved words: shared by raster and text form.

Sizes are names here; how many dots they are is the layout's business. `above` and `below` are dots,
8 to a millimetre.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Size(StrEnum):
    """How large words are."""

    BODY = "body"
    LARGE = "large"
    TITLE = "title"


class Weight(StrEnum):
    """How strong words are."""

    REGULAR = "regular"
    BOLD = "bold"


class Align(StrEnum):
    """Where lines stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Mark(StrEnum):
    """What stands before an item of a list."""

    BOX = "box"
    NUMBER = "number"
    DASH = "dash"
    NONE = "none"


class Show(StrEnum):
    """A picture by which a technician judges the print."""

    RULER = "ruler"
    GREYS = "greys"
    DENSITY = "density"
    QR_SIZES = "qr-sizes"


@dataclass(frozen=True, slots=True)
class Text:
    """Words that wrap where they must. `loose` lines stand a little further apart."""

    text: str = field(repr=False)
    size: Size = Size.BODY
    weight: Weight = Weight.REGULAR
    align: Align = Align.CENTRE
    above: int = 0
    below: int = 0
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Clouds:
    """The motif above a line."""


@dataclass(frozen=True, slots=True)
class Number:
    """A label, or what voids it, as large as the paper allows."""

    label: str


@dataclass(frozen=True, slots=True)
class Banner:
    """Words in a bar: white on black, or only framed."""

    text: str
    inverted: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A dashed line between sections."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value."""

    label: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list; `order` is its place in it, from 1."""

    text: str = field(repr=False)
    mark: Mark = Mark.BOX
    order: int = 1


@dataclass(frozen=True, slots=True)
class Code:
    """A QR symbol and the words beside or below it; `own_row` keeps them below on wide paper too."""

    content: str = field(repr=False)
    caption: str | None = None
    own_row: bool = False


@dataclass(frozen=True, slots=True)
class Space:
    """Bare paper."""

    dots: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A picture for the technician."""

    show: Show


Block = Text | Clouds | Number | Banner | Rule | Fact | Item | Code | Space | Pattern
