"""Short sounds through `aplay`, as a process of their own; a kiosk without sound card stays silent."""

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

CLOSE_SECONDS = 1.0


class Sounds:
    """Plays WAV files of a folder by name, one at a time; switched off it plays none."""

    def __init__(self, folder: Path, *, on: bool = True) -> None:
        self._folder = folder
        self._player = shutil.which("aplay") if on else None
        self._playing: subprocess.Popen[bytes] | None = None

    def play(self, name: str) -> None:
        """Start a sound and return at once; a sound still playing is left to end."""
        if self._player is None or (self._playing and self._playing.poll() is None):
            return
        file = self._folder / f"{name}.wav"
        with suppress(OSError):  # the program is gone or cannot start: no sound this time
            self._playing = subprocess.Popen(
                [self._player, "-q", str(file)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def close(self) -> None:
        """End a sound under way; waits for it briefly."""
        if self._playing:
            self._playing.terminate()
            # One that hangs in a broken driver is left behind.
            with suppress(subprocess.TimeoutExpired):
                self._playing.wait(CLOSE_SECONDS)
