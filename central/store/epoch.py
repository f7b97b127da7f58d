"""The epoch: which band of numbers and which family of slots this server gives out (rule N8).

It lies in a file beside the database, so that a lost or broken database cannot give numbers of its
past again: a database that is new where an epoch exists begins the next one.
"""

from pathlib import Path

from central.files import write_whole
from kiosk.domain.authority import EPOCH_MOST


class NoEpochLeft(Exception):
    """All bands of numbers are used."""


def read(file: Path) -> int | None:
    """The epoch on disk, or None where none was written. Raises ValueError for anything else."""
    try:
        text = file.read_text().strip()
    except FileNotFoundError:
        return None
    if not text.isdigit() or int(text) > EPOCH_MOST:
        raise ValueError(f"{file}: expected a number from 0 to {EPOCH_MOST}, not {text[:20]!r}")
    return int(text)


def following(found: int | None) -> int:
    """The epoch of a new database, where `found` was the epoch before it."""
    if found is None:
        return 0
    if found == EPOCH_MOST:
        raise NoEpochLeft(f"the database was lost {EPOCH_MOST} times; labels have no band left")
    return found + 1


def read_mark(file: Path) -> int:
    """How often a database was opened and closed here; 0 where that was never noted.

    The database holds the same number. One that holds less is an older copy: a backup was restored.
    """
    try:
        text = file.read_text().strip()
    except FileNotFoundError:
        return 0
    if not text.isdigit():
        raise ValueError(f"{file}: expected a number, not {text[:20]!r}")
    return int(text)


def write(file: Path, number: int) -> None:
    """Put an epoch or a mark on disk; an epoch before anything is given out under it."""
    write_whole(file, f"{number}\n".encode())
