"""The kinds of paper, and by what names a template may ask for their facts.

The tables are the reference of docs/how-to/edit-a-template.md; a test compares them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto


class Kind(StrEnum):
    """What a paper is for; also the name of its template's file."""

    TICKET = "ticket"
    BOOKING = "booking"
    RECEIPT = "receipt"
    REQUIREMENTS = "requirements"
    SURVEY = "survey"
    TEST = "test"


class Sort(Enum):
    """What a name stands for."""

    TEXT = auto()
    LIST = auto()
    ROWS = auto()
    """Labels and values."""
    FLAG = auto()
    """Only for conditions."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of one paper, by name. What is empty counts as absent."""

    texts: Mapping[str, str | None] = field(default_factory=dict, repr=False)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    rows: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict, repr=False)
    flags: frozenset[str] = frozenset()

    def plus(self, other: "Facts") -> "Facts":
        """Both together; of two facts with one name the other's."""
        return Facts(
            {**self.texts, **other.texts},
            {**self.lists, **other.lists},
            {**self.rows, **other.rows},
            self.flags | other.flags,
        )

    def has(self, name: str) -> bool:
        """True where there is something to print, or the flag is up."""
        found = self.texts.get(name) or self.lists.get(name) or self.rows.get(name)
        return bool(found) or name in self.flags


def flags(**up: bool) -> frozenset[str]:
    """The names of those that are up."""
    return frozenset(name for name, is_up in up.items() if is_up)


_EVERYWHERE = {
    "tenant": Sort.TEXT,
    "kiosk": Sort.TEXT,
    "copy": Sort.FLAG,
    "brief": Sort.FLAG,
}
_SERVICE = {
    "service": Sort.TEXT,
    "service_full": Sort.TEXT,
    "agency": Sort.TEXT,
    "agency_full": Sort.TEXT,
    "counter": Sort.TEXT,
    "requirements": Sort.LIST,
    "free": Sort.FLAG,
}
_TICKET = {
    "number": Sort.TEXT,
    "ahead": Sort.TEXT,
    "called": Sort.TEXT,
    "taken": Sort.TEXT,
    "name": Sort.TEXT,
    "code": Sort.TEXT,
    "spoken": Sort.TEXT,
    "priority": Sort.FLAG,
}

NAMES: Mapping[Kind, Mapping[str, Sort]] = {
    Kind.TICKET: {**_EVERYWHERE, **_SERVICE, **_TICKET},
    Kind.BOOKING: {**_EVERYWHERE, **_SERVICE, **_TICKET, "booked": Sort.TEXT},
    Kind.RECEIPT: {
        **_EVERYWHERE,
        **_SERVICE,
        "number": Sort.TEXT,
        "documents": Sort.LIST,
        "received": Sort.TEXT,
        "promised": Sort.TEXT,
        "code": Sort.TEXT,
        "spoken": Sort.TEXT,
    },
    Kind.REQUIREMENTS: {
        **_EVERYWHERE,
        **_SERVICE,
        "duration": Sort.TEXT,
        "finished": Sort.TEXT,
        "fee": Sort.TEXT,
        "hours": Sort.ROWS,
        "printed": Sort.TEXT,
        "code": Sort.TEXT,
    },
    Kind.SURVEY: {
        **_EVERYWHERE,
        "number": Sort.TEXT,
        "service": Sort.TEXT,
        "agency": Sort.TEXT,
        "until": Sort.TEXT,
        "code": Sort.TEXT,
        "spoken": Sort.TEXT,
    },
    Kind.TEST: {
        **_EVERYWHERE,
        "printed": Sort.TEXT,
        "printer": Sort.ROWS,
        "code": Sort.TEXT,
    },
}

NEEDED: Mapping[Kind, frozenset[str]] = {
    Kind.TICKET: frozenset(
        ("number", "service", "agency", "counter", "taken", "requirements", "code", "copy")
    ),
    Kind.BOOKING: frozenset(
        (
            "number",
            "service",
            "agency",
            "counter",
            "taken",
            "requirements",
            "code",
            "copy",
            "booked",
        )
    ),
    Kind.RECEIPT: frozenset(
        ("service", "agency", "documents", "received", "promised", "code", "spoken", "copy")
    ),
    Kind.REQUIREMENTS: frozenset(("service_full", "agency", "requirements", "copy")),
    Kind.SURVEY: frozenset(("code",)),
    Kind.TEST: frozenset(("printer",)),
}
"""What a template must show, or the paper would not do its work."""
