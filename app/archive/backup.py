"""Verified copies of the archive, made by SQLite while it is in use."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.archive.errors import damaged, telling
from app.archive.store import Store, make_file


def copy_archive(store: Store, target: Path) -> None:
    """Copy the archive to `target`, which appears only once the copy has been read back whole."""
    partial = target.with_name(target.name + ".partial")
    with telling(target):
        partial.unlink(missing_ok=True)
    make_file(partial)
    try:
        with telling(target), closing(sqlite3.connect(partial)) as copy:
            store.connection.backup(copy)
        _verify(partial, store)
        with telling(target):
            partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _verify(partial: Path, store: Store) -> None:
    with telling(partial), closing(Store(partial, write=False)) as copy:
        sound = copy.text("PRAGMA integrity_check") == "ok"
        same = all(copy.number(sql) == store.number(sql) for sql in _TOLD)
    if not (sound and same):
        raise damaged(store.path)


_TOLD = (
    "PRAGMA application_id",
    "PRAGMA user_version",
    "SELECT count(*) FROM sqlite_schema",
)
