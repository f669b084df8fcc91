/** Format of the database file, in its `user_version`; a newer one is refused. */
export const FORMAT = 1;

/**
 * One row per item; index entries contain only a key and refer to their item, so that an index is always
 * current. A stream record, an expiry or a token is a row that is written in the same transaction as its
 * item.
 */
export const SCHEMA = `
CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  commits INTEGER NOT NULL,
  sequence INTEGER NOT NULL
) STRICT;
INSERT INTO state VALUES (1, 0, 0);

CREATE TABLE tables (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL
) STRICT;

CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  tbl INTEGER NOT NULL,
  key BLOB NOT NULL,
  body TEXT NOT NULL,
  size INTEGER NOT NULL,
  expires INTEGER,
  UNIQUE (tbl, key)
) STRICT;
CREATE INDEX expiries ON items (tbl, expires) WHERE expires IS NOT NULL;

CREATE TABLE entries (
  tbl INTEGER NOT NULL,
  name TEXT NOT NULL,
  key BLOB NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (tbl, name, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE records (
  sequence INTEGER PRIMARY KEY,
  tbl INTEGER NOT NULL,
  at INTEGER NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE TABLE tokens (
  token TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX token_ages ON tokens (at);

PRAGMA user_version = ${FORMAT};
`;
