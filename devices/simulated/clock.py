"""A clock that demo and tests set and advance; the real one's drift-free twin."""

from datetime import datetime, timedelta
from pathlib import Path

from devices.clock import NOWHERE, SystemClock


class OffsetClock(SystemClock):
    """The machine's clock plus an offset that `advance` enlarges."""

    def __init__(self, offset_seconds: float, confirmed: Path = NOWHERE) -> None:
        self._offset = offset_seconds
        self._advanced = 0.0
        super().__init__(confirmed)

    def now(self) -> datetime:
        """The shifted time."""
        return super().now() + timedelta(seconds=self._offset + self._advanced)

    def monotonic(self) -> float:
        """Seconds that never go back, what was skipped included."""
        return super().monotonic() + self._advanced

    def _boot_seconds(self) -> float:
        return super()._boot_seconds() + self._advanced

    def confirm(self, authority: datetime) -> float:
        """The authority knows nothing of what was skipped here."""
        return super().confirm(authority + timedelta(seconds=self._advanced))

    def advance(self, seconds: float) -> None:
        """Skip time; it only goes forward."""
        if seconds < 0:
            raise ValueError("time only goes forward")
        self._advanced += seconds
