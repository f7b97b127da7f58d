"""Which devices belong here: tokens to enrol by, keys that may sign, keys that may no longer.

A database of its own: when the other one is lost or brought back from a backup, kiosks stay enrolled,
what was revoked stays revoked, and what they remember can come back from them.
"""

import asyncio
import hashlib
import os
import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from central.refusal import Code, Refusal
from central.store.rows import moment, utc
from central.store.writer import Command, StoreError
from kiosk.domain.enrolling import SALT_BYTES, TOKEN_BYTES, EnrolCode, comparison_code
from kiosk.domain.signing import key_id_of

T = TypeVar("T")
DATABASE = "devices.db"
PENDING, ENROLLED, REFUSED, REVOKED = "pending", "enrolled", "refused", "revoked"
_FIRST = """
CREATE TABLE token (
  sha256 TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  ca_key BLOB NOT NULL,
  expires_at TEXT NOT NULL,
  used_by TEXT
) STRICT, WITHOUT ROWID;

-- `code` is what both sides show until somebody has compared it.
CREATE TABLE device (
  key_id TEXT PRIMARY KEY,
  public_key BLOB NOT NULL,
  kiosk TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'enrolled', 'refused', 'revoked')),
  code TEXT NOT NULL,
  salt BLOB NOT NULL,
  asked_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  decided_at TEXT,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;
"""
_SECOND = """
-- What was ordered of kiosks, as it was signed.
CREATE TABLE given_order (
  version INTEGER PRIMARY KEY,
  kiosk TEXT NOT NULL,
  what TEXT NOT NULL,
  not_after TEXT NOT NULL,
  text TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT;
"""
_THIRD = """
-- The public key of orders that kiosks were told to believe when they were enrolled.
CREATE TABLE orders_key (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  public_key BLOB NOT NULL
) STRICT;
"""
_MIGRATIONS = (_FIRST, _SECOND, _THIRD)


@dataclass(frozen=True, slots=True)
class Device:
    """A key, whose it is, and whether it counts."""

    key_id: str
    public_key: bytes
    kiosk: str
    state: str
    code: str
    salt: bytes
    asked_at: datetime
    expires_at: datetime


class Registry:
    """The devices as the server asks for them, on a thread of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection: sqlite3.Connection | None = None
        self._thread = ThreadPoolExecutor(1, "central-devices")

    def open(self) -> None:
        """Open the file. Raises StoreError."""
        self._connection = opened(self._folder)

    def close(self) -> None:
        """Let go of the file."""
        self._thread.shutdown()
        if self._connection is not None:
            self._connection.close()

    async def do(self, command: Command[T]) -> T:
        """Run a command."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, command)

    def _do(self, command: Command[T]) -> T:
        if self._connection is None:
            raise StoreError("the devices are not open")
        try:
            return command(self._connection)
        except sqlite3.Error as error:
            raise StoreError(str(error)) from error


def opened(folder: Path) -> sqlite3.Connection:
    """Open the file. Raises StoreError; what is broken is never replaced: it is who may speak."""
    try:
        return connect(folder)
    except (sqlite3.Error, OSError) as error:
        told = f"{folder / DATABASE}: {error}"
        raise StoreError(f"{told}; bring it back from a backup, or enrol anew") from error


def opened_for_staff(folder: Path) -> sqlite3.Connection:
    """Open the file of a server that was started once, so that a mistyped folder never becomes one.

    Raises ValueError or StoreError.
    """
    if not (folder / DATABASE).exists():
        raise ValueError(f"{folder} holds no list of devices; `central serve` makes one")
    return opened(folder)


def connect(folder: Path) -> sqlite3.Connection:
    """Open the file, or make it for its owner alone. Raises sqlite3.Error or OSError."""
    file = folder / DATABASE
    folder.mkdir(parents=True, exist_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False, timeout=5)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > len(_MIGRATIONS):
            raise sqlite3.OperationalError(f"{file} is of a newer program")
        for script in _MIGRATIONS[version:]:
            for statement in script.split(";\n"):
                connection.execute(statement)
        if version < len(_MIGRATIONS):
            connection.execute(f"PRAGMA user_version = {len(_MIGRATIONS)}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def make_token(
    connection: sqlite3.Connection, address: str, ca_key: bytes, now: datetime, life: timedelta
) -> EnrolCode:
    """A code good for one kiosk; only its token's digest is kept."""
    code = EnrolCode(address, ca_key, os.urandom(TOKEN_BYTES))
    connection.execute("DELETE FROM token WHERE expires_at < ?", (utc(now - timedelta(days=7)),))
    connection.execute(
        "INSERT INTO token (sha256, address, ca_key, expires_at) VALUES (?, ?, ?, ?)",
        (_digest(code.token), address, ca_key, utc(now + life)),
    )
    return code


