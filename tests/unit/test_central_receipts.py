"""Receipts for documents: recorded by staff, listed for kiosks, counted on paper, soon forgotten."""

import json
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from central.cli import main
from central.clock import SystemClock
from central.receipt import read_documents
from kiosk.domain.codes import ticket_reference
from kiosk.domain.receipt import parse_receipts
from tests.contract.world import CATALOGUE, NOW, Chain, World, asked, central, receipt

PROMISED = "2026-08-13"


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with central(tmp_path) as made:
        await made.play("ticket_assigned")
        yield made


async def listed(world: World) -> list[Any]:
    """The receipts of the list."""
    found: list[Any] = (await world.client.get("/api/v1/receipts")).json()["receipts"]
    return found


def add(folder: Path, *more: str, ticket: str = "K 001", promised: str = PROMISED) -> int:
    """`central receipt add` at the examples' time."""
    offset = (NOW - SystemClock().now()).total_seconds()
    site = ["--data", str(folder), "--catalogue", str(CATALOGUE), "--clock-offset", str(offset)]
    documents = ["--documents", "KTP-el asli; Kartu Keluarga"]
    return main(
        ["receipt", "add", *site, "--ticket", ticket, *documents, "--promised", promised, *more]
    )


async def test_a_receipt_recorded_beside_the_running_server_reaches_kiosks(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    code = add(world.folder, "--json")

    made = json.loads(capsys.readouterr().out)
    raw = (await world.client.get("/api/v1/receipts")).content
    found = parse_receipts(raw).of_ticket(ticket_reference(_ticket(world)))
    assert code == 0
    assert found is not None
    assert (str(found.id), found.label, found.spoken_code) == tuple(made.values())
    assert found.documents == ("KTP-el asli", "Kartu Keluarga")
    assert found.promised == date(2026, 8, 13)
    assert found.received.utcoffset() == timedelta(hours=7)
    assert not found.printed


def _ticket(world: World) -> bytes:
    ((reference,),) = world.rows("SELECT id FROM ticket")
    return bytes.fromhex(str(reference).replace("-", ""))


async def test_a_ticket_is_named_by_its_id_too(world: World) -> None:
    ((ticket,),) = world.rows("SELECT id FROM ticket")

    assert add(world.folder, ticket=str(ticket)) == 0
    assert [row["ticket"] for row in await listed(world)] == [ticket]


async def test_a_label_of_two_tickets_is_refused_with_both_ids(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    await world.post("/tickets", asked(2))
    world.put("UPDATE ticket SET label = 'K 001', label_conflict = 1 WHERE label = 'K 002'")

    code = add(world.folder)

    ids = [str(id_) for (id_,) in world.rows("SELECT id FROM ticket ORDER BY id")]
    assert code == 2
    assert ", ".join(ids) in capsys.readouterr().err
    assert world.rows("SELECT * FROM receipt") == []


@pytest.mark.parametrize(
    ("ticket", "promised", "more", "told"),
    [
        ("K 999", PROMISED, (), "K 999: no such ticket"),
        ("K 001", PROMISED, ("--day", "2026-08-05"), "looked for on 2026-08-05"),
        ("019fd4eb-d0a0-7482-bb1f-000000000000", PROMISED, (), "no such ticket"),
        ("Siti", PROMISED, (), "SITI"),
        ("K 001", "2026-08-05", (), "is over"),
        ("K 001", "2300-01-01", (), "a year from"),
        ("K 001", PROMISED, ("--documents", " ; "), "1 to 20 names"),
    ],
)
async def test_what_cannot_be_recorded_is_refused_and_nothing_is_kept(
    world: World,
    ticket: str,
    promised: str,
    more: tuple[str, ...],
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = add(world.folder, *more, ticket=ticket, promised=promised)

    assert code == 2
    assert told in capsys.readouterr().err
    assert world.rows("SELECT * FROM receipt") == []


def test_documents_are_parted_by_semicolons_and_bare_of_spare_blanks() -> None:
    assert read_documents(" KTP-el  asli;; Kartu\tKeluarga ;") == ("KTP-el asli", "Kartu Keluarga")


@pytest.mark.parametrize("text", ["x" * 121, "a\u200eb", ";".join("x" * 21)])
def test_documents_no_paper_could_show_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="--documents"):
        read_documents(text)


async def test_a_printed_receipt_is_listed_as_printed_and_a_copy_changes_nothing(
    world: World,
) -> None:
    world.hand_in(receipt())
    before = await world.client.get("/api/v1/receipts")
    chain = Chain()

    for copy in (False, True):
        fact = {"receipt": str(receipt().id), "at": "2026-08-06T02:41:00Z", "copy": copy}
        answer = await world.post("/sync", chain.batch(("receipt.printed", fact)))
        assert [result["status"] for result in answer.json()["results"]] == ["accepted"]

    after = await world.client.get("/api/v1/receipts")
    assert [row["printed"] for row in after.json()["receipts"]] == [True]
    assert before.headers["ETag"] != after.headers["ETag"]
    assert world.rows("SELECT printed FROM receipt") == [(2,)]


async def test_a_receipt_nobody_knows_any_more_may_have_been_printed(world: World) -> None:
    fact = {"receipt": str(receipt(9).id), "at": "2026-08-06T02:41:00Z", "copy": True}

    answer = await world.post("/sync", Chain().batch(("receipt.printed", fact)))

    assert answer.json()["results"][0]["status"] == "accepted"


async def test_the_list_is_in_the_order_of_recording(world: World) -> None:
    world.hand_in(receipt(3), receipt(1), receipt(2))

    assert [row["id"] for row in await listed(world)] == [str(receipt(n).id) for n in (1, 2, 3)]


async def test_of_two_receipts_for_one_ticket_the_later_one_is_offered(world: World) -> None:
    world.hand_in(receipt(2), receipt(1))

    found = parse_receipts((await world.client.get("/api/v1/receipts")).content)

    assert [one.id for one in found.by_ticket.values()] == [receipt(2).id]


async def test_a_receipt_is_forgotten_30_days_after_its_promised_day(world: World) -> None:
    world.hand_in(receipt())

    world.clock.moment = NOW + timedelta(days=7 + 30)
    assert len(await listed(world)) == 1

    world.clock.moment += timedelta(days=1)
    assert await listed(world) == []
    assert world.rows("SELECT * FROM receipt") == []
