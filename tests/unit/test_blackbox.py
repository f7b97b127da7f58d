"""The black box keeps the last things that happened through a kill, and can keep nothing of a person."""

import json
import os
import signal
import subprocess
import sys
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import pytest

from kiosk import blackbox
from kiosk.blackbox import KEPT, RECORD_BYTES, BlackBox, events
from kiosk.cli import main
from kiosk.domain import happening
from kiosk.domain.devices import PrinterState
from kiosk.domain.events import Back
from kiosk.domain.happening import Ended, LinkTold, PrinterTold, Stepped, WentAmiss
from kiosk.domain.states import Idle
from kiosk.ports import KioskError
from tests import samples
from tests.samples import ROOT

NOON = datetime(2026, 8, 6, 5, 0, 0, 123_000, tzinfo=UTC)
KINDS: tuple[type, ...] = typing.get_args(happening.Happening)


@contextmanager
def box(path: Path) -> Iterator[BlackBox]:
    """A black box that is closed in the end."""
    made = BlackBox(path, lambda: NOON)
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / blackbox.FILE


def test_what_happened_is_read_back_in_order(path: Path) -> None:
    with box(path) as kept:
        kept.note(PrinterTold(PrinterState.PAPER_OUT))
        kept.note(LinkTold(online=False))

        found = events(path)

    assert [(one.number, one.kind, one.words) for one in found] == [
        (1, "Began", ()),
        (2, "PrinterTold", ("paper-out",)),
        (3, "LinkTold", ("no",)),
    ]
    assert {one.at for one in found} == {NOON}


def test_the_newest_two_hundred_stay_in_a_file_that_never_grows(path: Path) -> None:
    with box(path) as kept:
        size = path.stat().st_size
        for number in range(3 * KEPT):
            kept.note(LinkTold(online=number % 2 == 0))

        found = events(path)

    assert [one.number for one in found] == [*range(2 * KEPT + 2, 3 * KEPT + 2)]
    assert path.stat().st_size == size == KEPT * RECORD_BYTES


def test_another_start_goes_on_where_the_last_one_ended(path: Path) -> None:
    with box(path):
        pass
    with box(path):
        pass

    assert [(one.number, one.kind) for one in events(path)] == [
        *((1, "Began"), (2, "Ended"), (3, "Began"), (4, "Ended")),
    ]


