"""Central over HTTP: one method per call of the wire, each with a deadline of its own.

A reply counts only with the `Anjungan-Server` header and our request id echoed: a captive portal's
200, HTML, half a JSON and 500s are all the same as silence. httpx's time-outs are per phase, so the
deadline of a whole call is kept here.
"""

import asyncio
import base64
import gzip
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol, TypeVar
from urllib.parse import quote
from uuid import UUID, uuid4

import httpx

from kiosk.domain.enrolling import SALT_BYTES, base32
from kiosk.domain.identity import IdentityOutcome, IkdPayload, NotVerified, Verified
from kiosk.domain.keyring import PUBLIC_KEY_BYTES, key_id
from kiosk.domain.label import AuthorityLabel, QueueCode, Slot, parse_label
from kiosk.domain.model import VisitId
from kiosk.domain.reading import Reader, Refused, read_json
from kiosk.domain.ticket import Assigned, Estimate, IssueRefusal, TicketDraft
from kiosk.health_body import health_body
from kiosk.ports import (
    BookingsBytes,
    CallAfter,
    CatalogueBytes,
    Changed,
    CursorReset,
    Digest,
    EnrolAnswer,
    FactResult,
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
    Pushed,
    QueueFact,
    ReceiptsBytes,
    ResendFrom,
    Rotation,
    Unchanged,
    UnknownInstallation,
)

T = TypeVar("T")
BASE = "/api/v1"
CALL_SECONDS = 5.0
CATALOGUE_SECONDS = 30.0
IDENTITY_SECONDS = 8.0
BODY_MOST_BYTES = 8 << 20
PACKED_FROM_BYTES = 1000
"""Smaller bodies are sent as they are: packing them saves nothing."""

_REFUSALS = {
    "quota-full": IssueRefusal.QUOTA,
    "service-closed": IssueRefusal.CLOSED,
    "booking-used": IssueRefusal.BOOKING_USED,
    "booking-unknown": IssueRefusal.BOOKING_UNKNOWN,
}
_REFUSING = (404, 409)
NOT_ENROLLED = "this kiosk is not enrolled"
STRANGER = "somebody else answered"
UNTRUSTED = "its certificate is not of this kiosk's central"
OUT_OF_TIME = "its certificate does not count at this kiosk's time"
NO_TLS = "it does not speak the TLS of central"
_X509_OUT_OF_TIME = (9, 10)
"""OpenSSL: X509_V_ERR_CERT_NOT_YET_VALID, X509_V_ERR_CERT_HAS_EXPIRED."""
_FENCES = ("lineage-fenced", "key-mismatch", "chain-forked")
"""What central says to an installation it will never take again."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where central answers, and what proves that it is central."""

    url: str
    tls: ssl.SSLContext


class Signer(Protocol):
    """Proves that a request is this device's."""

    def headers(
        self, method: str, authority: str, target: str, request_id: str, body: bytes
    ) -> Mapping[str, str]:
        """Headers for a request that travels exactly so."""
        ...

    def adopt(self, server_now: datetime) -> None:
        """The server's time, where it found ours wrong."""
        ...


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    etag: str | None
    body: bytes

    def read(self) -> Reader:
        """The body as JSON. Raises Refused."""
        return read_json(self.body, "reply")

    def problem(self) -> str:
        """The code of an RFC 9457 problem, or the status."""
        kind = self.read().text("type")
        return kind.removeprefix("urn:anjungan:problem:") or str(self.status)


class _Line:
    """An httpx client, and how many calls are on it."""

    def __init__(self, route: Route) -> None:
        self.client = _client(route)
        self.calls = 0


