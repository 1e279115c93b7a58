"""Verified copies of the archive, made by SQLite while it is in use."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.archive.errors import damaged, telling
from app.archive.store import Store, make_file

_STEP = 4_096
"""Pages copied at a time: between two steps a waiting edit is saved."""
_TRIES = 3
"""An edit in between begins the copy anew; after so many the copy is made in one go."""


class _OvertakenError(Exception):
    """The archive has been written to since the copy began."""


def copy_archive(store: Store, target: Path) -> None:
    """Copy the archive to `target`, which appears only once the copy has been read back whole."""
    partial = target.with_name(target.name + ".partial")
    with telling(target):
        partial.unlink(missing_ok=True)
    make_file(partial)
    try:
        before = _records(store)
        with telling(target), closing(sqlite3.connect(partial)) as copy:
            _copy(store.connection, copy)
        _verify(partial, store, before)
        with telling(target):
            partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _copy(source: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    for _ in range(_TRIES):
        left = [float("inf")]

        def watch(_status: int, remaining: int, _total: int, left: list[float] = left) -> None:
            if remaining > left[0]:
                raise _OvertakenError
            left[0] = remaining

        try:
            return source.backup(copy, pages=_STEP, progress=watch)
        except _OvertakenError:
            continue
    return source.backup(copy)


def _verify(partial: Path, store: Store, before: int) -> None:
    with telling(partial), closing(Store(partial, write=False)) as copy:
        sound = copy.text("PRAGMA integrity_check") == "ok"
        same = all(copy.number(sql) == store.number(sql) for sql in _TOLD)
        # Records may come and go while the copy is made.
        fewest, most = sorted((before, _records(store)))
        complete = fewest <= _records(copy) <= most
    if not (sound and same and complete):
        raise damaged(store.path)


def _records(store: Store) -> int:
    return store.number("SELECT count(*) FROM minutes") or 0


_TOLD = (
    "PRAGMA application_id",
    "PRAGMA user_version",
    "SELECT count(*) FROM sqlite_schema",
)
