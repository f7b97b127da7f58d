"""Fingers on check-in: a code is shown or typed, and the booking that was found."""

from itertools import pairwise

import pytest

from tests.ui.conftest import Opener, Screen
from tests.ui.test_screens_touch import orders, tap_all, words
from ui.samples import S12, VIEWS

EMPTY = {"text": ""}
WHOLE = {"text": "7Q2K9F4M", "complete": True}
UNKNOWN = {"text": "7Q2K9F4M", "error": "Pendaftaran tidak ditemukan. Periksa kode Anda."}


def places(screen: Screen) -> dict[float, str]:
    """The signs in the field by where they stand, from left to right."""
    found = {
        text.parentItem().x(): str(text.property("text"))
        for text in screen.texts()
        if text.parentItem().property("part") is not None
    }
    return dict(sorted(found.items()))


def typed(screen: Screen) -> str:
    """The signs in the field."""
    return "".join(places(screen).values())


def test_the_code_of_a_booking_is_shown_or_typed(show: Opener) -> None:
    screen = show("S11")

    tap_all(screen, ["checkin.type", "dock.back"])

    assert orders(screen) == ["typeCode", "back"]


def test_without_a_camera_the_code_can_still_be_typed(show: Opener) -> None:
    error = {"key": "camera", "title": "Kamera tidak menyala", "text": "Ketik kode daftar."}
    screen = show("S11", {"camera": False, "error": error})

    tap_all(screen, ["scan.staff", "checkin.type"])

    assert orders(screen) == ["callStaff", "typeCode"]
    assert "Ketik kode daftar." in words(screen)


def test_a_booking_that_is_not_found_keeps_the_camera_looking(show: Opener) -> None:
    error = {"key": "booking.unknown", "title": "Pendaftaran tidak ditemukan", "text": "Periksa."}
    screen = show("S11", {"error": error})

    assert "Pendaftaran tidak ditemukan" in words(screen)
    assert "Gambar kamera tidak disimpan." in words(screen)


def test_letters_and_digits_are_on_one_layer(show: Opener) -> None:
    screen = show("S11Code", EMPTY)

    tap_all(screen, ["key.7", "key.Q", "key.2", "key.delete", "key.0"])

    sent = [argument for name, argument in screen.sent if name == "code"]
    assert sent == ["7", "7Q", "7Q2", "7Q", "7Q0"]


def test_a_code_stands_in_groups_of_four(show: Opener) -> None:
    screen = show("S11Code", WHOLE)

    gaps = [right - here for here, right in pairwise(places(screen))]

    assert typed(screen) == "7Q2K9F4M"
    assert max(gaps) == gaps[3] > gaps[0] + 20


def test_nothing_is_typed_beyond_the_last_place(show: Opener) -> None:
    screen = show("S11Code", WHOLE)

    screen.tap("key.X")

    assert screen.sent == []
    assert typed(screen) == "7Q2K9F4M"


def test_a_booking_is_looked_for_once_the_code_is_whole(show: Opener) -> None:
    screen = show("S11Code")

    tap_all(screen, ["code.find"])
    screen.parts.bridge.show("S11Code", {**screen.parts.bridge.shown()[1], **WHOLE})
    screen.picture()
    tap_all(screen, ["code.find", "dock.back"])

    assert orders(screen) == ["findCode", "back"]


@pytest.mark.parametrize("low_reach", [False, True])
def test_what_is_wrong_with_a_code_takes_the_place_of_its_label(
    show: Opener, low_reach: bool
) -> None:
    screen = show("S11Code", UNKNOWN, lowReach=low_reach)

    assert UNKNOWN["error"] in words(screen)
    assert "Kode daftar, 8 huruf atau angka" not in words(screen)


def test_arriving_is_reported_with_one_touch(show: Opener) -> None:
    screen = show("S12")

    tap_all(screen, ["booking.confirm", "dock.back"])

    assert orders(screen) == ["checkIn", "back"]


def test_a_booking_says_when_for_whom_and_where(show: Opener) -> None:
    seen = " ".join(words(show("S12"))).replace("\u00a0", " ").replace("\u2060", "")

    for fact in S12["facts"]:
        assert fact["value"] in seen
    assert "Perpanjang SIM" in seen
    assert "Lantai 1, Loket 9" in seen


def test_a_booking_in_time_has_nothing_to_add(show: Opener) -> None:
    note = S12["note"]["text"]

    assert note in words(show("S12"))
    assert note not in words(show("S12", {"note": None}))


@pytest.mark.parametrize("name", ["S11", "S13"])
def test_the_camera_is_seen_on_every_screen_that_looks(show: Opener, name: str) -> None:
    screen = show("S01")
    red = bytes([0, 0, 255, 255])

    screen.shell.show_frame(2, 2, red * 4)
    screen.parts.bridge.show(name, VIEWS[name])
    screen.picture()
    screen.shell.show_frame(2, 2, red * 4)

    assert screen.picture().pixelColor(400, 760).red() > 150


def test_a_picture_for_nobody_is_not_kept(show: Opener) -> None:
    screen = show("S01")
    red = bytes([0, 0, 255, 255])

    screen.parts.bridge.show("S02", VIEWS["S02"])
    screen.picture()
    screen.shell.show_frame(2, 2, red * 4)
    screen.parts.bridge.show("S01", VIEWS["S01"])

    assert screen.picture().pixelColor(400, 700).red() < 100
