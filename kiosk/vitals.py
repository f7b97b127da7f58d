"""Figures of the machine that staff are told: room on the disk, heat, versions."""

import platform
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

THERMAL = Path("/sys/class/thermal")
MIB = 1024 * 1024
WORD_MOST = 60


def disk_free_mb(folder: Path) -> int | None:
    """What may still be written where the data lie."""
    try:
        return shutil.disk_usage(folder).free // MIB
    except OSError:
        return None


def celsius(folder: Path = THERMAL) -> int | None:
    """The hottest of the sensors the machine has; None where it tells nothing."""
    found = []
    for sensor in folder.glob("thermal_zone*/temp"):
        try:
            found.append(int(sensor.read_text("ascii")) // 1000)
        except (OSError, ValueError):
            continue  # a zone that is off answers with an error
    return max(found, default=None)


def versions(**others: str) -> Mapping[str, str]:
    """The system and Python under the kiosk, and `others`."""
    found = {"python": platform.python_version(), "kernel": platform.release(), **others}
    with suppress(OSError, KeyError):  # a system without that file has no name to tell
        found["system"] = platform.freedesktop_os_release()["PRETTY_NAME"]
    return {name: text[:WORD_MOST] for name, text in found.items() if text}
