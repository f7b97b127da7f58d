"""The pair of Python and PySide6 that we run on."""

import sys

import pytest
from PySide6.QtGui import QColor


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_qt_gives_back_every_none_it_borrows() -> None:
    # PySide6 6.12.0 on Python 3.11 loses one a call and aborts after some 5,000 (docs/adr/0004).
    colour = QColor("red")
    before = sys.getrefcount(None)

    for _ in range(200):
        colour.setAlpha(1)

    assert abs(sys.getrefcount(None) - before) < 50
