"""The satisfaction index: exact, rounded once, graded by the rounded value; and clean comments."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.survey import (
    COMMENT_MOST,
    ELEMENTS,
    Element,
    Index,
    clean_comment,
    index,
)


def of(*pairs: tuple[int, int]) -> Index | None:
    """The index of sums and counts in the order of the elements."""
    return index(dict(zip(ELEMENTS, pairs, strict=True)))


def test_the_published_example_is_computed_to_the_second_place() -> None:
    """Sums of 29 questionnaires with exact value 955/261 x 25."""
    sums = (105, 101, 100, 116, 102, 105, 106, 105, 115)

    assert of(*((total, 29) for total in sums)) == Index(Decimal("91.48"), "A")


def test_the_best_answers_everywhere_make_a_hundred() -> None:
    assert of(*[(4, 1)] * 9) == Index(Decimal("100.00"), "A")
    assert of(*[(1, 1)] * 9) == Index(Decimal("25.00"), "D")


def test_an_element_nobody_answered_leaves_no_index() -> None:
    assert of(*[(4, 1)] * 8, (0, 0)) is None
    assert index({}) is None


def test_each_element_counts_a_ninth_however_often_it_was_answered() -> None:
    assert of((400, 100), *[(1, 1)] * 8) == Index(Decimal("33.33"), "D")


@pytest.mark.parametrize(
    ("total", "value", "grade"),
    [
        # Eight elements at 35324/10000 and one that moves the mean across the edge.
        (35324, "88.31", "A"),
        (35320, "88.30", "B"),
        (30644, "76.61", "B"),
        (30640, "76.60", "C"),
        (26000, "65.00", "C"),
        (25996, "64.99", "D"),
    ],
)
def test_the_grade_is_that_of_the_rounded_value(total: int, value: str, grade: str) -> None:
    assert of(*[(total, 10000)] * 9) == Index(Decimal(value), grade)


def test_halves_are_rounded_up() -> None:
    assert of(*[(35322, 10000)] * 9) == Index(Decimal("88.31"), "A")  # 88.305


def test_the_elements_are_named_in_the_order_of_the_regulation() -> None:
    assert [element.value for element in Element] == [
        "persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku",
        "pengaduan", "sarana",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Loket 3 ramah, jam 09.30 cepat", "Loket 3 ramah, jam 09.30 cepat"),
        ("NIK 3209123456789012", "NIK …"),
        ("3209 1234 5678 9012!", "…!"),
        ("HP 0812-3456-7890.", "HP …."),
        ("a\nb\x00c", "abc"),
    ],
)
def test_a_comment_loses_long_numbers_and_control_signs(typed: str, kept: str) -> None:
    assert clean_comment(typed) == kept


@given(st.text())
def test_a_comment_stays_short_printable_and_free_of_long_numbers(typed: str) -> None:
    kept = clean_comment(typed)

    assert len(kept) <= COMMENT_MOST
    assert kept == "" or kept.isprintable()
    assert clean_comment(kept) == kept
