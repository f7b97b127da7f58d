"""One printed paper in resolved words; how it looks is the layout's business.

It is kept in the journal as it was filled, so that a job prints what was promised, whatever happens
to templates, words or catalogue meanwhile.
"""

import json
from dataclasses import asdict, dataclass, field

from kiosk.domain.papers.blocks import (
    Align,
    Banner,
    Block,
    Clouds,
    Code,
    Fact,
    Item,
    Mark,
    Number,
    Pattern,
    Rule,
    Show,
    Size,
    Space,
    Text,
    Weight,
)
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.reading import Reader, read_json

FORMAT = "paper/2"
DOTS_MOST = 400
_KINDS: dict[type[Block], str] = {
    Text: "text",
    Clouds: "clouds",
    Number: "number",
    Banner: "banner",
    Rule: "rule",
    Fact: "fact",
    Item: "item",
    Code: "code",
    Space: "space",
    Pattern: "pattern",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, top to bottom. `number` is what a strip that voids it calls it by."""

    kind: Kind
    number: str
    blocks: tuple[Block, ...] = field(repr=False)
    copy: bool = False

    def to_json(self) -> str:
        """The stored form of a print job's content."""
        blocks = [{"is": _KINDS[type(block)], **asdict(block)} for block in self.blocks]
        stored = {
            "format": FORMAT,
            "kind": self.kind,
            "number": self.number,
            "copy": self.copy,
            "blocks": blocks,
        }
        return json.dumps(stored, ensure_ascii=False, separators=(",", ":"))


def parse_paper(text: str) -> Paper:
    """Read the stored form back. Raises Refused."""
    reader = read_json(text, "paper")
    reader.one_of("format", [FORMAT])
    paper = Paper(
        kind=Kind(reader.one_of("kind", list(Kind))),
        number=reader.text("number"),
        blocks=tuple(_block(part) for part in reader.parts("blocks")),
        copy=reader.truth("copy"),
    )
    reader.finish()
    return paper


def _block(part: Reader) -> Block:
    match part.one_of("is", list(_KINDS.values())):
        case "text":
            return _text(part)
        case "clouds":
            return Clouds()
        case "number":
            return Number(part.text("label"))
        case "banner":
            return Banner(part.text("text"), part.truth("inverted"))
        case "rule":
            return Rule()
        case "fact":
            return Fact(part.text("label"), part.text("value"))
        case "item":
            mark = Mark(part.one_of("mark", list(Mark)))
            return Item(part.text("text"), mark, part.integer("order", least=1))
        case "code":
            return Code(part.text("content"), part.maybe_text("caption"), part.truth("own_row"))
        case "space":
            return Space(part.integer("dots", most=DOTS_MOST))
        case _:
            return Pattern(Show(part.one_of("show", list(Show))))


def _text(part: Reader) -> Text:
    return Text(
        text=part.text("text"),
        size=Size(part.one_of("size", list(Size))),
        weight=Weight(part.one_of("weight", list(Weight))),
        align=Align(part.one_of("align", list(Align))),
        above=part.integer("above", most=DOTS_MOST),
        below=part.integer("below", most=DOTS_MOST),
        loose=part.truth("loose"),
    )
