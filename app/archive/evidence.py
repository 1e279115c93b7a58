"""Adding to the history of a record: its versions, documents, revisions and states.

All of it happens inside the caller's transaction; nothing here changes what is there.
"""

import datetime
import sqlite3
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from app.archive import contents
from app.minutes.canonical import SCHEMA as JSON_SCHEMA
from app.minutes.canonical import to_json

if TYPE_CHECKING:
    from app.archive.entries import State
    from app.minutes.record import Minutes
    from app.minutes.words import DocumentKind, Form

EVERY = datetime.timedelta(minutes=10)
"""How much work may pass before a version of it is kept."""


class Reason(StrEnum):
    """Why a version was kept."""

    OPENING = "opening"
    EXPORT = "export"
    FINISH = "finish"
    TIMER = "timer"


class Document(NamedTuple):
    """A document as it was written. `draft` None: not a draft."""

    kind: "DocumentKind"
    form: "Form"
    path: str
    data: bytes
    draft: int | None = None


def add_version(
    connection: sqlite3.Connection, number: int, record: "Minutes", reason: Reason, moment: str
) -> int:
    """Add a version of the record with a number, inside the caller's transaction."""
    newest, content = _newest(connection, number) or (0, None)
    base = contents.own_base(connection, content) if content else None
    kept = contents.keep(connection, to_json(record), base)
    if kept == content and reason in (Reason.OPENING, Reason.TIMER):
        return newest
    connection.execute(
        "INSERT INTO version (minutes_number, number, at, reason, content_number)"
        " VALUES (?, ?, ?, ?, ?)",
        (number, newest + 1, moment, reason.value, kept),
    )
    return newest + 1


def add_version_if_due(
    connection: sqlite3.Connection, number: int, record: "Minutes", moment: str
) -> None:
    """Add a version where the last one, or the making of the record, is long enough ago."""
    sql = """
        SELECT coalesce(
            (SELECT at FROM version WHERE minutes_number = ?1 ORDER BY number DESC LIMIT 1),
            (SELECT created_at FROM minutes WHERE number = ?1))"""
    last = moment_of(connection.execute(sql, (number,)).fetchone()[0])
    if abs(moment_of(moment) - last) >= EVERY:  # the clock may have been set back
        add_version(connection, number, record, Reason.TIMER, moment)


def add_export(
    connection: sqlite3.Connection, version: tuple[int, int], document: Document, moment: str
) -> int:
    """Add a document; `version` is the number of the record, and that of its version."""
    data = document.data
    named = (document.kind.value, document.form.value, document.draft, document.path)
    added = connection.execute(
        "INSERT INTO export (minutes_number, version_number, at, kind, form, draft, path, size,"
        " hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*version, moment, *named, len(data), contents.hash_of(data)),
    )
    for ordinal, part in enumerate(contents.segments(data)):
        connection.execute(
            "INSERT INTO export_part (export_number, ordinal, content_number) VALUES (?, ?, ?)",
            (added.lastrowid, ordinal, contents.keep(connection, part)),
        )
    return int(added.lastrowid or 0)


def add_revision(
    connection: sqlite3.Connection,
    number: int,
    record: "Minutes",
    documents: Sequence[Document],
    office: str,
    moment: str,
) -> int:
    """Add the next revision of a record, with its version and its documents."""
    version = add_version(connection, number, record, Reason.FINISH, moment)
    revision = _next(connection, "revision", number)
    digest = contents.hash_of(to_json(record))
    connection.execute(
        "INSERT INTO revision (minutes_number, number, at, office, json_schema, version_number,"
        " hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, revision, moment, office, JSON_SCHEMA, version, digest),
    )
    for document in documents:
        export = add_export(connection, (number, version), document, moment)
        connection.execute(
            "INSERT INTO revision_export VALUES (?, ?, ?)", (number, revision, export)
        )
    return revision


def add_state(
    connection: sqlite3.Connection, number: int, state: "State", reason: str, moment: str
) -> None:
    """Set the state of a record, and add a line to its log."""
    connection.execute("UPDATE minutes SET state = ? WHERE number = ?", (state.value, number))
    connection.execute(
        "INSERT INTO state_change (minutes_number, number, at, state, reason)"
        " VALUES (?, ?, ?, ?, ?)",
        (number, _next(connection, "state_change", number), moment, state.value, reason),
    )


def _newest(connection: sqlite3.Connection, number: int) -> tuple[int, int] | None:
    sql = """
        SELECT number, content_number FROM version
        WHERE minutes_number = ? ORDER BY number DESC LIMIT 1"""
    row: tuple[int, int] | None = connection.execute(sql, (number,)).fetchone()
    return row


def _next(connection: sqlite3.Connection, table: str, number: int) -> int:
    sql = f"SELECT coalesce(max(number), 0) + 1 FROM {table} WHERE minutes_number = ?"
    return int(connection.execute(sql, (number,)).fetchone()[0])


def moment_of(text: str) -> datetime.datetime:
    """The time as the archive notes it."""
    return datetime.datetime.fromisoformat(text)


def noted(moment: datetime.datetime) -> str:
    """A time as the archive notes it: in universal time."""
    return moment.astimezone(datetime.UTC).isoformat(timespec="milliseconds")
