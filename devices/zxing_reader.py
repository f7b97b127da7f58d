"""Reads QR codes with zxing-cpp, the first engine: exact to the byte. No other module knows it."""

import zxingcpp

from devices.vision import Image


def read(picture: Image) -> list[bytes]:
    """Codes in a grey picture, any way up, dark on light or light on dark; 3-4 ms at 720p."""
    return _read(picture, zxingcpp.Binarizer.LocalAverage)


def read_by_histogram(picture: Image) -> list[bytes]:
    """The same with one threshold for the whole picture: better where modules are small; 2 ms."""
    return _read(picture, zxingcpp.Binarizer.GlobalHistogram)


def _read(picture: Image, binarizer: zxingcpp.Binarizer) -> list[bytes]:
    # QR only: with line codes on, noise is read as one now and then (pretixscan-android#110).
    only_qr = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(picture, formats=only_qr, binarizer=binarizer)
    return [code.bytes for code in found]
