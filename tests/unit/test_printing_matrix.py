"""Every fault on every transport: nothing told is wrong, nothing is lost, nothing comes out twice."""

import sys
from collections.abc import Callable, Iterator

import pytest

from devices.simulated.printer_link import VirtualTime
from tests.printing import Bench
from tests.printing_faults import SCENARIOS, SECONDS, Judgement, Scenario, judge
from tests.printing_wires import PtyWire, TcpWire, UsblpWire, Wire

pytestmark = pytest.mark.usefixtures("qapp")

SLOW, FAST = 9600, 4_000_000
WIRES = ("tcp", "pty", "usblp")


def wire_for(name: str, scenario: Scenario) -> Callable[[VirtualTime], Wire]:
    """A link of a kind. A serial line of 4 MBd carries pictures; one of 9,600 Bd carries words."""
    match name:
        case "tcp":
            return TcpWire
        case "usblp":
            return UsblpWire
        case _:
            return lambda time: PtyWire(time, SLOW if scenario.slow else FAST)


def played(scenario: Scenario, wire: str) -> list[Judgement]:
    """Let it happen, and judge each ticket."""
    rate = SLOW / 10 if scenario.slow else FAST / 10
    bench = Bench(
        scenario.profile,
        speed_mm=scenario.speed_mm,
        answers=scenario.answers,
        bytes_per_second=rate,
        wire=wire_for(wire, scenario),
    )
    try:
        jobs = [bench.job(f"K {27 + number:03d}") for number in range(scenario.tickets)]
        scenario.setup(bench)
        bench.run_until_settled(SECONDS)
        return [judge(bench, job) for job in jobs]
    finally:
        bench.dispose()


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> Iterator[dict[tuple[str, str], list[Judgement]]]:
    """All judgements; printed when the last test has run."""
    found: dict[tuple[str, str], list[Judgement]] = {}
    yield found
    capture = request.config.pluginmanager.get_plugin("capturemanager")
    if capture is not None and found:
        with capture.global_and_fixture_disabled():
            sys.stdout.write("\n".join(table_lines(found)) + "\n")


def table_lines(found: dict[tuple[str, str], list[Judgement]]) -> list[str]:
    """One line a scenario, one column a transport, and the sums."""
    names = dict.fromkeys(name for name, _ in found)
    lines = ["", f"{'scenario':45}" + "".join(f"{wire:>26}" for wire in WIRES)]
    for name in names:
        cells = (" ".join(map(_cell, found.get((name, wire), []))) for wire in WIRES)
        lines.append(f"{name:45}" + "".join(f"{cell:>26}" for cell in cells))
    every = [one for judged in found.values() for one in judged]
    lines.append(
        f"{len(names)} scenarios, {len(found)} runs, {len(every)} tickets: "
        f"{sum(bool(one.wrong) for one in every)} wrong reports, "
        f"{sum(one.lost for one in every)} lost, {sum(one.doubled for one in every)} doubled"
    )
    return lines


def _cell(one: Judgement) -> str:
    return f"{one.told}/{one.whole}"


@pytest.mark.parametrize("wire", WIRES)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_what_is_told_is_true_on_every_link(
    scenario: Scenario, wire: str, table: dict[tuple[str, str], list[Judgement]]
) -> None:
    judged = table[scenario.name, wire] = played(scenario, wire)

    for one in judged:
        assert not one.wrong, one
        assert not one.lost, one
        assert not one.doubled, one


def test_the_matrix_is_as_large_as_promised() -> None:
    assert len({scenario.name for scenario in SCENARIOS}) >= 40
