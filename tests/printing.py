"""The spooler's surroundings in memory: a journal that watches the order of things, a listener."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from uuid import UUID

import numpy as np
from PySide6.QtGui import QImage

from devices.printing.composer import (
    RASTER_LEAST_BYTES_PER_SECOND,
    Composer,
    JobBytes,
    Level,
    Marks,
    grey_of,
)
from devices.printing.escpos_text import TextForm
from devices.printing.layout import TicketLayout
from devices.printing.measures import measures_for
from devices.printing.note import Note
from devices.printing.pacing import Pacing
from devices.printing.profiles import GENERIC, PrinterProfile
from devices.printing.raster import threshold
from devices.printing.spooler import EscposPrinter
from devices.printing.typeset import register_fonts
from devices.simulated.printer_engine import Fault, PrinterEngine
from devices.simulated.printer_link import VirtualLink, VirtualTime
from devices.simulated.printer_mechanism import HEAD_TO_KNIFE_ROWS
from devices.simulated.printer_profiles import EPSON_T88, Profile
from devices.simulated.printer_tray import Strip, Tray
from kiosk.domain.devices import InMouth, PaperOutcome, PrinterState
from kiosk.domain.paper import Paper
from kiosk.ports import Clock, JobState, KioskError, PrintJob, QrEncoder
from kiosk.qr_symbols import qr_matrix
from tests.papers import design_ticket
from tests.printing_wires import Wire, WiredLink

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
encode_qr = lru_cache(maxsize=64)(qr_matrix)
SETTLED_SECONDS = 8.0
VOID_WORDS = ("TIKET BATAL", "Cetakan ini tidak berlaku.")
MAY_SEND = {JobState.SENDING, JobState.VOIDED, JobState.PRINTED, JobState.IN_DOUBT}


@dataclass(frozen=True, slots=True)
class Move:
    """One committed line of the journal."""

    job: int
    state: JobState
    attempt: int
    detail: str


class MemoryJournal:
    """Implements PrintJournal: an append-only list of moves."""

    def __init__(self) -> None:
        self.moves: list[Move] = []
        self.jobs: dict[int, PrintJob] = {}
        self.full = False
        self._happenings: dict[JobState, Callable[[], None]] = {}

    def when(self, state: JobState, happening: Callable[[], None]) -> None:
        """Let something happen as soon as a job is recorded to be in a state."""
        self._happenings[state] = happening

    def add(self, job: PrintJob) -> PrintJob:
        """A ticket was committed with its job."""
        self.jobs[job.id] = job
        return job

    def open_jobs(self) -> Sequence[PrintJob]:
        """See PrintJournal."""
        return [job for job in self.jobs.values() if not job.state.ended]

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
        if self.full:
            raise KioskError("disk full")
        held = self.jobs[job]
        assert not held.state.ended, "a job that ended stays ended"
        attempt = held.attempt if attempt is None else attempt
        claim = held.claim if claim is None else claim
        self.jobs[job] = replace(held, state=state, attempt=attempt, claim=claim)
        self.moves.append(Move(job, state, attempt, detail))
        self._happenings.get(state, lambda: None)()

    def states(self, job: int) -> list[JobState]:
        """The way of one job."""
        return [move.state for move in self.moves if move.job == job]


class MemoryOfPrinters:
    """Implements PrinterMemory."""

    def __init__(self) -> None:
        self.records: dict[str, str] = {}

    def recall(self, serial: str) -> str | None:
        """See PrinterMemory."""
        return self.records.get(serial)

    def keep(self, serial: str, record: str) -> None:
        """See PrinterMemory."""
        self.records[serial] = record


class Listener:
    """Implements PrinterListener: remembers what it was told and when, and lets a test wait."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._news = threading.Condition()
        self.states: list[PrinterState] = []
        self.told: list[tuple[float, UUID, PaperOutcome]] = []
        self.mouth: list[tuple[float, UUID, InMouth]] = []

    def printer_changed(self, state: PrinterState) -> None:
        """See PrinterListener."""
        with self._news:
            self.states.append(state)
            self._news.notify_all()

    def job_changed(self, subject: UUID, outcome: PaperOutcome) -> None:
        """See PrinterListener."""
        with self._news:
            self.told.append((self._clock.monotonic(), subject, outcome))
            self._news.notify_all()

    def mouth_changed(self, subject: UUID, told: InMouth) -> None:
        """See PrinterListener."""
        with self._news:
            self.mouth.append((self._clock.monotonic(), subject, told))
            self._news.notify_all()

    def outcomes(self, subject: UUID) -> list[PaperOutcome]:
        """What was told of one paper."""
        return [outcome for _, told, outcome in self.told if told == subject]

    def seconds_until(self, outcome: PaperOutcome) -> float:
        """When an outcome was told first."""
        return next(at for at, _, told in self.told if told is outcome)

    def until(self, happened: Callable[["Listener"], bool], seconds: float) -> bool:
        """Wait for something to be told; False when it was not in time."""
        with self._news:
            return self._news.wait_for(lambda: happened(self), seconds)


