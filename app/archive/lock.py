"""One writer at a time: a lock of the operating system on a file beside the archive.

The system takes it back when the process ends, however it ends. The file itself stays.
"""

import getpass
import os
import sys
from pathlib import Path

from app.archive.errors import ArchiveInUseError, telling
from app.marking import N_

if sys.platform == "win32":
    import msvcrt

    # Windows keeps others from reading what is locked: lock far behind the holder's name.
    _LOCKED_BYTE = 1 << 30

    def _try_lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriteLock:
    """Held from the moment it is made until `release`; ArchiveInUseError where another holds it."""

    def __init__(self, archive: Path) -> None:
        with telling(archive):
            path = archive.with_name(archive.name + ".lock")
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _try_lock(self._descriptor)
        except OSError as error:
            holder = os.read(self._descriptor, 200).decode(errors="replace").strip()
            os.close(self._descriptor)
            raise _in_use(archive, holder) from error
        with telling(archive):
            self._sign()

    def release(self) -> None:
        os.close(self._descriptor)

    def _sign(self) -> None:
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, _who().encode()[:200])


def _in_use(archive: Path, holder: str) -> ArchiveInUseError:
    error = ArchiveInUseError(
        N_(
            "The archive {path} is open for writing in another program ({holder}); close it there"
            " first."
        ),
        path=archive,
        holder=holder or "?",
    )
    error.ours = not holder or holder.startswith(_whose())  # it has not said yet who it is
    return error


def _who() -> str:
    return f"{_whose()}{os.getpid()}\n"


def _whose() -> str:
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # a process of a user without a name
        user = "?"
    return f"{user}, {_computer()}, "


def _computer() -> str:
    """The computer's name; `platform` says the same, and costs every start 2 ms."""
    return os.environ.get("COMPUTERNAME", "?") if sys.platform == "win32" else os.uname().nodename
