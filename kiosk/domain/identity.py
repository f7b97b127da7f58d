"""Who the visitor is, as far as anyone told us. The code itself stays opaque bytes."""

from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class IkdPayload:
    """What a digital-ID code holds. Never parsed, logged, stored or compared here."""

    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Verified:
    """The gateway vouches for the visitor. The given name is for the screen, the masked for paper."""

    given_name: str = field(repr=False)
    masked_name: str = field(repr=False)


class NotVerified(Enum):
    """Why there is no identity; the visit goes on without one."""

    UNVERIFIED = "unverified"
    EXPIRED = "expired"
    USED = "used"
    FUTURE = "future"
    NOT_IKD = "not-ikd"
    UNREACHABLE = "unreachable"


IdentityOutcome = Verified | NotVerified
