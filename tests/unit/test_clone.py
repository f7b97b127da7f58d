"""A second kiosk gets what is no secret and no name of the first, and nothing else gets in that way."""

import hashlib
import json
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.settings import Settings, SettingsError, parse_settings, read_settings
from devices import vision, zxing_reader
from kiosk import clone_command, clone_file
from kiosk.clone import (
    DEVICES,
    PAPERS,
    TRAVELS,
    checked,
    clone_of,
    fit_clone,
    unlisted_settings,
    with_papers,
    write_clone,
)
from kiosk.clone_file import seal, unseal
from kiosk.domain.clone import (
    SCHEME,
    TEXT_MOST,
    Clone,
    check_digits,
    clone_text,
    packed_clone,
    read_clone_text,
    unpacked_clone,
)
from kiosk.domain.enrolling import base32
from kiosk.domain.found import Found, FoundCamera, FoundPrinter, FoundScanner
from kiosk.domain.reading import Refused
from tests.samples import ROOT

FIRST = """[kiosk]
id = "A-01"
tenant = 'Kota "Contoh" \\ Barat'
data = "/var/lib/anjungan"
[panel]
diagonal_in = 32
[printer]
kind = "usb"
device = "/dev/anjungan/printer-X3YN012345"
width_dots = 384
survey_slips = true
[camera]
source = "/dev/v4l/by-id/usb-046d_C920_7F3A-video-index0"
exposure_ms = 12.5
[scanner]
kind = "serial"
device = "/dev/ttyS0"
"""
PRINTER = FoundPrinter("/dev/anjungan/printer-OTHER", "usb", "EPSON TM-T88VI")
CAMERA = FoundCamera("/dev/v4l/by-id/usb-046d_C920_99AA-video-index0", "v4l2", "C920")
FOUND = Found((PRINTER,), (CAMERA,), ())
PASSPHRASE = "kuda biru makan pagi"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """The settings of the first kiosk."""
    file = tmp_path / "first.toml"
    file.write_text(FIRST)
    return file


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Where the new kiosk's settings will be."""
    (tmp_path / "second").mkdir()
    return tmp_path / "second/kiosk.toml"


def text_of(document: object) -> str:
    """A code with right check digits around anything."""
    packer = zlib.compressobj(level=9, wbits=-15)
    packed = packer.compress(json.dumps(document).encode()) + packer.flush()
    return f"{SCHEME}/{base32(check_digits(packed) + packed)}"


# --- what goes along --------------------------------------------------------------------------


def test_of_every_setting_it_is_decided_whether_it_goes_along() -> None:
    assert unlisted_settings() == set()


def test_nothing_that_is_the_first_kiosks_alone_goes_along(first: Path) -> None:
    clone = clone_of(read_settings(first))

    assert clone == Clone(
        {
            "kiosk": {"tenant": 'Kota "Contoh" \\ Barat'},
            "panel": {"diagonal_in": 32.0},
            "printer": {"kind": "usb", "width_dots": 384, "survey_slips": True},
            "camera": {"exposure_ms": 12.5},
            "scanner": {"kind": "serial", "device": "/dev/ttyS0"},
        },
        ("printer", "camera"),
    )


def test_a_demo_is_not_cloned() -> None:
    demo = read_settings(ROOT / "config/demo.toml")

    with pytest.raises(Refused):
        clone_of(demo)


def test_the_text_is_capitals_and_small_enough_for_a_camera(first: Path) -> None:
    text = clone_text(clone_of(read_settings(first)))

    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-")
    assert len(text) < 400
    assert "A-01" not in text


