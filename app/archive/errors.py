"""What can stand between the user and the archive, each told in a sentence.

`telling` turns the errors of SQLite and of the disk into these; any other is our own mistake.
"""

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from app.errors import KnownError
from app.marking import N_


class ArchiveError(KnownError):
    """Something is wrong with the archive as a whole."""


class MissingArchiveError(ArchiveError):
    """There is no archive."""


class NotAnArchiveError(ArchiveError):
    """The file is no SQLite file, or one of another program."""


class NewerArchiveError(ArchiveError):
    """A newer program made it, in a way that this one cannot read."""


class DamagedArchiveError(ArchiveError):
    """Its content cannot be read."""


class ArchiveInUseError(ArchiveError):
    """Another program writes to it. `ours`: one of the same user on this computer."""

    ours = False


class ReadOnlyArchiveError(ArchiveError):
    """The file or its folder cannot be written."""


class DiskFullError(ArchiveError):
    """There is no room left."""


class MissingRecordError(KnownError):
    """No record has this id."""


class FinishedRecordError(KnownError):
    """The record is finished (or is not, where it should be)."""


class RecordExistsError(KnownError):
    """A record with this id is there already."""


_Telling = tuple[type[ArchiveError], str]

_DAMAGED = (
    DamagedArchiveError,
    N_(
        "The archive {path} is damaged and part of it cannot be read; keep the file as it is and"
        " go back to a backup."
    ),
)
_FOREIGN = (
    NotAnArchiveError,
    N_("The file {path} is not an archive of minutes; choose another file."),
)
_FULL = (
    DiskFullError,
    N_("The disk with the archive {path} is full; free some space on it."),
)
_READ_ONLY = (
    ReadOnlyArchiveError,
    N_("The archive {path} cannot be written; check the rights on the file and its folder."),
)
_SHUT = (
    ReadOnlyArchiveError,
    N_("The archive {path} cannot be opened; check the rights on the file and its folder."),
)
_DISK = (
    ArchiveError,
    N_("The disk with the archive {path} does not answer; check that it is still connected."),
)
_BUSY = (
    ArchiveInUseError,
    N_("Another program is using the archive {path}; close it there and try again."),
)

_OF_SQLITE: Mapping[int, _Telling] = {
    sqlite3.SQLITE_NOTADB: _FOREIGN,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _SHUT,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
}
_OF_THE_DISK: Mapping[int, _Telling] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EIO: _DISK,
    errno.EISDIR: _FOREIGN,
}


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Tell what goes wrong inside the block as an error of the archive at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        known = told(error, path)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        kind, message = _OF_THE_DISK.get(error.errno or 0, _READ_ONLY)
        raise kind(message, path=path) from error


def told(error: sqlite3.Error, path: Path) -> ArchiveError | None:
    """What an error of SQLite means for the user, or None for a mistake of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The module's own complaint about bytes that are no text has no code.
        return damaged(path) if "decode to UTF-8" in str(error) else None
    telling_of = _OF_SQLITE.get(code & 0xFF)
    return telling_of[0](telling_of[1], path=path) if telling_of else None


def unknown_record(record_id: str) -> MissingRecordError:
    return MissingRecordError(N_("The archive has no minutes with the id {id}."), id=record_id)


def damaged(path: Path) -> ArchiveError:
    return _DAMAGED[0](_DAMAGED[1], path=path)


def missing(path: Path) -> ArchiveError:
    return MissingArchiveError(N_("There is no archive at {path}."), path=path)


def foreign(path: Path) -> ArchiveError:
    return _FOREIGN[0](_FOREIGN[1], path=path)
