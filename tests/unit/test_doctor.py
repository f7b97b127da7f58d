"""The doctor against machines that fail in each way: folders as Linux fills them, and real files.

No real screen, touch panel or sound card was used: what sysfs says of them is written as Linux does.
"""

import asyncio
import json
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import numpy as np
import pytest

from central.tls import Certificates
from config.settings import Settings, parse_settings
from devices import vision
from devices.clock import SystemClock
from kiosk import doctor, doctor_ledger, doctor_machine
from kiosk.doctor import checks, examine
from kiosk.doctor_advice import Component, Finding, Level, read_advice
from kiosk.doctor_central import address_of_central, central
from kiosk.doctor_devices import CAMERA_CODES, PRINTER_CODES, camera, printer, scanner, voice
from kiosk.doctor_machine import LogTail, Machine, read_log
from kiosk.doctor_report import as_json, as_text
from kiosk.domain.devices import CameraState, PrinterState
from kiosk.enrolment import Enrolment, keep_enrolment
from kiosk.sqlite_store import SqliteStore
from tests.fakes import FakeTime
from tests.loopback import Answer, Heard, raw_reply, reply, served
from tests.samples import ROOT

ADVICE = read_advice(ROOT / "resources/doctor/codes.toml")
CODE = re.compile(r'"([A-Z]{3}-\d\d)"')
QUIET = LogTail({})
PAPER = np.tile(np.array([40, 200], np.uint8), (120, 80))


def told(findings: Sequence[Finding]) -> list[str]:
    """The codes alone; empty for what is fine."""
    return [finding.code for finding in findings if finding.code]