def test_a_killed_kiosk_loses_nothing(path: Path) -> None:
    program = (
        "import os, signal, sys; from datetime import datetime, UTC; from pathlib import Path\n"
        "from kiosk.blackbox import BlackBox; from kiosk.domain.happening import LinkTold\n"
        "box = BlackBox(Path(sys.argv[1]), lambda: datetime.now(UTC))\n"
        "for number in range(50): box.note(LinkTold(online=True))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )

    done = subprocess.run([sys.executable, "-c", program, str(path)], cwd=ROOT, check=False)

    assert done.returncode == -signal.SIGKILL
    assert [one.kind for one in events(path)] == ["Began"] + 50 * ["LinkTold"]


def test_only_start_and_end_are_synced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fdatasync", synced.append)

    with box(path) as kept:
        for _ in range(KEPT):
            kept.note(LinkTold(online=True))

    assert len(synced) == 2


@pytest.mark.parametrize("offset", [0, 8, 20, RECORD_BYTES - 1])
def test_a_damaged_record_is_left_out(path: Path, offset: int) -> None:
    with box(path) as kept:
        kept.note(LinkTold(online=True))
    raw = bytearray(path.read_bytes())
    raw[2 * RECORD_BYTES + offset] ^= 0x55

    path.write_bytes(raw)

    assert [one.number for one in events(path)] == [1, 3]


@pytest.mark.parametrize("raw", [b"", b"x" * 300, bytes(50_000)])
def test_a_file_that_is_none_holds_nothing_and_is_used_all_the_same(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)

    with box(path):
        assert [one.kind for one in events(path)] == ["Began"]


def test_no_file_is_no_trouble_and_a_folder_is_told(path: Path) -> None:
    assert events(path) == []

    path.mkdir()

    with pytest.raises(KioskError):
        events(path)


def test_a_disk_that_fails_costs_the_record_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with box(path) as kept:
        monkeypatch.setattr(os, "pwrite", full)
        kept.note(LinkTold(online=True))
        monkeypatch.undo()

    assert [one.number for one in events(path)] == [1, 3]


# --- nothing of a person ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_nothing_that_is_remembered_has_room_for_a_text_or_a_number(kind: type) -> None:
    for name, told in typing.get_type_hints(kind).items():
        choice = isinstance(told, type) and (issubclass(told, StrEnum) or told is bool)
        name_of_ours = typing.get_origin(told) is type or all(
            typing.get_origin(one) is type for one in typing.get_args(told) or [str]
        )

        assert choice or name_of_ours, f"{name}: {told}"


def test_every_class_of_the_module_is_one_that_the_test_above_has_looked_at() -> None:
    made_here = {
        one
        for one in vars(happening).values()
        if isinstance(one, type) and one.__module__ == happening.__name__
    }

    assert made_here == set(KINDS)


@pytest.mark.parametrize("told", ["Siti", 3209123456789012, b"payload", None, ["Siti"]])
def test_what_has_no_name_of_ours_is_refused(path: Path, told: object) -> None:
    wrong = LinkTold(told)  # type: ignore[arg-type] # what mypy forbids is tried

    with box(path) as kept, pytest.raises(TypeError):
        kept.note(wrong)

    assert [one.kind for one in events(path)] == ["Began", "Ended"]


def test_every_state_and_event_leaves_the_name_of_its_class_only(path: Path) -> None:
    steps = [
        Stepped(type(one), Idle) for one in {type(one): one for one in samples.events()}.values()
    ]
    steps += [
        Stepped(Back, type(one)) for one in {type(one): one for one in samples.states()}.values()
    ]
    with box(path) as kept:
        for step in steps:
            kept.note(step)

        told = [one.words for one in events(path) if one.kind == "Stepped"]

    assert told == [(step.by.__name__, step.state.__name__) for step in steps]


def test_of_a_bug_stays_its_kind(path: Path) -> None:
    with box(path) as kept:
        kept.note(WentAmiss(type(ValueError("NIK 3209123456789012"))))

    assert b"3209" not in path.read_bytes()
    assert events(path)[1].words == ("ValueError",)


def test_a_record_has_room_for_every_state_and_event() -> None:
    longest = [
        max(len(type(one).__name__) for one in found)
        for found in (samples.events(), samples.states())
    ]

    assert max(longest) <= 40
    assert len("Stepped") + sum(longest) + 2 <= 108


# --- kiosk blackbox ---------------------------------------------------------------------------


def test_staff_see_the_newest_in_order(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with box(path) as kept:
        kept.note(PrinterTold(PrinterState.JAM))

    assert main(["blackbox", "show", str(path), "--most", "2"]) == 0

    assert capsys.readouterr().out == (
        "     2  2026-08-06 05:00:00.123  PrinterTold    jam\n"
        "     3  2026-08-06 05:00:00.123  Ended\n"
    )


def test_programs_read_it_as_json(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with box(path) as kept:
        kept.note(PrinterTold(PrinterState.JAM))

    assert main(["blackbox", "show", str(path), "--json"]) == 0

    assert json.loads(capsys.readouterr().out.splitlines()[1]) == {
        **{"number": 2, "at": "2026-08-06T05:00:00.123+00:00"},
        **{"kind": "PrinterTold", "words": ["jam"]},
    }


def test_an_empty_box_and_an_unreadable_one_are_told_apart(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["blackbox", "show", str(path)]) == 1
    assert capsys.readouterr().err == f"{path}: no event of a black box in it\n"

    path.mkdir()

    assert main(["blackbox", "show", str(path)]) == 2
    assert str(path) in capsys.readouterr().err


def test_a_clock_that_is_far_off_hides_nothing(path: Path) -> None:
    hour = [datetime(1970, 1, 1, tzinfo=UTC)]
    for year in (1970, 9000):
        hour[0] = hour[0].replace(year=year)
        found = BlackBox(path, lambda: hour[0])
        found.note(Ended())
        found.close()

    assert [one.number for one in events(path)] == [*range(1, 7)]
    assert events(path)[0].at == NOON.replace(year=1970, month=1, day=1, hour=0, microsecond=0)
    assert events(path)[-1].at - events(path)[0].at > timedelta(days=365_000)
