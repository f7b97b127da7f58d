"""What every ledger keeps, the one on disk and the one in memory that other tests use."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.domain.codes import ticket_reference
from kiosk.domain.model import ServiceId
from kiosk.domain.orders import Command, Order, Policy, Taken
from kiosk.domain.paper import Paper
from kiosk.domain.papers.blocks import Text
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.popular import Choice
from kiosk.domain.ticket import Channel, IssueRefusal, Ticket, TicketDraft
from kiosk.ports import (
    FactResult,
    FormerBacklog,
    JobState,
    OutboxCounts,
    OutboxFact,
    Pushed,
    Seen,
    Standing,
)
from kiosk.sqlite_store import SqliteStore
from tests.fakes import FakeTime, MemoryStore
from tests.ledgers import (
    TODAY,
    K,
    assigned,
    draft,
    grant,
    no_paper,
    paper,
    stamp,
    unknown_ticket,
)
from tests.samples import SERVICE, THURSDAY, booking, receipt, survey

AnyStore = SqliteStore | MemoryStore
LIST = UUID(int=92)
OTHER = ServiceId("polres.skck-baru")


@pytest.fixture(params=["SQLite", "memory"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[AnyStore]:
    clock = FakeTime()
    if request.param == "memory":
        yield MemoryStore(clock)
        return
    made = SqliteStore(tmp_path / "ledger.sqlite", clock)
    yield made
    made.close()


async def own(store: AnyStore, wish: TicketDraft) -> Ticket | IssueRefusal:
    """Ask for a number of the own series."""
    return await store.record(wish, None, stamp(wish), paper, own_allowed=True)


async def given(store: AnyStore, wish: TicketDraft, number: int = 27) -> Ticket | IssueRefusal:
    """Record a number of the authority."""
    return await store.record(wish, assigned(number), stamp(wish), paper, own_allowed=False)


async def ticket_of(store: AnyStore, wish: TicketDraft, number: int = 27) -> Ticket:
    """Record a number of the authority, which must work."""
    made = await given(store, wish, number)
    assert isinstance(made, Ticket)
    return made


async def labels(store: AnyStore, *wishes: TicketDraft) -> list[str]:
    """Own numbers for several wishes, or the refusal."""
    made = [await own(store, wish) for wish in wishes]
    return [str(one.label) if isinstance(one, Ticket) else one.name for one in made]


# --- tickets ----------------------------------------------------------------------------------


async def test_a_number_of_the_authority_is_taken_as_it_is(store: AnyStore) -> None:
    made = await ticket_of(store, draft())

    assert str(made.label) == "K 027"
    assert made.ahead == 4
    assert made.draft == draft()
    assert not made.own_series


async def test_ticket_fact_and_job_are_there_together(store: AnyStore) -> None:
    made = await ticket_of(store, draft())

    (fact,) = (await store.backlog(10)).facts
    (job,) = store.open_jobs()
    assert fact.kind == "ticket.issued"
    assert str(made.id) in fact.body
    assert (job.subject, job.state, job.attempt, job.copy) == (made.id, JobState.QUEUED, 0, False)
    assert job.paper == paper(made)


async def test_when_the_paper_cannot_be_made_nothing_was_recorded(store: AnyStore) -> None:
    await store.keep_grant(grant())

    with pytest.raises(RuntimeError):
        await store.record(draft(), None, stamp(draft()), no_paper, own_allowed=True)

    assert await store.head() == (0, "0" * 64)
    assert list(store.open_jobs()) == []
    assert await labels(store, draft(2)) == ["K2 0941"]


async def test_the_same_draft_again_is_the_same_ticket(store: AnyStore) -> None:
    first = await ticket_of(store, draft())

    again = await given(store, draft(), number=28)

    assert isinstance(again, Ticket)
    assert (again.id, again.label) == (first.id, first.label)
    assert await store.outbox_size() == 1
    assert len(store.open_jobs()) == 1


async def test_the_own_series_names_slot_and_minute(store: AnyStore) -> None:
    await store.keep_grant(grant(slot=2))

    made = await labels(store, draft(1), draft(2), draft(3), draft(4, minutes=1))

    assert made == ["K2 0941", "K2 0941K", "K2 0941A", "K2 0942"]


async def test_an_own_number_knows_nothing_of_the_queue(store: AnyStore) -> None:
    await store.keep_grant(grant())

    made = await own(store, draft())

    assert isinstance(made, Ticket)
    assert made.own_series
    assert made.ahead is None


async def test_without_a_slot_for_the_day_there_is_no_own_series(store: AnyStore) -> None:
    await store.keep_grant(grant(day=TODAY + timedelta(days=1)))

    assert await labels(store, draft()) == ["OFFLINE"]
    assert await store.outbox_size() == 0


async def test_slots_that_were_forgotten_give_no_own_numbers(store: AnyStore) -> None:
    await store.keep_grant(grant())
    await store.forget_slots()

    assert await labels(store, draft()) == ["OFFLINE"]


async def test_the_slot_granted_last_is_used(store: AnyStore) -> None:
    await store.keep_grant(grant(slot=2))
    await store.keep_grant(grant(slot=11))

    assert await labels(store, draft()) == ["K11 0941"]


async def test_where_the_own_series_is_not_allowed_no_number_is_given(store: AnyStore) -> None:
    await store.keep_grant(grant())

    refused = await store.record(draft(), None, stamp(draft()), paper, own_allowed=False)

    assert refused is IssueRefusal.OFFLINE


async def test_a_clock_that_went_back_gets_no_own_number(store: AnyStore) -> None:
    await store.keep_grant(grant())

    assert await labels(store, draft(1), draft(2, minutes=-1), draft(3)) == [
        "K2 0941",
        "OFFLINE",
        "K2 0941K",
    ]


async def test_a_clock_behind_a_number_of_the_authority_gets_none_either(store: AnyStore) -> None:
    await store.keep_grant(grant())
    await given(store, draft(1))

    assert await labels(store, draft(2, minutes=-1)) == ["OFFLINE"]


async def test_a_number_that_is_already_taken_gives_way_to_the_own_series(store: AnyStore) -> None:
    await store.keep_grant(grant())
    await given(store, draft(1), number=27)

    second = draft(2)
    made = await store.record(second, assigned(27), stamp(second), paper, own_allowed=True)

    assert isinstance(made, Ticket)
    assert str(made.label) == "K2 0941"
    assert made.ahead is None


async def test_a_number_that_is_already_taken_is_never_given_twice(store: AnyStore) -> None:
    await given(store, draft(1), number=27)

    assert await given(store, draft(2), number=27) is IssueRefusal.OFFLINE


async def test_a_ticket_is_found_by_what_its_code_carries(store: AnyStore) -> None:
    made = await ticket_of(store, draft())

    found = await store.find(ticket_reference(made.id.bytes))

    assert found is not None
    assert (found.id, found.label, found.code) == (made.id, made.label, made.code)
    assert found.draft.at == THURSDAY
    assert found.draft.masked_name is None


async def test_an_unknown_code_finds_nothing(store: AnyStore) -> None:
    await given(store, draft())

    assert await store.find(ticket_reference(unknown_ticket().bytes)) is None


async def test_choices_are_counted_by_service_and_day(store: AnyStore) -> None:
    await given(store, draft(1), 1)
    await given(store, draft(2, service=OTHER), 2)
    await given(store, draft(3, service=OTHER), 3)

    assert set(await store.choices(TODAY)) == {Choice(SERVICE, TODAY, 1), Choice(OTHER, TODAY, 2)}
    assert list(await store.choices(date(2026, 8, 7))) == []


# --- bookings and surveys ---------------------------------------------------------------------


async def test_a_booking_becomes_one_ticket_whatever_the_draft(store: AnyStore) -> None:
    booked = replace(draft(1), channel=Channel.BOOKING, booking=booking().id)
    first = await ticket_of(store, booked)

    again = await given(store, replace(booked, id=draft(2).id), number=28)

    assert isinstance(again, Ticket)
    assert (again.id, again.label) == (first.id, first.label)
    assert await store.outbox_size() == 1
    found = await store.find_booked(booking().id)
    assert found is not None
    assert (found.id, found.draft.booking) == (first.id, booking().id)


async def test_a_booking_without_a_ticket_finds_none(store: AnyStore) -> None:
    await ticket_of(store, draft())

    assert await store.find_booked(booking().id) is None


async def test_an_order_counts_once_and_an_older_one_never(store: AnyStore) -> None:
    told = {"version": 7, "order": "close"}

    taken = [
        await store.take_order(Order(7, Command.CLOSE), "seven", told),
        await store.take_order(Order(7, Command.CLOSE), "seven", told),
        await store.take_order(Order(7, Command.CLOSE), "another seven", told),
        await store.take_order(Order(6, Command.OPEN), "six", told),
    ]

    facts = (await store.backlog(100)).facts
    assert taken == [Taken.NEW, Taken.KNOWN, Taken.OLDER, Taken.OLDER]
    assert await store.newest_order() == 7
    assert [fact.kind for fact in facts] == ["order.taken"]


async def test_the_policy_in_force_is_the_newest_that_counted(store: AnyStore) -> None:
    assert await store.policy() is None
    for order in (Order(1, Policy(5)), Order(2, Policy(6)), Order(3, Command.RESTART)):
        await store.take_order(order, f"text {order.version}", {})

    assert await store.policy() == "text 2"


async def test_the_keys_kept_last_are_given_back(store: AnyStore) -> None:
    assert await store.keys() is None
    await store.keep_keys(b"old")
    await store.keep_keys(b"new")

    assert await store.keys() == b"new"


async def test_the_bookings_kept_last_are_given_back(store: AnyStore) -> None:
    assert await store.bookings() is None
    await store.keep_bookings(b"old")
    await store.keep_bookings(b"new")

    assert await store.bookings() == b"new"


async def test_the_receipts_kept_last_are_given_back(store: AnyStore) -> None:
    assert await store.receipts() is None
    await store.keep_receipts(b"old")
    await store.keep_receipts(b"new")

    assert await store.receipts() == b"new"


async def test_a_survey_is_a_fact_and_its_ticket_is_rated(store: AnyStore) -> None:
    judged = replace(survey(), ticket=(await ticket_of(store, draft())).id)
    assert judged.ticket is not None
    assert not await store.rated(judged.ticket)

    await store.keep_survey(judged, "id")

    assert await store.rated(judged.ticket)
    fact = (await store.backlog(10)).facts[-1]
    assert fact.kind == "survey.answered"
    assert '"persyaratan":3' in fact.body


async def test_a_ticket_is_rated_once_and_an_agency_by_everybody(store: AnyStore) -> None:
    for judged in (survey(), survey(of_ticket=False)):
        await store.keep_survey(judged, "id")
        await store.keep_survey(judged, "id")

    assert await store.outbox_size() == 3


# --- outbox -----------------------------------------------------------------------------------


async def test_an_empty_outbox_begins_at_nothing(store: AnyStore) -> None:
    backlog = await store.backlog(10)

    assert (backlog.previous_hash, backlog.facts) == ("0" * 64, ())


async def test_facts_wait_oldest_first_and_no_more_than_asked(store: AnyStore) -> None:
    for number in range(5):
        await store.add_fact("visit.ended", {"n": number})

    backlog = await store.backlog(3)

    assert [fact.seq for fact in backlog.facts] == [1, 2, 3]
    assert [fact.body for fact in backlog.facts] == ['{"n":0}', '{"n":1}', '{"n":2}']
    assert await store.outbox_size() == 5
    assert (await store.head())[0] == 5


async def test_what_central_has_waits_no_longer_and_the_rest_chains_on_it(store: AnyStore) -> None:
    for number in range(4):
        await store.add_fact("visit.ended", {"n": number})
    facts = (await store.backlog(10)).facts

    await store.acknowledge(
        Pushed(2, tuple(FactResult(fact.id, accepted=True, problem=None) for fact in facts[:2]))
    )

    backlog = await store.backlog(10)
    assert backlog.facts == facts[2:]
    assert backlog.previous_hash == facts[1].hash


async def test_a_refused_fact_is_set_aside_and_the_others_go_on(store: AnyStore) -> None:
    for number in range(3):
        await store.add_fact("visit.ended", {"n": number})
    facts = (await store.backlog(10)).facts
    results = tuple(
        FactResult(
            fact.id, accepted=fact.seq != 2, problem="invalid-body" if fact.seq == 2 else None
        )
        for fact in facts
    )

    await store.acknowledge(Pushed(3, results))

    assert await store.outbox_size() == 0
    assert (await store.head())[0] == 3


async def test_what_central_lost_is_sent_again_with_what_it_had_refused(store: AnyStore) -> None:
    for number in range(4):
        await store.add_fact("visit.ended", {"n": number})
    facts = (await store.backlog(10)).facts
    results = tuple(FactResult(fact.id, accepted=fact.seq != 3, problem=None) for fact in facts)
    await store.acknowledge(Pushed(4, results))

    await store.resend_from(2)

    backlog = await store.backlog(10)
    assert backlog.facts == facts[1:]
    assert backlog.previous_hash == facts[0].hash


async def test_a_ledger_tells_what_it_remembers_of_central(store: AnyStore) -> None:
    assert await store.standing() == Standing()
    await store.keep_grant(replace(grant(), epoch=1))
    await store.keep_grant(grant())
    for number, given_number in ((1, 27), (2, 1003), (3, 28)):
        await given(store, draft(number), given_number)
    await own(store, draft(4))
    first = (await store.backlog(1)).facts[0]
    await store.acknowledge(Pushed(1, (FactResult(first.id, accepted=True, problem=None),)))

    told = await store.standing()

    assert (told.head_seq, told.head_hash) == await store.head()
    assert (told.acked_seq, told.epoch) == (1, 1)
    assert told.seen == (Seen(TODAY, K, 1003),)


async def told(store: AnyStore, count: int) -> None:
    """So many facts more, all acknowledged."""
    for number in range(count):
        await store.add_fact("visit.ended", {"n": number})
    facts = (await store.backlog(100)).facts
    results = tuple(FactResult(fact.id, accepted=True, problem=None) for fact in facts)
    await store.acknowledge(Pushed(facts[-1].seq, results))


async def test_a_digest_is_of_what_was_told_since_the_last_one(store: AnyStore) -> None:
    assert await store.digest() is None
    await told(store, 2)
    await store.add_fact("staff.called", {})

    first = await store.digest()

    assert first is not None
    assert (first.week, first.first_seq, first.last_seq) == ("2026-W32", 1, 2)
    assert first.facts == {"visit.ended": 2}
    assert await store.digest() == first
    await store.keep_digest(first)
    await told(store, 1)
    assert await store.digest() is None


async def test_the_next_weeks_digest_begins_after_the_last_one(store: AnyStore) -> None:
    await told(store, 2)
    first = await store.digest()
    assert first is not None
    await store.keep_digest(replace(first, week="2026-W31"))
    await told(store, 3)

    second = await store.digest()

    assert second is not None
    assert (second.first_seq, second.last_seq) == (3, 5)
    assert second.head_hash == (await store.head())[1]


async def test_another_installations_digest_begins_with_its_chain(store: AnyStore) -> None:
    await store.keep_grant(grant())
    await told(store, 2)
    first = await store.digest()
    assert first is not None
    await store.keep_digest(first)
    await store.begin_installation("key-mismatch")
    await told(store, 1)

    second = await store.digest()

    assert second is not None
    assert (second.first_seq, second.last_seq) == (1, 1)


# --- installations this kiosk was before ------------------------------------------------------


async def three_facts_of_which_one_was_told(store: AnyStore) -> tuple[OutboxFact, ...]:
    """The state in which a kiosk is fenced."""
    await store.keep_grant(grant())
    for number in range(3):
        await store.add_fact("visit.ended", {"n": number})
    facts = (await store.backlog(10)).facts
    taken = FactResult(facts[0].id, accepted=True, problem=None)
    await store.acknowledge(Pushed(1, (taken,)))
    return facts


async def test_a_new_installation_begins_its_own_chain_without_slots(store: AnyStore) -> None:
    await three_facts_of_which_one_was_told(store)
    before = store.installation

    fresh = await store.begin_installation("lineage-fenced")

    assert fresh == store.installation != before
    assert await store.head() == (0, "0" * 64)
    assert await labels(store, draft()) == ["OFFLINE"]
    await store.add_fact("visit.ended", {"n": 3})
    backlog = await store.backlog(10)
    assert (backlog.facts[0].seq, backlog.previous_hash) == (1, "0" * 64)


async def test_what_the_former_one_did_not_tell_waits_in_its_own_chain(store: AnyStore) -> None:
    facts = await three_facts_of_which_one_was_told(store)
    before = store.installation
    await store.begin_installation("key-mismatch")

    former = await store.former_backlog(10)

    assert former == FormerBacklog(before, facts[0].hash, facts[1:])
    assert await store.outbox_counts() == OutboxCounts(waiting=0, quarantined=0, former=2)


async def test_what_central_takes_under_the_old_id_waits_no_longer(store: AnyStore) -> None:
    facts = await three_facts_of_which_one_was_told(store)
    before = store.installation
    await store.begin_installation("key-mismatch")
    refused = FactResult(facts[1].id, accepted=False, problem="unknown-kind")
    accepted = FactResult(facts[2].id, accepted=True, problem=None)

    await store.acknowledge_former(before, Pushed(3, (refused, accepted)))

    assert await store.former_backlog(10) is None
    assert await store.outbox_counts() == OutboxCounts(waiting=0, quarantined=1, former=0)


async def test_what_it_cannot_tell_any_more_becomes_part_of_the_new_chain(store: AnyStore) -> None:
    facts = await three_facts_of_which_one_was_told(store)
    before = store.installation
    await store.begin_installation("chain-forked")
    await store.add_fact("visit.ended", {"n": 3})

    assert await store.carry_over(before) == 2

    carried = (await store.backlog(10)).facts[1:]
    assert [(fact.id, fact.kind, fact.body) for fact in carried] == [
        (fact.id, fact.kind, fact.body) for fact in facts[1:]
    ]
    assert [fact.seq for fact in carried] == [2, 3]
    assert await store.former_backlog(10) is None
    assert await store.carry_over(before) == 0


async def test_an_installation_that_was_taken_in_vain_is_not_left_again(store: AnyStore) -> None:
    before = store.installation
    assert await store.begin_installation("key-mismatch") is not None
    assert await store.begin_installation("key-mismatch") is None

    await store.keep_grant(grant())
    assert await store.begin_installation("key-mismatch") is not None
    assert await store.begin_installation("key-mismatch") is None

    assert store.installation != before


async def test_oldest_installations_tell_first(store: AnyStore) -> None:
    told = []
    for number in range(2):
        await store.keep_grant(grant())
        await store.add_fact("visit.ended", {"n": number})
        told.append(store.installation)
        await store.begin_installation("key-mismatch")

    heard = []
    while former := await store.former_backlog(10):
        heard.append(former.installation)
        await store.carry_over(former.installation)

    assert heard == told


# --- journal, catalogue -----------------------------------------------------------------------


async def test_a_copy_is_a_job_and_a_fact(store: AnyStore) -> None:
    made = await ticket_of(store, draft())

    await store.add_copy(made, replace(paper(made), copy=True), THURSDAY)

    assert [job.copy for job in store.open_jobs()] == [False, True]
    assert [fact.kind for fact in (await store.backlog(9)).facts] == [
        "ticket.issued",
        "ticket.reprinted",
    ]


def about(kind: Kind, *, copy: bool = False) -> Paper:
    """A paper of some kind."""
    return Paper(kind, "4K7M-2W9F", (Text("Tanda terima"),), copy=copy)


async def test_a_paper_that_is_no_ticket_waits_to_be_printed(store: AnyStore) -> None:
    await store.add_paper(LIST, lambda _: about(Kind.REQUIREMENTS), THURSDAY)

    (job,) = store.open_jobs()
    store.move(job.id, JobState.DONE)

    assert (job.subject, job.paper, job.copy) == (LIST, about(Kind.REQUIREMENTS), False)
    assert await store.outbox_size() == 0, "of a list of requirements central is told nothing"


async def test_who_asks_twice_for_a_paper_that_waits_gets_one(store: AnyStore) -> None:
    for _ in range(2):
        await store.add_paper(receipt().id, lambda _: about(Kind.RECEIPT), THURSDAY)

    assert [job.subject for job in store.open_jobs()] == [receipt().id]


@pytest.mark.parametrize(
    ("end", "copy", "told"),
    [
        (JobState.DONE, True, ["receipt.printed"]),
        (JobState.IN_DOUBT, True, ["receipt.printed"]),
        (JobState.EXPIRED, False, []),
    ],
)
async def test_a_receipt_is_told_once_it_may_be_out_and_the_next_is_a_copy(
    store: AnyStore, end: JobState, copy: bool, told: list[str]
) -> None:
    def made(came_out: bool) -> Paper:
        return about(Kind.RECEIPT, copy=came_out)

    await store.add_paper(receipt().id, made, THURSDAY)
    (job,) = store.open_jobs()

    store.move(job.id, end)
    await store.add_paper(receipt().id, made, THURSDAY)

    assert [fact.kind for fact in (await store.backlog(9)).facts] == told
    (again,) = store.open_jobs()
    assert (again.copy, again.paper.copy) == (copy, copy)


async def test_a_job_moves_and_keeps_its_attempt_unless_told(store: AnyStore) -> None:
    await given(store, draft())

    store.move(1, JobState.CLAIMED, attempt=2)
    store.move(1, JobState.SENDING)

    (job,) = store.open_jobs()
    assert (job.state, job.attempt) == (JobState.SENDING, 2)


@pytest.mark.parametrize("end", [state for state in JobState if state.ended])
async def test_a_job_that_ended_is_told_and_not_open_any_more(
    store: AnyStore, end: JobState
) -> None:
    await given(store, draft())

    store.move(1, end)

    assert list(store.open_jobs()) == []
    last = (await store.backlog(9)).facts[-1]
    assert last.kind == "print.ended"
    assert f'"outcome":"{end}"' in last.body


async def test_a_move_on_the_way_tells_nobody(store: AnyStore) -> None:
    await given(store, draft())

    for state in (state for state in JobState if not state.ended):
        store.move(1, state)

    assert await store.outbox_size() == 1


async def test_the_catalogue_kept_last_is_given_back(store: AnyStore) -> None:
    assert await store.catalogue() is None

    await store.keep_catalogue(b"first")
    await store.keep_catalogue(b"second")

    assert await store.catalogue() == b"second"
