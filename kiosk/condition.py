"""How the kiosk is, as it tells the server: what each part says of itself, and the machine's figures."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import kiosk
from kiosk.domain.devices import ScannerState
from kiosk.domain.readiness import Signs, application, components
from kiosk.domain.states import State
from kiosk.domain.unattended import SelfTest
from kiosk.orders import Orders
from kiosk.ports import Clock, Health, OutboxCounts, Printer, Store
from kiosk.runner import Surroundings
from kiosk.vitals import celsius, disk_free_mb


@dataclass(frozen=True, slots=True)
class Fitted:
    """The devices that the settings say are there."""

    printer: bool
    camera: bool
    scanner: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked how the kiosk is; None for a part that has not begun."""

    store: Store
    surroundings: Surroundings
    clock: Clock
    data: Path
    fitted: Fitted
    versions: Mapping[str, str]
    has_slot: Callable[[], bool]
    state: Callable[[], State | None]
    printer: Callable[[], Printer | None]
    orders: Callable[[], Orders | None]
    self_test: Callable[[], SelfTest | None]


async def condition(asked: Asked, outbox: OutboxCounts) -> Health:
    """How the kiosk is now."""
    free = await asyncio.to_thread(disk_free_mb, asked.data)
    heat = await asyncio.to_thread(celsius)
    around, offset = asked.surroundings, asked.surroundings.equipment.clock_offset
    printer, orders, told = asked.printer(), asked.orders(), components(_signs(asked))
    return Health(
        installation=asked.store.installation,
        at=asked.clock.now(),
        printer=around.printer,
        camera=around.camera,
        outbox=outbox.waiting,
        software=kiosk.__version__,
        catalogue_etag=around.catalogue.etag,
        quarantined=outbox.quarantined,
        former=outbox.former,
        slot=asked.has_slot(),
        paper=printer.report if printer else None,
        scanner=None if around.scanner is ScannerState.NONE else around.scanner,
        disk_free_mb=free,
        celsius=heat,
        clock_offset_ms=None if offset is None else round(offset * 1000),
        clock_trusted=asked.clock.trusted(),
        last_print=around.last_print,
        last_visit=around.last_visit,
        versions=asked.versions,
        application=application(told, asked.state()),
        components=told,
        newest_order=orders.newest if orders else 0,
        refused_order=orders.refused if orders else "",
        self_test=asked.self_test(),
    )


def _signs(asked: Asked) -> Signs:
    around, fitted = asked.surroundings, asked.fitted
    return Signs(
        ledger=True,  # it is the ledger that health is asked for by
        catalogue=bool(around.catalogue.services),
        online=around.online,
        clock=asked.clock.trusted(),
        slot=asked.has_slot(),
        printer=around.printer if fitted.printer else None,
        camera=around.camera if fitted.camera else None,
        scanner=around.scanner if fitted.scanner else None,
        printing=around.printing,
    )
