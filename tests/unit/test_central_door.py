"""What every request meets: limits, gzip, strict JSON, and headers that prove a reply ours."""

import gzip
import json
import re
from uuid import UUID

import pytest

from central.api.sync import BATCH_MOST_BYTES
from tests.contract.world import Chain, World, asked, example

SERVER = re.compile(r"1; epoch=0; gen=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def calls(number: int, screen: str = "S00") -> list[tuple[str, object]]:
    body = {"at": "2026-08-06T09:00:00Z", "kiosk": "A-03", "screen": screen, "reason": "help"}
    return [("staff.called", body)] * number


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/health", 200),
        ("GET", "/api/v1/catalogue", 200),
        ("GET", "/api/v1/bookings", 200),
        ("GET", "/api/v1/satisfaction", 200),
        ("POST", "/api/v1/bookings", 405),
        ("GET", "/api/v1/openapi.json", 200),
        ("GET", "/", 200),
        ("GET", "/t/nothing", 404),
        ("GET", "/api/v1", 404),
        ("GET", "/nowhere/at/all", 404),
        ("POST", "/api/v1/health", 405),
        ("POST", "/api/v1/tickets", 400),
        ("GET", "/api/v1/%00%ff", 404),
    ],
)
async def test_every_reply_carries_our_headers(
    world: World, method: str, path: str, status: int
) -> None:
    reply = await world.client.request(method, path, headers={"X-Request-Id": "abc-7"})

    assert reply.status_code == status
    assert SERVER.fullmatch(reply.headers["Anjungan-Server"])
    assert reply.headers["X-Request-Id"] == "abc-7"


async def test_our_own_mistake_carries_our_headers_and_no_secret(
    world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    world.put("DROP TABLE used_code")
    world.put("ALTER TABLE ticket RENAME COLUMN ahead TO astern")

    reply = await world.post("/tickets", asked())

    problem = reply.json()
    assert reply.status_code == 500
    assert SERVER.fullmatch(reply.headers["Anjungan-Server"])
    assert problem["type"] == "urn:anjungan:problem:internal"
    assert (problem["retryable"], problem["retry_after_ms"]) == (True, 1000)
    assert "astern" not in reply.text
    assert '"event": "request_failed"' in capfd.readouterr().err


@pytest.mark.parametrize("request_id", ["", "two words", "x" * 101, "\x7f"])
async def test_a_request_without_a_usable_id_is_given_one(world: World, request_id: str) -> None:
    reply = await world.client.get("/api/v1/health", headers={"X-Request-Id": request_id})

    assert UUID(reply.headers["X-Request-Id"])


async def test_packed_bodies_are_understood(world: World) -> None:
    body = gzip.compress(json.dumps(asked()).encode())

    reply = await world.client.post(
        "/api/v1/tickets", content=body, headers={"Content-Encoding": "gzip"}
    )

    assert reply.json()["label"] == "K 001"


@pytest.mark.parametrize("body", [b"plain", b"", gzip.compress(b"{}", mtime=0)[:-9]])
async def test_a_body_that_is_not_gzip_is_refused(world: World, body: bytes) -> None:
    reply = await world.client.post(
        "/api/v1/tickets", content=body, headers={"Content-Encoding": "gzip"}
    )

    assert reply.status_code == 400
    assert reply.json()["field"] == "body"


async def test_a_small_body_that_unpacks_to_much_is_refused(world: World) -> None:
    bomb = gzip.compress(b" " * 100_000_000, mtime=0)

    reply = await world.client.post(
        "/api/v1/tickets", content=bomb, headers={"Content-Encoding": "gzip"}
    )

    assert len(bomb) < 200_000
    assert reply.status_code == 413
    assert reply.json()["type"] == "urn:anjungan:problem:payload-too-large"


async def test_an_encoding_nobody_speaks_is_refused(world: World) -> None:
    reply = await world.client.post(
        "/api/v1/tickets", content=b"{}", headers={"Content-Encoding": "br"}
    )

    assert reply.status_code == 415


async def test_a_body_over_one_mebibyte_is_refused(world: World) -> None:
    reply = await world.client.post("/api/v1/tickets", content=b" " * (1024 * 1024 + 1))

    assert reply.status_code == 413
    assert reply.json()["type"] == "urn:anjungan:problem:payload-too-large"


async def test_a_batch_holds_a_hundred_facts_and_no_more(world: World) -> None:
    hundred = await world.post("/sync", Chain().batch(*calls(100)))
    more = await world.post("/sync", Chain().batch(*calls(101)))

    assert hundred.json()["acked_seq"] == 100
    assert more.status_code == 413


async def test_a_batch_over_256_kilobytes_is_refused_packed_or_not(world: World) -> None:
    batch = json.dumps(Chain().batch(*calls(1), ("x", "y" * BATCH_MOST_BYTES))).encode()

    plain = await world.client.post("/api/v1/sync", content=batch)
    packed = await world.client.post(
        "/api/v1/sync", content=gzip.compress(batch, mtime=0), headers={"Content-Encoding": "gzip"}
    )

    assert (plain.status_code, packed.status_code) == (413, 413)
    assert world.rows("SELECT * FROM fact") == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": "7"}, "id"),
        ({"id": "9b2f6a34-1c5d-4e7f-8a90-b1c2d3e4f506"}, "id"),
        ({"day": "yesterday"}, "day"),
        ({"queue": "B"}, "queue"),
        ({"at": "2026-08-06T09:34:11"}, "at"),
        ({"at": "0001-01-01T00:00:00+14:00"}, "at"),
        ({"priority": 1}, "priority"),
        ({"channel": "fax"}, "channel"),
        ({"service": ""}, "service"),
        ({"language": "Bahasa"}, "language"),
        ({"booking": "7Q2K-9F4M"}, "booking"),
    ],
)
async def test_a_wrong_field_is_named(world: World, change: dict[str, object], field: str) -> None:
    reply = await world.post("/tickets", asked(**change))  # type: ignore[arg-type]

    problem = reply.json()
    assert reply.status_code == 400
    assert problem["type"] == "urn:anjungan:problem:validation"
    assert problem["field"] == field
    assert problem["detail"].startswith(f"{field}: ")


