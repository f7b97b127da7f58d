"""A byte path to a printer: what every link can do, and how it can fail."""

from dataclasses import dataclass
from typing import Protocol

CALL_SECONDS_MOST = 0.25
"""No call of a transport takes longer."""


@dataclass(frozen=True, slots=True)
class Port:
    """What the port itself tells of a printer, without a word of the printer's."""

    selected: bool
    paper_end: bool
    error: bool


class LinkLost(Exception):
    """The path to the printer is gone, or nobody answers on it; the text is for staff."""


class Occupied(LinkLost):
    """The printer is there, and another process has it."""


class Transport(Protocol):
    """One printer's link. It belongs to one thread; only `wake` may come from another."""

    def connect(self) -> bool:
        """Begin to connect, or go on; True once connected. Raises LinkLost."""
        ...

    def send(self, data: bytes) -> int:
        """Hand over what the link takes now; how many bytes that were. Raises LinkLost."""
        ...

    def receive(self) -> bytes:
        """What has come since the last call, perhaps nothing. Raises LinkLost."""
        ...

    def wait(self, seconds: float, *, to_send: bool = False) -> bool:
        """Rest until there is something to receive, room to send, a `wake`, or the time is over.

        False when only time has passed; returns early after CALL_SECONDS_MOST.
        """
        ...

    def came_back(self) -> bool:
        """True once when the device was plugged in, so that nobody need wait to try again."""
        ...

    def port(self) -> Port | None:
        """What the port tells now; None on a link that has nothing of the kind."""
        ...

    def wake(self) -> None:
        """End a `wait`."""
        ...

    def disconnect(self) -> None:
        """Let go of the link; bytes not yet with the printer are dropped, never delivered later."""
        ...

    def close(self) -> None:
        """Disconnect for good."""
        ...
