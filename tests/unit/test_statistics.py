"""What the ledger tells staff: counted from tickets and answers that are known."""

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.domain import effects as do
from kiosk.domain import events as on
from kiosk.domain.label import AuthorityLabel
from kiosk.domain.model import RequestId, ServiceId
from kiosk.domain.session import step
from kiosk.domain.staff import Act, Exported, Finding
from kiosk.domain.states import Attending, Board, Statistics
from kiosk.domain.statistics import (
    Answered,
    Issued,
    Period,
    Rows,
    Span,
    Way,
    figures,
    span_before,
    span_of,
)
from kiosk.domain.survey import ELEMENTS, Survey
from kiosk.domain.ticket import Assigned, Ticket
from kiosk.ledger_statistics import count_figures, read_rows
from kiosk.ports import JobState, KioskError
from kiosk.sqlite_store import SqliteStore
from kiosk.statistics_csv import as_csv
from tests.fakes import FakeTime
from tests.ledgers import TODAY, K, draft_at, grant, paper, stamp
from tests.samples import AGENCY, SERVICE, SITI, THURSDAY, booking, hall

HERE = RequestId(7)
JAKARTA = timedelta(hours=7)
OTHER = ServiceId("polresta.skck")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with closing(SqliteStore(tmp_path / "ledger.sqlite", FakeTime())) as made:
        yield made


async def take(store: SqliteStore, number: int, moment: datetime, **wish: object) -> Ticket:
    """Record a number; without an authority's label it is one of our own."""
    own = bool(wish.pop("own", False))
    draft = replace(draft_at(moment, number), day=moment.date(), **wish)  # type: ignore[arg-type] # fields
    given = None if own else Assigned(AuthorityLabel(K, number), 0, None)
    made = await store.record(draft, given, stamp(draft), paper, own_allowed=own)
    assert isinstance(made, Ticket), made
    return made


async def test_figures_are_those_of_the_tickets_in_the_ledger(
    store: SqliteStore, tmp_path: Path
) -> None:
    await store.keep_grant(grant())
    await take(store, 1, THURSDAY)
    await take(store, 2, THURSDAY + timedelta(minutes=10), service=OTHER)
    await take(store, 3, THURSDAY + timedelta(hours=2), booking=booking().id)
    await take(store, 4, THURSDAY + timedelta(hours=2, minutes=1), own=True)
    await take(store, 5, THURSDAY - timedelta(days=7))
    await take(store, 6, THURSDAY - timedelta(days=7))
    await take(store, 7, THURSDAY - timedelta(days=1))
    for job in store.open_jobs()[:3]:
        store.move(job.id, JobState.DONE)

    found = count_figures(tmp_path / "ledger.sqlite", Period.DAY, TODAY, JAKARTA)

    assert (found.issued, found.change, found.booked, found.printed) == (4, 100, 25, 75)
    assert found.hours == ((9, 2), (10, 0), (11, 2))
    assert found.services == ((SERVICE, 3), (OTHER, 1))
    assert found.ways == {Way.ASSIGNED: 2, Way.BOOKED: 1, Way.OWN: 1}


async def test_a_week_counts_its_seven_days_and_is_compared_with_those_before(
    store: SqliteStore, tmp_path: Path
) -> None:
    for number, days in enumerate((0, 6, 7, 13, 14)):
        await take(store, number + 1, THURSDAY - timedelta(days=days))

    found = count_figures(tmp_path / "ledger.sqlite", Period.WEEK, TODAY, JAKARTA)

    assert (found.issued, found.change) == (2, 0)
    assert found.weekdays == {(3, 9): 1, (4, 9): 1}


async def test_answers_make_means_and_an_index_and_nothing_else_is_read(
    store: SqliteStore, tmp_path: Path
) -> None:
    for number, value in enumerate((3, 4)):
        answers = tuple((element, value) for element in ELEMENTS)
        judged = Survey(UUID(int=number), AGENCY, SERVICE, answers=answers, comment="rahasia")
        await store.keep_survey(judged, "id")

    found = count_figures(tmp_path / "ledger.sqlite", Period.DAY, TODAY, JAKARTA)

    assert (found.surveys, set(found.means.values())) == (2, {3.5})
    assert found.index is not None
    assert (str(found.index.value), found.index.grade) == ("87.50", "B")
    assert "rahasia" not in repr(found)
    assert SITI.masked_name not in repr(found)


async def test_answers_that_a_new_installation_tells_for_the_old_one_count_once(
    store: SqliteStore, tmp_path: Path
) -> None:
    answers = tuple((element, 4) for element in ELEMENTS)
    old = store.installation
    await store.keep_survey(Survey(UUID(int=1), AGENCY, SERVICE, answers=answers), "id")
    await store.begin_installation("fork")
    kept = count_figures(tmp_path / "ledger.sqlite", Period.DAY, TODAY, JAKARTA)
    assert await store.carry_over(old) == 1

    found = count_figures(tmp_path / "ledger.sqlite", Period.DAY, TODAY, JAKARTA)

    assert (kept.surveys, found.surveys) == (1, 1)
    assert found.means == kept.means


def test_a_ledger_that_is_not_there_is_an_expected_end(tmp_path: Path) -> None:
    with pytest.raises(KioskError):
        count_figures(tmp_path / "ledger.sqlite", Period.DAY, TODAY, JAKARTA)


