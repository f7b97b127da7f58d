"""The wire's examples, fed to the real client: what it asks, and what it makes of each answer."""

import asyncio
import base64
import gzip
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest

from kiosk import ed25519
from kiosk.domain.booking import parse_bookings
from kiosk.domain.codes import BookingCode, recognise, ticket_reference
from kiosk.domain.devices import CameraState, PrinterState, ScannerState
from kiosk.domain.enrolling import from_base32
from kiosk.domain.identity import IkdPayload, NotVerified, Verified
from kiosk.domain.label import AuthorityLabel, QueueCode, Slot
from kiosk.domain.model import BookingId, ServiceId, TicketId, VisitId
from kiosk.domain.readiness import Application, Component, Part, Readiness, Reason
from kiosk.domain.receipt import parse_receipts
from kiosk.domain.signing import read_signature
from kiosk.domain.ticket import Assigned, Channel, Estimate, IssueRefusal, TicketDraft
from kiosk.domain.trust import WitnessKind
from kiosk.domain.unattended import SelfTest
from kiosk.http_central import (
    BODY_MOST_BYTES,
    CALL_SECONDS,
    IDENTITY_SECONDS,
    HttpCentral,
    by_the_loop,
)
from kiosk.ports import (
    BookingsBytes,
    CatalogueBytes,
    Changed,
    CursorReset,
    Digest,
    EnrolAnswer,
    Fenced,
    Grant,
    Health,
    Hello,
    Judged,
    KeysBytes,
    NoReply,
    NoSlot,
    OrdersBytes,
    OutboxFact,
    PrinterReport,
    Pushed,
    QueueFact,
    ReceiptsBytes,
    ResendFrom,
    Rotation,
    Seen,
    Standing,
    Unchanged,
)
from tests.contract.world import HERE, INSTALLATION, NOW, example, exchanges
from tests.loopback import SILENCE, Answer, Heard, raw_reply, reply, served
from tests.signing import route_to, signer_of

# Any below: an example is JSON, whose types are any of JSON's.

Call = Callable[[HttpCentral], Awaitable[object]]


@asynccontextmanager
async def client_of(answer: Answer, installation: str = INSTALLATION) -> AsyncIterator[HttpCentral]:
    """The real client, whose server answers so. Its deadlines are the loop's."""
    async with served(answer) as url:
        client = HttpCentral(route_to(url), UUID(installation), by_the_loop, signer_of(lambda: NOW))
        try:
            yield client
        finally:
            await client.close()


# --- examples to calls ------------------------------------------------------------------------


def hello_of(body: Any) -> Hello:
    """What a kiosk says at start."""
    return Hello(
        installation=UUID(body["installation"]),
        kiosk=body["kiosk"],
        standing=Standing(
            head_seq=body["head_seq"],
            head_hash=body["head_hash"],
            acked_seq=body["acked_seq"],
            epoch=body["epoch"],
            seen=tuple(
                Seen(date.fromisoformat(one["day"]), QueueCode(one["queue"]), one["number"])
                for one in body["seen"]
            ),
        ),
        public_key=base64.b64decode(body["public_key"]),
        software=body["software"],
        witness=WitnessKind(body["witness"]),
    )


def draft_of(body: Any) -> TicketDraft:
    """What a visitor confirmed."""
    return TicketDraft(
        id=TicketId(UUID(body["id"])),
        visit=VisitId(UUID(body["visit"])),
        service=ServiceId(body["service"]),
        queue=QueueCode(body["queue"]),
        day=date.fromisoformat(body["day"]),
        at=datetime.fromisoformat(body["at"]),
        priority=body["priority"],
        language=body["language"],
        channel=Channel(body["channel"]),
        masked_name="S*** R******",
        booking=BookingId(UUID(body["booking"])) if "booking" in body else None,
    )


def facts_of(body: Any) -> tuple[OutboxFact, ...]:
    """Links of the chain."""
    return tuple(
        OutboxFact(row["seq"], UUID(row["id"]), row["kind"], row["body"], row["hash"])
        for row in body["facts"]
    )