class HttpCentral:
    """Implements Central with one httpx client on the loop, and another once a call was cut off."""

    def __init__(
        self, route: Route | None, installation: UUID, call_after: CallAfter, signer: Signer
    ) -> None:
        """Without a route, before this kiosk is enrolled, nobody answers."""
        self._installation = installation
        self._signer = signer
        self._call_after = call_after
        self._server: str | None = None
        self._route = route
        self._line = None if route is None else _Line(route)

    async def close(self) -> None:
        """Let go of connections."""
        if self._line is not None:
            await self._line.client.aclose()

    async def enrol(self, token: bytes, public_key: bytes, kiosk: str) -> EnrolAnswer | NoReply:
        """POST /enrol."""
        body = {
            "token": base32(token),
            "public_key": base64.b64encode(public_key).decode(),
            "kiosk": kiosk,
        }
        reply = await self._call("POST", "/enrol", body, CALL_SECONDS)
        return _understood(reply, _enrol_answer, statuses=(200, 202))

    async def hello(self, hello: Hello) -> Grant | NoSlot | Fenced | NoReply:
        """POST /device/session."""
        self._installation = hello.installation
        self._server = None
        standing = hello.standing
        body = {
            "installation": str(hello.installation),
            "kiosk": hello.kiosk,
            "head_seq": standing.head_seq,
            "head_hash": standing.head_hash,
            "acked_seq": standing.acked_seq,
            "epoch": standing.epoch,
            "seen": [
                {"day": seen.day.isoformat(), "queue": str(seen.queue), "number": seen.number}
                for seen in standing.seen
            ],
            "public_key": base64.b64encode(hello.public_key).decode(),
            "software": hello.software,
            "witness": hello.witness,
        }
        reply = await self._call("POST", "/device/session", body, CALL_SECONDS)
        if isinstance(reply, _Reply) and reply.status == 409:
            return _understood(reply, _not_granted, statuses=(409,))
        return _understood(reply, _grant)

    async def catalogue(self, etag: str | None) -> CatalogueBytes | Unchanged | NoReply:
        """GET /catalogue."""
        return await self._newer("/catalogue", etag, CatalogueBytes)

    async def bookings(self, etag: str | None) -> BookingsBytes | Unchanged | NoReply:
        """GET /bookings."""
        return await self._newer("/bookings", etag, BookingsBytes)

    async def keys(self, etag: str | None) -> KeysBytes | Unchanged | NoReply:
        """GET /keys."""
        return await self._newer("/keys", etag, KeysBytes)

    async def rotate(self, rotation: Rotation) -> bool | NoReply:
        """POST /device/key."""
        body = {
            "installation": str(self._installation),
            "public_key": base64.b64encode(rotation.public).decode(),
            "signed_by_old": base64.b64encode(rotation.by_old).decode(),
            "signed_by_new": base64.b64encode(rotation.by_new).decode(),
        }
        reply = await self._call("POST", "/device/key", body, CALL_SECONDS)
        if isinstance(reply, _Reply) and reply.status in _REFUSING:
            return _understood(reply, lambda _: False, statuses=_REFUSING)
        ours = key_id(rotation.public).hex()
        return _understood(reply, lambda reader: reader.text("key_id", most=8) == ours)

    async def receipts(self, etag: str | None) -> ReceiptsBytes | Unchanged | NoReply:
        """GET /receipts."""
        return await self._newer("/receipts", etag, ReceiptsBytes)

    async def orders(self, etag: str | None) -> OrdersBytes | Unchanged | NoReply:
        """GET /orders."""
        return await self._newer("/orders", etag, OrdersBytes)

    async def _newer(
        self, path: str, etag: str | None, made: Callable[[bytes], T]
    ) -> T | Unchanged | NoReply:
        headers = {"If-None-Match": f'"{etag}"'} if etag else {}
        reply = await self._call("GET", path, None, CATALOGUE_SECONDS, headers)
        match reply:
            case _Reply(status=304):
                return Unchanged()
            case _Reply(status=200, body=raw):
                return made(raw)
            case _Reply(status=status):
                return NoReply(f"status {status}")
            case NoReply():
                return reply

    async def changes(self, cursor: str | None, seconds: int) -> Changed | CursorReset | NoReply:
        """GET /changes."""
        query = f"?cursor={quote(cursor)}&wait={seconds}" if cursor else ""
        reply = await self._call("GET", f"/changes{query}", None, seconds + CALL_SECONDS)
        if isinstance(reply, _Reply) and reply.status == 410:
            return CursorReset()
        return _understood(reply, _changed)

    async def queues(self) -> Mapping[QueueCode, QueueFact] | NoReply:
        """GET /queues."""
        return _understood(await self._call("GET", "/queues", None, CALL_SECONDS), _queues)

    async def assign(self, draft: TicketDraft, seconds: float) -> Assigned | IssueRefusal | NoReply:
        """POST /tickets."""
        body = {
            "id": str(draft.id),
            "installation": str(self._installation),
            "visit": str(draft.visit),
            "day": draft.day.isoformat(),
            "queue": str(draft.queue),
            "service": draft.service,
            "at": draft.at.isoformat(),
            "priority": draft.priority,
            "language": draft.language,
            "channel": draft.channel,
        }
        if draft.booking is not None:
            body["booking"] = str(draft.booking)
        reply = await self._call("POST", "/tickets", body, seconds)
        if isinstance(reply, _Reply) and reply.status in _REFUSING:
            return _understood(reply, _refusal, statuses=_REFUSING)
        return _understood(reply, _assigned, statuses=(200, 201))

    async def push(
        self, installation: UUID, previous_hash: str, facts: Sequence[OutboxFact]
    ) -> Pushed | ResendFrom | UnknownInstallation | Fenced | NoReply:
        """POST /sync."""
        body = {
            "installation": str(installation),
            "from_seq": facts[0].seq,
            "previous_hash": previous_hash,
            "facts": [
                {"seq": f.seq, "id": str(f.id), "kind": f.kind, "body": f.body, "hash": f.hash}
                for f in facts
            ],
        }
        reply = await self._call("POST", "/sync", body, CATALOGUE_SECONDS)
        if isinstance(reply, _Reply) and reply.status == 409:
            return _understood(reply, _not_pushed, statuses=(409,))
        return _understood(reply, _pushed)

    async def report_week(self, installation: UUID, digest: Digest) -> Judged | NoReply:
        """POST /reports/weekly."""
        body = {
            "installation": str(installation),
            "week": digest.week,
            "first_seq": digest.first_seq,
            "last_seq": digest.last_seq,
            "head_hash": digest.head_hash,
            "facts": dict(digest.facts),
        }
        return _understood(await self._call("POST", "/reports/weekly", body, CALL_SECONDS), _judged)

    async def verify(self, visit: VisitId, payload: IkdPayload) -> IdentityOutcome:
        """POST /identity/verify; the payload is sent once and not kept."""
        body = {
            "visit": str(visit),
            "installation": str(self._installation),
            "scheme": "ikd",
            "payload": base64.b64encode(payload.content).decode(),
        }
        reply = await self._call("POST", "/identity/verify", body, IDENTITY_SECONDS)
        outcome = _understood(reply, _identity)
        return NotVerified.UNREACHABLE if isinstance(outcome, NoReply) else outcome

    async def tell_health(self, health: Health) -> None:
        """POST /device/health."""
        await self._call("POST", "/device/health", health_body(health), CALL_SECONDS)

    async def _call(
        self,
        method: str,
        path: str,
        body: Mapping[str, object] | None,
        seconds: float,
        headers: Mapping[str, str] | None = None,
    ) -> _Reply | NoReply:
        if self._route is None or self._line is None:
            return NoReply(NOT_ENROLLED)
        request_id = str(uuid4())
        content, packing = _written(body)
        sent = {"X-Request-Id": request_id, **packing, **(headers or {})}
        # The deadline of it all is ours: httpx would count anew for each part of an answer.
        request = self._line.client.build_request(
            method, BASE + path, content=content, headers=sent, timeout=seconds
        )
        try:
            async with self._held(self._route, self._line) as client:
                reply = await self._within(seconds, self._answer(client, request))
        except TimeoutError:
            return NoReply(f"no answer within {seconds} s")
        except (httpx.HTTPError, httpx.StreamError) as error:
            return NoReply(_tls_trouble(error) or type(error).__name__)
        if reply is None:
            return NoReply("the answer is too long")
        response, content = reply
        ours = response.headers.get("Anjungan-Server", "").startswith("1;")
        if not ours or response.headers.get("X-Request-Id") != request_id:
            return NoReply(STRANGER, _rest(response))
        if response.status_code >= 500 or response.status_code == 429:
            return NoReply(f"status {response.status_code}", _rest(response))
        if not self._same_server(response.headers["Anjungan-Server"]):
            return NoReply("another database answered")
        return _Reply(response.status_code, response.headers.get("ETag"), content)

    @asynccontextmanager
    async def _held(self, route: Route, line: _Line) -> AsyncIterator[httpx.AsyncClient]:
        """A client for one call; the last one to leave a client that is used no more closes it.

        A call that is cut off can leave its client counting a connection that nobody has any more
        (httpcore 1.0.9: cancelled while a connection is handed over or closed), and once all are
        such, nobody is ever connected again. So after that the next call begins with a new one.
        """
        line.calls += 1
        try:
            yield line.client
        except (TimeoutError, asyncio.CancelledError):
            if line is self._line:
                self._line = _Line(route)
            raise
        finally:
            line.calls -= 1
            if line is not self._line and not line.calls:
                await line.client.aclose()

    def _same_server(self, server: str) -> bool:
        """False where epoch or database are not those of the last hello: that comes first again."""
        if self._server is None:
            self._server = server
        return self._server == server

    async def _answer(
        self, client: httpx.AsyncClient, request: httpx.Request
    ) -> tuple[httpx.Response, bytes] | None:
        """Send it signed; where our clock is wrong, once more in the server's time."""
        reply = await _exchange(client, self._signed(request))
        if reply is not None and (now := _server_now(*reply)) is not None:
            self._signer.adopt(now)
            return await _exchange(client, self._signed(request))
        return reply

    def _signed(self, request: httpx.Request) -> httpx.Request:
        """The request as it travels: whatever packs its body has done so before."""
        proof = self._signer.headers(
            request.method,
            request.headers["Host"],
            request.url.raw_path.decode("ascii"),
            request.headers["X-Request-Id"],
            request.content,
        )
        request.headers.update(proof)
        return request

    async def _within(self, seconds: float, work: Awaitable[T]) -> T:
        """Cancel `work` after `seconds` in all, and raise TimeoutError.

        The time is told by our own timers, asyncio's being coarse under Qt; that who is cancelled
        meanwhile stays cancelled is asyncio's to see to.
        """
        now = asyncio.get_running_loop().time
        async with asyncio.timeout(None) as limit:
            disarm = self._call_after(seconds, lambda: limit.reschedule(now()))
            try:
                return await work
            finally:
                disarm()


