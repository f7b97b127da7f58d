"""Pages for people: what they show, what they never show, and what a browser may do with them."""

import base64
import hashlib
import re
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central.hints import Hints
from central.store.keys import BookingKey, revoke
from kiosk.domain.codes import OwnCode, code_text, ticket_reference
from tests.contract.world import (
    NOW,
    Chain,
    World,
    asked,
    booking,
    example,
    issued,
    receipt,
    ticket_id,
)

SHOWN = example("ticket_code")
KEY = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(SHOWN["seed"]))


def path_of(of: UUID, signer: Ed25519PrivateKey = KEY, kind: bytes = b"t") -> str:
    """The address a QR of a kiosk leads to: a ticket's, or that of another kind."""
    reference = ticket_reference(of.bytes)
    unsigned = OwnCode(bytes.fromhex(SHOWN["key_id"]), reference, bytes(64))
    signature = signer.sign(unsigned.signed(kind))
    text = code_text("mpp.example", kind, OwnCode(unsigned.key_id, reference, signature))
    return text.removeprefix("https://mpp.example")


async def test_the_ticket_code_of_the_contract_leads_to_its_ticket(world: World) -> None:
    await world.post("/tickets", asked(id=SHOWN["ticket"]))

    reply = await world.client.get(SHOWN["text"].removeprefix("https://mpp.example"))

    assert SHOWN["text"].endswith(path_of(UUID(SHOWN["ticket"])))
    assert reply.status_code == 200
    for word in ("K 001", "Cetak KTP-el hilang", "Lantai 1, Loket 1–3", "Belum ada nomor lain"):
        assert word in reply.text


async def test_a_ticket_page_counts_those_who_came_before(world: World) -> None:
    for number in (1, 2, 3):
        await world.post("/tickets", asked(number))

    reply = await world.client.get(path_of(ticket_id(3)))

    assert "2 nomor diambil lebih dulu" in reply.text


async def test_an_own_number_is_found_as_well(world: World) -> None:
    await world.post("/sync", Chain().batch(("ticket.issued", issued(5))))

    reply = await world.client.get(path_of(ticket_id(5)))

    assert "K1 0935" in reply.text


async def test_a_ticket_of_another_day_is_only_recorded(world: World) -> None:
    await world.post("/tickets", asked(1))
    world.clock.moment += timedelta(days=1)

    reply = await world.client.get(path_of(ticket_id(1)))

    assert "sudah dicatat untuk 06-08-2026" in reply.text


async def test_a_genuine_code_whose_ticket_is_on_its_way_says_so(world: World) -> None:
    reply = await world.client.get(path_of(ticket_id(9)))

    assert reply.status_code == 404
    assert "belum sampai dari anjungan" in reply.text


async def test_a_code_signed_by_somebody_else_leads_nowhere(world: World) -> None:
    await world.post("/tickets", asked(1))

    reply = await world.client.get(path_of(ticket_id(1), Ed25519PrivateKey.generate()))

    assert reply.status_code == 404
    assert "bukan kode nomor antrean kami" in reply.text
    assert "K 001" not in reply.text


async def test_a_receipts_code_tells_what_was_handed_in_and_its_day(world: World) -> None:
    await world.play("ticket_assigned")
    world.hand_in(receipt(documents=("KTP-el <asli>",)))

    reply = await world.client.get(path_of(receipt().id, kind=b"r"))

    assert reply.status_code == 200
    for word in ("R3CP-T002", "K 001", "KTP-el &lt;asli&gt;", "Dijanjikan selesai 13-08-2026."):
        assert word in reply.text


async def test_a_receipt_that_is_forgotten_says_so(world: World) -> None:
    reply = await world.client.get(path_of(receipt().id, kind=b"r"))

    assert reply.status_code == 404
    assert "sudah tidak disimpan" in reply.text


async def test_a_tickets_signature_opens_no_receipt(world: World) -> None:
    await world.play("ticket_assigned")
    world.hand_in(receipt())

    reply = await world.client.get(path_of(receipt().id).replace("/t/", "/r/"))

    assert reply.status_code == 404
    assert "K 001" not in reply.text


async def test_a_bookings_code_tells_what_and_when_and_not_whose(world: World) -> None:
    world.book(booking(masked_name="S*** R******"))
    ((seed,),) = world.rows("SELECT value FROM meta WHERE key = 'booking_key'")
    text = BookingKey(bytes.fromhex(str(seed))).code(booking().id, "mpp.example")

    reply = await world.client.get(text.removeprefix("https://mpp.example"))
    forged = await world.client.get(path_of(booking().id, kind=b"b"))

    assert reply.status_code == 200
    assert "Tunjukkan kode ini di anjungan" in reply.text
    assert "S***" not in reply.text
    assert forged.status_code == 404


