"""The text form of a paper, for slow links: the printer's own letters and QR, by python-escpos.

Only its encoder is used, on its `Dummy`; bytes go out through our own job and transport. Font A is
12 x 24 dots: 48 columns on 80 mm, 32 on 58 mm.
"""

import textwrap
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from typing import Any, assert_never

from devices.printing.measures import Measures
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
    Space,
    Text,
    Weight,
)

COLUMN_DOTS = 12
CAP_DOTS = 18
"""A capital letter of font A."""
SCALE_MOST = 8
LINE_DOTS = 30
"""A line of font A at the spacing a printer starts with."""
DIGITS = "1234567890"
QR_TRIAL_DOTS = (3, 4, 5, 6)
ALIGNED = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
QR_LEVEL_M = 1
FOLDED = str.maketrans(
    {"–": "-", "—": "-", "…": "...", "·": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "}
)
"""Signs that not every code page has; letters with accents stay."""
CODE_PAGES = ("cp437", "cp850", "cp852", "cp858", "cp1252")
UNKNOWN = "?"
"""For what none of them has: the encoder would send two bytes a sign, which print as two others."""


class TextForm:
    """Writes blocks as ESC/POS text for one paper width."""

    def __init__(self, measures: Measures) -> None:
        self._m = measures
        self._columns = measures.width // COLUMN_DOTS

    def encode(self, blocks: Iterable[Block]) -> bytes:
        """The commands that print `blocks`."""
        # Imported late: 410 ms, a temporary folder and logging.basicConfig, which only a kiosk
        # with a slow printer shall pay for.
        from escpos.printer import Dummy  # noqa: PLC0415

        printer = Dummy()
        for block in blocks:
            self._write(printer, block)
        output: bytes = printer.output
        return output

    # python-escpos has no types: its printer is Any here and nowhere else.
    def _write(self, printer: Any, block: Block) -> None:
        match block:
            case Text():
                self._words(printer, block)
            case Number(label=label):
                self._number(printer, label)
            case Banner(text=text, inverted=inverted):
                self._banner(printer, text, inverted=inverted)
            case Fact(label=label, value=value):
                printer.set(align="left")
                _lines(printer, self._fact(label, value))
            case Item():
                printer.set(align="left")
                _lines(printer, self._item(block))
            case Code(content=content, caption=caption):
                self._code(printer, content, caption)
            case Pattern(show=show):
                self._pattern(printer, show)
            case Space(dots=dots):
                _lines(printer, [""] * (dots // LINE_DOTS))
            case Rule():
                _lines(printer, ["-" * self._columns])
            case Clouds():
                pass  # a picture would cost more than the whole text
            case _:
                assert_never(block)

    def _words(self, printer: Any, block: Text) -> None:
        bold = block.weight is Weight.BOLD
        printer.set(align=ALIGNED[block.align], bold=bold or None)
        _lines(printer, self._wrapped(block.text))
        if bold:
            printer.set(bold=False)

    def _number(self, printer: Any, label: str) -> None:
        label = _folded(label)
        lines = [label]
        scale = self._scale(lines)
        if scale * CAP_DOTS < self._m.number_least:
            lines = label.split(" ", 1)
            scale = self._scale(lines)
        printer.set(align="center", custom_size=True, width=scale, height=scale)
        _lines(printer, lines)
        printer.set(custom_size=True, width=1, height=1)

    def _scale(self, lines: list[str]) -> int:
        return min(SCALE_MOST, self._columns // max(map(len, lines)))

    def _banner(self, printer: Any, text: str, *, inverted: bool) -> None:
        text = text if inverted else f"* {text} *"
        printer.set(align="center", custom_size=True, width=1, height=2, invert=inverted)
        _lines(printer, [f" {line} ".center(self._columns) for line in self._wrapped(text)])
        printer.set(custom_size=True, width=1, height=1, invert=False)

    def _fact(self, label: str, value: str) -> list[str]:
        label, value = _folded(label), _folded(value)
        if len(label) + 1 + len(value) <= self._columns:
            return [label + value.rjust(self._columns - len(label))]
        rest = [line.rjust(self._columns) for line in self._wrapped(value)]
        return [*self._wrapped(label), *rest]

    def _item(self, item: Item) -> list[str]:
        marks = {Mark.BOX: "[ ] ", Mark.NUMBER: f"{item.order}. ", Mark.DASH: "- "}
        mark = marks.get(item.mark, "").ljust(4)
        return textwrap.wrap(
            _folded(item.text), self._columns, initial_indent=mark, subsequent_indent="    "
        )

    def _code(self, printer: Any, content: str, caption: str | None) -> None:
        printer.set(align="center")
        printer.text("\n")  # above and below: the quiet zone
        printer.qr(content, ec=QR_LEVEL_M, size=self._m.qr_module_least, native=True)
        _lines(printer, ["", *self._wrapped(caption or "")])

    def _pattern(self, printer: Any, show: Show) -> None:
        """Greys and density need a picture; the others are told in letters too."""
        if show is Show.RULER:
            printer.set(align="left")
            _lines(printer, [(DIGITS * self._columns)[: self._columns]])
        if show is Show.QR_SIZES:
            printer.set(align="center")
            for dots in QR_TRIAL_DOTS:
                printer.qr(f"{dots}", ec=QR_LEVEL_M, size=dots, native=True)
                _lines(printer, ["", f"{dots}"])

    def _wrapped(self, text: str) -> list[str]:
        return textwrap.wrap(_folded(text), self._columns)


def _folded(text: str) -> str:
    """What letters of a printer can say: a sign that is none could be a command to it."""
    return "".join(_letter(sign) for sign in text.translate(FOLDED))


@lru_cache(maxsize=512)
def _letter(sign: str) -> str:
    if not sign.isprintable():
        return " "
    for page in CODE_PAGES:
        with suppress(UnicodeEncodeError):
            sign.encode(page)
            return sign
    return UNKNOWN


def _lines(printer: Any, lines: Iterable[str]) -> None:
    for line in lines:
        printer.text(line + "\n")
