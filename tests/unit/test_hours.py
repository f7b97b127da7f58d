"""Opening hours, as every part of the mall reckons them."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.hours import (
    Availability,
    Closed,
    OnBreak,
    Open,
    PreOpen,
    WeekSchedule,
    Window,
    availability,
    issuing,
)
from kiosk.domain.model import ServiceId
from tests.samples import catalogue, hall

WIB = ZoneInfo("Asia/Jakarta")
CUTOFF = timedelta(minutes=30)


def window(opens: str, closes: str) -> Window:
    """`08:00` to `15:00`."""
    return Window(time.fromisoformat(opens), time.fromisoformat(closes))


LUNCH = (window("08:00", "12:00"), window("13:00", "15:00"))
FRIDAY = (window("08:00", "11:30"), window("13:00", "14:30"))
WEEK = WeekSchedule((LUNCH, LUNCH, LUNCH, LUNCH, FRIDAY, (window("08:00", "12:00"),), ()))
NEVER = WeekSchedule(((),) * 7)


def at(text: str, zone: ZoneInfo = WIB) -> datetime:
    """A local time of the week of Monday 3 August 2026."""
    day, clock = text.split()
    number = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").index(day) + 3
    return datetime.fromisoformat(f"2026-08-{number:02d}T{clock}").replace(tzinfo=zone)


def found(text: str) -> Availability:
    """What the week says at a local time."""
    return availability(WEEK, CUTOFF, at(text))


def test_within_a_window_numbers_are_issued_until_the_cut_off() -> None:
    assert found("Thu 09:41") == Open(closes=at("Thu 12:00"), last_issue=at("Thu 14:30"))
    assert found("Thu 08:00") == Open(closes=at("Thu 12:00"), last_issue=at("Thu 14:30"))
    assert found("Thu 14:29:59") == Open(closes=at("Thu 15:00"), last_issue=at("Thu 14:30"))


def test_from_the_cut_off_on_the_service_is_closed_though_it_still_serves() -> None:
    assert found("Thu 14:30") == Closed(at("Fri 08:00"))
    assert found("Thu 15:00") == Closed(at("Fri 08:00"))


def test_lunch_is_a_break_in_which_numbers_are_issued() -> None:
    noon = found("Thu 12:00")

    assert noon == OnBreak(resumes=at("Thu 13:00"), last_issue=at("Thu 14:30"))
    assert issuing(noon)


def test_friday_prayer_is_a_break_of_its_own_length() -> None:
    assert found("Fri 11:29") == Open(at("Fri 11:30"), at("Fri 14:00"))
    assert found("Fri 11:30") == OnBreak(at("Fri 13:00"), at("Fri 14:00"))
    assert found("Fri 13:00") == Open(at("Fri 14:30"), at("Fri 14:00"))
    assert found("Fri 14:00") == Closed(at("Sat 08:00"))


def test_a_quarter_of_an_hour_before_opening_screens_are_live_and_issuing_is_off() -> None:
    assert found("Thu 07:44:59") == Closed(at("Thu 08:00"))
    assert found("Thu 07:45") == PreOpen(at("Thu 08:00"))
    assert not issuing(found("Thu 07:59:59"))


def test_a_break_is_no_second_pre_opening() -> None:
    assert isinstance(found("Thu 12:50"), OnBreak)


def test_on_saturday_noon_the_next_opening_is_monday() -> None:
    assert found("Sat 12:00") == Closed(at("Mon 08:00") + timedelta(days=7))
    assert found("Sun 10:00") == Closed(at("Mon 08:00") + timedelta(days=7))


def test_a_service_without_any_window_tells_no_opening() -> None:
    assert availability(NEVER, CUTOFF, at("Thu 09:41")) == Closed(None)


def test_a_window_that_the_cut_off_swallows_is_promised_to_nobody() -> None:
    short = WeekSchedule(((window("08:00", "12:00"), window("13:00", "14:00")),) * 7)
    cutoff = timedelta(minutes=90)

    after = availability(short, cutoff, at("Thu 12:40"))

    assert after == Closed(at("Fri 08:00"))


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Asia/Jakarta", PreOpen),
        ("Asia/Makassar", Open),
        ("Asia/Jayapura", Open),
    ],
)
def test_the_same_moment_is_another_hour_in_each_zone(zone: str, expected: type) -> None:
    moment = datetime(2026, 8, 6, 0, 50, tzinfo=UTC)

    answer = availability(WEEK, CUTOFF, moment.astimezone(ZoneInfo(zone)))

    assert isinstance(answer, expected)


def test_the_day_is_the_sites_own() -> None:
    sunday_in_utc = datetime(2026, 8, 9, 23, 30, tzinfo=UTC)

    in_jayapura = availability(WEEK, CUTOFF, sunday_in_utc.astimezone(ZoneInfo("Asia/Jayapura")))

    assert isinstance(in_jayapura, Open)


def test_a_week_has_seven_days() -> None:
    with pytest.raises(ValueError, match="seven days"):
        WeekSchedule((LUNCH,) * 6)


# --- the hall as a whole ----------------------------------------------------------------------


def test_the_mall_is_open_while_any_agency_is_and_as_long_as_the_last() -> None:
    first = next(iter(catalogue().services.values()))

    assert hall(at("Fri 10:00")).availability(first) == Open(at("Fri 11:30"), at("Fri 14:00"))
    assert hall(at("Fri 10:00")).mall() == Open(at("Fri 11:30"), at("Fri 14:30"))
    assert hall(at("Sat 10:00")).issuing()


def test_when_every_agency_rests_the_mall_tells_the_nearest_opening() -> None:
    assert hall(at("Sun 10:00")).mall() == Closed(at("Mon 08:00") + timedelta(days=7))
    assert hall(at("Thu 07:50")).mall() == PreOpen(at("Thu 08:00"))
    assert isinstance(hall(at("Fri 12:00")).mall(), OnBreak)


def test_a_mall_without_agencies_never_opens() -> None:
    empty = replace(hall(), catalogue=replace(catalogue(), agencies={}, services={}))

    assert empty.mall() == Closed(None)
    assert not empty.issuing()


def test_a_service_with_a_day_of_its_own_is_closed_on_the_others() -> None:
    service = catalogue().services[ServiceId("dinkopumkm.tera-ulang")]

    assert isinstance(hall(at("Mon 09:00")).availability(service), Open)
    assert isinstance(hall(at("Tue 09:00")).availability(service), Closed)


# --- laws -------------------------------------------------------------------------------------

moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=WIB)
)
cutoffs = st.integers(0, 600).map(lambda minutes: timedelta(minutes=minutes))


@given(moments, cutoffs)
def test_numbers_end_a_cut_off_before_the_day_does(local: datetime, cutoff: timedelta) -> None:
    answer = availability(WEEK, cutoff, local)

    if isinstance(answer, Open | OnBreak):
        last_window = WEEK.windows(local.weekday())[-1]
        assert local < answer.last_issue
        assert answer.last_issue.date() == local.date()
        assert (answer.last_issue + cutoff).time() == last_window.closes


@given(moments, cutoffs)
def test_an_opening_that_is_told_is_true(local: datetime, cutoff: timedelta) -> None:
    answer = availability(WEEK, cutoff, local)

    told = answer.reopens if isinstance(answer, Closed) else None
    if told is not None:
        assert local < told
        assert isinstance(availability(WEEK, cutoff, told), Open)
