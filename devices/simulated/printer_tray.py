"""Strips of paper that came out of the simulated printer, as pictures in a folder."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from devices.simulated.printer_png import png

Packed = NDArray[np.uint8]


class StripState(StrEnum):
    """What a strip is."""

    COMPLETE = "complete"
    """Printed in one go and cut by the knife."""
    CUT = "cut"
    """Cut by the knife, but something was lost on the way, or it is blank."""
    TORN = "torn"
    """Torn off by hand."""


@dataclass(slots=True)
class Strip:
    """One piece of paper. Rows are packed, 8 dots a byte, 1 is black."""

    rows: Packed
    state: StripState
    texts: tuple[str, ...] = ()
    codes: tuple[str, ...] = field(default=(), repr=False)
    marks: tuple[str, ...] = ()
    """Process ids (GS ( H) that were answered while this strip was in the printer."""
    taken: bool = False
    file: str = ""


class Tray:
    """All strips since the start, oldest first; pictures are written where a folder is given."""

    def __init__(self, width_dots: int, folder: Path | None = None) -> None:
        self._width = width_dots
        self._folder = folder
        self.strips: list[Strip] = []
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def add(self, strip: Strip) -> None:
        """A strip falls into the tray."""
        self.strips.append(strip)
        if self._folder is not None and len(strip.rows):
            strip.file = str(self._folder / f"{len(self.strips):04d}-{strip.state}.png")
            Path(strip.file).write_bytes(png(strip.rows, self._width))

    def take(self) -> int:
        """A citizen takes what lies there; how many strips that were."""
        lying = [strip for strip in self.strips if not strip.taken]
        for strip in lying:
            strip.taken = True
        return len(lying)
