"""`kiosk blackbox`: shows what a black box remembers, for staff; the kiosk may be running."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from kiosk.blackbox import KEPT, Event, events
from kiosk.ports import KioskError

FINE, EMPTY, UNUSABLE = 0, 1, 2


def run(arguments: Sequence[str]) -> int:
    """Show a box; the exit code: 0 shown, 1 nothing is in it, 2 it cannot be read."""
    options = _parser().parse_args(arguments)
    try:
        found = events(options.file)
    except KioskError as error:
        sys.stderr.write(f"{error}\n")
        return UNUSABLE
    for event in found[max(0, len(found) - options.most) :]:
        sys.stdout.write(_line(event, as_json=options.json) + "\n")
    if not found:
        sys.stderr.write(f"{options.file}: no event of a black box in it\n")
    return FINE if found else EMPTY


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk blackbox", description="Look into a black box.")
    commands = parser.add_subparsers(dest="command", required=True)
    show = commands.add_parser("show", help="the last things that happened, oldest first")
    show.add_argument("file", type=Path, help="DATA/blackbox")
    show.add_argument("--most", type=int, default=KEPT, help="how many, the newest")
    show.add_argument("--json", action="store_true", help="one JSON object a line")
    return parser


def _line(event: Event, *, as_json: bool) -> str:
    if as_json:
        return json.dumps({**asdict(event), "at": event.at.isoformat(timespec="milliseconds")})
    at = event.at.strftime("%Y-%m-%d %H:%M:%S.%f")[:-3]
    return f"{event.number:>6}  {at}  {event.kind:<14} {' '.join(event.words)}".rstrip()
