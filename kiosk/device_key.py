"""The key this device signs its tickets' codes with; made here, never leaving the disk."""

import hashlib
import os
from pathlib import Path

from kiosk import ed25519
from kiosk.domain.codes import KEY_ID_BYTES, OwnCode, code_text
from kiosk.ports import KioskError


class DeviceKey:
    """Signs and checks codes. Its public half is told to central at hello."""

    def __init__(self, path: Path, public_host: str) -> None:
        self._host = public_host
        self._seed = _seed(path)
        self.public = ed25519.public_of(self._seed)
        self._key_id = hashlib.sha256(self.public).digest()[:KEY_ID_BYTES]

    def sign(self, reference: bytes, kind: bytes = b"t") -> str:
        """The text of a QR: a ticket's, or with kind b"b" a booking's."""
        unsigned = OwnCode(self._key_id, reference, b"")
        signature = ed25519.sign(self._seed, unsigned.signed(kind))
        return code_text(self._host, kind, OwnCode(self._key_id, reference, signature))

    def sign_bytes(self, message: bytes) -> bytes:
        """The signature of a message whose form rules out that it is a code's."""
        return ed25519.sign(self._seed, message)

    def genuine(self, code: OwnCode, kind: bytes) -> bool:
        """True when this device's key signed the code."""
        ours = code.key_id == self._key_id
        return ours and self.signed_by(self.public, code, kind)

    @staticmethod
    def signed_by(public: bytes, code: OwnCode, kind: bytes) -> bool:
        """True when the private half of `public` signed the code."""
        return ed25519.verifies(public, code.signature, code.signed(kind))


def _seed(path: Path) -> bytes:
    """Read the key file, or make it, readable for its owner only."""
    try:
        if not path.exists():
            _make(path)
        seed = path.read_bytes()
    except OSError as error:
        raise KioskError(f"device key: {error}") from error
    if len(seed) != ed25519.SEED_BYTES:
        raise KioskError(f"device key: {path.name} is not {ed25519.SEED_BYTES} bytes long")
    return seed


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".new")  # a power cut must not leave half a key under the real name
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(os.urandom(ed25519.SEED_BYTES))
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
