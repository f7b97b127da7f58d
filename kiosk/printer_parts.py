"""The printer's share of the composition root; apart, because its imports follow the first frame."""

from pathlib import Path

from config.settings import PrinterSettings
from devices.printing.composer import Composer
from devices.printing.escpos_text import TextForm
from devices.printing.layout import TicketLayout
from devices.printing.measures import measures_for
from devices.printing.spooler import EscposPrinter
from devices.printing.tcp_transport import TcpTransport
from kiosk.domain.words import Words
from kiosk.log import Log
from kiosk.ports import Clock, PrinterListener, PrintJournal
from kiosk.segno_qr import qr_matrix


def escpos_printer(
    settings: PrinterSettings,
    resources: Path,
    words: Words,
    journal: PrintJournal,
    listener: PrinterListener,
    clock: Clock,
    log: Log,
) -> EscposPrinter:
    """The printer that the settings describe."""
    measures = measures_for(settings.width_dots)
    composer = Composer(
        TicketLayout(measures, qr_matrix, resources / "ticket"),
        TextForm(measures),
        bytes_per_second=settings.bytes_per_second,
    )
    host, _, port = settings.address.rpartition(":")
    return EscposPrinter(
        TcpTransport(host.strip("[]"), int(port)),
        composer,
        journal,
        listener,
        clock,
        void_words=(words("tkt.void"), words("tkt.void.keep")),
        note=log,
    )
