"""Online bookings: listed for kiosks, good for one ticket, counted for staff, soon forgotten."""

import base64
import hashlib
import json
from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from central.cli import main
from central.clock import SystemClock
from central.store.sqlite import DATABASE
from kiosk.domain.booking import code_digest
from kiosk.domain.codes import BookingCode, recognise, ticket_reference
from tests.contract.world import (
    CATALOGUE,
    INSTALLATION,
    NOW,
    Chain,
    World,
    asked,
    booking,
    central,
    example,
    issued,
)

BOOKED = str(booking().id)
SHOWN = example("booking_code")


def moment(text: str) -> datetime:
    """A time of the site."""
    return datetime.fromisoformat(f"{text}+07:00")


async def listed(world: World) -> list[Any]:
    """The bookings of the list."""
    found: list[Any] = (await world.client.get("/api/v1/bookings")).json()["bookings"]
    return found


async def ask(world: World, number: int, **changes: object) -> Any:
    """Ask a number for a ticket with the first booking."""
    wanted = {"booking": BOOKED, "channel": "booking"} | changes
    return await world.post("/tickets", asked(number, **wanted))


def printed(number: int, minute: int, **changes: object) -> tuple[str, object]:
    """The fact of a ticket with the first booking, taken at 09.`minute`."""
    told: dict[str, object] = {
        "label": f"K1 09{minute}",
        "at": f"2026-08-06T09:{minute}:00+07:00",
        "booking": BOOKED,
    }
    return "ticket.issued", issued(number, **(told | changes))


async def tell(world: World, *facts: tuple[str, object]) -> list[Any]:
    """Sync facts, each its own batch; return how each was taken."""
    chain, results = Chain(), []
    for fact in facts:
        results += (await world.post("/sync", chain.batch(fact))).json()["results"]
    return results


def ranks(world: World) -> list[tuple[object, ...]]:
    """Labels of the first booking's tickets, by rank."""
    return world.rows(
        "SELECT label, booking_conflict FROM ticket WHERE booking = ? ORDER BY 2", BOOKED
    )


# --- the list


async def test_the_list_reaches_from_yesterday_to_14_days_ahead_of_the_sites_days(
    world: World,
) -> None:
    starts = [
        moment("2026-08-04T23:59:59"),
        moment("2026-08-05T00:00:00"),
        moment("2026-08-20T23:59:59"),
        moment("2026-08-21T00:00:00"),
    ]
    for number, start in enumerate(starts, 1):
        world.book(booking(number, starts=start, ends=start + timedelta(minutes=30)))

    days = [row["starts"] for row in await listed(world)]

    assert days == ["2026-08-05T00:00:00+07:00", "2026-08-20T23:59:59+07:00"]


async def test_the_list_is_in_order_of_start_then_id(world: World) -> None:
    late = moment("2026-08-06T11:00:00")
    world.book(booking(3), booking(1, starts=late, ends=late), booking(2))

    found = [row["id"] for row in await listed(world)]

    assert found == [str(booking(number).id) for number in (2, 3, 1)]


async def test_the_etag_is_of_the_bytes_and_follows_every_change(world: World) -> None:
    replies = [await world.client.get("/api/v1/bookings")]
    world.book(booking())
    replies.append(await world.client.get("/api/v1/bookings"))
    await ask(world, 1)
    known = {"If-None-Match": ", ".join(reply.headers["ETag"] for reply in replies)}
    replies.append(await world.client.get("/api/v1/bookings", headers=known))

    etags = [reply.headers["ETag"] for reply in replies]
    assert etags == [f'"{hashlib.sha256(reply.content).hexdigest()}"' for reply in replies]
    assert len(set(etags)) == 3


async def test_a_list_in_hand_is_not_sent_again(world: World) -> None:
    world.book(booking())
    etag = (await world.client.get("/api/v1/bookings")).headers["ETag"]

    again = await world.client.get("/api/v1/bookings", headers={"If-None-Match": etag})

    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)


async def test_keys_of_the_list_check_the_code_of_the_contract(world: World) -> None:
    (key,) = (await world.client.get("/api/v1/bookings")).json()["keys"]
    code = recognise(SHOWN["text"].encode())

    assert isinstance(code, BookingCode)
    assert (key["id"], key["public_key"]) == (
        code.key_id.hex(),
        base64.b64encode(bytes.fromhex(SHOWN["public_key"])).decode(),
    )
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key["public_key"]))
    public.verify(code.signature, code.signed(b"b"))
    assert code.signed(b"b").hex() == SHOWN["signed_bytes"]
    assert code.payload.hex() == SHOWN["reference"]


def test_digests_are_those_of_the_contract() -> None:
    digest = hashlib.sha256(SHOWN["digested_text"].encode()).hexdigest()

    assert digest == SHOWN["code_sha256"] == code_digest(SHOWN["code"])


