"""Fingers on the survey, from the paper's code to the thanks."""

from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, Screen
from tests.ui.test_screens_touch import box, orders, tap_all, words
from ui.samples import S14, S14_COMMENT, S14_PROFILE

WIDE = QSize(1920, 1080)


def chosen(value: int) -> dict[str, Any]:
    """The question with one answer given."""
    return {"faces": [{**face, "chosen": face["value"] == value} for face in S14["faces"]]}


def face_of(screen: Screen, value: int) -> QImage:
    """The upper part of an answer's tile: the face."""
    tile = box(screen.item(f"face.{value}"))
    return screen.picture().copy(int(tile.x()) + 40, int(tile.y()) + 40, 160, 160)


# --- S13 and the list of agencies ---------------------------------------------------------------


def test_without_paper_the_agency_is_chosen(show: Opener) -> None:
    screen = show("S13")

    tap_all(screen, ["rate.pick", "dock.back"])

    assert orders(screen) == ["pickAgency", "back"]


def test_without_a_camera_the_agency_can_still_be_chosen(show: Opener) -> None:
    screen = show("S13", {"camera": False})

    screen.tap("rate.pick")

    assert orders(screen) == ["pickAgency"]
    assert "Kamera tidak menyala" in words(screen)


def test_outside_a_visit_the_list_of_agencies_counts_no_steps(show: Opener) -> None:
    counted = len([item for item in show("S04").items() if item.property("total") == 4])

    screen = show("S04", {"step": 0, "stepText": ""})

    shown = [item for item in screen.items() if item.property("total") == 4]
    assert len(shown) < counted
    screen.tap("agency.polresta")
    assert screen.sent == [("agency", "polresta")]


# --- S14, the questions -------------------------------------------------------------------------


@pytest.mark.parametrize("text", [1.0, 1.5])
def test_one_touch_answers(show: Opener, text: float) -> None:
    screen = show("S14", textScale=text)

    tap_all(screen, ["face.1", "face.4"])

    assert screen.sent == [("face", "1"), ("face", "4")]


def test_a_question_can_be_left_out_or_the_survey_ended(show: Opener) -> None:
    screen = show("S14")

    tap_all(screen, ["survey.skip", "survey.end", "dock.back"])

    assert orders(screen) == ["skip", "endSurvey", "back"]


def test_an_answer_has_a_word_and_a_number(show: Opener) -> None:
    seen = words(show("S14"))

    assert {"Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"} <= set(seen)
    assert {"1", "2", "3", "4"} <= set(seen)


@pytest.mark.parametrize("theme", ["light", "hcDark", "hcLight"])
def test_no_two_faces_look_alike(show: Opener, theme: str) -> None:
    screen = show("S14", theme=theme)

    faces = [face_of(screen, value) for value in range(1, 5)]

    assert all(one != other for one, other in combinations(faces, 2))


COLOURS = ("#8c211e", "#a9682a", "#1e4690", "#12704a")


@pytest.mark.parametrize("value", range(1, 5))
def test_the_chosen_tile_is_filled_with_its_colour(show: Opener, value: int) -> None:
    screen = show("S14", chosen(value))
    picture = screen.picture()
    # Of each face's own colour, dark enough for white words.
    colours = [QColor(one).darker(140).name() for one in COLOURS]

    filled = {}
    for one in range(1, 5):
        tile = box(screen.item(f"face.{one}"))
        filled[one] = picture.pixelColor(int(tile.center().x()), int(tile.top()) + 24).name()

    assert filled.pop(value) == colours[value - 1]
    assert set(filled.values()) == {"#ffffff"}


def test_the_colours_of_the_faces_differ_in_lightness(show: Opener) -> None:
    theme = show("S14").parts.theme

    shades = sorted(QColor(colour).lightnessF() for colour in theme.property("survey"))

    assert len(shades) == 4
    assert shades[-1] - shades[0] > 0.1


def test_the_next_question_keeps_the_keys_of_the_last(show: Opener) -> None:
    screen = show("S14")
    tile = screen.item("face.2")

    screen.parts.bridge.show("S14", {**S14, "step": 4, "title": "Bagaimana kewajaran biaya?"})
    screen.picture()

    assert screen.item("face.2") == tile
    assert "Bagaimana kewajaran biaya?" in words(screen)


def test_no_touch_falls_through_onto_the_next_question(show: Opener) -> None:
    screen = show("S14")
    at = screen.centre("face.3")
    screen.parts.theme.guard(on=True)
    screen.parts.bridge.show("S14", {**S14, "step": 4})

    screen.press(at)
    screen.lift(at)

    assert screen.sent == []


# --- S14, the profile ---------------------------------------------------------------------------


def test_something_is_told_of_who_answers(show: Opener) -> None:
    screen = show("S14Profile")

    tap_all(screen, ["gender.m", "age.over-60", "education.sma", "occupation.tni-polri"])
    tap_all(screen, ["survey.next", "survey.end", "dock.back"])

    assert screen.sent[:4] == [
        ("profile", "gender:m"),
        ("profile", "age:over-60"),
        ("profile", "education:sma"),
        ("profile", "occupation:tni-polri"),
    ]
    assert orders(screen)[4:] == ["nextPart", "endSurvey", "back"]


