"""Names and small values every other module speaks of."""

from typing import NewType
from uuid import UUID

AgencyId = NewType("AgencyId", str)
ServiceId = NewType("ServiceId", str)
EventId = NewType("EventId", str)
TicketId = NewType("TicketId", UUID)
VisitId = NewType("VisitId", UUID)
BookingId = NewType("BookingId", UUID)
RequestId = NewType("RequestId", int)

QrMatrix = tuple[tuple[bool, ...], ...]
"""A QR symbol without quiet zone; True is a dark module."""


def uuid7(milliseconds: int, randomness: bytes) -> UUID:
    """Make a UUIDv7 from Unix milliseconds and 10 random bytes (RFC 9562, 5.7)."""
    if len(randomness) != 10:
        raise ValueError("a UUIDv7 takes 10 random bytes")
    value = (milliseconds & (2**48 - 1)) << 80
    value |= int.from_bytes(randomness, "big")
    value &= ~(0xF << 76) & ~(0x3 << 62)
    return UUID(int=value | (0x7 << 76) | (0x2 << 62))
