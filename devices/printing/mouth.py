"""The mouth of a presenter: a ticket that nobody takes is ejected or retracted, and counted."""

from devices.printing.dialogue import Dialogue
from devices.printing.note import Note
from devices.printing.profiles import Presenter
from devices.printing.transport import CALL_SECONDS_MOST
from kiosk.ports import Clock


class Mouth:
    """Watches the last ticket of a printer with a presenter; without one it is always empty."""

    def __init__(
        self, dialogue: Dialogue, clock: Clock, presenter: Presenter | None, note: Note
    ) -> None:
        self._dialogue = dialogue
        self._clock = clock
        self._presenter = presenter
        self._note = note
        self._since: float | None = None
        self.left_ever = 0

    def presented(self) -> None:
        """A ticket was cut, and waits to be taken."""
        if self._presenter is not None:
            self._since = self._clock.monotonic()

    @property
    def full(self) -> bool:
        """True while a ticket may hang there; the next one waits for it."""
        return self._since is not None

    def attend(self) -> None:
        """Look whether it was taken; clear the mouth when its time is over. Raises LinkLost."""
        presenter, since = self._presenter, self._since
        if presenter is None or since is None:
            return
        self._dialogue.poll()
        if not self._dialogue.status.waiting:
            self._since = None
            self._note("printer.ticket-taken", seconds=int(self._clock.monotonic() - since))
        elif self._clock.monotonic() - since >= presenter.seconds:
            self._dialogue.write(presenter.when_left)
            self._since = None
            self.left_ever += 1
            self._note("printer.ticket-left", times=self.left_ever)
        else:
            self._dialogue.listen(CALL_SECONDS_MOST)
