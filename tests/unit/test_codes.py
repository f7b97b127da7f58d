"""What a scanned code is taken for; nothing that a camera reads is believed, opened or a bug."""

import base64
import json
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.codes import (
    IDENTITY_MOST_BYTES,
    BookingCode,
    EnrolmentCode,
    IdentityCandidate,
    OwnCode,
    TechnicianCode,
    TicketCode,
    UnknownCode,
    code_text,
    recognise,
    ticket_reference,
)
from kiosk.domain.identity import IkdPayload
from tests.samples import ROOT

HOST = "mpp.example.go.id"
OWN = OwnCode(b"kkkk", b"p" * 12, b"s" * 64)

own_codes = st.builds(
    OwnCode,
    st.binary(min_size=4, max_size=4),
    st.binary(min_size=12, max_size=12),
    st.binary(min_size=64, max_size=64),
)


def own(kind: bytes = b"t", version: int = 1, host: str = HOST) -> bytes:
    """A code of ours, put together by hand."""
    raw = bytes([version]) + OWN.key_id + OWN.payload + OWN.signature
    return f"https://{host}/{kind.decode()}/{base64.urlsafe_b64encode(raw).decode()}".encode()


@given(own_codes)
def test_a_code_of_ours_reads_back_as_itself(code: OwnCode) -> None:
    ticket = recognise(code_text(HOST, b"t", code).encode())
    booking = recognise(code_text(HOST, b"b", code).encode())

    assert ticket == TicketCode(code.key_id, code.payload, code.signature)
    assert booking == BookingCode(code.key_id, code.payload, code.signature)


def test_the_published_ticket_code_is_made_and_read() -> None:
    shown = json.loads((ROOT / "tests/contract/ticket_code.json").read_text("utf-8"))
    reference = ticket_reference(UUID(shown["ticket"]).bytes)

    found = recognise(shown["text"].encode())

    assert reference.hex() == shown["reference"]
    assert isinstance(found, TicketCode)
    assert found.key_id.hex() == shown["key_id"]
    assert found.payload == reference
    assert found.signed(b"t").hex() == shown["signed_bytes"]
    assert code_text("mpp.example", b"t", found) == shown["text"]


def test_a_tickets_code_is_short_enough_for_its_paper() -> None:
    assert len(code_text(HOST, b"t", OWN)) <= 150


def test_the_signature_is_over_kind_version_key_and_payload() -> None:
    assert OWN.signed(b"t") == b"anjungan-t\x01" + OWN.key_id + OWN.payload
    assert OWN.signed(b"t") != OWN.signed(b"b")


@pytest.mark.parametrize(
    "content",
    [
        own(version=2),
        own(kind=b"x"),
        own()[:-1],
        own() + b"A",
        own() + b"\n",
        own().replace(b"https", b"ftp"),
        own(host="evil.example/path"),
        own(host="a@b"),
        own(host="x" * 81),
    ],
    ids=[
        "another version",
        "another kind",
        "too short",
        "too long",
        "a line end",
        "another scheme",
        "a path before",
        "a user name",
        "too long a host",
    ],
)
def test_what_only_looks_like_ours_is_unknown(content: bytes) -> None:
    assert recognise(content) == UnknownCode()


@pytest.mark.parametrize(
    "content",
    [
        b"https://example.com/",
        b"HTTP://EXAMPLE.COM",
        b"  https://example.com",
        b"www.example.com",
        b"WIFI:T:WPA;S:hall;P:secret;;",
        b"tel:+6281",
        b"mailto:someone@example.com",
        b"javascript:alert(1)",
        b"otpauth://totp/bank?secret=JBSWY3DP",
        b"tg://login?token=abc",
        b"2@h4Zq1,AbCdEf,gHiJk==",
        b"1@h4Zq1,AbCdEf,gHiJk==",
        b"MATRIX\x02\x00\x00\x10!room:example",
        b"hQVDUFYwMWFhTwegAAAGAiAgUAc=",
        b"FIDO:/0783458734",
        b"upi://pay?pa=someone@bank",
        b"00020101021126570011ID.DANA.WWW",
        b"BEGIN:VCARD\nFN:Somebody\nEND:VCARD",
    ],
    ids=lambda content: content[:14].decode(),
)
def test_addresses_payments_and_logins_are_unknown_and_go_nowhere(content: bytes) -> None:
    assert recognise(content) == UnknownCode()


def staff_code(kind: str, text: str = "Z3JhbnQtb2YtYS10ZWNobmljaWFu") -> bytes:
    """A code for staff."""
    return f"https://{HOST}/{kind}/{text}".encode()


def test_codes_for_staff_are_told_apart_and_nothing_of_them_is_kept() -> None:
    technician, enrolment = recognise(staff_code("m")), recognise(staff_code("e", "A" * 900))

    assert (technician, enrolment) == (TechnicianCode(), EnrolmentCode())
    assert repr(technician) == "TechnicianCode()"


@pytest.mark.parametrize(
    "content",
    [staff_code("m", "short"), staff_code("e", "A" * 1201), staff_code("e", "no=good!"),
     staff_code("x"), staff_code("m") + b"/more"],
    ids=["short", "long", "other signs", "another kind", "a longer path"],
)  # fmt: skip
def test_what_only_looks_like_a_code_for_staff_is_unknown(content: bytes) -> None:
    assert recognise(content) == UnknownCode()


@given(st.binary(max_size=1400))
def test_what_may_be_an_identity_has_no_prefix_of_anything_else(content: bytes) -> None:
    for prefix in (b"https://", b"000201", b"2@", b"hQVDUFYw", b"MATRIX", b"wifi:"):
        assert not isinstance(recognise(prefix + content), IdentityCandidate)


@pytest.mark.parametrize(
    "content",
    [b"IKDSIM1.abc.def", b"\x1b@\x1dV\x00", b"\x00\x01\xff", b"3201" * 4, b"A", "é".encode()],
    ids=["sandbox", "printer commands", "control characters", "digits", "one byte", "UTF-8"],
)
def test_bytes_that_mean_nothing_to_us_may_be_an_identity_unchanged(content: bytes) -> None:
    assert recognise(content) == IdentityCandidate(IkdPayload(content))


def test_an_identity_has_at_most_1300_bytes_and_at_least_one() -> None:
    assert recognise(b"") == UnknownCode()
    assert isinstance(recognise(b"x" * IDENTITY_MOST_BYTES), IdentityCandidate)
    assert recognise(b"x" * (IDENTITY_MOST_BYTES + 1)) == UnknownCode()
    assert recognise(b"x" * 7_000) == UnknownCode()


@given(st.binary(max_size=1400))
def test_no_bytes_are_a_bug(content: bytes) -> None:
    found = recognise(content)

    assert isinstance(found, TicketCode | BookingCode | IdentityCandidate | UnknownCode)
    assert not isinstance(found, TicketCode | BookingCode) or content.startswith(b"http")


@given(st.binary(max_size=200))
def test_no_address_is_ever_taken_for_an_identity(rest: bytes) -> None:
    for scheme in (b"https://", b"http://", b"HTTPS://", b"geo:"):
        assert not isinstance(recognise(scheme + rest), IdentityCandidate)


def test_no_repr_of_a_code_holds_what_was_scanned() -> None:
    for content in (b"IKDSIM1.secret.payload", own()):
        assert "secret" not in repr(recognise(content))
        assert "ssss" not in repr(recognise(content))
