"""Orders to kiosks: makes and signs them. The server only hands them out; it needs the public key alone.

The key is made at the first start. It may be kept on other media, and be there only while somebody
orders something: then nobody who takes the server over can order anything.
"""

import json
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central.files import SECRET, write_whole
from central.store import devices
from central.store.orders import believed_key, keep_believed_key
from central.store.rows import writing
from kiosk.domain.orders import Command, Envelope, Policy, order_message, site_of

PRIVATE, PUBLIC = "orders.key", "orders.pub"
_SEED_BYTES, _PUBLIC_BYTES = 32, 32
WAY_OUT = "bring it back from a backup, or see `central order new-key`"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What staff want of a kiosk, or of all."""

    kiosk: str
    content: Command | Policy
    not_after: datetime


def orders_key(folder: Path) -> bytes:
    """The public key of a folder's orders, made with its private half at the first start.

    The devices' database knows it too, so that a lost `orders.pub` is put back. A key that enrolled
    kiosks do not believe is never made in silence: raises ValueError where both are lost, or differ.
    """
    public = folder / PUBLIC
    with closing(devices.opened(folder)) as registry, writing(registry):
        believed = believed_key(registry)
        if public.exists():
            found = public.read_bytes()
        elif believed is not None:
            found = believed
            write_whole(public, found)
        else:
            found = _first_key(folder, registry)
        if found != (believed or found) or len(found) != _PUBLIC_BYTES:
            raise ValueError(f"{public}: not the key that kiosks here believe; {WAY_OUT}")
        if believed is None:
            keep_believed_key(registry, found)
    return found


def _first_key(folder: Path, registry: sqlite3.Connection) -> bytes:
    seed = folder / PRIVATE
    if not seed.exists():
        if any(one.state == devices.ENROLLED for one in devices.listed(registry)):
            raise ValueError(f"{folder}: {PRIVATE} and {PUBLIC} are lost; {WAY_OUT}")
        write_whole(seed, os.urandom(_SEED_BYTES), SECRET)
    return _publish(folder)


def _publish(folder: Path) -> bytes:
    found = _key(folder / PRIVATE).public_key().public_bytes_raw()
    write_whole(folder / PUBLIC, found)
    return found


def new_orders_key(folder: Path) -> bytes:
    """Make another key, for one that is lost: no kiosk believes it before it is enrolled anew."""
    with closing(devices.opened_for_staff(folder)) as registry, writing(registry):
        write_whole(folder / PRIVATE, os.urandom(_SEED_BYTES), SECRET)
        found = _publish(folder)
        keep_believed_key(registry, found)
    return found


def sign_order(
    wanted: Wanted, version: int, ca_key: bytes, believed: bytes, key_file: Path
) -> Envelope:
    """An order as it travels. Raises ValueError where the key is not there, or not the believed one."""
    key = _key(key_file)
    if key.public_key().public_bytes_raw() != believed:
        raise ValueError(f"{key_file}: not the key that kiosks here believe")
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
