"""The technician's probe against virtual printers: what it says is what they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.simulated.control import ControlClient
from kiosk.printer_doctor import run
from tests.scanning import simulator

PROGRAM = "import sys; from devices.simulated.printer import run; sys.exit(run(sys.argv[1:]))"


def examined(tmp_path: Path, port: int, *options: str) -> tuple[int, str]:
    """The exit code, and all that was said."""
    config = tmp_path / "kiosk.toml"
    said: list[str] = []
    config.write_text(f'[printer]\nkind = "tcp"\naddress = "127.0.0.1:{port}"\n')
    code = run(["--config", str(config), *options], said.append)
    return code, "\n".join(said)


@pytest.fixture
def epson(tmp_path: Path) -> Iterator[tuple[ControlClient, int]]:
    """A printer that can prove all."""
    options = ("--port", "0", "--tray", str(tmp_path / "tray"))
    with simulator(PROGRAM, tmp_path / "printer.sock", *options) as process:
        yield process.control, int(str(process.ready["port"]))


def test_a_good_printer_is_told_with_what_it_can_prove(
    tmp_path: Path, epson: tuple[ControlClient, int]
) -> None:
    code, said = examined(tmp_path, epson[1], "--print")

    assert code == 0
    assert "L4 process_id" in said
    assert "J5TF012345" in said
    assert "did the counter move by one cut?   1 " in said


def test_a_printer_in_trouble_is_told_and_not_asked_in_vain(
    tmp_path: Path, epson: tuple[ControlClient, int]
) -> None:
    epson[0].ask("set", cover="open")

    code, said = examined(tmp_path, epson[1])

    assert code == 1
    assert "cover-open" in said


def test_a_printer_that_is_not_there_is_told(
    tmp_path: Path, epson: tuple[ControlClient, int]
) -> None:
    epson[0].ask("set", power=False)

    code, said = examined(tmp_path, epson[1])

    assert code == 1
    assert "does it answer?" in said
    assert " no " in said


def test_without_a_printer_in_the_settings_there_is_nothing_to_ask(tmp_path: Path) -> None:
    config = tmp_path / "kiosk.toml"
    said: list[str] = []
    config.write_text("")

    assert run(["--config", str(config)], said.append) == 2
    assert said == ["printer.kind is none: nothing to ask"]