def redeem(
    connection: sqlite3.Connection, token: bytes, public_key: bytes, kiosk: str, now: datetime
) -> Device | Refusal:
    """A kiosk shows a token and its key. It may ask again, until somebody has compared the codes."""
    key_id = key_id_of(public_key)
    connection.execute("BEGIN IMMEDIATE")
    try:
        return _redeem(connection, token, public_key, key_id, kiosk, now)
    finally:
        connection.execute("COMMIT")


def _redeem(
    connection: sqlite3.Connection,
    token: bytes,
    public_key: bytes,
    key_id: str,
    kiosk: str,
    now: datetime,
) -> Device | Refusal:
    row = connection.execute(
        "SELECT address, ca_key, expires_at, used_by FROM token WHERE sha256 = ?", (_digest(token),)
    ).fetchone()
    if row is None or row["used_by"] not in (None, key_id):
        return Refusal(Code.TOKEN_INVALID, "no such token, or another kiosk used it")
    known = find(connection, key_id)
    if known is not None and known.state == REVOKED:
        return Refusal(Code.DEVICE_REVOKED, "this key was revoked; a kiosk needs a new one")
    if row["used_by"] == key_id and known is not None:
        return known
    if moment(row["expires_at"]) < now:
        return Refusal(Code.TOKEN_INVALID, "the token's time is over")
    connection.execute("UPDATE token SET used_by = ? WHERE sha256 = ?", (key_id, _digest(token)))
    if known is not None and known.state == ENROLLED:
        connection.execute("UPDATE device SET kiosk = ? WHERE key_id = ?", (kiosk, key_id))
        return replace(known, kiosk=kiosk)
    salt = os.urandom(SALT_BYTES)
    seen = EnrolCode(row["address"], row["ca_key"], token)
    connection.execute(
        """INSERT OR REPLACE INTO device
             (key_id, public_key, kiosk, state, code, salt, asked_at, expires_at)
           VALUES (?, ?, ?, 'pending', ?, ?, ?, ?)""",
        (key_id, public_key, kiosk, comparison_code(seen, public_key, salt), salt, utc(now),
         row["expires_at"]),
    )  # fmt: skip
    found = find(connection, key_id)
    assert found is not None  # noqa: S101 - it was written a line before
    return found


def find(connection: sqlite3.Connection, key_id: str) -> Device | None:
    """The device whose key has this name."""
    row = connection.execute("SELECT * FROM device WHERE key_id = ?", (key_id,)).fetchone()
    return None if row is None else _device(row)


def listed(connection: sqlite3.Connection) -> Sequence[Device]:
    """All devices there ever were, newest first."""
    rows = connection.execute("SELECT * FROM device ORDER BY asked_at DESC, key_id").fetchall()
    return [_device(row) for row in rows]


def decide(connection: sqlite3.Connection, code: str, state: str, now: datetime) -> Device | None:
    """Confirm or refuse the one that waits with this code. None where none does, or its time is over."""
    digits = "".join(sign for sign in code if sign.isdigit())
    waiting = [
        device
        for device in listed(connection)
        if device.state == PENDING and device.expires_at >= now
        if device.code.replace(" ", "") == digits
    ]
    if len(waiting) != 1:
        return None
    connection.execute(
        "UPDATE device SET state = ?, decided_at = ? WHERE key_id = ? AND state = 'pending'",
        (state, utc(now), waiting[0].key_id),
    )
    return find(connection, waiting[0].key_id)


def succeed(connection: sqlite3.Connection, device: Device, public: bytes, now: datetime) -> None:
    """A device takes a new key, vouched for by its old one, which goes on until it is revoked."""
    connection.execute(
        """INSERT OR IGNORE INTO device
             (key_id, public_key, kiosk, state, code, salt, asked_at, expires_at, decided_at)
           VALUES (?, ?, ?, 'enrolled', '', x'', ?, ?, ?)""",
        (key_id_of(public), public, device.kiosk, utc(now), utc(now), utc(now)),
    )


def revoke(connection: sqlite3.Connection, name: str, now: datetime) -> Sequence[Device]:
    """Revoke for ever the enrolled devices of this kiosk name, or whose key's name begins so."""
    named = [
        device
        for device in listed(connection)
        if device.state == ENROLLED
        if device.kiosk == name or (len(name) >= 8 and device.key_id.startswith(name))
    ]
    for device in named:
        connection.execute(
            "UPDATE device SET state = 'revoked', revoked_at = ? WHERE key_id = ?",
            (utc(now), device.key_id),
        )
    return [found for device in named if (found := find(connection, device.key_id))]


def _device(row: sqlite3.Row) -> Device:
    return Device(
        key_id=row["key_id"],
        public_key=row["public_key"],
        kiosk=row["kiosk"],
        state=row["state"],
        code=row["code"],
        salt=row["salt"],
        asked_at=moment(row["asked_at"]),
        expires_at=moment(row["expires_at"]),
    )


def _digest(token: bytes) -> str:
    return hashlib.sha256(token).hexdigest()
