"""How the window behaves under fingers and keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.ui.conftest import Opener


def test_a_touch_acts_when_the_finger_lifts(show: Opener) -> None:
    screen = show("S00")
    at = screen.centre("idle.take")

    screen.press(at)
    held = list(screen.sent)
    screen.lift(at)

    assert (held, screen.sent) == ([], [("take", None)])


def test_a_pressed_control_looks_pressed_at_once(show: Opener) -> None:
    screen = show("S00")

    screen.press(screen.centre("idle.take"))
    pressed = screen.item("idle.take").property("pressed")
    screen.lift(QPoint(2, 2))

    assert pressed is True
    assert screen.item("idle.take").property("pressed") is False


def test_sliding_off_cancels(show: Opener) -> None:
    screen = show("S00")

    screen.press(screen.centre("idle.take"))
    screen.move(QPoint(500, 400))
    screen.lift(QPoint(500, 400))

    assert screen.sent == []


def test_sliding_onto_a_control_chooses_it(show: Opener) -> None:
    screen = show("S00")
    at = screen.centre("idle.booking")

    screen.press(screen.centre("idle.take"))
    screen.move(at)
    screen.lift(at)

    assert screen.sent == [("booking", None)]


def test_a_second_finger_does_nothing(show: Opener) -> None:
    screen = show("S00")
    take, rate = screen.centre("idle.take"), screen.centre("idle.rate")

    screen.press(take)
    screen.press_second(rate, first=take)
    screen.lift_second(rate, first=take)
    screen.lift(take)

    assert screen.sent == [("take", None)]


def test_a_double_tap_is_one_touch(show: Opener) -> None:
    screen = show("S00")
    screen.parts.theme.guard(on=True)

    screen.tap("idle.take")
    screen.tap("idle.take")

    assert screen.sent == [("take", None)]


def test_no_touch_falls_through_a_changed_screen(show: Opener) -> None:
    screen = show("S00")
    screen.parts.theme.guard(on=True)
    _, view, _ = show("S02").parts.bridge.shown()

    screen.parts.bridge.show("S02", view)
    screen.tap("dock.back")

    assert screen.sent == []


def test_the_ground_of_the_attract_screen_begins_a_visit_too(show: Opener) -> None:
    screen = show("S00")

    at = QPoint(20, 1500)
    screen.press(at)
    screen.lift(at)

    assert screen.sent == [("take", None)]


def test_a_language_is_sent_with_its_name(show: Opener) -> None:
    screen = show("S00")

    screen.tap("idle.lang.en")

    assert screen.sent == [("language", "en")]


def test_the_toolbar_sends_its_six_orders(show: Opener) -> None:
    screen = show("S02")

    for name in ("language", "text", "contrast", "audio", "wheelchair", "help"):
        screen.tap(f"bar.{name}")

    orders = [name for name, _ in screen.sent]
    assert orders == ["languageSheet", "textSize", "contrast", "audio", "lowReach", "help"]


def test_the_catalogue_tells_what_was_chosen(show: Opener) -> None:
    screen = show("S02")

    for name in ("tile.skck-baru", "life.birth", "dock.agencies", "dock.primary", "dock.back"):
        screen.tap(name)

    assert screen.sent == [
        ("service", "skck-baru"),
        ("event", "birth"),
        ("agencies", None),
        ("search", None),
        ("exit", None),
    ]


def test_tabs_of_the_square_catalogue_lead_to_agencies(show: Opener) -> None:
    screen = show("S02", lowReach=True)

    screen.tap("tab.agencies")
    screen.picture()
    screen.tap("agency.polresta")

    assert screen.sent == [("agency", "polresta")]


def test_the_detail_screen_takes_a_number_with_priority(show: Opener) -> None:
    screen = show("S07")

    for name in ("detail.priority", "detail.save", "detail.take", "dock.back"):
        screen.tap(name)

    assert [name for name, _ in screen.sent] == ["priority", "saveToPhone", "confirm", "back"]


def test_a_blocked_service_offers_another_one(show: Opener) -> None:
    screen = show("S07", {"blocked": {"title": "Kuota hari ini habis", "text": "Besok lagi."}})

    screen.tap("detail.other")

    assert screen.sent == [("more", None)]
    assert "detail.take" not in [item.objectName() for item in screen.targets()]


def test_requirements_that_do_not_fit_are_turned_over(show: Opener) -> None:
    needs = [{"icon": "id", "text": f"Syarat ke-{n}"} for n in range(1, 8)]
    screen = show("S07", {"requirements": needs})
    seen = _words(screen.texts())

    screen.tap("detail.more")
    screen.picture()

    shown = _words(screen.texts())
    assert "Syarat ke-1" in seen
    assert "Syarat ke-7" not in seen
    assert "Syarat ke-7" in shown


def test_arrow_and_enter_reach_a_control(show: Opener) -> None:
    screen = show("S00")

    QTest.keyClick(screen.shell.window, Qt.Key.Key_Down)
    QTest.keyClick(screen.shell.window, Qt.Key.Key_Return)

    assert screen.sent == [("take", None)]


def test_the_focus_ring_waits_for_the_first_key(show: Opener) -> None:
    screen = show("S00")
    before = screen.parts.theme.property("focusShown")

    QTest.keyClick(screen.shell.window, Qt.Key.Key_Down)
    during = screen.parts.theme.property("focusShown")
    screen.tap("idle.rate")

    assert (before, during, screen.parts.theme.property("focusShown")) == (False, True, False)


def test_escape_goes_back(show: Opener) -> None:
    screen = show("S07")

    QTest.keyClick(screen.shell.window, Qt.Key.Key_Escape)

    assert screen.sent == [("back", None)]


def _words(texts: list[QQuickItem]) -> list[str]:
    return [str(text.property("text")).replace("\u2060", "") for text in texts]