async def test_a_ticket_of_a_revoked_key_sends_to_staff(world: World) -> None:
    await world.post("/tickets", asked(1))
    world.manage_keys(lambda connection: revoke(connection, SHOWN["key_id"], NOW))

    reply = await world.client.get(path_of(ticket_id(1)))

    assert reply.status_code == 404
    assert "tidak berlaku lagi" in reply.text
    assert "K 001" not in reply.text


async def test_a_ticket_outlives_the_key_that_signed_it(world: World) -> None:
    await world.post("/tickets", asked(1))
    assert (await world.play("device_key")).status_code == 200

    reply = await world.client.get(path_of(ticket_id(1)))

    assert "K 001" in reply.text


async def test_words_of_the_catalogue_cannot_become_markup(world: World) -> None:
    await world.post("/tickets", asked(1))
    world.put("UPDATE ticket SET service = '<script>alert(1)</script>'")

    reply = await world.client.get(path_of(ticket_id(1)))

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in reply.text


@pytest.mark.parametrize("path", ["/", "/alerts", "/t/none"])
async def test_a_page_may_run_its_own_script_and_nothing_else(world: World, path: str) -> None:
    reply = await world.client.get(path)

    policy = reply.headers["Content-Security-Policy"]
    inline = re.findall(r"(?s)<(?:style|script)>(.*?)</(?:style|script)>", reply.text)
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for text in inline:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    text = re.sub(r'<a href="/[a-z]*"', "<a", reply.text)  # to another page of ours
    assert not re.search(r" (src|href|style|on\w+)=|@import|url\(", text)


async def test_the_board_shows_the_day_newest_first(world: World) -> None:
    for number in (1, 2):
        at = f"2026-08-06T09:3{number}:00+07:00"
        await world.post("/tickets", asked(number, at=at, priority=number == 2))
    called = {"at": "2026-08-06T09:33:00+07:00", "kiosk": "A-03", "screen": "S09", "reason": "jam"}
    await world.post("/sync", Chain().batch(("staff.called", called)))

    today = (await world.client.get("/api/v1/today")).json()

    labels = [(ticket["label"], ticket["priority"]) for ticket in today["tickets"]]
    assert labels == [("K 002", True), ("K 001", False)]
    assert today["tickets"][0]["service"] == "Cetak KTP-el hilang"
    assert today["tickets"][0]["at"] == "2026-08-06T09:32:00+07:00"
    assert today["calls"] == [called]
    assert today["tickets_today"] == 2


async def test_the_board_has_a_place_for_all_it_asks_for(world: World) -> None:
    page = (await world.client.get("/")).text

    named = set(re.findall(r'(?:byId|fill)\("([a-z-]+)"', page))
    filled = {f"no-{name}" for name in re.findall(r'fill\("([a-z-]+)"', page)}
    assert {"bookings", "satisfaction", "no-satisfaction"} <= named | filled
    assert named | filled <= set(re.findall(r' id="([a-z-]+)"', page))
    for path in re.findall(r'fetch\("([^"]+)"', page):
        assert (await world.client.get(path)).status_code == 200


async def test_a_number_nobody_confirms_is_marked_after_90_seconds(world: World) -> None:
    await world.post("/tickets", asked(1))
    marks = []

    for seconds in (90, 91):
        world.clock.moment = datetime.fromisoformat("2026-08-06T09:34:12+07:00") + timedelta(
            seconds=seconds
        )
        today = (await world.client.get("/api/v1/today")).json()
        marks.append(today["tickets"][0]["unconfirmed"])

    assert marks == [False, True]


async def test_the_board_holds_nothing_that_names_a_visitor(world: World) -> None:
    await world.post("/tickets", asked(1, visitor="Siti Rahmawati", nik="3578010101010002"))

    today = await world.client.get("/api/v1/today")

    assert asked(1)["visit"] not in today.text
    for secret in ("Siti", "3578010101010002"):
        assert secret not in today.text


async def test_whoever_listens_hears_of_a_change_once() -> None:
    hints = Hints()
    stream = hints.stream()
    first = await anext(stream)
    hints.tell()
    hints.tell()

    second = await anext(stream)
    hints.close()
    rest = [event async for event in stream]

    assert first == b"retry: 2000\n\n"
    assert second == b"event: today\ndata: {}\n\n"
    assert len(rest) <= 1


async def test_a_closed_server_keeps_no_listener_waiting() -> None:
    hints = Hints()
    hints.close()

    assert [event async for event in hints.stream()] == [b"retry: 2000\n\n"]
