"""How long a site keeps what, and how far what is older may be removed in one go.

The same on both sides. A clock that jumps ahead by a year must not empty a ledger, so nobody's word for
the day is enough, and the horizon moves by small steps.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

KIOSK_DAYS = 90
"""Tickets and facts on a kiosk: longer than a restored server asks back for, which is 35 days."""
SITE_DAYS = 400
"""Tickets and what facts say, on the server; sums stay."""
SURVEY_DAYS = 5 * 366
STEP_DAYS = 2
"""So far the horizon moves on in a day."""


def horizon(before: date | None, todays: Iterable[date], keep_days: int) -> date | None:
    """The first day that is kept, where `todays` are what different clocks say; None where none does.

    It never goes back, and after the first time no further than a step.
    """
    wanted = min((today - timedelta(keep_days) for today in todays), default=None)
    if wanted is None or before is None:
        return wanted if before is None else before
    return max(before, min(wanted, before + timedelta(STEP_DAYS)))


def began(day: date) -> datetime:
    """A moment before `day` began in any of the country's zones, and after the one before it did."""
    return datetime.combine(day - timedelta(1), time(12), UTC)