def test_periods_end_today_and_a_half_year_begins_with_its_first_month() -> None:
    assert span_of(Period.MONTH, date(2026, 3, 2)).first == date(2026, 2, 1)
    assert span_of(Period.HALF, TODAY).first == date(2026, 7, 1)
    assert span_of(Period.HALF, date(2026, 6, 30)).first == date(2026, 1, 1)
    assert span_before(Period.HALF, TODAY) is None


def test_months_carry_the_index_of_their_own_answers() -> None:
    july, august = date(2026, 7, 1), date(2026, 8, 1)
    answered = [Answered(july, element, 4, 1) for element in ELEMENTS]
    issued = [Issued(TODAY, 9, SERVICE, Way.ASSIGNED, 3, 3)]

    months = figures(Rows(issued, answered, 1)).months

    assert [(month, times, found and found.grade) for month, times, found in months] == [
        (july, 0, "A"),
        (august, 3, None),
    ]


def test_nothing_is_divided_by_nothing() -> None:
    found = figures(Rows([], [], 0, before=0))

    assert (found.change, found.printed, found.booked, found.hours) == (None, None, None, ())


def test_statistics_open_on_today_and_count_each_chosen_period_once() -> None:
    opened = step(Attending(HERE, Board()), on.ActWanted(Act.STATISTICS), hall())
    assert opened.effects == (
        do.Audit(Act.STATISTICS),
        do.CountFigures(HERE, Period.DAY, THURSDAY),
    )

    same = step(opened.state, on.PeriodChosen(Period.DAY), hall(request=8))
    week = step(opened.state, on.PeriodChosen(Period.WEEK), hall(request=8))

    assert same.effects == ()
    assert week.effects == (do.CountFigures(RequestId(8), Period.WEEK, THURSDAY),)
    stale = step(week.state, on.FiguresCounted(HERE, figures(Rows([], [], 0))), hall())
    assert stale.state == week.state


def test_figures_that_cannot_be_counted_are_told_as_such() -> None:
    page = Attending(HERE, Statistics(HERE))

    after = step(page, on.FiguresCounted(HERE, None), hall()).state

    assert after == replace(page, page=Statistics(HERE, failed=True))
    assert step(after, on.Back(), hall()).state == Attending(HERE, Board())


def test_statistics_are_taken_along_once_at_a_time_and_that_is_audited() -> None:
    counted = Statistics(HERE, Period.WEEK, figures(Rows([], [], 0)))
    page = Attending(HERE, counted)

    asked = step(page, on.ExportWanted(), hall(request=8))
    again = step(asked.state, on.ExportWanted(), hall(request=9))
    other = step(asked.state, on.PeriodChosen(Period.DAY), hall(request=9))
    ended = step(other.state, on.ExportEnded(RequestId(8), Exported.DONE), hall())
    without = step(asked.state, on.ExportEnded(RequestId(8), Exported.NONE), hall())

    assert asked.effects == (do.ExportFigures(RequestId(8), Period.WEEK, THURSDAY),)
    assert again.effects == ()
    assert ended.effects == (do.Audit(Act.TABLE, Finding.GOOD),)
    assert without.effects == (do.Audit(Act.TABLE, Finding.BROKEN),)
    assert without.state == Attending(HERE, replace(counted, exported=Exported.NONE))


def test_what_is_not_counted_yet_is_not_taken_along() -> None:
    page = Attending(HERE, Statistics(HERE))

    assert step(page, on.ExportWanted(), hall()).effects == ()


def test_the_table_has_iso_dates_points_and_counts_alone() -> None:
    month = TODAY.replace(day=1)
    rows = Rows(
        issued=[
            Issued(TODAY, 9, OTHER, Way.BOOKED, 3, 2),
            Issued(TODAY, 8, ServiceId('=cmd("x"), 1'), Way.OWN, 1, 1),
        ],
        answered=[
            *(Answered(month, element, 4, 2) for element in ELEMENTS),
            Answered(month, ELEMENTS[0], 3, 1),
        ],
        surveys=3,
    )

    text = as_csv("A-03", Span(date(2026, 7, 31), TODAY), rows)
    table = list(csv.DictReader(io.StringIO(text)))

    assert text.count("\r\n") == len(table) + 1
    assert {(line["kiosk"], line["from"], line["to"]) for line in table} == {
        ("A-03", "2026-07-31", "2026-08-06")
    }
    seen = [tuple(line.values())[3:] for line in table]
    assert seen[:4] == [
        ("issued", "2026-08-06", "8", '\'=cmd("x"), 1', "own", "", "", "1"),
        ("printed", "2026-08-06", "8", '\'=cmd("x"), 1', "own", "", "", "1"),
        ("issued", "2026-08-06", "9", OTHER, "booked", "", "", "3"),
        ("printed", "2026-08-06", "9", OTHER, "booked", "", "", "2"),
    ]
    assert ("answers", "2026-08-01", "", "", "", "persyaratan", "3", "1") in seen
    assert ("mean", "", "", "", "", "persyaratan", "", "3.6667") in seen
    assert seen[-1] == ("index", "", "", "", "", "", "", "99.07")
    assert ("surveys", "", "", "", "", "", "", "3") in seen


async def test_the_table_is_that_of_the_ledger_and_names_no_ticket(
    store: SqliteStore, tmp_path: Path
) -> None:
    ticket = await take(store, 1, THURSDAY)

    rows = read_rows(tmp_path / "ledger.sqlite", Period.WEEK, TODAY, JAKARTA)
    text = as_csv("A-03", span_of(Period.WEEK, TODAY), rows)

    assert f"issued,2026-08-06,9,{SERVICE},assigned,,,1\r\n" in text
    assert str(ticket.id) not in text
