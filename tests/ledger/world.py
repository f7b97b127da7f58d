"""A mall for a while: three kiosks, an authority, citizens, and all that can go wrong between them.

Time passes only when a step says so. The world keeps the papers that came out; what kiosks and authority
keep is compared with them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from typing import Any, Protocol

from kiosk.domain.label import AuthorityLabel, QueueCode, Slot
from tests.ledger.memory import LEASE_DAYS, MemoryAuthority, MemoryLedger
from tests.ledger.rules import Rules

KIOSKS = 3
QUEUES = (QueueCode("K"), QueueCode("KA"))
ZONES = tuple(timezone(timedelta(hours=hours)) for hours in (7, 8, 9))
START = datetime(2026, 8, 6, 2, 41, tzinfo=UTC)
BATCH_MOST = 3
MAIL_MOST = 6
DRAIN_ROUNDS = 60
DRAINS = 3


class Ledger(Protocol):
    """A kiosk's disk; see MemoryLedger."""

    machine: int
    counter: int
    confirmed: tuple[int, float] | None

    @property
    def installation(self) -> Any:  # a number in memory, a UUID on disk; nobody here looks into it
        ...

    @property
    def gone(self) -> int: ...

    @property
    def tickets(self) -> Mapping[int, tuple[date, str]]: ...
    def record(
        self,
        ticket: int,
        queue: QueueCode,
        at: datetime,
        given: AuthorityLabel | None,
        *,
        own: bool,
    ) -> str | None: ...
    def head(self) -> tuple[int, str]: ...
    def backlog(self, most: int) -> Any: ...
    def keep(self, leases: Mapping[date, Slot], epoch: int) -> None: ...
    def tell_former(self, authority: Any) -> None: ...
    def acknowledge(self, seq: int) -> None: ...
    def resend_from(self, seq: int) -> None: ...
    def hashes(self) -> list[str]: ...
    def renew(self, installation: int, machine: int) -> None: ...
    def copy(self) -> Any: ...
    def moved_to(self, machine: int) -> Any: ...
    def close(self) -> None: ...


class Authority(Protocol):
    """A server's database; see MemoryAuthority."""

    @property
    def epoch(self) -> int: ...
    @property
    def conflicts(self) -> int: ...
    def called(self) -> Mapping[int, tuple[date, str]]: ...
    def chain(self, installation: object) -> list[str]: ...
    def introduce(
        self, installation: Any, head: tuple[int, str], days: Iterable[date]
    ) -> tuple[Mapping[date, Slot], int] | None: ...
    def assign(
        self, installation: Any, ticket: int, queue: QueueCode, day: date
    ) -> AuthorityLabel | None: ...
    def take(self, batch: Any) -> tuple[str, int]: ...
    def copy(self) -> Any: ...
    def restored(self, backup: Any, epoch: int) -> Any: ...
    def close(self) -> None: ...


class Broken(Exception):
    """A promise was broken; the words say which, and by what steps."""


@dataclass(slots=True)
class Kiosk:
    """A machine: its clock, its boot, its process, and the disk in it."""

    number: int
    ledger: Ledger
    boot: int
    started: float = 0.0
    offset: float = 0.0
    by_ntp: bool = True
    linked: bool = True
    greeted: bool = False
    counter: int = 0
    images: list[Ledger] = field(default_factory=list)


@dataclass(slots=True)
class Seen:
    """What a rule may look at (rules.Machine)."""

    believed: bool
    running_seconds: float
    counters: tuple[int, int]


