"""Draws the session: takes a state and its surroundings to the bridge, and only what changed."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer

from kiosk.domain.states import Idle
from kiosk.domain.words import Words
from ui.bridge import Bridge
from ui.views.drawing import Drawing
from ui.views.screens import screen_and_view, shell, unclaimed

TICK_MS = 1000
WAIT_SCREEN = "S08"
HOLD_MS = 250
"""A wait shorter than this is not shown: the screen before stays, and one drawing is saved."""
REST_MS = 400
"""After this, when nobody came meanwhile, the screens of the last visit are made nobody's."""


class Stage:
    """Redraws once per turn of the loop after `changed`, and every second for the clock."""

    def __init__(
        self,
        bridge: Bridge,
        drawing: Callable[[], Drawing],
    ) -> None:
        self._bridge = bridge
        self._drawing = drawing
        self._drawn: tuple[str, Mapping[str, object], Mapping[str, object]] = ("", {}, {})
        self._soon = QTimer()
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(lambda: self.draw())
        self._hold = QTimer()
        self._hold.setSingleShot(True)
        self._hold.timeout.connect(lambda: self.draw(waited=True))
        self._rest = QTimer()
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(lambda: self.tidy())
        self._used = True
        self._tick = QTimer()
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(lambda: self.draw())
        self._stopped = False

    def start(self) -> None:
        """Begin to follow the clock."""
        self._tick.start()

    def stop(self) -> None:
        """Draw no more, whatever the parts that end after it have to say."""
        self._stopped = True
        for timer in (self._tick, self._soon, self._hold, self._rest):
            timer.stop()

    def changed(self) -> None:
        """Something that is drawn may have changed."""
        if not self._stopped and not self._soon.isActive():
            self._soon.start(0)

    def draw(self, *, waited: bool = False) -> None:
        """Bring the bridge up to date; a wait screen only once the wait has lasted."""
        drawing = self._drawing()
        screen, view = screen_and_view(drawing)
        if screen == WAIT_SCREEN and self._drawn[0] not in ("", WAIT_SCREEN) and not waited:
            if not self._hold.isActive():
                self._hold.start(HOLD_MS)
            return
        self._hold.stop()
        around = shell(drawing)
        drawn_screen, drawn_view, drawn_around = self._drawn
        self._drawn = (screen, view, around)
        if around != drawn_around:
            self._bridge.dress(around)
        if screen != drawn_screen or view != drawn_view:
            self._bridge.show(screen, view)
        if not isinstance(drawing.state, Idle):
            self._used = True
        elif self._used and not self._rest.isActive():
            self._rest.start()

    def tidy(self) -> None:
        """Between two visits: let the usual screens forget the last one and be ready for the next."""
        drawing = self._drawing()
        if not isinstance(drawing.state, Idle):
            return
        self._used = False
        for screen, view in unclaimed(drawing).items():
            self._bridge.prepare(screen, view)


def words_for(languages: Mapping[str, Words], language: str) -> Words:
    """The words of a language, Indonesian where it is not shipped."""
    return languages.get(language, languages["id"])
