"""Speaks for those who do not see: decides when something is said, what interrupts, what waits.

What is said is `ui/speech.py`'s; whoever speaks it is handed in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.domain.words import Words
from ui import speech
from ui.bridge import Bridge
from ui.speech import Control, View, control_of
from ui.spoken import Lexicon, Phrase, Reader

VOLUMES = (1, 5)
SPEEDS = (1, 3)
LAST_SECONDS = 10
"""The time-out dialog tells its seconds at the start and once more when so many are left."""
LAST_LETTERS = 10
"""So many letters before a text is full each one tells how many are left."""
_LEVELS = {"softer": ("volume", VOLUMES[0]), "louder": ("volume", VOLUMES[1])}
_LEVELS |= {"slower": ("speed", SPEEDS[0]), "faster": ("speed", SPEEDS[1])}


class Voice(Protocol):
    """Speaks one utterance at a time, without making anybody wait."""

    def say(self, phrases: Sequence[Phrase], language: str, *, volume: int, speed: int) -> None:
        """Begin to speak; what is still being said ends at once."""
        ...

    def stop(self) -> None:
        """Be silent."""
        ...

    @property
    def speaking(self) -> bool:
        """True until the last word is out."""
        ...


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was on the screen when the narrator looked last."""

    screen: str
    view: View
    shell: View
    control: Control

    @property
    def dialog(self) -> View:
        return self.shell.get("dialog") or {}

    @property
    def ground(self) -> tuple[object, ...]:
        """The screen below the dialogs; another question or page of a survey is another screen."""
        return (
            self.screen,
            self.view.get("title"),
            self.control.step,
            self.shell.get("language"),
        )

    @property
    def place(self) -> tuple[object, ...]:
        """Where one is: what changes it is announced from the beginning."""
        return (*self.ground, self.control.dialog)


class Narrator(QObject):
    """Looks at the bridge, and tells what is new to those who asked for speech.

    QML tells through `Bridge.aim` which control has the keys, after every change of screen, facts
    or surroundings; until it has told, it is still building, and nothing is said.
    """

    _speech_ended = Signal()

    def __init__(self, bridge: Bridge, languages: Mapping[str, Words], voice: Voice) -> None:
        super().__init__()
        self._bridge = bridge
        self._languages = languages
        self._voice = voice
        self._lexicons: dict[str, Lexicon] = {}
        self._control = Control()
        self._seen: _Seen | None = None
        self._answering = False
        self._waiting: list[Phrase] = []
        bridge.aimed.connect(self._aimed)
        bridge.shellChanged.connect(self._dressed)
        bridge.sent.connect(self._heard)
        self._speech_ended.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    @property
    def speaking(self) -> bool:
        """True while something is being said, or waits to be."""
        return self._voice.speaking or bool(self._waiting)

    def speech_changed(self, speaking: bool) -> None:
        """Tell that the voice began or ended; callable from any thread."""
        if not speaking:
            self._speech_ended.emit()

    # --- what happens ---

    @Slot(object)
    def _aimed(self, told: Mapping[str, Any]) -> None:
        """The keys went to a control, or the control changed."""
        self._control = control_of(told)
        self._look()
        self._answering = False

    @Slot(str, object)
    def _heard(self, name: str, _: object) -> None:
        """A key or a touch: whoever acts need not listen to the end."""
        _, _, shell = self._bridge.shown()
        self._waiting = []
        self._voice.stop()
        self._answering = True
        if name == "repeat":
            self._repeat(shell)
        elif name in _LEVELS and shell.get("audio"):
            kind, most = _LEVELS[name]
            if shell.get(kind) == most:
                self._say(_level(kind, shell, self._reader(shell)), shell)

    @Slot()
    def _go_on(self) -> None:
        """The voice fell silent: what waited is said now."""
        if self._waiting and not self._voice.speaking:
            phrases, self._waiting = self._waiting, []
            self._say(phrases, self._bridge.shown()[2])

    @Slot()
    def _dressed(self) -> None:
        """Speech may have been switched off; of all else QML tells once it has built it."""
        shell = self._bridge.shown()[2]
        if self._seen is not None and not shell.get("audio"):
            self._end(shell)

    # --- looking ---

    def _look(self) -> None:
        screen, view, shell = self._bridge.shown()
        if not shell.get("audio"):
            return
        now = _Seen(screen, view, shell, self._control)
        before, self._seen = self._seen, now
        read = self._reader(shell)
        if before is None:
            welcome = read.message("audio.welcome" if read.private else "audio.on")
            self._say([welcome, *_place(now, read)], shell)
        elif now.place != before.place:
            self._say([*_toast(before, now, read), *self._arrival(before, now, read)], shell)
        else:
            self._tell_changes(before, now, read)

    def _end(self, shell: View) -> None:
        """Who switched speech off in the dialog hears that it worked."""
        self._seen, self._waiting = None, []
        self._voice.stop()
        if (shell.get("dialog") or {}).get("kind") == "audio":
            self._say([self._reader(shell).message("audio.off")], shell)

    def _arrival(self, before: _Seen, now: _Seen, read: Reader) -> list[Phrase]:
        if before.control.dialog and not now.dialog and before.ground == now.ground:
            # Back from a dialog the screen is known: where the keys are is enough.
            return [
                *speech.title(now.screen, now.view, read),
                *speech.control(now.control, read),
            ]
        return _place(now, read)

    def _tell_changes(self, before: _Seen, now: _Seen, read: Reader) -> None:
        asked = [
            *_plugged(before, now, read),
            *_levels(before, now, read),
            *_typing(before, now, read),
            *self._control_changes(before, now, read),
        ]
        news, polite = _news(before, now, read)
        toast = _toast(before, now, read)
        if asked or (news and not polite):
            self._say([*toast, *news, *asked], now.shell)
        elif toast or news:
            self._say_later([*toast, *news], now.shell)

    def _control_changes(self, before: _Seen, now: _Seen, read: Reader) -> list[Phrase]:
        was, one = before.control, now.control
        if (was.name, was.section) != (one.name, one.section):
            return speech.control(one, read, entering=was.section != one.section)
        if one.refused and not was.refused:
            return speech.control(one, read)
        if one.section == "bar":
            return []  # its changes are told by a line at the foot of the screen
        # A hint may change by itself, such as how many wait: only who asked is told.
        answered = was.hint != one.hint and self._answering and one.role != "field"
        if was.label != one.label or answered:
            return speech.control(one, read)
        if (was.chosen, was.usable) != (one.chosen, one.usable):
            return speech.state(one, read)
        return []

    def _repeat(self, shell: View) -> None:
        """Say all of the screen again; to whom nothing is said, begin to speak."""
        if not shell.get("audio"):
            self._bridge.send("audioToggle")
        elif self._seen is not None:
            self._say(_place(self._seen, self._reader(shell)), shell)

    # --- saying ---

    def _reader(self, shell: View) -> Reader:
        language = str(shell.get("language", "id"))
        if language not in self._lexicons:
            self._lexicons[language] = Lexicon(self._languages[language])
        # No voice speaks Javanese or Sundanese: their Indonesian is spoken.
        spoken = self._languages["en" if language == "en" else "id"]
        return Reader(self._lexicons[language], spoken, private=bool(shell.get("headphones")))

    def _say(self, phrases: Sequence[Phrase], shell: View) -> None:
        if not phrases:
            return
        self._waiting = []
        self._voice.say(
            phrases,
            str(shell.get("language", "id")),
            volume=int(shell.get("volume", 3)),
            speed=int(shell.get("speed", 2)),
        )

    def _say_later(self, phrases: list[Phrase], shell: View) -> None:
        """What may wait until the sentence is out; of several the newest counts."""
        if self._voice.speaking:
            self._waiting = phrases
        else:
            self._say(phrases, shell)