async def test_a_missing_field_is_named(world: World) -> None:
    body = asked()
    del body["visit"]

    reply = await world.post("/tickets", body)

    assert reply.json()["detail"] == "visit: required"


async def test_a_wrong_field_deep_inside_is_named_with_its_place(world: World) -> None:
    batch = Chain().batch(*calls(2))
    batch["facts"][1]["hash"] = "XYZ"

    reply = await world.post("/sync", batch)

    assert reply.json()["field"] == "facts[1].hash"


async def test_fields_of_a_later_kiosk_are_ignored(world: World) -> None:
    reply = await world.post("/tickets", asked(mood="cheerful"))

    assert reply.status_code == 201


async def test_the_api_describes_every_address_it_serves(world: World) -> None:
    described = (await world.client.get("/api/v1/openapi.json")).json()

    paths = described["paths"]
    ask = paths["/api/v1/tickets"]["post"]
    assert {"/api/v1/sync", "/api/v1/queues", "/api/v1/device/session"} <= set(paths)
    assert ask["requestBody"]["content"]["application/json"]["schema"]["$ref"].endswith("TicketAsk")
    assert "parameters" not in ask
    assert "404" in ask["responses"]
    listed = paths["/api/v1/bookings"]["get"]["responses"]["200"]["content"]["application/json"]
    assert listed["schema"]["$ref"].endswith("BookingList")
    refused = ask["responses"]["400"]["content"]["application/problem+json"]["schema"]
    assert refused["$ref"].endswith("Problem")


async def test_a_catalogue_in_hand_is_not_sent_again(world: World) -> None:
    first = await world.client.get("/api/v1/catalogue")
    etags = f'"old", {first.headers["ETag"]}'

    again = await world.client.get("/api/v1/catalogue", headers={"If-None-Match": etags})

    assert (again.status_code, again.content) == (304, b"")


async def test_the_newest_report_of_a_kiosk_is_the_one_that_counts(world: World) -> None:
    report = {
        "installation": "4f6d2c1e-8a57-4b0e-9c3d-5e2f7a9b1c04",
        "at": "2026-08-06T09:34:00+07:00",
        "printer": "ready",
        "camera": "ready",
        "outbox": 3,
        "software": "0.1.0",
        "catalogue_etag": None,
    }
    await world.post("/device/health", report)
    await world.post("/device/health", report | {"printer": "paper-out"})

    kiosks = (await world.client.get("/api/v1/today")).json()["kiosks"]

    assert [(kiosk["kiosk"], kiosk["printer"]) for kiosk in kiosks] == [("A-03", "paper-out")]


