"""Erasing a record for good: from the archive, its history, its backups, what restoring kept.

It says where the record may still be: that is for a person to deal with.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from app.archive import contents
from app.archive.backups import folder_of
from app.archive.errors import unknown_record
from app.archive.store import Store, there_is
from app.errors import KnownError
from app.marking import N_

_VACUUMED = 500_000_000
"""Bytes up to which a file is packed anew, which SQLite does in memory."""


class Left(NamedTuple):
    """A place where the record may still be, and why."""

    path: Path
    why: KnownError


class Erased(NamedTuple):
    """The files from which the record was erased, and where it may still be."""

    files: tuple[Path, ...]
    left: tuple[Left, ...]


def erase(store: Store, record_id: str, second: Path | None = None) -> Erased:
    """Erase a record wherever it is within reach. `second` is the second place for backups.

    The caller holds the archive for writing, and has nothing of the record left to save.
    """
    if not store.number("SELECT count(*) FROM minutes WHERE id = ?", (record_id,)):
        raise unknown_record(record_id)
    left = [*_documents(store, record_id), *_unreachable(second), _on_the_disk(store.path)]
    moment = store.text("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')")
    erase_in(store, record_id, moment)
    files = [store.path]
    for copy in _copies(store.path, second):
        try:
            with closing(Store(copy, write=True)) as opened:
                if erase_in(opened, record_id, moment):
                    files.append(copy)
        except KnownError as error:
            left.append(Left(copy, error))
    return Erased(tuple(files), tuple(left))


def erase_in(store: Store, record_id: str, moment: str) -> bool:
    """Erase a record from one file of any schema; whether it was there."""
    row = store.rows("SELECT number, sort_key FROM minutes WHERE id = ?", (record_id,))
    with store.writing() as connection:
        if _has_history(store):
            sql = "INSERT INTO erasure (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING"
            connection.execute(sql, (record_id, moment))
        for number, key in row:
            connection.execute("DELETE FROM search WHERE rowid = ?", (key,))
            # The index only marks what is deleted, until its parts are merged.
            connection.execute("INSERT INTO search (search) VALUES ('optimize')")
            connection.execute("DELETE FROM minutes WHERE number = ?", (number,))
        if row and _has_history(store):
            contents.drop_unused(connection)
    if row and store.path.stat().st_size < _VACUUMED:  # secure_delete has overwritten it anyway
        store.rows("VACUUM")
    return bool(row)


def erased_in(store: Store) -> dict[str, str]:
    """The ids of what was erased from an archive, each with the time."""
    return dict(store.rows("SELECT id, at FROM erasure")) if _has_history(store) else {}


def erase_again(path: Path, erased: dict[str, str]) -> None:
    """Erase from a file what was erased elsewhere before."""
    if erased:
        with closing(Store(path, write=True)) as store:
            for record_id, moment in erased.items():
                erase_in(store, record_id, moment)


def _has_history(store: Store) -> bool:
    return bool(store.number("SELECT count(*) FROM sqlite_schema WHERE name = 'erasure'"))


def _copies(archive: Path, second: Path | None) -> Iterator[Path]:
    """All that may be a copy of the archive: backups, what restoring and rescuing left."""
    mine = f"{archive.stem}-*{archive.suffix}"
    for folder in (archive.parent, folder_of(archive), second):
        if folder is not None and folder.is_dir():
            yield from sorted(folder.glob(mine))


def _documents(store: Store, record_id: str) -> Iterable[Left]:
    sql = """
        SELECT DISTINCT path FROM export JOIN minutes ON minutes.number = minutes_number
        WHERE id = ? ORDER BY path"""
    why = KnownError(N_("A document was written there; delete it, and wherever it was sent on."))
    return [Left(Path(path), why) for (path,) in store.rows(sql, (record_id,)) if path]


def _unreachable(second: Path | None) -> Iterable[Left]:
    if second is None or there_is(second):
        return ()
    why = N_("This place for backups cannot be reached; connect it and erase there too.")
    return (Left(second, KnownError(why)),)


def _on_the_disk(archive: Path) -> Left:
    why = N_(
        "Copies made by others, and what the disk itself keeps of overwritten data, are out of"
        " reach of this program."
    )
    return Left(archive.parent, KnownError(why))
