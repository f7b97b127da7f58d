"""Orders: an enrolled kiosk fetches what the site orders of it."""

from hashlib import sha256

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.openapi.datastructures import ResponseSpec

from central.api.exact import exact
from central.api.wire import OrderGiven, OrderList
from central.parts import HandedParts
from central.store.devices import Device
from central.store.orders import orders_for

_RESPONSES = {200: ResponseSpec(OrderList, False, "The list, with its SHA-256 as ETag")}


@get("/orders", responses=_RESPONSES)
async def orders(request: Request[object, object, State], parts: HandedParts) -> Response[bytes]:
    """The signed orders to the caller's kiosk and to every one, unless the caller has the list."""
    device: Device = request.state.device
    now = parts.site.clock.now()
    found = await parts.registry.do(lambda c: orders_for(c, device.kiosk, now))
    listed = [OrderGiven(one.text, one.signature.hex()) for one in found]
    raw = msgspec.json.encode(OrderList("orders/1", listed))
    return exact(request, raw, sha256(raw).hexdigest())
