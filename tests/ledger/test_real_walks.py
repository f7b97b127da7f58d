"""The same random walks over the kiosk's own store and the server's own database, files and all."""

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from tests.ledger.real import RealWorld
from tests.ledger.report import Counted
from tests.ledger.rules import (
    CounterRules,
    NoWitness,
    QuarantineOfAMinute,
    RestoredServerDoesNotSkip,
    Rules,
    StepsUnseen,
)
from tests.ledger.world import KIOSKS, Broken, Step, World, play, steps

STEPS = 24
LONG_STEPS = 100
IN_MEMORY = Path("/dev/shm")
"""Power is not cut here: files need not wait for a disk."""


def walked(rules: Rules, seed: int, loop: asyncio.Runner) -> RealWorld:
    """One walk. Raises Broken."""
    with in_a_folder(rules, seed, loop) as world:
        play(world, steps(Random(seed), STEPS))
        return world


@contextmanager
def in_a_folder(rules: Rules, seed: int, loop: asyncio.Runner) -> Iterator[RealWorld]:
    """A mall in files of its own, in one of the country's three zones."""
    place = IN_MEMORY if IN_MEMORY.is_dir() else None
    with (
        tempfile.TemporaryDirectory(dir=place) as folder,
        closing(RealWorld(rules, seed % 3, Path(folder), loop)) as world,
    ):
        yield world


def walks(seeds: range, rules: type[Rules] = Rules) -> str:
    """Many walks; what they counted."""
    papers = 0
    with asyncio.Runner() as loop:
        for seed in seeds:
            try:
                papers += len(walked(rules(), seed, loop).papers)
            except Broken as broken:
                pytest.fail(f"walk {seed}: {broken}", pytrace=False)
    assert papers > len(seeds)
    return f"{len(seeds)} walks, {papers} papers, 0 broken promises"


def test_walks_on_disk_break_no_promise(counted: Counted) -> None:
    counted(walks(range(500)))


def test_a_counter_takes_the_clocks_place_and_no_promise_breaks(counted: Counted) -> None:
    counted(walks(range(30), CounterRules))


def of_days(walk: Sequence[Step]) -> Iterator[Step]:
    """The same walk over some days, with quiet nights before which a kiosk tells what it has."""
    for number, step in enumerate(walk):
        yield step
        if number % 6 == 5:
            kiosk = number // 6 % KIOSKS
            yield "wait", 60_000.0
            yield "link", kiosk, number % 5 > 1
            yield from [("sync", kiosk, False)] * 4
            yield "tidy", kiosk


def walks_of_days(seeds: range) -> str:
    """Many of them; what they counted."""
    papers = removed = 0
    with asyncio.Runner() as loop:
        for seed in seeds:
            walk = [*of_days(steps(Random(seed), LONG_STEPS))]
            with in_a_folder(Rules(), seed, loop) as world:
                play(world, walk)
                assert all(kiosk.ledger.is_sound() for kiosk in world.kiosks)  # type: ignore[attr-defined]
                papers += len(world.papers)
                removed += world.removed
    assert removed > 10 * len(seeds)
    return f"{len(seeds)} walks of days, {papers} papers, {removed} rows forgotten, none untold"


def test_nothing_untold_is_forgotten_and_what_remains_is_sound(counted: Counted) -> None:
    counted(walks_of_days(range(15)))


@pytest.mark.soak
def test_nothing_untold_is_forgotten_in_very_many_walks(counted: Counted) -> None:
    counted(walks_of_days(range(1_000_000, 1_000_150)))


@pytest.mark.soak
@pytest.mark.parametrize("first", range(1_000_000, 1_005_000, 1_000))
def test_very_many_walks_on_disk_break_no_promise(first: int, counted: Counted) -> None:
    counted(walks(range(first, first + 1_000)))


@pytest.mark.parametrize(
    "removal", [NoWitness, QuarantineOfAMinute, RestoredServerDoesNotSkip, StepsUnseen]
)
def test_a_rule_that_is_missing_breaks_a_promise_on_disk_too(removal: type[Rules]) -> None:
    rules = removal()
    promising = (seed for seed in range(5_000) if broken_in_memory(rules, seed))

    with asyncio.Runner() as loop:
        assert any(broken(rules, seed, loop) for seed in islice(promising, 3))


def broken_in_memory(rules: Rules, seed: int) -> bool:
    """Whether the same steps break a promise there: so few walks on disk are enough."""
    try:
        play(World(rules, seed % 3), steps(Random(seed), STEPS))
    except Broken:
        return True
    return False


def broken(rules: Rules, seed: int, loop: asyncio.Runner) -> bool:
    """Whether a walk broke a promise."""
    try:
        walked(rules, seed, loop)
    except Broken:
        return True
    return False
