"""Runs the application under uvicorn: says when it is ready, and stops when it is told to."""

import asyncio
import contextlib
import json
import logging
import os
import resource
import signal
import socket
from collections.abc import Callable, Generator, Mapping, Sequence
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from central.app import build_app
from central.clock import SystemClock
from central.hints import Hints
from central.keeping import kept
from central.log import log
from central.settings import Settings
from central.tls import ADDRESS, Certificates
from central.watchdog import notify
from kiosk.domain.enrolling import base32

NOT_STARTED = 2
_LAST_ANSWERS_SECONDS = 1
_RENEWAL_SECONDS = 6 * 3600.0
_STOP = (signal.SIGTERM, signal.SIGINT)


class _Server(uvicorn.Server):
    """A server that stops for signals without dying of them, and ends open streams first."""

    def __init__(
        self,
        config: uvicorn.Config,
        hints: Hints,
        ready: Mapping[str, str],
        ready_fd: int,
        keep_address: Callable[[], None],
    ) -> None:
        super().__init__(config)
        self._keep_address = keep_address
        self._hints = hints
        self._ready = ready
        self._ready_fd = ready_fd

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say where. A start that fails is told in one line of our own log."""
        uvicorn_log = logging.getLogger("uvicorn.error")
        uvicorn_log.disabled = True
        await super().startup(sockets)
        uvicorn_log.disabled = False
        self._keep_address()  # the folder is ours now
        line = json.dumps({"ready": True, **self._ready}) + "\n"
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


async def serve(
    settings: Settings, host: str, port: int, ready_fd: int, names: Sequence[str] = ()
) -> int:
    """Serve until a signal; return the exit code. Raises what hinders the start."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold somebody's code
    hints = Hints()
    app = build_app(settings, hints)
    listener = _listen(host, port)
    certificates = Certificates(settings.data, names, SystemClock().now())
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",
        proxy_headers=False,
        lifespan="on",
        timeout_graceful_shutdown=_LAST_ANSWERS_SECONDS,
        ssl_context_factory=lambda _, __: certificates.context,
    )
    address, chosen = listener.getsockname()[:2]
    ready = {"url": f"https://{_shown(address)}:{chosen}", "ca_key": base32(certificates.ca_key)}
    server = _Server(
        config,
        hints,
        ready,
        ready_fd,
        lambda: keep_address(settings.data / ADDRESS, names, address, chosen),
    )
    renewal = asyncio.create_task(kept("renewal", lambda: _renew(certificates)))
    try:
        await server.serve([listener])
    except SystemExit:  # uvicorn's way to say that the application did not start
        return NOT_STARTED
    finally:
        renewal.cancel()
    return 0


def keep_address(file: Path, names: Sequence[str], address: str, port: int) -> None:
    """Note how kiosks reach this server, for enrolment's codes; nothing where it has to be told."""
    if names or not ip_address(address).is_unspecified:
        file.write_text(f"{_shown(names[0] if names else address)}:{port}\n", "utf-8")
    else:
        file.unlink(missing_ok=True)


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


async def _renew(certificates: Certificates) -> None:
    """Look after the certificate for as long as the server runs."""
    while True:
        await asyncio.sleep(_RENEWAL_SECONDS)
        try:
            certificates.renew(SystemClock().now())
        except OSError as error:
            log("certificate_not_renewed", detail=str(error))


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise OSError(f"--host {host} --port {port}: {error.strerror}") from error
    return listener