def by_the_loop(seconds: float, call: Callable[[], None]) -> Callable[[], None]:
    """CallAfter by asyncio's own timers: good enough where no visitor waits."""
    return asyncio.get_running_loop().call_later(seconds, call).cancel


def _client(route: Route) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        base_url=route.url,
        verify=route.tls,
        trust_env=False,
        timeout=httpx.Timeout(CALL_SECONDS),
        limits=httpx.Limits(max_connections=8, keepalive_expiry=30),
    )


def _tls_trouble(error: BaseException | None) -> str | None:
    """What TLS found wrong, in words that need no OpenSSL; None where it was not TLS."""
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__ or error.__context__
    if error is None:
        return None
    if not isinstance(error, ssl.SSLCertVerificationError):
        return NO_TLS
    return OUT_OF_TIME if error.verify_code in _X509_OUT_OF_TIME else UNTRUSTED


async def _exchange(
    client: httpx.AsyncClient, request: httpx.Request
) -> tuple[httpx.Response, bytes] | None:
    response = await client.send(request, stream=True)
    try:
        content = bytearray()
        async for piece in response.aiter_bytes():
            content += piece
            if len(content) > BODY_MOST_BYTES:
                return None
        return response, bytes(content)
    finally:
        await response.aclose()


def _written(body: Mapping[str, object] | None) -> tuple[bytes, Mapping[str, str]]:
    """The body as it is sent, and the headers that say how."""
    if body is None:
        return b"", {}
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    kind = {"Content-Type": "application/json"}
    if len(content) < PACKED_FROM_BYTES:
        return content, kind
    return gzip.compress(content, 6, mtime=0), {**kind, "Content-Encoding": "gzip"}


