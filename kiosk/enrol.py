"""`kiosk enrol CODE`: shows central a token and this device's key, and waits for staff to compare.

The token is never written down. What is kept is where central is and whom to believe.
"""

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from config.settings import Settings, SettingsError, read_settings
from devices.clock import SystemClock
from kiosk.device_key import DeviceKey
from kiosk.domain.enrolling import EnrolCode, comparison_code, read_code
from kiosk.enrolment import Enrolment, keep_enrolment
from kiosk.http_central import HttpCentral, Route, by_the_loop
from kiosk.pinned import pinned_context
from kiosk.ports import EnrolAnswer, KioskError, NoReply
from kiosk.request_signer import RequestSigner

ASK_AGAIN_SECONDS = 1.0
ATTEMPTS_MOST = 45 * 60
SILENCES_MOST = 30
UNDECIDED = "undecided"


class NotEnrolled(Exception):
    """Central said no, or nothing; `reason` is central's word for it, empty for silence."""

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason


async def enrol(settings: Settings, code: EnrolCode, compare: Callable[[str], None]) -> Enrolment:
    """Come to belong to the central of a code. Raises NotEnrolled or KioskError.

    `compare` is told the six digits that have to be the same on both sides.
    """
    key = DeviceKey(settings.data / "device.key", settings.central.public_host)
    signer = RequestSigner(key.public, key.sign_bytes, SystemClock().now, os.urandom)
    enrolment = Enrolment(code.address, code.ca_key)
    route = Route(enrolment.url(settings.central.url), pinned_context(code.ca_key))
    central = HttpCentral(route, UUID(int=0), by_the_loop, signer)
    try:
        answer = await _admitted(central, settings.kiosk.id, code, key, compare)
    finally:
        await central.close()
    enrolment = replace(enrolment, orders_key=answer.orders_key)
    keep_enrolment(settings.data, enrolment)
    return enrolment


async def _admitted(
    central: HttpCentral,
    name: str,
    code: EnrolCode,
    key: DeviceKey,
    compare: Callable[[str], None],
) -> EnrolAnswer:
    """Ask until somebody has decided."""
    shown, silences = False, 0
    for _ in range(ATTEMPTS_MOST):
        answer = await central.enrol(code.token, key.public, name)
        if isinstance(answer, NoReply):
            silences += 1
            if told := _REASONS.get(answer.reason):
                raise NotEnrolled(told, answer.reason)
            if silences > SILENCES_MOST or not shown:
                raise NotEnrolled(f"no answer: {answer.reason}")
        else:
            if answer.enrolled:
                return answer
            silences = 0
            if not shown:
                compare(comparison_code(code, key.public, answer.salt))
                shown = True
        await asyncio.sleep(ASK_AGAIN_SECONDS)
    raise NotEnrolled("nobody has compared the digits", UNDECIDED)


_REASONS = {
    "token-invalid": "the code is used up or its time is over: ask for a new one at central",
    "device-revoked": "this device was revoked: remove device.key and enrol with a new code",
    "enrolment-refused": "central refused: the digits were not the same, or nobody confirmed them",
    "signature-invalid": "central does not believe this device's signature",
}


def run(given: Sequence[str]) -> int:
    """The command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="kiosk enrol", description="Enrol this kiosk at central.")
    parser.add_argument("code", help="the text of the QR that `central enrol` prints; - reads it")
    parser.add_argument("--config", type=Path, required=True, help="settings file (TOML)")
    parser.add_argument("--json", action="store_true", help="tell in lines of JSON")
    options = parser.parse_args(given)
    try:
        settings = read_settings(options.config)
        code = read_code(sys.stdin.readline() if options.code == "-" else options.code)
        told = asyncio.run(enrol(settings, code, _json_digits if options.json else _digits))
    except SettingsError as error:
        for complaint in error.complaints:
            print(complaint, file=sys.stderr)
        return 2
    except ValueError as error:
        print(f"kiosk: code: {error}", file=sys.stderr)
        return 2
    except (NotEnrolled, KioskError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps({"enrolled": told.address}), flush=True)
    else:
        print(f"Enrolled at {told.address}. Start the kiosk now, or again where it runs.")
    return 0


def _digits(code: str) -> None:
    print(f"\n    {code}\n\nAt central: central enrol confirm {code} --data FOLDER", flush=True)


def _json_digits(code: str) -> None:
    print(json.dumps({"ready": True, "compare": code}), flush=True)
