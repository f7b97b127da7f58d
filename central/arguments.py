"""Words of the command line that several commands take, as argparse wants them: a value or ValueError."""

from collections.abc import Callable
from datetime import timedelta

DAY_MINUTES = 24 * 60


def seconds(text: str) -> timedelta:
    """So many seconds, also negative ones."""
    try:
        return timedelta(seconds=float(text))
    except OverflowError as error:
        raise ValueError from error


def minutes_to(most: int) -> Callable[[str], timedelta]:
    """Whole minutes from 1 to `most`."""

    def minutes(text: str) -> timedelta:
        found = int(text)
        if not 1 <= found <= most:
            raise ValueError
        return timedelta(minutes=found)

    return minutes
