"""The first words on a connection: is anybody there, what is left over, what can it prove?

A new connection or a power cycle leaves the printer's parser in an unknown state, so nothing is
printed before its buffers were cleared or flushed.
"""

from dataclasses import dataclass

from devices.printing import commands
from devices.printing.composer import Level
from devices.printing.dialogue import Dialogue
from devices.printing.evidence import Reading
from devices.printing.pacing import Pacing

PROBE_ID = b"Pr0b"
READINGS_MOST = 5


@dataclass(frozen=True, slots=True)
class Facts:
    """What one connection's printer can do. `clears`: DLE DC4 8 was answered."""

    level: Level
    clears: bool
    serial: bytes = b""
    counts_cuts: bool = True
    counts_lines: bool = True
    model: bytes = b""

    def __str__(self) -> str:
        return f"level {self.level.name.lower()}"


def greet(dialogue: Dialogue) -> bool:
    """Ask for a sign of life, then drop what an earlier connection left; whether that was answered.

    Raises Silent.
    """
    dialogue.ask(dialogue.first_question)
    cleared = dialogue.clear()
    dialogue.poll()
    return cleared


def introduce(dialogue: Dialogue, pacing: Pacing, *, clears: bool) -> Facts | None:
    """Learn what the printer can prove; it must be online, for these are answered in order.

    None where it went offline meanwhile: its silence then says nothing of what it can.
    """
    dialogue.went_offline = False
    if not clears:
        dialogue.write(commands.FLUSH)
    dialogue.write(commands.INITIALISE + commands.AUTO_STATUS_ON)
    dialogue.listen_until(lambda: dialogue.automatic, pacing.answer)
    serial = dialogue.text(commands.SEND_SERIAL) or b""
    model = (dialogue.text(commands.SEND_MODEL) or b"") if serial else b""
    level = _probe(dialogue, pacing)
    cuts = level is Level.PROCESS_ID and _count(dialogue, commands.SEND_CUT_COUNT) is not None
    lines = cuts and _count(dialogue, commands.SEND_LINE_COUNT) is not None
    # What the printer did not understand may stand in its line as letters.
    dialogue.write(commands.INITIALISE + commands.AUTO_STATUS_ON)
    if dialogue.went_offline or dialogue.poll().stopped:
        return None
    return Facts(level, clears, serial, cuts, lines, model)


def _probe(dialogue: Dialogue, pacing: Pacing) -> Level:
    if dialogue.mark_comes(PROBE_ID):
        return Level.PROCESS_ID
    before = dialogue.barriers
    dialogue.write(commands.SEND_PAPER_STATE)
    if dialogue.listen_until(lambda: dialogue.barriers > before, pacing.answer):
        return Level.BARRIER
    return Level.STATUS


def read_counter(dialogue: Dialogue, facts: Facts) -> Reading | None:
    """The counters, read until they stand still; None where the printer went offline."""
    dialogue.went_offline = False
    cuts = _steady(dialogue, commands.SEND_CUT_COUNT) if facts.counts_cuts else None
    lines = _steady(dialogue, commands.SEND_LINE_COUNT) if facts.counts_lines else None
    return None if dialogue.went_offline else Reading(facts.serial, cuts, lines)


def _steady(dialogue: Dialogue, question: bytes) -> int | None:
    count = _count(dialogue, question)
    for _ in range(READINGS_MOST):
        again = _count(dialogue, question)
        if count is None or again == count:
            return again
        count = again
    return None


def _count(dialogue: Dialogue, question: bytes) -> int | None:
    text = dialogue.text(question)
    return int(text) if text is not None and text.isdigit() else None
