"""The share that central's orders have of the composition root: what each of them moves here."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from config.settings import Settings
from kiosk import device_key, ed25519
from kiosk.domain import events as on
from kiosk.domain.orders import Policy, Trust, site_of
from kiosk.domain.staff import TECHNICIAN
from kiosk.enrolment import read_enrolment
from kiosk.log import Log
from kiosk.orders import Hands, Orders, Shutter
from kiosk.ports import Clock, Store
from kiosk.staff_files import StaffFiles


@dataclass(frozen=True, slots=True)
class Reach:
    """What an order moves in the running kiosk."""

    send: Callable[[on.Event], None]
    free: Callable[[], bool]
    """True while nobody is being served."""
    restart: Callable[[], None]
    rotate: Callable[[], None]
    """A new key waits: central is to hear of it."""
    print_test: Callable[[], Awaitable[None]]
    adopt: Callable[[Policy], None]


def orders_of(
    settings: Settings, store: Store, reach: Reach, clock: Clock, log: Log
) -> tuple[Orders, Shutter]:
    """What central may order of this kiosk; the switch that closes it is the one of the panel."""
    key = settings.data / device_key.FILE
    shutter = Shutter(
        reach.free,
        StaffFiles(settings.data).keep_closed,
        stop=lambda: reach.send(on.ServiceStopped(TECHNICIAN)),
        resume=lambda: reach.send(on.ServiceResumed(TECHNICIAN)),
    )

    async def restart() -> None:
        reach.restart()

    async def rotate_key() -> None:
        await asyncio.to_thread(device_key.prepare_rotation, key)
        reach.rotate()

    hands = Hands(
        free=reach.free,
        close=shutter.close,
        open=shutter.open,
        restart=restart,
        rotate_key=rotate_key,
        print_test=reach.print_test,
        adopt=reach.adopt,
    )
    return Orders(_trust(settings), ed25519.verifies, store, hands, clock, log), shutter


def _trust(settings: Settings) -> Trust | None:
    """Whose orders count here."""
    enrolment = read_enrolment(settings.data)
    if enrolment is None or enrolment.orders_key is None:
        return None
    return Trust(enrolment.orders_key, site_of(enrolment.ca_key), settings.kiosk.id)
