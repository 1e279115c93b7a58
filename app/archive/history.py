"""What became of a record: its versions, the documents made of it, its revisions and states.

All of it is evidence: rows are added and read, never changed.
"""

import datetime
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple

from app.archive import contents
from app.archive.entries import State, known_number
from app.archive.errors import damaged
from app.archive.evidence import Document, Reason, add_export, add_version, moment_of
from app.archive.store import Store
from app.errors import KnownError
from app.marking import N_
from app.minutes.canonical import from_json
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form


class Version(NamedTuple):
    """A line of the list of versions; they count from 1."""

    number: int
    at: datetime.datetime
    reason: Reason


class Export(NamedTuple):
    """A line of the list of exports. `version` is the version of the record that it says."""

    number: int
    version: int
    at: datetime.datetime
    kind: DocumentKind
    form: Form
    draft: int | None
    path: str
    size: int
    hash: str


class Revision(NamedTuple):
    """A finished record: which version it is, its hash, and the numbers of its exports."""

    number: int
    at: datetime.datetime
    office: str
    json_schema: int
    version: int
    hash: str
    exports: tuple[int, ...]


class StateChange(NamedTuple):
    """A line of the log."""

    at: datetime.datetime
    state: State
    reason: str


Writing = Callable[[], AbstractContextManager[sqlite3.Connection]]

_EXPORT = "number, version_number, at, kind, form, draft, path, size, hash"


class History:
    """The history of every record. `writing` opens a transaction, `time` says what time it is."""

    def __init__(self, store: Store, writing: Writing, time: Callable[[], str]) -> None:
        self._store = store
        self._writing = writing
        self._time = time

    def note_version(self, record: Minutes, reason: Reason) -> int:
        """Keep what a record is now; the number of the version.

        At opening and by the clock, a record that is as its newest version gets no other.
        """
        with self._writing() as connection:
            number = known_number(self._store, record.id)
            return add_version(connection, number, record, reason, self._time())

    def versions(self, record_id: str) -> list[Version]:
        """The versions of a record, newest first."""
        sql = "SELECT number, at, reason FROM version WHERE minutes_number = ? ORDER BY number DESC"
        return [
            Version(number, moment_of(at), Reason(reason))
            for number, at, reason in self._store.rows(sql, (known_number(self._store, record_id),))
        ]

    def version(self, record_id: str, number: int) -> Minutes:
        """The record as it was in a version."""
        return from_json(self.version_json(record_id, number))

    def version_json(self, record_id: str, number: int) -> bytes:
        """The bytes of a version: canonical JSON, as it was written then."""
        sql = "SELECT content_number FROM version WHERE minutes_number = ? AND number = ?"
        return self._content(sql, (known_number(self._store, record_id), number))

    def note_export(self, record: Minutes, document: Document) -> int:
        """Keep a document that was made of this record; the number of the export."""
        with self._writing() as connection:
            number, moment = known_number(self._store, record.id), self._time()
            version = add_version(connection, number, record, Reason.EXPORT, moment)
            return add_export(connection, (number, version), document, moment)

    def exports(self, record_id: str) -> list[Export]:
        """The documents that were made of a record, newest first."""
        sql = f"SELECT {_EXPORT} FROM export WHERE minutes_number = ? ORDER BY number DESC"
        return [
            _export(row) for row in self._store.rows(sql, (known_number(self._store, record_id),))
        ]

    def exported(self, export_number: int) -> bytes:
        """The file that was written then, byte for byte."""
        sql = "SELECT content_number FROM export_part WHERE export_number = ? ORDER BY ordinal"
        with self._store.reading():
            parts = self._store.rows(sql, (export_number,))
            data = b"".join(self._read(int(part[0])) for part in parts)
            wanted = self._store.text("SELECT hash FROM export WHERE number = ?", (export_number,))
        if contents.hash_of(data) != wanted:
            raise damaged(self._store.path)
        return data

    def revisions(self, record_id: str) -> list[Revision]:
        """The revisions of a record, newest first."""
        sql = """
            SELECT number, at, office, json_schema, version_number, hash FROM revision
            WHERE minutes_number = ? ORDER BY number DESC"""
        number = known_number(self._store, record_id)
        rows = self._store.rows(sql, (number,))
        return [
            Revision(n, moment_of(at), office, schema, version, digest, self._exports_of(number, n))
            for n, at, office, schema, version, digest in rows
        ]

    def was_finished(self, record_id: str) -> bool:
        """Whether a record has any revision."""
        sql = "SELECT count(*) FROM revision WHERE minutes_number = ?"
        return bool(self._store.number(sql, (known_number(self._store, record_id),)))

    def revision_json(self, record_id: str, number: int) -> bytes:
        """The bytes of a revision: the canonical JSON that its hash is of."""
        sql = """
            SELECT content_number FROM version JOIN revision
            ON version.minutes_number = revision.minutes_number
            AND version.number = revision.version_number
            WHERE revision.minutes_number = ? AND revision.number = ?"""
        return self._content(sql, (known_number(self._store, record_id), number))

    def states(self, record_id: str) -> list[StateChange]:
        """The log of a record's states, newest first."""
        sql = """
            SELECT at, state, reason FROM state_change
            WHERE minutes_number = ? ORDER BY number DESC"""
        return [
            StateChange(moment_of(at), State(state), reason)
            for at, state, reason in self._store.rows(sql, (known_number(self._store, record_id),))
        ]

    def _exports_of(self, number: int, revision: int) -> tuple[int, ...]:
        sql = """
            SELECT export_number FROM revision_export
            WHERE minutes_number = ? AND revision_number = ? ORDER BY export_number"""
        return tuple(row[0] for row in self._store.rows(sql, (number, revision)))

    def _content(self, sql: str, values: Sequence[object]) -> bytes:
        with self._store.reading():
            number = self._store.number(sql, values)
            if number is None:
                raise KnownError(
                    N_("The archive keeps no such version; choose another one from the list.")
                )
            return self._read(number)

    def _read(self, number: int) -> bytes:
        try:
            return contents.read(self._store.connection, number)
        except ValueError as error:
            raise damaged(self._store.path) from error


def _export(row: tuple[int, int, str, str, str, int | None, str, int, str]) -> Export:
    number, version, at, kind, form, *rest = row
    return Export(number, version, moment_of(at), DocumentKind(kind), Form(form), *rest)  # type: ignore[arg-type]
