"""Times, dates and names as people of one language read them, and numbers as they say them."""

import re
from datetime import date, datetime, time

from kiosk.domain.catalogue import Agency, LifeEvent, Service
from kiosk.domain.ticket import Estimate
from kiosk.domain.words import Words

SPOKEN_NUMBER_MOST = 999
_PAUSES = re.compile("[ -]")


def clock(words: Words, moment: datetime | time) -> str:
    """09.41 in Indonesian, Javanese and Sundanese, 09:41 in English."""
    return words("date.clock", hour=f"{moment:%H}", minute=f"{moment:%M}")


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


def spoken_time(words: Words, moment: datetime | time) -> str:
    """Sembilan lewat empat puluh satu; nine forty-one. A sentence around it has its own `pukul`."""
    hour = words(f"speech.hour.{moment.hour}")
    if moment.minute == 0:
        return words("speech.time.whole", hour=hour)
    # Nine oh five: below ten, English says the nought.
    key = "speech.time.early" if moment.minute < 10 else "speech.time"
    return words(key, hour=hour, minute=spoken_number(words, moment.minute))


def spoken_number(words: Words, number: int) -> str:
    """Dua puluh tujuh; twenty-seven. Raises ValueError outside 0 to 999."""
    if not 0 <= number <= SPOKEN_NUMBER_MOST:
        raise ValueError(f"no words for this number: {number}")
    if number < 10:
        return words(f"speech.digit.{number}")
    ones, tens = number % 10, number % 100
    if number < 20 or (number < 100 and ones == 0) or tens == 0:
        return words(f"speech.number.{number}")
    if number < 100:
        whole, rest = words(f"speech.number.{number - ones}"), words(f"speech.digit.{ones}")
        return words("speech.number.tens", tens=whole, ones=rest)
    whole, rest = words(f"speech.number.{number - tens}"), spoken_number(words, tens)
    return words("speech.number.hundreds", hundreds=whole, rest=rest)


def spoken_label(words: Words, label: str) -> str:
    """K, nol dua tujuh; K dua, nol sembilan tiga empat: a printed label, or any code, sign by sign."""
    return ", ".join(" ".join(_signs(words, part)) for part in _PAUSES.split(label))


def _signs(words: Words, part: str) -> list[str]:
    return [words(f"speech.digit.{sign}") if sign in "0123456789" else sign for sign in part]
