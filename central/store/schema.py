"""The tables, as numbered migrations: a database of any earlier version becomes the newest.

One database belongs to one site, so "unique in the site" is "unique in the table". Times are
RFC 3339 in UTC, days are the site's business days, ids are UUIDs as text. No table holds a name;
the nearest to one is the mask of a booking's.
"""

import sqlite3
from collections.abc import Sequence

_FIRST = """
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE installation (
  id TEXT PRIMARY KEY,
  kiosk TEXT NOT NULL,
  public_key BLOB NOT NULL,
  key_id BLOB NOT NULL,
  software TEXT NOT NULL,
  head_seq INTEGER NOT NULL,
  head_hash TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX installation_key ON installation (key_id);

-- A slot is one kiosk's own series on one day (rule N3).
CREATE TABLE lease (
  day TEXT NOT NULL,
  slot INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  installation TEXT NOT NULL REFERENCES installation (id),
  PRIMARY KEY (day, slot),
  UNIQUE (day, installation, epoch)
) STRICT, WITHOUT ROWID;

-- The last number given, without the epoch's thousands (rule N2).
CREATE TABLE counter (
  day TEXT NOT NULL,
  queue TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last BETWEEN 0 AND 999),
  PRIMARY KEY (day, queue, epoch)
) STRICT, WITHOUT ROWID;

-- `assigned` here, `issued` once the kiosk told what it printed. A label that another ticket
-- already holds is kept and flagged (rule N9): `label_conflict` is 0 for the first holder of a
-- label, 1 for the next, and so on.
CREATE TABLE ticket (
  id TEXT PRIMARY KEY,
  reference BLOB NOT NULL,
  installation TEXT NOT NULL REFERENCES installation (id),
  visit TEXT NOT NULL,
  day TEXT NOT NULL,
  queue TEXT NOT NULL,
  service TEXT NOT NULL,
  label TEXT NOT NULL,
  label_conflict INTEGER NOT NULL DEFAULT 0,
  number INTEGER,
  epoch INTEGER,
  origin TEXT NOT NULL CHECK (origin IN ('authority', 'own')),
  state TEXT NOT NULL CHECK (state IN ('assigned', 'issued')),
  ahead INTEGER,
  at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  priority INTEGER NOT NULL,
  language TEXT NOT NULL,
  channel TEXT NOT NULL,
  spoken_code TEXT,
  paper TEXT,
  reprints INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ticket_label ON ticket (day, label, label_conflict);
CREATE INDEX ticket_queue ON ticket (day, queue, at);
CREATE INDEX ticket_reference ON ticket (reference);

-- Numbers that were given and never printed; nobody is called by them.
CREATE TABLE gap (
  day TEXT NOT NULL,
  queue TEXT NOT NULL,
  number INTEGER NOT NULL,
  ticket TEXT NOT NULL REFERENCES ticket (id),
  at TEXT NOT NULL,
  PRIMARY KEY (day, queue, number)
) STRICT, WITHOUT ROWID;

-- Every link of every kiosk's chain, in the bytes it came in.
CREATE TABLE fact (
  installation TEXT NOT NULL REFERENCES installation (id),
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  status TEXT NOT NULL,
  received_at TEXT NOT NULL,
  PRIMARY KEY (installation, seq)
) STRICT;
CREATE INDEX fact_id ON fact (id);

-- Facts that somebody has to look at.
CREATE TABLE quarantine (
  installation TEXT NOT NULL,
  seq INTEGER NOT NULL,
  problem TEXT NOT NULL,
  PRIMARY KEY (installation, seq),
  FOREIGN KEY (installation, seq) REFERENCES fact (installation, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_call (
  fact TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  kiosk TEXT NOT NULL,
  screen TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_call_at ON staff_call (at);

-- Single use of identity codes: a random number and until when to remember it, nothing else.
CREATE TABLE used_code (
  jti TEXT PRIMARY KEY,
  forget_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE health (
  installation TEXT PRIMARY KEY REFERENCES installation (id),
  at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  printer TEXT NOT NULL,
  camera TEXT NOT NULL,
  outbox INTEGER NOT NULL,
  software TEXT NOT NULL,
  catalogue_etag TEXT
) STRICT, WITHOUT ROWID;
"""

