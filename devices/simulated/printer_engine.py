"""The simulated printer without its plug: bytes in, bytes out, paper, and time handed in.

It behaves like the printers of the manuals: it stops within a row and goes on by itself, answers
in order what is asked in order, obeys real-time commands on arrival, and forgets without power.
"""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from devices.simulated.escpos_parser import EscposParser
from devices.simulated.escpos_realtime import Order, RealTime, RealTimeScan
from devices.simulated.printer_answers import NEVER, AnswerPath, Spoilt
from devices.simulated.printer_head import PrintHead
from devices.simulated.printer_mechanism import Mechanism
from devices.simulated.printer_profiles import Profile
from devices.simulated.printer_tray import Strip, Tray
from kiosk.ports import QrEncoder

RESERVE_BYTES = 256
"""Kept free for real-time commands of a new connection while the printer is busy."""


class Fault(StrEnum):
    """What can happen to a printer, or be mended."""

    PAPER_OUT = "paper_out"
    REFILL = "refill"
    NEAR_END = "near_end"
    COVER_OPEN = "cover_open"
    COVER_CLOSE = "cover_close"
    JAM = "jam"
    JAM_HARD = "jam_hard"
    JAM_CLEAR = "jam_clear"
    HOT = "hot"
    COOL = "cool"
    BROKEN = "broken"
    POWER_OFF = "power_off"
    POWER_ON = "power_on"
    LINK_CUT = "link_cut"
    HALF_OPEN = "half_open"
    """The connection is dead and its client is not told."""
    MUTE = "mute"
    UNMUTE = "unmute"
    HANG = "hang"
    UNHANG = "unhang"
    LATE = "late"
    DOUBLED = "doubled"
    LOST = "lost"
    GARBLED = "garbled"
    NOISY = "noisy"
    FLOW_INSIDE = "flow_inside"
    CLEAN = "clean"
    """Answers arrive as they should again."""
    OVERRUN = "overrun"
    """From now on a full buffer loses what arrives, as without flow control."""
    SWAP = "swap"
    """Another printer of the same kind stands there."""


SPOILT = {
    Fault.LATE: Spoilt.LATE,
    Fault.DOUBLED: Spoilt.DOUBLED,
    Fault.LOST: Spoilt.LOST,
    Fault.GARBLED: Spoilt.GARBLED,
    Fault.NOISY: Spoilt.NOISY,
    Fault.FLOW_INSIDE: Spoilt.FLOW_INSIDE,
    Fault.CLEAN: Spoilt.NO,
}
FULL_STATUS = 20
SWAPPED_SERIAL = "J5TF999999"
SWAPPED_CUTS = 4711


