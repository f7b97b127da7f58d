"""The log: one event a line, no secret in it, and every event documented."""

import ast
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.label import AuthorityLabel, QueueCode
from kiosk.domain.trace import trace_of
from kiosk.log import Log
from tests.samples import ROOT

NOON = datetime(2026, 8, 6, 5, 0, tzinfo=UTC)


def written(event: str, **fields: object) -> str:
    """What one call writes."""
    stream = io.StringIO()
    Log(stream, lambda: NOON)(event, **fields)
    return stream.getvalue()


def test_a_line_is_time_event_and_fields() -> None:
    line = written("ticket.recorded", label=AuthorityLabel(QueueCode("K"), 27), own=False)

    assert json.loads(line) == {
        "at": "2026-08-06T05:00:00.000+00:00",
        "event": "ticket.recorded",
        "label": "K 027",
        "own": False,
    }


@pytest.mark.parametrize(
    "secret",
    ["3201010101900001", "a3201010101900001b", "0" * 40, "٣" * 16],
    ids=["16 digits", "within letters", "40 digits", "other digits"],
)
def test_sixteen_digits_in_a_row_never_reach_the_stream(secret: str) -> None:
    line = written("bug", error=f"bad value {secret}", nested=[{"deep": secret}])

    assert secret not in line
    assert line.count("<number>") == 2
    assert json.loads(line)["event"] == "bug"


def test_a_number_that_long_leaves_a_line_that_still_reads() -> None:
    line = written("bug", number=3201010101900001, share=0.1234567890123456)

    assert "3201010101900001" not in line
    assert json.loads(line)["number"] == "<number>"


def test_shorter_numbers_ids_and_times_stay() -> None:
    ticket = UUID("019fd4eb-d0a0-7482-bb1f-64f562443700")

    line = written("paper", ticket=ticket, count=123456789012345)

    assert str(ticket) in line
    assert "123456789012345" in line


def test_a_line_break_in_a_field_does_not_break_the_line() -> None:
    assert written("bug", error="one\ntwo\r\n").count("\n") == 1


def test_half_a_sign_from_outside_is_written_as_an_escape() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, "utf-8")

    Log(stream, lambda: NOON)("catalogue.refused", complaints=["layanan \ud83d: unknown"])

    assert json.loads(raw.getvalue())["complaints"] == ["layanan \ud83d: unknown"]


fields = st.dictionaries(
    st.text(min_size=1).filter(lambda name: name not in ("at", "event", "self")),
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    max_size=4,
)


@given(fields)
def test_every_line_is_one_json_object_without_sixteen_digits(found: dict[str, object]) -> None:
    line = written("event", **found)

    assert line.endswith("\n")
    assert isinstance(json.loads(line), dict)
    longest = max(len(run) for run in "".join(c if c.isdigit() else " " for c in line).split(" "))
    assert longest < 16


class FullDisk(io.StringIO):
    """A stream of a disk that has no room left."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


def test_a_full_disk_costs_a_line_and_nothing_else() -> None:
    Log(FullDisk(), lambda: datetime(2026, 8, 6, tzinfo=UTC))("started")


def test_every_line_is_there_at_once() -> None:
    stream = _Counting()

    Log(stream, lambda: NOON)("started")

    assert stream.flushed == 1


class _Counting(io.StringIO):
    flushed = 0

    def flush(self) -> None:
        self.flushed += 1


# --- docs/reference/log.md --------------------------------------------------------------------


def events_in(file: Path) -> Iterator[str]:
    """The events a source file writes: string constants given first to something called log or note."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and _is_log(node.func):
            for part in ast.walk(node.args[0]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def _is_log(called: ast.expr) -> bool:
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in ("log", "_log", "note", "_note")


def test_the_documented_events_are_those_the_kiosk_writes() -> None:
    text = (ROOT / "docs/reference/log.md").read_text("utf-8")
    documented = [line.split("`")[1] for line in text.splitlines() if line.startswith("| `")]

    files = [file for folder in ("kiosk", "devices") for file in (ROOT / folder).rglob("*.py")]
    found = {event for file in files for event in events_in(file)}

    assert documented == sorted(found)


def test_a_bug_is_told_by_where_it_came_from_and_never_by_its_words() -> None:
    def parse(code: str) -> int:
        return int(code)

    def take(code: str) -> int:
        try:
            return parse(code)
        except ValueError as error:
            raise KeyError(code) from error

    shown = "-".join(("SITI", "3201"))  # not as it stands in the lines of this file
    with pytest.raises(KeyError) as caught:
        take(shown)

    told = trace_of(caught.value)
    assert shown not in told
    assert told.index("in parse") < told.index("ValueError\n") < told.rindex("in take")
    assert told.endswith("KeyError\n")
