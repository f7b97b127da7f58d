"""Plays a systemd unit without systemd: starts what the file names, watches and restarts as told.

Only what the units of deploy/systemd say is understood; an unknown specifier or a missing key fails.
Time is played faster: spans of the unit are divided by `speed`, and the process is told the same.
"""

import os
import select
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SPEED = 5.0
PATIENCE_SECONDS = 90.0
MOST_BYTES = 4096
Programs = Mapping[str, Sequence[str]]
"""What to start in place of an installed program."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The lines of a unit file by section and key; a key may stand several times."""

    lines: Mapping[tuple[str, str], Sequence[str]]

    def all(self, section: str, key: str) -> Sequence[str]:
        """Every value of a key."""
        return self.lines.get((section, key), ())

    def one(self, key: str, section: str = "Service") -> str:
        """The one value of a key. Raises KeyError, and ValueError for several."""
        (value,) = self.lines[section, key]
        return value

    def seconds(self, key: str) -> float:
        """A span of plain seconds."""
        return float(self.one(key))


def read_unit(file: Path) -> Unit:
    """Read a unit file."""
    section = ""
    lines: dict[tuple[str, str], list[str]] = {}
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and line[0] not in "#;":
            key, _, value = line.partition("=")
            lines.setdefault((section, key), []).append(value)
    return Unit(lines)


@dataclass(slots=True)
class Player:
    """One service under the hand of a small systemd."""

    unit: Unit
    folder: Path
    programs: Programs
    environment: Mapping[str, str] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)
    speed: float = SPEED
    starts: int = 0
    watchdog_kills: int = 0
    status: str = ""
    """What the service last said of itself."""
    _process: "subprocess.Popen[bytes] | None" = None
    _socket: socket.socket | None = None
    _fed_at: float = 0.0

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        """What runs now."""
        assert self._process is not None
        return self._process

    def start(self) -> None:
        """Start the service and wait until it says READY=1."""
        assert self.unit.one("Type") == "notify"
        self._listen()
        self._begin()
        self._until_ready()

    def kill(self, number: signal.Signals) -> None:
        """Send the service a signal, as a fault of the world would."""
        self.process.send_signal(number)

    def until_back(self) -> None:
        """Watch as systemd does, until the service was restarted and is ready again."""
        before = self.starts
        end = time.monotonic() + PATIENCE_SECONDS
        while self.starts == before:
            assert time.monotonic() < end, "nothing ended the service"
            self._watch()
        self._until_ready()

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Watch as systemd does, until something is true."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not true():
            assert time.monotonic() < end, f"in vain: {what}"
            self._watch()

    def feeds(self, count: int) -> None:
        """Wait for so many signs of life."""
        for _ in range(count):
            while "WATCHDOG=1" not in self._heard(self._seconds("WatchdogSec")):
                assert self.process.poll() is None, "the service ended"

    def stop(self) -> int:
        """End the service in order; its exit code."""
        self.process.terminate()
        try:
            return self.process.wait(self.unit.seconds("TimeoutStopSec"))
        finally:
            self.close()

    def close(self) -> None:
        """Leave nothing behind."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        if self._socket is not None:
            self._socket.close()

    # --- what systemd does ---

    def _seconds(self, key: str) -> float:
        return self.unit.seconds(key) / self.speed

    def _listen(self) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(self.folder / "notify"))

    def _begin(self) -> None:
        watchdog = round(self._seconds("WatchdogSec") * 1e6)
        named = dict(
            pair.split("=", 1)
            for line in self.unit.all("Service", "Environment")
            for pair in shlex.split(line)
        )
        told = {"NOTIFY_SOCKET": str(self.folder / "notify"), "WATCHDOG_USEC": str(watchdog)}
        chosen = {**named, **self.environment}
        with (self.folder / "errors").open("ab") as errors:
            self._process = subprocess.Popen(
                self._command(chosen),
                env={**os.environ, **chosen, **told},
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
        self.starts += 1
        self._fed_at = time.monotonic()

    def _command(self, environment: Mapping[str, str]) -> list[str]:
        program, *arguments = shlex.split(self.unit.one("ExecStart"))
        given = [self.replaced.get(word, word) for word in arguments]
        for name, value in environment.items():  # a bare $NAME becomes as many words as it holds
            split = [value.split() if word == f"${name}" else [word] for word in given]
            given = [word for words in split for word in words]
        for name, value in environment.items():
            given = [word.replace(f"${{{name}}}", value) for word in given]
        assert not any("$" in word or "%" in word for word in given), given
        return [*self.programs[program], *given]

    def _until_ready(self) -> None:
        end = time.monotonic() + self.unit.seconds("TimeoutStartSec")
        while "READY=1" not in self._heard(0.1):
            assert self.process.poll() is None, (self.folder / "errors").read_text("utf-8")
            assert time.monotonic() < end, "never ready"
        self._fed_at = time.monotonic()

    def _watch(self) -> None:
        if "WATCHDOG=1" in self._heard(0.05):
            self._fed_at = time.monotonic()
        if time.monotonic() - self._fed_at > self._seconds("WatchdogSec"):
            self.watchdog_kills += 1
            self.process.send_signal(signal.Signals[self.unit.one("WatchdogSignal")])
            self.process.wait()
        if self.process.poll() is not None:
            assert self.unit.one("Restart") == "always"
            end = time.monotonic() + self._seconds("RestartSec")
            while (left := end - time.monotonic()) > 0:
                self._heard(left)  # the socket stays open meanwhile
            self._begin()

    def _heard(self, seconds: float) -> list[str]:
        assert self._socket is not None
        readable, _, _ = select.select([self._socket], [], [], max(0.0, seconds))
        told = self._socket.recv(MOST_BYTES).decode().splitlines() if readable else []
        for line in told:
            if line.startswith("STATUS="):
                self.status = line
        return told


PYTHON = (sys.executable, "-P", "-m")
