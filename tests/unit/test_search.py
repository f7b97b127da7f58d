"""Services are found by what people type."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import Catalogue
from kiosk.domain.model import ServiceId
from kiosk.domain.search import RESULTS_MOST, Match, search, words_of
from tests.samples import SERVICE, catalogue

LOST_CARD = SERVICE


def ids(found: Sequence[Match]) -> list[ServiceId]:
    """Which services, best first."""
    return [match.service.id for match in found]


def shop(*names: str, keywords: tuple[str, ...] = ()) -> Catalogue:
    """A catalogue with services of these names; the first has the keywords."""
    base = catalogue().services[SERVICE]
    rows = {
        ServiceId(f"s.{place}"): replace(
            base,
            id=ServiceId(f"s.{place}"),
            name=name,
            ticket_name=name,
            keywords=keywords if place == 0 else (),
        )
        for place, name in enumerate(names)
    }
    return replace(catalogue(), services=rows)


def test_an_empty_query_finds_nothing() -> None:
    assert search(catalogue(), "") == ()
    assert search(catalogue(), "  -- ") == ()


def test_three_letters_find_a_service_by_the_beginning_of_a_word() -> None:
    assert LOST_CARD in ids(search(catalogue(), "hil"))


def test_letters_within_a_word_do_not_find_it() -> None:
    assert search(shop("Kartu Keluarga"), "uarga") == ()


def test_every_word_of_the_query_must_be_met_in_any_order() -> None:
    found = shop("Kartu Keluarga baru", "Kartu Kuning")

    assert ids(search(found, "kel kar")) == ["s.0"]
    assert search(found, "kartu kuning baru") == ()


def test_case_accents_and_signs_do_not_matter() -> None:
    found = shop("KTP-el hilang", "Café & résto")

    assert ids(search(found, "KTP EL")) == ["s.0"]
    assert ids(search(found, "cafe resto")) == ["s.1"]


def test_colloquial_words_and_the_agencys_name_find_a_service_too() -> None:
    assert LOST_CARD in ids(search(catalogue(), "cetak ulang"))
    assert LOST_CARD in ids(search(catalogue(), "disdukcapil hilang"))


def test_a_name_comes_before_a_keyword_and_a_keyword_before_a_typo() -> None:
    found = shop("Surat A", "Paspar", "Paspor", keywords=("paspor",))

    assert ids(search(found, "paspor")) == ["s.2", "s.0", "s.1"]


def test_equal_matches_keep_the_order_of_the_catalogue() -> None:
    found = shop("Kartu B", "Kartu A", "Kartu C")

    assert ids(search(found, "kartu")) == ["s.0", "s.1", "s.2"]


@pytest.mark.parametrize("typed", ["kelahiram", "kelhiran", "kelahhiran", "kealhiran", "elahiran"])
def test_one_slip_of_the_finger_is_forgiven(typed: str) -> None:
    assert ids(search(shop("Akta Kelahiran"), typed)) == ["s.0"]


@pytest.mark.parametrize("typed", ["kelxhxran", "klhiran", "ekalhiran"])
def test_two_slips_are_not(typed: str) -> None:
    assert search(shop("Akta Kelahiran"), typed) == ()


def test_under_four_letters_no_slip_is_forgiven() -> None:
    assert search(shop("SIM baru"), "sin") == ()
    assert ids(search(shop("Simpan baru"), "sinp")) == ["s.0"]


def test_a_screen_holds_at_most_twenty_four_results() -> None:
    found = shop(*(f"Kartu {number}" for number in range(40)))

    assert len(search(found, "kartu")) == RESULTS_MOST == 24


def test_the_part_of_the_name_that_matched_is_marked() -> None:
    (match,) = search(shop("KTP-el hilang"), "hil")

    assert match.service.ticket_name[match.start : match.start + match.length] == "hil"


def test_the_mark_stands_at_the_beginning_of_a_word() -> None:
    (match,) = search(shop("Tukar kartu"), "kar")

    assert match.start == len("Tukar ")


def test_in_english_the_mark_lies_in_the_english_name() -> None:
    found = shop("Akta Kelahiran")
    service = replace(found.services[ServiceId("s.0")], name_en="Birth certificate")
    english = replace(found, services={service.id: service})

    (match,) = search(english, "cert", "en")

    assert "Birth certificate"[match.start : match.start + match.length] == "cert"


def test_a_match_elsewhere_than_in_the_shown_name_marks_nothing() -> None:
    (match,) = search(shop("Surat A", keywords=("paspor",)), "paspor")

    assert match.length == 0


@given(st.text(max_size=50))
def test_no_query_is_a_bug_and_every_result_names_its_mark(query: str) -> None:
    for match in search(catalogue(), query):
        assert 0 <= match.start <= match.start + match.length
        assert match.start + match.length <= len(match.service.ticket_name)


@given(st.sampled_from(sorted(catalogue().services)), st.integers(1, 60))
def test_every_service_is_found_by_the_beginning_of_its_name(name: str, letters: int) -> None:
    service = catalogue().services[ServiceId(name)]
    alone = replace(catalogue(), services={service.id: service})
    typed = " ".join(words_of(service.ticket_name))[:letters]

    assert ids(search(alone, typed)) == [service.id]