def health_of(body: Any) -> Health:
    """How a kiosk is."""
    return Health(
        installation=UUID(body["installation"]),
        at=datetime.fromisoformat(body["at"]),
        printer=PrinterState(body["printer"]),
        camera=CameraState(body["camera"]),
        outbox=body["outbox"],
        software=body["software"],
        catalogue_etag=body["catalogue_etag"],
        quarantined=body["quarantined"],
        former=body["former"],
        slot=body["slot"],
        paper=None if "paper_percent" not in body else paper_of(body),
        scanner=ScannerState(body["scanner"]) if "scanner" in body else None,
        disk_free_mb=body.get("disk_free_mb"),
        celsius=body.get("celsius"),
        clock_offset_ms=body.get("clock_offset_ms"),
        clock_trusted=body.get("clock_trusted"),
        last_print=moment_of(body.get("last_print")),
        last_visit=moment_of(body.get("last_visit")),
        versions=body.get("versions", {}),
        application=Application(body["application"]) if "application" in body else None,
        components=tuple(
            Component(Part(one["part"]), Readiness(one["readiness"]), Reason(one["reason"]))
            for one in body.get("components", ())
        ),
        newest_order=body.get("newest_order", 0),
        refused_order=body.get("refused_order", ""),
        self_test=self_test_of(body.get("self_test")),
    )


def self_test_of(told: Any) -> SelfTest | None:
    """What a kiosk found of itself."""
    return told and SelfTest(datetime.fromisoformat(told["at"]), tuple(told["codes"]))


def paper_of(body: Any) -> PrinterReport:
    """How the printers are."""
    told = (body["paper_percent"], body["tickets_left"])
    return PrinterReport(
        *told,
        level=body["printer_level"],
        model=body["printer_model"],
        both=tuple(
            PrinterReport(
                one["paper_percent"],
                one["tickets_left"],
                level=one.get("level"),
                model=one.get("model", ""),
                name=one["name"],
                state=PrinterState(one["state"]),
            )
            for one in body["printers"]
        ),
    )


def moment_of(text: str | None) -> datetime | None:
    """A time that may be missing."""
    return None if text is None else datetime.fromisoformat(text)


def rotation_of(body: Any) -> Rotation:
    """A new key, and who says so."""
    return Rotation(
        public=base64.b64decode(body["public_key"]),
        by_old=base64.b64decode(body["signed_by_old"]),
        by_new=base64.b64decode(body["signed_by_new"]),
    )


def digest_of(body: Any) -> Digest:
    """What a kiosk says it told."""
    return Digest(**{key: value for key, value in body.items() if key != "installation"})


def call_of(request: Any) -> Call:
    """The client's call that leads to a request."""
    body = request.get("body")
    match request["path"].removeprefix("/api/v1"):
        case "/device/session":
            return lambda client: client.hello(hello_of(body))
        case "/tickets":
            return lambda client: client.assign(draft_of(body), 1.5)
        case "/sync":
            previous = body["previous_hash"]
            return lambda client: client.push(UUID(body["installation"]), previous, facts_of(body))
        case "/reports/weekly":
            return lambda client: client.report_week(UUID(body["installation"]), digest_of(body))
        case "/identity/verify":
            payload = IkdPayload(base64.b64decode(body["payload"]))
            return lambda client: client.verify(VisitId(UUID(body["visit"])), payload)
        case "/device/health":
            return lambda client: client.tell_health(health_of(body))
        case "/catalogue":
            etag = request["headers"].get("If-None-Match", "").strip('"') or None
            return lambda client: client.catalogue(etag)
        case "/bookings":
            etag = request["headers"].get("If-None-Match", "").strip('"') or None
            return lambda client: client.bookings(etag)
        case "/receipts":
            etag = request["headers"].get("If-None-Match", "").strip('"') or None
            return lambda client: client.receipts(etag)
        case "/keys":
            etag = request["headers"].get("If-None-Match", "").strip('"') or None
            return lambda client: client.keys(etag)
        case "/orders":
            etag = request["headers"].get("If-None-Match", "").strip('"') or None
            return lambda client: client.orders(etag)
        case "/device/key":
            return lambda client: client.rotate(rotation_of(body))
        case path if path.startswith("/changes"):
            asked = parse_qs(urlsplit(path).query)
            cursor = asked["cursor"][0] if asked else None
            return lambda client: client.changes(cursor, 25)
        case "/enrol":
            token, key = from_base32(body["token"]), base64.b64decode(body["public_key"])
            return lambda client: client.enrol(token, key, body["kiosk"])
        case "/queues":
            return lambda client: client.queues()
    raise LookupError(request["path"])


