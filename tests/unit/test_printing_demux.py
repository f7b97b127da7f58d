"""Bytes from a printer are told apart, whatever stands between them."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printing.demux import AutoStatus, Block, Flow, Received, RxDemux, Single, StatusAnswer

AUTO = bytes.fromhex("1800030f")
MARK = b'\x37"Pabc\x00'
CLEARED = b"\x37%\x00"


def heard(data: bytes, now: float = 0.0) -> list[Received]:
    """What a fresh demultiplexer makes of `data`."""
    return RxDemux().feed(data, now)


@pytest.mark.parametrize(
    ("data", "answers"),
    [
        (b"\x12", [StatusAnswer(0x12)]),
        (b"\x7e", [StatusAnswer(0x7E)]),
        (AUTO, [AutoStatus(AUTO)]),
        (b"\x00", [Single(0)]),
        (b"\x0f", [Single(0x0F)]),
        (MARK, [Block(0x37, b'"Pabc')]),
        (CLEARED, [Block(0x37, b"%")]),
        (b"_J5TF012345\x00", [Block(0x5F, b"J5TF012345")]),
        (b"\x11\x13", [Flow(True), Flow(False)]),
        (b"\xff\x80", []),
    ],
)
def test_each_kind_is_known_by_its_bits(data: bytes, answers: list[Received]) -> None:
    assert heard(data) == answers


@pytest.mark.parametrize(
    "data",
    [
        AUTO[:2] + b"\x13" + AUTO[2:],
        AUTO[:2] + b"\x16" + AUTO[2:],
        b"\x10\x00" + AUTO,
        b"\xff" + AUTO,
        b"\x5f" + AUTO,
    ],
    ids=["XOFF inside", "an answer inside", "cut short before", "noise", "a false header"],
)
def test_automatic_status_survives_what_is_mixed_into_it(data: bytes) -> None:
    assert AutoStatus(AUTO) in heard(data)


def test_nothing_is_identified_inside_a_block() -> None:
    assert heard(b'\x37"2Rr~\x00') == [Block(0x37, b'"2Rr~')]


def test_a_block_without_end_is_given_up_after_half_a_second() -> None:
    demux = RxDemux()
    demux.feed(b"_123", 0.0)

    late = demux.feed(b"\x12", 0.6)

    assert late == [StatusAnswer(0x12)]
    assert demux.dropped == 4


def test_a_block_longer_than_any_is_given_up() -> None:
    demux = RxDemux()

    assert demux.feed(b"_" + b"1" * 200, 0.0) == []
    assert demux.feed(b"\x00" + AUTO, 0.0)[-1] == AutoStatus(AUTO)


@given(st.binary(max_size=400), st.integers(1, 7))
def test_how_bytes_are_cut_into_packets_makes_no_difference(data: bytes, size: int) -> None:
    demux = RxDemux()

    pieces = [demux.feed(data[i : i + size], 0.0) for i in range(0, len(data), size)]

    assert [answer for piece in pieces for answer in piece] == heard(data)


def test_noise_never_proves_a_ticket_and_ends_with_four_bytes_and_a_nul() -> None:
    source, demux = random.Random(7), RxDemux()
    for _ in range(1000):
        noise = demux.feed(source.randbytes(100), 0.0)
        assert Block(0x37, b'"Pabc') not in noise

        demux.feed(b"\x00" * 5, 0.0)

        assert demux.feed(AUTO + MARK + b"\x12", 0.0) == [
            AutoStatus(AUTO),
            Block(0x37, b'"Pabc'),
            StatusAnswer(0x12),
        ]
