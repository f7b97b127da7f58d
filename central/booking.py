"""Makes bookings: a code for its owner, and what may be kept of it: a digest and a masked name."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from central.identity import masked
from central.store.bookings import Booking
from kiosk.domain.booking import code_digest
from kiosk.domain.model import uuid7
from kiosk.domain.ticket import spoken_code


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody books."""

    service: str
    starts: datetime
    length: timedelta
    name: str | None = field(default=None, repr=False)
    place: str | None = None


def book(wanted: Wanted, now: datetime) -> tuple[Booking, str]:
    """The booking as it is kept, and its code, which is not."""
    code = spoken_code(secrets.token_bytes(5))
    booking = Booking(
        id=uuid7(int(now.timestamp() * 1000), secrets.token_bytes(10)),
        code_sha256=code_digest(code),
        service=wanted.service,
        starts=wanted.starts,
        ends=wanted.starts + wanted.length,
        place=wanted.place,
        masked_name=None if wanted.name is None else masked(wanted.name),
    )
    return booking, code
