"""What a machine has to print, see and scan with: told by its own names, chosen by a technician.

Apart from the looking itself (kiosk/found.py), so that a screen can list it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """A device that may be a ticket printer. A serial line does not say what hangs on it."""

    device: str
    """What `printer.device` takes: a name that stays, where udev gives one."""
    kind: str
    """What `printer.kind` takes: usb or serial."""
    name: str
    """For people: maker and make as the device tells them."""


@dataclass(frozen=True, slots=True)
class FoundCamera:
    """A camera that sends pictures."""

    device: str
    """What `camera.source` takes."""
    kind: str
    """v4l2: Linux knows no other here."""
    name: str


@dataclass(frozen=True, slots=True)
class FoundScanner:
    """A device that may be a hand scanner. As a keyboard, it cannot be told from one."""

    device: str
    """What `scanner.device` takes."""
    kind: str
    """What `scanner.kind` takes: hid-pos, keyboard or serial."""
    name: str


FoundDevice = FoundPrinter | FoundCamera | FoundScanner


@dataclass(frozen=True, slots=True)
class Found:
    """All there is, each list in the order of likelihood and then of names."""

    printers: tuple[FoundPrinter, ...] = ()
    cameras: tuple[FoundCamera, ...] = ()
    scanners: tuple[FoundScanner, ...] = ()
