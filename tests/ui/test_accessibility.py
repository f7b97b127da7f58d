"""What assistive technology reads from the window: names, roles, states, order, and nothing hidden."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.ui.conftest import Opener, Screen, open_screen
from ui.gallery import RESOURCES
from ui.samples import DIALOGS, SHELL, STAFF_VIEWS, VIEWS
from ui.spoken import Lexicon
from ui.text import load_words

Role = QAccessible.Role
TALL, SQUARE = QSize(1080, 1920), QSize(1920, 1080)
PLACES = [
    *((name, "", size) for name in sorted(VIEWS | STAFF_VIEWS) for size in (TALL, SQUARE)),
    *(("S07", kind, TALL) for kind in sorted(DIALOGS)),
]
LANGUAGES = ("en", "jv", "su", "id")
WORDS = load_words(RESOURCES / "text")
GROUNDS = {"idle.ground", "thanks.ground", "veil"}
"""Touched anywhere: there is nothing to read of them."""
CHOICES = ("idle.lang.", "language.", "face.", "gender.", "age.", "education.", "occupation.")
SWITCHES = {"detail.priority", "audio.toggle", "audio.screenoff"}
ROW_SHARE = 0.5
"""Two things stand in one row when they share so much of the lower one's height."""


def _id(place: tuple[str, str, QSize]) -> str:
    name, kind, size = place
    return f"{name} {kind}" if kind else f"{name} {'tall' if size == TALL else 'square'}"


@pytest.fixture(scope="module", params=PLACES, ids=_id)
def place(request: pytest.FixtureRequest, touch_panel: QPointingDevice) -> Iterator[Screen]:
    """Each screen in both layouts and each dialog, opened once for all tests that read it."""
    QAccessible.setActive(True)
    name, kind, size = request.param
    screen = open_screen(name, touch_panel, size=size, dialog=DIALOGS.get(kind))
    yield screen
    screen.shell.close()


def faces(screen: Screen) -> list[QAccessibleInterface]:
    """Everything that is read, in reading order."""
    QCoreApplication.processEvents()
    root = QAccessible.queryAccessibleInterface(screen.shell.window)
    return [face for face in _below(root) if not face.state().invisible]


