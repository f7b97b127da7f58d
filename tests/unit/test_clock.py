"""When the clock is believed: confirmed in this boot, and set by nobody since."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from devices import clock as clocks
from devices.clock import SystemClock
from devices.simulated.clock import OffsetClock
from kiosk.domain.trust import OFF_SECONDS_MOST, QUARANTINE_SECONDS, quarantine_left
from tests.samples import THURSDAY


class SetClock(SystemClock):
    """A machine whose clock a test sets."""

    def __init__(self, confirmed: Path, now: datetime = THURSDAY, boot: float = 500.0) -> None:
        self.wall, self.boot = now, boot
        super().__init__(confirmed)

    def now(self) -> datetime:
        """What it shows."""
        return self.wall.astimezone(UTC)

    def _boot_seconds(self) -> float:
        return self.boot

    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.wall += timedelta(seconds=seconds)
        self.boot += seconds


@pytest.fixture(autouse=True)
def no_time_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clocks, "SYNCHRONISED", tmp_path / "synchronized")


@pytest.fixture
def confirmed(tmp_path: Path) -> Path:
    return tmp_path / "clock-confirmed"


def test_a_clock_that_nobody_confirmed_is_not_believed(confirmed: Path) -> None:
    assert not SetClock(confirmed).trusted()


@pytest.mark.parametrize("off", [-OFF_SECONDS_MOST, 0, OFF_SECONDS_MOST])
def test_the_authority_confirms_a_clock_that_shows_about_its_time(
    confirmed: Path, off: float
) -> None:
    clock = SetClock(confirmed)

    assert clock.confirm(THURSDAY + timedelta(seconds=off)) == off

    assert clock.trusted()


@pytest.mark.parametrize("off", [-OFF_SECONDS_MOST - 1, OFF_SECONDS_MOST + 1])
def test_the_authority_refutes_a_clock_even_where_a_time_server_vouches_for_it(
    confirmed: Path, off: float
) -> None:
    clocks.SYNCHRONISED.touch()
    clock = SetClock(confirmed)
    assert clock.trusted()

    clock.confirm(THURSDAY + timedelta(seconds=off))

    assert not clock.trusted()


def test_time_that_passes_takes_no_trust(confirmed: Path) -> None:
    clock = SetClock(confirmed)
    clock.confirm(THURSDAY)

    clock.wait(7 * 86_400)

    assert clock.trusted()


@pytest.mark.parametrize("jump", [-86_400, -600, -11, 11, 400 * 86_400])
def test_a_clock_that_somebody_sets_is_not_believed_until_it_is_confirmed_again(
    confirmed: Path, jump: float
) -> None:
    clock = SetClock(confirmed)
    clock.confirm(THURSDAY)

    clock.wall += timedelta(seconds=jump)

    assert not clock.trusted()
    clock.confirm(clock.now())
    assert clock.trusted()


def test_a_restarted_program_believes_what_was_confirmed_in_this_boot(confirmed: Path) -> None:
    SetClock(confirmed).confirm(THURSDAY)

    assert SetClock(confirmed).trusted()
    assert not SetClock(confirmed, now=THURSDAY - timedelta(minutes=10)).trusted()


def test_another_boot_believes_nothing(confirmed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    SetClock(confirmed).confirm(THURSDAY)
    other = confirmed.with_name("boot_id")
    other.write_text("another boot")
    monkeypatch.setattr(clocks, "BOOT_ID", other)

    assert not SetClock(confirmed).trusted()


@pytest.mark.parametrize("text", ["", "half", "half a file", "\0"])
def test_a_file_that_cannot_be_read_vouches_for_nothing(confirmed: Path, text: str) -> None:
    confirmed.write_text(text)

    assert not SetClock(confirmed).trusted()


def test_a_demo_that_advances_its_clock_keeps_its_trust(confirmed: Path) -> None:
    clock = OffsetClock(3600, confirmed)
    clock.confirm(clock.now())

    clock.advance(3600)

    assert clock.trusted()
    assert 3600 <= clock.since_start() < 3700


def test_own_numbers_wait_out_the_quarantine_and_no_longer() -> None:
    assert quarantine_left(0) == QUARANTINE_SECONDS == 101
    assert 0 < quarantine_left(100.9) < 0.2
    assert quarantine_left(101) == 0
    assert quarantine_left(86_400) == 0
