"""Orders of central: what it asks of one kiosk or of all, signed by the site's key for orders.

That key is not the one of TLS and need not lie on the server: whoever takes the server over can hold
orders back and cannot make any. Versions only rise, so an old order never counts again.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.codes import SIGNATURE_BYTES
from kiosk.domain.reading import Reader, Refused, read_json

SCHEMA = "orders/1"
EVERY_KIOSK = "*"
ORDERS_MOST = 100
ORDER_LETTERS_MOST = 4000
_SIGNED = b"anjungan-order-v1\0"
Verify = Callable[[bytes, bytes, bytes], bool]
"""Checks Ed25519: public key, signature, message."""


class Command(StrEnum):
    """What a kiosk does when it is told to; nothing else can be ordered."""

    CLOSE = "close"
    OPEN = "open"
    RESTART = "restart"
    ROTATE_KEY = "rotate-key"
    PRINT_TEST = "print-test"


class Taken(StrEnum):
    """What the ledger says of an order's version."""

    NEW = "new"
    KNOWN = "known"
    OLDER = "older"


class Refusal(StrEnum):
    """Why an order does not count."""

    UNKNOWN_SIGNER = "unknown-signer"
    UNREADABLE = "unreadable"
    OTHER_SITE = "other-site"
    OTHER_KIOSK = "other-kiosk"
    EXPIRED = "expired"
    OLDER = "older"
    FAILED = "failed"
    """It counted, and could not be carried out."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """An order as it travels: the exact text, and the signature over it."""

    text: str
    signature: bytes


@dataclass(frozen=True, slots=True)
class Policy:
    """What the site settles for its kiosks; a machine's own facts stay in its settings file."""

    dim_after_minutes: int = 10


@dataclass(frozen=True, slots=True)
class Order:
    """An order that may count: a command once, or from now on a policy."""

    version: int
    content: Command | Policy


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose orders count here, and to whom they have to be addressed."""

    key: bytes
    site: str
    kiosk: str


def site_of(ca_key: bytes) -> str:
    """A site's name in its orders: of the authority that its kiosks pin."""
    return hashlib.sha256(b"anjungan-site-v1\0" + ca_key).hexdigest()[:16]


def order_message(text: str) -> bytes:
    """What is signed."""
    return _SIGNED + text.encode()


def parse_orders(raw: bytes) -> Sequence[Envelope]:
    """Read a list of orders; what each says is judged one by one. Raises Refused."""
    reader = read_json(raw, "orders")
    reader.one_of("schema", (SCHEMA,))
    found = [_envelope(part) for part in reader.parts("orders")]
    if len(found) > ORDERS_MOST:
        reader.reject("orders", f"{ORDERS_MOST} orders at most")
    reader.finish()
    return found


def _envelope(part: Reader) -> Envelope:
    text = part.text("order", most=ORDER_LETTERS_MOST)
    try:
        signature = bytes.fromhex(part.text("signature", most=2 * SIGNATURE_BYTES))
    except ValueError:
        signature = b""
    return Envelope(text, signature)


def judge_order(envelope: Envelope, trust: Trust, now: datetime, verify: Verify) -> Order | Refusal:
    """What an envelope orders, or why it does not count. Whether it is older, the ledger knows."""
    if not verify(trust.key, envelope.signature, order_message(envelope.text)):
        return Refusal.UNKNOWN_SIGNER
    try:
        reader = read_json(envelope.text, "order")
        site, kiosk = reader.text("site", most=40), reader.text("kiosk", most=40)
        not_after = reader.moment("not_after")
        order = Order(reader.integer("version", least=1), _content(reader))
        reader.finish()
    except Refused:
        return Refusal.UNREADABLE
    if site != trust.site:
        return Refusal.OTHER_SITE
    if kiosk not in (trust.kiosk, EVERY_KIOSK):
        return Refusal.OTHER_KIOSK
    # A policy that is in force stays so; one that comes too late does not begin to be.
    return Refusal.EXPIRED if not_after < now else order


def _content(reader: Reader) -> Command | Policy:
    if reader.has("policy"):
        return read_policy(reader.part("policy"))
    return Command(reader.one_of("command", tuple(Command)))


def policy_of(text: str) -> Policy:
    """The policy of an order that counted; one this version cannot read is as if there were none."""
    try:
        reader = read_json(text, "order")
        policy = read_policy(reader.part("policy"))
        reader.finish()
    except Refused:
        return Policy()
    return policy


def read_policy(reader: Reader) -> Policy:
    """A policy; a key that is not a site's to settle makes it unreadable."""
    known = {"dim_after_minutes"}
    if isinstance(reader.value, dict) and not reader.value.keys() <= known:
        reader.reject("policy", f"no other keys than {', '.join(sorted(known))}")
    return Policy(reader.integer("dim_after_minutes", least=1, most=240))
