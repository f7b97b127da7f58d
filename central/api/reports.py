"""Weekly reports: a kiosk tells what it told, and hears what is missing here."""

from litestar import post
from litestar.params import JSONBody

from central.api.problems import RESPONSES, granted
from central.api.wire import WeekAsk, WeekJudged
from central.log import log
from central.parts import HandedParts
from central.store.digests import Digest, judge


@post("/reports/weekly", status_code=200, responses=RESPONSES)
async def judge_week(data: JSONBody[WeekAsk], parts: HandedParts) -> WeekJudged:
    """Compare a kiosk's digest of its facts with those that are here; name what is missing."""
    digest = Digest(
        installation=data.installation,
        week=data.week,
        first_seq=data.first_seq,
        last_seq=data.last_seq,
        head_hash=data.head_hash,
        facts=data.facts,
    )
    now = parts.site.clock.now()
    judgement = granted(await parts.store.write(lambda c: judge(c, digest, now)))
    if judgement.outcome != "match":
        log("digest", outcome=judgement.outcome, installation=str(data.installation))
    return WeekJudged(judgement.outcome, list(judgement.missing))
