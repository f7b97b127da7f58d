"""A scanner that types: what a machine typed is a code, what a person typed is none."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.scanner_keys import (
    EV_ABS,
    EV_KEY,
    EVIOCGBIT_KEYS,
    EVIOCGBIT_TYPES,
    EVIOCGRAB,
    EVIOCSCLOCKID,
    KEY_ENTER,
    KEYS,
    KeyboardWire,
    Typing,
)
from devices.scanner_wire import NotAScanner
from tests.wired import EVENT, Kernel, Pipe, strokes, typed

ENTER = (KEY_ENTER,)
ASCII = "".join(chr(sign) for sign in range(32, 127))
CODE = "IKDSIM1.eyJqdGkiOiI5Zi"
LEFT_CTRL, LEFT_ALT, LEFT_META, F4, CAPS_LOCK = 29, 56, 125, 62, 58


def codes(keys: list[tuple[int, int, float]], ends: tuple[int, ...] = ENTER) -> list[bytes]:
    """The codes that keys amount to."""
    typing = Typing(ends)
    found = [typing.key(*one) for one in keys]
    return [code for code in found if code is not None]


def test_the_questions_are_those_of_the_kernel() -> None:
    # linux/input.h on x86 and ARM.
    assert (EVIOCGRAB, EVIOCSCLOCKID) == (0x40044590, 0x400445A0)
    assert (EVIOCGBIT_TYPES, EVIOCGBIT_KEYS) == (0x80084520, 0x80604521)


def test_every_sign_of_ascii_has_its_key() -> None:
    assert codes(strokes(ASCII + "\r")) == [ASCII.encode()]


@given(st.text(string.printable[:95], min_size=6, max_size=200))
def test_what_a_machine_types_is_the_code(text: str) -> None:
    assert codes(strokes(text + "\r", gap=0.03)) == [text.encode()]


@pytest.mark.parametrize("gap", [0.06, 0.083, 0.2])
def test_a_person_at_a_keypad_is_no_scanner(gap: float) -> None:
    assert codes(strokes("081234567890\r", gap=gap)) == []


def test_a_hand_across_the_keys_is_no_scanner() -> None:
    assert codes(strokes("asdfg\r")) == []


def test_a_held_key_is_one_stroke() -> None:
    held = [(30, 2, 100.0 + place / 30) for place in range(1, 60)]

    assert codes([(30, 1, 100.0), *held, (KEY_ENTER, 1, 102.0)]) == []


def test_a_code_after_somebodys_keys_is_whole() -> None:
    before = strokes("12", gap=0.3)

    assert codes([*before, *strokes(CODE + "\r", at=101.0)]) == [CODE.encode()]


def test_two_codes_are_two() -> None:
    second = strokes("K2-0934X\r", at=101.0)

    assert codes([*strokes(CODE + "\r"), *second]) == [CODE.encode(), b"K2-0934X"]


@pytest.mark.parametrize("key", [LEFT_CTRL, LEFT_ALT, LEFT_META, F4, CAPS_LOCK])
def test_what_comes_with_a_hot_key_is_no_code(key: int) -> None:
    first, *rest = strokes(CODE + "\r")

    assert codes([first, (key, 1, 100.0), (key, 0, 100.0), *rest]) == []


def test_a_spoiled_burst_spoils_no_other() -> None:
    spoiled = [(LEFT_CTRL, 1, 100.0), *strokes(CODE + "\r", at=100.01)]

    assert codes([*spoiled, *strokes("K2-0934X\r", at=102.0)]) == [b"K2-0934X"]


# --- the device -------------------------------------------------------------------------------


def test_the_device_is_grabbed_before_anything_is_read() -> None:
    kernel, pipe = Kernel(), Pipe()

    wire = KeyboardWire(pipe.path, ENTER, kernel.ioctl)
    pipe.say(typed(CODE + "\r"))

    assert kernel.grabs == 1
    assert wire.read(0.0) == [CODE.encode()]
    wire.close()


def test_an_event_in_two_reads_is_one() -> None:
    pipe = Pipe()
    wire = KeyboardWire(pipe.path, ENTER, Kernel().ioctl)
    data = typed(CODE + "\r")

    pipe.say(data[: EVENT.size + 7])
    first = wire.read(0.0)
    pipe.say(data[EVENT.size + 7 :])

    assert (first, wire.read(0.0)) == ([], [CODE.encode()])
    wire.close()


def test_lost_events_lose_the_code_and_no_more() -> None:
    pipe = Pipe()
    wire = KeyboardWire(pipe.path, ENTER, Kernel().ioctl)
    dropped = EVENT.pack(100, 0, 0, 3, 0)
    data = typed(CODE + "\r")

    pipe.say(data[: 4 * EVENT.size] + dropped + data[4 * EVENT.size :])
    lost = wire.read(0.0)
    pipe.say(typed(CODE + "\r", at=103.0))

    assert (lost, wire.read(0.0)) == ([], [CODE.encode()])
    wire.close()


def test_without_an_ending_key_a_pause_ends_the_code() -> None:
    pipe = Pipe()
    wire = KeyboardWire(pipe.path, (), Kernel().ioctl)
    pipe.say(typed(CODE))

    assert wire.read(5.0) == []
    assert wire.quiet(5.05) == []
    assert wire.quiet(5.2) == [CODE.encode()]
    assert wire.rest(5.2) is None
    wire.close()


@pytest.mark.parametrize(
    "kernel",
    [
        pytest.param(Kernel(types=(0, EV_KEY, EV_ABS)), id="a touch panel"),
        pytest.param(Kernel(keys=(113, 114, 115)), id="a headset's buttons"),
    ],
)
def test_what_is_no_keyboard_is_not_grabbed(kernel: Kernel) -> None:
    pipe = Pipe()

    with pytest.raises(NotAScanner):
        KeyboardWire(pipe.path, ENTER, kernel.ioctl)

    assert kernel.grabs == 0


def test_a_keyboard_that_another_program_holds_is_refused() -> None:
    pipe = Pipe()

    with pytest.raises(OSError, match="busy"):
        KeyboardWire(pipe.path, ENTER, Kernel(grabbed_elsewhere=True).ioctl)


def test_no_key_means_two_things() -> None:
    assert len(KEYS) == 63
    assert {sign for signs in KEYS.values() for sign in signs} == set(ASCII)
