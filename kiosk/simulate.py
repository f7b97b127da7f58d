"""`kiosk simulate ...`: wires each simulator to what it may not import itself."""

import argparse
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol, cast
from uuid import UUID

from devices.simulated import codes, ikd
from devices.simulated.clock import OffsetClock
from kiosk import ed25519
from kiosk.domain.codes import BookingCode, OwnCode, code_text, recognise, ticket_reference
from kiosk.domain.keyring import key_id
from kiosk.domain.model import uuid7
from kiosk.ports import KioskError
from kiosk.qr_symbols import qr_matrix, qr_matrix_of_bytes

PUBLIC_HOST = "mpp.example.go.id"
VARIANTS = {
    "booking": ("good", "altered", "expired", "revoked"),
    "ticket": ("good", "altered", "expired", "stranger"),
}
KNOWN = ("printer", "camera", "scanner", "network", "ikd", *VARIANTS, "dock")
AGES = {
    "good": timedelta(),
    "altered": timedelta(),
    "expired": timedelta(seconds=120),
    "future": -timedelta(seconds=120),
}
SERVICE = "disdukcapil.ktp-el-hilang"
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""One of these is set where Qt finds a screen; without any it would end the program."""
BOOKED_AHEAD = timedelta(minutes=20)


USAGE = f"usage: kiosk simulate {{{','.join(KNOWN)}}} ...; with --help each tells what it takes"
NAME_MOST = 120
"""As gateways answer."""


def run(what: str, arguments: Sequence[str]) -> int:
    """Run one simulator, or make one code; returns the exit code."""
    try:
        return _simulated(what, arguments)
    except (OSError, OverflowError) as error:  # a folder, a port, a time that cannot be had
        print(f"kiosk simulate {what}: {error}", file=sys.stderr)
        return 1


def _simulated(what: str, arguments: Sequence[str]) -> int:
    match what:
        case "-h" | "--help":
            print(USAGE)
            return 0
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
            return _ikd(arguments)
        case "booking" | "ticket":
            return _own_code(what, arguments)
        case _:
            print(USAGE, file=sys.stderr)
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


def _ikd(arguments: Sequence[str]) -> int:
    """A sandbox identity on the demo's clock."""
    parser = argparse.ArgumentParser(prog="kiosk simulate ikd", description="A digital-ID code.")
    parser.add_argument(
        "--given", type=_name, default="Siti", help="the name that appears on the screen"
    )
    parser.add_argument("--name", type=_name, default="Siti Rahmawati", help="the full name")
    parser.add_argument("--variant", default="good", choices=tuple(AGES))
    parser.add_argument("--data", type=Path, help="folder of a demo, whose clock counts")
    parser.add_argument("--clock-offset", type=float, default=0.0, metavar="SECONDS")
    codes.add_ways_out(parser)
    options = parser.parse_args(arguments)
    try:
        offset = _DemoFolder(options.data).offset() if options.data else options.clock_offset
    except (OSError, ValueError) as error:
        print(f"kiosk simulate ikd: {error}", file=sys.stderr)
        return 1
    text = sandbox_issuer(offset).issue(options.given, options.name, AGES[options.variant])
    return _shown(altered(text) if options.variant == "altered" else text, options)


def _own_code(what: str, arguments: Sequence[str]) -> int:
    """A code that the demo in a data folder believes, or one that it has a reason not to."""
    parser = argparse.ArgumentParser(prog=f"kiosk simulate {what}")
    parser.add_argument("--data", type=Path, required=True, help="folder of a demo, var/demo/...")
    parser.add_argument("--variant", default="good", choices=VARIANTS[what])
    codes.add_ways_out(parser)
    options = parser.parse_args(arguments)
    demo = _DemoFolder(options.data)
    try:
        text = demo.booking(options.variant) if what == "booking" else demo.ticket(options.variant)
    except (KioskError, OSError, LookupError, subprocess.CalledProcessError) as error:
        print(f"kiosk simulate {what}: {error}", file=sys.stderr)
        return 1
    return _shown(text, options)


def _name(text: str) -> str:
    if not (text.strip() and text.isprintable() and len(text) <= NAME_MOST):
        raise argparse.ArgumentTypeError(f"1 to {NAME_MOST} signs that can be printed expected")
    return text


def _shown(text: str, options: argparse.Namespace) -> int:
    codes.put_out(text, options, qr_matrix)
    if options.phone:
        if not any(os.environ.get(name) for name in SCREENS):
            told = "no screen here: --draw shows it in the terminal, --png FILE makes a picture"
            print(told, file=sys.stderr)
            return 1
        code: int = importlib.import_module("kiosk.phone_window").run(qr_matrix(text))
        return code
    return 0


def altered(text: str) -> str:
    """The same code with another signature: its tenth sign from the end is changed."""
    place = len(text) - 10
    return text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]


class _DemoFolder:
    """What a demo left in its folder: its clock, its kiosk's key, and its server's data."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def offset(self) -> float:
        """Seconds from the machine's clock to the demo's."""
        return float((self._folder / "clock-offset").read_text("utf-8"))

    def booking(self, variant: str) -> str:
        """Book a place at the demo's server, and what stands in the booking's QR."""
        ahead = -timedelta(days=1) if variant == "expired" else BOOKED_AHEAD
        starts = OffsetClock(self.offset()).now() + ahead
        made = self._central(
            "booking", "add", "--service", SERVICE, "--at", starts.isoformat(), "--json"
        )
        text = str(json.loads(made)["qr"])
        if variant == "revoked":
            self._central("key", "renew")
            self._central("key", "revoke", _key_of(text))
        return altered(text) if variant == "altered" else text

    def ticket(self, variant: str) -> str:
        """The code of the newest ticket of the demo's kiosk, by its own key."""
        path = self._folder / "kiosk" / "device.key"
        seed = path.read_bytes()
        now = OffsetClock(self.offset()).now()
        match variant:
            case "stranger":
                seed, ticket = os.urandom(ed25519.SEED_BYTES), _ticket_of(now)
            case "expired":
                ticket = _ticket_of(now - timedelta(hours=25))
            case _:
                ticket = self._newest_ticket()
        text = _signed(seed, ticket_reference(ticket.bytes))
        return altered(text) if variant == "altered" else text

    def _newest_ticket(self) -> UUID:
        rows = json.loads(self._central("tickets"))
        if not rows:
            raise LookupError("no ticket was taken today; take one first")
        return UUID(rows[-1]["id"])

    def _central(self, *command: str) -> str:
        where = ("--data", str(self._folder / "central"), f"--clock-offset={self.offset()}")
        return subprocess.run(
            (sys.executable, "-m", "central", *command, *where),
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        ).stdout


def _ticket_of(moment: datetime) -> UUID:
    """A ticket's id that nobody was given."""
    return uuid7(int(moment.timestamp() * 1000), os.urandom(10))


def _signed(seed: bytes, reference: bytes) -> str:
    unsigned = OwnCode(key_id(ed25519.public_of(seed)), reference, b"")
    signature = ed25519.sign(seed, unsigned.signed(b"t"))
    return code_text(PUBLIC_HOST, b"t", OwnCode(unsigned.key_id, reference, signature))


def _key_of(text: str) -> str:
    code = recognise(text.encode())
    if not isinstance(code, BookingCode):
        raise LookupError("the server made no booking's code")
    return code.key_id.hex()
