"""The strip behind rows that must not count as a ticket."""

from kiosk.domain.papers.blocks import Block, Number, Rule, Size, Text, Weight


def void_blocks(words: tuple[str, ...], label: str) -> tuple[Block, ...]:
    """What is printed behind rows that must not count as the ticket `label`."""
    title, *rest = words
    return (
        Rule(),
        Number(title),
        Text(label, Size.TITLE, Weight.BOLD, above=5),
        *(Text(line, loose=True) for line in rest),
    )
