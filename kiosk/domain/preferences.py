"""How a visitor wants the kiosk to look, read and speak; gone when the visit ends."""

from dataclasses import dataclass, replace
from enum import StrEnum

TEXT_SCALES = (1.0, 1.25, 1.5)


VOLUMES = range(1, 6)
SPEEDS = range(1, 4)


class Theme(StrEnum):
    """Colour themes; the values are the names in the design tokens."""

    LIGHT = "light"
    NIGHT = "night"
    DARK_CONTRAST = "hcDark"
    LIGHT_CONTRAST = "hcLight"


_NEXT_CONTRAST = {
    Theme.LIGHT: Theme.DARK_CONTRAST,
    Theme.NIGHT: Theme.DARK_CONTRAST,
    Theme.DARK_CONTRAST: Theme.LIGHT_CONTRAST,
    Theme.LIGHT_CONTRAST: Theme.LIGHT,
}


@dataclass(frozen=True, slots=True)
class Preferences:
    """One visitor's choices from the toolbar."""

    language: str = "id"
    text_scale: float = 1.0
    theme: Theme = Theme.LIGHT
    low_reach: bool = False
    audio: bool = False
    volume: int = 3
    """1 to 5."""
    speed: int = 2
    """Of speech, 1 to 3."""
    screen_off: bool = False
    """Nothing but the toolbar is drawn: for those who listen and want no onlookers."""

    @property
    def assisted(self) -> bool:
        """True when text size, contrast or reach was changed: such visitors get twice the time."""
        contrast = self.theme in (Theme.DARK_CONTRAST, Theme.LIGHT_CONTRAST)
        return self.text_scale > 1.0 or contrast or self.low_reach

    def next_text_scale(self) -> "Preferences":
        """Text 1 -> 1.25 -> 1.5 -> 1."""
        place = TEXT_SCALES.index(self.text_scale) + 1
        return replace(self, text_scale=TEXT_SCALES[place % len(TEXT_SCALES)])

    def next_contrast(self) -> "Preferences":
        """Light -> dark contrast -> light contrast -> light."""
        return replace(self, theme=_NEXT_CONTRAST[self.theme])

    def louder(self, steps: int) -> "Preferences":
        """`steps` louder (negative: softer), as far as it goes."""
        return replace(self, volume=min(max(self.volume + steps, VOLUMES[0]), VOLUMES[-1]))

    def faster(self, steps: int) -> "Preferences":
        """Speech `steps` faster (negative: slower), as far as it goes."""
        return replace(self, speed=min(max(self.speed + steps, SPEEDS[0]), SPEEDS[-1]))
