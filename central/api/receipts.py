"""Receipts for documents: kiosks fetch the list and print what waits for a ticket's code."""

from hashlib import sha256

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.openapi.datastructures import ResponseSpec

from central.api.exact import exact
from central.api.wire import ReceiptList, ReceiptListed
from central.parts import HandedParts
from central.site import Site
from central.store import receipts as store

_RESPONSES = {200: ResponseSpec(ReceiptList, False, "The list, with its SHA-256 as ETag")}


@get("/receipts", responses=_RESPONSES)
async def receipts(request: Request[object, object, State], parts: HandedParts) -> Response[bytes]:
    """Receipts that are recorded, until 30 days after their promised day, unless the caller has them."""
    site = parts.site
    await parts.store.write(lambda c: store.forget(c, site.local().date()))
    rows = await parts.store.read(store.listed)
    listed = ReceiptList("receipts/1", [_listed(site, row) for row in rows])
    raw = msgspec.json.encode(listed)
    return exact(request, raw, sha256(raw).hexdigest())


def _listed(site: Site, row: store.Receipt) -> ReceiptListed:
    return ReceiptListed(
        id=row.id,
        ticket=row.taken.ticket,
        label=row.taken.label,
        service=row.taken.service,
        documents=list(row.documents),
        received=row.received.astimezone(site.catalogue.zone),
        promised=row.promised,
        spoken_code=row.spoken_code,
        printed=row.printed > 0,
    )
