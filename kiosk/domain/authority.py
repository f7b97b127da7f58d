"""What an authority gives out: numbers of a band, slots of a family, and to which ledgers.

The rules alone; what was given is remembered by whoever asks.
"""

from collections.abc import Container

from kiosk.domain.label import Slot

BAND = 1000
LAST_NUMBER = 999
SLOTS = 9
"""Kiosks a site may have on one day of an epoch."""


def number(epoch: int, count: int) -> int | None:
    """The number of the `count`th ticket of a queue and day; None where the band ends (N2, N8)."""
    return epoch * BAND + count if 1 <= count <= LAST_NUMBER else None


def counted(given: int) -> tuple[int, int]:
    """The epoch of a number, and the how manieth it was there."""
    return divmod(given, BAND)


def free_slot(taken: Container[int], epoch: int, wished: Slot | None) -> Slot | None:
    """The slot a kiosk wishes, where it is free, else the next of the epoch's family (N3, N8)."""
    if wished is not None and wished.code not in taken:
        return wished
    family = range(epoch * 10 + 1, epoch * 10 + 1 + SLOTS)
    return next((Slot(code) for code in family if code not in taken), None)


def fenced(known: tuple[int, str], told: tuple[int, str]) -> bool:
    """True where a ledger tells a past that is shorter than the known one, or another (N7).

    Both are the number and the hash of the newest fact.
    """
    return told[0] < known[0] or (told[0] == known[0] and told[1] != known[1])


EPOCH_MOST = 9
"""Labels have room for nine restores in the life of a site's day."""


def forgot(epoch: int, told_epoch: int, *, behind: bool) -> bool:
    """True where an authority in `epoch` lost what a kiosk heard from it in `told_epoch` (N8).

    `behind` is that it knows fewer facts or lower numbers than the kiosk heard. After the epoch was
    raised for it that is no news any more.
    """
    return told_epoch > epoch or (told_epoch == epoch and behind)
