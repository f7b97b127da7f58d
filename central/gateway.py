"""Asks a verifier gateway what an identity code is worth, over HTTP.

The gateway is run by who holds the right of access; the contract is `gateway/1` of
docs/how-to/attach-a-verifier-gateway.md. A code is sent once, kept nowhere, and never tried again.
"""

import asyncio
import hashlib
import secrets
import ssl
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from uuid import UUID

import httpx
import msgspec

from central.identity import Outcome
from central.log import log
from central.outward import client_for, proven, trusted

SCHEMA = "gateway/1"
DEADLINE_SECONDS = 6.0
"""In all: the kiosk waits 8, and our answer has to reach it."""
REMEMBERED = timedelta(minutes=10)
"""How long the same code is refused without asking; by then the gateway calls it expired."""
ANSWER_BYTES_MOST = 16 << 10
_SECRET_LEAST = 16


class GatewayFailed(Exception):
    """No answer that counts; the text is for staff and holds nothing of a code."""


@dataclass(frozen=True, slots=True)
class GatewaySettings:
    """Where the gateway answers, how we prove who we are, and whose certificates we trust."""

    url: str
    secret: str = field(repr=False)
    ca: Path | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A code, and whose answer it will be: this visit's, on this device."""

    payload: bytes = field(repr=False)
    visit: UUID
    device: UUID


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gateway said. The names are for screen and paper and are kept nowhere."""

    outcome: Outcome
    given_name: str = field(default="", repr=False)
    masked_name: str = field(default="", repr=False)


_Name = Annotated[str, msgspec.Meta(max_length=120)]


class _Ask(msgspec.Struct, frozen=True):
    schema: str
    scheme: str
    visit: UUID
    device: UUID
    payload: bytes


class _Answer(msgspec.Struct, frozen=True):
    schema: Literal["gateway/1"]
    visit: UUID
    device: UUID
    outcome: Outcome
    given_name: _Name = ""
    masked_name: _Name = ""
    sandbox: bool = False


def read_gateway(url: str, secret_file: Path, ca: Path | None) -> GatewaySettings:
    """The settings of a gateway. Raises OSError, or ValueError for what cannot be used."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(parts.hostname)):
        raise ValueError(f"--gateway {url}: https:// expected; http:// only on this machine itself")
    if not _has_host_and_port(url):
        raise ValueError(f"--gateway {url}: a host, and a port from 1 to 65535, expected")
    secret = secret_file.read_text("ascii").strip()
    if len(secret) < _SECRET_LEAST or not secret.isprintable() or " " in secret:
        raise ValueError(f"{secret_file}: one word of at least {_SECRET_LEAST} signs expected")
    if ca is not None:
        try:
            trusted(ca)
        except ssl.SSLError as error:
            raise ValueError(f"{ca}: certificates (PEM) expected") from error
        except OSError as error:
            raise ValueError(f"{ca}: {error.strerror}") from error
    return GatewaySettings(url, secret, ca)


def _has_host_and_port(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(httpx.URL(url).host and parts.hostname) and parts.port != 0
    except (ValueError, httpx.InvalidURL):
        return False


def _is_loopback(host: str | None) -> bool:
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False


class UsedCodes:
    """Codes of the last minutes, as hashes under a key of this run; in memory alone."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._forget_at: dict[bytes, datetime] = {}

    def use(self, payload: bytes, now: datetime) -> bool:
        """True for the first use."""
        self._forget_at = {mark: at for mark, at in self._forget_at.items() if at > now}
        mark = hashlib.blake2b(payload, key=self._key, digest_size=16).digest()
        first = mark not in self._forget_at
        self._forget_at.setdefault(mark, now + REMEMBERED)
        return first


class HttpGateway:
    """A verifier gateway over HTTP. It opens with the application and closes with it."""

    def __init__(self, settings: GatewaySettings, *, demo: bool) -> None:
        self._settings = settings
        self._demo = demo
        self._used = UsedCodes()
        self._reached = True
        self._trust: ssl.SSLContext | None = None

    async def open(self) -> None:
        """Get ready to ask. Raises OSError where the certificates cannot be read."""
        self._trust = trusted(self._settings.ca)

    async def close(self) -> None:
        """Ask no more; no connection outlives its question."""
        self._trust = None

    async def judge(self, question: Question, now: datetime) -> Judged:
        """What a code is worth. Raises GatewayFailed; the code was used up all the same."""
        if not self._used.use(question.payload, now):
            return Judged(Outcome.USED)
        try:
            async with asyncio.timeout(DEADLINE_SECONDS):
                judged = self._understood(question, await self._asked(question, now))
        except TimeoutError:
            raise self._failed(f"no answer within {DEADLINE_SECONDS:g} s") from None
        except httpx.HTTPError as error:
            raise self._failed(type(error).__name__) from None
        except GatewayFailed as error:
            raise self._failed(str(error)) from None
        self._note(reached=True, reason=None)
        return judged

    async def _asked(self, question: Question, now: datetime) -> bytes:
        if self._trust is None:
            raise GatewayFailed("not open")
        ask = _Ask(SCHEMA, "ikd", question.visit, question.device, question.payload)
        content = msgspec.json.encode(ask)
        headers = proven(self._settings.secret, now, content)
        async with (
            client_for(self._trust, DEADLINE_SECONDS) as client,
            client.stream("POST", self._settings.url, content=content, headers=headers) as reply,
        ):
            if reply.status_code != 200:
                raise GatewayFailed(f"status {reply.status_code}")
            answer = bytearray()
            async for piece in reply.aiter_bytes():
                answer += piece
                if len(answer) > ANSWER_BYTES_MOST:
                    raise GatewayFailed("the answer is too long")
        return bytes(answer)

    def _understood(self, question: Question, raw: bytes) -> Judged:
        try:
            answer = msgspec.json.decode(raw, type=_Answer)
        except (ValueError, RecursionError):
            raise GatewayFailed("the answer is none of gateway/1") from None
        if (answer.visit, answer.device) != (question.visit, question.device):
            raise GatewayFailed("the answer is another visit's")
        if answer.sandbox and not self._demo:
            raise GatewayFailed("a sandbox answered; it counts in the demo profile only")
        if answer.outcome is not Outcome.VERIFIED:
            return Judged(answer.outcome)
        if not (answer.given_name.strip() and answer.masked_name.strip()):
            raise GatewayFailed("verified, and no name")
        return Judged(answer.outcome, answer.given_name.strip(), answer.masked_name.strip())

    def _failed(self, reason: str) -> GatewayFailed:
        self._note(reached=False, reason=reason)
        return GatewayFailed(reason)

    def _note(self, *, reached: bool, reason: str | None) -> None:
        """Once when it goes, once when it returns."""
        if reached is not self._reached:
            self._reached = reached
            log("gateway_returned" if reached else "gateway_lost", reason=reason)
