"""A paper as a picture file, dot for dot as the head burns it: for editors, the docs, the gallery."""

from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from devices.printing.measures import DOTS_PER_MM
from devices.printing.raster import Dots
from kiosk.ports import KioskError


def save_dots(dots: Dots, file: Path) -> None:
    """Write `file`, a PNG of 203 dpi. Raises KioskError."""
    rows, width = dots.shape
    grey = np.where(dots, 0, 255).astype(np.uint8)
    image = QImage(grey.data, width, rows, width, QImage.Format.Format_Grayscale8)
    mono = image.convertToFormat(QImage.Format.Format_Mono)
    mono.setDotsPerMeterX(DOTS_PER_MM * 1000)
    mono.setDotsPerMeterY(DOTS_PER_MM * 1000)
    if not mono.save(str(file)):
        raise KioskError(f"cannot write {file}")
