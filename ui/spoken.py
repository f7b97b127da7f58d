"""Text as it is spoken: numbers and times as words, and the Indonesian of what has no voice.

It is apart from what is said of a screen (`ui/speech.py`), which knows no spelling.
"""

import re
from collections.abc import Mapping
from datetime import time
from typing import NamedTuple

from kiosk.domain import wording
from kiosk.domain.label import ALPHABET
from kiosk.domain.words import Words


class Phrase(NamedTuple):
    """A few words to speak. `key` names the message they are, where a clip of it may exist."""

    words: str
    key: str = ""


class Message(NamedTuple):
    """The message a text was made from, and what was put into its places."""

    key: str
    values: Mapping[str, str]


_PLACE = re.compile(r"\{(\w+)\}")
_LETTER = re.compile(r"[^\W\d_]")
# What no visitor sees: staff's words, paper, and what is only ever spoken.
_UNSEEN = ("tech.", "stat.", "tv.", "dock.", "call.", "speech.")
_JOINTS = (" · ", ". ", ", ")
_DAY_OF_MONTH = re.compile(r"(\d{1,2}) (\D+)")

# A speaker stands in a hall: nobody's name and nobody's number is said aloud.
ALOUD = {
    "cat.title.name": "cat.title",
    "scan.ok": "speech.read",
    "det.have": "speech.have",
    "done.title": "speech.ready",
    "err.booking.done.x": "speech.wait",
}

_MASKED = re.compile(r"\S*[*•]{2,}\S*(?: \S*[*•]{2,}\S*)*")
_LABEL = re.compile(rf"\b[{ALPHABET}]{{1,2}}(?:[1-9]\d?)? \d{{3,4}}[{ALPHABET}]{{0,2}}\b")
_CLOCK = r"(?:[01]?\d|2[0-3])[.:][0-5]\d"
_CLOCKS = re.compile(rf"\b({_CLOCK})–({_CLOCK})\b")
_ONE_CLOCK = re.compile(rf"\b{_CLOCK}\b")
_RANGE = re.compile(r"\b(\d+)–(\d+)\b")
_RUPIAH = re.compile(r"\bRp ?(\d[\d.]*)(?:,\d\d|,-)?")
_SIGNS = {
    "-": "dash",
    "/": "slash",
    ".": "dot",
    ",": "comma",
    "(": "open",
    ")": "close",
    "&": "and",
    "+": "plus",
    "'": "apostrophe",
    ":": "colon",
    ";": "semicolon",
    "?": "question",
    "!": "exclamation",
    "@": "at",
    '"': "quote",
    "_": "underscore",
}


class Lexicon:
    """Finds which message a text on the screen is."""

    def __init__(self, words: Words) -> None:
        self._exact: dict[str, str] = {}
        forms = []
        for key, text in words.table.items():
            if key.startswith(_UNSEEN):
                continue
            if not _PLACE.search(text):
                self._exact.setdefault(_plain(text), key)
            elif _LETTER.search(_PLACE.sub("", text)):
                forms.append((key, _form(text)))
        # The form with most words of its own first: others would take its words for values.
        self._forms = sorted(forms, key=lambda form: -len(form[1].pattern))

    def find(self, text: str) -> Message | None:
        """The message of `text`, or None where it is no message but data."""
        if key := self._exact.get(text):
            return Message(key, {})
        for key, form in self._forms:
            if found := form.fullmatch(text):
                return Message(key, found.groupdict())
        return None


class Reader:
    """Turns what is on the screen into what is spoken in one language."""

    def __init__(self, lexicon: Lexicon, spoken: Words, *, private: bool) -> None:
        """`lexicon` is that of the screen's language; `private` when only the visitor hears."""
        self._lexicon = lexicon
        self._spoken = spoken
        self.private = private

    def __call__(self, text: str) -> Phrase:
        """A text from the screen."""
        plain = _plain(text)
        found = self._lexicon.find(plain)
        if found is None:
            return Phrase(self._readable(self._by_parts(plain)))
        words = self._readable(self._filled(found))
        return Phrase(words, "" if found.values else self._key(found.key))

    def message(self, key: str, **values: object) -> Phrase:
        """A message that stands nowhere on the screen."""
        words = self._readable(self._spoken(key, **values))
        return Phrase(words, "" if values else key)

    def number(self, label: str) -> Phrase:
        """A ticket's number or a code, sign by sign: K, nol dua tujuh."""
        return Phrase(wording.spoken_label(self._spoken, label))

    def sign(self, sign: str) -> Phrase:
        """One sign as it is called."""
        if sign == " ":
            return self.message("kb.space")
        if sign in _SIGNS:
            return self.message(f"speech.sign.{_SIGNS[sign]}")
        if sign in "0123456789":
            return self.message(f"speech.digit.{sign}")
        return Phrase(sign.upper())

    def _key(self, key: str) -> str:
        return key if self.private else ALOUD.get(key, key)

    def _filled(self, found: Message) -> str:
        """The message in the spoken language; its places too."""
        values = {name: self._by_parts(value) for name, value in found.values.items()}
        return self._spoken.table[self._key(found.key)].format_map(values)

    def _by_parts(self, text: str) -> str:
        """Several messages joined to one line, each in the spoken language; data stays."""
        if found := self._lexicon.find(text):
            return self._filled(found)
        for joint in _JOINTS:
            if joint in text:
                return joint.join(self._by_parts(part) for part in text.split(joint))
        if date := _DAY_OF_MONTH.fullmatch(text):
            return f"{date[1]} {self._by_parts(date[2])}"
        return text

    def _readable(self, text: str) -> str:
        say = self._spoken
        text = _MASKED.sub(say("speech.masked"), text)
        text = _LABEL.sub(self._label, text)
        text = _CLOCKS.sub(lambda two: self._range(self._time(two[1]), self._time(two[2])), text)
        text = _ONE_CLOCK.sub(lambda one: self._time(one[0]), text)
        text = _RANGE.sub(lambda two: self._range(two[1], two[2]), text)
        text = _RUPIAH.sub(self._rupiah, text)
        return text.replace("±", say("speech.about")).replace(" · ", ", ").replace("…", "")

    def _label(self, found: re.Match[str]) -> str:
        if not self.private:
            return self._spoken("speech.masked")
        return wording.spoken_label(self._spoken, found[0])

    def _time(self, clock: str) -> str:
        hour, minute = re.split("[.:]", clock)
        return wording.spoken_time(self._spoken, time(int(hour), int(minute)))

    def _range(self, first: str, last: str) -> str:
        return self._spoken("speech.range", first=first, last=last)

    def _rupiah(self, amount: re.Match[str]) -> str:
        return self._spoken("speech.rupiah", amount=amount[1].replace(".", ""))


def _plain(text: str) -> str:
    """Without the marks that only keep words together on a line."""
    return text.replace("\u2060", "").replace("\n", " ").replace("\u00a0", " ").strip()


def _form(text: str) -> re.Pattern[str]:
    """The pattern of a message with places."""
    parts = _PLACE.split(_plain(text))
    return re.compile(
        "".join(
            f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts)
        )
    )
