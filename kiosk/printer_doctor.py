"""`kiosk doctor printer`: what only the hardware can settle, asked of the printer and written down.

Each line is a question, the printer's answer, and what it means for tickets; the sheet stays in the
kiosk's data folder, by the printer's serial number. Nothing is printed unless `--print` is given.
`--new-roll` leads a technician through a change of the roll. The kiosk itself must not run: a printer has
one owner.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from config.settings import PrinterLink, SettingsError, read_settings
from devices.clock import SystemClock
from devices.printing.composer import JobBytes, Level, Marks
from devices.printing.dialogue import BARRIER_GAP_SECONDS, Dialogue
from devices.printing.handshake import Facts, greet, introduce
from devices.printing.pacing import Pacing
from devices.printing.paper_roll import record_of
from devices.printing.paper_watch import record_name
from devices.printing.probe import GAP_MM, cut_strip
from devices.printing.roll_change import RollChange
from devices.printing.transport import LinkLost, Occupied, Port, Transport
from kiosk import RESOURCES
from kiosk.domain import wording
from kiosk.domain.devices import PrinterState, RollStep
from kiosk.domain.paper import Paper
from kiosk.domain.papers.blocks import Size, Text
from kiosk.domain.papers.kinds import Kind
from kiosk.domain.words import Words
from kiosk.ports import Clock, KioskError
from kiosk.printer_parts import device_of, owned_transport, printer_profile, text_composer
from kiosk.schema import FILE as LEDGER
from kiosk.sqlite_store import SqliteStore
from kiosk.whole_file import write_whole
from ui.text import load_words

MEANING = {
    Level.WRITTEN: "nothing is proven; tickets are told as sent",
    Level.PORT: "its port tells when paper is out; tickets are told as sent",
    Level.STATUS: "good status before and after; tickets are told as probably printed",
    Level.BARRIER: "answers in order; tickets are told as printed",
    Level.PROCESS_ID: "says when printing is completed; tickets are told as printed",
}
COUNTED_LATE_SECONDS = 0.5
"""What is read sooner after a cut may be the old count."""
Tell = Callable[[str, str, str], None]


def run(arguments: Sequence[str], say: Callable[[str], None] | None = None) -> int:
    """Ask the printer of a settings file everything; 0 where it can be relied on."""
    parser = argparse.ArgumentParser(prog="kiosk doctor printer", description=__doc__)
    parser.add_argument("--config", type=Path, required=True, help="settings file of the kiosk")
    parser.add_argument("--second", action="store_true", help="ask the second printer")
    parser.add_argument("--new-roll", action="store_true", help="lead through a change of the roll")
    parser.add_argument("--language", choices=("id", "en"), default="id", help="of the advice")
    parser.add_argument("--print", action="store_true", help="also print and cut a strip")
    options = parser.parse_args(arguments)
    say = say or _on_screen
    try:
        settings = read_settings(options.config)
    except SettingsError as error:
        say(str(error))
        return 2
    printer = settings.second_printer if options.second else settings.printer
    if printer.kind == "none":
        say(f"{'second_printer' if options.second else 'printer'}.kind is none: nothing to ask")
        return 2
    words = load_words(RESOURCES / "text")[options.language]
    name = device_of(printer) if settings.second_printer.kind != "none" else ""
    doctor = Doctor(printer, settings.data, SystemClock(), words, say, name)
    return doctor.new_roll() if options.new_roll else doctor.examine(cut=options.print)


class Doctor:
    """One printer of a kiosk that does not run, and who is told of it; `name` where there are two."""

    def __init__(
        self,
        settings: PrinterLink,
        data: Path,
        clock: Clock,
        words: Words,
        say: Callable[[str], None],
        name: str = "",
    ) -> None:
        self._settings = settings
        self._data = data
        self._clock = clock
        self._words = words
        self._say = say
        self._name = name
        self._sheet: list[str] = []

    def _tell(self, question: str, answer: str, meaning: str) -> None:
        line = f"{question:40} {answer:18} {meaning}".rstrip()
        self._sheet.append(line)
        self._say(line)

    def _advise(self, state: PrinterState) -> None:
        if state is not PrinterState.READY:
            self._say(self._words(f"tech.fix.{state}"))

    def examine(self, *, cut: bool) -> int:
        """Ask everything; the exit code."""

        def ask(dialogue: Dialogue, transport: Transport) -> int:
            _tell_port(transport.port(), self._tell)
            answers = self._settings.answers
            facts = _asked(dialogue, self._tell) if answers else _declared(transport, self._tell)
            if facts is not None and cut:
                _tell_cut(facts, dialogue, self._settings.width_dots, self._tell)
            if answers:
                self._advise(dialogue.status.state())
            if facts is None:
                return 1
            self._keep_sheet(facts)
            return 0 if facts.level >= Level.BARRIER else 1

        return self._with_printer(ask)

    def _keep_sheet(self, facts: Facts) -> None:
        """Written down, for who asks in a year."""
        name = record_name(facts, device_of(self._settings))
        sign = "".join(char if char.isalnum() else "-" for char in name)
        file = self._data / f"printer-{sign}.txt"
        head = f"{self._clock.now():%Y-%m-%d %H:%M} UTC, {device_of(self._settings)}"
        try:
            write_whole(file, "\n".join((head, *self._sheet, "")).encode())
        except OSError as error:
            self._say(f"{file}: not written ({error.strerror})")
        else:
            self._say(f"kept in {file}")

    def new_roll(self) -> int:
        """Lead through a change of the roll; the exit code."""
        if not self._settings.answers:
            self._say(
                "answers = false: change the roll from the technician's panel, by your own eyes"
            )
            return 2

        def change(dialogue: Dialogue, _: Transport) -> int:
            clears = greet(dialogue)
            tell = RollChange(dialogue, self._clock, Pacing(), self._strip, self._tell_step)
            facts = tell.run(clears=clears)
            self._advise(dialogue.status.state())
            if facts is None:
                return 1
            self._count_anew(facts)
            return 0

        return self._with_printer(change)

    def _with_printer(self, work: Callable[[Dialogue, Transport], int]) -> int:
        try:
            profile = printer_profile(self._settings, RESOURCES)
            transport = owned_transport(self._settings, self._clock, self._data)
        except (KioskError, OSError) as error:
            self._say(str(error))
            return 2
        dialogue = Dialogue(transport, self._clock, Pacing(), lambda: False, profile.status)
        try:
            dialogue.connect()
            return work(dialogue, transport)
        except Occupied as other:
            self._say(f"{other}: stop the kiosk first, a printer has one owner")
            return 2
        except LinkLost as lost:
            self._tell("does it answer?", "no", str(lost))
            self._advise(PrinterState.SILENT)
            return 1
        except KioskError as error:
            self._say(str(error))
            return 2
        finally:
            transport.close()

    # --- a new roll ---

    def _tell_step(self, step: RollStep) -> None:
        self._say(self._words(f"tech.roll.{step}"))

    def _strip(self, facts: Facts, marks: Marks) -> JobBytes:
        """A short strip, as text: this program has no pictures."""
        local = self._clock.now().astimezone()
        lines = (self._words("tech.roll.strip"), wording.stamp(self._words, local))
        blocks = tuple(Text(line, Size.LARGE, below=12) for line in lines)
        return text_composer(self._settings, RESOURCES).ticket(
            Paper(Kind.TEST, "TEST", blocks), marks, facts.level
        )

    def _count_anew(self, facts: Facts) -> None:
        """The odometer of this printer's roll stands at zero when the kiosk starts again."""
        store = SqliteStore(self._data / LEDGER, self._clock)
        try:
            name = record_name(facts, self._name)
            record = record_of(store.recall(name))
            if record is not None:
                store.keep(name, replace(record, used_mm=0.0, alerted=100).text())
        finally:
            store.close()


