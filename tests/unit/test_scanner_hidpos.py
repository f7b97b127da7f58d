"""HID-POS: codes lie where the scanner's own descriptor says, and their bytes are exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.scanner_hidpos import (
    HIDIOCGRDESC,
    HIDIOCGRDESCSIZE,
    Field,
    HidPosWire,
    Layout,
    layout_of,
)
from devices.scanner_wire import NotAScanner
from tests.wired import COUNTED, MOUSE, PADDED, Kernel, Pipe, counted_reports, padded_reports


def read(reports: list[bytes], kernel: Kernel, suffix: bytes = b"") -> list[bytes]:
    """The codes of reports that come one by one."""
    pipe = Pipe()
    wire = HidPosWire(pipe.path, suffix, kernel.ioctl)
    found = []
    for report in reports:
        pipe.say(report)
        found += wire.read(0.0)
    wire.close()
    pipe.pull_out()
    return found


def test_the_questions_are_those_of_the_kernel() -> None:
    assert (HIDIOCGRDESCSIZE, HIDIOCGRDESC) == (0x80044801, 0x90044802)


def test_the_descriptors_tell_where_the_code_is() -> None:
    assert layout_of(COUNTED) == Layout(2, Field(32, 448), Field(0, 8), Field(496, 8))
    assert layout_of(PADDED) == Layout(2, Field(24, 448), None, Field(472, 1))


def test_a_device_without_a_scanner_has_no_layout() -> None:
    assert layout_of(MOUSE) is None


@given(st.binary(max_size=200))
def test_no_descriptor_is_a_bug(descriptor: bytes) -> None:
    layout = layout_of(descriptor)

    assert layout is None or isinstance(layout, Layout)


@given(st.binary(max_size=70))
def test_no_report_is_a_bug(report: bytes) -> None:
    for descriptor in (COUNTED, PADDED):
        layout = layout_of(descriptor)
        assert layout is not None
        layout.read(report)


@pytest.mark.parametrize(
    "code",
    [b"K2-0934", bytes(range(256)), b"\0" * 56, b"a" * 55 + b"\0", "Siti Rahmawati é 漢".encode()],
    ids=["text", "all bytes", "zeros", "zero at the end", "utf-8"],
)
def test_bytes_are_exact(code: bytes) -> None:
    assert read(counted_reports(code), Kernel()) == [code]


def test_a_make_without_a_count_fills_with_zeros() -> None:
    code = bytes(range(1, 130))

    assert read(padded_reports(code), Kernel(descriptor=PADDED)) == [code]


def test_only_its_suffix_is_cut_off() -> None:
    reports = [*counted_reports(b"a\rb\r\r"), *counted_reports(b"cd")]

    assert read(reports, Kernel(), b"\r") == [b"a\rb\r", b"cd"]


def test_other_reports_are_left_alone() -> None:
    status = b"\x04" + bytes(63)

    assert read([status, *counted_reports(b"K2")], Kernel()) == [b"K2"]


def test_half_a_code_is_forgotten() -> None:
    pipe = Pipe()
    wire = HidPosWire(pipe.path, b"", Kernel().ioctl)
    first, _ = counted_reports(b"x" * 100)

    pipe.say(first)
    assert wire.read(1.0) == []
    assert wire.quiet(1.4) == []
    assert wire.quiet(1.5) == []
    pipe.say(counted_reports(b"K2-0934")[0])

    assert wire.read(1.6) == [b"K2-0934"]
    wire.close()


def test_a_code_without_end_is_thrown_away() -> None:
    reports = counted_reports(b"x" * 5000)

    assert read([*reports, *counted_reports(b"K2")], Kernel()) == [b"K2"]


@pytest.mark.parametrize("descriptor", [MOUSE, b""], ids=["a mouse", "nothing"])
def test_what_is_no_scanner_is_refused(descriptor: bytes) -> None:
    pipe = Pipe()

    with pytest.raises(NotAScanner, match="HID-POS"):
        HidPosWire(pipe.path, b"", Kernel(descriptor=descriptor).ioctl)
