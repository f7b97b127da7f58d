"""Two tickets never share a printed name, and a printed name is read back as what it was."""

from datetime import time
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.label import (
    ALPHABET,
    SUFFIXES,
    AuthorityLabel,
    Minute,
    OwnLabel,
    QueueCode,
    Slot,
    TicketLabel,
    next_place,
    parse_label,
    queue_codes,
)

NUMBERS = (1, 27, 999, 1001, 9999)
SLOTS = (Slot(1), Slot(9), Slot(11), Slot(99))
PLACES = (Minute(0), Minute(574), Minute(574, 1), Minute(1439, len(SUFFIXES) - 1))

queues = st.sampled_from(queue_codes())
numbers = st.integers(1, 9999).filter(lambda number: number % 1000 != 0)
slots = st.integers(1, 99).filter(lambda code: code % 10 != 0).map(Slot)
places = st.builds(Minute, st.integers(0, 24 * 60 - 1), st.integers(0, len(SUFFIXES) - 1))
labels: st.SearchStrategy[TicketLabel] = st.one_of(
    st.builds(AuthorityLabel, queues, numbers), st.builds(OwnLabel, queues, slots, places)
)
local_times = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


def every_kind() -> list[TicketLabel]:
    """Every queue with the ends of every range."""
    found: list[TicketLabel] = []
    for queue in queue_codes():
        found += [AuthorityLabel(queue, number) for number in NUMBERS]
        found += [OwnLabel(queue, slot, place) for slot, place in product(SLOTS, PLACES)]
    return found


def test_labels_are_printed_as_people_read_them() -> None:
    queue = QueueCode("K")

    assert str(AuthorityLabel(queue, 27)) == "K 027"
    assert str(AuthorityLabel(queue, 1027)) == "K 1027"
    assert str(OwnLabel(queue, Slot(2), Minute(9 * 60 + 34))) == "K2 0934"
    assert str(OwnLabel(QueueCode("KA"), Slot(12), Minute(9 * 60 + 34, 3))) == "KA12 0934M"


def test_every_queue_reads_back_its_labels() -> None:
    for label in every_kind():
        assert parse_label(str(label)) == label


def test_labels_of_all_queues_together_are_printed_differently() -> None:
    printed = [str(label) for label in every_kind()]

    assert len(set(printed)) == len(printed)


@given(labels)
def test_a_label_reads_back_as_itself(label: TicketLabel) -> None:
    assert parse_label(str(label)) == label


@given(st.lists(labels, min_size=2, max_size=30))
def test_different_labels_are_printed_differently(found: list[TicketLabel]) -> None:
    assert len({str(label) for label in found}) == len(set(found))


@given(st.from_regex(r"[KAMXURHFWLB]{0,3}[0-9]{0,3} [0-9]{0,5}[KAMXURHFWLB]{0,3}", fullmatch=True))
def test_only_what_we_print_reads_as_a_label(text: str) -> None:
    try:
        label = parse_label(text)
    except ValueError:
        return

    assert str(label) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "K",
        "K 27",
        "K 000",
        "K 1000",
        "K 0027",
        "K-027",
        "k 027",
        "B 001",
        "KAM 001",
        "K0 0934",
        "K02 0934",
        "K10 0934",
        "K2 2460",
        "K2 934",
        "K2 0934B",
        "K2 0934KKK",
        "K 027\n",
        "K ٠٢٧",
    ],
)
def test_anything_else_is_no_label(text: str) -> None:
    with pytest.raises(ValueError, match=r"not|must be|range"):
        parse_label(text)


def test_the_hundred_and_ten_queue_codes_are_given_once_in_a_fixed_order() -> None:
    codes = [str(code) for code in queue_codes()]

    assert codes[:13] == [*"KAMXURHFWL", "KA", "KM", "KX"]
    assert codes[-1] == "LL"
    assert len(codes) == len(set(codes)) == 110


def test_no_letter_of_a_label_looks_like_a_digit_or_rhymes_when_called() -> None:
    assert set(ALPHABET).isdisjoint("IOQSZ" + "BCDEGPTV")


def test_places_outside_a_day_and_slots_outside_an_epoch_cannot_be_said() -> None:
    for wrong in (0, 10, 100, -1):
        with pytest.raises(ValueError, match="not a slot"):
            Slot(wrong)
    for minute, rank in ((-1, 0), (1440, 0), (0, -1), (0, len(SUFFIXES))):
        with pytest.raises(ValueError, match="not a place"):
            Minute(minute, rank)


def test_a_new_minute_begins_without_a_letter() -> None:
    assert next_place(None, time(9, 34, 59)) == Minute(574)
    assert next_place(Minute(573, 8), time(9, 34)) == Minute(574)


def test_the_same_minute_takes_the_next_letter() -> None:
    assert next_place(Minute(574), time(9, 34)) == Minute(574, 1)
    assert SUFFIXES[1] == "K"


def test_a_clock_that_went_back_gives_no_place() -> None:
    assert next_place(Minute(574), time(9, 33, 59)) is None


def test_a_minute_whose_letters_are_used_up_gives_no_place() -> None:
    assert len(SUFFIXES) == 111
    assert next_place(Minute(574, 110), time(9, 34)) is None


@given(st.lists(local_times, max_size=40))
def test_places_only_grow_whatever_the_clock_does(moments: list[time]) -> None:
    last: Minute | None = None
    used: list[Minute] = []

    for moment in moments:
        place = next_place(last, moment)
        if place is not None:
            used.append(place)
            last = place

    assert all(earlier < later for earlier, later in pairwise(used))


@given(st.lists(local_times, min_size=1, max_size=40).map(sorted))
def test_a_clock_that_goes_forward_is_never_refused(moments: list[time]) -> None:
    last: Minute | None = None

    for moment in moments:
        last = next_place(last, moment)
        assert last is not None