def _tell_port(port: Port | None, tell: Tell) -> None:
    """Only a USB port has a status of its own; it is all that a printer that says nothing has."""
    if port is None:
        return
    paper = "paper end" if port.paper_end else "paper"
    tell("what does its port say?", f"{paper}{', error' if port.error else ''}", "LPGETSTATUS")


def _declared(transport: Transport, tell: Tell) -> Facts:
    """What may be believed of a printer that says nothing: what its port tells, if anything."""
    port = transport.port()
    level = Level.PORT if port is not None and port.selected else Level.WRITTEN
    tell("does it answer?", "not asked", "answers = false in the settings")
    tell("what can it prove?", f"L{int(level)} {level.name.lower()}", MEANING[level])
    return Facts(level, clears=False, counts_cuts=False, counts_lines=False)


def _asked(dialogue: Dialogue, tell: Tell) -> Facts | None:
    """Ask for everything that bytes can tell; None where the printer cannot print now."""
    begun = dialogue.now
    cleared = greet(dialogue)
    status = dialogue.status
    tell("does it answer?", f"yes, {dialogue.now - begun:.2f} s", "status is known")
    standing = " while it stands" if status.stopped else ""
    tell(
        f"does DLE DC4 8 clear its buffers{standing}?",
        *_means(
            cleared,
            "a half-printed ticket can be voided",
            "a half-printed ticket waits in the printer",
        ),
    )
    tell("status", status.state(), "what its sensors say now")
    if status.stopped:
        tell("can it print now?", "no", "mend it first; the rest is asked in print order")
        return None
    facts = introduce(dialogue, Pacing(), clears=cleared)
    if facts is None:
        tell("can it print now?", "no", "it went offline while it was asked")
        return None
    _tell_facts(facts, dialogue, tell)
    return facts


