"""The change feed: what changed here, in the order in which it was committed.

A port, so that another database can follow. SQLite has one writer at a time, whichever process it is
in, so a number taken inside its transaction is the order of commits; what PostgreSQL would need is in
docs/adr/0003.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Change:
    """Something changed: of which kind, and which one. What it is now is asked for."""

    number: int
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed after a cursor, oldest first, the cursor to go on from, and whether there is more."""

    items: Sequence[Change]
    cursor: str
    more: bool


class ChangeFeed(Protocol):
    """Answers with changes that are committed, each once for each cursor, none left out."""

    async def newest(self) -> str:
        """The cursor after which nothing has changed yet."""
        ...

    async def after(self, cursor: str, most: int) -> Changes | None:
        """Up to `most` changes after a cursor; None where it is not of this feed, or too old."""
        ...
