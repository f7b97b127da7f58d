"""What a kiosk does by itself by the hours of the hall."""

import io
import json
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.hall import Hall
from kiosk.domain.preferences import Theme
from kiosk.domain.stepping import newcomer
from kiosk.domain.unattended import (
    NIGHT_REST_SECONDS,
    TEST_BEFORE,
    SelfTest,
    is_night,
    rest_after_seconds,
    self_test_due,
)
from kiosk.log import Log
from kiosk.night_watch import NO_REPORT, NightWatch, examined
from tests.samples import THURSDAY, hall, utc

EVENING = THURSDAY.replace(hour=22, minute=0)
FRIDAY = (THURSDAY + timedelta(days=1)).date()


def opens_on_friday() -> datetime:
    """When the doors open after the evening."""
    mall = hall(EVENING).mall()
    reopens = getattr(mall, "reopens", None)
    assert isinstance(reopens, datetime)
    return reopens


def test_night_is_while_the_hall_is_closed() -> None:
    opens = opens_on_friday()

    assert [
        is_night(hall(at).mall())
        for at in (THURSDAY, EVENING, opens - timedelta(minutes=16), opens - timedelta(minutes=14))
    ] == [False, True, True, False]


def test_a_hall_without_known_hours_has_no_night() -> None:
    nothing = replace(hall(EVENING).catalogue, agencies={})

    assert not is_night(replace(hall(EVENING), catalogue=nothing).mall())


def test_who_comes_at_night_meets_its_colours() -> None:
    assert newcomer(hall(EVENING)).preferences.theme is Theme.NIGHT
    assert newcomer(hall(THURSDAY)).preferences.theme is Theme.LIGHT


def test_the_light_rests_sooner_at_night() -> None:
    assert rest_after_seconds(hall(THURSDAY).mall(), 600.0) == 600.0
    assert rest_after_seconds(hall(EVENING).mall(), 600.0) == NIGHT_REST_SECONDS


def test_a_test_is_due_once_before_each_opening() -> None:
    begins = opens_on_friday() - TEST_BEFORE

    def due(at: datetime, tested_for: object = None) -> object:
        return self_test_due(hall(at).mall(), at, tested_for)  # type: ignore[arg-type] # a date or None

    assert due(THURSDAY) is None
    assert due(begins - timedelta(minutes=1)) is None
    assert due(begins) == FRIDAY
    assert due(begins + timedelta(hours=1), FRIDAY) is None
    assert due(begins, THURSDAY.date()) == FRIDAY


# --- the watch --------------------------------------------------------------------------------


class Night:
    """A watch whose hour, loneliness and findings a test says."""

    def __init__(self) -> None:
        self.local = opens_on_friday() - TEST_BEFORE
        self.alone = True
        self.codes: tuple[str, ...] = ()
        self.tests = 0
        self.lines = io.StringIO()
        log = Log(self.lines, self._now)
        self.done: list[str] = []
        self.watch = NightWatch(
            self._hall, lambda: self.alone, self._tell, self._examine, self._now, log
        )

    def _hall(self) -> Hall:
        return hall(self.local)

    def _now(self) -> datetime:
        return utc(self.local)

    def _tell(self) -> None:
        self.done.append("told")

    def _examine(self) -> tuple[str, ...]:
        self.done.append("examined")
        self.tests += 1
        return self.codes


async def test_the_kiosk_tests_itself_once_and_says_what_it_found() -> None:
    night = Night()
    night.codes = ("VOI-03", "LED-01")

    for _ in range(3):
        await night.watch.look()

    assert night.done == ["told", "examined"]
    assert night.watch.found == SelfTest(utc(night.local), ("VOI-03", "LED-01"))
    assert json.loads(night.lines.getvalue())["codes"] == ["VOI-03", "LED-01"]


async def test_nobody_is_disturbed_by_a_test() -> None:
    night = Night()
    night.alone = False

    await night.watch.look()
    assert (night.tests, night.watch.found) == (0, None)
    night.alone = True
    await night.watch.look()

    assert night.tests == 1


async def test_the_next_night_is_tested_anew() -> None:
    night = Night()
    await night.watch.look()
    night.local += timedelta(days=3)  # Monday: the hall has another opening
    await night.watch.look()

    assert night.tests == 2


# --- the doctor's report ----------------------------------------------------------------------


def told(tmp_path: Path, text: str) -> tuple[str, ...]:
    """What is made of a doctor that says this."""
    file = tmp_path / "doctor.py"
    file.write_text(f"print({text!r})")
    return examined([sys.executable, str(file)])


def test_only_what_somebody_should_mend_is_told(tmp_path: Path) -> None:
    checks = [
        {"code": "VOI-03", "level": "limits"},
        {"code": None, "level": "fine"},
        {"code": "VER-02", "level": "notes"},
        {"code": "LED-01", "level": "blocks"},
        {"code": "LED-01", "level": "blocks"},
        {"code": "Siti", "level": "blocks"},
    ]

    assert told(tmp_path, json.dumps({"checks": checks})) == ("VOI-03", "LED-01")


@pytest.mark.parametrize("text", ["", "nothing", "[]", '{"checks": [1]}', '{"checks": [{}]}'])
def test_a_doctor_that_says_nothing_that_reads_is_itself_a_finding(
    tmp_path: Path, text: str
) -> None:
    assert told(tmp_path, text) == (NO_REPORT,)


def test_a_doctor_that_hangs_or_is_not_there_is_one_as_well(tmp_path: Path) -> None:
    endless = "import signal; signal.pause()"

    assert examined([sys.executable, "-c", endless], limit=0.2) == (NO_REPORT,)
    assert examined([str(tmp_path / "none")]) == (NO_REPORT,)
