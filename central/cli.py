"""Commands of the central server: arguments in, exit code out."""

import argparse
import asyncio
import ipaddress
import json
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

from central.catalogue_upgrade import upgrade
from central.clock import SystemClock
from central.serve import serve
from central.settings import SAMPLE_CATALOGUE, Settings
from central.site import open_site
from central.store.board import tickets
from central.store.sqlite import DATABASE, connect
from central.store.writer import StoreError
from kiosk.domain.catalogue import parse_catalogue
from kiosk.domain.reading import Refused

_REFUSED = 2
_PRINT_MOST = 1_000_000


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
    serving.add_argument("--host", default="127.0.0.1", help="loopback only, until there is TLS")
    serving.add_argument("--port", type=_port, default=0, help="0 takes a free one")
    serving.add_argument("--profile", default="site", choices=("site", "demo"))
    serving.add_argument("--ready-fd", type=int, default=1, metavar="N", help="where to say ready")
    serving.set_defaults(run=_serve)

    listing = commands.add_parser("tickets", help="print today's tickets as JSON, oldest first")
    _add_site(listing)
    listing.set_defaults(run=_tickets)

    catalogue = commands.add_parser("catalogue", help="work on catalogue files")
    kinds = catalogue.add_subparsers(required=True, metavar="COMMAND")
    upgrading = kinds.add_parser("upgrade", help="bring a file to the newest format")
    upgrading.add_argument("old", type=Path)
    upgrading.add_argument("new", type=Path)
    upgrading.set_defaults(run=_upgrade)
    return parser


def _add_site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, help="folder of the database")
    parser.add_argument("--catalogue", type=Path, default=SAMPLE_CATALOGUE)
    parser.add_argument("--clock-offset", type=_seconds, default=timedelta(), metavar="SECONDS")


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise ValueError
    return port


def _seconds(text: str) -> timedelta:
    try:
        return timedelta(seconds=float(text))
    except OverflowError as error:
        raise ValueError from error


def _serve(options: argparse.Namespace) -> int:
    if not _is_loopback(options.host):
        raise ValueError(
            f"--host {options.host} would need TLS, which comes with enrolment; use 127.0.0.1"
        )
    settings = Settings(
        data=options.data,
        clock=SystemClock(options.clock_offset),
        catalogue=options.catalogue,
        profile=options.profile,
    )
    return asyncio.run(serve(settings, options.host, options.port, options.ready_fd))


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _tickets(options: argparse.Namespace) -> int:
    file = options.data / DATABASE
    if not file.exists():
        raise ValueError(f"{options.data} holds no database")
    today = open_site(options.catalogue, SystemClock(options.clock_offset)).local().date()
    with closing(connect(file, reading=True)) as connection:
        rows = [asdict(row) for row in reversed(tickets(connection, today, _PRINT_MOST))]
    json.dump(rows, sys.stdout, default=str, indent=1)
    print()
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