def test_even_with_every_setting_changed_it_fits() -> None:
    link = {
        "kind": "serial", "device": "/dev/ttyUSB0", "baud": 460800, "flow": "xon-xoff",
        "profile": "generic-80mm-serial", "answers": False, "roll_mm": 76543, "width_dots": 384,
        "bytes_per_second": 38123,
    }  # fmt: skip
    settings = parse_settings(
        {
            "kiosk": {"profile": "mobile", "tenant": "Kabupaten Kepulauan Selayar Utara Barat"},
            "panel": {"diagonal_in": 31.7, "bottom_edge_mm": 789.5, "fullscreen": False,
                      "width": 1081, "height": 1919, "reduce_motion": True},
            "printer": {**link, "position": "above", "survey_slips": True},
            "second_printer": {**link, "device": "/dev/ttyUSB1"},
            "camera": {"source": "/dev/v4l/by-path/pci-0000:00:14.0-usb-0:5:1.0-video-index0",
                       "position": "right", "height_most": 720, "exposure_ms": 17.3, "focus": 137},
            "scanner": {"kind": "serial", "device": "/dev/ttyUSB2", "baud": 9600, "suffix": "crlf",
                        "position": "above"},
            "central": {"url": "https://antrean.mpp.selayarkab.go.id:8443",
                        "public_host": "mpp.selayarkab.go.id"},
        },
        "here", Path(),
    )  # fmt: skip
    clone = clone_of(settings)

    assert {section: len(keys) for section, keys in clone.settings.items()} == {
        name: len(keys) + (name in DEVICES) for name, keys in TRAVELS.items()
    }
    assert read_clone_text(clone_text(clone)) == clone


def test_what_is_too_much_for_a_code_is_told() -> None:
    noise = hashlib.shake_256(b"noise").hexdigest(600)

    with pytest.raises(ValueError, match="save them in a file"):
        clone_text(Clone({"kiosk": {"a": noise[:400], "b": noise[400:800], "c": noise[800:]}}))


# --- into another kiosk -----------------------------------------------------------------------


def test_the_new_kiosk_has_its_own_devices_and_everything_else_alike(
    first: Path, new: Path
) -> None:
    text = clone_text(clone_of(read_settings(first)))

    fitted = write_clone(new, "A-04", read_clone_text(text), FOUND)

    made, was = read_settings(new), read_settings(first)
    assert fitted.left == ()
    assert (made.kiosk.id, made.kiosk.tenant, made.kiosk.data) == ("A-04", was.kiosk.tenant, "var")
    assert made.printer == replace(was.printer, device=PRINTER.device)
    assert made.camera == replace(was.camera, source=CAMERA.device)
    assert (made.panel, made.scanner) == (was.panel, was.scanner)
    assert "# Diagonal of the screen, inches." in new.read_text()


def test_a_file_that_is_there_keeps_its_comments_and_what_is_its_own(
    first: Path, new: Path
) -> None:
    new.write_text(
        '[kiosk]\nid = "B-09"  # old\ndata = "mine"\n[panel]\nreduce_motion = true\n'
        '[printer]\nkind = "usb"\ndevice = "/dev/anjungan-printer"  # ours\n'
    )

    write_clone(new, "A-04", clone_of(read_settings(first)), Found(cameras=(CAMERA, CAMERA)))

    made = read_settings(new)
    assert 'id = "A-04"  # old\n' in new.read_text()
    assert 'device = "/dev/anjungan-printer"  # ours\n' in new.read_text()
    assert (made.kiosk.data, made.panel.reduce_motion) == ("mine", False)


def test_where_none_or_several_devices_fit_a_person_chooses(first: Path) -> None:
    clone = clone_of(read_settings(first))
    serial = FoundPrinter("/dev/serial/by-id/usb-a", "serial", "FTDI")

    for found in (
        Found(printers=(serial,)),
        Found(printers=(PRINTER, replace(PRINTER, device="b"))),
    ):
        fitted = fit_clone(clone, Settings(), found)

        assert fitted.left == ("printer", "camera")
        assert ("printer", "kind") not in fitted.changes
        assert fitted.changes["printer", "width_dots"] == 384


def test_a_second_printer_is_another_one_and_waits_for_the_first() -> None:
    other = FoundPrinter("/dev/anjungan/printer-SECOND", "serial", "FTDI")
    first = parse_settings(
        {
            "printer": {"kind": "usb", "device": "/dev/anjungan/printer-A"},
            "second_printer": {"kind": "serial", "device": "/dev/ttyS0"},
        },
        "here", Path(),
    )  # fmt: skip
    twins = replace(first, second_printer=replace(first.printer, device="/dev/anjungan/printer-B"))

    without_first = fit_clone(clone_of(first), Settings(), Found(printers=(other,)))
    of_twins = fit_clone(clone_of(twins), Settings(), FOUND)

    assert without_first.left == ("printer", "second_printer")
    assert of_twins.left == ("second_printer",)
    assert of_twins.changes["printer", "device"] == PRINTER.device


