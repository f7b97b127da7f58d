"""Facts: kiosks hand over what happened, oldest first, in batches."""

from litestar import post
from litestar.params import JSONBody
from msgspec import UNSET

from central.api.problems import RESPONSES, Refused, granted
from central.api.wire import FactTaken, SyncAsk, SyncGiven
from central.parts import HandedParts
from central.refusal import Code, Refusal
from central.store.ledger import Batch, Link, take

FACTS_MOST = 100
BATCH_MOST_BYTES = 256 * 1024


@post("/sync", status_code=200, responses=RESPONSES, request_max_body_size=BATCH_MOST_BYTES)
async def take_facts(data: JSONBody[SyncAsk], parts: HandedParts) -> SyncGiven:
    """Take a batch of facts; tell for each how it was taken."""
    if len(data.facts) > FACTS_MOST:
        raise Refused(Refusal(Code.TOO_LARGE, f"a batch holds at most {FACTS_MOST} facts"))
    links = [Link(f.seq, f.id, f.kind, f.body, f.hash) for f in data.facts]
    batch = Batch(data.installation, data.from_seq, data.previous_hash, links)
    now = parts.site.clock.now()
    taken = granted(await parts.store.write(lambda c: take(c, batch, now)))
    parts.hints.tell()
    results = [
        FactTaken(fact.id, verdict.status, UNSET if verdict.problem is None else verdict.problem)
        for fact, verdict in zip(data.facts, taken.verdicts, strict=True)
    ]
    return SyncGiven(results, taken.acked_seq, taken.head_hash)