class World:
    """The mall. Each method but `check` and `drain` is one step of a walk."""

    def __init__(self, rules: Rules, zone: int = 0) -> None:
        self.rules = rules
        self.zone = ZONES[zone]
        self.now = 0.0
        self.names = 0
        self.authority = self._new_authority()
        self.epoch_beside = 0
        self.backups: list[Authority] = []
        self.kiosks = [self._kiosk(number) for number in range(KIOSKS)]
        self.papers: dict[tuple[date, str], int] = {}
        self.labels: dict[int, tuple[date, str]] = {}
        self.forgotten: set[int] = set()
        self.mail: list[Any] = []
        self.story: list[str] = []
        self.is_broken = False

    def _kiosk(self, number: int) -> Kiosk:
        return Kiosk(number, self._empty_ledger(number), self._name())

    def _empty_ledger(self, machine: int) -> Ledger:
        return MemoryLedger(self.rules, self._name(), machine)

    def _new_authority(self) -> Authority:
        return MemoryAuthority(self.rules)

    def _name(self) -> int:
        self.names += 1
        return self.names

    # --- what a kiosk knows of the time ---

    def _local(self, kiosk: Kiosk) -> datetime:
        return (START + timedelta(seconds=self.now + kiosk.offset)).astimezone(self.zone)

    def _seen(self, kiosk: Kiosk) -> Seen:
        return Seen(
            self._believed(kiosk), self.now - kiosk.started, (kiosk.ledger.counter, kiosk.counter)
        )

    def _own_allowed(self, kiosk: Kiosk) -> bool:
        at_home = self.rules.is_at_home(kiosk.ledger.machine, kiosk.number)
        return at_home and self.rules.own_allowed(self._seen(kiosk))

    def _believed(self, kiosk: Kiosk) -> bool:
        if kiosk.by_ntp:
            return True
        if kiosk.ledger.confirmed is None:
            return False
        boot, lead = kiosk.ledger.confirmed
        return boot == kiosk.boot and not self.rules.stepped(lead, kiosk.offset)

    # --- citizens ---

    def tap(self, number: int, queue: int, fate: str) -> None:
        """A citizen takes a number. The fate is the question's to the authority, or the kiosk's."""
        kiosk, ticket = self.kiosks[number], self._name()
        at = self._local(kiosk)
        given: AuthorityLabel | None = None
        own = self._own_allowed(kiosk)
        if kiosk.linked and at.date() == self._today():
            asked = kiosk.ledger.installation, ticket, QUEUES[queue], at.date()
            given = self.authority.assign(*asked)
            if fate == "asked twice" and self.authority.assign(*asked) != given:
                raise self._broken(f"N2: ticket {ticket} was given two numbers")
            if fate == "reply lost":
                given = None
        if fate == "crash before commit":
            self._count(kiosk, counts=given is None and own)
            self.restart(number)
            return
        label = self._recorded(kiosk, ticket, QUEUES[queue], at, given, own=own)
        if label is not None:
            self._paper(kiosk, ticket, at.date(), label)
        if fate == "crash after commit":
            self.restart(number)

    def _recorded(
        self,
        kiosk: Kiosk,
        ticket: int,
        queue: QueueCode,
        at: datetime,
        given: AuthorityLabel | None,
        *,
        own: bool,
    ) -> str | None:
        counts = given is None and own
        self._count(kiosk, counts=counts)
        label = kiosk.ledger.record(ticket, queue, at, given, own=own)
        if counts and self.rules.counts:
            kiosk.ledger.counter = kiosk.counter
        return label

    def _count(self, kiosk: Kiosk, *, counts: bool) -> None:
        kiosk.counter += counts and self.rules.counts

    def _today(self) -> date:
        return (START + timedelta(seconds=self.now)).astimezone(self.zone).date()

    def _paper(self, kiosk: Kiosk, ticket: int, day: date, label: str) -> None:
        self.story.append(f"paper {label} of {day} at kiosk {kiosk.number}")
        if self.papers.setdefault((day, label), ticket) != ticket:
            raise self._broken(f"I1: two papers say {label} on {day}")
        self.labels[ticket] = day, label

    # --- the line between them ---

    def link(self, number: int, *, up: bool) -> None:
        """The network comes or goes."""
        kiosk = self.kiosks[number]
        kiosk.linked = up
        kiosk.greeted = kiosk.greeted and up

    def sync(self, number: int, *, reply_lost: bool) -> None:
        """One exchange of the sync loop: hello if need be, then a batch."""
        kiosk = self.kiosks[number]
        if not kiosk.linked:
            return
        if not kiosk.greeted and not self._greeted(kiosk, reply_lost=reply_lost):
            return
        kiosk.ledger.tell_former(self.authority)
        batch = kiosk.ledger.backlog(BATCH_MOST)
        if not batch.links:
            return
        self.mail = [*self.mail[-MAIL_MOST:], batch]
        answer, number_of = self.authority.take(batch)
        if reply_lost:
            kiosk.greeted = False
            return
        match answer:
            case "acked":
                kiosk.ledger.acknowledge(number_of)
            case "resend":
                kiosk.ledger.resend_from(number_of)
            case "forked":
                self._renew(kiosk)
            case _:
                kiosk.greeted = False

    def _greeted(self, kiosk: Kiosk, *, reply_lost: bool) -> bool:
        ledger = kiosk.ledger
        if not self.rules.is_at_home(ledger.machine, kiosk.number):
            self._renew(kiosk)
        if self.rules.counts and ledger.counter != kiosk.counter:
            self._renew(kiosk)
        today = self._today()
        days = [today + timedelta(days=ahead) for ahead in range(LEASE_DAYS)]
        granted = self.authority.introduce(ledger.installation, ledger.head(), days)
        if reply_lost:
            return False
        if granted is None:
            self._renew(kiosk)
            return False
        leases, acked = granted
        if acked < ledger.gone:
            ledger.resend_from(1)
            self._renew(kiosk)
            return False
        if acked < ledger.head()[0]:
            ledger.resend_from(acked + 1)
        else:
            ledger.acknowledge(acked)
        ledger.keep(leases, self.authority.epoch)
        ledger.confirmed = (kiosk.boot, kiosk.offset) if self.rules.confirms(kiosk.offset) else None
        kiosk.by_ntp = kiosk.by_ntp and ledger.confirmed is not None
        kiosk.greeted = True
        return True

    def _renew(self, kiosk: Kiosk) -> None:
        kiosk.ledger.renew(self._name(), kiosk.number)
        kiosk.ledger.counter = kiosk.counter
        kiosk.greeted = False

    def redeliver(self, which: int) -> None:
        """A batch of before arrives once more, late and out of order; nobody hears the answer."""
        if self.mail:
            self.authority.take(self.mail[which % len(self.mail)])

    # --- machines and disks ---

    def restart(self, number: int) -> None:
        """The kiosk's program begins anew."""
        kiosk = self.kiosks[number]
        kiosk.started, kiosk.greeted = self.now, False

    def reboot(self, number: int) -> None:
        """Power was lost: nobody vouches for the clock."""
        kiosk = self.kiosks[number]
        kiosk.boot, kiosk.by_ntp = self._name(), False
        self.restart(number)

    def image(self, number: int) -> None:
        """Somebody keeps an image of the disk."""
        kiosk = self.kiosks[number]
        kiosk.images = [*kiosk.images[-1:], kiosk.ledger.copy()]
        if self.rules.counter_is_imaged:
            kiosk.images[-1].counter = kiosk.counter

    def restore(self, number: int, which: int) -> None:
        """An old image is put back."""
        kiosk = self.kiosks[number]
        if kiosk.images:
            image = kiosk.images[which % len(kiosk.images)]
            self._exchange(kiosk, image.moved_to(number))
            if self.rules.counter_is_imaged:
                kiosk.counter = kiosk.ledger.counter

    def clone(self, number: int, to: int) -> None:
        """The disk is copied into another machine."""
        if number != to:
            self._exchange(self.kiosks[to], self.kiosks[number].ledger.moved_to(to))

    def reinstall(self, number: int) -> None:
        """The kiosk begins with an empty disk."""
        kiosk = self.kiosks[number]
        fresh = self._empty_ledger(number)
        fresh.counter = kiosk.counter
        self._exchange(kiosk, fresh)

    def _exchange(self, kiosk: Kiosk, ledger: Ledger) -> None:
        gone, kiosk.ledger = kiosk.ledger, ledger
        self._forget(gone.tickets.keys() - self.authority.called().keys())
        gone.close()
        self.restart(kiosk.number)

    def _forget(self, missing: set[int]) -> None:
        """Tickets that lay only on what is gone: no rule can bring them back."""
        for kiosk in self.kiosks:
            missing -= kiosk.ledger.tickets.keys()
        self.forgotten |= missing

    # --- clocks ---

    def clock(self, number: int, seconds: float) -> None:
        """Somebody sets a kiosk's clock."""
        kiosk = self.kiosks[number]
        kiosk.offset += seconds
        kiosk.by_ntp = False

    def ntp(self, number: int) -> None:
        """A time server sets it right."""
        kiosk = self.kiosks[number]
        kiosk.offset, kiosk.by_ntp = 0.0, True

    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.now += seconds

    # --- the server ---

    def backup(self) -> None:
        """A copy of the database is kept."""
        self.backups = [*self.backups[-1:], self.authority.copy()]

    def recover(self, which: int) -> None:
        """The server is restored from a backup; the epoch lies beside it and goes on."""
        if not self.backups or self.epoch_beside == 9:
            return
        before = self.authority.called().keys()
        self.epoch_beside = self.rules.epoch_after_restore(self.epoch_beside)
        backup = self.backups[which % len(self.backups)]
        self.authority = self.authority.restored(backup, self.epoch_beside)
        self._forget(before - self.authority.called().keys())
        for kiosk in self.kiosks:
            kiosk.greeted = False

    # --- what must hold ---

    def drain(self) -> None:
        """All is well again, and every kiosk talks until it has told all."""
        for kiosk in self.kiosks:
            self.ntp(kiosk.number)
            kiosk.linked = True
        for _ in range(DRAINS):  # a copy that tells its past shows the other that it is one
            self._settle()
        self.check()

    def _settle(self) -> None:
        for kiosk in self.kiosks:
            kiosk.greeted = False
        for _ in range(DRAIN_ROUNDS):
            for kiosk in self.kiosks:
                self.sync(kiosk.number, reply_lost=False)
            if all(one.greeted and not one.ledger.backlog(1).links for one in self.kiosks):
                return

    def check(self) -> None:
        """Papers, ledgers and server agree (I2, I3, I4, I5 and N9)."""
        server, paper = self.authority.called(), self.labels
        for kiosk in self.kiosks:
            told = self.authority.chain(kiosk.ledger.installation)
            if told[kiosk.ledger.gone :] != kiosk.ledger.hashes():
                raise self._broken(
                    f"I5: the chain of kiosk {kiosk.number} is another at the server"
                )
            if kiosk.ledger.backlog(1).links:
                raise self._broken(f"I3: kiosk {kiosk.number} does not come to an end")
        missing = paper.keys() - server.keys() - self.forgotten
        if missing:
            raise self._broken(f"I2, I3: the server never heard of {missing}")
        if server.keys() - paper.keys():
            raise self._broken("I4: the server calls a ticket that has no paper")
        if any(paper[ticket] != label for ticket, label in server.items()):
            raise self._broken("I3: the server knows another label than the paper's")
        if self.authority.conflicts:
            raise self._broken("I1: two tickets at the server have one label")

    def _broken(self, words: str) -> Broken:
        self.is_broken = True
        return Broken("\n".join([words, *self.story]))


