"""Finds the devices that may be printer, camera and scanner, by the names that udev and sysfs give.

It looks and opens nothing: a device that is in use is found too. What devices say of themselves is
text from outside: cut and cleaned before anybody reads it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from devices.scanner_hidpos import layout_of
from kiosk.domain.found import Found, FoundCamera, FoundPrinter, FoundScanner

MOST = 32
"""Of each; a machine that shows more of one kind is none of ours."""
NAME_MOST = 48
WORD_BYTES_MOST = 1024
DESCRIPTOR_MOST = 4096
"""HID_MAX_DESCRIPTOR_SIZE of linux/hid.h."""


def find_devices(dev: Path = Path("/dev"), sys: Path = Path("/sys")) -> Found:
    """Look for everything; some milliseconds, no device is opened.

    Paths are told as under /dev, whatever the root: they go into the settings.
    """
    machine = _Machine(dev, sys.resolve())
    lines = list(machine.serial_lines())
    serial_printers = [FoundPrinter(device, "serial", name) for device, name in lines]
    serial_scanners = [FoundScanner(device, "serial", name) for device, name in lines]
    return Found(
        printers=(*machine.usb_printers(), *serial_printers)[:MOST],
        cameras=tuple(machine.cameras())[:MOST],
        scanners=(*machine.hid_pos(), *machine.keyboards(), *serial_scanners)[:MOST],
    )


class _Machine:
    def __init__(self, dev: Path, sys: Path) -> None:
        self._dev = dev
        self._sys = sys

    # --- the four places ---

    def usb_printers(self) -> Iterator[FoundPrinter]:
        names = self._nodes("anjungan/printer-*", "anjungan-*", "usb/lp*")
        for node, path in names.items():
            if node.parent == (self._dev / "usb").resolve():
                place = self._sys / "class/usbmisc" / node.name / "device"
                yield FoundPrinter(self._told(path), "usb", self._printer_name(place, path))

    def serial_lines(self) -> Iterator[tuple[str, str]]:
        for node, path in self._nodes(
            "serial/by-id/*", "anjungan/serial-*", "serial/by-path/*usb*"
        ).items():
            place = self._sys / "class/tty" / node.name / "device"
            yield self._told(path), self._usb_name(place) or clean_name(path.name)

    def cameras(self) -> Iterator[FoundCamera]:
        """Index 0 carries pictures; the others of a camera carry its notes."""
        for node, path in self._nodes(
            "v4l/by-id/*-video-index0", "v4l/by-path/*usb*-video-index0"
        ).items():
            place = self._sys / "class/video4linux" / node.name
            name = clean_name(_read(place / "name")) or self._usb_name(place / "device")
            yield FoundCamera(self._told(path), "v4l2", name or clean_name(path.name))

    def keyboards(self) -> Iterator[FoundScanner]:
        for node, path in self._nodes(
            "input/by-id/*-event-kbd", "input/by-path/*usb*-event-kbd"
        ).items():
            place = self._sys / "class/input" / node.name / "device"
            name = clean_name(_read(place / "name")) or clean_name(path.name)
            yield FoundScanner(self._told(path), "keyboard", name)

    def hid_pos(self) -> Iterator[FoundScanner]:
        """Those whose reports carry bar codes, as the kiosk itself will read them."""
        for node, path in self._nodes("anjungan/hid-*", "anjungan-*", "hidraw*").items():
            place = self._sys / "class/hidraw" / node.name / "device"
            descriptor = _bytes(place / "report_descriptor", DESCRIPTOR_MOST)
            if layout_of(descriptor) is not None:
                name = clean_name(_field(_read(place / "uevent"), "\n", "HID_NAME="))
                name = name or self._usb_name(place) or clean_name(path.name)
                yield FoundScanner(self._told(path), "hid-pos", name)

    # --- paths ---

    def _nodes(self, *patterns: str) -> dict[Path, Path]:
        """By device: the first name that leads to it. A name that leads nowhere is none."""
        found: dict[Path, Path] = {}
        for pattern in patterns:
            for path in sorted(self._dev.glob(pattern)):
                if path.name.isprintable() and os.access(path, os.F_OK):
                    found.setdefault(path.resolve(), path)
        return found

    def _told(self, path: Path) -> str:
        return f"/dev/{path.relative_to(self._dev)}"

    # --- names ---

    def _printer_name(self, place: Path, path: Path) -> str:
        """A printer's own answer (IEEE 1284) first, then that of its USB."""
        answer = _read(place / "ieee1284_id")
        maker = _field(answer, ";", "MFG:") or _field(answer, ";", "MANUFACTURER:")
        make = _field(answer, ";", "MDL:") or _field(answer, ";", "MODEL:")
        named = _joined(maker, make) if make else ""
        return named or self._usb_name(place) or clean_name(path.name)

    def _usb_name(self, place: Path) -> str:
        """Maker and product of the USB device that a node of sysfs hangs on."""
        real = place.resolve()
        for folder in (real, *real.parents):
            if not folder.is_relative_to(self._sys):
                return ""
            if (folder / "idVendor").exists():
                return _joined(_read(folder / "manufacturer"), _read(folder / "product"))
        return ""


def _joined(maker: str, make: str) -> str:
    maker, make = clean_name(maker), clean_name(make)
    return make if make.lower().startswith(maker.lower()) else clean_name(f"{maker} {make}")


def _field(text: str, separator: str, key: str) -> str:
    """The rest of the part that begins with `key`; empty without one."""
    parts = (part.strip() for part in text.split(separator))
    return next((part.removeprefix(key) for part in parts if part.startswith(key)), "")


def clean_name(text: str) -> str:
    """One short line of what can be seen."""
    seen = "".join(sign if sign.isprintable() and sign != "\ufffd" else " " for sign in text)
    return " ".join(seen.split())[:NAME_MOST].strip()


def _read(file: Path) -> str:
    return _bytes(file, WORD_BYTES_MOST).decode("utf-8", "replace")


def _bytes(file: Path, most: int) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(most)
    except OSError:
        return b""
