"""Writes the small files that central keeps beside its databases: keys, certificates, addresses."""

import os
from pathlib import Path

OPEN, SECRET = 0o644, 0o600


def write_whole(file: Path, content: bytes, mode: int = OPEN) -> None:
    """Whole or not at all, and a secret for its owner alone from the first byte on."""
    draft = file.with_name(f"{file.name}.new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(file)
