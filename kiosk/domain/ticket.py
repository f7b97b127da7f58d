"""A queue ticket: made by a tap, named by a label, kept for ever once recorded."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.label import AuthorityLabel, OwnLabel, QueueCode, TicketLabel
from kiosk.domain.model import BookingId, ServiceId, TicketId, VisitId


class Channel(StrEnum):
    """How a ticket came."""

    KIOSK = "kiosk"
    BOOKING = "booking"
    ASSISTED = "assisted"
    MOBILE = "mobile"


@dataclass(frozen=True, slots=True)
class TicketDraft:
    """What the citizen confirmed; the id stays through every retry, print and sync."""

    id: TicketId
    visit: VisitId
    service: ServiceId
    queue: QueueCode
    day: date
    at: datetime
    priority: bool
    language: str
    channel: Channel = Channel.KIOSK
    masked_name: str | None = field(default=None, repr=False)
    booking: BookingId | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """When a ticket will probably be called: a range, local time."""

    earliest: datetime
    latest: datetime


@dataclass(frozen=True, slots=True)
class Ticket:
    """A recorded ticket."""

    draft: TicketDraft
    label: TicketLabel
    spoken_code: str
    ahead: int | None
    estimate: Estimate | None
    code: str = field(repr=False)
    """The text of the ticket's QR."""

    @property
    def id(self) -> TicketId:
        """The draft's id."""
        return self.draft.id

    @property
    def own_series(self) -> bool:
        """True where the authority did not answer in time."""
        return isinstance(self.label, OwnLabel)


@dataclass(frozen=True, slots=True)
class Assigned:
    """The authority's answer to a draft."""

    label: AuthorityLabel
    ahead: int
    estimate: Estimate | None


class IssueRefusal(StrEnum):
    """Why no number was given; each has words for the citizen."""

    QUOTA = "quota"
    CLOSED = "closed"
    OFFLINE = "offline"
    """No lease, clock not trusted, or the series is exhausted: only the information desk can help."""
    BOOKING_USED = "booking-used"
    BOOKING_UNKNOWN = "booking-unknown"
    STORE = "store"
    """The ledger could not be written."""


SPOKEN_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs without look-alikes 0 O 1 I; 8 of them carry 40 bits."""


def spoken_code(randomness: bytes) -> str:
    """Turn 5 random bytes into a code people can read out, such as 7Q2K-9F4M."""
    if len(randomness) != 5:
        raise ValueError("a spoken code takes 5 random bytes")
    value = int.from_bytes(randomness, "big")
    signs = [SPOKEN_ALPHABET[(value >> (35 - 5 * place)) & 31] for place in range(8)]
    return "".join(signs[:4]) + "-" + "".join(signs[4:])
