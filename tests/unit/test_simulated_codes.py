"""Codes shown without a printer are codes: what is drawn is read back."""

import argparse
from pathlib import Path

import numpy as np
import pytest

from devices import vision, zxing_reader
from devices.simulated.codes import BLACK_ON_WHITE, HALVES, PLAIN, add_ways_out, drawn, png, put_out
from kiosk.qr_symbols import qr_matrix

TEXT = "https://mpp.example/t/" + "A" * 108


@pytest.mark.parametrize("text", [TEXT, "K 027"])
def test_a_picture_of_a_code_is_read(text: str) -> None:
    picture = vision.grey(np.frombuffer(png(qr_matrix(text)), np.uint8))

    assert picture is not None
    assert zxing_reader.read(picture) == [text.encode()]


@pytest.mark.parametrize("text", [TEXT, "K 027"])
def test_a_code_in_a_terminal_is_read(text: str) -> None:
    halves = {character: pair for pair, character in HALVES.items()}
    lines = [line.removeprefix(BLACK_ON_WHITE) for line in drawn(qr_matrix(text)).split("\n")]
    rows = [
        [halves[character][half] for character in line.removesuffix(PLAIN)]
        for line in lines[:-1]
        for half in (0, 1)
    ]

    picture = np.kron(1 - np.array(rows), np.ones((4, 4))).astype(np.uint8) * 255

    assert zxing_reader.read(picture) == [text.encode()]


def test_a_code_is_put_out_in_the_ways_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = argparse.ArgumentParser()
    add_ways_out(parser)
    file = tmp_path / "code.png"

    put_out(TEXT, parser.parse_args(["--draw", "--png", str(file)]), qr_matrix)

    printed = capsys.readouterr().out
    assert printed == f"{TEXT}\n{drawn(qr_matrix(TEXT))}"
    assert file.read_bytes() == png(qr_matrix(TEXT))