NO_KIOSK_ASKS = {"health", "not_found", "wrong_method", "ticket_not_json", "ticket_invalid_field"}
"""Requests that only somebody else makes: a watchman, or a client with a bug."""
ASKED = [stem for stem in exchanges() if stem not in NO_KIOSK_ASKS]


# --- what the client asks ---------------------------------------------------------------------


async def test_the_client_asks_as_the_examples_say() -> None:
    heard: list[Heard] = []

    async def answer(request: Heard) -> bytes:
        heard.append(request)
        return reply(request)

    for stem in ASKED:
        request = example(stem)["request"]
        asking = (request["body"] or {}).get("installation", INSTALLATION)
        async with client_of(answer, asking) as client:
            await call_of(request)(client)

    for stem, got in zip(ASKED, heard, strict=True):
        wanted = example(stem)["request"]
        assert (got.method, got.path) == (wanted["method"], wanted["path"]), stem
        assert got.json() == wanted["body"], stem
        for name in ("If-None-Match", "Content-Type"):
            assert got.headers.get(name.lower()) == wanted["headers"].get(name), stem


async def test_every_request_has_an_id_of_its_own() -> None:
    ids: list[str] = []

    async def answer(request: Heard) -> bytes:
        ids.append(request.headers["x-request-id"])
        return reply(request)

    async with client_of(answer) as client:
        for _ in range(3):
            await client.queues()

    assert len({UUID(one) for one in ids}) == 3


async def test_a_batch_travels_packed() -> None:
    heard: list[Heard] = []

    async def answer(request: Heard) -> bytes:
        heard.append(request)
        return reply(request)

    batch = example("sync_accepted")["request"]
    async with client_of(answer) as client:
        await call_of(batch)(client)

    assert heard[0].headers["content-encoding"] == "gzip"
    assert json.loads(gzip.decompress(heard[0].body)) == batch["body"]
    assert len(heard[0].body) < len(json.dumps(batch["body"])) / 2


async def test_no_name_of_a_visitor_is_sent_with_a_wish_for_a_number() -> None:
    heard: list[Heard] = []

    async def answer(request: Heard) -> bytes:
        heard.append(request)
        return reply(request)

    async with client_of(answer) as client:
        await call_of(example("ticket_assigned")["request"])(client)

    assert b"S***" not in heard[0].body


# --- what the client makes of an answer -------------------------------------------------------


def label(text: str) -> AuthorityLabel:
    """`K 001`."""
    queue, number = text.split()
    return AuthorityLabel(QueueCode(queue), int(number))


def leases(slot: int) -> dict[date, Slot]:
    """A slot for the week of the examples."""
    return {date(2026, 8, day): Slot(slot) for day in range(6, 13)}


