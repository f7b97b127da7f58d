"""The printer's share of the composition root; apart, because its imports follow the first frame."""

from pathlib import Path
from tempfile import gettempdir
from typing import Protocol

from config.settings import PrinterSettings
from devices.printing.composer import Composer
from devices.printing.escpos_text import TextForm
from devices.printing.layout import TicketLayout
from devices.printing.measures import measures_for
from devices.printing.ownership import Owned, lock_folder
from devices.printing.profiles import GENERIC, PrinterProfile, ProfileError, find_profile
from devices.printing.serial_transport import BITS_PER_BYTE, FlowControl, SerialTransport
from devices.printing.spooler import EscposPrinter
from devices.printing.tcp_transport import TcpTransport
from devices.printing.transport import Transport
from devices.printing.uevents import NetlinkUevents
from devices.printing.usblp_transport import UsblpTransport
from kiosk.domain.words import Words
from kiosk.log import Log
from kiosk.ports import Clock, KioskError, PrinterListener, PrinterMemory, PrintJournal
from kiosk.segno_qr import qr_matrix


class Book(PrintJournal, PrinterMemory, Protocol):
    """The journal of jobs, and the memory of printers."""


def escpos_printer(
    settings: PrinterSettings,
    resources: Path,
    words: Words,
    book: Book,
    listener: PrinterListener,
    clock: Clock,
    log: Log,
    locks: Path | None = None,
) -> EscposPrinter:
    """The printer that the settings describe. Raises KioskError where they name no known make.

    `locks` is where the lock lies on a machine without /run/lock.
    """
    measures = measures_for(settings.width_dots)
    composer = Composer(
        TicketLayout(measures, qr_matrix, resources / "ticket"),
        TextForm(measures),
        bytes_per_second=link_bytes_per_second(settings),
    )
    return EscposPrinter(
        owned_transport(settings, clock, locks or Path(gettempdir())),
        composer,
        book,
        listener,
        clock,
        void_words=(words("tkt.void"), words("tkt.void.keep")),
        answers=settings.answers,
        profile=printer_profile(settings, resources),
        roll_mm=float(settings.roll_mm) or None,
        memory=book,
        note=log,
    )


def printer_profile(settings: PrinterSettings, resources: Path) -> PrinterProfile:
    """The make. Raises KioskError."""
    if settings.profile == GENERIC.name:
        return GENERIC
    try:
        profile = find_profile(resources / "printers", settings.profile)
    except ProfileError as error:
        raise KioskError(str(error)) from error
    if not profile.drivable:
        raise KioskError(
            f"printer profile {profile.name} holds facts only; no driver speaks it yet"
        )
    return profile


def link_bytes_per_second(settings: PrinterSettings) -> float:
    """How fast the link is: a serial line says it itself."""
    if settings.kind == "serial":
        return min(settings.bytes_per_second, settings.baud / BITS_PER_BYTE)
    return settings.bytes_per_second


def owned_transport(settings: PrinterSettings, clock: Clock, locks: Path) -> Owned:
    """The link, with the lock that keeps a second process away."""
    device = settings.address if settings.kind == "tcp" else settings.device
    return Owned(_transport(settings, clock), device, lock_folder(locks))


def _transport(settings: PrinterSettings, clock: Clock) -> Transport:
    match settings.kind:
        case "serial":
            flow = FlowControl(settings.flow)
            return SerialTransport(settings.device, clock, settings.baud, flow)
        case "usb":
            return UsblpTransport(settings.device, clock, NetlinkUevents())
        case _:
            host, _, port = settings.address.rpartition(":")
            return TcpTransport(host.strip("[]"), int(port))
