"""Settings are read whole or refused whole; the files beside them and the page about them are true."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import Field, fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.settings import SECTIONS, Settings, SettingsError, parse_settings, read_settings
from devices.camera import source_of
from tests.fakes import FakeTime
from tests.samples import ROOT

HERE = Path("/etc/anjungan")
DEFAULT = ROOT / "config/default.toml"
DEMO = ROOT / "config/demo.toml"

# Any below: a TOML document, and a field of any type.


def parsed(document: Mapping[str, object]) -> Settings:
    """Read a document of a file called here.toml."""
    return parse_settings(document, "here.toml", HERE)


def complaints_about(document: Mapping[str, object]) -> tuple[str, ...]:
    """What is wrong with a document."""
    with pytest.raises(SettingsError) as refused:
        parsed(document)
    return refused.value.complaints


def keys() -> Iterator[tuple[str, "Field[Any]"]]:
    """Every key there is, as `section.key`."""
    for name, section in SECTIONS.items():
        for one in fields(section):
            yield f"{name}.{one.name}", one


def test_an_empty_file_means_the_defaults() -> None:
    assert parsed({}) == Settings(folder=HERE)


def test_every_default_is_itself_allowed() -> None:
    for name, one in keys():
        assert one.metadata["good"](one.default), name
        assert type(one.default) in (one.type, int), name


def test_every_key_says_what_it_is_for_and_what_is_expected() -> None:
    for name, one in keys():
        assert one.metadata["about"].endswith("."), name
        assert one.metadata["expected"], name


def test_what_is_set_is_read_and_the_rest_stays() -> None:
    settings = parsed(
        {
            "kiosk": {"id": "B-07", "tenant": "Kota Contoh"},
            "panel": {"diagonal_in": 32, "fullscreen": False, "width": 540, "height": 960},
            "printer": {"kind": "tcp", "address": "10.0.0.7:9100", "width_dots": 384},
            "camera": {"source": "/dev/v4l/by-id/usb-cam", "position": "right"},
            "central": {"url": "https://central.example.go.id"},
        }
    )

    assert settings.kiosk.id == "B-07"
    assert settings.panel.diagonal_in == 32.0
    assert settings.printer.width_dots == 384
    assert settings.camera.position == "right"
    assert settings.central.url == "https://central.example.go.id"
    assert settings.panel.bottom_edge_mm == Settings().panel.bottom_edge_mm


def test_the_data_folder_is_relative_to_the_settings_file() -> None:
    assert parsed({"kiosk": {"data": "var"}}).data == HERE / "var"
    assert parsed({"kiosk": {"data": "/srv/anjungan"}}).data == Path("/srv/anjungan")


def test_every_complaint_is_told_at_once_with_file_and_key() -> None:
    told = complaints_about(
        {
            "kiosk": {"id": "", "nmae": "A"},
            "panel": {"diagonal_in": "21", "fullscreen": 1, "width": 10.5},
            "printer": {"kind": "lpt", "width_dots": 500},
            "camera": "none",
            "colour": {},
        }
    )

    assert told == (
        "here.toml: [colour]: unknown; expected one of "
        "kiosk, panel, printer, second_printer, camera, scanner, central, demo",
        "here.toml: kiosk.id: expected 1 to 8 characters that can be printed, no blanks around them",
        "here.toml: kiosk.nmae: unknown; expected one of id, profile, data, tenant",
        "here.toml: panel.diagonal_in: expected a number",
        "here.toml: panel.fullscreen: expected true or false",
        "here.toml: panel.width: expected a whole number",
        "here.toml: printer.kind: expected one of none, tcp, serial, usb",
        "here.toml: printer.width_dots: expected 576 or 384",
        "here.toml: camera: expected a table [camera]",
    )


@pytest.mark.parametrize(
    ("document", "complaint"),
    [
        (
            {"demo": {"clock_offset_seconds": 5.0}},
            'demo: expected nothing here unless kiosk.profile = "demo"',
        ),
        (
            {"demo": {"hand": "hand.sock"}},
            'demo: expected nothing here unless kiosk.profile = "demo"',
        ),
        (
            {"printer": {"kind": "usb"}},
            "printer.device: expected a path for a serial or USB printer",
        ),
        (
            {"printer": {"kind": "tcp"}, "second_printer": {"kind": "serial"}},
            "second_printer.device: expected a path for a serial or USB printer",
        ),
        (
            {"second_printer": {"kind": "tcp"}},
            "second_printer: expected only beside another printer",
        ),
        (
            {"printer": {"kind": "tcp"}, "second_printer": {"kind": "tcp"}},
            "second_printer: expected only beside another printer",
        ),
        (
            {"scanner": {"kind": "hid-pos"}},
            "scanner.device: expected a path for a scanner",
        ),
        (
            {"panel": {"width": 540, "fullscreen": False}},
            "panel: expected width and height together, or neither",
        ),
        (
            {"panel": {"width": 540, "height": 960}},
            "panel.fullscreen: expected false where width and height are given",
        ),
    ],
    ids=[
        *("simulated clock", "scripted hand", "printer without a file"),
        *("second printer without a file", "second printer alone", "one printer twice"),
        "scanner without a file",
        *("width alone", "size and fullscreen"),
    ],
)
def test_settings_that_are_right_one_by_one_may_be_wrong_together(
    document: Mapping[str, object], complaint: str
) -> None:
    assert complaints_about(document) == (f"here.toml: {complaint}",)


def test_impossible_combinations_are_told_together() -> None:
    document = {
        "panel": {"width": 540},
        "demo": {"hand": "x"},
    }

    assert len(complaints_about(document)) == 3


@pytest.mark.parametrize(
    "address",
    [
        *("", "10.0.0.7", ":9100", "10.0.0.7:", "10.0.0.7:0", "10.0.0.7:65536", "10.0.0.7:²"),
        *("printer:9100", "10.0.0.7:" + "9" * 5000),
    ],
)
def test_a_printers_address_is_numeric_with_a_port(address: str) -> None:
    assert complaints_about({"printer": {"address": address}}) == (
        "here.toml: printer.address: expected numeric-address:port",
    )


@pytest.mark.parametrize(
    "url",
    [
        *("ftp://a", "https://", "https://[::1", "https://a:99999", "//a"),
        *("http://10.0.0.2", "http://127.0.0.1:8080", "http://localhost"),
    ],
)
def test_a_servers_address_is_an_encrypted_one(url: str) -> None:
    assert complaints_about({"central": {"url": url}}) == (
        "here.toml: central.url: expected https:// address, or nothing",
    )


@pytest.mark.parametrize(
    "source",
    ["webcam", "mjpeg:http://10.0.0.5/", "mjpeg:http://[::1", "mjpeg:", "file:", "folder:"],
)
def test_a_camera_is_a_device_a_file_or_a_stream_of_this_machine(source: str) -> None:
    (told,) = complaints_about({"camera": {"source": source}})

    assert told.startswith("here.toml: camera.source: expected a device path")


@pytest.mark.parametrize(
    "source", ["", "/dev/video0", "file:clip.avi", "folder:shots", "mjpeg:http://127.0.0.1:8091/"]
)
def test_what_the_scanner_can_open_may_be_set(source: str) -> None:
    assert parsed({"camera": {"source": source}}).camera.source == source
    assert not source or callable(source_of(source, FakeTime()))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 6.9, -1.0])
def test_a_number_lies_within_its_bounds(number: float) -> None:
    assert complaints_about({"panel": {"diagonal_in": number}}) == (
        "here.toml: panel.diagonal_in: expected a number from 7 to 100",
    )


def test_a_number_too_large_for_any_panel_is_told() -> None:
    (complaint,) = complaints_about({"panel": {"diagonal_in": 10**400}})

    assert complaint == "here.toml: panel.diagonal_in: expected a number"


@pytest.mark.parametrize("key", ["id", "tenant"])
@pytest.mark.parametrize("text", [" ", " A", "A ", "A\n1", "A\x1b@", "A\0", "A\u202e1"])
def test_what_is_printed_on_tickets_can_be_printed(key: str, text: str) -> None:
    (complaint,) = complaints_about({"kiosk": {key: text}})

    assert complaint.startswith(f"here.toml: kiosk.{key}: expected")


def test_true_is_no_number() -> None:
    assert complaints_about({"panel": {"width": True}}) == (
        "here.toml: panel.width: expected a whole number",
    )


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)
documents = st.dictionaries(
    st.sampled_from([*SECTIONS, "other"]),
    st.dictionaries(st.sampled_from([name.split(".")[1] for name, _ in keys()]), values) | values,
)


@given(documents)
def test_no_document_is_a_bug(document: Mapping[str, object]) -> None:
    try:
        settings = parsed(document)
    except SettingsError as refused:
        assert all(line.startswith("here.toml: ") for line in refused.complaints)
    else:
        assert isinstance(settings, Settings)


# --- files ------------------------------------------------------------------------------------


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(tmp_path / "none.toml")


@pytest.mark.parametrize("raw", [b"[kiosk", b"\xff\xfe", b"id = " + b"9" * 5000])
def test_a_file_that_is_no_toml_is_told(raw: bytes, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_bytes(raw)

    with pytest.raises(SettingsError, match="not TOML"):
        read_settings(broken)


def test_the_default_file_says_what_the_code_says() -> None:
    assert read_settings(DEFAULT) == Settings(folder=DEFAULT.parent)


def test_the_default_file_has_every_key_with_what_it_is_for_above_it() -> None:
    lines = DEFAULT.read_text("utf-8").splitlines()
    document = tomllib.loads(DEFAULT.read_text("utf-8"))
    present = [f"{section}.{key}" for section, table in document.items() for key in table]

    assert present == [name for name, _ in keys()]
    for name, one in keys():
        key = name.split(".")[1]
        places = [place for place, line in enumerate(lines) if line.startswith(f"{key} = ")]
        above = [lines[place - 1] for place in places]
        assert f"# {one.metadata['about']} ({one.metadata['expected']})" in above, name


def test_the_demo_file_is_a_demo_on_this_machine() -> None:
    settings = read_settings(DEMO)

    assert settings.kiosk.profile == "demo"
    assert settings.printer.kind == "tcp"
    assert settings.camera.source.startswith("mjpeg:")


# --- docs/reference/settings.md ---------------------------------------------------------------


def documented(name: str, one: "Field[Any]") -> str:
    """The row of the docs that this key must have."""
    default = f'"{one.default}"' if isinstance(one.default, str) else str(one.default).lower()
    about, expected = one.metadata["about"], one.metadata["expected"]
    return f"| `{name}` | `{default}` | {expected} | {about} |"


def test_the_documented_settings_are_those_of_the_code() -> None:
    text = (ROOT / "docs/reference/settings.md").read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]

    assert rows == [documented(name, one) for name, one in keys()]
