"""A ticket as blocks from top to bottom, without sizes: what the raster and the text form share."""

from dataclasses import dataclass, field
from enum import Enum, auto

from kiosk.domain.paper import Paper


class Role(Enum):
    """What a line of words is for; the back ends choose face and alignment by it."""

    PLACE = auto()
    HEADING = auto()
    SERVICE = auto()
    AGENCY = auto()
    NOTE = auto()
    LIST_TITLE = auto()
    CLOSING = auto()


@dataclass(frozen=True, slots=True)
class Words:
    """Words that wrap where they must."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Clouds:
    """The motif above a line."""


@dataclass(frozen=True, slots=True)
class Number:
    """The ticket's label, or what voids it, as large as the paper allows."""

    label: str


@dataclass(frozen=True, slots=True)
class Banner:
    """A word in a bar: white on black, or only framed."""

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
    """A line of the checklist; `boxed` unless it only says that there is more."""

    text: str
    boxed: bool


@dataclass(frozen=True, slots=True)
class Code:
    """The QR symbol and the words beside it."""

    content: str = field(repr=False)
    caption: str


Block = Words | Clouds | Number | Banner | Rule | Fact | Item | Code


def ticket_blocks(paper: Paper) -> tuple[Block, ...]:
    """A paper's content in order."""
    sections = (_facts(paper), _bring(paper), _code(paper), _closing(paper))
    blocks = [*_head(paper)]
    for section in filter(None, sections):
        blocks += [Rule(), *section]
    return tuple(blocks)


def void_blocks(words: tuple[str, ...], label: str) -> tuple[Block, ...]:
    """What is printed behind rows that must not count as the ticket `label`."""
    title, *rest = words
    return (
        Rule(),
        Number(title),
        Words(Role.SERVICE, label),
        *(Words(Role.CLOSING, line) for line in rest),
    )


def _head(paper: Paper) -> list[Block]:
    places = [Words(Role.PLACE, text) for text in (paper.place, paper.tenant) if text]
    blocks: list[Block] = [*places, Clouds()]
    if paper.copy_mark:
        blocks.append(Banner(paper.copy_mark, inverted=False))
    blocks += [
        Words(Role.HEADING, paper.heading),
        Number(paper.number),
        Words(Role.SERVICE, paper.service),
        Words(Role.AGENCY, paper.agency),
    ]
    if paper.banner:
        blocks.append(Banner(paper.banner, inverted=True))
    return blocks


def _facts(paper: Paper) -> list[Block]:
    blocks: list[Block] = [Fact(label, value) for label, value in paper.rows]
    if paper.note:
        blocks.append(Words(Role.NOTE, paper.note))
    return blocks


def _bring(paper: Paper) -> list[Block]:
    if not paper.bring:
        return []
    items = [Item(text, boxed=not text.startswith("…")) for text in paper.bring]
    return [Words(Role.LIST_TITLE, paper.bring_title), *items]


def _code(paper: Paper) -> list[Block]:
    return [Code(paper.qr, paper.qr_caption)] if paper.qr else []


def _closing(paper: Paper) -> list[Block]:
    return [Words(Role.CLOSING, line) for line in (*paper.closing, paper.footer) if line]
