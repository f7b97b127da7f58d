"""`kiosk simulate ...`: wires each simulator to what it may not import itself."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from devices.simulated import codes, ikd
from devices.simulated.clock import OffsetClock
from kiosk import ed25519
from kiosk.device_key import DeviceKey
from kiosk.domain.codes import PAYLOAD_BYTES
from kiosk.ports import KioskError
from kiosk.segno_qr import qr_matrix, qr_matrix_of_bytes

PUBLIC_HOST = "mpp.example.go.id"
KINDS = {"booking": b"b", "ticket": b"t"}
KNOWN = ("printer", "camera", "scanner", "network", "ikd", *KINDS, "dock")


def run(what: str, arguments: Sequence[str]) -> int:
    """Run one simulator, or make one code; returns the exit code."""
    match what:
        case "printer":
            return _module("devices.simulated.printer").run(arguments, qr_matrix)
        case "network":
            return _module("devices.simulated.network").run(arguments)
        case "camera":
            return _module("devices.simulated.camera").run(arguments, qr_matrix_of_bytes)
        case "scanner":
            return _module("devices.simulated.scanner").run(arguments)
        case "dock":
            return _module("kiosk.dock").run(arguments)
        case "ikd":
            clock = argparse.ArgumentParser(add_help=False)
            clock.add_argument("--clock-offset", type=float, default=0.0)
            known, rest = clock.parse_known_args(arguments)
            return ikd.run(rest, "demo", OffsetClock(known.clock_offset), qr_matrix, ed25519.sign)
        case "booking" | "ticket":
            return _own_code(what, arguments)
        case _:
            print(f"kiosk simulate: one of {', '.join(KNOWN)} expected", file=sys.stderr)
            return 2


class _Simulator(Protocol):
    """What a simulator's module offers."""

    def run(self, arguments: Sequence[str], *needs: object) -> int:
        """Run until told to end."""
        ...


def _module(name: str) -> _Simulator:
    """Each simulator is imported only when it is asked for: a camera needs no Qt, a dock does."""
    return cast(_Simulator, importlib.import_module(name))  # a module is its own namespace


def sandbox_issuer(clock_offset: float) -> ikd.IkdIssuer:
    """The issuer of sandbox identities on the demo's clock."""
    return ikd.IkdIssuer("demo", OffsetClock(clock_offset), ed25519.sign)


def _own_code(what: str, arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog=f"kiosk simulate {what}")
    parser.add_argument(
        "--key", type=Path, required=True, help="device key that signs, DATA/kiosk/device.key"
    )
    codes.add_ways_out(parser)
    options = parser.parse_args(arguments)
    try:
        text = DeviceKey(options.key, PUBLIC_HOST).sign(os.urandom(PAYLOAD_BYTES), KINDS[what])
    except KioskError as error:
        print(error, file=sys.stderr)
        return 1
    codes.put_out(text, options, qr_matrix)
    return 0
