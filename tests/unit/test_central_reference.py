"""The reference of the API is the API: every address, code, kind and example of it."""

import json
import re
from pathlib import Path

import pytest

from central.api.problems import document
from central.app import build_app
from central.facts import NotUnderstood, read_fact
from central.refusal import Code, Refusal
from central.settings import Settings
from tests.contract.world import CATALOGUE, HERE, StandingClock, example

TEXT = (Path(__file__).parents[2] / "docs" / "reference" / "api.md").read_text("utf-8")
EXAMPLES = re.findall(r"```json (\w+) (\w+)\n(.*?)```", TEXT, re.DOTALL)


def test_every_address_is_named(tmp_path: Path) -> None:
    app = build_app(Settings(tmp_path, StandingClock(), CATALOGUE))

    paths = {route.path_format for route in app.routes}
    missing = [path for path in paths if f"{path}`" not in TEXT]

    assert len(paths) > 10
    assert missing == []


@pytest.mark.parametrize("code", Code)
def test_every_problem_is_told_with_its_status(code: Code) -> None:
    problem = document(Refusal(code, ""))
    again = "yes" if problem.retryable else "no"

    assert f"| `{code}` | {problem.status} | {again} |" in TEXT


def test_every_kind_of_fact_is_named_and_understood() -> None:
    kinds = re.findall(r"^\| `(\w+\.\w+)` \|", TEXT, re.MULTILINE)

    for kind in kinds:
        with pytest.raises(NotUnderstood, match="invalid-body"):
            read_fact(kind, "{}")
    assert len(kinds) == 9


@pytest.mark.parametrize(("stem", "part", "text"), EXAMPLES)
def test_every_example_is_one_of_the_contract(stem: str, part: str, text: str) -> None:
    shown = example(stem)[part]
    if "body_file" in shown:
        shown = {"body": json.loads((HERE / shown["body_file"]).read_bytes())}
    assert json.loads(text) == shown["body"]
