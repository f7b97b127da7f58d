"""Whole visits at the real window: how many touches they take, and what is left when they are over."""

import gc
import re
from collections import deque
from collections.abc import Iterator
from types import MappingProxyType

import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.domain.rating import FACE_SECONDS
from kiosk.domain.states import Idle
from tests.samples import FULL_NAME, SITI
from tests.ui.visiting import Visit

TILE = "tile.disdukcapil.ktp-el-hilang"


@pytest.fixture
def visit(touch_panel: QPointingDevice) -> Iterator[Visit]:
    """Somebody with a finger at a kiosk where nobody is yet."""
    visit = Visit(touch_panel)
    visit.central.identity = SITI
    yield visit
    visit.close()


def touches(visit: Visit, *names: str) -> int:
    """Touch one after the other; returns how many it were."""
    for name in names:
        visit.tap(name)
    return len(names)


# --- how many touches it takes ----------------------------------------------------------------


def test_identity_first_then_two_touches(visit: Visit) -> None:
    visit.hold_up_identity()

    assert touches(visit, TILE, "detail.take") == 2
    assert visit.where() == "S09"


def test_three_touches_with_the_identity_in_between(visit: Visit) -> None:
    count = touches(visit, "idle.take")
    visit.hold_up_identity()
    count += touches(visit, TILE, "detail.take")

    assert (count, visit.where()) == (3, "S09")


def test_four_touches_without_identity(visit: Visit) -> None:
    assert touches(visit, "idle.take", "scan.without", TILE, "detail.take") == 4
    assert visit.where() == "S09"


def test_four_touches_by_life_event(visit: Visit) -> None:
    count = touches(visit, "idle.take")
    visit.hold_up_identity()
    count += touches(visit, "life.lahir", "row.disdukcapil.akta-kelahiran", "detail.take")

    assert (count, visit.where()) == (4, "S09")


def test_five_touches_by_agency(visit: Visit) -> None:
    count = touches(visit, "idle.take")
    visit.hold_up_identity()
    count += touches(visit, "dock.agencies", "agency.disdukcapil")
    first = visit.bridge.shown()[1]["services"][0]["id"]
    count += touches(visit, f"row.{first}", "detail.take")

    assert (count, visit.where()) == (5, "S09")


def test_seven_touches_by_search_of_three_letters(visit: Visit) -> None:
    count = touches(visit, "idle.take")
    visit.hold_up_identity()
    count += touches(visit, "dock.primary", "key.K", "key.I", "key.A")
    found = visit.bridge.shown()[1]["results"][0]["id"]
    count += touches(visit, f"row.{found}", "detail.take")

    assert (count, visit.where()) == (7, "S09")


def test_one_touch_with_a_booking(visit: Visit) -> None:
    visit.hold_up_booking()

    assert touches(visit, "booking.confirm") == 1
    assert visit.where() == "S09"


def test_nine_touches_judge_a_service(visit: Visit) -> None:
    code = visit.take_number()
    visit.hold_up(code)

    for place in range(9):
        assert visit.bridge.shown()[1]["step"] == place + 1
        visit.tap("face.4")
        visit.advance(FACE_SECONDS)

    assert visit.where() == "S14Profile"


# --- what is left -----------------------------------------------------------------------------

SECRETS = ("Siti", FULL_NAME, SITI.masked_name, "KQXYZ", "7Q2K9", "lampunya redup")


def test_nothing_of_a_visitor_is_left_when_the_visit_is_over(visit: Visit) -> None:
    leave_traces(visit)
    assert leaked(visit), "while the visit lasts the traces are there to be found"

    visit.tap("survey.send")
    visit.advance(7)

    assert visit.runner.state == Idle()
    assert visit.where() == "S00"
    visit.tidy()
    assert leaked(visit) == []


def test_nothing_is_left_of_a_name_that_was_only_greeted(visit: Visit) -> None:
    visit.tap("idle.take")
    visit.hold_up_identity()
    assert leaked(visit)

    visit.tap("dock.back")
    visit.tidy()

    assert visit.runner.state == Idle()
    assert leaked(visit) == []


