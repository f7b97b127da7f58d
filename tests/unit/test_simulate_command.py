"""`kiosk simulate` as it is typed: what cannot be is told in one line."""

from pathlib import Path

import pytest

from kiosk.simulate import KNOWN, run


def test_help_is_no_error_and_names_every_simulator(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help", []) == 0

    told = capsys.readouterr().out
    assert all(what in told for what in KNOWN)


@pytest.mark.parametrize("what", ["", "teapot"])
def test_an_unknown_simulator_is_told_with_the_known_ones(
    what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(what, []) == 2

    assert "printer,camera" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("what", "arguments"),
    [
        ("ikd", ["--png", "{file}/code.png"]),
        ("ikd", ["--data", "{file}"]),
        ("ikd", ["--clock-offset", "1e30"]),
        ("printer", ["--tray", "{file}/tray", "--port", "0"]),
        ("printer", ["--tray", "{folder}", "--pty", "{file}/line"]),
        ("scanner", ["--link", "{file}/link", "--control", "{folder}/scanner.sock"]),
    ],
)
def test_what_cannot_be_had_is_told_in_one_line(
    what: str, arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.write_text("")

    code = run(what, [one.format(file=file, folder=tmp_path) for one in arguments])

    assert code == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"kiosk simulate {what}: ")


@pytest.mark.parametrize(
    ("what", "arguments", "told"),
    [
        ("printer", ["--tray", "x", "--port", "99999"], "0 to 65535"),
        ("printer", ["--tray", "x", "--speed-mm", "0"], "above 0"),
        ("camera", ["--control", "x", "--port", "99999"], "0 to 65535"),
        ("network", ["--control", "x", "--upstream", "127.0.0.1:99999"], "0 to 65535"),
        ("ikd", ["--given", "x" * 121], "1 to 120 signs"),
    ],
)
def test_an_argument_that_cannot_be_is_refused(
    what: str, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(what, arguments)

    assert told in capsys.readouterr().err


def test_a_phone_is_shown_only_where_there_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    assert run("ikd", ["--phone"]) == 1

    assert "--draw shows it" in capsys.readouterr().err
