"""Printing for long: tickets in thousands with any faults, a kiosk killed anywhere, noise in millions.

Each of these has a short form that runs always and a long one for `./run soak printing`. A process that
is really killed is in tests/integration/test_printing_sigkill.py; here the printer has faults besides.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from devices.printing.demux import Block, RxDemux
from devices.simulated.printer_engine import Fault
from devices.simulated.printer_profiles import CLONE_BARRIER, EPSON_T88, Profile
from kiosk.domain.devices import PaperOutcome
from kiosk.ports import JobState
from tests.printing import Bench
from tests.printing_faults import judge
from tests.printing_kills import Fuse, run_until_killed

pytestmark = pytest.mark.usefixtures("qapp")

TICKETS_A_RUN = 20
LIFE = 90.0
MENDING: dict[Fault, Fault | None] = {
    Fault.PAPER_OUT: Fault.REFILL,
    Fault.COVER_OPEN: Fault.COVER_CLOSE,
    Fault.HOT: Fault.COOL,
    Fault.JAM: None,
    Fault.JAM_HARD: Fault.JAM_CLEAR,
    Fault.POWER_OFF: Fault.POWER_ON,
    Fault.LINK_CUT: None,
    Fault.MUTE: Fault.UNMUTE,
    Fault.HANG: Fault.UNHANG,
    Fault.DOUBLED: Fault.CLEAN,
    Fault.LOST: Fault.CLEAN,
    Fault.GARBLED: Fault.CLEAN,
    Fault.NOISY: Fault.CLEAN,
    Fault.LATE: Fault.CLEAN,
}


def trouble(bench: Bench, dice: random.Random, moment: float) -> None:
    """Up to two faults around a ticket: at a row, at a byte or at once; mended later."""
    for _ in range(dice.choice((0, 1, 1, 2))):
        fault = dice.choice(list(MENDING))
        rows, byte = dice.randint(1, 1600), dice.randint(1, 50_000)
        arm = dice.choice(
            (
                lambda fault=fault, rows=rows: bench.engine.arm_at_row(rows, fault),
                lambda fault=fault, byte=byte: bench.engine.arm_at_byte(byte, fault),
                lambda fault=fault: bench.engine.apply(fault),
            )
        )
        bench.time.after(moment + dice.uniform(0, 4), arm)
        if (mended := MENDING[fault]) is not None:
            bench.after(moment + dice.uniform(8, 40), mended)


def heal(bench: Bench) -> None:
    """Nothing is wrong any more, and nothing is about to be."""
    bench.engine.disarm()
    for mended in (*MENDING.values(), Fault.JAM_CLEAR):
        if mended is not None:
            bench.engine.apply(mended)


@pytest.fixture(scope="module")
def ends(request: pytest.FixtureRequest) -> Iterator[Counter[str]]:
    """How tickets ended; printed when the last test has run."""
    found: Counter[str] = Counter()
    yield found
    capture = request.config.pluginmanager.get_plugin("capturemanager")
    if capture is not None and found:
        told = ", ".join(f"{count:,} {end}" for end, count in found.most_common())
        with capture.global_and_fixture_disabled():
            sys.stdout.write(f"\n{found.total():,} tickets: {told}; 0 wrong, 0 lost, 0 doubled\n")


def soaked(profile: Profile, seed: int, ends: Counter[str]) -> None:
    """Print tickets while anything happens, then compare what was told with the paper."""
    dice, bench, moment = random.Random(seed), Bench(profile), 0.0
    for number in range(TICKETS_A_RUN):
        bench.job_after(moment, f"K {number:03d}")
        trouble(bench, dice, moment)
        moment += dice.choice((3, 20, 60))
    bench.time.after(moment + 60, lambda: heal(bench))

    bench.run(moment + 60 + LIFE + 60)

    for job in list(bench.journal.jobs.values()):
        judgement = judge(bench, job)
        where = f"{profile.name}, seed {seed}, ticket {job.id}: {judgement}"
        assert not (judgement.wrong or judgement.lost or judgement.doubled), where
        assert judgement.end.ended, where
        ends[judgement.end] += 1


@pytest.mark.parametrize("seed", range(50))
def test_a_thousand_tickets_with_any_faults_are_told_as_they_are(
    seed: int, ends: Counter[str]
) -> None:
    soaked(EPSON_T88 if seed % 4 else CLONE_BARRIER, seed, ends)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1000, 1500))
def test_ten_thousand_tickets_with_any_faults_are_told_as_they_are(
    seed: int, ends: Counter[str]
) -> None:
    soaked(EPSON_T88 if seed % 4 else CLONE_BARRIER, seed, ends)


# --- a kiosk that dies ---


def killed_at(seed: int) -> None:
    """Kill the kiosk at a random byte or commit of a few tickets, sometimes twice, in trouble or not."""
    dice, bench = random.Random(seed), Bench()
    for number in range(3):
        bench.job_after(0.4 * number, f"K {number:03d}")
    if dice.random() < 0.5:
        fault = dice.choice((Fault.PAPER_OUT, Fault.COVER_OPEN, Fault.POWER_OFF, Fault.LINK_CUT))
        bench.engine.arm_at_row(dice.randint(100, 3900), fault)
        if (mended := MENDING[fault]) is not None:
            bench.after(dice.uniform(5, 15), mended)
    for _ in range(dice.choice((1, 2))):
        by_commits = dice.random() < 0.4
        fuse = Fuse(dice.randint(0, 16) if by_commits else dice.randint(0, 90_000))
        run_until_killed(bench, fuse, 20, by_commits=by_commits)
        bench.time.advance(bench.time.monotonic() + dice.uniform(0.5, 3))
        bench.restart()
    bench.time.after(20, lambda: heal(bench))  # a fault may have come after its mending

    bench.run(90)

    for job in list(bench.journal.jobs.values()):
        whole, told = bench.whole_tickets(job), bench.listener.outcomes(job.subject)
        where = f"seed {seed}, ticket {job.id}: {job.state}, {whole} on paper, told {told}"
        assert whole <= 1, where
        assert job.state.ended, where
        assert whole == 1 or job.state is not JobState.DONE, where
        assert whole == 0 or job.state is not JobState.EXPIRED, where
        if job.state is JobState.IN_DOUBT:
            assert told[-1] is PaperOutcome.IN_DOUBT, where


@pytest.mark.parametrize("seed", range(10))
def test_a_kiosk_killed_at_any_byte_or_commit_neither_loses_nor_doubles(seed: int) -> None:
    killed_at(seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1000, 1500))
def test_a_kiosk_killed_at_500_points_neither_loses_nor_doubles(seed: int) -> None:
    killed_at(seed)


# --- noise ---


def fuzzed(count: int) -> None:
    """Noise proves nothing, raises nothing, and ends with four bytes and a NUL."""
    source, marker = random.Random(7), Block(0x37, b'"Pabc')
    for full in (False, True):
        demux = RxDemux(full=full)
        for number in range(count // 2000):
            assert marker not in demux.feed(source.randbytes(1000), float(number))
        demux.feed(bytes(8), 0.0)
        assert marker in demux.feed(b'\x37"Pabc\x00', 0.0)


def test_a_hundred_thousand_bytes_of_noise_prove_nothing() -> None:
    fuzzed(100_000)


@pytest.mark.soak
def test_ten_million_bytes_of_noise_prove_nothing() -> None:
    fuzzed(10_000_000)
