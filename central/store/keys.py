"""The keys that sign this site's QR codes: central's own for bookings, and those of its kiosks.

Central's are made here, the first at the first start, and kept in the database: they are lost with
it, and so are the bookings they signed. No key is ever forgotten, only revoked.
"""

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from central.refusal import Code, Refusal
from central.store.rows import is_known, utc
from kiosk.domain.codes import OwnCode, code_text, ticket_reference
from kiosk.domain.keyring import Key, Keyring, Signer, key_id, rotation_message

_SEED_BYTES = 32
_META = "booking_key"


@dataclass(frozen=True, slots=True)
class BookingKey:
    """An Ed25519 key pair, from its seed."""

    seed: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        """The 32 raw bytes that kiosks check codes with."""
        return self._pair().public_key().public_bytes_raw()

    @property
    def id(self) -> bytes:
        """The short name of the key that codes carry."""
        return key_id(self.public)

    def code(self, booking: UUID, host: str) -> str:
        """The text of a booking's QR."""
        reference = ticket_reference(booking.bytes)
        unsigned = OwnCode(self.id, reference, b"")
        signature = self._pair().sign(unsigned.signed(b"b"))
        return code_text(host, b"b", OwnCode(self.id, reference, signature))

    def _pair(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key as staff see it. `kiosk` is None for central's own."""

    public: bytes
    signer: Signer
    kiosk: str | None
    installation: str | None
    since: str
    revoked_at: str | None
    current: bool

    @property
    def id(self) -> str:
        """The short name, as it is printed."""
        return key_id(self.public).hex()


@dataclass(frozen=True, slots=True)
class Rotation:
    """A kiosk's wish for a new key, signed by the one it has and by the new one."""

    installation: UUID
    public: bytes
    by_old: bytes
    by_new: bytes


def verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    """True when the signature is by the holder of the key; see kiosk.domain.keyring.Verify."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def make_key(connection: sqlite3.Connection, now: datetime) -> None:
    """Make central's key where there is none, and see that every key is in the list."""
    connection.execute(
        "INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)",
        (_META, os.urandom(_SEED_BYTES).hex()),
    )
    _list(connection, booking_key(connection).public, Signer.CENTRAL, None, now)


def booking_key(connection: sqlite3.Connection) -> BookingKey:
    """The key that signs bookings now."""
    found: str = connection.execute("SELECT value FROM meta WHERE key = ?", (_META,)).fetchone()[0]
    return BookingKey(bytes.fromhex(found))


def renew_booking_key(connection: sqlite3.Connection, now: datetime) -> BookingKey:
    """Sign bookings with a new key from now on; what the old one signed stays good."""
    key = BookingKey(os.urandom(_SEED_BYTES))
    connection.execute("UPDATE meta SET value = ? WHERE key = ?", (key.seed.hex(), _META))
    _list(connection, key.public, Signer.CENTRAL, None, now)
    return key


def note_kiosk_key(
    connection: sqlite3.Connection, installation: UUID, public: bytes, now: datetime
) -> None:
    """A kiosk introduced itself with this key."""
    _list(connection, public, Signer.KIOSK, str(installation), now)


def _list(
    connection: sqlite3.Connection,
    public: bytes,
    signer: Signer,
    installation: str | None,
    now: datetime,
) -> None:
    connection.execute(
        """INSERT OR IGNORE INTO signing_key (public_key, key_id, signer, installation, since)
           VALUES (?, ?, ?, ?, ?)""",
        (public, key_id(public), signer, installation, utc(now)),
    )


def key_rows(connection: sqlite3.Connection) -> list[KeyRow]:
    """Every key, in the order of its coming."""
    central = booking_key(connection).public
    rows = connection.execute(
        """SELECT signing_key.*, installation.kiosk, installation.public_key AS used
           FROM signing_key LEFT JOIN installation ON installation.id = signing_key.installation
           ORDER BY since, signing_key.public_key"""
    )
    return [
        KeyRow(
            public=row["public_key"],
            signer=Signer(row["signer"]),
            kiosk=row["kiosk"],
            installation=row["installation"],
            since=row["since"],
            revoked_at=row["revoked_at"],
            current=row["public_key"] in (central, row["used"]),
        )
        for row in rows
    ]


def keyring(connection: sqlite3.Connection) -> Keyring:
    """Every key, as codes are judged by it."""
    keys = [Key(row.public, row.signer, row.revoked_at is not None) for row in key_rows(connection)]
    return Keyring().with_keys(keys)


def revoke(connection: sqlite3.Connection, text: str, now: datetime) -> KeyRow:
    """Take a key back for good. `text` is its short name, or the whole public key in hex.

    Raises ValueError where that is no key, more than one, or the one that signs bookings now.
    """
    found = [row for row in key_rows(connection) if text.lower() in (row.id, row.public.hex())]
    if len(found) != 1:
        raise ValueError(f"{text}: {'no such key' if not found else 'two keys, give it whole'}")
    if found[0].current and found[0].signer is Signer.CENTRAL:
        raise ValueError(f"{text} signs bookings now; `central key renew` makes another first")
    connection.execute(
        "UPDATE signing_key SET revoked_at = coalesce(revoked_at, ?) WHERE public_key = ?",
        (utc(now), found[0].public),
    )
    return found[0]


def kiosk_keys(connection: sqlite3.Connection, installation: UUID) -> Sequence[Key]:
    """The keys an installation has or had.

    A kiosk whose ledger was lost comes as a new installation with the key of the one before.
    """
    rows = connection.execute(
        """SELECT public_key, revoked_at FROM signing_key WHERE installation = :id OR public_key =
             (SELECT public_key FROM installation WHERE id = :id)""",
        {"id": str(installation)},
    )
    return [Key(row["public_key"], Signer.KIOSK, row["revoked_at"] is not None) for row in rows]


def refused_key(
    connection: sqlite3.Connection, installation: UUID, public: bytes, *, known: bool
) -> Refusal | None:
    """Why an installation may not come with this key, or None where it may."""
    revoked = connection.execute(
        "SELECT 1 FROM signing_key WHERE public_key = ? AND revoked_at IS NOT NULL", (public,)
    ).fetchone()
    if revoked is not None:
        return Refusal(Code.KEY_REVOKED, "the key was taken back; enrol the kiosk anew")
    if known and public not in {key.public for key in kiosk_keys(connection, installation)}:
        return Refusal(Code.KEY_MISMATCH, "a kiosk with a new key takes a new installation id")
    return None


def refused_signer(
    connection: sqlite3.Connection, installation: UUID, public: bytes
) -> Refusal | None:
    """Why the holder of this key may not speak for an installation, or None where it may."""
    known = is_known(connection, installation)
    return refused_key(connection, installation, public, known=known)


def rotate(connection: sqlite3.Connection, wish: Rotation, now: datetime) -> Refusal | None:
    """Take over a kiosk's new key. Asked again after a lost answer, it is taken over already."""
    message = rotation_message(wish.installation, wish.public)
    good = [key for key in kiosk_keys(connection, wish.installation) if not key.revoked]
    by_old = any(verifies(key.public, wish.by_old, message) for key in good)
    if not by_old or not verifies(wish.public, wish.by_new, message):
        return Refusal(
            Code.KEY_MISMATCH, "both keys sign the wish, the old one a key of this kiosk"
        )
    note_kiosk_key(connection, wish.installation, wish.public, now)
    if refusal := refused_key(connection, wish.installation, wish.public, known=True):
        return refusal
    connection.execute(
        "UPDATE installation SET public_key = ?, key_id = ? WHERE id = ?",
        (wish.public, key_id(wish.public), str(wish.installation)),
    )
    return None
