"""The list of bookings at the door, codes as people type them, and what a booking is worth when."""

import base64
import hashlib
import json
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.booking import Standing, code_digest, normal_code, parse_bookings, standing
from kiosk.domain.codes import ticket_reference
from kiosk.domain.reading import Refused
from tests.samples import THURSDAY, booking

ID = "01987d6f-27a0-7c31-9a54-0d3c6f1b2a77"
ROW = {
    "id": ID,
    "code_sha256": code_digest("7Q2K-9F4M"),
    "service": "disdukcapil.ktp-el-hilang",
    "starts": "2026-08-06T10:00:00+07:00",
    "ends": "2026-08-06T10:30:00+07:00",
    "place": None,
    "masked_name": "S*** R******",
    "label": None,
}
KEY = {"id": "9f86d081", "public_key": base64.b64encode(bytes(range(32))).decode()}


def document(**changed: object) -> bytes:
    """A list with one booking, some of its fields changed."""
    row = {**ROW, **changed}
    return json.dumps({"schema": "bookings/1", "keys": [KEY], "bookings": [row]}).encode()


def test_a_list_is_found_by_code_by_reference_and_by_id() -> None:
    raw = document()

    found = parse_bookings(raw)

    one = found.with_code("7q2k 9f4m")
    assert one is not None
    assert str(one.id) == ID
    assert found.by_reference[ticket_reference(UUID(ID).bytes)] is one
    assert found.with_id(one.id) is one
    assert found.keys == {bytes.fromhex("9f86d081"): bytes(range(32))}
    assert found.etag == hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "27"),
        ("starts", "2026-08-06T10:00:00"),
        ("ends", "2026-08-06T09:00:00+07:00"),
        ("service", ""),
        ("code_sha256", 7),
    ],
)
def test_a_wrong_field_is_named(field: str, value: object) -> None:
    with pytest.raises(Refused, match=rf"bookings\[0\]\.{field}"):
        parse_bookings(document(**{field: value}))


def test_a_key_of_another_length_is_refused() -> None:
    raw = document().replace(KEY["public_key"].encode(), b"AAAA")

    with pytest.raises(Refused, match="public_key"):
        parse_bookings(raw)


@given(st.binary(max_size=200))
def test_anything_else_is_refused_and_nothing_breaks(raw: bytes) -> None:
    with pytest.raises(Refused):
        parse_bookings(raw)


def test_look_alikes_dashes_and_case_make_no_difference() -> None:
    assert normal_code(" 7o2i-9f4m ") == "70219F4M"
    assert code_digest("7O2I9F4M") == code_digest("7021-9f4m")


def test_what_a_booking_is_worth_changes_with_the_clock() -> None:
    start = booking().starts
    worth = {
        minutes: standing(booking(), start + timedelta(minutes=minutes))
        for minutes in (-1, 0, 30, 31, 24 * 60)
    }

    assert worth == {
        -1: Standing.EARLY,
        0: Standing.IN_TIME,
        30: Standing.IN_TIME,
        31: Standing.LATE,
        24 * 60: Standing.OTHER_DAY,
    }


def test_the_day_is_the_sites_day() -> None:
    midnight = THURSDAY.replace(hour=0, minute=30)

    assert standing(booking(midnight), midnight) is Standing.IN_TIME
    assert standing(booking(midnight - timedelta(hours=1)), midnight) is Standing.OTHER_DAY
