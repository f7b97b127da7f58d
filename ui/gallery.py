"""Draws any screen from sample data into a PNG: `python -m ui.gallery --screen S02 --out x.png`."""

import argparse
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QImage

from ui.bridge import Bridge
from ui.layout import Panel
from ui.qr_image import Modules
from ui.samples import DIALOGS, SHELL, VIEWS
from ui.shell import Parts, Shell, open_window, prepare_qt
from ui.text import load_words
from ui.theme import Theme
from ui.words import WordsModel

RESOURCES = Path(__file__).parent.parent / "resources"
FIRST_FRAMES_MS = 120


def sample_qr(text: str) -> Modules:
    """A pattern that looks like a QR code; it encodes nothing."""
    size = 33
    seed = sum(text.encode()) or 1
    return tuple(
        tuple(_is_dark(row, column, size, seed) for column in range(size)) for row in range(size)
    )


def build(
    screen: str,
    view: Mapping[str, Any],
    shell: Mapping[str, Any],
    *,
    size: QSize,
    panel: Panel | None = None,
) -> tuple[Shell, Parts]:
    """Open a window that shows `screen` with `view`, without motion."""
    bridge = Bridge()
    bridge.dress(shell)
    bridge.show(screen, view)
    parts = Parts(
        theme=Theme(RESOURCES, panel or Panel(), still=True),
        words=WordsModel(load_words(RESOURCES / "text")),
        bridge=bridge,
        encode_qr=sample_qr,
        resources=RESOURCES,
    )
    parts.theme.guard(on=False)
    return open_window(parts, size=size), parts


def picture(
    screen: str,
    view: Mapping[str, Any],
    shell: Mapping[str, Any],
    *,
    size: QSize,
    panel: Panel | None = None,
) -> QImage:
    """Draw one screen and return what is on it."""
    window, parts = build(screen, view, shell, size=size, panel=panel)
    _settle(FIRST_FRAMES_MS)
    image = window.window.grabWindow()
    window.close()
    del parts
    return image


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw the screen asked for on the command line."""
    options = _parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare_qt()
    application = QGuiApplication(["gallery"])
    width, height = (int(part) for part in options.size.split("x"))
    shell = {
        **SHELL,
        "theme": options.theme,
        "textScale": options.text,
        "lowReach": options.low_reach,
        "language": options.language,
        "dialog": DIALOGS.get(options.dialog),
    }
    panel = Panel(options.diagonal)
    size = QSize(width, height)
    picture(options.screen, VIEWS[options.screen], shell, size=size, panel=panel).save(options.out)
    del application


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ui.gallery", description=__doc__)
    parser.add_argument("--screen", default="S00", choices=sorted(VIEWS))
    parser.add_argument("--size", default="1080x1920")
    parser.add_argument("--diagonal", type=float, default=21.5)
    parser.add_argument("--theme", default="light", choices=["light", "night", "hcDark", "hcLight"])
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--low-reach", action="store_true")
    parser.add_argument("--language", default="id", choices=["id", "en", "jv", "su"])
    parser.add_argument("--dialog", default="")
    parser.add_argument("--out", required=True)
    return parser


def _is_dark(row: int, column: int, size: int, seed: int) -> bool:
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        y, x = row - top, column - left
        if -1 <= y <= 7 and -1 <= x <= 7:
            ring = max(abs(y - 3), abs(x - 3))
            return ring in (0, 1, 3)
    return (row * 7919 + column * 104729 + row * column * seed) % 7 < 3


def _settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
