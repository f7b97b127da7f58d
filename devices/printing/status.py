"""What the status bits of a printer mean.

DLE EOT n: TM-U220 p. 54, Bixolon SRP-350 p. 8-9, Citizen CBM1000 p. 49, TM-L60II p. 1217.
GS a: TM-U220 p. 82-83, TM-L60II p. 1234-35, TM-T88III p. 143. Kiosk printers reuse bits (Citizen PPU:
presenter in bit 6 of n = 4), so which bit means what is a table of the printer's profile.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from devices.printing.profiles import STANDARD, Bits, StatusTable
from kiosk.domain.devices import PaperOutcome, PrinterState

PRINTER, OFFLINE_CAUSE, ERROR_CAUSE, ROLL = 1, 2, 3, 4
"""The n of DLE EOT."""


@dataclass(frozen=True, slots=True)
class Status:
    """A printer's sensors at one moment."""

    offline: bool = False
    cover_open: bool = False
    paper_end: bool = False
    near_end: bool = False
    cutter: bool = False
    hot: bool = False
    broken: bool = False
    waiting: bool = False
    """A ticket hangs in the mouth and was not taken."""

    def answered(self, kind: int, value: int, table: StatusTable = STANDARD) -> "Status":
        """This status, renewed by the answer to DLE EOT `kind`."""
        return self._renewed(table.answers, kind, {kind: value})

    def _renewed(self, bits: Bits, asked: int, values: Mapping[int, int]) -> "Status":
        """All bits of a mask must be set: some makes use one of a pair otherwise."""
        news: dict[str, bool] = {}
        for name, places in bits.items():
            told = [values[place] & mask == mask for place, mask in places if place in values]
            if told:
                # A sensor that an earlier answer of the same round told of stays seen.
                earlier = getattr(self, name) and places[0][0] < asked
                news[name] = any(told) or earlier
        return replace(self, **news)

    def state(self) -> PrinterState:
        """The state of the printer as a whole: the cause that a person must remove comes first."""
        causes = (
            (self.broken, PrinterState.BROKEN),
            (self.cover_open, PrinterState.COVER_OPEN),
            (self.paper_end, PrinterState.PAPER_OUT),
            (self.cutter, PrinterState.JAM),
            (self.hot, PrinterState.HOT),
            (self.offline, PrinterState.UNKNOWN),
            (self.near_end, PrinterState.PAPER_LOW),
        )
        return next((state for holds, state in causes if holds), PrinterState.READY)

    @property
    def stopped(self) -> bool:
        """True when nothing is printed now."""
        return self.offline or self.cause is not None

    @property
    def cause(self) -> PrinterState | None:
        """Why nothing is printed, where it is known."""
        state = self.state()
        return None if state.can_print else state


def status_of(values: bytes, table: StatusTable = STANDARD) -> Status:
    """Read the four bytes of automatic status."""
    return Status()._renewed(table.automatic, 0, dict(enumerate(values, 1)))


def full_status(values: bytes, table: StatusTable) -> Status:
    """Read the four bytes of Custom's DLE EOT 20; offline is what keeps it from printing."""
    return Status()._renewed(table.full, 0, dict(enumerate(values, 1)))


OUTCOMES = {
    PrinterState.PAPER_OUT: PaperOutcome.PAPER_OUT,
    PrinterState.COVER_OPEN: PaperOutcome.COVER_OPEN,
    PrinterState.JAM: PaperOutcome.JAM,
    PrinterState.HOT: PaperOutcome.HOT,
    PrinterState.BROKEN: PaperOutcome.OFF,
    PrinterState.SILENT: PaperOutcome.OFF,
    PrinterState.UNKNOWN: PaperOutcome.OFF,
}
"""What the citizen is told while the printer is in a state that prints nothing."""
