"""Shows a QR code without a printer: as text, drawn in a terminal, or as a PNG file."""

import argparse
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from devices.simulated import printer_png
from kiosk.domain.model import QrMatrix
from kiosk.ports import QrEncoder

QUIET_MODULES = 4
MODULE_PX = 8
BLACK_ON_WHITE, PLAIN = "\x1b[30;107m", "\x1b[0m"
HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}


def add_ways_out(parser: argparse.ArgumentParser) -> None:
    """Let a command say where its code goes."""
    parser.add_argument("--png", type=Path, metavar="FILE", help="write the code as a picture")
    parser.add_argument("--phone", action="store_true", help="show it in a window like a phone's")
    parser.add_argument("--draw", action="store_true", help="draw it here, as a terminal does")


def put_out(text: str, options: argparse.Namespace, encode: QrEncoder) -> None:
    """Print a code's text, and show the code in the ways that were asked for."""
    sys.stdout.write(text + "\n")
    if options.draw or sys.stdout.isatty():
        sys.stdout.write(drawn(encode(text)))
    if options.png is not None:
        options.png.write_bytes(png(encode(text)))


def drawn(symbol: QrMatrix) -> str:
    """Lines of half blocks, two rows of modules a line, dark on light in any terminal."""
    modules = _framed(symbol)
    if len(modules) % 2:
        modules = np.pad(modules, ((0, 1), (0, 0)))
    lines = (
        "".join(HALVES[int(upper), int(lower)] for upper, lower in zip(*pair, strict=True))
        for pair in zip(modules[::2], modules[1::2], strict=True)
    )
    return "".join(f"{BLACK_ON_WHITE}{line}{PLAIN}\n" for line in lines)


def png(symbol: QrMatrix, module_px: int = MODULE_PX) -> bytes:
    """A picture in black and white, `module_px` a module, with its quiet zone."""
    dark = np.kron(_framed(symbol), np.ones((module_px, module_px), np.uint8))
    return printer_png.png(np.packbits(dark, axis=1), len(dark))


def _framed(symbol: QrMatrix) -> NDArray[np.uint8]:
    return np.pad(np.asarray(symbol, np.uint8), QUIET_MODULES)
