"""A template: the blocks of one kind of paper, with places for facts and words.

`{number}` is a fact of the paper, `{tkt.head}`, with a point, is a key of resources/text. A block is
left away when a fact that it names is absent, and by its own `when` and `unless`. Read once, at the
door, from a parsed TOML document; `parse_template` refuses with every complaint.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from string import Formatter

from kiosk.domain.papers.blocks import Align, Mark, Show, Size, Weight
from kiosk.domain.papers.kinds import NAMES, NEEDED, Kind, Sort
from kiosk.domain.reading import Reader, Refused
from kiosk.domain.words import Words

SOURCE_LANGUAGE = "id"
SPACE_MM_MOST = 20
GAP_DOTS_MOST = 80
ITEMS_MOST = 40
_INDEX = re.compile(r"^block\[([0-9]+)\](?:(\.)(?!:)|\.)?")
_PLACE = re.compile(r"\{([a-z][a-z0-9_.-]*)\}")


@dataclass(frozen=True, slots=True)
class Literal:
    """Letters that stand as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact goes."""

    name: str


@dataclass(frozen=True, slots=True)
class Word:
    """Where words of the visitor's language go."""

    key: str


Part = Literal | Place | Word


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text with places, once for all languages or once for each."""

    by_language: Mapping[str, tuple[Part, ...]]

    def parts(self, language: str) -> tuple[Part, ...]:
        """What it is in a language; Indonesian where that one is not given."""
        return self.by_language.get(language) or self.by_language[SOURCE_LANGUAGE]


@dataclass(frozen=True, slots=True)
class Condition:
    """All of `when` are there and none of `unless`."""

    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Words."""

    text: Phrase
    size: Size
    weight: Weight
    align: Align
    above: int
    below: int
    loose: bool


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """A label as large as the paper allows."""

    label: Phrase


@dataclass(frozen=True, slots=True)
class BannerBlock:
    """Words in a bar."""

    text: Phrase
    inverted: bool


@dataclass(frozen=True, slots=True)
class RowBlock:
    """A label and a value."""

    label: Phrase
    value: Phrase


@dataclass(frozen=True, slots=True)
class RowsBlock:
    """All labels and values of a fact that has several."""

    name: str


@dataclass(frozen=True, slots=True)
class ListBlock:
    """The items of a fact; where there are more than `most`, the last line is `more`."""

    name: str
    mark: Mark
    most: int | None
    more: Phrase | None


@dataclass(frozen=True, slots=True)
class QrBlock:
    """A QR symbol."""

    content: Phrase
    caption: Phrase | None
    own_row: bool


@dataclass(frozen=True, slots=True)
class RuleBlock:
    """A dashed line."""


@dataclass(frozen=True, slots=True)
class MotifBlock:
    """The clouds."""


@dataclass(frozen=True, slots=True)
class SpaceBlock:
    """Bare paper."""

    dots: int


@dataclass(frozen=True, slots=True)
class PatternBlock:
    """A picture for the technician."""

    show: Show


