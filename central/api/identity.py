"""Identity codes: a kiosk forwards one once and hears what it was worth."""

from litestar import post
from litestar.params import JSONBody

from central.api.device import unknown_installation
from central.api.problems import RESPONSES, Refused
from central.api.wire import VerifyAsk, VerifyGiven
from central.identity import Outcome, Vouched
from central.parts import HandedParts
from central.refusal import Code, Refusal
from central.store.board import use_code
from central.store.rows import is_known


@post("/identity/verify", status_code=200, responses=RESPONSES)
async def verify(data: JSONBody[VerifyAsk], parts: HandedParts) -> VerifyGiven:
    """Judge an identity code; a genuine one is good once."""
    if parts.verifier is None:
        raise Refused(Refusal(Code.IDENTITY_UNAVAILABLE, "no verifier is set up"))
    if not await parts.store.read(lambda c: is_known(c, data.installation)):
        raise Refused(unknown_installation())
    now = parts.site.clock.now()
    found = parts.verifier.judge(data.payload, now)
    if not isinstance(found, Vouched):
        return VerifyGiven(found.value)
    if not await parts.store.write(lambda c: use_code(c, found.jti, found.forget_at, now)):
        return VerifyGiven(Outcome.USED.value)
    return VerifyGiven(Outcome.VERIFIED.value, found.given_name, found.masked_name)
