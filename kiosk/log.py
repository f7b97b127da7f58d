"""The log: one event name and its fields a line, as JSON, with secrets struck out."""

import contextlib
import json
import re
import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TextIO

_LONG_NUMBER = re.compile(r"\d{16,}")


class Log:
    """Writes lines for staff and auditors: what, which device, which result."""

    def __init__(self, stream: TextIO, now: Callable[[], datetime]) -> None:
        self._stream = stream
        self._now = now
        self._writing = threading.Lock()  # devices note from their threads

    def __call__(self, event: str, **fields: object) -> None:
        """Write one line. Runs of 16 digits or more never reach the stream."""
        line = {"at": self._now().isoformat(timespec="milliseconds"), "event": event, **fields}
        # A full disk costs a line of the log, never a visit.
        with self._writing, contextlib.suppress(OSError):
            self._stream.write(_text(line) + "\n")
            self._stream.flush()


def _text(line: Mapping[str, object]) -> str:
    text = json.dumps(line, ensure_ascii=False, default=str)
    if _LONG_NUMBER.search(text):  # all as text, so that what is struck out leaves JSON behind
        text = json.dumps({name: str(value) for name, value in line.items()}, ensure_ascii=False)
        text = _LONG_NUMBER.sub("<number>", text)
    return text.encode("utf-8", "backslashreplace").decode()
