"""What the status bits of a printer mean.

DLE EOT n: TM-U220 p. 54, Bixolon SRP-350 p. 8-9, Citizen CBM1000 p. 49, TM-L60II p. 1217.
GS a: TM-U220 p. 82-83, TM-L60II p. 1234-35, TM-T88III p. 143. Kiosk printers that reuse bits
(Citizen PPU: presenter in bit 6 of n = 4) need masks of their own.
"""

from dataclasses import dataclass, replace

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

    def answered(self, kind: int, value: int) -> "Status":
        """This status, renewed by the answer to DLE EOT `kind`."""
        match kind:
            case 1:
                return replace(self, offline=bool(value & 0x08))
            case 2:
                return replace(self, cover_open=bool(value & 0x04), paper_end=bool(value & 0x20))
            case 3:
                return replace(
                    self,
                    cutter=bool(value & 0x08),
                    broken=bool(value & 0x20),
                    hot=bool(value & 0x40),
                )
            case _:
                # Both bits of a sensor must agree: some printers use one of them otherwise.
                return replace(
                    self,
                    near_end=value & 0x0C == 0x0C,
                    paper_end=self.paper_end or value & 0x60 == 0x60,
                )

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


def status_of(values: bytes) -> Status:
    """Read the four bytes of automatic status."""
    first, second, third, _ = values
    return Status(
        offline=bool(first & 0x08),
        cover_open=bool(first & 0x20),
        cutter=bool(second & 0x08),
        broken=bool(second & 0x20),
        hot=bool(second & 0x40),
        near_end=third & 0x03 == 0x03,
        paper_end=third & 0x0C == 0x0C,
    )


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
