"""Devices are found by the names that udev and sysfs give, and told as the settings take them."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.settings import parse_settings
from kiosk.domain.found import Found, FoundCamera, FoundPrinter, FoundScanner
from kiosk.found import MOST, NAME_MOST, clean_name, find_devices
from tests.wired import COUNTED, MOUSE


class Tree:
    """A small /dev and /sys, with links as udev and the kernel make them."""

    def __init__(self, folder: Path) -> None:
        self.dev = folder / "dev"
        self.sys = folder / "sys"
        self.dev.mkdir()

    def usb(self, port: str, maker: str, product: str, **more: bytes | str) -> Path:
        """The folder of one interface of a USB device."""
        device = self.sys / "devices/pci0000:00/usb1" / port
        interface = device / f"{port}:1.0"
        interface.mkdir(parents=True)
        self.put(device / "idVendor", "04b8\n")
        self.put(device / "manufacturer", maker)
        self.put(device / "product", product)
        for name, content in more.items():
            self.put(interface / name, content)
        return interface

    def node(self, kind: str, name: str, device: Path, *links: str, folder: str = "") -> Path:
        """A file under /dev, what sysfs tells of it, and the links that lead to it."""
        real = device / kind / name.rpartition("/")[2]
        real.mkdir(parents=True)
        self.link(real / "device", device)
        self.link(self.sys / "class" / kind / real.name, real)
        file = self.dev / folder / real.name
        self.put(file, b"")
        for link in links:
            self.link(self.dev / link, file)
        return real

    def put(self, file: Path, content: bytes | str) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def link(self, link: Path, to: Path) -> None:
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(os.path.relpath(to, link.parent))

    def look(self) -> Found:
        return find_devices(self.dev, self.sys)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


def test_an_empty_machine_has_nothing(tree: Tree, tmp_path: Path) -> None:
    assert tree.look() == Found()
    assert find_devices(tmp_path / "no", tmp_path / "nothing") == Found()


def test_a_usb_printer_is_told_by_the_name_that_stays_and_its_own_words(tree: Tree) -> None:
    answer = "MFG:EPSON;CMD:ESC/POS;MDL:TM-T88VI;CLS:PRINTER;\n"
    interface = tree.usb("1-2", "Seiko", "UB-U06", ieee1284_id=answer)
    tree.node("usbmisc", "lp0", interface, "anjungan/printer-X3YN012345", folder="usb")

    assert tree.look().printers == (
        FoundPrinter("/dev/anjungan/printer-X3YN012345", "usb", "EPSON TM-T88VI"),
    )


def test_a_usb_printer_without_a_serial_number_is_told_by_its_place(tree: Tree) -> None:
    interface = tree.usb("1-2", "STMicroelectronics", "POS80 Printer USB\n")
    tree.node("usbmisc", "lp3", interface, folder="usb")

    assert tree.look().printers == (
        FoundPrinter("/dev/usb/lp3", "usb", "STMicroelectronics POS80 Printer USB"),
    )


def test_a_serial_line_may_be_a_printer_or_a_scanner(tree: Tree) -> None:
    interface = tree.usb("1-3", "FTDI", "FTDI FT232R")
    port = interface / "ttyUSB0"
    link = "serial/by-id/usb-FTDI_FT232R_A10K-if00-port0"
    tree.node("tty", "ttyUSB0", port, link, "anjungan/serial-A10K", "serial/by-path/pci-usb-0:3")

    found = tree.look()

    assert found.printers == (FoundPrinter(f"/dev/{link}", "serial", "FTDI FT232R"),)
    assert found.scanners == (FoundScanner(f"/dev/{link}", "serial", "FTDI FT232R"),)


def test_only_the_node_of_a_camera_that_carries_pictures_is_told(tree: Tree) -> None:
    interface = tree.usb("1-4", "046d", "HD Pro Webcam C920")
    link = "v4l/by-id/usb-046d_HD_Pro_Webcam_C920-video-index"
    real = tree.node("video4linux", "video0", interface, f"{link}0")
    tree.put(real / "name", "HD Pro Webcam C920\n")
    tree.node("video4linux", "video1", interface, f"{link}1")

    assert tree.look().cameras == (FoundCamera(f"/dev/{link}0", "v4l2", "HD Pro Webcam C920"),)


def test_of_two_cameras_with_one_name_the_second_is_told_by_its_port(tree: Tree) -> None:
    for port in (5, 6):
        interface = tree.usb(f"1-{port}", "Sonix", "USB 2.0 Camera")
        path = f"v4l/by-path/pci-0000:00:14.0-usb-0:{port}:1.0-video-index0"
        tree.node("video4linux", f"video{port}", interface, path)
    tree.link(tree.dev / "v4l/by-id/usb-Sonix_Camera-video-index0", tree.dev / "video6")

    assert [camera.device for camera in tree.look().cameras] == [
        "/dev/v4l/by-id/usb-Sonix_Camera-video-index0",
        "/dev/v4l/by-path/pci-0000:00:14.0-usb-0:5:1.0-video-index0",
    ]


def test_every_keyboard_is_listed_for_it_may_be_a_scanner(tree: Tree) -> None:
    interface = tree.usb("1-7", "Honeywell", "1950g")
    device = interface / "0003:0C2E.0001/input/input7"
    tree.put(device / "name", "Honeywell 1950g Area Imager\n")
    tree.node("input", "event7", device, "input/by-id/usb-Honeywell_1950g-event-kbd")
    tree.node("input", "event8", interface, "input/by-id/usb-Logitech_Mouse-event-mouse")

    assert tree.look().scanners == (
        FoundScanner(
            "/dev/input/by-id/usb-Honeywell_1950g-event-kbd",
            "keyboard",
            "Honeywell 1950g Area Imager",
        ),
    )


def test_of_raw_devices_those_that_carry_bar_codes_are_told(tree: Tree) -> None:
    for number, descriptor in enumerate((MOUSE, COUNTED, b"", b"\xff" * 9000)):
        device = tree.usb(f"2-{number}", "Honeywell", "1950g") / f"0003:0C2E.000{number}"
        tree.put(device / "report_descriptor", descriptor)
        tree.put(device / "uevent", "DRIVER=hid-generic\nHID_NAME=Honeywell 1950g\nHID_PHYS=u\n")
        tree.node("hidraw", f"hidraw{number}", device)
    tree.link(tree.dev / "anjungan/hid-Honeywell_1950g_17-00", tree.dev / "hidraw1")

    assert tree.look().scanners == (
        FoundScanner("/dev/anjungan/hid-Honeywell_1950g_17-00", "hid-pos", "Honeywell 1950g"),
    )


def test_a_link_that_leads_nowhere_or_in_a_circle_is_none(tree: Tree) -> None:
    tree.link(tree.dev / "serial/by-id/gone", tree.dev / "ttyUSB9")
    tree.link(tree.dev / "serial/by-id/round", tree.dev / "serial/by-id/round")

    assert tree.look() == Found()


def test_what_is_told_is_what_the_settings_take(tree: Tree) -> None:
    tree.node("usbmisc", "lp0", tree.usb("1-1", "A", "B"), folder="usb")
    tree.node("tty", "ttyACM0", tree.usb("1-2", "A", "B"), "serial/by-id/usb-a-if00")
    tree.node("video4linux", "video0", tree.usb("1-3", "A", "B"), "v4l/by-id/a-video-index0")
    tree.node("input", "event0", tree.usb("1-4", "A", "B"), "input/by-id/a-event-kbd")
    raw = tree.usb("1-5", "A", "B", report_descriptor=COUNTED)
    tree.node("hidraw", "hidraw0", raw)

    found = tree.look()

    assert [len(found.printers), len(found.cameras), len(found.scanners)] == [2, 1, 3]
    for printer in found.printers:
        table: dict[str, object] = {"kind": printer.kind, "device": printer.device}
        parse_settings({"printer": table}, "here.toml", Path())
    for scanner in found.scanners:
        table = {"kind": scanner.kind, "device": scanner.device}
        parse_settings({"scanner": table}, "here.toml", Path())
    parse_settings({"camera": {"source": found.cameras[0].device}}, "here.toml", Path())


def test_a_device_that_names_itself_with_rubbish_is_still_told(tree: Tree) -> None:
    rubbish = b"\x1b[2J\xff\xfe EPSON\x00\x07\n TM\xe2\x80\xae " + b"x" * 5000
    interface = tree.usb("1-2", "", "")
    tree.put(interface.parent / "manufacturer", rubbish)
    tree.put(interface.parent / "product", b"\xff\xfe\n")
    tree.node("usbmisc", "lp0", interface, folder="usb")
    tree.node("usbmisc", "lp1", tree.usb("1-3", "", ""), folder="usb")

    first, second = tree.look().printers

    assert first.name.startswith("[2J EPSON TM x")
    assert len(first.name) == NAME_MOST
    assert second.name == "lp1"


@given(st.text(max_size=200))
def test_every_name_can_be_shown_on_one_line(text: str) -> None:
    name = clean_name(text)

    assert len(name) <= NAME_MOST
    assert name.isprintable()
    assert name == name.strip()


def test_a_machine_with_no_end_of_devices_is_cut_off(tree: Tree) -> None:
    for number in range(MOST + 3):
        tree.put(tree.dev / f"usb/lp{number}", b"")

    assert len(tree.look().printers) == MOST
