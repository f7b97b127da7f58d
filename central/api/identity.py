"""Identity codes: a kiosk forwards one once and hears what it was worth."""

from datetime import datetime

from litestar import post
from litestar.params import JSONBody
from msgspec import UNSET

from central.api.device import unknown_installation
from central.api.problems import RESPONSES, Refused
from central.api.wire import VerifyAsk, VerifyGiven
from central.gateway import GatewayFailed, HttpGateway, Question
from central.identity import Outcome, Verifier, Vouched
from central.parts import HandedParts
from central.refusal import Code, Refusal
from central.store.board import use_code
from central.store.rows import is_known
from central.store.sqlite import SqliteStore


@post("/identity/verify", status_code=200, responses=RESPONSES)
async def verify(data: JSONBody[VerifyAsk], parts: HandedParts) -> VerifyGiven:
    """Judge an identity code; a genuine one is good once."""
    verifier = parts.gateway or parts.verifier
    if verifier is None:
        raise Refused(Refusal(Code.IDENTITY_UNAVAILABLE, "no verifier is set up"))
    if not await parts.store.read(lambda c: is_known(c, data.installation)):
        raise Refused(unknown_installation())
    now = parts.site.clock.now()
    if isinstance(verifier, HttpGateway):
        question = Question(data.payload, data.visit, data.installation)
        return await _asked(verifier, question, now)
    return await _judged(verifier, parts.store, data.payload, now)


async def _judged(
    verifier: Verifier, store: SqliteStore, payload: bytes, now: datetime
) -> VerifyGiven:
    """The sandbox's judgement."""
    found = verifier.judge(payload, now)
    if not isinstance(found, Vouched):
        return VerifyGiven(found.value)
    if not await store.write(lambda c: use_code(c, found.jti, found.forget_at, now)):
        return VerifyGiven(Outcome.USED.value)
    return VerifyGiven(Outcome.VERIFIED.value, found.given_name, found.masked_name)


async def _asked(gateway: HttpGateway, question: Question, now: datetime) -> VerifyGiven:
    try:
        judged = await gateway.judge(question, now)
    except GatewayFailed as error:
        raise Refused(Refusal(Code.IDENTITY_UNAVAILABLE, f"the gateway: {error}")) from None
    names = (judged.given_name or UNSET, judged.masked_name or UNSET)
    return VerifyGiven(judged.outcome.value, *names)
