"""Reads QR codes with zbar, as a process of its own that may die: a code is an attacker's input,
and zbar is C that was made to abort before (pyzbar#142, CVE-2023-40889). `zbar_reader` starts it.

It speaks over a socket on its standard input. It says READY once. Then each request is width and
height (two little-endian 32-bit numbers) and the grey pixels; each answer is a count and, for each
code, its length and its bytes. It imports nothing of ours, so it can be started by its path.
"""

import resource
import signal
import socket
import struct
from collections.abc import Iterator
from ctypes import c_char_p, c_void_p, cast, string_at

from pyzbar import wrapper as zbar
from pyzbar.wrapper import ZBarConfig, ZBarSymbol

READY = b"!"
REQUEST = struct.Struct("<II")
LENGTH = struct.Struct("<I")
ALL_SYMBOLS = 0
CONFIG_BINARY = 4
"""ZBAR_CFG_BINARY, which pyzbar does not name: the bytes as they are, no guessing of a charset."""
GREY = int.from_bytes(b"Y800", "little")
SCAN_SECONDS = 2.0
MEMORY_BYTES = 1 << 30


def main() -> None:
    """Answer until the kiosk hangs up."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold somebody's code
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    scanner = _scanner()
    with socket.socket(fileno=0) as kiosk, kiosk.makefile("rb") as requests:
        kiosk.sendall(READY)
        while header := requests.read(REQUEST.size):
            width, height = REQUEST.unpack(header)
            kiosk.sendall(_answer(scanner, requests.read(width * height), width, height))


def _scanner() -> object:
    scanner = zbar.zbar_image_scanner_create()
    zbar.zbar_image_scanner_set_config(scanner, ALL_SYMBOLS, ZBarConfig.CFG_ENABLE, 0)
    zbar.zbar_image_scanner_set_config(scanner, ZBarSymbol.QRCODE, ZBarConfig.CFG_ENABLE, 1)
    zbar.zbar_image_scanner_set_config(scanner, ZBarSymbol.QRCODE, CONFIG_BINARY, 1)
    return scanner


def _answer(scanner: object, pixels: bytes, width: int, height: int) -> bytes:
    # The alarm's default is to end this process: a picture that takes longer is not worth the wait.
    signal.setitimer(signal.ITIMER_REAL, SCAN_SECONDS)
    codes = _read(scanner, pixels, width, height)
    signal.setitimer(signal.ITIMER_REAL, 0)
    return LENGTH.pack(len(codes)) + b"".join(LENGTH.pack(len(code)) + code for code in codes)


def _read(scanner: object, pixels: bytes, width: int, height: int) -> list[bytes]:
    image = zbar.zbar_image_create()
    try:
        zbar.zbar_image_set_format(image, GREY)
        zbar.zbar_image_set_size(image, width, height)
        address = cast(c_char_p(pixels), c_void_p)
        zbar.zbar_image_set_data(image, address, len(pixels), None)
        zbar.zbar_scan_image(scanner, image)
        return list(_contents(image))
    finally:
        zbar.zbar_image_destroy(image)


def _contents(image: object) -> Iterator[bytes]:
    symbol = zbar.zbar_image_first_symbol(image)
    while symbol:
        length = zbar.zbar_symbol_get_data_length(symbol)
        yield string_at(zbar.zbar_symbol_get_data(symbol), length)
        symbol = zbar.zbar_symbol_next(symbol)


if __name__ == "__main__":
    main()
