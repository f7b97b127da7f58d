"""The satisfaction survey (SKM, PermenPANRB 14/2017): nine elements by name, and the index of a unit.

Answers run from 1 (worst) to 4 (best). The index is computed in exact fractions: the weight of an
element is 1/9, and a rounded weight of 0.11 would cost a unit one per cent.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from kiosk.domain.model import AgencyId, ServiceId, TicketId

BEST_ANSWER = 4
ENOUGH_ANSWERS = 30
"""Below this many surveys a unit's index says nothing yet."""
COMMENT_MOST = 200


class Element(StrEnum):
    """What is judged, in the order of the regulation.

    Printed forms often swap the last two: what is stored is the name, never the position.
    """

    REQUIREMENTS = "persyaratan"
    PROCEDURE = "prosedur"
    TIME = "waktu"
    FEE = "biaya"
    RESULT = "produk"
    COMPETENCE = "kompetensi"
    CONDUCT = "perilaku"
    COMPLAINTS = "pengaduan"
    FACILITIES = "sarana"


ELEMENTS = tuple(Element)

PROFILE: Mapping[str, tuple[str, ...]] = {
    "gender": ("f", "m"),
    "age": ("under-18", "18-25", "26-40", "41-60", "over-60"),
    "education": ("sd", "smp", "sma", "diploma", "sarjana", "pascasarjana"),
    "occupation": ("asn", "tni-polri", "swasta", "wirausaha", "pelajar", "lainnya"),
}
"""What may be told of who answers, each by choice: the question's key and its options."""


@dataclass(frozen=True, slots=True)
class Survey:
    """One visitor's judgement. It carries no name; `ticket` only keeps it to one for each ticket."""

    id: UUID
    agency: AgencyId
    service: ServiceId | None = None
    ticket: TicketId | None = None
    answers: tuple[tuple[Element, int], ...] = ()
    profile: tuple[tuple[str, str], ...] = ()
    comment: str = field(default="", repr=False)

    def answer(self, element: Element) -> int | None:
        """What was answered for an element."""
        return dict(self.answers).get(element)

    def answered(self, element: Element, value: int) -> "Survey":
        """With an answer from 1 to 4; a later answer replaces an earlier one."""
        return replace(self, answers=tuple({**dict(self.answers), element: value}.items()))

    def told(self, question: str, option: str) -> "Survey":
        """With an option of the profile; the same option again takes it back."""
        chosen = dict(self.profile)
        if chosen.get(question) == option:
            del chosen[question]
        else:
            chosen[question] = option
        return replace(self, profile=tuple(chosen.items()))


@dataclass(frozen=True, slots=True)
class Index:
    """The index of a unit, from 25 to 100, rounded half up to two places, and its grade."""

    value: Decimal
    grade: str


GRADES = (
    *((Decimal("88.31"), "A"), (Decimal("76.61"), "B")),
    *((Decimal("65.00"), "C"), (Decimal("25.00"), "D")),
)
"""Each grade and the index it begins at, the best first; as means of answers 3.5324, 3.0644, 2.60."""


def index(sums: Mapping[Element, tuple[int, int]]) -> Index | None:
    """The index from each element's sum of answers and their count.

    None while an element has no answer at all. Mean of the nine means, times 25; the grade is that
    of the rounded value, which closes the gaps between the regulation's printed bands.
    """
    means = [Fraction(total, count) for total, count in sums.values() if count]
    if len(means) != len(ELEMENTS):
        return None
    exact = sum(means, Fraction()) / len(ELEMENTS) * 25
    value = _half_up(exact)
    grade = next(grade for least, grade in GRADES if value >= least)
    return Index(value, grade)


def _half_up(exact: Fraction) -> Decimal:
    hundredths = exact * 100
    whole, rest = divmod(hundredths.numerator, hundredths.denominator)
    rounded = whole + (2 * rest >= hundredths.denominator)
    return Decimal(rounded).scaleb(-2)


_LONG_NUMBER = re.compile(r"\d(?:[ .-]?\d){8,}")
"""Nine digits or more are somebody's: a NIK, an account, a telephone."""


def clean_comment(text: str) -> str:
    """A comment without control signs and without long numbers, at most 200 signs."""
    printable = "".join(sign for sign in text if sign.isprintable())
    return _LONG_NUMBER.sub("…", printable)[:COMMENT_MOST]
