"""Ed25519 signatures; the one module that imports `cryptography`."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SEED_BYTES = 32


def sign(seed: bytes, message: bytes) -> bytes:
    """64 bytes of signature by the key that 32 bytes of seed make."""
    return Ed25519PrivateKey.from_private_bytes(seed).sign(message)


def public_of(seed: bytes) -> bytes:
    """The 32 raw bytes of the public key."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    """True when the signature is by the holder of the key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
