"""Random walks over kiosks, disks, clocks and servers: no rule fails, and none can be left out.

The rules are the kiosk's and the server's own; ledger and database are in memory, so that tens of
thousands of walks take seconds. The same walks over the real store and server are in test_real_walks.py.
"""

from collections.abc import Collection
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.ledger.report import Counted
from tests.ledger.rules import REMOVALS, CounterRules, NoFloorNoWitness, Rules
from tests.ledger.world import FATES, JUMPS, KIOSKS, PAUSES, Broken, World, play, steps

STEPS = 30
WITNESSES: tuple[type[Rules], ...] = (Rules, CounterRules)
REMOVAL_WALKS_MOST = 20_000


def walked(rules: Rules, seed: int) -> World:
    """One walk. Raises Broken."""
    dice = Random(seed)
    return play(World(rules, zone=seed % 3), steps(dice, STEPS))


def walks(rules: Rules, seeds: range) -> str:
    """Many walks; what they counted."""
    papers = own = 0
    for seed in seeds:
        try:
            world = walked(rules, seed)
        except Broken as broken:
            pytest.fail(f"walk {seed}: {broken}", pytrace=False)
        papers += len(world.papers)
        own += sum(label.split()[0][-1].isdigit() for _, label in world.papers)
    assert papers > 2 * len(seeds)
    return f"{len(seeds)} walks, {papers} papers, {own} of own series, 0 broken promises"


@pytest.mark.parametrize("rules", WITNESSES)
def test_walks_in_memory_break_no_promise(rules: type[Rules], counted: Counted) -> None:
    counted(walks(rules(), range(20_000 if rules is Rules else 4_000)))


@pytest.mark.soak
@pytest.mark.parametrize(
    ("rules", "first"),
    [*((Rules, part) for part in range(1_000_000, 1_200_000, 40_000)), (CounterRules, 1_000_000)],
)
def test_very_many_walks_in_memory_break_no_promise(
    rules: type[Rules], first: int, counted: Counted
) -> None:
    counted(walks(rules(), range(first, first + 40_000)))


@pytest.mark.parametrize("removal", REMOVALS)
def test_no_rule_can_be_left_out(removal: type[Rules], counted: Counted) -> None:
    rules = removal()

    for seed in range(REMOVAL_WALKS_MOST):
        try:
            walked(rules, seed)
        except Broken as broken:
            counted(f"broken by walk {seed + 1}: {str(broken).splitlines()[0]}")
            return

    pytest.fail(f"{REMOVAL_WALKS_MOST} walks without {removal.__name__} broke nothing")


# --- the same world, walked by hypothesis, which makes what it finds small ----------------------

kiosks = st.integers(0, KIOSKS - 1)
which = st.integers(0, 7)


class Walk(RuleBasedStateMachine):
    """Any step at any time."""

    played: Rules = Rules()

    def __init__(self) -> None:
        super().__init__()
        self.world = World(self.played)

    @rule(kiosk=kiosks, queue=st.integers(0, 1), fate=st.sampled_from(FATES))
    def tap(self, kiosk: int, queue: int, fate: str) -> None:
        self.world.tap(kiosk, queue, fate)

    @rule(kiosk=kiosks, reply_lost=st.booleans())
    def sync(self, kiosk: int, *, reply_lost: bool) -> None:
        self.world.sync(kiosk, reply_lost=reply_lost)

    @rule(kiosk=kiosks, up=st.booleans())
    def link(self, kiosk: int, *, up: bool) -> None:
        self.world.link(kiosk, up=up)

    @rule(which=which)
    def redeliver(self, which: int) -> None:
        self.world.redeliver(which)

    @rule(kiosk=kiosks)
    def image(self, kiosk: int) -> None:
        self.world.image(kiosk)

    @rule(kiosk=kiosks, which=which)
    def restore(self, kiosk: int, which: int) -> None:
        self.world.restore(kiosk, which)

    @rule(kiosk=kiosks, to=kiosks)
    def clone(self, kiosk: int, to: int) -> None:
        self.world.clone(kiosk, to)

    @rule(kiosk=kiosks, how=st.sampled_from(("restart", "reboot", "reinstall", "ntp")))
    def begin_anew(self, kiosk: int, how: str) -> None:
        getattr(self.world, how)(kiosk)

    @rule(kiosk=kiosks, seconds=st.sampled_from(JUMPS))
    def clock(self, kiosk: int, seconds: float) -> None:
        self.world.clock(kiosk, seconds)

    @rule(seconds=st.sampled_from(PAUSES))
    def wait(self, seconds: float) -> None:
        self.world.wait(seconds)

    @rule()
    def backup(self) -> None:
        self.world.backup()

    @rule(which=which)
    def recover(self, which: int) -> None:
        self.world.recover(which)

    def teardown(self) -> None:
        if not self.world.is_broken:
            self.world.drain()


def machine(removal: type[Rules]) -> type[Walk]:
    """The walk under other rules."""
    return type(f"Without{removal.__name__}", (Walk,), {"played": removal()})


def by_hypothesis(examples: int, phases: Collection[Phase] = tuple(Phase)) -> settings:
    """So many walks of 40 steps, the same each time."""
    return settings(
        max_examples=examples,
        stateful_step_count=40,
        deadline=None,
        phases=phases,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.parametrize("rules", WITNESSES)
def test_hypothesis_breaks_no_promise(rules: type[Rules]) -> None:
    run_state_machine_as_test(machine(rules), settings=by_hypothesis(100))


@pytest.mark.soak
@pytest.mark.parametrize("rules", WITNESSES)
def test_hypothesis_breaks_no_promise_for_long(rules: type[Rules]) -> None:
    run_state_machine_as_test(machine(rules), settings=by_hypothesis(1_000))


@pytest.mark.soak
def test_hypothesis_finds_what_a_missing_rule_breaks() -> None:
    # It finds little else of what is removed: that is why there are biased walks besides.
    with pytest.raises(Broken, match="I1"):
        run_state_machine_as_test(
            machine(NoFloorNoWitness), settings=by_hypothesis(3_000, [Phase.generate])
        )
