"""The doctor's line on the printer against virtual printers, and its report on their paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from config.settings import Settings, parse_settings
from devices.clock import SystemClock
from devices.simulated.control import ControlClient
from kiosk import doctor
from kiosk.doctor_devices import printer
from kiosk.doctor_machine import LogTail
from tests.samples import ROOT
from tests.scanning import simulator

PROGRAM = "import sys; from devices.simulated.printer import run; sys.exit(run(sys.argv[1:]))"


@pytest.fixture
def tray(tmp_path: Path) -> Path:
    """Where paper comes out."""
    return tmp_path / "tray"


@pytest.fixture
def epson(tmp_path: Path, tray: Path) -> Iterator[tuple[ControlClient, int]]:
    """A printer that can prove all."""
    options = ("--port", "0", "--tray", str(tray))
    with simulator(PROGRAM, tmp_path / "printer.sock", *options) as process:
        yield process.control, int(str(process.ready["port"]))


def settings_for(tmp_path: Path, port: int) -> Settings:
    """A kiosk with that printer."""
    text = {"kind": "tcp", "address": f"127.0.0.1:{port}"}
    return parse_settings({"printer": text}, "here.toml", tmp_path)


def test_what_the_printer_says_becomes_its_code(
    tmp_path: Path, epson: tuple[ControlClient, int]
) -> None:
    control, port = epson
    settings = settings_for(tmp_path, port)

    def code() -> str:
        (found,) = printer(settings, ROOT / "resources", SystemClock(), LogTail({}), running=False)
        return found.code

    assert code() == ""
    control.ask("set", cover="open")
    assert code() == "PRN-05"
    control.ask("set", cover="closed", paper="out")
    assert code() == "PRN-04"
    control.ask("set", paper="low")
    assert code() == "PRN-09"
    control.ask("set", power=False)
    assert code() == "PRN-03"


def test_the_report_comes_out_of_the_printer(
    tmp_path: Path,
    tray: Path,
    epson: tuple[ControlClient, int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text(f'[printer]\nkind = "tcp"\naddress = "127.0.0.1:{epson[1]}"\n')
    said: list[str] = []

    code = doctor.run(["--config", str(config), "--only", "disk", "--print"], said.append)
    epson[0].ask("wait", strips=1, seconds=10)
    strips = epson[0].ask("tray")["strips"]

    assert code == 0
    assert "SIAP: warga dapat dilayani." in str(strips)

    epson[0].ask("set", paper="out")
    assert doctor.run(["--config", str(config), "--only", "disk", "--print"], said.append) == 1
    assert capsys.readouterr().err.endswith(": the printer says paper-out\n")
