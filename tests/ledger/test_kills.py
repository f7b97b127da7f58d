"""kill -9 of the kiosk and of the server at random moments: paper, ledger and server tell the same."""

import json
import os
import select
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from central.clock import SystemClock
from central.store.sqlite import DATABASE
from central.tls import Certificates
from devices.simulated.control import ControlClient
from kiosk.domain.enrolling import base32
from tests.contract.world import CATALOGUE, NOW
from tests.ledger.core import WORDS, Place
from tests.ledger.report import Counted
from tests.samples import ROOT
from tests.scanning import simulator
from tests.signing import let_in

PATIENCE = 60.0
VOID_ENDS = WORDS("tkt.void.keep")
SPEED_MM = 20_000
PRINTER = """
import sys
from devices.simulated.printer import run
sys.exit(run(sys.argv[1:]))
"""


class Lives:
    """A program that lives many lives, one at a time."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            bufsize=0,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        self._child = 0

    def begin(self, how: str = "serve") -> None:
        """Begin a life."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{how}\n".encode())
        self._child = self._said()

    def _said(self) -> int:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the program that lives is gone"
        return int(line)

    def ends_within(self, seconds: float) -> bool:
        """Wait so long at most; whether it ended by itself."""
        assert self._process.stdout is not None
        return bool(select.select([self._process.stdout], [], [], seconds)[0])

    def kill(self) -> None:
        """kill -9."""
        os.kill(self._child, signal.SIGKILL)
        assert self._said() == -signal.SIGKILL

    def ended(self) -> int:
        """Wait for its end; the exit code."""
        assert self.ends_within(PATIENCE), "it does not come to an end"
        return self._said()

    def close(self) -> None:
        """No more lives."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()


@dataclass(frozen=True, slots=True)
class Mall:
    """A kiosk, a server and a printer, all of them processes."""

    folder: Path
    kiosk: Lives
    server: Lives
    printer: ControlClient

    def papers(self) -> Counter[str]:
        """How often each label lies whole in the tray; what stands above TIKET BATAL does not count."""
        strips: Any = self.printer.ask("tray")["strips"]
        whole = [strip["texts"] for strip in strips if strip["state"] == "complete"]
        return Counter(
            text
            for texts in whole
            for text in texts[_voided(texts) :]
            if text.startswith("K") and text[-1:].isalnum() and " " in text
        )

    def voids(self) -> int:
        """How many strips say that what stands above does not count."""
        strips: Any = self.printer.ask("tray")["strips"]
        return sum(_voided(strip["texts"]) > 0 for strip in strips)

    def ledger(self) -> list[str]:
        """The labels of the kiosk's ledger."""
        return _labels(self.folder / "kiosk/ledger.sqlite", "SELECT label FROM ticket")

    def issued(self) -> list[str]:
        """The labels that central calls."""
        query = "SELECT label FROM ticket WHERE state = 'issued'"
        return _labels(self.folder / "central" / DATABASE, query)

    def told(self) -> list[str]:
        """What citizens were told."""
        return (self.folder / "told").read_text().splitlines()


def _voided(texts: list[str]) -> int:
    """How many lines of a strip end with those that void it."""
    ends = [place for place, text in enumerate(texts, 1) if text == VOID_ENDS]
    return max(ends, default=0)


def _is_own(label: str) -> bool:
    """True for a label of the kiosk's own series."""
    return label.split()[0][-1].isdigit()


def _labels(file: Path, query: str) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [label for (label,) in connection.execute(query)]


def free_port() -> int:
    """One below those that the kernel gives to clients: a client must not take it while we are dead."""
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with closing(socket.socket()) as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


