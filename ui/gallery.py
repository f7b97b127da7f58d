"""What designers look at: every component in its states, and any screen, from sample data.

`run` opens the gallery or takes pictures of it; `python -m ui.gallery --screen S02 --out x.png`
draws one screen.
"""

import argparse
import os
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.domain.preferences import TEXT_SCALES
from kiosk.domain.words import Words
from ui.bridge import Bridge
from ui.layout import Panel
from ui.photographer import let_pass
from ui.qr_image import Modules
from ui.samples import DIALOGS, SHELL, VIEWS
from ui.shell import Parts, Shell, open_window, prepare_qt
from ui.text import load_words
from ui.theme import Theme
from ui.words import WordsModel

RESOURCES = Path(__file__).parent.parent / "resources"
FIRST_FRAMES_MS = 120
PAGE = "gallery/Gallery.qml"
SHEETS = ("Sky", "Buttons", "Lists", "Cards", "Survey", "Typing", "Frame")
# Components are drawn as on these panels, at one pixel a design unit.
STAGES = {"tall": QSize(1080, 1920), "square": QSize(1920, 1080)}
THEMES = ("light", "night", "hcDark", "hcLight")
# Pictures are taken in every arrangement and text size by day, and in the other themes.
DRESSES = (
    *((arrangement, scale, "light") for arrangement, scale in product(STAGES, TEXT_SCALES)),
    *(("tall", 1.0, theme) for theme in THEMES[1:]),
)
WINDOW = QSize(1480, 1000)
MARGIN = 48


class Gallery:
    """The window of the gallery, and the switches that change how everything in it looks."""

    def __init__(self, *, bare: bool = False, size: QSize = WINDOW) -> None:
        """`bare` leaves out the switches and stands still, for pictures."""
        self.bridge = Bridge()
        self._shell = dict(SHELL)
        self._view: dict[str, Any] = {
            "sheet": SHEETS[0],
            "arrangement": "tall",
            "bare": bare,
            "views": VIEWS,
            "dialogs": DIALOGS,
        }
        self.bridge.dress(self._shell)
        self.bridge.show("gallery", self._view)
        self.bridge.sent.connect(self._sent)
        self.parts = _parts(self.bridge, Panel(), still=bare)
        self.shell = open_window(self.parts, size=size, page=PAGE, stage=STAGES["tall"])

    def look(self, key: str, value: str) -> None:
        """Turn one of the switches: theme, text, language, arrangement or sheet."""
        match key:
            case "theme" | "language":
                self._shell[key] = value
            case "text":
                self._shell["textScale"] = float(value)
            case _:
                self._view[key] = value
        stage = STAGES[self._view["arrangement"]]
        self.parts.theme.resize(stage.width(), stage.height())
        self.bridge.dress(self._shell)
        self.bridge.show("gallery", self._view)

    def picture(self) -> QImage:
        """All of the sheet that is shown."""
        window = self.shell.window
        let_pass(FIRST_FRAMES_MS)
        width = int(self.parts.theme.geometry.panel.width) + 2 * MARGIN
        window.resize(width, int(window.property("wanted")))
        let_pass(FIRST_FRAMES_MS)
        return window.grabWindow()

    def close(self) -> None:
        """Close the window."""
        self.shell.close()

    def _sent(self, name: str, argument: object) -> None:
        # Touches on the exhibits mean nothing here.
        if name == "look":
            key, _, value = str(argument).partition(":")
            self.look(key, value)


def run(out: Path | None) -> int:
    """Open the gallery until its window is closed, or write pictures of all of it into `out`."""
    if out is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare_qt()
    application = QGuiApplication(["gallery"])
    gallery = Gallery(bare=out is not None)
    code = application.exec() if out is None else _photograph(gallery, out)
    gallery.close()
    return code


def _photograph(gallery: Gallery, out: Path) -> int:
    out.mkdir(parents=True, exist_ok=True)
    for (arrangement, scale, theme), sheet in product(DRESSES, SHEETS):
        gallery.look("arrangement", arrangement)
        gallery.look("text", f"{scale}")
        gallery.look("theme", theme)
        gallery.look("sheet", sheet)
        name = f"{sheet.lower()}-{arrangement}-{theme}-{scale:g}.png"
        if not gallery.picture().save(str(out / name)):
            return 1
    return 0


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
    still: bool = True,
) -> tuple[Shell, Parts]:
    """Open a window that shows `screen` with `view`, by default without motion."""
    bridge = Bridge()
    bridge.dress(shell)
    bridge.show(screen, view)
    parts = _parts(bridge, panel or Panel(), still=still)
    parts.theme.guard(on=False)
    return open_window(parts, size=size), parts


@cache
def _words() -> dict[str, Words]:
    return load_words(RESOURCES / "text")


def _parts(bridge: Bridge, panel: Panel, *, still: bool) -> Parts:
    return Parts(
        theme=Theme(RESOURCES, panel, still=still),
        words=WordsModel(_words()),
        bridge=bridge,
        encode_qr=sample_qr,
        resources=RESOURCES,
    )


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
    let_pass(FIRST_FRAMES_MS)
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


if __name__ == "__main__":
    main()
