"""Opens the window: fonts, QML engine, the singletons QML sees, and their orderly end."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import (
    QQmlApplicationEngine,
    QQmlEngine,
    qmlRegisterSingletonType,
    qmlRegisterType,
)
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.bridge import Bridge
from ui.icons import IconProvider
from ui.motif import MotifProvider
from ui.preview import CameraPreview
from ui.qr_image import QrEncoder, QrProvider
from ui.theme import Theme
from ui.words import WordsModel

QML_FOLDER = Path(__file__).parent / "qml"
MAIN_PAGE = "Main.qml"
MODULE, MAJOR, MINOR = "Anjungan", 1, 0
SINGLETONS: tuple[tuple[str, type[QObject]], ...] = (
    ("Theme", Theme),
    ("Words", WordsModel),
    ("Kiosk", Bridge),
)


class WindowFailed(Exception):
    """The QML of the window did not load; the reasons are in the log of Qt."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What QML is built from; the caller owns them and keeps them until after `close`."""

    theme: Theme
    words: WordsModel
    bridge: Bridge
    encode_qr: QrEncoder
    resources: Path


class Shell:
    """The open window and its engine."""

    def __init__(
        self,
        engine: QQmlApplicationEngine,
        window: QQuickWindow,
        bridge: Bridge,
        unbind: Callable[[], object],
    ) -> None:
        self.engine = engine
        self.window = window
        self._bridge = bridge
        self._unbind = unbind
        self._searched = ""
        self._previews: tuple[CameraPreview, ...] = ()

    def show_frame(self, width: int, height: int, bgrx: bytes) -> None:
        """Hand a camera picture to the preview that is seen, if the screen has one."""
        screen, _, _ = self._bridge.shown()
        if screen != self._searched:
            # Screens are loaded at their first showing: only then may there be another one.
            self._searched = screen
            self._previews = tuple(_previews_in(self.window.contentItem()))
        for preview in self._previews:
            if shiboken6.isValid(preview) and preview.isVisible():
                preview.show(width, height, bgrx)

    def close(self) -> None:
        """End QML before the objects it reads; otherwise its last bindings see null."""
        self._unbind()
        self.window.close()
        shiboken6.delete(self.engine)


def prepare_qt() -> None:
    """Choose renderer, controls style and font scaling; call it before QGuiApplication exists."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    os.environ.setdefault("QT_SCALE_FACTOR", "1")
    os.environ.setdefault("QT_FONT_DPI", "96")
    # With a GPU, Python painting in a render thread would wait for the lock the GUI thread holds.
    os.environ.setdefault("QSG_RENDER_LOOP", "basic")


def open_window(
    parts: Parts,
    *,
    size: QSize,
    fullscreen: bool = False,
    page: str = MAIN_PAGE,
    stage: QSize | None = None,
) -> Shell:
    """Build the engine and load `page`; the window is shown before this returns.

    Fullscreen takes the size of the first screen: without a window manager, X11 would leave a
    window that only asks to be full screen as small as it was. Sizes are those of a `stage` if one
    is given, whatever the window is: components are looked at that way.
    """
    if fullscreen:
        size = QGuiApplication.primaryScreen().size()
    _register_types()
    load_fonts(parts.resources / "fonts")
    engine = QQmlApplicationEngine()
    _give(engine, parts)
    parts.words.serve(engine)
    engine.addImportPath(str(QML_FOLDER))
    engine.addImageProvider("icon", IconProvider(parts.resources / "icons"))
    engine.addImageProvider("motif", MotifProvider(parts.resources / "motif"))
    engine.addImageProvider("qr", QrProvider(parts.encode_qr))
    measured = stage or size
    parts.theme.resize(measured.width(), measured.height())
    unbind = _dress(parts)
    engine.setInitialProperties(
        {
            "width": size.width(),
            "height": size.height(),
            "fullscreen": fullscreen,
        }
    )
    engine.load(str(QML_FOLDER / page))
    roots = engine.rootObjects()
    if not roots or not isinstance(roots[0], QQuickWindow):
        raise WindowFailed(f"{page} did not load")
    window = roots[0]
    if stage is None:
        window.widthChanged.connect(lambda _: parts.theme.resize(window.width(), window.height()))
        window.heightChanged.connect(lambda _: parts.theme.resize(window.width(), window.height()))
    return Shell(engine, window, parts.bridge, unbind)


@cache
def load_fonts(folder: Path) -> None:
    """Register the shipped fonts, once a process; the system's are never used."""
    for path in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def _dress(parts: Parts) -> Callable[[], object]:
    """Let theme and language follow the shell facts of the bridge; return what undoes it."""

    def follow() -> None:
        _, _, shell = parts.bridge.shown()
        parts.words.show(str(shell.get("language", "id")))
        parts.theme.adopt(shell)

    follow()
    parts.bridge.shellChanged.connect(follow)
    return lambda: parts.bridge.shellChanged.disconnect(follow)


def _give(engine: QQmlApplicationEngine, parts: Parts) -> None:
    for (name, _), instance in zip(
        SINGLETONS, (parts.theme, parts.words, parts.bridge), strict=True
    ):
        QQmlEngine.setObjectOwnership(instance, QQmlEngine.ObjectOwnership.CppOwnership)
        engine.setProperty(_slot_of(name), instance)


def _previews_in(item: QQuickItem) -> Iterator[CameraPreview]:
    """Items of loaders have no QObject parent in the window: the visual tree has to be walked."""
    if isinstance(item, CameraPreview):
        yield item
    for child in item.childItems():
        yield from _previews_in(child)


def _slot_of(name: str) -> str:
    return f"anjungan{name}"


@cache
def _register_types() -> None:
    """Tell QML the Python types, once a process: each engine then finds its own instances."""
    # The stubs ask for bytes where PySide6 itself refuses them.
    qmlRegisterType(CameraPreview, MODULE, MAJOR, MINOR, "CameraPreview")  # type: ignore[call-overload]
    for name, type_ in SINGLETONS:
        qmlRegisterSingletonType(  # type: ignore[call-overload]
            type_, MODULE, MAJOR, MINOR, name, _finder(_slot_of(name))
        )


def _finder(slot: str) -> Callable[[QQmlEngine], object]:
    return lambda engine: engine.property(slot)
