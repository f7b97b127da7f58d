"""What a machine is known by, so that a copied disk is noticed: marks of parts that are no disk."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

SYS = Path("/sys")
MARK_CHARACTERS = 16


def marks(sys: Path = SYS) -> frozenset[str]:
    """A mark of the mainboard and of each network card that is built in; empty where none can be read."""
    return frozenset(
        hashlib.sha256(part.encode()).hexdigest()[:MARK_CHARACTERS] for part in _parts(sys)
    )


def _parts(sys: Path) -> Iterator[str]:
    yield from _text(sys / "class/dmi/id/product_uuid")  # readable for root only
    for card in sorted(sys.glob("class/net/*")):
        device = card / "device"
        if device.exists() and "/usb" not in str(device.resolve()):  # a dongle may be moved
            yield from _text(card / "address")


def _text(file: Path) -> Iterator[str]:
    try:
        text = file.read_text("utf-8").strip()
    except OSError:
        return
    if text:
        yield text
