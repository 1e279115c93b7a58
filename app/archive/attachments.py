"""Files kept with a record: a draft that came back, the scan of the signed copy."""

import datetime
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import NamedTuple

from app.archive import contents
from app.archive.entries import State
from app.archive.errors import FinishedRecordError, damaged, unknown_record
from app.archive.evidence import moment_of
from app.archive.store import Store
from app.errors import KnownError
from app.marking import N_

LARGEST = 100_000_000
"""Bytes of one file: a scan of a hundred pages has a tenth of that."""
_PIECE = 1_000_000

Writing = Callable[[], AbstractContextManager[sqlite3.Connection]]


class AttachmentKind(StrEnum):
    """What a file is: a draft with corrections, the scan of the signed copy, anything else."""

    RETURNED = "returned"
    SIGNED = "signed"
    OTHER = "other"


class File(NamedTuple):
    """A file that is to be kept."""

    name: str
    kind: AttachmentKind
    data: bytes
    note: str = ""


class Attachment(NamedTuple):
    """A line of the list; `hash` is the SHA-256 of the bytes."""

    id: str
    at: datetime.datetime
    kind: AttachmentKind
    name: str
    note: str
    size: int
    hash: str


class Attachments:
    """The files of every record. Reading and keeping a large one takes a while."""

    def __init__(self, store: Store, writing: Writing, time: Callable[[], str]) -> None:
        self._store = store
        self._writing = writing
        self._time = time

    def add(self, record_id: str, attachment_id: str, file: File) -> None:
        """Keep a file with a record, a finished one too: the signed copy comes after that."""
        if len(file.data) > LARGEST:
            raise KnownError(
                N_(
                    "The file {name} is too large to be kept with the minutes (at most {limit} MB)."
                ),
                name=file.name,
                limit=LARGEST // 1_000_000,
            )
        with self._writing() as connection:
            number, _ = self._minutes(record_id)
            connection.execute(
                "INSERT INTO attachment (minutes_number, id, at, kind, name, note, size, hash)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(number, attachment_id, self._time(), file.kind.value, file.name, file.note),
                    *(len(file.data), contents.hash_of(file.data)),
                ),
            )
            for ordinal, piece in enumerate(_pieces(file.data)):
                connection.execute(
                    "INSERT INTO attachment_part (minutes_number, attachment_id, ordinal,"
                    " content_number) VALUES (?, ?, ?, ?)",
                    (number, attachment_id, ordinal, contents.keep(connection, piece)),
                )

    def of(self, record_id: str) -> list[Attachment]:
        """The files of a record, newest first."""
        number, _ = self._minutes(record_id)
        sql = """
            SELECT id, at, kind, name, note, size, hash FROM attachment
            WHERE minutes_number = ? ORDER BY at DESC, rowid DESC"""
        return [
            Attachment(key, moment_of(at), AttachmentKind(kind), *rest)
            for key, at, kind, *rest in self._store.rows(sql, (number,))
        ]

    def content(self, record_id: str, attachment_id: str) -> bytes:
        """The bytes of a file, just as they were kept."""
        number, _ = self._minutes(record_id)
        key = (number, attachment_id)
        sql = """
            SELECT content_number FROM attachment_part
            WHERE minutes_number = ? AND attachment_id = ? ORDER BY ordinal"""
        wanted = "SELECT hash FROM attachment WHERE minutes_number = ? AND id = ?"
        with self._store.reading():
            digest = self._store.text(wanted, key)
            if not digest:
                raise KnownError(N_("This file is not kept with the minutes any more."))
            try:
                read = [
                    contents.read(self._store.connection, int(row[0]))
                    for row in self._store.rows(sql, key)
                ]
            except ValueError as error:
                raise damaged(self._store.path) from error
        data = b"".join(read)
        if contents.hash_of(data) != digest:
            raise damaged(self._store.path)
        return data

    def remove(self, record_id: str, attachment_id: str) -> None:
        """Remove a file for good; not from finished minutes, to which it belongs."""
        with self._writing() as connection:
            number, state = self._minutes(record_id)
            if state == State.FINAL:
                raise FinishedRecordError(
                    N_("These minutes are finished: their files stay. Reopen them first.")
                )
            connection.execute(
                "DELETE FROM attachment WHERE minutes_number = ? AND id = ?",
                (number, attachment_id),
            )
            contents.drop_unused(connection)

    def _minutes(self, record_id: str) -> tuple[int, str]:
        rows = self._store.rows("SELECT number, state FROM minutes WHERE id = ?", (record_id,))
        if not rows:
            raise unknown_record(record_id)
        number, state = rows[0]
        return int(number), str(state)


def _pieces(data: bytes) -> list[bytes]:
    """The members of a Word file, so that equal ones are kept once; none larger than a piece."""
    return [
        segment[at : at + _PIECE]
        for segment in contents.segments(data)
        for at in range(0, len(segment), _PIECE)
    ]
