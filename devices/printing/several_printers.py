"""Several printers that the kiosk sees as one: the second prints while the first cannot."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from devices.printing.spooler import EscposPrinter
from devices.printing.turns import Rota
from kiosk.domain.devices import RollStep
from kiosk.ports import PrinterReport


class SeveralPrinters:
    """Implements Printer over a rota's printers, in its order."""

    def __init__(self, rota: Rota, printers: Sequence[EscposPrinter]) -> None:
        self._rota = rota
        self._printers = tuple(printers)

    def start(self) -> None:
        """See Printer."""
        for printer in self._printers:
            printer.start()

    def wake(self) -> None:
        """See Printer."""
        for printer in self._printers:
            printer.wake()

    @property
    def report(self) -> PrinterReport:
        """See Printer: of the one that the next ticket comes from."""
        reports = [printer.report for printer in self._printers]
        told = zip(reports, self._rota.seats, self._rota.states, strict=True)
        both = tuple(replace(one, name=seat.name, state=state) for one, seat, state in told)
        return replace(reports[self._rota.in_use], both=both)

    def watch_roll(self, tell: Callable[[RollStep], None] | None) -> None:
        """See Printer: whichever is opened tells."""
        for printer in self._printers:
            printer.watch_roll(tell)

    def count_roll_anew(self) -> None:
        """See Printer."""
        for printer in self._printers:
            printer.count_roll_anew()

    def close(self) -> None:
        """See Printer; they come to their ends at the same time."""
        for printer in self._printers:
            printer.begin_to_close()
        for printer in self._printers:
            printer.close()
