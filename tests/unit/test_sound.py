"""Voice and sounds: a kiosk whose programs are missing, dead or dying is silent, and that is all."""

import shutil
from pathlib import Path

import pytest

from devices.sounds import Sounds
from devices.voice import EspeakVoice

MORE_THAN_A_PIPE_HOLDS = "Selamat pagi. " * 10_000


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder where programs are looked for."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def _program(folder: Path, name: str, text: str = "#!/bin/sh\nexit 1\n") -> Path:
    file = folder / name
    file.write_text(text)
    file.chmod(0o755)
    assert shutil.which(name) == str(file)
    return file


def test_without_a_program_nothing_is_spoken_or_played(programs: Path) -> None:
    voice, sounds = EspeakVoice(), Sounds(programs)

    voice.say("Selamat pagi", "id")
    sounds.play("done")

    voice.stop()
    sounds.close()


def test_a_voice_that_dies_at_once_leaves_the_kiosk_silent(programs: Path) -> None:
    _program(programs, "espeak-ng")
    voice = EspeakVoice()

    voice.say(MORE_THAN_A_PIPE_HOLDS, "id")
    voice.say(MORE_THAN_A_PIPE_HOLDS, "id")

    voice.stop()


@pytest.mark.parametrize("text", [None, "no program at all"], ids=["gone", "not to be started"])
def test_a_program_that_cannot_start_leaves_the_kiosk_silent(
    programs: Path, text: str | None
) -> None:
    voice_program, player = _program(programs, "espeak-ng"), _program(programs, "aplay")
    voice, sounds = EspeakVoice(), Sounds(programs)
    for file in (voice_program, player):
        file.unlink() if text is None else file.write_text(text)

    voice.say("Selamat pagi", "id")
    sounds.play("done")

    voice.stop()
    sounds.close()