def written(file: Path, text: str) -> Path:
    """A file of the machine."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    """A machine on which all is well."""
    place = Machine(
        tmp_path / "sys",
        tmp_path / "proc",
        tmp_path / "os-release",
        tmp_path / "X",
        dev=tmp_path / "dev",
    )
    written(place.sys / "class/drm/card0-HDMI-A-1/status", "connected\n")
    written(place.sys / "class/drm/card0-HDMI-A-1/modes", "1080x1920\n1280x720\n")
    written(place.sys / "class/drm/card0-DP-1/status", "disconnected\n")
    panel = place.sys / "class/input/event3/device"
    written(panel / "name", "ILITEK Multi-Touch\n")
    written(panel / "properties", "2\n")
    written(panel / "capabilities/abs", "3273800000000003\n")
    mouse = place.sys / "class/input/event1/device"
    written(mouse / "properties", "0\n")
    written(mouse / "capabilities/abs", "0\n")
    written(place.proc / "asound/cards", " 0 [PCH ]: HDA-Intel - HDA Intel PCH\n")
    written(place.sys / "class/net/enp1s0/carrier", "1\n")
    written(place.sys / "class/net/lo/carrier", "1\n")
    written(place.proc / "net/route", "Iface Destination Gateway\nenp1s0 00000000 0100A8C0\n")
    written(place.os_release, 'ID=debian\nVERSION_ID="12"\n')
    place.x_sockets.mkdir()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(place.x_sockets / "X0"))
        server.listen()
        yield place


def settings_of(folder: Path, **sections: Mapping[str, object]) -> Settings:
    """Settings of a kiosk whose data lie in `folder`."""
    return parse_settings({"kiosk": {"data": "data"}, **sections}, "here.toml", folder)


# --- the codes --------------------------------------------------------------------------------


def test_every_code_that_is_told_has_advice_and_the_other_way_round() -> None:
    files = (ROOT / "kiosk").glob("doctor*.py")

    used = {code for file in files for code in CODE.findall(file.read_text("utf-8"))}

    assert used == set(ADVICE)


@pytest.mark.parametrize("code", ADVICE)
def test_every_code_has_cause_and_three_steps_in_two_languages(code: str) -> None:
    for counsel in ADVICE[code].counsel.values():
        assert len(counsel.steps) == 3
        assert all(line.endswith(".") for line in (counsel.cause, *counsel.steps))
    assert ADVICE[code].level is not Level.FINE


def test_the_page_of_errors_tells_every_code_as_the_doctor_does() -> None:
    page = (ROOT / "docs/reference/errors.md").read_text("utf-8")
    sections = dict(re.findall(r"^## ([A-Z]{3}-\d\d)\n\n(.*?)(?=^## |\Z)", page, re.M | re.S))

    assert list(sections) == list(ADVICE)
    for code, section in sections.items():
        advice = ADVICE[code]
        expected = [f"*{advice.level}*"]
        for counsel in advice.counsel.values():
            expected.append(f"**{counsel.cause}**")
            expected += [f"{number}. {step}" for number, step in enumerate(counsel.steps, 1)]
        assert [line for line in expected if line not in section] == []


def test_every_state_of_printer_and_camera_has_a_code_or_is_fine() -> None:
    assert set(PRINTER_CODES) == set(PrinterState)
    assert set(CAMERA_CODES) == set(CameraState)


# --- screen and touch -------------------------------------------------------------------------


def test_a_connected_screen_with_its_server_is_fine(machine: Machine) -> None:
    (found,) = doctor_machine.screen(machine)

    assert found == Finding(Component.SCREEN, "HDMI-A-1 1080x1920")


def test_a_screen_that_was_unplugged_is_told(machine: Machine) -> None:
    written(machine.sys / "class/drm/card0-HDMI-A-1/status", "disconnected\n")

    assert told(doctor_machine.screen(machine)) == ["SCR-01"]


def test_a_display_server_that_died_is_told(machine: Machine) -> None:
    (machine.x_sockets / "X0").unlink()

    assert told(doctor_machine.screen(machine)) == ["SCR-02"]


def test_a_small_screen_is_noted(machine: Machine) -> None:
    written(machine.sys / "class/drm/card0-HDMI-A-1/modes", "1024x600\n")

    assert told(doctor_machine.screen(machine)) == ["SCR-03"]


def test_a_touch_panel_is_named(machine: Machine) -> None:
    assert doctor_machine.touch(machine) == [Finding(Component.TOUCH, "ILITEK Multi-Touch")]


def test_a_panel_of_one_finger_is_noted_and_none_at_all_is_told(machine: Machine) -> None:
    panel = machine.sys / "class/input/event3/device"

    written(panel / "capabilities/abs", "3\n")
    assert told(doctor_machine.touch(machine)) == ["TCH-02"]

    written(panel / "properties", "0\n")
    assert told(doctor_machine.touch(machine)) == ["TCH-01"]


# --- camera and reader ------------------------------------------------------------------------


def pictures(folder: Path, picture: vision.Image) -> str:
    """A camera that shows one picture."""
    folder.mkdir()
    (folder / "one.jpg").write_bytes(vision.encode_jpeg(picture, 90))
    return f"folder:{folder}"


def test_a_camera_that_shows_something_is_fine(tmp_path: Path) -> None:
    source = pictures(tmp_path / "camera", PAPER)

    assert told(camera(source, FakeTime(), QUIET, running=False)) == []


@pytest.mark.parametrize("grey", [0, 128])
def test_a_covered_lens_and_a_blank_picture_are_told(tmp_path: Path, grey: int) -> None:
    source = pictures(tmp_path / "camera", np.full((120, 160), grey, np.uint8))

    assert told(camera(source, FakeTime(), QUIET, running=False)) == ["CAM-04"]


def test_a_camera_that_is_gone_locked_or_damaged_is_told(tmp_path: Path) -> None:
    locked, damaged = tmp_path / "empty", tmp_path / "damaged"
    locked.mkdir()
    written(damaged / "one.jpg", "no picture")
    sources = (f"folder:{tmp_path / 'gone'}", f"folder:{locked}", f"folder:{damaged}")

    codes = [told(camera(source, FakeTime(), QUIET, running=False)) for source in sources]

    assert codes == [["CAM-01"], ["CAM-02"], ["CAM-03"]]


def test_a_kiosk_without_a_camera_is_fine() -> None:
    assert told(camera("", FakeTime(), QUIET, running=False)) == []


@pytest.mark.parametrize("state", list(CameraState))
def test_a_running_kiosk_tells_of_its_camera(state: CameraState) -> None:
    log = LogTail({"camera": {"state": state.value}})

    found = camera("/dev/video0", FakeTime(), log, running=True)

    assert told(found) == [code for code in [CAMERA_CODES[state]] if code]


def test_both_readers_read_a_drawn_code() -> None:
    assert told(scanner(FakeTime())) == []


def test_a_hand_scanner_that_is_gone_is_told(tmp_path: Path) -> None:
    there = written(tmp_path / "scanner", "")

    assert told(scanner(FakeTime(), str(there))) == []
    assert told(scanner(FakeTime(), str(tmp_path / "gone"))) == ["SCN-03"]


def test_a_reader_that_reads_nothing_is_told() -> None:
    assert told(scanner(FakeTime(), read=lambda _: [])) == ["SCN-01"]


# --- printer ----------------------------------------------------------------------------------


def test_a_kiosk_without_a_printer_is_noted(tmp_path: Path) -> None:
    found = printer(settings_of(tmp_path), ROOT, FakeTime(), QUIET, running=False)

    assert told(found) == ["PRN-01"]


def test_without_a_device_in_the_settings_those_that_are_there_are_named(
    tmp_path: Path, machine: Machine
) -> None:
    written(machine.dev / "usb/lp0", "")
    written(machine.dev / "v4l/by-id/usb-046d_C920-video-index0", "")
    chosen = checks(settings_of(tmp_path), FakeTime(), machine)

    (without_camera,) = chosen[Component.CAMERA]()
    (without_printer,) = chosen[Component.PRINTER]()

    assert without_camera.fact.endswith(", v4l2, /dev/v4l/by-id/usb-046d_C920-video-index0")
    assert without_printer.fact == "none in the settings; found: lp0, usb, /dev/usb/lp0"


def test_a_make_that_nobody_knows_is_told(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, printer={"kind": "tcp", "profile": "nobodys"})

    found = printer(settings, ROOT / "resources", FakeTime(), QUIET, running=False)

    assert told(found) == ["PRN-02"]


@pytest.mark.parametrize("state", list(PrinterState))
def test_a_running_kiosk_tells_of_its_printer(tmp_path: Path, state: PrinterState) -> None:
    log = LogTail({"printer": {"state": state.value}})

    found = printer(
        settings_of(tmp_path, printer={"kind": "tcp"}), ROOT, FakeTime(), log, running=True
    )

    assert told(found) == [code for code in [PRINTER_CODES[state]] if code]


TWO = {
    "printer": {"kind": "tcp", "address": "127.0.0.1:9"},
    "second_printer": {"kind": "serial", "device": "/dev/no-such-printer"},
}


def test_both_printers_of_a_kiosk_are_looked_at(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, **TWO)

    first, second = printer(settings, ROOT / "resources", SystemClock(), QUIET, running=False)

    assert told([first, second]) == ["PRN-03", "PRN-03"]
    assert first.fact.startswith("127.0.0.1:9: ")
    assert second.fact.startswith("/dev/no-such-printer: ")


def test_a_running_kiosk_tells_of_each_of_two_printers(tmp_path: Path) -> None:
    lines = [
        {"event": "started", "version": "1"},
        {"event": "printer.of-two", "printer": "127.0.0.1:9", "state": "paper-out"},
        {"event": "printer.of-two", "printer": "/dev/no-such-printer", "state": "ready"},
        {"event": "printer", "state": "ready"},
    ]
    log = read_log(written(tmp_path / "kiosk.log", "\n".join(map(json.dumps, lines)) + "\n"))

    first, second = printer(settings_of(tmp_path, **TWO), ROOT, FakeTime(), log, running=True)

    assert (first.code, second.code) == ("PRN-04", "")


def test_a_printer_that_did_well_for_days_is_not_told_as_silent(tmp_path: Path) -> None:
    visits = json.dumps({"event": "session", "state": "choosing", "by": "TakeWanted"}) + "\n"
    start = json.dumps({"event": "printer", "state": "ready"}) + "\n"
    log = read_log(written(tmp_path / "kiosk.log", start + visits * 30_000))

    found = printer(
        settings_of(tmp_path, printer={"kind": "tcp"}), ROOT, FakeTime(), log, running=True
    )

    assert told(found) == []


# --- voice ------------------------------------------------------------------------------------


def program(file: Path, script: str) -> str:
    """A program that does what it is told here."""
    written(file, f"#!/bin/sh\n{script}\n").chmod(0o755)
    return str(file)


def test_a_voice_that_is_heard_is_fine(tmp_path: Path, machine: Machine) -> None:
    speaks = program(tmp_path / "speaks", "printf RIFF; head -c 60 /dev/zero | tr '\\0' x")

    assert told(voice(machine, lambda _: speaks)) == []


def test_each_lack_of_the_voice_is_told(tmp_path: Path, machine: Machine) -> None:
    speaks = program(tmp_path / "speaks", "printf RIFF; head -c 60 /dev/zero | tr '\\0' x")
    silent = program(tmp_path / "silent", "printf RIFF; head -c 60 /dev/zero")

    assert told(voice(machine, {"aplay": speaks}.get)) == ["VOI-01"]
    assert told(voice(machine, {"espeak-ng": speaks}.get)) == ["VOI-02"]
    assert told(voice(machine, lambda _: silent)) == ["VOI-04"]
    written(machine.proc / "asound/cards", "--- no soundcards ---\n")
    assert told(voice(machine, lambda _: speaks)) == ["VOI-03"]


# --- clock, disk, log -------------------------------------------------------------------------


def test_each_trouble_of_the_clock_is_told() -> None:
    fine, unsure, lost = FakeTime(), FakeTime(), FakeTime(datetime(2000, 1, 1, tzinfo=UTC))
    unsure.is_trusted = False
    off = LogTail({"clock.off": {"seconds": -90}})

    assert told(doctor_machine.clock(fine, QUIET)) == []
    assert told(doctor_machine.clock(unsure, QUIET)) == ["CLK-01"]
    assert told(doctor_machine.clock(lost, QUIET)) == ["CLK-02"]
    assert told(doctor_machine.clock(fine, off)) == ["CLK-03"]


def test_each_trouble_of_the_disk_is_told(tmp_path: Path) -> None:
    a_file = written(tmp_path / "file", "")

    assert told(doctor_machine.disk(tmp_path, lambda _: 5 << 30)) == []
    assert told(doctor_machine.disk(a_file, lambda _: 5 << 30)) == ["DSK-01"]
    assert told(doctor_machine.disk(tmp_path, lambda _: 1 << 20)) == ["DSK-02"]
    assert told(doctor_machine.disk(tmp_path, lambda _: 500 << 20)) == ["DSK-03"]
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_the_log_tells_the_last_state_since_the_last_start(tmp_path: Path) -> None:
    lines = [
        {"event": "clock.off", "seconds": 90},
        {"event": "started", "version": "1"},
        {"event": "printer", "state": "ready"},
        {"event": "printer", "state": "jam"},
    ]
    file = written(tmp_path / "kiosk.log", "\n".join(map(json.dumps, lines)) + '\nhalf a l"')

    log = read_log(file)

    assert log.field("printer", "state") == "jam"
    assert log.field("clock.off", "seconds") == ""


# --- ledger -----------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A ledger as a kiosk leaves it, with numbers leased for tomorrow."""
    file = tmp_path / "ledger.sqlite"
    SqliteStore(file, FakeTime()).close()
    tomorrow = (FakeTime().now() + timedelta(days=1)).date().isoformat()
    changed(file, "INSERT INTO lease (day, slot, epoch) VALUES (?, 1, 0)", tomorrow)
    return file


