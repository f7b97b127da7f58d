"""`kiosk pin`: sets the technician's PIN, read from the terminal and never from the command line."""

import argparse
import getpass
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from config.settings import SettingsError, read_settings
from kiosk.domain.staff import PIN_DIGITS, is_weak_pin
from kiosk.pin_hash import hash_pin
from kiosk.ports import KioskError
from kiosk.staff_files import StaffFiles


def run(arguments: Sequence[str], ask: Callable[[str], str] = getpass.getpass) -> int:
    """Ask for the PIN twice and keep its hash; 0 where it was set."""
    parser = argparse.ArgumentParser(prog="kiosk pin", description=__doc__)
    parser.add_argument("--config", type=Path, required=True, help="settings file of the kiosk")
    try:
        settings = read_settings(parser.parse_args(arguments).config)
    except SettingsError as error:
        return _refuse(str(error))
    pin = ask(f"New PIN, {PIN_DIGITS} digits: ")
    if len(pin) != PIN_DIGITS or not (pin.isascii() and pin.isdigit()):
        return _refuse(f"expected {PIN_DIGITS} digits")
    if is_weak_pin(pin):
        return _refuse("the first PIN anybody would try; choose another")
    if ask("Once more: ") != pin:
        return _refuse("the two are not the same; nothing was changed")
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        StaffFiles(settings.data).keep_pin(hash_pin(pin))
    except (KioskError, OSError) as error:
        return _refuse(str(error))
    sys.stdout.write("The PIN is set. Wrong tries so far are forgotten.\n")
    return 0


def _refuse(reason: str) -> int:
    sys.stderr.write(reason + "\n")
    return 2
