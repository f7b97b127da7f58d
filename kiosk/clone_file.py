"""A clone as an encrypted file: argon2id of a passphrase, AES-256-GCM over all of it.

Its costs are this version's and not the file's: no file can make a kiosk work for minutes.
"""

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kiosk.domain.clone import (
    PASSPHRASE_LEAST,
    PASSPHRASE_MOST,
    Clone,
    packed_clone,
    unpacked_clone,
)
from kiosk.domain.reading import Refused

MAGIC = b"ANJUNGAN-CLONE1\n"
_KIN = b"ANJUNGAN-CLONE"
SALT_BYTES, NONCE_BYTES, KEY_BYTES, TAG_BYTES = 16, 12, 32, 16
MEMORY_KIB = 64 * 1024
ITERATIONS = 3
FILE_BYTES_MOST = 1_000_000
SUFFIX = ".anjungan"
"""By this a file on a USB stick is known; a command takes any name."""
CONTENT_BYTES_MOST = 1_000_000


def seal(clone: Clone, passphrase: str) -> bytes:
    """The content of the file. Raises Refused for a passphrase that is too short."""
    if not PASSPHRASE_LEAST <= len(passphrase) <= PASSPHRASE_MOST:
        raise Refused([f"passphrase: expected {PASSPHRASE_LEAST} to {PASSPHRASE_MOST} signs"])
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    head = MAGIC + salt + nonce
    return head + AESGCM(_key(passphrase, salt)).encrypt(nonce, packed_clone(clone), head)


def unseal(content: bytes, passphrase: str) -> Clone:
    """The clone in a file. Raises Refused."""
    if len(content) > FILE_BYTES_MOST:
        raise Refused([f"expected at most {FILE_BYTES_MOST} bytes"])
    if content.startswith(_KIN) and not content.startswith(MAGIC):
        raise Refused([f"made by another version: {MAGIC.decode().strip()} is read here"])
    head_bytes = len(MAGIC) + SALT_BYTES + NONCE_BYTES
    if not content.startswith(MAGIC) or len(content) < head_bytes + TAG_BYTES:
        raise Refused(["no clone of a kiosk"])
    head, sealed = content[:head_bytes], content[head_bytes:]
    salt, nonce = head[len(MAGIC) : -NONCE_BYTES], head[-NONCE_BYTES:]
    try:
        packed = AESGCM(_key(passphrase[:PASSPHRASE_MOST], salt)).decrypt(nonce, sealed, head)
    except InvalidTag as error:
        raise Refused(["wrong passphrase, or the file was altered"]) from error
    return unpacked_clone(packed, CONTENT_BYTES_MOST)


def read_clone_file(file: Path, passphrase: str) -> Clone:
    """The clone in a file. Raises Refused or OSError."""
    with file.open("rb") as stream:
        return unseal(stream.read(FILE_BYTES_MOST + 1), passphrase)


def clone_in(folders: Iterable[Path], passphrase: str) -> Clone:
    """The one clone at the top of these folders. Raises Refused or OSError."""
    files = [file for folder in folders for file in folder.glob(f"*{SUFFIX}")]
    if len(files) != 1:
        raise Refused([f"expected one *{SUFFIX} on a USB stick, found {len(files)}"])
    return read_clone_file(files[0], passphrase)


def _key(passphrase: str, salt: bytes) -> bytes:
    kept = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=ITERATIONS, lanes=1, memory_cost=MEMORY_KIB
    )
    return kept.derive(unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogateescape"))
