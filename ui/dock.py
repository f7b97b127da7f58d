"""The dock of the demo: a small window that plays citizen, technician and network.

It only says what was ordered and shows how the simulated devices are; others carry orders out.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.domain.words import Words
from ui.shell import QML_FOLDER, WindowFailed, load_fonts

# Any: facts cross into QML, which knows no dataclasses.
Facts = dict[str, Any]


class DockModel(QObject):
    """Seen by QML as `dock`."""

    changed = Signal()
    ordered = Signal(str)

    def __init__(self, words: Words, colours: Mapping[str, str]) -> None:
        super().__init__()
        self._words = dict(words.table)
        self._colours = dict(colours)
        self._facts: Facts = {
            "holding": "",
            "paper": "full",
            "cover": "closed",
            "network": "up",
            "ticket": "",
            "message": "",
        }

    def update(self, **facts: object) -> None:
        """Take over what is known of the devices."""
        changed = self._facts | facts
        if changed != self._facts:
            self._facts = changed
            self.changed.emit()

    def knows(self, name: str) -> object:
        """One fact, for Python."""
        return self._facts[name]

    @Slot(str)
    def order(self, name: str) -> None:
        """A button was pressed."""
        self.ordered.emit(name)

    def _get_facts(self) -> Facts:
        return self._facts

    def _get_words(self) -> dict[str, str]:
        return self._words

    def _get_colours(self) -> dict[str, str]:
        return self._colours

    facts = Property(dict, _get_facts, notify=changed)
    words = Property(dict, _get_words, constant=True)
    colours = Property(dict, _get_colours, constant=True)


class DockWindow:
    """The open dock and its engine."""

    def __init__(self, model: DockModel, resources: Path) -> None:
        load_fonts(resources / "fonts")
        self._engine = QQmlApplicationEngine()
        self._engine.setInitialProperties({"dock": model})
        self._engine.load(str(QML_FOLDER / "DockWindow.qml"))
        if not self._engine.rootObjects():
            raise WindowFailed("DockWindow.qml did not load")
        self.window = self._engine.rootObjects()[0]

    def close(self) -> None:
        """End QML before the model it reads."""
        shiboken6.delete(self._engine)


def picture_url(path: Path) -> str:
    """How QML names a picture file."""
    return QUrl.fromLocalFile(str(path)).toString()
