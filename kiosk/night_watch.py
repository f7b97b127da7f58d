"""Tests the kiosk before the doors open, while nobody is there: the doctor's checks, of which none is
heard, printed or seen. It runs as a process of its own, so that one that hangs costs nothing here.
"""

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from kiosk.doctor_advice import Level
from kiosk.domain.hall import Hall
from kiosk.domain.unattended import SelfTest, self_test_due
from kiosk.log import Log

LOOK_SECONDS = 60.0
LIMIT_SECONDS = 90.0
FAULTS = frozenset(level for level in Level if level.is_fault)
CODE = re.compile(r"[A-Z]{3}-[0-9]{2}")
NO_REPORT = "DOC-01"
"""The doctor's own code for a check that came to no end."""
Examine = Callable[[], tuple[str, ...]]


class NightWatch:
    """Knows when the kiosk tested itself last, and what it found; None until it did."""

    def __init__(
        self,
        hall: Callable[[], Hall],
        alone: Callable[[], bool],
        tell: Callable[[], None],
        examine: Examine,
        now: Callable[[], datetime],
        log: Log,
    ) -> None:
        """`tell` has the log say again how the devices are: there the doctor reads it."""
        self._tell = tell
        self._hall = hall
        self._alone = alone
        self._examine = examine
        self._now = now
        self._log = log
        self._tested_for: date | None = None
        self.found: SelfTest | None = None

    async def run(self) -> None:
        """Look at the hour until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self) -> None:
        """Test, if it is time and nobody is here."""
        hall = self._hall()
        day = self_test_due(hall.mall(), hall.local, self._tested_for)
        if day is None or not self._alone():
            return
        self._tested_for = day
        self._tell()
        codes = await asyncio.to_thread(self._examine)
        self.found = SelfTest(self._now(), codes)
        self._log("self-test", codes=list(codes))


def doctor(config: Path) -> Examine:
    """The doctor for the kiosk of a settings file."""
    # The packaged kiosk has no Python to start a module with: it starts itself.
    own = (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "kiosk")
    return lambda: examined([*own, "doctor", "--json", "--config", str(config)])


def examined(command: Sequence[str], limit: float = LIMIT_SECONDS) -> tuple[str, ...]:
    """The codes of what somebody should mend; the doctor's own where it came to no end."""
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=limit, check=False
        )
        checks = json.loads(done.stdout)["checks"]
        found = [str(check["code"]) for check in checks if check["level"] in FAULTS]
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError, TypeError):
        return (NO_REPORT,)
    return tuple(dict.fromkeys(code for code in found if CODE.fullmatch(code)))
