"""What assistive technology reads from the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from tests.ui.conftest import Opener
from ui.samples import VIEWS

SPOKEN = {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.PageTab}


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_every_control_is_announced_with_a_name(show: Opener, name: str) -> None:
    QAccessible.setActive(True)
    screen = show(name)

    controls = [
        part
        for part in _parts(QAccessible.queryAccessibleInterface(screen.shell.window))
        if part.role() in SPOKEN and not part.state().invisible
    ]

    assert all(part.text(QAccessible.Text.Name) for part in controls)


def test_pressing_by_assistive_technology_acts(show: Opener) -> None:
    QAccessible.setActive(True)
    screen = show("S00")
    parts = _parts(QAccessible.queryAccessibleInterface(screen.shell.window))

    take = next(part for part in parts if part.text(QAccessible.Text.Name) == "Beri nilai layanan")
    take.actionInterface().doAction("Press")

    assert screen.sent == [("rate", None)]


def _parts(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield root
    for index in range(root.childCount()):
        yield from _parts(root.child(index))
