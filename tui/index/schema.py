"""Tables of the store. What is asked often has a column of its own; what is shown whole lies in `doc` (see `codec`).

What a filter asks lies in `posting`: a set of event numbers for every value (see `postings`). Rows of `event` are wide, as its
reports lie in them: what must look at the times of many events looks at an index that holds nothing else.
"""

from __future__ import annotations

VERSION = 23
"""Raised with every change of the tables, or of what goes into them: an index of another version is built anew."""

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (n INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, published_latest INTEGER);
CREATE TABLE place (n INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, name TEXT NOT NULL, doc TEXT NOT NULL);
CREATE TABLE place_name (name TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID;
CREATE TABLE source_name (name TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (name, source)) WITHOUT ROWID;
CREATE TABLE event (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL, placed INTEGER NOT NULL, earliest INTEGER, latest INTEGER,
  day INTEGER, reports INTEGER NOT NULL, contested INTEGER NOT NULL, tags TEXT NOT NULL,
  low INTEGER NOT NULL, high INTEGER NOT NULL, reported BLOB NOT NULL, disputed BLOB NOT NULL
);
CREATE UNIQUE INDEX event_id ON event (id);
CREATE INDEX event_asked ON event (n, earliest, latest, contested);
CREATE TABLE report (id TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE posting (name TEXT NOT NULL, value TEXT NOT NULL, events INTEGER NOT NULL, held BLOB NOT NULL);
CREATE INDEX posting_counts ON posting (name, value, events);
CREATE TABLE run (first INTEGER PRIMARY KEY, stop INTEGER NOT NULL, day INTEGER, reports INTEGER NOT NULL);
CREATE TABLE block (
  block INTEGER PRIMARY KEY, ends_first INTEGER NOT NULL, ends_last INTEGER NOT NULL,
  begins_first INTEGER NOT NULL, begins_last INTEGER NOT NULL, stands_first INTEGER NOT NULL, stands_last INTEGER NOT NULL
);
CREATE TABLE actor_name (actor TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE spelling (
  actor TEXT NOT NULL, words TEXT NOT NULL, source TEXT NOT NULL, reports INTEGER NOT NULL, PRIMARY KEY (actor, words, source)
) WITHOUT ROWID;
CREATE TABLE flag (
  n INTEGER NOT NULL, ord INTEGER NOT NULL, field TEXT, kind TEXT, verdict TEXT, strength REAL NOT NULL,
  flagged INTEGER NOT NULL, open INTEGER NOT NULL, doubtful INTEGER NOT NULL, readings INTEGER NOT NULL,
  reason TEXT NOT NULL, low INTEGER, high INTEGER, unknown INTEGER, at_most INTEGER NOT NULL,
  top INTEGER NOT NULL, PRIMARY KEY (n, ord)
) WITHOUT ROWID;
CREATE INDEX flag_strength ON flag (strength DESC, n, ord) WHERE flagged;
CREATE INDEX flag_agreed ON flag (strength DESC, n, ord) WHERE NOT flagged AND readings > 1;
CREATE TABLE source_pair (
  a TEXT NOT NULL, b TEXT NOT NULL, shared INTEGER NOT NULL, agreed INTEGER NOT NULL, clashed INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE TABLE source_record (
  source TEXT PRIMARY KEY, reports INTEGER NOT NULL, events INTEGER NOT NULL, first INTEGER NOT NULL,
  corrections INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE problem (n INTEGER PRIMARY KEY, doc TEXT NOT NULL);
CREATE TABLE finding (ord INTEGER PRIMARY KEY, n INTEGER, doc TEXT NOT NULL);
CREATE INDEX finding_of_event ON finding (n);
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize="unicode61 remove_diacritics 2");
"""

_STATEMENTS = tuple(SCHEMA.strip().removesuffix(";").split(";\n"))
TABLES = tuple(statement for statement in _STATEMENTS if "INDEX" not in statement)
INDICES = tuple(statement for statement in _STATEMENTS if "INDEX" in statement)
"""Made once the rows are there: sorting all rows once costs a third of keeping an index in order row by row."""
TEXT_BUFFER = 16_000_000
"""Bytes of the text index held in memory before a piece of it is written; pieces have to be merged again."""
