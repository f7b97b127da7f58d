"""A printer and its link inside one process, on a clock that only waiting moves.

`VirtualLink` implements the spooler's Transport. Days of printing pass in seconds, the same each
time: soak and fault tests run on it, and the same scenarios run over TCP.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from itertools import count

from devices.printing.transport import CALL_SECONDS_MOST, LinkLost, Port
from devices.simulated.printer_engine import PrinterEngine

SOCKET_BYTES = 8192
"""What lies between the spooler's `send` and the printer's buffer: the kernel's, on both sides."""


class VirtualTime:
    """Implements Clock. Things can be set to happen; `advance` lets them."""

    def __init__(self, start: datetime = datetime(2026, 8, 6, 2, 42, tzinfo=UTC)) -> None:
        self._start = start
        self._seconds = 0.0
        self._agenda: list[tuple[float, int, Callable[[], None]]] = []
        self._order = count()

    def now(self) -> datetime:
        """See Clock."""
        return self._start + timedelta(seconds=self._seconds)

    def monotonic(self) -> float:
        """See Clock."""
        return self._seconds

    def since_start(self) -> float:
        """See Clock."""
        return self._seconds

    def trusted(self) -> bool:
        """See Clock."""
        return True

    def after(self, seconds: float, happening: Callable[[], None]) -> None:
        """Let something happen in so many seconds."""
        heappush(self._agenda, (self._seconds + seconds, next(self._order), happening))

    @property
    def agenda_size(self) -> int:
        """How many things are set to happen."""
        return len(self._agenda)

    def due(self) -> float:
        """When the next thing is set to happen."""
        return self._agenda[0][0] if self._agenda else float("inf")

    def advance(self, to: float) -> None:
        """Move on, and let happen what is due until then."""
        while self._agenda and self._agenda[0][0] <= to:
            at, _, happening = heappop(self._agenda)
            self._seconds = max(self._seconds, at)
            happening()
        self._seconds = max(self._seconds, to)


class VirtualLink:
    """Implements Transport between a spooler and an engine."""

    def __init__(self, engine: PrinterEngine, time: VirtualTime) -> None:
        self._engine = engine
        self._time = time
        self._on_way = bytearray()
        self._arrived = bytearray()
        self._connected = False
        self._broken = False
        self.plugged = True
        engine.dropped = self._drop

    def connect(self) -> bool:
        """See Transport."""
        if not self.plugged or not self._engine.mechanism.powered:
            raise LinkLost("refused")
        if not self._connected:
            self._connected, self._broken = True, False
            self._on_way.clear()
            self._arrived.clear()
            self._engine.connected()
        return True

    def send(self, data: bytes) -> int:
        """See Transport."""
        self._check()
        taken = data[: SOCKET_BYTES - len(self._on_way)]
        self._on_way += taken
        self._pump()
        return len(taken)

    def receive(self) -> bytes:
        """See Transport."""
        self._pump()
        data = bytes(self._arrived)
        self._arrived.clear()
        if not data:
            self._check()
        return data

    def wait(self, seconds: float, *, to_send: bool = False) -> bool:
        """See Transport; this is what moves time."""
        end = self._time.monotonic() + max(0.0, min(seconds, CALL_SECONDS_MOST))
        self._pump()
        while self._time.monotonic() < end and not self._ready(to_send=to_send):
            due = min(end, self._time.due(), self._engine.due())
            self._time.advance(max(due, self._time.monotonic() + 1e-6))
            self._pump()
        return self._ready(to_send=to_send)

    def came_back(self) -> bool:
        """See Transport."""
        return False

    def port(self) -> Port | None:
        """See Transport: it tells nothing of the printer behind it."""
        return None

    def wake(self) -> None:
        """See Transport: whoever could wake it runs in the same thread."""

    def disconnect(self) -> None:
        """See Transport."""
        self._connected = False
        self._on_way.clear()

    def close(self) -> None:
        """See Transport."""
        self.disconnect()

    def _ready(self, *, to_send: bool) -> bool:
        if not self._connected:
            return False
        room = len(self._on_way) < SOCKET_BYTES
        return bool(self._arrived) or self._broken or (to_send and room)

    def _pump(self) -> None:
        """Let the printer work until now, and bytes flow both ways."""
        while True:
            self._engine.advance(self._time.monotonic())
            count = min(self._engine.room(), len(self._on_way)) if self._connected else 0
            data = bytes(self._on_way[:count])
            del self._on_way[:count]
            if data:
                self._engine.receive(data)
            if self._connected:
                self._arrived += self._engine.output
            self._engine.output.clear()
            if not data:
                return

    def _drop(self) -> None:
        self._broken = True
        self._on_way.clear()

    def _check(self) -> None:
        if not self._connected or self._broken:
            raise LinkLost("reset by the printer")
