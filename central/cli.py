"""Commands of the central server: arguments in, exit code out."""

import argparse
import asyncio
import importlib
import json
import re
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import date, datetime, timedelta
from pathlib import Path

from central import sandbox_gateway
from central.alert_settings import AlertSettings, read_alerts
from central.arguments import DAY_MINUTES, minutes_to, seconds, whole_number
from central.booking import Wanted, book
from central.catalogue_upgrade import upgrade
from central.clock import SystemClock
from central.enrol_cli import add_commands
from central.facts import check_year
from central.gateway import GatewaySettings, read_gateway
from central.order_cli import add_order_commands
from central.receipt import read_documents, receive
from central.settings import RESOURCES, SAMPLE_CATALOGUE, Settings
from central.site import open_site
from central.store.board import tickets
from central.store.bookings import add
from central.store.keys import booking_key, key_rows, renew_booking_key, revoke
from central.store.receipts import add as add_receipt
from central.store.receipts import find_ticket
from central.store.rows import writing
from central.store.sqlite import DATABASE, connect
from central.store.writer import StoreError
from kiosk.domain.catalogue import parse_catalogue
from kiosk.domain.reading import Refused

_REFUSED = 2
_PRINT_MOST = 1_000_000
_LINE_MOST = 120
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, not bound to
_HOST = re.compile(r"[A-Za-z0-9.:-]{1,60}")
PUBLIC_HOST = "mpp.example.go.id"
"""The host kiosks put into their tickets' codes unless they are told another."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (OSError, ValueError, StoreError, sqlite3.Error) as error:
        for line in error.complaints if isinstance(error, Refused) else [error]:
            print(f"central: {line}", file=sys.stderr)
        return _REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="central", description="The reference central server.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serving = commands.add_parser("serve", help="run the server until it is told to stop")
    _add_site(serving)
    serving.add_argument("--host", default="127.0.0.1", help="where to listen")
    serving.add_argument(
        *("--name", "-n"), action="append", default=[], type=_host, metavar="HOST",
        help="a name or address kiosks know this server by; may come several times",
    )  # fmt: skip
    serving.add_argument("--port", type=_port, default=0, help="0 takes a free one")
    serving.add_argument("--profile", default="site", choices=("site", "demo"))
    serving.add_argument("--ready-fd", type=int, default=1, metavar="N", help="where to say ready")
    serving.set_defaults(run=_serve)

    serving.add_argument("--gateway", metavar="URL", help="who judges identity codes")
    serving.add_argument("--gateway-secret", type=Path, metavar="FILE", help="proves who we are")
    serving.add_argument("--alerts", type=Path, metavar="FILE", help="rules and webhooks (TOML)")
    serving.add_argument("--gateway-ca", type=Path, metavar="FILE", help="certificates to trust")

    sandbox = commands.add_parser("sandbox-gateway", help="a gateway for trying, with the TEST key")
    sandbox.add_argument("--secret", type=Path, required=True, metavar="FILE")
    sandbox.add_argument("--port", type=_port, default=0, help="0 takes a free one")
    sandbox.add_argument("--clock-offset", type=seconds, default=timedelta(), metavar="SECONDS")
    sandbox.add_argument("--ready-fd", type=int, default=1, metavar="N")
    sandbox.set_defaults(run=_sandbox_gateway)

    listing = commands.add_parser("tickets", help="print today's tickets as JSON, oldest first")
    _add_site(listing)
    listing.set_defaults(run=_tickets)

    bookings = commands.add_parser("booking", help="work on online bookings")
    _add_booking(bookings.add_subparsers(required=True, metavar="COMMAND"))

    receipts = commands.add_parser("receipt", help="work on receipts for documents (tanda terima)")
    _add_receipt(receipts.add_subparsers(required=True, metavar="COMMAND"))

    keys = commands.add_parser("key", help="whose signatures on codes count")
    _add_keys(keys.add_subparsers(required=True, metavar="COMMAND"))

    catalogue = commands.add_parser("catalogue", help="work on catalogue files")
    kinds = catalogue.add_subparsers(required=True, metavar="COMMAND")
    upgrading = kinds.add_parser("upgrade", help="bring a file to the newest format")
    upgrading.add_argument("old", type=Path)
    upgrading.add_argument("new", type=Path)
    upgrading.set_defaults(run=_upgrade)
    add_commands(commands)
    add_order_commands(commands)
    return parser


def _add_booking(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    adding = kinds.add_parser("add", help="make a booking and print its code and its QR's text")
    _add_site(adding)
    adding.add_argument("--service", required=True, metavar="ID", help="as the catalogue has it")
    adding.add_argument("--at", type=datetime.fromisoformat, required=True, metavar="TIME")
    adding.add_argument("--minutes", type=minutes_to(DAY_MINUTES), default=timedelta(minutes=30))
    adding.add_argument("--name", type=_line, help="whose it is; only its mask is kept")
    adding.add_argument("--place", type=_line, help="another mall; without it, this one")
    adding.add_argument("--public-host", type=_host, default=PUBLIC_HOST, metavar="HOST")
    adding.add_argument("--json", action="store_true", help="print id, code and qr as JSON")
    adding.set_defaults(run=_book)


def _add_receipt(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    adding = kinds.add_parser("add", help="record documents that were handed in with a ticket")
    _add_site(adding)
    adding.add_argument("--ticket", required=True, metavar="LABEL|ID", help="K 027, or its id")
    adding.add_argument("--day", type=date.fromisoformat, help="of the label; without it, today")
    adding.add_argument("--documents", required=True, help="their names, parted by semicolons")
    adding.add_argument("--promised", type=date.fromisoformat, required=True, metavar="DATE")
    adding.add_argument("--json", action="store_true", help="print id, label and code as JSON")
    adding.set_defaults(run=_receive)


def _add_keys(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    listing = kinds.add_parser("list", help="every key, whose it is, and whether it counts")
    listing.set_defaults(run=_list_keys)
    renewing = kinds.add_parser("renew", help="sign bookings with a new key from now on")
    renewing.set_defaults(run=_renew_key)
    revoking = kinds.add_parser("revoke", help="take a key back for good; its codes end with it")
    revoking.add_argument("key", help="its short name, eight hex digits, or the whole key in hex")
    revoking.set_defaults(run=_revoke_key)
    for parser in (listing, renewing, revoking):
        _add_site(parser)


def _add_site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, help="folder of the database")
    parser.add_argument("--catalogue", type=Path, default=SAMPLE_CATALOGUE)
    parser.add_argument("--clock-offset", type=seconds, default=timedelta(), metavar="SECONDS")


def _port(text: str) -> int:
    return whole_number(text, 0, 65535)


def _line(text: str) -> str:
    if not text.strip() or len(text) > _LINE_MOST or not text.isprintable():
        raise argparse.ArgumentTypeError(f"expected 1 to {_LINE_MOST} signs that can be printed")
    return text.strip()


def _host(text: str) -> str:
    if not _HOST.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no name or address")
    return text


def _serve(options: argparse.Namespace) -> int:
    settings = Settings(
        data=options.data,
        clock=SystemClock(options.clock_offset),
        catalogue=options.catalogue,
        profile=options.profile,
        gateway=_gateway(options),
        alerts=read_alerts(options.alerts) if options.alerts else AlertSettings(),
    )
    names = options.name if options.host in _EVERYWHERE else [*options.name, options.host]
    served = importlib.import_module("central.serve")  # the others need no framework
    code: int = asyncio.run(
        served.serve(settings, options.host, options.port, options.ready_fd, names)
    )
    return code


def _gateway(options: argparse.Namespace) -> GatewaySettings | None:
    if options.gateway is None:
        return None
    if options.gateway_secret is None:
        raise ValueError("--gateway needs --gateway-secret FILE")
    return read_gateway(options.gateway, options.gateway_secret, options.gateway_ca)


def _sandbox_gateway(options: argparse.Namespace) -> int:
    secret = read_gateway("http://127.0.0.1/", options.secret, None).secret
    clock = SystemClock(options.clock_offset)
    return sandbox_gateway.run(RESOURCES, secret, options.port, clock.now, options.ready_fd)


def _database(folder: Path) -> Path:
    file = folder / DATABASE
    if not file.exists():
        raise ValueError(f"{folder} holds no database; `central serve` makes one")
    return file


def _tickets(options: argparse.Namespace) -> int:
    file = _database(options.data)
    today = open_site(options.catalogue, SystemClock(options.clock_offset)).local().date()
    with closing(connect(file, reading=True)) as connection:
        rows = [asdict(row) for row in reversed(tickets(connection, today, _PRINT_MOST))]
    json.dump(rows, sys.stdout, default=str, indent=1)
    print()
    return 0


def _book(options: argparse.Namespace) -> int:
    file = _database(options.data)
    site = open_site(options.catalogue, SystemClock(options.clock_offset))
    if site.service(options.service) is None:
        raise ValueError(f"--service {options.service} is not in the catalogue")
    starts = options.at if options.at.tzinfo else options.at.replace(tzinfo=site.catalogue.zone)
    check_year("--at", starts)
    wanted = Wanted(options.service, starts, options.minutes, options.name, options.place)
    booking, code = book(wanted, site.clock.now())
    with closing(connect(file)) as connection:
        key = booking_key(connection)
        add(connection, booking)
    qr = key.code(booking.id, options.public_host)
    made = {"id": str(booking.id), "code": code, "qr": qr}
    print(json.dumps(made) if options.json else f"{code}\n{qr}")
    return 0


def _list_keys(options: argparse.Namespace) -> int:
    with closing(connect(_database(options.data), reading=True)) as connection:
        for row in key_rows(connection):
            standing = "revoked" if row.revoked_at else "signs now" if row.current else "counts"
            print(f"{row.id}  {row.kiosk or 'bookings':16}  since {row.since}  {standing}")
    return 0


def _renew_key(options: argparse.Namespace) -> int:
    now = SystemClock(options.clock_offset).now()
    with closing(connect(_database(options.data))) as connection, writing(connection):
        key = renew_booking_key(connection, now)
    print(key.id.hex())
    return 0


def _revoke_key(options: argparse.Namespace) -> int:
    now = SystemClock(options.clock_offset).now()
    with closing(connect(_database(options.data))) as connection, writing(connection):
        row = revoke(connection, options.key, now)
    print(f"{row.id}: codes of {row.kiosk or 'bookings'} by this key count no more")
    return 0


def _receive(options: argparse.Namespace) -> int:
    file = _database(options.data)
    site = open_site(options.catalogue, SystemClock(options.clock_offset))
    documents, today = read_documents(options.documents), site.local().date()
    check_year("--promised", options.promised)
    if options.promised < today:
        raise ValueError(f"--promised {options.promised} is over")
    with closing(connect(file)) as connection:
        taken = find_ticket(connection, options.ticket, options.day or today)
        receipt = receive(taken, documents, options.promised, site.clock.now())
        add_receipt(connection, receipt)
    made = {"id": str(receipt.id), "label": taken.label, "code": receipt.spoken_code}
    print(json.dumps(made) if options.json else f"{taken.label}: {receipt.spoken_code}")
    return 0


def _upgrade(options: argparse.Namespace) -> int:
    try:
        document = upgrade(json.loads(options.old.read_bytes()))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{options.old} is no catalogue: {error}") from error
    raw = json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
    parse_catalogue(raw)
    options.new.write_bytes(raw)
    return 0
