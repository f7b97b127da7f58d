"""What a device signs of a request: HTTP message signatures (RFC 9421) in one fixed profile.

One label, one list of components, one order of parameters, Ed25519 and nothing else: whatever a header
says otherwise is no signature. Both sides compute the base here; each calls Ed25519 itself.
"""

import base64
import hashlib
import re
from dataclasses import dataclass

LABEL = "anjungan"
TAG = "anjungan-device-v1"
COMPONENTS = ("@method", "@authority", "@path", "@query", "content-digest", "x-request-id")
"""The digest is of the bytes that travel, packed where they travel packed. The request's id is signed
because a reply is known by it."""
NONCE_BYTES = 16

_LIST = "(" + " ".join(f'"{name}"' for name in COMPONENTS) + ")"
_INPUT = re.compile(
    re.escape(f"{LABEL}={_LIST}")
    + r";created=(?P<created>[1-9][0-9]{0,10})"
    + r';keyid="(?P<key_id>[0-9a-f]{64})"'
    + r';nonce="(?P<nonce>[A-Za-z0-9_-]{22})"'
    + re.escape(f';tag="{TAG}"')
)
_SIGNATURE = re.compile(re.escape(LABEL) + "=:(?P<bytes>[A-Za-z0-9+/]{86}==):")


@dataclass(frozen=True, slots=True)
class Signable:
    """The parts of a request that a signature covers.

    `authority` is the Host header, `path` and `query` are as they travel, percent signs and all.
    """

    method: str
    authority: str
    path: str
    query: str
    content_digest: str
    request_id: str


@dataclass(frozen=True, slots=True)
class SignatureInput:
    """When a request was signed (seconds since 1970), with which key, and a number used once."""

    created: int
    nonce: str
    key_id: str

    def text(self) -> str:
        """The components and parameters as the header and the base hold them."""
        return (
            f'{_LIST};created={self.created};keyid="{self.key_id}";nonce="{self.nonce}";tag="{TAG}"'
        )


def key_id_of(public_key: bytes) -> str:
    """The name of a device's key: the SHA-256 of its 32 bytes, hex."""
    return hashlib.sha256(public_key).hexdigest()


def nonce_of(randomness: bytes) -> str:
    """A nonce from 16 random bytes."""
    return base64.urlsafe_b64encode(randomness).rstrip(b"=").decode()


def content_digest(body: bytes) -> str:
    """The Content-Digest header (RFC 9530) of a body; of nothing, where there is none."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def signature_base(request: Signable, given: SignatureInput) -> bytes:
    """The bytes that are signed (RFC 9421, 2.5)."""
    values = (
        request.method,
        request.authority.lower(),
        request.path,
        f"?{request.query}",
        request.content_digest,
        request.request_id,
    )
    lines = [f'"{name}": {value}' for name, value in zip(COMPONENTS, values, strict=True)]
    return "\n".join([*lines, f'"@signature-params": {given.text()}']).encode()


def signature_headers(given: SignatureInput, signature: bytes) -> dict[str, str]:
    """The two headers that carry a signature."""
    return {
        "Signature-Input": f"{LABEL}={given.text()}",
        "Signature": f"{LABEL}=:{base64.b64encode(signature).decode()}:",
    }


def read_signature(input_header: str, signature_header: str) -> tuple[SignatureInput, bytes] | None:
    """What the two headers carry, or None where they are not exactly of our profile."""
    found = _INPUT.fullmatch(input_header)
    signed = _SIGNATURE.fullmatch(signature_header)
    if found is None or signed is None:
        return None
    signature = base64.b64decode(signed["bytes"])
    given = SignatureInput(int(found["created"]), found["nonce"], found["key_id"])
    return given, signature