Step = tuple[object, ...]
JUMPS = (-86_400.0, -1200.0, -600.0, -9.0, -3.0, 4.0, 9.0, 300.0, 1200.0, 400 * 86_400.0)
PAUSES = (1.0, 5.0, 20.0, 35.0, 61.0, 66.0, 102.0, 300.0, 3600.0, 40_000.0)
FATES = ("answered", "answered", "reply lost", "asked twice", "crash before commit",
         "crash after commit")  # fmt: skip


def steps(dice: Random, count: int) -> Sequence[Step]:
    """A walk of at least so many steps, biased towards what breaks numbers.

    Most of it happens at one kiosk; a second helps or harms it. Now and then somebody puts back an old
    disk, while clocks are set.
    """
    favourite = dice.randrange(KIOSKS)
    walk: list[Step] = []
    while len(walk) < count:
        number = favourite if dice.random() < 0.7 else dice.randrange(KIOSKS)
        if dice.random() < 0.015:
            walk += _old_disk(dice, number)
        else:
            walk.append(_any_step(dice, number))
    return walk


def _any_step(dice: Random, number: int) -> Step:
    roll, one = dice.random(), dice.random()
    if roll < 0.34:
        return "tap", number, int(one > 0.9), dice.choice(FATES)
    if roll < 0.50:
        return "wait", dice.choice(PAUSES)
    if roll < 0.62:
        return "sync", number, one < 0.15
    if roll < 0.72:
        return "link", number, one < 0.35
    if roll < 0.76:
        return "image", number
    if roll < 0.81:
        return "restore", number, int(one * 8)
    if roll < 0.83:
        return "clone", number, dice.randrange(KIOSKS)
    if roll < 0.84:
        return "reinstall", number
    if roll < 0.88:
        return "clock", number, dice.choice(JUMPS)
    if roll < 0.91:
        return "ntp", number
    if roll < 0.93:
        return ("restart" if one < 0.5 else "reboot"), number
    if roll < 0.96:
        return "redeliver", int(one * 8)
    return ("backup",) if roll < 0.98 else ("recover", int(one * 8))


