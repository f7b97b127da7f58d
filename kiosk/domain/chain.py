"""How facts hang together: each carries a hash over the one before and its own exact bytes.

Kiosk and central compute it alike; receivers hash what came and never write it anew.
"""

import hashlib

GENESIS = "0" * 64
"""What the first fact chains on."""


def chain(previous_hash: str, body: str) -> str:
    """The hash of a fact, hex: SHA-256 over the previous hash's 32 bytes and the body's UTF-8."""
    return hashlib.sha256(bytes.fromhex(previous_hash) + body.encode()).hexdigest()