def changed(file: Path, statement: str, *values: object) -> None:
    """Do something to a ledger behind the kiosk's back."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement, values)


def facts(file: Path, state: str, count: int) -> None:
    """Put facts into the outbox."""
    with closing(sqlite3.connect(file)) as connection, connection:
        rows = ((UUID(int=number).bytes, state) for number in range(count))
        insert = "INSERT INTO outbox (id, kind, body, hash, state) VALUES (?, 'x', '{}', '', ?)"
        connection.executemany(insert, rows)


def test_a_whole_ledger_is_fine_and_so_is_none_yet(file: Path, tmp_path: Path) -> None:
    now = FakeTime().now()

    assert told(doctor_ledger.ledger(file, now)) == []
    assert told(doctor_ledger.ledger(tmp_path / "none.sqlite", now)) == []


def test_each_trouble_of_the_ledger_is_told(file: Path) -> None:
    now = FakeTime().now()

    facts(file, "new", doctor_ledger.WAITING_MOST + 1)
    assert told(doctor_ledger.ledger(file, now)) == ["LDG-03"]

    changed(file, "UPDATE outbox SET state = 'quarantined'")
    assert told(doctor_ledger.ledger(file, now)) == ["LDG-04"]

    changed(file, "UPDATE outbox SET state = 'acked'")
    changed(file, "DELETE FROM lease")
    assert told(doctor_ledger.ledger(file, now)) == ["LDG-05"]

    changed(file, "PRAGMA user_version = 999")
    assert told(doctor_ledger.ledger(file, now)) == ["LDG-02"]

    file.write_bytes(b"this was a ledger once" * 1000)
    assert told(doctor_ledger.ledger(file, now)) == ["LDG-01"]


def test_a_running_kiosk_is_known_by_its_lock(file: Path) -> None:
    assert not doctor_ledger.is_running(file)

    store = SqliteStore(file, FakeTime())
    try:
        assert doctor_ledger.is_running(file)
    finally:
        store.close()


# --- network and central ----------------------------------------------------------------------


def no_name(_: str) -> object:
    raise OSError("Name or service not known")


def test_each_trouble_of_the_network_is_told(machine: Machine) -> None:
    def codes(url: str = "https://central.example") -> list[str]:
        return told(doctor_machine.network(machine, url, resolve))

    resolve: Callable[[str], object] = str
    assert codes() == []
    resolve = no_name
    assert codes() == ["NET-03"]
    written(machine.proc / "net/route", "Iface Destination Gateway\n")
    assert codes() == ["NET-02"]
    written(machine.sys / "class/net/enp1s0/carrier", "0\n")
    assert codes() == ["NET-01"]
    assert codes("https://127.0.0.1:8080") == []


def test_a_kiosk_that_knows_no_server_yet_has_a_network_all_the_same(machine: Machine) -> None:
    (finding,) = doctor_machine.network(machine, "", no_name)

    assert (finding.code, finding.fact) == ("", "enp1s0, no server to look for yet")


async def answered(heard: Heard) -> bytes:
    return reply(heard, body=b'{"queues": []}')


async def portal(_: Heard) -> bytes:
    return raw_reply(200, b"<html>", {})


async def failing(heard: Heard) -> bytes:
    return reply(heard, status=503)


def refusing(code: str) -> Answer:
    async def refused(heard: Heard) -> bytes:
        body = f'{{"type": "urn:anjungan:problem:{code}"}}'
        return reply(heard, status=401, body=body.encode())

    return refused


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The folder of an enrolled kiosk, and the certificates of its central."""

    folder: Path
    central: Certificates

    def found(self, url: str) -> Sequence[Finding]:
        """What the doctor finds at this address."""
        return central(url, self.folder, FakeTime())


