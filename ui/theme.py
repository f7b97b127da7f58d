"""Colours, sizes and motion as QML reads them: `Theme.ink`, `48 * Theme.u`, `Theme.display`.

Everything a visitor or a technician can change about the look (theme, text size, reach, motion,
window size) arrives here and repaints all screens through bindings.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor

from ui.layout import Geometry, Panel, arrange

MIN_TARGET_MM = 20.0
MIN_CAP_MM = 4.8
# EN 301 549 5.1.4: a capital H of 0.7 degrees at 600 mm, promised by the largest text size.
LARGE_CAP_MM = 7.33
LARGEST_TEXT = 1.5
# Headings are far above the legal minimum already; growing fully they would push controls away.
DISPLAY_SHARE = 0.6
# Between two touches on one control, and after a screen change (spilled double taps).
SAME_TARGET_MS = 300
NEW_SCREEN_MS = 350
# What hides the screen, or dims it while nobody is there; the same in every theme.
VEIL = "black"
HIGH_CONTRAST = frozenset({"hcDark", "hcLight"})
REDUCED_FADE_MS = 80
# What a finger does to a colour: per cent darker, and in high contrast the share of its ink.
DARKER = 112
PRESSED_SHARE = 0.25


def _role(name: str, notify: Signal) -> Property:
    # Any: a getter of Theme, named before Theme exists.
    def colour(self: Any) -> QColor:
        return QColor(self.colours[name])

    return Property(QColor, colour, notify=notify)


class Theme(QObject):
    """The one source of look for QML. Lengths are pixels; multiply design units by `u`."""

    themed = Signal()
    resized = Signal()
    moved = Signal()
    keyed = Signal()

    def __init__(self, resources: Path, panel: Panel, *, still: bool = False) -> None:
        """Read the tokens of `resources`; `still` is the site's wish for no motion at all."""
        super().__init__()
        tokens = load_tokens(resources / "tokens.json")
        self._tokens = tokens
        self._resources = resources.resolve().as_uri()
        self._panel = panel
        self._still = still
        self._name = "light"
        self._text_scale = 1.0
        self._low_reach = False
        self._audio = False
        self._focus_shown = False
        self._window = (1080.0, 1920.0)
        self._guarded = True
        self.geometry = self._arranged()
        self.colours: Mapping[str, Any] = tokens["color"]["theme"]["light"]

    def adopt(self, shell: Mapping[str, Any]) -> None:
        """Take theme, text size, reach and audio from the shell facts of the bridge."""
        wanted = (
            str(shell.get("theme", "light")),
            float(shell.get("textScale", 1.0)),
            bool(shell.get("lowReach", False)),
            bool(shell.get("audio", False)),
        )
        # The shell comes every second with the clock; most of it is as it was.
        if wanted == (self._name, self._text_scale, self._low_reach, self._audio):
            return
        self._wear(wanted[0])
        _, self._text_scale, self._low_reach, self._audio = wanted
        self.geometry = self._arranged()
        self.resized.emit()
        self.moved.emit()

    def resize(self, width: float, height: float) -> None:
        """Arrange everything anew for a window of this size."""
        if (width, height) == self._window or min(width, height) < 1:
            return
        self._window = (width, height)
        self.geometry = self._arranged()
        self.resized.emit()

    def mount(self, panel: Panel) -> None:
        """Arrange everything anew for a screen of another size, or one that hangs otherwise."""
        self._panel = panel
        self.geometry = self._arranged()
        self.resized.emit()

    def guard(self, *, on: bool) -> None:
        """Swallow double taps, or not: for tests and recorded walks, never for the public."""
        self._guarded = on
        self.moved.emit()

    def _wear(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self.colours = self._tokens["color"]["theme"][name]
            self.themed.emit()

    def _arranged(self) -> Geometry:
        return arrange(*self._window, self._panel, low_reach=self._low_reach)

    def _floor(self, family: str) -> float:
        share = min(1.0, (self._text_scale - 1.0) / (LARGEST_TEXT - 1.0))
        return self._floor_of(family, MIN_CAP_MM + share * (LARGE_CAP_MM - MIN_CAP_MM))

    def _floor_of(self, family: str, cap_mm: float) -> float:
        font = self._tokens["font"][family]["family"]
        ratio: float = self._tokens["units"]["capHeightRatio"][font]
        return cap_mm * self.geometry.px_per_mm / ratio

    def _is_reduced(self) -> bool:
        helped = self._name in HIGH_CONTRAST or self._text_scale > 1 or self._low_reach
        return self._still or self._audio or helped

    def _survey(self) -> list[QColor]:
        return [QColor(self._tokens["color"]["survey"][str(n)]) for n in range(1, 5)]

    def _pressed(self, fill: str, ink: str, tint: str = "") -> QColor:
        if self._name not in HIGH_CONTRAST:
            return QColor(self.colours[tint]) if tint else QColor(self.colours[fill]).darker(DARKER)
        below, above = QColor(self.colours[fill]), QColor(self.colours[ink])
        return QColor.fromRgbF(
            below.redF() + (above.redF() - below.redF()) * PRESSED_SHARE,
            below.greenF() + (above.greenF() - below.greenF()) * PRESSED_SHARE,
            below.blueF() + (above.blueF() - below.blueF()) * PRESSED_SHARE,
        )

    def _motion_ms(self, name: str) -> int:
        return 0 if self._is_reduced() else int(self._tokens["motion"][name]["ms"])

    def _fade_ms(self) -> int:
        if self._still:
            return 0
        return REDUCED_FADE_MS if self._is_reduced() else int(self._tokens["motion"]["enter"]["ms"])

    def _get_focus_shown(self) -> bool:
        return self._focus_shown

    def _set_focus_shown(self, shown: bool) -> None:
        if shown != self._focus_shown:
            self._focus_shown = shown
            self.keyed.emit()

    # Colours, by the roles of tokens.json.
    sky0 = _role("sky0", themed)
    sky1 = _role("sky1", themed)
    sky2 = _role("sky2", themed)
    onSky = _role("onSky", themed)
    onSky2 = _role("onSky2", themed)
    skyChip = _role("skyChip", themed)
    skyDot = _role("skyDot", themed)
    ground = _role("ground", themed)
    surface = _role("surface", themed)
    bar = _role("bar", themed)
    barLine = _role("barLine", themed)
    ink = _role("ink", themed)
    ink2 = _role("ink2", themed)
    icon = _role("icon", themed)
    edge = _role("edge", themed)
    edgeStrong = _role("edgeStrong", themed)
    edgeWarm = _role("edgeWarm", themed)
    edgeInk = _role("edgeInk", themed)
    hairline = _role("hairline", themed)
    primary = _role("primary", themed)
    onPrimary = _role("onPrimary", themed)
    onPrimary2 = _role("onPrimary2", themed)
    accent = _role("accent", themed)
    onAccent = _role("onAccent", themed)
    chosen = _role("chosen", themed)
    onChosen = _role("onChosen", themed)
    # Under a finger. High contrast has no tints, and its black cannot become darker.
    pressed = Property(
        QColor, lambda self: self._pressed("surface", "edge", "tonal"), notify=themed
    )
    pressedFill = Property(
        QColor, lambda self: self._pressed("primary", "onPrimary"), notify=themed
    )
    pressedChosen = Property(
        QColor, lambda self: self._pressed("chosen", "onChosen"), notify=themed
    )
    ledge = _role("ledge", themed)
    halo = _role("halo", themed)
    tonal = _role("tonal", themed)
    onTonal = _role("onTonal", themed)
    warmTonal = _role("warmTonal", themed)
    onWarmTonal = _role("onWarmTonal", themed)
    warmIcon = _role("warmIcon", themed)
    hint = _role("hint", themed)
    onHint = _role("onHint", themed)
    hintEdge = _role("hintEdge", themed)
    ok = _role("ok", themed)
    okBg = _role("okBg", themed)
    warn = _role("warn", themed)
    warnBg = _role("warnBg", themed)
    error = _role("error", themed)
    errorBg = _role("errorBg", themed)
    stepDone = _role("stepDone", themed)
    stepTodo = _role("stepTodo", themed)
    focusInner = _role("focusInner", themed)
    focusOuter = _role("focusOuter", themed)
    scrim = _role("scrim", themed)
    veil = Property(QColor, lambda _: QColor(VEIL), constant=True)
    muted = _role("muted", themed)
    onMuted = _role("onMuted", themed)
    queueBusy = _role("queueBusy", themed)
    queueFree = _role("queueFree", themed)
    queueText = _role("queueText", themed)
    queueFreeText = _role("queueFreeText", themed)
    keyGround = _role("keyGround", themed)
    keyFace = _role("keyFace", themed)
    keyMuted = _role("keyMuted", themed)
    keyLedge = _role("keyLedge", themed)
    qrInk = _role("qrInk", themed)
    qrPaper = _role("qrPaper", themed)
    cameraTop = _role("cameraTop", themed)
    cameraBottom = _role("cameraBottom", themed)
    survey = Property(list, _survey, notify=themed)
    onSurvey = Property(
        QColor, lambda self: QColor(self._tokens["color"]["survey"]["face"]), notify=themed
    )

    # What a theme has besides colours.
    name = Property(str, lambda self: self._name, notify=themed)
    highContrast = Property(bool, lambda self: self._name in HIGH_CONTRAST, notify=themed)
    shadows = Property(bool, lambda self: self._name == "light", notify=themed)
    clouds = Property(bool, lambda self: self.colours["motif"] is not None, notify=themed)
    motif = Property(str, lambda self: self.colours["motif"] or "", notify=themed)
    edgeWidth = Property(int, lambda self: 5 if self._name in HIGH_CONTRAST else 3, notify=themed)

    # Where drawings that are no icons lie: motif/, shadows/.
    resources = Property(str, lambda self: self._resources, constant=True)

    # Fonts.
    display = Property(str, lambda self: self._tokens["font"]["display"]["family"], constant=True)
    body = Property(str, lambda self: self._tokens["font"]["body"]["family"], constant=True)
    textScale = Property(float, lambda self: self._text_scale, notify=resized)
    displayScale = Property(
        float, lambda self: 1 + (self._text_scale - 1) * DISPLAY_SHARE, notify=resized
    )
    bodyFloor = Property(float, lambda self: self._floor("body"), notify=resized)
    displayFloor = Property(float, lambda self: self._floor("display"), notify=resized)

    captionFloor = Property(float, lambda self: self._floor_of("body", MIN_CAP_MM), notify=resized)

    # Lengths in pixels.
    u = Property(float, lambda self: self.geometry.unit, notify=resized)
    pxPerMm = Property(float, lambda self: self.geometry.px_per_mm, notify=resized)
    minTarget = Property(
        float, lambda self: MIN_TARGET_MM * self.geometry.px_per_mm, notify=resized
    )
    tall = Property(bool, lambda self: self.geometry.arrangement == "tall", notify=resized)
    layout = Property(str, lambda self: self.geometry.arrangement, notify=resized)
    skyBeside = Property(bool, lambda self: self.geometry.sky_beside, notify=resized)
    panelX = Property(float, lambda self: self.geometry.panel.x, notify=resized)
    panelY = Property(float, lambda self: self.geometry.panel.y, notify=resized)
    panelWidth = Property(float, lambda self: self.geometry.panel.width, notify=resized)
    panelHeight = Property(float, lambda self: self.geometry.panel.height, notify=resized)
    skyWidth = Property(float, lambda self: self.geometry.sky.width, notify=resized)
    skyHeight = Property(float, lambda self: self.geometry.sky.height, notify=resized)
    lowReach = Property(bool, lambda self: self._low_reach, notify=resized)

    # Motion and touch.
    reduceMotion = Property(bool, _is_reduced, notify=moved)
    enterMs = Property(int, lambda self: self._motion_ms("enter"), notify=moved)
    pressMs = Property(int, lambda self: self._motion_ms("press"), notify=moved)
    fadeMs = Property(int, _fade_ms, notify=moved)
    sameTargetMs = Property(int, lambda self: SAME_TARGET_MS if self._guarded else 0, notify=moved)
    newScreenMs = Property(int, lambda self: NEW_SCREEN_MS if self._guarded else 0, notify=moved)
    focusShown = Property(bool, _get_focus_shown, _set_focus_shown, notify=keyed)


def load_tokens(path: Path) -> dict[str, Any]:
    """Read tokens.json. Any: its groups have different shapes, and only Theme opens them."""
    tokens: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return tokens