async def test_each_server_makes_a_key_of_its_own_and_keeps_it(tmp_path: Path) -> None:
    seeds = []
    for folder in ("one", "one", "two"):
        async with central(tmp_path / folder, published_key=False) as world:
            seeds += world.rows("SELECT value FROM meta WHERE key = 'booking_key'")

    assert seeds[0] == seeds[1] != seeds[2]
    assert len(bytes.fromhex(str(seeds[0][0]))) == 32


# --- what is kept, and for how long


async def test_a_booking_is_forgotten_a_week_after_its_end(world: World) -> None:
    world.book(booking(1, masked_name="Q*** Z******"))
    ends = booking().ends
    left = []

    for moment_later in (ends + timedelta(days=7), ends + timedelta(days=7, seconds=1)):
        world.clock.moment = moment_later
        await listed(world)
        left.append(len(world.rows("SELECT * FROM booking")))

    assert left == [1, 0]


async def test_what_is_forgotten_is_gone_from_the_files(tmp_path: Path) -> None:
    async with central(tmp_path) as world:
        world.book(booking(1, masked_name="Q*** Z******"))
    before = b"Q*** Z******" in (tmp_path / DATABASE).read_bytes()
    async with central(tmp_path) as world:
        world.clock.moment += timedelta(days=30)
        await listed(world)

    assert before
    assert not any(b"Q*** Z******" in file.read_bytes() for file in tmp_path.iterdir())


async def test_a_ticket_stays_when_its_booking_is_forgotten(world: World) -> None:
    world.book(booking())
    await ask(world, 1)
    await tell(world, printed(1, 35))
    world.clock.moment += timedelta(days=30)

    assert await listed(world) == []
    assert world.rows("SELECT label, booking FROM ticket") == [("K1 0935", BOOKED)]


# --- one ticket for each booking


async def test_a_number_for_a_booking_is_on_the_list_at_once(world: World) -> None:
    world.book(booking())

    reply = await ask(world, 1)

    assert (reply.status_code, reply.json()["label"]) == (201, "K 001")
    assert [row["label"] for row in await listed(world)] == ["K 001"]


async def test_the_list_tells_the_label_that_was_printed(world: World) -> None:
    world.book(booking())
    await ask(world, 1)

    (result,) = await tell(world, printed(1, 35))

    assert result["status"] == "accepted"
    assert [row["label"] for row in await listed(world)] == ["K1 0935"]


OTHER = "5a6d2c1e-8a57-4b0e-9c3d-5e2f7a9b1c05"


async def two_kiosks(world: World) -> None:
    """Another one is known as well."""
    session = example("device_session")["request"]["body"]
    assert (await world.post("/device/session", session | {"installation": OTHER})).is_success


async def test_a_number_that_died_with_its_kiosk_holds_its_booking_for_90_seconds_only(
    world: World,
) -> None:
    world.book(booking())
    await two_kiosks(world)
    await ask(world, 1)

    world.clock.moment += timedelta(seconds=90)
    early = await ask(world, 2, installation=OTHER)
    listed_early = await listed(world)
    world.clock.moment += timedelta(seconds=1)
    listed_late = await listed(world)
    late = await ask(world, 2, installation=OTHER)

    assert early.json()["type"] == "urn:anjungan:problem:booking-used"
    assert [row["label"] for row in (*listed_early, *listed_late)] == ["K 001", None]
    assert late.json()["label"] == "K 002"
    assert [row["label"] for row in await listed(world)] == ["K 002"]
    assert ranks(world) == [("K 002", 0)]


async def test_a_kiosk_that_died_before_it_recorded_a_number_may_ask_again_at_once(
    world: World,
) -> None:
    world.book(booking())
    await ask(world, 1)

    again = await ask(world, 2)
    first = await ask(world, 1)

    assert again.json()["label"] == "K 002"
    assert first.json()["type"] == "urn:anjungan:problem:booking-used"


async def test_a_number_that_was_recorded_holds_its_booking_for_ever(world: World) -> None:
    world.book(booking())
    await two_kiosks(world)
    await ask(world, 1)
    await tell(world, printed(1, 35, label="K 001", origin="authority"))
    world.clock.moment += timedelta(minutes=10)

    for installation in (INSTALLATION, OTHER):
        refused = await ask(world, 2, installation=installation)
        assert refused.json()["type"] == "urn:anjungan:problem:booking-used"
    assert [row["label"] for row in await listed(world)] == ["K 001"]


async def test_a_confirmation_that_comes_after_all_is_ranked_by_time(world: World) -> None:
    world.book(booking())
    await two_kiosks(world)
    await ask(world, 1)
    world.clock.moment += timedelta(minutes=2)
    await ask(world, 2, installation=OTHER, at="2026-08-06T09:36:00+07:00")

    (late,) = await tell(world, printed(1, 34, label="K 001", origin="authority"))

    assert (late["status"], late["problem"]) == ("conflict", "booking-used")
    assert ranks(world) == [("K 001", 0), ("K 002", 1)]


