"""The server's time. It is handed in, so that demo and tests can set it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's clock, moved by `offset` for a demo of another day."""

    offset: timedelta = timedelta()

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        return datetime.now(UTC) + self.offset
