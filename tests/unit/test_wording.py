"""Times, dates and names as people of one language read them."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kiosk.domain import wording
from kiosk.domain.model import EventId
from kiosk.domain.preferences import LANGUAGES as CHOICES
from kiosk.domain.ticket import Estimate
from kiosk.domain.words import Words
from tests.samples import AGENCY, ROOT, SERVICE, THURSDAY, catalogue
from ui.text import load_words

LANGUAGES = load_words(ROOT / "resources/text")
ID, EN = LANGUAGES["id"], LANGUAGES["en"]


@pytest.mark.parametrize(
    ("language", "shown"), [("id", "09.41"), ("jv", "09.41"), ("su", "09.41"), ("en", "09:41")]
)
def test_the_clock_has_a_point_and_in_english_a_colon(language: str, shown: str) -> None:
    assert wording.clock(LANGUAGES[language], THURSDAY) == shown


def test_a_day_is_written_out() -> None:
    assert wording.long_date(ID, THURSDAY.date()) == "Kamis, 6 Agustus"
    assert wording.long_date(EN, THURSDAY.date()) == "Thursday, 6 August"


def test_the_week_begins_where_it_should() -> None:
    monday = date(2026, 8, 3)
    days = [wording.weekday(ID, monday + timedelta(days=ahead)) for ahead in range(7)]

    assert days == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


def test_every_language_has_all_days_and_months() -> None:
    for words in LANGUAGES.values():
        written = {wording.long_date(words, date(2026, month, 1)) for month in range(1, 13)}
        assert len(written) == 12


def test_a_ticket_is_stamped_with_date_and_time() -> None:
    assert wording.stamp(ID, THURSDAY) == "6 Agt 2026, 09.41"
    assert wording.stamp(EN, THURSDAY) == "6 Aug 2026, 09:41"


def test_an_estimate_is_a_range() -> None:
    estimate = Estimate(
        datetime.fromisoformat("2026-08-06T10:05:00+07:00"),
        datetime.fromisoformat("2026-08-06T10:20:00+07:00"),
    )

    assert wording.span(ID, estimate) == "10.05–10.20"
    assert wording.span(EN, estimate) == "10:05–10:20"


def test_a_place_is_floor_and_counter() -> None:
    agency = replace(catalogue().agencies[AGENCY], floor=1, counters="3–5")

    assert wording.place(ID, agency) == "Lantai 1, Loket 3–5"
    assert wording.place(EN, agency) == "Floor 1, Counter 3–5"


def test_a_service_has_its_english_name_in_english_only() -> None:
    service = replace(catalogue().services[SERVICE], name_en="Lost identity card")

    assert wording.service_name(EN, service) == "Lost identity card"
    assert wording.full_name(EN, service) == "Lost identity card"
    assert wording.service_name(ID, service) == service.ticket_name
    assert wording.full_name(LANGUAGES["jv"], service) == service.name


def test_without_an_english_name_the_indonesian_one_stands() -> None:
    service = replace(catalogue().services[SERVICE], name_en=None)

    assert wording.service_name(EN, service) == service.ticket_name
    assert wording.full_name(EN, service) == service.name


def test_a_life_event_has_a_short_name_in_each_language() -> None:
    event = catalogue().events[EventId("lahir")]

    assert wording.event_name(ID, event) == "Bayi lahir"
    assert wording.event_name(EN, event) == "New baby"


def test_what_is_free_says_so_and_a_fee_stands_in_the_catalogues_words() -> None:
    free = catalogue().services[SERVICE]

    assert wording.fee(ID, free) == "Gratis"
    assert wording.fee(EN, free) == "Free"
    assert wording.fee(EN, replace(free, fee="Sesuai PNBP")) == "Sesuai PNBP"


def test_people_are_counted() -> None:
    assert wording.people(ID, 4) == "4 orang"


def test_every_language_that_can_be_chosen_has_words_and_a_name_in_every_other() -> None:
    assert set(LANGUAGES) == set(CHOICES)
    for words in LANGUAGES.values():
        assert all(words(f"idle.lang.{one}") for one in CHOICES)


def test_a_missing_word_is_loud() -> None:
    with pytest.raises(KeyError):
        Words("id", {})("common.back")
