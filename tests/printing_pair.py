"""Two spoolers and two simulated printers at one kiosk, on one virtual clock and one journal.

Each spooler has its own thread, as in the kiosk, but only one runs at a time and hands on where it
would wait; so what happens is the same each time.
"""

import threading
from collections.abc import Callable
from functools import partial
from uuid import UUID

from devices.printing.pacing import Pacing
from devices.printing.several_printers import SeveralPrinters
from devices.printing.spooler import EscposPrinter
from devices.printing.transport import CALL_SECONDS_MOST
from devices.printing.turns import Rota
from devices.simulated.printer_engine import Fault, PrinterEngine
from devices.simulated.printer_link import VirtualLink, VirtualTime
from devices.simulated.printer_profiles import EPSON_T88, Profile
from devices.simulated.printer_tray import Tray
from kiosk.ports import JobState, PrintJob
from kiosk.qr_symbols import qr_matrix
from tests.printing import (
    VOID_WORDS,
    Listener,
    MemoryJournal,
    MemoryOfPrinters,
    composer_for,
    fail_on_a_bug,
    layout_for,
    packed,
    sample_paper,
)


class Worker:
    """One thread that runs only while it holds the baton."""

    def __init__(self, work: Callable[[], None], link: "TakingTurnsLink") -> None:
        self.link = link
        self.may_run = threading.Semaphore(0)
        self.rests = threading.Semaphore(0)
        self.ended = False
        self.error: BaseException | None = None
        self._work = work
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self.may_run.acquire()
        try:
            self._work()
        except BaseException as error:
            self.error = error
        self.ended = True
        self.rests.release()

    def step(self) -> None:
        """Let it run until it would wait."""
        self.may_run.release()
        self.rests.acquire()
        if self.error is not None:
            raise self.error
        if self.ended:
            self._thread.join()


class TakingTurnsLink(VirtualLink):
    """A link inside the process whose waiting lets the other printer's thread run."""

    worker: Worker
    until = 0.0
    to_send = False

    def wait(self, seconds: float, *, to_send: bool = False) -> bool:
        """See Transport."""
        self.until = self._time.monotonic() + max(0.0, min(seconds, CALL_SECONDS_MOST))
        self.to_send = to_send
        self._pump()
        if not self.runs:
            self.worker.rests.release()
            self.worker.may_run.acquire()
        return self._ready(to_send=to_send)

    @property
    def runs(self) -> bool:
        """True when its thread has something to do now."""
        return self._time.monotonic() >= self.until or self._ready(to_send=self.to_send)

    def pump(self) -> None:
        """Let the printer work, and bytes flow."""
        self._pump()

    @property
    def due(self) -> float:
        """When something happens here next."""
        return min(self.until, self._engine.due())


class Pair:
    """A kiosk with two printers."""

    def __init__(self, *profiles: Profile) -> None:
        self.time = VirtualTime()
        self.journal = MemoryJournal()
        self.listener = Listener(self.time)
        self.memory = MemoryOfPrinters()
        self.composer, self.layout = composer_for(), layout_for()
        first, second = profiles or (EPSON_T88, EPSON_T88)
        self.engines = [self._engine(first), self._engine(second)]
        self.links = [TakingTurnsLink(engine, self.time) for engine in self.engines]
        self.start()

    def _engine(self, profile: Profile) -> PrinterEngine:
        return PrinterEngine(profile, 576, 250.0, Tray(576), qr_matrix)

    def start(self) -> None:
        """The kiosk starts, or comes back; journal and printers stay as they are."""
        self.rota = Rota(["10.0.0.7:9100", "10.0.0.8:9100"], self.listener, self.time)
        self.spoolers = [self._spooler(number) for number in (0, 1)]
        self.printer = SeveralPrinters(self.rota, self.spoolers)

    def _spooler(self, number: int) -> EscposPrinter:
        return EscposPrinter(
            self.links[number],
            self.composer,
            self.journal,
            self.listener,
            self.time,
            void_words=VOID_WORDS,
            answers=self.engines[number].profile.real_time,
            memory=self.memory,
            pacing=Pacing(),
            turns=self.rota.seats[number],
            note=fail_on_a_bug,
        )

    def job(
        self, number: str = "K 027", state: JobState = JobState.QUEUED, claim: str = ""
    ) -> PrintJob:
        """Commit a ticket and its job now."""
        identity = len(self.journal.jobs) + 1
        job = PrintJob(
            id=identity,
            subject=UUID(int=identity),
            paper=sample_paper(number),
            made_at=self.time.now(),
            state=state,
            attempt=0,
            copy=False,
            claim=claim,
        )
        self.journal.add(job)
        self.printer.wake()
        return job

    def job_after(self, seconds: float, number: str = "K 027") -> None:
        """Commit a ticket in so many seconds."""

        def commit() -> None:
            self.job(number)

        self.time.after(seconds, commit)

    def after(self, seconds: float, fault: Fault, printer: int = 0) -> None:
        """Let something happen to a printer, in so many seconds."""
        self.time.after(seconds, partial(self.engines[printer].apply, fault))

    def run(self, seconds: float) -> None:
        """Let both spoolers work for so many seconds, then stop them."""
        end = self.time.monotonic() + seconds
        self.time.after(seconds, self._close)
        workers = []
        for spooler, link in zip(self.spoolers, self.links, strict=True):
            link.until = self.time.monotonic()
            link.worker = Worker(spooler.run, link)
            workers.append(link.worker)
        while alive := [worker for worker in workers if not worker.ended]:
            for link in self.links:
                link.pump()
            if ready := [worker for worker in alive if worker.link.runs]:
                for worker in ready:
                    worker.step()
                continue
            due = min(self.time.due(), *(worker.link.due for worker in alive))
            self.time.advance(max(due, self.time.monotonic() + 1e-6))
            assert self.time.monotonic() < end + 5, "a spooler does not end"

    def _close(self) -> None:
        for spooler in self.spoolers:
            spooler.begin_to_close()

    def whole_tickets(self, job: PrintJob) -> list[int]:
        """How often a ticket is on paper as a whole and not voided, by printer."""
        ticket = packed(self.layout.ticket(job.paper))
        void = packed(self.layout.void(VOID_WORDS, job.paper.number))
        return [self._count(engine, ticket, void) for engine in self.engines]

    def _count(self, engine: PrinterEngine, ticket: bytes, void: bytes) -> int:
        papers = [strip.rows.tobytes() for strip in engine.tray.strips]
        papers.append(engine.mechanism.hanging.tobytes())
        return sum(paper.rpartition(void)[2].count(ticket) for paper in papers)
