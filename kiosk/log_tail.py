"""The last lines of the log, read back for staff: when, what, and the fields that say which."""

import json
import re
from datetime import datetime
from pathlib import Path

from kiosk.domain.staff import LogLine
from kiosk.ports import KioskError

LINES_MOST = 200
BYTES_MOST = 256 * 1024
_UNSHOWN = {"at", "event", "error", "subject", "complaints"}
"""Tracebacks and ids are for who reads the file; the panel has one line for each."""
_LONG_NUMBER = re.compile(r"\d{9,}")
"""As long as this are numbers of people; the log strikes out those of sixteen digits itself."""


def tail(file: Path, most: int = LINES_MOST) -> list[str]:
    """The last whole lines as they stand, long numbers struck out. Raises KioskError."""
    try:
        with file.open("rb") as stream:
            size = stream.seek(0, 2)
            stream.seek(max(0, size - BYTES_MOST))
            text = stream.read().decode("utf-8", "replace")
    except OSError as error:
        raise KioskError(f"{file.name}: {error.strerror}") from error
    lines = text.splitlines()
    if size > BYTES_MOST:
        lines = lines[1:]  # its beginning was cut
    return [_LONG_NUMBER.sub("<number>", line) for line in lines[-most:]]


def shown(lines: list[str]) -> tuple[LogLine, ...]:
    """The newest first; a line that is none of ours is left out."""
    return tuple(line for text in reversed(lines) if (line := _line(text)))


def _line(text: str) -> LogLine | None:
    try:
        found = json.loads(text)
        at, event = datetime.fromisoformat(found["at"]), str(found["event"])
    except (ValueError, TypeError, KeyError):
        return None
    fields = (
        f"{name} {value}"
        for name, value in found.items()
        if name not in _UNSHOWN and value is not None
    )
    return LogLine(at, event, ", ".join(fields))
