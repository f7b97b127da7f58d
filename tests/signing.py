"""The published test key of the wire's examples, and what signs with it as a kiosk does."""

import base64
import json
from collections.abc import Callable, Generator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import httpx
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from central.orders import orders_key
from central.store import devices
from kiosk import ed25519
from kiosk.http_central import Route
from kiosk.pinned import pinned_context
from kiosk.request_signer import RequestSigner

SEED = bytes.fromhex(
    json.loads((Path(__file__).parent / "contract/ticket_code.json").read_text("utf-8"))["seed"]
)
OTHER_SEED = bytes(range(32))
THIRD_SEED = bytes(range(32, 64))
NEXT_SEED = bytes(range(64, 96))
"""What the examples' first kiosk renews its key to."""
NEXT_KEY = base64.b64encode(ed25519.public_of(NEXT_SEED))
NUMBERS = count()
"""A nonce is never used twice, whoever signs."""
SECOND_KIOSK = b"b7c1a2d3-0e4f-4a5b-8c6d-7e8f9a0b1c2d"


def route_to(url: str) -> Route:
    """The way to a test's server; over TLS it would believe nobody."""
    ca_key = ec.generate_private_key(ec.SECP256R1()).public_key()
    return Route(
        url, pinned_context(ca_key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint))
    )


def signer_of(now: Callable[[], datetime], seed: bytes = SEED) -> RequestSigner:
    """Signs as the holder of the key, with nonces that count."""

    def sign(message: bytes) -> bytes:
        return ed25519.sign(seed, message)

    def randomness(size: int) -> bytes:
        return next(NUMBERS).to_bytes(size, "big")

    return RequestSigner(ed25519.public_of(seed), sign, now, randomness)


class SignedAs(httpx.Auth):
    """Signs what a test asks of central, as the holder of the key does.

    The examples know a second kiosk, by its installation: it has a key of its own.
    """

    requires_request_body = True

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._first = signer_of(now)
        self._second = signer_of(now, OTHER_SEED)
        self._next = signer_of(now, NEXT_SEED)
        self._new = signer_of(now, THIRD_SEED)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The request with its proof."""
        request.headers.setdefault("X-Request-Id", "01987d6f-27a0-7c31-9a54-0d3c6f1b2a77")
        signer = self._second if SECOND_KIOSK in request.content else self._first
        if request.url.path.endswith("/enrol"):
            signer = self._new
        if NEXT_KEY in request.content and request.url.path.endswith("/session"):
            signer = self._next
        proof = signer.headers(
            request.method,
            request.headers["Host"],
            request.url.raw_path.decode("ascii"),
            request.headers["X-Request-Id"],
            request.content,
        )
        request.headers.update(proof)
        yield request


def let_in(folder: Path, now: datetime, seed: bytes = SEED, kiosk: str = "A-03") -> None:
    """Enrol the holder of a key at the central of a folder, as a technician and staff do.

    Nobody is enrolled where no server ever ran: what its first start makes is there.
    """
    orders_key(folder)
    public = ed25519.public_of(seed)
    with closing(devices.connect(folder)) as connection:
        code = devices.make_token(connection, "central.test:1", bytes(33), now, timedelta(hours=1))
        found = devices.redeem(connection, code.token, public, kiosk, now)
        assert isinstance(found, devices.Device)
        if found.state == devices.PENDING:
            assert devices.decide(connection, found.code, devices.ENROLLED, now)
