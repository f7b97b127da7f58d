"""The facts of a service's list of requirements, for who only wants to know what to bring."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from kiosk.domain import wording
from kiosk.domain.catalogue import Catalogue, Service
from kiosk.domain.hours import WeekSchedule
from kiosk.domain.paper import Paper
from kiosk.domain.papers.kinds import Facts, Kind
from kiosk.domain.papers.offer import Press, service_facts
from kiosk.domain.papers.templates import Templates
from kiosk.domain.words import Words

_SUNDAY = 7


def requirements_paper(
    service: Service,
    at: datetime,
    catalogue: Catalogue,
    words: Words,
    templates: Templates,
    press: Press,
    *,
    code: str | None = None,
) -> Paper:
    """The list, printed at `at`; `code` is the text of a QR that tells the same, where there is one."""
    texts = {
        "duration": words("common.minutes", n=service.duration_minutes),
        "finished": service.finished,
        "fee": wording.fee(words, service),
        "printed": wording.stamp(words, at.astimezone(catalogue.zone)),
        "code": code,
    }
    hours = tuple(_hours(catalogue.schedule_of(service), words))
    own = Facts(texts, rows={"hours": hours})
    facts = press.facts().plus(service_facts(catalogue, service, words)).plus(own)
    name = wording.service_name(words, service)
    return templates.paper(Kind.REQUIREMENTS, name, facts, words)


def _hours(week: WeekSchedule, words: Words) -> Iterator[tuple[str, str]]:
    """Days of the same hours in one line, closed days in none: Senin–Kamis 08.00–15.00."""
    for windows, group in groupby(range(7), week.windows):
        days = list(group)
        if windows:
            yield (
                _days(words, days[0], days[-1]),
                ", ".join(
                    words(
                        "need.windows",
                        opens=wording.clock(words, w.opens),
                        closes=wording.clock(words, w.closes),
                    )
                    for w in windows
                ),
            )


def _days(words: Words, first: int, last: int) -> str:
    names = [words(f"date.day.{(day + 1) % _SUNDAY}") for day in (first, last)]
    return names[0] if first == last else words("need.days", first=names[0], last=names[1])
