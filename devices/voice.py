"""Speaks through espeak-ng, as a process of its own; a kiosk without it stays silent."""

import shutil
import subprocess
from contextlib import suppress

WORDS_PER_MINUTE = 150
# espeak-ng has no Javanese or Sundanese voice; Indonesian reads both understandably.
_VOICES = {"en": "en"}


class EspeakVoice:
    """One sentence at a time; a new one interrupts the one before."""

    def __init__(self) -> None:
        self._program = shutil.which("espeak-ng")
        self._speaking: subprocess.Popen[bytes] | None = None

    def say(self, text: str, language: str) -> None:
        """Begin to speak and return at once."""
        self.stop()
        if self._program is None:
            return
        voice = _VOICES.get(language, "id")
        # A program that is gone, cannot start or dies at once: this sentence stays unspoken.
        with suppress(OSError):
            self._speaking = subprocess.Popen(
                [self._program, "-v", voice, "-s", str(WORDS_PER_MINUTE), "--stdin"],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            if self._speaking.stdin is not None:
                with self._speaking.stdin as words:
                    words.write(text.encode())

    def stop(self) -> None:
        """Be silent."""
        if self._speaking is not None:
            self._speaking.kill()
            self._speaking.wait()
            self._speaking = None
