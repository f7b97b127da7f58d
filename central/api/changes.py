"""What changed: a kiosk asks what followed its cursor, and is answered when something did."""

import asyncio
from collections.abc import Mapping

from litestar import Request, get
from litestar.datastructures import State
from litestar.openapi.datastructures import ResponseSpec

from central.api.problems import MEDIA_TYPE, RESPONSES, Refused
from central.api.wire import ChangesGiven, ChangeTold, Problem
from central.feed import Changes
from central.parts import HandedParts, Parts
from central.refusal import Code, Refusal

WAIT_MOST = 60
LIMIT = 500
_RESPONSES = {
    400: RESPONSES[400],
    410: ResponseSpec(Problem, False, "The cursor leads nowhere", media_type=MEDIA_TYPE),
}


@get("/changes", responses=_RESPONSES)
async def changes(request: Request[object, object, State], parts: HandedParts) -> ChangesGiven:
    """What changed after `cursor`, at once or within `wait` seconds; without it, where to begin."""
    cursor = request.query_params.get("cursor")
    wait = _number(request.query_params, "wait", 0, WAIT_MOST)
    if cursor is None:
        return ChangesGiven([], await parts.feed.newest(), False)
    found = await _within(wait, cursor, parts) if wait else await parts.feed.after(cursor, LIMIT)
    if found is None:
        raise Refused(Refusal(Code.CURSOR_RESET, "begin again without a cursor"))
    items = [ChangeTold(change.number, change.kind, change.id) for change in found.items]
    return ChangesGiven(items, found.cursor, found.more)


def _number(asked: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = asked.get(name, str(default))
    if not (text.isascii() and text.isdigit()) or int(text[:9]) > most:
        detail = f"{name}: expected a number from 0 to {most}"
        raise Refused(Refusal(Code.VALIDATION, detail, name), 400)
    return int(text)


async def _within(seconds: int, cursor: str, parts: Parts) -> Changes | None:
    """The answer as soon as there is something to tell, the time is over, or the server stops."""
    # Listening begins before the first look, so that nothing can happen unheard in between.
    with parts.hints.listening() as changed:
        over = asyncio.get_running_loop().call_later(seconds, changed.set)
        try:
            while True:
                found = await parts.feed.after(cursor, LIMIT)
                idle = found is not None and not found.items
                if not idle or over.when() <= asyncio.get_running_loop().time():
                    return found
                if parts.hints.closed:
                    return found
                await changed.wait()
                changed.clear()
        finally:
            over.cancel()