def test_a_device_is_given_to_one_only() -> None:
    line = "/dev/serial/by-id/usb-FTDI"
    first = parse_settings(
        {
            "printer": {"kind": "serial", "device": f"{line}-1"},
            "scanner": {"kind": "serial", "device": f"{line}-2"},
        },
        "here", Path(),
    )  # fmt: skip
    found = Found((FoundPrinter(line, "serial", "F"),), (), (FoundScanner(line, "serial", "F"),))

    fitted = fit_clone(clone_of(first), Settings(), found)

    assert (fitted.changes["printer", "device"], fitted.left) == (line, ("scanner",))


# --- what is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ANJUNGAN1/HOST:1/AAAA/AAAA",
        "ANJUNGAN-CLONE2/AAAA",
        f"{SCHEME}/",
        f"{SCHEME}/0189",
        f"{SCHEME}/{'A' * (TEXT_MOST + 1)}",
        SCHEME,
        "é" * 3000,
    ],
)
def test_a_text_that_is_no_clone_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_clone_text(text)


def test_every_single_slip_is_noticed(first: Path) -> None:
    text = clone_text(clone_of(read_settings(first)))

    for place in range(len(SCHEME) + 1, len(text)):
        other = "A" if text[place] != "A" else "B"
        with pytest.raises(Refused):
            read_clone_text(text[:place] + other + text[place + 1 :])


def test_blanks_and_small_letters_do_no_harm(first: Path) -> None:
    text = clone_text(clone_of(read_settings(first)))

    assert read_clone_text(f" {text[:40]}\n{text[40:].lower()}\r\n") == read_clone_text(text)


@pytest.mark.parametrize(
    "document",
    [
        [],
        {"settings": {}},
        {"settings": [], "wanted": []},
        {"settings": {"kiosk": 3}, "wanted": []},
        {"settings": {"kiosk": {"tenant": ["x"]}}, "wanted": []},
        {"settings": {"kiosk": {"tenant": None}}, "wanted": []},
        {"settings": {"kiosk": {"tenant": "x" * 401}}, "wanted": []},
        {"settings": {"kiosk": {"tenant": "a\ud800"}}, "wanted": []},
        {"settings": {"kiosk": {"tenant": "a\nid = 'X'"}}, "wanted": []},
        {"settings": {"kiosk": {"id": "B-01"}}, "wanted": []},
        {"settings": {"kiosk": {"data": "/etc"}}, "wanted": []},
        {"settings": {"kiosk": {"profile": "demo"}}, "wanted": []},
        {"settings": {"demo": {"hand": "/tmp/x"}}, "wanted": []},
        {"settings": {"printer": {"templates": "/etc"}}, "wanted": []},
        {"settings": {"printer": {"kind": "usb"}}, "wanted": []},
        {"settings": {"central": {"url": "http://evil.example"}}, "wanted": []},
        {"settings": {"panel": {"diagonal_in": float("nan")}}, "wanted": []},
        {"settings": {"panel": {"width": 10**300, "height": 1}}, "wanted": []},
        {"settings": {"panel": {"fullscreen": 1}}, "wanted": []},
        {"settings": {"printer": {}}, "wanted": ["kiosk"]},
        {"settings": {"no": {"x": 1}}, "wanted": []},
        {"settings": {}, "wanted": [], "pin": "1234"},
        {"settings": {}, "wanted": [], "papers": {"../../x.toml": ""}},
        {"settings": {}, "wanted": [], "papers": {"ticket.toml": 3}},
        {"settings": {}, "wanted": [], "papers": {"ticket.toml": "[["}},
        {"settings": {}, "wanted": [], "papers": {"ticket.toml": "a" * 9000}},
    ],
    ids=str,
)
def test_what_no_kiosk_would_take_is_refused_and_nothing_is_written(
    document: object, new: Path
) -> None:
    with pytest.raises((Refused, SettingsError)):
        write_clone(new, "A-04", read_clone_text(text_of(document)), FOUND)

    assert list(new.parent.iterdir()) == []


def test_a_name_that_no_kiosk_has_is_refused_and_nothing_is_written(first: Path, new: Path) -> None:
    clone = replace(clone_of(read_settings(first)), papers={"ticket.toml": ""})

    with pytest.raises(SettingsError):
        write_clone(new, "much too long", clone, FOUND)

    assert list(new.parent.iterdir()) == []


def test_a_bomb_is_not_unpacked() -> None:
    packer = zlib.compressobj(level=9, wbits=-15)
    bomb = packer.compress(b" " * 5_000_000) + packer.flush()

    with pytest.raises(Refused):
        unpacked_clone(bomb, 8_000)


