"""Measured text: faces of the ticket's two families, breaking lines, fitting to a width."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

DISPLAY = "Plus Jakarta Sans"
TEXT = "Atkinson Hyperlegible Next"


@cache
def register_fonts(folder: Path) -> None:
    """Make the fonts of `folder` known to Qt, once a process; needs a QGuiApplication.

    Where a file is missing Qt takes a similar family, so that development works without.
    """
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


@dataclass(frozen=True, slots=True)
class Face:
    """A family at a weight and a size in dots; spacings are parts of the size."""

    family: str
    weight: int
    size: int
    word_spacing: float = 0.0
    letter_spacing: float = 0.0

    def sized(self, size: int) -> "Face":
        """The same face at another size."""
        return replace(self, size=size)

    def font(self) -> QFont:
        """What Qt paints with. Unhinted, so that every printer gets the same dots."""
        font = QFont(self.family)
        font.setPixelSize(self.size)
        font.setWeight(QFont.Weight(self.weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setWordSpacing(self.word_spacing * self.size)
        spacing = QFont.SpacingType.AbsoluteSpacing
        font.setLetterSpacing(spacing, self.letter_spacing * self.size)
        return font

    def metrics(self) -> QFontMetricsF:
        """Qt's measurements."""
        return QFontMetricsF(self.font())

    def width(self, text: str) -> float:
        """Dots that `text` takes, ink outside the advance included."""
        return _extent(self, text).width()

    def extent(self, text: str) -> QRectF:
        """Ink and advance together, around an origin on the baseline."""
        return _extent(self, text)

    def cap_height(self) -> float:
        """Dots that a capital letter is high."""
        return self.metrics().capHeight()


@lru_cache(maxsize=2048)
def _extent(face: Face, text: str) -> QRectF:
    metrics = face.metrics()
    advance = QRectF(0, 0, metrics.horizontalAdvance(text), 0)
    ink = metrics.tightBoundingRect(text)
    left = min(0.0, ink.left())
    right = max(advance.right(), ink.right())
    return QRectF(left, ink.top(), right - left, ink.height())


def fit(face: Face, texts: Sequence[str], width: float, least: int = 1) -> Face:
    """The face at the largest size, not above its own nor below `least`, at which all texts fit."""
    size = face.size
    widest = max(face.width(text) for text in texts)
    if widest > width:
        size = max(least, int(size * width / widest) + 1)
    while size > least and max(face.sized(size).width(text) for text in texts) > width:
        size -= 1
    return face.sized(size)


def wrap(face: Face, text: str, width: float) -> list[str]:
    """Break `text` into lines that fit, at spaces, and inside a word only where it must be."""
    lines: list[str] = []
    for word in text.split():
        if lines and face.width(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(face, word, width)
    return lines


def wrap_evenly(face: Face, text: str, width: float) -> list[str]:
    """Break like `wrap`, then narrow the lines while that takes no further one."""
    lines = wrap(face, text, width)
    if len(lines) <= 1:
        return lines
    while len(narrower := wrap(face, text, width * 0.95)) == len(lines):
        lines, width = narrower, width * 0.95
        if max(face.width(word) for word in text.split()) > width * 0.95:
            break
    return lines


def breaks_a_word(face: Face, text: str, width: float) -> bool:
    """True where a word is wider than the line, so that `wrap` has to break it."""
    return any(face.width(word) > width for word in text.split())


def _pieces(face: Face, word: str, width: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and face.width(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