def witness_of(journal: MemoryJournal) -> Callable[[bytes], None]:
    """Sees each byte leave and looks whether the journal allowed it."""

    def look(data: bytes) -> None:
        if b"\x1dv0" in data or b"\x1dV" in data:
            states = {job.state for job in journal.jobs.values()}
            assert states & MAY_SEND, "printing before the claim was durable"

    return look


class WitnessLink(VirtualLink):
    """A link inside the process that is watched."""

    witness: Callable[[bytes], None]

    def send(self, data: bytes) -> int:
        """See Transport."""
        self.witness(data)
        return super().send(data)


def sample_paper(number: str = "K 027", qr: str = "") -> Paper:
    """The ticket of the design."""
    return design_ticket(
        number, qr or f"https://mpp.example.go.id/t/{number.replace(' ', '_') * 15}"
    )


def layout_for(width: int = 576, encode: QrEncoder = encode_qr) -> TicketLayout:
    """A layout with the real fonts; needs a QGuiApplication."""
    register_fonts(RESOURCES / "fonts")
    return TicketLayout(measures_for(width), encode, RESOURCES / "ticket")


def composer_for(
    width: int = 576, *, bytes_per_second: float = 1e6, feeds: bool = True
) -> Composer:
    """A composer with the real fonts; needs a QGuiApplication."""
    text = TextForm(measures_for(width))
    return Composer(layout_for(width), text, bytes_per_second=bytes_per_second, feeds=feeds)


def packed(image: QImage) -> bytes:
    """The dots of a picture as they are on paper, 8 a byte."""
    return np.packbits(threshold(grey_of(image)), axis=1).tobytes()


@lru_cache(maxsize=64)
def pictured(paper: Paper) -> tuple[bytes, bytes]:
    """The dots of a ticket, and of what voids it, as pictures; many runs print the same ones."""
    layout = layout_for()
    return packed(layout.ticket(paper)), packed(layout.void(VOID_WORDS, paper.number))


def fail_on_a_bug(event: str, **fields: object) -> None:
    """A log that ends the test where the spooler's thread met a bug."""
    assert event != "printer.failed", fields.get("error")


