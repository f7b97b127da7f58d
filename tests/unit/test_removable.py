"""The log taken along: what counts as a stick, how a file gets onto it, and what it holds."""

import errno
import json
import os
from pathlib import Path

import pytest

from kiosk.domain.staff import Exported
from kiosk.log_tail import BYTES_MOST, LINES_MOST, shown, tail
from kiosk.ports import KioskError
from kiosk.removable import Volume, export, removable_volumes


def kernel(folder: Path, *mounts: str) -> tuple[Path, Path]:
    """A mountinfo of three kinds of disk, and their devices."""
    devices = folder / "dev"
    devices.mkdir()
    for number, place, removable in (
        ("8:1", "pci/ata1/sda/sda1", "0"),
        ("8:17", "pci/usb2/2-1/sdb/sdb1", "0"),
        ("179:1", "mmc/mmcblk0/mmcblk0p1", "1"),
    ):
        real = folder / place
        real.mkdir(parents=True)
        (real.parent / "removable").write_text(f"{removable}\n")
        (devices / number).symlink_to(real)
    info = folder / "mountinfo"
    info.write_text("\n".join(mounts))
    return info, devices


def test_a_stick_is_what_the_kernel_says_not_what_a_folder_is_called(tmp_path: Path) -> None:
    kernel_says = kernel(
        tmp_path,
        "21 1 8:1 / /media/usb rw,relatime shared:1 - ext4 /dev/sda1 rw",
        "22 1 0:40 / /media/tmp rw - tmpfs tmpfs rw",
        "23 1 8:17 / /mnt/Nama\\040Stik ro,nosuid - vfat /dev/sdb1 rw",
        "24 1 179:1 / /srv/kartu rw - vfat /dev/mmcblk0p1 rw",
        "not a line of the kernel's",
    )

    assert removable_volumes(*kernel_says) == [
        Volume(Path("/srv/kartu"), read_only=False),
        Volume(Path("/mnt/Nama Stik"), read_only=True),
    ]


def test_the_disk_that_the_system_runs_from_is_no_stick(tmp_path: Path) -> None:
    kernel_says = kernel(
        tmp_path,
        "20 1 8:17 / / rw - ext4 /dev/sdb1 rw",
        "21 1 8:17 /var/lib/anjungan /var/lib/anjungan rw - ext4 /dev/sdb1 rw",
    )

    assert removable_volumes(*kernel_says) == []


def test_a_machine_that_tells_nothing_has_no_stick(tmp_path: Path) -> None:
    assert removable_volumes(tmp_path / "none", tmp_path) == []
    assert export("a.log", "x", []) is Exported.NONE


def test_a_file_is_whole_on_the_stick_and_nothing_else_is_left(tmp_path: Path) -> None:
    end = export("a.log", "satu\n", [Volume(tmp_path, read_only=False)])

    assert end is Exported.DONE
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("a.log", "satu\n")]


@pytest.mark.parametrize(
    ("number", "end"),
    [
        (errno.ENOSPC, Exported.FULL),
        (errno.EROFS, Exported.READ_ONLY),
        (errno.EIO, Exported.FAILED),
    ],
)
def test_a_stick_that_does_not_take_it_keeps_no_half_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, end: Exported
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("kiosk.removable.os.fsync", refuse)

    assert export("a.log", "satu\n", [Volume(tmp_path, read_only=False)]) is end
    assert list(tmp_path.iterdir()) == []


def test_a_stick_that_is_locked_or_gone_is_told(tmp_path: Path) -> None:
    assert export("a.log", "x", [Volume(tmp_path, read_only=True)]) is Exported.READ_ONLY
    assert export("a.log", "x", [Volume(tmp_path / "gone", read_only=False)]) is Exported.FAILED
    both = [Volume(tmp_path / "gone", read_only=False), Volume(tmp_path, read_only=False)]
    assert export("a.log", "x", both) is Exported.DONE


def test_the_last_two_hundred_lines_are_read_without_long_numbers(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.log"
    lines = [
        json.dumps({"at": "2026-08-06T02:41:00+00:00", "event": "n", "of": number})
        for number in range(LINES_MOST + 5)
    ]
    file.write_text("\n".join([*lines, '{"event": "3201234567890", "half']))

    read = tail(file)
    seen = shown(read)

    assert len(read) == LINES_MOST
    assert "3201234567890" not in "".join(read)
    assert (seen[0].event, seen[0].text) == ("n", f"of {LINES_MOST + 4}")


def test_a_long_log_is_not_read_whole_and_a_missing_one_is_an_expected_end(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.log"
    file.write_text(("x" * 5000 + "\n") * (BYTES_MOST // 5000 + 9))

    assert all(len(line) == 5000 for line in tail(file))
    with pytest.raises(KioskError):
        tail(tmp_path / "none")


def test_tracebacks_and_ids_stay_in_the_file() -> None:
    line = {"at": "2026-08-06T02:41:00+00:00", "event": "bug", "task": "slot", "error": "Trace"}

    (one,) = shown([json.dumps({**line, "subject": "0198"})])

    assert one.text == "task slot"
