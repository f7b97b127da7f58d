"""Fingers and keys on the screens between the attract screen and the number, and on dialogs."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.ui.conftest import Opener, Screen
from ui.samples import DIALOGS, S01, S02, S03, S04, S05, VIEWS

NO_CAMERA = {"camera": False, "error": {"key": "camera", "title": "Kamera mati", "text": "Maaf."}}


def orders(screen: Screen) -> list[str]:
    """The names of what was sent, without their texts."""
    return [name for name, _ in screen.sent]


def words(screen: Screen) -> list[str]:
    """Every text on the screen."""
    return [str(text.property("text")) for text in screen.texts()]


def tap_all(screen: Screen, names: Sequence[str]) -> None:
    """Touch one control after the other."""
    for name in names:
        screen.tap(name)
        screen.picture()


def names_in(face: QAccessibleInterface) -> list[str]:
    """What assistive technology reads from there on."""
    below = [face.child(place) for place in range(face.childCount())]
    own = face.text(QAccessible.Text.Name)
    return [own, *(name for each in below for name in names_in(each))]


ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.PageTab,
    QAccessible.Role.RadioButton,
}


@pytest.mark.parametrize(
    ("name", "dialog"),
    [*((name, None) for name in sorted(VIEWS)), *(("S07", one) for one in DIALOGS.values())],
)
def test_assistive_technology_finds_every_control(
    show: Opener, name: str, dialog: dict[str, object] | None
) -> None:
    screen = show(name, dialog=dialog)

    for item in screen.targets():
        face = QAccessible.queryAccessibleInterface(item)
        if not item.objectName().endswith(".ground"):
            assert face.role() in ROLES, item.objectName()
            assert face.text(QAccessible.Text.Name), item.objectName()


def test_the_number_is_read_as_one(show: Opener) -> None:
    screen = show("S09")

    heard = names_in(QAccessible.queryAccessibleInterface(screen.shell.window))

    assert "K 027" in heard
    assert "027" not in heard


# --- S01 --------------------------------------------------------------------------------------


def test_identity_can_be_left_out(show: Opener) -> None:
    screen = show("S01")

    tap_all(screen, ["scan.without", "dock.back"])

    assert orders(screen) == ["without", "back"]


def test_without_a_camera_staff_can_be_called(show: Opener) -> None:
    screen = show("S01", NO_CAMERA)

    tap_all(screen, ["scan.staff", "scan.without"])

    assert orders(screen) == ["callStaff", "without"]


def test_the_promise_about_pictures_stands_while_the_camera_is_on(show: Opener) -> None:
    promise = "Gambar kamera tidak disimpan."

    assert promise in words(show("S01"))
    assert promise not in words(show("S01", NO_CAMERA))


def test_the_camera_is_seen_as_in_a_mirror(show: Opener) -> None:
    screen = show("S01")
    blue, red = bytes([255, 0, 0, 255]), bytes([0, 0, 255, 255])

    screen.shell.show_frame(4, 2, (blue * 2 + red * 2) * 2)
    picture = screen.picture()

    left, right = (QColor(picture.pixel(x, 700)) for x in (400, 680))
    assert left.red() > 200 > 50 > left.blue()
    assert right.blue() > 200 > 50 > right.red()


def test_no_picture_outlives_its_screen(show: Opener) -> None:
    screen = show("S01")
    red = bytes([0, 0, 255, 255])

    screen.shell.show_frame(2, 2, red * 4)
    screen.parts.bridge.show("S02", S02)
    screen.picture()
    screen.parts.bridge.show("S01", S01)
    picture = screen.picture()

    assert QColor(picture.pixel(400, 700)).red() < 100


def test_a_refusal_takes_the_place_of_the_steps(show: Opener) -> None:
    error = {"key": "qr.expired", "title": "QR sudah kedaluwarsa", "text": "Buka lagi."}
    screen = show("S01", {"error": error})

    assert "QR sudah kedaluwarsa" in words(screen)
    assert "Tampilkan kode QR di HP." not in words(screen)


# --- S03 --------------------------------------------------------------------------------------

EMPTY = {"query": "", "results": S03["results"][:3]}


def test_each_key_sends_the_whole_text(show: Opener) -> None:
    screen = show("S03", EMPTY)

    tap_all(screen, ["key.K", "key.T", "key.P", "key.space", "key.E"])

    assert screen.sent == [("query", text) for text in ("k", "kt", "ktp", "ktp ", "ktp e")]


def test_a_letter_can_be_taken_back_and_all_be_cleared(show: Opener) -> None:
    screen = show("S03")

    tap_all(screen, ["key.delete", "search.clear"])

    assert screen.sent == [("query", "kt"), ("query", "")]


def test_after_a_digit_the_letters_come_back(show: Opener) -> None:
    screen = show("S03", EMPTY)

    tap_all(screen, ["key.layer", "key.-", "key.7", "key.Q"])

    assert screen.sent == [("query", "-"), ("query", "-7"), ("query", "-7q")]


def test_hiding_the_keyboard_shows_the_way_back(show: Opener) -> None:
    screen = show("S03")

    tap_all(screen, ["key.hide", "dock.back", "search.field", "key.Q"])

    assert screen.sent == [("back", None), ("query", "ktpq")]


def test_a_result_is_chosen(show: Opener) -> None:
    screen = show("S03")

    screen.tap("row.pindah")

    assert screen.sent == [("service", "pindah")]


def test_the_match_is_marked_inside_the_name(show: Opener) -> None:
    screen = show("S03")

    assert words(screen).count("KTP") == 4


def test_results_that_do_not_fit_are_paged(show: Opener) -> None:
    screen = show("S03", lowReach=True)

    tap_all(screen, ["page.down", "row.ktp-rekam", "page.up", "row.ktp-cetak-ulang"])

    assert screen.sent == [("service", "ktp-rekam"), ("service", "ktp-cetak-ulang")]


def test_a_new_text_shows_the_best_results_again(show: Opener) -> None:
    screen = show("S03", lowReach=True)

    tap_all(screen, ["page.down", "key.E"])

    assert screen.item("row.ktp-cetak-ulang").isVisible()


# --- S04 to S06 -------------------------------------------------------------------------------


def test_agencies_are_paged_and_chosen(show: Opener) -> None:
    screen = show("S04")
    last = S04["agencies"][-1]["id"]

    tap_all(screen, ["page.down", f"agency.{last}", "page.up", "agency.polresta", "dock.back"])

    assert screen.sent == [("agency", last), ("agency", "polresta"), ("back", None)]


def test_the_ends_of_a_list_are_disabled_not_hidden(show: Opener) -> None:
    screen = show("S04")

    assert not screen.item("page.up").isEnabled()
    assert screen.item("page.down").isEnabled()
    assert "Halaman 1 dari 2" in words(screen)


def test_dragging_turns_the_page_and_chooses_nothing(show: Opener) -> None:
    screen = show("S04")
    start = screen.centre("agency.imigrasi")

    screen.press(start)
    for step in range(1, 11):
        screen.move(start - QPoint(0, 30 * step))
    screen.lift(start - QPoint(0, 300))

    assert screen.sent == []
    assert "Halaman 2 dari 2" in words(screen)


def test_a_list_opens_at_its_first_page(show: Opener) -> None:
    screen = show("S05")
    bridge = screen.parts.bridge

    screen.tap("page.down")
    bridge.show("S04", S04)
    bridge.show("S05", S05)

    assert "Halaman 1 dari 2" in words(screen)


@pytest.mark.parametrize(("name", "service"), [("S05", "kk-baru"), ("S06", "bpjs-bayi")])
def test_a_service_is_chosen_from_a_list(show: Opener, name: str, service: str) -> None:
    screen = show(name)

    tap_all(screen, [f"row.{service}", "dock.back"])

    assert screen.sent == [("service", service), ("back", None)]


def test_a_list_of_one_page_has_no_page_buttons(show: Opener) -> None:
    names = [item.objectName() for item in show("S06").targets()]

    assert "page.up" not in names
    assert "page.down" not in names


# --- S09, S10, error card ---------------------------------------------------------------------


def test_a_number_can_be_printed_again_kept_or_followed_by_another(show: Opener) -> None:
    screen = show("S09")

    tap_all(screen, ["done.reprint", "done.more", "done.finish"])

    assert orders(screen) == ["reprint", "more", "done"]


def test_a_number_is_printed_again_only_once(show: Opener) -> None:
    screen = show("S09", {"canReprint": False})

    assert "done.reprint" not in [item.objectName() for item in screen.targets()]


def test_a_touch_starts_the_ring_anew(show: Opener) -> None:
    screen = show("S09")
    ring = _ring(screen)
    ring.setProperty("rest", 3.0)

    at = QPoint(40, 1560)
    screen.press(at)
    screen.lift(at)

    assert ring.property("rest") == 25.0


def test_a_number_without_paper_is_kept_or_staff_called(show: Opener) -> None:
    screen = show("S10")

    tap_all(screen, ["paper.staff", "paper.saved"])

    assert orders(screen) == ["callStaff", "saved"]


def test_a_number_whose_paper_is_in_doubt_is_asked_about(show: Opener) -> None:
    screen = show("S10", {"asked": True})

    tap_all(screen, ["paper.missed", "paper.seen"])

    assert orders(screen) == ["paperMissed", "paperSeen"]
    assert "paper.saved" not in [item.objectName() for item in screen.targets()]


def test_staff_are_called_once(show: Opener) -> None:
    screen = show("S10", {"staffCalled": True})

    screen.tap("paper.staff")

    assert screen.sent == []


def test_an_error_card_leads_on(show: Opener) -> None:
    screen = show("E")

    tap_all(screen, ["trouble.0", "trouble.1"])

    assert orders(screen) == ["confirm", "exit"]


def test_out_of_service_there_is_nothing_to_touch(show: Opener) -> None:
    assert show("S20").targets() == []


# --- dialogs ----------------------------------------------------------------------------------


@pytest.mark.parametrize("low_reach", [False, True])
@pytest.mark.parametrize(
    ("kind", "taps"),
    [
        ("timeout", {"dialog.continue": "continue", "dialog.end": "endNow"}),
        ("language", {"language.en": "language", "dialog.close": "closeDialog"}),
        ("language", {"language.su": "language", "bar.text": "textSize"}),
        ("audio", {"audio.toggle": "audioToggle", "dialog.close": "closeDialog"}),
        ("audio", {"audio.volume.less": "softer", "audio.volume.more": "louder"}),
        ("audio", {"audio.speed.less": "slower", "audio.speed.more": "faster"}),
        ("audio", {"audio.repeat": "repeat", "audio.screenoff": "screenOff"}),
        ("help", {"help.call": "callStaff", "help.end": "endNow", "dialog.close": "closeDialog"}),
        ("help", {"help.howto": "howto"}),
        ("howto", {"dialog.close": "closeDialog"}),
        ("qr", {"dialog.close": "closeDialog", "bar.contrast": "contrast"}),
    ],
)
def test_a_dialog_is_answered(
    show: Opener, kind: str, taps: dict[str, str], low_reach: bool
) -> None:
    screen = show("S07", dialog=DIALOGS[kind], lowReach=low_reach)

    tap_all(screen, list(taps))

    assert orders(screen) == list(taps.values())


def test_behind_a_dialog_nothing_is_touched(show: Opener) -> None:
    screen = show("S07", dialog=DIALOGS["timeout"])

    screen.tap("detail.take")

    assert screen.sent == []


@pytest.mark.parametrize(("kind", "order"), [("timeout", "continue"), ("help", "closeDialog")])
def test_escape_gives_the_safe_answer(show: Opener, kind: str, order: str) -> None:
    screen = show("S07")
    screen.dress(dialog=DIALOGS[kind])

    QTest.keyClick(screen.shell.window, Qt.Key.Key_Escape)

    assert orders(screen) == [order]


def test_arrows_reach_the_first_answer_of_a_dialog(show: Opener) -> None:
    screen = show("S07", dialog=DIALOGS["timeout"])

    QTest.keyClick(screen.shell.window, Qt.Key.Key_Down)
    QTest.keyClick(screen.shell.window, Qt.Key.Key_Return)

    assert orders(screen) == ["continue"]


def test_the_ring_of_the_question_follows_the_session(show: Opener) -> None:
    screen = show("S07", dialog=DIALOGS["timeout"])

    screen.dress(dialog={**DIALOGS["timeout"], "seconds": 7})

    assert _ring(screen).property("rest") == 7.0
    assert "7" in words(screen)


def test_help_says_that_staff_are_coming(show: Opener) -> None:
    screen = show("S07", dialog={"kind": "help", "called": "Petugas menuju ke sini."})

    screen.tap("help.call")

    assert screen.sent == []
    assert "Petugas menuju ke sini." in words(screen)


@pytest.mark.parametrize("low_reach", [False, True])
def test_the_languages_rise_from_the_toolbar(show: Opener, low_reach: bool) -> None:
    screen = show("S02", dialog=DIALOGS["language"], lowReach=low_reach)
    last, bar = box(screen.item("dialog.close")), box(screen.item("bar.help"))

    assert 0 < bar.top() - last.bottom() < 60


def test_the_ends_of_a_setting_are_disabled(show: Opener) -> None:
    screen = show("S02", dialog={**DIALOGS["audio"], "volume": 5, "speed": 1})

    tap_all(screen, ["audio.volume.more", "audio.speed.less"])

    assert screen.sent == []


def test_what_needs_speech_waits_for_it(show: Opener) -> None:
    screen = show("S02", dialog={**DIALOGS["audio"], "on": False})

    tap_all(screen, ["audio.repeat", "audio.screenoff", "audio.volume.more"])

    assert orders(screen) == ["louder"]


def test_headphones_are_asked_for_or_seen(show: Opener) -> None:
    screen = show("S02", dialog=DIALOGS["audio"])
    asked = words(screen)

    screen.dress(dialog={**DIALOGS["audio"], "headphones": True})

    wish = "Colokkan penyuara telinga untuk mendengar dengan pribadi."
    assert wish in asked
    assert wish not in words(screen)


def test_the_kiosk_explains_itself_in_four_pictures(show: Opener) -> None:
    screen = show("S02", dialog=DIALOGS["howto"])

    assert {step["text"] for step in DIALOGS["howto"]["steps"]} <= set(words(screen))
    assert len([item for item in screen.items() if item.property("drawing") is True]) == 4


def box(item: QQuickItem) -> QRectF:
    """Where an item is in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _ring(screen: Screen) -> QQuickItem:
    return next(item for item in screen.items() if item.property("rest") is not None)
