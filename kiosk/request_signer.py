"""Signs what this device asks of central, in the time of central once it has told it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from kiosk.domain.signing import (
    NONCE_BYTES,
    Signable,
    SignatureInput,
    content_digest,
    key_id_of,
    nonce_of,
    signature_base,
    signature_headers,
)


class RequestSigner:
    """The headers that prove a request is this device's, fresh, and whole."""

    def __init__(
        self,
        public_key: bytes,
        sign: Callable[[bytes], bytes],
        now: Callable[[], datetime],
        randomness: Callable[[int], bytes],
    ) -> None:
        self._key_id = key_id_of(public_key)
        self._sign = sign
        self._now = now
        self._randomness = randomness
        self._behind = timedelta()

    def headers(
        self, method: str, authority: str, target: str, request_id: str, body: bytes
    ) -> dict[str, str]:
        """Headers for a request that travels exactly so; `target` is path and query."""
        path, _, query = target.partition("?")
        digest = content_digest(body)
        given = SignatureInput(
            created=int((self._now() + self._behind).timestamp()),
            nonce=nonce_of(self._randomness(NONCE_BYTES)),
            key_id=self._key_id,
        )
        request = Signable(method, authority, path, query, digest, request_id)
        signature = self._sign(signature_base(request, given))
        return {"Content-Digest": digest, **signature_headers(given, signature)}

    def change_key(self, public_key: bytes) -> None:
        """`sign` signs by this key from now on."""
        self._key_id = key_id_of(public_key)

    def adopt(self, server_now: datetime) -> None:
        """Sign in the server's time from now on; our own clock stays as it is."""
        self._behind = server_now - self._now()