async def test_a_full_queue_leaves_the_booking_where_it_was(world: World) -> None:
    world.book(booking())
    await ask(world, 1)
    world.put("UPDATE counter SET last = 999")

    refused = await ask(world, 2)

    assert refused.json()["type"] == "urn:anjungan:problem:queue-full"
    assert ranks(world) == [("K 001", 0)]


async def test_a_repeated_request_hears_what_it_heard_first(world: World) -> None:
    world.book(booking())
    first = await ask(world, 1)

    again = await ask(world, 1)

    assert (again.status_code, again.json()) == (200, first.json())


async def test_a_request_under_the_same_id_for_another_booking_is_another_ticket(
    world: World,
) -> None:
    world.book(booking(1), booking(2))
    await ask(world, 1)

    replies = [await ask(world, 1, booking=other) for other in (None, str(booking(2).id))]

    assert {reply.json()["type"] for reply in replies} == {
        "urn:anjungan:problem:idempotency-mismatch"
    }


async def test_a_booking_used_offline_gives_no_number(world: World) -> None:
    world.book(booking())
    await tell(world, printed(1, 35))

    reply = await ask(world, 2)

    assert reply.status_code == 409
    assert reply.json()["type"] == "urn:anjungan:problem:booking-used"
    assert reply.json()["detail"].startswith("K1 0935 ")
    assert world.rows("SELECT * FROM counter") == []


@pytest.mark.parametrize(
    ("made", "field"),
    [
        (booking(place="MPP Kota Bandung"), "booking"),
        (booking(service="disdukcapil.kk-baru"), "service"),
    ],
)
async def test_a_booking_of_something_else_gives_no_number(
    world: World, made: Any, field: str
) -> None:
    world.book(made)

    reply = await ask(world, 1)

    assert (reply.status_code, reply.json()["field"]) == (422, field)


async def test_booked_tickets_leave_the_quota_to_those_who_walk_in(world: World) -> None:
    sim = {"service": "polres.perpanjangan-sim", "queue": "KA"}
    world.book(*(booking(number, service=sim["service"]) for number in (1, 2)))

    booked = [await ask(world, number, booking=str(booking(number).id), **sim) for number in (1, 2)]
    walked_in = [await world.post("/tickets", asked(number, **sim)) for number in (3, 4)]

    assert [reply.status_code for reply in booked] == [201, 201]
    assert [reply.status_code for reply in walked_in] == [201, 409]
    assert walked_in[1].json()["type"] == "urn:anjungan:problem:quota-full"


@pytest.mark.parametrize("order", list(permutations((35, 36, 37))))
async def test_of_tickets_with_one_booking_the_first_by_time_has_it_in_whatever_order_they_come(
    world: World, order: tuple[int, ...]
) -> None:
    world.book(booking())

    # Ids that run against the time: it is the time that counts.
    results = await tell(world, *(printed(99 - minute, minute) for minute in order))

    assert ranks(world) == [("K1 0935", 0), ("K1 0936", 1), ("K1 0937", 2)]
    assert [row["label"] for row in await listed(world)] == ["K1 0935"]
    assert [(result["status"], result.get("problem")) for result in results] == [
        ("accepted", None),
        ("conflict", "booking-used"),
        ("conflict", "booking-used"),
    ]
    assert world.rows("SELECT seq, problem FROM quarantine") == [
        (2, "booking-used"),
        (3, "booking-used"),
    ]


async def test_the_first_ticket_is_no_conflict_when_it_is_printed_after_the_second(
    world: World,
) -> None:
    world.book(booking())
    await ask(world, 1, at="2026-08-06T09:33:00+07:00")

    results = await tell(world, printed(2, 35), printed(1, 33))

    assert [result["status"] for result in results] == ["conflict", "accepted"]
    assert ranks(world) == [("K1 0933", 0), ("K1 0935", 1)]


async def test_the_board_flags_the_second_ticket_and_its_booking_counts_once(world: World) -> None:
    world.book(booking(1), booking(2), booking(3, place="MPP Kota Bandung"))
    await tell(world, printed(1, 35), printed(2, 36))

    today = (await world.client.get("/api/v1/today")).json()

    flags = {ticket["label"]: ticket["booking_conflict"] for ticket in today["tickets"]}
    assert flags == {"K1 0935": False, "K1 0936": True}
    assert today["bookings"] == {"booked": 2, "came": 1}


