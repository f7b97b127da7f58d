"""Speaks through espeak-ng and recorded clips, each as a process of its own, on one thread.

espeak-ng has no Javanese and no Sundanese voice: what a site has recorded is played, the rest is
spoken in Indonesian. Where espeak-ng is missing the clips are all there is.
"""

import array
import io
import shutil
import subprocess
import threading
import traceback
import wave
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from devices.guard import keep_running
from kiosk.ports import Clock

Phrase = tuple[str, str]
"""Words, and the key of the message they are ("" for none): the name of a clip."""

AMPLITUDES = (40, 70, 100, 140, 180)
"""Of espeak-ng, whose own is 100, by volume 1 to 5."""
WORDS_PER_MINUTE = (120, 150, 190)
"""By speed 1 to 3."""
VOICES = {"id": "id", "en": "en"}
"""Of espeak-ng, by language. All others are spoken by the Indonesian one, in Indonesian."""
CLOSE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class _Utterance:
    phrases: Sequence[Phrase]
    language: str
    volume: int
    speed: int


class EspeakVoice:
    """One utterance at a time; a new one interrupts the one before. Nobody waits for it.

    `changed` hears from the voice's thread that speech began or ended; `heard` is told of every
    utterance (language, text) on the caller's thread; `note` writes one log line.
    """

    def __init__(
        self,
        clips: Path,
        clock: Clock,
        *,
        changed: Callable[[bool], None] = lambda _: None,
        heard: Callable[[str, str], None] = lambda *_: None,
        note: Callable[..., None] = lambda *_, **__: None,
    ) -> None:
        """`clips` holds a folder for each language, with KEY.wav for a message."""
        self._clips = clips
        self._clock = clock
        self._tell = changed
        self._heard = heard
        self._note = note
        self._program = shutil.which("espeak-ng")
        self._player = shutil.which("aplay")
        self._changed = threading.Condition()
        self._next: _Utterance | None = None
        self._current: _Utterance | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._closing = False
        self._told_of_silence = False
        self._thread: threading.Thread | None = None

    def say(
        self, phrases: Sequence[Phrase], language: str, *, volume: int = 3, speed: int = 2
    ) -> None:
        """Begin to speak and return at once."""
        self._heard(language, _text(phrases))
        with self._changed:
            self._interrupt(_Utterance(phrases, language, volume, speed))
            if self._thread is None and not self._closing:
                self._thread = threading.Thread(target=self._run, name="voice", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """Be silent."""
        with self._changed:
            self._interrupt(None)

    @property
    def speaking(self) -> bool:
        """True until the last word is out."""
        with self._changed:
            return self._next is not None or self._current is not None

    def close(self) -> None:
        """Be silent for good; waits briefly for the thread."""
        with self._changed:
            self._closing = True
            self._interrupt(None)
        if self._thread is not None:
            self._thread.join(CLOSE_SECONDS)

    def _interrupt(self, following: _Utterance | None) -> None:
        self._next = following
        self._current = None
        if self._process is not None:
            self._process.kill()
        self._changed.notify_all()

    # --- the voice's own thread ---

    def _run(self) -> None:
        keep_running(self._speak, self._rest, self._failed, self._clock)

    def _rest(self, seconds: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self._closing, seconds)

    def _failed(self, error: Exception) -> None:
        # Where it failed and not what it said: an error's words may hold what was to be spoken.
        place = "".join(traceback.format_tb(error.__traceback__))
        self._note("voice.failed", error=type(error).__name__, place=place)

    def _speak(self) -> None:
        while (utterance := self._await()) is not None:
            self._tell(True)
            for command, fed in self._parts(utterance):
                self._play(utterance, command, fed)

    def _await(self) -> _Utterance | None:
        """The next utterance, which from now on is the current one; None when closing."""
        with self._changed:
            self._current = None
            silent = self._next is None
        if silent:
            self._tell(False)
        with self._changed:
            self._changed.wait_for(lambda: self._next is not None or self._closing)
            self._current, self._next = self._next, None
            return None if self._closing else self._current

    def _parts(self, utterance: _Utterance) -> Iterator[tuple[Sequence[str], bytes]]:
        """Programs to run one after the other, and what each is fed."""
        for clip, phrases in groupby(utterance.phrases, lambda one: self._clip(utterance, one[1])):
            if clip is not None:
                yield (str(self._player), "-q", "-"), _louder(clip, utterance.volume)
            elif self._program is not None:
                yield self._espeak(utterance), _text(list(phrases)).encode()
            else:
                self._stay_silent("espeak-ng is not installed, and nothing is recorded")

    def _espeak(self, utterance: _Utterance) -> Sequence[str]:
        voice = VOICES.get(utterance.language, "id")
        amplitude = AMPLITUDES[utterance.volume - 1]
        speed = WORDS_PER_MINUTE[utterance.speed - 1]
        program = str(self._program)
        return (program, "-v", voice, "-a", str(amplitude), "-s", str(speed), "--stdin")

    def _clip(self, utterance: _Utterance, key: str) -> Path | None:
        """The recording of a message, where there is one and nothing better speaks."""
        better = self._program is not None and utterance.language in VOICES
        if better or not key or self._player is None:
            return None
        path = self._clips / utterance.language / f"{key}.wav"
        return path if path.is_file() else None

    def _play(self, utterance: _Utterance, command: Sequence[str], fed: bytes) -> None:
        with self._changed:
            if self._current is not utterance:
                return
            try:
                process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            except OSError as error:
                self._stay_silent(f"{Path(command[0]).name} cannot start: {error.strerror}")
                return
            self._process = process
        process.communicate(fed)
        with self._changed:
            self._process = None
        if process.returncode > 0:  # below zero it was interrupted
            self._stay_silent(f"{Path(command[0]).name} ended with {process.returncode}")

    def _stay_silent(self, reason: str) -> None:
        """Staff read once why nothing is heard; a visitor sees the screen all the same."""
        if not self._told_of_silence:
            self._told_of_silence = True
            self._note("voice.silent", reason=reason)


def _text(phrases: Sequence[Phrase]) -> str:
    """Phrases as one text, with a pause after each."""
    texts = (words.strip() for words, _ in phrases)
    return " ".join(text if text[-1] in ".?!" else f"{text}." for text in texts if text)


def _louder(clip: Path, volume: int) -> bytes:
    """A recording as loud as espeak-ng would speak; one that is no 16-bit sound stays as it is."""
    share = AMPLITUDES[volume - 1] / AMPLITUDES[2]
    raw = clip.read_bytes()
    with suppress(wave.Error, EOFError), wave.open(io.BytesIO(raw)) as found:
        if found.getsampwidth() == 2:
            samples = array.array("h", found.readframes(found.getnframes()))
            scaled = (max(-32768, min(32767, round(sample * share))) for sample in samples)
            made = io.BytesIO()
            with wave.open(made, "wb") as written:
                written.setparams(found.getparams())
                written.writeframes(array.array("h", scaled).tobytes())
            return made.getvalue()
    return raw
