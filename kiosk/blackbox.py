"""The black box: the last 200 things that happened at the kiosk, for whoever looks into what went wrong.

A ring of records in one file that is as long as it ever gets from the first day on. A record is one
write of 128 bytes into the system's cache: a killed kiosk loses none. Only start and end are synced to
the disk, so a power cut may cost what the system had not written back yet, half a minute as a rule.
"""

import os
import re
import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from kiosk.domain.happening import Began, Ended, Happening
from kiosk.ports import KioskError

FILE = "blackbox"
KEPT = 200
RECORD_BYTES = 128
"""A divisor of a disk's sector: half a record is never written."""
_RECORD = struct.Struct("<QQ108sI")
_WORDS = re.compile(r"[A-Za-z-]{1,40}( [A-Za-z-]{1,40}){0,2}")
Word = type | StrEnum | bool


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, as it is read back. `number` counts from 1 over all the kiosk's life.

    `kind` is the name of a class of kiosk.domain.happening; `words` are its fields in their order.
    """

    number: int
    at: datetime
    kind: str
    words: tuple[str, ...]


def events(path: Path) -> list[Event]:
    """What a box holds, oldest first; the kiosk may be running. Empty where there is none.

    A damaged record is left out. Raises KioskError where the file cannot be read.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise KioskError(f"{path}: {error.strerror}") from error
    records = (raw[at : at + RECORD_BYTES] for at in range(0, len(raw), RECORD_BYTES))
    found = [event for record in records if (event := _read(record))]
    return sorted(found, key=lambda event: event.number)


def _read(record: bytes) -> Event | None:
    if len(record) != RECORD_BYTES:
        return None
    number, milliseconds, padded, check = _RECORD.unpack(record)
    text = padded.rstrip(b"\0").decode("ascii", "replace")
    if not number or check != _check(record) or not _WORDS.fullmatch(text):
        return None
    try:
        at = datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (OverflowError, OSError, ValueError):
        return None
    kind, *words = text.split(" ")
    return Event(number, at, kind, tuple(words))


def _check(record: bytes) -> int:
    return zlib.crc32(record[:-4])


class BlackBox:
    """Remembers; on the loop's thread alone. `note` never raises for what the disk does."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._now = now
        before = events(path)
        self._number = before[-1].number if before else 0
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
            # All its room at once: a disk that is full later takes every record all the same.
            os.posix_fallocate(self._file, 0, KEPT * RECORD_BYTES)
        except OSError as error:
            raise KioskError(f"{path}: {error.strerror}") from error
        self._open = True
        self.note(Began())
        self._sync()

    def note(self, happening: Happening) -> None:
        """Remember it, in place of the oldest."""
        if not self._open:
            return
        self._number += 1
        words = [_word(getattr(happening, field.name)) for field in fields(happening)]
        text = " ".join((type(happening).__name__, *words)).encode("ascii")
        milliseconds = max(0, int(self._now().timestamp() * 1000))
        record = _RECORD.pack(self._number, milliseconds, text, 0)
        record = record[:-4] + _check(record).to_bytes(4, "little")
        with suppress(OSError):
            os.pwrite(self._file, record, self._number % KEPT * RECORD_BYTES)

    def close(self) -> None:
        """Remember the end, and let go of the file."""
        self.note(Ended())
        self._sync()
        self._open = False
        os.close(self._file)

    def _sync(self) -> None:
        with suppress(OSError):
            os.fdatasync(self._file)


def _word(value: Word) -> str:
    """The name of a choice of ours; anything else has no name here. Raises TypeError."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, type):
        return value.__name__
    raise TypeError(f"the black box remembers no {type(value).__name__}")
