"""Starts the demo's processes, waits until each says that it is ready, and ends them in order."""

import asyncio
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

READY_SECONDS = 60.0
END_SECONDS = 8.0


class ProcessFailed(Exception):
    """A process ended early or never became ready; the text says where its output lies."""


class Processes:
    """Processes of one demo; each writes its errors to a file of its own in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: dict[str, asyncio.subprocess.Process] = {}
        self._readers: set[asyncio.Task[None]] = set()

    async def start(
        self, name: str, command: Sequence[str], environment: Mapping[str, str] | None = None
    ) -> Mapping[str, object]:
        """Start `python -m COMMAND` and return the JSON of its ready line."""
        errors = self._folder / f"{name}.err"
        with errors.open("ab") as stream:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                *command,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=stream,
                env={**os.environ, **(environment or {})},
                start_new_session=True,  # Ctrl-C is for us; we end the others in order
            )
        self._running[name] = process
        return await self._ready(name, process, errors)

    async def ask(self, command: Sequence[str]) -> Mapping[str, object]:
        """Run `python -m COMMAND` to its end and return the JSON it printed."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        told, errors = await process.communicate()
        if process.returncode:
            raise ProcessFailed(f"{' '.join(command)}: {errors.decode(errors='replace').strip()}")
        answer: dict[str, object] = json.loads(told)
        return answer

    async def _ready(
        self, name: str, process: asyncio.subprocess.Process, errors: Path
    ) -> Mapping[str, object]:
        if process.stdout is None:
            raise ProcessFailed(f"{name}: no output")
        try:
            async with asyncio.timeout(READY_SECONDS):
                while line := await process.stdout.readline():
                    if line.startswith(b'{"ready"'):
                        self._drain(process.stdout)
                        ready: dict[str, object] = json.loads(line)
                        return ready
        except TimeoutError:
            raise ProcessFailed(f"{name}: not ready in {READY_SECONDS} s, see {errors}") from None
        code = await process.wait()
        raise ProcessFailed(f"{name}: ended with {code} before it was ready, see {errors}")

    def _drain(self, stream: asyncio.StreamReader) -> None:
        """Keep reading, so that a full pipe never blocks the process."""

        async def drain() -> None:
            while await stream.read(4096):
                pass

        task = asyncio.get_running_loop().create_task(drain())
        self._readers.add(task)
        task.add_done_callback(self._readers.discard)

    def id(self, name: str) -> int:
        """The number of a process."""
        return self._running[name].pid

    async def ended(self, name: str) -> int:
        """Wait until a process ends by itself; returns its exit code."""
        return await self._running[name].wait()

    def kill(self, name: str) -> None:
        """End a process as a power cut would."""
        self._running[name].kill()

    async def stop(self, name: str) -> int:
        """Ask a process to end, and insist after a while; returns its exit code."""
        process = self._running[name]
        if process.returncode is None:
            process.terminate()
            try:
                async with asyncio.timeout(END_SECONDS):
                    await process.wait()
            except TimeoutError:
                process.kill()
        return await process.wait()

    async def stop_all(self) -> Mapping[str, int]:
        """End everything, last started first; returns the exit codes."""
        codes = {name: await self.stop(name) for name in reversed(self._running)}
        await asyncio.gather(*self._readers)
        return codes
