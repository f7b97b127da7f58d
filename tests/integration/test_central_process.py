"""The server as it is run: a process that is started, talked to, killed and started again."""

import json
import os
import signal
import ssl
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from central.clock import SystemClock
from central.tls import ADDRESS
from kiosk.domain.enrolling import from_base32
from kiosk.pinned import pinned_context
from tests.contract.world import CATALOGUE, NOW, asked, example
from tests.signing import SignedAs, let_in

PATIENCE = 20
OFFSET = NOW - SystemClock().now()
KILLED_AFTER = (3, 17, 29)


@dataclass(frozen=True, slots=True)
class Running:
    """A server process and the way to it."""

    process: subprocess.Popen[bytes]
    url: str
    tls: ssl.SSLContext
    client: httpx.Client

    def post(self, path: str, body: object) -> httpx.Response:
        """Post JSON to an address of the wire."""
        return self.client.post(f"/api/v1{path}", json=body)

    def get(self, path: str) -> Any:
        """Get JSON from an address of the wire."""
        return self.client.get(f"/api/v1{path}").json()

    def end(self, by: signal.Signals) -> int:
        """Send a signal and return the exit code."""
        self.process.send_signal(by)
        return self.process.wait(PATIENCE)


def command(folder: Path, *more: str) -> list[str]:
    site = [
        "--data",
        str(folder),
        "--catalogue",
        str(CATALOGUE),
        f"--clock-offset={OFFSET.total_seconds()}",
    ]
    return [sys.executable, "-m", "central", "serve", *site, *more]


@contextmanager
def serving(folder: Path) -> Iterator[Running]:
    let_in(folder, SystemClock(OFFSET).now())
    process = subprocess.Popen(command(folder), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    with process:
        assert process.stdout is not None
        try:
            ready = json.loads(process.stdout.readline())
            tls = pinned_context(from_base32(ready["ca_key"]))
            auth = SignedAs(lambda: SystemClock(OFFSET).now())
            with httpx.Client(
                base_url=ready["url"], verify=tls, auth=auth, timeout=PATIENCE
            ) as client:
                yield Running(process, ready["url"], tls, client)
        finally:
            process.kill()


def meet(server: Running) -> None:
    reply = server.post("/device/session", example("device_session")["request"]["body"])
    assert reply.status_code == 200, reply.text


def test_acknowledged_tickets_survive_every_kill(tmp_path: Path) -> None:
    labels: dict[str, str] = {}
    number = 0
    for answers in KILLED_AFTER:
        with serving(tmp_path) as server:
            meet(server)
            number = _ask_until_killed(server, number, answers, labels)

    with serving(tmp_path) as server:
        again = [server.post("/tickets", asked(n)) for n in range(number) if str(n) in labels]
        known = {ticket["label"] for ticket in server.get("/today")["tickets"]}

    assert [reply.status_code for reply in again] == [200] * len(labels)
    assert [reply.json()["label"] for reply in again] == list(labels.values())
    assert set(labels.values()) <= known
    assert len(set(labels.values())) == len(labels)


def _ask_until_killed(server: Running, first: int, acks: int, labels: dict[str, str]) -> int:
    """Ask from four kiosks at once, kill after so many answers; return the next number."""
    answered = threading.Semaphore(0)

    def ask(number: int) -> tuple[int, str | None]:
        try:
            reply = server.post("/tickets", asked(number))
        except httpx.TransportError:
            return number, None
        answered.release()
        return number, reply.json()["label"]

    wanted = range(first, first + acks + 8)
    with ThreadPoolExecutor(4) as kiosks:
        answers = [kiosks.submit(ask, number) for number in wanted]
        for _ in range(acks):
            assert answered.acquire(timeout=PATIENCE)
        server.end(signal.SIGKILL)
    for number, label in sorted(answer.result() for answer in answers):
        if label is not None:
            labels[str(number)] = label
    return wanted.stop


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_is_told_to_stop_ends_well_with_a_page_open(
    tmp_path: Path, by: signal.Signals
) -> None:
    with serving(tmp_path) as server, closing(_events(server)) as events:
        assert next(events) == "retry: 2000"

        code = server.end(by)

        assert code == 0


def _events(server: Running) -> Generator[str]:
    with server.client.stream("GET", "/events") as reply:
        yield from (line for line in reply.iter_lines() if line)


def test_a_server_that_crashes_leaves_no_dump_of_its_memory(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        assert psutil.Process(server.process.pid).rlimit(psutil.RLIMIT_CORE) == (0, 0)


def test_an_open_page_hears_of_a_new_ticket(tmp_path: Path) -> None:
    with serving(tmp_path) as server, closing(_events(server)) as events:
        meet(server)
        assert next(events) == "retry: 2000"

        server.post("/tickets", asked())

        assert [next(events), next(events)] == ["event: today", "data: {}"]


def test_a_second_server_on_the_same_folder_does_not_start(tmp_path: Path) -> None:
    with serving(tmp_path):
        known = (tmp_path / ADDRESS).read_text()
        second = subprocess.run(command(tmp_path), capture_output=True, timeout=PATIENCE)

    assert second.returncode == 2
    assert (tmp_path / ADDRESS).read_text() == known
    assert b"another server uses this folder" in second.stderr
    assert b"Traceback" not in second.stderr


def test_a_taken_port_is_told_in_one_line(tmp_path: Path) -> None:
    with serving(tmp_path / "one") as server:
        port = server.url.rpartition(":")[2]
        second = subprocess.run(
            command(tmp_path / "two", "--port", port), capture_output=True, timeout=PATIENCE
        )

    assert second.returncode == 2
    assert second.stderr.startswith(b"central: ")
    assert second.stderr.count(b"\n") == 1


def test_readiness_is_said_where_it_is_asked_for(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    ready = command(tmp_path, "--ready-fd", str(writing))
    process = subprocess.Popen(ready, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with process, os.fdopen(reading) as line:
        said = json.loads(line.readline())
        process.terminate()

    assert said["ready"] is True
    assert said["url"].startswith("https://127.0.0.1:")
    assert process.returncode == 0
