"""The voice: one utterance at a time, in the right language, as loud as asked, never in the way."""

import array
import io
import math
import os
import shutil
import threading
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.voice import AMPLITUDES, EspeakVoice
from tests.fakes import FakeTime

Made = Callable[..., "Spoken"]
PATIENCE_SECONDS = 10.0
MORE_THAN_A_PIPE_HOLDS = "Selamat pagi. " * 10_000
ESPEAK = shutil.which("espeak-ng") or "espeak-ng"

# Each call of a program appends its arguments and what it is fed to one file.
RECORDING = """#!/bin/sh
{{ echo "{name} $*"; /bin/cat; echo; }} >> {file}
"""
# It tells its process id through a pipe, reads nothing, and never ends by itself.
HANGING = """#!/bin/sh
echo $$ > {pipe}
exec /bin/sleep 600
"""


class Spoken:
    """A voice among programs of our making, and what it did with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clips = folder / "clips"
        self.silent = threading.Event()
        self.began = threading.Event()
        self.heard: list[tuple[str, str]] = []
        self.notes: list[tuple[str, dict[str, object]]] = []
        self.voice = EspeakVoice(
            self.clips,
            FakeTime(),
            changed=self._changed,
            heard=lambda language, text: self.heard.append((language, text)),
            note=lambda event, **fields: self.notes.append((event, fields)),
        )

    def _changed(self, speaking: bool) -> None:
        (self.began if speaking else self.silent).set()

    def say(self, *phrases: tuple[str, str], language: str = "id", **how: int) -> None:
        """Say something, and wait until the last word is out."""
        self.silent.clear()
        self.voice.say(phrases, language, **how)
        assert self.silent.wait(PATIENCE_SECONDS)

    def ran(self) -> str:
        """The calls of programs so far."""
        file = self.folder / "ran"
        return file.read_text(errors="replace") if file.exists() else ""

    def record(self, language: str, key: str, loudest: int = 1000) -> Path:
        """Put a clip where a site puts it."""
        path = self.clips / language / f"{key}.wav"
        path.parent.mkdir(parents=True, exist_ok=True)
        with wave.open(str(path), "wb") as clip:
            clip.setparams((1, 2, 22050, 0, "NONE", ""))
            clip.writeframes(array.array("h", [0, loudest, -loudest]).tobytes())
        return path


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    """Make a voice where only these programs exist."""
    voices: list[Spoken] = []

    def make(**programs: str) -> Spoken:
        monkeypatch.setenv("PATH", str(tmp_path / "bin"))
        if not (tmp_path / "pid").exists():
            os.mkfifo(tmp_path / "pid")
        for name, text in programs.items():
            _install(tmp_path, name.replace("_", "-"), text)
        voices.append(Spoken(tmp_path))
        return voices[-1]

    yield make
    for one in voices:
        one.voice.close()


def _install(folder: Path, name: str, text: str) -> None:
    file = folder / "bin" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text.format(name=name, file=folder / "ran", pipe=folder / "pid"))
    file.chmod(0o755)


# --- espeak-ng --------------------------------------------------------------------------------


def test_phrases_are_spoken_as_sentences(made: Made) -> None:
    spoken = made(espeak_ng=RECORDING)

    spoken.say(("Urus apa hari ini?", "idle.title"), ("7 pilihan", ""))

    assert spoken.ran() == (
        "espeak-ng -v id -a 100 -s 150 --stdin\nUrus apa hari ini? 7 pilihan.\n"
    )


@pytest.mark.parametrize(
    ("language", "voice"),
    [("id", "id"), ("en", "en"), ("jv", "id"), ("su", "id"), ("ban", "id")],
)
def test_a_language_without_a_voice_is_spoken_by_the_indonesian_one(
    made: Made, language: str, voice: str
) -> None:
    spoken = made(espeak_ng=RECORDING)

    spoken.say(("Kembali", "common.back"), language=language)

    assert f"espeak-ng -v {voice} " in spoken.ran()


def test_volume_and_speed_are_asked_of_espeak(made: Made) -> None:
    spoken = made(espeak_ng=RECORDING)

    for volume, speed in ((1, 1), (5, 3)):
        spoken.say(("Selamat pagi", ""), volume=volume, speed=speed)

    assert "-a 40 -s 120" in spoken.ran()
    assert "-a 180 -s 190" in spoken.ran()


def test_every_utterance_can_be_listened_to(made: Made) -> None:
    spoken = made(espeak_ng=RECORDING)

    spoken.say(("Kembali", "common.back"), ("Selesai", "common.done"), language="su")

    assert spoken.heard == [("su", "Kembali. Selesai.")]


def test_it_tells_when_it_begins_and_ends(made: Made) -> None:
    spoken = made(espeak_ng=HANGING)

    spoken.voice.say([("Selamat pagi", "")], "id")
    assert spoken.began.wait(PATIENCE_SECONDS)
    during = spoken.voice.speaking
    spoken.silent.clear()
    spoken.voice.stop()

    assert spoken.silent.wait(PATIENCE_SECONDS)
    assert (during, spoken.voice.speaking) == (True, False)


def test_a_new_utterance_ends_the_one_before(made: Made, tmp_path: Path) -> None:
    spoken = made(espeak_ng=HANGING)
    spoken.voice.say([("Yang pertama", "")], "id")
    pid = _started(tmp_path)

    _install(tmp_path, "espeak-ng", RECORDING)
    spoken.say(("Yang kedua", ""))

    assert spoken.ran().endswith("Yang kedua.\n")
    assert not _is_alive(pid)


def test_what_was_interrupted_does_not_go_on(made: Made, tmp_path: Path) -> None:
    spoken = made(espeak_ng=HANGING, aplay=RECORDING)
    spoken.record("jv", "common.back")
    spoken.voice.say([("Selamat", ""), ("Kembali", "common.back")], "jv")
    _started(tmp_path)

    spoken.silent.clear()
    spoken.voice.stop()

    assert spoken.silent.wait(PATIENCE_SECONDS)
    assert "aplay" not in spoken.ran()


def test_saying_much_keeps_nobody_waiting(made: Made, tmp_path: Path) -> None:
    spoken = made(espeak_ng=HANGING)

    spoken.voice.say([(MORE_THAN_A_PIPE_HOLDS, "")], "id")

    _started(tmp_path)
    assert spoken.voice.speaking


def test_closing_ends_speech_and_thread(made: Made, tmp_path: Path) -> None:
    spoken = made(espeak_ng=HANGING)
    spoken.voice.say([("Selamat pagi", "")], "id")
    pid = _started(tmp_path)

    spoken.voice.close()

    assert not _is_alive(pid)
    assert not any(thread.name == "voice" for thread in threading.enumerate())


def test_nothing_is_said_after_closing(made: Made) -> None:
    spoken = made(espeak_ng=RECORDING)
    spoken.voice.close()

    spoken.voice.say([("Selamat pagi", "")], "id")

    assert not any(thread.name == "voice" for thread in threading.enumerate())


def _started(folder: Path) -> int:
    """The process id of a program that hangs, once it runs."""
    return int((folder / "pid").read_text())


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


# --- as it sounds -----------------------------------------------------------------------------


def _rendered(made: Made, tmp_path: Path, language: str, **how: int) -> bytes:
    """What espeak-ng itself makes of our orders."""
    wav = tmp_path / "heard.wav"
    made(espeak_ng=f'#!/bin/sh\nexec {ESPEAK} -w {wav} "$@"\n').say(
        ("Selamat datang di anjungan mandiri", ""), language=language, **how
    )
    with wave.open(str(wav)) as found:
        frames: bytes = found.readframes(found.getnframes())
    return frames


def _loudness(frames: bytes) -> float:
    samples = array.array("h", frames)
    return math.sqrt(sum(sample * sample for sample in samples) / len(samples))


def test_each_volume_is_louder_than_the_one_before(made: Made, tmp_path: Path) -> None:
    heard = [_loudness(_rendered(made, tmp_path, "id", volume=volume)) for volume in range(1, 6)]

    assert heard == sorted(heard)
    assert heard[0] > 0
    assert heard[4] > 2 * heard[0]


def test_each_speed_is_shorter_than_the_one_before(made: Made, tmp_path: Path) -> None:
    heard = [len(_rendered(made, tmp_path, "id", speed=speed)) for speed in (1, 2, 3)]

    assert heard == sorted(heard, reverse=True)
    assert len(set(heard)) == 3


def test_javanese_sounds_like_indonesian_and_english_does_not(made: Made, tmp_path: Path) -> None:
    indonesian, javanese, english = (
        _rendered(made, tmp_path, language) for language in ("id", "jv", "en")
    )

    assert javanese == indonesian
    assert english != indonesian


# --- clips ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["jv", "su", "ban"])
def test_what_a_site_recorded_in_a_language_without_a_voice_is_played(
    made: Made, language: str
) -> None:
    spoken = made(espeak_ng=RECORDING, aplay=RECORDING)
    spoken.record(language, "audio.welcome")

    spoken.say(("Selamat datang", "audio.welcome"), ("7 pilihan", ""), language=language)

    calls = [line for line in spoken.ran().splitlines() if line.startswith(("aplay", "espeak"))]
    assert calls == ["aplay -q -", "espeak-ng -v id -a 100 -s 150 --stdin"]
    assert "Selamat datang" not in spoken.ran()


def test_indonesian_and_english_are_spoken_even_where_clips_lie(made: Made) -> None:
    spoken = made(espeak_ng=RECORDING, aplay=RECORDING)
    spoken.record("id", "common.back")

    spoken.say(("Kembali", "common.back"))

    assert "aplay" not in spoken.ran()


def test_without_espeak_the_clips_are_played(made: Made) -> None:
    spoken = made(aplay=RECORDING)
    spoken.record("id", "common.back")

    spoken.say(("Kembali", "common.back"))

    assert spoken.ran().startswith("aplay -q -\n")


def test_a_clip_is_as_loud_as_speech(made: Made, tmp_path: Path) -> None:
    _install(tmp_path, "aplay", f"#!/bin/sh\n/bin/cat > {tmp_path}/played\n")
    spoken = made()
    spoken.record("jv", "common.back", loudest=10_000)

    loudest = []
    for volume in (1, 3, 5):
        spoken.say(("Kembali", "common.back"), language="jv", volume=volume)
        with wave.open(io.BytesIO((tmp_path / "played").read_bytes())) as played:
            loudest.append(max(array.array("h", played.readframes(played.getnframes()))))

    assert loudest == [10_000 * amplitude // 100 for amplitude in (AMPLITUDES[0], 100, 180)]


def test_a_clip_that_is_no_sound_is_left_to_the_player(made: Made, tmp_path: Path) -> None:
    spoken = made(aplay=RECORDING)
    spoken.record("jv", "common.back").write_bytes(b"no sound at all")

    spoken.say(("Kembali", "common.back"), language="jv")

    assert "no sound at all" in spoken.ran()


# --- silence ----------------------------------------------------------------------------------


def test_without_program_and_clips_the_log_says_so_once(made: Made) -> None:
    spoken = made()

    spoken.say(("Selamat pagi", ""))
    spoken.say(("Selamat siang", ""))

    assert [event for event, _ in spoken.notes] == ["voice.silent"]


@pytest.mark.parametrize("program", ["#!/bin/sh\nexit 1\n", "no program at all"])
def test_a_program_that_dies_or_cannot_start_is_told_of_once(made: Made, program: str) -> None:
    spoken = made(espeak_ng=program)

    spoken.say((MORE_THAN_A_PIPE_HOLDS, ""))
    spoken.say((MORE_THAN_A_PIPE_HOLDS, ""))

    assert [event for event, _ in spoken.notes] == ["voice.silent"]
    assert "espeak-ng" in str(spoken.notes[0][1]["reason"])


def test_a_program_that_goes_away_leaves_the_kiosk_silent(made: Made, tmp_path: Path) -> None:
    spoken = made(espeak_ng=RECORDING)
    (tmp_path / "bin/espeak-ng").unlink()

    spoken.say(("Selamat pagi", ""))

    assert [event for event, _ in spoken.notes] == ["voice.silent"]


def test_no_word_of_what_was_said_is_in_the_log(made: Made) -> None:
    spoken = made(espeak_ng="#!/bin/sh\nexit 1\n")

    spoken.say(("Pilih layanan, Siti", ""))

    assert "Siti" not in str(spoken.notes)
