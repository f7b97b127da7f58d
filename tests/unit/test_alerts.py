"""Alerts: what begins and ends them, that none wavers, and how a site says what it wants."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from central.alert_settings import KEYS, RISING, read_alerts
from central.alerts import (
    DEFAULTS,
    UNITS,
    Course,
    Limits,
    Quiet,
    Rule,
    Rules,
    Scene,
    Seen,
    follow,
    judge,
    words,
)
from central.store.board import KioskRow
from kiosk.domain.reading import Refused
from tests.samples import ROOT

NOW = datetime(2026, 8, 6, 3, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ROW = KioskRow(
    kiosk="A-03",
    at=NOW,
    received_at=NOW,
    printer="ready",
    camera="ready",
    outbox=0,
    software="0.1.0",
    quarantined=0,
    former=0,
    slot=True,
    paper_percent=80,
    tickets_left=200,
    printer_level=4,
    printer_model="TM-T88",
    scanner="ready",
    disk_free_mb=20_000,
    celsius=50,
    clock_trusted=True,
    last_print=None,
    last_visit=None,
    application="available",
    told="{}",
)
UNKNOWN = replace(
    *(ROW,),
    **{"paper_percent": None, "scanner": None, "disk_free_mb": None},
    **{"celsius": None, "clock_trusted": None, "application": None},
)
BAD: dict[Rule, dict[str, object]] = {
    Rule.SERVICE: {"application": "unavailable"},
    Rule.PRINTER: {"printer": "jam"},
    Rule.PAPER: {"paper_percent": 14},
    Rule.CAMERA: {"camera": "stalled"},
    Rule.SCANNER: {"scanner": "missing"},
    Rule.DISK: {"disk_free_mb": 499},
    Rule.HEAT: {"celsius": 85},
    Rule.CLOCK: {"at": NOW - timedelta(seconds=11)},
    Rule.OUTBOX: {"outbox": 400, "former": 100},
    Rule.QUARANTINE: {"quarantined": 1},
    Rule.SELF_TEST: {"told": '{"self_test": {"at": "", "codes": ["VOI-03"]}}'},
}
BETWEEN: dict[Rule, dict[str, object]] = {
    Rule.PAPER: {"paper_percent": 20},
    Rule.DISK: {"disk_free_mb": 700},
    Rule.HEAT: {"celsius": 82},
    Rule.CLOCK: {"at": NOW + timedelta(seconds=7)},
    Rule.OUTBOX: {"outbox": 200},
}


def scene(row: KioskRow = ROW, conflicts: int = 0, now: datetime = NOW) -> Scene:
    """A kiosk that has been listened to for a day."""
    return Scene(row, conflicts, NOW - timedelta(days=1), now)


def bad(rule: Rule, of: Scene, *, on: bool = False) -> bool:
    """Whether a rule finds something."""
    seen = judge(rule, of, Rules(), on=on)
    return seen is not None and seen.bad


@pytest.mark.parametrize("rule", Rule)
def test_a_kiosk_that_is_well_is_no_trouble(rule: Rule) -> None:
    assert not bad(rule, scene())
    assert not bad(rule, scene(), on=True)


@pytest.mark.parametrize("rule", Rule)
def test_what_a_kiosk_does_not_tell_is_no_trouble(rule: Rule) -> None:
    assert not bad(rule, scene(UNKNOWN))


@pytest.mark.parametrize("rule", BAD)
def test_each_rule_finds_its_own_trouble_alone(rule: Rule) -> None:
    found = [one for one in Rule if bad(one, scene(replace(ROW, **BAD[rule])))]  # type: ignore[arg-type] # by name

    assert found == [rule]


@pytest.mark.parametrize("rule", BETWEEN)
def test_a_figure_between_the_limits_neither_begins_nor_ends(rule: Rule) -> None:
    between = scene(replace(ROW, **BETWEEN[rule]))  # type: ignore[arg-type] # by name

    assert not bad(rule, between, on=False)
    assert bad(rule, between, on=True)


def test_a_clock_that_is_not_confirmed_is_a_trouble_by_itself() -> None:
    assert bad(Rule.CLOCK, scene(replace(ROW, clock_trusted=False)))


def test_a_kiosk_without_a_camera_misses_none() -> None:
    row = replace(ROW, camera="missing", told='{"components": [{"part": "ledger"}]}')
    with_one = replace(row, told='{"components": [{"part": "camera"}]}')

    assert not bad(Rule.CAMERA, scene(row))
    assert bad(Rule.CAMERA, scene(with_one))


def test_conflicts_are_counted_whatever_the_kiosk_says() -> None:
    assert judge(Rule.CONFLICT, scene(conflicts=2), Rules(), on=False) == Seen(True, "2")


def test_of_a_silent_kiosk_nothing_else_is_known() -> None:
    silent = scene(replace(ROW, printer="jam"), now=NOW + 6 * MINUTE)

    assert judge(Rule.SILENT, silent, Rules(), on=False) == Seen(True, "6")
    assert judge(Rule.PRINTER, silent, Rules(), on=True) is None


def test_a_kiosk_is_not_silent_for_the_time_in_which_nobody_listened() -> None:
    just_started = Scene(ROW, 0, NOW + 60 * MINUTE, NOW + 62 * MINUTE)

    assert not bad(Rule.SILENT, just_started)
    assert bad(Rule.SILENT, replace(just_started, now=NOW + 65 * MINUTE))


# --- from what is seen to an alert ------------------------------------------------------------

LIMITS = Limits(after=2 * MINUTE, end_after=3 * MINUTE)
YES, NO = Seen(True), Seen(False)


def course_of(*seen: Seen | None) -> list[Course | None]:
    """The course, looked at once a minute."""
    course, found = None, []
    for number, one in enumerate(seen):
        course = follow(course, one, LIMITS, NOW + number * MINUTE)
        found.append(course)
    return found


def test_a_trouble_begins_as_an_alert_once_it_lasted() -> None:
    found = course_of(YES, YES, YES, YES)

    assert [one and one.begun for one in found] == [None, None, NOW + 2 * MINUTE, NOW + 2 * MINUTE]


def test_a_trouble_that_went_in_time_never_was_one() -> None:
    assert course_of(YES, YES, NO) == [Course(NOW), Course(NOW), None]


def test_an_alert_ends_once_its_trouble_was_away_for_long_enough() -> None:
    *_, last = course_of(YES, YES, YES, NO, NO, NO, NO)

    assert last == Course(NOW, NOW + 2 * MINUTE, NOW + 3 * MINUTE, NOW + 6 * MINUTE)


def test_what_wavers_is_one_alert_without_an_end() -> None:
    found = course_of(YES, YES, YES, NO, NO, YES, NO, NO, YES, NO, NO)

    assert {one.begun for one in found[2:] if one} == {NOW + 2 * MINUTE}
    assert all(one and one.ended is None for one in found)


def test_what_is_not_known_changes_nothing() -> None:
    found = course_of(YES, YES, YES, None, None, None)

    assert found[2:] == 4 * [Course(NOW, NOW + 2 * MINUTE)]


@pytest.mark.parametrize(
    ("begins", "ends", "quiet_at"),
    [(time(19), time(6), {"19:00", "23:59", "05:59"}), (time(12), time(13), {"12:00"})],
)
def test_quiet_hours_may_go_over_midnight(begins: time, ends: time, quiet_at: set[str]) -> None:
    hours = ("05:59", "06:00", "12:00", "18:59", "19:00", "23:59")
    day = datetime(2026, 8, 6)

    found = {
        text
        for text in hours
        if Quiet(begins, ends).holds(datetime.combine(day, time.fromisoformat(text)))
    }

    assert found == quiet_at


def test_every_rule_has_words_in_both_languages() -> None:
    assert words(Rule.PRINTER, "jam") == ("printer: kertas tersangkut", "printer: paper is jammed")
    for rule in Rule:
        assert all("{" not in text and text for text in words(rule, "7"))


# --- alerts.toml ------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "hook.secret").write_text("a-secret-of-the-tests\n")
    return tmp_path / "alerts.toml"


HOOK = '[[webhooks]]\nname = "ops"\nurl = "https://ops.example/in"\nsecret_file = "hook.secret"\n'


def test_a_file_says_what_differs(file: Path) -> None:
    file.write_text(
        '[quiet]\nfrom = "19:00"\nto = 06:30:00\n'
        "[rules.paper]\nbegin = 8\nend = 20\nurgent = true\nafter_minutes = 3\n"
        "[rules.heat]\nenabled = false\nend_after_minutes = 9\n" + HOOK
    )

    found = read_alerts(file)

    assert found.rules.quiet == Quiet(time(19), time(6, 30))
    assert found.rules.limits[Rule.PAPER] == replace(
        DEFAULTS[Rule.PAPER], begin=8, end=20, urgent=True, after=3 * MINUTE
    )
    assert found.rules.limits[Rule.HEAT].enabled is False
    assert found.rules.limits[Rule.HEAT].end_after == 9 * MINUTE
    assert found.rules.limits[Rule.DISK] == DEFAULTS[Rule.DISK]
    (hook,) = found.hooks
    assert (hook.name, hook.url, hook.secret) == (
        *("ops", "https://ops.example/in", "a-secret-of-the-tests"),
    )
    assert "a-secret" not in repr(found)


def test_an_empty_file_is_the_defaults(file: Path) -> None:
    file.write_text("")

    assert read_alerts(file).rules.limits == DEFAULTS


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[rules.papr]\n", "rules.papr: one of silent"),
        ("[rules.paper]\nbegn = 3\n", "rules.paper.begn: no such key"),
        ("[rules.paper]\nbegin = '3'\n", "rules.paper.begin: a whole number"),
        ("[rules.paper]\nbegin = 40\n", "rules.paper.end: milder than begin (40)"),
        ("[rules.heat]\nend = 90\n", "rules.heat.end: milder than begin (85)"),
        ("[rules.printer]\nbegin = 1\n", "rules.printer: this rule has no figure"),
        ("[rules.paper]\nenabled = 1\n", "rules.paper.enabled: true or false"),
        ("[rules.paper]\nafter_minutes = -1\n", "rules.paper.after_minutes: a whole number"),
        ("[quiet]\nfrom = '19:00'\n", "quiet.to: HH:MM"),
        ("[quiet]\nfrom = '19:00'\nto = '19:00'\n", "quiet.to: another time"),
        ("quite = 1\n", "quite: no such key"),
        ("rules = 1\n", "rules: a table expected"),
        ("webhooks = 1\n", "webhooks: a list"),
        (HOOK.replace("https", "http"), "webhooks[1]: http://ops.example/in: https:// expected"),
        (HOOK.replace("ops.example", "ops.example:84443"), "a port from 1 to 65535"),
        (HOOK.replace("ops.example", "ops.example:8a"), "a port from 1 to 65535"),
        (HOOK.replace("ops.example", ":443"), "a host"),
        (HOOK.replace("hook.secret", "none.secret"), "webhooks[1]: "),
        (HOOK.replace('"ops"', '"o p s"'), "webhooks[1].name: 1 to 40"),
        (HOOK + HOOK, "webhooks.name: ops stands there twice"),
        ("rules = [", "alerts.toml: "),
    ],
)
def test_what_is_wrong_is_told_with_its_key(file: Path, text: str, complaint: str) -> None:
    file.write_text(text)

    with pytest.raises(Refused) as refused:
        read_alerts(file)

    assert complaint in str(refused.value)


def test_every_complaint_is_told_at_once(file: Path) -> None:
    file.write_text("[rules.papr]\n[rules.paper]\nbegin = '3'\nurgent = 'yes'\n")

    with pytest.raises(Refused) as refused:
        read_alerts(file)

    assert len(refused.value.complaints) == 3


# --- docs/reference/alerts.md -----------------------------------------------------------------


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading of the page."""
    text = (ROOT / "docs/reference/alerts.md").read_text("utf-8")
    part = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")][1:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_the_page_lists_every_key() -> None:
    assert {row[0].strip("`"): row[1] for row in rows("Keys")} == KEYS


def test_the_page_lists_every_rule_with_its_defaults() -> None:
    def number(value: int | None) -> str:
        return "" if value is None else str(value)

    expected = {
        rule.value: [
            *(number(limits.begin), number(limits.end), UNITS.get(rule, "")),
            *(str(limits.after // MINUTE), str(limits.end_after // MINUTE)),
            "yes" if limits.urgent else "",
        ]
        for rule, limits in DEFAULTS.items()
    }

    assert {row[0].strip("`"): row[2:] for row in rows("Rules")} == expected


def test_every_default_is_milder_at_its_end() -> None:
    for rule in UNITS:
        limits = DEFAULTS[rule]
        assert limits.begin is not None
        assert limits.end is not None
        assert (limits.end < limits.begin) == (rule in RISING)
