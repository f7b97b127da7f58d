"""Orders to kiosks: makes and signs them. The server only hands them out; it needs the public key alone.

The key is made at the first start. It may be kept on other media, and be there only while somebody
orders something: then nobody who takes the server over can order anything.
"""

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.orders import Command, Envelope, Policy, order_message, site_of

PRIVATE, PUBLIC = "orders.key", "orders.pub"
_SEED_BYTES = 32


@dataclass(frozen=True, slots=True)
class Wanted:
    """What staff want of a kiosk, or of all."""

    kiosk: str
    content: Command | Policy
    not_after: datetime


def orders_key(folder: Path) -> bytes:
    """The public key of a folder's orders, made with its private half where there is none."""
    public = folder / PUBLIC
    if not public.exists():
        folder.mkdir(parents=True, exist_ok=True)
        seed = folder / PRIVATE
        if not seed.exists():
            _write(seed, os.urandom(_SEED_BYTES), 0o600)
        _write(public, _key(seed).public_key().public_bytes_raw(), 0o644)
    return public.read_bytes()


def sign_order(
    wanted: Wanted, version: int, ca_key: bytes, folder: Path, key_file: Path | None
) -> Envelope:
    """An order as it travels. Raises ValueError where the key is not there, or another's."""
    key = _key(key_file or folder / PRIVATE)
    if key.public_key().public_bytes_raw() != orders_key(folder):
        raise ValueError(f"{key_file}: not the key that kiosks of {folder} believe")
    content = wanted.content
    said = (
        {"command": str(content)}
        if isinstance(content, Command)
        else {"policy": {"dim_after_minutes": content.dim_after_minutes}}
    )
    order = {
        "version": version,
        "site": site_of(ca_key),
        "kiosk": wanted.kiosk,
        "not_after": wanted.not_after.isoformat(),
        **said,
    }
    text = json.dumps(order, separators=(",", ":"))
    return Envelope(text, key.sign(order_message(text)))


def _key(file: Path) -> Ed25519PrivateKey:
    try:
        return Ed25519PrivateKey.from_private_bytes(file.read_bytes())
    except FileNotFoundError as error:
        raise ValueError(f"{file} is not there: bring the key for orders, --key FILE") from error
    except ValueError as error:
        raise ValueError(f"{file}: expected {_SEED_BYTES} bytes") from error


def _write(file: Path, content: bytes, mode: int) -> None:
    draft = file.with_name(f"{file.name}.new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(file)
