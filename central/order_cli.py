"""Commands that order something of kiosks: `central order`. They sign; the running server hands out."""

import argparse
import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from central.arguments import DAY_MINUTES, minutes_to, whole_number
from central.clock import SystemClock
from central.enrol_cli import add_common
from central.orders import PRIVATE, Wanted, new_orders_key, orders_key, sign_order
from central.store import devices
from central.store.orders import OrderRow, add_order, given_orders, next_version
from central.store.rows import writing
from central.store.sqlite import DATABASE, connect
from central.tls import ca_key_in
from kiosk.domain.orders import EVERY_KIOSK, Command, Policy

COMMAND_MINUTES = DAY_MINUTES
POLICY_DAYS = 5 * 365


def add_order_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `order`."""
    ordering = commands.add_parser("order", help="order something of a kiosk, or list what was")
    ordering.add_argument("action", choices=("list", "policy", "new-key", *Command))
    ordering.add_argument("kiosk", nargs="?", default="", help="its name, or `all`")
    ordering.add_argument("--dim-after", type=_dim, default=Policy().dim_after_minutes)
    ordering.add_argument(
        "--minutes", type=minutes_to(365 * DAY_MINUTES), help="how long the order waits for a kiosk"
    )
    ordering.add_argument("--key", type=Path, metavar="FILE", help="orders.key, kept elsewhere")
    add_common(ordering)
    ordering.set_defaults(run=_order)


def _dim(text: str) -> int:
    return whole_number(text, 1, 240)


def _order(options: argparse.Namespace) -> int:
    if options.action == "new-key":
        return _renewed(options)
    with closing(devices.opened_for_staff(options.data)) as registry:
        if options.action == "list":
            return _listed(options, registry)
        version = _given(options, registry)
    _hint(options.data, version)
    print(json.dumps({"version": version}) if options.json else f"Ordered, version {version}.")
    return 0


def _renewed(options: argparse.Namespace) -> int:
    if options.kiosk != "all":
        raise ValueError("order new-key: expected `all`; each kiosk has to be enrolled again")
    new_orders_key(options.data)
    print(
        json.dumps({"key": str(options.data / PRIVATE)})
        if options.json
        else "Made. Start the server again, then enrol each kiosk again: none believes orders before."
    )
    return 0


def _given(options: argparse.Namespace, registry: sqlite3.Connection) -> int:
    kiosk = _addressee(options.kiosk, registry)
    policy = options.action == "policy"
    life = timedelta(days=POLICY_DAYS) if policy else timedelta(minutes=COMMAND_MINUTES)
    now = SystemClock(options.clock_offset).now()
    content = Policy(options.dim_after) if policy else Command(options.action)
    what = f"policy: dim after {options.dim_after} min" if policy else options.action
    wanted = Wanted(kiosk, content, now + (options.minutes or life))
    ca_key = ca_key_in(options.data)
    believed = orders_key(options.data)
    with writing(registry):
        version = next_version(registry, now)
        envelope = sign_order(
            wanted, version, ca_key, believed, options.key or options.data / PRIVATE
        )
        add_order(registry, OrderRow(version, kiosk, what, wanted.not_after), envelope)
    return version


def _addressee(name: str, registry: sqlite3.Connection) -> str:
    if name == "all":
        return EVERY_KIOSK
    enrolled = {one.kiosk for one in devices.listed(registry) if one.state == devices.ENROLLED}
    if name not in enrolled:
        known = ", ".join(sorted(enrolled)) or "none"
        raise ValueError(f"order: expected `all` or an enrolled kiosk, which are: {known}")
    return name


def _hint(folder: Path, version: int) -> None:
    """Kiosks that listen hear of it at once; the others within a minute."""
    file = folder / DATABASE
    if file.exists():
        with closing(connect(file)) as record, writing(record):
            record.execute("INSERT INTO change (kind, id) VALUES ('orders', ?)", (str(version),))


def _listed(options: argparse.Namespace, registry: sqlite3.Connection) -> int:
    rows = given_orders(registry)
    if options.json:
        shown = [{"version": r.version, "kiosk": r.kiosk, "order": r.what} for r in rows]
        print(json.dumps({"orders": shown, "kiosks": _kiosks(options.data)}))
        return 0
    for row in rows:
        print(f"{row.version}  {row.kiosk:<16} {row.what:<28} until {row.not_after:%F %H:%M}Z")
    for one in _kiosks(options.data):
        refused = f", refused one: {one['refused']}" if one["refused"] else ""
        print(f"{one['kiosk']}: newest that counted {one['newest']}{refused}")
    return 0


def _kiosks(folder: Path) -> list[dict[str, object]]:
    """How far each kiosk says it is."""
    file = folder / DATABASE
    if not file.exists():
        return []
    with closing(connect(file, reading=True)) as record:
        rows = record.execute(
            """SELECT kiosk, newest_order, refused_order FROM health
               JOIN installation ON installation.id = health.installation ORDER BY kiosk"""
        ).fetchall()
    return [{"kiosk": row[0], "newest": row[1], "refused": row[2]} for row in rows]
