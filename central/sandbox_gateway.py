"""A verifier gateway of the sandbox as a program: the contract `gateway/1`, spoken with the TEST key.

For trying a gateway's settings and for tests. Every answer says `sandbox`, which central takes in
the demo profile only.
"""

import hmac
import json
import os
import signal
import threading
from collections.abc import Callable
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from uuid import UUID

import msgspec

from central.gateway import SCHEMA
from central.identity import Outcome, Verifier, Vouched, sandbox_verifier
from central.outward import MAC_HEADER, TIME_HEADER, mac

BODY_MOST = 16 << 10
SLACK_SECONDS = 300
TIME_DIGITS_MOST = 12
Reply = tuple[int, dict[str, object]]


class _Ask(msgspec.Struct, frozen=True):
    schema: str
    scheme: str
    visit: UUID
    device: UUID
    payload: bytes


class Sandbox:
    """Judges codes of the sandbox issuer, each once."""

    def __init__(self, verifier: Verifier, secret: str, now: Callable[[], datetime]) -> None:
        self._verifier = verifier
        self._secret = secret
        self._now = now
        self._used: set[str] = set()
        self._lock = threading.Lock()

    def answer(self, sent_at: str, sent_mac: str, body: bytes) -> Reply:
        """Status and document."""
        known = mac(self._secret, sent_at, body)
        if not (self._is_now(sent_at) and hmac.compare_digest(sent_mac.encode(), known.encode())):
            return 401, {"error": "who asks, or when"}
        try:
            ask = msgspec.json.decode(body, type=_Ask)
        except (ValueError, RecursionError):
            return 400, {"error": "not gateway/1"}
        said: dict[str, object] = {
            "schema": SCHEMA,
            "visit": str(ask.visit),
            "device": str(ask.device),
            "sandbox": True,
        }
        return 200, {**said, **self._judged(ask.payload)}

    def _is_now(self, sent_at: str) -> bool:
        if not (sent_at.isascii() and sent_at.isdigit() and len(sent_at) <= TIME_DIGITS_MOST):
            return False
        return abs(self._now().timestamp() - int(sent_at)) <= SLACK_SECONDS

    def _judged(self, payload: bytes) -> dict[str, object]:
        found = self._verifier.judge(payload, self._now())
        if not isinstance(found, Vouched):
            return {"outcome": found.value}
        with self._lock:
            used = found.jti in self._used
            self._used.add(found.jti)
        if used:
            return {"outcome": Outcome.USED.value}
        return {
            "outcome": Outcome.VERIFIED.value,
            "given_name": found.given_name,
            "masked_name": found.masked_name,
        }


def run(
    resources: Path, secret: str, port: int, now: Callable[[], datetime], ready_fd: int = 1
) -> int:
    """Answer on loopback until told to end; returns the exit code."""
    sandbox = Sandbox(sandbox_verifier(resources), secret, now)

    class Handler(BaseHTTPRequestHandler):
        """One request: nothing of it is logged."""

        def do_POST(self) -> None:
            """Judge a code."""
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(min(length, BODY_MOST))
            sent_at, sent_mac = self.headers.get(TIME_HEADER), self.headers.get(MAC_HEADER)
            status, document = sandbox.answer(sent_at or "", sent_mac or "", body)
            content = json.dumps(document).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing: a log is no place for who came."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: threading.Thread(target=server.shutdown).start())
    url = f"http://127.0.0.1:{server.server_address[1]}/"
    os.write(ready_fd, (json.dumps({"ready": True, "url": url}) + "\n").encode())
    server.serve_forever(poll_interval=0.1)
    server.server_close()
    return 0
