"""The small files beside the ledger: what was written survives a power cut, whole or as it was."""

import os
from pathlib import Path

import pytest

from kiosk.whole_file import SECRET, settle, write_whole


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, list[str]]]:
    """What was brought to the disk, and what its folder held then; it is brought there all the same."""
    seen: list[tuple[Path, list[str]]] = []
    sync = os.fsync

    def watched(number: int) -> None:
        path = Path(f"/proc/self/fd/{number}").readlink()
        folder = path if path.is_dir() else path.parent
        seen.append((path, sorted(file.name for file in folder.iterdir())))
        sync(number)

    monkeypatch.setattr(os, "fsync", watched)
    return seen


def test_content_is_on_disk_before_it_takes_its_place_and_its_name_after(
    tmp_path: Path, synced: list[tuple[Path, list[str]]]
) -> None:
    file = tmp_path / "device.key"

    write_whole(file, b"secret", SECRET)

    assert synced == [
        (tmp_path / "device.key.new", ["device.key.new"]),
        (tmp_path, ["device.key"]),
    ]
    assert file.read_bytes() == b"secret"
    assert file.stat().st_mode & 0o777 == SECRET


def test_a_name_that_was_removed_is_gone_for_good(
    tmp_path: Path, synced: list[tuple[Path, list[str]]]
) -> None:
    settle(tmp_path)

    assert synced == [(tmp_path, [])]


def test_what_lies_in_the_way_gives_neither_its_rights_nor_its_place(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"mine")
    (tmp_path / "device.key.new").symlink_to(other)

    write_whole(tmp_path / "device.key", b"secret", SECRET)

    assert other.read_bytes() == b"mine"
    assert not (tmp_path / "device.key").is_symlink()
