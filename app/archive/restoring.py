"""Putting a backup in the place of the archive. What it replaces is kept beside it.

Nobody may have the archive open. There is a whole archive in its place at every moment.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from app.archive.backup import copy_archive
from app.archive.backups import inside
from app.archive.erasing import erase_again, erased_in
from app.archive.errors import ArchiveError, telling
from app.archive.lock import WriteLock
from app.archive.store import Store, make_file, sync_folder, there_is


def restore(archive: Path, backup: Path, now: Callable[[], datetime]) -> Path | None:
    """Put `backup` in the place of `archive`; where to find what stood there, if anything did.

    The backup itself stays. What was erased since it was made is erased from it too.
    """
    inside(backup)
    if not there_is(archive):
        make_file(archive)
    lock = WriteLock(archive)
    try:
        coming = archive.with_name(archive.name + ".coming")
        with closing(Store(backup, write=False)) as store:
            copy_archive(store, coming)
        kept = _keep(archive, now())
        erase_again(coming, _erased(archive))
        _exchange(archive, coming)
        return kept
    finally:
        lock.release()


def _erased(archive: Path) -> dict[str, str]:
    """What was erased from the archive, if it can still tell."""
    with suppress(ArchiveError), closing(Store(archive, write=True)) as store:
        return erased_in(store)
    return {}


def _exchange(archive: Path, coming: Path) -> None:
    with telling(archive):
        # That of an archive too damaged to be opened: the new one must not be taken back with it.
        _journal(archive).unlink(missing_ok=True)
        coming.replace(archive)
        sync_folder(archive.parent)


def _keep(archive: Path, moment: datetime) -> Path | None:
    """What stands there under another name, as it is: with the journal that a crash left."""
    stamp = moment.astimezone(UTC).strftime("%Y%m%d-%H%M%S")
    kept = _free(archive, f"{archive.stem}-replaced-{stamp}")
    with telling(archive):
        if not archive.stat().st_size:
            return None
        if _journal(archive).exists():
            shutil.copy2(_journal(archive), _journal(kept))
            shutil.copy2(archive, kept)
            return kept
        try:
            os.link(archive, kept)
        except OSError:  # a file system without links
            shutil.copy2(archive, kept)
    return kept


def _journal(archive: Path) -> Path:
    return archive.with_name(archive.name + "-journal")


def _free(archive: Path, stem: str) -> Path:
    path, number = archive.with_name(stem + archive.suffix), 1
    while path.exists():
        number += 1
        path = archive.with_name(f"{stem}-{number}{archive.suffix}")
    return path
