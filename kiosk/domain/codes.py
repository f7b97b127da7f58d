"""What a scanned code is: one of ours, one for staff, a possible digital ID, or nothing we know.

Our own codes read `https://<host>/<kind>/<base64url>` of version, key id, payload and an Ed25519
signature over everything before it. They are recognised first; only what is no URL and has no known
payment or login prefix may be an identity.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from kiosk.domain.identity import IkdPayload

VERSION = 1
KEY_ID_BYTES = 4
PAYLOAD_BYTES = 12
SIGNATURE_BYTES = 64
IDENTITY_MOST_BYTES = 1300
_OWN = re.compile(rb"https?://[A-Za-z0-9.:-]{1,80}/([tbr])/([A-Za-z0-9_-]{108})")
_STAFF = re.compile(rb"https?://[A-Za-z0-9.:-]{1,80}/([me])/[A-Za-z0-9_-]{8,1200}")
_FOREIGN = re.compile(
    rb"\s*("
    rb"(?i:[a-z][a-z0-9+.-]{1,30}:|www\.)"  # a scheme, or an address without one
    rb"|000201|hQVDUFYw"  # payments by EMVCo (QRIS): a merchant's code, and a customer's own
    rb"|[0-9]@|MATRIX"  # logins of WhatsApp and Matrix
    rb")"
)


@dataclass(frozen=True, slots=True)
class OwnCode:
    """A code that claims to be ours; believe it only when its signature was checked."""

    key_id: bytes
    payload: bytes
    signature: bytes = field(repr=False)

    def signed(self, kind: bytes) -> bytes:
        """The bytes the signature is over."""
        return b"anjungan-" + kind + bytes([VERSION]) + self.key_id + self.payload


@dataclass(frozen=True, slots=True)
class TicketCode(OwnCode):
    """The QR of a queue ticket; its payload is `ticket_reference(id)`."""


@dataclass(frozen=True, slots=True)
class BookingCode(OwnCode):
    """The QR of an online booking."""


@dataclass(frozen=True, slots=True)
class ReceiptCode(OwnCode):
    """The QR of a receipt for documents; its payload is `Receipt.reference`."""


@dataclass(frozen=True, slots=True)
class TechnicianCode:
    """A technician's grant, `/m/`. What it holds is for the staff screens, and goes no further here."""


@dataclass(frozen=True, slots=True)
class EnrolmentCode:
    """What makes a kiosk a mall's, `/e/`. It holds a secret: nothing of it is kept here."""


@dataclass(frozen=True, slots=True)
class IdentityCandidate:
    """Bytes that only the gateway may judge."""

    payload: IkdPayload


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """Nothing we know; never opened, never shown, never sent anywhere."""


StaffCode = TechnicianCode | EnrolmentCode
Code = TicketCode | BookingCode | ReceiptCode | StaffCode | IdentityCandidate | UnknownCode


def recognise(content: bytes) -> Code:
    """Tell what a scanned code is, without believing it."""
    if own := _OWN.fullmatch(content):
        return _own_code(own[1], own[2])
    if staff := _STAFF.fullmatch(content):
        return TechnicianCode() if staff[1] == b"m" else EnrolmentCode()
    if content and len(content) <= IDENTITY_MOST_BYTES and not _FOREIGN.match(content):
        return IdentityCandidate(IkdPayload(content))
    return UnknownCode()


_KINDS: Mapping[bytes, type[TicketCode | BookingCode | ReceiptCode]] = {
    b"t": TicketCode,
    b"b": BookingCode,
    b"r": ReceiptCode,
}


def _own_code(kind: bytes, text: bytes) -> Code:
    try:
        raw = base64.urlsafe_b64decode(text)
    except binascii.Error:
        return UnknownCode()
    if raw[0] != VERSION:
        return UnknownCode()
    key_id = raw[1 : 1 + KEY_ID_BYTES]
    payload = raw[1 + KEY_ID_BYTES : -SIGNATURE_BYTES]
    return _KINDS[kind](key_id, payload, raw[-SIGNATURE_BYTES:])


def code_text(host: str, kind: bytes, code: OwnCode) -> str:
    """The text a QR of ours carries: 123 characters and the host."""
    raw = bytes([VERSION]) + code.key_id + code.payload + code.signature
    return f"https://{host}/{kind.decode()}/{base64.urlsafe_b64encode(raw).decode()}"


def taken_at(reference: bytes) -> datetime:
    """When the ticket of a reference was taken: a UUIDv7 begins with its time."""
    milliseconds = int.from_bytes(reference[:6], "big")
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)


def ticket_reference(ticket_id: bytes) -> bytes:
    """The 12 bytes of a ticket's UUIDv7 that its code carries: its time and its last 6 random bytes."""
    return ticket_id[:6] + ticket_id[10:]
