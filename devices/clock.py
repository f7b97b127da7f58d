"""The machine's clock, and whether anybody has confirmed it since the machine was started."""

import contextlib
import time
from datetime import UTC, datetime
from pathlib import Path

from kiosk.domain.trust import confirms, stepped

SYNCHRONISED = Path("/run/systemd/timesync/synchronized")
"""systemd-timesyncd makes this file at its first answer from a time server."""
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
NOWHERE = Path("/dev/null")


class SystemClock:
    """Trusted once a time service or the authority has confirmed it since boot, until somebody sets it.

    `confirmed` is a file that remembers, for restarted processes, in which boot the authority did so,
    and the clock's lead over the boot clock then.
    """

    def __init__(self, confirmed: Path = NOWHERE) -> None:
        self._started = self._boot_seconds()
        self._confirmed = confirmed
        self._lead = _lead_in(_read(confirmed))
        self._refuted = False

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never go back."""
        return time.monotonic()

    def since_start(self) -> float:
        """Seconds of boot time, sleep included, since this process started."""
        return self._boot_seconds() - self._started

    def trusted(self) -> bool:
        """True when `now` is known to be right."""
        if SYNCHRONISED.exists() and not self._refuted:
            return True
        return self._lead is not None and not stepped(self._lead, self._lead_now())

    def confirm(self, authority: datetime) -> float:
        """Compare with the authority's time, which confirms ours or refutes it. Returns the offset."""
        offset = (authority - self.now()).total_seconds()
        self._lead = self._lead_now() if confirms(offset) else None
        self._refuted = self._lead is None
        with contextlib.suppress(OSError):  # a full disk costs trust after a restart, nothing else
            known = "" if self._lead is None else f"{_read(BOOT_ID)} {self._lead}"
            self._confirmed.write_text(known, "utf-8")
        return offset

    def _boot_seconds(self) -> float:
        return time.clock_gettime(time.CLOCK_BOOTTIME)

    def _lead_now(self) -> float:
        return self.now().timestamp() - self._boot_seconds()


def _lead_in(text: str) -> float | None:
    """The lead that was confirmed in this boot."""
    boot, _, lead = text.partition(" ")
    try:
        return float(lead) if boot == _read(BOOT_ID) else None
    except ValueError:
        return None


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except OSError:
        return ""
