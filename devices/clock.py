"""The machine's clock, and whether anybody has confirmed it since the machine was started."""

import contextlib
import time
from datetime import UTC, datetime
from pathlib import Path

SYNCHRONISED = Path("/run/systemd/timesync/synchronized")
"""systemd-timesyncd makes this file at its first answer from a time server."""
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
OFF_SECONDS_MOST = 60.0
NOWHERE = Path("/dev/null")


class SystemClock:
    """Trusted once a time service or the authority has confirmed it since boot.

    `confirmed` is a file that remembers in which boot the authority did so, for restarted processes.
    """

    def __init__(self, confirmed: Path = NOWHERE) -> None:
        self._started = time.clock_gettime(time.CLOCK_BOOTTIME)
        self._confirmed = confirmed
        self._trusted = _read(confirmed) == _read(BOOT_ID) != ""
        self._refuted = False

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never go back."""
        return time.monotonic()

    def since_start(self) -> float:
        """Seconds of boot time, sleep included, since this process started."""
        return time.clock_gettime(time.CLOCK_BOOTTIME) - self._started

    def trusted(self) -> bool:
        """True when `now` is known to be right."""
        return self._trusted or (SYNCHRONISED.exists() and not self._refuted)

    def confirm(self, authority: datetime) -> float:
        """Compare with the authority's time; within a minute it confirms ours. Returns the offset."""
        offset = (authority - self.now()).total_seconds()
        self._trusted = abs(offset) <= OFF_SECONDS_MOST
        self._refuted = not self._trusted
        with contextlib.suppress(OSError):  # a full disk costs trust after a restart, nothing else
            self._confirmed.write_text(_read(BOOT_ID) if self._trusted else "", "utf-8")
        return offset


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except OSError:
        return ""
