"""Sounds: a kiosk whose player is missing, dead or dying is silent, and that is all."""

import array
import math
import os
import shutil
import wave
from pathlib import Path

import pytest

from devices.sounds import Sounds
from kiosk.domain.effects import Sound
from tests.samples import ROOT

SHIPPED = ROOT / "resources/sounds"
RECORDING = '#!/bin/sh\necho "$*" > {pipe}\n'
HANGING = '#!/bin/sh\necho "$*" > {pipe}\nexec /bin/sleep 600\n'


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder where programs are looked for."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def _player(folder: Path, text: str) -> Path:
    file = folder / "aplay"
    file.write_text(text.format(pipe=folder / "played"))
    file.chmod(0o755)
    os.mkfifo(folder / "played")
    assert shutil.which("aplay") == str(file)
    return file


def _played(folder: Path) -> str:
    """What the player was asked for, once it runs."""
    return (folder / "played").read_text()


def test_a_sound_is_played_by_its_name(programs: Path) -> None:
    _player(programs, RECORDING)
    sounds = Sounds(SHIPPED)

    sounds.play("warn")

    assert _played(programs) == f"-q {SHIPPED}/warn.wav\n"
    sounds.close()


def test_switched_off_nothing_is_played(programs: Path) -> None:
    player = _player(programs, "#!/bin/sh\n/bin/touch {pipe}.played\n")
    off, on = Sounds(SHIPPED, on=False), Sounds(SHIPPED)

    off.play("warn")
    player.write_text(RECORDING.format(pipe=programs / "played"))
    on.play("success")

    assert _played(programs) == f"-q {SHIPPED}/success.wav\n"
    on.close()
    assert not (programs / "played.played").exists()


def test_a_sound_under_way_is_left_to_end(programs: Path) -> None:
    player = _player(programs, HANGING)
    sounds = Sounds(SHIPPED)
    sounds.play("success")
    first = _played(programs)

    player.write_text("#!/bin/sh\n/bin/touch {pipe}.played\n".format(pipe=programs / "played"))
    sounds.play("tap")
    sounds.close()

    assert first == f"-q {SHIPPED}/success.wav\n"
    assert not (programs / "played.played").exists()


def test_without_a_player_nothing_is_played(programs: Path) -> None:
    sounds = Sounds(programs)

    sounds.play("success")

    sounds.close()


@pytest.mark.parametrize("text", [None, "no program at all"], ids=["gone", "not to be started"])
def test_a_player_that_cannot_start_leaves_the_kiosk_silent(
    programs: Path, text: str | None
) -> None:
    player = _player(programs, RECORDING)
    sounds = Sounds(programs)
    player.unlink() if text is None else player.write_text(text)

    sounds.play("success")

    sounds.close()


@pytest.mark.parametrize("name", [*Sound, "tap"])
def test_every_sound_is_shipped_and_heard(name: str) -> None:
    samples, _ = _shipped(name)

    assert max(abs(sample) for sample in samples) > 0


def test_the_tick_of_a_key_is_short_and_quiet() -> None:
    samples, rate = _shipped("tap")

    seconds = len(samples) / rate
    decibels = 20 * math.log10(max(abs(sample) for sample in samples) / 32768)

    assert seconds <= 0.012
    assert -26 <= decibels <= -23.9


def _shipped(name: str) -> tuple[list[int], int]:
    with wave.open(str(SHIPPED / f"{name}.wav")) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        samples = array.array("h", sound.readframes(sound.getnframes()))
        return list(samples), sound.getframerate()
