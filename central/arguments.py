"""Words of the command line that several commands take, as argparse wants them: a value or its error."""

from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import timedelta

DAY_MINUTES = 24 * 60


def seconds(text: str) -> timedelta:
    """So many seconds, also negative ones."""
    try:
        return timedelta(seconds=float(text))
    except OverflowError as error:
        raise ValueError from error


def whole_number(text: str, least: int, most: int) -> int:
    """A number between two others."""
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        raise ArgumentTypeError(f"expected a whole number from {least} to {most}, not {text!r}")
    return int(text)


def minutes_to(most: int) -> Callable[[str], timedelta]:
    """Whole minutes from 1 to `most`."""

    def minutes(text: str) -> timedelta:
        return timedelta(minutes=whole_number(text, 1, most))

    return minutes
