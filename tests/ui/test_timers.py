"""Timers of the Qt loop: on time they call, once, and then they are gone."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from ui.timers import Timers


class Called:
    """Something to call, and to lose sight of."""

    def __init__(self, times: list[str]) -> None:
        self._times = times

    def __call__(self) -> None:
        self._times.append("called")


@pytest.mark.parametrize("end", ["fired", "cancelled", "closed"])
def test_a_timer_that_is_over_holds_nothing_any_more(qtbot: QtBot, end: str) -> None:
    times: list[str] = []
    timers, called = Timers(), Called(times)
    seen = weakref.ref(called)

    cancel = timers.call_after(0.0, called)
    if end == "cancelled":
        cancel()
        cancel()
    elif end == "closed":
        timers.close()
    else:
        qtbot.waitUntil(lambda: times == ["called"])
    del called, cancel
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert seen() is None


def test_after_the_end_no_timer_begins(qtbot: QtBot) -> None:
    times: list[str] = []
    timers = Timers()

    timers.close()
    timers.call_after(0.0, Called(times))()
    timers.call_after(0.0, Called(times))
    QCoreApplication.processEvents()

    assert times == []
