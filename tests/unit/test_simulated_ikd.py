"""The sandbox issuer: its codes are as the contract says, expire, and exist in the demo only."""

import base64
import json
from datetime import timedelta
from pathlib import Path

import pytest

from devices.simulated.clock import OffsetClock
from devices.simulated.ikd import KEY_FILE, PREFIX, Claims, IkdIssuer, code_text
from kiosk.domain.codes import IdentityCandidate, recognise
from kiosk.ed25519 import sign, verifies
from kiosk.simulate import run

CONTRACT = json.loads((Path(__file__).parents[1] / "contract/sandbox_ikd.json").read_text())
KEY = json.loads(KEY_FILE.read_text())
OUR_CODES = [
    code for code in CONTRACT["codes"] if "claims" in code and "somebody else" not in code["name"]
]


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _claims(text: str) -> dict[str, object]:
    claims: dict[str, object] = json.loads(_decoded(text.split(".")[1]))
    return claims


@pytest.mark.parametrize("code", OUR_CODES, ids=lambda code: code["name"])
def test_a_code_is_to_the_byte_what_the_contract_says(code: dict[str, object]) -> None:
    claims = code["claims"]
    assert isinstance(claims, dict)

    assert code_text(Claims(**claims), bytes.fromhex(KEY["seed"]), sign) == code["payload"]


def test_a_code_is_signed_with_the_public_test_key() -> None:
    text = IkdIssuer("demo", OffsetClock(0), sign).issue("Siti", "Siti Rahmawati")
    signed, _, signature = text.rpartition(".")

    assert verifies(bytes.fromhex(KEY["public"]), _decoded(signature), signed.encode())


def test_a_code_lives_ninety_seconds_of_the_clock_it_was_given() -> None:
    clock = OffsetClock(86_400)
    before = int(clock.now().timestamp())

    claims = _claims(IkdIssuer("demo", clock, sign).issue("Adi", "Adi"))

    assert claims["given"] == claims["name"] == "Adi"
    assert int(str(claims["exp"])) - int(str(claims["iat"])) == 90
    assert before <= int(str(claims["iat"])) <= before + 5


def test_a_code_can_be_born_old() -> None:
    clock = OffsetClock(0)

    text = IkdIssuer("demo", clock, sign).issue("Siti", "Siti", timedelta(seconds=91))

    assert int(str(_claims(text)["exp"])) < clock.now().timestamp()


def test_no_two_codes_are_the_same() -> None:
    issuer = IkdIssuer("demo", OffsetClock(0), sign)

    assert issuer.issue("Siti", "Siti") != issuer.issue("Siti", "Siti")


def test_a_code_may_be_an_identity_and_is_nothing_else() -> None:
    text = IkdIssuer("demo", OffsetClock(0), sign).issue("Ñusa", "Ñusa 公共")

    assert isinstance(recognise(text.encode()), IdentityCandidate)
    assert len(text) <= 300
    assert text.isascii()


@pytest.mark.parametrize("profile", ["", "production", "mobile", "Demo"])
def test_there_are_no_codes_outside_the_demo(
    profile: str,
) -> None:
    with pytest.raises(ValueError, match="demo"):
        IkdIssuer(profile, OffsetClock(0), sign)


def test_the_command_prints_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    code = run("ikd", ["--given", "Adi", "--name", "Adi S", "--variant", "expired"])

    text = capsys.readouterr().out
    assert code == 0
    assert text.startswith(PREFIX)
    assert text.count("\n") == 1
    assert _claims(text)["given"] == "Adi"
