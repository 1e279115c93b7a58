"""Looking an archive over: all that is wrong with it, each in a sentence. Nothing is mended."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from app.archive.archive import Archive, utc_now
from app.archive.backups import Backups
from app.archive.errors import telling
from app.archive.schema import Standing, standing
from app.archive.store import Store, there_is
from app.archive.surroundings import is_open, on_a_share
from app.errors import KnownError
from app.marking import N_

_LEAST_ROOM = 100_000_000


def doctor(path: Path, now: Callable[[], datetime] = utc_now) -> tuple[KnownError, ...]:
    """What is wrong with the archive at `path`, the worst last; nothing where all is well.

    It reads all of the file, and every record in it. An older schema is not brought up.
    """
    found: list[KnownError] = []
    try:
        found += _around(path, now)
        found += _inside(path, now)
    except KnownError as error:
        found.append(error)
    return tuple(found)


def _around(path: Path, now: Callable[[], datetime]) -> Iterator[KnownError]:
    share = on_a_share(path.resolve())
    if share:
        yield share
    if not there_is(path):
        return
    if is_open(path):
        yield KnownError(
            N_("Other users of this computer can read {path}; open it once with the program."),
            path=path,
        )
    with telling(path):
        free = shutil.disk_usage(path.parent).free
    if free < _LEAST_ROOM:
        yield KnownError(
            N_("Only {free} MB are free on the disk with the archive {path}; free some space."),
            free=free // 1_000_000,
            path=path,
        )


def _inside(path: Path, now: Callable[[], datetime]) -> Iterator[KnownError]:
    with closing(Store(path, write=False)) as store:
        if standing(store) is not Standing.CURRENT:
            yield KnownError(
                N_("The archive {path} is of an older version; open it once with the program."),
                path=path,
            )
            return
        if Backups(path, now=now).due(store):
            yield KnownError(
                N_("The archive {path} has no backup of the last day; make one."), path=path
            )
    with Archive.open(path, write=False) as archive:
        archive.check()
        yield from _unreadable(archive)


def _unreadable(archive: Archive) -> Iterator[KnownError]:
    for (record_id,) in archive.store.rows("SELECT id FROM minutes ORDER BY number"):
        try:
            archive.load(record_id)
            for version in archive.history.versions(record_id):
                archive.history.version(record_id, version.number)
            for export in archive.history.exports(record_id):
                archive.history.exported(export.number)
        except (KnownError, ValueError):
            yield KnownError(
                N_(
                    "The minutes {id} in {path} or their history cannot be read;"
                    " rescue the archive."
                ),
                id=record_id,
                path=archive.path,
            )
    listed = archive.store.number("SELECT count(*) FROM minutes")
    if listed != archive.store.number("SELECT count(*) FROM search_docsize"):
        yield KnownError(
            N_("The search in {path} does not know all minutes; rescue the archive."),
            path=archive.path,
        )
