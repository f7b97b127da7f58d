"""When a clock is believed, own numbers may be given by it, and a disk is at home (N5, N6 witness B).

A disk that went back in time has forgotten the numbers it gave. All of them lie in minutes that have
passed, if the clock was right then and is right now, and if enough time has passed since the start.
"""

from collections.abc import Set
from enum import StrEnum


class WitnessKind(StrEnum):
    """What notices a disk that went back in time (N6): one kind for the life of an installation."""

    CLOCK = "clock"
    COUNTER = "counter"


OFF_SECONDS_MOST = 10.0
"""So far a clock may be off the authority's, or step after it was confirmed, and still be believed."""

QUARANTINE_SECONDS = 61.0 + 4 * OFF_SECONDS_MOST
"""Own numbers wait this long after process start: a minute, and what two clocks that are believed can
differ by, each being off when it was confirmed and stepped since."""


def confirms(offset_seconds: float) -> bool:
    """True where a clock that is so far off the authority's may be believed."""
    return abs(offset_seconds) <= OFF_SECONDS_MOST


def stepped(lead_then: float, lead_now: float) -> bool:
    """True where somebody set the clock since it was confirmed.

    The lead is what the clock shows more than the boot clock, which nobody can set.
    """
    return not confirms(lead_now - lead_then)


def at_home(bound: Set[str], found: Set[str]) -> bool:
    """True unless a ledger that is bound to one machine is found in another (N5).

    A machine is known by marks of its parts, of which some may be exchanged or not be readable today.
    """
    return not bound or not found or not bound.isdisjoint(found)


def quarantine_left(boot_seconds: float) -> float:
    """Seconds until own numbers are safe, so long after process start; 0 when they are."""
    return max(0.0, QUARANTINE_SECONDS - boot_seconds)
