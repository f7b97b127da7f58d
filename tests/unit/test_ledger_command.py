"""What staff see of a ledger: whether it hangs together, what it holds, and no name."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.domain.ticket import Ticket
from kiosk.ledger_command import complaints
from kiosk.schema import MIGRATIONS, migrate
from kiosk.sqlite_store import SqliteStore
from tests.fakes import FakeTime
from tests.ledgers import assigned, draft, grant, paper, stamp
from tests.samples import SITI

Said = pytest.CaptureFixture[str]


@pytest.fixture
async def ledger(tmp_path: Path) -> Path:
    """Two tickets of a former installation, and one of the present."""
    path = tmp_path / "ledger.sqlite"
    with closing(SqliteStore(path, FakeTime())) as store:
        await store.keep_grant(grant())
        for number in (1, 2, 3):
            wish = draft(number)
            made = await store.record(wish, assigned(number), stamp(wish), paper, own_allowed=False)
            assert isinstance(made, Ticket)
            if number == 2:
                await store.begin_installation("lineage-fenced")
    return path


def change(path: Path, command: str) -> None:
    """Somebody changes the file beside the store."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(command)


async def test_a_ledger_that_hangs_together_is_said_to(ledger: Path, capsys: Said) -> None:
    assert main(["ledger", "verify", str(ledger)]) == 0

    assert capsys.readouterr().out == (
        "3 tickets, 1 facts, 2 of former installations: nothing wrong\n"
    )


@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        ("UPDATE outbox SET body = replace(body, 'K 003', 'K 004')", "chain: fact 1 was changed"),
        ("UPDATE former_fact SET hash = ? || hash WHERE seq = 1", "fact 1 was changed"),
        ("DELETE FROM former_fact WHERE seq = 1", "fact 1 is missing"),
        ("UPDATE outbox SET body = substr(body, 2)", "chain: fact 1 was changed"),
        ("DELETE FROM outbox", "ticket K 003 of 2026-08-06: no fact tells of it"),
    ],
)
async def test_what_somebody_changed_is_told(
    ledger: Path, capsys: Said, command: str, complaint: str
) -> None:
    change(ledger, command.replace("? ||", "'0' ||"))

    assert main(["ledger", "verify", str(ledger)]) == 1

    assert complaint in capsys.readouterr().out


def steps_to_verify(path: Path, tickets: int) -> int:
    """Steps of SQLite's machine, for a ledger of so many tickets."""
    taken = 0

    def step() -> None:
        nonlocal taken
        taken += 1

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection)
        connection.execute("BEGIN")
        for number in range(tickets):
            day, label, key = "2026-08-06", f"K {number}", number.to_bytes(16)
            body = json.dumps({"day": day, "label": label})
            connection.execute(
                "INSERT INTO ticket VALUES (?, ?, x'', ?, ?, 'K', '', '', 0, '', '', '', 0, ?, '', NULL)",
                (key, key, label, day, str(number)),
            )
            connection.execute(
                "INSERT INTO outbox (id, kind, body, hash) VALUES (?, 'ticket.issued', ?, '')",
                (key, body),
            )
        connection.execute("COMMIT")
        connection.set_progress_handler(step, 1)
        assert not [told for told in complaints(connection) if told.startswith("ticket")]
        return taken


def test_a_ledger_of_four_times_the_size_takes_four_times_the_work(tmp_path: Path) -> None:
    small = steps_to_verify(tmp_path / "small.sqlite", 250)
    large = steps_to_verify(tmp_path / "large.sqlite", 1000)

    assert large < 6 * small


async def test_the_newest_tickets_are_shown_with_their_paper(ledger: Path, capsys: Said) -> None:
    assert main(["ledger", "show", str(ledger), "--most", "1"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert "paper queued" in lines[0]
    assert lines[1] == "facts: 1 new"


async def test_facts_are_exported_as_they_are_told(ledger: Path, capsys: Said) -> None:
    assert main(["ledger", "export", str(ledger)]) == 0

    (fact,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (fact["seq"], fact["kind"], fact["state"]) == (1, "ticket.issued", "new")
    assert json.loads(fact["body"])["label"] == "K 003"


@pytest.mark.parametrize("command", ["verify", "show", "export"])
async def test_nothing_that_is_said_holds_a_name(ledger: Path, capsys: Said, command: str) -> None:
    main(["ledger", command, str(ledger)])

    assert SITI.masked_name not in capsys.readouterr().out


def older(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 3")


@pytest.mark.parametrize(
    ("prepare", "told"),
    [
        (lambda file: None, "no such file"),
        (Path.mkdir, "no such file"),
        (Path.touch, f"no ledger; this program reads version {len(MIGRATIONS)}"),
        (older, f"a ledger of version 3; this program reads version {len(MIGRATIONS)}"),
        (lambda file: file.write_text("not a database" * 100), "file is not a database"),
    ],
    ids=["none", "folder", "empty", "older", "other"],
)
def test_what_is_no_ledger_is_refused_in_one_line(
    tmp_path: Path, capsys: Said, prepare: Callable[[Path], object], told: str
) -> None:
    file = tmp_path / "other.sqlite"
    prepare(file)

    assert main(["ledger", "verify", str(file)]) == 2

    assert capsys.readouterr().err == f"{file}: {told}\n"
