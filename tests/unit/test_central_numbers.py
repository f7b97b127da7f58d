"""Numbers of the authority: no two tickets share one, and none is left out."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from central.refusal import Code, Refusal
from central.store.leases import Introduction, introduce
from central.store.numbers import Given, Terms, Wish, assign
from central.store.sqlite import SqliteStore
from kiosk.domain.label import QueueCode
from kiosk.domain.ticket import Channel
from tests.contract.world import INSTALLATION, NOW, ticket_id

KIOSK = Introduction(UUID(INSTALLATION), "A-03", 0, "0" * 64, bytes(32), "0.1.0")
TODAY = NOW.date()
TERMS = Terms(refusal=None, daily_quota=None, epoch=0, now=NOW)


def wish(number: int, queue: str = "K", day: date = TODAY) -> Wish:
    return Wish(
        id=ticket_id(number),
        installation=KIOSK.installation,
        visit=UUID(int=number),
        day=day,
        queue=QueueCode(queue),
        service="disdukcapil.ktp-el-hilang",
        at=NOW,
        priority=False,
        language="id",
        channel=Channel.KIOSK,
    )


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = SqliteStore(tmp_path)
    opened.open(NOW)
    await opened.write(lambda c: introduce(c, KIOSK, NOW.date(), 0, NOW))
    yield opened
    opened.close()


async def ask(store: SqliteStore, wanted: Wish, terms: Terms = TERMS) -> Given | Refusal:
    return await store.write(lambda c: assign(c, wanted, terms))


def numbers(answers: list[Given | Refusal]) -> list[int]:
    return [answer.label.number for answer in answers if isinstance(answer, Given)]


def code(answer: Given | Refusal) -> Code | None:
    return answer.code if isinstance(answer, Refusal) else None


async def test_sixteen_kiosks_at_once_share_no_number_and_leave_none_out(
    store: SqliteStore,
) -> None:
    async def one_kiosk(kiosk: int) -> list[Given | Refusal]:
        return [await ask(store, wish(kiosk * 1000 + place)) for place in range(50)]

    answers = await asyncio.gather(*(one_kiosk(kiosk) for kiosk in range(16)))

    given = [number for kiosk in answers for number in numbers(kiosk)]
    assert sorted(given) == list(range(1, 801))
    assert all(numbers(kiosk) == sorted(numbers(kiosk)) for kiosk in answers)


async def test_a_ticket_asked_many_times_at_once_has_one_number(store: SqliteStore) -> None:
    answers = await asyncio.gather(*(ask(store, wish(7)) for _ in range(20)))

    assert numbers(list(answers)) == [1] * 20
    assert [answer.repeated for answer in answers if isinstance(answer, Given)].count(False) == 1


async def test_a_repeated_ticket_hears_what_it_heard_first(store: SqliteStore) -> None:
    first = await ask(store, wish(1))
    await ask(store, wish(2))

    again = await ask(store, wish(1))

    assert isinstance(first, Given)
    assert again == replace(first, repeated=True)


async def test_queues_and_days_count_for_themselves(store: SqliteStore) -> None:
    tomorrow = NOW.date() + timedelta(days=1)
    wishes = [wish(1), wish(2, "KA"), wish(3, day=tomorrow), wish(4)]

    answers = [await ask(store, wanted) for wanted in wishes]

    assert numbers(answers) == [1, 1, 1, 2]


async def test_a_queue_gives_999_numbers_and_no_more(store: SqliteStore) -> None:
    await asyncio.gather(*(ask(store, wish(number)) for number in range(1, 999)))

    last, beyond = await ask(store, wish(999)), await ask(store, wish(1000))

    assert numbers([last]) == [999]
    assert code(beyond) is Code.QUEUE_FULL


async def test_a_later_epoch_numbers_in_its_own_thousand(store: SqliteStore) -> None:
    await ask(store, wish(1))

    answer = await ask(store, wish(2), replace(TERMS, epoch=3))

    assert numbers([answer]) == [3001]
    assert isinstance(answer, Given)
    assert str(answer.label) == "K 3001"


async def test_places_of_a_quota_are_given_once_each(store: SqliteStore) -> None:
    terms = replace(TERMS, daily_quota=5)

    answers = await asyncio.gather(*(ask(store, wish(number), terms) for number in range(12)))

    assert sorted(numbers(list(answers))) == [1, 2, 3, 4, 5]
    assert [code(answer) for answer in answers].count(Code.QUOTA_FULL) == 7


async def test_a_refused_ticket_uses_up_no_number(store: SqliteStore) -> None:
    closed = replace(TERMS, refusal=Refusal(Code.SERVICE_CLOSED, "closed"))

    refused = await ask(store, wish(1), closed)
    answer = await ask(store, wish(1))

    assert code(refused) is Code.SERVICE_CLOSED
    assert numbers([answer]) == [1]


async def test_a_ticket_that_has_its_number_keeps_it_after_closing(store: SqliteStore) -> None:
    await ask(store, wish(1))

    again = await ask(store, wish(1), replace(TERMS, refusal=Refusal(Code.SERVICE_CLOSED, "x")))

    assert numbers([again]) == [1]


async def test_a_number_tells_how_many_came_before(store: SqliteStore) -> None:
    answers = [await ask(store, wish(number)) for number in range(4)]

    assert [answer.ahead for answer in answers if isinstance(answer, Given)] == [0, 1, 2, 3]
