"""Judges identity codes of the sandbox issuer. Nothing of a code is logged, stored or kept.

The real verifier is a gateway run by who holds the right of access; this one believes only a
published test key, and is built in the demo profile alone. The format is fixed in
`tests/contract/sandbox_ikd.json`.
"""

import base64
import binascii
import json
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

PREFIX = b"IKDSIM1."
LIFE_SECONDS = 90
CLOCK_SLACK_SECONDS = 30
REMEMBERED_SECONDS = 600
"""How long after its end a used code is remembered."""
TEST_KEY = Path("sandbox") / "ikd_test_key.json"
_MASK_MOST = 6

_Second = Annotated[int, msgspec.Meta(ge=0, le=2**40)]


class Outcome(StrEnum):
    """How a judgement can end."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    EXPIRED = "expired"
    USED = "used"
    FUTURE = "future"
    NOT_IKD = "not-ikd"


class Claims(msgspec.Struct, frozen=True):
    """What a code says of its holder."""

    jti: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$", max_length=32)]
    iat: _Second
    exp: _Second
    given: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=120)]


@dataclass(frozen=True, slots=True)
class Vouched:
    """A code that is genuine and fresh; whether it was used before, the store knows."""

    jti: str
    forget_at: int
    given_name: str = field(repr=False)
    masked_name: str = field(repr=False)


class Verifier:
    """Believes codes signed by one public key."""

    def __init__(self, public_key: bytes) -> None:
        self._key = Ed25519PublicKey.from_public_bytes(public_key)

    def judge(self, payload: bytes, now: datetime) -> Vouched | Outcome:
        """Tell what a code is worth at `now`."""
        parts = payload.split(b".")
        if not payload.startswith(PREFIX) or len(parts) != 3 or not all(parts):
            return Outcome.NOT_IKD
        signed = payload[: payload.rindex(b".")]
        claims = _claims(parts[1]) if self._signed(signed, parts[2]) else None
        return Outcome.UNVERIFIED if claims is None else _in_time(claims, now)

    def _signed(self, signed: bytes, signature: bytes) -> bool:
        try:
            self._key.verify(_decoded(signature), signed)
        except (binascii.Error, InvalidSignature):
            return False
        return True


def sandbox_verifier(resources: Path) -> Verifier:
    """The verifier of the published test key. For the demo profile only."""
    key = json.loads((resources / TEST_KEY).read_text())
    return Verifier(bytes.fromhex(key["public"]))


def masked(name: str) -> str:
    """`Siti Rahmawati` as `S*** R******`."""
    return " ".join(word[0] + "*" * min(_MASK_MOST, len(word) - 1) for word in name.split())


def _decoded(text: bytes) -> bytes:
    padding = b"=" * (-len(text) % 4)
    return base64.b64decode(text + padding, altchars=b"-_", validate=True)


def _claims(text: bytes) -> Claims | None:
    try:
        claims = msgspec.json.decode(_decoded(text), type=Claims)
    except (ValueError, RecursionError):
        return None
    good = 0 < claims.exp - claims.iat <= LIFE_SECONDS and claims.name.strip()
    return claims if good else None


def _in_time(claims: Claims, now: datetime) -> Vouched | Outcome:
    seconds = now.timestamp()
    if claims.iat > seconds + CLOCK_SLACK_SECONDS:
        return Outcome.FUTURE
    if seconds > claims.exp:
        return Outcome.EXPIRED
    forget_at = claims.exp + REMEMBERED_SECONDS
    return Vouched(claims.jti, forget_at, claims.given, masked(claims.name))
