"""The printer's share of the composition root; apart, because its imports follow the first frame."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from typing import Protocol

from config.settings import PrinterLink, Settings
from devices.printing.composer import Composer
from devices.printing.escpos_text import TextForm
from devices.printing.layout import TicketLayout
from devices.printing.measures import measures_for
from devices.printing.note import Note
from devices.printing.ownership import Owned, lock_folder
from devices.printing.profiles import GENERIC, PrinterProfile, ProfileError, find_profile
from devices.printing.serial_transport import BITS_PER_BYTE, FlowControl, SerialTransport
from devices.printing.several_printers import SeveralPrinters
from devices.printing.spooler import EscposPrinter
from devices.printing.tcp_transport import TcpTransport
from devices.printing.transport import Transport
from devices.printing.turns import Rota, Turns
from devices.printing.usblp_transport import UsblpTransport
from devices.uevents import NetlinkUevents
from kiosk.domain.words import Words
from kiosk.log import Log
from kiosk.ports import (
    Clock,
    KioskError,
    Printer,
    PrinterListener,
    PrinterMemory,
    PrintJournal,
)
from kiosk.qr_symbols import qr_matrix


class Book(PrintJournal, PrinterMemory, Protocol):
    """The journal of jobs, and the memory of printers."""


def printer_of(
    settings: Settings,
    resources: Path,
    words: Words,
    book: Book,
    listener: PrinterListener,
    clock: Clock,
    log: Log,
) -> Printer:
    """The printer that the settings describe, or both. Raises KioskError where a make is unknown."""
    parts = Parts(resources, words, book, listener, clock, settings.data)
    if settings.second_printer.kind == "none":
        return escpos_printer(settings.printer, parts, log)
    both = (settings.printer, settings.second_printer)
    rota = Rota([device_of(one) for one in both], listener, clock, log)
    return SeveralPrinters(
        rota,
        [
            escpos_printer(one, parts, partial(log, printer=device_of(one)), seat)
            for one, seat in zip(both, rota.seats, strict=True)
        ],
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """What the printers of a kiosk share. `locks` is for a machine without /run/lock."""

    resources: Path
    words: Words
    book: Book
    listener: PrinterListener
    clock: Clock
    locks: Path = Path(gettempdir())


def escpos_printer(
    settings: PrinterLink, parts: Parts, note: Note, turns: Turns | None = None
) -> EscposPrinter:
    """One printer; `turns` is its place among others. Raises KioskError."""
    return EscposPrinter(
        owned_transport(settings, parts.clock, parts.locks),
        composer_of(settings, parts.resources, link_bytes_per_second(settings)),
        parts.book,
        parts.listener,
        parts.clock,
        void_words=(parts.words("tkt.void"), parts.words("tkt.void.keep")),
        answers=settings.answers,
        profile=printer_profile(settings, parts.resources),
        roll_mm=float(settings.roll_mm) or None,
        memory=parts.book,
        turns=turns,
        note=note,
    )


def text_composer(settings: PrinterLink, resources: Path) -> Composer:
    """Makes papers as text whatever the link, for programs without Qt."""
    return composer_of(settings, resources, bytes_per_second=0)


def composer_of(settings: PrinterLink, resources: Path, bytes_per_second: float) -> Composer:
    """Makes job bytes for a make, a width and a link. Raises KioskError where the make is unknown."""
    measures = measures_for(settings.width_dots)
    layout = TicketLayout(measures, qr_matrix, resources / "ticket")
    feeds = printer_profile(settings, resources).feeds
    return Composer(layout, TextForm(measures), bytes_per_second=bytes_per_second, feeds=feeds)


def device_of(settings: PrinterLink) -> str:
    """What names the printer on this machine."""
    return settings.address if settings.kind == "tcp" else settings.device


def printer_profile(settings: PrinterLink, resources: Path) -> PrinterProfile:
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


def link_bytes_per_second(settings: PrinterLink) -> float:
    """How fast the link is: a serial line says it itself."""
    if settings.kind == "serial":
        return min(settings.bytes_per_second, settings.baud / BITS_PER_BYTE)
    return settings.bytes_per_second


def owned_transport(settings: PrinterLink, clock: Clock, locks: Path) -> Owned:
    """The link, with the lock that keeps a second process away."""
    return Owned(_transport(settings, clock), device_of(settings), lock_folder(locks))


def _transport(settings: PrinterLink, clock: Clock) -> Transport:
    match settings.kind:
        case "serial":
            flow = FlowControl(settings.flow)
            return SerialTransport(settings.device, clock, settings.baud, flow)
        case "usb":
            return UsblpTransport(settings.device, clock, NetlinkUevents())
        case _:
            host, _, port = settings.address.rpartition(":")
            return TcpTransport(host.strip("[]"), int(port))
