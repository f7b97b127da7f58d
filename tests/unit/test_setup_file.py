"""When a kiosk asks how it is to be set up: at its first start, and never again by itself."""

import fcntl
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.domain import setup as s
from kiosk.domain.setup import Setup, Step
from kiosk.domain.staff import Finding
from kiosk.setup_file import FILE, Progress, is_first_start, keep_done, keep_progress, read_progress

HALF = Setup(
    s.Enrol(),
    Step.ENROL,
    s.Known(language="en"),
    ((Step.PANEL, Finding.GOOD), (Step.CAMERA, Finding.ABSENT)),
)


def test_a_machine_that_was_never_set_up_asks(tmp_path: Path) -> None:
    assert is_first_start(tmp_path / "data")


@pytest.mark.parametrize("name", ["ledger.sqlite", "enrolment.json"])
def test_a_kiosk_that_served_or_belongs_somewhere_does_not(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()

    assert not is_first_start(tmp_path)


def test_after_a_power_cut_it_goes_on_where_it_stood(tmp_path: Path) -> None:
    keep_progress(tmp_path, HALF)
    (tmp_path / "enrolment.json").touch()

    assert is_first_start(tmp_path)
    assert read_progress(tmp_path) == Progress(Step.ENROL, HALF.results, "en")


def test_once_through_it_never_comes_again(tmp_path: Path) -> None:
    keep_progress(tmp_path, HALF)
    keep_done(tmp_path, HALF)

    assert not is_first_start(tmp_path)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"step": "dance"}', '{"step": "pin", "results": 3}']
)
def test_a_file_that_says_nothing_we_know_begins_anew_but_not_on_a_kiosk_that_serves(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / FILE).write_text(text)
    first = is_first_start(tmp_path)

    assert first
    assert read_progress(tmp_path).results == ()


def test_an_unreadable_file_does_not_open_first_start_to_citizens(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{")
    (tmp_path / "ledger.sqlite").touch()

    assert not is_first_start(tmp_path)


@pytest.mark.parametrize(
    ("settings", "asks"),
    [(None, True), ("", True), ('[kiosk]\nprofile = "demo"\n', False), ("[kiosk\n", False)],
    ids=["missing", "empty", "demo", "broken"],
)
def test_run_asks_where_nothing_was_settled(
    tmp_path: Path, settings: str | None, asks: bool
) -> None:
    config = tmp_path / "kiosk.toml"
    if settings is not None:
        config.write_text(settings)

    assert cli.never_set_up(config) is asks


def test_a_kiosk_that_runs_is_not_set_up_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text('[kiosk]\ndata = "data"\n')
    (tmp_path / "data").mkdir()
    with (tmp_path / "data/ledger.sqlite.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        code = cli.main(["setup", "--config", str(config)])

    assert code == 1
    assert "stop it first" in capsys.readouterr().err


def test_a_kiosk_that_lost_its_disk_does_not_ask_whoever_stands_before_it(tmp_path: Path) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text('[kiosk]\ndata = "away"\n[printer]\nkind = "tcp"\n', "utf-8")

    asked = cli.never_set_up(config)
    keep_progress(tmp_path / "away", HALF)

    assert not asked
    assert cli.never_set_up(config)  # half through, a printer is already chosen
