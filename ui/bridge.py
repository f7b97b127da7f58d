"""The one opening between Python and QML: a state's properties go in, touches come out."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot


class Bridge(QObject):
    """Seen by QML as `Kiosk`: which screen is shown, with what, and `send` for what was touched."""

    screenChanged = Signal()
    viewChanged = Signal()
    shellChanged = Signal()
    sent = Signal(str, object)
    prepared = Signal(str, dict)
    aimed = Signal(object)
    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen = ""
        # Any: these maps cross into QML, which knows no dataclasses.
        self._view: dict[str, Any] = {}
        self._shell: dict[str, Any] = {}

    def show(self, screen: str, view: Mapping[str, Any]) -> None:
        """Put `screen` on the window, filled with `view`."""
        # The view goes first: a screen must never be shown with another screen's facts.
        self._view = dict(view)
        moved, self._screen = screen != self._screen, screen
        if moved:
            self.screenChanged.emit()
        self.viewChanged.emit()

    def prepare(self, screen: str, view: Mapping[str, Any]) -> None:
        """Load `screen` with `view` unseen: it comes up sooner, and forgets what it showed last."""
        self.prepared.emit(screen, dict(view))

    def dress(self, shell: Mapping[str, Any]) -> None:
        """Set what surrounds every screen: place, clock, settings, banner, toast, dialog."""
        self._shell = dict(shell)
        self.shellChanged.emit()

    def shown(self) -> tuple[str, Mapping[str, Any], Mapping[str, Any]]:
        """Screen, view and shell as they are now, for Python."""
        return self._screen, self._view, self._shell

    @Slot(str)
    @Slot(str, "QVariant")
    def send(self, name: str, argument: object = None) -> None:
        """Tell the listeners that `name` was touched."""
        self.sent.emit(name, argument)

    @Slot("QVariantMap")
    def aim(self, control: dict[str, Any]) -> None:
        """Tell which control the keys are on, and where that is."""
        self.aimed.emit(control)

    @Slot()
    def tick(self) -> None:
        """Tell that a key of the keyboard on the screen was pressed."""
        self.ticked.emit()

    def _get_screen(self) -> str:
        return self._screen

    def _get_view(self) -> dict[str, Any]:
        return self._view

    def _get_shell(self) -> dict[str, Any]:
        return self._shell

    screen = Property(str, _get_screen, notify=screenChanged)
    view = Property(dict, _get_view, notify=viewChanged)
    shell = Property(dict, _get_shell, notify=shellChanged)
