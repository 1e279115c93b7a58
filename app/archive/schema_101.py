"""Schema 101: versions, exports, revisions and the log of states. A minor one: it only adds."""

SQL = """
-- Bytes kept for the tables below, each content once by its SHA-256. packing is "plain", or "zlib"
-- where that is smaller; with a base, the base's own bytes are zlib's dictionary. size is that of
-- the bytes unpacked.
CREATE TABLE content (
    number INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    packing TEXT NOT NULL,
    base_number INTEGER REFERENCES content (number),
    bytes BLOB NOT NULL
) STRICT;

CREATE INDEX content_by_base ON content (base_number);

-- What a record was at some time: its canonical JSON. reason is why it was kept: opening, export,
-- finish, timer.
CREATE TABLE version (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    content_number INTEGER NOT NULL REFERENCES content (number),
    PRIMARY KEY (minutes_number, number)
) STRICT;

CREATE INDEX version_by_content ON version (content_number);

-- A document that was written, and the version of the record that it says. hash is the SHA-256 of
-- the whole file; its bytes are those of its parts, one after the other.
CREATE TABLE export (
    number INTEGER PRIMARY KEY,
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    version_number INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    draft INTEGER,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    hash TEXT NOT NULL,
    FOREIGN KEY (minutes_number, version_number)
        REFERENCES version (minutes_number, number) ON DELETE CASCADE
) STRICT;

CREATE INDEX export_by_version ON export (minutes_number, version_number);

CREATE TABLE export_part (
    export_number INTEGER NOT NULL REFERENCES export (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    content_number INTEGER NOT NULL REFERENCES content (number),
    PRIMARY KEY (export_number, ordinal)
) STRICT;

CREATE INDEX export_part_by_content ON export_part (content_number);

-- A record as it was finished: its canonical JSON, the schema number of that JSON, the office that
-- finished it, and the documents that were its exports then.
CREATE TABLE revision (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    office TEXT NOT NULL,
    json_schema INTEGER NOT NULL,
    version_number INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (minutes_number, number),
    FOREIGN KEY (minutes_number, version_number)
        REFERENCES version (minutes_number, number) ON DELETE CASCADE
) STRICT;

CREATE INDEX revision_by_version ON revision (minutes_number, version_number);

CREATE TABLE revision_export (
    minutes_number INTEGER NOT NULL,
    revision_number INTEGER NOT NULL,
    export_number INTEGER NOT NULL REFERENCES export (number) ON DELETE CASCADE,
    PRIMARY KEY (minutes_number, revision_number, export_number),
    FOREIGN KEY (minutes_number, revision_number)
        REFERENCES revision (minutes_number, number) ON DELETE CASCADE
) STRICT;

CREATE INDEX revision_export_by_export ON revision_export (export_number);

-- How the state of a record changed, and why it was reopened.
CREATE TABLE state_change (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (minutes_number, number)
) STRICT;

-- Records that were erased: their ids only, so that a backup brings none of them back.
CREATE TABLE erasure (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL
) STRICT;

-- What is evidence is never rewritten, only erased as a whole.
CREATE TRIGGER content_stays BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'content is never changed'); END;

CREATE TRIGGER version_stays BEFORE UPDATE ON version
BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END;

CREATE TRIGGER export_stays BEFORE UPDATE ON export
BEGIN SELECT RAISE(ABORT, 'an export is never changed'); END;

CREATE TRIGGER revision_stays BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;

CREATE TRIGGER state_change_stays BEFORE UPDATE ON state_change
BEGIN SELECT RAISE(ABORT, 'the log of states is never changed'); END;
"""
