"""Times, dates and names as people of one language read them."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from kiosk.domain import wording
from kiosk.domain.model import EventId
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


def test_every_language_has_a_name_of_its_own_and_indonesian_is_offered_first() -> None:
    names = [words("lang.name") for words in LANGUAGES.values()]

    assert names == ["Indonesia", "English", "Basa Jawa", "Basa Sunda"]


def test_a_missing_word_is_loud() -> None:
    with pytest.raises(KeyError):
        Words("id", {})("common.back")


@pytest.mark.parametrize(
    ("language", "at", "said"),
    [
        ("id", "09:41", "sembilan lewat empat puluh satu"),
        ("id", "10:05", "sepuluh lewat lima"),
        ("id", "15:00", "lima belas"),
        ("jv", "09:41", "sembilan lewat empat puluh satu"),
        ("su", "09:41", "sembilan lewat empat puluh satu"),
        ("en", "09:41", "nine forty-one"),
        ("en", "10:05", "ten oh five"),
        ("en", "15:00", "three o’clock"),
        ("en", "12:30", "twelve thirty"),
    ],
)
def test_a_time_is_said_in_words(language: str, at: str, said: str) -> None:
    assert wording.spoken_time(LANGUAGES[language], time.fromisoformat(at)) == said


@pytest.mark.parametrize("words", [ID, EN], ids=["id", "en"])
def test_all_minutes_of_a_day_are_told_apart(words: Words) -> None:
    hours = range(24) if words is ID else range(12)
    said = {
        wording.spoken_time(words, time(hour, minute)) for hour in hours for minute in range(60)
    }

    assert len(said) == len(hours) * 60


@pytest.mark.parametrize(
    ("number", "indonesian", "english"),
    [
        (0, "nol", "zero"),
        (8, "delapan", "eight"),
        (10, "sepuluh", "ten"),
        (11, "sebelas", "eleven"),
        (14, "empat belas", "fourteen"),
        (40, "empat puluh", "forty"),
        (99, "sembilan puluh sembilan", "ninety-nine"),
        (100, "seratus", "one hundred"),
        (101, "seratus satu", "one hundred and one"),
        (182, "seratus delapan puluh dua", "one hundred and eighty-two"),
        (210, "dua ratus sepuluh", "two hundred and ten"),
        (999, "sembilan ratus sembilan puluh sembilan", "nine hundred and ninety-nine"),
    ],
)
def test_a_number_is_said_in_words(number: int, indonesian: str, english: str) -> None:
    assert wording.spoken_number(ID, number) == indonesian
    assert wording.spoken_number(EN, number) == english


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=list(LANGUAGES))
def test_all_thousand_numbers_are_told_apart(words: Words) -> None:
    assert len({wording.spoken_number(words, number) for number in range(1000)}) == 1000


@pytest.mark.parametrize("number", [-1, 1000])
def test_a_number_without_words_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        wording.spoken_number(ID, number)


@pytest.mark.parametrize(
    ("label", "indonesian", "english"),
    [
        ("K 027", "K, nol dua tujuh", "K, zero two seven"),
        ("KA 1001", "K A, satu nol nol satu", "K A, one zero zero one"),
        ("K2 0934", "K dua, nol sembilan tiga empat", "K two, zero nine three four"),
        (
            "K12 0934AM",
            "K satu dua, nol sembilan tiga empat A M",
            "K one two, zero nine three four A M",
        ),
        ("7Q2K-9F4M", "tujuh Q dua K, sembilan F empat M", "seven Q two K, nine F four M"),
    ],
)
def test_a_label_is_said_sign_by_sign(label: str, indonesian: str, english: str) -> None:
    assert wording.spoken_label(ID, label) == indonesian
    assert wording.spoken_label(EN, label) == english
