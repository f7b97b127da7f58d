"""The one thread that writes to the ledger, and how its file is opened, checked and set aside."""

import contextlib
import fcntl
import queue
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import BinaryIO, TypeVar

from kiosk.ledger_salvage import Salvage, read_salvage
from kiosk.ports import KioskError
from kiosk.schema import migrate

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]
Settle = Callable[[sqlite3.Connection, Salvage | None], None]
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class SqliteWriter:
    """Runs transactions one after another on a thread of its own.

    WAL with synchronous=FULL: a transaction whose future is done survives a power cut. A file that turns
    out to be damaged is set aside, and `settle` is called in the first transaction of each one that is
    opened, with what could be read in the damaged one before, if it follows one. `moved` hears, on the
    writer's thread, of a file that was set aside while it was used, as soon as the next one has that.
    """

    def __init__(
        self,
        path: Path,
        now: datetime,
        settle: Settle = lambda *_: None,
        moved: Callable[[Path], None] = lambda _: None,
    ) -> None:
        self._path, self._settle = path, settle
        self._began, self._started = now, time.monotonic()
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="ledger", daemon=True)
        self._thread.start()
        self.moved_aside: Path | None = None
        self._salvage: Salvage | None = None
        self._moved: Callable[[Path], None] = lambda _: None
        self._is_open = False
        self._lock: BinaryIO | None = None
        try:
            self._lock = _locked(path)
            self._on_thread(self._begin).result()
        except BlockingIOError as error:
            self._end()
            raise KioskError(
                f"another kiosk uses the data folder {path.parent}: end it, or give this one its own"
            ) from error
        except (sqlite3.Error, OSError) as error:
            self._end()
            raise KioskError(f"ledger cannot be opened: {error}") from error
        self._moved = moved

    def submit(self, work: Work[T]) -> Future[T]:
        """Run `work` in one IMMEDIATE transaction; KioskError for what the disk does."""
        return self._on_thread(lambda: self._transaction(work))

    def close(self) -> None:
        """Finish what was submitted, then close the file."""
        self._on_thread(lambda: self._connection.close()).result()
        self._end()

    def _end(self) -> None:
        self._work.put(None)
        self._thread.join()
        if self._lock is not None:
            self._lock.close()

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            work()

    def _on_thread(self, work: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(work())
            except BaseException as error:  # handed to whoever waits for the future
                future.set_exception(error)

        self._work.put(run)
        return future

    def _transaction(self, work: Work[T]) -> T:
        try:
            if not self._is_open:
                self._begin()
            return self._committed(work)
        except (sqlite3.Error, OSError) as error:
            if _is_damage(error):
                self._begin_anew()
            raise KioskError(f"ledger: {error}") from error

    def _committed(self, work: Work[T]) -> T:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            result = work(self._connection)
            self._connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise
        return result

    def _begin_anew(self) -> None:
        """Follow a damaged file at once: what was saved of it is in memory alone until then."""
        with contextlib.suppress(sqlite3.Error, OSError):  # the next transaction tries again
            self._give_up(self._connection)
            self._begin()

    def _begin(self) -> None:
        """Open the file, or an empty one where it is damaged."""
        self._connection = self._open()
        try:
            self._committed(lambda connection: self._settle(connection, self._salvage))
        except BaseException:
            self._connection.close()
            raise
        self._is_open = True
        follows, self._salvage = self._salvage is not None, None
        if follows and self.moved_aside is not None:
            self._moved(self.moved_aside)

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        try:
            _prepare(connection)
        except sqlite3.OperationalError:
            connection.close()
            raise
        except sqlite3.DatabaseError:
            self._give_up(connection)
            return self._open()
        return connection

    def _give_up(self, connection: sqlite3.Connection) -> None:
        """Set a damaged file aside. Renamed before it is closed: closing, SQLite deletes its journal."""
        self._is_open = False
        try:
            found = read_salvage(connection)
            self.moved_aside = _set_aside(self._path, self._now())
        finally:
            connection.close()
        # Not before: a file that stays where it is will be read again.
        self._salvage = self._salvage or Salvage()
        self._salvage.add(found)

    def _now(self) -> datetime:
        return self._began + timedelta(seconds=time.monotonic() - self._started)


def _locked(path: Path) -> BinaryIO:
    """A lock for as long as the file is open; BlockingIOError where another process has it.

    Two kiosks on one ledger would each print every ticket. The file stays: its lock is what counts.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_name(path.name + ".lock").open("ab")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise
    return lock


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA journal_size_limit = 8388608")
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise sqlite3.DatabaseError("quick_check failed")
    migrate(connection)


def _set_aside(path: Path, now: datetime) -> Path:
    """Rename a broken ledger with its journal; nothing is ever deleted or written over."""
    name = f"{path.stem}-broken-{now:%Y%m%dT%H%M%S}"
    aside = path.with_name(name + path.suffix)
    for number in count(2):
        if not aside.exists():
            break
        aside = path.with_name(f"{name}-{number}{path.suffix}")
    done: list[tuple[Path, Path]] = []
    try:
        for ending in ("", "-wal", "-shm"):
            part = path.with_name(path.name + ending)
            if part.exists():
                done.append((part, part.rename(aside.with_name(aside.name + ending))))
    except OSError:
        for part, there in done:  # a ledger and its journal stay together
            with contextlib.suppress(OSError):
                there.rename(part)
        raise
    return aside


def _is_damage(error: Exception) -> bool:
    """True where the file itself is broken, not the disk full, away or write-protected."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED
