"""Short sounds through `aplay`, as a process of their own; a kiosk without sound card stays silent."""

import shutil
import subprocess
from pathlib import Path


class Sounds:
    """Plays WAV files of a folder by name, one at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._player = shutil.which("aplay")
        self._playing: subprocess.Popen[bytes] | None = None

    def play(self, name: str) -> None:
        """Start a sound and return at once; a sound still playing is left to end."""
        if self._player is None or (self._playing and self._playing.poll() is None):
            return
        file = self._folder / f"{name}.wav"
        self._playing = subprocess.Popen(
            [self._player, "-q", str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def close(self) -> None:
        """Wait for a sound under way, briefly."""
        if self._playing:
            self._playing.terminate()
            self._playing.wait(1)
