"""What a hostile phone shows: malformed symbols end nothing, hang nothing and lose nobody's code."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from devices import vision
from devices.clock import SystemClock
from devices.decoder import CodeReader
from devices.zbar_reader import ZbarReader
from tests.hostile import hostile_symbols
from tests.scanning import PATIENCE_SECONDS, camera_frame, code_picture, picture_of
from tests.webcams import Webcam, watching

HONEST_EACH = 50


@pytest.fixture
def helper() -> Iterator[ZbarReader]:
    helper = ZbarReader(SystemClock())
    helper.start()
    assert helper.ready(PATIENCE_SECONDS)
    yield helper
    helper.close()


def _withstands(helper: ZbarReader, seed: int, count: int, version_most: int) -> None:
    """Every way of reading sees hostile symbols, and an honest one now and then."""
    reader, process = CodeReader(helper.read), helper.process_id
    for number, symbol in enumerate(hostile_symbols(seed, count, version_most)):
        picture = picture_of(symbol, module_px=3)
        region = vision.Region(0, 0, picture.shape[1], picture.shape[0], 30.0)
        reader.read(picture)
        reader.read_closely(picture, region)
        helper.read(picture)
        if number % HONEST_EACH == 0:
            honest = b"honest %d" % number
            assert reader.read(code_picture(honest)) == [honest]
            assert helper.read(code_picture(honest)) == [honest]

    assert helper.process_id == process


def test_hostile_symbols_end_nothing(helper: ZbarReader) -> None:
    _withstands(helper, seed=7, count=1500, version_most=5)


@pytest.mark.soak
def test_many_larger_hostile_symbols_end_nothing(helper: ZbarReader) -> None:
    _withstands(helper, seed=8, count=7500, version_most=11)


def test_a_helper_that_is_killed_while_it_reads_loses_no_code(helper: ZbarReader) -> None:
    reader, seen = CodeReader(helper.read), []
    disorder = np.random.default_rng(3).integers(0, 255, (90, 90), dtype=np.uint8)
    region = vision.Region(0, 0, 10_000, 10_000, 30.0)

    for number in range(6):
        assert helper.read(code_picture(b"alive")) == [b"alive"]
        assert helper.process_id is not None
        os.kill(helper.process_id, signal.SIGKILL)
        picture = code_picture(b"code %d" % number)
        # Sixteen turns are all slow ways; the helper's own way finds it gone.
        slowly = [reader.read_closely(disorder, region) for _ in range(16)]
        closely = reader.read_closely(picture, region)
        seen.append((any(slowly), reader.read(picture), closely))
        helper.start()
        assert helper.ready(PATIENCE_SECONDS)

    assert seen == [(False, [code], [code]) for code in (b"code %d" % n for n in range(6))]


@pytest.mark.soak
def test_a_scanner_outlives_a_webcam_that_fails_over_and_over(tmp_path: Path) -> None:
    webcam = Webcam(tmp_path)
    rounds = [("unplugged", "missing"), ("stalled", "stalled"), ("corrupt", "stalled")] * 40
    webcam.show(_film(tmp_path, 0))

    with watching(webcam) as scanner:
        scanner.ask(mode="preview")
        scanner.until_code(b"code 0")
        before = psutil.Process(scanner.process_id).memory_info().rss
        for number, (fault, state) in enumerate(rounds, 1):
            webcam.become(fault)
            scanner.until("camera", state)
            webcam.show(_film(tmp_path, number))
            scanner.until_code(b"code %d" % number)
        grown = psutil.Process(scanner.process_id).memory_info().rss - before
        last = scanner.close()

    assert scanner.all_told("bug") == []
    assert last["threads"] == 1
    assert grown < 30e6


def _film(place: Path, number: int) -> Path:
    folder = place / f"frames-{number}"
    folder.mkdir()
    (folder / "0000.jpg").write_bytes(camera_frame(code_picture(b"code %d" % number)))
    return folder
