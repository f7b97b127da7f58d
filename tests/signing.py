"""The published test key of the wire's examples, and what signs with it as a kiosk does."""

import json
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path

from kiosk import ed25519
from kiosk.request_signer import RequestSigner

SEED = bytes.fromhex(
    json.loads((Path(__file__).parent / "contract/ticket_code.json").read_text("utf-8"))["seed"]
)
OTHER_SEED = bytes(range(32))


def signer_of(now: Callable[[], datetime], seed: bytes = SEED) -> RequestSigner:
    """Signs as the holder of the key, with nonces that count."""
    numbers = count()

    def sign(message: bytes) -> bytes:
        return ed25519.sign(seed, message)

    def randomness(size: int) -> bytes:
        return next(numbers).to_bytes(size, "big")

    return RequestSigner(ed25519.public_of(seed), sign, now, randomness)
