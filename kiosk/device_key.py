"""The key this device signs its codes with; made here, never leaving the disk.

A new key waits in a file beside the old one until central has taken it over: until then nobody
would believe it.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from kiosk import ed25519
from kiosk.domain.codes import OwnCode, code_text
from kiosk.domain.keyring import Key, Signer, key_id, rotation_message
from kiosk.ports import KioskError, Rotation
from kiosk.whole_file import SECRET, write_whole

T = TypeVar("T")
FILE = "device.key"
NEXT = ".next"


class DeviceKey:
    """Signs codes. Its public half is told to central at hello."""

    def __init__(self, path: Path, public_host: str) -> None:
        self._path = path
        self._host = public_host
        if not _exists(path):
            _make(path)
        self._adopt(read_seed(path))

    def _adopt(self, seed: bytes) -> None:
        self._seed = seed
        self.public = ed25519.public_of(seed)
        self._key_id = key_id(self.public)

    @property
    def key(self) -> Key:
        """The public half, as a code is judged by it."""
        return Key(self.public, Signer.KIOSK)

    def sign(self, reference: bytes, kind: bytes = b"t") -> str:
        """The text of a QR: a ticket's, or with kind b"b" a booking's."""
        unsigned = OwnCode(self._key_id, reference, b"")
        signature = ed25519.sign(self._seed, unsigned.signed(kind))
        return code_text(self._host, kind, OwnCode(self._key_id, reference, signature))

    def sign_bytes(self, message: bytes) -> bytes:
        """The signature of a message whose form rules out that it is a code's."""
        return ed25519.sign(self._seed, message)

    def rotation(self, installation: UUID) -> Rotation | None:
        """The wish to be known by a new key from now on, where one waits."""
        path = self._next()
        if not _exists(path):
            return None
        seed = read_seed(path)
        public = ed25519.public_of(seed)
        message = rotation_message(installation, public)
        return Rotation(public, ed25519.sign(self._seed, message), ed25519.sign(seed, message))

    def rotated(self) -> None:
        """Central took the new key over: sign with it."""
        path = self._next()
        seed = read_seed(path)
        try:
            path.replace(self._path)
        except OSError as error:
            raise KioskError(f"device key: {error}") from error
        self._adopt(seed)

    def _next(self) -> Path:
        return self._path.with_name(self._path.name + NEXT)


def prepare_rotation(path: Path) -> str:
    """Put a new key beside the one at `path`; its short name. One that waits already stays."""
    if not _exists(path):
        raise KioskError(f"{path} is not there: this kiosk has no key yet to renew, enrol it first")
    read_seed(path)
    waiting = path.with_name(path.name + NEXT)
    if not _exists(waiting):
        _make(waiting)
    return key_id(ed25519.public_of(read_seed(waiting))).hex()


def _exists(path: Path) -> bool:
    return _done(path.exists)


def read_seed(path: Path) -> bytes:
    """The secret half. Raises KioskError."""
    seed = _done(path.read_bytes)
    if len(seed) != ed25519.SEED_BYTES:
        raise KioskError(f"device key: {path.name} is not {ed25519.SEED_BYTES} bytes long")
    return seed


def _done(work: Callable[[], T]) -> T:
    try:
        return work()
    except OSError as error:
        raise KioskError(f"device key: {error}") from error


def _make(path: Path) -> None:
    """Write a key file, readable for its owner only."""

    def made() -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, os.urandom(ed25519.SEED_BYTES), SECRET)

    _done(made)
