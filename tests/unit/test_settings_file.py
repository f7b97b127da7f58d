"""Values are changed in a settings file as a person would: everything else stays as it was written."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.settings import SettingsError, read_settings
from config.settings_file import (
    SHIPPED,
    Value,
    begin_settings,
    change_settings,
    changed_text,
    settings_after,
)
from tests.samples import ROOT

HAND_MADE = """# Our kiosk at the north door.
[kiosk]
id = "A-03"  # on every ticket

[ panel ]   # bought in May
diagonal_in=27   # "27 inches", they said
# bottom_edge_mm = 900

[printer]
position = 'right'
"""


def test_comments_order_and_blanks_stay_as_they_were() -> None:
    changed = changed_text(
        HAND_MADE, {("panel", "diagonal_in"): 21.5, ("printer", "position"): "below"}
    )

    assert changed == HAND_MADE.replace("=27 ", "=21.5 ").replace("'right'", '"below"')


def test_a_key_or_section_that_was_left_out_is_added(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(HAND_MADE)

    settings = change_settings(
        file, {("panel", "bottom_edge_mm"): 780.0, ("camera", "position"): "above"}
    )

    assert "# bottom_edge_mm = 900" in file.read_text()
    assert (settings.panel.bottom_edge_mm, settings.camera.position) == (780, "above")
    assert read_settings(file).panel == settings.panel
    assert list(tmp_path.iterdir()) == [file]


def test_the_shipped_file_keeps_every_other_line(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    shipped = (ROOT / "config/default.toml").read_text("utf-8")
    file.write_text(shipped)
    file.chmod(0o640)

    change_settings(file, {("panel", "diagonal_in"): 32.0, ("scanner", "position"): "right"})

    old, new = shipped.splitlines(), file.read_text("utf-8").splitlines()
    assert [line for line, was in zip(new, old, strict=True) if line != was] == [
        *("diagonal_in = 32", 'position = "right"')
    ]
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "written",
    [
        "panel = { diagonal_in = 27 }\n",
        '["panel"]\ndiagonal_in = 27\n',
        "[panel]\ndiagonal_in = 400\n",
    ],
    ids=["inline", "quoted", "wrong"],
)
def test_what_cannot_be_changed_with_certainty_is_left_alone(tmp_path: Path, written: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(written)

    with pytest.raises((SettingsError, OSError, ValueError)):
        change_settings(file, {("panel", "diagonal_in"): 32.0})

    assert file.read_text() == written


def test_a_value_nobody_may_set_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(HAND_MADE)

    with pytest.raises(SettingsError):
        change_settings(file, {("panel", "bottom_edge_mm"): 5.0})

    assert file.read_text() == HAND_MADE


def test_a_link_stays_one_and_rights_stay_whatever_the_process_may_give(tmp_path: Path) -> None:
    file, link = tmp_path / "real.toml", tmp_path / "kiosk.toml"
    file.write_text(HAND_MADE)
    file.chmod(0o640)
    link.symlink_to(file)
    mask = os.umask(0o077)
    try:
        change_settings(link, {("panel", "diagonal_in"): 32.0})
    finally:
        os.umask(mask)

    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert read_settings(link).panel.diagonal_in == 32


@given(st.text() | st.booleans() | st.integers() | st.floats(allow_nan=False))
def test_any_value_is_read_as_it_was_written(value: Value) -> None:
    text = changed_text("# ours\n[kiosk]\nid = 'x'  # here\n", {("kiosk", "id"): value})

    read = tomllib.loads(text)["kiosk"]["id"]

    assert read == value
    assert isinstance(read, bool) == isinstance(value, bool)
    assert text.endswith("  # here\n")
    assert text.count("\n") == 3


@pytest.mark.parametrize("text", ['a"b', "a\\", "a\nid = 'b'", "a\u2028b", "\x7f", "a # b", "é漢"])
def test_a_text_cannot_leave_its_quotes(tmp_path: Path, text: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(HAND_MADE)

    settings = change_settings(file, {("central", "public_host"): text})
    change_settings(file, {("panel", "diagonal_in"): 32.0})

    assert settings.central.public_host == text
    assert read_settings(file).central.public_host == text
    assert read_settings(file).kiosk.id == "A-03"


def test_half_a_sign_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(HAND_MADE)

    with pytest.raises(SettingsError):
        change_settings(file, {("central", "public_host"): "a\ud800"})

    assert file.read_text() == HAND_MADE


def test_a_file_that_is_not_there_begins_as_the_shipped_one(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"

    thought = settings_after(file, {("kiosk", "id"): "A-04", ("panel", "fullscreen"): False})
    assert not file.exists()
    made = begin_settings(file, {("kiosk", "id"): "A-04", ("panel", "fullscreen"): False})

    old, new = SHIPPED.read_text("utf-8").splitlines(), file.read_text("utf-8").splitlines()
    assert (thought, made.kiosk.id) == (made, "A-04")
    assert [line for line, was in zip(new, old, strict=True) if line != was] == [
        'id = "A-04"',
        "fullscreen = false",
    ]
