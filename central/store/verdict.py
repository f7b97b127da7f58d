"""How a fact was taken: the one answer that every kind of fact ends in."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one fact was taken. A problem is for staff; the fact is kept all the same."""

    status: Literal["accepted", "duplicate", "conflict", "rejected"]
    problem: str | None = None
