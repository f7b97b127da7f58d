"""Kiosks of one site under visitors and faults for a long while, and the judgement of what is left.

Real processes: one central, and for each kiosk its window offscreen, printer, camera and network. What a
scripted visitor saw, what lies in the tray, the kiosk's ledger and the server's are compared at the end.
"""

import asyncio
import json
import re
import sqlite3
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from typing import Any
from uuid import UUID

from devices.simulated.control import ask
from kiosk.demo import Demo
from kiosk.walk import Walk, WalkFailed
from tests.fakes import soon

SIZE = (540, 960)
TEXT_BYTES_PER_SECOND = 50_000
"""So slow a line that tickets are printed as text: the strip's QR is then told by the printer."""
WARM_SECONDS = 120.0
SAMPLE_SECONDS = 5.0
SAMPLES_LEAST = 60
"""Five minutes: a process that was killed before has not shown every screen yet."""
RESTART_SECONDS = 1.0
DRAIN_SECONDS = 180.0
PAUSE_SECONDS = 3.0
IDENTITY_SHARE = 0.3
FAULT_GAP_SECONDS = (10.0, 30.0)
FAULT_SECONDS = (4.0, 15.0)
WAYS_HOME = ("done.finish", "paper.saved", "trouble.0", "survey.skip", "dialog.close", "dock.back")
OPEN_JOBS = "SELECT COUNT(*) FROM job WHERE state NOT IN ('done', 'expired', 'in-doubt')"
ENDS = "SELECT hex(subject), state FROM job WHERE kind = 'ticket' ORDER BY id"
TICKETS = "SELECT hex(id), label, code, spoken_code FROM ticket"
UNTOLD = "SELECT COUNT(*) FROM outbox WHERE state = 'new'"
VOID = "TIKETBATAL"
Row = Mapping[str, object]


# --- judging ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Left:
    """What one kiosk leaves: labels shown, tickets, ends of their jobs, codes on whole strips."""

    shown: Sequence[str]
    tickets: Sequence[Row]
    jobs: Sequence[Row]
    papers: Sequence[str]
    pieces: Sequence[str] = ()
    """Codes on strips that are not whole."""


def wrong(kiosks: Mapping[str, Left], server: Sequence[Row]) -> list[str]:
    """Every number that was lost or doubled between screen, paper, ledger and server, in words."""
    found = []
    labels = Counter(str(row["label"]) for left in kiosks.values() for row in left.tickets)
    found += [f"label {label} was given {n} times" for label, n in labels.items() if n > 1]
    issued = Counter(str(row["id"]) for row in server if row["state"] == "issued")
    known = {str(row["id"]) for left in kiosks.values() for row in left.tickets}
    found += [f"server has {n} of ticket {one}" for one, n in issued.items() if n > 1]
    found += [f"server never heard of ticket {one}" for one in sorted(known - issued.keys())]
    found += [f"no ledger has ticket {one}" for one in sorted(issued.keys() - known)]
    for name, left in kiosks.items():
        found += [f"{name}: {words}" for words in _wrong_here(left)]
    return found


def _wrong_here(left: Left) -> Iterable[str]:
    kept = {str(row["label"]) for row in left.tickets}
    yield from (f"{label} was shown and is not kept" for label in left.shown if label not in kept)
    papers = Counter(left.papers)
    ends = {str(job["ticket"]): str(job["state"]) for job in left.jobs}
    for row in left.tickets:
        count, end = papers.pop(str(row["code"]), 0), ends.get(str(row["id"]), "none")
        least, most = {"done": (1, 1), "expired": (0, 0), "in-doubt": (0, 1)}.get(end, (1, 0))
        if not least <= count <= most:
            pieces = left.pieces.count(str(row["code"]))
            yield f"{row['label']} ended as {end} and has {count} papers, {pieces} pieces"
    yield from (f"{count} papers of no ticket" for count in papers.values())


# --- one kiosk --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sample:
    """A kiosk's process at one time."""

    at: float
    process: int
    private_mb: float
    files: int


@dataclass(frozen=True, slots=True)
class Growth:
    """What one process of a kiosk took more at its end than once it was warm."""

    kiosk: str
    minutes: float
    megabytes: float
    files: int
    curve: tuple[float, ...]
    """Its MB, minute by minute."""

    def __str__(self) -> str:
        return (
            f"{self.kiosk} in {self.minutes:.0f} min {self.megabytes:+.1f} MB {self.files:+d} files"
        )