@given(st.binary(max_size=300))
def test_no_bytes_are_a_bug(raw: bytes) -> None:
    for packed in (raw, packed_clone(Clone({}))[:-1] + raw):
        try:
            checked(unpacked_clone(packed, 8_000))
        except Refused:
            continue


# --- the file ---------------------------------------------------------------------------------


def test_the_file_brings_the_sites_templates_along(first: Path, new: Path) -> None:
    templates = first.parent / "own"
    templates.mkdir()
    (templates / "ticket.toml").write_text("# ours: é\n")
    (templates / "notes.txt").write_text("not a template")
    first.write_text(FIRST.replace("[camera]", 'templates = "own"\n[camera]'))
    settings = read_settings(first)

    content = seal(with_papers(clone_of(settings), settings), PASSPHRASE)
    clone = unseal(content, PASSPHRASE)
    write_clone(new, "A-04", clone, FOUND)
    write_clone(new, "A-05", clone, FOUND)

    made = read_settings(new)
    assert made.kiosk.id == "A-05"
    assert made.templates == (new.parent / PAPERS).resolve()
    assert [(file.name, file.read_text()) for file in (new.parent / PAPERS).iterdir()] == [
        ("ticket.toml", "# ours: é\n")
    ]
    with pytest.raises(Refused, match="move it away"):
        write_clone(new, "A-06", replace(clone, papers={"ticket.toml": "# other"}), FOUND)


def test_a_byte_that_was_altered_is_noticed_wherever_it_is() -> None:
    content = seal(Clone({"kiosk": {"tenant": "Kota"}}), PASSPHRASE)

    for place in (len(clone_file.MAGIC), len(clone_file.MAGIC) + 20, -20, -1):
        altered = bytearray(content)
        altered[place] ^= 1
        with pytest.raises(Refused, match="altered"):
            unseal(bytes(altered), PASSPHRASE)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no clone"),
        (b"[kiosk]\n", "no clone"),
        (clone_file.MAGIC + b"x" * 40, "no clone"),
        (b"ANJUNGAN-CLONE2\n" + b"x" * 90, "another version"),
        (b"x" * (clone_file.FILE_BYTES_MOST + 1), "at most"),
    ],
)
def test_a_file_that_is_none_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        unseal(content, PASSPHRASE)


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(Refused, match="10 to 200"):
        seal(Clone({}), "123456789")


# --- the command ------------------------------------------------------------------------------


def asked(*answers: str) -> clone_command.Ask:
    """A person at a terminal."""
    left = list(answers)
    return lambda _: left.pop(0)


def test_the_command_shows_a_code_that_another_reads(
    first: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = first.with_name("clone.png")

    assert clone_command.run(["show", "--config", str(first), "--out", str(picture)]) == 0
    text, told = capsys.readouterr().out.splitlines()
    read = ["read", text, "--config", str(new), "--id", "A-04"]
    assert clone_command.run(read, find=lambda: Found(printers=(PRINTER,))) == 0

    grey = vision.grey(np.fromfile(picture, dtype=np.uint8))
    assert grey is not None
    assert zxing_reader.read(grey) == [text.encode()]
    assert told.endswith("the device of printer, camera")
    assert read_settings(new).printer.device == PRINTER.device
    assert "[camera] needs a device yet" in capsys.readouterr().out


def test_the_command_saves_and_loads_a_file(
    first: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = first.with_name("clone.anjungan")
    save = ["save", "--config", str(first), "--out", str(file)]
    load = ["load", str(file), "--config", str(new), "--id", "A-04"]

    assert clone_command.run(save, asked(PASSPHRASE, "another passphrase")) == 1
    assert not file.exists()
    assert clone_command.run(save, asked(PASSPHRASE, PASSPHRASE)) == 0
    assert clone_command.run(save, asked(PASSPHRASE, PASSPHRASE)) == 1, "it is not overwritten"
    assert file.stat().st_mode & 0o777 == 0o600
    assert clone_command.run(load, asked("not this one"), lambda: FOUND) == 1
    assert not new.exists()
    assert clone_command.run(load, asked(PASSPHRASE), lambda: FOUND) == 0
    assert read_settings(new).kiosk.id == "A-04"
    assert b"Contoh" not in file.read_bytes()
    assert "wrong passphrase, or the file was altered" in capsys.readouterr().err
