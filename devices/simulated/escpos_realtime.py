"""Real-time commands, found as bytes arrive: a printer obeys them wherever they stand.

They stay in the receive buffer too; inside a picture they are dots and act all the same.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

_PATTERN = re.compile(
    rb"\x10(?:\x04(?P<ask>[\x01-\x04\x14])|\x05(?P<enq>[\x01\x02])|\x14(?:(?P<auto>\x07\x01)"
    rb"|(?P<clear>\x08\x01\x03\x14\x01\x06\x02\x08)))"
)
_LONGEST = 10


class Order(Enum):
    """What a real-time command wants."""

    STATUS = auto()
    RECOVER = auto()
    AUTO_STATUS = auto()
    CLEAR = auto()


@dataclass(frozen=True, slots=True)
class RealTime:
    """A command that ended at `end` in the bytes just fed; `number` is the n of DLE EOT or ENQ."""

    end: int
    order: Order
    number: int = 0


class RealTimeScan:
    """Finds commands across the borders of what arrives together."""

    def __init__(self) -> None:
        self._tail = b""

    def feed(self, data: bytes) -> list[RealTime]:
        """The commands that end within `data`, in order."""
        seen = self._tail + data
        old = len(self._tail)
        found = [
            _read(match, match.end() - old)
            for match in _PATTERN.finditer(seen)
            if match.end() > old
        ]
        self._tail = seen[-(_LONGEST - 1) :]
        return found

    def reset(self) -> None:
        """Forget the bytes before."""
        self._tail = b""


def _read(match: re.Match[bytes], end: int) -> RealTime:
    if ask := match["ask"]:
        return RealTime(end, Order.STATUS, ask[0])
    if enq := match["enq"]:
        return RealTime(end, Order.RECOVER, enq[0])
    return RealTime(end, Order.AUTO_STATUS if match["auto"] else Order.CLEAR)
