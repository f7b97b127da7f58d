"""A kiosk without a screen: the real store, spooler and sync loop, and citizens who never stop coming.

It runs in processes that are forked from one that has loaded everything, so that a life takes
milliseconds to begin: python -m tests.ledger.core SETTINGS-AS-JSON, then a line "serve", "dawdle" or
"drain" for each life. What a citizen was told is noted in a file before the next one comes. One that
dawdles rests after each step of a print job that it made durable: there a kill seldom falls by itself.
"""

import asyncio
import io
import json
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from config.settings import PrinterSettings
from devices.simulated.clock import OffsetClock
from kiosk.domain.codes import ticket_reference
from kiosk.domain.devices import InMouth, PaperOutcome, PrinterState
from kiosk.domain.enrolling import from_base32
from kiosk.domain.label import QueueCode
from kiosk.domain.model import TicketId, VisitId, uuid7
from kiosk.domain.paper import Paper
from kiosk.domain.papers.blocks import Number, Text
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.ticket import Assigned, Ticket, TicketDraft, spoken_code
from kiosk.domain.trust import QUARANTINE_SECONDS
from kiosk.http_central import HttpCentral, Route
from kiosk.log import Log
from kiosk.pinned import pinned_context
from kiosk.ports import JobState, NoReply, Stamp
from kiosk.printer_parts import Parts, escpos_printer
from kiosk.sqlite_store import SqliteStore
from tests.fakes import FakeKey
from tests.ledger.quiet import conversation, signer
from tests.samples import SERVICE
from ui.text import load_words

RESOURCES = Path(__file__).parents[2] / "resources"
WORDS = load_words(RESOURCES / "text")["id"]
SITE = ZoneInfo("Asia/Jakarta")
ASK_SECONDS = 0.5
MOST_WAIT_SECONDS = 0.2
PAPER_SECONDS_MOST = 5.0
LONGEST_REST_SECONDS = 0.3
SLOW_LINE = 960
"""Of this many bytes a second the spooler believes the printer to be: papers are words, not pictures."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a kiosk lives."""

    folder: str
    central: str
    ca_key: str
    printer: str
    clock_offset: float
    told: str
    """The file of what citizens were told."""


def route_of(place: Place) -> Route:
    """The way to the server of this place."""
    return Route(place.central, pinned_context(from_base32(place.ca_key)))


def paper(ticket: Ticket) -> Paper:
    """A short ticket."""
    return Paper(Kind.TICKET, str(ticket.label), (Number(str(ticket.label)), Text("Loket 3")))


class DawdlingStore(SqliteStore):
    """Rests after each step of a print job."""

    def move(
        self,
        job: int,
        state: JobState,
        *,
        attempt: int | None = None,
        detail: str = "",
        claim: str | None = None,
    ) -> None:
        """See PrintJournal."""
        super().move(job, state, attempt=attempt, detail=detail, claim=claim)
        threading.Event().wait(os.urandom(1)[0] / 255 * LONGEST_REST_SECONDS)


class Core:
    """Implements PrinterListener."""

    def __init__(self, place: Place, store: type[SqliteStore]) -> None:
        self._place = place
        self._clock = OffsetClock(place.clock_offset)
        self._clock.advance(QUARANTINE_SECONDS)
        self._store = store(Path(place.folder) / "ledger.sqlite", self._clock)
        self._loop = asyncio.get_running_loop()
        self._log = Log(io.StringIO(), self._clock.now)
        self._central = HttpCentral(
            route_of(place), self._store.installation, self._call_after, signer(self._clock.now)
        )
        self._sync = conversation(self._store, self._central, self._clock, 1, MOST_WAIT_SECONDS)
        address = PrinterSettings(kind="tcp", address=place.printer, bytes_per_second=SLOW_LINE)
        parts = Parts(RESOURCES, WORDS, self._store, self, self._clock, Path(place.folder))
        self._printer = escpos_printer(address, parts, self._log)
        self._ended = asyncio.Event()

    def _call_after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        return self._loop.call_later(seconds, call).cancel

    async def serve(self) -> None:
        """Serve citizens until killed."""
        syncing = asyncio.create_task(self._sync.run())
        self._printer.start()
        told = os.open(self._place.told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        while not syncing.done():
            label = await self._one_citizen()
            if label is not None:
                os.write(told, f"{label}\n".encode())

    async def drain(self) -> None:
        """Serve nobody; end when all is printed and told."""
        syncing = asyncio.create_task(self._sync.run())
        self._printer.start()
        while await self._store.outbox_size() or self._store.open_jobs():
            self._sync.wake()
            await self._a_while(0.05)
        syncing.cancel()

    async def _a_while(self, seconds: float) -> None:
        over = asyncio.Event()
        self._loop.call_later(seconds, over.set)
        await over.wait()

    async def _one_citizen(self) -> str | None:
        wish = self._wish()
        asked = os.urandom(1)[0] % 4 > 0  # the others find the authority silent
        answer = await self._central.assign(wish, ASK_SECONDS) if asked else NoReply("")
        given = answer if isinstance(answer, Assigned) else None
        stamp = Stamp(
            FakeKey().sign(ticket_reference(wish.id.bytes)), spoken_code(wish.id.bytes[-5:])
        )
        made = await self._store.record(wish, given, stamp, paper, own_allowed=True)
        if not isinstance(made, Ticket):
            await self._a_while(0.02)  # no slot yet
            return None
        self._ended.clear()
        self._printer.wake()
        self._sync.wake()
        handle = self._loop.call_later(PAPER_SECONDS_MOST, self._ended.set)
        await self._ended.wait()
        handle.cancel()
        return str(made.label)

    def _wish(self) -> TicketDraft:
        now = self._clock.now()
        new = uuid7(int(now.timestamp() * 1000), os.urandom(10))
        local = now.astimezone(SITE)
        return TicketDraft(
            TicketId(new), VisitId(new), SERVICE, QueueCode("K"), local.date(), local,
            priority=False, language="id",
        )  # fmt: skip

    # --- PrinterListener, from the printer's thread ---

    def printer_changed(self, state: PrinterState) -> None:
        """Nobody looks."""

    def job_changed(self, subject: UUID, outcome: PaperOutcome) -> None:
        """The citizen takes the paper, or what there is of it."""
        if outcome.left_the_printer or outcome is PaperOutcome.IN_DOUBT:
            self._loop.call_soon_threadsafe(self._ended.set)

    def mouth_changed(self, subject: UUID, told: InMouth) -> None:
        """The printer has no presenter."""


async def live(place: Place, how: str) -> None:
    """One life."""
    core = Core(place, DawdlingStore if how == "dawdle" else SqliteStore)
    await (core.drain() if how == "drain" else core.serve())


def fork(work: Callable[[], None]) -> None:
    """Begin a life, say its number, and say how it ended."""
    child = os.fork()
    if child == 0:
        code = 1
        os.dup2(2, 1)  # what it prints is not for whoever reads our lines
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    _say(child)
    _, status = os.waitpid(child, 0)
    _say(os.waitstatus_to_exitcode(status))


def _say(number: int) -> None:
    os.write(1, f"{number}\n".encode())


def main() -> None:
    """A life for each line."""
    place = Place(**json.loads(sys.argv[1]))
    spare = signer(OffsetClock(0.0).now)
    HttpCentral(route_of(place), UUID(int=0), lambda _, __: lambda: None, spare)  # httpx loads late
    for line in sys.stdin:
        how = line.strip()
        fork(lambda how=how: asyncio.run(live(place, how)))  # type: ignore[misc]


if __name__ == "__main__":
    main()
