"""Cyclic garbage: Qt's objects end in the thread in which they live."""

import gc
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer

from ui.garbage import collect_here, collect_what_is_due

IN_A_KIOSK = """
import gc
from kiosk.program import begin_process
application = begin_process()
print(gc.isenabled())
"""


class InACycle(QTimer):
    """Held by nobody but itself, and running."""

    def __init__(self, ended_in: list[int]) -> None:
        super().__init__()
        self._itself = self
        self._ended_in = ended_in
        self.start(60_000)

    def __del__(self) -> None:
        self._ended_in.append(threading.get_ident())


@pytest.fixture
def as_python_begins() -> Iterator[None]:
    """Collects in any thread; the tests have that switched off for themselves."""
    gc.enable()
    yield
    gc.disable()


def test_a_timer_nobody_holds_ends_in_its_own_thread(qapp: QObject, as_python_begins: None) -> None:
    ended_in: list[int] = []
    parent = QObject()
    collect_here(parent)
    for _ in range(10):
        InACycle(ended_in)

    held: list[list[int]] = []
    busy = threading.Thread(target=lambda: held.extend([] for _ in range(100_000)))
    busy.start()
    busy.join()
    elsewhere = list(ended_in)
    collect_what_is_due()

    assert (elsewhere, ended_in) == ([], [threading.get_ident()] * 10)


def test_no_more_is_looked_through_than_is_due() -> None:
    gc.collect()
    cycle: list[object] = []
    cycle.append(cycle)
    looked: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        looked.append(info["generation"])

    gc.callbacks.append(note)
    try:
        collect_what_is_due()
        nothing = list(looked)
        held = [[count] for count in range(2 * gc.get_threshold()[0])]
        collect_what_is_due()
    finally:
        gc.callbacks.remove(note)

    assert (nothing, set(looked), len(held)) == ([], {0}, 2 * gc.get_threshold()[0])


def test_the_kiosk_begins_with_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_A_KIOSK], capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout.strip() == "False"
