"""A hand scanner's thread: it finds its device, loses it, finds it again, and tells each code once.

The serial scanner is a real pseudo-terminal; the other two are pipes with the kernel's answers.
"""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from devices.clock import SystemClock
from devices.scanner_hidpos import HidPosWire
from devices.scanner_keys import KEY_ENTER, KeyboardWire
from devices.scanner_serial import Burst, SerialWire
from devices.scanner_wire import OpenWire
from devices.scanner_wired import Repeats, WiredScanner, opener
from devices.simulated.scanner import SerialScannerSimulator
from devices.uevents import NetlinkUevents, Uevents
from kiosk.domain.devices import ScanMode, ScannerState
from tests.scanning import simulator
from tests.wired import Heard, Kernel, Pipe, counted_reports, no_uevents, typed

READY, MISSING = ScannerState.READY, ScannerState.MISSING
ALL_BYTES = bytes(range(256))


@contextmanager
def scanning(
    open_wire: OpenWire,
    heard: Heard,
    mode: ScanMode = ScanMode.ARMED,
    uevents: Callable[[], Uevents | None] = no_uevents,
) -> Iterator[WiredScanner]:
    """A scanner at work."""
    scanner = WiredScanner(open_wire, SystemClock(), heard, uevents=uevents, note=heard.note)
    scanner.set_mode(mode)
    scanner.start()
    yield scanner
    scanner.close()


# --- all three kinds --------------------------------------------------------------------------


def test_codes_of_a_serial_scanner_are_told_with_exact_bytes(tmp_path: Path) -> None:
    device, heard = SerialScannerSimulator(tmp_path / "scanner"), Heard()
    device.plug()

    with scanning(opener("serial", str(tmp_path / "scanner"), baud=9600, suffix="cr"), heard):
        assert heard.until(lambda h: h.states == [READY])
        device.scan(ALL_BYTES)
        assert heard.until(lambda h: len(h.codes) == 1)
        device.scan(b"\r\r")
        assert heard.until(lambda h: len(h.codes) == 2)

    assert heard.codes == [ALL_BYTES, b"\r\r"]
    device.unplug()


def test_codes_of_a_keyboard_scanner_are_told() -> None:
    pipe, kernel, heard = Pipe(), Kernel(), Heard()

    with scanning(lambda: KeyboardWire(pipe.path, (KEY_ENTER,), kernel.ioctl), heard):
        assert heard.until(lambda h: h.states == [READY])
        pipe.say(typed("https://mpp.example/t/AYCh4yM\r"))
        assert heard.until(lambda h: bool(h.codes))

    assert heard.codes == [b"https://mpp.example/t/AYCh4yM"]


def test_codes_of_a_hid_pos_scanner_are_told() -> None:
    pipe, kernel, heard = Pipe(), Kernel(), Heard()

    with scanning(lambda: HidPosWire(pipe.path, b"", kernel.ioctl), heard):
        assert heard.until(lambda h: h.states == [READY])
        for report in counted_reports(ALL_BYTES):
            pipe.say(report)
        assert heard.until(lambda h: bool(h.codes))

    assert heard.codes == [ALL_BYTES]


# --- coming and going -------------------------------------------------------------------------


def test_a_scanner_that_is_pulled_out_is_missing_and_found_again(tmp_path: Path) -> None:
    device, heard = SerialScannerSimulator(tmp_path / "scanner"), Heard()
    device.plug()

    with scanning(lambda: SerialWire(str(tmp_path / "scanner"), 9600, b"\r"), heard):
        assert heard.until(lambda h: h.states == [READY])
        device.unplug()
        assert heard.until(lambda h: h.states == [READY, MISSING])
        device.plug()
        assert heard.until(lambda h: h.states == [READY, MISSING, READY])
        device.scan(b"K2-0934")
        assert heard.until(lambda h: h.codes == [b"K2-0934"])

    assert heard.notes == []
    device.unplug()


def test_a_device_that_comes_is_tried_at_once() -> None:
    kernel, ours = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    tries: list[int] = []
    pipe, heard = Pipe(), Heard()

    def open_wire() -> HidPosWire:
        tries.append(1)
        if len(tries) < 12:  # by back-off alone it would take 48 seconds to come so far
            kernel.send(b"add@/devices/usb\0ACTION=add\0SUBSYSTEM=hidraw\0DEVNAME=hidraw0\0")
            raise FileNotFoundError
        return HidPosWire(pipe.path, b"", Kernel().ioctl)

    with scanning(open_wire, heard, uevents=lambda: NetlinkUevents(ours)):
        assert heard.until(lambda h: h.states == [MISSING, READY])

    assert len(tries) == 12
    kernel.close()


def test_why_a_scanner_is_refused_is_logged_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    heard = Heard()
    tries: list[int] = []

    def open_wire() -> SerialWire:
        tries.append(1)
        if len(tries) == 2:
            heard.note("again")
        return SerialWire(str(tmp_path / "file"), 9600, b"\r")

    with scanning(open_wire, heard):
        assert heard.until(lambda h: ("again", None) in h.notes)

    assert heard.states == [MISSING]
    refused = [reason for event, reason in heard.notes if event == "scanner.refused"]
    assert refused == ["Inappropriate ioctl for device"]


