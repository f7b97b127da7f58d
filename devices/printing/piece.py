"""A measured block: what the layout stacks, and what the lint asks about."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter


@dataclass(frozen=True, slots=True)
class Symbol:
    """Where a QR symbol stands in its piece, and how many dots a module has."""

    box: QRect
    module: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that knows its height; `paint` draws it with its top at the given row.

    `letters` is the em height of its smallest words, `label_height` the cap height of a number, 0
    where it has none. `broken` is true where a line ends inside a word.
    """

    height: int
    paint: Callable[[QPainter, int], None]
    letters: int = 0
    label_height: float = 0.0
    broken: bool = False
    symbol: Symbol | None = None


def bare(rows: int) -> Piece:
    """Paper with nothing on it."""

    def paint(painter: QPainter, top: int) -> None:
        """Leave the paper as it is."""

    return Piece(rows, paint)
