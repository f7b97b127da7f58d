"""The rules as the model plays them: the kiosk's and the server's own, and each of them removed.

A rule is removed by a subclass. Every removal must lead to two papers with one label: a rule that could
go unnoticed would not be needed, or not be tested.
"""

from collections.abc import Container
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from kiosk.domain import authority, label, trust
from kiosk.domain.label import OwnLabel, OwnSeries, QueueCode, Slot


class Machine(Protocol):
    """What a rule may look at when own numbers are asked for."""

    @property
    def believed(self) -> bool:
        """Whether the clock is."""
        ...

    @property
    def running_seconds(self) -> float:
        """Since process start, by the boot clock."""
        ...

    @property
    def counters(self) -> tuple[int, int]:
        """Of witness A: what the ledger says, and what the counter beside it says."""
        ...


class Rules:
    """N3 to N8 with witness B, as they are built in."""

    counts = False
    """Whether own numbers go through a counter (witness A)."""
    counter_is_imaged = False

    def own_allowed(self, machine: Machine) -> bool:
        """N6."""
        return machine.believed and trust.quarantine_left(machine.running_seconds) == 0

    def own_label(self, queue: QueueCode, at: datetime, series: OwnSeries) -> OwnLabel | None:
        """N4 and the clock's part of N5."""
        return label.own_label(queue, at, series)

    def is_at_home(self, bound_to: int, machine: int) -> bool:
        """N5: a ledger belongs to its machine."""
        return trust.at_home({str(bound_to)}, {str(machine)})

    def number(self, epoch: int, count: int) -> int | None:
        """N2 and N8."""
        return authority.number(epoch, count)

    def free_slot(self, taken: Container[int], epoch: int, wished: Slot | None) -> Slot | None:
        """N3 and N8."""
        return authority.free_slot(taken, epoch, wished)

    def fenced(self, known: tuple[int, str], told: tuple[int, str]) -> bool:
        """N7."""
        return authority.fenced(known, told)

    def confirms(self, offset_seconds: float) -> bool:
        """When a clock may be believed."""
        return trust.confirms(offset_seconds)

    def stepped(self, lead_then: float, lead_now: float) -> bool:
        """When it may not be any more."""
        return trust.stepped(lead_then, lead_now)

    def epoch_after_restore(self, epoch: int) -> int:
        """N8."""
        return epoch + 1


class CounterRules(Rules):
    """Witness A: a counter on another medium, one more before each own number, instead of the clock."""

    counts = True

    def own_allowed(self, machine: Machine) -> bool:
        """Only the ledger that made the counter's last step may make the next."""
        told, counted = machine.counters
        return told == counted


# --- removals ---------------------------------------------------------------------------------


class AnyWitness(CounterRules):
    """Either witness is enough."""

    def own_allowed(self, machine: Machine) -> bool:
        """A or B."""
        return super().own_allowed(machine) or Rules.own_allowed(self, machine)


class NoFloorNoWitness(Rules):
    """The time of day names the number, and nothing is remembered."""

    def own_allowed(self, machine: Machine) -> bool:
        """Always."""
        return True

    def own_label(self, queue: QueueCode, at: datetime, series: OwnSeries) -> OwnLabel | None:
        """As if nothing had been given before."""
        return super().own_label(queue, at, replace(series, newest=None, last=None))


class NoWitness(Rules):
    """The series grows, but nobody notices an old disk."""

    def own_allowed(self, machine: Machine) -> bool:
        """Always."""
        return True


class CounterOnTheImage(CounterRules):
    """The counter goes back in time with the disk."""

    counter_is_imaged = True


class OneSlotForAll(Rules):
    """Every kiosk has the same series."""

    def free_slot(self, taken: Container[int], epoch: int, wished: Slot | None) -> Slot | None:
        """The first of the family."""
        return Slot(epoch * 10 + 1)


class NoHardwareBinding(Rules):
    """A copied disk is taken for the kiosk it was copied from."""

    def is_at_home(self, bound_to: int, machine: int) -> bool:
        """Everywhere."""
        return True


class RestoredServerDoesNotSkip(Rules):
    """A server from a backup goes on as if nothing had happened since."""

    def epoch_after_restore(self, epoch: int) -> int:
        """The same."""
        return epoch


class SlotsOfOneFamily(Rules):
    """A restored server counts in a new band, but leases the same slots again."""

    def free_slot(self, taken: Container[int], epoch: int, wished: Slot | None) -> Slot | None:
        """Of the first family, in every epoch."""
        return super().free_slot(taken, 0, wished)


class QuarantineOfAMinute(Rules):
    """A start waits 61 seconds, as if two believed clocks could not differ."""

    def own_allowed(self, machine: Machine) -> bool:
        """By the minute alone."""
        return machine.believed and machine.running_seconds >= 61


class StepsUnseen(Rules):
    """A clock that was confirmed once is believed until the next boot, whoever sets it."""

    def stepped(self, lead_then: float, lead_now: float) -> bool:
        """Never."""
        return False


REMOVALS: tuple[type[Rules], ...] = (
    AnyWitness,
    NoFloorNoWitness,
    NoWitness,
    CounterOnTheImage,
    OneSlotForAll,
    NoHardwareBinding,
    RestoredServerDoesNotSkip,
    SlotsOfOneFamily,
    QuarantineOfAMinute,
    StepsUnseen,
)
