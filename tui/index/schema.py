"""Tables of the store. What is asked often has a column of its own; what is shown whole lies in `doc` (see `codec`).

Rows of `event` are wide, as its reports lie in them: the two indices on it hold every column that a filter asks about, by number and
by day, so that what must look at all events looks at a few bytes of each.
"""

from __future__ import annotations

VERSION = 11
"""Raised with every change of the tables: an index of another version is built anew."""

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
  n INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, doc TEXT NOT NULL,
  published_earliest INTEGER, published_latest INTEGER
);
CREATE TABLE source_name (name TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (name, source)) WITHOUT ROWID;
CREATE TABLE event (
  n INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, title TEXT NOT NULL, placed INTEGER NOT NULL, earliest INTEGER, latest INTEGER,
  day INTEGER, reports INTEGER NOT NULL, contested INTEGER NOT NULL, tags TEXT NOT NULL,
  low INTEGER NOT NULL, high INTEGER NOT NULL, reported TEXT NOT NULL, disputed TEXT NOT NULL
);
CREATE INDEX event_asked ON event (n, day, placed, earliest, latest, reports, contested, low, high);
CREATE INDEX event_by_day ON event (day, n, contested, reports, placed, earliest, latest, low, high);
CREATE TABLE report (id TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE event_source (source TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (source, n)) WITHOUT ROWID;
CREATE INDEX event_source_by_event ON event_source (n, source);
CREATE TABLE event_actor (actor TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (actor, n)) WITHOUT ROWID;
CREATE INDEX event_actor_by_event ON event_actor (n, actor);
CREATE TABLE actor_name (actor TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE event_role (actor TEXT NOT NULL, role TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (actor, role, n)) WITHOUT ROWID;
CREATE INDEX event_role_by_event ON event_role (n, actor, role);
CREATE TABLE spelling (
  actor TEXT NOT NULL, words TEXT NOT NULL, source TEXT NOT NULL, reports INTEGER NOT NULL, PRIMARY KEY (actor, words, source)
) WITHOUT ROWID;
CREATE TABLE event_tag (tag TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (tag, n)) WITHOUT ROWID;
CREATE TABLE event_place (place TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (place, n)) WITHOUT ROWID;
CREATE INDEX event_place_by_event ON event_place (n, place);
CREATE TABLE flag (
  n INTEGER NOT NULL, ord INTEGER NOT NULL, field TEXT, kind TEXT, verdict TEXT, strength REAL NOT NULL,
  flagged INTEGER NOT NULL, open INTEGER NOT NULL, doubtful INTEGER NOT NULL, readings INTEGER NOT NULL,
  reason TEXT NOT NULL, low INTEGER, high INTEGER, unknown INTEGER, at_most INTEGER NOT NULL,
  top INTEGER NOT NULL, PRIMARY KEY (n, ord)
) WITHOUT ROWID;
CREATE INDEX flag_open ON flag (n, ord) WHERE flagged AND open AND NOT top;
CREATE INDEX flag_strength ON flag (strength DESC, n, ord) WHERE flagged;
CREATE INDEX flag_agreed ON flag (strength DESC, n, ord) WHERE NOT flagged AND readings > 1;
CREATE INDEX flag_kind ON flag (kind, n) WHERE kind IS NOT NULL;
CREATE INDEX flag_field ON flag (field, verdict, n);
CREATE TABLE source_pair (
  a TEXT NOT NULL, b TEXT NOT NULL, shared INTEGER NOT NULL, agreed INTEGER NOT NULL, clashed INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE TABLE source_record (
  source TEXT PRIMARY KEY, reports INTEGER NOT NULL, events INTEGER NOT NULL, first INTEGER NOT NULL,
  corrections INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX flag_verdict ON flag (verdict, field, n);
CREATE TABLE problem (n INTEGER PRIMARY KEY, doc TEXT NOT NULL);
CREATE TABLE finding (ord INTEGER PRIMARY KEY, n INTEGER, doc TEXT NOT NULL);
CREATE INDEX finding_of_event ON finding (n);
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize="unicode61 remove_diacritics 2");
"""

_STATEMENTS = tuple(SCHEMA.strip().removesuffix(";").split(";\n"))
TABLES = tuple(statement for statement in _STATEMENTS if not statement.startswith("CREATE INDEX"))
INDICES = tuple(statement for statement in _STATEMENTS if statement.startswith("CREATE INDEX"))
"""Made once the rows are there: sorting all rows once costs a third of keeping an index in order row by row."""
TEXT_BUFFER = 16_000_000
"""Bytes of the text index held in memory before a piece of it is written; pieces have to be merged again."""
