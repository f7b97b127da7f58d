"""The commands staff type: whatever ends one early is told in a line, never as a traceback."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

import central.cli
from kiosk.cli import INTERRUPTED, main
from kiosk.schema import migrate

Said = pytest.CaptureFixture[str]


def kiosk_command(*arguments: str) -> "subprocess.Popen[str]":
    """The command in a process and a session of its own, which has no terminal."""
    line = [sys.executable, "-P", "-m", "kiosk", *arguments]
    return subprocess.Popen(
        line,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_a_pin_that_nobody_types_is_told(tmp_path: Path) -> None:
    config = tmp_path / "kiosk.toml"
    config.touch()

    asking = kiosk_command("pin", "--config", str(config))
    _, said = asking.communicate(timeout=30)

    assert asking.returncode == 2
    assert said.endswith("kiosk: nothing was typed\n")


def test_a_reader_that_has_seen_enough_is_no_trouble(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite"
    with closing(connect(ledger)) as connection:
        migrate(connection)

    showing = kiosk_command("ledger", "show", str(ledger))
    assert showing.stdout
    showing.stdout.close()
    assert showing.stderr
    with showing.stderr as said:
        told = said.read()

    showing.wait(timeout=30)
    assert told == ""


def test_ctrl_c_ends_a_command_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    class Typed:
        def readline(self) -> str:
            raise KeyboardInterrupt

    (tmp_path / "kiosk.toml").touch()
    monkeypatch.setattr(sys, "stdin", Typed())

    assert main(["enrol", "-", "--config", str(tmp_path / "kiosk.toml")]) == INTERRUPTED

    assert capsys.readouterr().err == ""


def test_a_report_that_cannot_be_kept_is_told(tmp_path: Path, capsys: Said) -> None:
    wanted = tmp_path / "missing" / "report.txt"

    assert main(["doctor", "--config", str(tmp_path / "no.toml"), "--out", str(wanted)]) == 2

    assert capsys.readouterr().err == f"kiosk: [Errno 2] No such file or directory: '{wanted}'\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("order policy all --dim-after 0", "expected a whole number from 1 to 240, not '0'"),
        ("enrol --minutes soon", "expected a whole number from 1 to 1440, not 'soon'"),
        ("serve --port 70000", "expected a whole number from 0 to 65535, not '70000'"),
        ("serve --name a_b/c", "'a_b/c' is no name or address"),
    ],
)
def test_central_says_what_a_value_may_be(
    tmp_path: Path, capsys: Said, line: str, told: str
) -> None:
    with pytest.raises(SystemExit):
        central.cli.main([*line.split(), "--data", str(tmp_path)])

    assert told in capsys.readouterr().err


def test_the_doctor_names_a_part_that_there_is_not(capsys: Said) -> None:
    with pytest.raises(SystemExit):
        main(["doctor", "--config", "kiosk.toml", "--only", "printer,paper"])

    assert "no part is called paper" in capsys.readouterr().err
