"""Writes the small files beside the ledger: whole or not at all, and on disk before it returns."""

import os
from pathlib import Path

OPEN, SECRET = 0o644, 0o600


def write_whole(file: Path, content: bytes, mode: int = OPEN) -> None:
    """Beside it first, with the rights it is to have; then in its place. Raises OSError."""
    fresh = file.with_name(f"{file.name}.new")
    fresh.unlink(missing_ok=True)  # it may be a link, or have other rights
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)
    settle(file.parent)


def settle(folder: Path) -> None:
    """A name is on disk, or gone from it, only once its folder is. Raises OSError."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
