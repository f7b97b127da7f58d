"""Whose turn a job is: the second printer of a kiosk takes what the first cannot begin.

A job that waits is held by one printer. What was begun stays where it was begun, because bytes of it may
be there: only a printer that proved it void lets it wait again. All methods may be called from any
printer's thread.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from devices.printing.note import Note
from kiosk.domain.devices import PrinterState
from kiosk.ports import Clock, JobState, PrinterListener, PrintJob

RELIEF_SECONDS = 3.0
"""A job that its printer neither begins nor refuses for so long goes to one that can print."""
NEVER = float("-inf")


class Turns(Protocol):
    """One printer's place among those of a kiosk. `name` stands in the journal beside its claims."""

    name: str

    def deal(self, jobs: Sequence[PrintJob]) -> list[PrintJob]:
        """Of the jobs in the journal, those that are this printer's."""
        ...

    def holds(self, job: PrintJob) -> bool:
        """True while a job that waits is this printer's."""
        ...

    def begin(self, job: PrintJob) -> bool:
        """Take a job for good; False where another printer has it now."""
        ...

    def release(self, job: PrintJob) -> None:
        """A job that was begun waits again: nothing of it counts."""
        ...

    def moved(self, job: PrintJob, state: JobState) -> None:
        """A job that was begun came further, or ended."""
        ...

    def take_over(self) -> bool:
        """Take what others cannot begin; True where there was something."""
        ...

    def relieved(self) -> bool:
        """True while another printer can print what this one cannot."""
        ...

    def is_in(self, state: PrinterState, *, ready: bool) -> None:
        """What this printer is in now, and whether it could print at once."""
        ...


@dataclass(slots=True)
class Card:
    """Who holds a job, since when, and whether it was begun there."""

    holder: int
    since: float
    begun: bool


@dataclass(slots=True)
class Post:
    """One printer as the others see it."""

    state: PrinterState | None = None
    ready: bool = False
    moved_at: float = NEVER

    @property
    def out_of_service(self) -> bool:
        """True where it is known that nothing comes out of it now."""
        return self.state is not None and not self.state.can_print


