"""The screens by themselves, in this process and without devices: frames, idle cost, memory, search.

The window is the real one, offscreen on the software renderer; states are drawn as the kiosk does.
"""

import os
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import psutil
from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk import RESOURCES
from kiosk.domain.catalogue import Catalogue, parse_catalogue
from kiosk.domain.preferences import Theme as Colours
from kiosk.domain.search import search
from kiosk.domain.words import Words
from kiosk.qr_symbols import qr_matrix
from kiosk.screens import Cell, draw, states
from ui.bridge import Bridge
from ui.layout import Panel
from ui.shell import Parts, Shell, open_window, prepare_qt
from ui.text import load_words
from ui.theme import Theme
from ui.views.screens import screen_and_view, shell
from ui.words import WordsModel

Row = tuple[str, str, str]
VISIT = ("S00", "S01", "S02", "S07", "S08", "S09")
WARM_UP_VISITS = 200
VISITS = 2_000
ROUNDS = 20
IDLE_SECONDS = 10.0
QUERIES = ("k", "kt", "ktp", "sim", "surat kuning", "akta lhir", "paspor", "pajak motor", "zzz")


class Stand:
    """A window and the states that are put on it."""

    def __init__(self, *, still: bool) -> None:
        self._catalogue: Catalogue = parse_catalogue(
            (Path(RESOURCES) / "catalogue/sample.json").read_bytes()
        )
        self._languages: Mapping[str, Words] = load_words(RESOURCES / "text")
        self._states = states(self._catalogue)
        self._bridge = Bridge()
        self._parts = Parts(
            theme=Theme(RESOURCES, Panel(), still=still),
            words=WordsModel(self._languages),
            bridge=self._bridge,
            encode_qr=qr_matrix,
            resources=RESOURCES,
        )
        self.show("S00")
        self.shell: Shell = open_window(self._parts, size=QSize(1080, 1920))
        settle(0.5)

    @property
    def catalogue(self) -> Catalogue:
        """The sample."""
        return self._catalogue

    def show(self, name: str) -> None:
        """Put a state on the window."""
        cell = Cell(name, Colours.LIGHT, 1.0, "id", "tall")
        drawing = draw(cell, self._states[name], self._catalogue, self._languages)
        self._bridge.dress(shell(drawing))
        self._bridge.show(*screen_and_view(drawing))


def measure() -> list[Row]:
    """Rows of name, value and goal."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare_qt()
    application = QGuiApplication.instance() or QGuiApplication(["bench"])
    rows = [("load average before", f"{os.getloadavg()[0]:.1f}", "under 1 for true numbers")]
    moving = Stand(still=False)
    rows += _frames(moving)
    rows += _idle(moving, "idle CPU of the screens, attract with motion", "<= 2 %")
    moving.shell.close()
    still = Stand(still=True)
    rows += _idle(still, "idle CPU of the screens, reduced motion", "<= 1 %")
    rows += _memory(still)
    rows += _search(still.catalogue)
    still.shell.close()
    del application
    return rows


def _frames(stand: Stand) -> list[Row]:
    """Time between frames while a screen slides in, after its first showing."""
    gaps: list[float] = []
    swapped: list[float] = []
    stand.shell.window.frameSwapped.connect(lambda: swapped.append(time.perf_counter()))
    for count in range(ROUNDS + 1):
        for name in VISIT:
            swapped.clear()
            stand.show(name)
            settle(0.3)
            if count:
                gaps += [(b - a) * 1000 for a, b in pairwise(swapped)]
    p50, p95 = _percentiles(gaps)
    return [
        (f"frame time while a screen slides in, p50 of {len(gaps)}", f"{p50:.1f} ms", ""),
        (f"frame time while a screen slides in, p95 of {len(gaps)}", f"{p95:.1f} ms", "<= 33 ms"),
    ]


def _idle(stand: Stand, name: str, goal: str) -> list[Row]:
    stand.show("S00")
    settle(3.0)
    used = _cpu_seconds(lambda: settle(IDLE_SECONDS)) / IDLE_SECONDS
    return [(name, f"{used:.1%} of a core", goal)]


def _memory(stand: Stand) -> list[Row]:
    """Growth of the resident set over many visits, once caches are warm."""
    process = psutil.Process()
    for _ in range(WARM_UP_VISITS):
        _one_visit(stand)
    before = process.memory_info().rss
    for _ in range(VISITS):
        _one_visit(stand)
    grown = (process.memory_info().rss - before) / 2**20
    return [(f"memory growth over {VISITS} visits", f"{grown:.1f} MB", "<= 5 MB")]


def _one_visit(stand: Stand) -> None:
    for name in VISIT:
        stand.show(name)
        settle(0.0)


def _search(catalogue: Catalogue) -> list[Row]:
    took = []
    for _ in range(ROUNDS):
        for query in QUERIES:
            began = time.perf_counter()
            search(catalogue, query, "id")
            took.append((time.perf_counter() - began) * 1000)
    p50, p95 = _percentiles(took)
    count = len(catalogue.services)
    return [
        (f"search in {count} services, p50 of {len(took)}", f"{p50:.1f} ms", ""),
        (f"search in {count} services, p95 of {len(took)}", f"{p95:.1f} ms", "<= 5 ms"),
    ]


def settle(seconds: float) -> None:
    """Let Qt do what it has to."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def _cpu_seconds(work: Callable[[], None]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def _percentiles(values: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(values)
    return statistics.median(ordered), ordered[round(0.95 * (len(ordered) - 1))]
