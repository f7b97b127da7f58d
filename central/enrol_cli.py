"""Commands about who belongs here: `central enrol` lets a kiosk in, `central device` lists and revokes.

They work on the devices' own database beside a running server, which asks it at each request.
"""

import argparse
import json
import sqlite3
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import segno

from central.arguments import DAY_MINUTES, minutes_to, seconds
from central.clock import SystemClock
from central.store import devices
from central.store.devices import Device
from central.tls import ADDRESS, ca_key_in, is_known_as

ENROL_MINUTES = 30
_HERE = ("127.0.0.1", "::1", "localhost")


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `enrol` and `device`."""
    enrolling = commands.add_parser("enrol", help="print a code that lets one kiosk in, once")
    enrolling.add_argument(
        "action", nargs="?", default="new", choices=("new", "list", "confirm", "refuse")
    )
    enrolling.add_argument("code", nargs="*", help="the six digits the kiosk shows")
    enrolling.add_argument("--address", metavar="HOST:PORT", help="how kiosks reach this server")
    enrolling.add_argument(
        "--minutes", type=minutes_to(DAY_MINUTES), default=timedelta(minutes=ENROL_MINUTES)
    )
    add_common(enrolling)
    enrolling.set_defaults(run=_enrol)

    device = commands.add_parser("device", help="list the kiosks that are enrolled, or revoke one")
    device.add_argument("action", choices=("list", "revoke"))
    device.add_argument("name", nargs="?", help="the kiosk's name, or 8 signs of its key's name")
    add_common(device)
    device.set_defaults(run=_device)


def add_common(parser: argparse.ArgumentParser) -> None:
    """What every command on the devices takes."""
    parser.add_argument("--data", type=Path, required=True, help="folder of the database")
    parser.add_argument("--clock-offset", type=seconds, default=timedelta(), metavar="SECONDS")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _enrol(options: argparse.Namespace) -> int:
    ca_key = ca_key_in(options.data)
    with closing(devices.connect(options.data)) as connection:
        match options.action:
            case "new":
                return _new(options, connection, ca_key)
            case "list":
                waiting = [
                    one for one in devices.listed(connection) if one.state == devices.PENDING
                ]
                return _told(options, waiting)
            case _:
                return _decided(options, connection)


def _address_in(folder: Path) -> str:
    try:
        return (folder / ADDRESS).read_text("utf-8").strip()
    except FileNotFoundError as error:
        raise ValueError("say how kiosks reach this server: --address HOST:PORT") from error


def _new(options: argparse.Namespace, connection: sqlite3.Connection, ca_key: bytes) -> int:
    address = options.address or _address_in(options.data)
    now = SystemClock(options.clock_offset).now()
    text = devices.make_token(connection, address, ca_key, now, options.minutes).text()
    if doubt := _doubt(options.data, address):
        print(f"central: {doubt}", file=sys.stderr)
    if options.json:
        print(json.dumps({"code": text, "expires": (now + options.minutes).isoformat()}))
        return 0
    symbol = segno.make(text, error="m", micro=False, boost_error=False)
    symbol.terminal(out=sys.stdout, compact=True)
    print(f"{text}\nGood for one kiosk, for {options.minutes.total_seconds() / 60:.0f} minutes.")
    print("Then compare the six digits it shows: central enrol list | confirm CODE | refuse CODE")
    return 0


def _doubt(folder: Path, address: str) -> str:
    """Why a kiosk will not come in by this address; it is told, since a server may be started anew."""
    host = address.rpartition(":")[0].strip("[]").lower()
    if not is_known_as(folder, host):
        return f"kiosks will not believe this server by {host}: central serve --name {host}"
    if host in _HERE:
        return f"{host} is this machine alone; for other kiosks: central serve --host, --name"
    return ""


def _decided(options: argparse.Namespace, connection: sqlite3.Connection) -> int:
    if not options.code:
        raise ValueError(f"enrol {options.action}: expected the six digits the kiosk shows")
    state = devices.ENROLLED if options.action == "confirm" else devices.REFUSED
    now = SystemClock(options.clock_offset).now()
    code = " ".join(options.code)
    device = devices.decide(connection, code, state, now)
    if device is None:
        raise ValueError(f"no kiosk waits with {code}: see `central enrol list`")
    return _told(options, [device])


def _device(options: argparse.Namespace) -> int:
    with closing(devices.opened_for_staff(options.data)) as connection:
        if options.action == "list":
            return _told(options, list(devices.listed(connection)))
        if not options.name:
            raise ValueError("device revoke: expected a kiosk's name, or 8 signs of its key's name")
        now = SystemClock(options.clock_offset).now()
        revoked = devices.revoke(connection, options.name, now)
        if not revoked:
            raise ValueError(f"no enrolled kiosk is called {options.name}")
        return _told(options, list(revoked))


def _told(options: argparse.Namespace, found: list[Device]) -> int:
    if options.json:
        shown = [
            {"kiosk": d.kiosk, "key": d.key_id, "state": d.state, "code": d.code} for d in found
        ]
        print(json.dumps({"devices": shown}))
        return 0
    for one in found:
        code = one.code if one.state == devices.PENDING else "-"
        print(
            f"{one.kiosk:<16} {one.state:<9} {code:<8} {one.key_id[:16]} {one.asked_at:%F %H:%M}Z"
        )
    return 0