@dataclass(slots=True)
class Visited:
    """One kiosk with its visitor, its faults and what was seen of it."""

    name: str
    demo: Demo
    dies: bool
    random: Random
    shown: list[str] = field(default_factory=list)
    visits: int = 0
    broken_off: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    samples: list[Sample] = field(default_factory=list)

    async def visit_until(self, end: float) -> None:
        """One visit after another, whatever happens."""
        walk = self.demo.walk()
        while time.monotonic() < end:
            try:
                await self._visit(walk)
                self.visits += 1
            except WalkFailed as error:
                self.broken_off[re.sub(r"[^a-zA-Z ].*", "", str(error)).strip()] += 1
                await self._home(walk)
            await soon(PAUSE_SECONDS)

    async def _visit(self, walk: Walk) -> None:
        await walk.wait("S00")
        if self.random.random() < IDENTITY_SHARE:
            await walk.show(walk.fresh_ikd())
            try:
                await walk.wait("S02")
            finally:
                await walk.hide()
        else:
            await walk.tap("idle.take")
            await walk.tap("scan.without")
            await walk.wait("S02")
        view = (await walk.look())["view"]
        services = [str(tile["id"]) for tile in view["popular"]] if isinstance(view, dict) else []
        if not services:  # the screen has changed meanwhile
            raise WalkFailed("no services")
        label, _ = await walk.take_number(self.random.choice(services), None)
        self.shown.append(label)
        screen = (await walk.look())["screen"]
        await walk.tap("done.finish" if screen == "S09" else "paper.saved")
        await walk.wait("S00")

    async def _home(self, walk: Walk) -> None:
        """Leave as a visitor would; whoever finds no way waits until the kiosk goes home by itself."""
        with suppress(WalkFailed):
            await walk.hide()
            names = await _names(walk)
            if ways := [way for way in WAYS_HOME if way in names]:
                await walk.tap(ways[0])

    async def fail_until(self, end: float) -> None:
        """One fault after another, mended after a while."""
        kinds: dict[str, Callable[[float], Awaitable[None]]] = {
            "paper out": self._paper_out,
            "printer off": self._printer_off,
            "camera unplugged": self._camera_unplugged,
            "network cut": self._network_cut,
        }
        if self.dies:
            kinds["killed"] = self._killed
        while time.monotonic() < end:
            await soon(self.random.uniform(*FAULT_GAP_SECONDS))
            kind = self.random.choice(sorted(kinds))
            await kinds[kind](self.random.uniform(*FAULT_SECONDS))
            self.faults[kind] += 1

    async def _paper_out(self, seconds: float) -> None:
        await ask(self.demo.sockets.printer, "set", paper="out")
        await soon(seconds)
        await ask(self.demo.sockets.printer, "set", paper="full")

    async def _printer_off(self, seconds: float) -> None:
        await ask(self.demo.sockets.printer, "set", power=False)
        await soon(seconds)
        await ask(self.demo.sockets.printer, "set", power=True)

    async def _camera_unplugged(self, seconds: float) -> None:
        await ask(self.demo.sockets.camera, "fault", what="unplug")
        await soon(seconds)
        await ask(self.demo.sockets.camera, "fault", what="replug")

    async def _network_cut(self, seconds: float) -> None:
        state = self.random.choice(("refuse", "blackhole", "half", "html"))
        await ask(self.demo.sockets.network, "set", state=state)
        await soon(seconds)
        await ask(self.demo.sockets.network, "set", state="up")

    async def _killed(self, _: float) -> None:
        self.demo.processes.kill("kiosk")
        await soon(RESTART_SECONDS)  # as the unit says
        await self.demo.start_kiosk()

    async def watch_until(self, end: float) -> None:
        """Note memory and open files."""
        while time.monotonic() < end:
            with suppress(OSError):  # it is just being killed
                self.samples.append(_sample(self.demo.processes.id("kiosk")))
            await soon(SAMPLE_SECONDS)

    # --- what is left ---

    @property
    def data(self) -> Path:
        """The kiosk's folder."""
        return self.demo.folder / "kiosk"

    async def drained(self) -> None:
        """Wait until everything is told and printed or given up."""
        async with asyncio.timeout(DRAIN_SECONDS):
            while self._rows(OPEN_JOBS)[0][0] or self._rows(UNTOLD)[0][0]:
                await soon(SAMPLE_SECONDS / 10)

    async def left(self) -> Left:
        """What this kiosk leaves."""
        tickets = [
            {"id": str(UUID(hex=str(one))), "label": label, "code": code, "spoken": spoken}
            for one, label, code, spoken in self._rows(TICKETS)
        ]
        jobs = [
            {"ticket": str(UUID(hex=str(one))), "state": state} for one, state in self._rows(ENDS)
        ]
        strips = (await ask(self.demo.sockets.printer, "tray"))["strips"]
        last = {str(row["code"]): str(row["spoken"]) for row in tickets}
        lying = [
            (str(strip["qr"][0]), _is_whole(strip, last))
            for strip in (strips if isinstance(strips, list) else ())
            if strip["qr"]
        ]
        papers = [code for code, whole in lying if whole]
        pieces = [code for code, whole in lying if not whole]
        return Left(self.shown, tickets, jobs, papers, pieces)

    def _rows(self, query: str) -> list[tuple[object, ...]]:
        file = f"file:{self.data / 'ledger.sqlite'}?mode=ro"
        with closing(sqlite3.connect(file, uri=True)) as connection:
            return connection.execute(query).fetchall()

    def logged(self, event: str) -> list[Mapping[str, object]]:
        """Lines of the kiosk's log."""
        lines = (self.data / "kiosk.log").read_text("utf-8").splitlines()
        return [line for line in map(json.loads, lines) if line["event"] == event]

    def growth(self) -> Iterable[Growth]:
        """Of each process that lived long enough."""
        for process in dict.fromkeys(one.process for one in self.samples):
            lived = [one for one in self.samples if one.process == process]
            warm = [one for one in lived if one.at - lived[0].at > WARM_SECONDS]
            if len(warm) >= SAMPLES_LEAST:
                part = len(warm) // 4
                first, last = warm[:part], warm[-part:]
                yield Growth(
                    self.name,
                    (lived[-1].at - lived[0].at) / 60,
                    median(one.private_mb for one in last)
                    - median(one.private_mb for one in first),
                    round(median(one.files for one in last) - median(one.files for one in first)),
                    tuple(round(one.private_mb, 1) for one in lived[:: round(60 / SAMPLE_SECONDS)]),
                )


