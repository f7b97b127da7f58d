"""Text from outside is read once, and whatever is wrong with it is told at once."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.reading import Reader, Refused, read_json


def complaints_of(reader: Reader) -> tuple[str, ...]:
    """What `finish` says."""
    with pytest.raises(Refused) as refused:
        reader.finish()
    return refused.value.complaints


def test_fields_that_are_right_are_read_as_they_are() -> None:
    reader = Reader(
        {
            "text": "Kartu Keluarga",
            "number": 4,
            "truth": True,
            "moment": "2026-08-06T09:41:00+07:00",
            "day": "2026-08-06",
            "uuid": "019fd4eb-d0a0-7482-bb1f-64f5624437e6",
            "list": ["a", "b"],
            "part": {"inner": "x"},
        }
    )

    assert reader.text("text") == "Kartu Keluarga"
    assert reader.integer("number") == 4
    assert reader.truth("truth")
    assert reader.moment("moment") == datetime(2026, 8, 6, 2, 41, tzinfo=UTC)
    assert reader.day("day") == date(2026, 8, 6)
    assert reader.uuid("uuid") == UUID("019fd4eb-d0a0-7482-bb1f-64f5624437e6")
    assert reader.texts("list") == ("a", "b")
    assert reader.part("part").text("inner") == "x"
    assert reader.one_of("text", ("Kartu Keluarga", "KTP")) == "Kartu Keluarga"
    reader.finish()


def test_every_wrong_field_is_named_with_its_place() -> None:
    reader = Reader({"name": 4, "parts": [{"n": "x"}, "no object"], "on": "yes"})

    reader.text("name")
    reader.integer("missing", least=1, most=9)
    reader.truth("on")
    for part in reader.parts("parts"):
        part.integer("n")

    assert complaints_of(reader) == (
        "name: expected text",
        "missing: expected a whole number from 1 to 9",
        "on: expected true or false",
        "parts[0].n: expected a whole number from 0 to 9007199254740992",
        "parts[1]: expected an object",
        "parts[1].n: expected a whole number from 0 to 9007199254740992",
    )


def test_true_is_no_number() -> None:
    reader = Reader({"n": True})

    reader.integer("n")

    assert complaints_of(reader)


@pytest.mark.parametrize("number", [-1, 11, 2**60, 1.5, float("nan"), "5", None])
def test_a_number_outside_its_bounds_reads_as_the_least(number: object) -> None:
    reader = Reader({"n": number})

    assert reader.integer("n", least=0, most=10) == 0
    assert complaints_of(reader) == ("n: expected a whole number from 0 to 10",)


@pytest.mark.parametrize("text", ["", "x" * 25, "\ud800", "ok\udfff"])
def test_text_is_neither_empty_nor_too_long_nor_half_a_sign(text: str) -> None:
    reader = Reader({"name": text})

    reader.text("name", most=24)

    assert complaints_of(reader) == ("name: expected 1 to 24 characters",)


def test_a_list_of_texts_holds_no_half_signs_either() -> None:
    reader = Reader({"list": ["fine", "\ud83d"]})

    reader.texts("list")

    assert complaints_of(reader) == ("list[1]: expected text",)


def test_a_time_without_offset_is_no_moment() -> None:
    reader = Reader({"at": "2026-08-06T09:41:00"})

    reader.moment("at")

    assert complaints_of(reader) == ("at: expected a time with offset",)


def test_null_counts_as_absent_where_a_field_may_be() -> None:
    reader = Reader({"text": None, "number": None, "truth": None})

    assert reader.maybe_text("text") is None
    assert reader.maybe_integer("number") is None
    assert reader.truth("truth", default=True)
    reader.finish()


def test_no_field_can_be_read_from_what_is_no_object() -> None:
    documents: tuple[object, ...] = (None, [], "text", 4)
    for document in documents:
        reader = Reader(document)

        assert reader.text("name") == ""
        assert complaints_of(reader) == ("name: expected text",)


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"\xff\xfe\xff", b"<html></html>", b"[" * 100_000, b"9" * 5_000, b'{"a": 1}}'],
    ids=["nothing", "half", "not UTF-8", "HTML", "too deep", "too long a number", "too much"],
)
def test_what_is_not_json_is_refused_and_not_a_bug(raw: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_json(raw, "reply")

    assert refused.value.complaints[0].startswith("reply: not JSON")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(json_values)
def test_whatever_a_field_holds_it_is_read_or_complained_about(value: Any) -> None:
    # Any: a JSON value is any of JSON's types.
    reader = Reader({"x": value})

    reader.text("x", most=10)
    reader.maybe_integer("x", most=10)
    reader.truth("x", default=False)
    reader.one_of("x", ("a", "b"))
    reader.moment("x")
    reader.day("x")
    reader.uuid("x")
    reader.texts("x")
    list(reader.parts("x"))
    reader.part("x")

    assert complaints_of(reader)
