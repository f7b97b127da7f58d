"""The doctor's look at the central server: one question that changes nothing, asked as the kiosk asks."""

import asyncio
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from kiosk import ed25519
from kiosk.doctor_advice import Component, Finding
from kiosk.http_central import HttpCentral
from kiosk.ports import Clock, NoReply
from kiosk.request_signer import RequestSigner

NOBODY = UUID(int=0)
"""Reading the queues names no installation."""
STRANGER = "somebody else answered"


def central(url: str, key: Path, time: Clock) -> Sequence[Finding]:
    """The server answers, is ours, and does not refuse us. `key` is the device's file; none is made."""
    seed = key.read_bytes() if key.exists() else os.urandom(ed25519.SEED_BYTES)
    signer = RequestSigner(
        ed25519.public_of(seed),
        lambda message: ed25519.sign(seed, message),
        time.now,
        os.urandom,
    )
    reason, queues = asyncio.run(_asked(url, signer))
    if reason is None:
        return [Finding(Component.CENTRAL, f"{url} answers, {queues} queues")]
    code = _code(reason)
    if code == "CEN-04" and not key.exists():
        return [Finding(Component.CENTRAL, f"{url} answers; this kiosk has no key yet")]
    return [Finding(Component.CENTRAL, f"{url}: {reason}", code)]


async def _asked(url: str, signer: RequestSigner) -> tuple[str | None, int]:
    server = HttpCentral(url, NOBODY, _call_after, signer)
    try:
        answer = await server.queues()
    finally:
        await server.close()
    return (answer.reason, 0) if isinstance(answer, NoReply) else (None, len(answer))


def _code(reason: str) -> str:
    if reason == STRANGER:
        return "CEN-02"
    if reason.startswith("status 5"):
        return "CEN-03"
    # httpx names its own errors in one word with a capital; problems of ours are in small letters.
    silent = reason.startswith("no answer") or reason[:1].isupper()
    return "CEN-01" if silent else "CEN-04"


def _call_after(seconds: float, call: Callable[[], None]) -> Callable[[], None]:
    return asyncio.get_running_loop().call_later(seconds, call).cancel
