"""Slots: on one day no two kiosks hold the same, and a kiosk keeps its own."""

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.refusal import Code, Refusal
from central.store.leases import Granted, Introduction, forgotten, introduce
from central.store.schema import migrate
from kiosk.domain.label import AuthorityLabel, QueueCode
from tests.contract.world import NOW

TODAY = NOW.date()


def hello(number: int, **changes: object) -> Introduction:
    if "told_epoch" in changes:
        changes["epoch"] = changes.pop("told_epoch")
    said = {"head_seq": 0, "head_hash": "0" * 64, "public_key": bytes([number]) * 32} | changes
    return Introduction(UUID(int=number), kiosk=f"A-{number:02d}", software="0.1.0", **said)  # type: ignore[arg-type]


def made() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    migrate(connection)
    return connection


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    connection = made()
    yield connection
    connection.close()


def slots(answer: Granted | Refusal) -> list[int]:
    assert isinstance(answer, Granted)
    return [lease.slot.code for lease in answer.leases]


def meet(connection: sqlite3.Connection, number: int, day: date = TODAY, epoch: int = 0) -> object:
    return introduce(connection, hello(number), day, epoch, NOW)


def test_a_kiosk_gets_the_same_slot_for_today_and_six_days(connection: sqlite3.Connection) -> None:
    answer = introduce(connection, hello(1), TODAY, 0, NOW)

    assert slots(answer) == [1] * 7
    assert isinstance(answer, Granted)
    assert [lease.day for lease in answer.leases] == [TODAY + timedelta(days=n) for n in range(7)]


def test_a_kiosk_that_asks_again_keeps_its_slots(connection: sqlite3.Connection) -> None:
    meet(connection, 1)
    first = introduce(connection, hello(2), TODAY, 0, NOW)

    again = introduce(connection, hello(2), TODAY, 0, NOW)

    assert again == first


def test_the_next_day_only_adds_one(connection: sqlite3.Connection) -> None:
    meet(connection, 1)
    meet(connection, 2)

    answer = introduce(connection, hello(2), TODAY + timedelta(days=1), 0, NOW)

    assert slots(answer) == [2] * 7


def test_nine_kiosks_have_nine_slots_and_the_tenth_none(connection: sqlite3.Connection) -> None:
    nine = [introduce(connection, hello(number), TODAY, 0, NOW) for number in range(1, 10)]

    tenth = introduce(connection, hello(10), TODAY, 0, NOW)

    assert [slots(answer)[0] for answer in nine] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert isinstance(tenth, Refusal)
    assert tenth.code is Code.NO_SLOT


def test_a_later_epoch_leases_from_its_own_family(connection: sqlite3.Connection) -> None:
    meet(connection, 1)

    answer = introduce(connection, hello(1), TODAY, 2, NOW)

    assert slots(answer) == [21] * 7


def test_a_kiosk_with_another_key_is_not_the_same_kiosk(connection: sqlite3.Connection) -> None:
    meet(connection, 1)

    answer = introduce(connection, hello(1, public_key=bytes([9]) * 32), TODAY, 0, NOW)

    assert isinstance(answer, Refusal)
    assert answer.code is Code.KEY_MISMATCH


def test_a_kiosk_whose_ledger_differs_is_fenced(connection: sqlite3.Connection) -> None:
    meet(connection, 1)
    connection.execute("UPDATE installation SET head_seq = 5, head_hash = ?", ("a" * 64,))

    behind = introduce(connection, hello(1, head_seq=4), TODAY, 0, NOW)
    forked = introduce(connection, hello(1, head_seq=5, head_hash="b" * 64), TODAY, 0, NOW)
    ahead = introduce(connection, hello(1, head_seq=6, head_hash="b" * 64), TODAY, 0, NOW)

    assert isinstance(behind, Refusal)
    assert isinstance(forked, Refusal)
    assert behind.code is forked.code is Code.LINEAGE_FENCED
    assert isinstance(ahead, Granted)
    assert ahead.acked_seq == 5


SEEN = (TODAY, AuthorityLabel(QueueCode("K"), 27))


def remembers(connection: sqlite3.Connection, epoch: int = 0, **told: object) -> bool:
    """Whether a kiosk that tells so remembers more than the database."""
    return forgotten(connection, hello(1, **told), epoch)


def test_a_kiosk_whose_facts_were_acknowledged_and_are_gone_tells_of_a_loss(
    connection: sqlite3.Connection,
) -> None:
    assert remembers(connection, acked_seq=1)  # a kiosk this database has never met
    meet(connection, 1)
    connection.execute("UPDATE installation SET head_seq = 5")

    assert not remembers(connection, acked_seq=5)
    assert remembers(connection, acked_seq=6)


def test_a_kiosk_that_holds_a_number_nobody_gave_tells_of_a_loss(
    connection: sqlite3.Connection,
) -> None:
    assert remembers(connection, seen=(SEEN,))
    connection.execute("INSERT INTO counter VALUES (?, 'K', 0, 27)", (TODAY.isoformat(),))

    assert not remembers(connection, seen=(SEEN,))


def test_a_loss_raises_the_epoch_once_and_a_later_epoch_elsewhere_counts_too(
    connection: sqlite3.Connection,
) -> None:
    assert not remembers(connection, epoch=1, acked_seq=6)  # heard in epoch 0, raised since
    assert not remembers(connection, epoch=1, told_epoch=1, seen=(SEEN,))
    assert remembers(connection, epoch=1, told_epoch=1, acked_seq=6)
    assert remembers(connection, epoch=1, told_epoch=2)


kiosk_visits = st.lists(st.tuples(st.integers(1, 14), st.integers(0, 12), st.integers(0, 2)))


@given(kiosk_visits)
def test_however_kiosks_come_no_two_hold_one_slot(visits: list[tuple[int, int, int]]) -> None:
    connection = made()
    epoch = 0
    held: dict[tuple[date, int], int] = {}
    for number, ahead, raised in visits:
        epoch = max(epoch, raised)
        answer = meet(connection, number, TODAY + timedelta(days=ahead), epoch)
        leases = answer.leases if isinstance(answer, Granted) else ()
        for lease in leases:
            owner = held.setdefault((lease.day, lease.slot.code), number)
            assert owner == number
    connection.close()
