"""The process around a kiosk: it starts, waits until it is told to end, and ends or begins anew."""

import asyncio
import contextlib
import json
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable
from types import TracebackType

import qasync
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

import kiosk
from config.settings import Settings
from devices.clock import SystemClock
from devices.simulated.clock import OffsetClock
from kiosk.app import KioskApp
from kiosk.domain.trace import trace_of
from kiosk.log import Log
from ui.garbage import collect_here, keep_what_is_there
from ui.shell import Shell, prepare_qt

LINGER_SECONDS = 3.0
FIRST_FRAME_SECONDS = 5.0
AGAIN = 75
"""What the loop ends with where the kiosk is to start anew."""


def run(settings: Settings) -> int:
    """Run a kiosk until it is told to end; returns the exit code."""
    application = begin_process()
    demo = settings.kiosk.profile == "demo"
    confirmed = settings.data / "clock-confirmed"
    offset = settings.demo.clock_offset_seconds
    clock = OffsetClock(offset, confirmed) if demo else SystemClock(confirmed)
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        stream = (settings.data / "kiosk.log").open("a", encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"kiosk.data: {settings.data} cannot be written ({error.strerror})\n")
        return 2
    with stream:
        log = Log(stream, clock.now)
        sys.excepthook = logged(log)
        with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
            code = runner.run(_live(settings, log, clock))
    return start_again() if code == AGAIN else code


async def _live(settings: Settings, log: Log, clock: SystemClock) -> int:
    stop, code = told_to_end(), 0

    def start_anew() -> None:
        nonlocal code
        code = AGAIN
        stop.set()

    app = KioskApp(settings, log, clock, start_anew)
    try:
        window = await app.open_window()
        window.window.closing.connect(stop.set)
        await first_frame(window)
        tell(first_frame=clock.monotonic())
        log("started", version=kiosk.__version__)
        await app.begin()
        keep_what_is_there()
        tell(ready=True)
        await stop.wait()
    finally:
        await app.close()
        log("ended")
        insist_on_ending()
    return code


def begin_process() -> QGuiApplication:
    """Qt, for a process whose memory is nobody's to read: a dump would hold somebody's code."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    prepare_qt()
    application = QGuiApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    application.setApplicationName("anjungan")
    collect_here(application)
    return application


def told_to_end() -> asyncio.Event:
    """Set once whoever started this process wants it to end."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop


async def first_frame(window: Shell) -> None:
    """Wait until something was drawn, but not for ever: a sleeping panel draws nothing."""
    drawn = asyncio.Event()

    def note() -> None:
        drawn.set()

    # Qt holds the receiver weakly: without the end of this connection it would call into nothing.
    connection = window.window.frameSwapped.connect(note, Qt.ConnectionType.QueuedConnection)
    window.window.update()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(FIRST_FRAME_SECONDS):
            await drawn.wait()
    window.window.frameSwapped.disconnect(connection)


def tell(**facts: object) -> None:
    """One JSON object on a line, for whoever started this process."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def insist_on_ending() -> None:
    """All is on disk and let go of; a library's thread or loop that lingers must not keep us."""
    insist = threading.Timer(LINGER_SECONDS, os._exit, (0,))
    insist.daemon = True
    insist.start()


def logged(log: Log) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What a slot of Qt raises ends here: in the log, where staff will look for it."""

    def hook(_: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log("bug", task="slot", error=trace_of(error.with_traceback(trace)))

    return hook


def start_again() -> int:
    """A service is started anew by who keeps it; anything else does it itself."""
    if "INVOCATION_ID" not in os.environ:
        packaged = getattr(sys, "frozen", False)
        line = sys.argv if packaged else sys.orig_argv
        os.execv(sys.executable, [sys.executable, *line[1:]])  # noqa: S606 - ourselves, anew
    return 0
