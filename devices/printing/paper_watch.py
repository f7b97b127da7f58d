"""Watches the paper of one printer over its life: the roll, what was learned, and when to tell staff."""

from devices.printing.handshake import Facts
from devices.printing.note import Note
from devices.printing.paper_roll import PaperLeft, PaperRoll, PrinterRecord, record_of
from devices.printing.profiles import PrinterProfile
from devices.printing.status import Status
from devices.printing.yardstick import Yardstick
from kiosk.ports import KioskError, PrinterMemory

NO_SERIAL = "without serial"
"""One record for a printer that does not tell its own, with its name where a kiosk has two."""


def record_name(facts: Facts, printer: str = "") -> str:
    """What a printer's record is kept by; `printer` tells two without serial numbers apart."""
    return (
        facts.serial.decode("ascii", "replace")
        or f"{NO_SERIAL} {printer.replace(' ', '_')}".rstrip()
    )


class PaperWatch:
    """Used by the printer's thread; `left` may be read from any."""

    def __init__(
        self,
        profile: PrinterProfile,
        roll_mm: float,
        memory: PrinterMemory | None,
        yardstick: Yardstick,
        note: Note,
        name: str = "",
    ) -> None:
        self._profile = profile
        self._memory = memory
        self._yardstick = yardstick
        self._note = note
        self._facts: Facts | None = None
        self._name = name
        self._serial = ""
        self._status = Status()
        self._changed_before = False
        self.roll = PaperRoll(roll_mm)
        self.left: PaperLeft = self.roll.left

    def introduced(self, facts: Facts) -> None:
        """A printer said what it is; what was learned of it before holds on."""
        serial = record_name(facts, self._name)
        self._facts = facts
        if serial == self._serial:
            return
        self._serial = serial
        known = record_of(self._recalled(serial))
        self._yardstick.forget()
        self.roll = PaperRoll(self.roll.roll_mm)
        if known is not None:
            self._yardstick.lines_per_row = known.lines_per_row
            self.roll.used_mm, self.roll.ticket_mm = known.used_mm, known.ticket_mm
            self.roll.ever_mm, self.roll.alerted = known.ever_mm, known.alerted
            if self._changed_before:
                self.roll.changed()
            if known.level != facts.level:
                self._note("printer.changed", serial=serial, level=facts.level.name.lower())
        self._tell()
        self._keep()

    def printed(self, rows: int) -> None:
        """So many rows were sent, and cut off."""
        self.roll.printed(rows, self._profile.feed_to_cutter_mm)
        self._tell()
        self._keep()

    def look(self, status: Status) -> None:
        """The sensors now: a roll that ended, or was changed."""
        before, self._status = self._status, status
        if status.near_end and not before.near_end and self._profile.near_end_mm is not None:
            self.roll.near_end(self._profile.near_end_mm)
        ended = before.paper_end and not status.paper_end
        full_again = before.near_end and not status.near_end and not status.offline
        if (ended or full_again) and not status.near_end and not status.paper_end:
            self.roll.changed()
            self._changed_before = not self._serial
            self._note("printer.roll-changed", serial=self._serial, ever_mm=int(self.roll.ever_mm))
            self._keep()
        self._tell()

    def renewed(self) -> None:
        """A technician put a whole roll in, and saw paper come out."""
        self.roll.changed()
        self._note("printer.roll-changed", serial=self._serial, ever_mm=int(self.roll.ever_mm))
        self._keep()
        self._tell()

    def _tell(self) -> None:
        self.left = self.roll.left
        if (alert := self.roll.alert()) is not None:
            self._note("printer.paper-low", percent=alert.percent, tickets=alert.tickets)

    # --- memory ---

    def _recalled(self, serial: str) -> str | None:
        try:
            return self._memory.recall(serial) if self._memory is not None else None
        except KioskError as error:
            self._note("print-journal.failed", error=str(error))
            return None

    def _keep(self) -> None:
        if self._memory is None or self._facts is None:
            return
        facts, roll = self._facts, self.roll
        record = PrinterRecord(
            facts.model.decode("ascii", "replace"),
            int(facts.level),
            facts.clears,
            facts.counts_cuts,
            facts.counts_lines,
            self._yardstick.lines_per_row,
            roll.used_mm,
            roll.ticket_mm,
            roll.ever_mm,
            roll.alerted,
        )
        try:
            self._memory.keep(self._serial, record.text())
        except KioskError as error:  # an estimate is not worth a ticket
            self._note("print-journal.failed", error=str(error))