def _rest(response: httpx.Response) -> float:
    """How long whoever answered asks to be left alone (Retry-After: seconds, or a date)."""
    asked = response.headers.get("Retry-After", "")
    if asked.isascii() and asked.isdigit():
        return float(asked[:9])
    try:
        until = parsedate_to_datetime(asked)
        return max(0.0, (until - parsedate_to_datetime(response.headers["Date"])).total_seconds())
    except (KeyError, TypeError, ValueError):
        return 0.0


def _server_now(response: httpx.Response, content: bytes) -> datetime | None:
    """The server's time where it refused ours, else None."""
    if response.status_code != 401 or "Anjungan-Server" not in response.headers:
        return None
    try:
        reader = read_json(content, "reply")
        skewed = reader.text("type") == "urn:anjungan:problem:clock-skew"
        now = reader.moment("now") if skewed else None
        reader.finish()
    except Refused:
        return None
    return now


def _understood(
    reply: _Reply | NoReply, read: Callable[[Reader], T], statuses: Sequence[int] = (200,)
) -> T | NoReply:
    """What the reply says, or NoReply for anything that is not as agreed."""
    if isinstance(reply, NoReply):
        return reply
    try:
        if reply.status not in statuses:
            return NoReply(reply.problem())
        return read(reply.read())
    except Refused as refused:
        return NoReply(str(refused))