async def test_the_board_shows_the_paper_and_how_well_the_printer_proves_a_ticket(
    world: World,
) -> None:
    printer = {
        "paper_percent": 4,
        "tickets_left": 12,
        "printer_level": 3,
        "printer_model": "POS80",
    }
    report = {
        "installation": "4f6d2c1e-8a57-4b0e-9c3d-5e2f7a9b1c04",
        "at": "2026-08-06T09:34:00+07:00",
        "printer": "paper-low",
        "camera": "ready",
        "outbox": 0,
        "software": "0.1.0",
        "catalogue_etag": None,
    }
    await world.post("/device/health", report)
    (unknown,) = (await world.client.get("/api/v1/today")).json()["kiosks"]
    await world.post("/device/health", report | printer)

    (known,) = (await world.client.get("/api/v1/today")).json()["kiosks"]

    assert [unknown[name] for name in printer] == [None, None, None, ""]
    assert {name: known[name] for name in printer} == printer


async def test_the_board_shows_a_whole_report_and_makes_nothing_up(world: World) -> None:
    whole = example("device_health")["request"]["body"]
    least = example("device_health_least")["request"]["body"]
    await world.post("/device/health", least)
    (unknown,) = (await world.client.get("/api/v1/today")).json()["kiosks"]
    await world.post("/device/health", whole)

    (known,) = (await world.client.get("/api/v1/today")).json()["kiosks"]

    for name in ("scanner", "disk_free_mb", "celsius", "clock_trusted", "application"):
        assert (unknown[name], known[name]) == (None, whole[name])
    assert (unknown["self_test"], known["self_test"]["codes"]) == (None, ["VOI-03"])
    for name in ("printers", "versions", "components"):
        assert (len(unknown[name]), known[name]) == (0, whole[name])
    assert (unknown["last_print"], unknown["last_visit"]) == (None, None)
    assert known["last_print"] == "2026-08-06T09:33:40+07:00"
    assert known["clock_off_ms"] == 0


async def test_a_kiosk_that_started_anew_was_visited_before(world: World) -> None:
    whole = example("device_health")["request"]["body"]
    await world.post("/device/health", whole)
    await world.post("/device/health", example("device_health_least")["request"]["body"])

    (known,) = (await world.client.get("/api/v1/today")).json()["kiosks"]

    assert known["last_visit"] == "2026-08-06T09:33:58+07:00"
    assert known["disk_free_mb"] is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("disk_free_mb", -1),
        ("celsius", 900),
        ("clock_trusted", "yes"),
        ("last_print", "yesterday"),
        ("last_visit", "2026-08-06T09:33:58"),
        ("versions", {"python": "3.11\n"}),
        ("application", "splendid"),
        ("components", [{"part": "printer"}]),
        ("printers", [{"name": "", "paper_percent": 1, "tickets_left": 1}]),
        ("scanner", 1),
        ("self_test", {"at": "2026-08-06T06:00:00+07:00", "codes": ["Siti"]}),
    ],
)
async def test_a_report_is_parsed_at_the_door(world: World, name: str, value: object) -> None:
    whole = example("device_health")["request"]["body"]

    reply = await world.post("/device/health", whole | {name: value})

    assert reply.json()["type"] == "urn:anjungan:problem:validation"


@pytest.mark.parametrize("path", ["/device/health", "/sync", "/tickets"])
async def test_a_stranger_is_asked_to_introduce_itself(world: World, path: str) -> None:
    stranger = "00000000-0000-4000-8000-000000000000"
    bodies = {
        "/tickets": asked(installation=stranger),
        "/sync": Chain(stranger).batch(*calls(1)),
        "/device/health": {
            "installation": stranger,
            "at": "2026-08-06T09:34:00+07:00",
            "printer": "ready",
            "camera": "ready",
            "outbox": 0,
            "software": "0",
            "catalogue_etag": None,
        },
    }

    reply = await world.post(path, bodies[path])

    assert reply.status_code == 409
    assert reply.json()["type"] == "urn:anjungan:problem:unknown-installation"
    assert reply.json()["retryable"] is True
