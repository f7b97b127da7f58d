"""The staff panel's share of the composition root; apart, because its imports follow the first frame."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from config.settings import Settings, SettingsError
from config.settings_file import Changes, change_settings
from kiosk.device_key import DeviceKey
from kiosk.domain.paper import Paper
from kiosk.domain.printer_test_paper import PrinterFacts
from kiosk.domain.staff import Equipment, Layout
from kiosk.domain.statistics import Figures, Period, span_of
from kiosk.ledger_statistics import count_figures, read_rows
from kiosk.log import Log
from kiosk.papers import Papers
from kiosk.ports import Clock, KioskError, Printer, Store
from kiosk.runner import Surroundings
from kiosk.staff_files import StaffFiles
from kiosk.staff_room import Machine, StaffRoom
from kiosk.statistics_csv import as_csv


@dataclass(frozen=True, slots=True)
class Reach:
    """What an order of the panel moves in the running kiosk."""

    printer: Callable[[], Printer | None]
    wake_printer: Callable[[], None]
    wake_sync: Callable[[], None]
    follow: Callable[[Layout], None]
    """Show everything as the panel hangs now."""
    changed: Callable[[], None]
    restart: Callable[[], None]


def staff_room_of(
    settings: Settings,
    ledger: Path,
    store: Store,
    key: DeviceKey,
    papers: Papers,
    surroundings: Surroundings,
    reach: Reach,
    clock: Clock,
    log: Log,
) -> StaffRoom:
    """The staff room of the kiosk that the settings describe."""
    surroundings.equipment = replace(surroundings.equipment, layout=layout_of(settings))

    def tell(found: Equipment) -> None:
        if found.layout != surroundings.equipment.layout:
            reach.follow(found.layout)
        surroundings.equipment = found
        reach.changed()

    def test_page(printer: Printer | None) -> Paper:
        local = clock.now().astimezone(surroundings.catalogue.zone)
        return papers.test(_facts(settings, printer), key.sign(bytes(12), b"t"), local)

    def count(period: Period, local: datetime) -> Figures:
        return count_figures(ledger, period, local.date(), local.utcoffset() or timedelta())

    def table(period: Period, local: datetime) -> str:
        offset, today = local.utcoffset() or timedelta(), local.date()
        rows = read_rows(ledger, period, today, offset)
        return as_csv(settings.kiosk.id, span_of(period, today), rows)

    machine = Machine(
        kiosk=settings.kiosk.id,
        data=settings.data,
        has_printer=settings.printer.kind != "none",
        has_camera=bool(settings.camera.source),
        printer=reach.printer,
        read=lambda: surroundings.equipment,
        tell=tell,
        wake_sync=reach.wake_sync,
        test_page=test_page,
        wake_printer=reach.wake_printer,
        count_figures=count,
        table=table,
        keep_layout=lambda layout: _keep(settings, layout),
        restart=reach.restart,
    )
    return StaffRoom(StaffFiles(settings.data), store, machine, clock, log)


def _facts(settings: Settings, printer: Printer | None) -> PrinterFacts:
    told, link = printer.report if printer else None, settings.printer
    level = told.level if told else None
    return PrinterFacts(
        profile=link.profile,
        link=link.kind,
        width_dots=link.width_dots,
        level=None if level is None else f"L{level}",
        model=told.model or None if told else None,
    )


def _keep(settings: Settings, layout: Layout) -> None:
    """Into the settings file; it blocks."""
    if settings.file is None:
        raise KioskError("these settings have no file")
    try:
        change_settings(settings.file, changes_of(layout))
    except (OSError, SettingsError) as error:
        raise KioskError(f"{settings.file.name}: {error}") from error


def layout_of(settings: Settings) -> Layout:
    """How the settings say that the panel hangs."""
    return Layout(
        settings.panel.diagonal_in,
        settings.panel.bottom_edge_mm,
        settings.camera.position,
        settings.scanner.position,
        settings.printer.position,
    )


def changes_of(layout: Layout) -> Changes:
    """The same as values of the settings file."""
    return {
        ("panel", "diagonal_in"): layout.diagonal_in,
        ("panel", "bottom_edge_mm"): layout.bottom_edge_mm,
        ("camera", "position"): layout.camera,
        ("scanner", "position"): layout.scanner,
        ("printer", "position"): layout.printer,
    }
