"""One thread owns the writing connection. What waits while it commits shares the next commit."""

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TypeVar

T = TypeVar("T")
Command = Callable[[sqlite3.Connection], T]
"""Work inside a transaction. What it raises undoes it alone."""

GROUP_MOST = 256
"""So many commands share a commit at most, so that none waits for ever."""

_OF_THE_DISK = {
    *(sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY),
}
Ended = Future[object]
"""How a command ended, kept until the commit that makes it true."""


class StoreError(Exception):
    """What the surroundings did to the database: disk full, locked, gone; the cause is chained."""


@dataclass(frozen=True, slots=True)
class _Order:
    command: Command[object]
    future: asyncio.Future[object]
    loop: asyncio.AbstractEventLoop


class Writer:
    """Commits commands in the order they came, many in one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._orders: SimpleQueue[_Order | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="central-writer")

    def start(self) -> None:
        """Begin to take commands."""
        self._thread.start()

    async def write(self, command: Command[T]) -> T:
        """Run a command and return its answer once it is on disk."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        # The queue holds commands of every answer type; each future is answered by its own command.
        self._orders.put(_Order(command, future, loop))  # type: ignore[arg-type]
        return await future

    def close(self, last: Callable[[sqlite3.Connection], None] = lambda _: None) -> None:
        """Finish what was asked, then one thing more, then stop; a disk that fails now is no matter."""
        self._orders.put(None)
        self._thread.join()
        with contextlib.suppress(sqlite3.Error, OSError):
            last(self._connection)
        self._connection.close()

    def _run(self) -> None:
        closing = False
        while not closing:
            group, closing = self._next_group()
            if group:
                _deliver(group, self._commit(group))

    def _next_group(self) -> tuple[list[_Order], bool]:
        group: list[_Order] = []
        order = self._orders.get()
        while order is not None and len(group) < GROUP_MOST - 1:
            group.append(order)
            try:
                order = self._orders.get_nowait()
            except Empty:
                return group, False
        if order is None:
            return group, True
        return [*group, order], False

    def _commit(self, group: list[_Order]) -> list[Ended]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            ended = [self._one(order.command) for order in group]
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            return [self._undo(error)] * len(group)
        return ended

    def _one(self, command: Command[object]) -> Ended:
        """Run a command; what it raises goes to whoever asked, who knows what to make of it."""
        ended: Ended = Future()
        self._connection.execute("SAVEPOINT one")
        try:
            ended.set_result(command(self._connection))
        except Exception as error:
            if not self._connection.in_transaction:  # a full disk ends the whole transaction
                raise sqlite3.OperationalError(f"the transaction ended early: {error}") from error
            self._connection.execute("ROLLBACK TO one")
            ended.set_exception(_trouble(error) if _is_of_the_disk(error) else error)
        self._connection.execute("RELEASE one")
        return ended

    def _undo(self, error: sqlite3.Error) -> Ended:
        if self._connection.in_transaction:
            self._connection.rollback()
        ended: Ended = Future()
        ended.set_exception(_trouble(error))
        return ended


def _is_of_the_disk(error: Exception) -> bool:
    """True for what the surroundings did; false for our own mistakes in what we asked."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return isinstance(error, sqlite3.Error) and code & 0xFF in _OF_THE_DISK


def _trouble(error: Exception) -> StoreError:
    trouble = StoreError(str(error))
    trouble.__cause__ = error
    return trouble


def _deliver(group: list[_Order], ended: list[Ended]) -> None:
    for order, end in zip(group, ended, strict=True):
        if not order.loop.is_closed():
            order.loop.call_soon_threadsafe(_settle, order.future, end)


def _settle(future: asyncio.Future[object], end: Ended) -> None:
    if future.done():
        return
    error = end.exception()
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(end.result())
