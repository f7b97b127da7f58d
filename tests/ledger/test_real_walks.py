"""The same random walks over the kiosk's own store and the server's own database, files and all."""

import asyncio
import tempfile
from contextlib import closing
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
from tests.ledger.world import Broken, World, play, steps

STEPS = 24
IN_MEMORY = Path("/dev/shm")
"""Power is not cut here: files need not wait for a disk."""


def walked(rules: Rules, seed: int, loop: asyncio.Runner) -> RealWorld:
    """One walk. Raises Broken."""
    dice = Random(seed)
    place = IN_MEMORY if IN_MEMORY.is_dir() else None
    with (
        tempfile.TemporaryDirectory(dir=place) as folder,
        closing(RealWorld(rules, seed % 3, Path(folder), loop)) as world,
    ):
        play(world, steps(dice, STEPS))
        return world


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


@pytest.mark.soak
def test_very_many_walks_on_disk_break_no_promise(counted: Counted) -> None:
    counted(walks(range(1_000_000, 1_005_000)))


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
