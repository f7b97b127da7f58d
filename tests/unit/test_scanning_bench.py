"""The benchmark's own pictures: the same for the same seed, and scored for what they are."""

import base64
import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.bench_scanning import measure
from benchmarks.scanning_engines import photographs, score, score_photographs
from benchmarks.scanning_pictures import Sample, samples
from devices import zxing_reader
from devices.vision import Image
from tests.scanning import camera_frame, code_picture

SHOWN = Sample("shown", camera_frame(code_picture(b"shown")), b"shown")
EMPTY = Sample("no code", camera_frame(None), None)


def test_a_seed_gives_the_same_frames_twice_and_another_seed_others() -> None:
    first, again, other = samples(1, 2), samples(1, 2), samples(2, 2)

    assert first == again
    assert {sample.content for sample in first}.isdisjoint(
        sample.content for sample in other if sample.content
    )


def test_reading_altering_and_inventing_are_told_apart() -> None:
    def invents(_: Image) -> list[bytes]:
        return [b"invented"]

    honest = score(zxing_reader.read, [SHOWN, EMPTY], turns=1)
    liar = score(invents, [SHOWN, EMPTY], turns=1)

    assert (honest.total(), honest.altered, honest.invented) == (100.0, 0, 0)
    assert (liar.total(), liar.altered, liar.invented) == (0.0, 1, 1)


def test_a_folder_of_photographs_is_scored_by_what_was_written_down(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(SHOWN.packet)
    (tmp_path / "b.jpg").write_bytes(SHOWN.packet)
    (tmp_path / "c.jpg").write_bytes(EMPTY.packet)
    payloads = [[base64.b64encode(b"shown").decode()], [base64.b64encode(b"else").decode()], []]
    rows = [
        json.dumps({"file": f"{name}.jpg", "payloads": payload})
        for name, payload in zip("abc", payloads, strict=True)
    ]
    (tmp_path / "truth.jsonl").write_text("\n".join(rows))

    made = score_photographs(zxing_reader.read, photographs(tmp_path), turns=1)

    assert (made.total(), made.altered, made.invented) == (50.0, 1, 0)


def test_a_folder_without_a_word_is_all_its_pictures(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(SHOWN.packet)
    (tmp_path / "notes.txt").write_bytes(np.zeros(4, np.uint8).tobytes())

    made = score_photographs(zxing_reader.read, photographs(tmp_path), turns=1)

    assert made.total() == 100.0


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "no photographs there"),
        ({"notes.txt": ""}, "no photographs there"),
        ({"a.jpg": "", "truth.jsonl": "a.jpg"}, "one object a line"),
        ({"a.jpg": "", "truth.jsonl": '{"file": "a.jpg"}'}, "one object a line"),
        ({"truth.jsonl": '{"file": "a.jpg", "payloads": []}\n\n'}, "no photographs there"),
    ],
)
def test_a_folder_that_cannot_be_measured_is_refused(
    files: dict[str, str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)

    with pytest.raises(SystemExit, match="2"):
        list(measure(["--folder", str(tmp_path)]))

    assert told in capsys.readouterr().err
