"""The scanners' share of the composition root; apart, because its imports follow the first frame."""

import sys

from config.settings import CameraSettings, ScannerSettings
from devices.scanner import CameraScanner
from devices.scanner_wired import WiredScanner, opener
from devices.vision import Optics
from devices.zbar_reader import WORKER
from kiosk.log import Log
from kiosk.ports import Clock, Scanner, ScannerListener, WiredScannerListener


def camera_of(camera: CameraSettings, listener: ScannerListener, clock: Clock, log: Log) -> Scanner:
    """The camera that the settings describe."""
    # The packaged kiosk has no Python to start a file with: it starts itself.
    packaged = (sys.executable, "zbar-worker") if getattr(sys, "frozen", False) else None
    optics = Optics(camera.height_most, camera.exposure_ms, camera.focus)
    return CameraScanner(
        camera.source, clock, listener, packaged or WORKER, optics=optics, note=log
    )


def wired_of(
    settings: ScannerSettings, listener: WiredScannerListener, clock: Clock, log: Log
) -> Scanner:
    """The hand scanner that the settings describe."""
    found = opener(settings.kind, settings.device, baud=settings.baud, suffix=settings.suffix)
    return WiredScanner(found, clock, listener, note=log)
