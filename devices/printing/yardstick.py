"""How far a printer's line counter moves with a ticket, learned from tickets that were proven.

What a "line" is differs by model, so nothing is assumed: two readings around a whole ticket tell.
The counter only ever lags (manuals: "approximate after errors or power off"), so an amount that it has
reached is paper that has moved, and one that it has not reached proves nothing.
"""

from math import ceil

from devices.printing.composer import JobBytes
from devices.printing.evidence import Reading

FEED_TO_CUTTER_ROWS = 112
"""What GS V 66 feeds at the least on an 80 mm printer: 14 mm."""
RASTER_HEAD = b"\x1dv0"


class Yardstick:
    """Learns one printer's lines a row; only pictures have a length known to the row."""

    def __init__(self) -> None:
        self.lines_per_row: float | None = None
        self._laid: tuple[Reading, int] | None = None

    def laid(self, before: Reading, job: JobBytes) -> None:
        """A ticket came out whole, `before` having been read before it."""
        self._laid = (before, job.rows) if _is_picture(job) else None

    def look(self, now: Reading) -> None:
        """A reading in which nothing but that ticket may have happened since."""
        if self._laid is None:
            return
        (before, rows), self._laid = self._laid, None
        if before.serial != now.serial or before.cuts is None or now.cuts != before.cuts + 1:
            return
        if before.lines is not None and now.lines is not None and now.lines > before.lines:
            self.lines_per_row = (now.lines - before.lines + 1) / (rows + FEED_TO_CUTTER_ROWS)

    def lines_needed(self, job: JobBytes) -> int | None:
        """By how much the counter moves at the least once all rows of `job` are out."""
        if self.lines_per_row is None or not _is_picture(job):
            return None
        return ceil(self.lines_per_row * job.rows) + 1

    def forget(self) -> None:
        """Another printer may stand there."""
        self.lines_per_row = self._laid = None


def _is_picture(job: JobBytes) -> bool:
    return any(RASTER_HEAD in chunk for chunk in job.chunks)