@pytest.fixture
def enrolled(tmp_path: Path) -> Enrolled:
    """The certificate is from now on: TLS goes by the machine's clock."""
    certificates = Certificates(tmp_path / "central", [], SystemClock().now())
    folder = tmp_path / "kiosk"
    keep_enrolment(folder, Enrolment("127.0.0.1:1", certificates.ca_key))
    (folder / "device.key").write_bytes(bytes(range(32)))
    return Enrolled(folder, certificates)


@pytest.mark.parametrize(
    ("answer", "codes"),
    [
        pytest.param(answered, [], id="ours"),
        pytest.param(portal, ["CEN-02"], id="portal"),
        pytest.param(failing, ["CEN-03"], id="failing"),
        pytest.param(refusing("key-mismatch"), ["CEN-04"], id="refusing"),
        pytest.param(refusing("device-unknown"), ["CEN-05"], id="unknown"),
        pytest.param(refusing("device-revoked"), ["CEN-08"], id="revoked"),
    ],
)
async def test_what_central_answers_is_told(
    answer: Answer, codes: list[str], enrolled: Enrolled
) -> None:
    async with served(answer, enrolled.central.context) as url:
        found = await _in_thread(lambda: enrolled.found(url))

    assert told(found) == codes


@asynccontextmanager
async def plain() -> AsyncIterator[int]:
    """A server that knows no TLS, and waits until its caller hangs up; its port."""

    async def line(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        with suppress(ConnectionError):
            await reader.read()
        writer.close()

    server = await asyncio.start_server(line, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def test_a_server_that_is_not_the_central_of_the_enrolment_is_told(
    enrolled: Enrolled, tmp_path: Path
) -> None:
    theirs = Certificates(tmp_path / "theirs", [], SystemClock().now())
    past = tmp_path / "past"
    past.mkdir()
    shutil.copy(tmp_path / "central/ca.key", past)
    expired = Certificates(past, [], SystemClock().now() - timedelta(days=100))

    async with served(answered, theirs.context) as url:
        of_another = await _in_thread(lambda: enrolled.found(url))
    async with served(answered, expired.context) as url:
        too_old = await _in_thread(lambda: enrolled.found(url))
    async with plain() as port:
        without_tls = await _in_thread(lambda: enrolled.found(f"https://127.0.0.1:{port}"))

    assert told(of_another) == ["CEN-06"]
    assert told(too_old) == ["CEN-07"]
    assert told(without_tls) == ["CEN-02"]


async def test_a_central_that_is_not_there_is_told(enrolled: Enrolled) -> None:
    async with served(answered, enrolled.central.context) as url:
        pass

    found = await _in_thread(lambda: enrolled.found(url))

    assert told(found) == ["CEN-01"]


def test_a_kiosk_that_was_never_enrolled_is_told_and_given_nothing(tmp_path: Path) -> None:
    found = central("", tmp_path, FakeTime())

    assert told(found) == ["CEN-05"]
    assert list(tmp_path.iterdir()) == []


def test_what_is_left_of_an_enrolment_is_told(enrolled: Enrolled) -> None:
    (enrolled.folder / "device.key").write_bytes(b"half")
    half = enrolled.found("")
    (enrolled.folder / "device.key").unlink()
    gone = enrolled.found("")
    (enrolled.folder / "enrolment.json").write_text("{")
    broken = enrolled.found("")

    assert [told(found) for found in (half, gone, broken)] == [["CEN-05"]] * 3
    assert len({found[0].fact for found in (half, gone, broken)}) == 3


def test_the_network_is_examined_for_the_address_that_enrolment_told(enrolled: Enrolled) -> None:
    settings = ("", "https://central.example")

    found = [address_of_central(settled, enrolled.folder) for settled in settings]

    assert found == ["https://127.0.0.1:1", "https://central.example"]
    (enrolled.folder / "enrolment.json").write_text("{")
    assert address_of_central("", enrolled.folder) == ""


async def _in_thread(check: doctor.Check) -> Sequence[Finding]:
    return await asyncio.to_thread(check)


# --- versions ---------------------------------------------------------------------------------


def test_a_system_that_was_not_tried_is_noted(machine: Machine) -> None:
    assert told(doctor_machine.versions(machine, QUIET, running=False)) == []

    written(machine.os_release, "ID=arch\n")

    assert told(doctor_machine.versions(machine, QUIET, running=False)) == ["VER-01"]


def test_a_kiosk_that_runs_an_older_version_is_noted(machine: Machine) -> None:
    log = LogTail({"started": {"version": "0.0.1"}})

    assert told(doctor_machine.versions(machine, log, running=True)) == ["VER-03"]
    assert told(doctor_machine.versions(machine, log, running=False)) == []


def test_the_pair_that_ends_the_process_is_known() -> None:
    assert doctor_machine.steals_none((3, 11), "6.12.0")
    assert not doctor_machine.steals_none((3, 11), "6.11.3")
    assert not doctor_machine.steals_none((3, 12), "6.12.0")


# --- the report -------------------------------------------------------------------------------


def test_every_component_is_examined(tmp_path: Path, machine: Machine) -> None:
    examined = checks(settings_of(tmp_path), FakeTime(), machine)

    assert [*examined] == [part for part in Component if part is not Component.SETTINGS]


class PatientTwice(FakeTime):
    """A clock on which the limit is over when the third check is waited for."""

    def __init__(self) -> None:
        super().__init__()
        self._asked = 0

    def monotonic(self) -> float:
        """0 at the start and for two checks."""
        self._asked += 1
        return 0.0 if self._asked <= 3 else 60.0


def test_a_check_that_hangs_or_fails_costs_its_own_line_only() -> None:
    free = threading.Event()

    def hangs() -> Sequence[Finding]:
        free.wait()
        return []

    def fails() -> Sequence[Finding]:
        raise ZeroDivisionError

    def fine() -> Sequence[Finding]:
        return [Finding(Component.DISK, "room")]

    waits = {Component.CLOCK: fails, Component.DISK: fine, Component.VOICE: hangs}
    report = examine("A-01", waits, PatientTwice(), limit=60.0)
    free.set()

    assert [finding.code for finding in report.findings] == ["DOC-02", "", "DOC-01"]


def test_a_bug_is_told_with_its_place() -> None:
    def fails() -> Sequence[Finding]:
        raise ZeroDivisionError("by nothing")

    (found,) = examine("A-01", {Component.CLOCK: fails}, FakeTime()).findings

    assert found.code == "DOC-02"
    assert "ZeroDivisionError: by nothing (test_doctor.py:" in found.fact


@pytest.mark.parametrize(
    ("codes", "verdict", "exit_code"),
    [([""], "ready", 0), (["PRN-09"], "ready", 0), (["PRN-04"], "limited", 1),
     (["PRN-04", "DSK-02"], "blocked", 1)],
    ids=["fine", "note", "limit", "block"],
)  # fmt: skip
def test_the_worst_finding_is_the_verdict(codes: list[str], verdict: str, exit_code: int) -> None:
    def check() -> Sequence[Finding]:
        return [Finding(Component.DISK, "seen", code) for code in codes]

    report = examine("A-01", {Component.DISK: check}, FakeTime())

    assert (report.verdict, report.exit_code) == (verdict, exit_code)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("width", [32, 48, 96])
def test_the_report_fits_its_width_and_tells_cause_and_steps(language: str, width: int) -> None:
    def check() -> Sequence[Finding]:
        return [Finding(Component.PRINTER, "paper-out", "PRN-04")]

    report = examine("A-01", {Component.PRINTER: check}, FakeTime())
    text = as_text(report, language, width)

    counsel = ADVICE["PRN-04"].counsel[language]
    flat = " ".join(text.split())
    assert max(map(len, text.splitlines())) <= width
    assert all(line in flat for line in (counsel.cause, *counsel.steps))
    if language == "id":
        assert "printer ! kurang PRN-04 paper-out" in flat


def test_the_report_for_programs_holds_code_level_and_both_languages() -> None:
    def check() -> Sequence[Finding]:
        return [Finding(Component.PRINTER, "cover-open", "PRN-05")]

    document = json.loads(as_json(examine("A-01", {Component.PRINTER: check}, FakeTime())))

    assert document["verdict"] == "limited"
    (line,) = document["checks"]
    assert (line["component"], line["code"], line["level"]) == ("printer", "PRN-05", "limits")
    assert len(line["id"]["steps"]) == len(line["en"]["steps"]) == 3


# --- the command ------------------------------------------------------------------------------


def examined(tmp_path: Path, *options: str, config: str = "") -> tuple[int, str]:
    """The command's exit code and what it said."""
    file = written(tmp_path / "kiosk.toml", config)
    said: list[str] = []
    code = doctor.run(["--config", str(file), *options], said.append)
    return code, "".join(said)


def test_the_command_says_keeps_and_ends_with_the_verdict(tmp_path: Path) -> None:
    out = tmp_path / "report.txt"

    code, said = examined(tmp_path, "--only", "disk,database", "--out", str(out))

    assert code == 0
    assert out.read_text("utf-8") == said
    assert "SIAP: warga dapat dilayani." in said


def test_settings_that_cannot_be_used_are_told_with_a_code(tmp_path: Path) -> None:
    code, said = examined(tmp_path, "--language", "en", config='[printer]\nkind = "lpt"\n')

    assert code == 2
    assert "SET-01" in said
    assert "printer.kind" in said


def test_the_program_knows_the_command(tmp_path: Path) -> None:
    config = written(tmp_path / "kiosk.toml", "")
    command = (sys.executable, "-P", "-m", "kiosk", "doctor", "--config", str(config))

    done = subprocess.run(
        (*command, "--json", "--only", "disk"), cwd=ROOT, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["checks"][0]["component"] == "disk"


def test_a_report_that_no_printer_takes_stays_json_and_says_why_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "kiosk.toml"
    config.touch()

    code = doctor.run(["--config", str(config), "--only", "disk", "--json", "--print"])

    told = capsys.readouterr()
    assert code == 1
    assert json.loads(told.out)["verdict"] == "ready"
    assert told.err == "the report could not be printed: the settings name no printer\n"
