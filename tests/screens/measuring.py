"""Measures the whole matrix in two processes at once: a window is drawn by one thread only.

A job is one panel; its answer is what is wrong, by rule. A panel has one window for all of its looks,
for the first showing of each screen takes longest.
"""

import multiprocessing
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from kiosk.domain.preferences import TEXT_SCALES
from tests.screens import judging
from tests.screens.cells import ALL_PANELS, PANELS, Look, drawing, every_look, matrix
from tests.screens.stand import Measured, Mounted, Stand
from ui.samples import SHELL, VIEWS
from ui.shell import prepare_qt

PROCESSES = 2
HARMLESS = ("This plugin does not support ", "DelegateModel::cancel: index out range ")
"""As in pyproject.toml: the offscreen platform's own words."""

TURNED_ONCE = ("tab.events", "tab.agencies", "key.layer", "key.hide")
TURNED = ("page.down", "detail.more", "survey.next")

Wrong = Mapping[str, Sequence[str]]


def measure_all() -> tuple[int, Wrong]:
    """How many windows were measured, and what is wrong with them, by rule."""
    wrong: dict[str, list[str]] = defaultdict(list)
    count = 0
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=spawned) as pool:
        for number, found in pool.map(_measured, ALL_PANELS):
            count += number
            for rule, sentences in found.items():
                wrong[rule] += sentences
    return count, wrong


def _measured(panel: str) -> tuple[int, Wrong]:
    os.environ.update(QT_QPA_PLATFORM="offscreen")
    prepare_qt()
    application = QGuiApplication.instance() or QGuiApplication(["matrix"])
    wrong: dict[str, list[str]] = defaultdict(list)

    def note(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if not message.startswith(HARMLESS):
            wrong["warnings"].append(f"{panel}: {message}")

    previous = qInstallMessageHandler(note)
    mounted = ALL_PANELS[panel]
    stand = Stand(mounted, blank=True)
    count = 0
    for look in every_look(panel):
        stand.put(drawing(look, mounted))
        for found in _pages(stand, look):
            count += 1
            for rule, sentence in complaints(found, mounted, look.scale):
                wrong[rule].append(f"{panel}, {look}: {sentence}")
    for look, found in _samples(stand, panel):
        count += 1
        for rule, sentence in complaints(found, mounted, look.scale):
            wrong[rule].append(f"{panel}, sample {look}: {sentence}")
    stand.close()
    qInstallMessageHandler(previous)
    del application
    return count, dict(wrong)


def _pages(stand: Stand, look: Look) -> Iterator[Measured]:
    """What is seen first and, in Indonesian, all that its buttons for pages, tabs and keys show."""
    found = stand.measured()
    yield found
    there = {one.name for one in found.targets}
    if look.language != "id" or look.name not in matrix():
        return
    for button in there.intersection(TURNED_ONCE):
        if stand.press(button):
            yield stand.measured()
    for button in there.intersection(TURNED):
        seen: set[tuple[str, ...]] = set()
        while stand.press(button):
            found = stand.measured()
            words = tuple(one.text for one in found.texts)
            if words in seen:
                break
            seen.add(words)
            yield found


def _samples(stand: Stand, panel: str) -> Iterator[tuple[Look, Measured]]:
    """The gallery's screens: they have facts that no real state has yet. Each once on a panel."""
    if panel not in PANELS:
        return
    mounted = PANELS[panel]
    for number, name in enumerate(sorted(VIEWS)):
        scale = TEXT_SCALES[(number + list(PANELS).index(panel)) % len(TEXT_SCALES)]
        dress = {"textScale": scale, "lowReach": mounted.low_reach}
        stand.show(name, VIEWS[name], {**SHELL, **dress})
        yield Look(name, scale), stand.measured()


def complaints(found: Measured, mounted: Mounted, scale: float) -> Iterator[tuple[str, str]]:
    """Every rule's complaints about one window."""
    rules = {
        "cut": judging.cut(found),
        "out of place": judging.out_of_place(found),
        "overlapping": judging.overlapping(found),
        "small": judging.small(found),
        "near": judging.near(found),
        "high": judging.high(found, mounted),
        "tiny": judging.tiny(found, scale),
    }
    for rule, sentences in rules.items():
        for sentence in sentences:
            yield rule, sentence
