"""The technician's PIN as argon2id: the only place that turns a PIN into what may be kept of it."""

import os

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

MEMORY_KIB = 64 * 1024
ITERATIONS = 3
SALT_BYTES, HASH_BYTES = 16, 32
"""RFC 9106's second choice, with one lane: a fifth of a second on the smallest kiosk."""


def hash_pin(pin: str) -> str:
    """What is kept of a PIN, in the PHC form."""
    kept = Argon2id(
        salt=os.urandom(SALT_BYTES),
        length=HASH_BYTES,
        iterations=ITERATIONS,
        lanes=1,
        memory_cost=MEMORY_KIB,
    )
    return kept.derive_phc_encoded(pin.encode())


def is_pin(pin: str, kept: str) -> bool:
    """True for the PIN that was kept; false too for a text that is none of ours."""
    try:
        Argon2id.verify_phc_encoded(pin.encode(), kept)
    except (InvalidKey, ValueError):
        return False
    return True
