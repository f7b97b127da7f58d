"""The docs lead where they say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.samples import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?://)([^)#]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"\./run ([a-z]+)")


def links(page: Path) -> Iterator[Path]:
    """Every file a page leads to."""
    for target in LINK.findall(page.read_text("utf-8")):
        yield page.parent / target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    # Pictures are made from a running kiosk and may be made anew at any time.
    missing = [target for target in links(page) if target.suffix != ".png" and not target.exists()]

    assert missing == []


def test_every_command_in_the_docs_is_one_of_the_front_door() -> None:
    known = set(COMMAND.findall((ROOT / "run").read_text("utf-8")))

    for page in PAGES:
        assert set(COMMAND.findall(page.read_text("utf-8"))) <= known, page.name


def test_both_readmes_begin_with_the_same_two_commands() -> None:
    for name in ("README.md", "README.id.md"):
        lines = (ROOT / name).read_text("utf-8").splitlines()
        assert lines[2] == "```"
        assert [line.split("#")[0].strip() for line in lines[3:5]] == ["./run demo", "./run test"]


def test_both_readmes_show_the_same_pictures() -> None:
    shown = [
        [target for target in links(ROOT / name) if target.suffix == ".png"]
        for name in ("README.md", "README.id.md")
    ]

    assert shown[0] == shown[1]
    assert len(shown[0]) == 9


def test_every_rule_of_numbers_that_code_cites_is_told() -> None:
    rule = re.compile(r"\bN[1-9]\b")
    told = set(rule.findall((ROOT / "docs/explanation/numbers.md").read_text("utf-8")))
    files = [file for folder in ("kiosk", "central") for file in (ROOT / folder).rglob("*.py")]

    cited = {name for file in files for name in rule.findall(file.read_text("utf-8"))}

    assert cited <= told


def test_every_threat_names_tests_that_exist_or_says_that_nothing_is_built() -> None:
    page = (ROOT / "docs/explanation/threats.md").read_text("utf-8")
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| T")]

    missing = [
        f"{file}::{name}"
        for row in rows
        for file, name in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row[3])
        if f"def {name}(" not in (ROOT / file).read_text("utf-8")
    ]

    assert [row[0] for row in rows] == [f"| T{number}" for number in range(1, 20)]
    assert missing == []
    assert [row[0] for row in rows if "::" not in row[3] and row[3] != "not built"] == []
