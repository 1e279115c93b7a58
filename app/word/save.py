"""Writes a finished file safely: all bytes first, into a file beside the target, then in its place.

On any failure the file that was there before is still there, and nothing is left behind.
"""

import contextlib
import errno
import os
import secrets
import shutil
from pathlib import Path

from app.errors import KnownError
from app.marking import N_

_FULL = frozenset(getattr(errno, name, None) for name in ("ENOSPC", "EDQUOT"))


class TargetLocked(KnownError):  # noqa: N818 - a state of the file, named as the caller asks for it
    """Another program holds the target: it can be closed there, or another name chosen."""


def save_file(content: bytes, target: Path) -> None:
    """Puts `content` at `target`, whole or not at all. KnownError says what stands in the way."""
    if target.is_dir():
        raise KnownError(N_("{path} is a folder. Choose the name of a file."), path=target)
    if not target.parent.is_dir():
        raise KnownError(
            N_("The folder {path} does not exist. Choose another folder."), path=target.parent
        )
    if target.exists() and not os.access(target, os.W_OK):
        raise KnownError(N_("{path} is read-only. Choose another name."), path=target)
    beside = target.with_name(f".bienban-{secrets.token_hex(6)}.tmp")
    try:
        _write_through(content, beside)
        _put_in_place(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _write_through(content: bytes, path: Path) -> None:
    try:
        with path.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except PermissionError as error:
        raise _folder_closed(path.parent) from error
    except OSError as error:
        if error.errno == errno.EROFS:
            raise _folder_closed(path.parent) from error
        raise _failed(error, path.parent) from error


def _put_in_place(beside: Path, target: Path) -> None:
    real = Path(os.path.realpath(target))  # a link stays a link
    try:
        if real.exists():
            shutil.copymode(real, beside)
        beside.replace(real)
    except PermissionError as error:
        # Windows does not let go of a file that a program has open; Word keeps it so.
        raise TargetLocked(
            N_("{path} is open in another program, perhaps Word. Close it or choose another name."),
            path=target,
        ) from error
    except OSError as error:
        raise _failed(error, target) from error


def _folder_closed(folder: Path) -> KnownError:
    return KnownError(
        N_("Nothing may be written in the folder {path}. Choose another folder."), path=folder
    )


def _failed(error: OSError, path: Path) -> KnownError:
    if error.errno in _FULL:
        return KnownError(
            N_("The disk that holds {path} is full. Make room, or choose another disk."), path=path
        )
    reason = error.strerror or str(error)
    return KnownError(N_("{path} could not be written: {reason}."), path=path, reason=reason)
