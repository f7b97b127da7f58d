"""The change feed: all that was committed, in the order of commits, once for each cursor."""

import asyncio
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from central.app import build_app
from central.hints import Hints
from central.settings import Settings
from central.store.changes import KEPT
from central.store.sqlite import DATABASE, connect
from tests.contract.world import (
    CATALOGUE,
    Chain,
    StandingClock,
    World,
    asked,
    booking,
    central,
    issued,
    receipt,
    running,
    ticket_id,
)


async def feed(world: World, cursor: str | None = None, wait: int = 0) -> Any:
    """What the server tells of changes."""
    asked_for = {"wait": str(wait)} | ({"cursor": cursor} if cursor else {})
    return (await world.client.get("/api/v1/changes", params=asked_for)).json()


def kinds(found: Any) -> list[str]:
    """The kinds of all items, in order."""
    return [item["kind"] for item in found["items"]]


async def test_every_change_is_told_once_in_order(world: World) -> None:
    begin = (await feed(world))["cursor"]
    world.book(booking())
    await world.post("/tickets", asked(1))
    printed = issued(1, label="K 001", origin="authority")
    await world.post("/sync", Chain().batch(("ticket.issued", printed)))

    first = await feed(world, begin)
    again = await feed(world, first["cursor"])

    assert kinds(first) == ["bookings", "tickets", "tickets"]
    assert [item["c"] for item in first["items"]] == sorted(item["c"] for item in first["items"])
    assert again == {"items": [], "cursor": first["cursor"], "more": False}


async def test_a_used_booking_and_a_printed_receipt_change_their_lists(world: World) -> None:
    world.book(booking())
    ticket = asked(1, booking=str(booking().id), channel="booking")
    begin = (await feed(world))["cursor"]
    await world.post("/tickets", ticket)
    handed_in = receipt()
    world.hand_in(replace(handed_in, taken=replace(handed_in.taken, ticket=ticket_id(1))))
    world.put("UPDATE receipt SET printed = 1")

    told = await feed(world, begin)

    assert sorted(kinds(told)) == ["bookings", "receipts", "receipts", "tickets"]


async def test_reports_of_health_change_nothing_that_kiosks_ask_for(world: World) -> None:
    begin = (await feed(world))["cursor"]
    await world.play("device_health")

    assert (await feed(world, begin))["items"] == []


async def test_who_waits_is_answered_when_something_changes_beside_the_server(world: World) -> None:
    begin = (await feed(world))["cursor"]
    waiting = asyncio.create_task(feed(world, begin, wait=60))
    await asyncio.sleep(0)

    world.book(booking())

    assert kinds(await waiting) == ["bookings"]


async def test_what_changed_before_the_question_is_answered_at_once(world: World) -> None:
    begin = (await feed(world))["cursor"]
    world.book(booking())

    assert kinds(await feed(world, begin, wait=60)) == ["bookings"]


async def test_a_change_inside_a_transaction_is_told_when_it_is_committed(world: World) -> None:
    begin = (await feed(world))["cursor"]
    with closing(connect(world.folder / DATABASE)) as beside:
        beside.execute("BEGIN IMMEDIATE")
        beside.execute("INSERT INTO change (kind, id) VALUES ('bookings', 'x')")
        before = await feed(world, begin)
        beside.execute("COMMIT")

    assert before["items"] == []
    assert kinds(await feed(world, begin)) == ["bookings"]


@pytest.mark.parametrize(
    "cursor", ["", "0", "0-", "1-0", "0-999", "0--1", "x", "0-1;", "0-" + "9" * 30]
)
async def test_a_cursor_of_nowhere_is_told_to_begin_again(world: World, cursor: str) -> None:
    reply = await world.client.get("/api/v1/changes", params={"cursor": cursor})

    assert reply.status_code == 410
    assert reply.json()["type"] == "urn:anjungan:problem:cursor-reset"


@pytest.mark.parametrize("wait", ["61", "-1", "soon", "", "9" * 30])
async def test_a_wait_that_cannot_be_is_refused(world: World, wait: str) -> None:
    reply = await world.client.get("/api/v1/changes", params={"wait": wait})

    assert (reply.status_code, reply.json()["field"]) == (400, "wait")


async def test_long_feeds_come_in_parts_and_very_old_cursors_begin_again(tmp_path: Path) -> None:
    async with central(tmp_path) as world:
        world.put(
            "INSERT INTO change (kind, id) WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL "
            "SELECT n + 1 FROM n WHERE n < ?) SELECT 'tickets', n FROM n",
            KEPT + 10,
        )
        first = await feed(world, "0-0")
        assert (len(first["items"]), first["more"], first["cursor"]) == (500, True, "0-500")
    async with central(tmp_path) as world:
        assert (await feed(world, "0-0"))["status"] == 410
        assert len((await feed(world, "0-20"))["items"]) == 500


async def test_another_catalogue_at_the_next_start_is_a_change(tmp_path: Path) -> None:
    async with central(tmp_path / "data") as world:
        begin = (await feed(world))["cursor"]
    other = tmp_path / "other.json"
    other.write_bytes(CATALOGUE.read_bytes() + b"\n")

    for catalogue in (CATALOGUE, other):
        app = build_app(Settings(tmp_path / "data", StandingClock(), catalogue))
        async with running(app):
            pass
    async with central(tmp_path / "data") as world:
        told = await feed(world, begin)

    # There and back; the key is that of the examples, put there at each of their starts.
    assert [kind for kind in kinds(told) if kind != "keys"] == ["catalogue", "catalogue"]


async def test_nobody_listens_any_more_once_the_last_one_left() -> None:
    hints = Hints()
    with hints.listening() as one, hints.listening() as other:
        hints.tell()
        assert one.is_set()
        assert other.is_set()
        assert hints.wanted.is_set()

    assert not hints.wanted.is_set()
