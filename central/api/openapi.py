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
    identity,
    keys,
    offer,
    receipts,
    reports,
    survey,
    sync,
    tickets,
)

BASE = "/api/v1"
DESCRIBED: Sequence[HTTPRouteHandler] = (
    device.open_session,
    device.take_health,
    keys.take_key,
    offer.catalogue,
    offer.queues,
    offer.health,
    offer.today,
    survey.satisfaction,
    alerts.alerts,
    keys.keys,
    bookings.bookings,
    receipts.receipts,
    tickets.give_number,
    sync.take_facts,
    reports.judge_week,
    changes.changes,
    identity.verify,
)


@cache
def description() -> bytes:
    """The OpenAPI document. An application that is never served writes it: Litestar's own pages
    would claim every unknown address under the base path."""
    config = OpenAPIConfig("Anjungan central", __version__, use_handler_docstrings=True)
    scribe = Litestar(
        [Router(BASE, route_handlers=DESCRIBED)],
        dependencies={"parts": Provide(lambda: None, sync_to_thread=False)},
        openapi_config=config,
        logging_config=None,
    )
    return encode_json(scribe.openapi_schema.to_schema())


@get("/openapi.json", sync_to_thread=False)
def openapi() -> Response[bytes]:
    """The description of this API."""
    return Response(description(), media_type="application/vnd.oai.openapi+json")


def api() -> Router:
    """All addresses of wire v1."""
    return Router(BASE, route_handlers=[*DESCRIBED, openapi])