SITI = Verified("Siti", "S*** R******")
UNDERSTOOD: dict[str, object] = {
    "bookings_new": BookingsBytes((HERE / "data/bookings.json").read_bytes()),
    "bookings_unchanged": Unchanged(),
    "receipts_new": ReceiptsBytes((HERE / "data/receipts.json").read_bytes()),
    "receipts_unchanged": Unchanged(),
    "keys_new": KeysBytes((HERE / "data/keys.json").read_bytes()),
    "keys_revoked": KeysBytes((HERE / "data/keys_revoked.json").read_bytes()),
    "keys_unchanged": Unchanged(),
    "orders_new": OrdersBytes((HERE / "data/orders.json").read_bytes()),
    "orders_unchanged": Unchanged(),
    "device_key": True,
    "device_key_again": True,
    "device_key_mismatch": False,
    "device_session_key_new": Grant(NOW, 0, leases(1), 0),
    "device_session_key_revoked": NoReply("key-revoked"),
    "catalogue_new": CatalogueBytes((HERE / "data/catalogue.json").read_bytes()),
    "catalogue_unchanged": Unchanged(),
    "changes_begin": Changed("0-2", frozenset()),
    "changes_new": Changed("0-8", frozenset({"bookings", "tickets"})),
    "changes_reset": CursorReset(),
    "device_health": None,
    "device_health_least": None,
    "device_session": Grant(NOW, 0, leases(1), 0),
    "device_session_acked": Grant(NOW, 0, leases(1), 6),
    "device_session_fenced": Fenced("lineage-fenced"),
    "device_session_witness": Fenced("lineage-fenced"),
    "device_session_key_mismatch": Fenced("key-mismatch"),
    "device_session_no_slot": NoSlot(),
    "device_session_restored": Grant(NOW, 1, leases(11), 0),
    "device_session_second_kiosk": Grant(NOW, 0, leases(2), 0),
    "enrol_confirmed": EnrolAnswer(True, bytes(16), bytes.fromhex(example("order")["public_key"])),
    "enrol_pending": EnrolAnswer(False, bytes(16)),
    "enrol_refused": NoReply("enrolment-refused"),
    "enrol_token_used": NoReply("token-invalid"),
    "queues_revoked_device": NoReply("device-revoked"),
    "queues_unknown_device": NoReply("device-unknown"),
    "queues_unsigned": NoReply("signature-invalid"),
    "identity_expired": NotVerified.EXPIRED,
    "identity_future": NotVerified.FUTURE,
    "identity_not_ikd": NotVerified.NOT_IKD,
    "identity_unavailable": NotVerified.UNREACHABLE,
    "identity_unverified": NotVerified.UNVERIFIED,
    "identity_used": NotVerified.USED,
    "identity_verified": SITI,
    "queues": {
        QueueCode("K"): QueueFact(1),
        QueueCode("KA"): QueueFact(0),
        QueueCode("A"): QueueFact(0),
    },
    "sync_forked": Fenced("chain-forked"),
    "sync_gap": ResendFrom(1),
    "sync_wrong_hash": ResendFrom(1),
    "ticket_assigned": Assigned(label("K 001"), 0, None),
    "ticket_booking": Assigned(label("K 001"), 0, None),
    "ticket_booking_again": Assigned(label("K 002"), 1, None),
    "ticket_booking_unknown": IssueRefusal.BOOKING_UNKNOWN,
    "ticket_booking_used": IssueRefusal.BOOKING_USED,
    "ticket_idempotency_mismatch": NoReply("idempotency-mismatch"),
    "ticket_queue_full": NoReply("refusal: unknown code queue-full"),
    "ticket_quota_full": IssueRefusal.QUOTA,
    "ticket_quota_last": Assigned(label("KA 001"), 0, None),
    "ticket_repeated": Assigned(label("K 001"), 0, None),
    "ticket_second": Assigned(label("K 002"), 1, None),
    "ticket_service_closed": IssueRefusal.CLOSED,
    "ticket_unknown_installation": NoReply("refusal: unknown code unknown-installation"),
    "ticket_unknown_service": NoReply("unknown-service"),
    "ticket_wrong_day": NoReply("validation"),
    "ticket_wrong_queue": NoReply("validation"),
    "weekly_differs": Judged(matches=False, missing=()),
    "weekly_match": Judged(matches=True, missing=()),
    "weekly_missing": Judged(matches=False, missing=(7, 8)),
}
PUSHED = {
    *("sync_accepted", "sync_conflict", "sync_duplicate", "sync_label_wins", "sync_overlap"),
    *("sync_survey", "sync_receipt", "sync_staff", "sync_survey_again", "sync_booking_twice"),
}


def shown_reply(stem: str, request: Heard) -> bytes:
    """An example's reply, as an answer to a request."""
    wanted = example(stem)["reply"]
    body = json.dumps(wanted.get("body")).encode() if wanted.get("body") is not None else b""
    if "body_file" in wanted:
        body = (HERE / wanted["body_file"]).read_bytes()
    return reply(request, wanted["status"], body, wanted["headers"])


async def answered(*stems: str) -> dict[str, object]:
    """What the client makes of the replies of examples."""
    playing = ""

    async def answer(request: Heard) -> bytes:
        return shown_reply(playing, request)

    found: dict[str, object] = {}
    async with client_of(answer) as client:
        for playing in stems:
            found[playing] = await call_of(example(playing)["request"])(client)
    return found


async def test_the_client_understands_the_examples() -> None:
    assert await answered(*UNDERSTOOD) == UNDERSTOOD


