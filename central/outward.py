"""How central speaks to a server of the site's own: over TLS that it verifies, proving who it is.

A verifier gateway and webhooks are spoken to alike; each contract tells what is said.
"""

import hashlib
import hmac
import ssl
from datetime import datetime
from pathlib import Path

import httpx

TIME_HEADER, MAC_HEADER = "Anjungan-Time", "Anjungan-Mac"


def trusted(ca: Path | None) -> ssl.SSLContext:
    """What vouches for such a server: `ca`, or the system. Raises OSError where it cannot be read."""
    context = ssl.create_default_context(cafile=ca)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def client_for(trust: ssl.SSLContext, deadline_seconds: float) -> httpx.AsyncClient:
    """A client for one call.

    One for all would lose a connection for ever with some of the calls that a deadline cuts off
    (httpcore 1.0.9), until it has none.
    """
    return httpx.AsyncClient(
        verify=trust, trust_env=False, timeout=deadline_seconds, follow_redirects=False
    )


def mac(secret: str, sent_at: str, body: bytes) -> str:
    """Proves who asks, when, and that nothing was changed; the secret itself never travels."""
    message = sent_at.encode() + b"." + body
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def proven(secret: str, now: datetime, content: bytes) -> dict[str, str]:
    """The headers of JSON that is sent now."""
    sent_at = str(int(now.timestamp()))
    return {
        "Content-Type": "application/json",
        TIME_HEADER: sent_at,
        MAC_HEADER: mac(secret, sent_at, content),
    }
