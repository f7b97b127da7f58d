"""Which services are shown first: what was chosen here lately, on days like today."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import exp

from kiosk.domain.model import ServiceId

DECAY_DAYS = 28
"""After so many days a choice counts 1/e of one made today."""
HISTORY_DAYS = 4 * DECAY_DAYS
OTHER_DAYS_COUNT = 0.25
"""What a choice on another part of the week counts: people come for other things on a Friday."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How often a service was chosen on one day."""

    service: ServiceId
    day: date
    times: int


def popular(choices: Iterable[Choice], today: date) -> tuple[ServiceId, ...]:
    """Services by weight, the heaviest first; equals by name, so that tiles do not swap places."""
    weights: dict[ServiceId, float] = defaultdict(float)
    for choice in choices:
        weights[choice.service] += choice.times * _weight(choice.day, today)
    return tuple(sorted(weights, key=lambda service: (-weights[service], service)))


def _weight(day: date, today: date) -> float:
    age = max((today - day).days, 0)
    like_today = _part_of_week(day) == _part_of_week(today)
    return exp(-age / DECAY_DAYS) * (1.0 if like_today else OTHER_DAYS_COUNT)


def _part_of_week(day: date) -> str:
    """Monday to Thursday, Friday with its long break, the week's end."""
    return "weekday" if day.weekday() < 4 else "friday" if day.weekday() == 4 else "weekend"