async def test_a_batch_that_was_taken_is_told_fact_by_fact() -> None:
    for stem, pushed in (await answered(*PUSHED)).items():
        wanted = example(stem)["reply"]["body"]
        assert isinstance(pushed, Pushed), stem
        assert pushed.acked_seq == wanted["acked_seq"], stem
        assert [str(one.id) for one in pushed.results] == [row["id"] for row in wanted["results"]]
        assert all(result.accepted for result in pushed.results), stem


async def test_a_rejected_fact_is_told_with_its_problem() -> None:
    pushed = (await answered("sync_rejected"))["sync_rejected"]

    assert isinstance(pushed, Pushed)
    assert [(result.accepted, result.problem) for result in pushed.results] == [
        (False, "unknown-kind"),
        (False, "invalid-body"),
        (False, "invalid-body"),
        (True, None),
    ]


def test_every_example_a_kiosk_could_meet_is_in_these_tests() -> None:
    assert set(UNDERSTOOD) | PUSHED | {"sync_rejected"} == set(ASKED)


async def test_an_estimate_is_read_where_there_is_one() -> None:
    body = dict(example("ticket_assigned")["reply"]["body"])
    body["eta"] = {
        "earliest": "2026-08-06T10:05:00+07:00",
        "latest": "2026-08-06T10:20:00+07:00",
    }

    async def answer(request: Heard) -> bytes:
        return reply(request, 201, json.dumps(body).encode())

    async with client_of(answer) as client:
        found = await call_of(example("ticket_assigned")["request"])(client)

    assert isinstance(found, Assigned)
    assert found.estimate == Estimate(
        datetime.fromisoformat("2026-08-06T10:05:00+07:00"),
        datetime.fromisoformat("2026-08-06T10:20:00+07:00"),
    )


# --- what counts as no reply ------------------------------------------------------------------

GOOD = json.dumps(example("queues")["reply"]["body"]).encode()
OURS = {"Anjungan-Server": "1; epoch=0; gen=test"}


async def asked_for_queues(answer: Callable[[Heard], bytes]) -> object:
    """What the client makes of an answer to GET /queues."""

    async def coming(request: Heard) -> bytes:
        return answer(request)

    async with client_of(coming) as client:
        return await client.queues()


async def test_a_good_answer_counts() -> None:
    found = await asked_for_queues(lambda request: reply(request, 200, GOOD))

    assert isinstance(found, dict)
    assert len(found) == 3


NOT_OURS: dict[str, Callable[[Heard], bytes]] = {
    "no server header": lambda r: raw_reply(200, GOOD, {"X-Request-Id": r.headers["x-request-id"]}),
    "another version": lambda r: reply(r, 200, GOOD, {"Anjungan-Server": "2; epoch=0"}),
    "no request id": lambda r: reply(None, 200, GOOD),
    "another request's id": lambda r: raw_reply(200, GOOD, {**OURS, "X-Request-Id": INSTALLATION}),
    "captive portal": lambda r: raw_reply(
        200, b"<html>Log in</html>", {"Content-Type": "text/html"}
    ),
    "a portal's redirect": lambda r: raw_reply(302, b"", {"Location": "http://portal.example/"}),
    "our own redirect": lambda r: reply(r, 302, b"", {"Location": "/elsewhere"}),
    "HTML in our name": lambda r: reply(r, 200, b"<html></html>"),
    "half a JSON": lambda r: reply(r, 200, GOOD[:40]),
    "another JSON": lambda r: reply(r, 200, b"[1, 2]"),
    "too deep a JSON": lambda r: reply(r, 200, b"[" * 100_000),
    "too long a number": lambda r: reply(r, 200, b"9" * 5_000),
    "a wrong queue": lambda r: reply(r, 200, b'{"queues": [{"queue": "B", "waiting": 1}]}'),
    "half a body": lambda r: reply(r, 200, GOOD)[:-10],
    "no body": lambda r: reply(r, 200),
    "no HTTP": lambda r: b"220 smtp.example.go.id ESMTP\r\n",
    "nothing at all": lambda r: b"",
    "a broken header": lambda r: b"HTTP/1.1 200 OK\r\n\xff\xfe\r\n\r\n",
    "broken compression": lambda r: reply(r, 200, b"not gzip", {"Content-Encoding": "gzip"}),
    "status 400": lambda r: reply(r, 400, GOOD),
    "status 404": lambda r: reply(r, 404, b'{"type": "urn:anjungan:problem:not-found"}'),
    "status 405": lambda r: reply(r, 405, b"{}"),
    "status 500": lambda r: reply(r, 500, GOOD),
    "status 502": lambda r: raw_reply(502, b"<html>Bad gateway</html>", {}),
    "status 503": lambda r: reply(r, 503, GOOD),
}


