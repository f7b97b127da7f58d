"""Several printers that the kiosk sees as one: the second prints while the first cannot."""

from collections.abc import Sequence

from devices.printing.spooler import EscposPrinter
from devices.printing.turns import Rota
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
        return self._printers[self._rota.in_use].report

    def close(self) -> None:
        """See Printer; they come to their ends at the same time."""
        for printer in self._printers:
            printer.begin_to_close()
        for printer in self._printers:
            printer.close()
