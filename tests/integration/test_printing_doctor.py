"""The technician's probe against virtual printers: what it says is what they are."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from devices.clock import SystemClock
from devices.printing.ownership import Owned, lock_folder
from devices.printing.paper_roll import PrinterRecord, record_of
from devices.printing.tcp_transport import TcpTransport
from devices.simulated.control import ControlClient
from kiosk.domain.devices import PrinterState, RollStep
from kiosk.printer_doctor import run
from kiosk.sqlite_store import SqliteStore
from tests.samples import ROOT
from tests.scanning import simulator
from ui.text import load_words

PROGRAM = "import sys; from devices.simulated.printer import run; sys.exit(run(sys.argv[1:]))"


def examined(tmp_path: Path, port: int, *options: str) -> tuple[int, str]:
    """The exit code, and all that was said."""
    config = tmp_path / "kiosk.toml"
    said: list[str] = []
    config.write_text(
        f'[kiosk]\ndata = "."\n[printer]\nkind = "tcp"\naddress = "127.0.0.1:{port}"\n'
    )
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
    assert re.search(r"did the counter move by one cut\? +1 +good", said)
    assert "it waits for the knife" in said


def test_what_was_answered_is_kept_by_the_printers_serial_number(
    tmp_path: Path, epson: tuple[ControlClient, int]
) -> None:
    _, said = examined(tmp_path, epson[1])

    *lines, kept = said.splitlines()
    sheet = tmp_path / "printer-J5TF012345.txt"
    assert kept == f"kept in {sheet}"
    assert sheet.read_text().splitlines()[1:] == lines


def test_where_the_sheet_cannot_be_kept_the_answers_count_all_the_same(
    tmp_path: Path, epson: tuple[ControlClient, int]
) -> None:
    (tmp_path / "printer-J5TF012345.txt").mkdir()

    code, said = examined(tmp_path, epson[1])

    assert code == 0
    assert "not written (Is a directory)" in said


def test_what_a_printer_cannot_do_is_not_told_as_if_it_could(tmp_path: Path) -> None:
    options = ("--port", "0", "--tray", str(tmp_path / "tray"), "--without", "auto_status")
    with simulator(PROGRAM, tmp_path / "printer.sock", *options) as process:
        _, said = examined(tmp_path, int(str(process.ready["port"])))

    assert re.search(r"automatic status .* no +it is asked each second", said)


def test_a_printer_in_trouble_is_told_and_not_asked_in_vain(
    tmp_path: Path, epson: tuple[ControlClient, int]
) -> None:
    epson[0].ask("set", cover="open")

    code, said = examined(tmp_path, epson[1])

    assert code == 1
    assert "cover-open" in said
    assert said.endswith("Tutup terbuka: tutup sampai berbunyi klik.")


def test_a_printer_that_is_not_there_is_told(
    tmp_path: Path, epson: tuple[ControlClient, int]
) -> None:
    epson[0].ask("set", power=False)

    code, said = examined(tmp_path, epson[1])

    assert code == 1
    assert "does it answer?" in said
    assert " no " in said
    assert said.splitlines()[-1].startswith("Printer tidak menjawab: periksa kabel")


def test_without_a_printer_in_the_settings_there_is_nothing_to_ask(tmp_path: Path) -> None:
    config = tmp_path / "kiosk.toml"
    said: list[str] = []
    config.write_text("")

    assert run(["--config", str(config)], said.append) == 2
    assert said == ["printer.kind is none: nothing to ask"]


def test_a_printer_that_a_kiosk_has_is_not_told_as_silent(
    tmp_path: Path, epson: tuple[ControlClient, int]
) -> None:
    address = f"127.0.0.1:{epson[1]}"
    kiosk = Owned(TcpTransport("127.0.0.1", epson[1]), address, lock_folder(tmp_path))
    kiosk.connect()

    code, said = examined(tmp_path, epson[1])
    kiosk.close()

    assert code == 2
    assert said == (
        f"{address} belongs to another process ({os.getpid()}): "
        "stop the kiosk first, a printer has one owner"
    )


def test_a_printer_that_was_declared_to_say_nothing_prints_the_strip_unasked(
    tmp_path: Path,
) -> None:
    options = ("--port", "0", "--tray", str(tmp_path / "tray"), "--profile", "clone_dumb")
    with simulator(PROGRAM, tmp_path / "printer.sock", *options) as process:
        port = int(str(process.ready["port"]))
        config = tmp_path / "blind.toml"
        config.write_text(
            f'[kiosk]\ndata = "."\n[printer]\nkind = "tcp"\naddress = "127.0.0.1:{port}"\n'
            "answers = false\n"
        )
        said: list[str] = []
        code = run(["--config", str(config), "--print"], said.append)
        process.control.ask("wait", strips=1, seconds=10)

    assert code == 1
    assert re.search(r"L0 written +nothing is proven", "\n".join(said))
    assert not any("tidak menjawab" in line for line in said)
    assert run(["--config", str(config), "--new-roll"], said.append) == 2
    assert said[-1].startswith("answers = false: change the roll from the technician's panel")


# --- a new roll ---


def led(tmp_path: Path, port: int, hands: dict[str, Callable[[], object]]) -> tuple[int, list[str]]:
    """The exit code, and what was said; `hands` do something when a step is told."""
    config = tmp_path / "kiosk.toml"
    said: list[str] = []
    config.write_text(
        f'[kiosk]\ndata = "data"\n[printer]\nkind = "tcp"\naddress = "127.0.0.1:{port}"\n'
    )
    words = load_words(ROOT / "resources/text")["id"]
    steps = {words(f"tech.roll.{step}"): step for step in RollStep}

    def say(line: str) -> None:
        said.append(steps.get(line, line))
        hands.get(steps.get(line, ""), lambda: None)()

    return run(["--config", str(config), "--new-roll"], say), said


def keep_a_used_roll(data: Path) -> None:
    """What the kiosk learned of this printer before."""
    record = PrinterRecord("TM-T88", 4, True, True, True, None, 70_000.0, 165.0, 9e5, 15)
    store = SqliteStore(data / "ledger.sqlite", SystemClock())
    store.keep("J5TF012345", record.text())
    store.close()


def test_a_new_roll_is_led_through_watched_tried_and_counted_from_zero(
    tmp_path: Path, epson: tuple[ControlClient, int]
) -> None:
    control, port = epson
    (tmp_path / "data").mkdir()
    keep_a_used_roll(tmp_path / "data")
    control.ask("set", paper="out")

    def close_too_early() -> None:
        control.ask("set", cover="closed")

    def load() -> None:
        control.ask("set", paper="full", cover="open")

    code, said = led(
        tmp_path,
        port,
        {
            "open": lambda: control.ask("set", cover="open"),
            "load": close_too_early,
            "missing": load,
            "close": lambda: control.ask("set", cover="closed"),
        },
    )

    assert code == 0
    assert said == ["open", "load", "missing", "close", "test", "done"]
    (strip,) = strips(control)
    assert strip["state"] == "complete"
    assert "Gulungan baru" in " ".join(strip["texts"])
    store = SqliteStore(tmp_path / "data" / "ledger.sqlite", SystemClock())
    record = record_of(store.recall("J5TF012345"))
    store.close()
    assert record is not None
    assert (record.used_mm, record.alerted, record.ever_mm) == (0.0, 100, 9e5)


def test_a_roll_that_ends_in_trouble_is_told_with_what_to_do(
    tmp_path: Path, epson: tuple[ControlClient, int]
) -> None:
    control, port = epson

    code, said = led(
        tmp_path,
        port,
        {
            "open": lambda: control.ask("set", cover="open"),
            "load": lambda: control.ask("set", cover="closed"),
            "test": lambda: control.ask("set", cover="open"),
        },
    )

    assert code == 1
    assert said[-2:] == ["failed", "Tutup terbuka: tutup sampai berbunyi klik."]


@pytest.mark.parametrize("state", PrinterState)
def test_a_technician_is_told_what_to_do_in_every_state(state: PrinterState) -> None:
    for language in ("id", "en"):
        words = load_words(ROOT / "resources/text")[language]

        assert state is PrinterState.READY or len(words(f"tech.fix.{state}")) > 20


def strips(control: ControlClient) -> list[dict[str, Any]]:
    """What lies in the tray. Any: JSON."""
    found = control.ask("tray")["strips"]
    assert isinstance(found, list)
    return found
