"""Sorts the bytes that a printer sends: status answers, automatic status, blocks, flow control.

The patterns are those of TM-U230 appendix E, Citizen CBM1000 appendix 3 and Bematech MP-4000
appendix III; x is any bit:

    0xx1xx10                 answer to DLE EOT n
    0xx1xx00, 3 x 0xx0xxxx   automatic status (GS a)
    0xx0xxxx                 answer to GS r or GS I of one byte
    35 37 3B 3D 5F ... 00    a block: process id, cleared, serial number, counter
    11 13                    XON, XOFF
    10 0F and four           Custom's answer to DLE EOT 20, where the profile says so

A byte that fits nowhere is counted and dropped, so any noise ends with the next valid frame.
"""

from dataclasses import dataclass

XON, XOFF = 0x11, 0x13
BLOCK_HEADS = frozenset((0x35, 0x37, 0x3B, 0x3D, 0x5F))
BLOCK_BYTES_MOST = 90
BLOCK_SECONDS_MOST = 0.5
PRINTABLE = range(0x20, 0x7F)


@dataclass(frozen=True, slots=True)
class StatusAnswer:
    """The answer to one DLE EOT n; which n is known only by the order of asking."""

    value: int


@dataclass(frozen=True, slots=True)
class AutoStatus:
    """The four bytes of GS a."""

    values: bytes


@dataclass(frozen=True, slots=True)
class Block:
    """A header and the text that it announced."""

    head: int
    text: bytes


@dataclass(frozen=True, slots=True)
class Single:
    """One byte, the answer to GS r."""

    value: int


@dataclass(frozen=True, slots=True)
class Flow:
    """The printer asks for silence, or ends it."""

    go: bool


@dataclass(frozen=True, slots=True)
class FullStatus:
    """The four bytes behind `10 0F` of Custom's DLE EOT 20."""

    values: bytes


Received = StatusAnswer | AutoStatus | FullStatus | Block | Single | Flow
FULL_HEAD = b"\x10\x0f"
FULL_BYTES = 6


class RxDemux:
    """Makes answers of received bytes. `now` is in seconds and never goes back."""

    def __init__(self, *, full: bool = False) -> None:
        self._wants_full = full
        self._full = bytearray()
        self.dropped = 0
        self._auto = bytearray()
        self._block = bytearray()
        self._block_since = 0.0

    def feed(self, data: bytes, now: float) -> list[Received]:
        """The answers that are complete with `data`."""
        self.expire(now)
        found: list[Received] = []
        for byte in data:
            if (received := self._take(byte, now)) is not None:
                found.append(received)
        return found

    def expire(self, now: float) -> None:
        """Give up a block whose end did not come; its header was noise."""
        if self._block and now - self._block_since > BLOCK_SECONDS_MOST:
            self._drop_block()

    def _take(self, byte: int, now: float) -> Received | None:
        if self._wants_full and (self._full or (byte == FULL_HEAD[0] and not self._block)):
            return self._in_full(byte)
        if byte in (XON, XOFF):
            return Flow(byte == XON)
        if self._block:
            if byte in PRINTABLE or byte == 0:
                return self._in_block(byte)
            self._drop_block()
        if byte in BLOCK_HEADS:
            self._drop_auto()
            self._block.append(byte)
            self._block_since = now
            return None
        return self._frame(byte)

    def _in_full(self, byte: int) -> FullStatus | None:
        """Custom's printers have no GS a, and the four bytes may be any."""
        self._full.append(byte)
        if len(self._full) == len(FULL_HEAD) and self._full != FULL_HEAD:
            self.dropped += len(self._full)
            self._full.clear()
        if len(self._full) < FULL_BYTES:
            return None
        status = FullStatus(bytes(self._full[len(FULL_HEAD) :]))
        self._full.clear()
        return status

    def _in_block(self, byte: int) -> Block | None:
        if byte == 0:
            block = Block(self._block[0], bytes(self._block[1:]))
            self._block.clear()
            return block
        self._block.append(byte)
        if len(self._block) > BLOCK_BYTES_MOST:
            self._drop_block()
        return None

    def _frame(self, byte: int) -> Received | None:
        if byte & 0x93 == 0x12:
            return StatusAnswer(byte)
        if byte & 0x93 == 0x10:
            self._drop_auto()
            self._auto.append(byte)
            return None
        if byte & 0x90:
            self._drop_auto()
            self.dropped += 1
            return None
        return self._plain(byte)

    def _plain(self, byte: int) -> Received | None:
        if not self._auto:
            return Single(byte)
        self._auto.append(byte)
        if len(self._auto) < 4:
            return None
        status = AutoStatus(bytes(self._auto))
        self._auto.clear()
        return status

    def _drop_auto(self) -> None:
        self.dropped += len(self._auto)
        self._auto.clear()

    def _drop_block(self) -> None:
        self.dropped += len(self._block)
        self._block.clear()