Shape = (
    TextBlock
    | NumberBlock
    | BannerBlock
    | RowBlock
    | RowsBlock
    | ListBlock
    | QrBlock
    | RuleBlock
    | MotifBlock
    | SpaceBlock
    | PatternBlock
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A block and when it is printed."""

    shape: Shape
    condition: Condition


@dataclass(frozen=True, slots=True)
class Template:
    """The blocks of one kind of paper, top to bottom."""

    kind: Kind
    entries: tuple[Entry, ...]


def parse_template(kind: Kind, document: object, languages: Mapping[str, Words]) -> Template:
    """Read a template. Raises Refused, whose complaints count blocks from 1."""
    reader = Reader(document)
    door = _Door(kind, languages)
    _only(reader, {"block"})
    entries = tuple(door.entry(part) for part in reader.parts("block"))
    missing = NEEDED[kind] - door.named
    if missing and not reader.complaints:
        reader.reject("block", f"a block that shows {', '.join(sorted(missing))}")
    if reader.complaints:
        raise Refused([_INDEX.sub(_counted, one) for one in reader.complaints])
    return Template(kind, entries)


def _counted(index: re.Match[str]) -> str:
    return f"block {int(index[1]) + 1} " if index[2] else f"block {int(index[1]) + 1}"


def _only(part: Reader, known: Collection[str]) -> None:
    """Complain about each key that means nothing: a slip of the pen must not pass in silence."""
    if isinstance(part.value, Mapping):
        for key in part.value:
            if key not in known:
                part.reject(str(key), f"one of {', '.join(sorted(known))}")


_SHAPES: Mapping[str, frozenset[str]] = {
    "text": frozenset(("size", "weight", "align", "above", "below", "loose")),
    "number": frozenset(),
    "banner": frozenset(("inverted",)),
    "row": frozenset(("value",)),
    "rows": frozenset(),
    "list": frozenset(("mark", "most", "more")),
    "qr": frozenset(("caption", "own_row")),
    "rule": frozenset(),
    "motif": frozenset(),
    "space": frozenset(),
    "pattern": frozenset(),
}
"""The blocks by their first word, and what else each may say."""
BLOCKS = tuple(_SHAPES)
_CONDITIONS = ("when", "unless")


class _Door:
    """Reads entries and remembers which facts they named."""

    def __init__(self, kind: Kind, languages: Mapping[str, Words]) -> None:
        self._names = NAMES[kind]
        self._languages = languages
        self._words = languages[SOURCE_LANGUAGE].table
        self.named: set[str] = set()

    def entry(self, part: Reader) -> Entry:
        """One block."""
        found = [name for name in BLOCKS if part.has(name)]
        if len(found) != 1:
            part.reject("", f"exactly one of {', '.join(BLOCKS)}")
            return Entry(RuleBlock(), Condition())
        _only(part, {found[0], *_SHAPES[found[0]], *_CONDITIONS})
        return Entry(self._shape(found[0], part), self._condition(part))

    def _shape(self, name: str, part: Reader) -> Shape:
        match name:
            case "text":
                return self._text(part)
            case "number":
                return NumberBlock(self._phrase(part, "number"))
            case "banner":
                return BannerBlock(self._phrase(part, "banner"), part.truth("inverted", False))
            case "row":
                return RowBlock(self._phrase(part, "row"), self._phrase(part, "value"))
            case "rows":
                return RowsBlock(self._fact(part, "rows", Sort.ROWS))
            case "list":
                return self._list(part)
            case "qr":
                caption = self._maybe_phrase(part, "caption")
                return QrBlock(self._phrase(part, "qr"), caption, part.truth("own_row", False))
            case "rule":
                part.one_of("rule", ["dashed"])
                return RuleBlock()
            case "motif":
                part.one_of("motif", ["clouds"])
                return MotifBlock()
            case "space":
                return SpaceBlock(8 * part.integer("space", least=1, most=SPACE_MM_MOST))
            case _:
                return PatternBlock(Show(part.one_of("pattern", list(Show))))

    def _text(self, part: Reader) -> TextBlock:
        return TextBlock(
            text=self._phrase(part, "text"),
            size=Size(_choice(part, "size", list(Size))),
            weight=Weight(_choice(part, "weight", list(Weight))),
            align=Align(_choice(part, "align", list(Align), Align.CENTRE)),
            above=part.maybe_integer("above", most=GAP_DOTS_MOST) or 0,
            below=part.maybe_integer("below", most=GAP_DOTS_MOST) or 0,
            loose=part.truth("loose", False),
        )

    def _list(self, part: Reader) -> ListBlock:
        if part.has("most") != part.has("more"):
            part.reject("more", "`most` and `more` together: a list is not cut in silence")
        return ListBlock(
            name=self._fact(part, "list", Sort.LIST),
            mark=Mark(_choice(part, "mark", list(Mark))),
            most=part.maybe_integer("most", least=2, most=ITEMS_MOST),
            more=self._maybe_phrase(part, "more"),
        )

    # --- names ---

    def _condition(self, part: Reader) -> Condition:
        return Condition(self._conditions(part, "when"), self._conditions(part, "unless"))

    def _conditions(self, part: Reader, key: str) -> tuple[str, ...]:
        if not part.has(key):
            return ()
        alone = isinstance(part.value, Mapping) and isinstance(part.value.get(key), str)
        names = (part.text(key),) if alone else part.texts(key)
        for name in names:
            self._known(part, key, name, tuple(Sort))
        return names

    def _fact(self, part: Reader, key: str, sort: Sort) -> str:
        """The name of a fact, with or without its braces."""
        name = part.text(key).strip("{}")
        self._known(part, key, name, (sort,))
        return name

    def _known(self, part: Reader, key: str, name: str, sorts: Collection[Sort]) -> None:
        if self._names.get(name) in sorts:
            self.named.add(name)
            return
        known = sorted(one for one, sort in self._names.items() if sort in sorts)
        part.reject(key, f"one of {', '.join(known)}, not {name!r}" if known else f"no {name!r}")

    # --- phrases ---

    def _maybe_phrase(self, part: Reader, key: str) -> Phrase | None:
        return self._phrase(part, key) if part.has(key) else None

    def _phrase(self, part: Reader, key: str) -> Phrase:
        if isinstance(part.value, Mapping) and isinstance(part.value.get(key), Mapping):
            return self._translated(part.part(key))
        return Phrase({SOURCE_LANGUAGE: self._parts(part, key)})

    def _translated(self, part: Reader) -> Phrase:
        _only(part, self._languages.keys())
        given = [one for one in self._languages if one == SOURCE_LANGUAGE or part.has(one)]
        return Phrase({language: self._parts(part, language) for language in given})

    def _parts(self, part: Reader, key: str) -> tuple[Part, ...]:
        text = part.text(key)
        parts: list[Part] = []
        for index, piece in enumerate(_PLACE.split(text)):
            if index % 2:
                parts.append(self._place(part, key, piece))
            elif piece:
                parts.append(Literal(piece))
        if any(set("{}") & set(found.text) for found in parts if isinstance(found, Literal)):
            part.reject(key, "braces only around a name, as in {number}")
        return tuple(parts)

    def _place(self, part: Reader, key: str, name: str) -> Part:
        if "." not in name:
            self._known(part, key, name, (Sort.TEXT,))
            return Place(name)
        if name not in self._words:
            part.reject(key, f"a key of resources/text, not {name!r}")
        elif any(field for _, field, _, _ in Formatter().parse(self._words[name])):
            part.reject(key, f"a key whose words have no places; {name!r} has")
        return Word(name)


def _choice(part: Reader, key: str, choices: list[str], default: str | None = None) -> str:
    """One of the choices; absent, the default or the first of them."""
    return part.one_of(key, choices) if part.has(key) else default or choices[0]
