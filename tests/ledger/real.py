"""The same mall with the kiosk's own store on disk, and the server's own store and commands."""

import asyncio
import shutil
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from uuid import UUID

from central.refusal import Code, Refusal
from central.store import retention
from central.store.leases import Introduction, introduce
from central.store.ledger import Batch as SentBatch
from central.store.ledger import Link as SentLink
from central.store.ledger import Taken, take
from central.store.numbers import Given, Terms, Wish, assign
from central.store.sqlite import DATABASE, EPOCH, MARK
from central.store.sqlite import SqliteStore as CentralStore
from kiosk import ledger_command
from kiosk.domain.label import AuthorityLabel, QueueCode, Slot
from kiosk.domain.model import ServiceId, TicketId, VisitId, uuid7
from kiosk.domain.paper import Paper
from kiosk.domain.papers.blocks import Text
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.retention import began
from kiosk.domain.ticket import Assigned, Channel, Ticket, TicketDraft, spoken_code
from kiosk.ledger_command import FINE
from kiosk.ports import Digest, Grant, OutboxFact, Pushed, ResendFrom, Stamp
from kiosk.sqlite_store import SqliteStore
from kiosk.sqlite_writer import SqliteWriter
from tests.contract.world import begin_database
from tests.fakes import FakeCounter, FakeTime
from tests.ledger.rules import Rules
from tests.ledger.world import KIOSKS, START, Authority, Broken, Kiosk, Ledger, World

T = TypeVar("T")
Run = Callable[[Awaitable[T]], T]
KEY = bytes(32)
SERVICE = ServiceId("disdukcapil.ktp-el-hilang")
BITE = 3
COMPANIONS = ("", "-wal", "-shm")
MILLISECONDS = int(START.timestamp() * 1000)


def id_of(ticket: int) -> UUID:
    """The id of a citizen's wish."""
    return uuid7(MILLISECONDS, ticket.to_bytes(10, "big"))


def ticket_of(id_: UUID) -> int:
    """The citizen of an id."""
    return int.from_bytes(id_.bytes[-6:], "big")


def paper(ticket: Ticket) -> Paper:
    """As little as can be printed."""
    return Paper(Kind.TICKET, str(ticket.label), (Text(str(ticket.label)),))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A batch of facts on its way."""

    installation: UUID
    previous: str
    links: tuple[OutboxFact, ...]


class KioskTime(FakeTime):
    """What a kiosk's clock shows when it is looked at."""

    def show(self, now: datetime) -> None:
        """Set it."""
        self._now = now


@cache
def empty_ledger() -> bytes:
    """A ledger in which nothing was written yet, made once: hundreds of walks begin with three."""
    with TemporaryDirectory() as folder:
        SqliteWriter(Path(folder) / "ledger.sqlite", START).close()
        return (Path(folder) / "ledger.sqlite").read_bytes()