def _enrol_answer(reader: Reader) -> EnrolAnswer:
    state = reader.one_of("state", ("pending", "enrolled"))
    salt = _bytes(reader, "salt", SALT_BYTES)
    has_key = reader.has("orders_key")
    orders_key = _bytes(reader, "orders_key", PUBLIC_KEY_BYTES) if has_key else None
    reader.finish()
    return EnrolAnswer(state == "enrolled", salt, orders_key)


def _bytes(reader: Reader, key: str, length: int) -> bytes:
    try:
        found = base64.b64decode(reader.text(key, most=60), validate=True)
    except ValueError:
        found = b""
    if len(found) != length:
        reader.reject(key, f"{length} bytes in base64")
    return found


def _grant(reader: Reader) -> Grant:
    leases: dict[date, Slot] = {}
    for part in reader.parts("leases"):
        slot = part.integer("slot", least=1, most=99)
        if slot % 10:
            leases[part.day("day")] = Slot(slot)
        else:
            part.reject("slot", "a slot")
    grant = Grant(
        now=reader.moment("now"),
        epoch=reader.integer("epoch", most=9),
        leases=leases,
        acked_seq=reader.integer("acked_seq"),
    )
    reader.finish()
    return grant


def _changed(reader: Reader) -> Changed:
    kinds = frozenset(part.text("kind", most=40) for part in reader.parts("items"))
    changed = Changed(reader.text("cursor", most=40), kinds)
    reader.finish()
    return changed


def _code(reader: Reader) -> str:
    return reader.text("type").removeprefix("urn:anjungan:problem:")


def _not_granted(reader: Reader) -> NoSlot | Fenced | NoReply:
    code = _code(reader)
    reader.finish()
    if code == "no-slot":
        return NoSlot()
    return Fenced(code) if code in _FENCES else NoReply(code)


def _not_pushed(reader: Reader) -> ResendFrom | UnknownInstallation | Fenced:
    match _code(reader):
        case code if code in _FENCES:
            answer: ResendFrom | UnknownInstallation | Fenced = Fenced(code)
        case "unknown-installation":
            answer = UnknownInstallation()
        case _:
            answer = ResendFrom(reader.integer("resend_from", least=1))
    reader.finish()
    return answer


def _queues(reader: Reader) -> Mapping[QueueCode, QueueFact]:
    facts: dict[QueueCode, QueueFact] = {}
    for part in reader.parts("queues"):
        try:
            queue = QueueCode(part.text("queue"))
        except ValueError:
            part.reject("queue", "a queue code")
            continue
        facts[queue] = QueueFact(part.integer("waiting", most=100_000))
    reader.finish()
    return facts


def _assigned(reader: Reader) -> Assigned:
    try:
        label = parse_label(reader.text("label"))
    except ValueError:
        label = None
    estimate = None
    if reader.has("eta"):
        part = reader.part("eta")
        estimate = Estimate(part.moment("earliest"), part.moment("latest"))
    ahead = reader.integer("ahead", most=100_000)
    if not isinstance(label, AuthorityLabel):
        reader.reject("label", "a label of the authority")
        raise Refused(reader.complaints)
    reader.finish()
    return Assigned(label, ahead, estimate)


def _refusal(reader: Reader) -> IssueRefusal:
    code = _code(reader)
    reader.finish()
    if code not in _REFUSALS:
        raise Refused([f"refusal: unknown code {code[:40]}"])
    return _REFUSALS[code]


def _pushed(reader: Reader) -> Pushed:
    results = []
    for part in reader.parts("results"):
        status = part.one_of("status", ("accepted", "duplicate", "conflict", "rejected"))
        problem = part.maybe_text("problem")
        results.append(FactResult(part.uuid("id"), status != "rejected", problem))
    pushed = Pushed(reader.integer("acked_seq"), tuple(results))
    reader.finish()
    return pushed


def _judged(reader: Reader) -> Judged:
    outcome = reader.one_of("outcome", ("match", "missing", "differs"))
    named = reader.items("missing")
    missing = tuple(one for one in named if type(one) is int and one > 0)
    if len(missing) != len(named) or list(missing) != sorted(missing):
        reader.reject("missing", "numbers of facts, in order")
    reader.finish()
    return Judged(outcome == "match", missing)


def _identity(reader: Reader) -> IdentityOutcome:
    outcome = reader.one_of("outcome", ("verified", *(one.value for one in NotVerified)))
    if outcome != "verified":
        reader.finish()
        return NotVerified(outcome)
    verified = Verified(reader.text("given_name", most=40), reader.text("masked_name", most=120))
    reader.finish()
    return verified
