"""Dots become bands that any printer prints exactly, and that never hold a real-time command."""

import re

import numpy as np
import pytest

from devices.printing.commands import BAND_BYTES_MOST, BAND_ROWS
from devices.printing.raster import Dots, bands, threshold, without_real_time
from devices.simulated.printer_engine import PrinterEngine
from devices.simulated.printer_profiles import EPSON_T88
from devices.simulated.printer_tray import Tray

REAL_TIME = re.compile(rb"\x10\x04[\x01-\x04]|\x10\x05[\x00-\x02]|\x10\x14[\x01-\x08]", re.DOTALL)
MOTION_UNITS = b"\x1dP\xcb\xcb"


def random_picture(seed: int, width: int = 576) -> Dots:
    """Photo-like noise with blank rows and margins."""
    random = np.random.default_rng(seed)
    picture = random.random((int(random.integers(1, 160)), width)) < random.random()
    picture[random.random(len(picture)) < 0.3] = False
    margin = int(random.integers(0, width // 2))
    picture[:, :margin] = False
    return picture


def printed(data: bytes, width: int) -> Dots:
    """What the simulated printer burns."""
    engine = PrinterEngine(EPSON_T88, width, 1e9, Tray(width))
    for second in range(len(data)):
        count = engine.room()
        engine.receive(data[:count])
        data = data[count:]
        engine.advance(second)
    assert not data
    return np.unpackbits(engine.mechanism.hanging, axis=1).astype(bool)


def test_grey_is_ink_below_the_middle() -> None:
    assert threshold(np.array([[0, 127, 128, 255]], np.uint8)).tolist() == [[1, 1, 0, 0]]


@pytest.mark.parametrize("width", [576, 384])
@pytest.mark.parametrize("feeds", [True, False])
def test_the_printer_burns_exactly_the_painted_dots(width: int, *, feeds: bool) -> None:
    for seed in range(20):
        picture = random_picture(seed, width)
        data = b"\x1b@" + MOTION_UNITS + b"\x1ba\x01" + b"".join(bands(picture, feeds=feeds))

        paper = printed(data, width)

        assert paper.shape == picture.shape
        painted, burned = np.packbits(picture, axis=1), np.packbits(paper, axis=1)
        changed = painted != burned
        assert set(painted[changed]) <= {0x04, 0x05, 0x14}, "the second byte of a command"
        assert (painted[changed] ^ burned[changed] == 0x02).all(), "one dot of it"


def test_no_band_is_larger_than_the_hole_it_may_leave() -> None:
    for seed in range(50):
        for band in bands(random_picture(seed), feeds=False):
            assert len(band) - 8 <= BAND_BYTES_MOST
            assert int.from_bytes(band[6:8], "little") <= (BAND_ROWS if band[4] > 1 else 255)


def test_no_real_time_command_is_in_a_thousand_random_pictures() -> None:
    for seed in range(1000):
        data = b"".join(bands(random_picture(seed), feeds=bool(seed % 2)))

        assert not REAL_TIME.search(data), seed


def test_a_real_time_command_loses_one_dot() -> None:
    rows = np.frombuffer(bytes.fromhex("100401 100500 101408 101010 041004"), np.uint8).reshape(
        5, 3
    )

    safe = without_real_time(rows)

    assert np.unpackbits(rows ^ safe).sum() == 5
    assert not REAL_TIME.search(safe.tobytes())


def test_blank_rows_cost_three_bytes() -> None:
    picture = np.zeros((300, 576), bool)
    picture[0], picture[-1] = True, True

    first, *feeds, last = bands(picture, feeds=True)

    assert len(first) == len(last) == 8 + 72
    assert feeds == [b"\x1bJ\xff", b"\x1bJ\x2b"]


def test_blank_columns_are_left_away_on_both_sides_alike() -> None:
    picture = np.zeros((8, 576), bool)
    picture[:, 80:400] = True

    (band,) = bands(picture, feeds=True)

    assert band[:8] == b"\x1dv0\x00\x34\x00\x08\x00", "72 - 2 x 10 bytes"
    assert band[8 : 8 + 52] == b"\xff" * 40 + b"\0" * 12