class RealLedger:
    """A ledger file in a folder of its own, open as long as its kiosk has it."""

    def __init__(self, world: "RealWorld", folder: Path, machine: int) -> None:
        self.machine = machine
        self.confirmed: tuple[int, float] | None = None
        self._world, self._folder = world, folder
        folder.mkdir(exist_ok=True)
        file = folder / "ledger.sqlite"
        if not file.exists():
            file.write_bytes(empty_ledger())
        self._time = KioskTime(START)
        self._store = SqliteStore(
            file,
            self._time,
            {f"machine-{machine}"},
            world.counters[machine] if world.rules.counts else None,
        )

    @property
    def counter(self) -> int:
        """What the file says of witness A."""
        noted = self._asked("SELECT value FROM meta WHERE key = 'witness'")
        return int(noted[0][0]) if noted else 0

    @counter.setter
    def counter(self, value: int) -> None:
        """The store has noted it by itself."""

    @property
    def installation(self) -> UUID:
        """Its id."""
        return self._store.installation

    @property
    def tickets(self) -> Mapping[int, tuple[date, str]]:
        """What the file says."""
        rows = self._asked("SELECT id, day, label FROM ticket")
        return {
            ticket_of(UUID(bytes=id_)): (date.fromisoformat(day), label) for id_, day, label in rows
        }

    def hashes(self) -> list[str]:
        """The chain in the file."""
        return [row[0] for row in self._asked("SELECT hash FROM outbox ORDER BY seq")]

    @property
    def gone(self) -> int:
        """The newest fact that it forgot."""
        return self._world.run(self._store.standing()).gone_seq

    def tidy(self, today: date) -> int:
        """Forget all that was told before a day, in bites; how many rows went."""
        waiting, called = self._waiting(), self._world.authority.called()
        untold = self.tickets.keys() - called.keys() - self._world.forgotten
        told = self._world.run(self._store.standing()).acked_seq
        self._world.run(self._store.keep_digest(Digest("", 1, told, "", {})))

        def age(connection: sqlite3.Connection) -> None:
            row = (today.isoformat(),)
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('horizon', ?)", row)

        self._store._writer.submit(age).result()
        removed = 0
        while bite := self._world.run(self._store.tidy(BITE)):
            removed += bite
            if self._waiting() != waiting or untold - self.tickets.keys():
                raise Broken("something was forgotten that nobody had been told")
            if not self.is_sound():
                raise Broken("what remains does not hang together")
        return removed

    def _waiting(self) -> list[Any]:
        new = "SELECT id FROM {} WHERE state = 'new' ORDER BY id"
        return self._asked(new.format("outbox")) + self._asked(new.format("former_fact"))

    def is_sound(self) -> bool:
        """What `kiosk ledger verify` says."""
        return ledger_command.run(["verify", str(self._folder / "ledger.sqlite")]) == FINE

    def _asked(self, query: str) -> list[Any]:
        with closing(sqlite3.connect(self._folder / "ledger.sqlite")) as connection:
            return connection.execute(query).fetchall()

    def record(
        self,
        ticket: int,
        queue: QueueCode,
        at: datetime,
        given: AuthorityLabel | None,
        *,
        own: bool,
    ) -> str | None:
        """Through the store's own door."""
        self._time.show(at)
        draft = TicketDraft(
            id=TicketId(id_of(ticket)), visit=VisitId(id_of(ticket)), service=SERVICE, queue=queue,
            day=at.date(), at=at, priority=False, language="id",
        )  # fmt: skip
        assigned = None if given is None else Assigned(given, 0, None)
        stamp = Stamp(f"code {ticket}", spoken_code(ticket.to_bytes(5, "big")))
        made = self._world.run(self._store.record(draft, assigned, stamp, paper, own_allowed=own))
        return str(made.label) if isinstance(made, Ticket) else None

    def head(self) -> tuple[int, str]:
        """Number and hash of the newest fact."""
        standing = self._world.run(self._store.standing())
        return standing.head_seq, standing.head_hash

    def backlog(self, most: int) -> Waiting:
        """What was not acknowledged."""
        waiting = self._world.run(self._store.backlog(most))
        return Waiting(self.installation, waiting.previous_hash, waiting.facts)

    def keep(self, leases: Mapping[date, Slot], epoch: int) -> None:
        """Slots that were granted."""
        self._world.run(self._store.keep_grant(Grant(START, epoch, leases, 0)))

    def tell_former(self, authority: "RealAuthority") -> None:
        """What waits from installations before, as the sync loop tells it."""
        while former := self._world.run(self._store.former_backlog(100)):
            batch = Waiting(former.installation, former.previous_hash, former.facts)
            answer, acked = authority.take(batch)
            if answer == "acked" and acked >= former.facts[0].seq:
                told = Pushed(acked, ())
                self._world.run(self._store.acknowledge_former(former.installation, told))
            else:
                self._world.run(self._store.carry_over(former.installation))

    def acknowledge(self, seq: int) -> None:
        """The authority has all facts up to one."""
        self._world.run(self._store.acknowledge(Pushed(seq, ())))

    def resend_from(self, seq: int) -> None:
        """It lost them from one on."""
        self._world.run(self._store.resend_from(ResendFrom(seq).seq))

    def renew(self, installation: int, machine: int) -> None:
        """Under the id that the store makes itself."""
        self._world.run(self._store.begin_installation("fenced"))

    def copy(self) -> "Image":
        """The files as they lie on the disk while the kiosk runs."""
        folder = self._world.new_folder()
        folder.mkdir()
        for ending in COMPANIONS[:2]:
            part = self._folder / f"ledger.sqlite{ending}"
            if part.exists():
                shutil.copyfile(part, folder / part.name)
        return Image(self._world, folder, self.confirmed)

    def moved_to(self, machine: int) -> "RealLedger":
        """The same disk in a machine."""
        return self.copy().moved_to(machine)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()


