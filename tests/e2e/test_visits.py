"""Kiosks that live for a while: visitors, faults at random, and nothing lost, doubled or grown."""

import os
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from random import Random

import pytest

from kiosk.demo import Demo
from tests.ledger.report import Counted, counted
from tests.visits import SIZE, TEXT_BYTES_PER_SECOND, Growth, Left, Site, Visited, wrong

__all__ = ["counted"]

MINUTES = float(os.environ.get("SOAK_MINUTES", "10"))
SEED = int(os.environ.get("SOAK_SEED", "1"))
KIOSKS = ("A-01", "A-02", "A-03", "A-04")
KILLED = KIOSKS[2:]
"""The others live on, so that what grows can be seen to grow."""
GROWTH_MOST_MB = 5.0
FILES_MOST = 3
TICKET = "0198a000-0000-7000-8000-000000000001"


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    demos: list[Demo] = []
    try:
        for name in KIOSKS:
            demo = Demo(
                tmp_path / name, SIZE, printer_bytes_per_second=TEXT_BYTES_PER_SECOND,
                kiosk=name, site=demos[0] if demos else None,
            )  # fmt: skip
            demos.append(demo)
            await demo.start()
        yield Site(
            [
                Visited(name, demo, name in KILLED, Random(f"{SEED} {name}"))
                for name, demo in zip(KIOSKS, demos, strict=True)
            ]
        )
    finally:
        for demo in reversed(demos):
            await demo.stop()


@pytest.mark.soak
async def test_visits_under_faults_lose_nothing_double_nothing_and_grow_nothing(
    site: Site, counted: Counted
) -> None:
    await site.live(MINUTES * 60)

    left = {kiosk.name: await kiosk.left() for kiosk in site.kiosks}
    server = site.server_rows()
    complaints = wrong(left, server)
    grown = [each for kiosk in site.kiosks for each in kiosk.growth()]
    stalls = [line for kiosk in site.kiosks for line in kiosk.logged("screen.stalled")]
    bugs = [line for kiosk in site.kiosks for line in kiosk.logged("bug")]
    told = report(site, left, complaints, grown, stalls)
    counted("; ".join(told))
    assert complaints == []
    assert bugs == []
    assert sum(kiosk.visits for kiosk in site.kiosks) > MINUTES
    assert grown, "no kiosk lived long enough"
    assert [one for one in grown if one.megabytes > GROWTH_MOST_MB or one.files > FILES_MOST] == []
    assert stalls == []


def report(
    site: Site,
    left: dict[str, Left],
    complaints: list[str],
    grown: list[Growth],
    stalls: Sequence[object],
) -> list[str]:
    """What was counted."""
    faults = sum((kiosk.faults for kiosk in site.kiosks), Counter[str]())
    ends = Counter(str(job["state"]) for one in left.values() for job in one.jobs)
    broken = sum((kiosk.broken_off for kiosk in site.kiosks), Counter[str]())
    return [
        f"{MINUTES:g} minutes, {len(site.kiosks)} kiosks, seed {SEED}, load {os.getloadavg()[1]:.1f}",
        f"{sum(kiosk.visits for kiosk in site.kiosks)} visits, "
        f"{broken.total()} broken off {dict(broken)}",
        f"faults {dict(faults)}",
        f"{sum(len(one.tickets) for one in left.values())} tickets, ends of printing {dict(ends)}, "
        f"{sum(len(one.papers) for one in left.values())} whole papers",
        f"lost or doubled: {len(complaints)} {complaints[:5]}",
        f"grown: {', '.join(map(str, grown))}",
        f"screens stood still over 2 s: {len(stalls)} {stalls[:5]}; this process late over 0.5 s: "
        f"{len(site.lateness)}, most {max((late for _, late in site.lateness), default=0):.1f} s",
    ]


def left_of(*, label: str = "K 001", papers: int = 1, end: str = "done") -> Left:
    ticket = {"id": TICKET, "label": label, "code": "code"}
    return Left([label], [ticket], [{"ticket": TICKET, "state": end}], ["code"] * papers)


SERVER = [{"id": TICKET, "label": "K 001", "state": "issued"}]


@pytest.mark.parametrize(
    ("left", "server", "complaint"),
    [
        (left_of(), SERVER, ""),
        (left_of(papers=0, end="expired"), SERVER, ""),
        (left_of(papers=0, end="in-doubt"), SERVER, ""),
        (left_of(papers=2), SERVER, "A-01: K 001 ended as done and has 2 papers, 0 pieces"),
        (left_of(papers=0), SERVER, "A-01: K 001 ended as done and has 0 papers, 0 pieces"),
        (left_of(end="expired"), SERVER, "A-01: K 001 ended as expired and has 1 papers, 0 pieces"),
        (left_of(), [], f"server never heard of ticket {TICKET}"),
        (left_of(), SERVER * 2, f"server has 2 of ticket {TICKET}"),
        (Left([], [], [], []), SERVER, f"no ledger has ticket {TICKET}"),
        (Left(["K 001"], [], [], []), [], "A-01: K 001 was shown and is not kept"),
        (Left([], [], [], ["code"]), [], "A-01: 1 papers of no ticket"),
    ],
)  # fmt: skip
def test_what_is_lost_or_doubled_is_told(
    left: Left, server: list[dict[str, str]], complaint: str
) -> None:
    assert wrong({"A-01": left}, server) == ([complaint] if complaint else [])


def test_one_label_of_two_kiosks_is_told() -> None:
    other = Left([], [{"id": "2", "label": "K 001", "code": "other"}], [], [])

    assert wrong({"A-01": left_of(), "A-02": other}, SERVER)[0] == "label K 001 was given 2 times"
