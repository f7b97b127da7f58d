"""Identity codes: judged by their signature and time, good once, and kept nowhere."""

import base64
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from central.identity import Outcome, Verifier, Vouched, masked, sandbox_verifier
from central.settings import RESOURCES
from tests.contract.world import INSTALLATION, World, central, example

SANDBOX = example("sandbox_ikd")
NOW = datetime.fromisoformat(SANDBOX["now"])
KEY = json.loads((RESOURCES / "sandbox" / "ikd_test_key.json").read_text())
SIGNER = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(KEY["seed"]))
VERIFIER = sandbox_verifier(RESOURCES)


def code(claims: object, signer: Ed25519PrivateKey = SIGNER) -> bytes:
    text = claims if isinstance(claims, bytes) else json.dumps(claims).encode()
    head = b"IKDSIM1." + base64.urlsafe_b64encode(text).rstrip(b"=")
    return head + b"." + base64.urlsafe_b64encode(signer.sign(head)).rstrip(b"=")


def fresh(**changes: object) -> dict[str, object]:
    seconds = int(NOW.timestamp())
    claims: dict[str, object] = {"jti": "0" * 32, "iat": seconds, "exp": seconds + 90}
    return claims | {"given": "Siti", "name": "Siti Rahmawati"} | changes


def outcome(payload: bytes, now: datetime = NOW) -> Outcome:
    found = VERIFIER.judge(payload, now)
    return Outcome.VERIFIED if isinstance(found, Vouched) else found


@pytest.mark.parametrize("shown", SANDBOX["codes"], ids=lambda shown: str(shown["name"]))
def test_codes_of_the_contract_are_judged_as_it_says(shown: dict[str, Any]) -> None:
    payload = base64.b64decode(shown["payload_base64"])

    found = VERIFIER.judge(payload, NOW)

    assert payload == shown["payload"].encode()
    assert outcome(payload) == shown["outcome"]
    if isinstance(found, Vouched):
        assert found.given_name == shown["given_name"]
        assert found.masked_name == shown["masked_name"]


def test_the_test_key_says_that_it_is_one() -> None:
    public = SIGNER.public_key().public_bytes_raw().hex()

    assert KEY["comment"] == "PUBLIC TEST KEY, refused unless profile is demo"
    assert KEY["public"] == public


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("Siti Rahmawati", "S*** R******"),
        ("Adi", "A**"),
        ("Ni Luh Putu Ayu Wulandari", "N* L** P*** A** W******"),
        ("  I   Made  ", "I M***"),
    ],
)
def test_a_masked_name_shows_first_letters_only(name: str, hidden: str) -> None:
    assert masked(name) == hidden


@pytest.mark.parametrize(
    "claims",
    [
        fresh(jti="xyz"),
        fresh(exp=fresh()["iat"]),
        fresh(iat=-1),
        fresh(iat=2**70),
        fresh(name=""),
        fresh(name="   "),
        fresh(given=7),
        [],
        b"\xff\xff",
        b"[" * 5000,
    ],
)
def test_signed_nonsense_is_not_vouched_for(claims: object) -> None:
    assert outcome(code(claims)) is Outcome.UNVERIFIED


@given(st.binary(max_size=400))
def test_no_bytes_break_the_verifier(payload: bytes) -> None:
    assert outcome(payload) is Outcome.NOT_IKD
    assert outcome(b"IKDSIM1." + payload) in {Outcome.NOT_IKD, Outcome.UNVERIFIED}


@given(st.integers(min_value=0), st.integers(0, 7))
def test_a_code_with_one_bit_changed_is_never_vouched_for(place: int, bit: int) -> None:
    payload = bytearray(code(fresh()))
    payload[place % len(payload)] ^= 1 << bit

    found = outcome(bytes(payload))

    # The last character of a base64 text has bits that carry nothing.
    assert found is not Outcome.VERIFIED or place % len(payload) == len(payload) - 1


def test_a_verifier_of_another_key_believes_nothing() -> None:
    other = Verifier(Ed25519PrivateKey.generate().public_key().public_bytes_raw())

    assert other.judge(code(fresh()), NOW) is Outcome.UNVERIFIED


async def verify(world: World, payload: bytes) -> Any:
    body = {
        "visit": INSTALLATION,
        "installation": INSTALLATION,
        "scheme": "ikd",
        "payload": base64.b64encode(payload).decode(),
    }
    return (await world.post("/identity/verify", body)).json()


async def test_a_used_code_is_remembered_over_a_restart(tmp_path: Path) -> None:
    async with central(tmp_path) as world:
        await world.meet()
        await verify(world, code(fresh()))

    async with central(tmp_path) as world:
        assert await verify(world, code(fresh())) == {"outcome": "used"}


async def test_used_codes_are_forgotten_when_they_can_no_longer_be_fresh(world: World) -> None:
    await verify(world, code(fresh()))
    world.clock.moment = NOW + timedelta(seconds=90 + 601)
    later = fresh(jti="1" * 32, iat=int(world.clock.moment.timestamp()))
    later["exp"] = int(world.clock.moment.timestamp()) + 90

    await verify(world, code(later))

    assert world.rows("SELECT jti FROM used_code") == [("1" * 32,)]


async def test_nothing_of_a_code_is_kept_or_logged(
    world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    payload = code(fresh(given="Wulandari", name="Wulandari Kusumaningrum"))
    stranger = code(fresh(), Ed25519PrivateKey.generate())

    answers = [await verify(world, shown) for shown in (payload, stranger, b"plain text")]

    written = b"".join(file.read_bytes() for file in world.folder.iterdir())
    said = "".join(capfd.readouterr())
    assert [answer["outcome"] for answer in answers] == ["verified", "unverified", "not-ikd"]
    for secret in (payload[8:60], b"Wulandari", b"W******", stranger[8:60], b"plain text"):
        assert secret not in written
        assert secret.decode() not in said