def _below(face: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(face.childCount()):
        child = face.child(index)
        yield child
        yield from _below(child)


def name_of(face: QAccessibleInterface) -> str:
    """What is read of it first."""
    return face.text(QAccessible.Text.Name)


def item_of(face: QAccessibleInterface) -> QQuickItem:
    """The item behind it."""
    item = face.object()
    assert isinstance(item, QQuickItem)
    return item


def controls(screen: Screen) -> list[QAccessibleInterface]:
    """The controls among what is read."""
    return [face for face in faces(screen) if item_of(face).property("touchTarget")]


# --- names and roles --------------------------------------------------------------------------


def test_every_control_is_read_once_with_a_name(place: Screen) -> None:
    names = [item.objectName() for item in place.targets() if item.objectName() not in GROUNDS]

    read = controls(place)

    assert sorted(item_of(face).objectName() for face in read) == sorted(names)
    assert all(name_of(face) for face in read)


def test_every_control_has_the_role_of_what_it_does(place: Screen) -> None:
    for face in controls(place):
        name = item_of(face).objectName()
        expected = Role.Button
        if name.startswith(CHOICES):
            expected = Role.RadioButton
        elif name.startswith("tab."):
            expected = Role.PageTab
        elif name in SWITCHES:
            expected = Role.CheckBox
        elif name in ("search.field", "comment.field"):
            expected = Role.EditableText
        assert face.role() is expected, name


def test_every_name_is_in_the_language_of_the_screen(place: Screen) -> None:
    strange = {}

    for language in LANGUAGES:
        place.dress(language=language)
        names = [name_of(face) for face in controls(place) if len(name_of(face)) > 1]
        strange[language] = [name for name in names if not _is_known(name, language)]

    assert not any(strange.values()), strange


def _is_known(name: str, language: str) -> bool:
    return name in _data() or lexicon(language).find(name) is not None


@cache
def lexicon(language: str) -> Lexicon:
    """All messages of a language."""
    return Lexicon(WORDS[language])


@cache
def _data() -> frozenset[str]:
    """Texts that come to QML ready: those of the samples."""
    return frozenset(_texts([VIEWS, STAFF_VIEWS, DIALOGS, SHELL]))


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from _texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from _texts(value)


def test_a_screen_has_one_title_and_it_is_a_heading(place: Screen) -> None:
    name, view, shell = place.parts.bridge.shown()
    if shell["dialog"]:
        return

    found = [face for face in faces(place) if face.role() in (Role.Heading, Role.AlertMessage)]

    wanted = str(view.get("title", {"S00": "Urus apa hari ini?"}.get(name, "Sebentar…")))
    assert any(name_of(face).startswith(wanted) for face in found)
    assert sum(face.role() is Role.Heading for face in found) <= 1


@pytest.mark.parametrize("kind", sorted(DIALOGS))
def test_a_dialog_is_read_as_one_with_its_title(show: Opener, kind: str) -> None:
    QAccessible.setActive(True)
    screen = show("S07", dialog=DIALOGS[kind])

    dialogs = [face for face in faces(screen) if face.role() is Role.Dialog]

    assert len(dialogs) == 1
    assert name_of(dialogs[0])
    headings = [name_of(face) for face in _below(dialogs[0]) if face.role() is Role.Heading]
    assert headings == [name_of(dialogs[0])]


def test_every_text_of_a_screen_is_read(place: Screen) -> None:
    read = " ".join(
        part
        for face in faces(place)
        for part in (name_of(face), face.text(QAccessible.Text.Description))
    )

    missing = {
        text
        for item in place.texts()
        if (text := _plain(str(item.property("text")))) and text not in read
    }

    assert missing <= _signs_only(place), missing


def _plain(text: str) -> str:
    for mark, plain in (("\u2060", ""), ("\n", " "), ("<b>", ""), ("</b>", "")):
        text = text.replace(mark, plain)
    return text.strip()


def _signs_only(screen: Screen) -> set[str]:
    """What only repeats what is read: numbers of steps, badges, rings, the parts of a number."""
    texts = {_plain(str(item.property("text"))) for item in screen.texts()}
    return {text for text in texts if len(text) <= 3}


def test_the_number_is_read_as_one_and_the_ring_tells_its_seconds(show: Opener) -> None:
    QAccessible.setActive(True)
    screen = show("S09")

    read = [(face.role(), name_of(face)) for face in faces(screen)]

    assert (Role.StaticText, "K 027") in read
    assert (Role.ProgressBar, "25 detik lagi") in read


# --- states -----------------------------------------------------------------------------------


def test_a_switch_tells_whether_it_is_on(show: Opener) -> None:
    QAccessible.setActive(True)
    screen = show("S07", {"priority": True})

    face = QAccessible.queryAccessibleInterface(screen.item("detail.priority"))

    assert (face.state().checkable, face.state().checked) == (True, True)


def test_the_chosen_language_tells_that_it_is(show: Opener) -> None:
    QAccessible.setActive(True)
    screen = show("S00")

    chosen = [face for face in controls(screen) if face.state().checked]

    assert [item_of(face).objectName() for face in chosen] == ["idle.lang.id"]


def test_what_cannot_be_used_is_read_as_such(show: Opener) -> None:
    QAccessible.setActive(True)
    screen = show("S04")

    disabled = [face for face in controls(screen) if face.state().disabled]

    assert [item_of(face).objectName() for face in disabled] == ["page.up"]


def test_the_keys_take_the_focus_along(show: Opener) -> None:
    QAccessible.setActive(True)
    screen = show("S02")

    QTest.keyClick(screen.shell.window, Qt.Key.Key_Down)

    focused = [item_of(face).objectName() for face in controls(screen) if face.state().focused]
    assert focused == ["tile.ktp-cetak-ulang"]


def test_pressing_by_assistive_technology_acts(show: Opener) -> None:
    QAccessible.setActive(True)
    screen = show("S00")

    rate = next(face for face in controls(screen) if name_of(face) == "Beri nilai layanan")
    rate.actionInterface().doAction("Press")

    assert screen.sent == [("rate", None)]


# --- order ------------------------------------------------------------------------------------


def test_controls_are_read_in_the_order_in_which_they_stand(place: Screen) -> None:
    boxes = {name: face.rect() for name, face in _reachable_faces(place)}

    _stand_in_order(list(boxes.items()))


def _reachable(screen: Screen) -> list[str]:
    return [name for name, _ in _reachable_faces(screen)]


def _reachable_faces(screen: Screen) -> Iterator[tuple[str, QAccessibleInterface]]:
    """The controls that count now: with a dialog open only its own and the toolbar's."""
    asking = screen.parts.bridge.shown()[2]["dialog"]
    for face in controls(screen):
        if not asking or _is_above(item_of(face)):
            yield item_of(face).objectName(), face


def _is_above(item: QQuickItem) -> bool:
    """True for what is part of a dialog or of the toolbar."""
    part: QQuickItem | None = item
    while part is not None and part.property("safeOrder") is None:
        part = part.parentItem()
    return part is not None or item.objectName().startswith("bar.")


def _stand_in_order(boxes: list[tuple[str, QRect]]) -> None:
    for (before, one), (after, other) in pairwise(boxes):
        overlap = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
        in_row = overlap > ROW_SHARE * min(one.height(), other.height())
        right_of = in_row and one.left() < other.left()
        below = not in_row and one.top() < other.top()
        assert right_of or below, f"{after} is read after {before}, and stands before it"


def test_the_toolbar_is_read_last(place: Screen) -> None:
    names = [item_of(face).objectName() for face in controls(place)]
    bar = [name for name in names if name.startswith("bar.")]

    assert names[len(names) - len(bar) :] == bar


def test_keys_go_the_way_it_is_read(place: Screen) -> None:
    read = _reachable(place)
    walked: list[str] = []

    for _ in read:
        QTest.keyClick(place.shell.window, Qt.Key.Key_Down)
        walked += [item.objectName() for item in place.targets() if item.property("aimed")]

    start = read.index(walked[0]) if walked else 0
    assert walked == [*read[start:], *read[:start]]


# --- nothing hidden ---------------------------------------------------------------------------


def test_nothing_is_read_that_is_not_seen(place: Screen) -> None:
    for scale in (1.0, 1.5):
        place.dress(textScale=scale)
        unseen = [name_of(face) for face in faces(place) if not _is_seen(item_of(face))]
        assert unseen == []
    place.dress(textScale=1.0)


def _is_seen(item: QQuickItem) -> bool:
    part: object = item
    while isinstance(part, QQuickItem):
        if not part.isVisible() or part.opacity() == 0:
            return False
        part = part.parentItem()
    return True


def test_a_screen_that_was_left_is_not_read(show: Opener) -> None:
    QAccessible.setActive(True)
    fresh = [(face.role(), name_of(face)) for face in faces(show("S02"))]
    screen = show("S00")

    for name in ("S07", "S09", "S02"):
        screen.parts.bridge.show(name, VIEWS[name])
        screen.dress()

    assert [(face.role(), name_of(face)) for face in faces(screen)] == fresh
