"""Volumes that somebody put in: what the kernel says is mounted and can be taken out again.

It trusts no name of a folder: a mount counts where its device is removable, or hangs on USB.
"""

import errno
import os
import re
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.staff import Exported
from kiosk.whole_file import settle

SYSTEM = {Path("/"), Path("/usr"), Path("/boot"), Path("/var"), Path("/var/lib"), Path("/etc")}
_OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Volume:
    """A mounted volume that can be taken out."""

    folder: Path
    read_only: bool


def removable_volumes(
    mounts: Path = Path("/proc/self/mountinfo"), devices: Path = Path("/sys/dev/block")
) -> list[Volume]:
    """All of them, those that can be written first; none where the kernel tells nothing.

    The disk that the system runs from is none, though it may hang on USB.
    """
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []
    mounted = [one for line in lines if (one := _mount(line))]
    ours = {device for device, folder, _ in mounted if folder in SYSTEM}
    found = [
        Volume(folder, "ro" in options)
        for device, folder, options in mounted
        if device not in ours and _is_removable(devices / device)
    ]
    return sorted(found, key=lambda one: one.read_only)


def _mount(line: str) -> tuple[str, Path, set[str]] | None:
    """A line of mountinfo: proc(5). The options of mount and of file system both count."""
    before, _, after = line.partition(" - ")
    parts, behind = before.split(" "), after.split(" ")
    if len(parts) < 6 or len(behind) < 3:
        return None
    folder = _OCTAL.sub(lambda code: chr(int(code[1], 8)), parts[4])
    return parts[2], Path(folder), {*parts[5].split(","), *behind[2].split(",")}


def _is_removable(device: Path) -> bool:
    try:
        real = device.resolve(strict=True)
    except OSError:
        return False  # no block device: a folder of the kernel's
    if any(part.startswith("usb") for part in real.parts):
        return True
    for folder in (real, real.parent):  # a partition's disk is the folder above it
        try:
            if (folder / "removable").read_text("ascii").strip() == "1":
                return True
        except (OSError, ValueError):
            continue
    return False


def export(name: str, text: str, volumes: list[Volume]) -> Exported:
    """Put a file on the first volume that takes it, whole and on it before this returns; it blocks."""
    if not volumes:
        return Exported.NONE
    ends = []
    for volume in volumes:
        end = Exported.READ_ONLY if volume.read_only else _put(volume.folder, name, text)
        if end is Exported.DONE:
            return end
        ends.append(end)
    return ends[0]


def _put(folder: Path, name: str, text: str) -> Exported:
    fresh = folder / f".{name}.part"
    try:
        try:
            with fresh.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(folder / name)
            settle(folder)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise
    except OSError as error:
        match error.errno:
            case errno.ENOSPC | errno.EDQUOT:
                return Exported.FULL
            case errno.EROFS | errno.EACCES | errno.EPERM:
                return Exported.READ_ONLY
            case _:
                return Exported.FAILED
    return Exported.DONE
