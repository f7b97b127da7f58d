"""When a service is open: one function, used by kiosk, counter, hall screen and server."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

PRE_OPEN = timedelta(minutes=15)
_LOOK_AHEAD_DAYS = 14


@dataclass(frozen=True, slots=True)
class Window:
    """One opening window of a day, local time."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class WeekSchedule:
    """Windows per weekday, Monday first; an empty day is closed."""

    days: tuple[tuple[Window, ...], ...]

    def __post_init__(self) -> None:
        if len(self.days) != 7:
            raise ValueError("a week has seven days")

    def windows(self, weekday: int) -> Sequence[Window]:
        """Windows of a weekday, 0 is Monday."""
        return self.days[weekday]


@dataclass(frozen=True, slots=True)
class Open:
    """Numbers are issued until `last_issue`; service ends at `closes`."""

    closes: datetime
    last_issue: datetime


@dataclass(frozen=True, slots=True)
class PreOpen:
    """Screens are live, numbers are not issued yet."""

    opens: datetime


@dataclass(frozen=True, slots=True)
class OnBreak:
    """Between two windows of a day (Friday prayer, lunch): numbers are issued for the next window."""

    resumes: datetime
    last_issue: datetime


@dataclass(frozen=True, slots=True)
class Closed:
    """No numbers; `reopens` is None where no window lies in the next two weeks."""

    reopens: datetime | None


Availability = Open | PreOpen | OnBreak | Closed


def availability(schedule: WeekSchedule, cutoff: timedelta, local: datetime) -> Availability:
    """Evaluate a schedule at `local`, an aware time in the site's zone.

    Issuing stops `cutoff` before the last window of the day closes.
    """
    today = [_at(local, window) for window in schedule.windows(local.weekday())]
    if today:
        last_issue = today[-1][1] - cutoff
        if local < last_issue and (now := _within(today, last_issue, local)):
            return now
    return Closed(_next_opening(schedule, cutoff, local))


def _within(
    today: Sequence[tuple[datetime, datetime]], last_issue: datetime, local: datetime
) -> Open | PreOpen | OnBreak | None:
    for opens, closes in today:
        if opens <= local < closes:
            return Open(closes, last_issue)
    upcoming = next(opens for opens, _ in today if local < opens)
    if upcoming != today[0][0]:
        return OnBreak(upcoming, last_issue)
    return PreOpen(upcoming) if upcoming - local <= PRE_OPEN else None


def _next_opening(schedule: WeekSchedule, cutoff: timedelta, local: datetime) -> datetime | None:
    """The next time at which numbers are given: a window after its day's cut-off does not count."""
    for ahead in range(_LOOK_AHEAD_DAYS):
        day = local + timedelta(days=ahead)
        windows = [_at(day, window) for window in schedule.windows(day.weekday())]
        for opens, _ in windows:
            if local < opens < windows[-1][1] - cutoff:
                return opens
    return None


def _at(day: datetime, window: Window) -> tuple[datetime, datetime]:
    base = day.replace(second=0, microsecond=0)
    return (
        base.replace(hour=window.opens.hour, minute=window.opens.minute),
        base.replace(hour=window.closes.hour, minute=window.closes.minute),
    )


def issuing(found: Availability) -> bool:
    """True while numbers may be taken."""
    return isinstance(found, Open | OnBreak)
