"""The loop that lets the database grow old: once a day, while no kiosk has anything to tell."""

import asyncio

from central.log import log
from central.site import Site
from central.store import retention
from central.store.sqlite import SqliteStore
from central.store.writer import StoreError

LOOK_SECONDS = 3600.0
BITE = 200
"""Rows of a kind in one command: a kiosk that asks meanwhile waits for milliseconds."""
PAUSE_SECONDS = 0.5


async def tidy(store: SqliteStore, site: Site) -> None:
    """Look every hour, until cancelled."""
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        try:
            await look(store, site)
        except StoreError as error:
            log("not_tidied", detail=str(error))


async def look(store: SqliteStore, site: Site, pause_seconds: float = PAUSE_SECONDS) -> None:
    """Tidy as long as it is quiet."""
    today, removed = site.local().date(), 0
    await store.write(lambda c: retention.age(c, today))
    while await store.read(lambda c: retention.is_quiet(c, site.clock.now())):
        bite = await store.write(lambda c: retention.tidy(c, site.clock.now(), BITE))
        if not bite:
            break
        removed += bite
        await asyncio.sleep(pause_seconds)
    if removed:
        log("tidied", rows=removed)
