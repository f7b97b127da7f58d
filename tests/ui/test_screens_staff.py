"""The technician's door and panel under a finger."""

from PySide6.QtCore import QMetaObject, QObject, QPointF, QRectF
from PySide6.QtQuick import QQuickItem

from tests.ui.conftest import Opener, Screen
from ui.samples import S31, STAFF_VIEWS, VIEWS

QUESTION = {"kind": "staff", "title": "Tutup anjungan ini?", "text": "Warga …", "yes": "Ya"}
QUESTION |= {"no": "Batal", "denies": "closeDialog"}


def type_pin(screen: Screen, digits: str) -> None:
    """Touch the keys of the pad."""
    for digit in digits:
        screen.tap(f"pad.{digit}")
        screen.picture()


def handler(screen: Screen, name: str) -> QObject:
    """What notices a finger that stays."""
    found = screen.shell.window.findChild(QObject, f"door.{name}")
    assert isinstance(found, QObject)
    return found


def zone(screen: Screen, name: str) -> QRectF:
    """Where it does, in pixels of the window."""
    item = handler(screen, name).parent()
    assert isinstance(item, QQuickItem)
    return item.mapRectToScene(item.boundingRect())


def hold(screen: Screen, name: str) -> None:
    """Three seconds of a finger, without waiting for them."""
    QMetaObject.invokeMethod(handler(screen, name), "longPressed")


def test_a_pin_is_sent_whole_and_once(show: Opener) -> None:
    screen = show("S30")

    type_pin(screen, "482915")
    screen.tap("pad.confirm")

    assert screen.sent == [("pin", "482915")]


def test_a_digit_can_be_taken_back_and_no_seventh_counts(show: Opener) -> None:
    screen = show("S30")

    type_pin(screen, "48")
    screen.tap("pad.delete")
    type_pin(screen, "829157")
    screen.tap("pad.confirm")

    assert screen.sent == [("pin", "482915")]


def test_half_a_pin_cannot_be_confirmed(show: Opener) -> None:
    screen = show("S30")

    type_pin(screen, "48")
    screen.tap("pad.confirm")

    assert screen.sent == []


def test_nothing_can_be_typed_at_a_locked_door_and_one_can_go_back(show: Opener) -> None:
    screen = show("S30", {"usable": False, "wrong": True})

    type_pin(screen, "482915")
    screen.tap("pad.confirm")
    screen.tap("dock.back")

    assert screen.sent == [("back", None)]


def test_what_was_typed_is_gone_when_the_screen_is_left(show: Opener) -> None:
    screen = show("S30")
    type_pin(screen, "482")

    screen.parts.bridge.show("S00", VIEWS["S00"])
    screen.parts.bridge.show("S30", STAFF_VIEWS["S30"])
    screen.picture()
    type_pin(screen, "915")
    screen.tap("pad.confirm")

    assert screen.sent == []


def test_the_panel_closes_and_is_left(show: Opener) -> None:
    screen = show("S31")

    screen.tap("panel.closing")
    screen.tap("panel.exit")

    assert screen.sent == [("act", S31["closing"]["act"]), ("exit", None)]


def test_a_test_is_begun_and_tells_how_it_went(show: Opener) -> None:
    screen = show("S31")

    screen.tap("act.scan-tested")

    assert screen.sent == [("act", "scan-tested")]
    assert screen.item("act.print-tested").property("word") == "Baik"


def test_a_no_can_be_an_answer(show: Opener) -> None:
    screen = show("S31", dialog={**QUESTION, "denies": "actDeny"})

    screen.tap("dialog.no")

    assert screen.sent == [("actDeny", None)]


def test_what_stops_service_is_asked(show: Opener) -> None:
    screen = show("S31", dialog=QUESTION)

    screen.tap("dialog.yes")
    screen.tap("dialog.no")

    assert screen.sent == [("actConfirm", None), ("closeDialog", None)]


def test_a_target_tells_how_far_beside_its_middle_it_was_touched(show: Opener) -> None:
    screen = show("S34", {"done": []})
    middle = screen.item("touch.target.0")
    at = middle.mapRectToScene(middle.boundingRect()).center()
    per_mm = screen.parts.theme.geometry.px_per_mm

    finger = QPointF(at.x() + 2 * per_mm, at.y() - per_mm).toPoint()

    screen.press(finger)
    screen.lift(finger)

    (name, told), *rest = screen.sent
    across, down = map(float, str(told).split(":"))
    assert (name, rest) == ("target", [])
    assert (round(across), round(down)) == (2, -1)


def test_the_line_of_the_reach_follows_what_is_set(show: Opener) -> None:
    low = show("S35", {"bottomMm": 850})
    per_mm = low.parts.theme.geometry.px_per_mm
    line = low.item("layout.line")
    height = low.shell.window.height()

    assert abs(line.y() + line.height() / 2 - (height - 350 * per_mm)) < 2

    low.tap("layout.more.bottom")
    low.tap("layout.keep")
    assert low.sent == [("layout", "bottom:1"), ("confirm", None)]


def test_staff_screens_have_no_toolbar(show: Opener) -> None:
    for name in STAFF_VIEWS:
        names = [item.objectName() for item in show(name).targets()]
        assert not any(one.startswith("bar.") for one in names), name


def test_the_hidden_way_in_is_the_place_and_then_the_clock(show: Opener) -> None:
    for name in ("S00", "S20"):
        screen = show(name)
        hold(screen, "clock")
        assert screen.sent == []
        hold(screen, "place")
        hold(screen, "clock")
        hold(screen, "clock")
        assert screen.sent == [("staff", None)]


def test_the_hidden_way_in_lies_on_place_and_clock(show: Opener) -> None:
    screen = show("S00")
    sky = {str(item.property("text")): item for item in screen.texts()}

    for name, text in (("place", "Mal Pelayanan Publik"), ("clock", "09.41")):
        seen = sky[text]
        assert zone(screen, name).contains(seen.mapRectToScene(seen.boundingRect())), name


def test_a_finger_on_the_hidden_way_is_followed_and_takes_no_touch_away(show: Opener) -> None:
    screen = show("S00")
    at = zone(screen, "place").center().toPoint()

    screen.press(at)
    assert handler(screen, "place").property("pressed") is True
    screen.lift(at)
    screen.tap("idle.take")

    assert screen.sent == [("take", None)]


def test_inside_a_visit_there_is_no_way_in(show: Opener) -> None:
    screen = show("S02")
    at = zone(screen, "place").center().toPoint()

    screen.press(at)

    assert handler(screen, "place").property("pressed") is False
    screen.lift(at)
