"""Times, dates and names as people of one language read them."""

from datetime import date, datetime

from kiosk.domain.catalogue import Agency, LifeEvent, Service
from kiosk.domain.ticket import Estimate
from kiosk.domain.words import Words


def clock(words: Words, moment: datetime) -> str:
    """09.41 in Indonesian, Javanese and Sundanese, 09:41 in English."""
    separator = ":" if words.language == "en" else "."
    return f"{moment:%H}{separator}{moment:%M}"


def weekday(words: Words, day: date) -> str:
    """Kamis."""
    return words(f"date.day.{day.isoweekday() % 7}")


def long_date(words: Words, day: date) -> str:
    """Kamis, 6 Agustus."""
    return f"{weekday(words, day)}, {day.day} {words(f'date.month.{day.month}')}"


def stamp(words: Words, moment: datetime) -> str:
    """6 Agt 2026, 09.42, as on tickets."""
    month = words(f"date.month.short.{moment.month}")
    return f"{moment.day} {month} {moment.year}, {clock(words, moment)}"


def span(words: Words, estimate: Estimate) -> str:
    """10.05–10.20."""
    return f"{clock(words, estimate.earliest)}–{clock(words, estimate.latest)}"


def service_name(words: Words, service: Service) -> str:
    """The short name on screens and tickets; English where the catalogue has it."""
    return service.name_en or service.ticket_name if words.language == "en" else service.ticket_name


def full_name(words: Words, service: Service) -> str:
    """The name in the standard of service."""
    return service.name_en or service.name if words.language == "en" else service.name


def event_name(words: Words, event: LifeEvent) -> str:
    """The short name of a life event."""
    return event.name_en or event.short_name if words.language == "en" else event.short_name


def place(words: Words, agency: Agency) -> str:
    """Lantai 1, Loket 3–5."""
    return f"{floor(words, agency)}, {counter(words, agency)}"


def floor(words: Words, agency: Agency) -> str:
    """Lantai 1."""
    return words("common.floor", n=agency.floor)


def counter(words: Words, agency: Agency) -> str:
    """Loket 3–5."""
    return words("common.counter", n=agency.counters)


def fee(words: Words, service: Service) -> str:
    """Gratis, or what is charged in the catalogue's words."""
    return words("common.free") if service.free else service.fee


def people(words: Words, count: int) -> str:
    """4 orang."""
    return words("common.people", n=count)
