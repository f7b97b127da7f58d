"""What a kiosk's own ledger tells staff (S40): counts alone, nobody's visit. Pure arithmetic on rows.

Being served, waiting and the share of identities are central's to tell: no kiosk's ledger holds them.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from kiosk.domain.model import ServiceId
from kiosk.domain.survey import Element, Index, index

Key = TypeVar("Key", bound=Hashable)
TOP_SERVICES = 5
WEEK = timedelta(days=7)


class Period(StrEnum):
    """How far back is looked."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    HALF = "sem"


_DAYS = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 30}


class Way(StrEnum):
    """How a number was taken."""

    ASSIGNED = "assigned"
    OWN = "own"
    """By the kiosk itself, without the server."""
    BOOKED = "booked"


@dataclass(frozen=True, slots=True)
class Span:
    """Business days, both inclusive."""

    first: date
    last: date


def span_of(period: Period, today: date) -> Span:
    """The days of a period that ends today; a half-year begins in January or July."""
    if period is Period.HALF:
        return Span(date(today.year, 1 if today.month <= 6 else 7, 1), today)
    return Span(today - timedelta(days=_DAYS[period] - 1), today)


def span_before(period: Period, today: date) -> Span | None:
    """What a period is compared with: the same weekday, or as many days before; no half-year."""
    match period:
        case Period.DAY:
            return Span(today - WEEK, today - WEEK)
        case Period.HALF:
            return None
        case _:
            days = timedelta(days=_DAYS[period])
            span = span_of(period, today)
            return Span(span.first - days, span.last - days)


@dataclass(frozen=True, slots=True)
class Issued:
    """So many numbers of one kind: the same day, hour (local), service and way."""

    day: date
    hour: int
    service: ServiceId
    way: Way
    times: int
    printed: int
    """How many of them are known to have come out on paper."""


@dataclass(frozen=True, slots=True)
class Answered:
    """So many answers of one value to one element in one month (its first day)."""

    month: date
    element: Element
    value: int
    times: int


@dataclass(frozen=True, slots=True)
class Rows:
    """What the ledger held of a span; `before` counts the numbers of the span it is compared with."""

    issued: Sequence[Issued]
    answered: Sequence[Answered]
    surveys: int
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """What S40 shows. Shares are per cent; a mean is of answers from 1 to 4."""

    issued: int
    change: int | None
    """Per cent against the span before; None where that had no numbers."""
    printed: int | None
    booked: int | None
    index: Index | None
    surveys: int
    hours: tuple[tuple[int, int], ...]
    """Each hour from the first to the last one in which numbers were taken."""
    weekdays: Mapping[tuple[int, int], int]
    """By weekday (Monday is 0) and hour."""
    months: tuple[tuple[date, int, Index | None], ...]
    ways: Mapping[Way, int]
    services: tuple[tuple[ServiceId, int], ...]
    means: Mapping[Element, float]


def figures(rows: Rows) -> Figures:
    """Count what the ledger held."""
    total = sum(one.times for one in rows.issued)
    ways = _counted((one.way, one.times) for one in rows.issued)
    hours = _counted((one.hour, one.times) for one in rows.issued)
    services = _counted((one.service, one.times) for one in rows.issued)
    return Figures(
        issued=total,
        change=round(100 * (total - rows.before) / rows.before) if rows.before else None,
        printed=_percent(sum(one.printed for one in rows.issued), total),
        booked=_percent(ways[Way.BOOKED], total),
        index=index(_sums(rows.answered)),
        surveys=rows.surveys,
        hours=tuple((hour, hours[hour]) for hour in _from_first_to_last(hours)),
        weekdays=_counted(((one.day.weekday(), one.hour), one.times) for one in rows.issued),
        months=_months(rows),
        ways=ways,
        services=tuple(sorted(services.items(), key=lambda one: (-one[1], one[0]))[:TOP_SERVICES]),
        means={element: total / count for element, (total, count) in _sums(rows.answered).items()},
    )


def _counted(pairs: Iterable[tuple[Key, int]]) -> Counter[Key]:
    found: Counter[Key] = Counter()
    for key, times in pairs:
        found[key] += times
    return found


def _percent(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None


def _from_first_to_last(hours: Mapping[int, int]) -> range:
    return range(min(hours), max(hours) + 1) if hours else range(0)


def _sums(answered: Sequence[Answered]) -> dict[Element, tuple[int, int]]:
    sums: dict[Element, tuple[int, int]] = {}
    for one in answered:
        total, count = sums.get(one.element, (0, 0))
        sums[one.element] = (total + one.value * one.times, count + one.times)
    return sums


def _months(rows: Rows) -> tuple[tuple[date, int, Index | None], ...]:
    issued = _counted((one.day.replace(day=1), one.times) for one in rows.issued)
    months = sorted({*issued, *(one.month for one in rows.answered)})
    return tuple(
        (month, issued[month], index(_sums([one for one in rows.answered if one.month == month])))
        for month in months
    )
