"""The printed name of a ticket, and the rules that keep two tickets from sharing one.

`K 027` is given by the authority; `K2 0934` is the kiosk's own series: queue code, slot, hour and
minute, and letters inside one minute. Labels are unique as printed strings.
"""

import re
from dataclasses import dataclass
from datetime import datetime, time
from itertools import product

ALPHABET = "KAMXURHFWL"
"""Letters that neither look like a digit nor rhyme when called in Indonesian."""

_QUEUE = re.compile(rf"[{ALPHABET}]{{1,2}}")
_AUTHORITY = re.compile(rf"([{ALPHABET}]{{1,2}}) ([0-9]{{3}}|[1-9][0-9]{{3}})")
_OWN = re.compile(
    rf"([{ALPHABET}]{{1,2}})([1-9][0-9]?) ([0-9]{{2}})([0-9]{{2}})([{ALPHABET}]{{0,2}})"
)

SUFFIXES = ("", *ALPHABET, *("".join(pair) for pair in product(ALPHABET, repeat=2)))
"""In order of use inside one minute."""


@dataclass(frozen=True, slots=True, order=True)
class QueueCode:
    """One or two letters of ALPHABET; names a queue for ever."""

    letters: str

    def __post_init__(self) -> None:
        if not _QUEUE.fullmatch(self.letters):
            raise ValueError(f"not a queue code: {self.letters!r}")

    def __str__(self) -> str:
        return self.letters


def queue_codes() -> tuple[QueueCode, ...]:
    """All codes in order of use: ten single letters, then pairs of different letters, then doubles."""
    pairs = ["".join(pair) for pair in product(ALPHABET, repeat=2)]
    pairs.sort(key=lambda pair: pair[0] == pair[1])
    return tuple(QueueCode(letters) for letters in (*ALPHABET, *pairs))


@dataclass(frozen=True, slots=True)
class AuthorityLabel:
    """A number given by the site's authority: three digits in epoch 0, four after a restore."""

    queue: QueueCode
    number: int

    def __post_init__(self) -> None:
        if self.number % 1000 == 0 or not 1 <= self.number <= 9999:
            raise ValueError(f"not a ticket number: {self.number}")

    def __str__(self) -> str:
        return f"{self.queue} {self.number:03d}"


@dataclass(frozen=True, slots=True)
class Slot:
    """A kiosk's leased code: 1-9 in epoch 0, two digits e*10+1..9 in epoch e."""

    code: int

    def __post_init__(self) -> None:
        if not 1 <= self.code <= 99 or self.code % 10 == 0:
            raise ValueError(f"not a slot: {self.code}")

    def __str__(self) -> str:
        return str(self.code)


@dataclass(frozen=True, slots=True, order=True)
class Minute:
    """A place inside a kiosk's own series: minutes since local midnight, then the suffix's rank."""

    minute: int
    rank: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.minute < 24 * 60 or not 0 <= self.rank < len(SUFFIXES):
            raise ValueError(f"not a place in the series: {self.minute}, {self.rank}")


@dataclass(frozen=True, slots=True)
class OwnLabel:
    """A number from the kiosk's own series."""

    queue: QueueCode
    slot: Slot
    place: Minute

    def __str__(self) -> str:
        hour, minute = divmod(self.place.minute, 60)
        return f"{self.queue}{self.slot} {hour:02d}{minute:02d}{SUFFIXES[self.place.rank]}"


TicketLabel = AuthorityLabel | OwnLabel


def parse_label(text: str) -> TicketLabel:
    """Read a printed label. Raises ValueError for anything else."""
    if given := _AUTHORITY.fullmatch(text):
        return AuthorityLabel(QueueCode(given[1]), int(given[2]))
    if own := _OWN.fullmatch(text):
        moment = time(int(own[3]), int(own[4]))
        place = Minute(moment.hour * 60 + moment.minute, SUFFIXES.index(own[5]))
        return OwnLabel(QueueCode(own[1]), Slot(int(own[2])), place)
    raise ValueError(f"not a ticket label: {text!r}")


def next_place(last: Minute | None, local: time) -> Minute | None:
    """The next place of a queue's own series at `local`, or None where the clock went back (rule N4).

    `last` is the place used last for this business day and queue.
    """
    now = local.hour * 60 + local.minute
    if last is None or now > last.minute:
        return Minute(now)
    if now == last.minute and last.rank + 1 < len(SUFFIXES):
        return Minute(now, last.rank + 1)
    return None


@dataclass(frozen=True, slots=True)
class OwnSeries:
    """What a ledger knows when it is asked for an own label: its slot of the day, its newest ticket of
    the day, and the place that the queue used last."""

    slot: Slot | None
    newest: datetime | None
    last: Minute | None


def own_label(queue: QueueCode, at: datetime, series: OwnSeries) -> OwnLabel | None:
    """The next label of the own series at `at` in the site's zone, or None (rules N4, N5)."""
    went_back = series.newest is not None and at < series.newest
    if series.slot is None or went_back:
        return None
    place = next_place(series.last, at.timetz().replace(tzinfo=None))
    return None if place is None else OwnLabel(queue, series.slot, place)