@dataclass(slots=True)
class Image:
    """The files of a ledger, in nobody's hands."""

    world: "RealWorld"
    folder: Path
    confirmed: tuple[int, float] | None

    def moved_to(self, machine: int) -> RealLedger:
        """A kiosk's disk made from it; the image stays."""
        folder = self.world.new_folder()
        shutil.copytree(self.folder, folder)
        made = RealLedger(self.world, folder, machine)
        made.confirmed = self.confirmed
        return made


class RealAuthority:
    """A server's database in a folder, with its epoch beside it."""

    def __init__(self, world: "RealWorld", folder: Path) -> None:
        self._world, self._folder = world, folder
        begin_database(folder)
        self._store = CentralStore(folder)
        self._store.open(START)

    def _write(self, command: Callable[[sqlite3.Connection], T]) -> T:
        return self._world.run(self._store.write(command))

    def _asked(self, query: str, *values: object) -> list[Any]:
        with closing(sqlite3.connect(self._folder / DATABASE)) as connection:
            return connection.execute(query, values).fetchall()

    @property
    def conflicts(self) -> int:
        """Labels that came twice."""
        found = self._asked("SELECT count(*) FROM ticket WHERE label_conflict > 0")
        return int(found[0][0])

    def called(self) -> Mapping[int, tuple[date, str]]:
        """Tickets that were told to be printed."""
        rows = self._asked("SELECT id, day, label FROM ticket WHERE state = 'issued'")
        return {ticket_of(UUID(id_)): (date.fromisoformat(day), label) for id_, day, label in rows}

    def chain(self, installation: object) -> list[str]:
        """The hashes that are known of a ledger."""
        query = "SELECT hash FROM fact WHERE installation = ? ORDER BY seq"
        return [row[0] for row in self._asked(query, str(installation))]

    def introduce(
        self, installation: UUID, head: tuple[int, str], days: Iterable[date]
    ) -> tuple[Mapping[date, Slot], int] | None:
        """The server's own command."""
        hello = Introduction(installation, "A-01", head[0], head[1], KEY, "0.1.0")
        today, epoch = next(iter(days)), self._store.epoch
        answer = self._write(lambda c: introduce(c, hello, today, epoch, START))
        if isinstance(answer, Refusal):
            return None
        return {lease.day: lease.slot for lease in answer.leases}, answer.acked_seq

    def assign(
        self, installation: UUID, ticket: int, queue: QueueCode, day: date
    ) -> AuthorityLabel | None:
        """The server's own command."""
        wish = Wish(
            id=id_of(ticket), installation=installation, visit=id_of(ticket), day=day, queue=queue,
            service=SERVICE, at=datetime.now(UTC), priority=False, language="id",
            channel=Channel.KIOSK,
        )  # fmt: skip
        terms = Terms(None, None, self._store.epoch, START)
        answer = self._write(lambda c: assign(c, wish, terms))
        return answer.label if isinstance(answer, Given) else None

    def take(self, batch: Waiting) -> tuple[str, int]:
        """The server's own command."""
        links = [SentLink(one.seq, one.id, one.kind, one.body, one.hash) for one in batch.links]
        sent = SentBatch(batch.installation, links[0].seq, batch.previous, links)
        answer = self._write(lambda c: take(c, sent, START))
        if isinstance(answer, Taken):
            assert all(verdict.status != "rejected" for verdict in answer.verdicts)
            return "acked", answer.acked_seq
        if answer.code is Code.CHAIN_BROKEN:
            assert answer.resend_from is not None
            return "resend", answer.resend_from
        return ("forked" if answer.code is Code.CHAIN_FORKED else "unknown"), 0

    def tidy(self, today: date) -> int:
        """Forget what was told before a day; tickets stay, for the walk counts them."""
        moment = began(today)
        return self._write(lambda c: retention._facts(c, moment, BITE))

    def copy(self) -> Path:
        """A backup, made while the server runs."""
        folder = self._world.new_folder()
        folder.mkdir()
        with (
            closing(sqlite3.connect(self._folder / DATABASE)) as mine,
            closing(sqlite3.connect(folder / DATABASE)) as other,
        ):
            mine.backup(other)
        return folder

    def restored(self, backup: Path, epoch: int) -> "RealAuthority":
        """A server on the backup, with what lies beside the database; it finds out by itself.

        A server that is told the epoch of before believes that nothing happened.
        """
        self.close()
        folder = self._world.new_folder()
        shutil.copytree(backup, folder)
        noticed = (EPOCH, MARK) if epoch > self.epoch else ()
        for name in noticed:
            shutil.copyfile(self._folder / name, folder / name)
        return RealAuthority(self._world, folder)

    @property
    def epoch(self) -> int:
        """The band it numbers in."""
        return self._store.epoch

    def close(self) -> None:
        """Let go of the files."""
        self._store.close()