async def _names(walk: Walk) -> list[str]:
    """What can be touched."""
    names = (await walk.look())["names"]
    return [str(name) for name in names] if isinstance(names, list) else []


# Any: what the printer tells of its tray is JSON.
def _is_whole(strip: Mapping[str, Any], last: Mapping[str, str]) -> bool:
    """True for a ticket with its last line and not declared void, cut at once or only later."""
    text = "".join(str(strip["texts"]).split()).replace("-", "")
    spoken = last.get(str(strip["qr"][0]), "?").replace("-", "")
    return VOID not in text and (strip["state"] == "complete" or spoken in text)


def _sample(process: int) -> Sample:
    folder = Path(f"/proc/{process}")
    told = (folder / "smaps_rollup").read_text("ascii")
    private = sum(int(kb) for kb in re.findall(r"^Private_\w+:\s+(\d+) kB$", told, re.MULTILINE))
    return Sample(time.monotonic(), process, private / 1024, len([*(folder / "fd").iterdir()]))


# --- all of them ------------------------------------------------------------------------------


@dataclass(slots=True)
class Site:
    """The kiosks, the server's demo first."""

    kiosks: list[Visited]
    lateness: list[tuple[float, float]] = field(default_factory=list)
    """When this process itself was late, by the wall clock, and by how much: the machine was too busy."""

    async def live(self, seconds: float) -> None:
        """Visits and faults, then everything mended and told."""
        end = time.monotonic() + seconds
        async with asyncio.TaskGroup() as group:
            group.create_task(self._listen_to_the_machine(end))
            for kiosk in self.kiosks:
                group.create_task(kiosk.visit_until(end))
                group.create_task(kiosk.fail_until(end))
                group.create_task(kiosk.watch_until(end))
        for kiosk in self.kiosks:
            await kiosk.drained()

    async def _listen_to_the_machine(self, end: float) -> None:
        while (began := time.monotonic()) < end:
            await soon(1.0)
            if (late := time.monotonic() - began - 1.0) > 0.5:
                self.lateness.append((time.time(), late))

    def server_rows(self) -> list[Row]:
        """All tickets that central has."""
        file = f"file:{self.kiosks[0].demo.folder / 'central/central.db'}?mode=ro"
        with closing(sqlite3.connect(file, uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute("SELECT id, label, state FROM ticket")]
