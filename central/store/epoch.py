"""The epoch: which band of numbers and which family of slots this server gives out (rule N8).

It lies in a file beside the database, so that a lost or broken database cannot give numbers of its
past again: a database that is new where an epoch exists begins the next one.
"""

import os
from pathlib import Path

MOST = 9
"""Labels have room for nine restores in the life of a site's day."""


class NoEpochLeft(Exception):
    """All bands of numbers are used."""


def read(file: Path) -> int | None:
    """The epoch on disk, or None where none was written. Raises ValueError for anything else."""
    try:
        text = file.read_text().strip()
    except FileNotFoundError:
        return None
    if not text.isdigit() or int(text) > MOST:
        raise ValueError(f"{file}: expected a number from 0 to {MOST}, not {text[:20]!r}")
    return int(text)


def following(found: int | None) -> int:
    """The epoch of a new database, where `found` was the epoch before it."""
    if found is None:
        return 0
    if found == MOST:
        raise NoEpochLeft(f"the database was lost {MOST} times; labels have no band left")
    return found + 1


def write(file: Path, epoch: int) -> None:
    """Put the epoch on disk before anything is given out under it."""
    draft = file.with_suffix(".new")
    with draft.open("w") as out:
        out.write(f"{epoch}\n")
        out.flush()
        os.fsync(out.fileno())
    draft.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
