"""Writes the small files that central keeps beside its databases: keys, certificates, epoch, mark."""

import os
from pathlib import Path

OPEN, SECRET = 0o644, 0o600


def write_whole(file: Path, content: bytes, mode: int = OPEN) -> None:
    """Whole or not at all, for those who may read it alone, and on disk before it returns."""
    draft = file.with_name(f"{file.name}.new")
    draft.unlink(missing_ok=True)  # it may be a link, or have other rights
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(file)
    folder = os.open(file.parent, os.O_RDONLY | os.O_DIRECTORY)  # it holds the name
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
