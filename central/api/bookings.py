"""Online bookings: kiosks fetch the list of the coming days and check people in without network."""

from hashlib import sha256

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.openapi.datastructures import ResponseSpec

from central.api.exact import exact
from central.api.wire import BookingList, BookingListed, SigningKey
from central.parts import HandedParts
from central.site import Site
from central.store import bookings as store
from central.store.keys import KeyRow, key_rows
from kiosk.domain.keyring import Signer

DAYS_BACK = 1
DAYS_AHEAD = 14
_RESPONSES = {200: ResponseSpec(BookingList, False, "The list, with its SHA-256 as ETag")}


@get("/bookings", responses=_RESPONSES)
async def bookings(request: Request[object, object, State], parts: HandedParts) -> Response[bytes]:
    """Bookings from yesterday to 14 days ahead, unless the caller has them."""
    site = parts.site
    since, until = site.midnight(-DAYS_BACK), site.midnight(DAYS_AHEAD + 1)
    await parts.store.write(lambda c: store.forget(c, site.clock.now()))
    now = site.clock.now()
    rows = await parts.store.read(lambda c: store.listed(c, since, until, now))
    raw = msgspec.json.encode(_list(site, await parts.store.read(key_rows), rows))
    return exact(request, raw, sha256(raw).hexdigest())


def _list(site: Site, keys: list[KeyRow], rows: list[store.Listed]) -> BookingList:
    good = [
        SigningKey(key.id, key.public)
        for key in keys
        if key.signer is Signer.CENTRAL and key.revoked_at is None
    ]
    return BookingList("bookings/1", good, [_listed(site, row) for row in rows])


def _listed(site: Site, row: store.Listed) -> BookingListed:
    booking = row.booking
    return BookingListed(
        id=booking.id,
        code_sha256=booking.code_sha256,
        service=booking.service,
        starts=booking.starts.astimezone(site.catalogue.zone),
        ends=booking.ends.astimezone(site.catalogue.zone),
        place=booking.place,
        masked_name=booking.masked_name,
        label=row.label,
    )
