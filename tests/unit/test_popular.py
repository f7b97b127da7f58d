"""What is shown first: chosen lately, on days like today."""

from datetime import date, timedelta

from kiosk.domain.model import ServiceId
from kiosk.domain.popular import Choice, popular

THURSDAY = date(2026, 8, 6)
KTP, SIM, SKCK = ServiceId("ktp"), ServiceId("sim"), ServiceId("skck")


def ago(days: int) -> date:
    """So many days before Thursday."""
    return THURSDAY - timedelta(days=days)


def test_what_was_chosen_most_comes_first() -> None:
    chosen = [Choice(KTP, ago(1), 2), Choice(SIM, ago(1), 3)]

    assert popular(chosen, THURSDAY) == (SIM, KTP)


def test_a_choice_of_long_ago_counts_less() -> None:
    chosen = [Choice(KTP, ago(28), 5), Choice(SIM, ago(0), 2)]

    assert popular(chosen, THURSDAY) == (SIM, KTP)  # 5 / e < 2


def test_what_is_chosen_on_fridays_comes_first_on_fridays_only() -> None:
    friday = THURSDAY + timedelta(days=1)
    chosen = [Choice(KTP, ago(6), 10), Choice(SIM, ago(7), 6)]  # a Friday, a Thursday

    assert popular(chosen, friday)[0] == KTP
    assert popular(chosen, THURSDAY)[0] == SIM


def test_choices_of_several_days_add_up() -> None:
    chosen = [Choice(KTP, ago(days), 1) for days in (1, 2, 3)] + [Choice(SIM, ago(1), 2)]

    assert popular(chosen, THURSDAY) == (KTP, SIM)


def test_equals_keep_their_places() -> None:
    chosen = [Choice(one, ago(1), 1) for one in (SKCK, KTP, SIM)]

    assert popular(chosen, THURSDAY) == popular(reversed(chosen), THURSDAY) == (KTP, SIM, SKCK)


def test_a_clock_that_went_back_makes_no_difference() -> None:
    assert popular([Choice(KTP, THURSDAY + timedelta(days=4), 1)], THURSDAY) == (KTP,)
