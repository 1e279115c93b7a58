"""The steps of opening an archive. A file that is not ours is looked at, and nothing more."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.archive.errors import missing, telling
from app.archive.lock import WriteLock
from app.archive.schema import Standing, bring_up, standing
from app.archive.store import Store, make_file, there_is
from app.owned import make_folder

Clock = Callable[[], datetime]


def to_read(path: Path, now: Clock, program: str) -> Store:
    """The archive for reading. One of an older schema is migrated first, as if to write."""
    match _standing_of(path):
        case Standing.EMPTY:
            raise missing(path)
        case Standing.BEHIND:
            held = WriteLock(path)
            try:
                to_write(path, now, program).close()
            finally:
                held.release()
    return Store(path, write=False)


def lock(path: Path) -> WriteLock:
    """The lock of the archive at `path`, made where there is no file.

    Two may be the first at once: only the one that holds the lock makes the file.
    """
    if there_is(path):
        _standing_of(path)
        return WriteLock(path)
    with telling(path):
        make_folder(path.parent)
    held = WriteLock(path)
    try:
        if not there_is(path):
            make_file(path)
    except BaseException:
        held.release()
        raise
    return held


def to_write(path: Path, now: Clock, program: str) -> Store:
    """The archive for writing, with the schema of this program. The caller holds the lock."""
    store = Store(path, write=True)
    try:
        if standing(store) is not Standing.CURRENT:
            bring_up(store, program, now)
        store.try_writing()
    except BaseException:
        store.close()
        raise
    return store


def _standing_of(path: Path) -> Standing:
    if not there_is(path):
        return Standing.EMPTY
    store = Store(path, write=False)
    try:
        return standing(store)
    finally:
        store.close()
