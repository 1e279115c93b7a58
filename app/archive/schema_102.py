"""Schema 102: office profiles, review, attachments, tasks carried over, the office's own words.

A minor one: it only adds.
"""

SQL = """
-- The profile that the record was made with; "" for none.
ALTER TABLE minutes ADD COLUMN office TEXT NOT NULL DEFAULT '';

-- Tasks of an earlier meeting that were not done yet. origin is the id of the minutes that gave the
-- task, origin_assignment that of the assignment: they may name what is not in this archive.
CREATE TABLE prior_task (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    task TEXT NOT NULL,
    lead_id TEXT,
    lead_name TEXT,
    lead_directory_id TEXT,
    coordinating TEXT NOT NULL,
    deadline_written TEXT,
    deadline_date TEXT,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    origin TEXT NOT NULL,
    origin_assignment TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id)
) STRICT;

-- The profiles of the office: what is the same in all its minutes.
CREATE TABLE office (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    form TEXT NOT NULL,
    issuing_name TEXT NOT NULL,
    issuing_parent TEXT NOT NULL,
    issuing_symbol TEXT NOT NULL,
    issuing_place TEXT NOT NULL,
    writer TEXT NOT NULL,
    writer_title TEXT NOT NULL
) STRICT;

CREATE TABLE office_paper (
    root_id TEXT NOT NULL REFERENCES office (id) ON DELETE CASCADE,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    symbol TEXT NOT NULL,
    PRIMARY KEY (root_id, id)
) STRICT;

CREATE TABLE office_signatory (
    root_id TEXT NOT NULL REFERENCES office (id) ON DELETE CASCADE,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    side TEXT NOT NULL,
    authority TEXT NOT NULL,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (root_id, id)
) STRICT;

CREATE TABLE office_recipient (
    root_id TEXT NOT NULL REFERENCES office (id) ON DELETE CASCADE,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (root_id, id)
) STRICT;

CREATE TABLE office_choice (
    root_id TEXT NOT NULL REFERENCES office (id) ON DELETE CASCADE,
    holder_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (root_id, id)
) STRICT;

-- What a person was before: the positions, in order with commas, and the body, until a day. merged
-- is the id of a double that was merged into this person, or "".
CREATE TABLE person_past (
    holder_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    until TEXT NOT NULL,
    name TEXT NOT NULL,
    positions TEXT NOT NULL,
    body TEXT NOT NULL,
    merged TEXT NOT NULL,
    PRIMARY KEY (holder_id, number)
) STRICT;

CREATE INDEX person_past_by_merged ON person_past (merged);

-- Abbreviations that are written out as one types: "đc" -> "đồng chí".
CREATE TABLE abbreviation (
    short TEXT NOT NULL PRIMARY KEY,
    long TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A draft that was sent to somebody to be looked at.
CREATE TABLE review (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    sent_to TEXT NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    draft INTEGER,
    version_number INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (minutes_number, number)
) STRICT;

-- A file kept with a record: kind is returned (a draft with corrections), signed (a scan), other.
CREATE TABLE attachment (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    size INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (minutes_number, id)
) STRICT;

CREATE TABLE attachment_part (
    minutes_number INTEGER NOT NULL,
    attachment_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    content_number INTEGER NOT NULL REFERENCES content (number),
    PRIMARY KEY (minutes_number, attachment_id, ordinal),
    FOREIGN KEY (minutes_number, attachment_id)
        REFERENCES attachment (minutes_number, id) ON DELETE CASCADE
) STRICT;

CREATE INDEX attachment_part_by_content ON attachment_part (content_number);

-- How an assignment of finished minutes went on: the newest line says how it stands. Minutes that
-- are not finished say it themselves.
CREATE TABLE progress (
    minutes_number INTEGER NOT NULL REFERENCES minutes (number) ON DELETE CASCADE,
    assignment_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (minutes_number, assignment_id, number)
) STRICT;

-- The register of assignments is read in the order of deadlines; the list is filtered by person.
CREATE INDEX assignment_by_deadline ON assignment (state, deadline_date);

CREATE INDEX attendee_by_name ON attendee (name, minutes_number);

CREATE INDEX measure_by_unit ON measure (unit);

-- A task that a later meeting found done counts as done.
CREATE INDEX prior_task_done ON prior_task (origin, origin_assignment, minutes_number)
    WHERE state = 'done';

CREATE TRIGGER review_stays BEFORE UPDATE ON review
BEGIN SELECT RAISE(ABORT, 'the log of reviews is never changed'); END;

CREATE TRIGGER attachment_part_stays BEFORE UPDATE ON attachment_part
BEGIN SELECT RAISE(ABORT, 'an attachment is never changed'); END;

CREATE TRIGGER progress_stays BEFORE UPDATE ON progress
BEGIN SELECT RAISE(ABORT, 'the log of progress is never changed'); END;
"""