@contextmanager
def mall(folder: Path) -> Iterator[Mall]:
    """All of it, until the block ends."""
    offset = (NOW - SystemClock().now()).total_seconds()
    port = free_port()
    let_in(folder / "central", NOW)
    ca_key = Certificates(folder / "central", ["127.0.0.1"], SystemClock().now()).ca_key
    tray = ("--tray", str(folder / "tray"), "--port", "0", "--speed-mm", str(SPEED_MM))
    site = ("--data", str(folder / "central"), "--catalogue", str(CATALOGUE))
    clock = ("--clock-offset", str(offset), "--port", str(port))
    with (
        simulator(PRINTER, folder / "printer.sock", *tray) as printer,
        closing(Lives("tests.ledger.server", "serve", *site, *clock)) as server,
    ):
        place = Place(
            folder=str(folder / "kiosk"),
            central=f"https://127.0.0.1:{port}",
            ca_key=base32(ca_key),
            printer=f"127.0.0.1:{printer.ready['port']}",
            clock_offset=offset,
            told=str(folder / "told"),
        )
        with closing(Lives("tests.ledger.core", json.dumps(asdict(place)))) as kiosk:
            yield Mall(folder, kiosk, server, printer.control)


def judged(mall: Mall, kills: int) -> str:
    """Compare paper, ledger, server, and what citizens were told."""
    mall.kiosk.begin("drain")
    assert mall.kiosk.ended() == 0
    papers, voids = mall.papers(), mall.voids()
    ledger, issued, told = mall.ledger(), mall.issued(), mall.told()
    mall.server.kill()
    assert [label for label, times in papers.items() if times > 1] == []
    assert len(set(ledger)) == len(ledger)
    assert set(papers) <= set(ledger)
    assert set(told) <= set(ledger)
    assert sorted(issued) == sorted(ledger)
    own = sum(_is_own(label) for label in ledger)
    assert 0 < own < len(ledger)
    assert len(papers) > kills / 10
    return (
        f"{kills} kills, {len(ledger)} tickets ({own} own), {len(papers)} papers, "
        f"{voids} voided strips, "
        f"{len(told)} seen by citizens: 0 doubled, 0 lost, 0 unknown to the server"
    )


def first_paper(mall: Mall) -> float:
    """How many seconds a kiosk on this machine, as busy as it is, needs from its start to a paper."""
    began = time.monotonic()
    mall.kiosk.begin()
    assert mall.printer.ask("wait", strips=1, seconds=PATIENCE)["reached"]
    mall.kiosk.kill()
    return time.monotonic() - began


def first_number(mall: Mall) -> float:
    """How many seconds a server here needs from its start until a number of its own is on paper."""
    began, strips = time.monotonic(), 0
    mall.server.begin()
    while all(_is_own(label) for label in mall.papers()):
        strips += 1
        assert mall.printer.ask("wait", strips=strips, seconds=PATIENCE)["reached"]
    mall.server.kill()
    return time.monotonic() - began


def kiosk_killed(folder: Path, times: int, seed: int) -> str:
    """Kill the kiosk so often, in lives as short as one ticket or a few."""
    dice = Random(seed)
    with mall(folder) as place:
        place.server.begin()
        short = first_paper(place) / 3  # the first life has most to do
        for _ in range(times):
            place.kiosk.begin(dice.choice(("serve", "dawdle")))
            longest = dice.choice((short, short, 4 * short))
            assert not place.kiosk.ends_within(dice.uniform(0.01, longest))
            place.kiosk.kill()
        return judged(place, times)


def server_killed(folder: Path, times: int, seed: int) -> str:
    """Kill the server so often, while the kiosk serves."""
    dice = Random(seed)
    with mall(folder) as place:
        place.kiosk.begin()
        longest = max(0.8, 0.8 * first_number(place))
        for _ in range(times):
            place.server.begin()
            assert not place.server.ends_within(dice.uniform(0.2, longest))
            place.server.kill()
        place.kiosk.kill()
        place.server.begin()
        return judged(place, times)


def test_a_kiosk_killed_a_hundred_times(tmp_path: Path, counted: Counted) -> None:
    counted(kiosk_killed(tmp_path, 100, 0))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1, 5))
def test_a_kiosk_killed_a_thousand_times(tmp_path: Path, counted: Counted, seed: int) -> None:
    counted(kiosk_killed(tmp_path, 250, seed))


def test_a_server_killed_thirty_times(tmp_path: Path, counted: Counted) -> None:
    counted(server_killed(tmp_path, 30, 0))


@pytest.mark.soak
@pytest.mark.parametrize("seed", [1, 2])
def test_a_server_killed_three_hundred_times(tmp_path: Path, counted: Counted, seed: int) -> None:
    counted(server_killed(tmp_path, 150, seed))
