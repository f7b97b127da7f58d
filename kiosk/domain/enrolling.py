"""How a kiosk comes to belong to a central: the code it is shown once, and what both sides compare.

The code carries the public key of central's certificate authority itself, not a digest of it. A trust
anchor is a name and a key (RFC 5280, 6.1.1): with these the kiosk verifies the very first connection,
so that no program of ours ever speaks to a server it has not verified.
"""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

CA_NAME = "Anjungan central"
"""The authority's name (CN); certificates of central name it as their issuer."""
CA_KEY_BYTES = 33
"""A point of P-256, compressed."""
TOKEN_BYTES = 16
SALT_BYTES = 16
SCHEME = "ANJUNGAN1"
_ADDRESS = re.compile(r"[A-Z0-9.-]{1,100}:[1-9][0-9]{0,4}|\[[0-9A-F:]{2,45}\]:[1-9][0-9]{0,4}")
_COMPARED = b"anjungan-enrol-v1\0"


@dataclass(frozen=True, slots=True)
class EnrolCode:
    """What a technician brings to a kiosk: where central is, its key, and a token good for once."""

    address: str
    """Host and port."""
    ca_key: bytes
    token: bytes

    def __post_init__(self) -> None:
        if not _is_address(self.address):
            raise ValueError(f"expected host:port, not {self.address[:60]!r}")
        if len(self.ca_key) != CA_KEY_BYTES or len(self.token) != TOKEN_BYTES:
            raise ValueError("a key or token of another length")

    def text(self) -> str:
        """The text of the QR; capitals and digits, which make the smallest one."""
        parts = (SCHEME, self.address.upper(), base32(self.ca_key), base32(self.token))
        return "/".join(parts)


def read_code(text: str) -> EnrolCode:
    """The code a technician scanned or typed. Raises ValueError for any other text."""
    parts = "".join(text.split()).upper().split("/")
    if len(parts) != 4 or parts[0] != SCHEME:
        raise ValueError(f"expected {SCHEME}/host:port/key/token")
    _, address, ca_key, token = parts
    return EnrolCode(address.lower(), from_base32(ca_key), from_base32(token))


def base32(raw: bytes) -> str:
    """Bytes as capitals and digits."""
    return base64.b32encode(raw).decode().rstrip("=")


def from_base32(text: str) -> bytes:
    """The bytes `base32` wrote. Raises ValueError."""
    try:
        raw = base64.b32decode(text.encode("ascii") + b"=" * (-len(text) % 8))
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError("expected letters A-Z and digits 2-7") from error
    if base32(raw) != text:
        raise ValueError("expected letters A-Z and digits 2-7")
    return raw


def comparison_code(code: EnrolCode, public_key: bytes, salt: bytes) -> str:
    """Six digits that agree where both sides saw the same keys and token.

    Central draws the salt after it has heard the kiosk's key: nobody can try keys until one fits.
    """
    seen = b"".join((_COMPARED, code.ca_key, code.token, public_key, salt))
    number = int.from_bytes(hashlib.sha256(seen).digest()[:8], "big") % 1_000_000
    digits = f"{number:06d}"
    return f"{digits[:3]} {digits[3:]}"


def _is_address(text: str) -> bool:
    found = _ADDRESS.fullmatch(text.upper())
    return found is not None and int(text.rpartition(":")[2]) < 65536
