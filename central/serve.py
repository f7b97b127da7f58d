"""Runs the application under uvicorn: says when it is ready, and stops when it is told to."""

import asyncio
import contextlib
import json
import logging
import os
import resource
import signal
import socket
from collections.abc import Generator

import uvicorn

from central.app import build_app
from central.hints import Hints
from central.settings import Settings
from central.watchdog import notify

NOT_STARTED = 2
_LAST_ANSWERS_SECONDS = 1
_STOP = (signal.SIGTERM, signal.SIGINT)


class _Server(uvicorn.Server):
    """A server that stops for signals without dying of them, and ends open streams first."""

    def __init__(self, config: uvicorn.Config, hints: Hints, url: str, ready_fd: int) -> None:
        super().__init__(config)
        self._hints = hints
        self._url = url
        self._ready_fd = ready_fd

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say where. A start that fails is told in one line of our own log."""
        uvicorn_log = logging.getLogger("uvicorn.error")
        uvicorn_log.disabled = True
        await super().startup(sockets)
        uvicorn_log.disabled = False
        line = json.dumps({"ready": True, "url": self._url}) + "\n"
        os.write(self._ready_fd, line.encode())
        notify("READY=1")

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the pages' streams, then wait for the last answers."""
        self._hints.close()
        await super().shutdown(sockets)

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """uvicorn's own would raise the signal again when all is done, and end in an error."""
        loop = asyncio.get_running_loop()
        for name in _STOP:
            loop.add_signal_handler(name, self._stop)
        try:
            yield
        finally:
            for name in _STOP:
                loop.remove_signal_handler(name)

    def _stop(self) -> None:
        self.should_exit = True


async def serve(settings: Settings, host: str, port: int, ready_fd: int) -> int:
    """Serve until a signal; return the exit code. Raises what hinders the start."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold somebody's code
    hints = Hints()
    app = build_app(settings, hints)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",
        proxy_headers=False,
        lifespan="on",
        timeout_graceful_shutdown=_LAST_ANSWERS_SECONDS,
    )
    listener = _listen(host, port)
    address, chosen = listener.getsockname()[:2]
    shown = f"[{address}]" if ":" in address else address
    server = _Server(config, hints, f"http://{shown}:{chosen}", ready_fd)
    try:
        await server.serve([listener])
    except SystemExit:  # uvicorn's way to say that the application did not start
        return NOT_STARTED
    return 0


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    return listener