async def test_what_is_not_our_servers_answer_is_no_reply() -> None:
    kind = ""

    async def answer(request: Heard) -> bytes:
        return NOT_OURS[kind](request)

    async with client_of(answer) as client:
        for kind in NOT_OURS:
            found = await client.queues()
            assert isinstance(found, NoReply), kind
            assert found.reason, kind


async def test_no_call_takes_anothers_answer_for_its_own() -> None:
    async def answer(request: Heard) -> bytes:
        return raw_reply(200, GOOD, {"Content-Type": "application/json"})

    async with client_of(answer) as client:
        found = [await call_of(example(stem)["request"])(client) for stem in ASKED]

    for one in found:
        assert one is None or one is NotVerified.UNREACHABLE or isinstance(one, NoReply)


RESTS: dict[str, tuple[Callable[[Heard], bytes], float]] = {
    "seconds": (lambda r: reply(r, 503, b"{}", {"Retry-After": "120"}), 120),
    "a gateway's": (lambda r: raw_reply(502, b"", {"Retry-After": "7"}), 7),
    "too many requests": (lambda r: reply(r, 429, b"{}", {"Retry-After": "30"}), 30),
    "a date": (
        lambda r: reply(
            r,
            503,
            b"{}",
            {
                "Date": "Thu, 06 Aug 2026 02:34:12 GMT",
                "Retry-After": "Thu, 06 Aug 2026 02:35:12 GMT",
            },
        ),
        60,
    ),
    "nonsense": (lambda r: reply(r, 503, b"{}", {"Retry-After": "soon"}), 0),
    "none": (lambda r: reply(r, 503, b"{}"), 0),
}


async def test_how_long_a_server_asks_to_be_left_alone_is_told() -> None:
    kind = ""

    async def answer(request: Heard) -> bytes:
        return RESTS[kind][0](request)

    async with client_of(answer) as client:
        for kind, (_, seconds) in RESTS.items():
            found = await client.queues()
            assert isinstance(found, NoReply), kind
            assert found.rest_seconds == seconds, kind


async def test_after_another_database_answered_hello_comes_first() -> None:
    server = "1; epoch=0; gen=a"

    async def answer(request: Heard) -> bytes:
        if request.path.endswith("/session"):
            return _as(server, shown_reply("device_session", request))
        return _as(server, reply(request, 200, GOOD))

    greet = call_of(example("device_session")["request"])
    async with client_of(answer) as client:
        await greet(client)
        assert isinstance(await client.queues(), dict)
        server = "1; epoch=1; gen=b"
        strange = [await client.queues(), await client.queues()]
        assert isinstance(await greet(client), Grant)
        known = await client.queues()

    assert strange == [NoReply("another database answered")] * 2
    assert isinstance(known, dict)


def _as(server: str, raw: bytes) -> bytes:
    head, _, body = raw.partition(b"\r\n\r\n")
    kept = [line for line in head.split(b"\r\n") if not line.startswith(b"Anjungan-Server")]
    return b"\r\n".join([*kept, f"Anjungan-Server: {server}".encode()]) + b"\r\n\r\n" + body


async def test_a_body_beyond_the_limit_is_no_reply() -> None:
    found = await asked_for_queues(
        lambda request: reply(request, 200, b" " * (BODY_MOST_BYTES + 1))
    )

    assert found == NoReply("the answer is too long")


async def test_a_small_body_that_unpacks_beyond_the_limit_is_no_reply() -> None:
    packed = gzip.compress(b" " * (2 * BODY_MOST_BYTES))

    found = await asked_for_queues(
        lambda request: reply(request, 200, packed, {"Content-Encoding": "gzip"})
    )

    assert found == NoReply("the answer is too long")


