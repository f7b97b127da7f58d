"""A voice that is listened to: what was said, in order, and speech that lasts as long as a test says."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import Screen
from ui import speech
from ui.gallery import RESOURCES
from ui.narrator import Narrator
from ui.spoken import Phrase
from ui.text import load_words

KEYS = {
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
    "enter": Qt.Key.Key_Return,
    "space": Qt.Key.Key_Space,
    "escape": Qt.Key.Key_Escape,
    "home": Qt.Key.Key_Home,
    "?": Qt.Key.Key_Question,
    "f1": Qt.Key.Key_F1,
    "+": Qt.Key.Key_Plus,
    "-": Qt.Key.Key_Minus,
    "louder": Qt.Key.Key_VolumeUp,
    "softer": Qt.Key.Key_VolumeDown,
}


class HeardVoice:
    """Keeps the contract of a voice; speech ends at once unless `lasts`."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.phrases: list[Phrase] = []
        self.how: list[tuple[str, int, int]] = []
        self.stops = 0
        self.lasts = False
        self.speaking = False
        self.changed: Callable[[bool], None] = lambda _: None

    def say(self, phrases: Sequence[Phrase], language: str, *, volume: int, speed: int) -> None:
        """Note it."""
        self.said.append(speech.sentence(phrases))
        self.phrases = list(phrases)
        self.how.append((language, volume, speed))
        self.speaking = self.lasts

    def stop(self) -> None:
        """End what lasts."""
        self.stops += 1
        self.speaking = False

    def end(self) -> None:
        """The last word is out."""
        self.speaking = False
        self.changed(False)


class Listener:
    """Somebody with eyes closed before an open window: hears, and presses keys."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.voice = HeardVoice()
        self.narrator = Narrator(screen.parts.bridge, load_words(RESOURCES / "text"), self.voice)
        self.voice.changed = self.narrator.speech_changed
        self.settle()

    def settle(self) -> None:
        """Let QML build what changed and tell of it, and what is on its way out go."""
        for _ in range(3):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def press(self, *names: str) -> None:
        """Press keys one after the other."""
        for name in names:
            QTest.keyClick(self.screen.shell.window, KEYS[name])
            self.settle()

    def show(self, name: str, view: Mapping[str, Any]) -> None:
        """Change the screen."""
        self.screen.parts.bridge.show(name, view)
        self.settle()

    def dress(self, **changes: object) -> None:
        """Change some of what surrounds the screens."""
        self.screen.dress(**changes)
        self.settle()

    def heard(self) -> list[str]:
        """All that was said since this was asked last."""
        said, self.voice.said = self.voice.said, []
        return said

    def last(self) -> str:
        """What was said last; nothing else since this was asked last."""
        said = self.heard()
        assert len(said) == 1, said
        return said[0]

    def focused(self) -> QObject | None:
        """The item that has Qt's focus."""
        return self.screen.shell.window.activeFocusItem()
