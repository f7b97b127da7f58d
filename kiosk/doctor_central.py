"""The doctor's look at the central server: one question that changes nothing, asked as the kiosk asks."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from kiosk import ed25519
from kiosk.device_key import FILE as KEY_FILE
from kiosk.device_key import read_seed
from kiosk.doctor_advice import Component, Finding
from kiosk.enrolment import read_enrolment
from kiosk.http_central import (
    NO_TLS,
    OUT_OF_TIME,
    STRANGER,
    UNTRUSTED,
    HttpCentral,
    Route,
    by_the_loop,
)
from kiosk.pinned import pinned_context
from kiosk.ports import Clock, KioskError, NoReply
from kiosk.request_signer import RequestSigner

NOBODY = UUID(int=0)
"""Reading the queues names no installation."""
NOT_ENROLLED = "CEN-05"
_CODES = {
    STRANGER: "CEN-02",
    NO_TLS: "CEN-02",
    UNTRUSTED: "CEN-06",
    OUT_OF_TIME: "CEN-07",
    "device-unknown": NOT_ENROLLED,
    "device-pending": NOT_ENROLLED,
    "device-revoked": "CEN-08",
}


def address_of_central(settled: str, data: Path) -> str:
    """Where central answers; empty before enrolment, which `central` tells of."""
    try:
        enrolment = read_enrolment(data)
    except KioskError:
        enrolment = None
    return enrolment.url(settled) if enrolment else settled


def central(settled: str, data: Path, time: Clock) -> Sequence[Finding]:
    """The server answers, is ours, and does not refuse us. No key is made and nothing written."""
    file = data / KEY_FILE
    try:
        enrolment, key = read_enrolment(data), read_seed(file) if file.exists() else None
    except KioskError as error:
        return [Finding(Component.CENTRAL, str(error), NOT_ENROLLED)]
    if enrolment is None or key is None:
        seen = "no central is known" if enrolment is None else "there is no key of this kiosk"
        return [Finding(Component.CENTRAL, seen, NOT_ENROLLED)]
    url = enrolment.url(settled)
    signer = RequestSigner(
        ed25519.public_of(key), lambda message: ed25519.sign(key, message), time.now, os.urandom
    )
    reason, queues = asyncio.run(_asked(Route(url, pinned_context(enrolment.ca_key)), signer))
    if reason is None:
        return [Finding(Component.CENTRAL, f"{url} answers, {queues} queues")]
    return [Finding(Component.CENTRAL, f"{url}: {reason}", _code(reason))]


async def _asked(route: Route, signer: RequestSigner) -> tuple[str | None, int]:
    server = HttpCentral(route, NOBODY, by_the_loop, signer)
    try:
        answer = await server.queues()
    finally:
        await server.close()
    return (answer.reason, 0) if isinstance(answer, NoReply) else (None, len(answer))


def _code(reason: str) -> str:
    if reason in _CODES:
        return _CODES[reason]
    if reason.startswith("status 5"):
        return "CEN-03"
    # httpx names its own errors in one word with a capital; problems of ours are in small letters.
    silent = reason.startswith("no answer") or reason[:1].isupper()
    return "CEN-01" if silent else "CEN-04"