async def test_where_nobody_listens_there_is_no_reply() -> None:
    client = HttpCentral(
        route_to("http://127.0.0.1:1"),
        UUID(INSTALLATION),
        lambda s, call: lambda: None,
        signer_of(lambda: NOW),
    )

    found = await client.queues()

    await client.close()
    assert isinstance(found, NoReply)


# --- deadlines --------------------------------------------------------------------------------


async def test_who_asks_to_wait_for_changes_is_not_hung_up_on_after_the_time_of_other_calls(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kiosk.http_central.CALL_SECONDS", 0.2)
    told = example("changes_new")["reply"]

    async def later(heard: Heard) -> bytes:
        over = asyncio.Event()
        asyncio.get_running_loop().call_later(0.5, over.set)
        await over.wait()
        return reply(heard, 200, json.dumps(told["body"]).encode())

    async with client_of(later) as client:
        found = await client.changes("0-6", 1)

    assert isinstance(found, Changed)


class Deadlines:
    """Timers that a test lets expire."""

    def __init__(self) -> None:
        self.armed: list[float] = []
        self.cancelled = 0
        self._calls: list[Callable[[], None]] = []

    def call_after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """CallAfter."""
        self.armed.append(seconds)
        self._calls.append(call)

        def cancel() -> None:
            self.cancelled += 1

        return cancel

    def expire(self) -> None:
        """Let the newest pass."""
        self._calls[-1]()


async def expired(stem: str, beginning: bytes = SILENCE) -> tuple[object, Deadlines]:
    """A call whose deadline passes when the server has heard it."""
    deadlines = Deadlines()

    async def answer(request: Heard) -> bytes:
        asyncio.get_running_loop().call_soon(deadlines.expire)
        return beginning

    async with served(answer) as url:
        client = HttpCentral(
            route_to(url), UUID(INSTALLATION), deadlines.call_after, signer_of(lambda: NOW)
        )
        found = await call_of(example(stem)["request"])(client)
        await client.close()
    return found, deadlines


async def test_silence_ends_at_the_deadline_the_caller_gave() -> None:
    found, deadlines = await expired("ticket_assigned")

    assert found == NoReply("no answer within 1.5 s")
    assert deadlines.armed == [1.5]
    assert deadlines.cancelled == 1


@pytest.mark.parametrize(
    ("stem", "seconds", "outcome"),
    [
        ("device_session", CALL_SECONDS, NoReply("no answer within 5.0 s")),
        ("queues", CALL_SECONDS, NoReply("no answer within 5.0 s")),
        ("catalogue_new", 30.0, NoReply("no answer within 30.0 s")),
        ("sync_accepted", 30.0, NoReply("no answer within 30.0 s")),
        ("identity_verified", IDENTITY_SECONDS, NotVerified.UNREACHABLE),
        ("device_health", CALL_SECONDS, None),
    ],
)
async def test_every_call_has_a_deadline_of_its_own(
    stem: str, seconds: float, outcome: object
) -> None:
    found, deadlines = await expired(stem)

    assert found == outcome
    assert deadlines.armed == [seconds]


async def test_an_answer_in_time_disarms_the_deadline() -> None:
    deadlines = Deadlines()

    async def answer(request: Heard) -> bytes:
        return reply(request, 200, GOOD)

    async with served(answer) as url:
        client = HttpCentral(
            route_to(url), UUID(INSTALLATION), deadlines.call_after, signer_of(lambda: NOW)
        )
        await client.queues()
        await client.close()

    assert deadlines.cancelled == len(deadlines.armed) == 1


async def test_a_call_that_is_cancelled_from_outside_is_cancelled() -> None:
    heard = asyncio.Event()

    async def answer(request: Heard) -> bytes:
        heard.set()
        return SILENCE

    async with client_of(answer) as client:
        task = asyncio.ensure_future(client.queues())
        await heard.wait()
        task.cancel()

        with pytest.raises(asyncio.CancelledError):
            await task


async def test_who_is_cancelled_while_the_deadline_passes_is_cancelled() -> None:
    deadlines, heard = Deadlines(), asyncio.Event()

    async def answer(request: Heard) -> bytes:
        heard.set()
        return SILENCE

    async with served(answer) as url:
        client = HttpCentral(
            route_to(url), UUID(INSTALLATION), deadlines.call_after, signer_of(lambda: NOW)
        )
        task = asyncio.ensure_future(client.queues())
        await heard.wait()
        deadlines.expire()
        task.cancel()

        with pytest.raises(asyncio.CancelledError):
            await task
        await client.close()


def after_turns(turns: int) -> Callable[[float, Callable[[], None]], Callable[[], None]]:
    """A deadline that passes after so many turns of the loop; negative for never."""
    loop = asyncio.get_running_loop()

    def call_after(_: float, call: Callable[[], None]) -> Callable[[], None]:
        over = False

        def turn(left: int) -> None:
            if over or left < 0:
                return
            if left:
                loop.call_soon(turn, left - 1)
            else:
                call()

        def cancel() -> None:
            nonlocal over
            over = True

        turn(turns)
        return cancel

    return call_after


async def test_calls_that_are_cut_off_at_any_moment_leave_room_for_the_next() -> None:
    turns = 0

    async def answer(request: Heard) -> bytes:
        return reply(request, 200, GOOD)

    async with served(answer) as url:
        client = HttpCentral(
            route_to(url),
            UUID(INSTALLATION),
            lambda seconds, call: after_turns(turns)(seconds, call),
            signer_of(lambda: NOW),
        )
        for turns in (*range(1, 120), *range(1, 120)):  # noqa: B007 - each call reads it
            await asyncio.gather(*(client.queues() for _ in range(3)))
        turns = -1
        async with asyncio.timeout(20):
            found = await client.queues()
        await client.close()

    assert not isinstance(found, NoReply)


def test_the_kiosk_reads_the_list_of_receipts_and_finds_one_by_its_tickets_code() -> None:
    assigned = example("ticket_assigned")["request"]["body"]["id"]

    found = parse_receipts((HERE / "data/receipts.json").read_bytes())

    receipt = found.of_ticket(ticket_reference(UUID(assigned).bytes))
    assert receipt is not None
    assert (receipt.label, str(receipt.promised)) == ("K 001", "2026-08-13")
    assert f'"{found.etag}"' == example("receipts_new")["reply"]["headers"]["ETag"]


def test_the_kiosk_reads_the_list_of_bookings_and_checks_their_codes() -> None:
    known = example("booking_code")

    found = parse_bookings((HERE / "data/bookings.json").read_bytes())

    booking = found.with_code(known["code"])
    assert booking is not None
    assert str(booking.id) == known["booking"]
    assert found.by_reference[bytes.fromhex(known["reference"])] is booking
    code = recognise(known["text"].encode())
    assert isinstance(code, BookingCode)
    key = found.keys[code.key_id]
    assert key.hex() == known["public_key"]
    assert ed25519.verifies(key, code.signature, code.signed(b"b"))
    assert not ed25519.verifies(key, code.signature, code.signed(b"t"))


async def test_a_client_whose_clock_is_off_signs_again_in_the_servers_time() -> None:
    created: list[int] = []

    async def answer(request: Heard) -> bytes:
        found = read_signature(request.headers["signature-input"], request.headers["signature"])
        assert found is not None
        created.append(found[0].created)
        if len(created) > 1:
            return reply(request, 200, GOOD)
        problem = {"type": "urn:anjungan:problem:clock-skew", "now": "2026-08-06T11:00:00+07:00"}
        return reply(request, 401, json.dumps(problem).encode())

    async with client_of(answer) as client:
        first, later = await client.queues(), await client.queues()

    there = int(datetime.fromisoformat("2026-08-06T11:00:00+07:00").timestamp())
    assert not isinstance(first, NoReply)
    assert not isinstance(later, NoReply)
    assert created == [int(NOW.timestamp()), there, there]


async def test_a_server_that_finds_every_clock_wrong_is_asked_twice_and_no_more() -> None:
    asked = []

    async def answer(request: Heard) -> bytes:
        asked.append(request)
        problem = {"type": "urn:anjungan:problem:clock-skew", "now": "2026-08-06T11:00:00+07:00"}
        return reply(request, 401, json.dumps(problem).encode())

    async with client_of(answer) as client:
        found = await client.queues()

    assert found == NoReply("clock-skew")
    assert len(asked) == 2
