"""The stage draws what changed, and nothing once it is stopped."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.hall import Hall
from kiosk.domain.states import Idle
from tests.samples import ROOT, catalogue
from ui.bridge import Bridge
from ui.stage import Stage
from ui.text import load_words
from ui.views.drawing import Drawing, Moment, Place

WORDS = load_words(ROOT / "resources/text")


def test_a_change_is_drawn_in_the_next_turn_of_the_loop_until_the_stage_is_stopped(
    qtbot: QtBot,
) -> None:
    drawn: list[str] = []

    def drawing() -> Drawing:
        drawn.append("drawn")
        hall = Hall(catalogue(), datetime.now(UTC))
        return Drawing(Idle(), hall, WORDS["id"], WORDS, Place("A-03", "MPP"), Moment())

    stage = Stage(Bridge(), drawing)
    stage.changed()
    stage.changed()
    QCoreApplication.processEvents()
    assert drawn == ["drawn"]

    stage.stop()
    stage.changed()
    QCoreApplication.processEvents()

    assert drawn == ["drawn"]
