"""How long the spooler waits for what; seconds throughout."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pacing:
    """Patience with a printer. The defaults are for real ones; a simulated one may be hurried."""

    answer: float = 1.0
    """For one answer; after `polls` times this without a sign of life the printer is silent."""
    polls: int = 3
    heartbeat: float = 1.0
    connect: float = 3.0
    clear: float = 3.0
    back_off: tuple[float, ...] = (1.0, 2.0, 5.0, 10.0)
    job_life: float = 90.0
    """A ticket that was not printed by then has no citizen waiting for it."""
    doubt: float = 8.0
    """After this with the link gone in the middle of a ticket the citizen is asked."""
    cutter_rest: float = 3.0
    """Between attempts to free the cutter."""
    pause_news: float = 90.0
    """Without any while the printer pauses, it is asked, or given up."""
    marker: float = 20.0
    """For a marker after the last byte, on top of the time that the rows take."""

    def pause(self, failures: int) -> float:
        """How long to stay away after so many failures in a row."""
        return self.back_off[min(failures, len(self.back_off)) - 1]


ROWS_PER_SECOND_LEAST = 480
"""60 mm/s: the slowest head on the market."""
CUTTER_ATTEMPTS = 3
ATTEMPTS_MOST = 3