_SECOND = """
-- Online bookings. A digest stands for the code, which only its owner knows, and a mask for the
-- name; both are deleted a week after the booking's end.
CREATE TABLE booking (
  id TEXT PRIMARY KEY,
  code_sha256 TEXT NOT NULL UNIQUE,
  service TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  place TEXT,
  masked_name TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX booking_starts ON booking (starts, id);
CREATE INDEX booking_ends ON booking (ends);

-- A second ticket for one booking is kept and flagged, as a label's second holder is:
-- `booking_conflict` is 0 for the ticket that was taken first, 1 for the next, and so on. A ticket
-- may name a booking that is not in the table: deleted since, or lost with an earlier database.
ALTER TABLE ticket ADD COLUMN booking TEXT;
ALTER TABLE ticket ADD COLUMN booking_conflict INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX ticket_booking ON ticket (booking, booking_conflict)
  WHERE booking IS NOT NULL;

-- The satisfaction survey (SKM): no name, and one for each ticket at most.
CREATE TABLE survey (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  language TEXT NOT NULL,
  agency TEXT NOT NULL,
  service TEXT,
  ticket TEXT UNIQUE,
  gender TEXT,
  age TEXT,
  education TEXT,
  occupation TEXT,
  comment TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX survey_at ON survey (at);

CREATE TABLE survey_answer (
  survey TEXT NOT NULL REFERENCES survey (id),
  element TEXT NOT NULL,
  value INTEGER NOT NULL CHECK (value BETWEEN 1 AND 4),
  PRIMARY KEY (survey, element)
) STRICT, WITHOUT ROWID;
"""

_THIRD = """
-- Receipts for documents (tanda terima): what was handed in with a ticket, and when its result is
-- promised. The label and service are the ticket's of then. `documents` is a JSON list of texts.
CREATE TABLE receipt (
  id TEXT PRIMARY KEY,
  ticket TEXT NOT NULL REFERENCES ticket (id),
  label TEXT NOT NULL,
  service TEXT NOT NULL,
  documents TEXT NOT NULL,
  received TEXT NOT NULL,
  promised TEXT NOT NULL,
  spoken_code TEXT NOT NULL,
  printed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_received ON receipt (received, id);
CREATE INDEX receipt_promised ON receipt (promised);
"""

_FOURTH = """
-- What kiosks tell of their ledgers: facts nobody understood, facts of installations they were
-- before that are still to come, and whether they have a slot for numbers of their own.
ALTER TABLE health ADD COLUMN quarantined INTEGER NOT NULL DEFAULT 0;
ALTER TABLE health ADD COLUMN former INTEGER NOT NULL DEFAULT 0;
ALTER TABLE health ADD COLUMN slot INTEGER NOT NULL DEFAULT 1;
-- Every key that signs or signed codes: central's own (no installation) and those of its kiosks. A
-- revoked key stays, so that what it signed is known to be worth nothing.
CREATE TABLE signing_key (
  public_key BLOB PRIMARY KEY,
  key_id BLOB NOT NULL,
  signer TEXT NOT NULL CHECK (signer IN ('kiosk', 'central')),
  installation TEXT REFERENCES installation (id),
  since TEXT NOT NULL,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX signing_key_installation ON signing_key (installation);
INSERT OR IGNORE INTO signing_key (public_key, key_id, signer, installation, since)
  SELECT public_key, key_id, 'kiosk', id, first_seen FROM installation;
"""

_FIFTH = """
-- What kiosks tell of their printer: paper left by estimate, how well it proves a ticket, its model.
ALTER TABLE health ADD COLUMN paper_percent INTEGER;
ALTER TABLE health ADD COLUMN tickets_left INTEGER;
ALTER TABLE health ADD COLUMN printer_level INTEGER;
ALTER TABLE health ADD COLUMN printer_model TEXT NOT NULL DEFAULT '';
"""

_SIXTH = """
-- The change feed: what kiosks and pages should look at again, in the order of commits, whichever
-- process commits. A number is taken inside the writing transaction, of which SQLite has one at a time.
CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  id TEXT NOT NULL
) STRICT;

CREATE TRIGGER booking_added AFTER INSERT ON booking
  BEGIN INSERT INTO change (kind, id) VALUES ('bookings', NEW.id); END;
CREATE TRIGGER booking_changed AFTER UPDATE ON booking
  BEGIN INSERT INTO change (kind, id) VALUES ('bookings', NEW.id); END;
CREATE TRIGGER booking_deleted AFTER DELETE ON booking
  BEGIN INSERT INTO change (kind, id) VALUES ('bookings', OLD.id); END;
CREATE TRIGGER receipt_added AFTER INSERT ON receipt
  BEGIN INSERT INTO change (kind, id) VALUES ('receipts', NEW.id); END;
CREATE TRIGGER receipt_changed AFTER UPDATE ON receipt
  BEGIN INSERT INTO change (kind, id) VALUES ('receipts', NEW.id); END;
CREATE TRIGGER receipt_deleted AFTER DELETE ON receipt
  BEGIN INSERT INTO change (kind, id) VALUES ('receipts', OLD.id); END;
CREATE TRIGGER key_added AFTER INSERT ON signing_key
  BEGIN INSERT INTO change (kind, id) VALUES ('keys', lower(hex(NEW.key_id))); END;
CREATE TRIGGER key_changed AFTER UPDATE ON signing_key
  BEGIN INSERT INTO change (kind, id) VALUES ('keys', lower(hex(NEW.key_id))); END;
CREATE TRIGGER ticket_added AFTER INSERT ON ticket
  BEGIN INSERT INTO change (kind, id) VALUES ('tickets', NEW.id); END;
CREATE TRIGGER ticket_changed AFTER UPDATE OF day, queue, label, state ON ticket
  BEGIN INSERT INTO change (kind, id) VALUES ('tickets', NEW.id); END;
CREATE TRIGGER ticket_with_booking_added AFTER INSERT ON ticket WHEN NEW.booking IS NOT NULL
  BEGIN INSERT INTO change (kind, id) VALUES ('bookings', NEW.booking); END;
CREATE TRIGGER ticket_with_booking_changed AFTER UPDATE OF label, state, booking ON ticket
  WHEN NEW.booking IS NOT NULL
  BEGIN INSERT INTO change (kind, id) VALUES ('bookings', NEW.booking); END;
"""

