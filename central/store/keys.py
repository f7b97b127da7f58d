"""The key that signs the QR codes of bookings: made at the first start, kept in the database.

It is lost with the database, and so are the bookings it signed.
"""

import os
import sqlite3
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central.store.leases import key_id
from kiosk.domain.codes import OwnCode, code_text, ticket_reference

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


def make_key(connection: sqlite3.Connection) -> None:
    """Make the key where there is none."""
    connection.execute(
        "INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)",
        (_META, os.urandom(_SEED_BYTES).hex()),
    )


def booking_key(connection: sqlite3.Connection) -> BookingKey:
    """The key of this database."""
    found: str = connection.execute("SELECT value FROM meta WHERE key = ?", (_META,)).fetchone()[0]
    return BookingKey(bytes.fromhex(found))
