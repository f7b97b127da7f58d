"""The guard before all that is for kiosks: only signed requests of enrolled devices pass."""

from uuid import UUID

import msgspec
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.handlers import BaseRouteHandler

from central.api.door import StrictRequest
from central.api.problems import Refused, unreadable
from central.parts import Parts
from central.refusal import Code, Refusal
from central.signatures import Signed, genuine
from central.store import devices
from central.store.devices import Device
from central.store.keys import refused_signer
from kiosk.domain.signing import Signable, key_id_of, read_signature

NEW_KEY = "/api/v1/device/key"
"""Here a body names the key that is to come."""
_STATES = {
    devices.PENDING: Refusal(Code.DEVICE_PENDING, "somebody has to compare the codes first"),
    devices.REFUSED: Refusal(Code.DEVICE_REVOKED, "the enrolment was refused"),
    devices.REVOKED: Refusal(Code.DEVICE_REVOKED, "this device may not speak here any more"),
}


class _Speaker(msgspec.Struct, frozen=True):
    """Who a body says it is of, where it says so."""

    installation: UUID | None = None
    public_key: bytes | None = None


async def from_a_device(
    connection: ASGIConnection[object, object, object, State], _: BaseRouteHandler
) -> None:
    """Let only a request pass that an enrolled device signed, and in its own name. Raises Refused."""
    if not isinstance(connection, StrictRequest):
        raise Refused(Refusal(Code.SIGNATURE_INVALID, "expected a request"))
    parts: Parts = connection.app.state.parts
    signed = await signed_request(connection)
    device = await parts.registry.do(lambda c: devices.find(c, signed.given.key_id))
    if device is None:
        raise Refused(Refusal(Code.DEVICE_UNKNOWN, "enrol this kiosk first"))
    accept(parts, signed, device.public_key)
    if device.state in _STATES:
        raise Refused(_STATES[device.state])
    await _in_its_own_name(parts, device, connection)
    connection.state.device = device


async def signed_request(request: StrictRequest) -> Signed:
    """What came, as it was signed. Raises Refused where no signature of our profile came with it."""
    headers = request.headers
    inputs, signatures = headers.getall("signature-input", []), headers.getall("signature", [])
    found = None
    if len(inputs) == len(signatures) == 1:
        found = read_signature(inputs[0], signatures[0])
    digest, request_id = headers.get("content-digest"), headers.get("x-request-id")
    if found is None or digest is None or not request_id:
        raise Refused(Refusal(Code.SIGNATURE_INVALID, "expected a signature of our profile"))
    signable = Signable(
        method=request.method,
        authority=headers.get("host", ""),
        path=request.scope["raw_path"].decode("latin-1"),
        query=request.scope["query_string"].decode("latin-1"),
        content_digest=digest,
        request_id=request_id,
    )
    return Signed(signable, await request.packed_body(), *found)


def accept(parts: Parts, signed: Signed, public_key: bytes, *, once: bool = True) -> None:
    """Count a request that the holder of this key made now, and `once`. Raises Refused."""
    refusal = genuine(signed, public_key)
    if refusal is None and signed.given.key_id != key_id_of(public_key):
        refusal = Refusal(Code.SIGNATURE_INVALID, "signed by another key than the one it names")
    counts = parts.replays.refuses if once else parts.replays.untimely
    refusal = refusal or counts(signed.given, parts.site.clock.now())
    if refusal is not None:
        raise Refused(refusal)


async def _in_its_own_name(parts: Parts, device: Device, request: StrictRequest) -> None:
    """Whatever a body says of its installation and key has to be the signer's, and not revoked."""
    speaker = _speaker(await request.body())
    key, installation = device.public_key, speaker.installation
    if request.scope["path"] != NEW_KEY and speaker.public_key not in (None, key):
        detail = "a kiosk with a new key takes a new installation id"
        raise Refused(Refusal(Code.KEY_MISMATCH, detail))
    if installation is None:
        return  # it only asks: which keys were taken back, say
    if refusal := await parts.store.read(lambda c: refused_signer(c, installation, key)):
        raise Refused(refusal)


def _speaker(body: bytes) -> _Speaker:
    """Who a body says it is of. What cannot be judged here goes no further: a handler may not look."""
    if not body:
        return _Speaker()
    try:
        return msgspec.json.decode(body, type=_Speaker)
    except (ValueError, RecursionError) as error:
        raise unreadable(error) from error
