"""A device's loop goes on after a bug, is not heard of twice, and ends when told to."""

from collections.abc import Callable, Iterator

from devices.guard import HEALTHY_SECONDS, REST_SECONDS, keep_running
from devices.simulated.clock import OffsetClock

Turn = Callable[[], None]


def _bug() -> None:
    raise ZeroDivisionError


def _fine() -> None:
    pass


def _run(
    turns: Iterator[Turn], clock: OffsetClock, rests_most: int = 99
) -> tuple[list[Exception], list[float]]:
    """Let a loop take these turns; the failures heard of and the rests between."""
    heard: list[Exception] = []
    rests: list[float] = []

    def rest(seconds: float) -> bool:
        rests.append(seconds)
        return len(rests) >= rests_most

    keep_running(lambda: next(turns)(), rest, heard.append, clock)
    return heard, rests


def test_a_loop_that_ends_is_not_begun_again() -> None:
    assert _run(iter([_fine]), OffsetClock(0)) == ([], [])


def test_failures_in_a_row_are_heard_of_once_and_rest_longer_each_time() -> None:
    heard, rests = _run(iter([*[_bug] * 8, _fine]), OffsetClock(0))

    assert [type(error) for error in heard] == [ZeroDivisionError]
    assert rests == [*REST_SECONDS, REST_SECONDS[-1], REST_SECONDS[-1]]


def test_a_failure_after_a_good_while_is_the_first_of_another_row() -> None:
    clock = OffsetClock(0)

    def well_for_a_while() -> None:
        clock.advance(HEALTHY_SECONDS)
        raise ZeroDivisionError

    heard, rests = _run(iter([_bug, _bug, well_for_a_while, _fine]), clock)

    assert len(heard) == 2
    assert rests == [0.0, 0.5, 0.0]


def test_a_loop_that_is_told_to_stop_while_it_rests_does_not_begin_again() -> None:
    _, rests = _run(iter([_bug, _bug, _bug]), OffsetClock(0), rests_most=2)

    assert rests == [0.0, 0.5]
