"""Issues digital-ID codes of the sandbox, for demonstrations; no real IKD code looks like these.

The key is public and marked as a test key. Issuer and verifier refuse outside the demo profile.
"""

import base64
import json
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path

from kiosk.ports import Clock

KEY_FILE = Path(__file__).parents[2] / "resources/sandbox/ikd_test_key.json"
PREFIX = "IKDSIM1."
LIFE = timedelta(seconds=90)
JTI_BYTES = 16

Ed25519 = Callable[[bytes, bytes], bytes]
"""Signs: 32 bytes of seed, then the message; gives 64 bytes."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What a sandbox code says; `iat` and `exp` are Unix seconds."""

    jti: str
    iat: int
    exp: int
    given: str = field(repr=False)
    name: str = field(repr=False)


def code_text(claims: Claims, seed: bytes, sign: Ed25519) -> str:
    """The text of a code: prefix, claims and a signature over everything before the last dot."""
    body = json.dumps(asdict(claims), ensure_ascii=False, separators=(",", ":"))
    signed = PREFIX + _base64url(body.encode())
    return f"{signed}.{_base64url(sign(seed, signed.encode()))}"


class IkdIssuer:
    """Makes fresh codes. Raises ValueError when the profile is not demo."""

    def __init__(self, profile: str, clock: Clock, sign: Ed25519) -> None:
        if profile != "demo":
            raise ValueError('the sandbox issuer works only with profile = "demo"')
        self._clock = clock
        self._sign = sign
        self._seed = bytes.fromhex(json.loads(KEY_FILE.read_text(encoding="utf-8"))["seed"])

    def issue(self, given: str, name: str, age: timedelta = timedelta()) -> str:
        """A code as it would have been shown that long ago; each can be used once."""
        issued = self._clock.now() - age
        claims = Claims(
            secrets.token_hex(JTI_BYTES),
            int(issued.timestamp()),
            int((issued + LIFE).timestamp()),
            given,
            name,
        )
        return code_text(claims, self._seed, self._sign)


def _base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
