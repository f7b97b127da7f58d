"""The mouth of a presenter: who forgets a ticket is called, one nobody takes is ejected or retracted."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from devices.printing.dialogue import Dialogue
from devices.printing.note import Note
from devices.printing.profiles import Presenter
from devices.printing.transport import CALL_SECONDS_MOST
from kiosk.domain.devices import InMouth
from kiosk.ports import Clock

REACH_SECONDS = 5.0
"""So long a hand takes that reaches for its ticket; nobody is called before."""


@dataclass(slots=True)
class Held:
    """What hangs there, since when, and whether its visitor is being called."""

    subject: UUID
    since: float
    called: bool = False


class Mouth:
    """Watches the last ticket of a printer with a presenter; without one it is always empty."""

    def __init__(
        self,
        dialogue: Dialogue,
        clock: Clock,
        presenter: Presenter | None,
        note: Note,
        tell: Callable[[UUID, InMouth], None],
    ) -> None:
        self._dialogue = dialogue
        self._clock = clock
        self._presenter = presenter
        self._note = note
        self._tell = tell
        self._held: Held | None = None
        self.left_ever = 0

    def presented(self, subject: UUID) -> None:
        """A ticket was cut, and waits to be taken."""
        if self._presenter is not None:
            self._held = Held(subject, self._clock.monotonic())

    @property
    def full(self) -> bool:
        """True while a ticket may hang there; the next one waits for it."""
        return self._held is not None

    def attend(self) -> None:
        """Look whether it was taken; clear the mouth when its time is over. Raises LinkLost.

        A printer that is stopped clears nothing: what hangs there waits until it goes on.
        """
        presenter, held = self._presenter, self._held
        if presenter is None or held is None:
            return
        self._dialogue.poll()
        status = self._dialogue.status
        waited = self._clock.monotonic() - held.since
        if not status.waiting:
            self._held = None
            self._note("printer.ticket-taken", seconds=int(waited))
            if held.called:
                self._tell(held.subject, InMouth.TAKEN)
        elif waited >= presenter.seconds and not status.stopped:
            self._dialogue.write(presenter.when_left)
            self._held = None
            self.left_ever += 1
            self._note("printer.ticket-left", times=self.left_ever)
            self._tell(held.subject, InMouth.LEFT)
        else:
            if waited >= REACH_SECONDS and not held.called:
                held.called = True
                self._tell(held.subject, InMouth.WAITS)
            self._dialogue.listen(CALL_SECONDS_MOST)
