"""The scanners' share of the composition root; apart, because its imports follow the first frame."""

from config.settings import CameraSettings, ScannerSettings
from devices.scanner import CameraScanner
from devices.scanner_wired import WiredScanner, opener
from devices.vision import Optics
from kiosk.log import Log
from kiosk.ports import Clock, Scanner, ScannerListener, WiredScannerListener


def camera_of(camera: CameraSettings, listener: ScannerListener, clock: Clock, log: Log) -> Scanner:
    """The camera that the settings describe."""
    optics = Optics(camera.height_most, camera.exposure_ms, camera.focus)
    return CameraScanner(camera.source, clock, listener, optics=optics, note=log)


def wired_of(
    settings: ScannerSettings, listener: WiredScannerListener, clock: Clock, log: Log
) -> Scanner:
    """The hand scanner that the settings describe."""
    found = opener(settings.kind, settings.device, baud=settings.baud, suffix=settings.suffix)
    return WiredScanner(found, clock, listener, note=log)
