"""Builds the application: what it is made of, and what opens and closes with it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

from litestar import Litestar
from litestar.datastructures import State
from litestar.di import Provide

from central.api.door import BODY_MOST, StrictRequest, stamp
from central.api.openapi import api
from central.api.problems import HANDLERS
from central.gateway import HttpGateway
from central.hints import Hints
from central.identity import sandbox_verifier
from central.keeping import kept
from central.log import log
from central.orders import orders_key
from central.parts import Parts
from central.settings import Settings
from central.signatures import ReplayGuard
from central.site import Site, open_site
from central.store.changes import SqliteFeed, note_catalogue, watch
from central.store.devices import Registry
from central.store.sqlite import SqliteStore
from central.store.writer import StoreError
from central.telling import watched
from central.tidying import tidy
from central.watchdog import fed
from central.web.pages import PAGES


def build_app(settings: Settings, hints: Hints | None = None) -> Litestar:
    """The server. Its store opens and closes with the application's lifespan.

    `hints` is for a caller that ends the pages' streams before the application stops.
    """
    site = open_site(settings.catalogue, settings.clock)
    store = SqliteStore(settings.data)
    # A gateway where one is named; without one, the sandbox in the demo profile, else nobody.
    gateway = HttpGateway(settings.gateway, demo=settings.demo) if settings.gateway else None
    verifier = sandbox_verifier(settings.resources) if settings.demo and not gateway else None
    hints = hints or Hints()
    registry = Registry(settings.data)
    replays = ReplayGuard(site.clock.now())
    parts = Parts(
        site,
        store,
        SqliteFeed(store),
        hints,
        verifier,
        registry,
        replays,
        orders_key(settings.data),
        gateway,
        settings.alerts,
    )
    return Litestar(
        route_handlers=[api(), *PAGES],
        dependencies={"parts": Provide(lambda: parts, sync_to_thread=False)},
        lifespan=[
            lambda _: _opened(store, registry, site, hints, gateway),
            lambda _: watched(site, store, hints, settings.alerts),
        ],
        state=State({"parts": parts}),
        request_class=StrictRequest,
        request_max_body_size=BODY_MOST,
        before_send=[stamp(store)],
        exception_handlers=HANDLERS,
        openapi_config=None,
        logging_config=None,
    )


def _opened(
    store: SqliteStore,
    registry: Registry,
    site: Site,
    hints: Hints,
    gateway: HttpGateway | None,
) -> AbstractAsyncContextManager[None]:
    @asynccontextmanager
    async def opened() -> AsyncIterator[None]:
        try:
            store.open(site.clock.now())
            await store.write(lambda c: note_catalogue(c, site.catalogue.etag))
            registry.open()
        except StoreError as error:
            log("start_failed", detail=str(error))
            registry.close()
            store.close()
            raise
        watching = asyncio.create_task(kept("feed", lambda: watch(store, hints)))
        tidying = asyncio.create_task(kept("tidying", lambda: tidy(store, site)))
        try:
            if gateway is not None:
                await gateway.open()
            async with fed(lambda: store.write(_nothing)):
                yield
        finally:
            for task in (watching, tidying):
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
            if gateway is not None:
                await gateway.close()
            registry.close()
            store.close()

    return opened()


def _nothing(_: sqlite3.Connection) -> None:
    """A command that shows that the writer lives; it changes nothing, so the disk rests."""