def test_a_bug_is_logged_without_its_words_and_the_thread_goes_on() -> None:
    pipe, heard = Pipe(), Heard()
    tries: list[int] = []

    def open_wire() -> HidPosWire:
        tries.append(1)
        if len(tries) == 1:
            raise ValueError("somebody's code")
        return HidPosWire(pipe.path, b"", Kernel().ioctl)

    with scanning(open_wire, heard):
        assert heard.until(lambda h: h.states == [READY])

    assert heard.notes == [("scanner.failed", "wired")]


# --- what is told -----------------------------------------------------------------------------


class CountedWire(HidPosWire):
    """A scanner that knows how often its thread came to wait for it."""

    waits = 0

    def rest(self, now: float) -> float | None:
        """See Wire."""
        self.waits += 1
        return super().rest(now)


def test_while_no_code_is_wanted_what_comes_is_thrown_away() -> None:
    pipe, heard = Pipe(), Heard()
    wire = CountedWire(pipe.path, b"", Kernel().ioctl)

    with scanning(lambda: wire, heard, ScanMode.OFF) as scanner:
        while wire.waits < 1:
            os.sched_yield()
        pipe.say(counted_reports(b"unwanted")[0])
        while wire.waits < 2:
            os.sched_yield()
        scanner.set_mode(ScanMode.ARMED)
        pipe.say(counted_reports(b"wanted")[0])
        assert heard.until(lambda h: bool(h.codes))

    assert heard.codes == [b"wanted"]


def test_a_code_that_is_held_there_is_told_once() -> None:
    repeats = Repeats()
    held = [repeats.is_new(b"code", now) for now in (0.0, 1.0, 2.5, 5.0)]

    assert held == [True, False, False, False]
    assert repeats.is_new(b"code", 8.0)


def test_another_code_is_new_at_once() -> None:
    repeats = Repeats()

    assert [repeats.is_new(code, 1.0) for code in (b"a", b"b", b"a")] == [True, True, True]


# --- the silence that ends a serial code ------------------------------------------------------


def test_a_code_is_over_when_its_ending_came_and_the_line_is_quiet() -> None:
    burst = Burst(b"\r")
    burst.add(b"a\r", 1.00)
    early = burst.quiet(1.03)
    burst.add(b"b\r", 1.04)

    assert (early, burst.quiet(1.08), burst.quiet(1.09)) == (None, None, b"a\rb")


def test_a_code_without_its_ending_is_torn() -> None:
    burst = Burst(b"\r\n")
    burst.add(b"abc\r", 1.0)

    assert (burst.quiet(1.4), burst.quiet(1.5), burst.rest(1.5)) == (None, None, None)


def test_without_a_suffix_silence_alone_ends_a_code() -> None:
    burst = Burst(b"")
    burst.add(b"abc\r", 1.0)

    assert (burst.quiet(1.1), burst.quiet(1.15)) == (None, b"abc\r")


def test_noise_without_end_is_thrown_away_and_the_next_code_read() -> None:
    burst = Burst(b"\r")
    for place in range(300):
        burst.add(b"\xff" * 40, 1.0 + place * 0.01)
    noise = burst.quiet(9.0)
    burst.add(b"K2-0934\r", 10.0)

    assert (noise, burst.quiet(10.05)) == (None, b"K2-0934")


# --- the simulated scanner --------------------------------------------------------------------

PROGRAM = "import sys; from devices.simulated.scanner import run; sys.exit(run([*sys.argv[1:]]))"


def test_the_simulated_scanner_makes_the_folder_of_its_file(tmp_path: Path) -> None:
    simulated = SerialScannerSimulator(tmp_path / "var" / "scanner")

    simulated.plug()
    assert (tmp_path / "var" / "scanner").is_char_device()
    simulated.unplug()


def test_the_simulated_scanner_is_told_by_its_socket(tmp_path: Path) -> None:
    link, heard = tmp_path / "scanner", Heard()

    with simulator(PROGRAM, tmp_path / "c.sock", "--link", str(link)) as device:
        assert device.ready["device"] == str(link)
        with scanning(lambda: SerialWire(str(link), 115200, b"\r"), heard):
            assert heard.until(lambda h: h.states == [READY])
            device.control.ask("scan", text="K2-0934")
            assert heard.until(lambda h: h.codes == [b"K2-0934"])
            device.control.ask("scan", base64="AAECAw==")
            assert heard.until(lambda h: h.codes[1:] == [b"\0\1\2\3"])
            device.control.ask("unplug")
            assert heard.until(lambda h: h.states[-1] is MISSING)

    assert not link.exists()


@pytest.mark.parametrize("kind", ["keyboard", "hid-pos", "serial"])
def test_every_kind_of_the_settings_is_opened(tmp_path: Path, kind: str) -> None:
    with pytest.raises(FileNotFoundError):
        opener(kind, str(tmp_path / "none"), baud=9600, suffix="tab")()