@pytest.mark.parametrize("text", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("size", [QSize(1080, 1920), WIDE, QSize(1024, 768)])
def test_every_question_of_the_profile_is_reached(show: Opener, size: QSize, text: float) -> None:
    screen = show("S14Profile", size=size, textScale=text)
    seen: set[str] = set()

    while "nextPart" not in orders(screen):
        seen |= {item.objectName() for item in screen.targets()}
        tap_all(screen, ["survey.next"])

    options = [f"{one['key']}.{o['id']}" for one in S14_PROFILE["groups"] for o in one["options"]]
    assert set(options) <= seen


def test_back_turns_the_pages_of_the_profile_first(show: Opener) -> None:
    screen = show("S14Profile", lowReach=True)

    tap_all(screen, ["survey.next", "dock.back", "gender.f", "dock.back"])

    assert screen.sent == [("profile", "gender:f"), ("back", None)]


# --- S14, the comment ---------------------------------------------------------------------------


def test_each_key_sends_the_whole_comment(show: Opener) -> None:
    screen = show("S14Comment", {"text": "baik", "left": 196})

    tap_all(
        screen, ["key.space", "key.layer", "key.1", "key.0", "key.layer", "key.X", "key.delete"]
    )

    sent = [argument for _, argument in screen.sent]
    assert sent == ["baik ", "baik 1", "baik 10", "baik 10x", "baik 10"]


def test_a_comment_ends_at_two_hundred_signs(show: Opener) -> None:
    screen = show("S14Comment", {"text": "a" * 200, "left": 0})

    tap_all(screen, ["key.X"])

    assert screen.sent == []
    assert "Sisa 0 huruf" in words(screen)


def test_of_a_long_comment_the_end_is_seen(show: Opener) -> None:
    screen = show("S14Comment", {"text": "kata " * 39 + "akhir"}, lowReach=True)
    text = next(item for item in screen.texts() if "akhir" in str(item.property("text")))

    assert box(text).bottom() <= box(text.parentItem()).bottom() + 4
    assert box(text).top() < box(text.parentItem()).top()


def test_a_comment_is_sent_and_none_is_an_end(show: Opener) -> None:
    screen = show("S14Comment")
    given = words(screen)

    screen.parts.bridge.show("S14Comment", {**S14_COMMENT, "text": "", "left": 200})
    screen.picture()
    tap_all(screen, ["survey.send"])

    assert "Kirim" in given
    assert "Kirim" not in words(screen)
    assert orders(screen) == ["endSurvey"]


# --- S15 ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [QPoint(200, 900), QPoint(1500, 300), QPoint(60, 200)])
def test_a_touch_anywhere_ends_the_thanks(show: Opener, at: QPoint) -> None:
    screen = show("S15", size=WIDE)

    screen.press(at)
    screen.lift(at)

    assert orders(screen) == ["exit"]


def test_the_sky_of_the_thanks_is_everywhere(show: Opener) -> None:
    screen = show("S15", size=WIDE)
    picture = screen.picture()

    colours = {picture.pixelColor(x, 280).name() for x in (20, 500, 1300, 1880)}

    assert len(colours) == 1
    assert QColor(colours.pop()).lightness() < 80


# --- the keyboard -------------------------------------------------------------------------------


def cap(screen: Screen, qtbot: QtBot) -> QQuickItem:
    """What a finger sees of the key K, once its screen has come."""
    qtbot.waitUntil(lambda: any(item.objectName() == "key.K" for item in screen.items()))
    return next(item for item in screen.items() if item.objectName() == "cap.K")


def test_a_key_pops_up_under_the_finger(show: Opener, qtbot: QtBot) -> None:
    screen = show("S03", still=False)
    face = cap(screen, qtbot)
    at = screen.centre("key.K")

    screen.press(at)
    grown = face.scale()
    screen.lift(at)

    assert grown > 1.05
    qtbot.waitUntil(lambda: face.scale() == 1)


def test_without_motion_a_key_stays_as_large_as_it_is(show: Opener, qtbot: QtBot) -> None:
    screen = show("S03", textScale=1.25, still=False)
    face = cap(screen, qtbot)

    screen.press(screen.centre("key.K"))

    assert face.scale() == 1


@pytest.mark.parametrize("theme", ["light", "night", "hcDark", "hcLight"])
@pytest.mark.parametrize(
    ("name", "control"),
    [("S02", "tile.nib"), ("S03", "key.K"), ("S00", "idle.take"), ("S14", "face.2")],
)
def test_a_finger_is_answered_in_every_theme(
    show: Opener, theme: str, name: str, control: str
) -> None:
    screen = show(name, theme=theme)
    before = screen.picture()

    screen.press(screen.centre(control))

    assert screen.picture() != before