# --- what is new ------------------------------------------------------------------------------


def _place(now: _Seen, read: Reader) -> list[Phrase]:
    """All of where one is: title, facts, the control that has the keys, how many there are."""
    if now.dialog:
        told = speech.dialog(now.control, now.dialog, read)
    else:
        told = speech.screen(now.screen, now.view, now.shell, now.control.step, read)
    return [
        *told,
        *speech.control(now.control, read, entering=True),
        *speech.choices(now.control.count, "" if now.dialog else now.control.page, read),
    ]


def _toast(before: _Seen, now: _Seen, read: Reader) -> list[Phrase]:
    toast = now.shell.get("toast")
    return [read(toast)] if toast and toast != before.shell.get("toast") else []


def _plugged(before: _Seen, now: _Seen, read: Reader) -> list[Phrase]:
    """Who listened to the speaker until now is told that nobody else hears any more."""
    plugged = now.shell.get("headphones") and not before.shell.get("headphones")
    return [read.message("audio.plugged")] if plugged else []


def _level(kind: str, shell: View, read: Reader) -> list[Phrase]:
    return [read.message(f"speech.{kind}", n=shell.get(kind))]


def _levels(before: _Seen, now: _Seen, read: Reader) -> list[Phrase]:
    changed = [
        kind for kind in ("volume", "speed") if before.shell.get(kind) != now.shell.get(kind)
    ]
    return [phrase for kind in changed for phrase in _level(kind, now.shell, read)]


def _typing(before: _Seen, now: _Seen, read: Reader) -> list[Phrase]:
    field = speech.TYPED.get(now.screen)
    if field is None or before.view[field] == now.view[field]:
        return []
    letters = speech.typed(str(before.view[field]), str(now.view[field]), read)
    found = speech.results(now.view, read) if now.screen == "S03" else []
    return [*letters, *found, *speech.room(now.view, LAST_LETTERS, read)]


def _news(before: _Seen, now: _Seen, read: Reader) -> tuple[list[Phrase], bool]:
    """What the screen or the dialog says by itself, and whether it may wait its turn."""
    old, new = (_live(seen, read) for seen in (before, now))
    told = [phrase for phrase in new if phrase not in old]
    state = (now.view.get("pill") or {}).get("state")
    polite = state in ("looking", "hint", "reading") and not now.view.get("error")
    left, left_before = (seen.dialog.get("seconds", 0) for seen in (now, before))
    if left <= LAST_SECONDS < left_before:
        told.append(read.message("time.seconds", n=round(left)))
    return told, polite


def _live(seen: _Seen, read: Reader) -> list[Phrase]:
    if seen.dialog:
        called = seen.dialog.get("called")
        return [read(called)] if called else []
    banner = seen.shell.get("banner") or {}
    said = speech.live(seen.screen, seen.view, read)
    return [*said, *([read(banner["text"])] if banner else [])]
