"""What the proofs counted, told at the end of the run and kept in a file by the long ones."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

COUNTED = "counted"
REPORTS = Path("var")
Counted = Callable[[str], None]


@pytest.fixture
def counted(record_property: Callable[[str, object], None]) -> Counted:
    """Tell what was counted."""
    return lambda words: record_property(COUNTED, words)


def lines(reports: list[Any]) -> Iterator[str]:
    """What each test counted, in the order of their names."""
    for report in sorted(reports, key=lambda one: one.nodeid):
        for name, words in getattr(report, "user_properties", ()):
            if name == COUNTED and report.when == "call":
                test = report.nodeid.rpartition("::")[2]
                yield f"{test} ({report.outcome}, {report.duration:.0f} s): {words}"


def summarise(terminal: Any, *, soak: str) -> None:
    """Print the counts; the soak of a part writes them down as well."""
    told = [*lines([*terminal.stats.get("passed", ()), *terminal.stats.get("failed", ())])]
    if not told:
        return
    terminal.section("counts")
    for line in told:
        terminal.line(line)
    if soak:
        REPORTS.mkdir(exist_ok=True)
        report = REPORTS / f"soak-{soak}.md"
        report.write_text(f"# Soak of {soak}\n\n" + "".join(f"- {line}\n" for line in told))
        terminal.line(f"written to {report}")
