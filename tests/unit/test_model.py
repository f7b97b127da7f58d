"""Names that nobody else uses: ids that carry their time, codes that people can read out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.codes import ticket_reference
from kiosk.domain.model import uuid7
from kiosk.domain.ticket import SPOKEN_ALPHABET, spoken_code

ten_bytes = st.binary(min_size=10, max_size=10)
five_bytes = st.binary(min_size=5, max_size=5)


@given(st.integers(0, 2**48 - 1), ten_bytes)
def test_an_id_is_a_uuid_of_version_seven_that_carries_its_time(ms: int, random: bytes) -> None:
    made = uuid7(ms, random)

    assert made.version == 7
    assert made.variant == "specified in RFC 4122"
    assert int.from_bytes(made.bytes[:6], "big") == ms


@given(st.integers(0, 2**48 - 2), ten_bytes, ten_bytes)
def test_later_ids_sort_later(ms: int, one: bytes, other: bytes) -> None:
    assert uuid7(ms, one) < uuid7(ms + 1, other)


def test_ids_of_one_millisecond_differ_in_their_random_bytes() -> None:
    assert uuid7(1, b"0123456789") != uuid7(1, b"9876543210")


@pytest.mark.parametrize("size", [0, 9, 11])
def test_an_id_takes_exactly_ten_random_bytes(size: int) -> None:
    with pytest.raises(ValueError, match="10 random bytes"):
        uuid7(1, bytes(size))


@given(st.integers(0, 2**48 - 1), ten_bytes)
def test_a_tickets_reference_is_its_time_and_its_last_six_random_bytes(
    ms: int, random: bytes
) -> None:
    made = uuid7(ms, random)

    assert ticket_reference(made.bytes) == ms.to_bytes(6, "big") + random[4:]


@given(five_bytes)
def test_a_spoken_code_has_eight_signs_without_look_alikes(random: bytes) -> None:
    code = spoken_code(random)

    assert code[4] == "-"
    assert len(code) == 9
    assert set(code) - {"-"} <= set(SPOKEN_ALPHABET)
    assert set(SPOKEN_ALPHABET).isdisjoint("01IO")


@given(five_bytes, five_bytes)
def test_different_bytes_are_different_spoken_codes(one: bytes, other: bytes) -> None:
    assert (spoken_code(one) == spoken_code(other)) == (one == other)


def test_a_spoken_code_takes_exactly_five_bytes() -> None:
    with pytest.raises(ValueError, match="5 random bytes"):
        spoken_code(b"four")
