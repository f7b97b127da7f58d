"""Fills a template: facts and words go to their places, what has nothing to say is left away."""

from collections.abc import Iterable, Iterator

from kiosk.domain.papers.blocks import (
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
    Space,
    Text,
)
from kiosk.domain.papers.kinds import Facts
from kiosk.domain.papers.template import (
    BannerBlock,
    Condition,
    ListBlock,
    Literal,
    MotifBlock,
    NumberBlock,
    Part,
    PatternBlock,
    Phrase,
    Place,
    QrBlock,
    RowBlock,
    RowsBlock,
    RuleBlock,
    Shape,
    SpaceBlock,
    Template,
    TextBlock,
    Word,
)
from kiosk.domain.words import Words


def fill(template: Template, facts: Facts, words: Words) -> tuple[Block, ...]:
    """The blocks of one paper. A rule stands between two sections and nowhere else."""
    found: list[Block] = []
    for entry in template.entries:
        if _holds(entry.condition, facts):
            found += _Filling(facts, words).blocks(entry.shape)
    return tuple(_rules_between(found))


def _holds(condition: Condition, facts: Facts) -> bool:
    return all(map(facts.has, condition.when)) and not any(map(facts.has, condition.unless))


def _rules_between(blocks: Iterable[Block]) -> Iterator[Block]:
    held: Rule | None = None
    begun = False
    for block in blocks:
        if isinstance(block, Rule):
            held = block if begun else None
            continue
        if held:
            yield held
        held, begun = None, True
        yield block


class _Filling:
    """Facts and words at hand."""

    def __init__(self, facts: Facts, words: Words) -> None:
        self._facts = facts
        self._words = words

    def blocks(self, shape: Shape) -> list[Block]:
        """What a block of the template becomes: nothing where a fact that it names is absent."""
        match shape:
            case RowsBlock(name=name):
                return [Fact(label, value) for label, value in self._facts.rows.get(name, ())]
            case ListBlock():
                return list(self._items(shape))
            case RuleBlock():
                return [Rule()]
            case MotifBlock():
                return [Clouds()]
            case SpaceBlock(dots=dots):
                return [Space(dots)]
            case PatternBlock(show=show):
                return [Pattern(show)]
            case _:
                block = self._worded(shape)
                return [] if block is None else [block]

    def _worded(
        self, shape: TextBlock | NumberBlock | BannerBlock | RowBlock | QrBlock
    ) -> Block | None:
        match shape:
            case TextBlock(text=phrase, size=size, weight=weight, align=align):
                text = self._text(phrase)
                if not text:
                    return None
                return Text(text, size, weight, align, shape.above, shape.below, shape.loose)
            case NumberBlock(label=phrase):
                label = self._text(phrase)
                return Number(label) if label else None
            case BannerBlock(text=phrase, inverted=inverted):
                text = self._text(phrase)
                return Banner(text, inverted) if text else None
            case RowBlock(label=phrase, value=value_phrase):
                label, value = self._text(phrase), self._text(value_phrase)
                return Fact(label, value) if label and value else None
            case QrBlock(content=phrase, caption=caption, own_row=own_row):
                content = self._text(phrase)
                words = self._text(caption) if caption else None
                return Code(content, words, own_row) if content else None

    def _items(self, shape: ListBlock) -> Iterator[Item]:
        items = self._facts.lists.get(shape.name, ())
        more = self._text(shape.more) if shape.more else None
        cut = shape.most is not None and len(items) > shape.most
        shown = items[: shape.most - 1] if shape.most and cut else items
        for order, text in enumerate(shown, 1):
            yield Item(text, shape.mark, order)
        if more and cut:
            yield Item(more, Mark.NONE, len(shown) + 1)

    def _text(self, phrase: Phrase) -> str | None:
        """The words, or None where a fact is absent."""
        parts = [self._part(part) for part in phrase.parts(self._words.language)]
        return None if None in parts else "".join(part for part in parts if part)

    def _part(self, part: Part) -> str | None:
        match part:
            case Literal(text=text):
                return text
            case Place(name=name):
                return self._facts.texts.get(name) or None
            case Word(key=key):
                return self._words(key)
