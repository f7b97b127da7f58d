"""What a kiosk does by itself by the hours of the hall: night colours, rest, a test of itself."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.domain.hours import Availability, Closed

NIGHT_REST_SECONDS = 60.0
"""How long nobody was there before the light of the screen rests at night; by day central says."""
TEST_BEFORE = timedelta(hours=2)
"""So long before the doors open the kiosk tests itself: early enough for somebody to come."""


@dataclass(frozen=True, slots=True)
class SelfTest:
    """What the kiosk found of itself: the doctor's codes of what somebody should mend."""

    at: datetime
    codes: tuple[str, ...] = ()


def is_night(mall: Availability) -> bool:
    """True while the hall is closed. Where no opening is known there is no night either."""
    return isinstance(mall, Closed) and mall.reopens is not None


def rest_after_seconds(mall: Availability, by_day: float) -> float:
    """When the light of the first screen rests."""
    return NIGHT_REST_SECONDS if is_night(mall) else by_day


def self_test_due(mall: Availability, local: datetime, tested_for: date | None) -> date | None:
    """The day for whose opening the kiosk should test itself now; None where it should not."""
    if not isinstance(mall, Closed) or mall.reopens is None:
        return None
    day = mall.reopens.date()
    return day if local >= mall.reopens - TEST_BEFORE and day != tested_for else None
