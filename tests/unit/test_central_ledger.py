"""Facts: each is kept once and in order, and what a kiosk printed is what counts."""

import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.facts import NotUnderstood, read_fact
from kiosk.domain.chain import chain
from tests.contract.world import Chain, World, asked, example, issued, ticket_id

ID = str(ticket_id(1))


def call(minute: int) -> tuple[str, object]:
    at = f"2026-08-06T09:{minute:02d}:00+07:00"
    return "staff.called", {"at": at, "kiosk": "A-03", "screen": "S00", "reason": "help"}


async def push(world: World, batch: object) -> Any:
    return (await world.post("/sync", batch)).json()


def statuses(answer: Any) -> list[str]:
    return [result["status"] for result in answer["results"]]


def test_hashes_are_those_of_the_contract() -> None:
    shown = example("hash_chain")
    previous = shown["genesis"]

    for fact in shown["facts"]:
        previous = chain(previous, fact["body"])
        assert previous == fact["hash"]


@given(st.text(), st.text(), st.text())
def test_a_changed_fact_changes_every_hash_after_it(one: str, other: str, last: str) -> None:
    start = "0" * 64

    same = chain(chain(start, one), last) == chain(chain(start, other), last)

    assert same == (one == other)


async def test_a_batch_of_nothing_tells_how_far_the_chain_is_known(world: World) -> None:
    chain = Chain()
    await push(world, chain.batch(call(1), call(2)))

    answer = await push(world, chain.batch())

    assert answer == {"results": [], "acked_seq": 2, "head_hash": chain.head}


async def test_facts_are_kept_in_the_bytes_they_came_in(world: World) -> None:
    body = '{ "at":"2026-08-06T09:01:00+07:00",  "kiosk":"A\\u002d3","screen":"Š","reason":"jam" }'
    await push(world, Chain().batch(("staff.called", body)))

    assert world.rows("SELECT body FROM fact") == [(body,)]


async def test_one_fact_sent_under_two_places_of_the_chain_is_applied_once(world: World) -> None:
    chain = Chain()
    await push(world, chain.batch(call(1)))
    second = chain.batch(call(1))
    second["facts"][0]["id"] = world.rows("SELECT id FROM fact")[0][0]

    answer = await push(world, second)

    assert statuses(answer) == ["duplicate"]
    assert answer["acked_seq"] == 2
    assert len(world.rows("SELECT fact FROM staff_call")) == 1


async def test_a_missing_fact_inside_a_batch_refuses_it_whole(world: World) -> None:
    batch = Chain().batch(call(1), call(2), call(3))
    del batch["facts"][1]

    answer = await push(world, batch)

    assert answer["type"] == "urn:anjungan:problem:chain-broken"
    assert answer["resend_from"] == 1
    assert world.rows("SELECT * FROM fact") == []


async def test_a_changed_body_refuses_the_batch(world: World) -> None:
    batch = Chain().batch(call(1), call(2))
    batch["facts"][0]["body"] = batch["facts"][0]["body"].replace("help", "jam")

    answer = await push(world, batch)

    assert answer["type"] == "urn:anjungan:problem:chain-broken"
    assert world.rows("SELECT * FROM staff_call") == []


async def test_a_kiosk_resends_from_where_it_is_told(world: World) -> None:
    chain, kept = Chain(), Chain()
    kept.batch(call(1))
    late = chain.batch(call(1), call(2), call(3))
    late["facts"], gap = late["facts"][:1], late["facts"][1:]
    gap_batch = {**late, "from_seq": 3, "previous_hash": gap[0]["hash"], "facts": gap[1:]}
    await push(world, late)

    refused = await push(world, gap_batch)
    again = {**late, "from_seq": refused["resend_from"], "previous_hash": kept.head, "facts": gap}
    answer = await push(world, again)

    assert refused["resend_from"] == 2
    assert statuses(answer) == ["accepted", "accepted"]
    assert answer["acked_seq"] == 3


async def test_a_fact_that_is_not_understood_waits_for_somebody(world: World) -> None:
    answer = await push(world, Chain().batch(("kiosk.danced", "{}"), call(1)))

    assert statuses(answer) == ["rejected", "accepted"]
    assert answer["acked_seq"] == 2
    assert world.rows("SELECT seq, problem FROM quarantine") == [(1, "unknown-kind")]


