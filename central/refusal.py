"""Why the server did not do what it was asked; every reason has a code of the wire."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Code(StrEnum):
    """The last part of a problem's type."""

    VALIDATION = "validation"
    NOT_FOUND = "not-found"
    WRONG_METHOD = "wrong-method"
    TOO_LARGE = "payload-too-large"
    UNSUPPORTED = "unsupported-encoding"
    SIGNATURE_INVALID = "signature-invalid"
    CLOCK_SKEW = "clock-skew"
    REPLAYED = "replayed"
    DEVICE_UNKNOWN = "device-unknown"
    DEVICE_PENDING = "device-pending"
    DEVICE_REVOKED = "device-revoked"
    TOKEN_INVALID = "token-invalid"  # noqa: S105 - a code of the wire
    ENROLMENT_REFUSED = "enrolment-refused"
    UNKNOWN_INSTALLATION = "unknown-installation"
    KEY_MISMATCH = "key-mismatch"
    KEY_REVOKED = "key-revoked"
    LINEAGE_FENCED = "lineage-fenced"
    NO_SLOT = "no-slot"
    UNKNOWN_SERVICE = "unknown-service"
    SERVICE_CLOSED = "service-closed"
    QUOTA_FULL = "quota-full"
    QUEUE_FULL = "queue-full"
    BOOKING_USED = "booking-used"
    BOOKING_UNKNOWN = "booking-unknown"
    ALREADY_ISSUED = "already-issued"
    IDEMPOTENCY_MISMATCH = "idempotency-mismatch"
    CHAIN_BROKEN = "chain-broken"
    CHAIN_FORKED = "chain-forked"
    CURSOR_RESET = "cursor-reset"
    IDENTITY_UNAVAILABLE = "identity-unavailable"
    STORE_UNAVAILABLE = "store-unavailable"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason, in English for staff, with what the caller needs to go on."""

    code: Code
    detail: str
    field: str | None = None
    resend_from: int | None = None
    now: datetime | None = None