def _tell_facts(facts: Facts, dialogue: Dialogue, tell: Tell) -> None:
    tell("model", facts.model.decode("ascii", "replace") or "not told", "")
    serial = facts.serial.decode("ascii", "replace")
    tell(
        "serial number",
        serial or "not told",
        "tells a swap" if serial else "another printer in its place is not noticed",
    )
    tell(
        "automatic status (GS a)?",
        *_means(
            dialogue.automatic,
            "faults are seen within 0.3 s",
            "it is asked each second: faults are seen within 1.5 s",
        ),
    )
    tell(
        "what can it prove?",
        f"L{int(facts.level)} {facts.level.name.lower()}",
        MEANING[facts.level],
    )
    tell(
        "cutter counter (GS g 2 178)?",
        *_means(facts.counts_cuts, "a doubt can be settled", "a doubt is put to the citizen"),
    )
    tell(
        "line counter (GS g 2 148)?",
        *_means(facts.counts_lines, "fewer tickets are voided", "a lost answer voids a ticket"),
    )


def _tell_cut(facts: Facts, dialogue: Dialogue, width_dots: int, tell: Tell) -> None:
    times = cut_strip(dialogue, facts, width_dots, Pacing())
    tell(
        "are both gaps on the strip alike?",
        f"measure: {GAP_MM} mm",
        "if only the lower one is right: feeds = false under [motion] of its file",
    )
    tell("is the short bar in the middle?", "look", "else tickets are not centred: tell us")
    if facts.level is Level.PROCESS_ID:
        _tell_mark(times.behind, tell)
    if times.moved is None:
        tell("did the counter move by one cut?", "not counted", "watch the knife")
        return
    good = "good" if times.moved == 1 else "do not trust it"
    tell("did the counter move by one cut?", str(times.moved), good)
    late = times.counted > COUNTED_LATE_SECONDS
    tell(
        "how soon does it show the cut?",
        f"{times.counted:.2f} s",
        "too late: a ticket that is out could be taken for void; tell us" if late else "good",
    )


def _tell_mark(behind: float | None, tell: Tell) -> None:
    """A mark that does not wait for the knife proves the rows and not the cut."""
    answer = "did not come" if behind is None else f"{behind:.2f} s"
    waits = behind is not None and behind >= BARRIER_GAP_SECONDS
    tell(
        "how late is the mark behind the cut?",
        answer,
        "it waits for the knife" if waits else "it does not prove the cut: tell us",
    )


def _means(answer: bool, yes: str, no: str) -> tuple[str, str]:
    """An answer, and what it means for tickets."""
    return ("yes", yes) if answer else ("no", no)


def _on_screen(line: str) -> None:
    sys.stdout.write(line + "\n")
