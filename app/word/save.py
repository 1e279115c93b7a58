"""Writes a finished file safely: all bytes first, into a file beside the target, then in its place.

On any failure the file that was there before is still there, and nothing is left behind. A file
that somebody has worked on is never replaced unless the user was asked.
"""

import contextlib
import errno
import os
import re
import secrets
import shutil
from itertools import count
from pathlib import Path

from app.errors import KnownError
from app.marking import N_
from app.word.seal import is_untouched

_FULL = frozenset(getattr(errno, name, None) for name in ("ENOSPC", "EDQUOT"))
_NUMBERED = re.compile(r" \((\d+)\)$")


class TargetTaken(KnownError):  # noqa: N818 - a state of the file, named as the caller asks for it
    """The target is better left as it is; `instead` is a free name beside it."""

    def __init__(self, message: str, target: Path) -> None:
        self.instead = free_name(target)
        super().__init__(message, path=target, other=self.instead.name)
        self.args = (message, target)  # what a copy is made from in another process


class TargetLocked(TargetTaken):
    """Another program holds the target: it can be closed there, or another name chosen."""


class TargetChanged(TargetTaken):
    """The target is not as we have written it: somebody's work would be lost."""


def save_file(content: bytes, target: Path, *, insist: bool = False) -> None:
    """Puts `content` at `target`, whole or not at all. KnownError says what stands in the way.

    `insist`: the user was asked, and wants to replace what is there.
    """
    _check_place(target)
    if not insist and target.exists():
        _check_old(target)
    beside = target.with_name(f".bienban-{secrets.token_hex(6)}.tmp")
    try:
        _write_through(content, beside)
        _put_in_place(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def free_name(target: Path) -> Path:
    """ "name (2).docx" beside "name.docx", or the next number that is free."""
    stem = _NUMBERED.sub("", target.stem)
    numbered = (target.with_stem(f"{stem} ({number})") for number in count(2))
    return next(path for path in numbered if not path.exists())


def _check_place(target: Path) -> None:
    if target.is_dir():
        raise KnownError(N_("{path} is a folder. Choose the name of a file."), path=target)
    if not target.parent.is_dir():
        raise KnownError(
            N_("The folder {path} does not exist. Choose another folder."), path=target.parent
        )
    if target.exists() and not os.access(target, os.W_OK):
        raise KnownError(N_("{path} is read-only. Choose another name."), path=target)


def _check_old(target: Path) -> None:
    if any(path.exists() for path in _marks_of_opening(target)):
        raise _locked(target)
    try:
        untouched = is_untouched(target.read_bytes())
    except PermissionError as error:
        raise _locked(target) from error
    except OSError as error:
        raise _failed(error, target) from error
    if not untouched:
        raise TargetChanged(
            N_(
                "{path} has been changed since it was exported, or was not made by this program; it"
                " was not replaced. Choose another name, such as “{other}”, or remove it first."
            ),
            target,
        )


def _marks_of_opening(target: Path) -> tuple[Path, ...]:
    """What Word and LibreOffice put beside a file that they have open.

    Windows itself refuses to replace such a file, and there a mark may be left from a crash.
    """
    if os.name == "nt":
        return ()
    cut = min(max(len(target.stem) - 6, 0), 2)  # Word writes over the start of a longer name
    marks = (f"~${target.name[cut:]}", f".~lock.{target.name}#")
    return tuple(target.with_name(mark) for mark in marks)


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
        raise _locked(target) from error
    except OSError as error:
        raise _failed(error, target) from error


def _locked(target: Path) -> TargetLocked:
    return TargetLocked(
        N_(
            "{path} is open in another program, perhaps Word. Close it there, or save as “{other}”."
        ),
        target,
    )


def _folder_closed(folder: Path) -> KnownError:
    return KnownError(
        N_("Nothing may be written in the folder {path}. Choose another folder."), path=folder
    )


def _failed(error: OSError, path: Path) -> KnownError:
    if error.errno in _FULL:
        return KnownError(
            N_("The disk that holds {path} is full. Make room, or choose another disk."), path=path
        )
    return KnownError(N_("{path} could not be written: {reason}."), path=path, reason=error)