def _old_disk(dice: Random, number: int) -> list[Step]:
    """A number is given by one clock; the disk forgets it; another clock comes by the same minute."""
    jump = dice.choice(JUMPS)
    befores: list[list[Step]] = [[("clock", number, jump)], [("reboot", number)], []]
    afters: list[Step] = [("ntp", number), ("clock", number, jump), ("clock", number, -jump)]
    pause = dice.choice((62.0, 102.0, abs(jump)))
    return [
        *dice.choice(befores),
        ("link", number, True),
        ("sync", number, False),
        ("image", number),
        ("link", number, False),
        ("wait", 102.0),
        ("tap", number, 0, "answered"),
        dice.choice(afters),
        ("restore", number, 1),
        ("wait", pause),
        ("tap", number, 0, "answered"),
    ]


def play(world: World, walk: Sequence[Step]) -> World:
    """Take the steps, then let all be well. Raises Broken."""
    for step in walk:
        _take(world, step)
    world.drain()
    return world


def _take(world: World, step: Step) -> None:
    name, *given = step
    world.story.append(" ".join(map(str, step)))
    if name == "link":
        world.link(given[0], up=bool(given[1]))  # type: ignore[arg-type]  # a walk is data
    elif name == "sync":
        world.sync(given[0], reply_lost=bool(given[1]))  # type: ignore[arg-type]
    else:
        getattr(world, str(name))(*given)
