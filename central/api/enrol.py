"""The door by which a kiosk comes in: it shows a token and proves its key, then waits for staff."""

from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.params import JSONBody

from central.api.door import StrictRequest
from central.api.problems import RESPONSES, Refused, granted
from central.api.signed import accept, signed_request
from central.api.wire import EnrolAsk, EnrolGiven
from central.parts import HandedParts
from central.refusal import Code, Refusal
from central.store import devices
from kiosk.domain.enrolling import TOKEN_BYTES, from_base32


@post("/enrol", responses=RESPONSES)
async def enrol(
    data: JSONBody[EnrolAsk], request: Request[object, object, State], parts: HandedParts
) -> Response[EnrolGiven]:
    """Enrol a device by a token: 202 until somebody at central has compared the codes, then 200."""
    if not isinstance(request, StrictRequest):
        raise Refused(Refusal(Code.SIGNATURE_INVALID, "expected a request"))
    # Anybody can make a key: nothing of it is remembered, and a token may be shown again.
    accept(parts, await signed_request(request), data.public_key, once=False)
    token, now = _token(data.token), parts.site.clock.now()
    device = granted(
        await parts.registry.do(
            lambda c: devices.redeem(c, token, data.public_key, data.kiosk, now)
        )
    )
    if device.state == devices.REFUSED or _over(device, parts):
        raise Refused(Refusal(Code.ENROLMENT_REFUSED, "the codes were not confirmed"))
    enrolled = device.state == devices.ENROLLED
    if enrolled:
        return Response(EnrolGiven("enrolled", device.salt, parts.orders_key), status_code=200)
    return Response(EnrolGiven("pending", device.salt), status_code=202)


def _over(device: devices.Device, parts: HandedParts) -> bool:
    return device.state == devices.PENDING and device.expires_at < parts.site.clock.now()


def _token(text: str) -> bytes:
    try:
        token = from_base32(text)
    except ValueError:
        token = b""
    if len(token) != TOKEN_BYTES:
        raise Refused(Refusal(Code.TOKEN_INVALID, "this is no token"))
    return token
