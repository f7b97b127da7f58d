"""Keys: kiosks fetch whose signatures count, and hand in a new key of their own."""

from hashlib import sha256

import msgspec
from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import JSONBody

from central.api.device import unknown_installation
from central.api.exact import exact
from central.api.problems import RESPONSES, Refused
from central.api.wire import KeyGiven, KeyList, KeyListed, RotationAsk
from central.parts import HandedParts
from central.store.devices import Device, succeed
from central.store.keys import KeyRow, Rotation, key_rows, rotate
from central.store.rows import is_known
from kiosk.domain.keyring import key_id

_RESPONSES = {200: ResponseSpec(KeyList, False, "The list, with its SHA-256 as ETag")}


@get("/keys", responses=_RESPONSES)
async def keys(request: Request[object, object, State], parts: HandedParts) -> Response[bytes]:
    """Every key that signs or signed codes of this site, unless the caller has the list."""
    rows = await parts.store.read(key_rows)
    raw = msgspec.json.encode(KeyList("keys/1", [_listed(row) for row in rows]))
    return exact(request, raw, sha256(raw).hexdigest())


@post("/device/key", status_code=200, responses=RESPONSES)
async def take_key(
    data: JSONBody[RotationAsk], request: Request[object, object, State], parts: HandedParts
) -> KeyGiven:
    """Take over a kiosk's new key; what the old one signed stays good until it is revoked."""
    if not await parts.store.read(lambda c: is_known(c, data.installation)):
        raise Refused(unknown_installation())
    wish = Rotation(data.installation, data.public_key, data.signed_by_old, data.signed_by_new)
    now = parts.site.clock.now()
    if refusal := await parts.store.write(lambda c: rotate(c, wish, now)):
        raise Refused(refusal)
    device: Device = request.state.device
    await parts.registry.do(lambda c: succeed(c, device, wish.public, now))
    return KeyGiven(key_id(wish.public).hex())


def _listed(row: KeyRow) -> KeyListed:
    return KeyListed(row.id, row.public, row.signer.value, row.kiosk, row.revoked_at is not None)