async def test_the_board_counts_bookings_of_today_only(world: World) -> None:
    starts = [
        moment(f"2026-08-{day}:00") for day in ("05T23:59", "06T00:00", "06T23:59", "07T00:00")
    ]
    world.book(*(booking(n, starts=at, ends=at) for n, at in enumerate(starts, 1)))

    today = (await world.client.get("/api/v1/today")).json()

    assert today["bookings"] == {"booked": 2, "came": 0}


async def test_a_printed_ticket_whose_booking_nobody_knows_stands(world: World) -> None:
    results = await tell(world, printed(1, 35))

    assert results[0]["status"] == "accepted"
    assert world.rows("SELECT label, booking FROM ticket") == [("K1 0935", BOOKED)]


async def test_what_was_printed_tells_which_booking_was_used(world: World) -> None:
    other = str(booking(2).id)
    world.book(booking(1), booking(2))
    await ask(world, 1)

    results = await tell(world, printed(2, 36), printed(1, 37, booking=other))

    assert [result["status"] for result in results] == ["conflict", "accepted"]
    assert [row["label"] for row in await listed(world)] == ["K1 0936", "K1 0937"]


async def test_a_label_of_two_papers_is_told_before_their_booking(world: World) -> None:
    results = await tell(world, printed(1, 35), printed(2, 36, label="K1 0935"))

    assert results[1]["problem"] == "label-conflict"
    assert ranks(world) == [("K1 0935", 0), ("K1 0935", 1)]


# --- central booking add


def add(folder: Path, *more: str, service: str = booking().service) -> int:
    """Run the command at the examples' time."""
    offset = str((NOW - SystemClock().now()).total_seconds())
    site = ["--data", str(folder), "--catalogue", str(CATALOGUE), "--clock-offset", offset]
    wanted = ["--service", service, "--at", "2026-08-06T10:00"]
    return main(["booking", "add", *site, *wanted, *more])


async def test_a_booking_made_beside_the_running_server_checks_in(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    code = add(world.folder, "--minutes", "45", "--name", "Siti Rahmawati", "--json")

    made = json.loads(capsys.readouterr().out)
    (row,) = await listed(world)
    reply = await ask(world, 1, booking=made["id"])
    assert code == 0
    assert reply.status_code == 201
    assert row == {
        "id": made["id"],
        "code_sha256": code_digest(made["code"]),
        "service": "disdukcapil.ktp-el-hilang",
        "starts": "2026-08-06T10:00:00+07:00",
        "ends": "2026-08-06T10:45:00+07:00",
        "place": None,
        "masked_name": "S*** R******",
        "label": None,
    }


async def test_the_printed_qr_is_signed_by_the_key_of_the_list(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    add(world.folder, "--public-host", "mpp.cimahi.go.id", "--json")

    made = json.loads(capsys.readouterr().out)
    (key,) = (await world.client.get("/api/v1/bookings")).json()["keys"]
    code = recognise(made["qr"].encode())
    assert made["qr"].startswith("https://mpp.cimahi.go.id/b/")
    assert isinstance(code, BookingCode)
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key["public_key"]))
    public.verify(code.signature, code.signed(b"b"))
    (row,) = await listed(world)
    assert code.payload == ticket_reference(bytes.fromhex(row["id"].replace("-", "")))


async def test_without_json_the_code_and_the_qr_are_two_lines(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    add(world.folder, "--place", "MPP Kota Bandung")

    code, qr = capsys.readouterr().out.splitlines()
    (row,) = await listed(world)
    assert row["code_sha256"] == code_digest(code)
    assert (len(code), code[4]) == (9, "-")
    assert isinstance(recognise(qr.encode()), BookingCode)
    assert row["place"] == "MPP Kota Bandung"


async def test_neither_name_nor_code_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with central(tmp_path):
        capsys.readouterr()
        add(tmp_path, "--name", "Siti Rahmawati", "--json")
    code = json.loads(capsys.readouterr().out)["code"]

    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir()).upper()

    assert b"S*** R******" in kept
    for secret in (b"SITI", b"RAHMAWATI", code.encode(), code.replace("-", "").encode()):
        assert secret not in kept


async def test_a_booking_of_an_unknown_service_is_refused(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    code = add(world.folder, service="disdukcapil.terbang")

    assert code == 2
    assert "disdukcapil.terbang is not in the catalogue" in capsys.readouterr().err
    assert world.rows("SELECT * FROM booking") == []


def test_bookings_need_a_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = add(tmp_path)

    assert code == 2
    assert "holds no database" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "wrong",
    [
        ["--at", "tomorrow"],
        ["--minutes", "0"],
        ["--minutes", "1441"],
        ["--name", " "],
        ["--name", "Siti\n"],
        ["--place", "x" * 121],
        ["--public-host", "mpp.example/../"],
    ],
)
def test_an_option_that_cannot_be_is_refused(tmp_path: Path, wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        add(tmp_path, *wrong)

    assert ended.value.code == 2
