"""Judges the signatures of devices: by whom, over what, when, and that each comes once."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from central.refusal import Code, Refusal
from kiosk.domain.signing import Signable, SignatureInput, content_digest, signature_base

PAST = timedelta(seconds=300)
FUTURE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Signed:
    """A request with the signature it came with."""

    request: Signable
    body: bytes
    given: SignatureInput
    signature: bytes


class ReplayGuard:
    """Remembers what was accepted for as long as it could be accepted again.

    It forgets when the server ends, so nothing is accepted that was signed before the server began. A
    kiosk whose clock is behind is told the time and signs again. What was signed ahead of our time may
    come twice across a restart, for a minute: every command of the wire bears that.
    """

    def __init__(self, began: datetime) -> None:
        self._began = int(began.timestamp())
        self._seen: set[tuple[str, str]] = set()
        self._order: deque[tuple[float, tuple[str, str]]] = deque()

    def untimely(self, given: SignatureInput, now: datetime) -> Refusal | None:
        """Why a genuine signature does not count now, or None; nothing of it is remembered."""
        seconds = now.timestamp()
        self._began = min(
            self._began, int(seconds)
        )  # our clock was set back: nobody can wait for it
        early = given.created > seconds + FUTURE.total_seconds()
        late = given.created < max(self._began, seconds - PAST.total_seconds())
        if early or late:
            detail = "signed before or after its time; `now` is ours"
            return Refusal(Code.CLOCK_SKEW, detail, now=now)
        return None

    def refuses(self, given: SignatureInput, now: datetime) -> Refusal | None:
        """Why a genuine signature does not count now, or None: then it counts, this once."""
        seconds = now.timestamp()
        self._forget(seconds)
        if refusal := self.untimely(given, now):
            return refusal
        one = (given.key_id, given.nonce)
        if one in self._seen:
            return Refusal(Code.REPLAYED, "this request has come before")
        self._seen.add(one)
        self._order.append((max(seconds, given.created) + PAST.total_seconds(), one))
        return None

    def _forget(self, seconds: float) -> None:
        while self._order and self._order[0][0] < seconds:
            self._seen.discard(self._order.popleft()[1])

    def __len__(self) -> int:
        return len(self._seen)


def genuine(signed: Signed, public_key: bytes) -> Refusal | None:
    """Why this is not signed by the holder of the key, whole and unaltered, or None."""
    if content_digest(signed.body) != signed.request.content_digest:
        return Refusal(Code.SIGNATURE_INVALID, "the body is not the one that was signed")
    try:
        key = Ed25519PublicKey.from_public_bytes(public_key)
        key.verify(signed.signature, signature_base(signed.request, signed.given))
    except (InvalidSignature, ValueError):
        return Refusal(Code.SIGNATURE_INVALID, "the signature is not of this request and key")
    return None