class Rota:
    """The printers of one kiosk, in order of preference; the first one that can print is used."""

    def __init__(
        self,
        names: Sequence[str],
        listener: PrinterListener,
        clock: Clock,
        note: Note = lambda *_, **__: None,
    ) -> None:
        self._lock = threading.Lock()
        self._names = [name.replace(" ", "_") for name in names]
        self._listener = listener
        self._clock = clock
        self._note = note
        self._posts = [Post() for _ in names]
        self._cards: dict[int, Card] = {}
        self._ended: set[int] = set()
        """A list of open jobs may be older than the end of one of them."""
        self._told: PrinterState | None = None
        self.seats = [Seat(self, number, name) for number, name in enumerate(self._names)]

    @property
    def in_use(self) -> int:
        """The printer that would get a job now."""
        with self._lock:
            return self._preferred()

    @property
    def states(self) -> Sequence[PrinterState | None]:
        """What each printer is in, in their order; None until it told."""
        with self._lock:
            return [post.state for post in self._posts]

    def _preferred(self) -> int:
        usable = (number for number, post in enumerate(self._posts) if post.ready)
        hopeful = (number for number, post in enumerate(self._posts) if not post.out_of_service)
        return next(usable, next(hopeful, 0))

    # --- what seats ask ---

    def deal(self, seat: int, jobs: Sequence[PrintJob]) -> list[PrintJob]:
        """Those of `jobs` that are this seat's; one that nobody holds yet is given out."""
        with self._lock:
            alive = [job for job in jobs if job.id not in self._ended]
            for job in alive:
                if job.id not in self._cards:
                    self._cards[job.id] = self._card(job)
            return [job for job in alive if self._cards[job.id].holder == seat]

    def _card(self, job: PrintJob) -> Card:
        now = self._clock.monotonic()
        if job.state in (JobState.QUEUED, JobState.CLAIMED):
            return Card(self._first_choice(), now, begun=False)
        name = claimed_by(job.claim)
        holder = self._names.index(name) if name in self._names else 0
        return Card(holder, now, begun=True)

    def _first_choice(self) -> int:
        """The first printer, unless it is known that it cannot and another can."""
        return self._preferred() if self._posts[0].out_of_service else 0

    def holds(self, seat: int, job: int) -> bool:
        """True where a job is this seat's."""
        with self._lock:
            card = self._cards.get(job)
            return card is not None and card.holder == seat

    def begin(self, seat: int, job: int) -> bool:
        """See Turns."""
        with self._lock:
            card = self._cards.get(job)
            if card is None or card.holder != seat:
                return False
            card.begun = True
            self._posts[seat].moved_at = self._clock.monotonic()
            return True

    def release(self, job: int) -> None:
        """See Turns."""
        with self._lock:
            if (card := self._cards.get(job)) is not None:
                card.begun, card.since = False, self._clock.monotonic()

    def moved(self, seat: int, job: int, state: JobState) -> None:
        """See Turns."""
        with self._lock:
            if state.ended:
                self._cards.pop(job, None)
                self._ended.add(job)
            if state not in (JobState.STOPPED, JobState.CLEARING):
                self._posts[seat].moved_at = self._clock.monotonic()

    def take_over(self, seat: int) -> bool:
        """See Turns."""
        with self._lock:
            if not self._posts[seat].ready:
                return False
            taken = [card for card in self._cards.values() if self._may_take(seat, card)]
            for card in taken:
                card.holder, card.since = seat, self._clock.monotonic()
            return bool(taken)

    def _may_take(self, seat: int, card: Card) -> bool:
        if card.begun or card.holder == seat:
            return False
        holder = self._posts[card.holder]
        rests = self._clock.monotonic() - max(card.since, holder.moved_at)
        return holder.out_of_service or rests > RELIEF_SECONDS

    def relieved(self, seat: int) -> bool:
        """See Turns."""
        with self._lock:
            return any(post.ready for number, post in enumerate(self._posts) if number != seat)

    def is_in(self, seat: int, state: PrinterState, *, ready: bool) -> None:
        """See Turns; the kiosk hears of its best printer."""
        with self._lock:
            post = self._posts[seat]
            if state is not post.state and len(self._posts) > 1:
                self._note("printer.of-two", printer=self._names[seat], state=state)
            post.state, post.ready = state, ready
            best = self._posts[self._preferred()].state
            if best is None or best is self._told:
                return
            self._told = best
            # Under the lock, so that two changes are told in their order; the listener only takes note.
            self._listener.printer_changed(best)


class Seat:
    """Implements Turns for one of a rota's printers."""

    def __init__(self, rota: Rota, number: int, name: str) -> None:
        self._rota = rota
        self._number = number
        self.name = name

    def deal(self, jobs: Sequence[PrintJob]) -> list[PrintJob]:
        """See Turns."""
        return self._rota.deal(self._number, jobs)

    def holds(self, job: PrintJob) -> bool:
        """See Turns."""
        return self._rota.holds(self._number, job.id)

    def begin(self, job: PrintJob) -> bool:
        """See Turns."""
        return self._rota.begin(self._number, job.id)

    def release(self, job: PrintJob) -> None:
        """See Turns."""
        self._rota.release(job.id)

    def moved(self, job: PrintJob, state: JobState) -> None:
        """See Turns."""
        self._rota.moved(self._number, job.id, state)

    def take_over(self) -> bool:
        """See Turns."""
        return self._rota.take_over(self._number)

    def relieved(self) -> bool:
        """See Turns."""
        return self._rota.relieved(self._number)

    def is_in(self, state: PrinterState, *, ready: bool) -> None:
        """See Turns."""
        self._rota.is_in(self._number, state, ready=ready)


def signed(claim: str, name: str) -> str:
    """A claim that says whose it is; as it was where there is only one printer."""
    return f"{claim} {name}" if name else claim


def claimed_by(claim: str) -> str:
    """The printer that a claim names; empty where it names none."""
    words = claim.split(" ")
    return words[4] if len(words) > 4 else ""


def alone(listener: PrinterListener, clock: Clock) -> Seat:
    """The place of the only printer of a kiosk: all is its own, and it needs no name."""
    return Rota([""], listener, clock).seats[0]
