"""The doctor's look at the ledger: read only, beside a running kiosk."""

import fcntl
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from kiosk.doctor_advice import Component, Finding
from kiosk.schema import MIGRATIONS

WAITING_MOST = 1000
"""A busy day's facts; more wait only when central was away for longer."""
BUSY_SECONDS = 5.0


def is_running(ledger: Path) -> bool:
    """True while a kiosk holds the ledger's lock."""
    try:
        with ledger.with_name(ledger.name + ".lock").open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def ledger(file: Path, now: datetime) -> Sequence[Finding]:
    """The ledger is whole, not of the future, and what it holds moves on."""
    if not file.exists():
        return [Finding(Component.LEDGER, "none yet: the kiosk makes it at its first start")]
    try:
        with closing(_opened(file)) as connection:
            return _read(connection, now.date())
    except sqlite3.Error as error:
        return [Finding(Component.LEDGER, str(error), "LDG-01")]


def _opened(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS
    )
    connection.execute("PRAGMA query_only = ON")
    return connection


def _read(connection: sqlite3.Connection, today: date) -> Sequence[Finding]:
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    if schema > len(MIGRATIONS):
        return [Finding(Component.LEDGER, f"schema {schema} of {len(MIGRATIONS)}", "LDG-02")]
    (told,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if told != "ok":
        return [Finding(Component.LEDGER, told, "LDG-01")]
    count = "SELECT count(*) FROM outbox WHERE state = ?"
    (waiting,) = connection.execute(count, ("new",)).fetchone()
    (refused,) = connection.execute(count, ("quarantined",)).fetchone()
    (leased,) = connection.execute("SELECT max(day) FROM lease").fetchone()
    return _judged(waiting, refused, date.fromisoformat(leased) if leased else None, today)


def _judged(waiting: int, refused: int, leased: date | None, today: date) -> Sequence[Finding]:
    found: list[Finding] = []
    if waiting > WAITING_MOST:
        found.append(Finding(Component.LEDGER, f"{waiting} facts wait", "LDG-03"))
    if refused:
        found.append(Finding(Component.LEDGER, f"{refused} facts refused", "LDG-04"))
    # The site's day is at most one ahead of or behind UTC's.
    if leased is None or leased < today - timedelta(days=1):
        until = f"until {leased}" if leased else "never"
        found.append(Finding(Component.LEDGER, f"own numbers leased {until}", "LDG-05"))
    return found or [Finding(Component.LEDGER, f"whole; {waiting} facts wait; leased to {leased}")]
