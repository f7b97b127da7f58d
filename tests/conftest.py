"""What every test stands on: Qt without a screen, the right event loop, nothing left behind."""

import asyncio
import gc
import os
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping

# Before PySide6: no window, no GPU, no desktop's own scale, so pixels are the same everywhere.
os.environ.update(
    QT_QPA_PLATFORM="offscreen",
    QT_QUICK_BACKEND="software",
    QT_QUICK_CONTROLS_STYLE="Basic",
    QT_SCALE_FACTOR="1",
    QT_FONT_DPI="96",
)

import pytest
import qasync
from hypothesis import settings
from PySide6.QtGui import QGuiApplication

from tests.ledger.report import summarise
from ui.garbage import collect_what_is_due, keep_what_is_there

# A busy machine is no reason to fail, and CI must say the same twice.
settings.register_profile("anjungan", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("anjungan")

# Begun last, one of these would keep a single worker busy while all others have ended.
LONGEST = (
    "tests/screens/test_geometry.py",
    "tests/ledger/test_kills.py",
    "tests/screens/test_contrast.py",
    "tests/ledger/test_real_walks.py",
    "tests/e2e/test_alone.py",
    "tests/e2e/test_visit.py",
    "tests/unit/test_printing_matrix.py",
    "tests/unit/test_printing_soak.py",
    "tests/integration/test_printing_processes.py",
    "tests/integration/test_printing_sigkill.py",
    "tests/ledger/test_walks.py",
)
ON_QT = {"ui", "integration", "screens"}
GRACE_SECONDS = 2.0
LOOP_TURNS = 10


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first."""
    places = {file: place for place, file in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.nodeid.split("::")[0], len(LONGEST)))


def pytest_collection_finish() -> None:
    """Python collects its garbage between tests only, and never what was there before the first."""
    gc.disable()
    keep_what_is_there()


@pytest.fixture(autouse=True)
def garbage_ends_where_it_was_made() -> Iterator[None]:
    """Qt's objects end in their own thread only, and Python collects in whichever comes next."""
    yield
    collect_what_is_due()


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """QML needs no widgets."""
    return QGuiApplication


def _qt_loop() -> asyncio.AbstractEventLoop:
    app = QGuiApplication.instance() or QGuiApplication(["tests"])
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(app)
    return loop


def pytest_asyncio_loop_factories(
    item: pytest.Item,
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Runs async tests of the rooms that have screens on Qt's loop, all others on asyncio's own."""
    if ON_QT.isdisjoint(item.nodeid.split("/")):
        return {"asyncio": asyncio.new_event_loop}
    return {"qasync": _qt_loop}


def _ours(thread: threading.Thread) -> bool:
    # Python lists a thread of Qt or OpenCV that once called it as "Dummy-n", for ever.
    return not thread.name.startswith("Dummy-")


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    """A thread that a test started has ended with it, give or take a moment."""
    before = set(threading.enumerate())

    yield

    deadline = time.monotonic() + GRACE_SECONDS
    left = [thread for thread in threading.enumerate() if thread not in before and _ours(thread)]
    for thread in left:
        if thread.ident is None:
            continue  # another thread is just starting it, and waits until it has begun
        thread.join(max(0.0, deadline - time.monotonic()))
    names = [thread.name for thread in left if thread.is_alive()]
    if names:
        pytest.fail(f"threads left running: {', '.join(names)}", pytrace=False)


@pytest.fixture(autouse=True)
def no_task_is_left(request: pytest.FixtureRequest, no_thread_is_left: None) -> None:
    """A task that a test or its fixtures started was awaited or cancelled."""
    if request.node.get_closest_marker("asyncio"):
        request.getfixturevalue("_tasks_end")


@pytest.fixture
async def _tasks_end() -> AsyncIterator[None]:
    yield

    left = asyncio.all_tasks() - {asyncio.current_task()}
    for _ in range(LOOP_TURNS):  # a cancelled task needs the loop's turn to end
        if all(task.done() for task in left):
            return
        await asyncio.sleep(0)
    running = {getattr(task.get_coro(), "__qualname__", "?") for task in left if not task.done()}
    pytest.fail(f"tasks left running: {', '.join(sorted(running))}", pytrace=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what the proofs of the ledger counted."""
    options = terminalreporter.config.getoption
    part = "".join(sign for sign in options("-k") if sign.isalnum()) or "all"
    summarise(terminalreporter, soak=part if options("-m") == "soak" else "")
