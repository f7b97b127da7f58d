"""Tells systemd that the kiosk lives (sd_notify), while each of its parts was seen alive lately.

A window that still draws while nothing is printed or sent is no living kiosk: whoever hangs, the
watchdog goes hungry, and systemd kills the process and starts it again. Without NOTIFY_SOCKET nobody
listens and nothing is done.
"""

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import ParamSpec, TypeVar

from kiosk.log import Log
from kiosk.ports import Clock

P = ParamSpec("P")
T = TypeVar("T")
FEEDS = 4
"""So often within the time that systemd allows."""
LIMITS = {"screen": 10.0, "printer": 30.0, "sync": 300.0}
"""Seconds without a sign of life. The screen gives one each second; the spooler looks at its clock
four times a second, and rests for 10 s after a bug; sync greets or asks for news once a minute.
"""

BEAT_SECONDS = 1.0
STALL_SECONDS = 2.0
"""Later than that, somebody who touched the screen has noticed."""


def notify(address: str, text: str) -> None:
    """One datagram for systemd; `@` begins the name of an abstract socket."""
    path = "\0" + address[1:] if address.startswith("@") else address
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line, contextlib.suppress(OSError):
        line.sendto(text.encode(), path)


class Watchdog:
    """Knows when each part was alive last, and feeds systemd's watchdog from the loop."""

    def __init__(self, environment: Mapping[str, str], clock: Clock, log: Log) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        self._seconds = int(environment.get("WATCHDOG_USEC", "0")) / 1e6
        self._clock = clock
        self._log = log
        self._seen = threading.Lock()
        self._last: dict[str, float] = {}
        self._limits: dict[str, float] = {}
        self._hungry = ""

    @property
    def watched(self) -> bool:
        """True where systemd wants to be fed."""
        return bool(self._address) and self._seconds > 0

    def expect(self, part: str, seconds: float) -> None:
        """From now on `part` is alive at least every `seconds`."""
        self._limits[part] = seconds
        self.alive(part)

    def alive(self, part: str) -> None:
        """The part lives; from any thread."""
        with self._seen:
            self._last[part] = self._clock.monotonic()

    def living(self, part: str, call: Callable[P, T]) -> Callable[P, T]:
        """`call`, which shows with each call that `part` lives."""

        def seen(*given: P.args, **named: P.kwargs) -> T:
            self.alive(part)
            return call(*given, **named)

        return seen

    def tell(self, state: str) -> None:
        """READY=1, STOPPING=1 and the like."""
        if self._address:
            notify(self._address, state)

    def feed(self) -> None:
        """Feed, unless a part is missing; that is logged once."""
        missing = self.missing()
        if not missing:
            self.tell("WATCHDOG=1")
        elif missing != self._hungry:
            self._log("watchdog.starved", part=missing)
        self._hungry = missing

    def missing(self) -> str:
        """A part that was not seen for too long; empty while all live."""
        now = self._clock.monotonic()
        with self._seen:
            late = (part for part, most in self._limits.items() if now - self._last[part] > most)
            return next(late, "")

    @property
    def status(self) -> str:
        """What is watched, for `systemctl status`."""
        return f"STATUS=watches {', '.join(sorted(self._limits)) or 'nothing'}"

    async def run(self) -> None:
        """Feed until cancelled."""
        while self.watched:
            self.feed()
            await asyncio.sleep(self._seconds / FEEDS)


class Heart:
    """Beats once a second by the screen's own timers, and logs what kept it from beating.

    Its time is the machine's alone: a simulated clock that skips an hour keeps nobody waiting.
    """

    def __init__(self, log: Log, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._log = log
        self._elapsed = elapsed
        self._last: float | None = None

    def beat(self) -> None:
        """It is due again after `BEAT_SECONDS`."""
        now = self._elapsed()
        late = 0.0 if self._last is None else now - self._last - BEAT_SECONDS
        if late > STALL_SECONDS:
            self._log("screen.stalled", seconds=round(late, 1))
        self._last = now


class LivingClock:
    """The clock of a part that looks at the time in each of its turns; a Clock."""

    def __init__(self, clock: Clock, alive: Callable[[], None]) -> None:
        self._clock = clock
        self._alive = alive

    def now(self) -> datetime:
        """See Clock."""
        return self._clock.now()

    def monotonic(self) -> float:
        """See Clock."""
        self._alive()
        return self._clock.monotonic()

    def since_start(self) -> float:
        """See Clock."""
        return self._clock.since_start()

    def trusted(self) -> bool:
        """See Clock."""
        return self._clock.trusted()