class Bench:
    """A spooler and a simulated printer in one process, on virtual time."""

    def __init__(
        self,
        profile: Profile = EPSON_T88,
        *,
        speed_mm: float = 250.0,
        answers: bool = True,
        bytes_per_second: float = 1e6,
        folder: Path | None = None,
        wire: Callable[[VirtualTime], Wire] | None = None,
        known: PrinterProfile = GENERIC,
        roll_mm: float | None = None,
    ) -> None:
        self.known, self.roll_mm, self.memory = known, roll_mm, MemoryOfPrinters()
        self.time = VirtualTime()
        self.engine = PrinterEngine(profile, 576, speed_mm, Tray(576, folder), qr_matrix)
        self.journal = MemoryJournal()
        self.listener = Listener(self.time)
        self.wire = wire(self.time) if wire is not None else None
        self.link = self._link()
        self.layout = layout_for()
        self.composer = composer_for(bytes_per_second=bytes_per_second, feeds=known.feeds)
        self.answers = answers
        self.bytes_per_second = bytes_per_second
        self.restarts: list[float] = []
        self.printer = self.new_printer()

    def _link(self) -> WitnessLink | WiredLink:
        witness = witness_of(self.journal)
        if self.wire is not None:
            return WiredLink(self.engine, self.time, self.wire, witness)
        link = WitnessLink(self.engine, self.time)
        link.witness = witness
        return link

    def new_printer(self, note: Note = fail_on_a_bug) -> EscposPrinter:
        """A spooler as after a start of the kiosk."""
        return EscposPrinter(
            self.link,
            self.composer,
            self.journal,
            self.listener,
            self.time,
            void_words=VOID_WORDS,
            answers=self.answers,
            profile=self.known,
            roll_mm=self.roll_mm,
            memory=self.memory,
            pacing=Pacing(),
            note=note,
        )

    def job(self, number: str = "K 027", state: JobState = JobState.QUEUED) -> PrintJob:
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
        )
        self.printer.wake()
        return self.journal.add(job)

    def job_after(self, seconds: float, number: str = "K 027") -> None:
        """Commit a ticket in so many seconds."""

        def commit() -> None:
            self.job(number)

        self.time.after(seconds, commit)

    def after(self, seconds: float, *faults: Fault) -> None:
        """Let things happen to the printer, in so many seconds."""
        for fault in faults:
            self.time.after(seconds, partial(self.engine.apply, fault))

    def run(self, seconds: float) -> None:
        """Let the spooler work for so many seconds, then stop it."""
        self.time.after(seconds, self.printer.close)
        self.printer.run()

    def run_until_settled(self, seconds: float) -> None:
        """Let the spooler work until nothing more can happen, at most so many seconds.

        At each of `restarts` the kiosk is killed and comes back.
        """
        for until in sorted(self.restarts):
            self.run(until - self.time.monotonic())
            self.restart()
        self.time.after(SETTLED_SECONDS, partial(self._look_if_settled, 0))
        self.run(seconds - self.time.monotonic())

    def _look_if_settled(self, times: int) -> None:
        """Close the spooler when for a while all had ended, and nothing is set to happen."""
        ended = all(job.state.ended for job in self.journal.jobs.values())
        times = times + 1 if ended and self.time.agenda_size <= 1 else 0
        if times > 1:
            self.printer.close()
        else:
            self.time.after(SETTLED_SECONDS, partial(self._look_if_settled, times))

    def restart(self) -> None:
        """The kiosk was killed and comes back; journal and printer stay as they are."""
        self.printer = self.new_printer()

    def whole_tickets(self, job: PrintJob) -> int:
        """How often a ticket is on paper as a whole and not voided, in the tray or hanging out."""
        return self.whole_papers(job.paper)

    def whole_papers(self, paper: Paper) -> int:
        """The same of a paper."""
        ticket, void = self.wanted(paper)
        hanging = self.engine.mechanism.hanging
        papers = [strip.rows.tobytes() for strip in self.strips] + [hanging.tobytes()]
        with_it = [paper for paper in papers if ticket in paper]
        return sum(paper.rpartition(void)[2].count(ticket) for paper in with_it)

    def wanted(self, paper: Paper) -> tuple[bytes, bytes]:
        """The dots of a ticket, and of what voids it: as a printer without faults makes them."""
        if self.raster:
            return pictured(paper)
        marks, level = Marks(b"Pabc", b"Cabc"), Level.STATUS
        words = self.composer.void(VOID_WORDS, paper.number, marks, level)
        return self._dots(self.composer.ticket(paper, marks, level)), self._dots(words)

    @property
    def raster(self) -> bool:
        """True where tickets are printed as pictures."""
        return self.bytes_per_second >= RASTER_LEAST_BYTES_PER_SECOND

    def _dots(self, job: JobBytes) -> bytes:
        engine = PrinterEngine(EPSON_T88, 576, 1e6, Tray(576), qr_matrix)
        engine.connected()
        for chunk in job.chunks:
            engine.receive(chunk)
            for _ in range(3):
                engine.advance(engine.due() if engine.due() < 1e6 else 0.0)
        while not engine.tray.strips:
            engine.advance(engine.due())
        return engine.tray.strips[0].rows[:-HEAD_TO_KNIFE_ROWS].tobytes()

    def ticket(self, number: str = "K 027") -> JobBytes:
        """What is sent for a ticket: for its length in bytes and rows."""
        return self.composer.ticket(sample_paper(number), Marks(b"Pabc", b"Cabc"), Level.PROCESS_ID)

    def dispose(self) -> None:
        """Let go of sockets and files."""
        if isinstance(self.link, WiredLink):
            self.link.dispose()

    @property
    def strips(self) -> list[Strip]:
        """What came out."""
        return self.engine.tray.strips
