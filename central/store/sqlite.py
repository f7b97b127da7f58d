"""The store: opens the database or sets a broken one aside, and hands work to its two threads."""

import asyncio
import fcntl
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from central.log import log
from central.store import epoch as epochs
from central.store.keys import make_key
from central.store.schema import NewerDatabase, migrate
from central.store.writer import Command, StoreError, Writer
from kiosk.domain.authority import EPOCH_MOST

T = TypeVar("T")
DATABASE = "central.db"
EPOCH = "epoch"
MARK = "mark"
LOCK = "lock"
_COMPANIONS = ("", "-wal", "-shm")
_SETTINGS = (
    "busy_timeout = 5000",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",  # what is deleted is gone from the file too
)
_UNUSABLE = (OSError, ValueError, sqlite3.Error, epochs.NoEpochLeft, NewerDatabase)


class SqliteStore:
    """The site's record. What is written is on disk before it is answered."""

    def __init__(self, folder: Path) -> None:
        self.epoch = 0
        self.generation = ""
        self._mark = 0
        self._folder = folder
        self._lock = -1
        self._writer: Writer | None = None
        self._reader: sqlite3.Connection | None = None
        self._reading = ThreadPoolExecutor(1, "central-reader")

    def open(self, now: datetime) -> None:
        """Open or make the database. Raises StoreError where that cannot be."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = _lock(self._folder / LOCK)
            writing = self._open_database(now)
            self._reader = connect(self._folder / DATABASE, reading=True)
        except _UNUSABLE as error:
            raise StoreError(f"{self._folder}: {error}") from error
        self._writer = Writer(writing)
        self._writer.start()

    def close(self) -> None:
        """Finish what was asked, then let go of the files."""
        self._reading.shutdown()
        if self._reader is not None:
            self._reader.close()
        if self._writer is not None:
            self._writer.close(self._note_mark)
        if self._lock >= 0:
            os.close(self._lock)

    async def write(self, command: Command[T]) -> T:
        """Run a command in a transaction; return when it is on disk."""
        if self._writer is None:
            raise StoreError("the store is not open")
        return await self._writer.write(command)

    async def read(self, query: Command[T]) -> T:
        """Run a query on the reading connection."""
        return await asyncio.get_running_loop().run_in_executor(self._reading, self._query, query)

    def _query(self, query: Command[T]) -> T:
        if self._reader is None:
            raise StoreError("the store is not open")
        try:
            return query(self._reader)
        except sqlite3.Error as error:  # a broken page is no OperationalError
            raise StoreError(str(error)) from error

    def _open_database(self, now: datetime) -> sqlite3.Connection:
        file = self._folder / DATABASE
        if file.exists() and not healthy(file):
            aside = set_aside(file, now)
            log("database_set_aside", reason="corrupt", kept_as=aside.name)
        connection = connect(file)
        file.chmod(0o600)  # it holds a key; SQLite gives the files beside it the same rights
        migrate(connection)
        self._settle(connection, epochs.read(self._folder / EPOCH), now)
        return connection

    def raise_epoch(self, connection: sqlite3.Connection, epoch: int) -> None:
        """Begin a later epoch, inside a command: this database has forgotten what it gave (N8)."""
        if epoch > EPOCH_MOST:
            raise sqlite3.OperationalError("labels have no band left for another epoch")
        epochs.write(self._folder / EPOCH, epoch)
        connection.execute("UPDATE meta SET value = ? WHERE key = 'epoch'", (str(epoch),))
        log("epoch_raised", epoch=epoch, reason="a kiosk remembers what this database does not")
        self.epoch = epoch

    def _note_mark(self, connection: sqlite3.Connection) -> None:
        """Count one more opening or closing: the database first, so that it never seems older."""
        self._mark += 1
        connection.execute(
            "INSERT OR REPLACE INTO meta (key, value) VALUES ('mark', ?)", (str(self._mark),)
        )
        epochs.write(self._folder / MARK, self._mark)

    def _settle(
        self, connection: sqlite3.Connection, epoch_on_disk: int | None, now: datetime
    ) -> None:
        """Agree on generation and epoch with what the database and the files beside it know."""
        connection.execute("BEGIN IMMEDIATE")
        known = dict(connection.execute("SELECT key, value FROM meta").fetchall())
        mark, mark_on_disk = int(known.get("mark", 0)), epochs.read_mark(self._folder / MARK)
        self._mark = max(mark, mark_on_disk)
        if "generation" not in known:
            self.epoch = epochs.following(epoch_on_disk)
            log("database_made", epoch=self.epoch)
        elif mark < mark_on_disk:
            self.epoch = epochs.following(max(int(known["epoch"]), epoch_on_disk or 0))
            log("database_restored", epoch=self.epoch)
        else:
            self.epoch = max(int(known["epoch"]), epoch_on_disk or 0)
        self.generation = known.get("generation", str(uuid4()))
        epochs.write(self._folder / EPOCH, self.epoch)
        settled = (("generation", self.generation), ("epoch", str(self.epoch)))
        connection.executemany("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", settled)
        make_key(connection, now)
        connection.execute("COMMIT")
        self._note_mark(connection)


def connect(file: Path, *, reading: bool = False) -> sqlite3.Connection:
    """A connection with the settings every connection has."""
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    try:
        for setting in (*_SETTINGS, f"query_only = {'ON' if reading else 'OFF'}"):
            connection.execute(f"PRAGMA {setting}")
    except sqlite3.Error:
        connection.close()
        raise
    connection.row_factory = sqlite3.Row
    return connection


def healthy(file: Path) -> bool:
    """False where the file is no database, or a damaged one."""
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    try:
        found: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.OperationalError:  # cannot be opened or read: not the file's fault
        raise
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
    return found == "ok"


def set_aside(file: Path, now: datetime) -> Path:
    """Rename a database and its companions so that nothing is lost; return the new name."""
    aside = file.with_name(f"{file.name}.corrupt-{now:%Y%m%dT%H%M%SZ}")
    for companion in _COMPANIONS:
        part = file.with_name(file.name + companion)
        if part.exists():
            part.rename(aside.with_name(aside.name + companion))
    return aside


def _lock(file: Path) -> int:
    """Keep a second server away from these files; the kernel lets go when this process ends."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise OSError("another server uses this folder") from error
    return handle
