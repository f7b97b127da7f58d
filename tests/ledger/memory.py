"""A kiosk's ledger and an authority in memory: they remember, and the rules decide."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from kiosk.domain import authority
from kiosk.domain.chain import GENESIS, chain
from kiosk.domain.label import (
    AuthorityLabel,
    Minute,
    OwnSeries,
    QueueCode,
    Slot,
    TicketLabel,
    parse_label,
)
from tests.ledger.rules import Rules

LEASE_DAYS = 7


class Link(NamedTuple):
    """A fact in a kiosk's chain: a ticket was printed. `id` stays when the chain is begun anew."""

    seq: int
    id: int
    ticket: int
    day: date
    label: str
    hash: str

    @property
    def body(self) -> str:
        """What is hashed."""
        return f"{self.id} {self.ticket} {self.day} {self.label}"


class Batch(NamedTuple):
    """Links on their way."""

    installation: int
    previous: str
    links: tuple[Link, ...]


@dataclass(slots=True)
class MemoryLedger:
    """What a kiosk keeps on its disk."""

    rules: Rules
    installation: int
    machine: int
    tickets: dict[int, tuple[date, str]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    acked: int = 0
    leases: dict[date, Slot] = field(default_factory=dict)
    places: dict[tuple[date, QueueCode], Minute] = field(default_factory=dict)
    newest: dict[date, datetime] = field(default_factory=dict)
    used: set[tuple[date, str]] = field(default_factory=set)
    counter: int = 0
    confirmed: tuple[int, float] | None = None
    """In which boot the authority confirmed the clock, and its lead then."""
    gone: int = 0
    """Here nothing is ever removed."""

    def moved_to(self, machine: int) -> "MemoryLedger":
        """The same disk in a machine."""
        return self.copy()

    def copy(self) -> "MemoryLedger":
        """The disk's image."""
        return MemoryLedger(
            self.rules, self.installation, self.machine, self.tickets.copy(), self.links.copy(),
            self.acked, self.leases.copy(), self.places.copy(), self.newest.copy(),
            self.used.copy(), self.counter, self.confirmed,
        )  # fmt: skip

    def record(
        self,
        ticket: int,
        queue: QueueCode,
        at: datetime,
        given: AuthorityLabel | None,
        *,
        own: bool,
    ) -> str | None:
        """Commit a ticket with its fact; its label, or None where there is none."""
        day = at.date()
        label: TicketLabel | None = given
        if given is None or (day, str(given)) in self.used:
            label = self._own(queue, at) if own else None
        if label is None:
            return None
        text = str(label)
        self.tickets[ticket] = day, text
        self.used.add((day, text))
        self.newest[day] = max(at, self.newest.get(day, at))
        self.links.append(self._linked(len(self.links) + 1, ticket, ticket, day, text))
        return text

    def _own(self, queue: QueueCode, at: datetime) -> TicketLabel | None:
        day = at.date()
        series = OwnSeries(
            self.leases.get(day), self.newest.get(day), self.places.get((day, queue))
        )
        label = self.rules.own_label(queue, at, series)
        if label is not None:
            self.places[day, queue] = label.place
        return label

    def _linked(self, seq: int, id_: int, ticket: int, day: date, label: str) -> Link:
        link = Link(seq, id_, ticket, day, label, "")
        return link._replace(hash=chain(self._hash_before(seq), link.body))

    def _hash_before(self, seq: int) -> str:
        return self.links[seq - 2].hash if seq > 1 else GENESIS

    def head(self) -> tuple[int, str]:
        """Number and hash of the newest fact."""
        return (self.links[-1].seq, self.links[-1].hash) if self.links else (0, GENESIS)

    def backlog(self, most: int) -> Batch:
        """What the authority has not acknowledged."""
        waiting = tuple(self.links[self.acked : self.acked + most])
        return Batch(self.installation, self._hash_before(self.acked + 1), waiting)

    def tell_former(self, authority: object) -> None:
        """There is nothing: a chain that is begun anew holds all that was told before."""

    def keep(self, leases: Mapping[date, Slot], epoch: int) -> None:
        """Slots that were granted."""
        self.leases.update(leases)

    def acknowledge(self, seq: int) -> None:
        """The authority has all facts up to one."""
        self.acked = max(seq, self.acked)

    def resend_from(self, seq: int) -> None:
        """It lost them from one on."""
        self.acked = min(seq - 1, self.acked)

    def hashes(self) -> list[str]:
        """The chain."""
        return [link.hash for link in self.links]

    def close(self) -> None:
        """Nothing to let go of."""

    def renew(self, installation: int, machine: int) -> None:
        """Begin the chain anew under another id, and send all of it again."""
        self.installation, self.machine = installation, machine
        self.leases, self.acked = {}, 0
        old, self.links = self.links, []
        for seq, link in enumerate(old, start=1):
            self.links.append(self._linked(seq, link.id, link.ticket, link.day, link.label))


@dataclass(slots=True)
class MemoryAuthority:
    """What a server keeps in its database, and the epoch that lies beside it."""

    rules: Rules
    epoch: int = 0
    issued: dict[int, tuple[date, str]] = field(default_factory=dict)
    assigned: dict[int, tuple[date, AuthorityLabel]] = field(default_factory=dict)
    holder: dict[tuple[date, str], int] = field(default_factory=dict)
    conflicts: int = 0
    counters: dict[tuple[date, QueueCode, int], int] = field(default_factory=dict)
    slots: dict[tuple[date, int], tuple[int, object]] = field(default_factory=dict)
    """Epoch and installation of a slot on a day."""
    chains: dict[object, list[str]] = field(default_factory=dict)
    """The hashes that are known of each installation."""
    facts: set[int] = field(default_factory=set)

    def close(self) -> None:
        """Nothing to let go of."""

    def restored(self, backup: "MemoryAuthority", epoch: int) -> "MemoryAuthority":
        """The database of then, in the epoch of now."""
        made = backup.copy()
        made.epoch = epoch
        return made

    def copy(self) -> "MemoryAuthority":
        """The database's backup."""
        return MemoryAuthority(
            self.rules, self.epoch, self.issued.copy(), self.assigned.copy(), self.holder.copy(),
            self.conflicts, self.counters.copy(), self.slots.copy(),
            {key: hashes.copy() for key, hashes in self.chains.items()}, self.facts.copy(),
        )  # fmt: skip

    def called(self) -> Mapping[int, tuple[date, str]]:
        """Day and label of every ticket that is called."""
        return self.issued

    def chain(self, installation: object) -> list[str]:
        """The hashes that are known of a ledger."""
        return self.chains.get(installation, [])

    def introduce(
        self, installation: object, head: tuple[int, str], days: Iterable[date]
    ) -> tuple[Mapping[date, Slot], int] | None:
        """Slots, and how far the chain is known; None where the ledger is refused."""
        known = self.chains.setdefault(installation, [])
        if known and self.rules.fenced((len(known), known[-1]), head):
            return None
        leases: dict[date, Slot] = {}
        wished: Slot | None = None
        for day in days:
            wished = self._slot(installation, day, wished)
            if wished is not None:
                leases[day] = wished
        return leases, len(known)

    def _slot(self, installation: object, day: date, wished: Slot | None) -> Slot | None:
        taken = {code: held for (on, code), held in self.slots.items() if on == day}
        for code, held in taken.items():
            if held == (self.epoch, installation):
                return Slot(code)
        slot = self.rules.free_slot(taken, self.epoch, wished)
        if slot is not None:
            self.slots[day, slot.code] = self.epoch, installation
        return slot

    def assign(
        self, installation: object, ticket: int, queue: QueueCode, day: date
    ) -> AuthorityLabel | None:
        """The ticket's number; the same ticket always gets the same."""
        if ticket in self.assigned:
            return self.assigned[ticket][1]
        if installation not in self.chains or ticket in self.issued:
            return None
        key = day, queue, self.epoch
        number = self.rules.number(self.epoch, self.counters.get(key, 0) + 1)
        if number is None:
            return None
        self.counters[key] = self.counters.get(key, 0) + 1
        label = AuthorityLabel(queue, number)
        self.assigned[ticket] = day, label
        return label

    def take(self, batch: Batch) -> tuple[str, int]:
        """How a batch was taken: `acked` up to a fact, `resend` from one, `forked` or `unknown`."""
        known = self.chains.get(batch.installation)
        if known is None:
            return "unknown", 0
        first = batch.links[0].seq if batch.links else 1
        if first > len(known) + 1:
            return "resend", len(known) + 1
        before = known[first - 2] if first > 1 else GENESIS
        if before != batch.previous:
            return "forked", 0
        for link in batch.links:
            if link.seq <= len(known):
                if known[link.seq - 1] != link.hash:
                    return "forked", 0
                continue
            if link.hash != chain(known[-1] if known else GENESIS, link.body):
                return "resend", len(known) + 1
            known.append(link.hash)
            self._issue(link)
        return "acked", len(known)

    def _issue(self, link: Link) -> None:
        if link.id in self.facts:
            return
        self.facts.add(link.id)
        label = parse_label(link.label)
        if isinstance(label, AuthorityLabel):
            epoch, count = authority.counted(label.number)
            key = link.day, label.queue, epoch
            self.counters[key] = max(count, self.counters.get(key, 0))
        self.issued[link.ticket] = link.day, link.label
        first = self.holder.setdefault((link.day, link.label), link.ticket)
        self.conflicts += first != link.ticket
