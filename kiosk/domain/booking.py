"""Online bookings: the list of the coming days, read once at the door, and what one is worth now."""

import base64
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kiosk.domain.codes import KEY_ID_BYTES, ticket_reference
from kiosk.domain.model import BookingId, ServiceId
from kiosk.domain.reading import Reader, read_json

SCHEMA = "bookings/1"
CODE_LENGTH = 8
_PUBLIC_KEY_BYTES = 32
_LOOK_ALIKES = str.maketrans("OI", "01")


@dataclass(frozen=True, slots=True)
class Booking:
    """A place somebody booked online: when, for what, and the number it became.

    `place` names another mall, None for this one; `label` is the number of the ticket that used it.
    """

    id: BookingId
    service: ServiceId
    starts: datetime
    ends: datetime
    place: str | None = None
    masked_name: str | None = field(default=None, repr=False)
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Bookings:
    """The bookings of the coming days. `etag` is the SHA-256 of the bytes they were read from."""

    by_reference: Mapping[bytes, Booking] = field(default_factory=dict, repr=False)
    by_code: Mapping[str, Booking] = field(default_factory=dict, repr=False)
    keys: Mapping[bytes, bytes] = field(default_factory=dict)
    """Public keys that sign bookings' QR codes, by key id."""
    etag: str | None = None

    def with_id(self, booking: BookingId | None) -> Booking | None:
        """The booking of an id."""
        return self.by_reference.get(ticket_reference(booking.bytes)) if booking else None

    def with_code(self, text: str) -> Booking | None:
        """The booking of a typed code, complete or not."""
        return self.by_code.get(code_digest(text))


def normal_code(text: str) -> str:
    """A code as it counts: capitals and digits only; 0 and O, 1 and I are the same."""
    signs = (sign for sign in text.upper() if sign.isascii() and sign.isalnum())
    return "".join(signs).translate(_LOOK_ALIKES)


def code_digest(text: str) -> str:
    """What stands for a code in lists: the code itself is known to its owner alone."""
    return hashlib.sha256(f"anjungan-booking:{normal_code(text)}".encode()).hexdigest()


class Standing(Enum):
    """What a booking is worth at a moment."""

    EARLY = "early"
    IN_TIME = "in-time"
    LATE = "late"
    OTHER_DAY = "day"
    OTHER_PLACE = "other"
    DONE = "done"


def standing(booking: Booking, local: datetime) -> Standing:
    """What a booking is worth at `local`, the site's time."""
    starts = booking.starts.astimezone(local.tzinfo)
    if booking.place is not None:
        return Standing.OTHER_PLACE
    if starts.date() != local.date():
        return Standing.OTHER_DAY
    if booking.label is not None:
        return Standing.DONE
    if local < starts:
        return Standing.EARLY
    return Standing.IN_TIME if local <= booking.ends else Standing.LATE


def parse_bookings(raw: bytes) -> Bookings:
    """Read a list of bookings. Raises Refused with every complaint."""
    reader = read_json(raw, "bookings")
    reader.one_of("schema", (SCHEMA,))
    by_reference: dict[bytes, Booking] = {}
    by_code: dict[str, Booking] = {}
    for part in reader.parts("bookings"):
        booking = _booking(part)
        by_reference[ticket_reference(booking.id.bytes)] = booking
        by_code[part.text("code_sha256", most=64)] = booking
    keys = dict(_key(part) for part in reader.parts("keys"))
    reader.finish()
    return Bookings(by_reference, by_code, keys, hashlib.sha256(raw).hexdigest())


def _booking(part: Reader) -> Booking:
    booking = Booking(
        id=BookingId(part.uuid("id")),
        service=ServiceId(part.text("service", most=120)),
        starts=part.moment("starts"),
        ends=part.moment("ends"),
        place=part.maybe_text("place"),
        masked_name=part.maybe_text("masked_name"),
        label=part.maybe_text("label"),
    )
    if booking.ends < booking.starts:
        part.reject("ends", "a time after `starts`")
    return booking


def _key(part: Reader) -> tuple[bytes, bytes]:
    return (
        _decoded(part, "id", bytes.fromhex, KEY_ID_BYTES),
        _decoded(part, "public_key", base64.b64decode, _PUBLIC_KEY_BYTES),
    )


def _decoded(part: Reader, key: str, decode: Callable[[str], bytes], length: int) -> bytes:
    try:
        found = decode(part.text(key, most=100))
    except ValueError:  # binascii.Error is one
        found = b""
    if len(found) != length:
        part.reject(key, f"{length} encoded bytes")
    return found
