"""The ledger's file and tables; `PRAGMA user_version` counts the numbered migrations applied."""

import sqlite3

from kiosk.domain.chain import GENESIS

FILE = "ledger.sqlite"
MIGRATIONS = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE catalogue (one INTEGER PRIMARY KEY CHECK (one = 1), raw BLOB NOT NULL);
    CREATE TABLE lease (day TEXT PRIMARY KEY, slot INTEGER NOT NULL, epoch INTEGER NOT NULL)
        WITHOUT ROWID;
    CREATE TABLE series (
        day TEXT NOT NULL, queue TEXT NOT NULL, minute INTEGER NOT NULL, rank INTEGER NOT NULL,
        PRIMARY KEY (day, queue)
    ) WITHOUT ROWID;
    CREATE TABLE ticket (
        id BLOB PRIMARY KEY, reference BLOB NOT NULL UNIQUE, visit BLOB NOT NULL,
        label TEXT NOT NULL, day TEXT NOT NULL, queue TEXT NOT NULL, service TEXT NOT NULL,
        at TEXT NOT NULL, priority INTEGER NOT NULL, language TEXT NOT NULL,
        channel TEXT NOT NULL, origin TEXT NOT NULL, ahead INTEGER,
        spoken_code TEXT NOT NULL UNIQUE, code TEXT NOT NULL,
        UNIQUE (day, label)
    ) WITHOUT ROWID;
    CREATE INDEX ticket_service ON ticket (day, service);
    CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE, kind TEXT NOT NULL,
        body TEXT NOT NULL, hash TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'new',
        problem TEXT
    );
    CREATE INDEX outbox_new ON outbox (seq) WHERE state = 'new';
    CREATE TABLE job (
        id INTEGER PRIMARY KEY AUTOINCREMENT, ticket BLOB NOT NULL REFERENCES ticket (id),
        paper TEXT, made_at TEXT NOT NULL, state TEXT NOT NULL, attempt INTEGER NOT NULL DEFAULT 0,
        copy INTEGER NOT NULL DEFAULT 0, detail TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX job_open ON job (id) WHERE state NOT IN ('done', 'expired', 'in-doubt');
    """,
    # Bookings and surveys: a booking becomes one ticket, a ticket is judged once.
    """
    CREATE TABLE bookings (one INTEGER PRIMARY KEY CHECK (one = 1), raw BLOB NOT NULL);
    ALTER TABLE ticket ADD COLUMN booking BLOB;
    CREATE UNIQUE INDEX ticket_booking ON ticket (booking) WHERE booking IS NOT NULL;
    CREATE TABLE rated (ticket BLOB PRIMARY KEY) WITHOUT ROWID;
    """,
    # What a printer said before a job, and what was learned of each printer.
    """
    ALTER TABLE job ADD COLUMN claim TEXT NOT NULL DEFAULT '';
    CREATE TABLE printer (serial TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
    """,
    # Papers that are no tickets, and receipts for documents: a job is of what its subject names.
    """
    CREATE TABLE receipts (one INTEGER PRIMARY KEY CHECK (one = 1), raw BLOB NOT NULL);
    CREATE TABLE paper_job (
        id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, subject BLOB NOT NULL,
        paper TEXT, made_at TEXT NOT NULL, state TEXT NOT NULL, attempt INTEGER NOT NULL DEFAULT 0,
        copy INTEGER NOT NULL DEFAULT 0, detail TEXT NOT NULL DEFAULT '',
        claim TEXT NOT NULL DEFAULT ''
    );
    INSERT INTO paper_job (id, kind, subject, paper, made_at, state, attempt, copy, detail, claim)
        SELECT id, 'ticket', ticket, paper, made_at, state, attempt, copy, detail, claim FROM job;
    DROP TABLE job;
    ALTER TABLE paper_job RENAME TO job;
    CREATE INDEX job_open ON job (id) WHERE state NOT IN ('done', 'expired', 'in-doubt');
    CREATE INDEX job_subject ON job (subject);
    """,
    # Installations this kiosk was before, and their chains: new, acked, quarantined or carried over.
    """
    CREATE TABLE former (
        number INTEGER PRIMARY KEY, installation TEXT NOT NULL UNIQUE, ended_at TEXT NOT NULL,
        reason TEXT NOT NULL
    );
    CREATE TABLE former_fact (
        installation TEXT NOT NULL REFERENCES former (installation), seq INTEGER NOT NULL,
        id BLOB NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL,
        state TEXT NOT NULL, problem TEXT, PRIMARY KEY (installation, seq)
    ) WITHOUT ROWID;
    CREATE INDEX former_new ON former_fact (installation, seq) WHERE state = 'new';
    CREATE INDEX outbox_quarantined ON outbox (seq) WHERE state = 'quarantined';
    INSERT INTO meta (key, value) SELECT 'granted', '1' WHERE EXISTS (SELECT 1 FROM lease);
    """,
    # Whose signatures count.
    """
    CREATE TABLE keyring (one INTEGER PRIMARY KEY CHECK (one = 1), raw BLOB NOT NULL);
    """,
    # The newest fact that was removed of a chain that ended: what remains begins after it.
    f"""
    ALTER TABLE former ADD COLUMN gone_seq INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE former ADD COLUMN gone_hash TEXT NOT NULL DEFAULT '{GENESIS}';
    """,
    # Central's orders that counted here, so that none counts twice and no older one ever.
    """
    CREATE TABLE central_order (version INTEGER PRIMARY KEY, text TEXT NOT NULL, policy INTEGER NOT NULL);
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Apply the migrations that are missing, each in one transaction."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        # Operational, for the file is sound: whoever opens it must not take it for a broken one.
        raise sqlite3.OperationalError(f"ledger is of a newer version ({version})")
    for number in range(version, len(MIGRATIONS)):
        connection.executescript(
            f"BEGIN IMMEDIATE; {MIGRATIONS[number]} PRAGMA user_version = {number + 1}; COMMIT;"
        )