async def test_a_printed_own_number_leaves_the_assigned_one_void_for_ever(world: World) -> None:
    await world.post("/tickets", asked(1))
    await push(world, Chain().batch(("ticket.issued", issued(1))))

    following = await world.post("/tickets", asked(2))

    ticket = world.rows("SELECT label, origin, state FROM ticket WHERE id = ?", ID)
    assert ticket == [("K1 0935", "own", "issued")]
    assert world.rows("SELECT queue, number, ticket FROM gap") == [("K", 1, ID)]
    assert following.json()["label"] == "K 002"


async def test_a_request_that_comes_after_its_own_number_was_printed_gets_none(
    world: World,
) -> None:
    await push(world, Chain().batch(("ticket.issued", issued(1))))

    late = await world.post("/tickets", asked(1))

    assert late.status_code == 409
    assert late.json()["type"] == "urn:anjungan:problem:already-issued"
    assert world.rows("SELECT * FROM counter") == []


async def test_a_label_of_two_papers_is_kept_twice_and_flagged(world: World) -> None:
    facts = [("ticket.issued", issued(number)) for number in (1, 2, 3)]

    answer = await push(world, Chain().batch(*facts))

    assert statuses(answer) == ["accepted", "conflict", "conflict"]
    stored = world.rows("SELECT label, label_conflict FROM ticket ORDER BY id")
    assert stored == [("K1 0935", 0), ("K1 0935", 1), ("K1 0935", 2)]
    assert [ticket["label_conflict"] for ticket in await tickets(world)] == [True, True, False]


async def tickets(world: World) -> list[Any]:
    found: list[Any] = (await world.client.get("/api/v1/today")).json()["tickets"]
    return found


async def test_a_ticket_printed_with_a_second_label_keeps_its_first(world: World) -> None:
    facts = [("ticket.issued", issued(1)), ("ticket.issued", issued(1, label="K1 0936"))]

    answer = await push(world, Chain().batch(*facts))

    assert answer["results"][1]["problem"] == "ticket-relabelled"
    assert world.rows("SELECT label FROM ticket") == [("K1 0935",)]


async def test_a_number_this_server_forgot_is_not_given_again(world: World) -> None:
    printed = issued(1, label="K 041", origin="authority")
    await push(world, Chain().batch(("ticket.issued", printed)))

    following = await world.post("/tickets", asked(2))

    assert following.json()["label"] == "K 042"


async def test_confirmed_tickets_tell_what_became_of_their_paper(world: World) -> None:
    await world.post("/tickets", asked(1))
    at = "2026-08-06T09:35:00+07:00"
    printed = issued(1, label="K 001", origin="authority")
    facts = (
        ("ticket.issued", printed),
        ("print.ended", {"ticket": ID, "at": at, "outcome": "printed"}),
        ("ticket.reprinted", {"id": ID, "at": at}),
    )

    await push(world, Chain().batch(*facts))

    (ticket,) = await tickets(world)
    assert (ticket["state"], ticket["paper"], ticket["reprints"]) == ("issued", "printed", 1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"label": "K2-0935"},
        {"label": "KA1 0935"},
        {"label": "K 001"},
        {"label": "K 000", "origin": "authority"},
        {"label": "K1 2460"},
        {"at": "2026-08-06T09:34:11"},
        {"at": "0001-01-01T00:00:00+07:00"},
        {"day": "2026-02-30"},
        {"id": "9b2f6a34-1c5d-4e7f-8a90-b1c2d3e4f506"},
        {"queue": "B"},
        {"priority": 1},
        {"channel": "fax"},
        {"language": ""},
        {"spoken_code": None},
    ],
)
def test_a_ticket_that_cannot_be_is_not_understood(wrong: dict[str, object]) -> None:
    text = Chain().batch(("ticket.issued", issued(1, **wrong)))["facts"][0]["body"]

    with pytest.raises(NotUnderstood):
        read_fact("ticket.issued", text)


