"""What remains in the ledger of installations this kiosk was before.

A kiosk takes a new installation id when central knows another past of the old one: its disk was
restored or copied, or its key was lost. The old chain is kept as it was; what central has not got of
it is sent under the old id, or becomes part of the new chain, with the ids the facts always had.
"""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from kiosk import digests, retention
from kiosk.ports import FormerBacklog, OutboxCounts, OutboxFact, Pushed

_GRANTED = "granted"
_WITNESS = "witness"


def note_grant(connection: sqlite3.Connection, epoch: int) -> None:
    """The present installation is one that central grants something, in this epoch.

    A later epoch means that central was restored: what former installations told may be lost there.
    """
    known = connection.execute("SELECT value FROM meta WHERE key = 'epoch'").fetchone()
    if known is not None and epoch > int(known[0]):
        connection.execute(
            "UPDATE former_fact SET state = 'new', problem = NULL "
            "WHERE state IN ('acked', 'quarantined')"
        )
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, '1')", (_GRANTED,))
    connection.execute(
        "INSERT INTO meta (key, value) VALUES ('epoch', ?) "
        "ON CONFLICT (key) DO UPDATE SET value = max(value, excluded.value)",
        (str(epoch),),  # one digit: the text's order is the number's
    )


def was_granted(connection: sqlite3.Connection) -> bool:
    """Whether the present installation is one that central grants something."""
    query = "SELECT 1 FROM meta WHERE key = ?"
    return connection.execute(query, (_GRANTED,)).fetchone() is not None


def noted(connection: sqlite3.Connection) -> str:
    """What the witness said last of the present installation."""
    query = "SELECT value FROM meta WHERE key = ?"
    row = connection.execute(query, (_WITNESS,)).fetchone()
    return "" if row is None else str(row[0])


def note(connection: sqlite3.Connection, said: str) -> None:
    """What the witness says of the number in this transaction."""
    if said != noted(connection):
        row = (_WITNESS, said)
        connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", row)


def begin(connection: sqlite3.Connection, fresh: UUID, reason: str, now: datetime) -> None:
    """Become `fresh`.

    Slots go with the old id: what it printed with them before it went back in time is forgotten here.
    """
    (old,) = connection.execute("SELECT value FROM meta WHERE key = 'installation'").fetchone()
    connection.execute(
        "INSERT INTO former (installation, ended_at, reason, gone_seq, gone_hash) "
        "VALUES (?, ?, ?, ?, ?)",
        (old, now.isoformat(), reason, *retention.gone(connection)),
    )
    connection.execute(
        "INSERT INTO former_fact (installation, seq, id, kind, body, hash, state, problem) "
        "SELECT ?, seq, id, kind, body, hash, state, problem FROM outbox",
        (old,),
    )
    connection.execute("DELETE FROM outbox")
    connection.execute("DELETE FROM sqlite_sequence WHERE name = 'outbox'")
    connection.execute("DELETE FROM lease")
    digests.forget(connection)
    retention.forget(connection)
    connection.execute("DELETE FROM meta WHERE key = ?", (_GRANTED,))
    connection.execute("UPDATE meta SET value = ? WHERE key = 'installation'", (str(fresh),))


def backlog(connection: sqlite3.Connection, most: int) -> FormerBacklog | None:
    """The oldest facts that wait, of the oldest installation that has any."""
    row = connection.execute(
        "SELECT former.installation, gone_hash FROM former JOIN former_fact USING (installation) "
        "WHERE state = 'new' ORDER BY former.number LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    rows = connection.execute(
        "SELECT seq, id, kind, body, hash FROM former_fact "
        "WHERE installation = ? AND state = 'new' ORDER BY seq LIMIT ?",
        (row[0], most),
    ).fetchall()
    facts = tuple(OutboxFact(seq, UUID(bytes=id_), *rest) for seq, id_, *rest in rows)
    before = connection.execute(
        "SELECT hash FROM former_fact WHERE installation = ? AND seq = ?",
        (row[0], facts[0].seq - 1),
    ).fetchone()
    return FormerBacklog(UUID(row[0]), before[0] if before else row[1], facts)


def acknowledge(connection: sqlite3.Connection, installation: UUID, pushed: Pushed) -> None:
    """Note what central has; what it did not understand stays, as everywhere."""
    refused = [result for result in pushed.results if not result.accepted]
    connection.executemany(
        "UPDATE former_fact SET state = 'quarantined', problem = ? "
        "WHERE installation = ? AND id = ?",
        [(result.problem, str(installation), result.id.bytes) for result in refused],
    )
    connection.execute(
        "UPDATE former_fact SET state = 'acked' "
        "WHERE installation = ? AND state = 'new' AND seq <= ?",
        (str(installation), pushed.acked_seq),
    )


def carry_over(
    connection: sqlite3.Connection, installation: UUID, append: Callable[[UUID, str, str], None]
) -> int:
    """Append to the present chain what waits of a former one: id, kind, body. Returns how many."""
    rows = connection.execute(
        "SELECT seq, id, kind, body FROM former_fact "
        "WHERE installation = ? AND state = 'new' ORDER BY seq",
        (str(installation),),
    ).fetchall()
    for _, id_, kind, body in rows:
        append(UUID(bytes=id_), kind, body)
    connection.execute(
        "UPDATE former_fact SET state = 'carried' WHERE installation = ? AND state = 'new'",
        (str(installation),),
    )
    return len(rows)


def counts(connection: sqlite3.Connection) -> OutboxCounts:
    """How many facts wait, were not understood, and wait from before."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM outbox WHERE state = 'new'), "
        "(SELECT count(*) FROM outbox WHERE state = 'quarantined') + "
        "(SELECT count(*) FROM former_fact WHERE state = 'quarantined'), "
        "(SELECT count(*) FROM former_fact WHERE state = 'new')"
    ).fetchone()
    return OutboxCounts(*row)
