"""Schema 100, the first. A released schema is never edited: the next step is another file."""

SQL = """
-- What the archive says of itself: "written_by" is the version of the program that last wrote it.
-- This table never changes its shape: programs of any age read it.
CREATE TABLE about (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row a record: what belongs to the archive first, then the fields of the record.
-- sort_key puts the newest last: the day of the meeting (of the creation while that is not known)
-- and, within a day, the number. deleted_at is set while the record lies in the bin.
CREATE TABLE minutes (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sort_key INTEGER NOT NULL UNIQUE,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    form TEXT NOT NULL,
    meeting_kind TEXT NOT NULL,
    meeting_headline TEXT NOT NULL,
    meeting_issuing_name TEXT NOT NULL,
    meeting_issuing_parent TEXT NOT NULL,
    meeting_issuing_symbol TEXT NOT NULL,
    meeting_issuing_place TEXT NOT NULL,
    meeting_working_party TEXT NOT NULL,
    meeting_host_id TEXT,
    meeting_host_name TEXT,
    meeting_host_directory_id TEXT,
    meeting_purpose TEXT NOT NULL,
    meeting_period_reported TEXT NOT NULL,
    meeting_period_ahead TEXT NOT NULL,
    meeting_date TEXT,
    meeting_day_part TEXT,
    meeting_start TEXT,
    meeting_end_date TEXT,
    meeting_end TEXT,
    meeting_place TEXT NOT NULL,
    meeting_documents_used TEXT NOT NULL,
    meeting_press TEXT NOT NULL,
    meeting_recording TEXT NOT NULL,
    tally_met INTEGER,
    tally_total INTEGER
) STRICT;

-- The list is read in the order of sort_key, of the kept or of the binned, filtered by one of
-- these, so that neither a page of it nor its count reads the table.
CREATE INDEX minutes_by_newest ON minutes (deleted_at, sort_key);

CREATE INDEX minutes_by_state ON minutes (deleted_at, state, sort_key);

CREATE INDEX minutes_by_host ON minutes (deleted_at, meeting_host_name, sort_key);

-- The items of a record. holder_id is what holds the item (the record itself, for the outermost),
-- ordinal its place among its siblings from 0. Ids are unique within a record, so that a copy of a
-- record may keep them.
CREATE TABLE attendee (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    "group" INTEGER NOT NULL,
    head_count INTEGER,
    honorific TEXT NOT NULL,
    body TEXT NOT NULL,
    role TEXT NOT NULL,
    attendance TEXT NOT NULL,
    reason TEXT NOT NULL,
    substitute TEXT NOT NULL,
    arrived TEXT,
    "left" TEXT,
    person_id TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id)
) STRICT;

CREATE TABLE position (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id),
    FOREIGN KEY (minutes_number, holder_id)
        REFERENCES attendee (minutes_number, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE agenda_item (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id)
) STRICT;

CREATE TABLE result (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    field TEXT NOT NULL,
    agenda_item TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id)
) STRICT;

CREATE TABLE indicator (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    field TEXT NOT NULL,
    rate_value TEXT,
    rate_written TEXT,
    rate_kind TEXT NOT NULL,
    estimated INTEGER NOT NULL,
    better TEXT NOT NULL,
    reading TEXT,
    agenda_item TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id)
) STRICT;

-- Indicators and targets both hold measures, so that the holder is no foreign key here.
CREATE TABLE measure (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    actual_value TEXT,
    actual_written TEXT,
    plan_value TEXT,
    plan_written TEXT,
    unit TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id)
) STRICT;

CREATE TABLE direction (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    field TEXT NOT NULL,
    agenda_item TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id)
) STRICT;

CREATE TABLE target (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    field TEXT NOT NULL,
    better TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id)
) STRICT;

CREATE TABLE speech (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    part TEXT NOT NULL,
    speaker TEXT NOT NULL,
    time TEXT,
    opener TEXT NOT NULL,
    joiner TEXT NOT NULL,
    agenda_item TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id)
) STRICT;

CREATE TABLE passage (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    opens_paragraph INTEGER NOT NULL,
    purpose TEXT NOT NULL,
    answers TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id),
    FOREIGN KEY (minutes_number, holder_id)
        REFERENCES speech (minutes_number, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE assignment (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    task TEXT NOT NULL,
    lead_id TEXT,
    lead_name TEXT,
    lead_directory_id TEXT,
    deadline_written TEXT,
    deadline_date TEXT,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id),
    FOREIGN KEY (minutes_number, holder_id)
        REFERENCES passage (minutes_number, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE body (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    directory_id TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id),
    FOREIGN KEY (minutes_number, holder_id)
        REFERENCES assignment (minutes_number, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE vote (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    subject TEXT NOT NULL,
    method TEXT NOT NULL,
    in_favour INTEGER,
    against INTEGER,
    other INTEGER,
    agenda_item TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id)
) STRICT;

CREATE TABLE issuance (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    number TEXT NOT NULL,
    symbol TEXT NOT NULL,
    place TEXT NOT NULL,
    date TEXT,
    draft INTEGER,
    copies INTEGER,
    urgency TEXT NOT NULL,
    security TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id)
) STRICT;

CREATE TABLE signatory (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    side TEXT NOT NULL,
    authority TEXT NOT NULL,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id),
    FOREIGN KEY (minutes_number, holder_id)
        REFERENCES issuance (minutes_number, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE recipient (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id),
    FOREIGN KEY (minutes_number, holder_id)
        REFERENCES issuance (minutes_number, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE unsorted_paragraph (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id)
) STRICT;

-- The directories. folded is the name without marks and case.
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    folded TEXT NOT NULL,
    name TEXT NOT NULL,
    honorific TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE person_position (
    holder_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (holder_id, id)
) STRICT;

CREATE TABLE known_body (
    id TEXT NOT NULL PRIMARY KEY,
    folded TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT;

-- The rowid is the record's sort_key, so that the newest come first without sorting. The tokenizer
-- evens out case; exact keeps the marks, folded has none. The prefixes are the first letters of a
-- word, which very many words share.
CREATE VIRTUAL TABLE search USING fts5 (
    exact,
    folded,
    tokenize = 'unicode61 remove_diacritics 0',
    prefix = '1 2 3'
);
"""
