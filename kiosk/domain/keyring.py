"""Whose signatures count: the public keys of a site's kiosks and of central, and those taken back.

Kiosk and counter judge a code by this one function, without network: genuine or not is a matter of
keys, what the code is worth now is another.
"""

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from kiosk.domain.codes import KEY_ID_BYTES, OwnCode
from kiosk.domain.reading import Reader, read_json

SCHEMA = "keys/1"
PUBLIC_KEY_BYTES = 32
ROTATION_VERSION = 1


class Signer(StrEnum):
    """Whose key it is: kiosks sign tickets and receipts, central signs bookings."""

    KIOSK = "kiosk"
    CENTRAL = "central"


@dataclass(frozen=True, slots=True)
class Key:
    """A public key. A revoked one is kept, so that what it signed is known to be worth nothing."""

    public: bytes
    signer: Signer
    revoked: bool = False

    @property
    def id(self) -> bytes:
        """The short name that codes carry."""
        return key_id(self.public)


@dataclass(frozen=True, slots=True)
class Keyring:
    """Every key of the site, by its short name; two may share one by chance.

    `etag` is the SHA-256 of the bytes it was read from.
    """

    by_id: Mapping[bytes, Sequence[Key]] = field(default_factory=dict)
    etag: str | None = None

    def with_keys(self, keys: Sequence[Key]) -> "Keyring":
        """This ring and keys known from elsewhere; what this ring says of a key stands."""
        known = {key.public for ring in self.by_id.values() for key in ring}
        return Keyring(
            _by_id([*self._all(), *(k for k in keys if k.public not in known)]), self.etag
        )

    def _all(self) -> Sequence[Key]:
        return [key for keys in self.by_id.values() for key in keys]


class Judgement(StrEnum):
    """What a code's signature is worth."""

    GENUINE = "genuine"
    ALTERED = "altered"
    REVOKED = "revoked"
    UNKNOWN_KEY = "unknown-key"


Verify = Callable[[bytes, bytes, bytes], bool]
"""Checks Ed25519: public key, signature, message."""


def key_id(public: bytes) -> bytes:
    """The short name of a key."""
    return hashlib.sha256(public).digest()[:KEY_ID_BYTES]


def judge(
    code: OwnCode, kind: bytes, signer: Signer, keyring: Keyring, verify: Verify
) -> tuple[Judgement, Key | None]:
    """Whether one of a signer's keys made the code, and which."""
    candidates = [key for key in keyring.by_id.get(code.key_id, ()) if key.signer is signer]
    if not candidates:
        return Judgement.UNKNOWN_KEY, None
    for key in candidates:
        if verify(key.public, code.signature, code.signed(kind)):
            return (Judgement.REVOKED if key.revoked else Judgement.GENUINE), key
    return Judgement.ALTERED, None


def rotation_message(installation: UUID, new_public: bytes) -> bytes:
    """What the old key and the new one both sign when a kiosk changes its key."""
    return b"anjungan-key" + bytes([ROTATION_VERSION]) + installation.bytes + new_public


def parse_keys(raw: bytes) -> Keyring:
    """Read a list of keys. Raises Refused with every complaint."""
    reader = read_json(raw, "keys")
    reader.one_of("schema", (SCHEMA,))
    keys = [_key(part) for part in reader.parts("keys")]
    reader.finish()
    return Keyring(_by_id(keys), hashlib.sha256(raw).hexdigest())


def _by_id(keys: Sequence[Key]) -> dict[bytes, list[Key]]:
    found: dict[bytes, list[Key]] = {}
    for key in keys:
        found.setdefault(key.id, []).append(key)
    return found


def _key(part: Reader) -> Key:
    try:
        public = base64.b64decode(part.text("public_key", most=100), validate=True)
    except ValueError:  # binascii.Error is one
        public = b""
    if len(public) != PUBLIC_KEY_BYTES:
        part.reject("public_key", f"{PUBLIC_KEY_BYTES} encoded bytes")
    signer = Signer(part.one_of("signer", tuple(Signer)))
    return Key(public, signer, part.truth("revoked"))
