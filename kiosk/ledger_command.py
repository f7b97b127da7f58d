"""`kiosk ledger`: verify, show and export a ledger file, for staff; the kiosk may be running.

The file is only read. Nothing in it names a visitor but papers that wait, and those are left out.
"""

import argparse
import json
import re
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from kiosk.domain.chain import chain
from kiosk.retention import Gone, gone
from kiosk.schema import MIGRATIONS

FINE, BROKEN, UNUSABLE = 0, 1, 2
HASH = re.compile("[0-9a-f]{64}")
Link = tuple[int, str, str]


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code: 0 fine, 1 something is wrong in it, 2 it cannot be read."""
    options = _parser().parse_args(arguments)
    work: Callable[[sqlite3.Connection], int] = {
        "verify": _verify,
        "show": lambda connection: _show(connection, options.most),
        "export": _export,
    }[options.command]
    try:
        with closing(_opened(options.file)) as connection:
            return work(connection)
    except sqlite3.Error as error:
        told = error if options.file.is_file() else "no such file"
        sys.stderr.write(f"{options.file}: {told}\n")
        return UNUSABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk ledger", description="Look into a ledger file.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in (
        ("verify", "check the file, the chain of facts, and that each ticket is one of them"),
        ("show", "the newest tickets, one a line, and how far their facts came"),
        ("export", "every fact as it is told, one JSON object a line"),
    ):
        command = commands.add_parser(name, help=words)
        command.add_argument(
            "file", type=Path, help="DATA/ledger.sqlite, or one that was moved aside"
        )
        if name == "show":
            command.add_argument("--most", type=int, default=20, help="how many tickets")
    return parser


def _opened(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != len(MIGRATIONS):
            kind = f"a ledger of version {version}" if version else "no ledger"
            raise sqlite3.DatabaseError(f"{kind}; this program reads version {len(MIGRATIONS)}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")


def _verify(connection: sqlite3.Connection) -> int:
    found = [*complaints(connection)]
    for complaint in found:
        _say(complaint)
    tickets, facts = _count(connection, "ticket"), _count(connection, "outbox")
    former = _count(connection, "former_fact")
    _say(f"{tickets} tickets, {facts} facts, {former} of former installations: "
         f"{len(found) or 'nothing'} wrong")  # fmt: skip
    return BROKEN if found else FINE


def _count(connection: sqlite3.Connection, table: str) -> int:
    query = f"SELECT count(*) FROM {table}"  # noqa: S608 - our own table names
    return int(connection.execute(query).fetchone()[0])


def complaints(connection: sqlite3.Connection) -> Iterator[str]:
    """All that is wrong in it; a kiosk keeps some 45,000 tickets, so no look is a look at all others."""
    for (told,) in connection.execute("PRAGMA quick_check(10)"):
        if told != "ok":
            yield f"file: {told}"
    removed = gone(connection)
    outbox = connection.execute(
        "SELECT seq, body, hash FROM outbox WHERE seq > ? ORDER BY seq", (removed.seq,)
    )
    yield from _breaks("chain", removed, outbox)
    formers = connection.execute(
        "SELECT installation, gone_seq, gone_hash FROM former ORDER BY number"
    )
    for old, *before in formers.fetchall():
        links = connection.execute(
            "SELECT seq, body, hash FROM former_fact WHERE installation = ? AND seq > ? "
            "ORDER BY seq",
            (old, before[0]),
        )
        yield from _breaks(f"chain of {old}", Gone(*before), links)
    untold = connection.execute(
        "SELECT day, label FROM ticket EXCEPT "
        "SELECT json_extract(fact, '$.day'), json_extract(fact, '$.label') FROM "
        "(SELECT kind, iif(json_valid(body), body, '{}') AS fact FROM outbox UNION ALL "
        "SELECT kind, iif(json_valid(body), body, '{}') FROM former_fact) "
        "WHERE kind = 'ticket.issued'"
    )
    for day, label in untold:
        yield f"ticket {label} of {day}: no fact tells of it"


def _breaks(name: str, removed: Gone, links: Iterable[Link]) -> Iterator[str]:
    """Where a chain does not hang together, from where it begins."""
    previous, expected = removed.hash, removed.seq + 1
    for seq, body, digest in links:
        computed = chain(previous, body)
        if seq != expected:
            yield f"{name}: fact {expected} is missing"
        elif digest != computed:
            yield f"{name}: fact {seq} was changed"
        previous = digest if HASH.fullmatch(digest) else computed
        expected = seq + 1


def _show(connection: sqlite3.Connection, most: int) -> int:
    rows = connection.execute(
        "SELECT day, label, service, at, origin, "
        "(SELECT state FROM job WHERE subject = ticket.id ORDER BY id LIMIT 1) "
        "FROM ticket ORDER BY at DESC LIMIT ?",
        (most,),
    )
    for day, label, service, at, origin, paper in rows:
        _say(f"{day}  {label:<12} {at}  {origin:<9} paper {paper or '-':<9} {service}")
    states = connection.execute("SELECT state, count(*) FROM outbox GROUP BY state ORDER BY state")
    _say("facts: " + (", ".join(f"{count} {state}" for state, count in states) or "none"))
    return FINE


def _export(connection: sqlite3.Connection) -> int:
    for seq, kind, body, digest, state, problem in connection.execute(
        "SELECT seq, kind, body, hash, state, problem FROM outbox ORDER BY seq"
    ):
        fact = {"seq": seq, "kind": kind, "state": state, "problem": problem, "hash": digest}
        _say(json.dumps({**fact, "body": body}, ensure_ascii=False))
    return FINE
