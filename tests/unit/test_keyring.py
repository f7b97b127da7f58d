"""Whose signature counts: altered, copied and revoked codes, of kiosks and of central."""

import base64
import json
from dataclasses import replace
from uuid import UUID

import pytest

from kiosk import ed25519
from kiosk.domain.codes import BookingCode, OwnCode, TicketCode, recognise, taken_at
from kiosk.domain.keyring import (
    Judgement,
    Key,
    Keyring,
    Signer,
    judge,
    key_id,
    parse_keys,
    rotation_message,
)
from kiosk.domain.reading import Refused
from tests.samples import ROOT

SEED, OTHER_SEED = b"1" * 32, b"2" * 32
REFERENCE = bytes.fromhex("019fd4ebd0a064f5624437e6")
CONTRACT = ROOT / "tests/contract"


def key(seed: bytes = SEED, signer: Signer = Signer.KIOSK, *, revoked: bool = False) -> Key:
    """The public half of a seed."""
    return Key(ed25519.public_of(seed), signer, revoked)


def ticket(seed: bytes = SEED, kind: bytes = b"t") -> OwnCode:
    """A code as it is signed."""
    unsigned = OwnCode(key_id(ed25519.public_of(seed)), REFERENCE, b"")
    return replace(unsigned, signature=ed25519.sign(seed, unsigned.signed(kind)))


def judged(
    code: OwnCode, *keys: Key, kind: bytes = b"t", signer: Signer = Signer.KIOSK
) -> Judgement:
    """What a code is worth with these keys."""
    return judge(code, kind, signer, Keyring().with_keys(keys), ed25519.verifies)[0]


def test_a_code_of_any_kiosk_of_the_site_is_genuine() -> None:
    assert judged(ticket(OTHER_SEED), key(), key(OTHER_SEED)) is Judgement.GENUINE


def test_a_code_of_a_strangers_key_is_of_no_key_we_know() -> None:
    assert judged(ticket(OTHER_SEED), key()) is Judgement.UNKNOWN_KEY


def test_a_code_under_a_borrowed_name_is_altered() -> None:
    borrowed = replace(ticket(OTHER_SEED), key_id=key().id)

    assert judged(borrowed, key()) is Judgement.ALTERED


@pytest.mark.parametrize("part", ["key_id", "payload", "signature"])
def test_a_code_altered_in_any_byte_is_not_genuine(part: str) -> None:
    code = ticket()
    whole: bytes = getattr(code, part)

    for place in range(len(whole)):
        forged = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        altered = OwnCode(**{**parts_of(code), part: forged})
        assert judged(altered, key()) is not Judgement.GENUINE


def parts_of(code: OwnCode) -> dict[str, bytes]:
    """The fields of a code."""
    return {"key_id": code.key_id, "payload": code.payload, "signature": code.signature}


def test_a_signature_copied_to_another_ticket_is_altered() -> None:
    other = replace(ticket(), payload=REFERENCE[::-1])

    assert judged(other, key()) is Judgement.ALTERED


def test_a_ticket_is_no_booking_and_no_receipt() -> None:
    for kind in (b"b", b"r"):
        assert judged(ticket(), key(), kind=kind) is Judgement.ALTERED


def test_a_kiosk_cannot_sign_bookings_nor_central_tickets() -> None:
    booking = ticket(kind=b"b")

    assert judged(booking, key(), kind=b"b", signer=Signer.CENTRAL) is Judgement.UNKNOWN_KEY
    assert judged(ticket(), key(signer=Signer.CENTRAL)) is Judgement.UNKNOWN_KEY


def test_a_code_of_a_revoked_key_is_told_from_an_altered_one() -> None:
    revoked = key(revoked=True)

    assert judged(ticket(), revoked) is Judgement.REVOKED
    assert judged(replace(ticket(), payload=b"x" * 12), revoked) is Judgement.ALTERED


def test_what_the_list_says_of_a_key_stands() -> None:
    listed = Keyring().with_keys([key(revoked=True)])

    both = listed.with_keys([key(), key(OTHER_SEED)])

    assert judge(ticket(), b"t", Signer.KIOSK, both, ed25519.verifies)[0] is Judgement.REVOKED
    assert sum(map(len, both.by_id.values())) == 2


def test_two_keys_may_share_a_name() -> None:
    ring = Keyring({key().id: [key(OTHER_SEED, revoked=True), key()]})

    assert judge(ticket(), b"t", Signer.KIOSK, ring, ed25519.verifies)[0] is Judgement.GENUINE


def test_the_published_codes_are_genuine_by_the_published_list() -> None:
    ring = parse_keys((CONTRACT / "data/keys.json").read_bytes())
    for file, kind, signer in (
        ("ticket_code", b"t", Signer.KIOSK),
        ("booking_code", b"b", Signer.CENTRAL),
    ):
        code = recognise(
            json.loads((CONTRACT / f"{file}.json").read_text("utf-8"))["text"].encode()
        )
        assert isinstance(code, TicketCode | BookingCode)
        assert judge(code, kind, signer, ring, ed25519.verifies)[0] is Judgement.GENUINE


def test_the_published_ticket_is_revoked_by_the_published_revocation() -> None:
    ring = parse_keys((CONTRACT / "data/keys_revoked.json").read_bytes())
    text = json.loads((CONTRACT / "ticket_code.json").read_text("utf-8"))["text"]
    code = recognise(text.encode())

    assert isinstance(code, TicketCode)
    assert judge(code, b"t", Signer.KIOSK, ring, ed25519.verifies)[0] is Judgement.REVOKED


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"public_key": "AAAA"}, "keys[0].public_key"),
        ({"public_key": "not base64!"}, "keys[0].public_key"),
        ({"signer": "somebody"}, "keys[0].signer"),
        ({"revoked": None}, "keys[0].revoked"),
    ],
)
def test_a_list_that_is_wrong_is_refused_whole(change: dict[str, object], complaint: str) -> None:
    good = {"public_key": base64.b64encode(bytes(32)).decode(), "signer": "kiosk", "revoked": False}

    with pytest.raises(Refused) as refused:
        parse_keys(json.dumps({"schema": "keys/1", "keys": [{**good, **change}]}).encode())

    assert [line.split(":")[0] for line in refused.value.complaints] == [complaint]


def test_a_ticket_tells_when_it_was_taken() -> None:
    assert taken_at(REFERENCE).isoformat(timespec="seconds") == "2026-08-06T02:34:12+00:00"


def test_a_wish_for_a_new_key_names_installation_and_key() -> None:
    message = rotation_message(UUID(int=1), b"k" * 32)

    assert message == b"anjungan-key\x01" + UUID(int=1).bytes + b"k" * 32
