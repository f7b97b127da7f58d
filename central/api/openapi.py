"""The API's description, made from the same handlers that serve it."""

from collections.abc import Sequence
from functools import cache

from litestar import Litestar, Response, Router, get
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler
from litestar.openapi import OpenAPIConfig
from litestar.serialization import encode_json

from central import __version__
from central.api import (
    alerts,
    bookings,
    changes,
    device,
    enrol,
    identity,
    keys,
    offer,
    orders,
    receipts,
    reports,
    survey,
    sync,
    tickets,
)
from central.api.signed import from_a_device

BASE = "/api/v1"
OF_DEVICES: Sequence[HTTPRouteHandler] = (
    device.open_session,
    device.take_health,
    keys.take_key,
    offer.catalogue,
    offer.queues,
    keys.keys,
    bookings.bookings,
    receipts.receipts,
    orders.orders,
    tickets.give_number,
    sync.take_facts,
    reports.judge_week,
    changes.changes,
    identity.verify,
)
"""Only for enrolled devices, which sign."""
OF_ANYBODY: Sequence[HTTPRouteHandler] = (
    enrol.enrol,
    offer.health,
    offer.today,
    survey.satisfaction,
    alerts.alerts,
)


@cache
def description() -> bytes:
    """The OpenAPI document. An application that is never served writes it: Litestar's own pages
    would claim every unknown address under the base path."""
    config = OpenAPIConfig("Anjungan central", __version__, use_handler_docstrings=True)
    scribe = Litestar(
        [Router(BASE, route_handlers=[*OF_DEVICES, *OF_ANYBODY])],
        dependencies={"parts": Provide(lambda: None, sync_to_thread=False)},
        openapi_config=config,
        logging_config=None,
    )
    return encode_json(scribe.openapi_schema.to_schema())


@get("/openapi.json", sync_to_thread=False)
def openapi() -> Response[bytes]:
    """The description of this API."""
    return Response(description(), media_type="application/vnd.oai.openapi+json")


@cache
def api() -> Router:
    """All addresses of wire v1; an application that takes them in makes a copy."""
    of_devices = Router("/", route_handlers=OF_DEVICES, guards=[from_a_device])
    return Router(BASE, route_handlers=[of_devices, *OF_ANYBODY, openapi])
