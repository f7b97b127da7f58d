"""What watches over kiosks and tells of them, opened and closed with the application."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from central.alert_settings import AlertSettings
from central.hints import Hints
from central.keeping import kept
from central.site import Site
from central.store.alerts import give_up_others
from central.store.sqlite import SqliteStore
from central.watchman import Watchman
from central.webhooks import Courier


@asynccontextmanager
async def watched(
    site: Site, store: SqliteStore, hints: Hints, settings: AlertSettings
) -> AsyncIterator[None]:
    """Watch, and tell, within the block; the store is open around it."""
    couriers = [Courier(hook, site, store) for hook in settings.hooks]

    def wake() -> None:
        for courier in couriers:
            courier.wake()

    names = [courier.name for courier in couriers]
    watchman = Watchman(site, store, hints, settings.rules, names, wake)
    await store.write(lambda c: give_up_others(c, names, site.clock.now()))
    for courier in couriers:
        courier.open()
    works = [kept("watchman", watchman.run), *(kept("courier", one.run) for one in couriers)]
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for courier in couriers:
            await courier.close()
