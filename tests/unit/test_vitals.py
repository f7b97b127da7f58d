"""Figures of the machine: what it tells, and None for what it does not."""

from pathlib import Path

import pytest

from kiosk.vitals import WORD_MOST, celsius, disk_free_mb, versions


def test_the_hottest_sensor_counts_and_one_that_fails_is_left_out(tmp_path: Path) -> None:
    for number, text in enumerate(("41000", "52500", "not a number")):
        zone = tmp_path / f"thermal_zone{number}"
        zone.mkdir()
        (zone / "temp").write_text(text)

    assert celsius(tmp_path) == 52
    assert celsius(tmp_path / "none") is None


def test_room_is_told_where_the_folder_is(tmp_path: Path) -> None:
    assert disk_free_mb(tmp_path / "gone") is None
    assert (disk_free_mb(tmp_path) or 0) > 0


def test_versions_name_the_system_and_no_more_than_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    def unnamed() -> dict[str, str]:
        raise OSError

    assert set(versions(qt="6")) >= {"python", "kernel", "qt"}

    monkeypatch.setattr("platform.freedesktop_os_release", unnamed)
    found = versions(qt="6" * 100, other="")

    assert "system" not in found
    assert "other" not in found
    assert found["qt"] == "6" * WORD_MOST
