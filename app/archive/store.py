"""The SQLite file underneath: how it is made, opened, read and written. It knows no records."""

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.archive.errors import foreign, missing, telling
from app.owned import make_alone, make_folder

BUSY_SECONDS = 5.0
"""How long to wait for another connection's commit."""

_FOR_ALL = (
    "PRAGMA foreign_keys = ON",
    # SQLite's own temporary files would stand in a folder that others can read.
    "PRAGMA temp_store = MEMORY",
    # The file may come by mail: nothing in its schema may call functions of ours.
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)
_FOR_READING = ("PRAGMA query_only = ON",)
_FOR_WRITING = (
    # One file at rest, whole on a stick: a write-ahead log left behind is lost minutes.
    "PRAGMA journal_mode = DELETE",
    # EXTRA, not FULL: a commit is the removal of the journal, and only this has the removal on disk
    # too. With FULL a loss of power may take the last edits back (tests/torture/power.py).
    "PRAGMA synchronous = EXTRA",
    # What is erased is overwritten, not only forgotten.
    "PRAGMA secure_delete = ON",
)


class Store:
    """One connection to the file at `path`, for the thread that makes it."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        self.writable = write
        with telling(path):
            if not there_is(path):  # SQLite would make an empty one
                raise missing(path)
            if path.is_dir():
                raise foreign(path)
            self.connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            with telling(path):
                for pragma in (*_FOR_ALL, *(_FOR_WRITING if write else _FOR_READING)):
                    self.connection.execute(pragma)
        except BaseException:
            self.close()
            raise

    def rows(
        self, sql: str, values: Sequence[object] | Mapping[str, object] = ()
    ) -> list[tuple[Any, ...]]:
        with telling(self.path):
            return self.connection.execute(sql, values).fetchall()

    def number(self, sql: str, values: Sequence[object] = ()) -> int | None:
        """The number in the first column of the first row, or None."""
        rows = self.rows(sql, values)
        return rows[0][0] if rows else None

    def text(self, sql: str, values: Sequence[object] = ()) -> str:
        """The text in the first column of the first row, or ""."""
        rows = self.rows(sql, values)
        return str(rows[0][0] or "") if rows else ""

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One state of the file for all queries of the block."""
        with telling(self.path):
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of the block is committed, or nothing."""
        with telling(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                # SQLite itself has rolled back after some errors (a full disk).
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def try_writing(self) -> None:
        """Find out now, not at the first edit, whether the file can be written."""
        with telling(self.path):
            # BEGIN IMMEDIATE alone passes on a file that is read-only: change it, and undo that.
            version = self.number("PRAGMA user_version")
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                self.connection.execute(f"PRAGMA user_version = {version}")
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    def close(self) -> None:
        self.connection.close()


def there_is(path: Path) -> bool:
    """Whether anything is at `path`; told where even that cannot be known."""
    with telling(path):
        return path.exists()


def make_file(path: Path) -> None:
    """An empty file for the user alone, its folder too where there is none; none is touched."""
    with telling(path):
        make_folder(path.parent)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        make_alone(path)


def sync_folder(folder: Path) -> None:
    """Have the names of a folder on disk too, where the system knows of such a thing."""
    if os.name == "posix":
        with telling(folder):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