class RealWorld(World):
    """The mall, on disk."""

    def __init__(self, rules: Rules, zone: int, folder: Path, loop: asyncio.Runner) -> None:
        self._folder, self._loop, self._folders = folder, loop, 0
        self.rules = rules
        self.counters = [FakeCounter() for _ in range(KIOSKS)]
        self.removed = 0
        super().__init__(rules, zone)

    def tidy(self, number: int) -> None:
        """A quiet night: the kiosk, if it is in touch, and the server forget what is older than today."""
        kiosk = self.kiosks[number]
        if kiosk.greeted:
            self.removed += kiosk.ledger.tidy(self._local(kiosk).date())  # type: ignore[attr-defined]
        self.removed += self.authority.tidy(self._today())  # type: ignore[attr-defined]

    def _own_allowed(self, kiosk: Kiosk) -> bool:
        """A counter is asked by the store, inside the commit."""
        if not self.rules.counts:
            return super()._own_allowed(kiosk)
        return self.rules.is_at_home(kiosk.ledger.machine, kiosk.number)

    def _count(self, kiosk: Kiosk, *, counts: bool) -> None:
        """The store moves the counter on; here only where a crash comes before its commit."""
        kiosk.counter = self.counters[kiosk.number].value

    def tap(self, number: int, queue: int, fate: str) -> None:
        """See World."""
        kiosk = self.kiosks[number]
        if fate == "crash before commit" and self.rules.counts and self._own_allowed(kiosk):
            self.counters[number].step(str(kiosk.ledger.counter))
        super().tap(number, queue, fate)
        kiosk.counter = self.counters[number].value

    def run(self, work: Awaitable[T]) -> T:
        """Wait for a store."""

        async def awaited() -> T:
            return await work

        return self._loop.get_loop().run_until_complete(awaited())

    def new_folder(self) -> Path:
        """The name of a folder that does not exist yet."""
        self._folders += 1
        return self._folder / str(self._folders)

    def _empty_ledger(self, machine: int) -> Ledger:
        return RealLedger(self, self.new_folder(), machine)

    def _new_authority(self) -> Authority:
        return RealAuthority(self, self.new_folder())

    def close(self) -> None:
        """Let go of all files."""
        self.authority.close()
        for kiosk in self.kiosks:
            kiosk.ledger.close()
