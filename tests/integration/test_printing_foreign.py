"""Programs that are not ours, against the virtual printer: it answers them as a printer would.

python-escpos is always there. receiptio and node-thermal-printer come from npm: `npm i receiptio
node-thermal-printer` in a folder that ANJUNGAN_NODE names; without it those two are skipped.
"""

import importlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage

from devices.printing.composer import grey_of
from devices.simulated.control import ControlClient
from tests.printing import layout_for, sample_paper
from tests.scanning import simulator

pytestmark = pytest.mark.usefixtures("qapp")

PROGRAM = (
    "import sys; from devices.simulated.printer import run; "
    "from kiosk.qr_symbols import qr_matrix; sys.exit(run(sys.argv[1:], qr_matrix))"
)
SECONDS = 20.0
NODE = Path(os.environ.get("ANJUNGAN_NODE", "/nonexistent")) / "node_modules"
FIXED_PORT = 9100
"""receiptio knows no other."""
LOOPBACK = "127.0.0.91"
CODE = "https://mpp.example.go.id/t/AQIDBAUGBwgJCgsMDQ4PEA"
needs_node = pytest.mark.skipif(
    not NODE.is_dir() or shutil.which("node") is None, reason="ANJUNGAN_NODE names no node_modules"
)


@pytest.fixture(scope="module")
def escpos() -> ModuleType:
    """Its printers; it reads a large file of capabilities at import, which no other worker needs."""
    return importlib.import_module("escpos.printer")


@contextmanager
def printer(tmp_path: Path, *options: str) -> Iterator[tuple[ControlClient, int]]:
    """A virtual printer."""
    tray = ("--tray", str(tmp_path / "tray"))
    with simulator(PROGRAM, tmp_path / "printer.sock", *tray, *options) as process:
        yield process.control, int(str(process.ready["port"]))


def strip(control: ControlClient) -> dict[str, object]:
    """The one strip that came out."""
    assert control.ask("wait", strips=1, seconds=SECONDS)["reached"]
    strips = control.ask("tray")["strips"]
    assert isinstance(strips, list)
    found: dict[str, object] = strips[0]
    return found


def read_codes(found: dict[str, object]) -> list[str]:
    """What a decoder reads from the picture of a strip."""
    picture = QImage(str(found["file"])).convertToFormat(QImage.Format.Format_Grayscale8)
    dots = np.where(grey_of(picture) < 128, 0, 255).astype(np.uint8)
    return [code.text for code in zxingcpp.read_barcodes(dots)]


def test_python_escpos_finds_it_online_with_paper_and_its_ticket_comes_out(
    tmp_path: Path, escpos: ModuleType
) -> None:
    with printer(tmp_path, "--port", "0") as (control, port):
        client = escpos.Network("127.0.0.1", port, timeout=5)
        online, paper = client.is_online(), client.paper_status()
        client.set(align="center", custom_size=True, width=4, height=4)
        client.text("K 027\n")
        client.qr(CODE, native=True, size=6)
        client.cut()
        client.close()
        found = strip(control)

    assert (online, paper) == (True, 2)
    assert found["texts"] == ["K 027"]
    assert read_codes(found) == [CODE]


def test_python_escpos_is_told_of_a_paper_end(tmp_path: Path, escpos: ModuleType) -> None:
    with printer(tmp_path, "--port", "0") as (control, port):
        control.ask("set", paper="out")
        client = escpos.Network("127.0.0.1", port, timeout=5)
        paper = client.paper_status()
        client.close()

    assert paper == 0


def test_a_picture_encoded_by_python_escpos_is_printed_dot_for_dot(
    tmp_path: Path, escpos: ModuleType
) -> None:
    dots = grey_of(layout_for().ticket(sample_paper(qr=CODE))) < 128
    encoder = escpos.Dummy()
    encoder.profile.profile_data["media"]["width"]["pixels"] = dots.shape[1]
    encoder.image(Image.fromarray(~dots), impl="bitImageRaster")
    encoder.cut()
    with printer(tmp_path, "--port", "0") as (control, port):
        client = escpos.Network("127.0.0.1", port, timeout=5)
        client._raw(encoder.output)
        found = strip(control)
        client.close()

    assert read_codes(found) == [CODE]


@needs_node
def test_receiptio_finds_it_online_and_reports_its_success(tmp_path: Path) -> None:
    receipt = tmp_path / "ticket.receipt"
    receipt.write_text(f"^^^^K 027\n\n{{code:{CODE};option:qrcode,6,m}}\n=\n")
    program = str(NODE / "receiptio" / "bin" / "cli.js")
    with printer(tmp_path, "--host", LOOPBACK, "--port", str(FIXED_PORT)) as (control, _):
        asked = _node(program, "-d", LOOPBACK, "-q", "printer")
        printed = _node(program, "-d", LOOPBACK, "-p", "escpos", str(receipt))
        found = strip(control)

    assert "online" in asked
    assert "success" in printed
    assert read_codes(found) == [CODE]


@needs_node
def test_a_ticket_of_node_thermal_printer_comes_out_whole(tmp_path: Path) -> None:
    with printer(tmp_path, "--port", "0") as (control, port):
        script = f"""
            const {{ThermalPrinter, PrinterTypes}} = require('node-thermal-printer');
            const p = new ThermalPrinter({{type: PrinterTypes.EPSON, interface: 'tcp://127.0.0.1:{port}'}});
            p.alignCenter(); p.println('K 027'); p.printQR('{CODE}', {{cellSize: 6}}); p.cut();
            p.execute().then(() => {{ console.log('done'); process.exit(0); }});
        """
        said = _node("-e", script)
        found = strip(control)

    assert "done" in said
    assert "K 027" in str(found["texts"])
    assert read_codes(found) == [CODE]


def _node(*arguments: str) -> str:
    ran = subprocess.run(
        ["node", *arguments],
        cwd=NODE.parent,
        capture_output=True,
        text=True,
        timeout=15,
        check=False,
    )
    return ran.stdout + ran.stderr
