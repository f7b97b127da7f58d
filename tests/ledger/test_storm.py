"""After a long outage every kiosk tells everything at once: central takes each ticket exactly once."""

import asyncio
import base64
import json
from pathlib import Path
from uuid import UUID

import pytest

from kiosk import ed25519
from kiosk.domain.chain import GENESIS, chain
from kiosk.domain.label import ALPHABET, Minute, OwnLabel, QueueCode, Slot
from kiosk.domain.model import uuid7
from tests.contract.world import NOW, Document, World, central
from tests.ledger.report import Counted
from tests.samples import SERVICE
from tests.signing import SEED

BATCH = 100
MILLISECONDS = int(NOW.timestamp() * 1000)
RANKS = 100
SLOTS = 9
TOLD_TWICE = 7
"""Every seventh kiosk hears no answer to its last batch, and sends it again."""

PUBLIC_KEY = base64.b64encode(ed25519.public_of(SEED)).decode()
"""One enrolled key signs for every installation here; whose key may speak for whom is tried elsewhere."""


def label(number: int) -> OwnLabel:
    """Another label for each number."""
    rest, rank = divmod(number, RANKS)
    rest, slot = divmod(rest, SLOTS)
    queue, minute = divmod(rest, 24 * 60)
    return OwnLabel(QueueCode(ALPHABET[queue]), Slot(slot + 1), Minute(minute, rank))


def body(number: int) -> str:
    """The fact of a ticket, as a kiosk writes it."""
    ticket = str(uuid7(MILLISECONDS, number.to_bytes(10, "big")))
    own = label(number)
    fact = {
        "id": ticket, "visit": ticket, "label": str(own), "day": NOW.date().isoformat(),
        "queue": str(own.queue), "service": SERVICE, "at": NOW.isoformat(), "priority": False,
        "language": "id", "channel": "kiosk", "origin": "own", "spoken_code": "7Q2K-9F4M",
    }  # fmt: skip
    return json.dumps(fact, separators=(",", ":"))


def batches(kiosk: int, tickets: int) -> list[Document]:
    """All that a kiosk has to tell."""
    made: list[Document] = []
    previous = GENESIS
    for first in range(1, tickets + 1, BATCH):
        before, links = previous, []
        for seq in range(first, min(first + BATCH, tickets + 1)):
            number = kiosk * tickets + seq
            text = body(number)
            previous = chain(previous, text)
            fact = str(uuid7(MILLISECONDS + 1, number.to_bytes(10, "big")))
            link = {"seq": seq, "id": fact, "kind": "ticket.issued", "body": text, "hash": previous}
            links.append(link)
        installation = str(UUID(int=kiosk + 1))
        made.append(
            {
                "installation": installation,
                "from_seq": first,
                "previous_hash": before,
                "facts": links,
            }
        )
    return made


async def tell(world: World, kiosk: int, tickets: int) -> int:
    """Say hello, then hand over all; how far central has it."""
    hello = {
        "installation": str(UUID(int=kiosk + 1)),
        "kiosk": f"A-{kiosk:04d}",
        "head_seq": tickets,
        "head_hash": "0" * 64,
        "public_key": PUBLIC_KEY,
        "software": "0.1.0",
    }
    # A site has nine slots a day; a tenth kiosk is known all the same, and may tell what it has.
    await world.post("/device/session", hello, **{"X-Request-Id": "1"})
    acked = 0
    told = batches(kiosk, tickets)
    if kiosk % TOLD_TWICE == 0:
        told.append(told[-1])
    for batch in told:
        reply = await world.post("/sync", batch, **{"X-Request-Id": "1"})
        assert reply.status_code == 200, reply.text
        acked = reply.json()["acked_seq"]
    return acked


async def storm(folder: Path, kiosks: int, tickets: int) -> str:
    """All kiosks at once."""
    async with central(folder) as world:
        acked = await asyncio.gather(*(tell(world, kiosk, tickets) for kiosk in range(kiosks)))
        [(known, labels, conflicts)] = world.rows(
            "SELECT count(*), count(DISTINCT label), sum(label_conflict) FROM ticket"
        )
        [(facts,)] = world.rows("SELECT count(*) FROM fact")
    assert acked == [tickets] * kiosks
    assert known == labels == facts == kiosks * tickets
    assert conflicts == 0
    twice = len(range(0, kiosks, TOLD_TWICE))
    return f"{kiosks} kiosks, {known} tickets, {twice} batches sent twice: each ticket once"


async def test_two_hundred_kiosks_tell_fifty_tickets_each_at_once(
    tmp_path: Path, counted: Counted
) -> None:
    counted(await storm(tmp_path, 200, 50))


@pytest.mark.soak
async def test_every_kiosk_of_the_country_tells_a_day_at_once(
    tmp_path: Path, counted: Counted
) -> None:
    counted(await storm(tmp_path, 2_056, 250))