@given(st.text())
def test_no_text_breaks_the_reader_of_facts(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_fact("visit.ended", text)


# --- facts that were lost here ----------------------------------------------------------------


def digest(chain: Chain, **changes: object) -> object:
    """What a kiosk says it told."""
    said = {
        "installation": chain.installation,
        "week": "2026-W32",
        "first_seq": 1,
        "last_seq": chain.seq,
        "head_hash": chain.head,
        "facts": {"staff.called": chain.seq},
    }
    return said | changes


async def test_lost_facts_are_named_taken_again_and_applied_once(world: World) -> None:
    chain = Chain()
    batch = chain.batch(*(call(minute) for minute in range(1, 6)))
    await push(world, batch)
    world.put("DELETE FROM fact WHERE seq IN (2, 3)")

    named = (await world.post("/reports/weekly", digest(chain))).json()
    links = batch["facts"]
    again = {**batch, "from_seq": 2, "previous_hash": links[0]["hash"], "facts": links[1:]}
    answer = await push(world, again)
    after = (await world.post("/reports/weekly", digest(chain))).json()

    assert named == {"outcome": "missing", "missing": [2, 3]}
    assert statuses(answer) == ["accepted", "accepted", "duplicate", "duplicate"]
    assert (answer["acked_seq"], answer["head_hash"]) == (5, chain.head)
    assert after == {"outcome": "match", "missing": []}
    assert len(world.rows("SELECT * FROM staff_call")) == 5
    assert world.rows("SELECT week, outcome, missing FROM digest") == [("2026-W32", "match", 0)]


async def test_a_lost_fact_is_not_replaced_by_another(world: World) -> None:
    chain, forged = Chain(), Chain()
    await push(world, chain.batch(*(call(minute) for minute in range(1, 4))))
    world.put("DELETE FROM fact WHERE seq = 2")
    other = forged.batch(call(1), call(30), call(3))

    refused = await push(world, other)

    assert refused["type"] == "urn:anjungan:problem:chain-forked"
    assert len(world.rows("SELECT * FROM fact")) == 2


async def test_a_digest_that_claims_the_sky_is_answered_with_a_thousand_numbers(
    world: World,
) -> None:
    chain = Chain()
    await push(world, chain.batch(call(1)))

    answer = (await world.post("/reports/weekly", digest(chain, last_seq=2**53))).json()

    assert answer == {"outcome": "missing", "missing": list(range(2, 1002))}


@pytest.mark.parametrize(
    "wrong", [{"head_hash": "f" * 64}, {"facts": {"staff.called": 2}}, {"facts": {}}]
)
async def test_a_digest_of_other_facts_differs(world: World, wrong: dict[str, object]) -> None:
    chain = Chain()
    await push(world, chain.batch(call(1)))

    answer = (await world.post("/reports/weekly", digest(chain, **wrong))).json()

    assert answer == {"outcome": "differs", "missing": []}


async def test_a_digest_of_a_stranger_is_not_judged(world: World) -> None:
    stranger = digest(Chain(), installation=str(UUID(int=7)), last_seq=1)

    reply = await world.post("/reports/weekly", stranger)

    assert reply.json()["type"] == "urn:anjungan:problem:unknown-installation"


POISON = {
    "an unknown kind": ("kiosk.danced", "{}"),
    "no JSON": ("staff.called", "{half"),
    "another JSON": ("staff.called", "[1, 2]"),
    "a deep JSON": ("staff.called", "[" * 20_000),
    "a long text": ("staff.called", json.dumps({"x": "y" * 100_000})),
    "a lone surrogate": ("staff.called", '{"kiosk": "\\ud800"}'),
    "control signs": ("staff.called", "\x00\x1b@"),
    "nothing": ("staff.called", ""),
    "a long kind": ("k" * 40, "{}"),
}


@pytest.mark.parametrize("poison", POISON.values(), ids=POISON)
async def test_poison_is_set_aside_and_the_others_go_on(
    world: World, poison: tuple[str, str]
) -> None:
    answer = await push(world, Chain().batch(call(1), poison, call(2)))

    assert statuses(answer) == ["accepted", "rejected", "accepted"]
    assert answer["acked_seq"] == 3
    assert world.rows("SELECT seq FROM quarantine") == [(2,)]
    assert world.rows("SELECT body FROM fact WHERE seq = 2") == [(poison[1],)]