class PrinterEngine:
    """One printer. `dropped` is called when its plug goes dead, `forgotten` when only it knows that."""

    def __init__(
        self,
        profile: Profile,
        width_dots: int,
        mm_per_second: float,
        tray: Tray,
        encode_qr: QrEncoder | None = None,
    ) -> None:
        self.profile = profile
        self.tray = tray
        self.mechanism = Mechanism(width_dots, mm_per_second)
        self.head = PrintHead(profile, self.mechanism, width_dots, self._answer, encode_qr)
        self.muted = False
        self.hanging = False
        self.dropped: Callable[[], None] = lambda: None
        self.forgotten: Callable[[], None] = lambda: None
        self.answers = AnswerPath()
        self.output = bytearray()
        self.bytes_ever = 0
        self.lost_bytes = 0
        self.overruns = False
        self._now = 0.0
        self.job_began = 0.0
        self._buffer = bytearray()
        self._parser = EscposParser()
        self._real_time = RealTimeScan()
        self._newly_connected = False
        self._byte_fault: tuple[int, Fault] | None = None
        self._row_fault: Fault | None = None
        self._timed_faults: list[tuple[float, Fault]] = []
        self._last_status = self.auto_status()

    # --- plug ---

    def connected(self) -> None:
        """A client has the plug now; answers to the last one are lost."""
        self.output.clear()
        self._real_time.reset()
        self._newly_connected = True

    def room(self) -> int:
        """How many bytes are taken now."""
        if self.hanging or not self.mechanism.powered:
            return 0
        if self.overruns:
            return self.profile.buffer_bytes
        reserve = 0 if self._newly_connected else RESERVE_BYTES
        room = self.profile.buffer_bytes - reserve - len(self._buffer)
        return max(0, room, self._parser.wanting - len(self._buffer))

    @property
    def buffered(self) -> int:
        """Bytes that wait in the receive buffer."""
        return len(self._buffer)

    def receive(self, data: bytes) -> None:
        """Bytes arrive, at most `room` of them."""
        if self._byte_fault is None or self.bytes_ever + len(data) < self._byte_fault[0]:
            self._arrive(data)
            return
        at, fault = self._byte_fault
        self._byte_fault = None
        split = at - self.bytes_ever
        self._arrive(data[:split])
        self.apply(fault)
        if fault not in (Fault.POWER_OFF, Fault.LINK_CUT, Fault.HALF_OPEN):
            self._arrive(data[split:])

    def _arrive(self, data: bytes) -> None:
        self.bytes_ever += len(data)
        start = 0
        for command in self._real_time.feed(data) if self.profile.real_time else ():
            self._buffer += data[start : command.end]
            start = command.end
            self._obey(command)
        self._buffer += data[start:]
        if self.overruns and len(self._buffer) > self.profile.buffer_bytes:
            self.lost_bytes += len(self._buffer) - self.profile.buffer_bytes
            del self._buffer[self.profile.buffer_bytes :]

    def _answer(self, data: bytes) -> None:
        if not self.muted and self.mechanism.powered:
            self.answers.put(data, self._now)
            self.output += self.answers.arrived(self._now)

    # --- time ---

    def advance(self, now: float) -> None:
        """Do what is due until `now`."""
        while self._timed_faults and self._timed_faults[0][0] <= now:
            at, fault = self._timed_faults.pop(0)
            self._advance(at)
            self.apply(fault)
        self._advance(now)

    def _advance(self, now: float) -> None:
        self._now = max(self._now, now)
        self._work_until(now)
        while self._row_fault_is_due():
            self._work_until(now)
        self._tell_changes()
        self.output += self.answers.arrived(now)

    def _work_until(self, now: float) -> None:
        mechanism = self.mechanism
        while mechanism.advance(now):
            self._collect()
            if not mechanism.runs or not self._begin_next():
                mechanism.rest(now)
                break
            self._newly_connected = False
        self._collect()

    def due(self) -> float:
        """When `advance` has something to do."""
        timed = self._timed_faults[0][0] if self._timed_faults else NEVER
        return min(self.mechanism.due(), self.answers.due(), timed)

    def _begin_next(self) -> bool:
        """Carry out commands until one moves something; False when nothing is left to do."""
        while not self.mechanism.busy:
            if self.head.begin_pending():
                return True
            element = self._parser.next(self._buffer)
            if element is None:
                return False
            self.head.execute(element)
        return True

    def _collect(self) -> None:
        for strip in self.mechanism.fallen:
            self.head.sign(strip)
            if self.profile.presenter:
                self.head.present(strip)
            else:
                self.tray.add(strip)
        self.mechanism.fallen.clear()
        for strip in self.head.ejected:
            self.tray.add(strip)
        self.head.ejected.clear()

    def _row_fault_is_due(self) -> bool:
        """Let the fault of `arm_at_row` happen when its row was reached; True when it did."""
        mechanism, fault = self.mechanism, self._row_fault
        if mechanism.row_fault is None or mechanism.rows_ever < mechanism.row_fault:
            return False
        mechanism.row_fault = self._row_fault = None
        if fault is not None:
            self.apply(fault)
        return True

    # --- status ---

    def _obey(self, command: RealTime) -> None:
        match command.order:
            case Order.STATUS if command.number == FULL_STATUS:
                if self.profile.presenter:
                    self._answer(self.full_status())
            case Order.STATUS:
                self._answer(bytes((self.status(command.number),)))
            case Order.RECOVER:
                if not self.mechanism.knife_needs_hand:
                    self.mechanism.knife_stuck = False
                self._tell_changes()
            case Order.AUTO_STATUS if self.profile.auto_status:
                self._answer(self.auto_status())
            case Order.CLEAR if self.profile.clears:
                self._forget()
                self._answer(b"\x37\x25\x00")

    def _forget(self) -> None:
        """Drop what is buffered and not printed."""
        self._buffer.clear()
        self._parser.reset()
        self.head.forget()
        self.mechanism.drop_work()
        self._tell_changes()

    @property
    def offline(self) -> bool:
        """Not printing."""
        return not self.mechanism.runs

    def status(self, kind: int) -> int:
        """The answer to DLE EOT `kind`."""
        m = self.mechanism
        error = m.knife_error or m.hot or m.broken
        bits = {
            1: ((0x08, self.offline),),
            2: ((0x04, m.cover_open), (0x20, m.paper_end), (0x40, error)),
            3: ((0x08, m.knife_error), (0x20, m.broken), (0x40, m.hot)),
            4: self._roll_bits(),
        }[kind]
        return 0x12 | sum(bit for bit, holds in bits if holds)

    def _roll_bits(self) -> tuple[tuple[int, bool], ...]:
        m = self.mechanism
        if self.profile.presenter_bit:
            empty = self.head.mouth is None
            return (0x04, m.near_end), (0x20, m.paper_end), (0x40, empty)
        return (0x0C, m.near_end), (0x60, m.paper_end)

    def full_status(self) -> bytes:
        """The answer to DLE EOT 20 (Custom KPM150H p. 66)."""
        m = self.mechanism
        paper = 0x01 * m.paper_end | 0x04 * m.near_end | 0x20 * (self.head.mouth is not None)
        user = 0x02 * m.cover_open
        return bytes(
            (0x10, 0x0F, paper, user, 0x01 * m.hot, 0x01 * m.knife_error | 0x04 * m.broken)
        )

    def take(self) -> int:
        """A citizen takes what hangs in the mouth and what lies in the tray."""
        self.head.eject()
        self._collect()
        return self.tray.take()

    def auto_status(self) -> bytes:
        """The four bytes of GS a."""
        m = self.mechanism
        first = 0x10 | 0x08 * self.offline | 0x20 * m.cover_open
        second = 0x08 * m.knife_error | 0x20 * m.broken | 0x40 * m.hot
        third = 0x03 * m.near_end | 0x0C * m.paper_end
        return bytes((first, second, third, 0x0F))

    def _tell_changes(self) -> None:
        status = self.auto_status()
        if status != self._last_status:
            self._last_status = status
            if self.head.auto_status_on:
                self._answer(status)

    # --- faults ---

    def arm_at_row(self, rows: int, fault: Fault) -> None:
        """Let something happen after so many more rows."""
        self._row_fault = fault
        self.mechanism.row_fault = self.mechanism.rows_ever + rows

    def arm_at_byte(self, count: int, fault: Fault) -> None:
        """Let something happen after so many more bytes."""
        self._byte_fault = (self.bytes_ever + count, fault)

    def arm_after(self, seconds: float, fault: Fault) -> None:
        """Let something happen after so many more seconds."""
        self._timed_faults = sorted([*self._timed_faults, (self._now + seconds, fault)])

    def disarm(self) -> None:
        """Let nothing happen that was armed."""
        self._timed_faults.clear()
        self._byte_fault = self._row_fault = self.mechanism.row_fault = None

    def apply(self, fault: Fault) -> None:
        """Let something happen now."""
        m = self.mechanism
        match fault:
            case Fault.PAPER_OUT:
                m.paper_rows = 0
            case Fault.REFILL:
                m.refill()
            case Fault.NEAR_END:
                m.low_announced = True
            case Fault.COVER_OPEN | Fault.COVER_CLOSE:
                m.cover_open = fault is Fault.COVER_OPEN
            case Fault.JAM | Fault.JAM_HARD:
                m.knife_stuck, m.knife_needs_hand = True, fault is Fault.JAM_HARD
            case Fault.JAM_CLEAR:
                m.knife_stuck = m.knife_needs_hand = False
            case Fault.HOT | Fault.COOL:
                m.hot = fault is Fault.HOT
            case Fault.BROKEN:
                m.broken = True
            case Fault.MUTE | Fault.UNMUTE:
                self.muted = fault is Fault.MUTE
            case Fault.HANG | Fault.UNHANG:
                self.hanging = fault is Fault.HANG
            case Fault.LINK_CUT:
                self.dropped()
            case Fault.HALF_OPEN:
                self.output.clear()
                self.forgotten()
            case Fault.POWER_OFF:
                self._power_off()
            case Fault.POWER_ON:
                m.powered = True
            case Fault.OVERRUN:
                self.overruns = True
            case Fault.SWAP:
                self._swap()
            case _:
                self.answers.spoilt = SPOILT[fault]
        self._tell_changes()

    def _power_off(self) -> None:
        """What was burned hangs in the printer; all else is gone, and the link with it."""
        self._forget()
        self.head.power_off()
        self.mechanism.powered = False
        self.mechanism.broken = False
        self.output.clear()
        self.answers.forget()
        self.dropped()

    def _swap(self) -> None:
        """A technician puts another printer there; what hung in the first one goes with it."""
        self.tear()
        self.profile = replace(self.profile, serial=SWAPPED_SERIAL)
        self.head.profile = self.profile
        self.mechanism.cuts += SWAPPED_CUTS

    def tear(self) -> Strip | None:
        """A citizen tears off what hangs out of the printer."""
        strip = self.mechanism.tear()
        if strip is not None:
            self.head.sign(strip)
            self.tray.add(strip)
        return strip