def leave_traces(visit: Visit) -> None:
    """Be known by name, search, type a code and a comment, and take a number."""
    visit.hold_up_identity()
    touches(visit, "dock.primary", *(f"key.{letter}" for letter in "KQXYZ"))
    visit.finish()
    touches(visit, "idle.booking", "checkin.type", *(f"key.{sign}" for sign in "7Q2K9"))
    visit.finish()
    visit.hold_up_booking()
    visit.finish()
    visit.hold_up(visit.take_number())
    for _ in range(9):
        visit.tap("face.3")
        visit.advance(FACE_SECONDS)
    visit.tap("survey.next")
    visit.say("comment", "lampunya redup")


def leaked(visit: Visit) -> list[str]:
    """Where a trace is found: in QML's items and properties, and in what Python still holds."""
    found = [
        f"{type(item).__name__}.{name}: {text}"
        for item in items_of(visit.screen.shell.window)
        for name, text in texts_of(item)
        if any(secret in text for secret in SECRETS)
    ]
    found += [
        f"Python: {text}"
        for text in python_texts(visit)
        if any(secret in text for secret in SECRETS)
    ]
    return found


def items_of(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every item that is alive, seen or not; what a screen was given stands in its properties."""
    todo = [window.contentItem()]
    while todo:
        one = todo.pop()
        yield one
        todo += one.childItems()


TEXT_KINDS = {"QString", "QVariant", "QVariantMap", "QVariantList", "QJSValue", "QStringList"}


def texts_of(item: QQuickItem) -> Iterator[tuple[str, str]]:
    """Properties as text: strings, and the maps that screens are made of."""
    meta = item.metaObject()
    properties = [meta.property(place) for place in range(meta.propertyCount())]
    for name in (str(one.name()) for one in properties if str(one.typeName()) in TEXT_KINDS):
        value = item.property(name)
        to_variant = getattr(value, "toVariant", None)
        value = to_variant() if to_variant else value
        if isinstance(value, str | dict | list):
            yield name, str(value)


CONTAINERS = (dict, list, tuple, set, frozenset, deque, MappingProxyType)


def python_texts(visit: Visit) -> Iterator[str]:
    """Strings reachable from session, bridge and narrator; ledger and server keep what is theirs."""
    theirs = {id(visit.store), id(visit.central), id(visit.lines)}
    todo: list[object] = [
        visit.runner.state,
        visit.runner.toast,
        visit.runner.surroundings.waiting,
        *visit.bridge.shown(),
        visit.listener.narrator.__dict__,
    ]
    seen: set[int] = set(theirs)
    while todo:
        one = todo.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, str):
            yield one
        elif type(one) in CONTAINERS or type(one).__module__.startswith(("kiosk.", "ui.")):
            todo += [part for part in gc.get_referents(one) if not isinstance(part, type)]


def test_help_that_was_called_is_told_to_central(visit: Visit) -> None:
    touches(visit, "bar.help", "help.call")

    (call,) = visit.store.told("staff.called")
    assert call["reason"] == "help"
    assert visit.bridge.shown()[2]["dialog"]["called"].endswith("(09.41)")


# --- a disk that fails --------------------------------------------------------------------------


@pytest.mark.parametrize("failure", ["ledger: database or disk is full", "ledger: malformed"])
def test_a_disk_that_fails_is_told_in_words_for_people(visit: Visit, failure: str) -> None:
    visit.store.failure = failure
    touches(visit, "idle.take", "scan.without", TILE, "detail.take")

    shown = " ".join(text.property("text") for text in visit.screen.texts())

    assert "Ada gangguan pada anjungan" in shown
    assert "Coba lagi, atau panggil petugas." in shown
    assert not re.search(r"ledger|disk|full|error|sqlite|malformed|Kode|/|[A-Z]+-?\d", shown)


def test_when_the_disk_answers_again_the_same_visitor_has_a_number(visit: Visit) -> None:
    visit.store.failure = "ledger: database or disk is full"
    touches(visit, "idle.take", "scan.without", TILE, "detail.take")
    refused = visit.where()
    visit.store.failure = None

    visit.say("confirm", None)  # the card's "Coba lagi"
    touches(visit, "detail.take")

    assert refused != "S09"
    assert visit.where() == "S09"
