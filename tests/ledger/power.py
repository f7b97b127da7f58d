"""Power that is cut: what a program wrote is recorded, and disks are made that may be left of it.

What was synced is there. Of what was written since, any part may be: a write may be missing, or torn at
a sector, whatever came after it.
"""

import os
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.samples import ROOT

HEAD = struct.Struct("<cqqq")
SECTOR = 512
SECONDS_MOST = 120


def recorder(folder: Path) -> Path:
    """The recorder, built."""
    library = folder / "recorder.so"
    source = Path(__file__).with_name("recorder.c")
    build = ("gcc", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o")
    subprocess.run([*build, library, source, "-ldl"], check=True, timeout=SECONDS_MOST)
    return library


def preloaded(library: Path, files: Path, journal: Path, fault: Path) -> dict[str, str]:
    """The environment of a program that is recorded."""
    return {
        **os.environ,
        "LD_PRELOAD": str(library),
        "LEDGER_FOLDER": str(files),
        "LEDGER_JOURNAL": str(journal),
        "LEDGER_FAULT": str(fault),
        "PYTHONPATH": str(ROOT),
    }


@dataclass(frozen=True, slots=True)
class Call:
    """One call: w(rite), t(runcate), s(ync), u(nlink); or a(cknowledged), which is the program's word."""

    kind: str
    name: str
    offset: int
    data: bytes


def recorded(folder: Path, library: Path, synchronous: str, tickets: int) -> Sequence[Call]:
    """What the real store calls while it records tickets."""
    journal = folder / f"journal-{synchronous}"
    files = folder / synchronous
    program = [sys.executable, "-m", "tests.ledger.writing", str(files / "ledger.sqlite")]
    subprocess.run(
        [*program, str(journal), synchronous, str(tickets)],
        env=preloaded(library, files, journal, folder / "no-fault"),
        check=True,
        timeout=SECONDS_MOST,
    )
    return [*_calls(journal.read_bytes())]


def _calls(raw: bytes) -> Iterator[Call]:
    place = 0
    while place < len(raw):
        kind, name_length, offset, length = HEAD.unpack_from(raw, place)
        place += HEAD.size
        name = raw[place : place + name_length].decode()
        place += name_length
        has_data = kind == b"w"
        yield Call(kind.decode(), name, offset, raw[place : place + length] if has_data else b"")
        place += length if has_data else 0


@dataclass(slots=True)
class _File:
    synced: bytearray | None = None
    waiting: list[Call] = field(default_factory=list)

    def sync(self) -> None:
        content = self.synced or bytearray()
        for call in self.waiting:
            _apply(content, call)
        self.synced, self.waiting = content, []

    def left(self, dice: Random) -> bytearray | None:
        """What the disk may hold of it."""
        kept = dice.random()
        chosen = [call for call in self.waiting if dice.random() < kept]
        if self.synced is None and not chosen:
            return None
        content = bytearray(self.synced or b"")
        for call in chosen:
            for part in _torn(dice, call) if dice.random() < 0.3 else (call,):
                _apply(content, part)
        return content


def _apply(content: bytearray, call: Call) -> None:
    end = call.offset + len(call.data)
    if call.kind == "t":
        del content[call.offset :]
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[call.offset : end] = call.data


def _torn(dice: Random, call: Call) -> Iterator[Call]:
    if call.kind != "w":
        yield call
    for place in range(0, len(call.data), SECTOR):
        if dice.random() < 0.5:
            part = call.data[place : place + SECTOR]
            yield Call("w", call.name, call.offset + place, part)


Disk = dict[str, bytes]


def cut(calls: Sequence[Call], states: int, dice: Random) -> Iterator[tuple[Disk, set[str]]]:
    """Disks after a cut at random moments, and what had been acknowledged by then."""
    moments = sorted(dice.randrange(1, len(calls) + 1) for _ in range(states))
    files: dict[str, _File] = {}
    acknowledged: set[str] = set()
    done = 0
    for moment in moments:
        for call in calls[done:moment]:
            _happen(files, acknowledged, call)
        done = moment
        left = {name: file.left(dice) for name, file in files.items()}
        disk = {name: bytes(content) for name, content in left.items() if content is not None}
        yield disk, set(acknowledged)


def _happen(files: dict[str, _File], acknowledged: set[str], call: Call) -> None:
    if call.kind == "a":
        acknowledged.add(call.name)
        return
    file = files.setdefault(call.name, _File())
    if call.kind == "s":
        file.sync()
    elif call.kind == "u":
        file.synced, file.waiting = None, []
    else:
        file.waiting.append(call)


def syncs_per_ticket(calls: Sequence[Call]) -> float:
    """How often the disk is asked for a ticket, from the first to the middle one."""
    places = [place for place, call in enumerate(calls) if call.kind == "a"]
    part = calls[places[0] : places[len(places) // 2 - 1]]
    tickets = sum(call.kind == "a" for call in part)
    return sum(call.kind == "s" for call in part) / tickets