_SEVENTH = """
-- What kiosks said once a week they had told, and whether it was here.
CREATE TABLE digest (
  installation TEXT NOT NULL REFERENCES installation (id),
  week TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  missing INTEGER NOT NULL,
  received_at TEXT NOT NULL,
  PRIMARY KEY (installation, week)
) STRICT, WITHOUT ROWID;
"""

_EIGHTH = """
-- What notices that a kiosk's disk went back in time: one kind for the life of an installation (N6).
ALTER TABLE installation ADD COLUMN witness TEXT NOT NULL DEFAULT 'clock';
"""

_NINTH = """
-- What remains of tickets that are kept no more.
CREATE TABLE day_total (
  day TEXT NOT NULL,
  queue TEXT NOT NULL,
  service TEXT NOT NULL,
  channel TEXT NOT NULL,
  origin TEXT NOT NULL,
  tickets INTEGER NOT NULL,
  PRIMARY KEY (day, queue, service, channel, origin)
) STRICT, WITHOUT ROWID;
"""

_TENTH = """
-- What kiosks tell of themselves besides; null is unknown. `told` is JSON: printers, versions and
-- components, in the form in which they travel.
ALTER TABLE health ADD COLUMN scanner TEXT;
ALTER TABLE health ADD COLUMN disk_free_mb INTEGER;
ALTER TABLE health ADD COLUMN celsius INTEGER;
ALTER TABLE health ADD COLUMN clock_trusted INTEGER;
ALTER TABLE health ADD COLUMN last_print TEXT;
ALTER TABLE health ADD COLUMN last_visit TEXT;
ALTER TABLE health ADD COLUMN application TEXT;
ALTER TABLE health ADD COLUMN told TEXT NOT NULL DEFAULT '{}';
"""

_ELEVENTH = """
-- Troubles of kiosks. One that has not lasted long enough has not begun as an alert; `told` and
-- `end_told` are when the site's webhooks were to be told.
CREATE TABLE alert (
  id TEXT PRIMARY KEY,
  kiosk TEXT NOT NULL,
  rule TEXT NOT NULL,
  since TEXT NOT NULL,
  begun TEXT,
  clear_since TEXT,
  ended TEXT,
  figure TEXT NOT NULL,
  told TEXT,
  end_told TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX alert_open ON alert (kiosk, rule) WHERE ended IS NULL;
CREATE INDEX alert_ended ON alert (ended);

-- What is to be sent to webhooks, in the exact bytes, in the order in which it was made.
CREATE TABLE telling (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  alert TEXT NOT NULL,
  hook TEXT NOT NULL,
  body TEXT NOT NULL,
  made TEXT NOT NULL,
  tries INTEGER NOT NULL,
  next_try TEXT NOT NULL,
  done TEXT,
  given_up INTEGER NOT NULL DEFAULT 0,
  problem TEXT
) STRICT;
CREATE INDEX telling_waiting ON telling (hook, next_try) WHERE done IS NULL;
CREATE INDEX telling_alert ON telling (alert);
"""

_TWELFTH = """
-- How far a kiosk is with our orders: the newest that counted, and why the last one refused was.
ALTER TABLE health ADD COLUMN newest_order INTEGER NOT NULL DEFAULT 0;
ALTER TABLE health ADD COLUMN refused_order TEXT NOT NULL DEFAULT '';
"""

MIGRATIONS: tuple[str, ...] = (
    _FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH, _SIXTH, _SEVENTH, _EIGHTH, _NINTH, _TENTH, _ELEVENTH,
    _TWELFTH,
)  # fmt: skip


class NewerDatabase(Exception):
    """The database was written by a newer program than this one."""


def migrate(connection: sqlite3.Connection, migrations: Sequence[str] = MIGRATIONS) -> None:
    """Bring the database to the newest version, each step a transaction of its own."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(migrations):
        raise NewerDatabase(f"version {version}, this program knows {len(migrations)}")
    for number, script in enumerate(migrations[version:], start=version + 1):
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {number}; COMMIT;"
            )
        except sqlite3.Error:
            if connection.in_transaction:
                connection.rollback()
            raise
